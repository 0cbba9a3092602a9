//! What clients did to the items of a table, and what its stream tells of it. Each change of an item counts it
//! up by one, on the condition that it is as its writer has seen it, and leaves a mark of its own.

use crate::time::Time;
use std::collections::BTreeMap;

/// An item, and up to which number a change has counted it.
pub(crate) type Step = (String, u64);

/// The changes.
#[derive(Default)]
pub(crate) struct Changes {
    /// What each mark was to do, and which marks one transaction leaves.
    begun: BTreeMap<String, Step>,
    pairs: Vec<[String; 2]>,
    /// What was acknowledged.
    done: BTreeMap<Step, String>,
    /// What the stream told.
    told: BTreeMap<Step, String>,
    /// How far the stream has counted each item.
    counted: BTreeMap<String, u64>,
}

impl Changes {
    /// Somebody is about to change an item.
    pub fn begin(&mut self, mark: &str, item: &str, to: u64) {
        self.begun.insert(mark.to_owned(), (item.to_owned(), to));
    }

    /// Two changes are made together or not at all.
    pub fn together(&mut self, marks: [String; 2]) {
        self.pairs.push(marks);
    }

    /// A change was acknowledged.
    pub fn done(&mut self, time: &Time, mark: &str) {
        let Some(step) = self.begun.get(mark).cloned() else { return };
        if let Some(other) = self.done.insert(step.clone(), mark.to_owned()) {
            time.violate("conditions", format!("{mark} and {other} both made {step:?}"));
        }
    }

    /// The stream tells of a change; `from` is what it says was there before.
    pub fn told(&mut self, time: &Time, item: &str, from: u64, to: u64, mark: &str) {
        let counted = self.counted.entry(item.to_owned()).or_default();
        if from != *counted || to != from + 1 {
            let message = format!("{item} goes from {from} to {to} after {counted}: {mark}");
            return time.violate("changes", message);
        }
        *counted = to;
        let step = (item.to_owned(), to);
        if self.begun.get(mark) != Some(&step) {
            return time.violate("changes", format!("nobody made {step:?} with {mark}"));
        }
        if let Some(other) = self.done.get(&step).filter(|other| *other != mark) {
            return time.violate("changes", format!("{step:?} is told of {mark}, not of {other}"));
        }
        self.told.insert(step, mark.to_owned());
    }

    /// A change that was acknowledged, or belongs to one that was told, and is not told itself.
    pub fn left(&self) -> Option<String> {
        let mut owed = self.done.iter().filter(|(step, _)| !self.told.contains_key(step));
        if let Some((step, mark)) = owed.next() {
            return Some(format!("{step:?} of {mark}"));
        }
        let is_told = |mark: &String| {
            let step = self.begun.get(mark);
            step.is_some_and(|step| self.told.get(step) == Some(mark))
        };
        let mut torn = self.pairs.iter().filter(|[one, two]| is_told(one) != is_told(two));
        torn.next().map(|[one, two]| format!("one of {one} and {two}"))
    }

    /// How far the stream has counted an item.
    pub fn counted(&self, item: &str) -> u64 {
        self.counted.get(item).copied().unwrap_or_default()
    }

    /// How many changes were acknowledged.
    pub fn count(&self) -> usize {
        self.done.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(story: impl FnOnce(&Time, &mut Changes)) -> (bool, bool) {
        let (time, mut changes) = (Time::new(1), Changes::default());
        for (mark, item, to) in [("a", "i", 1), ("b", "i", 2), ("c", "j", 1)] {
            changes.begin(mark, item, to);
        }
        changes.together(["b".to_owned(), "c".to_owned()]);
        changes.done(&time, "a");
        story(&time, &mut changes);
        (changes.left().is_some(), time.violation().is_some())
    }

    #[test]
    fn each_change_is_told_once_and_in_its_order() {
        assert_eq!(after(|_, _| {}), (true, false));
        let first = |time: &Time, it: &mut Changes| it.told(time, "i", 0, 1, "a");
        assert_eq!(after(first), (false, false));
        let twice = |time: &Time, it: &mut Changes| {
            first(time, it);
            first(time, it);
        };
        assert_eq!(after(twice), (false, true));
        assert_eq!(after(|time, it| it.told(time, "i", 1, 2, "b")), (true, true));
        assert_eq!(after(|time, it| it.told(time, "i", 0, 1, "x")), (true, true));
        let torn = |time: &Time, it: &mut Changes| {
            first(time, it);
            it.told(time, "i", 1, 2, "b");
        };
        assert_eq!(after(torn), (true, false));
        let whole = |time: &Time, it: &mut Changes| {
            torn(time, it);
            it.told(time, "j", 0, 1, "c");
        };
        assert_eq!(after(whole), (false, false));
    }
}

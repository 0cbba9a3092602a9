//! What the history of an alarm tells: its changes, and what was done then.

use std::collections::BTreeMap;

/// What every action that was done begins with.
const DONE: &str = "Successfully executed";

/// A history, in no order: processes have clocks of their own.
#[derive(Default)]
pub(crate) struct History {
    changes: Vec<(String, String)>,
    actions: Vec<String>,
}

impl History {
    /// It tells of a change from one state to another.
    pub fn changed(&mut self, from: String, to: String) {
        self.changes.push((from, to));
    }

    /// It tells of an action.
    pub fn acted(&mut self, summary: String) {
        self.actions.push(summary);
    }

    /// What is wrong with it, given the first and the last state, and whether the alarm does something once it is
    /// one. The changes must make one way: each state but the first and the last is entered as often as it is left.
    pub fn wrong(&self, first: &str, last: &str, acts: bool) -> Option<String> {
        let mut more: BTreeMap<&str, i64> = BTreeMap::new();
        *more.entry(first).or_default() += 1;
        for (from, to) in &self.changes {
            if from == to {
                return Some(format!("{from} became {to}"));
            }
            *more.entry(from).or_default() -= 1;
            *more.entry(to).or_default() += 1;
        }
        *more.entry(last).or_default() -= 1;
        if let Some((state, _)) = more.iter().find(|(_, more)| **more != 0) {
            return Some(format!("{state} is not entered as often as it is left"));
        }
        if let Some(failed) = self.actions.iter().find(|it| !it.starts_with(DONE)) {
            return Some(failed.clone());
        }
        let alarms = self.changes.iter().filter(|(_, to)| to == "ALARM").count();
        let (owed, done) = (if acts { alarms } else { 0 }, self.actions.len());
        (owed != done).then(|| format!("{owed} actions are owed and {done} done"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_make_one_way_and_each_alarm_is_told_once() {
        let wrong = |changes: &[(&str, &str)], actions: usize, last: &str| {
            let mut history = History::default();
            for (from, to) in changes {
                history.changed((*from).to_owned(), (*to).to_owned());
            }
            (0..actions).for_each(|_| history.acted(format!("{DONE} action x")));
            history.wrong("OK", last, true).is_some()
        };
        assert!(!wrong(&[], 0, "OK"));
        assert!(!wrong(&[("ALARM", "OK"), ("OK", "ALARM")], 1, "OK"), "the order does not count");
        assert!(!wrong(&[("OK", "ALARM")], 1, "ALARM"));
        assert!(wrong(&[("OK", "ALARM")], 1, "OK"), "the last change is not told");
        assert!(wrong(&[("OK", "ALARM")], 0, "ALARM"), "nothing was done");
        assert!(wrong(&[("OK", "ALARM")], 2, "ALARM"), "it was done twice");
        assert!(wrong(&[("OK", "ALARM"), ("OK", "ALARM")], 2, "ALARM"), "one change is told twice");
        assert!(wrong(&[("OK", "OK")], 0, "OK"));
        let mut history = History::default();
        history.changed("OK".to_owned(), "ALARM".to_owned());
        history.acted("Failed to execute action x".to_owned());
        assert!(history.wrong("OK", "ALARM", true).is_some());
    }
}

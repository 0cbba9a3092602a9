//! What was written to objects and read from them.

use crate::time::Time;
use std::collections::BTreeMap;

/// What an object holds: the name of the write that made it; `None` when there is no object.
pub(crate) type Content = Option<String>;

/// A write, or a removal, and what is known of when it happened.
struct Write {
    content: Content,
    begun: u64,
    /// When it was acknowledged, if it was.
    ended: u64,
    /// When it had happened for certain, since somebody saw it.
    visible: u64,
}

/// Objects by their keys.
#[derive(Default)]
pub(crate) struct Objects {
    writes: BTreeMap<String, Vec<Write>>,
    /// Who has put an object on the condition that there is none.
    claimed: BTreeMap<String, String>,
}

/// A write that is under way.
pub(crate) struct Begun {
    key: String,
    index: usize,
}

impl Objects {
    /// Somebody begins a write.
    pub fn begin(&mut self, time: &Time, key: &str, content: Content) -> Begun {
        let writes = self.of(key);
        let begun = time.number();
        writes.push(Write { content, begun, ended: u64::MAX, visible: u64::MAX });
        Begun { key: key.to_owned(), index: writes.len() - 1 }
    }

    /// It is acknowledged. Without this nobody knows whether, and when, it happens.
    pub fn end(&mut self, time: &Time, begun: &Begun) {
        let write = &mut self.of(&begun.key)[begun.index];
        write.ended = time.number();
        write.visible = write.visible.min(write.ended);
    }

    /// It certainly never happens.
    pub fn refused(&mut self, begun: &Begun) {
        let write = &mut self.of(&begun.key)[begun.index];
        write.content = Some("refused".to_owned());
    }

    /// Somebody heard that it has put an object where there was none; nobody removes such.
    pub fn claimed(&mut self, time: &Time, key: &str, name: &str) {
        let first = self.claimed.entry(key.to_owned()).or_insert_with(|| name.to_owned());
        if first != name {
            time.violate("claims", format!("{key} was put where it was not by {first} and {name}"));
        }
    }

    fn of(&mut self, key: &str) -> &mut Vec<Write> {
        let nothing = || vec![Write { content: None, begun: 0, ended: 0, visible: 0 }];
        self.writes.entry(key.to_owned()).or_insert_with(nothing)
    }

    /// A read that began at `begun` gave this: it was written, and nothing that was certainly
    /// written after it was there before the read.
    pub fn read(&mut self, time: &Time, key: &str, begun: u64, content: &Content) {
        let ended = time.number();
        let writes = self.of(key);
        let superseded = |write: &Write| {
            writes.iter().any(|other| write.ended < other.begun && other.visible < begun)
        };
        let of_it = |write: &Write| write.content == *content && write.begun < ended;
        let written: Vec<usize> =
            (0..writes.len()).filter(|index| of_it(&writes[*index])).collect();
        let shown = content.as_deref().unwrap_or("nothing");
        if written.is_empty() {
            time.violate("objects", format!("{key} holds {shown}, which nobody wrote"));
        } else if written.iter().all(|index| superseded(&writes[*index])) {
            time.violate("objects", format!("{key} holds {shown}, which is older than it may be"));
        }
        if let [only] = written[..] {
            writes[only].visible = writes[only].visible.min(ended);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Story {
        time: Time,
        objects: Objects,
    }

    impl Story {
        fn begin(&mut self, name: &str) -> Begun {
            self.objects.begin(&self.time, "k", Some(name.to_owned()))
        }

        fn write(&mut self, name: &str) {
            let begun = self.begin(name);
            self.objects.end(&self.time, &begun);
        }

        /// What is wrong with a read that gives this.
        fn read(&mut self, name: Option<&str>) -> Option<String> {
            let content = name.map(str::to_owned);
            let begun = self.time.number();
            self.objects.read(&self.time, "k", begun, &content);
            self.time.violation().map(|violation| violation.message)
        }
    }

    fn story() -> Story {
        Story { time: Time::new(1), objects: Objects::default() }
    }

    #[test]
    fn what_was_acknowledged_is_read_and_nothing_older() {
        let mut story = story();
        assert_eq!(story.read(None), None);
        story.write("one");
        assert_eq!(story.read(Some("one")), None);
        story.write("two");
        assert_eq!(story.read(Some("two")), None);
        assert!(story.read(Some("one")).unwrap().ends_with("older than it may be"));
    }

    #[test]
    fn a_write_that_is_under_way_may_be_read_and_then_nothing_older() {
        let mut story = story();
        story.write("one");
        story.begin("two");
        assert_eq!(story.read(Some("one")), None);
        assert_eq!(story.read(Some("two")), None);
        assert!(story.read(Some("one")).is_some());
    }

    #[test]
    fn what_nobody_wrote_or_what_was_refused_is_not_read() {
        let mut story = story();
        let begun = story.begin("one");
        story.objects.refused(&begun);
        assert!(story.read(Some("one")).unwrap().ends_with("which nobody wrote"));
    }

    #[test]
    fn one_has_put_where_nothing_was() {
        let mut story = story();
        story.objects.claimed(&story.time, "k", "one");
        assert_eq!(story.time.violation(), None);
        story.objects.claimed(&story.time, "k", "two");
        assert_eq!(story.time.violation().unwrap().check, "claims");
    }
}

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

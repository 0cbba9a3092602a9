//! Values as AWS shows them in its messages: as Java would print them.

use super::path::head_of;
use crate::{Items, Kind, Member, Pairs, Serializer, Shape, Timestamp};
use std::fmt::Write;

/// The longest value that is shown, in bytes. A message is copied on its way to the client, and
/// holds up to ten values which may each be as long as the body.
const MAX_SHOWN: usize = 64 * 1024;

/// A value on one line.
#[derive(Default)]
pub(super) struct Show(pub(super) String);

/// As much of a text as is shown.
pub(super) fn shown(text: &str) -> &str {
    head_of(text, MAX_SHOWN)
}

impl Show {
    /// Adds as much of a text as there is room for.
    fn push(&mut self, text: &str) {
        self.0.push_str(head_of(text, MAX_SHOWN.saturating_sub(self.0.len())));
    }

    pub(super) fn list(at: &'static Member, value: &dyn Items) -> String {
        let mut show = Self::default();
        Serializer::list(&mut show, at, value);
        show.0
    }

    pub(super) fn map(at: &'static Member, value: &dyn Pairs) -> String {
        let mut show = Self::default();
        Serializer::map(&mut show, at, value);
        show.0
    }
}

impl Serializer for Show {
    fn boolean(&mut self, _: &'static Member, value: bool) {
        let _ = write!(self.0, "{value}");
    }

    fn integer(&mut self, _: &'static Member, value: i64) {
        let _ = write!(self.0, "{value}");
    }

    fn float(&mut self, _: &'static Member, value: f64) {
        let _ = write!(self.0, "{value:?}");
    }

    fn string(&mut self, at: &'static Member, value: &str) {
        let secret = matches!(&at.kind, Kind::String(rules) if rules.sensitive);
        self.push(if secret { "***" } else { value });
    }

    fn blob(&mut self, _: &'static Member, value: &[u8]) {
        let length = value.len();
        let _ = write!(self.0, "java.nio.HeapByteBuffer[pos=0 lim={length} cap={length}]");
    }

    fn timestamp(&mut self, _: &'static Member, value: Timestamp) {
        self.push(&value.iso8601_millis());
    }

    fn structure(&mut self, _: &'static Member, value: &dyn Shape) {
        self.push(value.schema().name);
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        self.0.push('[');
        let mut first = true;
        value.each(&mut |item| {
            if !std::mem::take(&mut first) {
                self.push(", ");
            }
            item.write(&list.item, self);
        });
        self.0.push(']');
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let Kind::Map(map) = &at.kind else { return };
        let secret = matches!(&map.key.kind, Kind::String(rules) if rules.sensitive);
        self.0.push('{');
        let mut first = true;
        value.each(&mut |key, item| {
            if !std::mem::take(&mut first) {
                self.push(", ");
            }
            self.push(if secret { "***" } else { key });
            self.push("=");
            item.write(&map.value, self);
        });
        self.0.push('}');
    }
}

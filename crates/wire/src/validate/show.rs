//! Values as AWS shows them in its messages: as Java would print them.

use shapes::{Items, Kind, Member, Pairs, Serializer, Shape, Timestamp};
use std::fmt::Write;

/// A value on one line.
#[derive(Default)]
pub(super) struct Show(pub(super) String);

impl Show {
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
        self.0.push_str(if secret { "***" } else { value });
    }

    fn blob(&mut self, _: &'static Member, value: &[u8]) {
        let length = value.len();
        let _ = write!(self.0, "java.nio.HeapByteBuffer[pos=0 lim={length} cap={length}]");
    }

    fn timestamp(&mut self, _: &'static Member, value: Timestamp) {
        self.0.push_str(&value.iso8601_millis());
    }

    fn structure(&mut self, _: &'static Member, value: &dyn Shape) {
        self.0.push_str(value.schema().name);
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        self.0.push('[');
        let mut first = true;
        value.each(&mut |item| {
            if !std::mem::take(&mut first) {
                self.0.push_str(", ");
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
                self.0.push_str(", ");
            }
            self.0.push_str(if secret { "***" } else { key });
            self.0.push('=');
            item.write(&map.value, self);
        });
        self.0.push('}');
    }
}

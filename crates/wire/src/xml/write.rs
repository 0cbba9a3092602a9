//! From shapes into XML.

use crate::text::format_of;
use shapes::{
    Forms, Items, Kind, Location, Member, Pairs, Serializer, Shape, Timestamp, TimestampFormat,
};
use std::fmt::Write as _;

/// Whose XML it is; they write instants differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// S3: instants with milliseconds.
    S3,
    /// The query services: instants with whole seconds.
    Query,
}

/// Appends text with what XML must not see replaced.
pub(crate) fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            control if control < ' ' => drop(write!(out, "&#x{:x};", u32::from(control))),
            plain => out.push(plain),
        }
    }
}

/// Appends an element `name` that holds the members of `value`.
pub(crate) fn document(
    dialect: Dialect,
    name: &str,
    namespace: Option<&str>,
    value: &dyn Shape,
    out: &mut String,
) {
    let mut writer = Writer { out, dialect, forms: None, name: None };
    writer.element(name, namespace.or(value.schema().xml_namespace), value);
}

/// Appends the members of `value` without an element around them; `forms` says how they are called,
/// where the model does not.
pub(crate) fn members(
    dialect: Dialect,
    forms: Option<&'static Forms>,
    value: &dyn Shape,
    out: &mut String,
) {
    Writer { out, dialect, forms, name: None }.members(value);
}

struct Writer<'a> {
    out: &'a mut String,
    dialect: Dialect,
    forms: Option<&'static Forms>,
    /// The name of the next element, where it is not its member's own.
    name: Option<&'static str>,
}

impl Writer<'_> {
    fn open(&mut self, name: &str, namespace: Option<&str>) {
        self.out.push('<');
        self.out.push_str(name);
        if let Some(uri) = namespace {
            self.out.push_str(" xmlns=\"");
            self.out.push_str(uri);
            self.out.push('"');
        }
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn element(&mut self, name: &str, namespace: Option<&str>, value: &dyn Shape) {
        self.open(name, namespace);
        for (index, member) in value.schema().members.iter().enumerate() {
            if member.xml_attribute {
                if let (Some((prefix, _)), Some(uri)) =
                    (member.wire.split_once(':'), value.schema().xml_namespace)
                {
                    let _ = write!(self.out, " xmlns:{prefix}=\"{uri}\"");
                }
                value.write_member(index, member, &mut Attributes(self.out));
            }
        }
        self.out.push('>');
        self.members(value);
        self.close(name);
    }

    fn members(&mut self, value: &dyn Shape) {
        for (index, member) in value.schema().members.iter().enumerate() {
            if member.location == Location::Body && !member.xml_attribute {
                self.name = None;
                value.write_member(index, member, self);
            }
        }
        self.name = None;
    }

    fn scalar(&mut self, at: &'static Member, text: &str) {
        let name = self.name.take().unwrap_or(at.wire);
        self.open(name, at.xml_namespace);
        self.out.push('>');
        escape(text, self.out);
        self.close(name);
    }

    fn entry(
        &mut self,
        name: &'static str,
        map: &'static shapes::Map,
        key: &str,
        value: &dyn shapes::Write,
    ) {
        self.open(name, None);
        self.out.push('>');
        self.name = self.forms.map(|forms| forms.key(name));
        self.scalar(&map.key, key);
        self.name = self.forms.map(|_| "Value");
        value.write(&map.value, self);
        self.name = None;
        self.close(name);
    }
}

/// The text of an instant.
fn instant(dialect: Dialect, at: &'static Member, value: Timestamp) -> String {
    match (format_of(at, TimestampFormat::Iso8601), dialect) {
        (TimestampFormat::Rfc822, _) => value.http_date(),
        (TimestampFormat::UnixTimestamp, _) => value.seconds().to_string(),
        (TimestampFormat::Iso8601, Dialect::S3) => value.iso8601_millis(),
        (TimestampFormat::Iso8601, Dialect::Query) => value.iso8601(),
    }
}

impl Serializer for Writer<'_> {
    fn boolean(&mut self, at: &'static Member, value: bool) {
        self.scalar(at, if value { "true" } else { "false" });
    }

    fn integer(&mut self, at: &'static Member, value: i64) {
        self.scalar(at, &value.to_string());
    }

    fn float(&mut self, at: &'static Member, value: f64) {
        // A whole number has its point too, as Java writes it.
        self.scalar(at, &format!("{value:?}"));
    }

    fn string(&mut self, at: &'static Member, value: &str) {
        self.scalar(at, value);
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        self.scalar(at, &base64_simd::STANDARD.encode_to_string(value));
    }

    fn timestamp(&mut self, at: &'static Member, value: Timestamp) {
        self.scalar(at, &instant(self.dialect, at, value));
    }

    fn structure(&mut self, at: &'static Member, value: &dyn Shape) {
        let name = self.name.take().unwrap_or(at.wire);
        self.element(name, at.xml_namespace, value);
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        let outer = self.name.take().unwrap_or(at.wire);
        let renamed = at.flattened && list.item.wire == list.item.name;
        let own_name = self.forms.map_or(at.wire, |forms| forms.name(at));
        let item_name = if renamed { own_name } else { list.item.wire };
        if !at.flattened {
            self.open(outer, at.xml_namespace);
            self.out.push('>');
        }
        value.each(&mut |item| {
            self.name = Some(item_name);
            item.write(&list.item, self);
        });
        self.name = None;
        if !at.flattened {
            self.close(outer);
        }
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let Kind::Map(map) = &at.kind else { return };
        let own_name = self.forms.map_or(at.wire, |forms| forms.name(at));
        let outer = self.name.take().unwrap_or(own_name);
        if at.flattened {
            value.each(&mut |key, item| self.entry(outer, map, key, item));
            return;
        }
        self.open(outer, at.xml_namespace);
        self.out.push('>');
        value.each(&mut |key, item| self.entry("entry", map, key, item));
        self.close(outer);
    }
}

/// Writes scalars as attributes of an element whose name is written.
struct Attributes<'a>(&'a mut String);

impl Attributes<'_> {
    fn put(&mut self, at: &'static Member, text: &str) {
        let _ = write!(self.0, " {}=\"", at.wire);
        escape(text, self.0);
        self.0.push('"');
    }
}

impl Serializer for Attributes<'_> {
    fn boolean(&mut self, at: &'static Member, value: bool) {
        self.put(at, if value { "true" } else { "false" });
    }

    fn integer(&mut self, at: &'static Member, value: i64) {
        self.put(at, &value.to_string());
    }

    fn float(&mut self, at: &'static Member, value: f64) {
        self.put(at, &value.to_string());
    }

    fn string(&mut self, at: &'static Member, value: &str) {
        self.put(at, value);
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        self.put(at, &base64_simd::STANDARD.encode_to_string(value));
    }

    fn timestamp(&mut self, at: &'static Member, value: Timestamp) {
        self.put(at, &instant(Dialect::S3, at, value));
    }

    fn structure(&mut self, _: &'static Member, _: &dyn Shape) {}

    fn list(&mut self, _: &'static Member, _: &dyn Items) {}

    fn map(&mut self, _: &'static Member, _: &dyn Pairs) {}
}

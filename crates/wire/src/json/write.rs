//! From shapes into JSON.

use shapes::{Items, Kind, Location, Member, Pairs, Serializer, Shape, Timestamp, TimestampFormat};
use std::io::Write as _;

/// Appends the members of `value` that stand in the body, as an object.
pub(crate) fn write(value: &dyn Shape, out: &mut Vec<u8>) {
    Writer { out, named: true }.members(value);
}

/// Appends the members of `value` to an object that is open, after what it has already.
pub(crate) fn members(value: &dyn Shape, out: &mut Vec<u8>) {
    Writer { out, named: true }.inner(value);
}

/// Appends a string with its quotes.
pub(crate) fn text(value: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let bytes = value.as_bytes();
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if *byte >= 0x20 && *byte != b'"' && *byte != b'\\' {
            continue;
        }
        out.extend_from_slice(&bytes[from..at]);
        escape(*byte, out);
        from = at + 1;
    }
    out.extend_from_slice(&bytes[from..]);
    out.push(b'"');
}

fn escape(byte: u8, out: &mut Vec<u8>) {
    let letter = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => {
            let _ = write!(out, "\\u{byte:04x}");
            return;
        }
    };
    out.extend_from_slice(&[b'\\', letter]);
}

struct Writer<'a> {
    out: &'a mut Vec<u8>,
    /// The next value stands in a structure and needs its name before it.
    named: bool,
}

impl Writer<'_> {
    fn comma(&mut self) {
        if !matches!(self.out.last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(b',');
        }
    }

    /// What stands before a value: a comma where one is due, and its name.
    fn begin(&mut self, at: &'static Member) {
        self.comma();
        if self.named {
            text(at.wire, self.out);
            self.out.push(b':');
        }
    }

    fn members(&mut self, value: &dyn Shape) {
        self.out.push(b'{');
        let outer = std::mem::replace(&mut self.named, true);
        self.inner(value);
        self.named = outer;
        self.out.push(b'}');
    }

    fn inner(&mut self, value: &dyn Shape) {
        for (index, member) in value.schema().members.iter().enumerate() {
            if member.location == Location::Body {
                value.write_member(index, member, self);
            }
        }
    }
}

/// Seconds since the epoch with as many digits of a fraction as it needs.
fn seconds(at: Timestamp, out: &mut Vec<u8>) {
    let sign = if at.millis() < 0 { "-" } else { "" };
    let millis = at.millis().unsigned_abs();
    let _ = write!(out, "{sign}{}", millis / 1000);
    match millis % 1000 {
        0 => {}
        fraction if fraction % 100 == 0 => drop(write!(out, ".{}", fraction / 100)),
        fraction if fraction % 10 == 0 => drop(write!(out, ".{:02}", fraction / 10)),
        fraction => drop(write!(out, ".{fraction:03}")),
    }
}

impl Serializer for Writer<'_> {
    fn boolean(&mut self, at: &'static Member, value: bool) {
        self.begin(at);
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
    }

    fn integer(&mut self, at: &'static Member, value: i64) {
        self.begin(at);
        let _ = write!(self.out, "{value}");
    }

    fn float(&mut self, at: &'static Member, value: f64) {
        self.begin(at);
        if value.is_finite() {
            let _ = write!(self.out, "{value:?}");
        } else if value.is_nan() {
            self.out.extend_from_slice(b"\"NaN\"");
        } else {
            let sign = if value < 0.0 { "-" } else { "" };
            let _ = write!(self.out, "\"{sign}Infinity\"");
        }
    }

    fn string(&mut self, at: &'static Member, value: &str) {
        self.begin(at);
        text(value, self.out);
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        self.begin(at);
        self.out.push(b'"');
        base64_simd::STANDARD.encode_append(value, self.out);
        self.out.push(b'"');
    }

    fn timestamp(&mut self, at: &'static Member, value: Timestamp) {
        self.begin(at);
        match &at.kind {
            Kind::Timestamp(Some(TimestampFormat::Iso8601)) => {
                text(&value.iso8601_millis(), self.out);
            }
            Kind::Timestamp(Some(TimestampFormat::Rfc822)) => text(&value.http_date(), self.out),
            _ => seconds(value, self.out),
        }
    }

    fn structure(&mut self, at: &'static Member, value: &dyn Shape) {
        self.begin(at);
        self.members(value);
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        self.begin(at);
        self.out.push(b'[');
        let outer = std::mem::replace(&mut self.named, false);
        value.each(&mut |item| item.write(&list.item, self));
        self.named = outer;
        self.out.push(b']');
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let Kind::Map(map) = &at.kind else { return };
        self.begin(at);
        self.out.push(b'{');
        let outer = std::mem::replace(&mut self.named, false);
        value.each(&mut |key, item| {
            self.comma();
            text(key, self.out);
            self.out.push(b':');
            item.write(&map.value, self);
        });
        self.named = outer;
        self.out.push(b'}');
    }
}

//! From shapes into CBOR. Structures are written up to a break, as AWS does, since how many of
//! their members are present is not known beforehand.

use shapes::{Items, Kind, Location, Member, Pairs, Serializer, Shape, Timestamp};

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;
/// A map up to a break.
const OPEN_MAP: u8 = 0xbf;
const BREAK: u8 = 0xff;
/// A number of 64 bits with a point.
const DOUBLE: u8 = 0xfb;
/// Tag 1: an instant since the epoch.
const EPOCH: u8 = 0xc1;

/// Appends the members of `value` that stand in the body, as a map.
pub(crate) fn write(value: &dyn Shape, out: &mut Vec<u8>) {
    Writer { out, named: true, in_seconds: false }.members(value);
}

/// The same with instants in seconds.
pub(crate) fn write_in_seconds(value: &dyn Shape, out: &mut Vec<u8>) {
    Writer { out, named: true, in_seconds: true }.members(value);
}

/// A map of texts, and of the members of a structure where there is one.
pub(crate) fn texts<'a>(
    pairs: impl Iterator<Item = (&'a str, &'a str)>,
    further: Option<&dyn Shape>,
) -> Vec<u8> {
    let mut out = vec![OPEN_MAP];
    for (key, value) in pairs {
        text(key, &mut out);
        text(value, &mut out);
    }
    if let Some(shape) = further {
        Writer { out: &mut out, named: true, in_seconds: false }.inner(shape);
    }
    out.push(BREAK);
    out
}

/// Appends an item's head in its shortest form.
fn head(major: u8, argument: u64, out: &mut Vec<u8>) {
    let major = major << 5;
    let bytes = argument.to_be_bytes();
    match argument {
        0..24 => out.push(major | argument as u8),
        24..0x100 => {
            out.push(major | 24);
            out.extend_from_slice(&bytes[7..]);
        }
        0x100..0x1_0000 => {
            out.push(major | 25);
            out.extend_from_slice(&bytes[6..]);
        }
        0x1_0000..0x1_0000_0000 => {
            out.push(major | 26);
            out.extend_from_slice(&bytes[4..]);
        }
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&bytes);
        }
    }
}

fn text(value: &str, out: &mut Vec<u8>) {
    head(TEXT, value.len() as u64, out);
    out.extend_from_slice(value.as_bytes());
}

fn number(value: i64, out: &mut Vec<u8>) {
    if value < 0 {
        head(NEGATIVE, (-1 - value).unsigned_abs(), out);
    } else {
        head(UNSIGNED, value.unsigned_abs(), out);
    }
}

struct Writer<'a> {
    out: &'a mut Vec<u8>,
    /// The next value stands in a structure and needs its name before it.
    named: bool,
    /// Instants are seconds, not milliseconds.
    in_seconds: bool,
}

impl Writer<'_> {
    fn begin(&mut self, at: &'static Member) {
        if self.named {
            text(at.wire, self.out);
        }
    }

    fn members(&mut self, value: &dyn Shape) {
        self.out.push(OPEN_MAP);
        let outer = std::mem::replace(&mut self.named, true);
        self.inner(value);
        self.named = outer;
        self.out.push(BREAK);
    }

    fn inner(&mut self, value: &dyn Shape) {
        for (index, member) in value.schema().members.iter().enumerate() {
            if member.location == Location::Body {
                value.write_member(index, member, self);
            }
        }
    }
}

impl Serializer for Writer<'_> {
    fn boolean(&mut self, at: &'static Member, value: bool) {
        self.begin(at);
        self.out.push(if value { 0xf5 } else { 0xf4 });
    }

    fn integer(&mut self, at: &'static Member, value: i64) {
        self.begin(at);
        number(value, self.out);
    }

    fn float(&mut self, at: &'static Member, value: f64) {
        self.begin(at);
        self.out.push(DOUBLE);
        self.out.extend_from_slice(&value.to_be_bytes());
    }

    fn string(&mut self, at: &'static Member, value: &str) {
        self.begin(at);
        text(value, self.out);
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        self.begin(at);
        head(BYTES, value.len() as u64, self.out);
        self.out.extend_from_slice(value);
    }

    fn timestamp(&mut self, at: &'static Member, value: Timestamp) {
        self.begin(at);
        self.out.push(EPOCH);
        let millis = value.millis();
        match (self.in_seconds, millis % 1000) {
            (false, _) => number(millis, self.out),
            (true, 0) => number(millis / 1000, self.out),
            (true, _) => {
                self.out.push(DOUBLE);
                self.out.extend_from_slice(&(millis as f64 / 1000.0).to_be_bytes());
            }
        }
    }

    fn structure(&mut self, at: &'static Member, value: &dyn Shape) {
        self.begin(at);
        self.members(value);
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        self.begin(at);
        head(ARRAY, value.len() as u64, self.out);
        let outer = std::mem::replace(&mut self.named, false);
        value.each(&mut |item| item.write(&list.item, self));
        self.named = outer;
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let Kind::Map(map) = &at.kind else { return };
        self.begin(at);
        head(MAP, value.len() as u64, self.out);
        let outer = std::mem::replace(&mut self.named, false);
        value.each(&mut |key, item| {
            text(key, self.out);
            item.write(&map.value, self);
        });
        self.named = outer;
    }
}

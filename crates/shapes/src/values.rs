//! How values of each type meet a serializer and a deserializer.

use crate::shape::{DecodeError, Deserializer, Serializer, Shape};
use crate::{Kind, Length, Member, Timestamp};
use bytes::Bytes;
use std::collections::BTreeMap;

/// A value that can be offered to a serializer.
pub trait Write {
    /// Offers the value; an absent one offers nothing.
    fn write(&self, at: &'static Member, to: &mut dyn Serializer);
}

/// A value that can be taken from a deserializer.
pub trait Read: Sized {
    /// Takes the value.
    fn read(at: &'static Member, from: &mut dyn Deserializer) -> Result<Self, DecodeError>;
}

/// A list as a serializer sees it.
pub trait Items {
    /// How many items.
    fn len(&self) -> usize;
    /// No items.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Offers each item in order.
    fn each(&self, visit: &mut dyn FnMut(&dyn Write));
}

/// A map as a serializer sees it.
pub trait Pairs {
    /// How many pairs.
    fn len(&self) -> usize;
    /// No pairs.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Offers each pair in the order of the keys.
    fn each(&self, visit: &mut dyn FnMut(&str, &dyn Write));
}

/// `Write` and `Read` for a type that has a method of its own on both sides.
macro_rules! scalar {
    ($type:ty, $method:ident, $self:ident => $out:expr, $value:ident => $in:expr) => {
        impl Write for $type {
            fn write(&self, at: &'static Member, to: &mut dyn Serializer) {
                let $self = self;
                to.$method(at, $out);
            }
        }
        impl Read for $type {
            fn read(at: &'static Member, from: &mut dyn Deserializer) -> Result<Self, DecodeError> {
                let $value = from.$method(at)?;
                $in
            }
        }
    };
}

scalar!(bool, boolean, it => *it, value => Ok(value));
scalar!(i64, integer, it => *it, value => Ok(value));
scalar!(i32, integer, it => i64::from(*it), value => i32::try_from(value)
    .map_err(|_| DecodeError::new(format!("{value} is out of range for an integer"))));
scalar!(f64, float, it => *it, value => Ok(value));
scalar!(String, string, it => it, value => Ok(value));
scalar!(Bytes, blob, it => it, value => Ok(value));
scalar!(Timestamp, timestamp, it => *it, value => Ok(value));

impl<T: Shape> Write for T {
    fn write(&self, at: &'static Member, to: &mut dyn Serializer) {
        to.structure(at, self);
    }
}

impl<T: Shape + Default> Read for T {
    fn read(at: &'static Member, from: &mut dyn Deserializer) -> Result<Self, DecodeError> {
        let mut value = T::default();
        from.structure(at, &mut value)?;
        Ok(value)
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, at: &'static Member, to: &mut dyn Serializer) {
        if let Some(value) = self {
            value.write(at, to);
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(at: &'static Member, from: &mut dyn Deserializer) -> Result<Self, DecodeError> {
        T::read(at, from).map(Some)
    }
}

impl<T: Write> Items for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, visit: &mut dyn FnMut(&dyn Write)) {
        for item in self {
            visit(item);
        }
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, at: &'static Member, to: &mut dyn Serializer) {
        to.list(at, self);
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(at: &'static Member, from: &mut dyn Deserializer) -> Result<Self, DecodeError> {
        let Kind::List(list) = &at.kind else {
            return Err(DecodeError::new(format!("{} is not a list", at.name)));
        };
        let (mut items, room) = (Vec::new(), room(list.length));
        from.list(at, &mut |from| {
            if items.len() >= room {
                return beyond(at, list.length, &list.item, from);
            }
            items.push(T::read(&list.item, from)?);
            Ok(())
        })?;
        Ok(items)
    }
}

impl<T: Write> Pairs for BTreeMap<String, T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, visit: &mut dyn FnMut(&str, &dyn Write)) {
        for (key, value) in self {
            visit(key, value);
        }
    }
}

impl<T: Write> Write for BTreeMap<String, T> {
    fn write(&self, at: &'static Member, to: &mut dyn Serializer) {
        to.map(at, self);
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(at: &'static Member, from: &mut dyn Deserializer) -> Result<Self, DecodeError> {
        let Kind::Map(map) = &at.kind else {
            return Err(DecodeError::new(format!("{} is not a map", at.name)));
        };
        let (mut pairs, room) = (BTreeMap::new(), room(map.length));
        from.map(at, &mut |key, from| {
            if pairs.len() >= room && !pairs.contains_key(&key) {
                return beyond(at, map.length, &map.value, from);
            }
            pairs.insert(key, T::read(&map.value, from)?);
            Ok(())
        })?;
        Ok(pairs)
    }
}

/// How many entries of a list or map are built. A value of a few bytes may take a hundred in
/// memory, so that what the model refuses anyway is not built: one entry beyond its bound is enough
/// for the length to be seen to break it.
fn room(bounds: Length) -> usize {
    let most = usize::try_from(bounds.most()).unwrap_or(usize::MAX);
    if bounds.max.is_some() { most.saturating_add(1) } else { most }
}

/// One more entry than there is room for. Where the model has no bound, nobody looks at the length
/// afterwards, and what was passed over would be accepted and ignored.
#[cold]
fn beyond(
    at: &'static Member,
    bounds: Length,
    entry: &'static Member,
    from: &mut dyn Deserializer,
) -> Result<(), DecodeError> {
    if bounds.max.is_some() {
        return from.pass_over(entry);
    }
    Err(DecodeError::new(format!("'{}' has more than {} members", at.name, bounds.most())))
}

//! How a structure offers its members to a codec and takes them from one.

use crate::schema::{Member, OperationSchema, Structure};
use crate::values::{Items, Pairs};
use crate::{AnyEvents, ByteStream, Timestamp};
use bytes::Bytes;
use std::any::Any;
use std::fmt;

/// A generated structure. Codecs walk `schema().members` by index.
pub trait Shape: Any + Send + Sync + fmt::Debug {
    /// Its description.
    fn schema(&self) -> &'static Structure;

    /// Offers the member at `index` to a serializer; does nothing when it is absent.
    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer);

    /// Takes the member at `index` from a deserializer.
    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError>;

    /// The body of any length, where the structure has one.
    fn stream_mut(&mut self) -> Option<&mut ByteStream> {
        None
    }

    /// Takes the stream of events, where the structure has one.
    fn take_events(&mut self) -> Option<AnyEvents> {
        None
    }
}

/// An operation: a name for what it takes and what it gives.
pub trait Operation: Send + Sync + 'static {
    /// What it takes.
    type Input: Shape + Default;
    /// What it gives.
    type Output: Shape + Default;
    /// Its description.
    const SCHEMA: &'static OperationSchema;
}

/// Takes values, one call for each that is present. `at` says where the value stands.
pub trait Serializer {
    /// A truth value.
    fn boolean(&mut self, at: &'static Member, value: bool);
    /// A whole number.
    fn integer(&mut self, at: &'static Member, value: i64);
    /// A floating-point number.
    fn float(&mut self, at: &'static Member, value: f64);
    /// Text.
    fn string(&mut self, at: &'static Member, value: &str);
    /// Bytes.
    fn blob(&mut self, at: &'static Member, value: &[u8]);
    /// An instant.
    fn timestamp(&mut self, at: &'static Member, value: Timestamp);
    /// A structure, whose members are asked for with [`Shape::write_member`].
    fn structure(&mut self, at: &'static Member, value: &dyn Shape);
    /// A list; `at.kind` describes its items.
    fn list(&mut self, at: &'static Member, value: &dyn Items);
    /// A map; `at.kind` describes its values.
    fn map(&mut self, at: &'static Member, value: &dyn Pairs);
}

/// Gives the value it stands at. `at` says what is expected there.
pub trait Deserializer {
    /// A truth value.
    fn boolean(&mut self, at: &'static Member) -> Result<bool, DecodeError>;
    /// A whole number within the bounds of `i64`.
    fn integer(&mut self, at: &'static Member) -> Result<i64, DecodeError>;
    /// A floating-point number.
    fn float(&mut self, at: &'static Member) -> Result<f64, DecodeError>;
    /// Text.
    fn string(&mut self, at: &'static Member) -> Result<String, DecodeError>;
    /// Bytes.
    fn blob(&mut self, at: &'static Member) -> Result<Bytes, DecodeError>;
    /// An instant.
    fn timestamp(&mut self, at: &'static Member) -> Result<Timestamp, DecodeError>;
    /// Fills a structure by calling [`Shape::read_member`] for each member that is present.
    fn structure(&mut self, at: &'static Member, into: &mut dyn Shape) -> Result<(), DecodeError>;
    /// Calls `each` with the deserializer standing at each item.
    fn list(
        &mut self,
        at: &'static Member,
        each: &mut dyn FnMut(&mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError>;
    /// Calls `each` with each key, the deserializer standing at its value.
    fn map(
        &mut self,
        at: &'static Member,
        each: &mut dyn FnMut(String, &mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError>;
    /// Passes over the value it stands at without building it: an entry beyond what its list or
    /// map may hold. Refuses it where nobody holds the length against the model afterwards.
    fn pass_over(&mut self, at: &'static Member) -> Result<(), DecodeError>;
}

/// A body that cannot be read as what the model expects. Protocols answer it with their
/// `SerializationException`, `MalformedXML` or the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError(pub String);

impl DecodeError {
    /// An error with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DecodeError {}

/// The input or output of an operation that has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unit;

/// The description of [`Unit`].
pub static UNIT: Structure =
    Structure { name: "Unit", members: &[], payload: None, xml_namespace: None };

impl Shape for Unit {
    fn schema(&self) -> &'static Structure {
        &UNIT
    }

    fn write_member(&self, _: usize, _: &'static Member, _: &mut dyn Serializer) {}

    fn read_member(
        &mut self,
        _: usize,
        _: &'static Member,
        _: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        Ok(())
    }
}

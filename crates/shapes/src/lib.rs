//! What AWS says: the inputs, outputs, errors, constraints and bindings of its APIs.
//!
//! Knows: every operation that Waterwheel speaks, as plain structs that describe themselves
//! ([`Shape`]), what the models demand of their members ([`Structure`]) and what AWS says when it
//! is not met ([`constraints`]), each service's own way ([`Dialect`]), and the [`checksum`]s of
//! bodies. Must not know: any protocol's bytes, HTTP, storage, or what an operation does.
//! `generated/` is written by `cargo xtask codegen` from the service models and never by hand.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod attribute_value;
pub mod checksum;
pub mod constraints;
mod dialect;
mod error;
mod event_stream;
mod generated;
mod schema;
mod shape;
mod shard_id;
mod stream;
mod timestamp;
mod values;

pub use attribute_value::{AttributeValue, DEEPEST, WrongValue};
pub use dialect::{Codes, Dialect, Forms, Missing, Signing, StrangeName, TooLarge};
pub use error::{ErrorShape, Fault};
pub use event_stream::{AnyEvents, Event, EventStream};
pub use generated::*;
pub use schema::{
    Kind, Length, List, Location, Map, Member, OperationSchema, Protocol, Range, Route, Service,
    StringRules, Structure, TimestampFormat,
};
pub use shape::{DecodeError, Deserializer, Operation, Serializer, Shape, UNIT, Unit};
pub use shard_id::ShardId;
pub use stream::{ByteStream, StreamError, Trailing};
pub use timestamp::Timestamp;
pub use values::{Items, Pairs, Read, Write};

/// A byte string that is cheap to clone.
pub use bytes::Bytes;

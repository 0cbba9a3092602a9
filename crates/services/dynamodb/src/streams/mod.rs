//! What happened to the items of tables: the streams.
//!
//! Each change of an item is a record that is committed with it. A stream has four lanes, and each
//! item belongs to one by its partition key ([`shard`]); records of a lane have successive numbers
//! ([`sequence`]), which [`train`] gives. The clock cuts lanes into shards and takes away what is
//! older than a day ([`keeping`]).

pub(crate) mod iterator;
mod json;
mod keeping;
pub(crate) mod outbox;
pub(crate) mod reading;
pub(crate) mod sequence;
pub(crate) mod shard;
pub(crate) mod train;
mod writing;

#[cfg(test)]
mod tests;

pub(crate) use keeping::{StreamStart, horizon};
pub(crate) use writing::Changed;

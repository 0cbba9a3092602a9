//! What a mapping leaves on disk: one file for each kind of record.

pub(crate) mod checkpoint;
pub(crate) mod mapping;
pub(crate) mod pair;

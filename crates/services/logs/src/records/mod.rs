//! What is kept, one file per kind of record.

pub mod event;
pub mod gone;
pub mod group;
pub mod stream;

//! What is kept, one file per kind of record.

pub mod alias;
pub mod function;
pub mod queued;
pub mod unowned;

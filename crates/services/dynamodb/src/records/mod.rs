//! What is kept, a file per record.

pub(crate) mod table;

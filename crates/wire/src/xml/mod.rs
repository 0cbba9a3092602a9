//! XML as S3 and the query services read and write it.

mod guide;
mod read;
mod tree;
mod write;

pub(crate) use read::read;
pub(crate) use write::{Dialect, document, escape, members};

#[cfg(test)]
mod tests;

//! JSON as AWS reads and writes it: blobs in base64, instants as seconds since the epoch.

mod read;
mod token;
mod write;

pub(crate) use read::read;
pub(crate) use write::{members as write_members, text as write_text, write};

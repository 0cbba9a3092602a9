//! Members that stand outside the body: in the path, the query string and the headers.

mod read;
mod write;

pub(crate) use read::{PayloadReader, Query, Refused, bind};
pub(crate) use write::{HeaderWriter, header_value};

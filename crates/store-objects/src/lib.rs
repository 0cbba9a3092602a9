//! Blobs in a bucket that others run and trust: S3 and what speaks like it, Google's, Azure's.
//!
//! Knows: how blobs lie in a bucket (bucket.rs), how a long content goes there in parts and a read
//! that broke goes on, what a store's answer means for the caller. Must not know: what the bytes
//! mean, AWS's other services, who owns a blob and how long a removed one stays, the other engines.
//!
//! The bucket may be shared with other programs; ours is what begins with the URL's prefix.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod bucket;
mod failure;
mod http;
mod place;
mod promises;
mod reader;
mod unfinished;
mod writer;

pub use bucket::{ObjectBlobs, Options};
pub use promises::Fact;

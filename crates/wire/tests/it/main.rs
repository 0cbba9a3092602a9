//! Requests and answers as bytes, through the crate's public face.

#![allow(clippy::unwrap_used, missing_docs)]

mod bounds;
mod cbor;
mod errors;
mod forms;
mod json;
mod properties;
mod query;
mod rest_json;
mod rpc;
mod s3;
mod tools;

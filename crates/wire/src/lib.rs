//! How AWS speaks: requests into inputs, outputs and errors into answers.
//!
//! Knows: every protocol's bytes (awsJson, CBOR, REST-JSON, REST-XML, query), how a request names
//! its operation, and how an error looks in each protocol. Must not know: which operations are served, what they do, storage, sockets,
//! clocks. Nothing here awaits, and nothing here panics, whatever the bytes.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod cbor;
pub mod chunked;
mod decode;
mod encode;
mod error;
mod errors;
mod event_stream;
mod json;
mod query;
mod rest;
mod route;
pub mod sigv4;
mod text;
mod trace;
pub mod upload;
mod validate;
mod xml;

pub use decode::{decode, takes_stream};
pub use encode::{Body, encode};
pub use error::WireError;
pub use errors::{encode_error, escaped, host_id_of, stamped};
pub use route::{
    Hosts, Identified, Named, Spot, identify, identify_form, plain_host, speech, spot,
};

/// How a request speaks, and so how it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Codec {
    /// awsJson 1.0 or 1.1, whichever the service's model says.
    Json,
    /// `application/x-amz-cbor-1.1`: awsJson's frame with a CBOR body.
    Cbor,
    /// REST with JSON bodies.
    RestJson,
    /// REST with XML bodies: S3.
    RestXml,
    /// `Action=` forms with XML answers.
    Query,
    /// Smithy RPC v2: the operation stands in the path, bodies are CBOR.
    RpcV2Cbor,
}

impl Codec {
    /// The codec that a service's own protocol implies.
    pub const fn of(protocol: shapes::Protocol) -> Self {
        match protocol {
            shapes::Protocol::AwsJson => Codec::Json,
            shapes::Protocol::RestJson => Codec::RestJson,
            shapes::Protocol::RestXml => Codec::RestXml,
            shapes::Protocol::Query => Codec::Query,
            shapes::Protocol::RpcV2Cbor => Codec::RpcV2Cbor,
        }
    }
}

/// A structure as bytes, for [`unpack`] in another process.
pub fn pack(value: &dyn shapes::Shape) -> bytes::Bytes {
    let mut out = Vec::new();
    cbor::write(value, &mut out);
    out.into()
}

/// Fills a structure from what [`pack`] gave.
///
/// # Errors
/// The bytes are none of such a structure.
pub fn unpack(bytes: &bytes::Bytes, into: &mut dyn shapes::Shape) -> Result<(), WireError> {
    let (mut seen, mut trace) = (trace::Seen::default(), trace::Trace::default());
    cbor::read(bytes, cbor::Unit::Milliseconds, into, &mut seen, &mut trace)
        .map_err(|error| WireError::serialization(error.0))
}

//! What a request names.

use crate::{Codec, WireError};
use http::request::Parts;
use shapes::Service;

/// The host names under which S3 answers, so that `bucket.host` names a bucket.
#[derive(Clone, Debug)]
pub struct Hosts {
    /// Base names without port, lower case.
    bases: Vec<String>,
}

impl Hosts {
    /// The usual base names and these.
    pub fn new<T: Into<String>>(extra: impl IntoIterator<Item = T>) -> Self {
        Self { bases: extra.into_iter().map(Into::into).collect() }
    }
}

impl Default for Hosts {
    fn default() -> Self {
        Self::new(std::iter::empty::<String>())
    }
}

/// What a request names, from its head alone.
#[derive(Clone, Debug)]
pub enum Identified {
    /// An operation.
    Operation(Named),
    /// The operation stands in a form body: read it, then call [`identify_form`].
    Form,
}

/// An operation that a request names.
#[derive(Clone, Debug)]
pub struct Named {
    /// The service.
    pub service: &'static Service,
    /// Any operation of the model, also one that is not served.
    pub operation: &'static str,
    /// How the request speaks.
    pub codec: Codec,
    /// The bucket of an S3 request, wherever the address has it.
    pub bucket: Option<String>,
    /// The key of an S3 request, percent-decoded.
    pub key: Option<String>,
    /// The path's labels, percent-decoded, by the names of the model (`Bucket` and `Key` too).
    pub labels: Vec<(&'static str, String)>,
}

/// Names the operation of a request from its head.
///
/// # Errors
/// AWS's own error for a request that names no operation of any service.
pub fn identify(head: &Parts, hosts: &Hosts) -> Result<Identified, WireError> {
    let _ = (head, &hosts.bases);
    Ok(Identified::Form)
}

/// Names the operation of a request whose form body says it.
///
/// # Errors
/// `MissingAction` or `InvalidAction`.
pub fn identify_form(head: &Parts, body: &[u8]) -> Result<Named, WireError> {
    let _ = (head, body);
    Err(WireError::client("MissingAction", 400, "Missing Action"))
}

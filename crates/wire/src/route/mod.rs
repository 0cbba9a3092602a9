//! What a request names: which operation of which service, and how it speaks.
//!
//! The order of the questions matters, since one port speaks for all services: a target header,
//! then Smithy's header, then the paths of the REST services, then forms, then S3 for what remains. An S3 body is never
//! looked into.

mod form;
mod hosts;
mod rest;
mod rpc;
mod s3;
mod s3control;
mod scope;

use crate::text::form_pairs;
use crate::{Codec, WireError};
use http::Method;
use http::request::Parts;
use shapes::{Protocol, SERVICES, Service};

pub use form::identify_form;
pub use hosts::{Hosts, plain_host};
pub use s3::{Spot, spot};
use scope::signed_service;

/// What a request names, from its head alone.
#[derive(Clone, Debug)]
pub enum Identified {
    /// An operation.
    Operation(Named),
    /// The operation stands in a form body: read it, then call [`identify_form`].
    Form,
    /// A browser's form that uploads a file into a bucket (S3, "Browser-based uploads using POST").
    /// What it names is `PutObject`, without the key, which stands in the body: read it with
    /// [`upload`](crate::upload).
    Upload(Named),
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

impl Named {
    /// An operation that no path names.
    fn plain(service: &'static Service, operation: &'static str, codec: Codec) -> Self {
        Self { service, operation, codec, bucket: None, key: None, labels: Vec::new() }
    }
}

/// The operation of that name in a service's model.
fn operation_of(service: &'static Service, name: &str) -> Option<&'static str> {
    service.routes.iter().find(|route| route.name == name).map(|route| route.name)
}

fn header<'a>(head: &'a Parts, name: &str) -> Option<&'a str> {
    head.headers.get(name).and_then(|value| value.to_str().ok())
}

fn has_content_type(head: &Parts, wanted: &str) -> bool {
    header(head, "content-type").is_some_and(|value| {
        let media = value.split(';').next().unwrap_or_default().trim();
        media.eq_ignore_ascii_case(wanted)
    })
}

/// A body in one of awsJson's versions.
fn has_json(head: &Parts) -> bool {
    has_content_type(head, "application/x-amz-json-1.1")
        || has_content_type(head, "application/x-amz-json-1.0")
}

/// CBOR if the body is CBOR, or if there is none and CBOR is asked for; else JSON.
fn json_or_cbor(head: &Parts) -> Codec {
    let cbor = header(head, "content-type")
        .or_else(|| header(head, "accept"))
        .is_some_and(|value| value.contains("application/x-amz-cbor"));
    if cbor { Codec::Cbor } else { Codec::Json }
}

/// Names the operation of a request from its head.
///
/// # Errors
/// AWS's own error for a request that names no operation of any service. [`speech`] says how to
/// write it.
pub fn identify(head: &Parts, hosts: &Hosts) -> Result<Identified, WireError> {
    if hosts::is_function_url(head) {
        let words = "Function URLs are not implemented by Waterwheel yet.";
        return Err(WireError::not_here(words));
    }
    if let Some(target) = header(head, "x-amz-target") {
        return by_target(head, target).map(Identified::Operation);
    }
    if let Some(named) = s3control::identify(head)? {
        return Ok(Identified::Operation(named));
    }
    if header(head, "smithy-protocol").is_some() {
        return rpc::identify(head).map(Identified::Operation);
    }
    let signed = signed_service(head);
    let signed_for = |service: &&'static Service| {
        signed.as_deref().is_none_or(|name| name == service.signing_name)
    };
    for service in SERVICES.iter().filter(|service| service.speaks(Protocol::RestJson)) {
        if !signed_for(service) {
            continue;
        }
        if let Some(named) = rest::identify(head, service)? {
            return Ok(Identified::Operation(named));
        }
        if signed.is_some() {
            return Err(WireError::unknown_operation(404));
        }
    }
    if let Some(form) = form::from_head(head, signed.as_deref()) {
        return form;
    }
    let of_json = |service: &&'static Service| service.speaks(Protocol::AwsJson);
    let for_json = match signed {
        Some(_) => SERVICES.iter().filter(|it| of_json(it)).any(signed_for),
        None => head.method == Method::POST && head.uri.path() == "/" && has_json(head),
    };
    if for_json {
        return Err(WireError::unknown_operation(400));
    }
    s3::identify(head, hosts)
}

fn by_target(head: &Parts, target: &str) -> Result<Named, WireError> {
    let named = target.rsplit_once('.').and_then(|(prefix, name)| {
        let service = SERVICES
            .iter()
            .copied()
            .find(|service| service.speaks(Protocol::AwsJson) && service.target_prefix == prefix)?;
        Some(Named::plain(service, operation_of(service, name)?, json_or_cbor(head)))
    });
    named.ok_or_else(|| WireError::unknown_operation(400))
}

/// The service and codec in which to answer a request that could not be identified.
pub fn speech(head: &Parts) -> (Option<&'static Service>, Codec) {
    if hosts::is_function_url(head) {
        return (speaker_of(Protocol::RestJson), Codec::RestJson);
    }
    if let Some(target) = header(head, "x-amz-target") {
        let prefix = target.rsplit_once('.').map_or(target, |(prefix, _)| prefix);
        let service = SERVICES
            .iter()
            .copied()
            .find(|service| service.speaks(Protocol::AwsJson) && service.target_prefix == prefix);
        return (service, json_or_cbor(head));
    }
    if header(head, "smithy-protocol").is_some() {
        return (rpc::service(head), Codec::RpcV2Cbor);
    }
    let signed = signed_service(head);
    if let Some(service) =
        SERVICES.iter().copied().find(|service| Some(service.signing_name) == signed.as_deref())
    {
        return (Some(service), Codec::of(service.protocol));
    }
    if has_json(head) {
        return (None, Codec::Json);
    }
    if form::is_form(head) {
        return (None, Codec::Query);
    }
    if rest::is_dated(head.uri.path()) {
        return (speaker_of(Protocol::RestJson), Codec::RestJson);
    }
    (speaker_of(Protocol::RestXml), Codec::RestXml)
}

fn speaker_of(protocol: Protocol) -> Option<&'static Service> {
    SERVICES.iter().copied().find(|service| service.speaks(protocol))
}

/// The decoded pairs of a request's query string.
///
/// # Errors
/// `InvalidURI` when one of them is not UTF-8.
pub(crate) fn query_of(head: &Parts) -> Result<Vec<(String, String)>, WireError> {
    form_pairs(head.uri.query().unwrap_or_default()).ok_or_else(WireError::invalid_uri)
}

/// GET and HEAD have their own operations in S3, but the REST-JSON services know no HEAD.
fn is_method(head: &Parts, method: &str) -> bool {
    head.method == Method::from_bytes(method.as_bytes()).unwrap_or(Method::TRACE)
}

#[cfg(test)]
mod tests;

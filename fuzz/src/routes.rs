//! Which operation a request names: method, host, path, query, headers, form.
//!
//! - No request makes the routing panic, and what names nothing is refused in AWS's words.
//! - What is named is an operation of the model, spoken in a codec of its service, with the labels
//!   of its path and no others.
//! - The same operation, addressed again from what was understood (bucket, key, labels), is
//!   understood alike.
//! - Its head and body can be decoded without panic, nor memory out of proportion.
//!
//! An input is a request's text ([`crate::request`]).

use crate::{memory, operations, request, sigv4};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Uri};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use shapes::{ByteStream, Protocol, Route};
use wire::upload::{Fields, Multipart, Policy, Step};
use wire::{Body, Codec, Hosts, Identified, Named};

/// Tries one input.
pub fn run(data: &[u8]) {
    let Some((head, body)) = request::parse(data) else { return };
    let identified = wire::identify(&head, &Hosts::default());
    let named = match identified {
        Ok(Identified::Operation(named)) => Ok(named),
        Ok(Identified::Form) => wire::identify_form(&head, body),
        Ok(Identified::Upload(named)) => return upload(&named, &head, body),
        Err(error) => Err(error),
    };
    let (service, codec) = wire::speech(&head);
    match named {
        Ok(named) => {
            let route = check(&named);
            check_key(&named, &head);
            address_again(&named, route, &head);
            decode(&named, &head, body);
        }
        Err(error) => {
            assert!((400..600).contains(&error.status), "{error:?}");
            let answer = wire::encode_error(service, codec, &error, "request", false);
            assert_eq!(answer.status().as_u16(), error.status);
        }
    }
}

/// A form is read the same however it is cut, and its policy, if it has one, is read or refused.
fn upload(named: &Named, head: &Parts, body: &[u8]) {
    assert!(named.bucket.is_some() && named.key.is_none(), "{named:?}");
    let kind = head.headers.get("content-type").and_then(|kind| kind.to_str().ok());
    let read = |piece: usize| {
        let mut form = Multipart::new(kind.unwrap_or_default()).ok()?;
        let (mut fields, mut file) = (Fields::default(), Vec::new());
        let mut pieces = body.chunks(piece);
        loop {
            match form.step().ok()? {
                Step::NeedsMore => form.push(pieces.next()?),
                Step::Field { name, value } => fields.add(name, value),
                Step::File { name } => fields.name_file(&name),
                Step::Data(data) => file.extend_from_slice(&data),
                Step::End => return Some((fields, file)),
            }
        }
    };
    let whole = read(body.len().max(1));
    assert_eq!(whole, read(1));
    let policy = whole.as_ref().and_then(|(fields, _)| fields.get("policy"));
    if let Some(Ok(policy)) = policy.map(Policy::parse) {
        let fields = &whole.unwrap_or_default().0;
        let _ = policy.check(fields, "bucket", policy.expiration);
    }
}

/// What is named exists, and has what its path says.
fn check(named: &Named) -> &'static Route {
    let route = named.service.routes.iter().find(|route| route.name == named.operation);
    let route = route.unwrap_or_else(|| panic!("{named:?} is not in the model"));
    match named.service.protocol {
        Protocol::AwsJson if matches!(named.codec, Codec::Json | Codec::Cbor) => {}
        Protocol::AwsJson if named.codec == Codec::Query => {
            assert!(named.service.speaks(Protocol::Query));
        }
        Protocol::RpcV2Cbor if named.codec == Codec::Json => {
            assert!(named.service.speaks(Protocol::AwsJson));
        }
        Protocol::RpcV2Cbor if named.codec == Codec::Query => {
            assert!(named.service.speaks(Protocol::Query));
        }
        protocol => assert_eq!(named.codec, Codec::of(protocol)),
    }
    for label in labels(route) {
        let found = named.labels.iter().find(|(name, _)| *name == label);
        let (_, value) = found.unwrap_or_else(|| panic!("{named:?} has no {label}"));
        assert!(!value.is_empty(), "{named:?}");
    }
    assert_eq!(named.labels.len(), labels(route).count(), "{named:?}");
    let label = |name: &str| named.labels.iter().find(|(own, _)| *own == name);
    if named.codec == Codec::RestXml {
        assert_eq!(named.bucket.as_ref(), label("Bucket").map(|(_, value)| value));
        assert_eq!(named.key.as_ref(), label("Key").map(|(_, value)| value));
    }
    route
}

/// A key is what stands in the path, decoded once.
fn check_key(named: &Named, head: &Parts) {
    let Some(key) = &named.key else { return };
    let path = &head.uri.path()[1..];
    let below_bucket = path.split_once('/').map(|(_, key)| key);
    let mut written = [Some(path), below_bucket].into_iter().flatten();
    assert!(written.any(|text| sigv4::uri_decode(text) == key.as_bytes()), "{key} in {path}");
}

/// The names of a path's labels.
fn labels(route: &'static Route) -> impl Iterator<Item = &'static str> {
    let path = route.uri.split('?').next().unwrap_or_default();
    let named = path.split('/').filter_map(|it| it.strip_prefix('{')?.strip_suffix('}'));
    named.map(|name| name.trim_end_matches('+'))
}

/// The same request with its path written anew, and a bucket of the host's name moved there.
fn address_again(named: &Named, route: &'static Route, head: &Parts) {
    if !matches!(named.codec, Codec::RestJson | Codec::RestXml) {
        return;
    }
    // `//` is no bucket's path either, but `/` may also be asked by the query services.
    if route.uri == "/" && head.uri.path() != "/" {
        return;
    }
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let mut path = route.uri.split('?').next().unwrap_or_default().to_owned();
    for (label, value) in &named.labels {
        path = path.replace(&format!("{{{label}}}"), &encode(value));
        path = path.replace(&format!("{{{label}+}}"), &encode(value));
    }
    if let Some(query) = head.uri.query() {
        path.push('?');
        path.push_str(query);
    }
    // The longest address that the HTTP library takes may be too short for its escapes.
    let Ok(uri) = path.parse::<Uri>() else { return };
    let mut again = head.clone();
    again.uri = uri;
    if named.codec == Codec::RestXml {
        again.headers.insert("host", HeaderValue::from_static("localhost"));
    }
    match wire::identify(&again, &Hosts::default()) {
        Ok(Identified::Operation(same)) => {
            assert_eq!(
                (same.service.id, same.operation, same.codec, &same.labels),
                (named.service.id, named.operation, named.codec, &named.labels),
                "{path}"
            );
        }
        other => panic!("{other:?} for {path} and not {named:?}"),
    }
}

fn decode(named: &Named, head: &Parts, body: &[u8]) {
    let Some(operation) = operations::find(named.service.id, named.operation) else { return };
    let limit = 256 * 1024 + 2048 * (body.len() + 1024);
    let error = memory::within("the body", limit, || {
        let mut input = (operation.input)();
        let body = Bytes::copy_from_slice(body);
        let body = if wire::takes_stream(operation.schema) {
            Body::Stream(ByteStream::from(body))
        } else {
            Body::Bytes(body)
        };
        wire::decode(operation.schema, named, head, body, &mut *input).err()
    });
    assert!(error.is_none_or(|error| (400..500).contains(&error.status)));
}

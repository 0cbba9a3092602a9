//! The canonical form of a request, as "Create a canonical request" has it.

use super::Signed;
use http::request::Parts;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use std::collections::HashSet;

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
/// The same, which leaves a path's slashes.
const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

/// The canonical request. `payload` is the hash of the body or what stands in its place.
pub(super) fn request(signed: &Signed, head: &Parts, payload: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(512);
    line(&mut out, head.method.as_str().as_bytes());
    let is_plain = signed.scope.signing().plain_path;
    line(&mut out, if is_plain { plain_path(head) } else { normal_path(head) }.as_bytes());
    line(&mut out, query(head).as_bytes());
    // Each once: one name over and over would make a canonical request of a header's length times
    // the list's.
    let mut seen = HashSet::new();
    let names = signed.signed_headers.split(';').filter(|name| seen.insert(*name));
    let names: Vec<&str> = names.collect();
    for name in &names {
        out.extend_from_slice(name.as_bytes());
        out.push(b':');
        line(&mut out, &header(head, name));
    }
    out.push(b'\n');
    line(&mut out, names.join(";").as_bytes());
    out.extend_from_slice(payload.as_bytes());
    out
}

fn line(out: &mut Vec<u8>, text: &[u8]) {
    out.extend_from_slice(text);
    out.push(b'\n');
}

/// S3's path: encoded once, and never shortened, since a key may hold dots and slashes.
fn plain_path(head: &Parts) -> String {
    let path = head.uri.path();
    let decoded: Vec<u8> = percent_decode_str(path).collect();
    let encoded = percent_encode(&decoded, RESERVED_IN_PATH).to_string();
    if encoded.is_empty() { "/".to_owned() } else { encoded }
}

/// Everyone else's path: without dot segments and repeated slashes, what the wire has encoded
/// once more.
fn normal_path(head: &Parts) -> String {
    let path = head.uri.path();
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            other => segments.push(other),
        }
    }
    let mut normal = format!("/{}", segments.join("/"));
    if normal.len() > 1 && path.ends_with('/') {
        normal.push('/');
    }
    percent_encode(normal.as_bytes(), RESERVED_IN_PATH).to_string()
}

/// The parameters, encoded alike and sorted, without the signature itself.
fn query(head: &Parts) -> String {
    let encode = |text: &str| {
        let decoded: Vec<u8> = percent_decode_str(text).collect();
        percent_encode(&decoded, RESERVED).to_string()
    };
    let pairs = head.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut pairs: Vec<_> = pairs
        .map(|(name, value)| (encode(name), encode(value)))
        .filter(|(name, _)| name != "X-Amz-Signature")
        .collect();
    pairs.sort();
    let pairs: Vec<_> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

/// A header's values, trimmed, with single spaces, joined by commas. HTTP/2 has the host in the
/// request's authority, and its clients may sign that under the name that HTTP/2 gives it.
fn header(head: &Parts, name: &str) -> Vec<u8> {
    let authority = || head.uri.authority().map(|authority| authority.as_str().into());
    let of_headers = |name: &str| {
        let values = head.headers.get_all(name).iter().map(|value| tidy(value.as_bytes()));
        values.collect::<Vec<_>>().join(&b',')
    };
    match name {
        ":authority" => authority().unwrap_or_else(|| of_headers("host")),
        "host" if !head.headers.contains_key("host") => authority().unwrap_or_default(),
        _ => of_headers(name),
    }
}

fn tidy(value: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(value.len());
    for &byte in value.trim_ascii() {
        if !(byte == b' ' && out.last() == Some(&b' ')) {
            out.push(byte);
        }
    }
    out
}

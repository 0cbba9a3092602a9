//! Signatures of requests: in the header, in the query string, and S3's old ones of version 2.
//!
//! - No request makes the parser or the verifier panic, and each refusal has AWS's words.
//! - The canonical request is that of a second implementation, written here from the page
//!   "Create a signed AWS API request".
//! - A request that is signed rightly is proven, and no longer is when anything that the signature
//!   covers is changed: a letter of the signature, the secret, method, path, query, a signed
//!   header, the payload, or the time.
//! - None of it holds memory out of proportion to the request.
//! - A date that is read is written and read again, and is the same.
//!
//! An input is a request's text ([`crate::request`]), or a `d` and a date.

use crate::{memory, request};
use http::request::Parts;
use http::{HeaderValue, Uri};
use shapes::{SERVICES, Timestamp, TimestampFormat};
use wire::Codec;
use wire::sigv4::{KeyCache, Mismatch, Payload, Scheme, SigError, Signed, SigningKey};

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

/// What parsing and proving may hold, besides what each byte of the request is worth: it is
/// decoded, made canonical and shown, a few times each.
const MEMORY_BYTES: usize = 64 * 1024;
const BYTES_PER_BYTE: usize = 128;

/// Tries one input.
pub fn run(data: &[u8]) {
    if let Some((b'd', text)) = data.split_first() {
        return std::str::from_utf8(text).map(date).unwrap_or_default();
    }
    let Some((head, _)) = request::parse(data) else { return };
    let limit = MEMORY_BYTES + BYTES_PER_BYTE * data.len();
    memory::within("the body", limit, || {
        if let Ok(Some(signed)) = wire::sigv4::parse(&head) {
            let _ = verify(&signed, &head, "");
        }
    });
    let payload = Payload::of(&head);
    if let Ok(payload) = &payload {
        assert!(!payload.canonical().is_empty());
    }
    match wire::sigv4::parse(&head) {
        Ok(Some(signed)) => {
            check(&signed);
            let payload = payload.unwrap_or(Payload::Absent);
            prove(signed, &head, payload.canonical());
        }
        Ok(None) => {}
        Err(error) => words(&error),
    }
}

/// What a service says of an error.
fn words(error: &SigError) {
    for service in SERVICES {
        let error = error.to_wire(Codec::of(service.protocol));
        assert!((400..500).contains(&error.status), "{error:?}");
        assert!(!error.code.is_empty() && !error.message.is_empty(), "{error:?}");
    }
}

/// What the rest of the house may rely on before anything is proven.
fn check(signed: &Signed) {
    let in_region = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    assert!(signed.scope.region.bytes().all(in_region), "{signed:?}");
    assert!(!signed.scope.region.is_empty() && signed.scope.region.len() <= 40, "{signed:?}");
    assert!(signed.amz_date.starts_with(&signed.scope.date), "{signed:?}");
    assert!(signed.scope.date.len() == 8, "{signed:?}");
    assert!(signed.expires_s.is_none_or(|seconds| seconds <= 604_800), "{signed:?}");
    assert_eq!(signed.is_presigned(), signed.expires_s.is_some(), "{signed:?}");
}

fn verify(signed: &Signed, head: &Parts, payload: &str) -> Result<(), SigError> {
    verify_with(signed, head, payload, SECRET, signed.time)
}

fn verify_with(
    signed: &Signed,
    head: &Parts,
    payload: &str,
    secret: &str,
    now: Timestamp,
) -> Result<(), SigError> {
    let keys = KeyCache::default();
    wire::sigv4::verify(signed, head, payload, secret, now, &keys).map(|_| ())
}

/// Signs the request rightly, and then changes it in every way that must not go unnoticed.
fn prove(mut signed: Signed, head: &Parts, payload: &str) {
    let mismatch = match verify(&signed, head, payload) {
        // A signature that is right for this secret: as good as one made here.
        Ok(()) => return tamper(&signed, head, payload),
        Err(SigError::Mismatch(mismatch)) => mismatch,
        Err(error) => return words(&error),
    };
    words(&SigError::Mismatch(mismatch.clone()));
    signed.signature = match signed.scheme {
        Scheme::QueryV2 | Scheme::HeaderV2 => sign_v2(&mismatch),
        _ => {
            assert_eq!(mismatch.canonical, canonical(&signed, head, payload));
            let key = SigningKey::derive(SECRET, &signed.scope);
            key.sign(mismatch.string_to_sign.as_bytes())
        }
    };
    if let Err(error) = verify(&signed, head, payload) {
        panic!("{error:?} of the right signature");
    }
    tamper(&signed, head, payload);
}

fn sign_v2(mismatch: &Mismatch) -> String {
    use hmac::{KeyInit, Mac};
    let mut mac = hmac::Hmac::<sha1::Sha1>::new_from_slice(SECRET.as_bytes()).expect("any key");
    mac.update(mismatch.string_to_sign.as_bytes());
    base64_simd::STANDARD.encode_to_string(mac.finalize().into_bytes())
}

fn tamper(signed: &Signed, head: &Parts, payload: &str) {
    let refused = |result: Result<(), SigError>, what: &str| match result {
        Err(SigError::Mismatch(_) | SigError::HostNotSigned | SigError::HeadersNotSigned(_)) => {}
        other => panic!("{other:?} where {what} was changed"),
    };
    refused(verify_with(signed, head, payload, "another", signed.time), "the secret");
    let mut other = signed.clone();
    other.signature = flipped(&signed.signature);
    refused(verify(&other, head, payload), "the signature");
    let mut other = head.clone();
    other.method = if head.method == "GET" { http::Method::PUT } else { http::Method::GET };
    refused(verify(signed, &other, payload), "the method");
    if let Some(other) = with_path(head) {
        refused(verify(signed, &other, payload), "the path");
    }
    late(signed, head, payload);
    if matches!(signed.scheme, Scheme::QueryV2 | Scheme::HeaderV2) {
        return;
    }
    refused(verify(signed, head, "something else"), "the payload");
    if let Some(other) = with_query(head) {
        refused(verify(signed, &other, payload), "the query");
    }
    for name in names(signed).into_iter().take(20) {
        let mut other = head.clone();
        let Some(value) = other.headers.get_mut(name) else { continue };
        if let Ok(longer) = HeaderValue::from_bytes(&[value.as_bytes(), b"x"].concat()) {
            *value = longer;
            refused(verify(signed, &other, payload), name);
        }
    }
}

fn flipped(signature: &str) -> String {
    let (first, rest) = signature.split_at(1);
    format!("{}{rest}", if first == "0" { "1" } else { "0" })
}

/// The same request with one letter more at the end of its path.
fn with_path(head: &Parts) -> Option<Parts> {
    let query = head.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    with_uri(head, format!("{}x{query}", head.uri.path()))
}

/// The same request with one parameter more.
fn with_query(head: &Parts) -> Option<Parts> {
    let query = head.uri.query().map(|query| format!("{query}&")).unwrap_or_default();
    with_uri(head, format!("{}?{query}zz=1", head.uri.path()))
}

fn with_uri(head: &Parts, path: String) -> Option<Parts> {
    let mut parts = head.uri.clone().into_parts();
    parts.path_and_query = Some(path.parse().ok()?);
    let mut head = head.clone();
    head.uri = Uri::from_parts(parts).ok()?;
    Some(head)
}

fn late(signed: &Signed, head: &Parts, payload: &str) {
    let allowed_ms = signed.expires_s.map_or(15 * 60 * 1000, |seconds| i64::from(seconds) * 1000);
    let at = |ms: i64| {
        let now = Timestamp(signed.time.millis() + ms);
        verify_with(signed, head, payload, SECRET, now)
    };
    assert!(at(allowed_ms).is_ok(), "the last moment");
    let error = at(allowed_ms + 1).expect_err("a moment too late");
    assert!(matches!(error, SigError::Skewed { .. } | SigError::Expired { .. }), "{error:?}");
    words(&error);
}

/// The signed headers' names, each once.
fn names(signed: &Signed) -> Vec<&str> {
    let mut names = Vec::new();
    for name in signed.signed_headers.split(';') {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The canonical request, as the page describes it step by step.
fn canonical(signed: &Signed, head: &Parts, payload: &str) -> String {
    let mut lines = vec![head.method.as_str().as_bytes().to_vec()];
    // An address that is only a host has no path.
    let path = Some(head.uri.path()).filter(|path| !path.is_empty()).unwrap_or("/");
    lines.push(if signed.scope.service == "s3" {
        uri_encode(&uri_decode(path), true).into_bytes()
    } else {
        uri_encode(normalized(path).as_bytes(), true).into_bytes()
    });
    lines.push(canonical_query(head.uri.query().unwrap_or("")).into_bytes());
    let names = names(signed);
    for name in &names {
        let mut line = [name.as_bytes(), b":"].concat();
        line.extend(canonical_header(head, name));
        lines.push(line);
    }
    lines.push(Vec::new());
    lines.push(names.join(";").into_bytes());
    lines.push(payload.as_bytes().to_vec());
    String::from_utf8_lossy(&lines.join(&b'\n')).into_owned()
}

/// "UriEncode() must enforce the following rules": unreserved letters stay, all else is `%XY` in
/// capitals.
fn uri_encode(bytes: &[u8], slash_stays: bool) -> String {
    let mut out = String::new();
    for byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(*byte));
            }
            b'/' if slash_stays => out.push('/'),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// Takes the escapes out of a text, once.
pub fn uri_decode(text: &str) -> Vec<u8> {
    let mut rest = text.as_bytes();
    let mut out = Vec::new();
    while let Some((first, others)) = rest.split_first() {
        let digit = |at: usize| others.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                rest = &others[2..];
            }
            _ => {
                out.push(*first);
                rest = others;
            }
        }
    }
    out
}

/// RFC 3986, section 6.2.2.3, with repeated slashes taken for one.
fn normalized(path: &str) -> String {
    let mut out = String::new();
    for segment in path.split('/').filter(|segment| !matches!(*segment, "" | ".")) {
        if segment == ".." {
            out.truncate(out.rfind('/').unwrap_or(0));
        } else {
            out.push('/');
            out.push_str(segment);
        }
    }
    if out.is_empty() || path.ends_with('/') {
        out.push('/');
    }
    out
}

fn canonical_query(query: &str) -> String {
    let mut pairs: Vec<[String; 2]> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        pairs.push([name, value].map(|text| uri_encode(&uri_decode(text), false)));
    }
    pairs.retain(|[name, _]| name != "X-Amz-Signature");
    pairs.sort();
    pairs.iter().map(|pair| pair.join("=")).collect::<Vec<_>>().join("&")
}

fn canonical_header(head: &Parts, name: &str) -> Vec<u8> {
    let authority = head.uri.authority().map(|authority| authority.as_str().as_bytes().to_vec());
    let from_uri = name == ":authority" || (name == "host" && !head.headers.contains_key("host"));
    if let Some(authority) = authority.filter(|_| from_uri) {
        return authority;
    }
    let name = if name == ":authority" { "host" } else { name };
    let values = head.headers.get_all(name).iter().map(|value| {
        let words = value.as_bytes().trim_ascii().split(|byte| *byte == b' ');
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(&b' ')
    });
    values.collect::<Vec<_>>().join(&b',')
}

/// A date in any of the three forms.
fn date(text: &str) {
    use TimestampFormat::{Iso8601, Rfc822, UnixTimestamp};
    for format in [Iso8601, Rfc822, UnixTimestamp] {
        let Some(at) = Timestamp::parse(text, format) else { continue };
        let (iso, http) = (at.iso8601_millis(), at.http_date());
        // A day on each side for the zone.
        let has_four_digits = (-62_167_305_600_000..253_402_387_200_000).contains(&at.millis());
        assert!(has_four_digits || format == UnixTimestamp, "{text} is {iso}");
        if !(0..10_000).contains(&at.civil().year) {
            continue;
        }
        assert_eq!(Timestamp::parse(&iso, Iso8601), Some(at), "{text} is {iso}");
        let second = Timestamp(at.seconds() * 1000);
        assert_eq!(Timestamp::parse(&http, Rfc822), Some(second), "{text} is {http}");
    }
}

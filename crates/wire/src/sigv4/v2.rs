//! S3's signatures of version 2: presigned URLs, which botocore makes by default in the regions
//! that had it, and the `Authorization` header.
//!
//! Follows "Signing and Authenticating REST Requests", with its section "Query String Request
//! Authentication Alternative" (S3 API Reference, appendix).

use super::keys::{hmac, same};
use super::parse::Query;
use super::{Mismatch, Scheme, Scope, SigError, Signed, basic_date};
use http::request::Parts;
use shapes::{SERVICES, Timestamp};

/// The parameters that are part of the resource.
const SUBRESOURCES: [&str; 35] = [
    "accelerate",
    "acl",
    "analytics",
    "cors",
    "defaultObjectAcl",
    "delete",
    "inventory",
    "lifecycle",
    "location",
    "logging",
    "metrics",
    "notification",
    "object-lock",
    "partNumber",
    "policy",
    "replication",
    "requestPayment",
    "response-cache-control",
    "response-content-disposition",
    "response-content-encoding",
    "response-content-language",
    "response-content-type",
    "response-expires",
    "restore",
    "select",
    "select-type",
    "storageClass",
    "tagging",
    "torrent",
    "uploadId",
    "uploads",
    "versionId",
    "versioning",
    "versions",
    "website",
];

/// Reads `AWSAccessKeyId`, `Signature` and `Expires`.
pub(super) fn parse(query: &Query) -> Result<Signed, SigError> {
    if ["AWSAccessKeyId", "Signature", "Expires"].iter().any(|name| query.get(name).is_none()) {
        return Err(SigError::V2QueryParts);
    }
    let get = |name: &str| query.get(name).unwrap_or_default().to_owned();
    let end: i64 = get("Expires").parse().map_err(|_| SigError::V2Expires)?;
    let time = Timestamp(end.checked_mul(1000).ok_or(SigError::V2Expires)?);
    // A date far outside the calendar has no `YYYYMMDD`; nothing signed with it is current.
    if !(0..=253_402_300_799).contains(&end) {
        return Err(SigError::V2Expires);
    }
    let amz_date = basic_date(time);
    Ok(Signed {
        scheme: Scheme::QueryV2,
        key_id: get("AWSAccessKeyId"),
        scope: scope(&amz_date[..8]),
        signed_headers: String::new(),
        signature: get("Signature"),
        amz_date,
        time,
        session_token: query.get("x-amz-security-token").map(str::to_owned),
        expires_s: Some(0),
    })
}

/// Reads `AWS id:signature`, and the date of the request.
pub(super) fn parse_header(
    rest: &str,
    date: Option<(String, Timestamp)>,
    token: Option<String>,
) -> Result<Signed, SigError> {
    let parts = rest
        .trim()
        .rsplit_once(':')
        .filter(|(id, signature)| !id.is_empty() && !signature.is_empty());
    let (key_id, signature) =
        parts.ok_or_else(|| SigError::V2Header { given: format!("AWS {rest}") })?;
    let (amz_date, time) = date.ok_or_else(|| SigError::Incomplete {
        missing: vec!["Date"],
        header: format!("AWS {rest}"),
    })?;
    let date = basic_date(time);
    Ok(Signed {
        scheme: Scheme::HeaderV2,
        key_id: key_id.to_owned(),
        scope: scope(date.get(..8).unwrap_or_default()),
        signed_headers: String::new(),
        signature: signature.to_owned(),
        amz_date,
        time,
        session_token: token,
        expires_s: None,
    })
}

/// What a signature without a scope counts as made for.
pub(super) fn scope(date: &str) -> Scope {
    Scope {
        date: date.to_owned(),
        region: "us-east-1".to_owned(),
        service: signing_name().to_owned(),
    }
}

/// The service that still takes version 2.
fn signing_name() -> &'static str {
    let own = SERVICES.iter().find(|service| service.dialect.signing.version_2);
    own.map_or("", |service| service.signing_name)
}

/// Proves the signature. A virtual-hosted address has its bucket in the resource too, so each
/// leading part of the host is tried as one.
pub(super) fn verify(signed: &Signed, head: &Parts, secret: &str) -> Result<(), SigError> {
    for bucket in std::iter::once(None).chain(buckets(head).map(Some)) {
        let text = string_to_sign(signed, head, bucket);
        let mac = hmac::<hmac::Hmac<sha1::Sha1>>(secret.as_bytes(), text.as_bytes());
        let right = base64_simd::STANDARD.encode_to_string(mac);
        if same(right.as_bytes(), signed.signature.as_bytes()) {
            return Ok(());
        }
    }
    Err(SigError::Mismatch(Box::new(Mismatch {
        key_id: signed.key_id.clone(),
        signature: signed.signature.clone(),
        canonical: String::new(),
        string_to_sign: string_to_sign(signed, head, None),
    })))
}

/// "Bucket names must be between 3 (min) and 63 (max) characters long."
const LONGEST_BUCKET: usize = 63;

/// What stands before each dot of the host's name and can be a bucket's.
fn buckets(head: &Parts) -> impl Iterator<Item = &str> {
    let host = head.headers.get(http::header::HOST).and_then(|host| host.to_str().ok());
    let host = host.unwrap_or_default();
    let dots = host.match_indices('.').map(|(dot, _)| dot);
    dots.filter(|dot| (1..=LONGEST_BUCKET).contains(dot)).map(move |dot| &host[..dot])
}

fn string_to_sign(signed: &Signed, head: &Parts, bucket: Option<&str>) -> String {
    let query = Query::of(head);
    let header = |name: &str| {
        let header = head.headers.get(name).and_then(|value| value.to_str().ok());
        header.or_else(|| query.get(name)).unwrap_or_default().to_owned()
    };
    let date = match signed.scheme {
        Scheme::HeaderV2 if head.headers.contains_key("x-amz-date") => String::new(),
        Scheme::HeaderV2 => header("date"),
        _ => signed.time.seconds().to_string(),
    };
    let mut text = format!(
        "{}\n{}\n{}\n{date}\n",
        head.method,
        header("content-md5"),
        header("content-type"),
    );
    text.push_str(&amz_headers(&query, head));
    if let Some(bucket) = bucket {
        text.push('/');
        text.push_str(bucket);
    }
    text.push_str(head.uri.path());
    text.push_str(&subresource(&query));
    text
}

/// The `x-amz-` headers, sorted; the SDKs put them in the query string, where they count too.
fn amz_headers(query: &Query, head: &Parts) -> String {
    let names = head.headers.keys().map(|name| name.as_str());
    let of_headers = names.filter(|name| name.starts_with("x-amz-")).map(|name| {
        let values = head.headers.get_all(name).iter();
        let values: Vec<_> = values.map(|v| v.to_str().unwrap_or_default().trim()).collect();
        format!("{name}:{}\n", values.join(","))
    });
    let of_query = query.pairs().iter().filter_map(|(name, value)| {
        let name = name.to_ascii_lowercase();
        let counts = name.starts_with("x-amz-") && !head.headers.contains_key(&name);
        counts.then(|| format!("{name}:{value}\n"))
    });
    let mut lines: Vec<String> = of_headers.chain(of_query).collect();
    lines.sort();
    lines.concat()
}

fn subresource(query: &Query) -> String {
    let mut named: Vec<_> = query
        .pairs()
        .iter()
        .filter(|(name, _)| SUBRESOURCES.contains(&name.as_str()))
        .map(|(name, value)| match value.as_str() {
            "" => name.clone(),
            value => format!("{name}={value}"),
        })
        .collect();
    named.sort();
    if named.is_empty() { String::new() } else { format!("?{}", named.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_a_bucket_is_tried() {
        let count = |host: &str| {
            let request = http::Request::builder().header("host", host).body(()).unwrap();
            buckets(&request.into_parts().0).count()
        };
        assert_eq!(count("bucket.s3.amazonaws.com"), 3);
        assert_eq!(count(".s3"), 0);
        assert_eq!(count(&"a.".repeat(10_000)), 32);
    }
}

//! Which S3 operation a request names: by method, address, sub-resource and a few headers.

use super::rest::{parts_of, query_has};
use super::{Hosts, Identified, Named, has_content_type, query_of};
use crate::text::percent_decode;
use crate::{Codec, WireError};
use http::Method;
use http::request::Parts;
use shapes::{Route, s3::SERVICE};
use std::collections::HashSet;
use std::sync::OnceLock;

/// What an address points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Root,
    Bucket,
    Object,
    Other,
}

fn level_of(route: &'static Route) -> Level {
    match parts_of(route.uri).0 {
        "/" => Level::Root,
        "/{Bucket}" => Level::Bucket,
        "/{Bucket}/{Key+}" => Level::Object,
        _ => Level::Other,
    }
}

/// A route of the model, taken apart.
struct Prepared {
    name: &'static str,
    level: Level,
    method: Method,
    /// The constant parts of its query, `key` or `key=value`.
    constants: Vec<&'static str>,
}

fn prepared() -> &'static [Prepared] {
    static ROUTES: OnceLock<Vec<Prepared>> = OnceLock::new();
    ROUTES.get_or_init(|| {
        let prepare = |route: &'static Route| {
            let method = Method::from_bytes(route.method.as_bytes()).ok()?;
            let constants = parts_of(route.uri).1.collect();
            Some(Prepared { name: route.name, level: level_of(route), method, constants })
        };
        SERVICE.routes.iter().filter_map(prepare).collect()
    })
}

/// The names of sub-resources, such as `acl`: a request that has one never means the bucket or
/// object itself.
fn sub_resources() -> &'static HashSet<&'static str> {
    static NAMES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let all = prepared().iter().flat_map(|route| &route.constants);
        all.copied().filter(|part| !part.contains('=')).collect()
    })
}

/// A request's query pairs, decoded.
type Query = [(String, String)];

fn has(query: &Query, key: &str) -> bool {
    query.iter().any(|(name, _)| name == key)
}

/// The operation of a request that no other service claims.
pub(super) fn identify(head: &Parts, hosts: &Hosts) -> Result<Identified, WireError> {
    let mut named = Named::plain(&SERVICE, "", Codec::RestXml);
    address(head, hosts, &mut named)?;
    let query = query_of(head)?;
    let level = match (&named.bucket, &named.key) {
        (None, _) => Level::Root,
        (Some(_), None) => Level::Bucket,
        (Some(_), Some(_)) => Level::Object,
    };
    if level == Level::Bucket && head.method == Method::POST && names_nothing(&query) {
        if !is_upload_form(head) {
            return Err(not_a_form());
        }
        named.operation = "PutObject";
        return Ok(Identified::Upload(named));
    }
    named.operation = operation(head, level, &query).map_err(|error| {
        if error.code != "MethodNotAllowed" {
            return error;
        }
        let kind = match level {
            Level::Bucket => "BUCKET",
            Level::Object if has(&query, "uploadId") => "UPLOAD",
            Level::Object => "OBJECT",
            Level::Root | Level::Other => "SERVICE",
        };
        error.with_field("Method", head.method.as_str()).with_field("ResourceType", kind)
    })?;
    Ok(Identified::Operation(named))
}

/// Whether a query names no sub-resource, so that the bucket itself is meant.
fn names_nothing(query: &Query) -> bool {
    !query.iter().any(|(key, _)| sub_resources().contains(key.as_str()))
}

/// A browser's upload, which no model describes (S3, "Browser-based uploads using POST").
fn is_upload_form(head: &Parts) -> bool {
    has_content_type(head, "multipart/form-data")
}

fn not_a_form() -> WireError {
    let message = "At least one of the pre-conditions you specified did not hold";
    WireError::client("PreconditionFailed", 412, message)
        .with_field("Condition", "Bucket POST must be of the enclosure-type multipart/form-data")
}

/// What an address points at in S3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The bucket.
    pub bucket: String,
    /// The path within it, percent-decoded, without the slash that it begins with. It may be empty.
    pub key: String,
    /// Whether the bucket is asked for as a web site.
    pub is_site: bool,
}

/// What a request's address points at, if it is for S3: whatever its method, and whether or not it names an
/// operation. A path that is the beginning of another service's is not S3's.
pub fn spot(head: &Parts, hosts: &Hosts) -> Option<Spot> {
    if let Some(bucket) = hosts.site(head) {
        let path = head.uri.path();
        let key = percent_decode(path.strip_prefix('/').unwrap_or(path))?;
        return Some(Spot { bucket, key, is_site: true });
    }
    if super::hosts::is_function_url(head) {
        return None;
    }
    let mut named = Named::plain(&SERVICE, "", Codec::RestXml);
    address(head, hosts, &mut named).ok()?;
    let is_path = hosts.bucket(head).is_none();
    if is_path && super::rest::is_dated(head.uri.path()) {
        return None;
    }
    Some(Spot { bucket: named.bucket?, key: named.key.unwrap_or_default(), is_site: false })
}

/// Finds bucket and key. Keys are decoded exactly once, and a plus in them is a plus.
fn address(head: &Parts, hosts: &Hosts, named: &mut Named) -> Result<(), WireError> {
    let path = head.uri.path();
    let path = path.strip_prefix('/').unwrap_or(path);
    let virtual_bucket = hosts.bucket(head);
    let (bucket, key) = match virtual_bucket {
        Some(bucket) => (Some(bucket), path),
        None => {
            let (bucket, key) = path.split_once('/').unwrap_or((path, ""));
            let bucket = percent_decode(bucket).ok_or_else(WireError::invalid_uri)?;
            (Some(bucket).filter(|bucket| !bucket.is_empty()), key)
        }
    };
    let key = percent_decode(key).ok_or_else(WireError::invalid_uri)?;
    named.labels.extend(bucket.clone().map(|bucket| ("Bucket", bucket)));
    if !key.is_empty() {
        if bucket.is_none() {
            return Err(WireError::invalid_uri());
        }
        named.labels.push(("Key", key.clone()));
        named.key = Some(key);
    }
    named.bucket = bucket;
    Ok(())
}

/// The most particular route that fits; what the model leaves open is decided by [`decide`].
fn operation(head: &Parts, level: Level, query: &Query) -> Result<&'static str, WireError> {
    let fitting = prepared().iter().filter(|route| {
        route.level == level
            && route.method == head.method
            && route.constants.iter().all(|part| query_has(query, part))
    });
    let most = fitting.clone().map(|route| route.constants.len()).max().ok_or_else(not_allowed)?;
    let best = fitting.filter(|route| route.constants.len() == most);
    let names: Vec<&'static str> = best.clone().map(|route| route.name).collect();
    let uncovered = |(key, _): &&(String, String)| {
        let covers = |route: &Prepared| route.constants.contains(&key.as_str());
        sub_resources().contains(key.as_str()) && !best.clone().any(covers)
    };
    if most == 0
        && let Some((of_others, _)) = query.iter().find(uncovered)
    {
        let is_lost = level == Level::Object && head.method == Method::GET;
        let is_list = ["uploads", "versions"].contains(&of_others.as_str());
        return Err(if is_lost && is_list { no_list_of_key(of_others) } else { not_allowed() });
    }
    decide(head, query, &names)
}

/// S3's answer to who asks a key for a list that a bucket has.
fn no_list_of_key(name: &str) -> WireError {
    let words = format!("There is no such thing as the ?{name} sub-resource for a key");
    WireError::client("InvalidRequest", 400, words)
}

/// S3's answer to a method that a resource does not know.
fn not_allowed() -> WireError {
    let words = "The specified method is not allowed against this resource.";
    WireError::client("MethodNotAllowed", 405, words)
}

/// Chooses between operations that the model gives the same method and address.
fn decide(head: &Parts, query: &Query, names: &[&'static str]) -> Result<&'static str, WireError> {
    let pick = |name: &str| names.iter().copied().find(|it| *it == name).ok_or_else(not_allowed);
    let copies = head.headers.contains_key("x-amz-copy-source");
    let upload = has(query, "uploadId");
    if names.contains(&"GetObject") || names.contains(&"HeadObject") {
        check_replaced(query)?;
    }
    if let Some((_, version)) = query.iter().find(|(name, _)| name == "versionId")
        && (names.contains(&"PutObject") || names.contains(&"CreateMultipartUpload"))
    {
        return Err(no_version(version));
    }
    match *names {
        [] => Err(not_allowed()),
        ["CompleteMultipartUpload"] if !upload => Err(not_allowed()),
        [only] => Ok(only),
        _ if names.contains(&"PutObject") => match (upload || has(query, "partNumber"), copies) {
            (true, _) if !upload => Err(part_of_nothing()),
            (true, _) if !has(query, "partNumber") => Err(not_allowed()),
            (true, true) => pick("UploadPartCopy"),
            (true, false) => pick("UploadPart"),
            (false, true) => pick("CopyObject"),
            (false, false) => pick("PutObject"),
        },
        _ if names.contains(&"GetObject") => pick(if upload { "ListParts" } else { "GetObject" }),
        _ if names.contains(&"DeleteObject") => {
            pick(if upload { "AbortMultipartUpload" } else { "DeleteObject" })
        }
        _ if names.contains(&"ListBuckets") => pick("ListBuckets"),
        _ => Ok(among_configurations(query, names)),
    }
}

/// No version is written over, so none is named where an object is made.
fn no_version(given: &str) -> WireError {
    WireError::client("InvalidArgument", 400, "This operation does not accept a version-id.")
        .with_field("ArgumentName", "versionId")
        .with_field("ArgumentValue", given)
}

/// S3's words for a part of no upload, whose value it does not tell.
fn part_of_nothing() -> WireError {
    let words = "This operation does not accept partNumber without uploadId";
    WireError::client("InvalidArgument", 400, words)
        .with_field("ArgumentName", "partNumber")
        .with_field("ArgumentValue", "partNumber")
}

/// Reads may replace these headers of their answers, and no others.
fn check_replaced(query: &Query) -> Result<(), WireError> {
    const REPLACEABLE: [&str; 6] = [
        "response-cache-control",
        "response-content-disposition",
        "response-content-encoding",
        "response-content-language",
        "response-content-type",
        "response-expires",
    ];
    let is_strange = |name: &str| name.starts_with("response-") && !REPLACEABLE.contains(&name);
    match query.iter().find(|(name, _)| is_strange(name)) {
        None => Ok(()),
        Some((name, value)) => {
            let words = format!(
                "{name} is not in the set of overridable response headers. Please refer to the S3 \
                 API documentation for a complete list of overridable response headers."
            );
            let error = WireError::client("InvalidArgument", 400, words);
            Err(error.with_field("ArgumentName", &**name).with_field("ArgumentValue", &**value))
        }
    }
}

/// `GetBucketMetricsConfiguration` has an `id`, `ListBucketMetricsConfigurations` has none; of
/// an old operation and its successor (`…Configuration`) the successor is meant.
fn among_configurations(query: &Query, names: &[&'static str]) -> &'static str {
    let one = has(query, "id") || has(query, "annotationName");
    let of_kind =
        |list: bool| names.iter().copied().filter(move |it| it.starts_with("List") == list);
    let lists = of_kind(true).next();
    let longest = of_kind(false).max_by_key(|name| name.len());
    match (lists, longest) {
        (Some(list), Some(single)) => {
            if one {
                single
            } else {
                list
            }
        }
        (Some(name), None) | (None, Some(name)) => name,
        (None, None) => "",
    }
}

//! The paths of the REST-JSON services.

use super::{Named, is_method, query_of};
use crate::text::percent_decode;
use crate::{Codec, WireError};
use http::request::Parts;
use shapes::{Route, Service};

/// A path that begins with the date of an API, as all of Lambda's do.
pub(super) fn is_dated(path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    first.len() == 10
        && first.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.strip_suffix('/').unwrap_or(path).split('/')
}

/// A route's path and its constant query parts.
pub(super) fn parts_of(uri: &'static str) -> (&'static str, impl Iterator<Item = &'static str>) {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    (path, query.split('&').filter(|part| !part.is_empty()))
}

/// The request's query has this constant part of a route, `key` or `key=value`.
pub(super) fn query_has(query: &[(String, String)], part: &str) -> bool {
    match part.split_once('=') {
        Some((key, value)) => query.iter().any(|(k, v)| k == key && v == value),
        None => query.iter().any(|(key, _)| key == part),
    }
}

/// How well a route fits a path: its literal segments and query parts; `None` when it does not.
fn fit(route: &'static Route, path: &[&str], query: &[(String, String)]) -> Option<usize> {
    let (pattern, mut constants) = parts_of(route.uri);
    let mut literals = 0;
    let mut given = path.iter();
    for part in segments(pattern) {
        let segment = given.next()?;
        if part.starts_with('{') {
            (!segment.is_empty()).then_some(())?;
        } else {
            (part == *segment).then_some(())?;
            literals += 1;
        }
    }
    given.next().is_none().then_some(())?;
    constants.try_fold(literals, |sum, part| query_has(query, part).then_some(sum + 1))
}

/// The operation that a request's method and path name, if any.
pub(super) fn identify(
    head: &Parts,
    service: &'static Service,
) -> Result<Option<Named>, WireError> {
    if !is_dated(head.uri.path()) {
        return Ok(None);
    }
    let query = query_of(head)?;
    let path: Vec<&str> = segments(head.uri.path()).collect();
    let best = service
        .routes
        .iter()
        .filter(|route| is_method(head, route.method))
        .filter_map(|route| Some((fit(route, &path, &query)?, route)))
        .max_by_key(|(score, _)| *score);
    let Some((_, route)) = best else { return Ok(None) };
    let mut named = Named::plain(service, route.name, Codec::RestJson);
    for (part, segment) in segments(parts_of(route.uri).0).zip(&path) {
        if let Some(label) = part.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
            let value = percent_decode(segment).ok_or_else(WireError::invalid_uri)?;
            named.labels.push((label, value));
        }
    }
    Ok(Some(named))
}

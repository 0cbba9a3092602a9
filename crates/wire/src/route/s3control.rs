//! Which operation of S3 Control a request names: its paths begin with the date of its API, and a header
//! tells the account. A bucket may be called like the date; its requests have no such header.

use super::rest::{parts_of, query_has};
use super::{Named, header, is_method, query_of};
use crate::text::percent_decode;
use crate::{Codec, WireError};
use http::request::Parts;
use shapes::{Route, s3control::SERVICE};

const PREFIX: &str = "/v20180820/";

/// The path of a route with the labels that it takes, and how many of its segments are its own.
fn fit(
    route: &'static Route,
    path: &str,
    query: &[(String, String)],
) -> Option<(usize, Vec<(&'static str, String)>)> {
    let (pattern, mut constants) = parts_of(route.uri);
    let (mut literals, mut labels, mut rest) = (0, Vec::new(), Some(path));
    let mut parts = pattern.trim_start_matches('/').split('/');
    while let Some(part) = parts.next() {
        let given = rest?;
        let Some(label) = part.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
            let (segment, others) = split(given);
            (segment == part).then_some(())?;
            (literals, rest) = (literals + 1, others);
            continue;
        };
        let (value, others) = match label.strip_suffix('+') {
            Some(_) => split_before(given, parts.clone().count())?,
            None => split(given),
        };
        let value = percent_decode(value).filter(|value| !value.is_empty())?;
        labels.push((label.strip_suffix('+').unwrap_or(label), value));
        rest = others;
    }
    rest.is_none().then_some(())?;
    let literals =
        constants.try_fold(literals, |sum, part| query_has(query, part).then_some(sum + 1))?;
    Some((literals, labels))
}

/// The first segment, and what follows it.
fn split(path: &str) -> (&str, Option<&str>) {
    path.split_once('/').map_or((path, None), |(first, rest)| (first, Some(rest)))
}

/// What comes before so many last segments, and these.
fn split_before(path: &str, last: usize) -> Option<(&str, Option<&str>)> {
    match last.checked_sub(1) {
        None => Some((path, None)),
        Some(skipped) => {
            let at = path.rmatch_indices('/').nth(skipped)?.0;
            Some((path.get(..at)?, path.get(at + 1..)))
        }
    }
}

/// The operation of a request that is for this service.
pub(super) fn identify(head: &Parts) -> Result<Option<Named>, WireError> {
    let path = head.uri.path();
    if !path.starts_with(PREFIX) || header(head, "x-amz-account-id").is_none() {
        return Ok(None);
    }
    let (path, query) = (path.trim_start_matches('/'), query_of(head)?);
    let routes = SERVICE.routes.iter().filter(|route| is_method(head, route.method));
    let fits = routes.filter_map(|route| Some((route, fit(route, path, &query)?)));
    let Some((route, (_, labels))) = fits.max_by_key(|(_, (literals, _))| *literals) else {
        return Err(WireError::client(
            "MethodNotAllowed",
            405,
            "The specified method is not allowed against this resource.",
        ));
    };
    Ok(Some(Named { labels, ..Named::plain(&SERVICE, route.name, Codec::RestXml) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_is_the_rest_of_a_path() {
        let named = |method: &str, uri: &str, account: bool| {
            let request = http::Request::builder().method(method).uri(uri);
            let request = match account {
                true => request.header("x-amz-account-id", "000000000000"),
                false => request,
            };
            let head = request.body(()).unwrap().into_parts().0;
            identify(&head).unwrap().map(|named| (named.operation, named.labels))
        };
        let uri = "/v20180820/tags/arn%3Aaws%3As3%3A%3A%3Ab";
        let arn = vec![("resourceArn", "arn:aws:s3:::b".to_owned())];
        assert_eq!(named("GET", uri, true), Some(("ListTagsForResource", arn)));
        assert_eq!(named("GET", uri, false), None);
        let block = "/v20180820/configuration/publicAccessBlock";
        assert_eq!(named("PUT", block, true), Some(("PutPublicAccessBlock", Vec::new())));
        assert_eq!(named("GET", "/bucket/key", true), None);
    }
}

//! What a bucket lets pages of other origins ask ("Using cross-origin resource sharing (CORS)").
//!
//! A page from elsewhere is let in by the rules of the bucket that it asks, for requests to that bucket alone.
//! Where a bucket has rules, they also decide what pages are told that may ask anyway.

use crate::config::Auth;
use crate::{Gateway, errors};
use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD, HeaderName, ORIGIN, VARY,
};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method};
use percent_encoding::percent_decode_str;
use platform::Bucket;
use shapes::s3::CORSRule;
use std::sync::Arc;
use wire::{Identified, Named, Spot, WireError};

/// What an answer depends on where a rule fits.
const VARIES: HeaderValue = HeaderValue::from_static(
    "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
);

/// What a bucket says of a page's request.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Verdict {
    /// No page asks, or no bucket is asked.
    #[default]
    Silent,
    /// There is no such bucket.
    NoBucket,
    /// The bucket has no rules.
    NoRules,
    /// None of its rules fits.
    Refused,
    /// A rule fits: what the answer says.
    Allowed(HeaderMap),
}

/// What the bucket that a request asks says of it, and the bucket.
pub(crate) async fn judge(
    gateway: &Gateway,
    head: &Parts,
    spot: Option<&Spot>,
) -> Result<(Verdict, Option<Arc<Bucket>>), WireError> {
    let asks = |spot: &&Spot| spot.is_site || head.headers.contains_key(ORIGIN);
    let Some(spot) = spot.filter(asks) else { return Ok((Verdict::Silent, None)) };
    let Some(web) = gateway.platform.web() else { return Ok((Verdict::Silent, None)) };
    let found = web.bucket(&spot.bucket).await;
    let found = found.map_err(|error| errors::to_wire(error, &shapes::s3::SERVICE))?;
    let mut origins = head.headers.get_all(ORIGIN).iter();
    let verdict = match (origins.next(), origins.next(), &found) {
        (None, ..) => Verdict::Silent,
        (_, _, None) => Verdict::NoBucket,
        (_, _, Some(bucket)) if bucket.cors.is_empty() => Verdict::NoRules,
        (Some(origin), None, Some(bucket)) => by_rules(&bucket.cors, origin, head),
        _ => Verdict::Refused,
    };
    Ok((verdict, found))
}

fn by_rules(rules: &[CORSRule], origin: &HeaderValue, head: &Parts) -> Verdict {
    let Ok(text) = origin.to_str() else { return Verdict::Refused };
    // S3 takes any request that says so for a preflight.
    let asked = head.headers.get(ACCESS_CONTROL_REQUEST_METHOD);
    let method = asked.map_or(Ok(head.method.as_str()), HeaderValue::to_str).unwrap_or_default();
    let names = requested(&head.headers);
    let fits = |rule: &&CORSRule| {
        let has_origin = rule.allowed_origins.iter().any(|it| matches(it, text));
        let has_method = rule.allowed_methods.iter().any(|it| it == method);
        has_origin && has_method && names.iter().all(|name| has_header(rule, name))
    };
    match rules.iter().find(fits) {
        Some(rule) => Verdict::Allowed(told(rule, origin, &names)),
        None => Verdict::Refused,
    }
}

/// The headers that a page wants to send, in lower case.
fn requested(headers: &HeaderMap) -> Vec<String> {
    let all = headers.get_all(ACCESS_CONTROL_REQUEST_HEADERS).iter();
    let all = all.flat_map(|value| value.to_str().unwrap_or("\u{fffd}").split(','));
    all.map(|name| name.trim().to_ascii_lowercase()).filter(|name| !name.is_empty()).collect()
}

fn has_header(rule: &CORSRule, name: &str) -> bool {
    let mut allowed = rule.allowed_headers.iter().flatten();
    allowed.any(|pattern| matches(&pattern.to_ascii_lowercase(), name))
}

/// A pattern has at most one `*`.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, end)) => {
            text.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).is_some()
        }
    }
}

/// What a browser is told, in AWS's order.
fn told(rule: &CORSRule, origin: &HeaderValue, names: &[String]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let mut tell = |name: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    };
    let is_open = rule.allowed_origins.iter().any(|it| it == "*");
    let origin = if is_open { "*" } else { origin.to_str().unwrap_or_default() };
    tell(ACCESS_CONTROL_ALLOW_ORIGIN, origin.to_owned());
    tell(ACCESS_CONTROL_ALLOW_METHODS, rule.allowed_methods.join(", "));
    if !names.is_empty() {
        tell(ACCESS_CONTROL_ALLOW_HEADERS, names.join(", "));
    }
    if let Some(exposed) = rule.expose_headers.as_ref().filter(|it| !it.is_empty()) {
        tell(ACCESS_CONTROL_EXPOSE_HEADERS, exposed.join(", "));
    }
    if let Some(seconds) = rule.max_age_seconds {
        tell(ACCESS_CONTROL_MAX_AGE, seconds.to_string());
    }
    if !is_open {
        tell(ACCESS_CONTROL_ALLOW_CREDENTIALS, "true".to_owned());
    }
    headers.insert(VARY, VARIES);
    headers
}

/// S3's answer to a preflight, as far as it is S3's to answer: `Err` refuses, `Ok(None)` leaves it
/// to whoever answers for all services. `may` says whether the page may ask here anyway.
pub(crate) fn preflight(
    head: &Parts,
    spot: Option<&Spot>,
    verdict: &Verdict,
    may: bool,
) -> Result<Option<HeaderMap>, WireError> {
    let Some(spot) = spot.filter(|_| head.method == Method::OPTIONS) else { return Ok(None) };
    let method = head.headers.get(ACCESS_CONTROL_REQUEST_METHOD);
    let method = method.and_then(|method| method.to_str().ok()).unwrap_or("OPTIONS");
    let forbidden = |why: &str, kind: &str| {
        Err(WireError::client("AccessForbidden", 403, format!("CORSResponse: {why}"))
            .with_field("Method", method)
            .with_field("ResourceType", kind))
    };
    match verdict {
        Verdict::Silent if head.headers.contains_key(ORIGIN) => Ok(None),
        Verdict::Silent => {
            let message = "Insufficient information. Origin request header needed.";
            Err(WireError::client("BadRequest", 400, message))
        }
        Verdict::NoBucket | Verdict::NoRules if may => Ok(None),
        Verdict::NoBucket => forbidden("Bucket not found", "BUCKET"),
        Verdict::NoRules => forbidden("CORS is not enabled for this bucket.", "BUCKET"),
        Verdict::Refused => forbidden(
            "This CORS request is not allowed. This is usually because the evalution of Origin, \
             request method / Access-Control-Request-Method or Access-Control-Request-Headers are \
             not whitelisted by the resource's CORS spec.",
            if spot.key.is_empty() { "BUCKET" } else { "OBJECT" },
        ),
        Verdict::Allowed(headers) => Ok(Some(headers.clone())),
    }
}

/// Whether the rules of a bucket let in what a page asks: an operation on that bucket and on nothing
/// else. A page cannot reach another service by an address that looks like the bucket's, nor copy from a
/// bucket that has not let it in.
pub(crate) fn lets_in(
    verdict: &Verdict,
    spot: Option<&Spot>,
    identified: &Result<Identified, WireError>,
    head: &Parts,
    auth: Auth,
) -> bool {
    let (Verdict::Allowed(_), Some(spot)) = (verdict, spot) else { return false };
    let named = match identified {
        Ok(Identified::Operation(named) | Identified::Upload(named)) => named,
        _ => return false,
    };
    let is_of_bucket = named.service.id == "s3" && named.bucket.as_ref() == Some(&spot.bucket);
    is_of_bucket && copies_within(head, &spot.bucket) && !sets_unproven(named, head, auth)
}

/// Whether a page may send what it asks, wherever it comes from: a form with a file, where signatures are
/// proven. Its policy is there for just that, and nobody else's page can sign one. Without a policy the form
/// is nobody's, and the bucket decides. No other request of a page is told from one that its user never wanted.
pub(crate) fn is_proven_form(
    spot: Option<&Spot>,
    identified: &Result<Identified, WireError>,
    auth: Auth,
) -> bool {
    let Some(spot) = spot.filter(|spot| !spot.is_site) else { return false };
    let Ok(Identified::Upload(named)) = identified else { return false };
    auth == Auth::Verify && named.bucket.as_ref() == Some(&spot.bucket)
}

/// Where no signature is proven, pages that are let in by a bucket's rules alone change its objects, and
/// not what is set for it.
fn sets_unproven(named: &Named, head: &Parts, auth: Auth) -> bool {
    let is_setting = matches!(head.method, Method::PUT | Method::DELETE);
    auth == Auth::Off && named.key.is_none() && is_setting
}

/// Whether what is copied, if anything, is of this bucket.
fn copies_within(head: &Parts, bucket: &str) -> bool {
    let name = "x-amz-copy-source";
    let query = head.uri.query().unwrap_or_default().to_ascii_lowercase();
    let in_query = percent_decode_str(&query).decode_utf8_lossy().contains(name);
    let within = |source: &HeaderValue| {
        let source = source.to_str().unwrap_or_default();
        let source = percent_decode_str(source).decode_utf8_lossy();
        let source = source.strip_prefix('/').unwrap_or(&source);
        source.split_once('/').is_some_and(|(from, _)| from == bucket)
    };
    !in_query && head.headers.get_all(name).iter().all(within)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(method: &str, headers: &[(&str, &str)]) -> Parts {
        let builder = http::Request::builder().method(method).uri("/b/k");
        let builder = headers.iter().fold(builder, |b, (name, value)| b.header(*name, *value));
        builder.body(()).unwrap().into_parts().0
    }

    fn rule(origins: &[&str], methods: &[&str], headers: &[&str]) -> CORSRule {
        let owned = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        CORSRule {
            allowed_origins: owned(origins),
            allowed_methods: owned(methods),
            allowed_headers: Some(owned(headers)),
            max_age_seconds: Some(3000),
            ..Default::default()
        }
    }

    fn judged(rules: &[CORSRule], method: &str, headers: &[(&str, &str)]) -> Verdict {
        let head = head(method, headers);
        by_rules(rules, head.headers.get(ORIGIN).unwrap(), &head)
    }

    #[test]
    fn a_rule_fits_by_origin_method_and_headers() {
        let rules = [
            rule(&["https://app.example"], &["GET"], &["x-amz-*", "X-Own"]),
            rule(&["https://*.example:80", "http://a*"], &["PUT"], &[]),
        ];
        let fits = |method: &str, headers: &[(&str, &str)]| {
            matches!(judged(&rules, method, headers), Verdict::Allowed(_))
        };
        let app = ("origin", "https://app.example");
        let wants = |method| ("access-control-request-method", method);
        let sends = |names| ("access-control-request-headers", names);
        assert!(fits("GET", &[app]));
        assert!(fits("OPTIONS", &[app, wants("GET")]));
        assert!(fits("OPTIONS", &[app, wants("GET"), sends("X-Amz-Date, x-own")]));
        assert!(fits("PUT", &[("origin", "https://x.example:80")]));
        assert!(fits("PUT", &[("origin", "http://abc")]));
        assert!(!fits("GET", &[app, wants("PUT")]));
        assert!(!fits("OPTIONS", &[app, wants("GET"), sends("x-amz-date, x-other")]));
        assert!(!fits("PUT", &[app]));
        assert!(!fits("OPTIONS", &[app]));
        assert!(!fits("GET", &[("origin", "https://app.example.evil")]));
        assert!(!fits("GET", &[("origin", "HTTPS://app.example")]));
        assert!(!fits("PUT", &[("origin", "https://.example")]));
        assert!(!fits("PUT", &[("origin", "null")]));
    }

    #[test]
    fn what_is_told_stands_in_awss_order() {
        let exposing = CORSRule {
            expose_headers: Some(vec!["ETag".into(), "x-amz-id-2".into()]),
            ..rule(&["https://app.example"], &["GET", "PUT"], &["*"])
        };
        let asked = [
            ("origin", "https://app.example"),
            ("access-control-request-method", "PUT"),
            ("access-control-request-headers", "X-A,x-b"),
        ];
        let Verdict::Allowed(told) = judged(&[exposing], "OPTIONS", &asked) else { panic!() };
        let told: Vec<_> =
            told.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
        assert_eq!(
            told,
            [
                ("access-control-allow-origin", "https://app.example"),
                ("access-control-allow-methods", "GET, PUT"),
                ("access-control-allow-headers", "x-a, x-b"),
                ("access-control-expose-headers", "ETag, x-amz-id-2"),
                ("access-control-max-age", "3000"),
                ("access-control-allow-credentials", "true"),
                ("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"),
            ]
        );
        let open = [rule(&["*"], &["GET"], &[])];
        let Verdict::Allowed(told) = judged(&open, "GET", &[("origin", "null")]) else { panic!() };
        assert_eq!(told[ACCESS_CONTROL_ALLOW_ORIGIN], "*");
        assert!(!told.contains_key(ACCESS_CONTROL_ALLOW_CREDENTIALS));
    }

    #[test]
    fn a_page_that_is_let_in_stays_within_the_bucket() {
        let hosts = wire::Hosts::default();
        let rules = [rule(&["*"], &["GET", "PUT", "POST", "DELETE"], &["*"])];
        let lets = |method: &str, uri: &str, headers: &[(&str, &str)], auth| {
            let builder = http::Request::builder().method(method).uri(uri);
            let builder = builder.header(ORIGIN, "https://far.example");
            let builder = headers.iter().fold(builder, |b, (name, value)| b.header(*name, *value));
            let head = builder.body(()).unwrap().into_parts().0;
            let verdict = by_rules(&rules, head.headers.get(ORIGIN).unwrap(), &head);
            let spot = wire::spot(&head, &hosts);
            lets_in(&verdict, spot.as_ref(), &wire::identify(&head, &hosts), &head, auth)
        };
        let form = ("content-type", "application/x-www-form-urlencoded");
        let upload = ("content-type", "multipart/form-data; boundary=x");
        let target = ("x-amz-target", "Kinesis_20131202.DeleteStream");
        let from = |source| ("x-amz-copy-source", source);
        for (method, uri, headers, off, verify) in [
            ("GET", "/b/k", &[][..], true, true),
            ("GET", "/b?list-type=2", &[], true, true),
            ("PUT", "/b/k", &[], true, true),
            ("POST", "/b", &[upload], true, true),
            ("POST", "/b?delete", &[], true, true),
            ("PUT", "/b/k", &[from("/b/other")], true, true),
            ("PUT", "/b/k", &[from("b%2Fother")], true, true),
            ("PUT", "/b/k", &[from("/c/other")], false, false),
            ("PUT", "/b/k?X-Amz-Copy-Source=%2Fc%2Fother", &[], false, false),
            ("PUT", "/b/k", &[from("arn:aws:s3:::b/other")], false, false),
            ("PUT", "/b?policy", &[], false, true),
            ("DELETE", "/b", &[], false, true),
            ("POST", "/b", &[form], false, false),
            ("POST", "/b", &[target], false, false),
            ("POST", "/2015-03-31/functions/f/invocations", &[], false, false),
            ("GET", "/", &[], false, false),
        ] {
            assert_eq!(lets(method, uri, headers, Auth::Off), off, "{method} {uri} {headers:?}");
            assert_eq!(lets(method, uri, headers, Auth::Verify), verify, "{method} {uri}");
        }
    }

    #[test]
    fn only_a_form_that_is_proven_comes_from_anywhere() {
        let hosts = wire::Hosts::default();
        let is_proven = |method: &str, uri: &str, kind: &str, auth| {
            let builder = http::Request::builder().method(method).uri(uri);
            let builder = builder.header(http::header::HOST, "localhost");
            let builder = builder.header(ORIGIN, "https://far.example");
            let head = builder.header("content-type", kind).body(()).unwrap().into_parts().0;
            let spot = wire::spot(&head, &hosts);
            is_proven_form(spot.as_ref(), &wire::identify(&head, &hosts), auth)
        };
        let upload = "multipart/form-data; boundary=x";
        assert!(is_proven("POST", "/b", upload, Auth::Verify));
        assert!(!is_proven("POST", "/b", upload, Auth::Off));
        for (method, uri, kind) in [
            ("POST", "/b?delete", upload),
            ("POST", "/b/k?uploads", upload),
            ("PUT", "/b", upload),
            ("PUT", "/b/k", upload),
            ("POST", "/", upload),
            ("POST", "/b", "application/x-www-form-urlencoded"),
            ("POST", "/b", "text/plain"),
            ("POST", "/2015-03-31/functions/f/invocations", upload),
        ] {
            assert!(!is_proven(method, uri, kind, Auth::Verify), "{method} {uri} {kind}");
        }
    }
}

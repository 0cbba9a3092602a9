//! What a web page may make a browser do here, decided on what the request would do.
//!
//! A browser asks on behalf of any page: for an image, a link, a form. Where signatures are not
//! proven, such a request would count as the user's own. So a request that a browser sends may
//! read without saying where it comes from, as an image or a link does, and may change something
//! only for a page whose origin is allowed. A link that is its own proof may be followed, too: no
//! page can make one up.

use http::header::{HeaderMap, REFERER, USER_AGENT};
use http::{HeaderValue, Method};
use wire::{Codec, Identified, Named, WireError};

/// What a request would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// It leaves everything as it is.
    Reads,
    /// It changes something, or may.
    Changes,
}

impl Deed {
    /// What a request for an AWS service would do, from the operation that it names: a query
    /// string may name one in many spellings.
    pub(crate) fn of(method: &Method, identified: &Result<Identified, WireError>) -> Self {
        match identified {
            Ok(Identified::Operation(named)) if is_get(method) && reads(named) => Self::Reads,
            // Nothing is done for a request that names no operation.
            Err(_) => Self::Reads,
            // A form says what it does in its body, which is not read for a stranger.
            Ok(_) => Self::Changes,
        }
    }

    /// What a request for one of Waterwheel's own paths would do.
    pub(crate) fn internal(method: &Method) -> Self {
        if is_get(method) { Self::Reads } else { Self::Changes }
    }
}

fn is_get(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// Whether an operation that was asked for with GET or HEAD reads only, or is nobody's to make up. The REST services bind
/// these methods to nothing else; elsewhere every operation can be asked for with them.
fn reads(named: &Named) -> bool {
    match named.codec {
        Codec::RestXml | Codec::RestJson => true,
        _ if named.service.dialect.open.contains(&named.operation) => true,
        Codec::Query | Codec::Json | Codec::Cbor | Codec::RpcV2Cbor => {
            match named.service.dialect.reading {
                Some(reading) => reading.contains(&named.operation),
                None => {
                    ["Get", "List", "Describe"].iter().any(|verb| named.operation.starts_with(verb))
                }
            }
        }
    }
}

/// Whether a request that names no origin may be answered.
///
/// Every browser names the origin with a method that needs permission (Fetch, "CORS-preflight
/// request"), and it asks for that permission first. A GET and a form's POST it may send without.
pub(crate) fn may_without_origin(method: &Method, headers: &HeaderMap, deed: Deed) -> bool {
    deed == Deed::Reads || !is_of_browser(method, headers)
}

/// Whether a browser sent this. No page can set or hide these headers, except for `Referer`,
/// which it can hide.
fn is_of_browser(method: &Method, headers: &HeaderMap) -> bool {
    let needs_no_permission = is_get(method) || *method == Method::POST;
    headers.iter().any(|(name, value)| match name.as_str() {
        // Node.js sends this one, alone, with every request of its `fetch`.
        "sec-fetch-mode" => value != "cors",
        name if name.starts_with("sec-") => true,
        // Browsers leave the others out towards plain http:// at names other than localhost, and
        // old ones leave them out everywhere.
        _ if !needs_no_permission => false,
        _ if name == USER_AGENT => is_browsers(value),
        _ => name == REFERER,
    })
}

/// PowerShell calls itself Mozilla too, and so do Celery and whoever else uses Tornado's names over
/// curl, but they show no pages.
fn is_browsers(agent: &HeaderValue) -> bool {
    let holds = |text: &str| agent.as_bytes().windows(text.len()).any(|it| it == text.as_bytes());
    let is_program = holds("PowerShell/") || holds("(compatible; pycurl)");
    agent.as_bytes().starts_with(b"Mozilla/") && !is_program
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::request::Parts;

    const FIREFOX: (&str, &str) =
        ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:52.0) Gecko/20100101 Firefox/52.0");
    const SITE: &str = "sec-fetch-site";
    const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
    const TEXT: (&str, &str) = ("content-type", "text/plain");

    fn head(line: &str, headers: &[(&str, &str)]) -> Parts {
        let (method, uri) = line.split_once(' ').unwrap();
        let builder = http::Request::builder().method(method).uri(uri).header("host", "localhost");
        let builder = headers.iter().fold(builder, |b, (name, value)| b.header(*name, *value));
        builder.body(()).unwrap().into_parts().0
    }

    fn deed(head: &Parts) -> Deed {
        Deed::of(&head.method, &wire::identify(head, &wire::Hosts::default()))
    }

    #[test]
    fn what_a_request_does_is_what_its_operation_does() {
        let target = |name| ("x-amz-target", name);
        let signed =
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=k%2F20260101%2Fus-east-1%2F";
        let presigned_sts = format!("GET /?{signed}sts%2Faws4_request&Action=GetCallerIdentity");
        let presigned_iam = format!("GET /?{signed}iam%2Faws4_request&Action=DeleteRole");
        let presigned_put = format!("PUT /bucket/key?{signed}s3%2Faws4_request");
        let presigned_get = format!("GET /bucket/key?{signed}s3%2Faws4_request");
        for (line, headers, expected) in [
            ("GET /bucket/image.png", &[][..], Deed::Reads),
            ("HEAD /bucket/image.png", &[], Deed::Reads),
            ("GET /bucket?Action=DeleteRole", &[], Deed::Reads),
            ("GET /", &[], Deed::Reads),
            ("GET /2015-03-31/functions", &[], Deed::Reads),
            ("GET /?Action=ListRoles&Version=2010-05-08", &[], Deed::Reads),
            ("GET /?Action=DeleteRole&RoleName=r&Version=2010-05-08", &[], Deed::Changes),
            ("GET /?%41ction=DeleteRole&RoleName=r", &[], Deed::Changes),
            ("GET /?RoleName=r&A%63tion=Delete%52ole", &[], Deed::Changes),
            ("HEAD /?%41ction=DeleteRole&RoleName=r", &[], Deed::Changes),
            ("GET /?Action=GetSessionToken&Version=2011-06-15", &[], Deed::Changes),
            ("GET /?Action=AssumeRole&Version=2011-06-15", &[], Deed::Changes),
            ("GET /?Action=GetCallerIdentity", &[], Deed::Reads),
            (&presigned_sts, &[], Deed::Reads),
            (&presigned_iam, &[], Deed::Changes),
            (&presigned_put, &[], Deed::Changes),
            (&presigned_get, &[], Deed::Reads),
            ("GET /", &[target("Kinesis_20131202.ListStreams")], Deed::Reads),
            ("GET /", &[target("Kinesis_20131202.DeleteStream")], Deed::Changes),
            ("POST /", &[target("Kinesis_20131202.ListStreams")], Deed::Changes),
            ("POST /", &[FORM], Deed::Changes),
            ("POST /2015-03-31/functions/f/invocations", &[TEXT], Deed::Changes),
            ("POST /bucket?delete", &[TEXT], Deed::Changes),
            ("PUT /bucket/key", &[], Deed::Changes),
            ("DELETE /bucket/key", &[], Deed::Changes),
            ("GET /?Action=NoSuchThing", &[], Deed::Reads),
            ("GET /?Action=ConfirmSubscription&TopicArn=a&Token=t", &[], Deed::Reads),
            ("GET /?Action=Unsubscribe&SubscriptionArn=a", &[], Deed::Reads),
            ("GET /?Action=Publish&TopicArn=a&Message=m", &[], Deed::Changes),
        ] {
            assert_eq!(deed(&head(line, headers)), expected, "{line} {headers:?}");
        }
        assert_eq!(Deed::internal(&Method::GET), Deed::Reads);
        assert_eq!(Deed::internal(&Method::POST), Deed::Changes);
    }

    #[test]
    fn a_browser_that_names_no_origin_only_reads() {
        let may = |line: &str, headers: &[(&str, &str)]| {
            let head = head(line, headers);
            may_without_origin(&head.method, &head.headers, deed(&head))
        };
        let delete = "GET /?%41ction=DeleteRole&RoleName=r";
        let invoke = "POST /2015-03-31/functions/f/invocations";
        let page = ("referer", "https://evil.example/");
        for browser in [
            &[(SITE, "cross-site")][..],
            &[(SITE, "same-site")],
            &[(SITE, "same-origin")],
            &[(SITE, "none")],
            &[(SITE, "unheard-of")],
            &[("sec-fetch-mode", "navigate")],
            &[("sec-fetch-mode", "no-cors")],
            &[("sec-fetch-dest", "image")],
            &[("sec-ch-ua", "\"Chromium\";v=\"140\"")],
            &[FIREFOX],
            &[page],
        ] {
            assert!(!may(delete, browser), "{browser:?}");
            assert!(!may(invoke, &[browser, &[TEXT]].concat()), "{browser:?}");
            assert!(!may("POST /", &[browser, &[FORM]].concat()), "{browser:?}");
            // What a page shows, and what somebody follows a link to.
            assert!(may("GET /bucket/image.png", browser), "{browser:?}");
            assert!(may("GET /?Action=ListRoles&Version=2010-05-08", browser), "{browser:?}");
        }
        assert!(!may("PUT /bucket/key", &[(SITE, "cross-site")]));
    }

    #[test]
    fn programs_need_no_origin() {
        let agent = |name| ("user-agent", name);
        for program in [
            &[][..],
            &[agent("Boto3/1.40 md/Botocore#1.40")],
            &[agent("curl/8.5.0")],
            // `fetch` of Node.js.
            &[agent("node"), ("sec-fetch-mode", "cors")],
            &[agent("Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1")],
            &[agent("Mozilla/5.0 (compatible; pycurl)")],
        ] {
            for line in ["GET /?Action=DeleteRole", "POST /", "PUT /b/k", "DELETE /b/k"] {
                let head = head(line, program);
                assert!(
                    may_without_origin(&head.method, &head.headers, Deed::Changes),
                    "{line} {program:?}"
                );
            }
        }
        // A browser asks before it sends these, so its name alone says nothing.
        let head = head("PUT /b/k", &[FIREFOX]);
        assert!(may_without_origin(&head.method, &head.headers, Deed::Changes));
    }
}

//! Who may ask from where: the names in `Host`, and the web pages in `Origin`.
//!
//! A page on the web can make a browser ask `127.0.0.1`, and can give that address a name of its
//! own (DNS rebinding). So a request must name a host that this machine has, and a browser's page
//! must come from this machine or be allowed.

use crate::pages::{Deed, may_without_origin};
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS,
    ACCESS_CONTROL_REQUEST_METHOD, HOST, ORIGIN, VARY,
};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, Response, Uri, Version};
use wire::WireError;

/// Names that always mean this machine or stand for AWS in local name tables. Nobody else can
/// give out names below them.
const KNOWN: [&str; 5] = [
    "localhost",
    "localhost.localstack.cloud",
    "host.docker.internal",
    "amazonaws.com",
    "amazonaws.com.cn",
];

/// Names that containers of one network give to such a server. They have no dot, so that no name server
/// of the web leads them, or what is below them, to anybody.
const OF_CONTAINERS: [&str; 2] = ["waterwheel", "localstack"];

/// The names below which a bucket may be named, as far as `wire` does not know them by itself.
pub(crate) fn local_names(hostnames: &[String]) -> Vec<String> {
    let usual = OF_CONTAINERS.iter().chain(&["host.docker.internal"]);
    usual.map(|name| (*name).to_owned()).chain(hostnames.iter().cloned()).collect()
}

/// What a page may read of an answer, besides what any page may.
const EXPOSED: HeaderValue = HeaderValue::from_static(
    "*, date, etag, content-range, accept-ranges, x-amz-request-id, x-amz-id-2, x-amzn-requestid, \
     x-amzn-errortype, x-amz-crc32, x-amz-version-id, x-amz-delete-marker, x-amz-checksum-crc32, \
     x-amz-checksum-crc32c, x-amz-checksum-crc64nvme, x-amz-checksum-sha1, x-amz-checksum-sha256, \
     x-amz-checksum-sha512, x-amz-checksum-md5, x-amz-checksum-xxhash64, x-amz-checksum-xxhash3, \
     x-amz-checksum-xxhash128, x-amz-checksum-type, x-amz-function-error, x-amz-log-result, x-amz-executed-version",
);

const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, PUT, POST, DELETE, PATCH");

/// The names and origins that are let in.
pub(crate) struct Allowlist {
    names: Vec<String>,
    origins: Vec<String>,
}

impl Allowlist {
    pub(crate) fn new(hostnames: &[String], origins: &[String]) -> Self {
        let lower = |text: &String| text.trim_end_matches('/').to_ascii_lowercase();
        let mut names: Vec<_> =
            KNOWN.iter().chain(&OF_CONTAINERS).map(|name| (*name).to_owned()).collect();
        names.extend(hostnames.iter().map(lower));
        Self { names, origins: origins.iter().map(lower).collect() }
    }

    /// Lets a request in or says why not.
    #[cfg(test)]
    fn check(&self, head: &Parts) -> Result<(), WireError> {
        self.check_host(head)?;
        self.check_origin(head)
    }

    /// Refuses a request to a host that is not this server.
    pub(crate) fn check_host(&self, head: &Parts) -> Result<(), WireError> {
        let header = the_host(head)?;
        let target = head.uri.authority().map(|authority| authority.as_str());
        let stranger = header.into_iter().chain(target).find(|host| !self.is_ours(host));
        let Some(stranger) = stranger else { return Ok(()) };
        let stranger: String = stranger.chars().take(100).collect();
        let message = format!(
            "The request names the host '{stranger}', which is not a name of this server. If it is, \
             start Waterwheel with --hostname {}.",
            without_port(&stranger)
        );
        Err(denied(message))
    }

    /// An address cannot be somebody else's name, so all addresses are let in.
    fn is_ours(&self, host: &str) -> bool {
        let host = without_port(host).trim_end_matches('.').to_ascii_lowercase();
        let host = without_prefix(&host);
        let address = host.trim_start_matches('[').trim_end_matches(']');
        let below = |name: &String| {
            host.strip_suffix(name.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        address.parse::<std::net::IpAddr>().is_ok()
            || self.names.iter().any(below)
            || in_bucket_of_address(host)
    }

    /// Whether whoever asks may, by its origin: it has none, or one that is let in.
    pub(crate) fn lets_in(&self, head: &Parts) -> bool {
        self.check_origin(head).is_ok()
    }

    /// Refuses a request of a page from elsewhere, whatever it would do.
    pub(crate) fn check_origin(&self, head: &Parts) -> Result<(), WireError> {
        for origin in head.headers.get_all(ORIGIN) {
            let origin = origin.to_str().unwrap_or("\u{fffd}");
            if !self.is_allowed(origin) {
                return Err(denied(format!(
                    "Pages of the origin '{origin}' may not ask this server. If they may, start \
                     Waterwheel with --allow-origin {origin}.",
                    origin = origin.chars().take(100).collect::<String>()
                )));
            }
        }
        Ok(())
    }

    /// Refuses what a browser would change without saying for which page. The origin, where there
    /// is one, was let in by [`Allowlist::check_origin`], or by the bucket that is asked.
    pub(crate) fn check_deed(&self, head: &Parts, deed: Deed) -> Result<(), WireError> {
        let named = head.headers.contains_key(ORIGIN);
        if named || may_without_origin(&head.method, &head.headers, deed) {
            return Ok(());
        }
        let message = "A browser may change something here only for a page that it names as \
                       Origin, and this request names none.";
        Err(denied(message.to_owned()))
    }

    fn is_allowed(&self, origin: &str) -> bool {
        let origin = origin.to_ascii_lowercase();
        if self.origins.iter().any(|own| *own == origin || own == "*") {
            return true;
        }
        let Ok(uri) = origin.parse::<Uri>() else { return false };
        let web = matches!(uri.scheme_str(), Some("http" | "https"));
        web && uri.host().is_some_and(is_loopback)
    }

    /// The answer to a browser's question whether it may ask (Fetch, "CORS-preflight request").
    pub(crate) fn preflight(&self, head: &Parts) -> Option<Response<wire::Body>> {
        if head.method != Method::OPTIONS
            || !head.headers.contains_key(ORIGIN)
            || !head.headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD)
        {
            return None;
        }
        let mut answer = Response::new(wire::Body::Bytes(bytes::Bytes::new()));
        let headers = answer.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        if let Some(wanted) = head.headers.get(ACCESS_CONTROL_REQUEST_HEADERS) {
            headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, wanted.clone());
        }
        headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
        let network = "access-control-request-private-network";
        if head.headers.contains_key(network) {
            let name = http::HeaderName::from_static("access-control-allow-private-network");
            headers.insert(name, HeaderValue::from_static("true"));
        }
        Some(answer)
    }

    /// Lets an allowed page read an answer.
    pub(crate) fn open(&self, origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
        let Some(origin) = origin else { return };
        let allowed = origin.to_str().is_ok_and(|origin| self.is_allowed(origin));
        if !allowed || headers.contains_key(ACCESS_CONTROL_ALLOW_ORIGIN) {
            return;
        }
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        headers.append(VARY, HeaderValue::from_static("Origin"));
    }
}

/// The `Host` of a request, which may be absent only before HTTP/1.1 and where the target has it
/// (RFC 9112, section 3.2; RFC 9113, section 8.3.1).
fn the_host(head: &Parts) -> Result<Option<&str>, WireError> {
    let bad = |message: &str| Err(WireError::client("InvalidRequest", 400, message.to_owned()));
    let mut headers = head.headers.get_all(HOST).iter();
    let header = headers.next().map(|value| value.to_str().unwrap_or_default());
    let header = header.map(wire::plain_host);
    let target = head.uri.authority().map(|authority| authority.as_str());
    if headers.next().is_some() {
        return bad("The request has more than one Host header.");
    }
    if header.is_none() && target.is_none() && head.version == Version::HTTP_11 {
        return bad("The request has no Host header.");
    }
    if !header.into_iter().chain(target).all(is_host) {
        return bad("The request's host is not a host and port.");
    }
    match (header, target) {
        (Some(header), Some(target)) if !is_same_host(header, target) => {
            bad("The request's target and its Host header name different hosts.")
        }
        _ => Ok(header),
    }
}

/// `host` or `host:port` of RFC 3986, and not empty.
fn is_host(text: &str) -> bool {
    let host = without_port(text);
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=%".contains(&byte);
    !host.is_empty() && host.bytes().all(fits)
}

fn is_same_host(a: &str, b: &str) -> bool {
    let plain =
        |text: &str| text.strip_suffix(":80").or(text.strip_suffix(':')).unwrap_or(text).len();
    a[..plain(a)].eq_ignore_ascii_case(&b[..plain(b)])
}

fn denied(message: String) -> WireError {
    WireError::client("AccessDenied", 403, message)
}

/// `bucket.127.0.0.1`, which clients make of an address when told to put buckets in host names.
/// No top-level domain is a number, so it cannot be a registered name.
fn in_bucket_of_address(host: &str) -> bool {
    let labels: Vec<_> = host.rsplitn(5, '.').collect();
    let digits = |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit());
    labels.len() == 5 && labels[..4].iter().all(digits)
}

/// `stream-localhost` and `stream-127.0.0.1`, which SDKs make of an endpoint for `StartLiveTail`
/// (older ones with `streaming-`), without what they put before it. Only of what cannot be, with it,
/// a name that somebody else has registered.
fn without_prefix(host: &str) -> &str {
    let rest = host.strip_prefix("stream-").or_else(|| host.strip_prefix("streaming-"));
    let is_plain = |rest: &&str| *rest == "localhost" || rest.parse::<std::net::Ipv4Addr>().is_ok();
    rest.filter(is_plain).unwrap_or(host)
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    let by_address = address.parse::<std::net::IpAddr>().is_ok_and(|it| it.is_loopback());
    by_address
        || host == "localhost"
        || host.ends_with(".localhost")
        || host == "localhost.localstack.cloud"
        || host.ends_with(".localhost.localstack.cloud")
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => {
            if name.contains(':') && !name.ends_with(']') { host } else { name }
        }
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(headers: &[(&str, &str)]) -> Parts {
        let version = Version::HTTP_10;
        let builder = http::Request::builder().uri("/").version(version);
        let builder = headers.iter().fold(builder, |b, (name, value)| b.header(*name, *value));
        builder.body(()).unwrap().into_parts().0
    }

    fn allowlist() -> Allowlist {
        Allowlist::new(&["Wheel.example".into()], &["https://App.example/".into()])
    }

    #[test]
    fn a_name_that_is_not_ours_is_refused() {
        let enters = |host: &str| allowlist().check(&head(&[("host", host)])).is_ok();
        for ours in [
            "localhost:4566",
            "bucket.localhost",
            "127.0.0.1:4566",
            "bucket.127.0.0.1:4566",
            "[::1]:4566",
            "192.168.1.7",
            "s3.localhost.localstack.cloud:4566",
            "bucket.s3.us-east-1.amazonaws.com",
            "wheel.example:80",
            "b.WHEEL.example.",
            "stream-localhost:4566",
            "streaming-127.0.0.1:4566",
            "stream-logs.localhost",
            "waterwheel:4566",
            "localstack:4566",
            "bucket.localstack:4566",
            "host.docker.internal:4566",
            "http://localhost:4566",
            "https://bucket.localhost/",
        ] {
            assert!(enters(ours), "{ours}");
        }
        for stranger in [
            "evil.example",
            "localhost.evil.example",
            "notlocalhost",
            "127.0.0.1.evil.example",
            "xwheel.example",
            "stream-wheel.example",
            "stream-evil.example",
            "x-localhost",
            "waterwheel.example",
            "localstack.cloud",
            "mylocalstack",
            "http://evil.example:4566",
            "http://localhost@evil.example",
            "",
        ] {
            assert!(!enters(stranger), "{stranger}");
        }
        assert!(allowlist().check(&head(&[])).is_ok());
    }

    #[test]
    fn a_request_names_one_host() {
        let checked = |uri: &str, hosts: &[&str]| {
            let builder = http::Request::builder().uri(uri);
            let builder = hosts.iter().fold(builder, |b, host| b.header(HOST, *host));
            allowlist().check(&builder.body(()).unwrap().into_parts().0)
        };
        for (uri, hosts) in [
            ("/", &["localhost:4566"][..]),
            ("/", &["localhost:"]),
            ("http://localhost:4566/", &["LOCALHOST:4566"]),
            ("http://localhost/", &["localhost:80"]),
            ("http://localhost:4566/", &["http://localhost:4566"]),
            ("http://localhost/", &[]),
        ] {
            assert!(checked(uri, hosts).is_ok(), "{uri} {hosts:?}");
        }
        for (uri, hosts) in [
            ("/", &[][..]),
            ("/", &[""]),
            ("/", &["localhost", "localhost"]),
            ("/", &["localhost", "evil.example"]),
            ("/", &["user@localhost"]),
            ("/", &["localhost/x"]),
            ("/", &["http://localhost/x"]),
            ("/", &["http://"]),
            ("/", &["ftp://localhost"]),
            ("/", &["local host"]),
            ("/", &["localhost:port"]),
            ("/", &["::1"]),
            ("/", &["[::1"]),
            ("/", &["l\u{f6}calhost"]),
            ("http://user@localhost/", &["localhost"]),
            ("http://localhost/", &["127.0.0.1"]),
            ("http://localhost:1/", &["localhost:2"]),
        ] {
            let error = checked(uri, hosts).unwrap_err();
            assert_eq!((&*error.code, error.status), ("InvalidRequest", 400), "{uri} {hosts:?}");
        }
    }

    #[test]
    fn a_page_from_elsewhere_is_refused() {
        let enters = |origin: &str| allowlist().check(&head(&[("origin", origin)])).is_ok();
        for ours in [
            "http://localhost:3000",
            "https://app.example",
            "http://127.0.0.1",
            "http://[::1]:8080",
            "https://x.localhost",
        ] {
            assert!(enters(ours), "{ours}");
        }
        for stranger in ["https://evil.example", "null", "http://localhost.evil.example", "file://"]
        {
            assert!(!enters(stranger), "{stranger}");
        }
    }

    #[test]
    fn a_browser_changes_something_only_for_a_page_that_it_names() {
        let may = |deed, headers: &[(&str, &str)]| {
            let head = head(headers);
            allowlist().check(&head).and_then(|()| allowlist().check_deed(&head, deed))
        };
        let cross = ("sec-fetch-site", "cross-site");
        let own = ("origin", "http://localhost:3000");
        assert!(may(Deed::Reads, &[cross]).is_ok());
        assert!(may(Deed::Changes, &[cross, own]).is_ok());
        assert!(may(Deed::Changes, &[]).is_ok());
        let error = may(Deed::Changes, &[cross]).unwrap_err();
        assert_eq!((&*error.code, error.status), ("AccessDenied", 403));
        // A page that is not let in reads nothing either.
        for origin in ["null", "https://evil.example"] {
            assert_eq!(may(Deed::Reads, &[("origin", origin)]).unwrap_err().status, 403);
            assert_eq!(may(Deed::Changes, &[own, ("origin", origin)]).unwrap_err().status, 403);
        }
    }

    #[test]
    fn an_allowed_page_is_told_so() {
        let asks = head(&[
            ("origin", "http://localhost:3000"),
            ("access-control-request-method", "PUT"),
            ("access-control-request-headers", "x-amz-date, authorization"),
        ]);
        let mut options = asks.clone();
        options.method = Method::OPTIONS;
        assert!(allowlist().preflight(&asks).is_none());
        let mut answer = allowlist().preflight(&options).unwrap();
        allowlist().open(options.headers.get(ORIGIN), answer.headers_mut());
        let header = |name: &str| answer.headers().get(name).unwrap().to_str().unwrap();
        assert_eq!(header("access-control-allow-origin"), "http://localhost:3000");
        assert_eq!(header("access-control-allow-headers"), "x-amz-date, authorization");
        assert!(header("access-control-allow-methods").contains("PUT"));
    }
}

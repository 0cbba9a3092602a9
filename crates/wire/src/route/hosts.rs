//! What a host name names: a bucket (S3, "Virtual hosting of general purpose buckets"), or a
//! function by its URL.

use super::header;
use http::request::Parts;

/// The host names under which S3 answers, so that `bucket.host` names a bucket. AWS's own
/// (`bucket.s3.us-east-1.amazonaws.com`) are always known.
#[derive(Clone, Debug)]
pub struct Hosts {
    /// Base names without port, lower case, the longest first.
    bases: Vec<String>,
    /// Domains that are, and below which are, names of buckets that are shown as web sites.
    sites: Vec<String>,
}

/// Local names that need no configuration.
const USUAL: [&str; 5] = [
    "localhost",
    "s3.localhost",
    "localhost.localstack.cloud",
    "s3.localhost.localstack.cloud",
    "127.0.0.1",
];

impl Hosts {
    /// The usual base names and these.
    pub fn new<T: Into<String>>(extra: impl IntoIterator<Item = T>) -> Self {
        let mut bases: Vec<String> = USUAL.iter().map(|name| (*name).to_owned()).collect();
        bases.extend(extra.into_iter().map(|name| name.into().to_ascii_lowercase()));
        bases.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { bases, sites: Vec::new() }
    }

    /// The same, with domains at and below which a bucket of the same name is shown as a web site,
    /// as where a name server leads them to AWS ("Configuring a static website using a custom domain").
    pub fn with_sites<T: Into<String>>(mut self, domains: impl IntoIterator<Item = T>) -> Self {
        self.sites.extend(domains.into_iter().map(|name| name.into().to_ascii_lowercase()));
        self
    }

    /// Whether a request's host may name a website, from a look that costs next to nothing.
    pub fn may_name_site(&self, head: &Parts) -> bool {
        const LABEL: &[u8] = b"s3-website";
        let holds = |host: &str| {
            host.as_bytes().windows(LABEL.len()).any(|part| part.eq_ignore_ascii_case(LABEL))
        };
        host_of(head).is_some_and(|host| holds(host) || !self.sites.is_empty())
    }

    /// The bucket that a request's host names; `None` when the path has it.
    pub(super) fn bucket(&self, head: &Parts) -> Option<String> {
        self.bucket_of(&host_of(head)?.to_ascii_lowercase())
    }

    /// The bucket that a request asks for as a web site.
    pub(super) fn site(&self, head: &Parts) -> Option<String> {
        self.site_of(&host_of(head)?.to_ascii_lowercase())
    }

    /// `bucket.s3-website.base`, `bucket.s3-website.region.base` and `bucket.s3-website-region.base`
    /// ("Website endpoints"), where the base is one of ours or AWS's.
    fn site_of(&self, host: &str) -> Option<String> {
        let is_at = |domain: &String| {
            let below = host.strip_suffix(domain.as_str());
            below.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        if self.sites.iter().any(is_at) {
            return Some(host.to_owned());
        }
        // From the right, since a bucket's name may have the label too.
        let at = host.rfind(".s3-website").filter(|at| *at > 0)?;
        let rest = host.get(at + ".s3-website".len()..)?;
        let is_base = |name: &str| {
            let is_aws = matches!(name, "amazonaws.com" | "amazonaws.com.cn");
            is_aws || self.bases.iter().any(|base| base == name)
        };
        let below = |name: &str| {
            name.split_once('.').is_some_and(|(region, base)| is_region(region) && is_base(base))
        };
        let fits = match (rest.strip_prefix('.'), rest.strip_prefix('-')) {
            (Some(rest), _) => is_base(rest) || below(rest),
            (_, Some(rest)) => below(rest),
            _ => false,
        };
        fits.then(|| host[..at].to_owned())
    }

    fn bucket_of(&self, host: &str) -> Option<String> {
        if self.bases.iter().any(|base| base == host) {
            return None;
        }
        let local = self.bases.iter().find_map(|base| host.strip_suffix(base)?.strip_suffix('.'));
        let bucket = local.or_else(|| of_aws(host))?;
        (!bucket.is_empty()).then(|| bucket.to_owned())
    }
}

impl Default for Hosts {
    fn default() -> Self {
        Self::new(std::iter::empty::<String>())
    }
}

/// Whether a label can name a region, such as `us-east-1`.
fn is_region(label: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    label.contains('-') && label.bytes().all(fits)
}

/// Whether a request goes to the URL of a function: `<id>.lambda-url.<region>.on.aws`, or the same
/// under a name of this server.
pub(super) fn is_function_url(head: &Parts) -> bool {
    host_of(head).is_some_and(names_function)
}

fn names_function(host: &str) -> bool {
    let mut labels = host.split('.');
    labels.next().is_some_and(|id| !id.is_empty())
        && labels.next().is_some_and(|label| label.eq_ignore_ascii_case("lambda-url"))
        && labels.next().is_some_and(|region| region.contains('-'))
        // A bucket may have such a name.
        && labels.next().is_some_and(|rest| rest != "s3" && !rest.starts_with("s3-"))
}

/// The host and port of a `Host` header, in which some clients write the whole URL of their endpoint.
pub fn plain_host(value: &str) -> &str {
    match value.strip_prefix("http://").or_else(|| value.strip_prefix("https://")) {
        Some(rest) => rest.strip_suffix('/').unwrap_or(rest),
        None => value,
    }
}

/// The host that a request is for, without port.
fn host_of(head: &Parts) -> Option<&str> {
    let host = head.uri.authority().map(|authority| authority.as_str());
    let host = host.or_else(|| header(head, "host").map(plain_host))?;
    Some(without_port(host.rsplit_once('@').map_or(host, |(_, host)| host)))
}

/// A host without `:port`; an IPv6 address in brackets keeps its colons.
fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// `bucket.s3.amazonaws.com`, `bucket.s3.region.amazonaws.com`, `bucket.s3-region.amazonaws.com`,
/// and the same under `amazonaws.com.cn` and `s3.dualstack`.
fn of_aws(host: &str) -> Option<&str> {
    let rest = host.strip_suffix(".cn").unwrap_or(host).strip_suffix(".amazonaws.com")?;
    let at = rest
        .rfind(".s3")
        .filter(|at| matches!(rest.as_bytes().get(at + 3), None | Some(b'.' | b'-')))?;
    rest.get(..at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_name_functions() {
        for host in [
            "abc123.lambda-url.us-east-1.on.aws",
            "abc123.lambda-url.us-east-1.localhost",
            "abc123.Lambda-URL.us-east-1.localhost.localstack.cloud",
        ] {
            assert!(names_function(host), "{host}");
        }
        for host in [
            "localhost",
            "b.localhost",
            "lambda-url.us-east-1.localhost",
            "b.lambda-url.us-east-1.s3.amazonaws.com",
            "b.lambda-url.localhost",
        ] {
            assert!(!names_function(host), "{host}");
        }
    }

    #[test]
    fn a_host_may_be_written_as_a_url() {
        for value in ["b.localhost:4566", "http://b.localhost:4566", "https://b.localhost:4566/"] {
            assert_eq!(plain_host(value), "b.localhost:4566");
            let head = http::Request::builder().header("host", value).body(()).unwrap();
            assert_eq!(Hosts::default().bucket(&head.into_parts().0).as_deref(), Some("b"));
        }
        for other in ["ftp://b", "b.localhost/", "http:b", ""] {
            assert_eq!(plain_host(other), other);
        }
    }

    #[test]
    fn hosts_name_websites() {
        let hosts = Hosts::new(["storage.test"]);
        let site = |host: &str| hosts.site_of(without_port(host));
        for host in [
            "a.b.s3-website.localhost:4566",
            "a.b.s3-website.localhost.localstack.cloud:4566",
            "a.b.s3-website-us-east-1.amazonaws.com",
            "a.b.s3-website.eu-central-1.amazonaws.com",
            "a.b.s3-website.cn-north-1.amazonaws.com.cn",
            "a.b.s3-website.us-east-1.localhost",
            "a.b.s3-website.storage.test",
        ] {
            assert_eq!(site(host).as_deref(), Some("a.b"), "{host}");
        }
        let twice = "a.s3-website.localhost.s3-website.localhost";
        assert_eq!(site(twice).as_deref(), Some("a.s3-website.localhost"));
        for host in [
            "s3-website.localhost",
            ".s3-website.localhost",
            "a.s3-website",
            "a.s3-websites.localhost",
            "a.s3-website-localhost",
            "a.s3-website.elsewhere.example",
            "a.localhost",
            "a.s3-website.s3.us-east-1.amazonaws.com",
        ] {
            assert_eq!(site(host), None, "{host}");
        }
    }

    #[test]
    fn a_domain_of_websites_names_buckets_by_itself() {
        let hosts = Hosts::default().with_sites(["Example.com"]);
        let site = |host: &str| hosts.site_of(without_port(host));
        for host in ["example.com", "www.example.com:4566", "a.b.example.com"] {
            assert_eq!(site(host).as_deref(), Some(without_port(host)), "{host}");
        }
        for host in ["notexample.com", "example.com.evil.example", "com", "localhost"] {
            assert_eq!(site(host), None, "{host}");
        }
        let head = |host: &str| {
            let head = http::Request::builder().header("host", host).body(()).unwrap();
            head.into_parts().0
        };
        assert_eq!(hosts.site(&head("WWW.example.COM:1")).as_deref(), Some("www.example.com"));
        assert!(hosts.may_name_site(&head("www.example.com")));
        assert!(!Hosts::default().may_name_site(&head("www.example.com")));
    }

    #[test]
    fn hosts_name_buckets() {
        let hosts = Hosts::new(["storage.test"]);
        let bucket = |host: &str| hosts.bucket_of(without_port(host));
        assert_eq!(bucket("localhost:4566"), None);
        assert_eq!(bucket("127.0.0.1:4566"), None);
        assert_eq!(bucket("[::1]:4566"), None);
        assert_eq!(bucket("s3.localhost.localstack.cloud:4566"), None);
        assert_eq!(bucket("b.localhost:4566").as_deref(), Some("b"));
        assert_eq!(bucket("a.b.s3.localhost.localstack.cloud").as_deref(), Some("a.b"));
        assert_eq!(bucket("b.storage.test").as_deref(), Some("b"));
        assert_eq!(bucket("storage.test"), None);
        assert_eq!(bucket("elsewhere.example"), None);
        assert_eq!(bucket("s3.us-east-1.amazonaws.com"), None);
        assert_eq!(bucket("b.s3.us-east-1.amazonaws.com").as_deref(), Some("b"));
        assert_eq!(bucket("b.s3-us-west-2.amazonaws.com").as_deref(), Some("b"));
        assert_eq!(bucket("b.s3.amazonaws.com").as_deref(), Some("b"));
        assert_eq!(bucket("b.s3.cn-north-1.amazonaws.com.cn").as_deref(), Some("b"));
    }
}

//! Where an endpoint is: its URL, the credentials in it, and which hosts are called.
//!
//! Endpoints on this machine and in its networks are called, since that is where a developer's
//! endpoints are. Link-local addresses are not: nothing serves there but what hands a machine its
//! own credentials, such as the metadata services of clouds.

use base64_simd::STANDARD as BASE64;
use http::HeaderValue;
use http::uri::{Authority, PathAndQuery, Scheme, Uri};
use std::net::{IpAddr, Ipv6Addr};

/// The addresses of metadata services that are not link-local.
const METADATA: [Ipv6Addr; 1] = [Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254)];

/// An endpoint's URL.
#[derive(Debug)]
pub struct Address {
    uri: Uri,
    credentials: Option<HeaderValue>,
}

impl Address {
    /// Reads a URL of HTTP or HTTPS.
    pub fn parse(text: &str) -> Option<Self> {
        // What follows the mark is the client's own.
        let text = text.split('#').next().unwrap_or_default();
        let parts = text.parse::<Uri>().ok()?.into_parts();
        let scheme = parts.scheme.filter(|it| *it == Scheme::HTTP || *it == Scheme::HTTPS)?;
        let authority = parts.authority?;
        let (user, place) = match authority.as_str().rsplit_once('@') {
            Some((user, place)) => (Some(user), place),
            None => (None, authority.as_str()),
        };
        let place: Authority = place.parse().ok()?;
        let is_port = |it: &str| it.is_empty() || it.parse::<u16>().is_ok_and(|port| port > 0);
        let rest = place.as_str().strip_prefix(place.host())?;
        if place.host().is_empty() || !is_port(rest.strip_prefix(':').unwrap_or(rest)) {
            return None;
        }
        let path = parts.path_and_query.unwrap_or(PathAndQuery::from_static("/"));
        let uri = Uri::builder().scheme(scheme).authority(place).path_and_query(path);
        Some(Self { uri: uri.build().ok()?, credentials: user.and_then(basic) })
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &str {
        self.uri.scheme_str().unwrap_or_default()
    }

    /// Where to send to, without credentials.
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The `Authorization` that it asks for.
    pub fn credentials(&self) -> Option<&HeaderValue> {
        self.credentials.as_ref()
    }

    /// Whether the host may be called, where its name tells.
    ///
    /// # Errors
    /// Why not.
    pub fn check_host(&self) -> Result<(), String> {
        let host = self.uri.host().unwrap_or_default();
        let address = host.trim_start_matches('[').trim_end_matches(']').parse();
        match address {
            Ok(address) if !may_call(address) => Err(refusal(address)),
            _ => Ok(()),
        }
    }
}

/// Whether an address may be called.
pub fn may_call(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !address.is_link_local() && !address.is_broadcast(),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => may_call(address.into()),
            None => !address.is_unicast_link_local() && !METADATA.contains(&address),
        },
    }
}

/// Why an address is not called.
pub fn refusal(address: IpAddr) -> String {
    format!("{address} is link-local, and endpoints there are not called")
}

/// `user:password`, percent-encoded, as Basic authentication has it (RFC 7617).
fn basic(user: &str) -> Option<HeaderValue> {
    let decoded: Vec<u8> = percent_encoding::percent_decode_str(user).collect();
    let decoded = if decoded.contains(&b':') { decoded } else { [&decoded[..], b":"].concat() };
    let mut value =
        HeaderValue::try_from(format!("Basic {}", BASE64.encode_to_string(decoded))).ok()?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_tells_where_and_as_whom() {
        for (text, uri, credentials) in [
            ("http://localhost:8080", "http://localhost:8080/", None),
            ("https://a.example/p?q=1#mark", "https://a.example/p?q=1", None),
            ("http://[::1]:80/x", "http://[::1]:80/x", None),
            ("http://me:pass@a.example/", "http://a.example/", Some("Basic bWU6cGFzcw==")),
            ("http://me%40x:p%3Aq@a.example/", "http://a.example/", Some("Basic bWVAeDpwOnE=")),
            ("http://me@a.example/", "http://a.example/", Some("Basic bWU6")),
        ] {
            let address = Address::parse(text).unwrap();
            assert_eq!(address.uri().to_string(), uri, "{text}");
            let shown = address.credentials().map(|it| it.to_str().unwrap());
            assert_eq!(shown, credentials, "{text}");
        }
    }

    #[test]
    fn what_is_no_url_is_none() {
        for text in [
            "",
            "http",
            "http://",
            "ftp://a/",
            "//a/b",
            "/p",
            "http://a:0/",
            "http://a:70000/",
            "http://a:x/",
            "http:// a/",
            "http://@/",
            "http://:80/",
            "mailto:a@b",
            "http://a b/",
        ] {
            assert!(Address::parse(text).is_none(), "{text}: {:?}", Address::parse(text));
        }
    }

    #[test]
    fn metadata_services_are_not_called() {
        for text in [
            "http://169.254.169.254/latest",
            "http://[fe80::1]/",
            "http://[::ffff:169.254.1.1]/",
            "http://[fd00:ec2::254]/",
            "http://255.255.255.255/",
        ] {
            let address = Address::parse(text).unwrap();
            assert!(address.check_host().is_err(), "{text}");
        }
        for text in ["http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://a.example/"]
        {
            assert!(Address::parse(text).unwrap().check_host().is_ok(), "{text}");
        }
    }
}

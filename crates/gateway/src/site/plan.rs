//! Which object a website's address means, and where a request is sent that it does not answer. Decided here,
//! without asking anybody.

use http::request::Parts;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use shapes::s3::{GetBucketWebsiteOutput, RedirectAllRequestsTo, RoutingRule};

/// What may not stand in the path of an address as it is.
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// What a request asks of a website.
pub(super) struct Plan<'a> {
    /// The host and port that it names.
    pub host: &'a str,
    /// The path, decoded, without its first slash.
    pub key: &'a str,
    /// The query string as it came.
    pub query: Option<&'a str>,
}

/// Where a request is sent.
#[derive(Debug, PartialEq)]
pub(super) struct Redirect {
    pub status: u16,
    pub to: String,
}

impl<'a> Plan<'a> {
    pub(super) fn of(head: &'a Parts, key: &'a str) -> Self {
        let header = head.headers.get(http::header::HOST).and_then(|host| host.to_str().ok());
        let host = header.map(wire::plain_host).unwrap_or_default();
        Self { host, key, query: head.uri.query() }
    }

    /// Where everything goes.
    pub(super) fn all(&self, to: &RedirectAllRequestsTo) -> Redirect {
        let key = self.key;
        let to = self.address(to.protocol.as_deref(), &to.host_name, key);
        Redirect { status: 301, to }
    }

    /// Where a rule sends it before anything is looked for, or because looking ended with this status.
    pub(super) fn by_rules(
        &self,
        site: &GetBucketWebsiteOutput,
        status: Option<u16>,
    ) -> Option<Redirect> {
        let mut rules = site.routing_rules.iter().flatten();
        rules.find(|rule| self.fits(rule, status)).map(|rule| self.sent(rule))
    }

    fn fits(&self, rule: &RoutingRule, status: Option<u16>) -> bool {
        let condition = rule.condition.as_ref();
        let prefix = condition.and_then(|it| it.key_prefix_equals.as_deref());
        let code = condition.and_then(|it| it.http_error_code_returned_equals.as_deref());
        let has_code = match (code, status) {
            (None, None) => true,
            (Some(code), Some(status)) => code == status.to_string(),
            _ => false,
        };
        has_code && prefix.is_none_or(|prefix| self.key.starts_with(prefix))
    }

    fn sent(&self, rule: &RoutingRule) -> Redirect {
        let redirect = &rule.redirect;
        let prefix = rule.condition.as_ref().and_then(|it| it.key_prefix_equals.as_deref());
        let prefix = prefix.unwrap_or_default();
        let key = match (&redirect.replace_key_with, &redirect.replace_key_prefix_with) {
            (Some(key), _) => key.clone(),
            (None, Some(with)) => {
                format!("{with}{}", self.key.strip_prefix(prefix).unwrap_or(self.key))
            }
            (None, None) => self.key.to_owned(),
        };
        let code = redirect.http_redirect_code.as_deref().and_then(|code| code.parse().ok());
        let host = redirect.host_name.as_deref().unwrap_or(self.host);
        let to = self.address(redirect.protocol.as_deref(), host, &key);
        Redirect { status: code.unwrap_or(301), to }
    }

    fn address(&self, protocol: Option<&str>, host: &str, key: &str) -> String {
        let protocol = protocol.unwrap_or("http");
        let query = self.query.map(|query| format!("?{query}")).unwrap_or_default();
        format!("{protocol}://{host}/{}{query}", utf8_percent_encode(key, IN_PATH))
    }

    /// The object that is meant: in a folder, its index.
    pub(super) fn object(&self, index: &str) -> String {
        match self.key.is_empty() || self.key.ends_with('/') {
            true => format!("{}{index}", self.key),
            false => self.key.to_owned(),
        }
    }

    /// The index that the address may mean that lacks a folder's slash.
    pub(super) fn index_below(&self, index: &str) -> Option<String> {
        let is_folder = self.key.is_empty() || self.key.ends_with('/');
        (!is_folder).then(|| format!("{}/{index}", self.key))
    }

    /// The same address with a folder's slash.
    pub(super) fn with_slash(&self) -> Redirect {
        let query = self.query.map(|query| format!("?{query}")).unwrap_or_default();
        let to = format!("/{}/{query}", utf8_percent_encode(self.key, IN_PATH));
        Redirect { status: 302, to }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::s3::{Condition, Redirect as To};

    fn visit(key: &str) -> Plan<'_> {
        Plan { host: "b.s3-website.localhost:4566", key, query: None }
    }

    fn rule(prefix: Option<&str>, code: Option<&str>, to: To) -> RoutingRule {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let condition = Condition {
            key_prefix_equals: owned(prefix),
            http_error_code_returned_equals: owned(code),
        };
        let condition = (prefix.is_some() || code.is_some()).then_some(condition);
        RoutingRule { condition, redirect: to }
    }

    fn site(rules: Vec<RoutingRule>) -> GetBucketWebsiteOutput {
        GetBucketWebsiteOutput { routing_rules: Some(rules), ..Default::default() }
    }

    #[test]
    fn rules_send_requests_elsewhere() {
        let some = |text: &str| Some(text.to_owned());
        let docs = To { replace_key_prefix_with: some("documents/"), ..To::default() };
        let lost = To {
            host_name: some("h.example"),
            protocol: some("https"),
            http_redirect_code: some("302"),
            replace_key_with: some("lost page"),
            ..To::default()
        };
        let site = site(vec![rule(Some("docs/"), None, docs), rule(None, Some("404"), lost)]);
        let to =
            |key: &str, status| visit(key).by_rules(&site, status).map(|it| (it.status, it.to));
        let moved = "http://b.s3-website.localhost:4566/documents/a%20b".to_owned();
        assert_eq!(to("docs/a b", None), Some((301, moved)));
        assert_eq!(to("other", None), None);
        assert_eq!(to("other", Some(403)), None);
        let lost = "https://h.example/lost%20page".to_owned();
        assert_eq!(to("other", Some(404)), Some((302, lost)));
    }

    #[test]
    fn a_rule_with_both_conditions_needs_both_and_one_with_none_is_for_all() {
        let host = |name: &str| To { host_name: Some(name.into()), ..To::default() };
        let both = site(vec![rule(Some("a/"), Some("403"), host("h"))]);
        assert!(visit("a/x").by_rules(&both, None).is_none());
        assert!(visit("b/x").by_rules(&both, Some(403)).is_none());
        assert!(visit("a/x").by_rules(&both, Some(403)).is_some());
        let all = site(vec![rule(None, None, host("h"))]);
        assert_eq!(visit("").by_rules(&all, None).unwrap().to, "http://h/");
        let query = Plan { query: Some("a=1&b"), ..visit("x") };
        assert_eq!(query.by_rules(&all, None).unwrap().to, "http://h/x?a=1&b");
    }

    #[test]
    fn a_folder_means_its_index() {
        assert_eq!(visit("").object("i.html"), "i.html");
        assert_eq!(visit("a/").object("i.html"), "a/i.html");
        assert_eq!(visit("a").object("i.html"), "a");
        assert_eq!(visit("a").index_below("i.html").as_deref(), Some("a/i.html"));
        assert_eq!(visit("a/").index_below("i.html"), None);
        assert_eq!(visit("").index_below("i.html"), None);
        assert_eq!(visit("a b").with_slash().to, "/a%20b/");
    }
}

//! How a bucket is shown as a web site ("Hosting a static website using Amazon S3"), and where its objects
//! redirect to. Who shows it is the gateway, at the names of websites.

use crate::errors::{INVALID_REDIRECT_LOCATION, invalid_argument, invalid_request, malformed_xml};
use platform::{Error, Result};
use serde::{Deserialize, Serialize};
use shapes::s3::{
    Condition, ErrorDocument, GetBucketWebsiteOutput, IndexDocument, Redirect,
    RedirectAllRequestsTo, RoutingRule, WebsiteConfiguration,
};

/// The most routing rules of a bucket.
const MAX_RULES: usize = 50;
/// The longest place that an object redirects to ("Configuring a webpage redirect").
const MAX_LOCATION_BYTES: usize = 2048;

/// What is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Site {
    /// Everything is elsewhere.
    Elsewhere {
        host: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        protocol: Option<String>,
    },
    /// It is shown.
    Here {
        index: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        error: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rules: Vec<Rule>,
    },
}

/// What goes elsewhere: all, or what the conditions say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Rule {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub if_prefix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub if_status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protocol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
}

/// Reads a configuration.
///
/// # Errors
/// `MalformedXML`, and `InvalidArgument` and `InvalidRequest` for what AWS has sentences for.
pub(crate) fn read(given: WebsiteConfiguration) -> Result<Site> {
    if let Some(all) = given.redirect_all_requests_to {
        let alone = given.index_document.is_none()
            && given.error_document.is_none()
            && given.routing_rules.is_none();
        if !alone {
            let message =
                "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.";
            return Err(invalid_argument(message, "RedirectAllRequestsTo", "not null"));
        }
        if all.host_name.is_empty() {
            let message = "A host name must be provided to redirect all requests (e.g. \
                           \"example.com\").";
            return Err(invalid_request(message));
        }
        check_protocol(all.protocol.as_deref())?;
        return Ok(Site::Elsewhere { host: all.host_name, protocol: all.protocol });
    }
    let Some(index) = given.index_document else {
        let message =
            "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty";
        return Err(invalid_argument(message, "IndexDocument", "null"));
    };
    if index.suffix.is_empty() || index.suffix.contains('/') {
        let message = "The IndexDocument Suffix is not well formed";
        return Err(invalid_argument(message, "IndexDocument", index.suffix));
    }
    if given.error_document.as_ref().is_some_and(|it| it.key.is_empty()) {
        return Err(malformed_xml());
    }
    let rules = match given.routing_rules {
        None => Vec::new(),
        Some(rules) if rules.is_empty() => return Err(malformed_xml()),
        Some(rules) if rules.len() > MAX_RULES => {
            return Err(invalid_request(format!(
                "{} routing rules provided, the number of routing rules in a website \
                 configuration is limited to {MAX_RULES}.",
                rules.len()
            )));
        }
        Some(rules) => rules.into_iter().map(read_rule).collect::<Result<_>>()?,
    };
    Ok(Site::Here { index: index.suffix, error: given.error_document.map(|it| it.key), rules })
}

fn check_protocol(protocol: Option<&str>) -> Result<()> {
    match protocol {
        None | Some("http" | "https") => Ok(()),
        Some(_) => Err(invalid_request(
            "Invalid protocol, protocol can be http or https. If not defined the protocol will be \
             selected automatically.",
        )),
    }
}

fn read_rule(given: RoutingRule) -> Result<Rule> {
    let RoutingRule { condition, redirect } = given;
    let (if_prefix, if_status) = match condition {
        None => (None, None),
        Some(it) => {
            if it.key_prefix_equals.is_none() && it.http_error_code_returned_equals.is_none() {
                return Err(invalid_request(
                    "Condition cannot be empty. To redirect all requests without a condition, the \
                     condition element shouldn't be present.",
                ));
            }
            (it.key_prefix_equals, it.http_error_code_returned_equals)
        }
    };
    if redirect.replace_key_with.is_some() && redirect.replace_key_prefix_with.is_some() {
        return Err(invalid_request(
            "You can only define ReplaceKeyPrefix or ReplaceKey but not both.",
        ));
    }
    check_protocol(redirect.protocol.as_deref())?;
    let is_between = |text: &str, from: u16, to: u16| {
        text.len() == 3 && text.parse::<u16>().is_ok_and(|code| (from..=to).contains(&code))
    };
    if let Some(code) = if_status.as_deref().filter(|it| !is_between(it, 400, 599)) {
        return Err(invalid_request(format!(
            "The provided HTTP error code ({code}) is not valid. Valid codes are 4XX or 5XX."
        )));
    }
    if let Some(code) =
        redirect.http_redirect_code.as_deref().filter(|it| !is_between(it, 301, 399))
    {
        return Err(invalid_request(format!(
            "The provided HTTP redirect code ({code}) is not valid. Valid codes are 3XX except 300."
        )));
    }
    let to = Rule {
        if_prefix,
        if_status,
        host: redirect.host_name,
        protocol: redirect.protocol,
        status: redirect.http_redirect_code,
        key: redirect.replace_key_with,
        prefix: redirect.replace_key_prefix_with,
    };
    Ok(to)
}

/// A configuration as it is shown.
pub(crate) fn shown(site: &Site) -> GetBucketWebsiteOutput {
    match site.clone() {
        Site::Elsewhere { host, protocol } => GetBucketWebsiteOutput {
            redirect_all_requests_to: Some(RedirectAllRequestsTo { host_name: host, protocol }),
            ..Default::default()
        },
        Site::Here { index, error, rules } => GetBucketWebsiteOutput {
            redirect_all_requests_to: None,
            index_document: Some(IndexDocument { suffix: index }),
            error_document: error.map(|key| ErrorDocument { key }),
            routing_rules: (!rules.is_empty()).then(|| rules.into_iter().map(shown_rule).collect()),
        },
    }
}

fn shown_rule(rule: Rule) -> RoutingRule {
    let condition = (rule.if_prefix.is_some() || rule.if_status.is_some()).then_some(Condition {
        http_error_code_returned_equals: rule.if_status,
        key_prefix_equals: rule.if_prefix,
    });
    let redirect = Redirect {
        host_name: rule.host,
        http_redirect_code: rule.status,
        protocol: rule.protocol,
        replace_key_prefix_with: rule.prefix,
        replace_key_with: rule.key,
    };
    RoutingRule { condition, redirect }
}

/// Where an object is to redirect to, from `x-amz-website-redirect-location`.
///
/// # Errors
/// `InvalidRedirectLocation`.
pub(crate) fn location(given: Option<&str>) -> Result<Option<String>> {
    let Some(given) = given else { return Ok(None) };
    let error = |message: &str| Err(Error::new(&INVALID_REDIRECT_LOCATION, message));
    if !["/", "http://", "https://"].iter().any(|start| given.starts_with(start)) {
        return error(
            "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.",
        );
    }
    if given.len() > MAX_LOCATION_BYTES {
        return error("The length of website redirect location cannot exceed 2,048 characters.");
    }
    Ok(Some(given.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(suffix: &str) -> WebsiteConfiguration {
        let index_document = Some(IndexDocument { suffix: suffix.into() });
        WebsiteConfiguration { index_document, ..Default::default() }
    }

    fn with(rule: RoutingRule) -> WebsiteConfiguration {
        WebsiteConfiguration { routing_rules: Some(vec![rule]), ..index("i") }
    }

    fn to(host: &str) -> Redirect {
        Redirect { host_name: Some(host.into()), ..Default::default() }
    }

    #[test]
    fn a_configuration_is_held_against_awss_rules() {
        let start = |given: WebsiteConfiguration| match read(given) {
            Ok(_) => String::new(),
            Err(error) => format!("{}: {}", error.code(), error.message),
        };
        let all = |host: &str, protocol: Option<&str>| RedirectAllRequestsTo {
            host_name: host.into(),
            protocol: protocol.map(str::to_owned),
        };
        let whole =
            |it| WebsiteConfiguration { redirect_all_requests_to: Some(it), ..Default::default() };
        let both =
            WebsiteConfiguration { redirect_all_requests_to: Some(all("h", None)), ..index("i") };
        let rule = |redirect| RoutingRule { condition: None, redirect };
        let two = Redirect {
            replace_key_with: Some("a".into()),
            replace_key_prefix_with: Some("b".into()),
            ..Default::default()
        };
        let none = RoutingRule { condition: Some(Condition::default()), redirect: to("h") };
        let code = Redirect { http_redirect_code: Some("200".into()), ..to("h") };
        let many =
            WebsiteConfiguration { routing_rules: Some(vec![rule(to("h")); 51]), ..index("i") };
        let empty = WebsiteConfiguration { routing_rules: Some(vec![]), ..index("i") };
        for (given, expected) in [
            (index("index.html"), ""),
            (whole(all("h", Some("https"))), ""),
            (with(rule(to("h"))), ""),
            (
                WebsiteConfiguration::default(),
                "InvalidArgument: A value for IndexDocument Suffix must be provided if",
            ),
            (index("a/b"), "InvalidArgument: The IndexDocument Suffix is not well formed"),
            (index(""), "InvalidArgument: The IndexDocument Suffix is not well formed"),
            (both, "InvalidArgument: RedirectAllRequestsTo cannot be provided in conjunction"),
            (whole(all("h", Some("ftp"))), "InvalidRequest: Invalid protocol, protocol can be"),
            (whole(all("", None)), "InvalidRequest: A host name must be provided"),
            (with(rule(two)), "InvalidRequest: You can only define ReplaceKeyPrefix or"),
            (with(none), "InvalidRequest: Condition cannot be empty."),
            (with(rule(code)), "InvalidRequest: The provided HTTP redirect code (200) is not"),
            (many, "InvalidRequest: 51 routing rules provided, the number of"),
            (empty, "MalformedXML"),
        ] {
            let said = start(given);
            assert!(
                said.starts_with(expected) && (said.is_empty() == expected.is_empty()),
                "{said}"
            );
        }
    }

    #[test]
    fn what_is_set_is_shown_and_keeps_its_layout() {
        let condition = Condition {
            key_prefix_equals: Some("docs/".into()),
            http_error_code_returned_equals: Some("404".into()),
        };
        let rule = RoutingRule { condition: Some(condition), redirect: to("h") };
        let site = read(with(rule.clone())).unwrap();
        assert_eq!(shown(&site).routing_rules, Some(vec![rule]));
        let json = r#"{"here":{"index":"i","rules":[{"if_prefix":"docs/","if_status":"404","host":"h"}]}}"#;
        assert_eq!(serde_json::to_string(&site).unwrap(), json);
        assert_eq!(serde_json::from_str::<Site>(json).unwrap(), site);
        let json = r#"{"elsewhere":{"host":"h"}}"#;
        let elsewhere = serde_json::from_str::<Site>(json).unwrap();
        assert_eq!(shown(&elsewhere).redirect_all_requests_to.unwrap().host_name, "h");
    }

    #[test]
    fn an_object_redirects_to_a_path_or_a_url() {
        for good in ["/a", "http://h/", "https://h/"] {
            assert_eq!(location(Some(good)).unwrap().as_deref(), Some(good));
        }
        assert_eq!(location(None).unwrap(), None);
        for bad in ["", "a", "ftp://h", &format!("/{}", "a".repeat(2048))] {
            assert_eq!(location(Some(bad)).unwrap_err().code(), "InvalidRedirectLocation");
        }
    }
}

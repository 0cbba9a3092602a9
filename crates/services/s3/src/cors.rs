//! Which pages of other origins a bucket lets ask ("Elements of a CORS configuration"). Who acts on it
//! is the gateway, which shows browsers what is set here.

use crate::errors::{invalid_request, malformed_xml};
use platform::Result;
use serde::{Deserialize, Serialize};
use shapes::s3::CORSRule;

/// The most rules of a bucket.
const MAX_RULES: usize = 100;
/// The longest id of a rule.
const MAX_ID_BYTES: usize = 255;
const METHODS: [&str; 5] = ["GET", "PUT", "HEAD", "POST", "DELETE"];

/// A rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rule {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub origins: Vec<String>,
    pub methods: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exposed: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age_s: Option<i32>,
}

/// Reads a configuration.
///
/// # Errors
/// `MalformedXML`, and `InvalidRequest` for what AWS has sentences for.
pub(crate) fn read(given: Vec<CORSRule>) -> Result<Vec<Rule>> {
    if given.is_empty() || given.len() > MAX_RULES {
        return Err(malformed_xml());
    }
    given.into_iter().map(read_rule).collect()
}

fn read_rule(given: CORSRule) -> Result<Rule> {
    let rule = Rule {
        id: given.id,
        origins: given.allowed_origins,
        methods: given.allowed_methods,
        headers: given.allowed_headers.unwrap_or_default(),
        exposed: given.expose_headers.unwrap_or_default(),
        max_age_s: given.max_age_seconds,
    };
    let is_long = rule.id.as_ref().is_some_and(|id| id.len() > MAX_ID_BYTES);
    if rule.origins.is_empty() || rule.methods.is_empty() || is_long {
        return Err(malformed_xml());
    }
    if let Some(method) = rule.methods.iter().find(|it| !METHODS.contains(&it.as_str())) {
        let message =
            format!("Found unsupported HTTP method in CORS config. Unsupported method is {method}");
        return Err(invalid_request(message));
    }
    for (element, values) in [("AllowedOrigin", &rule.origins), ("AllowedHeader", &rule.headers)] {
        if let Some(value) = values.iter().find(|it| it.matches('*').count() > 1) {
            let message = format!("{element} \"{value}\" can not have more than one wildcard.");
            return Err(invalid_request(message));
        }
    }
    if let Some(name) = rule.exposed.iter().find(|it| it.contains('*')) {
        let message = format!(
            "ExposeHeader \"{name}\" contains wildcard. We currently do not support wildcard for \
             ExposeHeader."
        );
        return Err(invalid_request(message));
    }
    Ok(rule)
}

/// A rule as it is shown.
pub(crate) fn shown(rule: &Rule) -> CORSRule {
    let some = |values: &Vec<String>| (!values.is_empty()).then(|| values.clone());
    CORSRule {
        id: rule.id.clone(),
        allowed_headers: some(&rule.headers),
        allowed_methods: rule.methods.clone(),
        allowed_origins: rule.origins.clone(),
        expose_headers: some(&rule.exposed),
        max_age_seconds: rule.max_age_s,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(origin: &str, method: &str) -> CORSRule {
        CORSRule {
            allowed_origins: vec![origin.into()],
            allowed_methods: vec![method.into()],
            ..Default::default()
        }
    }

    #[test]
    fn a_configuration_is_held_against_awss_rules() {
        let code = |rules: Vec<CORSRule>| match read(rules) {
            Ok(_) => String::new(),
            Err(error) => format!("{}: {}", error.code(), error.message),
        };
        let header = |name: &str| Some(vec![name.to_owned()]);
        let malformed = "MalformedXML: The XML you provided was not well-formed or did not \
                         validate against our published schema";
        let wild = CORSRule { allowed_headers: header("*-*"), ..given("*", "GET") };
        let exposed = CORSRule { expose_headers: header("x-*"), ..given("*", "GET") };
        for (rules, expected) in [
            (vec![given("", "GET")], ""),
            (vec![given("https://*.example", "DELETE"); 100], ""),
            (vec![given("*", "GET"); 101], malformed),
            (vec![], malformed),
            (vec![CORSRule::default()], malformed),
            (vec![CORSRule { id: Some("i".repeat(256)), ..given("*", "GET") }], malformed),
            (
                vec![given("*", "OPTIONS")],
                "InvalidRequest: Found unsupported HTTP method in CORS config. Unsupported method \
                 is OPTIONS",
            ),
            (
                vec![given("https://*.*", "GET")],
                "InvalidRequest: AllowedOrigin \"https://*.*\" can not have more than one wildcard.",
            ),
            (
                vec![wild],
                "InvalidRequest: AllowedHeader \"*-*\" can not have more than one wildcard.",
            ),
            (
                vec![exposed],
                "InvalidRequest: ExposeHeader \"x-*\" contains wildcard. We currently do not \
                 support wildcard for ExposeHeader.",
            ),
        ] {
            assert_eq!(code(rules), expected);
        }
    }

    #[test]
    fn what_is_set_is_shown_and_keeps_its_layout() {
        let rule = CORSRule {
            id: Some("r".into()),
            max_age_seconds: Some(3000),
            expose_headers: Some(vec!["ETag".into()]),
            ..given("*", "GET")
        };
        let read = read(vec![rule.clone()]).unwrap();
        assert_eq!(shown(&read[0]), rule);
        let json =
            r#"{"id":"r","origins":["*"],"methods":["GET"],"exposed":["ETag"],"max_age_s":3000}"#;
        assert_eq!(serde_json::to_string(&read[0]).unwrap(), json);
        assert_eq!(serde_json::from_str::<Rule>(json).unwrap(), read[0]);
    }
}

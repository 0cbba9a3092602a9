//! What a form may hold ("Creating a POST policy").

use super::Fields;
use crate::WireError;
use serde_json::Value;
use shapes::{Timestamp, TimestampFormat};
use std::ops::RangeInclusive;

/// A policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Its end.
    pub expiration: Timestamp,
    conditions: Vec<Condition>,
}

#[derive(Clone, Debug)]
struct Condition {
    /// As AWS tells it.
    text: String,
    /// The field that it is about, without `$`.
    field: Option<String>,
    demand: Demand,
}

#[derive(Clone, Debug)]
enum Demand {
    Equals(String),
    StartsWith(String),
    Length(RangeInclusive<u64>),
    /// What cannot be read is never met.
    Never,
}

/// What need not stand in a policy: what signs it, and what it is not about.
const EXEMPT: [&str; 5] = ["policy", "x-amz-signature", "signature", "awsaccesskeyid", "file"];

impl Policy {
    /// Reads a policy as it stands in a form, in base64.
    ///
    /// # Errors
    /// `InvalidPolicyDocument`.
    pub fn parse(encoded: &str) -> Result<Self, WireError> {
        let encoded: Vec<u8> = encoded.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        let text = base64_simd::STANDARD.decode_to_vec(encoded).map_err(|_| {
            invalid(
                "The content of the form does not meet the conditions specified in the policy \
                 document.",
            )
        })?;
        let json = serde_json::from_slice::<Value>(&text).ok().filter(Value::is_object);
        let json = json.ok_or_else(|| invalid("Invalid Policy: Invalid JSON."))?;
        let member = |name: &str| {
            let members = json.as_object()?;
            members.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, it)| it)
        };
        let expiration =
            member("expiration").ok_or_else(|| invalid("Invalid Policy: Missing expiration."))?;
        let expiration = expiration.as_str().map(str::trim);
        let expiration =
            expiration.and_then(|text| Timestamp::parse(text, TimestampFormat::Iso8601));
        let expiration =
            expiration.ok_or_else(|| invalid("Invalid Policy: Invalid expiration."))?;
        let conditions = member("conditions").and_then(Value::as_array);
        let conditions =
            conditions.ok_or_else(|| invalid("Invalid Policy: Missing conditions."))?;
        let conditions = conditions.iter().map(Condition::read).collect::<Result<_, _>>()?;
        Ok(Self { expiration, conditions })
    }

    /// Holds a form against it, and gives how long its file may be.
    ///
    /// # Errors
    /// `AccessDenied`, with AWS's words for what is not met.
    pub fn check(
        &self,
        fields: &Fields,
        bucket: &str,
        now: Timestamp,
    ) -> Result<RangeInclusive<u64>, WireError> {
        if now > self.expiration {
            return Err(denied("Policy expired.".to_owned()));
        }
        let (mut least, mut most) = (0, u64::MAX);
        for condition in &self.conditions {
            if let Demand::Length(range) = &condition.demand {
                (least, most) = (least.max(*range.start()), most.min(*range.end()));
            } else if !condition.is_met(fields, bucket) {
                return Err(denied(format!("Policy Condition failed: {}", condition.text)));
            }
        }
        let is_covered = |name: &str| {
            let has = |it: &Condition| {
                it.field.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name))
            };
            let is_exempt = EXEMPT.iter().any(|own| own.eq_ignore_ascii_case(name));
            let is_ignored =
                name.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("x-ignore-"));
            is_exempt || is_ignored || self.conditions.iter().any(has)
        };
        let extra: Vec<_> =
            fields.iter().map(|(name, _)| name).filter(|name| !is_covered(name)).collect();
        if !extra.is_empty() {
            let extra = extra.join(", ").to_ascii_lowercase();
            return Err(denied(format!("Extra input fields: {extra}")));
        }
        Ok(least..=most)
    }
}

impl Condition {
    fn read(given: &Value) -> Result<Self, WireError> {
        let array = match given {
            Value::Object(members) => {
                let mut members = members.iter();
                let (Some((name, value)), None) = (members.next(), members.next()) else {
                    return Err(invalid(
                        "Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have \
                         exactly one property specified.",
                    ));
                };
                vec![Value::from("eq"), Value::from(format!("${name}")), value.clone()]
            }
            Value::Array(items) => items.clone(),
            other => vec![other.clone()],
        };
        let text: Vec<_> = array.iter().map(Value::to_string).collect();
        let text = format!("[{}]", text.join(", "));
        let (demand, field) = match array.as_slice() {
            [kind, first, second] => Self::demand(kind, first, second),
            _ => (Demand::Never, None),
        };
        Ok(Self { text, field, demand })
    }

    fn demand(kind: &Value, first: &Value, second: &Value) -> (Demand, Option<String>) {
        let kind = kind.as_str().unwrap_or_default();
        if kind.eq_ignore_ascii_case("content-length-range") {
            // Some libraries write the bounds as texts.
            let bound = |it: &Value| it.as_u64().or_else(|| it.as_str()?.parse().ok());
            return match (bound(first), bound(second)) {
                (Some(least), Some(most)) => (Demand::Length(least..=most), None),
                _ => (Demand::Never, None),
            };
        }
        let field = first.as_str().and_then(|it| it.strip_prefix('$'));
        let (Some(field), Some(value)) = (field, second.as_str()) else {
            return (Demand::Never, None);
        };
        let (field, value) = (Some(field.to_owned()), value.to_owned());
        match kind {
            it if it.eq_ignore_ascii_case("eq") => (Demand::Equals(value), field),
            it if it.eq_ignore_ascii_case("starts-with") => (Demand::StartsWith(value), field),
            _ => (Demand::Never, None),
        }
    }

    fn is_met(&self, fields: &Fields, bucket: &str) -> bool {
        let field = self.field.as_deref().unwrap_or_default();
        // The bucket is the one that was asked, whatever a field says.
        let is_bucket = field.eq_ignore_ascii_case("bucket");
        let given = if is_bucket { Some(bucket) } else { fields.get(field) };
        match &self.demand {
            Demand::Equals(value) => given == Some(value),
            // A list of types meets it when each of them does.
            Demand::StartsWith(start) if field.eq_ignore_ascii_case("content-type") => {
                given.unwrap_or_default().split(',').all(|it| it.trim().starts_with(start))
            }
            Demand::StartsWith(start) => given.unwrap_or_default().starts_with(start),
            Demand::Length(_) => true,
            Demand::Never => false,
        }
    }
}

fn invalid(message: &str) -> WireError {
    WireError::client("InvalidPolicyDocument", 400, message)
}

fn denied(why: String) -> WireError {
    WireError::client("AccessDenied", 403, format!("Invalid according to Policy: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_700_000_000_000);

    fn encoded(json: &str) -> String {
        base64_simd::STANDARD.encode_to_string(json.as_bytes())
    }

    fn policy(conditions: &str) -> Result<Policy, WireError> {
        let json =
            format!(r#"{{"expiration":"2030-01-01T00:00:00.000Z","conditions":{conditions}}}"#);
        Policy::parse(&encoded(&json))
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.add((*name).to_owned(), (*value).to_owned());
        }
        fields
    }

    fn said(conditions: &str, pairs: &[(&str, &str)]) -> String {
        let checked = policy(conditions).and_then(|it| it.check(&fields(pairs), "b", NOW));
        match checked {
            Ok(range) if range == (0..=u64::MAX) => String::new(),
            Ok(range) => format!("{range:?}"),
            Err(error) => error.message,
        }
    }

    #[test]
    fn a_form_is_held_against_each_condition() {
        let failed = |condition: &str| {
            format!("Invalid according to Policy: Policy Condition failed: {condition}")
        };
        let key = ("key", "up/x");
        for (conditions, pairs, expected) in [
            (r#"[{"bucket":"b"},["starts-with","$key","up/"]]"#, &[key][..], String::new()),
            (r#"[{"bucket":"c"}]"#, &[], failed(r#"["eq", "$bucket", "c"]"#)),
            (r#"[["eq","$key","up/X"]]"#, &[key], failed(r#"["eq", "$key", "up/X"]"#)),
            (r#"[["eq","key","up/x"]]"#, &[key], failed(r#"["eq", "key", "up/x"]"#)),
            (r#"[{"acl":"private"}]"#, &[], failed(r#"["eq", "$acl", "private"]"#)),
            (r#"[["EQ","$KEY","up/x"]]"#, &[key], String::new()),
            (r#"[["starts-with","$key",""],["starts-with","$acl",""]]"#, &[key], String::new()),
            (
                r#"[["starts-with","$Content-Type","image/"]]"#,
                &[("content-type", "image/png, text/plain")],
                failed(r#"["starts-with", "$Content-Type", "image/"]"#),
            ),
            (
                r#"[["starts-with","$Content-Type","image/"]]"#,
                &[("content-type", "image/png,image/gif")],
                String::new(),
            ),
            (
                r#"[["starts-with","$key",""]]"#,
                &[key, ("X-Amz-Meta-A", "1"), ("acl", "private")],
                "Invalid according to Policy: Extra input fields: x-amz-meta-a, acl".to_owned(),
            ),
            (
                "[]",
                &[("policy", "p"), ("X-Amz-Signature", "s"), ("x-ignore-me", "1")],
                String::new(),
            ),
            (
                r#"[["content-length-range",1,10],["content-length-range","2",20]]"#,
                &[],
                "2..=10".into(),
            ),
            (r#"[["content-length-range",1]]"#, &[], failed(r#"["content-length-range", 1]"#)),
            (r#"[["matches","$key","x"]]"#, &[key], failed(r#"["matches", "$key", "x"]"#)),
            ("[7]", &[], failed("[7]")),
        ] {
            assert_eq!(said(conditions, pairs), expected, "{conditions}");
        }
    }

    #[test]
    fn a_policy_ends() {
        let policy = policy("[]").unwrap();
        let late = Timestamp(policy.expiration.millis() + 1);
        let error = policy.check(&fields(&[]), "b", late).unwrap_err();
        assert_eq!(error.message, "Invalid according to Policy: Policy expired.");
        assert_eq!((&*error.code, error.status), ("AccessDenied", 403));
    }

    #[test]
    fn what_is_no_policy_is_refused() {
        let date = r#""expiration":"2030-01-01T00:00:00Z""#;
        for (text, expected) in [
            ("%%%".to_owned(), "The content of the form does not meet"),
            (encoded("{"), "Invalid Policy: Invalid JSON."),
            (encoded("[]"), "Invalid Policy: Invalid JSON."),
            (encoded(&"[".repeat(100_000)), "Invalid Policy: Invalid JSON."),
            (encoded("{}"), "Invalid Policy: Missing expiration."),
            (encoded(r#"{"expiration":"soon"}"#), "Invalid Policy: Invalid expiration."),
            (encoded(r#"{"expiration":7}"#), "Invalid Policy: Invalid expiration."),
            (encoded(&format!("{{{date}}}")), "Invalid Policy: Missing conditions."),
            (
                encoded(&format!(r#"{{{date},"conditions":[{{"a":"1","b":"2"}}]}}"#)),
                "Invalid Policy: Invalid Simple-Condition",
            ),
            (String::new(), "Invalid Policy: Invalid JSON."),
        ] {
            let error = Policy::parse(&text).unwrap_err();
            assert_eq!(error.code, "InvalidPolicyDocument");
            assert!(error.message.starts_with(expected), "{}", error.message);
        }
    }
}

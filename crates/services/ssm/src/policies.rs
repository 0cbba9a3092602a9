//! Policies of parameters: of AWS's three, the one that acts on the parameter, Expiration. The others
//! tell an event bus ("Assigning parameter policies" in the Systems Manager user guide).

use crate::parameters;
use crate::records::parameter::{PARAMETERS, Parameter};
use crate::{Ssm, errors};
use platform::{Context, Deadline, Deadlines, Principal, Result};
use serde_json::Value;
use shapes::ssm::ParameterInlinePolicy;
use shapes::{Timestamp, TimestampFormat};
use std::sync::Arc;
use store::Batch;

/// The deadlines of parameters that expire. Their ids are the parameters' keys.
const KIND: &str = "ssm-expiration";
/// The most policies of a parameter.
const MOST: usize = 10;

/// The policies of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Their texts.
    pub texts: Vec<String>,
    /// When it expires, milliseconds since the epoch.
    pub expires_ms: Option<i64>,
}

/// The policies that are given, none of which may be an empty one, which takes all away.
///
/// # Errors
/// AWS's; what is not acted on is refused by its name.
pub fn read(text: &str, now: Timestamp) -> Result<Given> {
    let malformed = || errors::bad_policy("A policy attribute or its value is invalid.");
    let all: Value = serde_json::from_str(text).map_err(|_| malformed())?;
    let all = match all {
        Value::Array(all) => all,
        single @ Value::Object(_) => vec![single],
        _ => return Err(malformed()),
    };
    if all.len() > MOST {
        return Err(errors::too_many_policies());
    }
    let mut given = Given::default();
    for policy in all {
        if policy.as_object().is_some_and(serde_json::Map::is_empty) {
            continue;
        }
        match policy["Type"].as_str() {
            Some("Expiration") => {}
            Some(kind @ ("ExpirationNotification" | "NoChangeNotification")) => {
                let what = format!("A parameter policy of type {kind}");
                return Err(errors::bad_policy_type(platform::unsupported(what)));
            }
            _ => {
                return Err(errors::bad_policy_type(
                    "The policy type isn't supported. Parameter Store supports the following policy \
                     types: Expiration, ExpirationNotification, and NoChangeNotification.",
                ));
            }
        }
        if given.expires_ms.is_some() {
            return Err(errors::policies_conflict());
        }
        let when = policy["Attributes"]["Timestamp"].as_str().ok_or_else(malformed)?;
        let when = Timestamp::parse(when, TimestampFormat::Iso8601).ok_or_else(malformed)?;
        if policy["Version"].as_str().is_some_and(|it| it != "1.0") || when <= now {
            return Err(malformed());
        }
        given.expires_ms = Some(when.millis());
        given.texts.push(policy.to_string());
    }
    Ok(given)
}

/// The policies of a version, as they are shown.
pub fn shown(texts: &[String]) -> Vec<ParameterInlinePolicy> {
    let show = |text: &String| ParameterInlinePolicy {
        policy_text: Some(text.clone()),
        policy_type: Some("Expiration".to_owned()),
        policy_status: Some("Pending".to_owned()),
    };
    texts.iter().map(show).collect()
}

fn deadline(cx: &Context, parameter: &Parameter) -> Option<Deadline> {
    let due = Timestamp(parameter.current.expires_ms?);
    let key = crate::records::parameter::key(cx, &parameter.name);
    Some(Deadline::new(KIND, key, due))
}

/// The batch, after which a parameter expires as its current version says.
pub fn kept(batch: Batch, cx: &Context, parameter: &Parameter) -> Batch {
    match deadline(cx, parameter) {
        Some(deadline) => Deadlines::set(batch, &deadline),
        None => batch,
    }
}

/// The batch, after which a parameter does not expire any more.
pub fn forgotten(batch: Batch, cx: &Context, parameter: &Parameter) -> Batch {
    match deadline(cx, parameter) {
        Some(deadline) => Deadlines::clear(batch, &deadline),
        None => batch,
    }
}

impl Ssm {
    /// Sees to it that parameters expire.
    pub(crate) fn keep_expiry(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.clone();
            async move {
                match service.upgrade() {
                    Some(service) => service.expire(&deadline).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn expire(&self, deadline: &Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        loop {
            let batch = Deadlines::done(Batch::new(), deadline);
            let found = PARAMETERS.get_with_bytes(tables, &deadline.id).await?;
            let batch = match found {
                Some((parameter, bytes))
                    if parameter.current.expires_ms == Some(deadline.due.millis()) =>
                {
                    let batch = batch.equals(PARAMETERS.table, deadline.id.clone(), bytes);
                    match self.place(&deadline.id) {
                        Some(cx) => parameters::without(&cx, batch, &parameter),
                        None => batch,
                    }
                }
                _ => batch,
            };
            match tables.commit(batch).await {
                // The deadline is gone: another process was here, or the parameter changed.
                Ok(()) | Err(store::Error::Conflict(0)) => return Ok(()),
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The account and region that a parameter's key begins with.
    fn place(&self, key: &[u8]) -> Option<Context> {
        let mut parts = key.split(|byte| *byte == 0);
        let mut part = || std::str::from_utf8(parts.next()?).ok();
        let (account, region) = (part()?, part()?);
        Some(self.platform.context(Principal::service("ssm.amazonaws.com"), account, region))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::START;

    fn policy(kind: &str, when: &str) -> String {
        format!(r#"{{"Type":"{kind}","Version":"1.0","Attributes":{{"Timestamp":"{when}"}}}}"#)
    }

    #[test]
    fn policies_are_read_or_refused_by_name() {
        let of = |text: &str| read(text, START).map_err(|error| error.code());
        let later = policy("Expiration", "2026-01-03T00:00:00.000Z");
        let given = of(&format!("[{later}]")).unwrap();
        assert_eq!(given.expires_ms, Some(1_767_398_400_000));
        assert_eq!(given.texts.len(), 1);
        for none in ["[{}]", "{}", "[]"] {
            assert_eq!(of(none).unwrap(), Given::default());
        }
        assert_eq!(of(&format!("[{later},{later}]")), Err("IncompatiblePolicyException"));
        let earlier = policy("Expiration", "2026-01-01T00:00:00.000Z");
        for text in ["", "1", "[1]", &format!("[{earlier}]"), &policy("Expiration", "soon")] {
            let code = of(text).unwrap_err();
            assert!(code.starts_with("InvalidPolicy"), "{text}: {code}");
        }
        for kind in ["NoChangeNotification", "Nonsense"] {
            let text = policy(kind, "2026-01-03T00:00:00.000Z");
            assert_eq!(of(&text), Err("InvalidPolicyTypeException"));
        }
        let many = vec![later; 11].join(",");
        assert_eq!(of(&format!("[{many}]")), Err("PoliciesLimitExceededException"));
    }
}

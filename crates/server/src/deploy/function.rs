//! The function itself: made, or brought to what it should be.

use super::package::Package;
use super::patience::until;
use crate::api::{Api, Asked};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What Lambda takes in a request; a larger package goes by way of a bucket.
const LARGEST_INLINE: usize = 50 << 20;

/// A function as it is.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Function {
    function_arn: String,
    /// Its runtime.
    pub runtime: Option<String>,
    handler: Option<String>,
    /// Its role's ARN.
    pub role: String,
    code_sha256: String,
    timeout: Option<u32>,
    memory_size: Option<u32>,
    environment: Environment,
    state: Option<String>,
    state_reason: Option<String>,
    last_update_status: Option<String>,
    last_update_status_reason: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Environment {
    variables: BTreeMap<String, String>,
}

/// A function as it should be.
pub struct Wish<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its runtime.
    pub runtime: &'a str,
    /// Its handler.
    pub handler: &'a str,
    /// Its role's ARN.
    pub role: &'a str,
    /// Variables, beside those that it has.
    pub variables: Vec<(String, String)>,
    /// In seconds; what it has stays.
    pub timeout: Option<u32>,
    /// In MB; what it has stays.
    pub memory: Option<u32>,
}

/// What became of it.
pub struct Outcome {
    /// Its ARN.
    pub arn: String,
    /// What was done, in a word.
    pub word: &'static str,
}

/// The function of this name, if there is one.
pub fn get(api: &Api, name: &str) -> Asked<Option<Function>> {
    match api.lambda("GET", &format!("/2015-03-31/functions/{name}/configuration"), &Value::Null) {
        Err(refusal) if refusal.status() == 404 => Ok(None),
        found => found.map(Some),
    }
}

/// Makes it, or changes what differs, and waits until it is so.
pub fn apply(
    api: &Api,
    there: Option<Function>,
    wish: &Wish<'_>,
    package: &Package,
) -> Result<Outcome, String> {
    let Some(there) = there else {
        let mut input = wish.settings(None);
        input.insert("FunctionName".to_owned(), json!(wish.name));
        let made: Function = sent(api, wish.name, package, |code| {
            input.insert("Code".to_owned(), code);
            api.lambda("POST", "/2015-03-31/functions", &json!(input))
        })?;
        ready(api, wish.name)?;
        return Ok(Outcome { arn: made.function_arn, word: "made" });
    };
    let path = format!("/2015-03-31/functions/{}", wish.name);
    let settings = wish.differs(&there).then(|| wish.settings(Some(&there)));
    let is_new_code = there.code_sha256 != package.sha256;
    if is_new_code {
        let _: Function = sent(api, wish.name, package, |code| {
            api.lambda("PUT", &format!("{path}/code"), &code)
        })?;
        ready(api, wish.name)?;
    }
    if let Some(settings) = &settings {
        let input = json!(settings);
        let _: Function = api.lambda("PUT", &format!("{path}/configuration"), &input)?;
        ready(api, wish.name)?;
    }
    let word = match (is_new_code, settings.is_some()) {
        (false, false) => "unchanged",
        (true, false) => "new code",
        (false, true) => "new settings",
        (true, true) => "new code and settings",
    };
    Ok(Outcome { arn: there.function_arn, word })
}

impl Wish<'_> {
    /// Whether the function has other settings.
    fn differs(&self, there: &Function) -> bool {
        let differs = |wish: Option<u32>, has| wish.is_some() && wish != has;
        let has = &there.environment.variables;
        there.runtime.as_deref() != Some(self.runtime)
            || there.handler.as_deref() != Some(self.handler)
            || there.role != self.role
            || self.variables.iter().any(|(key, value)| has.get(key) != Some(value))
            || differs(self.timeout, there.timeout)
            || differs(self.memory, there.memory_size)
    }

    /// What is to be said of them; variables that a function has are said again.
    fn settings(&self, there: Option<&Function>) -> BTreeMap<String, Value> {
        let mut variables = there.map(|it| it.environment.variables.clone()).unwrap_or_default();
        variables.extend(self.variables.iter().cloned());
        let mut input = BTreeMap::from([
            ("Runtime".to_owned(), json!(self.runtime)),
            ("Handler".to_owned(), json!(self.handler)),
            ("Role".to_owned(), json!(self.role)),
            ("Environment".to_owned(), json!({ "Variables": variables })),
        ]);
        let mut number = |name: &str, value: Option<u32>| {
            input.extend(value.map(|value| (name.to_owned(), json!(value))));
        };
        number("Timeout", self.timeout);
        number("MemorySize", self.memory);
        input
    }
}

/// Hands a package to a request: in it or, where it is too large, by way of a bucket.
fn sent<T>(
    api: &Api,
    name: &str,
    package: &Package,
    send: impl FnOnce(Value) -> Asked<T>,
) -> Result<T, String> {
    if package.zip.len() <= LARGEST_INLINE {
        let zip = base64_simd::STANDARD.encode_to_string(&package.zip);
        return Ok(send(json!({ "ZipFile": zip }))?);
    }
    let bucket = format!("waterwheel-deploy-{}-{}", api.account(), api.region());
    super::aws::ensure_bucket(api, &bucket)?;
    let key = format!("{name}.zip");
    let path = format!("/{bucket}/{key}");
    api.s3("PUT", &path, &package.zip)?;
    let done = send(json!({ "S3Bucket": bucket, "S3Key": key }));
    api.s3("DELETE", &path, b"")?;
    Ok(done?)
}

/// Waits until it is as it was last told to be.
fn ready(api: &Api, name: &str) -> Result<(), String> {
    until(name, || {
        let now = get(api, name)?.ok_or_else(|| format!("{name} was deleted meanwhile"))?;
        let is = |state: &Option<String>, word: &str| state.as_deref() == Some(word);
        let why = |reason: Option<String>| {
            let reason = reason.unwrap_or_else(|| "no reason is told".to_owned());
            Err(format!("{name} is not ready: {reason}"))
        };
        if is(&now.state, "Failed") {
            return why(now.state_reason);
        }
        if is(&now.last_update_status, "Failed") {
            return why(now.last_update_status_reason);
        }
        let waits = is(&now.state, "Pending") || is(&now.last_update_status, "InProgress");
        Ok((!waits).then_some(()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish<'a>(variables: &[(&str, &str)], timeout: Option<u32>) -> Wish<'a> {
        let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        Wish {
            name: "f",
            runtime: "python3.12",
            handler: "app.handler",
            role: "arn",
            variables: variables.iter().map(owned).collect(),
            timeout,
            memory: None,
        }
    }

    #[test]
    fn what_is_not_wished_for_stays() {
        let there = Function {
            runtime: Some("python3.12".to_owned()),
            handler: Some("app.handler".to_owned()),
            role: "arn".to_owned(),
            timeout: Some(3),
            environment: Environment {
                variables: BTreeMap::from([("A".to_owned(), "1".to_owned())]),
            },
            ..Function::default()
        };
        assert!(!wish(&[], None).differs(&there) && !wish(&[("A", "1")], Some(3)).differs(&there));
        assert!(wish(&[("A", "2")], None).differs(&there) && wish(&[], Some(4)).differs(&there));
        let settings = wish(&[("B", "2")], None).settings(Some(&there));
        assert_eq!(settings.get("Environment"), Some(&json!({"Variables": {"A": "1", "B": "2"}})));
        assert!(!settings.contains_key("Timeout"));
    }
}

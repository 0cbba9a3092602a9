//! A function as it is kept.
//!
//! Table `lambda-functions`: account, region, `function`, name → JSON of [`Function`].

use platform::{Context, Letterbox, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static FUNCTIONS: Records<Function> = Records::new(Table("lambda-functions"));

/// A function.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Its ARN, without a qualifier.
    pub arn: String,
    /// A new UUID at every change of what runs; environments are pooled by it.
    pub revision: String,
    /// Milliseconds since the epoch.
    pub modified_ms: i64,
    /// What can be changed without new code.
    pub settings: Settings,
    /// Its package.
    pub code: Code,
    /// `x86_64` or `arm64`.
    pub architecture: String,
    /// Its tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// What its owner wants of asynchronous invocations.
    #[serde(default)]
    pub event_invoke: Option<EventInvoke>,
    /// How many of its invocations run at one time, at most; they are reserved for it.
    #[serde(default)]
    pub reserved: Option<u32>,
    /// The statements of its resource policy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<Permission>,
    /// A new UUID at every change of its permissions, until it changes itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy_revision: Option<String>,
}

/// A statement of a resource policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    /// Its id, which no other has.
    pub sid: String,
    /// The whole of it, in JSON.
    pub statement: String,
}

/// A configuration of asynchronous invocations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventInvoke {
    /// How often an event is tried again on which the function failed, 0 to 2.
    pub retries: Option<u32>,
    /// How old an event may become, in seconds, 60 to 21600.
    pub age_seconds: Option<u32>,
    /// Who is told of an event that the function took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_success: Option<Letterbox>,
    /// Who is told of an event that was given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_failure: Option<Letterbox>,
    /// When it was set: milliseconds since the epoch.
    pub modified_ms: i64,
}

/// What `UpdateFunctionConfiguration` changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Such as `python3.12`.
    pub runtime: String,
    /// The ARN of the role that it runs as.
    pub role: String,
    /// `module.function`.
    pub handler: String,
    /// What its creator says of it.
    pub description: String,
    /// 1 to 900.
    pub timeout_seconds: u32,
    /// 128 to 10240 MiB.
    pub memory_mb: u32,
    /// 512 to 10240 MiB.
    pub ephemeral_mb: u32,
    /// The user's variables.
    pub environment: BTreeMap<String, String>,
    /// The creator named variables, though there may be none: then the function shows them.
    #[serde(default)]
    pub has_environment: bool,
    /// Log lines are JSON objects.
    #[serde(default)]
    pub json_logs: bool,
    /// The log group, when it is not `/aws/lambda/<name>`.
    #[serde(default)]
    pub log_group: Option<String>,
    /// Where asynchronous events go that were given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dead_letter: Option<Letterbox>,
}

/// A deployment package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The blob that holds the zip file.
    pub blob: String,
    /// Its SHA-256 in base64.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
}

/// The key of a function; with an empty name, the prefix of all.
pub fn key(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &["function", name])
}

impl Function {
    /// The revision that callers see: it changes with the permissions too.
    pub fn shown_revision(&self) -> &str {
        self.policy_revision.as_ref().unwrap_or(&self.revision)
    }

    /// Where its log lines go.
    pub fn log_group(&self) -> String {
        let own = || format!("/aws/lambda/{}", self.name);
        self.settings.log_group.clone().unwrap_or_else(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = r#"{"name":"f","arn":"arn","revision":"r","modified_ms":5,"settings":{
            "runtime":"python3.9","role":"arn:r","handler":"h.h","description":"",
            "timeout_seconds":3,"memory_mb":128,"ephemeral_mb":512,"environment":{"K":"V"}},
            "code":{"blob":"ab","sha256":"cd","size":7},"architecture":"x86_64"}"#;
        let function = FUNCTIONS.decode(b"k", stored.as_bytes()).unwrap();
        assert_eq!(function.settings.environment["K"], "V");
        assert_eq!(function.log_group(), "/aws/lambda/f");
        let bytes = FUNCTIONS.encode(&function).unwrap();
        assert_eq!(FUNCTIONS.decode(b"k", &bytes).unwrap(), function);
    }
}

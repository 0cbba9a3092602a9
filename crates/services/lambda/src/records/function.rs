//! A function as it is kept.
//!
//! Table `lambda-functions`: account, region, `function`, name → JSON of [`Function`].
//!
//! Table `lambda-versions`: account, region, `version`, name, number (8 bytes, big-endian) → JSON of
//! [`Function`], as it was when it was published.

use crate::names::LATEST;
use platform::{Context, Letterbox, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static FUNCTIONS: Records<Function> = Records::new(Table("lambda-functions"));
pub static VERSIONS: Records<Function> = Records::new(Table("lambda-versions"));

/// A function, or a version of it that was published.
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
    /// How many of its invocations run at one time, at most; they are reserved for it.
    #[serde(default)]
    pub reserved: Option<u32>,
    /// What hangs on it and is no part of what runs.
    #[serde(flatten)]
    pub attached: Attached,
    /// The highest number that one of its versions ever had; 0 without any.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub last_version: u64,
    /// How often one of its versions or aliases came, went or changed, so that who changes or deletes
    /// the function sees what became of them meanwhile.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub family_changes: u64,
    /// What makes it a version; nothing on what can still be changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
}

/// What a version has besides what was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Its number, from 1.
    pub number: u64,
    /// What its publisher said of it; else it has the function's description.
    pub description: Option<String>,
}

/// What hangs on a function, a version or an alias.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// What its owner wants of asynchronous invocations.
    #[serde(default)]
    pub event_invoke: Option<EventInvoke>,
    /// The statements of its resource policy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<Permission>,
    /// A new UUID at every change of its permissions, until it changes itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy_revision: Option<String>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
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
    /// Its invocations are sampled for traces where their callers do not say.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub active_tracing: bool,
    /// Where asynchronous events go that were given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dead_letter: Option<Letterbox>,
    /// The ARN of the key of KMS that its variables are encrypted by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
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

/// The key of a version of a function.
pub fn version_key(cx: &Context, name: &str, number: u64) -> Vec<u8> {
    [&versions_prefix(cx, name)[..], &number.to_be_bytes()].concat()
}

/// What the keys of all functions' versions begin with.
pub fn versions_of_all(cx: &Context) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &["version", ""])
}

/// What the keys of a function's versions begin with.
pub fn versions_prefix(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &["version", name, ""])
}

impl Attached {
    /// The revision that callers see of what was last changed at `revision`: it changes with the
    /// permissions too.
    pub fn shown_revision<'a>(&'a self, revision: &'a str) -> &'a str {
        self.policy_revision.as_deref().unwrap_or(revision)
    }
}

impl Function {
    /// The revision that callers see: it changes with the permissions too.
    pub fn shown_revision(&self) -> &str {
        self.attached.shown_revision(&self.revision)
    }

    /// `$LATEST`, or the number of a version.
    pub fn version(&self) -> String {
        match &self.published {
            Some(published) => published.number.to_string(),
            None => LATEST.to_owned(),
        }
    }

    /// What is said of it.
    pub fn description(&self) -> &str {
        let of_version = self.published.as_ref().and_then(|it| it.description.as_deref());
        of_version.unwrap_or(&self.settings.description)
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
        assert_eq!((function.version(), function.last_version), ("$LATEST".to_owned(), 0));
        assert_eq!(function.log_group(), "/aws/lambda/f");
        let bytes = FUNCTIONS.encode(&function).unwrap();
        assert_eq!(FUNCTIONS.decode(b"k", &bytes).unwrap(), function);
    }

    #[test]
    fn the_first_layout_of_what_hangs_on_a_function_is_still_read() {
        let stored = r#"{"name":"f","arn":"arn","revision":"r","modified_ms":5,"settings":{
            "runtime":"python3.9","role":"arn:r","handler":"h.h","description":"d",
            "timeout_seconds":3,"memory_mb":128,"ephemeral_mb":512,"environment":{}},
            "code":{"blob":"ab","sha256":"cd","size":7},"architecture":"x86_64",
            "event_invoke":{"retries":1,"age_seconds":null,"modified_ms":5},
            "permissions":[{"sid":"s","statement":"{}"}],"policy_revision":"p"}"#;
        let function = FUNCTIONS.decode(b"k", stored.as_bytes()).unwrap();
        assert_eq!(function.attached.permissions[0].sid, "s");
        assert_eq!(function.attached.event_invoke.as_ref().unwrap().retries, Some(1));
        assert_eq!(function.shown_revision(), "p");
    }

    #[test]
    fn the_first_layout_of_a_version_is_still_read() {
        let stored = r#"{"name":"f","arn":"arn","revision":"r","modified_ms":5,"settings":{
            "runtime":"python3.9","role":"arn:r","handler":"h.h","description":"d",
            "timeout_seconds":3,"memory_mb":128,"ephemeral_mb":512,"environment":{}},
            "code":{"blob":"ab","sha256":"cd","size":7},"architecture":"x86_64",
            "published":{"number":12,"description":null}}"#;
        let version = VERSIONS.decode(b"k", stored.as_bytes()).unwrap();
        assert_eq!((&*version.version(), version.description()), ("12", "d"));
        let bytes = VERSIONS.encode(&version).unwrap();
        assert_eq!(VERSIONS.decode(b"k", &bytes).unwrap(), version);
    }
}

//! `PutParameter`.

use crate::records::parameter::{self, PARAMETERS, Parameter};
use crate::records::version::{self, VERSIONS, Version};
use crate::values::{OWN_KEY, SECURE};
use crate::{Ssm, allowed_pattern, encryption, errors, names, policies, tags};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::PutParameter;
use shapes::ssm::{PutParameterRequest, PutParameterResult};
use store::Batch;

/// The most versions that are kept of a parameter.
const VERSIONS_KEPT: i64 = 100;
const STANDARD: &str = "Standard";
const ADVANCED: &str = "Advanced";
/// The longest values of the two tiers, in bytes.
const STANDARD_BYTES: usize = 4096;
const ADVANCED_BYTES: usize = 8192;

impl Handler<PutParameter> for Ssm {
    async fn handle(&self, cx: &Context, input: PutParameterRequest) -> Result<PutParameterResult> {
        check(cx, &input)?;
        let (tables, key) = (cx.tables(), parameter::key(cx, &input.name));
        loop {
            let found = PARAMETERS.get_with_bytes(tables, &key).await?;
            let batch = match &found {
                Some((_, bytes)) => Batch::new().equals(PARAMETERS.table, &key[..], bytes.clone()),
                None => Batch::new().absent(PARAMETERS.table, &key[..]),
            };
            let old = found.map(|(parameter, _)| parameter);
            let version = self.version_of(cx, &input, old.as_ref()).await?;
            let (version_number, tier) = (version.number, version.tier.clone());
            let (batch, next) = succeed(cx, batch, old, version, &input)?;
            let batch = batch.put(PARAMETERS.table, &key[..], PARAMETERS.encode(&next)?);
            match self.platform.deadlines.commit(batch).await {
                Ok(()) => {
                    return Ok(PutParameterResult {
                        version: Some(version_number),
                        tier: Some(tier),
                    });
                }
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Refuses what cannot be put, whatever is there.
fn check(cx: &Context, input: &PutParameterRequest) -> Result<()> {
    names::check_new(cx, &input.name)?;
    if input.value.is_empty() {
        return Err(errors::invalid(
            "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member \
             must have length greater than or equal to 1.",
        ));
    }
    if input.overwrite == Some(true) && platform::lists_any(&input.tags) {
        return Err(errors::invalid(
            "Invalid request: tags and overwrite can't be used together. To create a parameter with \
             tags, please remove overwrite flag. To update tags for an existing parameter, please \
             use AddTagsToResource or RemoveTagsFromResource.",
        ));
    }
    match input.data_type.as_deref() {
        None | Some("" | "text") => Ok(()),
        Some(kind @ ("aws:ec2:image" | "aws:ssm:integration")) => {
            Err(errors::unsupported(&format!("DataType {kind}")))
        }
        Some(kind) => Err(errors::invalid(format!(
            "The following data type is not supported: {kind} (Data type names are all lowercase.)"
        ))),
    }
}

impl Ssm {
    /// The version that the input makes, after what is there.
    async fn version_of(
        &self,
        cx: &Context,
        input: &PutParameterRequest,
        old: Option<&Parameter>,
    ) -> Result<Version> {
        if old.is_some() && input.overwrite != Some(true) {
            return Err(errors::already_exists());
        }
        let current = old.map(|parameter| &parameter.current);
        let Some(kind) = input.r#type.as_ref().or(current.map(|it| &it.kind)).cloned() else {
            let message = "A parameter type is required when you create a parameter.";
            return Err(errors::invalid(message));
        };
        let key_id = key_of(&kind, input.key_id.as_deref())?;
        let given = input.policies.as_deref().map(|text| policies::read(text, cx.now()));
        let given = match given.transpose()? {
            Some(given) => given,
            None => policies::Given {
                texts: current.map(|it| it.policies.clone()).unwrap_or_default(),
                expires_ms: current.and_then(|it| it.expires_ms),
            },
        };
        let has_policies = !given.texts.is_empty();
        let tier = tier_of(input, current.map(|it| it.tier.as_str()), has_policies)?;
        let pattern = input.allowed_pattern.as_ref();
        let pattern = pattern.or_else(|| current.and_then(|it| it.allowed_pattern.as_ref()));
        let pattern = pattern.filter(|pattern| !pattern.is_empty()).cloned();
        if let Some(pattern) = &pattern {
            check_pattern(pattern, &kind, &input.value)?;
        }
        let value = match kind == SECURE {
            true => {
                encryption::check_encrypt(cx, &input.name, key_id.as_deref()).await?;
                self.seal(cx, &input.name, &input.value).await?
            }
            false => input.value.clone(),
        };
        let description = input.description.clone();
        Ok(Version {
            number: current.map_or(1, |it| it.number + 1),
            kind,
            value,
            key_id,
            description: description.or_else(|| current.and_then(|it| it.description.clone())),
            allowed_pattern: pattern,
            tier: tier.to_owned(),
            policies: given.texts,
            expires_ms: given.expires_ms,
            put_ms: cx.now().millis(),
            put_by: cx.caller_arn(),
        })
    }
}

/// The parameter with its new version, and the batch that makes it so.
fn succeed(
    cx: &Context,
    mut batch: Batch,
    old: Option<Parameter>,
    version: Version,
    input: &PutParameterRequest,
) -> Result<(Batch, Parameter)> {
    let name = &input.name;
    let mut next = match old {
        Some(mut parameter) => {
            batch = policies::forgotten(batch, cx, &parameter);
            let before = std::mem::take(&mut parameter.current);
            let row = version::key(cx, name, before.number);
            batch = batch.put(VERSIONS.table, row, VERSIONS.encode(&before)?);
            parameter
        }
        None => Parameter { name: name.clone(), oldest: version.number, ..Parameter::default() },
    };
    tags::add(&mut next.tags, input.tags.as_deref().unwrap_or_default())?;
    if version.number - next.oldest >= VERSIONS_KEPT {
        if !next.labels_of(next.oldest).is_empty() {
            return Err(errors::too_many_versions(name, next.oldest));
        }
        batch = batch.delete(VERSIONS.table, version::key(cx, name, next.oldest));
        next.oldest += 1;
    }
    next.current = version;
    Ok((policies::kept(batch, cx, &next), next))
}

/// The key of a secure string: the account's own, where none is named.
fn key_of(kind: &str, given: Option<&str>) -> Result<Option<String>> {
    if kind != SECURE {
        return match given {
            Some(_) => {
                let message = "KeyId is required for SecureString type parameter only.";
                Err(errors::invalid(message))
            }
            None => Ok(None),
        };
    }
    Ok(Some(given.unwrap_or(OWN_KEY).to_owned()))
}

/// The tier that a value gets ("Managing parameter tiers" in the Systems Manager user guide).
fn tier_of(
    input: &PutParameterRequest,
    current: Option<&str>,
    has_policies: bool,
) -> Result<&'static str> {
    let is_advanced = current == Some(ADVANCED);
    let is_long = input.value.len() > STANDARD_BYTES;
    let tier = match input.tier.as_deref() {
        Some("Intelligent-Tiering") if is_long || has_policies || is_advanced => ADVANCED,
        Some(ADVANCED) => ADVANCED,
        None if is_advanced => ADVANCED,
        _ => STANDARD,
    };
    if tier == STANDARD && is_advanced {
        return Err(errors::invalid(
            "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from \
             the advanced-parameter tier to the standard-parameter tier. If necessary, you can \
             delete the advanced parameter and recreate it as a standard parameter. Be aware that \
             standard parameters have a value limit of 4096 characters.",
        ));
    }
    if tier == STANDARD && is_long {
        return Err(errors::invalid(
            "Standard tier parameters support a maximum parameter value of 4096 characters. To \
             create a larger parameter value, upgrade the parameter to use the advanced-parameter \
             tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/\
             userguide/parameter-store-advanced-parameters.html",
        ));
    }
    if input.value.len() > ADVANCED_BYTES {
        return Err(errors::invalid(
            "Advanced tier parameters support a maximum parameter value of 8192 characters.",
        ));
    }
    if tier == STANDARD && has_policies {
        return Err(errors::invalid(
            "Parameter policies are only supported by parameters that use the advanced-parameter \
             tier.",
        ));
    }
    Ok(tier)
}

/// The pattern must match a value as a whole, of a list each item.
fn check_pattern(pattern: &str, kind: &str, value: &str) -> Result<()> {
    let items: Vec<&str> = match kind {
        "StringList" => value.split(',').collect(),
        _ => vec![value],
    };
    match allowed_pattern::all_match(pattern, &items)? {
        true => Ok(()),
        false => Err(errors::pattern_mismatch(pattern)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, setting};
    use platform::testing;
    use shapes::ssm::Tag;
    use std::time::Duration;

    fn of(name: &str, value: &str) -> PutParameterRequest {
        PutParameterRequest {
            name: name.to_owned(),
            value: value.to_owned(),
            r#type: Some("String".to_owned()),
            ..Default::default()
        }
    }

    async fn put(at: &Setting, input: PutParameterRequest) -> Result<PutParameterResult> {
        at.cx.call::<PutParameter>(input).await
    }

    #[tokio::test]
    async fn a_parameter_is_overwritten_only_on_demand_and_keeps_what_is_not_said() {
        let at = setting();
        let first = PutParameterRequest {
            description: Some("d".into()),
            allowed_pattern: Some(r"\d{1,4}".into()),
            tags: Some(vec![Tag { key: "k".into(), value: "v".into() }]),
            ..of("/a", "100")
        };
        let made = put(&at, first.clone()).await.unwrap();
        assert_eq!((made.version, made.tier.as_deref()), (Some(1), Some("Standard")));
        assert_eq!(put(&at, of("/a", "1")).await.unwrap_err().code(), "ParameterAlreadyExists");
        let both = PutParameterRequest { overwrite: Some(true), ..first };
        let error = put(&at, both).await.unwrap_err();
        assert!(error.message.starts_with("Invalid request: tags and overwrite"));
        let again =
            |value| PutParameterRequest { overwrite: Some(true), r#type: None, ..of("/a", value) };
        let error = put(&at, again("10,000")).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ParameterPatternMismatchException: Parameter value, cannot be validated against \
             allowedPattern: \\d{1,4}"
        );
        assert_eq!(put(&at, again("200")).await.unwrap().version, Some(2));
        let parameter = at.ssm.parameter(&at.cx, "/a").await.unwrap();
        assert_eq!(parameter.current.description.as_deref(), Some("d"));
        assert_eq!((&*parameter.current.kind, parameter.tags.len()), ("String", 1));
    }

    #[tokio::test]
    async fn what_is_not_acted_on_is_refused_by_its_name() {
        let at = setting();
        let secure = |key: &str| PutParameterRequest {
            r#type: Some(SECURE.into()),
            key_id: Some(key.into()),
            ..of("/s", "x")
        };
        put(&at, secure(OWN_KEY)).await.unwrap();
        let of_kind =
            |kind: &str| PutParameterRequest { data_type: Some(kind.into()), ..of("/d", "x") };
        let error = put(&at, of_kind("aws:ec2:image")).await.unwrap_err();
        assert!(error.message.starts_with("DataType aws:ec2:image is not supported"));
        let error = put(&at, of_kind("Text")).await.unwrap_err();
        assert!(error.message.starts_with("The following data type is not supported: Text"));
        for (input, words) in [
            (PutParameterRequest { r#type: None, ..of("/n", "x") }, "A parameter type is required"),
            (of("/n", ""), "at 'value' failed to satisfy"),
            (
                PutParameterRequest { r#type: Some("Text".into()), ..of("/n", "x") },
                "enum value set",
            ),
            (
                PutParameterRequest { key_id: Some("k".into()), ..of("/n", "x") },
                "KeyId is required",
            ),
            (PutParameterRequest { allowed_pattern: Some("(".into()), ..of("/n", "x") }, "regular"),
            (of("/aws/x", "x"), "No access to reserved parameter name"),
        ] {
            let error = put(&at, input).await.unwrap_err();
            assert!(error.message.contains(words), "{words}: {error}");
        }
    }

    #[tokio::test]
    async fn a_long_value_wants_the_advanced_tier() {
        let at = setting();
        let of_tier = |tier: &str, length| PutParameterRequest {
            tier: Some(tier.into()),
            overwrite: Some(true),
            ..of("/a", &"x".repeat(length))
        };
        let error = put(&at, of_tier("Standard", 4097)).await.unwrap_err();
        assert!(error.message.starts_with("Standard tier parameters support a maximum"));
        for (tier, length, given) in [
            ("Intelligent-Tiering", 4096, "Standard"),
            ("Intelligent-Tiering", 4097, "Advanced"),
            ("Intelligent-Tiering", 1, "Advanced"),
            ("Advanced", 8192, "Advanced"),
        ] {
            let made = put(&at, of_tier(tier, length)).await.unwrap();
            assert_eq!(made.tier.as_deref(), Some(given), "{tier} {length}");
        }
        assert!(put(&at, of_tier("Advanced", 8193)).await.is_err());
        let error = put(&at, of_tier("Standard", 1)).await.unwrap_err();
        assert!(error.message.starts_with("This parameter uses the advanced-parameter tier."));
        let silent = PutParameterRequest { tier: None, ..of_tier("", 5000) };
        assert_eq!(put(&at, silent).await.unwrap().tier.as_deref(), Some("Advanced"));
    }

    #[tokio::test]
    async fn the_oldest_of_a_hundred_versions_goes_unless_it_is_labelled() {
        let at = setting();
        for number in 0..100 {
            at.overwrite("/a", &number.to_string()).await.unwrap();
        }
        at.label("/a", Some(1), &["first"]).await.unwrap();
        let error = at.overwrite("/a", "x").await.unwrap_err();
        assert_eq!(error.code(), "ParameterMaxVersionLimitExceeded");
        assert!(
            error.message.contains("a new version of /a by")
                && error.message.contains("Version 1,")
        );
        at.label("/a", Some(2), &["first"]).await.unwrap();
        assert_eq!(at.overwrite("/a", "x").await.unwrap().version, Some(101));
        assert_eq!(at.get("/a:1", false).await.unwrap_err().code(), "ParameterVersionNotFound");
        assert_eq!(at.get("/a:2", false).await.unwrap().value.as_deref(), Some("1"));
    }

    #[tokio::test]
    async fn of_a_list_each_item_matches_the_pattern() {
        let at = setting();
        let list = |value: &str| PutParameterRequest {
            r#type: Some("StringList".into()),
            allowed_pattern: Some("[a-z]".into()),
            ..of("/l", value)
        };
        assert!(put(&at, list("a,B")).await.is_err());
        assert!(put(&at, list("a,b")).await.is_ok());
    }

    #[tokio::test]
    async fn a_parameter_expires_as_its_current_version_says() {
        let at = setting();
        at.ssm.platform.deadlines.start();
        let until = |when: &str| PutParameterRequest {
            tier: Some("Advanced".into()),
            overwrite: Some(true),
            policies: Some(format!(
                r#"[{{"Type":"Expiration","Version":"1.0","Attributes":{{"Timestamp":"{when}"}}}}]"#
            )),
            ..of("/a", "x")
        };
        put(&at, until("2026-01-02T04:00:00.000Z")).await.unwrap();
        put(&at, until("2026-01-02T05:00:00.000Z")).await.unwrap();
        let standard = PutParameterRequest { tier: None, ..until("2026-01-02T05:00:00.000Z") };
        let standard = PutParameterRequest { name: "/s".into(), ..standard };
        assert!(put(&at, standard).await.unwrap_err().message.contains("advanced-parameter tier"));
        // What is not said is kept.
        at.overwrite("/a", "y").await.unwrap();
        at.put("/other", "x").await.unwrap();
        at.clock.advance(Duration::from_secs(3600));
        assert!(at.get("/a", false).await.is_ok());
        at.clock.advance(Duration::from_secs(3600));
        testing::until(async || at.get("/a", false).await.is_err()).await;
        assert!(at.get("/other", false).await.is_ok());
        put(&at, until("2026-01-02T08:00:00.000Z")).await.unwrap();
        let never = PutParameterRequest { policies: Some("[{}]".into()), ..until("") };
        put(&at, never).await.unwrap();
        put(&at, PutParameterRequest { name: "/b".into(), ..until("2026-01-02T09:00:00.000Z") })
            .await
            .unwrap();
        at.clock.advance(Duration::from_secs(36_000));
        testing::until(async || at.get("/b", false).await.is_err()).await;
        assert!(at.get("/a", false).await.is_ok());
    }
}

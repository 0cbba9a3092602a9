//! `AssumeRole`.

use crate::{Sts, errors};
use percent_encoding::percent_decode_str;
use platform::policy::{Decision, Document, Keys, Request, decide};
use platform::{Arn, Context, Error, Handler, Principal, Result, lists_any, refuse};
use shapes::iam::ops::GetRole;
use shapes::sts::ops::AssumeRole;
use shapes::sts::{AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser, Credentials};
use shapes::{Timestamp, iam};

const DEFAULT_SECONDS: i32 = 3600;
/// The longest session that a role's session may get for another role ("role chaining").
const MAX_CHAINED_SECONDS: i32 = 3600;

impl Handler<AssumeRole> for Sts {
    async fn handle(&self, cx: &Context, input: AssumeRoleRequest) -> Result<AssumeRoleResponse> {
        refuse_unsupported(&input)?;
        let (account, name) = account_and_name(&input.role_arn)?;
        let denied = || errors::denied(cx, &input.role_arn);
        let role = self.role(cx, account, name).await?;
        let role = role.ok_or_else(|| missing(cx, denied(), (account, name)))?;
        if role.arn != input.role_arn || !trusts(cx, &role, &input) {
            return Err(denied());
        }
        let seconds = input.duration_seconds.unwrap_or(DEFAULT_SECONDS);
        check_duration(cx, seconds, input.duration_seconds.is_some(), &role)?;
        let session = input.role_session_name;
        let principal = Principal::AssumedRole {
            account: account.to_owned(),
            role: role.role_name.clone(),
            role_id: role.role_id.clone(),
            session: session.clone(),
        };
        let user = AssumedRoleUser {
            assumed_role_id: principal.user_id(),
            arn: principal.arn(&cx.region),
        };
        let lifetime_ms = i64::from(seconds) * 1000;
        let key = self.platform.credentials.issue(principal, lifetime_ms).await?;
        Ok(AssumeRoleResponse {
            credentials: Some(Credentials {
                access_key_id: key.id,
                secret_access_key: key.secret,
                session_token: key.session_token.unwrap_or_default(),
                expiration: Timestamp(key.expires_ms.unwrap_or_default()),
            }),
            assumed_role_user: Some(user),
            ..Default::default()
        })
    }
}

impl Sts {
    /// The role, if there is one.
    async fn role(&self, cx: &Context, account: &str, name: &str) -> Result<Option<iam::Role>> {
        let mut there = cx.acting_as(Principal::service("sts.amazonaws.com"));
        there.account = account.into();
        match there.call::<GetRole>(iam::GetRoleRequest { role_name: name.to_owned() }).await {
            Ok(found) => Ok(Some(found.role)),
            Err(error) if error.is(&iam::errors::NO_SUCH_ENTITY_EXCEPTION) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Behind AWS's sentence, which tells nobody whether a role is there, the role's own account is told.
fn missing(cx: &Context, mut denied: Error, (account, name): (&str, &str)) -> Error {
    if cx.principal.account() == Some(account) {
        denied.message += &format!(
            ". There is no role {name} here; aws iam create-role --role-name {name} \
             --assume-role-policy-document file://trust.json makes it"
        );
    }
    denied
}

fn trusts(cx: &Context, role: &iam::Role, input: &AssumeRoleRequest) -> bool {
    let encoded = role.assume_role_policy_document.as_deref().unwrap_or_default();
    let document = percent_decode_str(encoded).decode_utf8_lossy();
    let Ok(policy) = Document::parse(&document) else { return false };
    let mut keys = Keys::of(cx);
    keys.set("sts:RoleSessionName", &input.role_session_name);
    if let Some(id) = &input.external_id {
        keys.set("sts:ExternalId", id);
    }
    let (action, resource) = ("sts:AssumeRole", role.arn.as_str());
    let request = Request { principal: &cx.principal, action, resource, keys: &keys };
    decide([&policy], &request) == Decision::Allow
}

/// The account and the name in `arn:aws:iam::<account>:role/<path><name>`.
fn account_and_name(arn: &str) -> Result<(&str, &str)> {
    let invalid = || errors::validation(format!("{arn} is invalid"));
    let parsed = Arn::parse(arn).filter(|arn| (arn.service, arn.region) == ("iam", ""));
    let Arn { account, resource, .. } = parsed.ok_or_else(invalid)?;
    let path = resource.strip_prefix("role/").ok_or_else(invalid)?;
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.is_empty() || account.len() != 12 || !account.bytes().all(|b| b.is_ascii_digit()) {
        return Err(invalid());
    }
    Ok((account, name))
}

fn check_duration(cx: &Context, seconds: i32, asked: bool, role: &iam::Role) -> Result<()> {
    // The role's maximum does not bind services ("Update settings for a role", IAM user guide).
    let is_service = matches!(*cx.principal, Principal::Service { .. });
    if asked && !is_service && seconds > role.max_session_duration.unwrap_or(DEFAULT_SECONDS) {
        return Err(errors::validation(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        ));
    }
    let is_chained = matches!(*cx.principal, Principal::AssumedRole { .. });
    if is_chained && seconds > MAX_CHAINED_SECONDS {
        return Err(errors::validation(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by \
             role chaining",
        ));
    }
    Ok(())
}

/// Nothing acts on these yet, so none of them may seem to be accepted.
fn refuse_unsupported(input: &AssumeRoleRequest) -> Result<()> {
    let members = [
        ("PolicyArns", lists_any(&input.policy_arns)),
        ("Policy", input.policy.is_some()),
        ("Tags", lists_any(&input.tags)),
        ("TransitiveTagKeys", lists_any(&input.transitive_tag_keys)),
        ("SerialNumber", input.serial_number.is_some()),
        ("TokenCode", input.token_code.is_some()),
        ("SourceIdentity", input.source_identity.is_some()),
        ("ProvidedContexts", lists_any(&input.provided_contexts)),
        ("MinimumSessionTokenSize", input.minimum_session_token_size.is_some()),
    ];
    refuse(errors::unsupported, members)
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::{Platform, Served, testing};
    use std::sync::Arc;

    const ARN: &str = "arn:aws:iam::000000000000:role/p/R";

    /// Stands for IAM: one role, trusted by Lambda.
    struct OneRole;

    impl Handler<GetRole> for OneRole {
        async fn handle(
            &self,
            _: &Context,
            input: iam::GetRoleRequest,
        ) -> Result<iam::GetRoleResponse> {
            let missing = &iam::errors::NO_SUCH_ENTITY_EXCEPTION;
            if input.role_name != "R" {
                return Err(platform::Error::new(missing, "missing"));
            }
            let trust = r#"{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                "Principal":{"Service":"lambda.amazonaws.com"}}]}"#;
            let role = iam::Role {
                role_name: "R".into(),
                role_id: "AROAX".into(),
                arn: ARN.into(),
                max_session_duration: Some(7200),
                assume_role_policy_document: Some(trust.into()),
                ..Default::default()
            };
            Ok(iam::GetRoleResponse { role })
        }
    }

    fn setting() -> (Arc<Platform>, Arc<Sts>, Context) {
        let (platform, _) = testing::platform();
        platform.serve(vec![Served::new::<GetRole, _>(Arc::new(OneRole))]);
        let service = Sts::new(platform.clone());
        let cx = testing::context(&platform);
        let cx = cx.acting_as(Principal::service("lambda.amazonaws.com"));
        (platform, service, cx)
    }

    fn request() -> AssumeRoleRequest {
        AssumeRoleRequest {
            role_arn: ARN.into(),
            role_session_name: "f".into(),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn a_trusted_service_gets_a_key_that_is_known() {
        let (platform, service, cx) = setting();
        let output = cx.run::<AssumeRole, _>(&*service, request()).await.unwrap();
        let user = output.assumed_role_user.unwrap();
        assert_eq!(user.arn, "arn:aws:sts::000000000000:assumed-role/R/f");
        assert_eq!(user.assumed_role_id, "AROAX:f");
        let given = output.credentials.unwrap();
        assert_eq!(given.expiration.millis(), cx.now().millis() + 3_600_000);
        let kept = platform.credentials.find(&given.access_key_id).await.unwrap().unwrap();
        assert_eq!(kept.secret, given.secret_access_key);
        assert_eq!(kept.principal.arn("us-east-1"), user.arn);
    }

    #[tokio::test]
    async fn others_are_denied_in_awss_words() {
        let (platform, service, cx) = setting();
        let root = testing::context(&platform);
        let error = root.run::<AssumeRole, _>(&*service, request()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "AccessDenied: User: arn:aws:iam::000000000000:root is not authorized to perform: \
             sts:AssumeRole on resource: arn:aws:iam::000000000000:role/p/R"
        );
        for arn in ["arn:aws:iam::000000000000:role/R", "arn:aws:iam::000000000000:role/Q"] {
            let input = AssumeRoleRequest { role_arn: arn.into(), ..request() };
            let error = cx.run::<AssumeRole, _>(&*service, input).await.unwrap_err();
            assert_eq!(error.code(), "AccessDenied", "{arn}");
        }
        let missing = "arn:aws:iam::000000000000:role/Q";
        let stranger = root.acting_as(Principal::root("111111111111"));
        for (cx, end) in [(&root, "makes it"), (&stranger, missing)] {
            let input = AssumeRoleRequest { role_arn: missing.into(), ..request() };
            let error = cx.run::<AssumeRole, _>(&*service, input).await.unwrap_err();
            assert!(error.message.ends_with(end), "{error}");
        }
    }

    #[test]
    fn a_session_lasts_no_longer_than_the_role_allows() {
        let (platform, _, lambda) = setting();
        let root = testing::context(&platform);
        let role = iam::Role { max_session_duration: Some(7200), ..Default::default() };
        check_duration(&root, 7200, true, &role).unwrap();
        let error = check_duration(&root, 7201, true, &role).unwrap_err();
        assert_eq!(
            error.to_string(),
            "ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for \
             this role."
        );
        check_duration(&lambda, 43_200, true, &role).unwrap();
        let session = root.acting_as(Principal::AssumedRole {
            account: "1".into(),
            role: "R".into(),
            role_id: "AROAX".into(),
            session: "s".into(),
        });
        let error = check_duration(&session, 3601, true, &role).unwrap_err();
        assert!(error.message.ends_with("role chaining"), "{error}");
    }

    #[tokio::test]
    async fn what_is_not_acted_on_is_refused_by_name() {
        let (_, service, cx) = setting();
        let input = AssumeRoleRequest { policy: Some("{}".into()), ..request() };
        let error = cx.run::<AssumeRole, _>(&*service, input).await.unwrap_err();
        assert_eq!(error.message, "Policy is not supported by Waterwheel yet.");
    }
}

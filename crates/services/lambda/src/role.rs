//! The role that a function runs as, and its credentials.

use crate::errors;
use ::functions::{BoxFuture, CredentialSource, Credentials};
use platform::{Arn, Context, Door, Error, Letterbox, LetterboxKind, Platform, Principal, Result};
use serde::{Deserialize, Serialize};
use shapes::iam::GetRoleRequest;
use shapes::iam::errors::NO_SUCH_ENTITY_EXCEPTION;
use shapes::iam::ops::GetRole;
use shapes::sts::AssumeRoleRequest;
use shapes::sts::ops::AssumeRole;
use std::sync::Arc;
use tokio::sync::Mutex;

/// The service that functions' roles trust.
const LAMBDA: &str = "lambda.amazonaws.com";
/// How they say so.
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
/// How long a session of a function's role lasts.
const SESSION_SECONDS: i32 = 12 * 3600;
/// A session is used again only while it lasts as long as this.
const LEAST_LEFT_MS: i64 = 2 * 3600 * 1000;

/// Which role a function runs as, and where.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Standing {
    /// Of the function.
    pub account: String,
    /// Of the function.
    pub region: String,
    role: String,
    session: String,
}

/// Sessions of a role: one of its own for each environment, and one for what is done in the function's
/// name, renewed when it is needed.
pub struct RoleSession {
    platform: Arc<Platform>,
    standing: Standing,
    current: Mutex<Option<Session>>,
}

/// What `AssumeRole` gave.
#[derive(Clone)]
pub struct Session {
    /// Whom the credentials stand for.
    pub principal: Principal,
    /// For the function.
    pub credentials: Credentials,
    /// When they end: milliseconds since the epoch.
    expires_ms: i64,
}

impl RoleSession {
    /// Sessions of `role` for the function `name` of this account and region.
    pub fn new(cx: &Context, role: &str, name: &str) -> Self {
        let standing = Standing {
            account: cx.account.to_string(),
            region: cx.region.to_string(),
            role: role.to_owned(),
            session: name.to_owned(),
        };
        Self::of(cx.platform().clone(), standing)
    }

    /// Sessions for what was once written down.
    pub fn of(platform: Arc<Platform>, standing: Standing) -> Self {
        Self { platform, standing, current: Mutex::new(None) }
    }

    /// What can be written down of it.
    pub fn standing(&self) -> Standing {
        self.standing.clone()
    }

    /// Surroundings for what is done in the function's name.
    pub async fn context(&self) -> Result<Context> {
        let principal = self.session().await?.principal;
        let Standing { account, region, .. } = &self.standing;
        Ok(self.platform.context(principal, &**account, &**region))
    }

    /// A session with hours to go.
    pub async fn session(&self) -> Result<Session> {
        let mut current = self.current.lock().await;
        let now = self.platform.clock.now().millis();
        if let Some(session) = &*current
            && session.expires_ms - now > LEAST_LEFT_MS
        {
            return Ok(session.clone());
        }
        let session = self.assume().await?;
        *current = Some(session.clone());
        Ok(session)
    }

    async fn assume(&self) -> Result<Session> {
        let lambda = Principal::service(LAMBDA);
        let Standing { account, region, role, session } = &self.standing;
        let session = session_name(session);
        let cx = self.platform.context(lambda, &**account, &**region);
        let input = AssumeRoleRequest {
            role_arn: role.clone(),
            role_session_name: session.clone(),
            duration_seconds: Some(SESSION_SECONDS),
            ..Default::default()
        };
        let output = cx.call::<AssumeRole>(input).await?;
        let (Some(given), Some(user)) = (output.credentials, output.assumed_role_user) else {
            return Err(Error::internal("AssumeRole gave no credentials"));
        };
        let role_id = user.assumed_role_id.split(':').next().unwrap_or_default().to_owned();
        Ok(Session {
            principal: Principal::AssumedRole {
                account: account_of(role).to_owned(),
                role: role.rsplit('/').next().unwrap_or_default().to_owned(),
                role_id,
                session,
            },
            expires_ms: given.expiration.millis(),
            credentials: Credentials {
                access_key_id: given.access_key_id,
                secret_access_key: given.secret_access_key,
                session_token: given.session_token,
            },
        })
    }
}

impl CredentialSource for RoleSession {
    fn fetch(&self) -> BoxFuture<'_, std::result::Result<Credentials, String>> {
        Box::pin(async move {
            let session = self.assume().await.map_err(|error| error.to_string())?;
            Ok(session.credentials)
        })
    }
}

/// Checks that Lambda may assume the role, as AWS does before it takes a function.
pub async fn check(cx: &Context, role: &str, name: &str) -> Result<()> {
    if account_of(role) != &*cx.account {
        return Err(errors::foreign_role());
    }
    match RoleSession::new(cx, role, name).session().await {
        Err(error) if !error.is_server_fault() => {
            Err(errors::invalid(errors::ROLE_WORDS.to_owned() + &hint(cx, role).await))
        }
        other => other.map(drop),
    }
}

/// What AWS does not say, for whoever has moved here from there: that the role is not there, and how it
/// is made. Behind AWS's sentence, by which tools know that they may try again.
async fn hint(cx: &Context, role: &str) -> String {
    let role_name = role.rsplit('/').next().unwrap_or_default().to_owned();
    let lambda = cx.acting_as(Principal::service(LAMBDA));
    match lambda.call::<GetRole>(GetRoleRequest { role_name: role_name.clone() }).await {
        Err(error) if error.is(&NO_SUCH_ENTITY_EXCEPTION) => format!(
            " There is no role {role_name} here; this makes it: aws iam create-role --role-name \
             {role_name} --assume-role-policy-document '{TRUST}'"
        ),
        _ => String::new(),
    }
}

/// Checks that a role may leave dead letters where they are to go, as AWS does before it takes a
/// function. A queue that is missing yet may come.
pub async fn check_dead_letters(
    cx: &Context,
    role: &str,
    name: &str,
    letterbox: Option<&Letterbox>,
) -> Result<()> {
    let Some(letterbox) = letterbox else { return Ok(()) };
    let cx = RoleSession::new(cx, role, name).context().await?;
    let service = match letterbox.kind() {
        LetterboxKind::Topic => "SNS",
        _ => "SQS",
    };
    match letterbox.door(&cx).await? {
        Door::Shut => Err(errors::role_may_not_write(letterbox.action(), service)),
        Door::Open | Door::Missing => Ok(()),
    }
}

/// The name of a function's sessions: its own, except that a session's has two letters at least.
fn session_name(function: &str) -> String {
    if function.len() < 2 { format!("{function}-") } else { function.to_owned() }
}

/// The account in an ARN.
fn account_of(arn: &str) -> &str {
    Arn::parse(arn).map_or("", |arn| arn.account)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{ROLE, setting};

    #[tokio::test]
    async fn a_session_is_used_again_until_it_nears_its_end() {
        let at = setting().await;
        let role = RoleSession::new(&at.cx, ROLE, "f");
        let keys = async || role.session().await.unwrap().credentials;
        let first = keys().await;
        assert_eq!(keys().await, first);
        at.clock.advance(std::time::Duration::from_secs(11 * 3600));
        assert_ne!(keys().await, first);
        let principal = role.session().await.unwrap().principal;
        assert_eq!(principal.arn("us-east-1"), "arn:aws:sts::000000000000:assumed-role/R/f-");
    }

    #[tokio::test]
    async fn each_environment_has_keys_of_its_own() {
        let at = setting().await;
        let role = RoleSession::new(&at.cx, ROLE, "f");
        let (one, other) = (role.fetch().await.unwrap(), role.fetch().await.unwrap());
        assert_ne!(one.access_key_id, other.access_key_id);
        assert_ne!(one.session_token, other.session_token);
    }

    #[tokio::test]
    async fn a_role_must_be_there_and_of_this_account() {
        let at = setting().await;
        check(&at.cx, ROLE, "f").await.unwrap();
        let missing = "arn:aws:iam::000000000000:role/missing";
        let error = check(&at.cx, missing, "f").await.unwrap_err();
        assert_eq!(error.code(), "InvalidParameterValueException");
        assert_eq!(error.message, errors::ROLE_WORDS);
        let error = check(&at.cx, "arn:aws:iam::111111111111:role/R", "f").await.unwrap_err();
        assert_eq!(error.code(), "AccessDeniedException");
    }
}

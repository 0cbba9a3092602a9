//! `RotateSecret`.

use crate::records::secret::{Rotation, Secret};
use crate::stages::CURRENT;
use crate::{SecretsManager, errors, rotation, values};
use platform::{Context, Handler, Principal, Result, refuse};
use shapes::lambda::InvocationRequest;
use shapes::lambda::ops::Invoke;
use shapes::secretsmanager::ops::RotateSecret;
use shapes::secretsmanager::{RotateSecretRequest, RotateSecretResponse, RotationRulesType};
use store::Batch;

/// It answers when the rotation has begun.
impl Handler<RotateSecret> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: RotateSecretRequest,
    ) -> Result<RotateSecretResponse> {
        let members = [
            (
                "ExternalSecretRotationMetadata",
                platform::lists_any(&input.external_secret_rotation_metadata),
            ),
            ("ExternalSecretRotationRoleArn", input.external_secret_rotation_role_arn.is_some()),
        ];
        refuse(errors::unsupported, members)?;
        let token = input.client_request_token;
        let token = token.ok_or_else(|| errors::invalid(errors::NO_TOKEN))?;
        let function = input.rotation_lambda_arn.filter(|arn| !arn.is_empty());
        let asked = Asked {
            token: &token,
            function: function.as_deref(),
            rules: input.rotation_rules,
            is_test: input.rotate_immediately == Some(false),
        };
        let secret = self.rotate(cx, &input.secret_id, &asked).await?;
        Ok(RotateSecretResponse {
            arn: Some(secret.arn(cx)),
            name: Some(secret.name),
            version_id: Some(token),
        })
    }
}

/// What a request says of a rotation.
struct Asked<'a> {
    token: &'a str,
    function: Option<&'a str>,
    rules: Option<RotationRulesType>,
    is_test: bool,
}

impl SecretsManager {
    async fn rotate(&self, cx: &Context, id: &str, asked: &Asked<'_>) -> Result<Secret> {
        loop {
            let (old, bytes) = self.active(cx, id).await?;
            let is_again = old.version(asked.token).is_some();
            if is_again {
                return Ok(old);
            }
            let (mut next, now_ms) = (old.clone(), cx.now().millis());
            if let Some(token) = old.unfinished() {
                next.resume(token, now_ms);
                if self.commit(cx, (&old, bytes), &next, Batch::new()).await? {
                    return Err(errors::cannot(
                        "A previous rotation isn't complete. That rotation will be reattempted.",
                    ));
                }
                continue;
            }
            next.rotation = Some(ruled(&old, asked, now_ms)?);
            let function = next.rotation.as_ref().map(|it| it.function.as_str());
            check_function(cx, &old, function.unwrap_or_default()).await?;
            let mut batch = Batch::new();
            for id in next.begin(asked.token, now_ms, asked.is_test)? {
                batch = values::forgotten(batch, cx, (&old.name, &id));
            }
            if asked.is_test {
                batch = self.lend(cx, batch, &mut next, asked.token).await?;
            }
            if self.commit(cx, (&old, bytes), &next, batch).await? {
                return Ok(next);
            }
        }
    }

    /// Gives the version that is there for a test only the current one's value.
    async fn lend(
        &self,
        cx: &Context,
        batch: Batch,
        secret: &mut Secret,
        token: &str,
    ) -> Result<Batch> {
        let name = secret.name.clone();
        let Some(current) = secret.on(CURRENT) else { return Ok(batch) };
        let Some(value) = self.open(cx, (&name, &current.id)).await? else { return Ok(batch) };
        let sealed = self.seal(cx, (&name, token), &value).await?;
        if let Some(version) = secret.version_mut(token) {
            version.has_value = true;
        }
        Ok(values::kept(batch, cx, (&name, token), sealed))
    }
}

/// How the secret is rotated from now on.
fn ruled(old: &Secret, asked: &Asked<'_>, now_ms: i64) -> Result<Rotation> {
    let mut rules = old.rotation.clone().unwrap_or_default();
    if let Some(function) = asked.function {
        rules.function = function.to_owned();
    }
    if rules.function.is_empty() {
        return Err(errors::cannot(
            "No Lambda rotation function ARN is associated with this secret.",
        ));
    }
    if let Some(given) = &asked.rules {
        rotation::read(&mut rules, given.clone())?;
    }
    rules.enabled = true;
    rules.next_ms = rotation::next(&rules, now_ms);
    Ok(rules)
}

/// Asks whether the function could be called, without calling it.
async fn check_function(cx: &Context, secret: &Secret, function: &str) -> Result<()> {
    let cx = cx.acting_as(Principal::service("secretsmanager.amazonaws.com"));
    let cx = cx.clone().on_behalf_of(secret.arn(&cx));
    let input = InvocationRequest {
        function_name: function.to_owned(),
        invocation_type: Some("DryRun".to_owned()),
        ..Default::default()
    };
    match cx.call::<Invoke>(input).await {
        Ok(_) => Ok(()),
        Err(error) if error.is_server_fault() => Err(error),
        Err(_) => Err(errors::cannot_invoke()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{ARN, Setting, setting, token};
    use platform::testing;
    use shapes::secretsmanager::ops::{CancelRotateSecret, DescribeSecret};
    use shapes::secretsmanager::{
        CancelRotateSecretRequest, DescribeSecretRequest, DescribeSecretResponse,
    };
    use std::time::Duration;

    const DAY: Duration = Duration::from_secs(86_400);

    fn of(number: u32) -> RotateSecretRequest {
        RotateSecretRequest {
            secret_id: "a".into(),
            client_request_token: Some(token(number)),
            rotation_lambda_arn: Some(ARN.to_owned()),
            rotation_rules: Some(RotationRulesType {
                automatically_after_days: Some(10),
                ..Default::default()
            }),
            ..Default::default()
        }
    }

    async fn rotate(at: &Setting, input: RotateSecretRequest) -> Result<RotateSecretResponse> {
        at.cx.call::<RotateSecret>(input).await
    }

    async fn shown(at: &Setting) -> DescribeSecretResponse {
        let input = DescribeSecretRequest { secret_id: "a".into() };
        at.cx.call::<DescribeSecret>(input).await.unwrap()
    }

    async fn until_rotated(at: &Setting, value: &str) {
        testing::until(async || {
            let (secret, _) = at.service.find(&at.cx, "a").await.unwrap();
            secret.run.is_none() && at.get("a").await.unwrap() == value
        })
        .await;
    }

    #[tokio::test]
    async fn a_function_rotates_a_secret_now_and_by_its_schedule() {
        let at = setting();
        at.service.platform.deadlines.start();
        at.create("a", "0").await;
        let begun = rotate(&at, of(7)).await.unwrap();
        assert_eq!(begun.version_id, Some(token(7)));
        until_rotated(&at, "1").await;
        let steps = ["createSecret", "setSecret", "testSecret", "finishSecret"];
        assert_eq!(at.function.steps(), steps);
        let it = shown(&at).await;
        assert_eq!(
            (it.rotation_enabled, it.rotation_lambda_arn.as_deref()),
            (Some(true), Some(ARN))
        );
        assert_eq!(it.rotation_rules.unwrap().automatically_after_days, Some(10));
        assert_eq!(it.last_rotated_date, Some(testing::START));
        let next = testing::START.millis() + 864_000_000;
        assert_eq!(it.next_rotation_date, Some(shapes::Timestamp(next)));
        assert_eq!(it.version_ids_to_stages.unwrap()[&token(7)], ["AWSCURRENT", "AWSPENDING"]);
        // The same request again begins nothing.
        rotate(&at, of(7)).await.unwrap();
        at.clock.advance(DAY * 10);
        until_rotated(&at, "2").await;
        // A change by hand counts, and the next one comes later.
        at.clock.advance(DAY * 9);
        at.put("a", "mine", &["AWSCURRENT"]).await.unwrap();
        at.clock.advance(DAY * 2);
        assert_eq!(at.get("a").await.unwrap(), "mine");
        at.clock.advance(DAY * 8);
        until_rotated(&at, "3").await;
        let input = CancelRotateSecretRequest { secret_id: "a".into() };
        at.cx.call::<CancelRotateSecret>(input).await.unwrap();
        at.clock.advance(DAY * 30);
        let it = shown(&at).await;
        assert_eq!((it.rotation_enabled, it.next_rotation_date), (Some(false), None));
        assert_eq!(at.function.steps().len(), 12);
    }

    #[tokio::test]
    async fn what_fails_is_tried_again_and_waits_in_the_end() {
        let at = setting();
        at.service.platform.deadlines.start();
        at.create("a", "0").await;
        at.function.fail("setSecret", 2);
        rotate(&at, of(7)).await.unwrap();
        testing::until(async || at.function.steps().len() == 2).await;
        let error = rotate(&at, of(8)).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "InvalidRequestException: A previous rotation isn't complete. That rotation will be \
             reattempted."
        );
        for _ in 0..2 {
            let before = at.function.steps().len();
            testing::until(async || {
                at.clock.advance(Duration::from_secs(1));
                at.function.steps().len() > before
            })
            .await;
        }
        until_rotated(&at, "1").await;
        at.function.fail("testSecret", 1000);
        rotate(&at, of(9)).await.unwrap();
        testing::until(async || {
            at.clock.advance(Duration::from_secs(10));
            let (secret, _) = at.service.find(&at.cx, "a").await.unwrap();
            secret.run.is_some_and(|run| run.due_ms.is_none())
        })
        .await;
        assert_eq!(at.get("a").await.unwrap(), "1");
        // Whoever asks has it tried again, with the same version.
        at.function.fail("testSecret", 0);
        assert!(rotate(&at, of(10)).await.is_err());
        until_rotated(&at, "2").await;
        let (secret, _) = at.service.find(&at.cx, "a").await.unwrap();
        assert_eq!(secret.on(CURRENT).unwrap().id, token(9));
    }

    #[tokio::test]
    async fn a_rotation_that_is_only_set_up_tries_the_function() {
        let at = setting();
        at.service.platform.deadlines.start();
        at.create("a", "0").await;
        rotate(&at, RotateSecretRequest { rotate_immediately: Some(false), ..of(7) })
            .await
            .unwrap();
        testing::until(async || shown(&at).await.version_ids_to_stages.unwrap().len() == 1).await;
        assert_eq!(at.function.steps(), ["testSecret"]);
        assert_eq!(at.get("a").await.unwrap(), "0");
        assert_eq!(shown(&at).await.rotation_enabled, Some(true));
    }

    #[tokio::test]
    async fn a_function_is_wanted_that_can_be_called() {
        let at = setting();
        at.create("a", "0").await;
        let none = RotateSecretRequest { rotation_lambda_arn: None, ..of(7) };
        let error = rotate(&at, none).await.unwrap_err();
        assert!(error.message.starts_with("No Lambda rotation function ARN"));
        let missing = RotateSecretRequest { rotation_lambda_arn: Some("gone".into()), ..of(7) };
        let error = rotate(&at, missing).await.unwrap_err();
        assert_eq!(error.code(), "AccessDeniedException");
        assert!(error.message.starts_with("Secrets Manager cannot invoke the specified Lambda"));
        let error = rotate(&at, RotateSecretRequest { client_request_token: None, ..of(7) }).await;
        assert_eq!(error.unwrap_err().code(), "InvalidParameterException");
        assert_eq!(shown(&at).await.rotation_enabled, None);
    }
}

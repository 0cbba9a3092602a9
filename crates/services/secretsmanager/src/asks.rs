//! What the operations ask leave for: a secret's ARN ("Actions, resources, and condition keys for AWS
//! Secrets Manager"). Where a secret is named without the six characters of its ARN, marks stand for them.

use crate::names;
use platform::{Asks, Context};
use shapes::secretsmanager::CreateSecretRequest;

/// A secret that a request names.
pub(crate) fn on(cx: &Context, id: &str) -> Asks {
    Asks::on(names::likely_arn(cx, id))
}

/// A secret that is to be made and, where there are tags, to tag it.
pub(crate) fn made(cx: &Context, input: &CreateSecretRequest) -> Asks {
    let arn = names::likely_arn(cx, &input.name);
    let is_tagged = platform::lists_any(&input.tags);
    Asks::on(&arn).and_where(is_tagged, "secretsmanager:TagResource", arn)
}

#[cfg(test)]
mod tests {
    use crate::SecretsManager;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::secretsmanager::ops::*;
    use shapes::secretsmanager::*;

    /// An example of an operation about the secret `a`.
    macro_rules! on_secret {
        ($operation:ident, $input:ident) => {
            Example::of::<$operation>(
                $input { secret_id: "a".to_owned(), ..Default::default() },
                &[concat!(
                    "secretsmanager:",
                    stringify!($operation),
                    " arn:aws:secretsmanager:us-east-1:000000000000:secret:a-??????"
                )],
            )
        };
    }

    #[allow(clippy::needless_update)] // Some inputs have nothing but the id.
    fn of_secrets() -> Vec<Example> {
        vec![
            on_secret!(CancelRotateSecret, CancelRotateSecretRequest),
            on_secret!(DeleteResourcePolicy, DeleteResourcePolicyRequest),
            on_secret!(DeleteSecret, DeleteSecretRequest),
            on_secret!(DescribeSecret, DescribeSecretRequest),
            on_secret!(GetResourcePolicy, GetResourcePolicyRequest),
            on_secret!(ListSecretVersionIds, ListSecretVersionIdsRequest),
            on_secret!(PutResourcePolicy, PutResourcePolicyRequest),
            on_secret!(PutSecretValue, PutSecretValueRequest),
            on_secret!(RestoreSecret, RestoreSecretRequest),
            on_secret!(RotateSecret, RotateSecretRequest),
            on_secret!(TagResource, TagResourceRequest),
            on_secret!(UntagResource, UntagResourceRequest),
            on_secret!(UpdateSecret, UpdateSecretRequest),
            on_secret!(UpdateSecretVersionStage, UpdateSecretVersionStageRequest),
        ]
    }

    fn of_others() -> Vec<Example> {
        let arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:a-Ab12cD";
        let tags = Some(vec![Tag { key: Some("k".into()), value: None }]);
        let create = CreateSecretRequest { name: "a".into(), tags, ..Default::default() };
        vec![
            Example::of::<BatchGetSecretValue>(
                Default::default(),
                &["secretsmanager:BatchGetSecretValue *"],
            ),
            Example::of::<CreateSecret>(
                create,
                &[
                    "secretsmanager:CreateSecret \
                     arn:aws:secretsmanager:us-east-1:000000000000:secret:a-??????",
                    "secretsmanager:TagResource \
                     arn:aws:secretsmanager:us-east-1:000000000000:secret:a-??????",
                ],
            ),
            Example::of::<GetRandomPassword>(
                Default::default(),
                &["secretsmanager:GetRandomPassword *"],
            ),
            Example::of::<GetSecretValue>(
                GetSecretValueRequest { secret_id: arn.into(), ..Default::default() },
                &["secretsmanager:GetSecretValue \
                   arn:aws:secretsmanager:us-east-1:000000000000:secret:a-Ab12cD"],
            ),
            Example::of::<ListSecrets>(Default::default(), &["secretsmanager:ListSecrets *"]),
            Example::of::<ValidateResourcePolicy>(
                Default::default(),
                &["secretsmanager:ValidateResourcePolicy *"],
            ),
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let served = SecretsManager::new(platform.clone()).operations();
        let examples: Vec<_> = [of_secrets(), of_others()].into_iter().flatten().collect();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}

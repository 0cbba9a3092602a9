//! `AddPermission`.

use crate::permissions::{one_or_all, policy, statements};
use crate::records::topic::Topic;
use crate::topic_attributes::{self, ACTIONS};
use crate::topics::Known;
use crate::{Sns, errors, names};
use platform::{Context, Handler, Result, is_account};
use serde_json::json;
use shapes::Unit;
use shapes::sns::AddPermissionInput;
use shapes::sns::ops::AddPermission;
use store::Batch;

impl Handler<AddPermission> for Sns {
    async fn handle(&self, cx: &Context, input: AddPermissionInput) -> Result<Unit> {
        let name = names::own(cx, &input.topic_arn, "TopicArn")?;
        for (parameter, is_missing) in [
            ("Label", input.label.is_empty()),
            ("AWSAccountId", input.aws_account_id.is_empty()),
            ("ActionName", input.action_name.is_empty()),
        ] {
            if is_missing {
                return Err(errors::invalid_because(parameter, "no value for required parameter"));
            }
        }
        if !input.action_name.iter().all(|it| ACTIONS.contains(&it.as_str())) {
            return Err(errors::invalid("Policy statement action out of service scope!"));
        }
        if !input.aws_account_id.iter().all(|it| is_account(it)) {
            return Err(errors::invalid("Policy Error: PrincipalNotFound"));
        }
        let accounts = input.aws_account_id.iter();
        let accounts = accounts.map(|it| topic_attributes::account_arn(cx, it)).collect();
        let actions = input.action_name.iter().map(|it| format!("SNS:{it}")).collect();
        let statement = json!({
            "Sid": input.label,
            "Effect": "Allow",
            "Principal": { "AWS": one_or_all(accounts) },
            "Action": one_or_all(actions),
            "Resource": input.topic_arn,
        });
        let change = |_: &Known, topic: &mut Topic, batch: Batch| {
            let mut policy = policy(cx, topic, &input.topic_arn);
            if statements(&mut policy).iter().any(|it| it["Sid"] == *input.label) {
                return Err(errors::invalid("Statement already exists"));
            }
            statements(&mut policy).push(statement.clone());
            topic.attributes.insert("Policy".to_owned(), policy.to_string());
            Ok((batch, ()))
        };
        self.change(cx, name, change).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use platform::{DEFAULT_REGION, Principal};
    use shapes::sns::ops::{GetTopicAttributes, RemovePermission};
    use shapes::sns::{GetTopicAttributesInput, RemovePermissionInput};

    #[tokio::test]
    async fn another_account_may_what_it_was_allowed() {
        let at = setting();
        let topic_arn = at.topic("a", &[]).await;
        let friend = "111122223333";
        let friend = at.sns.platform.context(Principal::root(friend), friend, DEFAULT_REGION);
        let look = async || {
            let input = GetTopicAttributesInput { topic_arn: topic_arn.clone() };
            friend.call::<GetTopicAttributes>(input).await
        };
        let refused = look().await.unwrap_err();
        assert_eq!(refused.code(), "AuthorizationError");
        let input = AddPermissionInput {
            topic_arn: topic_arn.clone(),
            label: "l".into(),
            aws_account_id: vec!["111122223333".into()],
            action_name: vec!["GetTopicAttributes".into()],
        };
        at.cx.call::<AddPermission>(input.clone()).await.unwrap();
        let error = at.cx.call::<AddPermission>(input).await.unwrap_err();
        assert_eq!(error.message, "Invalid parameter: Statement already exists");
        let shown = look().await.unwrap().attributes.unwrap();
        assert_eq!(shown["Owner"], "000000000000");
        let policy: serde_json::Value = serde_json::from_str(&shown["Policy"]).unwrap();
        assert_eq!(policy["Statement"].as_array().unwrap().len(), 2);
        let input = RemovePermissionInput { topic_arn: topic_arn.clone(), label: "l".into() };
        at.cx.call::<RemovePermission>(input).await.unwrap();
        assert_eq!(look().await.unwrap_err().code(), "AuthorizationError");
        let label = "__default_statement_ID".to_owned();
        let input = RemovePermissionInput { topic_arn: topic_arn.clone(), label };
        at.cx.call::<RemovePermission>(input).await.unwrap();
        let input = GetTopicAttributesInput { topic_arn };
        at.cx.call::<GetTopicAttributes>(input).await.unwrap();
    }
}

//! `AddPermission`.

use crate::attributes::Attributes;
use crate::records::queue::Queue;
use crate::{Sqs, errors, names};
use platform::{Context, Handler, Result, is_account};
use serde_json::{Value, json};
use shapes::Unit;
use shapes::sqs::AddPermissionRequest;
use shapes::sqs::ops::AddPermission;

/// What others may be allowed ("AddPermission", `ActionName`).
const ACTIONS: [&str; 7] = [
    "*",
    "ChangeMessageVisibility",
    "DeleteMessage",
    "GetQueueAttributes",
    "GetQueueUrl",
    "ReceiveMessage",
    "SendMessage",
];

impl Handler<AddPermission> for Sqs {
    async fn handle(&self, cx: &Context, input: AddPermissionRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let statement = statement(&input, &queue.arn, platform::partition(&cx.region))?;
        let add = |record: &mut Queue| {
            let mut policy = policy(&record.attributes, &queue.arn);
            if statements(&mut policy).iter().any(|it| it["Sid"] == *input.label) {
                let reason = "Already exists.";
                return Err(errors::invalid_value(&input.label, "Label", reason));
            }
            statements(&mut policy).push(statement);
            record.attributes.insert("Policy".to_owned(), policy.to_string());
            Ok(())
        };
        queue.change(add).await?;
        Ok(Unit)
    }
}

fn statement(input: &AddPermissionRequest, arn: &str, partition: &str) -> Result<Value> {
    if input.aws_account_ids.is_empty() {
        return Err(errors::missing("AWSAccountIds"));
    }
    if input.actions.is_empty() {
        return Err(errors::missing("Actions"));
    }
    if input.actions.len() > ACTIONS.len() {
        return Err(errors::too_many_actions(input.actions.len()));
    }
    if !names::is_label(&input.label) {
        return Err(errors::invalid_value(&input.label, "Label", names::LETTERS));
    }
    if let Some(action) = input.actions.iter().find(|it| !ACTIONS.contains(&it.as_str())) {
        let reason = "Only the queue owner is allowed to invoke this action.";
        return Err(errors::invalid_value(format_args!("SQS:{action}"), "ActionName", reason));
    }
    if let Some(account) = input.aws_account_ids.iter().find(|it| !is_account(it)) {
        return Err(errors::invalid_value(account, "PrincipalId", "Unable to verify."));
    }
    let accounts = input.aws_account_ids.iter();
    let accounts = accounts.map(|it| format!("arn:{partition}:iam::{it}:root")).collect();
    let actions = input.actions.iter().map(|it| format!("SQS:{it}")).collect();
    Ok(json!({
        "Sid": input.label,
        "Effect": "Allow",
        "Principal": { "AWS": one_or_all(accounts) },
        "Action": one_or_all(actions),
        "Resource": arn,
    }))
}

fn one_or_all(mut texts: Vec<String>) -> Value {
    if texts.len() == 1 { json!(texts.remove(0)) } else { json!(texts) }
}

/// The policy of a queue, or an empty one.
pub(crate) fn policy(attributes: &Attributes, arn: &str) -> Value {
    let read = attributes.get("Policy").and_then(|text| serde_json::from_str(text).ok());
    read.filter(Value::is_object).unwrap_or_else(|| {
        json!({ "Version": "2008-10-17", "Id": format!("{arn}/SQSDefaultPolicy"), "Statement": [] })
    })
}

/// The statements of a policy, which may have a single one that stands in no list.
pub(crate) fn statements(policy: &mut Value) -> &mut Vec<Value> {
    let statements = &mut policy["Statement"];
    if !statements.is_array() {
        let single = statements.take();
        *statements = if single.is_null() { json!([]) } else { json!([single]) };
    }
    // It was made a list above.
    #[allow(clippy::unwrap_used)]
    statements.as_array_mut().unwrap()
}

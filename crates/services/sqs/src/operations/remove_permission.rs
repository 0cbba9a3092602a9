//! `RemovePermission`.

use super::add_permission::{policy, statements};
use crate::records::queue::Queue;
use crate::{Sqs, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sqs::RemovePermissionRequest;
use shapes::sqs::ops::RemovePermission;

impl Handler<RemovePermission> for Sqs {
    async fn handle(&self, cx: &Context, input: RemovePermissionRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let remove = |record: &mut Queue| {
            let mut policy = policy(&record.attributes, &queue.arn);
            let statements = statements(&mut policy);
            let before = statements.len();
            statements.retain(|it| it["Sid"] != *input.label);
            if statements.len() == before {
                let reason = "can't find label.";
                return Err(errors::invalid_value(&input.label, "Label", reason));
            }
            if statements.is_empty() {
                record.attributes.remove("Policy");
            } else {
                record.attributes.insert("Policy".to_owned(), policy.to_string());
            }
            Ok(())
        };
        queue.change(remove).await?;
        Ok(Unit)
    }
}

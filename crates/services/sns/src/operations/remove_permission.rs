//! `RemovePermission`.

use crate::permissions::{policy, statements};
use crate::records::topic::Topic;
use crate::topics::Known;
use crate::{Sns, names};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sns::RemovePermissionInput;
use shapes::sns::ops::RemovePermission;
use store::Batch;

/// A statement that is not there is removed too.
impl Handler<RemovePermission> for Sns {
    async fn handle(&self, cx: &Context, input: RemovePermissionInput) -> Result<Unit> {
        let name = names::own(cx, &input.topic_arn, "TopicArn")?;
        let change = |_: &Known, topic: &mut Topic, batch: Batch| {
            let mut policy = policy(cx, topic, &input.topic_arn);
            let all = statements(&mut policy);
            let before = all.len();
            all.retain(|it| it["Sid"] != *input.label);
            if all.is_empty() {
                topic.attributes.remove("Policy");
            } else if all.len() < before {
                topic.attributes.insert("Policy".to_owned(), policy.to_string());
            }
            Ok((batch, ()))
        };
        self.change(cx, name, change).await?;
        Ok(Unit)
    }
}

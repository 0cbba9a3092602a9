//! `CreateLogGroup`.

use crate::records::group::{self, GROUPS, Group};
use crate::{Logs, encryption, errors};
use platform::{Context, Handler, Result, commit_if, refuse};
use shapes::Unit;
use shapes::logs::CreateLogGroupRequest;
use shapes::logs::ops::CreateLogGroup;
use store::Batch;

impl Handler<CreateLogGroup> for Logs {
    async fn handle(&self, cx: &Context, input: CreateLogGroupRequest) -> Result<Unit> {
        let class = input.log_group_class.as_deref();
        let given = [
            ("A logGroupClass other than STANDARD", class.is_some_and(|it| it != "STANDARD")),
            ("deletionProtectionEnabled", input.deletion_protection_enabled == Some(true)),
        ];
        refuse(errors::unsupported, given)?;
        if input.log_group_name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws/")) {
            return Err(errors::invalid("Log groups starting with AWS/ are reserved for AWS."));
        }
        let group = Group {
            id: self.platform.ids.hex(8),
            created_ms: cx.now().millis(),
            tags: input.tags.unwrap_or_default(),
            name: input.log_group_name,
            retention: None,
            key: input.kms_key_id,
        };
        encryption::check_new(cx, &group).await?;
        let key = group::key(cx, &group.name);
        let batch = Batch::new().absent(GROUPS.table, key.clone());
        let batch = batch.put(GROUPS.table, key, GROUPS.encode(&group)?);
        let is_new = commit_if(cx.tables(), batch).await?;
        if is_new { Ok(Unit) } else { Err(errors::group_exists()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;

    #[tokio::test]
    async fn a_group_is_made_once() {
        let at = setting().await;
        let input = CreateLogGroupRequest { log_group_name: "g".into(), ..Default::default() };
        let error = at.cx.run::<CreateLogGroup, _>(&*at.service, input.clone()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceAlreadyExistsException: The specified log group already exists"
        );
    }
}

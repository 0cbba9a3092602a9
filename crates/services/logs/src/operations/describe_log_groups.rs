//! `DescribeLogGroups`.

use crate::groups::name_of;
use crate::paging::page;
use crate::records::group::{self, GROUPS, Group};
use crate::{Logs, errors};
use platform::{Context, Handler, Result, lists_any, refuse};
use shapes::logs::ops::DescribeLogGroups;
use shapes::logs::{DescribeLogGroupsRequest, DescribeLogGroupsResponse, LogGroup};
use store::Scan;

impl Handler<DescribeLogGroups> for Logs {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeLogGroupsRequest,
    ) -> Result<DescribeLogGroupsResponse> {
        check(&input)?;
        let prefix = input.log_group_name_prefix.as_deref().unwrap_or_default();
        let pattern = input.log_group_name_pattern.as_deref().unwrap_or_default();
        let wanted = input.log_group_identifiers.as_ref().map(|identifiers| {
            identifiers.iter().filter_map(|one| name_of(cx, one).ok()).collect::<Vec<_>>()
        });
        let class = input.log_group_class.as_deref().unwrap_or("STANDARD");
        let matches = |group: &Group| {
            class == "STANDARD"
                && group.name.contains(pattern)
                && wanted.as_ref().is_none_or(|names| names.contains(&group.name.as_str()))
        };
        let groups = GROUPS.scan(self.tables(), Scan::prefix(&group::key(cx, prefix))).await?;
        let groups = groups.into_iter().map(|(_, group)| group).filter(matches);
        let name = |group: &Group| group.name.clone();
        let token = input.next_token.as_deref();
        let (groups, next_token) = page(groups, name, |a, b| a > b, token, input.limit);
        let log_groups = groups.iter().map(|group| shown(cx, group)).collect();
        Ok(DescribeLogGroupsResponse { log_groups: Some(log_groups), next_token })
    }
}

fn check(input: &DescribeLogGroupsRequest) -> Result<()> {
    let given = [
        ("accountIdentifiers", lists_any(&input.account_identifiers)),
        ("includeLinkedAccounts", input.include_linked_accounts == Some(true)),
    ];
    refuse(errors::unsupported, given)?;
    if input.log_group_name_prefix.is_some() && input.log_group_name_pattern.is_some() {
        return Err(errors::invalid(
            "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.",
        ));
    }
    Ok(())
}

fn shown(cx: &Context, group: &Group) -> LogGroup {
    let arn = group::arn(cx, &group.name);
    LogGroup {
        log_group_name: Some(group.name.clone()),
        creation_time: Some(group.created_ms),
        retention_in_days: group.retention.as_ref().and_then(|it| i32::try_from(it.days).ok()),
        metric_filter_count: Some(0),
        arn: Some(format!("{arn}:*")),
        stored_bytes: Some(0),
        log_group_class: Some("STANDARD".to_owned()),
        log_group_arn: Some(arn),
        deletion_protection_enabled: Some(false),
        kms_key_id: group.key.clone(),
        ..Default::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use shapes::logs::CreateLogGroupRequest;
    use shapes::logs::ops::CreateLogGroup;

    #[tokio::test]
    async fn groups_come_by_prefix_and_in_pages() {
        let at = setting().await;
        for name in ["/aws/lambda/b", "/aws/lambda/a"] {
            let input = CreateLogGroupRequest { log_group_name: name.into(), ..Default::default() };
            at.cx.run::<CreateLogGroup, _>(&*at.service, input).await.unwrap();
        }
        let mut input = DescribeLogGroupsRequest {
            log_group_name_prefix: Some("/aws/".into()),
            limit: Some(1),
            ..Default::default()
        };
        let list = at.cx.run::<DescribeLogGroups, _>(&*at.service, input.clone()).await.unwrap();
        let group = &list.log_groups.unwrap()[0];
        assert_eq!(
            group.arn.as_deref(),
            Some("arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/a:*")
        );
        input.next_token = list.next_token;
        let list = at.cx.run::<DescribeLogGroups, _>(&*at.service, input).await.unwrap();
        let groups = list.log_groups.unwrap();
        assert_eq!(groups[0].log_group_name.as_deref(), Some("/aws/lambda/b"));
        assert_eq!((groups.len(), list.next_token), (1, None));
    }
}

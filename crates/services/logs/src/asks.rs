//! What the operations ask leave for: a group's or a stream's ARN, written as AWS's own refusals
//! write it: a group is `log-group:<name>:log-stream:`, with nothing behind the last colon.

use platform::{Asks, Context};
use shapes::logs::CreateLogGroupRequest;

/// A group, by its name or an identifier.
pub(crate) fn group(cx: &Context, name: Option<&String>, identifier: Option<&String>) -> Asks {
    stream(cx, name, identifier, "")
}

/// A group that is to be made and, where there are tags, to tag it. Tagging names a group without
/// anything behind it ("ARN" of the API's `LogGroup`).
pub(crate) fn made(cx: &Context, input: &CreateLogGroupRequest) -> Asks {
    let name = &input.log_group_name;
    let tagged = input.tags.as_ref().is_some_and(|tags| !tags.is_empty());
    let arn = cx.arn("logs", format_args!("log-group:{name}"));
    group(cx, Some(name), None).and_where(tagged, "logs:TagResource", arn)
}

/// A stream of a group.
pub(crate) fn stream(
    cx: &Context,
    name: Option<&String>,
    identifier: Option<&String>,
    stream: &str,
) -> Asks {
    let name = name.or(identifier).map_or("", String::as_str);
    if name.starts_with("arn:") {
        let group = name.strip_suffix(":*").unwrap_or(name);
        return Asks::on(format!("{group}:log-stream:{stream}"));
    }
    Asks::on(cx.arn("logs", format_args!("log-group:{name}:log-stream:{stream}")))
}

/// The groups of a live tail, by their ARNs.
pub(crate) fn tailed(groups: &[String]) -> Asks {
    let all = groups.iter().map(|group| format!("{group}:log-stream:"));
    all.fold(Asks::default(), |asks, group| asks.and("logs:StartLiveTail", group))
}

#[cfg(test)]
mod tests {
    use crate::Logs;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::logs::ops::*;
    use shapes::logs::*;

    const ARN: &str = "arn:aws:logs:us-east-1:000000000000:log-group:g:*";

    fn of_groups() -> Vec<Example> {
        let (group, arn) = ("g".to_owned(), ARN.to_owned());
        vec![
            Example::of::<CreateLogGroup>(
                CreateLogGroupRequest { log_group_name: group.clone(), ..Default::default() },
                &[
                    "logs:CreateLogGroup arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:",
                ],
            ),
            Example::of::<CreateLogGroup>(
                CreateLogGroupRequest {
                    log_group_name: group.clone(),
                    tags: Some([("k".to_owned(), "v".to_owned())].into()),
                    ..Default::default()
                },
                &[
                    "logs:CreateLogGroup arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:",
                    "logs:TagResource arn:aws:logs:us-east-1:000000000000:log-group:g",
                ],
            ),
            Example::of::<DeleteLogGroup>(
                DeleteLogGroupRequest { log_group_name: group.clone() },
                &[
                    "logs:DeleteLogGroup arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:",
                ],
            ),
            Example::of::<DescribeLogGroups>(
                Default::default(),
                &[
                    "logs:DescribeLogGroups arn:aws:logs:us-east-1:000000000000:log-group::log-stream:",
                ],
            ),
            Example::of::<DescribeLogStreams>(
                DescribeLogStreamsRequest {
                    log_group_identifier: Some(arn.clone()),
                    ..Default::default()
                },
                &[
                    "logs:DescribeLogStreams arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:",
                ],
            ),
            Example::of::<FilterLogEvents>(
                FilterLogEventsRequest {
                    log_group_name: Some(group.clone()),
                    ..Default::default()
                },
                &[
                    "logs:FilterLogEvents arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:",
                ],
            ),
        ]
    }

    /// Those that ask for leave of their own name on the group that they name.
    #[allow(clippy::needless_update)] // Some inputs have no other member.
    fn on_groups() -> Vec<Example> {
        macro_rules! on_group {
            ($($operation:ident: $input:ident { $($name:tt)+ }),+ $(,)?) => {
                vec![$(Example::of::<$operation>(
                    $input { $($name)+, ..Default::default() },
                    &[concat!(
                        "logs:", stringify!($operation),
                        " arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:",
                    )],
                )),+]
            };
        }
        let group = || "g".to_owned();
        on_group![
            AssociateKmsKey: AssociateKmsKeyRequest { log_group_name: Some(group()) },
            DeleteRetentionPolicy: DeleteRetentionPolicyRequest { log_group_name: group() },
            DescribeMetricFilters: DescribeMetricFiltersRequest { log_group_name: Some(group()) },
            DescribeSubscriptionFilters: DescribeSubscriptionFiltersRequest { log_group_name: group() },
            DisassociateKmsKey: DisassociateKmsKeyRequest { log_group_name: Some(group()) },
            ListTagsLogGroup: ListTagsLogGroupRequest { log_group_name: group() },
            PutRetentionPolicy: PutRetentionPolicyRequest { log_group_name: group() },
            TagLogGroup: TagLogGroupRequest { log_group_name: group() },
            UntagLogGroup: UntagLogGroupRequest { log_group_name: group() },
        ]
    }

    /// Those on tags name a group without anything behind it.
    fn on_arns() -> Vec<Example> {
        let resource_arn = || "arn:aws:logs:us-east-1:000000000000:log-group:g".to_owned();
        vec![
            Example::of::<ListTagsForResource>(
                ListTagsForResourceRequest { resource_arn: resource_arn() },
                &["logs:ListTagsForResource arn:aws:logs:us-east-1:000000000000:log-group:g"],
            ),
            Example::of::<TagResource>(
                TagResourceRequest { resource_arn: resource_arn(), ..Default::default() },
                &["logs:TagResource arn:aws:logs:us-east-1:000000000000:log-group:g"],
            ),
            Example::of::<UntagResource>(
                UntagResourceRequest { resource_arn: resource_arn(), ..Default::default() },
                &["logs:UntagResource arn:aws:logs:us-east-1:000000000000:log-group:g"],
            ),
        ]
    }

    fn of_tails() -> Vec<Example> {
        let groups = ["g", "h"].map(|name| ARN.replace("g:*", name));
        let input =
            StartLiveTailRequest { log_group_identifiers: groups.into(), ..Default::default() };
        vec![Example::of::<StartLiveTail>(
            input,
            &[
                "logs:StartLiveTail arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:",
                "logs:StartLiveTail arn:aws:logs:us-east-1:000000000000:log-group:h:log-stream:",
            ],
        )]
    }

    fn of_streams() -> Vec<Example> {
        let (group, stream, arn) = ("g".to_owned(), "s".to_owned(), ARN.to_owned());
        vec![
            Example::of::<CreateLogStream>(
                CreateLogStreamRequest {
                    log_group_name: group.clone(),
                    log_stream_name: stream.clone(),
                },
                &[
                    "logs:CreateLogStream arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:s",
                ],
            ),
            Example::of::<DeleteLogStream>(
                DeleteLogStreamRequest {
                    log_group_name: group.clone(),
                    log_stream_name: stream.clone(),
                },
                &[
                    "logs:DeleteLogStream arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:s",
                ],
            ),
            Example::of::<GetLogEvents>(
                GetLogEventsRequest {
                    log_group_identifier: Some(arn),
                    log_stream_name: stream.clone(),
                    ..Default::default()
                },
                &["logs:GetLogEvents arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:s"],
            ),
            Example::of::<PutLogEvents>(
                PutLogEventsRequest {
                    log_group_name: group,
                    log_stream_name: stream,
                    ..Default::default()
                },
                &["logs:PutLogEvents arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:s"],
            ),
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let served = Logs::new(platform.clone()).await.unwrap().operations();
        let examples = [of_groups(), on_groups(), on_arns(), of_streams(), of_tails()];
        let examples: Vec<_> = examples.into_iter().flatten().collect();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}

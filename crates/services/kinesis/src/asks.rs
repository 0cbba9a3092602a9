//! What the operations ask leave for: a stream, as the page "Actions, resources, and condition keys
//! for Amazon Kinesis Data Streams" names it.

use crate::iterator::ShardIterator;
use crate::operations::list_shards;
use platform::{Asks, Context};
use shapes::kinesis::{
    CreateChannelInput, CreateQueueInput, CreateStreamInput, RegisterStreamConsumerInput,
};

/// A stream that is named in one of two ways.
pub(crate) fn stream(context: &Context, name: Option<&String>, arn: Option<&String>) -> Asks {
    match (arn, name) {
        (Some(arn), _) => Asks::on(arn),
        (None, Some(name)) => named(context, name),
        (None, None) => Asks::anything(),
    }
}

/// A stream that is named.
fn named(context: &Context, name: &str) -> Asks {
    Asks::on(arn(context, name))
}

/// A stream that is to be made, and leave to tag it where there are tags.
pub(crate) fn made(context: &Context, input: &CreateStreamInput) -> Asks {
    let tagged = input.tags.as_ref().is_some_and(|tags| !tags.is_empty());
    let name = &input.stream_name;
    named(context, name).and_where(tagged, "kinesis:AddTagsToStream", arn(context, name))
}

/// A queue that is to be made, whose id nobody knows yet, and leave to read its stream by it, and to
/// tag it where there are tags ("IAM permissions for queues").
pub(crate) fn queue_made(context: &Context, input: &CreateQueueInput) -> Asks {
    let tagged = input.tags.as_ref().is_some_and(|tags| !tags.is_empty());
    let queue = context.arn("kinesis", "queue/*");
    let streams = input.stream_configuration_list.iter().map(|it| &it.stream_arn);
    streams
        .fold(Asks::on(&queue), |asks, arn| asks.and("kinesis:AssociateStreamsWithQueue", arn))
        .and_where(tagged, "kinesis:TagResource", queue)
}

/// A stream that is to be delivered ("Lifecycle management permissions"), leave to hand the role to
/// Kinesis, and to tag the channel where there are tags.
pub(crate) fn delivered(context: &Context, input: &CreateChannelInput) -> Asks {
    let stream = input.stream_configuration_list.first().map_or("*", |it| &*it.stream_arn);
    let tagged = input.tags.as_ref().is_some_and(|tags| !tags.is_empty());
    Asks::on(stream)
        .and("kinesis:AssociateStreamsWithChannel", stream)
        .and("iam:PassRole", &input.service_execution_role_arn)
        .and_where(tagged, "kinesis:TagResource", context.arn("kinesis", "channel/*"))
}

fn arn(context: &Context, name: &str) -> String {
    context.arn("kinesis", format_args!("stream/{name}"))
}

/// A consumer, by its ARN or by its stream and its name. The latter do not say when it was registered,
/// so policies name such a consumer with `:*`.
pub(crate) fn consumer(
    context: &Context,
    arn: Option<&String>,
    stream_arn: Option<&String>,
    name: Option<&String>,
) -> Asks {
    match (arn, stream_arn, name) {
        (Some(arn), ..) => Asks::on(arn),
        (None, Some(stream), Some(name)) => Asks::on(format!("{stream}/consumer/{name}:*")),
        (None, ..) => stream(context, None, stream_arn),
    }
}

/// The stream that gets a consumer, and leave to tag that where there are tags.
pub(crate) fn registered(_: &Context, input: &RegisterStreamConsumerInput) -> Asks {
    let tagged = input.tags.as_ref().is_some_and(|tags| !tags.is_empty());
    let (stream, name) = (&input.stream_arn, &input.consumer_name);
    let consumer = format!("{stream}/consumer/{name}:*");
    Asks::on(stream).and_where(tagged, "kinesis:TagResource", consumer)
}

/// The stream that a shard iterator was made for.
pub(crate) fn iterated(context: &Context, iterator: &str, arn: Option<&String>) -> Asks {
    let name = ShardIterator::claimed_stream(iterator);
    stream(context, name.as_ref(), arn)
}

/// The stream that is named, or that a token goes on with.
pub(crate) fn listed(
    context: &Context,
    name: Option<&String>,
    arn: Option<&String>,
    token: Option<&String>,
) -> Asks {
    let of_token = token.and_then(|token| list_shards::claimed_stream(context, token));
    stream(context, name, arn.or(of_token.as_ref()))
}

#[cfg(test)]
mod tests {
    use crate::testing::World;
    use platform::Service;
    use platform::testing::{Example, check_asks};
    use shapes::kinesis::ops::*;
    use shapes::kinesis::*;

    const STREAM: &str = "arn:aws:kinesis:us-east-1:000000000000:stream/s";

    const CONSUMER: &str = "arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1";

    fn name() -> Option<String> {
        Some("s".to_owned())
    }

    fn arn() -> Option<String> {
        Some(STREAM.to_owned())
    }

    fn by_name() -> Vec<Example> {
        let stream_name = name();
        macro_rules! named {
            ($($operation:ident: $input:ident),+ $(,)?) => {
                vec![$(Example::of::<$operation>(
                    $input { stream_name: stream_name.clone(), ..Default::default() },
                    &[concat!(
                        "kinesis:", stringify!($operation),
                        " arn:aws:kinesis:us-east-1:000000000000:stream/s",
                    )],
                )),+]
            };
        }
        named![
            AddTagsToStream: AddTagsToStreamInput,
            DecreaseStreamRetentionPeriod: DecreaseStreamRetentionPeriodInput,
            DeleteStream: DeleteStreamInput,
            DescribeStream: DescribeStreamInput,
            DescribeStreamSummary: DescribeStreamSummaryInput,
            DisableEnhancedMonitoring: DisableEnhancedMonitoringInput,
            EnableEnhancedMonitoring: EnableEnhancedMonitoringInput,
            GetShardIterator: GetShardIteratorInput,
            IncreaseStreamRetentionPeriod: IncreaseStreamRetentionPeriodInput,
            ListShards: ListShardsInput,
            ListTagsForStream: ListTagsForStreamInput,
            MergeShards: MergeShardsInput,
            PutRecord: PutRecordInput,
            PutRecords: PutRecordsInput,
            RemoveTagsFromStream: RemoveTagsFromStreamInput,
            SplitShard: SplitShardInput,
            StartStreamEncryption: StartStreamEncryptionInput,
            StopStreamEncryption: StopStreamEncryptionInput,
            UpdateShardCount: UpdateShardCountInput,
            UpdateStreamWarmThroughput: UpdateStreamWarmThroughputInput,
        ]
    }

    fn of_account() -> Vec<Example> {
        vec![
            Example::of::<DescribeAccountSettings>(
                Default::default(),
                &["kinesis:DescribeAccountSettings *"],
            ),
            Example::of::<DescribeLimits>(Default::default(), &["kinesis:DescribeLimits *"]),
            Example::of::<ListStreams>(Default::default(), &["kinesis:ListStreams *"]),
            Example::of::<UpdateAccountSettings>(
                Default::default(),
                &["kinesis:UpdateAccountSettings *"],
            ),
        ]
    }

    fn of_channels() -> Vec<Example> {
        const CHANNEL: &str = "arn:aws:kinesis:us-east-1:000000000000:channel/c";
        const ROLE: &str = "arn:aws:iam::000000000000:role/R";
        let stream = ChannelStreamConfiguration { stream_arn: STREAM.into(), ..Default::default() };
        let input = CreateChannelInput {
            service_execution_role_arn: ROLE.to_owned(),
            stream_configuration_list: vec![stream],
            tags: Some([("k".to_owned(), "v".to_owned())].into()),
            ..Default::default()
        };
        let channel_arn = CHANNEL.to_owned();
        vec![
            Example::of::<CreateChannel>(
                input,
                &[
                    "kinesis:CreateChannel arn:aws:kinesis:us-east-1:000000000000:stream/s",
                    "kinesis:AssociateStreamsWithChannel \
                     arn:aws:kinesis:us-east-1:000000000000:stream/s",
                    "iam:PassRole arn:aws:iam::000000000000:role/R",
                    "kinesis:TagResource arn:aws:kinesis:us-east-1:000000000000:channel/*",
                ],
            ),
            Example::of::<DeleteChannel>(
                DeleteChannelInput { channel_arn: channel_arn.clone() },
                &["kinesis:DeleteChannel arn:aws:kinesis:us-east-1:000000000000:channel/c"],
            ),
            Example::of::<DescribeChannel>(
                DescribeChannelInput { channel_arn: channel_arn.clone() },
                &["kinesis:DescribeChannel arn:aws:kinesis:us-east-1:000000000000:channel/c"],
            ),
            Example::of::<ListChannels>(
                ListChannelsInput::default(),
                &["kinesis:ListChannels arn:aws:kinesis:us-east-1:000000000000:stream/*"],
            ),
            Example::of::<UpdateChannel>(
                UpdateChannelInput { channel_arn, ..Default::default() },
                &["kinesis:UpdateChannel arn:aws:kinesis:us-east-1:000000000000:channel/c"],
            ),
        ]
    }

    fn by_resource() -> Vec<Example> {
        let resource_arn = STREAM.to_owned();
        macro_rules! named {
            ($($operation:ident: $input:ident),+ $(,)?) => {
                vec![$(Example::of::<$operation>(
                    $input { resource_arn: resource_arn.clone(), ..Default::default() },
                    &[concat!(
                        "kinesis:", stringify!($operation),
                        " arn:aws:kinesis:us-east-1:000000000000:stream/s",
                    )],
                )),+]
            };
        }
        named![
            DeleteResourcePolicy: DeleteResourcePolicyInput,
            GetResourcePolicy: GetResourcePolicyInput,
            ListTagsForResource: ListTagsForResourceInput,
            PutResourcePolicy: PutResourcePolicyInput,
            TagResource: TagResourceInput,
            UntagResource: UntagResourceInput,
        ]
    }

    fn of_consumers() -> Vec<Example> {
        vec![
            Example::of::<DeregisterStreamConsumer>(
                DeregisterStreamConsumerInput {
                    stream_arn: arn(),
                    consumer_name: Some("c".into()),
                    ..Default::default()
                },
                &["kinesis:DeregisterStreamConsumer \
                    arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:*"],
            ),
            Example::of::<DescribeStreamConsumer>(
                DescribeStreamConsumerInput {
                    consumer_arn: Some(CONSUMER.into()),
                    ..Default::default()
                },
                &["kinesis:DescribeStreamConsumer \
                    arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1"],
            ),
            Example::of::<DescribeStreamConsumer>(
                DescribeStreamConsumerInput { stream_arn: arn(), ..Default::default() },
                &["kinesis:DescribeStreamConsumer \
                    arn:aws:kinesis:us-east-1:000000000000:stream/s"],
            ),
            Example::of::<ListStreamConsumers>(
                ListStreamConsumersInput { stream_arn: STREAM.into(), ..Default::default() },
                &["kinesis:ListStreamConsumers arn:aws:kinesis:us-east-1:000000000000:stream/s"],
            ),
            Example::of::<RegisterStreamConsumer>(
                RegisterStreamConsumerInput {
                    stream_arn: STREAM.into(),
                    consumer_name: "c".into(),
                    tags: Some([("k".to_owned(), "v".to_owned())].into()),
                    ..Default::default()
                },
                &[
                    "kinesis:RegisterStreamConsumer \
                        arn:aws:kinesis:us-east-1:000000000000:stream/s",
                    "kinesis:TagResource \
                        arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:*",
                ],
            ),
            Example::of::<SubscribeToShard>(
                SubscribeToShardInput { consumer_arn: CONSUMER.into(), ..Default::default() },
                &["kinesis:SubscribeToShard \
                    arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1"],
            ),
        ]
    }

    fn of_queue() -> Vec<Example> {
        let queue_arn = "arn:aws:kinesis:us-east-1:000000000000:queue/0a".to_owned();
        macro_rules! queue {
            ($($operation:ident: $input:ident),+ $(,)?) => {
                vec![$(Example::of::<$operation>(
                    $input { queue_arn: queue_arn.clone(), ..Default::default() },
                    &[concat!(
                        "kinesis:", stringify!($operation),
                        " arn:aws:kinesis:us-east-1:000000000000:queue/0a",
                    )],
                )),+]
            };
        }
        let mut all = queue![
            AcknowledgeDeadLetterQueueRecords: AcknowledgeDeadLetterQueueRecordsInput,
            AcknowledgeQueueRecords: AcknowledgeQueueRecordsInput,
            ReceiveDeadLetterQueueRecords: ReceiveDeadLetterQueueRecordsInput,
            ReceiveQueueRecords: ReceiveQueueRecordsInput,
            RestoreDeadLetterQueueRecords: RestoreDeadLetterQueueRecordsInput,
            UpdateDeadLetterQueueRecordsVisibility: UpdateDeadLetterQueueRecordsVisibilityInput,
            UpdateQueue: UpdateQueueInput,
            UpdateQueueRecordsVisibility: UpdateQueueRecordsVisibilityInput,
        ];
        all.extend([
            Example::of::<DeleteQueue>(
                DeleteQueueInput { queue_arn: queue_arn.clone() },
                &["kinesis:DeleteQueue arn:aws:kinesis:us-east-1:000000000000:queue/0a"],
            ),
            Example::of::<DescribeQueue>(
                DescribeQueueInput { queue_arn },
                &["kinesis:DescribeQueue arn:aws:kinesis:us-east-1:000000000000:queue/0a"],
            ),
            Example::of::<CreateQueue>(
                CreateQueueInput {
                    queue_name: "q".into(),
                    stream_configuration_list: vec![QueueStreamConfiguration {
                        stream_arn: STREAM.to_owned(),
                        starting_position: None,
                    }],
                    queue_attributes: None,
                    tags: Some([("a".to_owned(), "1".to_owned())].into()),
                },
                &[
                    "kinesis:CreateQueue arn:aws:kinesis:us-east-1:000000000000:queue/*",
                    "kinesis:AssociateStreamsWithQueue \
                     arn:aws:kinesis:us-east-1:000000000000:stream/s",
                    "kinesis:TagResource arn:aws:kinesis:us-east-1:000000000000:queue/*",
                ],
            ),
            Example::of::<ListQueues>(ListQueuesInput::default(), &["kinesis:ListQueues *"]),
        ]);
        all
    }

    async fn examples(world: &World) -> Vec<Example> {
        let iterator = world.iterator("s", 0, "TRIM_HORIZON").await;
        let mut all = by_name();
        all.extend(of_consumers());
        all.extend(by_resource());
        all.extend(of_account());
        all.extend(of_queue());
        all.extend(of_channels());
        all.extend([
            Example::of::<CreateStream>(
                CreateStreamInput { stream_name: "s".into(), ..Default::default() },
                &["kinesis:CreateStream arn:aws:kinesis:us-east-1:000000000000:stream/s"],
            ),
            Example::of::<CreateStream>(
                CreateStreamInput {
                    stream_name: "s".into(),
                    tags: Some([("k".to_owned(), "v".to_owned())].into()),
                    ..Default::default()
                },
                &[
                    "kinesis:CreateStream arn:aws:kinesis:us-east-1:000000000000:stream/s",
                    "kinesis:AddTagsToStream arn:aws:kinesis:us-east-1:000000000000:stream/s",
                ],
            ),
            Example::of::<GetRecords>(
                GetRecordsInput { shard_iterator: iterator, ..Default::default() },
                &["kinesis:GetRecords arn:aws:kinesis:us-east-1:000000000000:stream/s"],
            ),
            Example::of::<GetRecords>(
                GetRecordsInput { shard_iterator: "none".into(), ..Default::default() },
                &["kinesis:GetRecords *"],
            ),
            Example::of::<PutRecord>(
                PutRecordInput { stream_arn: arn(), ..Default::default() },
                &["kinesis:PutRecord arn:aws:kinesis:us-east-1:000000000000:stream/s"],
            ),
            Example::of::<UpdateMaxRecordSize>(
                UpdateMaxRecordSizeInput { stream_arn: arn(), ..Default::default() },
                &["kinesis:UpdateMaxRecordSize arn:aws:kinesis:us-east-1:000000000000:stream/s"],
            ),
            Example::of::<UpdateStreamMode>(
                UpdateStreamModeInput { stream_arn: STREAM.to_owned(), ..Default::default() },
                &["kinesis:UpdateStreamMode arn:aws:kinesis:us-east-1:000000000000:stream/s"],
            ),
            Example::of::<UpdateStreamRecordDistributionStrategy>(
                UpdateStreamRecordDistributionStrategyInput {
                    stream_arn: STREAM.to_owned(),
                    ..Default::default()
                },
                &[concat!(
                    "kinesis:UpdateStreamRecordDistributionStrategy ",
                    "arn:aws:kinesis:us-east-1:000000000000:stream/s",
                )],
            ),
        ]);
        all
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let world = World::new().await;
        world.create("s", 2).await;
        let mut examples = examples(&world).await;
        let first =
            ListShardsInput { stream_name: name(), max_results: Some(1), ..Default::default() };
        let next_token = world.run::<ListShards>(first).await.unwrap().next_token;
        assert!(next_token.is_some());
        examples.push(Example::of::<ListShards>(
            ListShardsInput { next_token, ..Default::default() },
            &["kinesis:ListShards arn:aws:kinesis:us-east-1:000000000000:stream/s"],
        ));
        check_asks(&world.context(), &world.kinesis.clone().operations(), &examples);
    }
}

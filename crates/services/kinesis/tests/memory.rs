//! What an idle subscription holds: there may be tens of thousands of them.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../../../../fuzz/src/memory.rs"]
mod memory;

use futures_util::FutureExt as _;
use kinesis::{Config, Kinesis};
use platform::Context;
use platform::testing::{at_once, context, platform};
use shapes::EventStream;
use shapes::kinesis::ops::{CreateStream, RegisterStreamConsumer, SubscribeToShard};
use shapes::kinesis::{
    CreateStreamInput, RegisterStreamConsumerInput, StartingPosition, SubscribeToShardEventStream,
    SubscribeToShardInput,
};
use std::time::Duration;

const SHARDS: usize = 50;
/// For each, in bytes.
const ENOUGH: usize = 4000;

type Events = EventStream<SubscribeToShardEventStream>;

/// A subscription that waits for what comes.
async fn open(cx: &Context, kinesis: &Kinesis, consumer_arn: &str, shard: usize) -> Events {
    let input = SubscribeToShardInput {
        consumer_arn: consumer_arn.to_owned(),
        shard_id: shard.to_string(),
        starting_position: StartingPosition { r#type: "LATEST".into(), ..Default::default() },
        ..Default::default()
    };
    let mut events = cx.run::<SubscribeToShard, _>(kinesis, input).await.unwrap().event_stream;
    assert_eq!(events.next().now_or_never(), None);
    events
}

#[tokio::test]
async fn an_idle_subscription_is_small() {
    let (platform, _clock) = platform();
    let config = Config { transition: Duration::ZERO, ..Config::default() };
    let kinesis = Kinesis::new(platform.clone(), config).await.unwrap();
    let cx = context(&platform);
    let shard_count = i32::try_from(SHARDS + 1).ok();
    let input = CreateStreamInput { stream_name: "s".into(), shard_count, ..Default::default() };
    cx.run::<CreateStream, _>(&*kinesis, input).await.unwrap();
    let input = RegisterStreamConsumerInput {
        stream_arn: cx.arn("kinesis", "stream/s"),
        consumer_name: "c".into(),
        ..Default::default()
    };
    let consumer = cx.run::<RegisterStreamConsumer, _>(&*kinesis, input).await.unwrap().consumer;
    let arn = &*consumer.consumer_arn;
    let _first = open(&cx, &kinesis, arn, SHARDS).await;
    let _all = memory::within("subscriptions", SHARDS * ENOUGH, || {
        let open = |shard| at_once(open(&cx, &kinesis, arn, shard));
        (0..SHARDS).map(open).collect::<Vec<_>>()
    });
}

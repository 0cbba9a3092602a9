//! Mappings that read for a registered consumer.

use super::PATIENCE;
use crate::fanout::Subscriber;
use crate::records::checkpoint::Position;
use crate::world::{STREAM, World, shard_id};
use platform::testing::context;
use shapes::kinesis::ops::{DeregisterStreamConsumer, RegisterStreamConsumer};
use shapes::kinesis::{DeregisterStreamConsumerInput, RegisterStreamConsumerInput};
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

impl World {
    /// Registers a consumer; gives its ARN.
    async fn register(&self) -> String {
        let input = RegisterStreamConsumerInput {
            stream_arn: STREAM.to_owned(),
            consumer_name: "c".to_owned(),
            ..Default::default()
        };
        let output = context(&self.platform).call::<RegisterStreamConsumer>(input).await.unwrap();
        output.consumer.consumer_arn
    }

    async fn deregister(&self, consumer_arn: &str) {
        let consumer_arn = Some(consumer_arn.to_owned());
        let input = DeregisterStreamConsumerInput { consumer_arn, ..Default::default() };
        context(&self.platform).call::<DeregisterStreamConsumer>(input).await.unwrap();
    }

    async fn create_for(&self, consumer_arn: &str, position: &str) -> String {
        self.create(|input| {
            input.event_source_arn = Some(consumer_arn.to_owned());
            input.starting_position = Some(position.to_owned());
        })
        .await
    }
}

#[tokio::test]
async fn records_are_pushed_to_the_function() {
    let world = World::new(1).await;
    let consumer = world.register().await;
    world.put(0, "k", "before").await;
    let uuid = world.create_for(&consumer, "LATEST").await;
    let shown = world.get(&uuid).await.unwrap();
    assert_eq!(shown.event_source_arn.as_deref(), Some(&*consumer));
    world.put(0, "k", "first").await;
    // The clock stands still: nothing waits for a heartbeat.
    assert_eq!(world.offered(1).await, [["first"]]);
    let last = world.put(0, "k", "second").await;
    assert_eq!(world.offered(2).await[1], ["second"]);
    let event = world.lambda.events.borrow()[0].clone();
    assert_eq!(event["Records"][0]["eventSourceARN"], *consumer);
    assert_eq!(event["Records"][0]["awsRegion"], "us-east-1");
    let kept = async {
        while world.checkpoint(&uuid, 0).await != Position::After(last.clone()) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, kept).await.unwrap();
}

#[tokio::test]
async fn what_is_there_is_read_and_shards_are_followed() {
    let world = World::new(1).await;
    let consumer = world.register().await;
    for text in ["0", "1"] {
        world.put(0, "k", text).await;
    }
    world.create_for(&consumer, "TRIM_HORIZON").await;
    assert_eq!(world.offered(1).await, [["0", "1"]]);
    world.split(0).await;
    world.put(1, "k", "left").await;
    assert_eq!(world.offered(2).await[1], ["left"]);
    world.put(2, "k", "right").await;
    assert_eq!(world.offered(3).await[2], ["right"]);
}

#[tokio::test]
async fn subscriptions_follow_each_other() {
    let world = World::new(1).await;
    let consumer = world.register().await;
    world.create_for(&consumer, "LATEST").await;
    for round in 1..=3 {
        world.put(0, "k", &round.to_string()).await;
        assert_eq!(world.offered_in_time(round).await[round - 1], [round.to_string()]);
        for _ in 0..301 {
            world.clock.advance(SECOND);
            tokio::task::yield_now().await;
        }
    }
    assert_eq!(world.lambda.batches().len(), 3);
}

/// Who reads because something has come gets it, whatever is told besides. Told of nothing, a mapping
/// would sleep until something else comes.
#[tokio::test]
async fn a_read_after_a_record_came_gives_it() {
    let world = World::new(1).await;
    let consumer = world.register().await;
    let position = Position::TrimHorizon;
    let mut subscriber = Subscriber::new(world.context(), &consumer, &shard_id(0).into());
    for text in ["0", "1"] {
        world.put(0, "k", text).await;
    }
    // A part at a time, as a mapping does that has enough to do.
    assert_eq!(subscriber.read(&position, 1).await.unwrap().records.len(), 1);
    assert_eq!(subscriber.read(&position, 1).await.unwrap().behind_ms, 0);
    for wait_s in [0, 6] {
        world.clock.advance(wait_s * SECOND);
        let put = world.put(0, "k", "later").await;
        let given = subscriber.read(&position, 10).await.unwrap();
        let numbers = given.records.into_iter().map(|record| record.sequence_number);
        assert_eq!(numbers.collect::<Vec<_>>(), [put], "{wait_s} s after the last one");
    }
}

#[tokio::test]
async fn a_process_goes_on_where_the_last_one_was() {
    let world = World::new(1).await;
    let consumer = world.register().await;
    world.create_for(&consumer, "LATEST").await;
    world.put(0, "k", "1").await;
    world.offered(1).await;
    world.pipelines.stop().await;
    world.put(0, "k", "2").await;
    let world = world.restart().await;
    assert_eq!(world.offered(2).await, [["1"], ["2"]]);
}

/// LATEST is where the stream was when the mapping was made, whenever it is first read.
#[tokio::test]
async fn nothing_is_missed_before_the_first_subscription() {
    for wait_s in [0, 200, 400] {
        let world = World::new(1).await;
        let consumer = world.register().await;
        world.create_for(&consumer, "LATEST").await;
        world.pipelines.stop().await;
        world.clock.advance(SECOND);
        world.put(0, "k", "missed?").await;
        world.clock.advance(wait_s * SECOND);
        let world = world.restart().await;
        world.offered_in_time(1).await;
        world.put(0, "k", "later").await;
        assert_eq!(world.offered_in_time(2).await, [["missed?"], ["later"]], "{wait_s} s");
    }
}

#[tokio::test]
async fn a_place_that_is_taken_is_waited_for() {
    let world = World::new(1).await;
    let consumer = world.register().await;
    let uuid = world.create_for(&consumer, "LATEST").await;
    world.put(0, "k", "1").await;
    world.offered(1).await;
    // Another task, which subscribes anew within five seconds.
    world.update(&uuid, |input| input.batch_size = Some(10)).await;
    world.put(0, "k", "2").await;
    assert_eq!(world.offered_in_time(2).await, [["1"], ["2"]]);
}

#[tokio::test]
async fn a_mapping_shows_that_its_consumer_is_gone() {
    let world = World::new(1).await;
    let consumer = world.register().await;
    let uuid = world.create_for(&consumer, "LATEST").await;
    world.put(0, "k", "1").await;
    world.offered(1).await;
    world.deregister(&consumer).await;
    world.put(0, "k", "2").await;
    let gone = "PROBLEM: Consumer c, account 000000000000 not found.";
    world.until_result(&uuid, gone).await;
    assert_eq!(world.state(&uuid).await, "Enabled");
    assert_eq!(world.lambda.batches().len(), 1);
}

#[tokio::test]
async fn a_consumer_that_is_not_there_is_refused() {
    let world = World::new(1).await;
    let consumer = world.register().await;
    let other = format!("{consumer}0");
    let refused = world.refused(|input| input.event_source_arn = Some(other.clone())).await;
    assert_eq!(refused, format!("InvalidParameterValueException: Consumer not found: {other}"));
    let other = consumer.replace("stream/s", "stream/t");
    let refused = world.refused(|input| input.event_source_arn = Some(other)).await;
    assert!(refused.ends_with("Stream not found: arn:aws:kinesis:us-east-1:000000000000:stream/t"));
}

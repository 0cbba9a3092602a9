//! Journeys of records that are given up to where the letter about them goes.

use super::*;
use crate::counts::EventCounts;
use platform::testing::counted;
use serde_json::Value;
use shapes::lambda::{DestinationConfig, EventSourceMappingMetricsConfig, OnFailure};

const BUCKET: &str = "arn:aws:s3:::letters";
const TOPIC: &str = "arn:aws:sns:us-east-1:000000000000:letters";

fn to(destination: &str) -> Option<DestinationConfig> {
    let on_failure = Some(OnFailure { destination: Some(destination.to_owned()) });
    Some(DestinationConfig { on_failure, on_success: None })
}

impl World {
    fn letters(&self) -> Vec<(String, Value)> {
        self.letters.kept.lock().unwrap().clone().into_iter().collect()
    }
}

#[tokio::test]
async fn a_letter_is_in_the_bucket_before_the_shard_goes_on() {
    let world = World::new(1).await;
    *world.lambda.poison.lock().unwrap() = Some("bad");
    let change = |it: &mut Create| {
        (it.batch_size, it.maximum_retry_attempts) = (Some(2), Some(1));
        it.destination_config = to(BUCKET);
    };
    let uuid = world.create(change).await;
    let shown = world.get(&uuid).await.unwrap().destination_config;
    assert_eq!(shown, to(BUCKET));
    let bad = world.put(0, "k", "bad").await;
    world.reported_in_time(2).await;
    world.until_result(&uuid, "PROBLEM: The specified bucket does not exist").await;
    let last = world.put(0, "k", "b").await;
    assert_eq!(world.lambda.batches(), [["bad"], ["bad"]], "b waits");
    *world.letters.there.lock().unwrap() = true;
    assert_eq!(world.offered_in_time(3).await[2], ["b"]);
    world.until_position(&last).await;
    let [(key, letter)] = &world.letters()[..] else { panic!("{:?}", world.letters()) };
    assert!(key.starts_with(&format!("aws/lambda/{uuid}/{}/", shard_id(0))), "{key}");
    let request = &letter["requestContext"];
    assert_eq!(request["condition"], "RetryAttemptsExhausted");
    assert_eq!(request["approximateInvokeCount"], 2);
    assert_eq!(letter["responseContext"]["functionError"], "Unhandled");
    assert_eq!(letter["KinesisBatchInfo"]["startSequenceNumber"], *bad);
    assert_eq!(letter["KinesisBatchInfo"]["batchSize"], 1);
    let payload: Value = serde_json::from_str(letter["payload"].as_str().unwrap()).unwrap();
    assert_eq!(payload, world.lambda.events.borrow()[0], "the event as the function got it");
}

#[tokio::test]
async fn queues_and_topics_get_a_letter_without_the_event() {
    for (destination, name) in [
        (
            "arn:aws:sqs:us-east-1:000000000000:letters",
            "https://sqs.us-east-1.amazonaws.com/000000000000/letters",
        ),
        (TOPIC, TOPIC),
    ] {
        let world = World::new(1).await;
        *world.lambda.poison.lock().unwrap() = Some("bad");
        let change = |it: &mut Create| {
            it.maximum_retry_attempts = Some(0);
            it.destination_config = to(destination);
            let metrics = Some(vec!["EventCount".to_owned()]);
            it.metrics_config = Some(EventSourceMappingMetricsConfig { metrics });
        };
        let uuid = world.create(change).await;
        let bad = world.put(0, "k", "bad").await;
        world.reported_in_time(1).await;
        world.until_result(&uuid, "PROBLEM: The specified queue does not exist").await;
        *world.letters.there.lock().unwrap() = true;
        world.reported_in_time(2).await;
        world.until_position(&bad).await;
        let sent = world.letters.sent.lock().unwrap().clone();
        let [(to, letter)] = &sent[..] else { panic!("{sent:?}") };
        assert_eq!(to, name);
        assert_eq!(letter["requestContext"]["condition"], "RetryAttemptsExhausted");
        assert_eq!(letter["KinesisBatchInfo"]["startSequenceNumber"], *bad);
        assert_eq!(letter.get("payload"), None);
        let counts = EventCounts {
            polled: 1,
            invoked: 1,
            failed_invoke: 1,
            dropped: 1,
            on_failure_destination_delivered: 1,
            ..Default::default()
        };
        assert_eq!(world.pipelines.status()[0].event_counts, Some(counts));
        let told = counted(&world.platform);
        for metric in ["PolledEventCount", "FailedInvokeEventCount", "DroppedEventCount"] {
            let of = told[&format!("{metric} EventSourceMappingUUID={uuid}")];
            assert_eq!(of, (1, 1.0), "{metric}");
        }
        let delivered = "OnFailureDestinationDeliveredEventCount";
        assert_eq!(told[&format!("{delivered} EventSourceMappingUUID={uuid}")], (1, 1.0));
        assert!(!told.contains_key(&format!("DeletedEventCount EventSourceMappingUUID={uuid}")));
        assert!(told.contains_key("IteratorAge FunctionName=f Resource=f"), "{told:?}");
    }
}

#[tokio::test]
async fn what_is_too_old_is_written_of_though_it_was_never_offered() {
    let world = World::new(1).await;
    *world.letters.there.lock().unwrap() = true;
    world.put(0, "k", "a").await;
    world.clock.advance(Duration::from_secs(60));
    let change = |it: &mut Create| {
        it.starting_position = Some("TRIM_HORIZON".into());
        it.maximum_record_age_in_seconds = Some(60);
        it.destination_config = to(BUCKET);
    };
    world.create(change).await;
    world.reported_in_time(1).await;
    world.put(0, "k", "b").await;
    assert_eq!(world.offered(1).await, [["b"]]);
    let (_, letter) = &world.letters()[0];
    assert_eq!(letter["requestContext"]["condition"], "RecordAgeExceeded");
    assert_eq!(letter["requestContext"]["approximateInvokeCount"], 0);
    assert_eq!(letter.get("responseContext"), None);
}

#[tokio::test]
async fn a_destination_is_set_and_taken_away() {
    let world = World::new(1).await;
    let queue = "arn:aws:sqs:us-east-1:000000000000:q.fifo";
    let refused = world.refused(|it| it.destination_config = to(queue)).await;
    assert!(refused.ends_with(&format!("The destination ARN {queue} is invalid.")), "{refused}");
    let uuid = world.create(|_| {}).await;
    world.update(&uuid, |it| it.destination_config = to(BUCKET)).await;
    world.update(&uuid, |it| it.batch_size = Some(2)).await;
    assert_eq!(world.get(&uuid).await.unwrap().destination_config, to(BUCKET));
    world.update(&uuid, |it| it.destination_config = Some(DestinationConfig::default())).await;
    let nowhere = Some(OnFailure { destination: None });
    assert_eq!(world.get(&uuid).await.unwrap().destination_config.unwrap().on_failure, nowhere);
}

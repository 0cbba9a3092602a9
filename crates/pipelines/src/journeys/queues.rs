//! Journeys of messages from a queue to a function.

use super::*;
use crate::counts::EventCounts;
use serde_json::json;
use shapes::lambda::{EventSourceMappingMetricsConfig, Filter, FilterCriteria, ScalingConfig};
use shapes::sqs::ops::{CreateQueue, DeleteQueue, GetQueueAttributes, ReceiveMessage, SendMessage};
use shapes::sqs::{
    CreateQueueRequest, DeleteQueueRequest, GetQueueAttributesRequest, Message,
    ReceiveMessageRequest, SendMessageRequest,
};

const QUEUE: &str = "arn:aws:sqs:us-east-1:000000000000:q";
const FIFO: &str = "arn:aws:sqs:us-east-1:000000000000:q.fifo";

fn url(arn: &str) -> String {
    let name = arn.rsplit(':').next().unwrap();
    format!("https://sqs.us-east-1.amazonaws.com/000000000000/{name}")
}

impl World {
    /// A process with a queue.
    async fn with_queue(arn: &str, attributes: &[(&str, &str)]) -> Self {
        let world = World::without_stream(Duration::ZERO).await;
        world.make_queue(arn, attributes).await;
        world
    }

    async fn make_queue(&self, arn: &str, attributes: &[(&str, &str)]) {
        let text = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let mut attributes: Vec<_> = attributes.iter().map(text).collect();
        if arn.ends_with(".fifo") {
            attributes.push(("FifoQueue".into(), "true".into()));
            attributes.push(("ContentBasedDeduplication".into(), "true".into()));
        }
        let input = CreateQueueRequest {
            queue_name: arn.rsplit(':').next().unwrap().to_owned(),
            attributes: Some(attributes.into_iter().collect()),
            ..Default::default()
        };
        self.context().call::<CreateQueue>(input).await.unwrap();
    }

    async fn send(&self, arn: &str, body: &str) {
        self.send_to(arn, body, None).await;
    }

    async fn send_to(&self, arn: &str, body: &str, group: Option<&str>) {
        let input = SendMessageRequest {
            queue_url: url(arn),
            message_body: body.to_owned(),
            message_group_id: group.map(str::to_owned),
            ..Default::default()
        };
        self.context().call::<SendMessage>(input).await.unwrap();
    }

    async fn receive(&self, arn: &str) -> Vec<Message> {
        let input = ReceiveMessageRequest {
            queue_url: url(arn),
            max_number_of_messages: Some(10),
            attribute_names: Some(vec!["All".to_owned()]),
            ..Default::default()
        };
        let output = self.context().call::<ReceiveMessage>(input).await.unwrap();
        output.messages.unwrap_or_default()
    }

    /// How many messages there are, in sight and out of it.
    async fn left(&self, arn: &str) -> [String; 2] {
        let names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
        let input = GetQueueAttributesRequest {
            queue_url: url(arn),
            attribute_names: Some(names.map(str::to_owned).into()),
        };
        let output = self.context().call::<GetQueueAttributes>(input).await.unwrap();
        let attributes = output.attributes.unwrap();
        names.map(|name| attributes[name].clone())
    }

    async fn until_left(&self, arn: &str, visible: &str, invisible: &str) {
        let reached = async {
            while self.left(arn).await != [visible, invisible] {
                tokio::task::yield_now().await;
            }
        };
        let reached = tokio::time::timeout(PATIENCE, reached).await;
        assert!(reached.is_ok(), "{:?} are left", self.left(arn).await);
    }

    async fn map(&self, arn: &str, change: impl FnOnce(&mut Create)) -> String {
        let change = |it: &mut Create| {
            it.event_source_arn = Some(arn.to_owned());
            it.starting_position = None;
            change(it);
        };
        self.create(change).await
    }
}

#[tokio::test]
async fn a_message_is_offered_and_deleted_when_it_is_taken() {
    let world = World::with_queue(QUEUE, &[]).await;
    world.send(QUEUE, "before").await;
    let uuid = world.map(QUEUE, |_| ()).await;
    assert_eq!(world.offered(1).await, [["before"]]);
    world.send(QUEUE, "after").await;
    assert_eq!(world.offered(2).await[1], ["after"]);
    world.until_left(QUEUE, "0", "0").await;
    let event = world.lambda.events.borrow()[0]["Records"][0].clone();
    assert_eq!(event["eventSourceARN"], QUEUE);
    assert_eq!(event["attributes"]["ApproximateReceiveCount"], "1");
    let shown = world.get(&uuid).await.unwrap();
    assert_eq!(shown.state_transition_reason.as_deref(), Some("USER_INITIATED"));
    assert_eq!((shown.batch_size, shown.maximum_batching_window_in_seconds), (Some(10), Some(0)));
    assert_eq!((shown.last_processing_result, shown.starting_position), (None, None));
    assert_eq!((shown.destination_config, shown.parallelization_factor), (None, None));
    assert_eq!(world.pipelines.status()[0].last_result, "OK");
}

#[tokio::test]
async fn what_the_function_fails_with_comes_again_until_the_queue_gives_it_up() {
    let world = World::with_queue(QUEUE, &[]).await;
    world.make_queue(&format!("{QUEUE}-dead"), &[]).await;
    let policy = format!(r#"{{"deadLetterTargetArn":"{QUEUE}-dead","maxReceiveCount":2}}"#);
    let attributes = [("RedrivePolicy", policy.as_str()), ("VisibilityTimeout", "5")];
    world.make_queue(&format!("{QUEUE}2"), &attributes).await;
    let source = format!("{QUEUE}2");
    *world.lambda.poison.lock().unwrap() = Some("bad");
    world.map(&source, |it| it.batch_size = Some(1)).await;
    world.send(&source, "bad").await;
    world.send(&source, "good").await;
    let offered = world.offered_in_time(3).await;
    assert_eq!(offered.iter().filter(|batch| batch.contains(&"bad".to_owned())).count(), 2);
    let dead = async {
        loop {
            tokio::task::yield_now().await;
            world.clock.advance(Duration::from_millis(100));
            let dead = world.receive(&format!("{QUEUE}-dead")).await;
            if let Some(message) = dead.into_iter().next() {
                return message;
            }
        }
    };
    let dead = tokio::time::timeout(PATIENCE, dead).await.unwrap();
    assert_eq!(dead.body.as_deref(), Some("bad"));
    world.until_left(&source, "0", "0").await;
}

#[tokio::test]
async fn only_what_an_answer_names_comes_again() {
    let world = World::with_queue(QUEUE, &[]).await;
    for body in ["a", "b", "c"] {
        world.send(QUEUE, body).await;
    }
    let ids = world.receive(QUEUE).await;
    let id = ids[1].message_id.clone().unwrap();
    world.lambda.reply([
        Reply::Answer(format!(r#"{{"batchItemFailures":[{{"itemIdentifier":"{id}"}}]}}"#)),
        Reply::Answer(r#"{"batchItemFailures":[{"itemIdentifier":""}]}"#.into()),
    ]);
    let types = Some(vec!["ReportBatchItemFailures".to_owned()]);
    world.map(QUEUE, |it| it.function_response_types = types).await;
    let batches = world.offered_in_time(3).await;
    assert_eq!(batches, [vec!["a", "b", "c"], vec!["b"], vec!["b"]]);
    world.until_left(QUEUE, "0", "0").await;
}

#[tokio::test]
async fn what_no_filter_wants_is_deleted_and_all_is_counted() {
    let world = World::with_queue(QUEUE, &[]).await;
    let pattern = Some(r#"{"body":{"t":[{"numeric":[">",30]}]}}"#.to_owned());
    let change = |it: &mut Create| {
        it.filter_criteria = Some(FilterCriteria { filters: Some(vec![Filter { pattern }]) });
        let metrics = Some(vec!["EventCount".to_owned()]);
        it.metrics_config = Some(EventSourceMappingMetricsConfig { metrics });
    };
    let uuid = world.map(QUEUE, change).await;
    for body in [r#"{"t":1}"#, "text", r#"{"t":31}"#] {
        world.send(QUEUE, body).await;
    }
    assert_eq!(world.offered(1).await, [[r#"{"t":31}"#]]);
    world.until_left(QUEUE, "0", "0").await;
    let counts =
        EventCounts { polled: 3, filtered_out: 2, invoked: 1, deleted: 3, ..Default::default() };
    let counted = async {
        while world.pipelines.status()[0].event_counts != Some(counts) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, counted).await.unwrap();
    world.update(&uuid, |it| it.metrics_config = Some(Default::default())).await;
    assert_eq!(world.pipelines.status()[0].event_counts, None);
}

#[tokio::test]
async fn what_does_not_reach_the_function_is_offered_again_and_not_received_again() {
    let world = World::with_queue(QUEUE, &[]).await;
    world.lambda.reply([Reply::Throttle, Reply::Throttle]);
    world.map(QUEUE, |_| ()).await;
    world.send(QUEUE, "a").await;
    assert_eq!(world.offered_in_time(3).await, [["a"]; 3]);
    let event = world.lambda.events.borrow()[2]["Records"][0].clone();
    assert_eq!(event["attributes"]["ApproximateReceiveCount"], "1");
    world.until_left(QUEUE, "0", "0").await;
}

#[tokio::test]
async fn a_window_gathers_messages() {
    let world = World::with_queue(QUEUE, &[]).await;
    let window = |it: &mut Create| {
        (it.batch_size, it.maximum_batching_window_in_seconds) = (Some(12), Some(5));
    };
    world.map(QUEUE, window).await;
    for _ in 0..12 {
        world.send(QUEUE, "a").await;
    }
    assert_eq!(world.offered(1).await[0].len(), 12);
    world.send(QUEUE, "b").await;
    world.until_left(QUEUE, "0", "1").await;
    assert_eq!(world.lambda.batches().len(), 1, "the clock stands still");
    assert_eq!(world.offered_in_time(2).await[1], ["b"]);
}

#[tokio::test]
async fn groups_keep_their_order_and_do_not_wait_for_each_other() {
    let world = World::with_queue(FIFO, &[]).await;
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply([Reply::Wait(gate.clone())]);
    world.map(FIFO, |it| it.batch_size = Some(1)).await;
    world.send_to(FIFO, "a1", Some("a")).await;
    assert_eq!(world.offered(1).await, [["a1"]]);
    world.send_to(FIFO, "a2", Some("a")).await;
    world.send_to(FIFO, "b1", Some("b")).await;
    assert_eq!(world.offered(2).await[1], ["b1"]);
    world.until_left(FIFO, "1", "1").await;
    assert_eq!(world.lambda.batches().len(), 2, "a2 waits for a1");
    gate.add_permits(1);
    assert_eq!(world.offered(3).await[2], ["a2"]);
    world.until_left(FIFO, "0", "0").await;
}

#[tokio::test]
async fn no_more_batches_run_side_by_side_than_the_mapping_says() {
    let world = World::with_queue(QUEUE, &[]).await;
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply((0..6).map(|_| Reply::Wait(gate.clone())));
    let most = |it: &mut Create| {
        it.batch_size = Some(1);
        it.scaling_config = Some(ScalingConfig { maximum_concurrency: Some(2) });
    };
    let uuid = world.map(QUEUE, most).await;
    for _ in 0..6 {
        world.send(QUEUE, "a").await;
    }
    world.offered(2).await;
    world.clock.advance(Duration::from_secs(1));
    world.until_left(QUEUE, "4", "2").await;
    assert_eq!(world.pipelines.status()[0].in_flight, 2);
    gate.add_permits(6);
    world.offered(6).await;
    world.until_left(QUEUE, "0", "0").await;
    let none = Some(ScalingConfig { maximum_concurrency: None });
    world.update(&uuid, |it| it.scaling_config = none).await;
    assert_eq!(world.get(&uuid).await.unwrap().scaling_config, None);
}

#[tokio::test]
async fn a_mapping_that_is_disabled_leaves_the_messages_alone() {
    let world = World::with_queue(QUEUE, &[]).await;
    let uuid = world.map(QUEUE, |_| ()).await;
    world.until_state(&uuid, "Enabled").await;
    assert_eq!(world.update(&uuid, |it| it.enabled = Some(false)).await, "Disabling");
    world.until_state(&uuid, "Disabled").await;
    world.send(QUEUE, "a").await;
    assert_eq!(world.left(QUEUE).await, ["1", "0"]);
    assert_eq!(world.update(&uuid, |it| it.enabled = Some(true)).await, "Enabling");
    assert_eq!(world.offered(1).await, [["a"]]);
    let event = world.lambda.events.borrow()[0]["Records"][0].clone();
    assert_eq!(event["attributes"]["ApproximateReceiveCount"], "1");
    world.until_left(QUEUE, "0", "0").await;
    world.delete(&uuid).await.unwrap();
    world.until_state(&uuid, "gone").await;
    world.send(QUEUE, "b").await;
    assert_eq!(world.receive(QUEUE).await.len(), 1);
    world.map(QUEUE, |_| ()).await;
}

#[tokio::test]
async fn what_was_gathered_is_in_sight_again_after_an_update() {
    let world = World::with_queue(QUEUE, &[]).await;
    let window = |it: &mut Create| it.maximum_batching_window_in_seconds = Some(5);
    let uuid = world.map(QUEUE, window).await;
    world.send(QUEUE, "a").await;
    world.until_left(QUEUE, "0", "1").await;
    world.update(&uuid, |it| it.maximum_batching_window_in_seconds = Some(0)).await;
    assert_eq!(world.offered(1).await, [["a"]]);
}

#[tokio::test]
async fn a_queue_that_is_gone_is_looked_for_again() {
    let world = World::with_queue(QUEUE, &[]).await;
    let uuid = world.map(QUEUE, |_| ()).await;
    world.until_state(&uuid, "Enabled").await;
    let input = DeleteQueueRequest { queue_url: url(QUEUE) };
    world.context().call::<DeleteQueue>(input).await.unwrap();
    let missed = async {
        while !world.pipelines.status()[0].last_result.starts_with("PROBLEM") {
            world.clock.advance(Duration::from_millis(100));
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, missed).await.unwrap();
    world.make_queue(QUEUE, &[]).await;
    world.send(QUEUE, "a").await;
    assert_eq!(world.offered_in_time(1).await, [["a"]]);
}

#[tokio::test]
async fn a_mapping_goes_on_after_a_restart() {
    let world = World::with_queue(QUEUE, &[]).await;
    let uuid = world.map(QUEUE, |_| ()).await;
    world.send(QUEUE, "a").await;
    world.offered(1).await;
    world.until_left(QUEUE, "0", "0").await;
    let world = world.restart().await;
    world.until_state(&uuid, "Enabled").await;
    world.send(QUEUE, "b").await;
    assert_eq!(world.offered_in_time(2).await[1], ["b"]);
}

#[tokio::test]
async fn the_process_that_serves_the_queue_moves_its_messages() {
    let first = World::with_queue(QUEUE, &[]).await;
    let second = first.beside().await;
    first.send(QUEUE, "a").await;
    let uuid = first.map(QUEUE, |it| it.enabled = Some(false)).await;
    first.until_state(&uuid, "Disabled").await;
    second.until_state(&uuid, "Disabled").await;
    second.update(&uuid, |it| it.enabled = Some(true)).await;
    assert_eq!(first.offered(1).await, [["a"]]);
    assert!(second.lambda.batches().is_empty());
}

#[tokio::test]
async fn what_does_not_go_with_a_queue_is_refused_in_the_words_of_aws() {
    let world = World::with_queue(QUEUE, &[("VisibilityTimeout", "2")]).await;
    world.make_queue(&format!("{QUEUE}2"), &[]).await;
    let refused = async |arn: &str, change: fn(&mut Create)| {
        let change = |it: &mut Create| {
            it.event_source_arn = Some(arn.to_owned());
            it.starting_position = None;
            change(it);
        };
        world.refused(change).await
    };
    let words = "Queue visibility timeout: 2 seconds is less than Function timeout: 3 seconds";
    assert!(refused(QUEUE, |_| ()).await.ends_with(words));
    let missing = refused("arn:aws:sqs:us-east-1:000000000000:none", |_| ()).await;
    assert!(missing.contains("SQS Error Code: AWS.SimpleQueueService.NonExistentQueue"));
    let other = refused("arn:aws:sqs:us-east-1:111111111111:q", |_| ()).await;
    let words =
        "The provided execution role does not have permissions to call ReceiveMessage on SQS";
    assert!(other.ends_with(words), "{other}");
    let second = format!("{QUEUE}2");
    let start = |it: &mut Create| it.starting_position = Some("LATEST".into());
    let words = "StartingPosition is not valid for SQS event sources.";
    assert!(refused(&second, start).await.ends_with(words));
    let uuid = world.map(&second, |_| ()).await;
    let words = format!(
        "An event source mapping with SQS arn (\" {second} \") and function (\" f \") already exists. \
         Please update or delete the existing mapping with UUID {uuid}"
    );
    assert!(refused(&second, |_| ()).await.ends_with(&words));
}

#[tokio::test]
async fn a_queue_of_another_account_lets_in_whom_its_policy_says() {
    let world = World::without_stream(Duration::ZERO).await;
    let owner = platform::Principal::root("111111111111");
    let owner = world.platform.context(owner, "111111111111", "us-east-1");
    let arn = "arn:aws:sqs:us-east-1:111111111111:q";
    let policy = json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": { "AWS": "arn:aws:iam::000000000000:role/r" },
            "Action": "sqs:*",
            "Resource": arn,
        }],
    });
    let attributes = Some([("Policy".to_owned(), policy.to_string())].into());
    let input = CreateQueueRequest { queue_name: "q".into(), attributes, ..Default::default() };
    owner.call::<CreateQueue>(input).await.unwrap();
    world.map(arn, |_| ()).await;
    let input = SendMessageRequest {
        queue_url: "https://sqs.us-east-1.amazonaws.com/111111111111/q".into(),
        message_body: "a".into(),
        ..Default::default()
    };
    owner.call::<SendMessage>(input).await.unwrap();
    assert_eq!(world.offered(1).await, [["a"]]);
}

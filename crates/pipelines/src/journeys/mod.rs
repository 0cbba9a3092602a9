//! Records' journeys from a stream to a function.

mod fanout;
mod filters;
mod lanes;
mod letters;
mod queues;
mod retries;
mod takeovers;
mod windows;

use crate::fakes::Reply;
use crate::records::checkpoint::Position;
use crate::world::{STREAM, TRANSITION, World, shard_id};
use platform::Result;
use platform::testing::{START, context};
use shapes::Timestamp;
use shapes::lambda::ops::{
    CreateEventSourceMapping, DeleteEventSourceMapping, GetEventSourceMapping,
    ListEventSourceMappings, UpdateEventSourceMapping,
};
use shapes::lambda::{
    CreateEventSourceMappingRequest, DeleteEventSourceMappingRequest,
    EventSourceMappingConfiguration, GetEventSourceMappingRequest, ListEventSourceMappingsRequest,
    UpdateEventSourceMappingRequest,
};
use std::sync::Arc;
use std::time::Duration;
use store::faulty::{Call, Fault};
use tokio::sync::Semaphore;

type Create = CreateEventSourceMappingRequest;
type Update = UpdateEventSourceMappingRequest;

/// Long enough for any machine: a test that gets here has failed.
const PATIENCE: Duration = Duration::from_secs(20);

impl World {
    async fn try_create(
        &self,
        change: impl FnOnce(&mut Create),
    ) -> Result<EventSourceMappingConfiguration> {
        let mut input = Create {
            event_source_arn: Some(STREAM.to_owned()),
            function_name: "f".to_owned(),
            starting_position: Some("LATEST".to_owned()),
            ..Default::default()
        };
        change(&mut input);
        context(&self.platform).call::<CreateEventSourceMapping>(input).await
    }

    async fn create(&self, change: impl FnOnce(&mut Create)) -> String {
        self.try_create(change).await.unwrap().uuid.unwrap()
    }

    async fn refused(&self, change: impl FnOnce(&mut Create)) -> String {
        self.try_create(change).await.unwrap_err().to_string()
    }

    async fn get(&self, uuid: &str) -> Result<EventSourceMappingConfiguration> {
        let input = GetEventSourceMappingRequest { uuid: uuid.to_owned() };
        context(&self.platform).call::<GetEventSourceMapping>(input).await
    }

    async fn update(&self, uuid: &str, change: impl FnOnce(&mut Update)) -> String {
        let mut input = Update { uuid: uuid.to_owned(), ..Default::default() };
        change(&mut input);
        let answer = context(&self.platform).call::<UpdateEventSourceMapping>(input).await;
        answer.unwrap().state.unwrap()
    }

    async fn delete(&self, uuid: &str) -> Result<EventSourceMappingConfiguration> {
        let input = DeleteEventSourceMappingRequest { uuid: uuid.to_owned() };
        context(&self.platform).call::<DeleteEventSourceMapping>(input).await
    }

    async fn state(&self, uuid: &str) -> String {
        self.get(uuid).await.map_or("gone".to_owned(), |mapping| mapping.state.unwrap())
    }

    async fn until_state(&self, uuid: &str, state: &str) {
        let reached = async {
            while self.state(uuid).await != state {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, reached).await.unwrap();
    }

    /// Waits until this many batches were offered, while the clock stands still.
    async fn offered(&self, count: usize) -> Vec<Vec<String>> {
        let mut events = self.lambda.events.subscribe();
        let enough = events.wait_for(|events| events.len() >= count);
        tokio::time::timeout(PATIENCE, enough).await.unwrap().unwrap();
        self.lambda.batches()
    }

    /// The same, while the clock moves on.
    async fn offered_in_time(&self, count: usize) -> Vec<Vec<String>> {
        let enough = async {
            while self.lambda.batches().len() < count {
                self.clock.advance(Duration::from_millis(100));
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, enough).await.unwrap();
        self.lambda.batches()
    }

    /// Waits, while the clock moves on, until discarded records were reported this often.
    async fn reported_in_time(&self, count: usize) {
        let enough = async {
            while self.reports.attempts.lock().unwrap().len() < count {
                self.clock.advance(Duration::from_millis(100));
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, enough).await.unwrap();
    }

    async fn until_position(&self, position: &str) {
        let settled = async {
            while self.pipelines.status()[0].shards[0].position != position {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, settled).await.unwrap();
    }

    async fn until_result(&self, uuid: &str, begin: &str) {
        let said = async {
            while !self.get(uuid).await.unwrap().last_processing_result.unwrap().starts_with(begin)
            {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, said).await.unwrap();
    }
}

#[tokio::test]
async fn a_record_put_after_the_answer_arrives_and_an_earlier_one_does_not() {
    let world = World::new(1).await;
    world.put(0, "k", "before").await;
    let answer = world.try_create(|_| {}).await.unwrap();
    let sequence = world.put(0, "k", "after").await;
    assert_eq!(world.offered(1).await, [["after"]]);
    let event = world.lambda.events.borrow()[0]["Records"][0].clone();
    assert_eq!(event["eventID"], format!("{}:{sequence}", shard_id(0)));
    assert_eq!(event["invokeIdentityArn"], "arn:aws:iam::000000000000:role/r");
    let uuid = answer.uuid.unwrap();
    world.until_result(&uuid, "OK").await;
    assert_eq!(world.state(&uuid).await, "Enabled");
}

#[tokio::test]
async fn the_answer_shows_what_aws_shows() {
    let world = World::new(1).await;
    let answer = world.try_create(|_| {}).await.unwrap();
    let uuid = answer.uuid.clone().unwrap();
    assert_eq!(answer.state.as_deref(), Some("Creating"));
    assert_eq!(answer.state_transition_reason.as_deref(), Some("User action"));
    assert_eq!(answer.last_processing_result.as_deref(), Some("No records processed"));
    assert_eq!(answer.batch_size, Some(100));
    assert_eq!(answer.maximum_batching_window_in_seconds, Some(0));
    assert_eq!(answer.parallelization_factor, Some(1));
    assert_eq!(answer.maximum_retry_attempts, Some(-1));
    assert_eq!(answer.maximum_record_age_in_seconds, Some(-1));
    assert_eq!(answer.tumbling_window_in_seconds, Some(0));
    assert_eq!(answer.bisect_batch_on_function_error, Some(false));
    assert_eq!(answer.function_response_types, Some(vec![]));
    assert_eq!(answer.destination_config.unwrap().on_failure.unwrap().destination, None);
    assert_eq!(answer.last_modified, Some(START));
    assert_eq!(
        answer.event_source_mapping_arn,
        Some(format!("arn:aws:lambda:us-east-1:000000000000:event-source-mapping:{uuid}"))
    );
    assert_eq!(
        answer.function_arn.as_deref(),
        Some("arn:aws:lambda:us-east-1:000000000000:function:f")
    );
}

#[tokio::test]
async fn what_cannot_be_mapped_is_refused() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    let arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
    assert_eq!(
        world.refused(|it| it.function_name = arn.into()).await,
        format!(
            "ResourceConflictException: The event source arn (\" {STREAM} \") and function (\" f \") \
             provided mapping already exists. Please update or delete the existing mapping with \
             UUID {uuid}"
        )
    );
    let nobody = world.refused(|it| it.function_name = "nobody".into()).await;
    assert_eq!(nobody, "InvalidParameterValueException: Function does not exist");
    let gone = STREAM.replace("/s", "/gone");
    let expected = format!("InvalidParameterValueException: Stream not found: {gone}");
    assert_eq!(world.refused(|it| it.event_source_arn = Some(gone)).await, expected);
    assert!(world.refused(|it| it.event_source_arn = None).await.contains("Unrecognized"));
    assert!(world.refused(|it| it.starting_position = None).await.contains("must not be null"));
    let too_much = |it: &mut Create| it.starting_position_timestamp = Some(START);
    assert!(world.refused(too_much).await.contains("only valid with"));
    let too_little = |it: &mut Create| it.starting_position = Some("AT_TIMESTAMP".into());
    assert!(world.refused(too_little).await.starts_with("InvalidParameterValue"));
}

#[tokio::test]
async fn trim_horizon_and_at_timestamp_begin_where_they_say() {
    let world = World::new(1).await;
    world.put(0, "k", "a").await;
    world.clock.advance(Duration::from_secs(10));
    world.put(0, "k", "b").await;
    let at = Timestamp(START.millis() + 5_000);
    world
        .create(|it| {
            it.starting_position = Some("AT_TIMESTAMP".into());
            it.starting_position_timestamp = Some(at);
        })
        .await;
    assert_eq!(world.offered(1).await, [["b"]]);
    world
        .create(|it| {
            it.function_name = "g".into();
            it.starting_position = Some("TRIM_HORIZON".into());
            it.batch_size = Some(1);
        })
        .await;
    assert_eq!(world.offered(3).await, [["b"], ["a"], ["b"]]);
}

#[tokio::test]
async fn after_a_restart_reading_goes_on_behind_the_checkpoint() {
    let world = World::new(3).await;
    let uuid = world.create(|_| {}).await;
    world.put(0, "k", "a").await;
    world.offered(1).await;
    world.until_result(&uuid, "OK").await;
    world.pipelines.stop().await;
    world.put(0, "k", "b").await;
    world.put(1, "k", "c").await;
    assert_eq!(world.lambda.batches().len(), 1);
    world.pipelines.start().await.unwrap();
    let mut batches = world.offered(3).await.split_off(1);
    batches.sort();
    assert_eq!(batches, [["b"], ["c"]]);
}

#[tokio::test]
async fn a_disabled_mapping_shows_its_last_result_after_a_restart() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    world.put(0, "k", "a").await;
    world.until_result(&uuid, "OK").await;
    world.update(&uuid, |it| it.enabled = Some(false)).await;
    world.until_state(&uuid, "Disabled").await;
    world.pipelines.stop().await;
    world.pipelines.start().await.unwrap();
    world.until_result(&uuid, "OK").await;
}

#[tokio::test]
async fn a_failing_batch_is_offered_until_it_succeeds_and_holds_up_no_other_shard() {
    let world = World::new(2).await;
    let uuid = world.create(|_| {}).await;
    world.lambda.reply([Reply::Fail, Reply::Throttle]);
    world.put(0, "k", "a").await;
    world.offered(1).await;
    world.until_result(&uuid, "PROBLEM: Function call failed").await;
    world.offered_in_time(2).await;
    world.until_result(&uuid, "PROBLEM: Rate Exceeded.").await;
    world.put(1, "k", "b").await;
    assert_eq!(world.offered(3).await[2], ["b"]);
    assert_eq!(world.offered_in_time(4).await, [["a"], ["a"], ["b"], ["a"]]);
    world.until_result(&uuid, "OK").await;
}

#[tokio::test]
async fn a_changed_function_is_offered_the_failed_batch_without_a_pause() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    world.lambda.reply([Reply::Fail]);
    world.put(0, "k", "a").await;
    world.until_result(&uuid, "PROBLEM: Function call failed").await;
    world.change_function();
    assert_eq!(world.offered(2).await, [["a"], ["a"]], "while the clock stands still");
}

#[tokio::test]
async fn records_are_delivered_whatever_the_length_of_the_roles_name() {
    let world = World::new(1).await;
    *world.lambda.role.lock().unwrap() = format!("arn:aws:iam::1:role/{}/r", "p".repeat(500));
    for _ in 0..9000 {
        world.put(0, "k", "a").await;
    }
    let change = |it: &mut Create| {
        it.starting_position = Some("TRIM_HORIZON".into());
        it.batch_size = Some(9000);
    };
    let uuid = world.create(change).await;
    world.until_result(&uuid, "OK").await;
    let offered = async {
        while world.lambda.batches().iter().map(Vec::len).sum::<usize>() < 9000 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, offered).await.unwrap();
}

#[tokio::test]
async fn a_slow_function_holds_up_neither_another_shard_nor_another_mapping() {
    let world = World::new(2).await;
    world.create(|_| {}).await;
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply([Reply::Wait(gate.clone())]);
    world.put(0, "k", "slow").await;
    world.offered(1).await;
    world.create(|it| it.function_name = "g".into()).await;
    world.put(0, "k", "g's").await;
    world.put(1, "k", "other").await;
    let mut batches = world.offered(4).await;
    batches.sort();
    assert_eq!(batches, [["g's"], ["other"], ["other"], ["slow"]]);
    gate.add_permits(1);
    assert_eq!(world.offered(5).await[4], ["g's"]);
}

#[tokio::test]
async fn a_poisonous_record_is_cut_out_and_given_up() {
    let world = World::new(1).await;
    *world.lambda.poison.lock().unwrap() = Some("bad");
    for data in ["a", "b", "bad", "c"] {
        world.put(0, "k", data).await;
    }
    let uuid = world
        .create(|it| {
            it.starting_position = Some("TRIM_HORIZON".into());
            it.bisect_batch_on_function_error = Some(true);
            it.maximum_retry_attempts = Some(0);
        })
        .await;
    let batches = world.offered(5).await;
    let expected: [&[&str]; 5] =
        [&["a", "b", "bad", "c"], &["a", "b"], &["bad", "c"], &["bad"], &["c"]];
    assert_eq!(batches, expected);
    world.until_result(&uuid, "OK").await;
    world.put(0, "k", "d").await;
    assert_eq!(world.offered(6).await[5], ["d"]);
}

#[tokio::test]
async fn a_partial_answer_moves_on_to_the_first_failure() {
    let world = World::new(1).await;
    world.put(0, "k", "a").await;
    let sequence = world.put(0, "k", "b").await;
    world.put(0, "k", "c").await;
    let failures = format!(r#"{{"batchItemFailures":[{{"itemIdentifier":"{sequence}"}}]}}"#);
    world.lambda.reply([Reply::Answer(failures)]);
    let change = |it: &mut Create| {
        it.starting_position = Some("TRIM_HORIZON".into());
        it.function_response_types = Some(vec!["ReportBatchItemFailures".into()]);
    };
    world.create(change).await;
    let expected: [&[&str]; 2] = [&["a", "b", "c"], &["b", "c"]];
    assert_eq!(world.offered_in_time(2).await, expected);
}

#[tokio::test]
async fn a_disabled_mapping_rests_and_goes_on_where_it_was() {
    let world = World::new(1).await;
    let uuid = world.create(|it| it.enabled = Some(false)).await;
    world.until_state(&uuid, "Disabled").await;
    world.put(0, "k", "a").await;
    assert_eq!(world.update(&uuid, |it| it.enabled = Some(true)).await, "Enabling");
    assert_eq!(world.offered(1).await, [["a"]]);
    world.until_result(&uuid, "OK").await;
    assert_eq!(world.update(&uuid, |it| it.enabled = Some(false)).await, "Disabling");
    world.until_state(&uuid, "Disabled").await;
    world.put(0, "k", "b").await;
    world.update(&uuid, |it| it.enabled = Some(true)).await;
    assert_eq!(world.offered(2).await, [["a"], ["b"]]);
    world.until_state(&uuid, "Enabled").await;
}

#[tokio::test]
async fn an_update_takes_effect_at_once() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    assert_eq!(world.update(&uuid, |it| it.batch_size = Some(1)).await, "Updating");
    world.until_state(&uuid, "Enabled").await;
    assert_eq!(world.get(&uuid).await.unwrap().batch_size, Some(1));
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply([Reply::Wait(gate.clone())]);
    for data in ["a", "b", "c"] {
        world.put(0, "k", data).await;
    }
    world.offered(1).await;
    gate.add_permits(1);
    assert_eq!(world.offered(3).await, [["a"], ["b"], ["c"]]);
    let other = world.create(|it| it.function_name = "g".into()).await;
    let clash = Update { uuid: other, function_name: Some("f".into()), ..Default::default() };
    let clash = context(&world.platform).call::<UpdateEventSourceMapping>(clash).await;
    assert_eq!(clash.unwrap_err().code(), "ResourceConflictException");
}

#[tokio::test]
async fn a_deleted_mapping_is_visible_until_the_function_has_answered() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply([Reply::Wait(gate.clone())]);
    world.put(0, "k", "a").await;
    world.offered(1).await;
    assert_eq!(world.delete(&uuid).await.unwrap().state.as_deref(), Some("Deleting"));
    assert_eq!(world.state(&uuid).await, "Deleting");
    assert_eq!(world.delete(&uuid).await.unwrap_err().code(), "ResourceInUseException");
    world.put(0, "k", "b").await;
    gate.add_permits(1);
    world.until_state(&uuid, "gone").await;
    assert_eq!(world.lambda.batches(), [["a"]]);
    assert_eq!(world.get(&uuid).await.unwrap_err().code(), "ResourceNotFoundException");
    let again = world.create(|it| it.starting_position = Some("TRIM_HORIZON".into())).await;
    assert_ne!(again, uuid);
    assert_eq!(world.offered(2).await[1], ["a", "b"]);
}

#[tokio::test]
async fn tags_come_and_go_with_their_mapping() {
    let world = World::new(1).await;
    let tags: platform::tags::Tags = [("team".to_owned(), "blue".to_owned())].into();
    let uuid = world.create(|it| it.tags = Some(tags.clone())).await;
    let cx = context(&world.platform);
    let arn = cx.arn("lambda", format_args!("event-source-mapping:{uuid}"));
    assert_eq!(platform::tags::of(&cx, &arn).await.unwrap(), tags);
    world.delete(&uuid).await.unwrap();
    world.until_state(&uuid, "gone").await;
    assert!(platform::tags::of(&cx, &arn).await.unwrap().is_empty());
}

#[tokio::test]
async fn children_are_read_from_their_beginning_after_their_parent() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    world.until_state(&uuid, "Enabled").await;
    world.pipelines.stop().await;
    world.put(0, "k", "parent").await;
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply([Reply::Wait(gate.clone())]);
    let world = world.restart_with_split(0).await;
    world.put(1, "k", "child").await;
    assert_eq!(world.offered(1).await, [["parent"]]);
    world.put(2, "k", "other child").await;
    gate.add_permits(1);
    let mut batches = world.offered(3).await;
    batches[1..].sort();
    assert_eq!(batches, [["parent"], ["child"], ["other child"]]);
    world.put(1, "k", "later").await;
    assert_eq!(world.offered(4).await[3], ["later"]);
    let world = world.restart().await;
    world.put(2, "k", "latest").await;
    assert_eq!(world.offered(5).await[4], ["latest"]);
}

#[tokio::test]
async fn a_stream_created_anew_is_read_from_its_beginning() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    world.put(0, "k", "old").await;
    world.offered(1).await;
    world.until_result(&uuid, "OK").await;
    world.delete_stream().await;
    let noticed = async {
        while world.state(&uuid).await != "Enabled"
            || !world.pipelines.status()[0].last_result.starts_with("PROBLEM")
        {
            world.clock.advance(Duration::from_secs(1));
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, noticed).await.unwrap();
    world.clock.advance(Duration::from_secs(1));
    world.create_stream(1).await;
    world.put(0, "k", "new").await;
    assert_eq!(world.offered_in_time(2).await, [["old"], ["new"]]);
}

#[tokio::test]
async fn a_read_that_is_throttled_or_fails_is_done_again() {
    let world = World::new(1).await;
    world.throttle_reads(3);
    let uuid = world.create(|_| {}).await;
    world.put(0, "k", "a").await;
    assert_eq!(world.offered_in_time(1).await, [["a"]]);
    world.faults.fail_all(Call::ReadLog, Fault::Io);
    world.put(0, "k", "b").await;
    world.until_result(&uuid, "PROBLEM: The request processing has failed").await;
    world.faults.heal();
    assert_eq!(world.offered_in_time(2).await, [["a"], ["b"]]);
}

#[tokio::test]
async fn a_checkpoint_that_is_not_kept_is_covered_by_the_next() {
    let world = World::new(1).await;
    let uuid = world.create(|it| it.starting_position = Some("TRIM_HORIZON".into())).await;
    world.until_state(&uuid, "Enabled").await;
    world.faults.fail_next(Call::Commit, Fault::Full);
    let first = world.put(0, "k", "a").await;
    world.until_position(&first).await;
    world.until_result(&uuid, "OK").await;
    assert_eq!(world.checkpoint(&uuid, 0).await, Position::TrimHorizon);
    let second = world.put(0, "k", "b").await;
    world.until_position(&second).await;
    let world = world.restart().await;
    assert_eq!(world.checkpoint(&uuid, 0).await, Position::After(second));
    assert_eq!(world.lambda.batches(), [["a"], ["b"]]);
}

#[tokio::test]
async fn what_is_given_up_is_reported_before_its_shard_goes_on() {
    let world = World::new(1).await;
    *world.lambda.poison.lock().unwrap() = Some("bad");
    *world.reports.failing.lock().unwrap() = true;
    world.create(|it| (it.batch_size, it.maximum_retry_attempts) = (Some(1), Some(0))).await;
    let first = world.put(0, "k", "a").await;
    world.put(0, "k", "bad").await;
    let last = world.put(0, "k", "b").await;
    world.reported_in_time(3).await;
    assert_eq!(world.lambda.batches(), [["a"], ["bad"]], "b waits");
    assert_eq!(world.pipelines.status()[0].shards[0].position, first);
    *world.reports.failing.lock().unwrap() = false;
    assert_eq!(world.offered_in_time(3).await[2], ["b"]);
    world.until_position(&last).await;
    let attempts = world.reports.attempts.lock().unwrap().clone();
    let (failed, succeeded): (Vec<_>, Vec<_>) = attempts.into_iter().partition(|it| !it.1);
    assert!(failed.iter().all(|(data, _)| data == &["bad"]));
    assert_eq!(succeeded, [(vec!["bad".to_owned()], true)]);
}

#[tokio::test]
async fn what_was_given_up_and_not_reported_is_offered_again_after_a_restart() {
    let world = World::new(1).await;
    *world.lambda.poison.lock().unwrap() = Some("bad");
    *world.reports.failing.lock().unwrap() = true;
    world.create(|it| (it.batch_size, it.maximum_retry_attempts) = (Some(1), Some(0))).await;
    for data in ["a", "bad", "b"] {
        world.put(0, "k", data).await;
    }
    world.reported_in_time(1).await;
    let world = world.restart().await;
    assert_eq!(world.offered(4).await, [["a"], ["bad"], ["bad"], ["b"]]);
    let reported = world.reports.attempts.lock().unwrap().clone();
    assert_eq!(reported, [(vec!["bad".to_owned()], true)]);
}

#[tokio::test]
async fn a_function_that_is_gone_is_waited_for() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    *world.lambda.there.lock().unwrap() = false;
    world.put(0, "k", "a").await;
    world.until_result(&uuid, "PROBLEM: Function not found: arn:aws:lambda").await;
    *world.lambda.there.lock().unwrap() = true;
    assert_eq!(world.offered_in_time(1).await, [["a"]]);
}

#[tokio::test]
async fn lists_are_filtered_and_paged() {
    let world = World::new(1).await;
    let mut uuids =
        vec![world.create(|_| {}).await, world.create(|it| it.function_name = "f:1".into()).await];
    uuids.push(world.create(|it| it.function_name = "g".into()).await);
    uuids.sort();
    let list = async |change: &dyn Fn(&mut ListEventSourceMappingsRequest)| {
        let mut input = ListEventSourceMappingsRequest::default();
        change(&mut input);
        let answer = context(&world.platform).call::<ListEventSourceMappings>(input).await.unwrap();
        let found = answer.event_source_mappings.unwrap();
        (found.into_iter().map(|it| it.uuid.unwrap()).collect::<Vec<_>>(), answer.next_marker)
    };
    assert_eq!(list(&|_| {}).await, (uuids.clone(), None));
    assert_eq!(list(&|it| it.function_name = Some("f".into())).await.0.len(), 1);
    assert_eq!(list(&|it| it.event_source_arn = Some("arn:aws:sqs:::q".into())).await.0.len(), 0);
    let (first, marker) = list(&|it| it.max_items = Some(2)).await;
    assert_eq!(first, uuids[..2]);
    let (rest, end) = list(&|it| it.marker.clone_from(&marker)).await;
    assert_eq!((&rest[..], end), (&uuids[2..], None));
}

#[tokio::test]
async fn status_says_how_far_each_shard_is() {
    let world = World::new(1).await;
    world.create(|_| {}).await;
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply([Reply::Wait(gate.clone())]);
    let sequence = world.put(0, "k", "a").await;
    world.offered(1).await;
    world.clock.advance(Duration::from_secs(3));
    let status = &world.pipelines.status()[0];
    assert_eq!((status.source.as_str(), status.state.as_str()), (STREAM, "Enabled"));
    let shard = &status.shards[0];
    assert_eq!((shard.in_flight, shard.lag_ms, shard.iterator_age_ms), (1, 3000, Some(0)));
    assert_eq!(shard.position, "LATEST");
    gate.add_permits(1);
    world.until_position(&sequence).await;
    let shard = &world.pipelines.status()[0].shards[0];
    assert_eq!((shard.in_flight, shard.lag_ms), (0, 0));
    assert_eq!(shard.last_result.as_deref(), Some("OK"));
}

#[tokio::test]
async fn latest_holds_when_its_iterator_has_expired() {
    let world = World::new(1).await;
    world.put(0, "k", "before").await;
    world.clock.advance(Duration::from_millis(1));
    let uuid = world.create(|_| {}).await;
    world.pipelines.stop().await;
    world.put(0, "k", "a").await;
    world.clock.advance(Duration::from_secs(301));
    world.pipelines.start().await.unwrap();
    assert_eq!(world.offered(1).await, [["a"]]);
    world.until_result(&uuid, "OK").await;
    world.expire_iterator();
    world.put(0, "k", "b").await;
    assert_eq!(world.offered(2).await[1], ["b"]);
}

#[tokio::test]
async fn a_stream_that_is_being_created_is_read_from_its_beginning() {
    let world = World::without_stream(TRANSITION).await;
    world.create_stream(1).await;
    let uuid = world.create(|_| {}).await;
    let state = "Stream s under account 000000000000 not ACTIVE, instead in state CREATING";
    world.until_result(&uuid, &format!("PROBLEM: {state}")).await;
    world.clock.advance(TRANSITION);
    world.until_stream_is_active().await;
    world.put(0, "k", "a").await;
    assert_eq!(world.offered(1).await, [["a"]]);
}

#[tokio::test]
async fn what_is_in_flight_when_a_mapping_is_disabled_finishes_and_is_not_offered_again() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply([Reply::Wait(gate.clone())]);
    world.put(0, "k", "a").await;
    world.offered(1).await;
    world.update(&uuid, |it| it.enabled = Some(false)).await;
    for _ in 0..100 {
        assert_eq!(world.state(&uuid).await, "Disabling");
        tokio::task::yield_now().await;
    }
    gate.add_permits(1);
    world.until_state(&uuid, "Disabled").await;
    assert_eq!(world.get(&uuid).await.unwrap().last_processing_result.unwrap(), "OK");
    world.put(0, "k", "b").await;
    world.update(&uuid, |it| it.enabled = Some(true)).await;
    assert_eq!(world.offered(2).await, [["a"], ["b"]]);
}

#[tokio::test]
async fn an_unknown_uuid_is_not_found() {
    let world = World::new(1).await;
    let uuid = "00000000-0000-4000-8000-000000000001";
    let error = world.get(uuid).await.unwrap_err();
    assert_eq!(error.code(), "ResourceNotFoundException");
    assert_eq!(error.message, "The resource you requested does not exist.");
    assert_eq!(world.delete(uuid).await.unwrap_err().code(), "ResourceNotFoundException");
}

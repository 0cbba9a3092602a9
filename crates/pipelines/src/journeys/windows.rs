//! Journeys of a state through tumbling windows.

use super::*;
use serde_json::{Value, json};

/// The length of the windows, which begin at whole tens of seconds.
const LENGTH: Duration = Duration::from_secs(10);

impl World {
    /// What the function was told beside the records, with their data.
    fn slices(&self) -> Vec<(Vec<String>, Value, bool)> {
        let slice = |event: &Value| {
            let last = event["isFinalInvokeForWindow"].as_bool().unwrap();
            assert_eq!(event["eventSourceARN"], STREAM);
            assert_eq!(event["shardId"], shard_id(0));
            (crate::fakes::data(event), event["state"].clone(), last)
        };
        self.lambda.events.borrow().iter().map(slice).collect()
    }

    fn give(&self, states: impl IntoIterator<Item = Value>) {
        let answer = |state: Value| Reply::Answer(json!({ "state": state }).to_string());
        self.lambda.reply(states.into_iter().map(answer));
    }
}

fn tumbling(it: &mut Create) {
    it.tumbling_window_in_seconds = Some(10);
}

#[tokio::test]
async fn a_state_is_carried_through_its_window_and_the_next_begins_with_none() {
    let world = World::new(1).await;
    let uuid = world.create(tumbling).await;
    assert_eq!(world.get(&uuid).await.unwrap().tumbling_window_in_seconds, Some(10));
    world.give([json!({"n": 1}), json!({"n": 2}), json!({}), json!({"n": 3})]);
    for (count, data) in [(1, "a"), (2, "b")] {
        let last = world.put(0, "k", data).await;
        world.offered(count).await;
        world.until_position(&last).await;
    }
    world.clock.advance(LENGTH);
    world.put(0, "k", "c").await;
    world.offered(4).await;
    let expected = [
        (vec!["a".to_owned()], json!({}), false),
        (vec!["b".to_owned()], json!({"n": 1}), false),
        (vec![], json!({"n": 2}), true),
        (vec!["c".to_owned()], json!({}), false),
    ];
    assert_eq!(world.slices(), expected);
}

#[tokio::test]
async fn a_state_outlives_the_process_and_its_window_ends_by_the_clock() {
    let world = World::new(1).await;
    let uuid = world.create(tumbling).await;
    world.give([json!({"n": 1}), json!({"n": 2})]);
    let last = world.put(0, "k", "a").await;
    world.offered(1).await;
    world.until_position(&last).await;
    let world = world.restart().await;
    let last = world.put(0, "k", "b").await;
    world.offered(2).await;
    world.until_position(&last).await;
    world.offered_in_time(3).await;
    assert_eq!(
        world.slices()[1..],
        [(vec!["b".to_owned()], json!({"n": 1}), false), (vec![], json!({"n": 2}), true),]
    );
    world.until_result(&uuid, "OK").await;
}

#[tokio::test]
async fn an_answer_without_a_state_is_a_failure() {
    let world = World::new(1).await;
    let uuid = world.create(tumbling).await;
    world.lambda.reply([Reply::Answer("null".into())]);
    world.give([json!({"n": 1})]);
    world.put(0, "k", "a").await;
    world.until_result(&uuid, "PROBLEM: Function call failed").await;
    world.offered_in_time(2).await;
    assert_eq!(world.slices()[1], (vec!["a".to_owned()], json!({}), false));
    world.until_result(&uuid, "OK").await;
}

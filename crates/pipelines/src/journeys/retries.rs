//! Journeys of failing batches across the ends of processes.

use super::*;

#[tokio::test]
async fn attempts_outlive_the_process() {
    let world = World::new(1).await;
    *world.lambda.poison.lock().unwrap() = Some("bad");
    let uuid = world.create(|it| it.maximum_retry_attempts = Some(2)).await;
    world.put(0, "k", "bad").await;
    world.until_result(&uuid, "PROBLEM").await;
    let world = world.restart().await;
    assert_eq!(world.offered(2).await, [["bad"], ["bad"]], "while the clock stands still");
    world.reported_in_time(1).await;
    assert_eq!(world.lambda.batches(), [["bad"], ["bad"], ["bad"]], "one attempt and two retries");
    let last = world.put(0, "k", "a").await;
    world.until_position(&last).await;
    let world = world.restart().await;
    assert_eq!(world.checkpoint(&uuid, 0).await, Position::After(last));
    assert_eq!(world.lambda.batches().len(), 4);
}

#[tokio::test]
async fn halves_outlive_a_process_that_another_takes_over_from() {
    let world = World::new(1).await;
    *world.lambda.poison.lock().unwrap() = Some("bad");
    for data in ["a", "b", "bad", "c"] {
        world.put(0, "k", data).await;
    }
    let change = |it: &mut Create| {
        it.starting_position = Some("TRIM_HORIZON".into());
        it.bisect_batch_on_function_error = Some(true);
    };
    let uuid = world.create(change).await;
    let expected: [&[&str]; 4] = [&["a", "b", "bad", "c"], &["a", "b"], &["bad", "c"], &["bad"]];
    assert_eq!(world.offered(4).await, expected);
    world.until_result(&uuid, "PROBLEM").await;
    let next = world.beside().await;
    world.pipelines.stop().await;
    assert_eq!(next.offered(2).await, [["bad"], ["c"]]);
}

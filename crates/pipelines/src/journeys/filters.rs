//! Journeys of records of which a function does not want all.

use super::*;
use shapes::lambda::{Filter, FilterCriteria};

fn criteria(patterns: &[&str]) -> Option<FilterCriteria> {
    let filter = |it: &&str| Filter { pattern: Some((*it).to_owned()) };
    Some(FilterCriteria { filters: Some(patterns.iter().map(filter).collect()) })
}

#[tokio::test]
async fn what_is_filtered_out_is_not_offered_and_moves_the_checkpoint() {
    let world = World::new(1).await;
    let pattern = r#"{"data":{"kind":["click"]}}"#;
    let uuid = world.create(|it| it.filter_criteria = criteria(&[pattern])).await;
    assert_eq!(world.get(&uuid).await.unwrap().filter_criteria, criteria(&[pattern]));
    world.until_state(&uuid, "Enabled").await;
    world.put(0, "k", r#"{"kind":"view"}"#).await;
    let passed = world.put(0, "k", "no json").await;
    world.until_position(&passed).await;
    assert!(world.lambda.batches().is_empty());
    assert_eq!(
        world.get(&uuid).await.unwrap().last_processing_result.unwrap(),
        "No records processed"
    );
    world.put(0, "k", r#"{"kind":"click"}"#).await;
    let last = world.put(0, "k", r#"{"kind":"view"}"#).await;
    assert_eq!(world.offered(1).await, [[r#"{"kind":"click"}"#]]);
    world.until_position(&last).await;
    let world = world.restart().await;
    assert_eq!(world.checkpoint(&uuid, 0).await, Position::After(last));
}

#[tokio::test]
async fn filters_change_and_go_and_wrong_ones_are_refused() {
    let world = World::new(1).await;
    let words = "InvalidParameterValueException: Invalid filter pattern definition.";
    let refused = world.refused(|it| it.filter_criteria = criteria(&[r#"{"data":["x"]}"#])).await;
    assert_eq!(refused, words);
    let uuid =
        world.create(|it| it.filter_criteria = criteria(&[r#"{"partitionKey":["a"]}"#])).await;
    world.put(0, "b", "1").await;
    world.put(0, "a", "2").await;
    assert_eq!(world.offered(1).await, [["2"]]);
    world.until_result(&uuid, "OK").await;
    world.update(&uuid, |it| it.batch_size = Some(7)).await;
    assert!(world.get(&uuid).await.unwrap().filter_criteria.is_some(), "it stays");
    world.update(&uuid, |it| it.filter_criteria = criteria(&[])).await;
    assert_eq!(world.get(&uuid).await.unwrap().filter_criteria, None);
    world.put(0, "b", "3").await;
    assert_eq!(world.offered(2).await, [["2"], ["3"]]);
}

//! What holds of worlds, and that each check notices what it is there for.

use crate::{Mutation, Plan, run};

#[test]
fn the_same_seed_gives_the_same_trace() {
    for seed in 0..3 {
        let plan = Plan { seconds: 8, ..Plan::default() };
        let (one, other) = (run(seed, &plan).unwrap(), run(seed, &plan).unwrap());
        let lines = one.trace.lines().zip(other.trace.lines());
        let first = lines.enumerate().find(|(_, (one, other))| one != other);
        assert_eq!(first, None, "seed {seed}: the first line that is different");
        assert_eq!(one, other);
        assert_eq!(one.violation, None, "seed {seed}");
        assert!(one.records > 20 && one.trace.len() > 10_000);
    }
}

/// The check that fails where something is broken on purpose, in the first world where one does.
fn noticed(mutation: Mutation) -> &'static str {
    let plan = Plan { seconds: 8, mutation: Some(mutation), ..Plan::default() };
    let outcomes = (0..10).map(|seed| run(seed, &plan).unwrap());
    outcomes.filter_map(|outcome| outcome.violation).map(|it| it.check).next().unwrap_or("none")
}

#[test]
fn a_lost_record_is_noticed() {
    assert!(["lost", "records", "order"].contains(&noticed(Mutation::LoseAppend)));
}

#[test]
fn records_out_of_order_are_noticed() {
    assert!(["order", "delivery order"].contains(&noticed(Mutation::SwapRecords)));
}

#[test]
fn a_record_that_is_passed_over_is_noticed() {
    assert!(["lost", "delivery order", "checkpoints"].contains(&noticed(Mutation::SkipRecord)));
}

#[test]
fn a_checkpoint_that_passes_what_was_not_taken_is_noticed() {
    assert!(["checkpoints", "delivery order", "settles"].contains(&noticed(Mutation::ForgetBatch)));
}

#[test]
fn a_checkpoint_that_goes_back_is_noticed() {
    assert_eq!(noticed(Mutation::CheckpointBack), "checkpoints");
}

#[test]
fn an_old_object_is_noticed() {
    assert_eq!(noticed(Mutation::ReadStale), "objects");
}

#[test]
fn half_a_commit_is_noticed() {
    assert_ne!(noticed(Mutation::TearCommit), "none");
}

#[test]
fn bytes_that_are_left_over_are_noticed() {
    assert_eq!(noticed(Mutation::KeepBlob), "leftovers");
}

#[test]
fn a_record_that_is_never_taken_is_noticed() {
    assert_eq!(noticed(Mutation::RefuseForEver), "settles");
}

//! What holds of worlds, and that each check notices what it is there for.

use crate::{Mutation, Plan, run};

#[test]
fn the_same_seed_gives_the_same_trace() {
    let mut records = 0;
    for seed in 0..3 {
        let plan = Plan { seconds: 8, ..Plan::default() };
        let (one, other) = (run(seed, &plan).unwrap(), run(seed, &plan).unwrap());
        let lines = one.trace.lines().zip(other.trace.lines());
        let first = lines.enumerate().find(|(_, (one, other))| one != other);
        assert_eq!(first, None, "seed {seed}: the first line that is different");
        assert_eq!(one, other);
        assert_eq!(one.violation, None, "seed {seed}");
        assert!(one.trace.len() > 10_000);
        records += one.records;
    }
    assert!(records > 100, "{records}");
}

/// Though several processes at once may break rules that one keeps.
#[test]
fn so_it_does_with_several_processes() {
    for seed in 0..3 {
        let plan = Plan {
            kinesis: 2,
            s3: 3,
            pipelines: 2,
            sqs: 2,
            sns: 2,
            dynamodb: 2,
            cloudwatch: 2,
            seconds: 8,
            ..Plan::default()
        };
        let (one, other) = (run(seed, &plan).unwrap(), run(seed, &plan).unwrap());
        assert!(one == other, "seed {seed}");
        assert!(one.trace.contains("p2 is up"), "seed {seed}");
    }
}

/// Worlds in which one process moves records and two take them in.
fn with_company(mutation: Mutation) -> Plan {
    let mutation = Some(mutation);
    let (kinesis, seconds) = (2, 8);
    Plan {
        kinesis,
        sqs: 0,
        sns: 0,
        dynamodb: 0,
        cloudwatch: 0,
        seconds,
        mutation,
        ..Plan::default()
    }
}

/// Whether a check fails in one of a few worlds where something is broken on purpose.
fn is_noticed(mutation: Mutation, check: &str) {
    is_noticed_in(
        &Plan {
            sqs: 0,
            sns: 0,
            dynamodb: 0,
            cloudwatch: 0,
            seconds: 8,
            mutation: Some(mutation),
            ..Plan::default()
        },
        check,
    );
}

/// The same where there are queues.
fn is_noticed_of_queues(mutation: Mutation, check: &str) {
    let mutation = Some(mutation);
    let plan = Plan { sns: 0, dynamodb: 0, cloudwatch: 0, seconds: 8, mutation, ..Plan::default() };
    is_noticed_in(&plan, check);
}

fn is_noticed_in(plan: &Plan, check: &str) {
    let outcomes = (0..90).map(|seed| run(seed, plan).unwrap());
    let mut others = Vec::new();
    for violation in outcomes.filter_map(|outcome| outcome.violation) {
        if violation.check == check {
            return;
        }
        others.push(violation);
    }
    panic!("{:?} is not noticed by {check}, only {others:?}", plan.mutation);
}

#[test]
fn a_lost_record_is_noticed() {
    is_noticed(Mutation::LoseAppend, "lost");
    is_noticed(Mutation::SkipRecord, "lost");
}

#[test]
fn another_record_at_the_same_place_is_noticed() {
    is_noticed(Mutation::LoseAppend, "records");
}

#[test]
fn records_out_of_order_are_noticed() {
    is_noticed(Mutation::SwapRecords, "order");
    is_noticed(Mutation::SwapEvent, "delivery order");
}

#[test]
fn a_shard_that_does_not_end_is_noticed() {
    is_noticed(Mutation::LoseSeal, "generations");
    // One process has closed it, and the other puts into it.
    is_noticed_in(&with_company(Mutation::LoseSeal), "generations");
}

#[test]
fn a_read_that_is_refused_is_noticed() {
    is_noticed(Mutation::HideLog, "reads");
}

#[test]
fn a_stream_that_does_not_change_its_state_is_noticed() {
    is_noticed(Mutation::KeepStreams, "streams");
}

#[test]
fn a_checkpoint_that_passes_what_was_not_taken_is_noticed() {
    is_noticed(Mutation::ForgetKey, "checkpoints");
}

#[test]
fn a_checkpoint_that_goes_back_is_noticed() {
    is_noticed(Mutation::CheckpointBack, "checkpoints");
}

#[test]
fn an_output_that_is_missing_is_noticed() {
    is_noticed(Mutation::ForgetOutput, "outputs");
}

#[test]
fn half_a_commit_is_noticed() {
    is_noticed(Mutation::TearCommit, "objects");
}

#[test]
fn two_who_put_where_nothing_was_are_noticed() {
    is_noticed(Mutation::DropConditions, "claims");
}

#[test]
fn a_bucket_that_goes_with_what_is_in_it_is_noticed() {
    is_noticed(Mutation::DropConditions, "buckets");
}

#[test]
fn an_old_object_is_noticed() {
    is_noticed(Mutation::ReadStale, "objects");
}

#[test]
fn a_version_that_is_not_kept_is_noticed() {
    is_noticed(Mutation::LoseVersion, "versions");
}

#[test]
fn bytes_that_are_left_over_are_noticed() {
    is_noticed(Mutation::KeepBlob, "leftovers");
}

#[test]
fn a_record_that_its_channel_does_not_deliver_is_noticed() {
    is_noticed(Mutation::LoseDelivered, "channels");
}

#[test]
fn a_record_that_its_channel_delivers_twice_is_noticed() {
    let mutation = Some(Mutation::ForgetPlan);
    let plan = Plan { sqs: 0, sns: 0, cloudwatch: 0, mutation, ..Plan::default() };
    is_noticed_in(&plan, "channel once");
}

#[test]
fn a_record_that_is_never_taken_is_noticed() {
    is_noticed(Mutation::RefuseForEver, "settles");
}

#[test]
fn a_record_that_comes_late_is_noticed() {
    is_noticed(Mutation::Dawdle, "push");
}

#[test]
fn a_process_that_lives_as_if_it_were_alone_is_noticed() {
    is_noticed_in(&with_company(Mutation::StayAlone), "push");
}

#[test]
fn a_lost_message_is_noticed() {
    is_noticed_of_queues(Mutation::LoseMessage, "messages");
}

#[test]
fn a_group_out_of_order_is_noticed() {
    is_noticed_of_queues(Mutation::LoseStep, "groups");
}

#[test]
fn a_deleted_message_that_comes_again_is_noticed() {
    is_noticed_of_queues(Mutation::KeepMessage, "deleted");
}

#[test]
fn a_message_that_is_seen_within_its_timeout_is_noticed() {
    is_noticed_of_queues(Mutation::ForgetSight, "sight");
}

#[test]
fn a_message_that_is_taken_twice_is_noticed() {
    is_noticed_of_queues(Mutation::ForgetSent, "once");
}

#[test]
fn a_message_that_is_neither_taken_nor_given_up_is_noticed() {
    is_noticed_of_queues(Mutation::LoseTask, "tasks");
}

#[test]
fn a_message_that_goes_without_being_taken_is_noticed() {
    is_noticed_of_queues(Mutation::ForgetTask, "deletions");
}

#[test]
fn a_group_that_is_offered_out_of_order_is_noticed() {
    is_noticed_of_queues(Mutation::SwapTasks, "task order");
}

#[test]
fn a_batch_that_is_too_large_is_noticed() {
    is_noticed_of_queues(Mutation::GrowBatch, "batches");
}

#[test]
fn a_message_among_the_dead_of_another_queue_is_noticed() {
    is_noticed_of_queues(Mutation::StrayDead, "dead letters");
}

#[test]
fn a_deed_that_is_not_told_is_noticed() {
    is_noticed_of_queues(Mutation::ForgetNotice, "notices");
}

#[test]
fn a_record_that_a_queue_loses_is_noticed() {
    is_noticed(Mutation::LoseHandout, "messages");
}

#[test]
fn a_record_that_comes_again_though_it_was_acknowledged_is_noticed() {
    is_noticed(Mutation::KeepHandout, "deleted");
}

#[test]
fn a_record_that_is_handed_out_within_its_timeout_is_noticed() {
    is_noticed(Mutation::ForgetHandouts, "sight");
}

/// The same where there are topics.
fn is_noticed_of_topics(mutation: Mutation, check: &str) {
    let mutation = Some(mutation);
    let plan = Plan { dynamodb: 0, cloudwatch: 0, seconds: 8, mutation, ..Plan::default() };
    is_noticed_in(&plan, check);
}

/// Worlds with tables, and little else.
fn with_tables(mutation: Option<Mutation>) -> Plan {
    Plan { sqs: 0, sns: 0, cloudwatch: 0, seconds: 8, mutation, ..Plan::default() }
}

#[test]
fn a_change_that_is_not_told_is_noticed() {
    is_noticed_in(&with_tables(Some(Mutation::LoseChange)), "changes");
}

#[test]
fn two_changes_of_one_state_are_noticed() {
    // Within one process, who changes an item waits for who does so already.
    let tables = with_tables(Some(Mutation::DropItemConditions));
    let plan = Plan { kinesis: 2, s3: 2, pipelines: 2, dynamodb: 2, ..tables };
    is_noticed_in(&plan, "conditions");
}

#[test]
fn a_value_that_is_not_kept_is_noticed() {
    let mutation = Some(Mutation::LosePoint);
    let plan = Plan { sqs: 0, sns: 0, dynamodb: 0, seconds: 8, mutation, ..Plan::default() };
    is_noticed_in(&plan, "metrics");
}

#[test]
fn an_alarm_that_does_nothing_is_noticed() {
    let mutation = Some(Mutation::ForgetAction);
    let plan = Plan { dynamodb: 0, seconds: 8, mutation, ..Plan::default() };
    is_noticed_in(&plan, "alarms");
}

#[test]
fn a_published_message_that_does_not_come_is_noticed() {
    is_noticed_of_topics(Mutation::LosePublished, "topics");
}

#[test]
fn a_message_that_its_filter_does_not_want_is_noticed() {
    is_noticed_of_topics(Mutation::StrayFilter, "filters");
}

#[test]
fn a_letter_that_is_lost_is_noticed() {
    is_noticed_of_topics(Mutation::LoseLetters, "letters");
}

#[test]
fn a_group_that_comes_out_of_order_is_noticed() {
    is_noticed_of_topics(Mutation::LoseTick, "topic order");
}

#[test]
fn a_message_that_is_published_twice_is_noticed() {
    is_noticed_of_topics(Mutation::ForgetPublished, "publishes");
}

#[test]
fn a_message_that_comes_twice_is_noticed() {
    is_noticed_of_topics(Mutation::ForgetSent, "topic once");
}

/// Where several processes serve topics, one takes over from the others, and delivers.
#[test]
fn a_process_that_is_left_delivers_what_the_others_had() {
    let plan = Plan {
        kinesis: 2,
        s3: 2,
        pipelines: 2,
        sqs: 2,
        sns: 2,
        dynamodb: 0,
        cloudwatch: 0,
        seconds: 4,
        mutation: None,
        ..Plan::default()
    };
    for seed in 0..3 {
        let outcome = run(seed, &plan).unwrap();
        assert_eq!(outcome.violation, None, "seed {seed}");
        assert!(outcome.trace.contains("audit gets editor"), "seed {seed}");
    }
    let broken = Plan { seconds: 8, mutation: Some(Mutation::LosePublished), ..plan };
    is_noticed_in(&broken, "topics");
}

/// What is not heard is looked for.
#[test]
fn notices_that_are_lost_do_no_harm() {
    for seed in 0..6 {
        let outcome = run(seed, &with_company(Mutation::LoseNotices)).unwrap();
        let found = outcome.violation.filter(|violation| violation.check != "leftovers");
        assert_eq!(found, None, "seed {seed}");
        assert!(outcome.trace.contains("to nobody"), "seed {seed}");
    }
}

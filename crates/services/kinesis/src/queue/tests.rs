//! Queues as clients use them.

use super::testing::data;
use crate::testing::{World, pair};
use platform::testing::{soon, until};
use platform::{Service, Wanted};
use shapes::kinesis::ops::{
    IncreaseStreamRetentionPeriod, ListTagsForResource, ReceiveQueueRecords, StartStreamEncryption,
    TagResource, UntagResource, UpdateQueue,
};
use shapes::kinesis::{
    DeadLetterConfiguration, IncreaseStreamRetentionPeriodInput, ListTagsForResourceInput,
    QueueAttributes, QueueRecord, ReceiveQueueRecordsInput, StartStreamEncryptionInput,
    TagResourceInput, UntagResourceInput, UpdateQueueInput,
};
use std::sync::Arc;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3600);

async fn world() -> World {
    let world = World::new().await;
    world.create_on_demand("s").await;
    world
}

fn attributes(visibility: Option<i32>, max_receive_count: Option<i32>) -> QueueAttributes {
    QueueAttributes {
        visibility_timeout_seconds: visibility,
        dead_letter_configuration: max_receive_count.map(|count| DeadLetterConfiguration {
            target_type: "BUILT_IN".to_owned(),
            max_receive_count: Some(count),
        }),
    }
}

/// What is received when there may be nothing: time passes until the wait has ended.
async fn received_by(world: &World, arn: &str) -> Vec<QueueRecord> {
    let receive = world.receive(arn, 10);
    passing(world, receive).await
}

/// Lets the world's time pass until something is done.
async fn passing<T>(world: &World, work: impl Future<Output = T>) -> T {
    let time = async {
        loop {
            world.clock.advance(SECOND);
            for _ in 0..20 {
                tokio::task::yield_now().await;
            }
        }
    };
    tokio::select! { biased; done = work => done, () = time => unreachable!() }
}

#[tokio::test]
async fn a_record_is_received_with_all_that_the_api_tells_and_goes_when_it_is_acknowledged() {
    let world = world().await;
    world.put("s", "kéy", "before").await;
    let arn = world.queue("q", "LATEST").await;
    let other = world.queue("other", "TRIM_HORIZON").await;
    world.put("s", "kéy", "data").await;
    let records = world.receive(&arn, 10).await;
    let record = &records[0];
    assert_eq!((records.len(), &record.data[..]), (1, &b"data"[..]));
    assert_eq!(record.partition_key.as_deref(), Some("kéy"));
    assert_eq!(record.approximate_arrival_timestamp, world.context().now());
    assert_eq!(record.first_receive_timestamp, world.context().now());
    assert_eq!(record.receive_count, 1);
    assert!(record.record_id.len() <= 64);
    let elsewhere = world.receive(&other, 10).await;
    assert_eq!(data(&elsewhere), ["before", "data"]);
    assert!(elsewhere.iter().any(|it| it.record_id == record.record_id));
    assert_eq!(world.acknowledge(&arn, &records).await.unwrap(), ["ok"]);
    world.clock.advance(HOUR);
    assert!(received_by(&world, &arn).await.is_empty());
    let again = world.acknowledge(&arn, &records).await.unwrap();
    assert_eq!(again, ["ResourceNotFoundException"]);
    // The stream has it still, and so has the other queue.
    assert_eq!(world.receive(&other, 10).await.len(), 2);
}

#[tokio::test]
async fn a_record_comes_back_after_its_timeout_with_another_handle() {
    let world = world().await;
    world.put("s", "k", "a").await;
    let arn = world.queue("q", "TRIM_HORIZON").await;
    let first = world.receive(&arn, 10).await;
    let waiting = world.receive(&arn, 10);
    world.clock.advance(Duration::from_secs(29));
    assert!(passing(&world, waiting).await.len() == 1, "at thirty seconds");
    let second = {
        world.clock.advance(30 * SECOND);
        world.receive(&arn, 10).await
    };
    assert_eq!((second[0].receive_count, &second[0].record_id), (3, &first[0].record_id));
    assert_eq!(second[0].first_receive_timestamp, first[0].first_receive_timestamp);
    let stale = world.acknowledge(&arn, &first).await.unwrap();
    assert_eq!(stale, ["InvalidArgumentException"]);
    assert_eq!(world.acknowledge(&arn, &second).await.unwrap(), ["ok"]);
}

/// What is in sight again at once was given twice by one receive, and was lost with that.
#[tokio::test]
async fn a_record_without_a_timeout_is_given_once_by_one_receive() {
    let world = world().await;
    for text in ["a", "b", "c"] {
        world.put("s", text, text).await;
    }
    let arn = world.queue_with("q", attributes(Some(0), Some(9))).await;
    for round in 1..5 {
        let records = world.receive(&arn, 10).await;
        assert_eq!(data(&records), ["a", "b", "c"]);
        assert!(records.iter().all(|it| it.receive_count == round));
    }
}

#[tokio::test]
async fn a_receive_that_waits_is_woken_by_a_put() {
    let world = world().await;
    let arn = world.queue("q", "LATEST").await;
    let (kinesis, cx, queue_arn) = (world.kinesis.clone(), world.context(), arn.clone());
    let waiting = tokio::spawn(async move {
        let input = ReceiveQueueRecordsInput { queue_arn, ..Default::default() };
        cx.run::<ReceiveQueueRecords, _>(&*kinesis, input).await.unwrap().queue_records
    });
    let key = crate::queue::queues::id_of_arn(&world.context(), &arn).unwrap().to_owned();
    let cx = world.context();
    let key = platform::scoped(&cx.account, &cx.region, &[&key]);
    until(async || {
        let live = world.kinesis.queues.at_work(&key);
        live.is_some_and(|live| live.feed.try_lock().is_err())
    })
    .await;
    // The clock stands still: nothing but the put can end the wait.
    world.put("s", "k", "a").await;
    assert_eq!(data(&soon(waiting).await.unwrap()), ["a"]);
}

#[tokio::test]
async fn of_receives_that_wait_each_gets_its_own() {
    let world = world().await;
    let arn = world.queue("q", "LATEST").await;
    let receive = || {
        let (kinesis, cx, queue_arn) = (world.kinesis.clone(), world.context(), arn.clone());
        tokio::spawn(async move {
            let input =
                ReceiveQueueRecordsInput { queue_arn, limit: Some(1), ..Default::default() };
            cx.run::<ReceiveQueueRecords, _>(&*kinesis, input).await.unwrap().queue_records
        })
    };
    let waiting: Vec<_> = (0..5).map(|_| receive()).collect();
    tokio::task::yield_now().await;
    let mut got = Vec::new();
    for number in 0..5 {
        world.put("s", &number.to_string(), &number.to_string()).await;
    }
    for receive in waiting {
        got.extend(soon(receive).await.unwrap());
    }
    assert_eq!(data(&got), ["0", "1", "2", "3", "4"]);
}

#[tokio::test]
async fn a_receive_that_nobody_wants_any_more_or_of_a_service_that_rests_takes_nothing() {
    let world = world().await;
    let arn = world.queue("q", "LATEST").await;
    let wanted = Arc::new(Wanted::default());
    let receive = |cx: platform::Context| {
        let (kinesis, queue_arn) = (world.kinesis.clone(), arn.clone());
        async move {
            let input = ReceiveQueueRecordsInput { queue_arn, ..Default::default() };
            cx.run::<ReceiveQueueRecords, _>(&*kinesis, input).await.unwrap().queue_records
        }
    };
    let waiting = tokio::spawn(receive(world.context().while_wanted(wanted.clone())));
    tokio::task::yield_now().await;
    wanted.end();
    assert!(soon(waiting).await.unwrap().is_empty());
    world.put("s", "k", "a").await;
    assert_eq!(soon(receive(world.context())).await.len(), 1);
    let waiting = tokio::spawn(receive(world.context()));
    tokio::task::yield_now().await;
    world.kinesis.rest().await;
    assert!(soon(waiting).await.unwrap().is_empty());
}

#[tokio::test]
async fn visibility_is_changed_for_what_is_in_flight() {
    let world = world().await;
    for text in ["a", "b"] {
        world.put("s", "k", text).await;
    }
    let arn = world.queue("q", "TRIM_HORIZON").await;
    let records = world.receive(&arn, 10).await;
    assert_eq!(world.hide(&arn, &records[..1], 0).await, ["ok"]);
    let back = world.receive(&arn, 10).await;
    assert_eq!(back[0].record_id, records[0].record_id);
    assert_eq!(world.hide(&arn, &records, 60).await, ["ok", "InvalidArgumentException"]);
    world.clock.advance(30 * SECOND);
    assert_eq!(world.receive(&arn, 10).await.len(), 1, "the other is out of sight for a minute");
    assert_eq!(world.hide(&arn, &back, 60).await, ["InvalidArgumentException"]);
}

#[tokio::test]
async fn a_change_of_visibility_wakes_who_waits() {
    let world = world().await;
    world.put("s", "k", "a").await;
    let arn = world.queue("q", "TRIM_HORIZON").await;
    let records = world.receive(&arn, 10).await;
    let (waiting, hide) = (world.receive(&arn, 10), world.hide(&arn, &records, 0));
    let (again, codes) = soon(async { tokio::join!(waiting, hide) }).await;
    assert_eq!((again.len(), codes), (1, vec!["ok".to_owned()]));
}

/// Receives a record as often as it may be, and lets it die.
async fn die(world: &World, arn: &str, times: usize) {
    for _ in 0..times {
        assert_eq!(world.receive(arn, 1).await.len(), 1);
        world.clock.advance(30 * SECOND);
    }
}

#[tokio::test]
async fn after_six_receives_a_record_is_a_dead_letter_and_can_be_restored() {
    let world = world().await;
    world.put("s", "k", "a").await;
    let arn = world.queue("q", "TRIM_HORIZON").await;
    die(&world, &arn, 6).await;
    assert!(received_by(&world, &arn).await.is_empty());
    let dead = world.receive_dead(&arn, 10).await;
    assert_eq!((&dead[0].data[..], dead[0].receive_count), (&b"a"[..], 7));
    assert_eq!(world.acknowledge(&arn, &dead).await.unwrap(), ["InvalidArgumentException"]);
    assert_eq!(world.hide(&arn, &dead, 0).await, ["InvalidArgumentException"]);
    assert_eq!(world.hide_dead(&arn, &dead, 0).await, ["ok"]);
    let dead = world.receive_dead(&arn, 10).await;
    assert_eq!(world.restore(&arn, &dead).await, ["ok"]);
    assert_eq!(world.restore(&arn, &dead).await, ["InvalidArgumentException"]);
    let restored = world.receive(&arn, 10).await;
    assert_eq!((restored[0].receive_count, &restored[0].record_id), (1, &dead[0].record_id));
    world.clock.advance(30 * SECOND);
    die(&world, &arn, 5).await;
    let dead = world.receive_dead(&arn, 10).await;
    assert_eq!(world.acknowledge_dead(&arn, &dead).await.unwrap(), ["ok"]);
    world.clock.advance(HOUR);
    assert!(passing(&world, world.receive_dead(&arn, 10)).await.is_empty());
    let gone = world.acknowledge_dead(&arn, &dead).await.unwrap();
    assert_eq!(gone, ["ResourceNotFoundException"]);
}

#[tokio::test]
async fn whoever_waits_for_dead_letters_gets_one_when_it_dies() {
    let world = world().await;
    world.put("s", "k", "a").await;
    let arn = world.queue_with("q", attributes(Some(0), Some(1))).await;
    let (dead, records) =
        soon(async { tokio::join!(world.receive_dead(&arn, 10), world.receive(&arn, 10)) }).await;
    assert_eq!((dead.len(), records.len()), (1, 1));
}

#[tokio::test]
async fn without_dead_letters_a_record_comes_back_for_ever() {
    let world = world().await;
    world.put("s", "k", "a").await;
    let none = DeadLetterConfiguration { target_type: "NONE".to_owned(), max_receive_count: None };
    let arn = world
        .queue_with(
            "q",
            QueueAttributes {
                visibility_timeout_seconds: None,
                dead_letter_configuration: Some(none),
            },
        )
        .await;
    die(&world, &arn, 20).await;
}

#[tokio::test]
async fn an_update_changes_what_comes_and_not_what_was() {
    let world = world().await;
    for text in ["a", "b"] {
        world.put("s", "k", text).await;
    }
    let arn = world.queue_with("q", attributes(Some(30), Some(1))).await;
    assert_eq!(world.receive(&arn, 1).await.len(), 1);
    world.clock.advance(30 * SECOND);
    let input = UpdateQueueInput {
        queue_arn: arn.clone(),
        queue_attributes: attributes(Some(60), Some(3)),
    };
    let updated = world.run::<UpdateQueue>(input).await.unwrap().queue_description;
    assert_eq!(updated.queue_status, "UPDATING");
    let shown = world.describe_queue(&arn).await.unwrap();
    assert_eq!(shown.queue_status, "ACTIVE");
    assert_eq!(shown.queue_attributes, Some(attributes(Some(60), Some(3))));
    assert_eq!(data(&world.receive_dead(&arn, 10).await), ["a"], "it had died by then");
    let records = world.receive(&arn, 10).await;
    assert_eq!(data(&records), ["b"]);
    world.clock.advance(59 * SECOND);
    assert!(records.len() == 1 && world.hide(&arn, &records, 1).await == ["ok"], "in flight");
}

#[tokio::test]
async fn what_expires_in_the_stream_leaves_the_queue() {
    let world = world().await;
    world.put("s", "k", "old").await;
    let arn = world.queue("q", "TRIM_HORIZON").await;
    die(&world, &arn, 6).await;
    world.put("s", "k", "seen").await;
    world.put("s", "k", "unseen").await;
    let records = world.receive(&arn, 1).await;
    assert_eq!(data(&records), ["seen"]);
    world.clock.advance(24 * HOUR + SECOND);
    assert!(received_by(&world, &arn).await.is_empty());
    assert!(passing(&world, world.receive_dead(&arn, 10)).await.is_empty());
    let input = IncreaseStreamRetentionPeriodInput {
        stream_name: Some("s".to_owned()),
        retention_period_hours: 48,
        ..Default::default()
    };
    world.run::<IncreaseStreamRetentionPeriod>(input).await.unwrap();
    assert!(received_by(&world, &arn).await.is_empty(), "what has expired does not come back");
    world.put("s", "k", "new").await;
    assert_eq!(data(&world.receive(&arn, 10).await), ["new"]);
    world.delete_queue(&arn).await.unwrap();
    let tables = &world.platform.store.tables;
    for table in [super::RECORDS, super::position_record::POSITIONS.table, super::gone::GONE] {
        let rows = tables.scan(table, store::Scan::prefix(b"")).await.unwrap();
        assert!(rows.is_empty(), "{table:?}");
    }
}

#[tokio::test]
async fn a_backlog_of_all_shards_is_received_ten_by_ten_and_none_twice() {
    let world = world().await;
    let arn = world.queue("q", "LATEST").await;
    let mut wanted: Vec<_> = (0..250).map(|number| format!("{number:03}")).collect();
    for text in &wanted {
        world.put("s", text, text).await;
    }
    let mut got = Vec::new();
    for round in 0..25 {
        let records = world.receive(&arn, 10).await;
        assert_eq!(records.len(), 10, "{round}");
        got.extend(data(&records));
    }
    got.sort();
    wanted.sort();
    assert_eq!(got, wanted);
}

#[tokio::test]
async fn one_answer_has_at_most_ten_mebibytes() {
    let world = world().await;
    let arn = world.queue("q", "LATEST").await;
    let large = "x".repeat(1_040_000);
    for _ in 0..12 {
        world.put("s", "k", &large).await;
    }
    let first = world.receive(&arn, 10).await;
    assert_eq!(first.len(), 10);
    world.hide(&arn, &first, 0).await;
    let sum: usize = world.receive(&arn, 10).await.iter().map(|it| it.data.len()).sum();
    assert!(sum > 1_040_000 && sum <= 10 << 20);
}

#[tokio::test]
async fn children_follow_when_their_parents_are_handed_out() {
    let world = world().await;
    world.put("s", "k", "parent").await;
    let arn = world.queue("q", "TRIM_HORIZON").await;
    let behind = world.queue("behind", "LATEST").await;
    for shard in 0..4 {
        world.split("s", shard).await;
    }
    world.put("s", "k", "child").await;
    let late = world.queue("late", "LATEST").await;
    for shard in 4..12 {
        world.split("s", shard).await;
    }
    world.put("s", "k", "grandchild").await;
    let order = async |arn: &str, count| {
        let mut order = Vec::new();
        for _ in 0..count {
            order.extend(data(&world.receive(arn, 10).await));
        }
        order
    };
    assert_eq!(order(&arn, 3).await, ["parent", "child", "grandchild"]);
    assert_eq!(order(&behind, 2).await, ["child", "grandchild"]);
    assert_eq!(order(&late, 1).await, ["grandchild"]);
}

#[tokio::test]
async fn a_queue_that_begins_in_the_past_begins_in_the_right_shards() {
    let world = world().await;
    world.put("s", "k", "1").await;
    world.clock.advance(10 * SECOND);
    for shard in 0..4 {
        world.split("s", shard).await;
    }
    world.put("s", "k", "2").await;
    world.clock.advance(10 * SECOND);
    let now = world.context().now();
    world.put("s", "k", "3").await;
    for shard in 4..12 {
        world.split("s", shard).await;
    }
    world.put("s", "k", "4").await;
    let mut input = world.queue_input("q", "AT_TIMESTAMP");
    let start = input.stream_configuration_list[0].starting_position.as_mut().unwrap();
    start.timestamp = Some(now);
    let queue = world.try_queue(input).await.unwrap();
    for text in ["3", "4"] {
        assert_eq!(data(&world.receive(&queue.queue_arn, 10).await), [text]);
    }
    let all = world.queue("all", "TRIM_HORIZON").await;
    let mut world = world;
    for texts in [&["1"][..], &["2", "3"], &["4"]] {
        assert_eq!(data(&world.receive(&all, 10).await), texts);
        world = world.restart().await;
    }
}

#[tokio::test]
async fn what_is_sealed_in_the_log_is_received_as_it_was_put() {
    let world = world().await;
    world.put("s", "k", "plain").await;
    let input = StartStreamEncryptionInput {
        stream_name: Some("s".to_owned()),
        encryption_type: "KMS".to_owned(),
        key_id: "alias/aws/kinesis".to_owned(),
        ..Default::default()
    };
    world.run::<StartStreamEncryption>(input).await.unwrap();
    world.put("s", "k", "sealed").await;
    let arn = world.queue("q", "TRIM_HORIZON").await;
    for _ in 0..2 {
        // The first time read ahead, the second time looked for.
        assert_eq!(data(&world.receive(&arn, 10).await), ["plain", "sealed"]);
        world.clock.advance(30 * SECOND);
    }
}

#[tokio::test]
async fn a_queue_is_tagged_by_its_arn() {
    let world = world().await;
    let mut input = world.queue_input("q", "LATEST");
    input.tags = Some([pair(("a", "1"))].into());
    let arn = world.try_queue(input).await.unwrap().queue_arn;
    let tag = |tags: &[(&str, &str)]| TagResourceInput {
        tags: tags.iter().copied().map(pair).collect(),
        resource_arn: arn.clone(),
        stream_id: None,
    };
    world.run::<TagResource>(tag(&[("b", "2")])).await.unwrap();
    let reserved = world.run::<TagResource>(tag(&[("aws:x", "2")])).await.unwrap_err();
    assert_eq!(reserved.code(), "InvalidArgumentException");
    let untag = UntagResourceInput {
        tag_keys: vec!["a".to_owned()],
        resource_arn: arn.clone(),
        stream_id: None,
    };
    world.run::<UntagResource>(untag).await.unwrap();
    let list = |resource_arn: String| {
        let input = ListTagsForResourceInput { resource_arn, stream_id: None };
        world.run::<ListTagsForResource>(input)
    };
    let tags = list(arn.clone()).await.unwrap().tags.unwrap();
    assert_eq!((tags.len(), &*tags[0].key), (1, "b"));
    let missing = list(arn.replace("queue/", "queue/0")).await.unwrap_err();
    assert_eq!(missing.code(), "ResourceNotFoundException");
    world.put("s", "k", "a").await;
    assert_eq!(world.receive(&arn, 1).await.len(), 1, "it is at work as before");
}

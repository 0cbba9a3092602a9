//! Several processes over one store, and changes of shards that were cut short.

use crate::shard_record::SHARDS;
use crate::stream_record::STREAMS;
use crate::testing::{World, put_input};
use shapes::kinesis::{CreateStreamInput, PutRecordInput, StartStreamEncryptionInput, ops};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use store::confirming::Confirming;
use store::faulty::{Call, Fault, Faults};
use store::memory::MemoryLog;
use store::{Batch, Scan, Silence, Store, memory};

/// A store whose log refuses nothing and is confirmed.
fn confirmed() -> Store {
    let store = memory::store();
    let log = Confirming::new(store.log.clone(), store.tables.clone());
    Store { log: Arc::new(log), ..store }
}

/// Stores whose logs keep their promises in different ways.
fn stores() -> [Store; 3] {
    let gaps = Store { log: Arc::new(MemoryLog::with_gaps()), ..memory::store() };
    [memory::store(), confirmed(), gaps]
}

#[tokio::test]
async fn a_put_finds_the_children_of_a_shard_that_another_process_has_split() {
    for store in stores() {
        let world = World::over(store).await;
        world.create("s", 1).await;
        let other = world.beside().await;
        other.put("s", "k", "before").await;
        let reading = other.iterator("s", 0, "TRIM_HORIZON").await;
        world.split("s", 0).await;
        let put = other.put("s", "k", "after").await;
        assert_ne!(put.shard_id, "shardId-000000000000");
        let page = other.get(&reading).await.unwrap();
        assert_eq!((page.records.len(), page.next_shard_iterator), (1, None));
        assert_eq!(page.child_shards.unwrap().len(), 2);
        let child = put.shard_id.trim_start_matches("shardId-").parse().unwrap();
        assert_eq!(other.get_all("s", child).await.len(), 1);
        assert_eq!(world.get_all("s", child).await.len(), 1);
    }
}

#[tokio::test]
async fn a_reader_learns_of_the_end_that_another_process_has_set() {
    let world = World::new().await;
    world.create("s", 1).await;
    let other = world.beside().await;
    let reading = other.iterator("s", 0, "TRIM_HORIZON").await;
    world.split("s", 0).await;
    world.split("s", 2).await;
    let page = other.get(&reading).await.unwrap();
    assert_eq!(page.next_shard_iterator, None);
    let child = other.iterator("s", 4, "TRIM_HORIZON").await;
    assert!(other.get(&child).await.unwrap().next_shard_iterator.is_some());
}

#[tokio::test]
async fn what_another_process_has_set_is_known_everywhere_after_five_seconds() {
    let store = Store { notices: Some(Arc::new(Silence)), ..memory::store() };
    let world = World::over(store).await;
    world.create("s", 1).await;
    let other = world.beside().await;
    other.put("s", "k", "before").await;
    let key = StartStreamEncryptionInput {
        stream_name: Some("s".to_owned()),
        encryption_type: "KMS".to_owned(),
        key_id: "alias/aws/kinesis".to_owned(),
        ..Default::default()
    };
    world.run::<ops::StartStreamEncryption>(key).await.unwrap();
    let kind = async |world: &World| world.put("s", "k", "data").await.encryption_type;
    assert_eq!(kind(&world).await.as_deref(), Some("KMS"));
    world.clock.advance(Duration::from_millis(5_000));
    kind(&other).await;
    world.clock.advance(Duration::from_millis(1));
    assert_eq!(kind(&other).await.as_deref(), Some("KMS"));
    assert_eq!(other.get_all("s", 0).await.len(), 4);
}

#[tokio::test]
async fn a_stream_that_another_process_has_made_anew_is_put_into() {
    let world = World::new().await;
    world.create("s", 1).await;
    let other = world.beside().await;
    other.put("s", "k", "into the first").await;
    let old = other.iterator("s", 0, "TRIM_HORIZON").await;
    world.delete("s").await;
    let gone = other.try_put("s", "k", "lost").await.unwrap_err();
    assert_eq!(gone.code(), "ResourceNotFoundException");
    world.create("s", 1).await;
    other.put("s", "k", "into the second").await;
    assert_eq!(world.get_all("s", 0).await.len(), 1);
    assert_eq!(other.get(&old).await.unwrap_err().code(), "ResourceNotFoundException");
    world.delete("s").await;
    world.create("s", 1).await;
    other.put("s", "k", "into the third").await;
    let iterator = world.iterator("s", 0, "TRIM_HORIZON").await;
    assert_eq!(other.get(&iterator).await.unwrap().records.len(), 1);
}

#[tokio::test]
async fn of_two_processes_that_make_a_stream_one_does() {
    let world = World::new().await;
    let other = world.beside().await;
    world.create("s", 1).await;
    let input = || CreateStreamInput {
        stream_name: "s".to_owned(),
        shard_count: Some(1),
        ..CreateStreamInput::default()
    };
    let refused = other.run::<ops::CreateStream>(input()).await.unwrap_err();
    assert_eq!(refused.code(), "ResourceInUseException");
    other.tag("s", &[("by", "other")]).await.unwrap();
    world.tag("s", &[("and", "me")]).await.unwrap();
    assert_eq!(other.tags("s").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_acknowledged_while_shards_split_and_merge_is_read_once_and_in_order() {
    for store in stores() {
        let world = Arc::new(World::over(store).await);
        world.create("s", 1).await;
        let other = Arc::new(world.beside().await);
        let writers = [&world, &other, &world, &other].into_iter().enumerate().map(|(n, world)| {
            let world = world.clone();
            tokio::spawn(async move {
                let mut puts = Vec::new();
                for count in 0..100 {
                    let data = format!("{n}/{count}");
                    let put = world.put("s", &n.to_string(), &data).await;
                    puts.push((put.shard_id, put.sequence_number, data));
                }
                puts
            })
        });
        let writers: Vec<_> = writers.collect();
        for (world, shard) in [(&world, 0), (&other, 1), (&world, 2), (&other, 3)] {
            tokio::task::yield_now().await;
            world.split("s", shard).await;
        }
        for (world, count) in [(&other, 7), (&world, 4), (&other, 8), (&world, 5)] {
            tokio::task::yield_now().await;
            world.rescale("s", count).await.unwrap();
        }
        let mut acknowledged = BTreeMap::new();
        for (n, writer) in writers.into_iter().enumerate() {
            let puts = writer.await.unwrap();
            let numbers: Vec<_> = puts.iter().map(|(_, number, _)| number.clone()).collect();
            assert!(numbers.is_sorted_by(|a, b| a < b), "writer {n}");
            for (shard, number, data) in puts {
                acknowledged.insert((shard, number), data);
            }
        }
        let mut found = BTreeMap::new();
        for shard in world.shards("s").await {
            let index = shard.shard_id.trim_start_matches("shardId-").parse().unwrap();
            for record in world.get_all("s", index).await {
                let data = String::from_utf8(record.data.to_vec()).unwrap();
                found.insert((shard.shard_id.clone(), record.sequence_number), data);
            }
        }
        assert_eq!(found, acknowledged);
        assert_eq!(found.len(), 400);
    }
}

#[tokio::test]
async fn a_split_that_was_cut_short_is_finished_by_a_put_or_a_start() {
    let steps = [(Call::Commit, 0), (Call::Seal, 0), (Call::Commit, 1)];
    for ((call, passes), restarts) in steps.into_iter().flat_map(|it| [(it, true), (it, false)]) {
        let faults = Faults::default();
        let store = faults.wrap(memory::store());
        let mut world = World::over(store).await;
        world.create("s", 1).await;
        let before = world.put("s", "k", "before").await;
        faults.fail_after(passes, call, Fault::Sync { kept: true });
        let stream = world.kinesis.streams.find(&world.context(), "s").await.unwrap().unwrap();
        let change = crate::plan::Step::Split { shard: 0, at: 1 << 100 };
        let failed = world.kinesis.reshape(&stream, change).await.unwrap_err();
        assert!(failed.is_server_fault());
        faults.heal();
        if restarts {
            world = world.restart().await;
            assert_eq!(world.summary("s").await.unwrap().stream_status, "ACTIVE");
        }
        let after = world.put("s", "k", "after").await;
        if restarts || call == Call::Seal || passes == 1 {
            assert_eq!(after.shard_id, "shardId-000000000002", "{call:?} {passes} {restarts}");
            assert_eq!(world.get_all("s", 2).await.len(), 1);
        }
        assert!(before.sequence_number < after.sequence_number);
    }
}

/// All records of a stream: data, shard and number.
async fn everything(world: &World) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for shard in world.shards("s").await {
        let index = shard.shard_id.trim_start_matches("shardId-").parse().unwrap();
        for record in world.get_all("s", index).await {
            let data = String::from_utf8(record.data.to_vec()).unwrap();
            found.push((data, shard.shard_id.clone(), record.sequence_number));
        }
    }
    found.sort();
    found
}

#[tokio::test]
async fn an_update_of_the_shard_count_is_finished_wherever_it_was_cut_short() {
    // So many splits take two commits, beside the one that begins them and the one that ends them.
    let cuts = [
        (Call::Commit, 0),
        (Call::Seal, 0),
        (Call::Seal, 40),
        (Call::Commit, 1),
        (Call::Seal, 140),
        (Call::Commit, 2),
        (Call::Commit, 3),
    ];
    for ((call, passes), kept) in cuts.into_iter().flat_map(|cut| [(cut, true), (cut, false)]) {
        let faults = Faults::default();
        let world = World::over(faults.wrap(memory::store())).await;
        world.create("s", 150).await;
        let mut put = Vec::new();
        let mut round = 0;
        let mut put_some = async |world: &World| {
            round += 1;
            for key in 0..40 {
                let data = format!("{key}/{round}");
                let answer = world.put("s", &key.to_string(), &data).await;
                put.push((data, answer.shard_id, answer.sequence_number));
            }
        };
        put_some(&world).await;
        faults.fail_after(passes, call, Fault::Sync { kept });
        assert!(world.rescale("s", 300).await.unwrap_err().is_server_fault());
        faults.heal();
        put_some(&world).await;
        let world = world.restart().await;
        let summary = world.summary("s").await.unwrap();
        let is_begun = kept || (call, passes) != (Call::Commit, 0);
        let count = if is_begun { 300 } else { 150 };
        let case = format!("{call:?} {passes} {kept}");
        assert_eq!(
            (&*summary.stream_status, summary.open_shard_count),
            ("ACTIVE", count),
            "{case}"
        );
        put_some(&world).await;
        put.sort();
        assert_eq!(everything(&world).await, put, "{case}");
        let numbers: Vec<_> = put.iter().map(|(_, _, number)| number).collect();
        let rise = numbers.chunks(3).all(|of_key| of_key.is_sorted_by(|a, b| a < b));
        assert!(rise, "{case}: from parent to child, too");
    }
}

#[tokio::test]
async fn a_put_waits_for_a_part_of_a_large_change_only() {
    let world = World::over(memory::store()).await;
    world.create("s", 200).await;
    let other = world.beside().await;
    other.put("s", "k", "before").await;
    let stream = world.kinesis.streams.find(&world.context(), "s").await.unwrap().unwrap();
    let double = |record: &mut crate::stream_record::StreamRecord, _: &_| {
        record.reshaping.push(crate::stream_record::Reshape::Uniform { target: 400 });
        Ok(())
    };
    let (_, begun) = world.kinesis.streams.begin(&stream, double).await.unwrap();
    // Who has an older snapshot may find with the newest what it looks for.
    let newest = world.kinesis.streams.advanced(&stream).await.unwrap();
    assert_eq!(newest.map.open_count(), 200);
    // The first shards are closed, and where they were it goes on.
    let one_further = world.kinesis.streams.advanced(&begun).await.unwrap();
    assert_eq!(one_further.map.open_count(), 328);
    let first =
        PutRecordInput { explicit_hash_key: Some("0".to_owned()), ..put_input("s", "k", "x") };
    let put = other.run::<ops::PutRecord>(first).await.unwrap();
    assert_eq!(put.shard_id, "shardId-000000000200");
    let done = world.kinesis.streams.reshaped(&stream).await.unwrap();
    assert_eq!(done.map.open_count(), 400);
    assert_eq!(everything(&world).await.len(), 2);
}

#[tokio::test]
async fn a_shard_is_forgotten_when_its_records_have_expired() {
    let world = World::new().await;
    world.create("s", 1).await;
    world.split("s", 0).await;
    let rows = async || {
        let tables = &world.platform.store.tables;
        tables.scan(SHARDS.table, Scan::prefix(b"")).await.unwrap().len()
    };
    assert_eq!(rows().await, 3);
    world.clock.advance(std::time::Duration::from_secs(23 * 3600));
    world.kinesis.streams.trim().await;
    assert_eq!(rows().await, 3);
    world.clock.advance(std::time::Duration::from_secs(2 * 3600));
    world.kinesis.streams.trim().await;
    assert_eq!(rows().await, 2);
    world.split("s", 1).await;
    let ids: Vec<_> = world.shards("s").await.into_iter().map(|shard| shard.shard_id).collect();
    let expected = [1, 2, 3, 4].map(|index| format!("shardId-{index:012}"));
    assert_eq!(ids, expected);
    world.delete("s").await;
    assert_eq!(rows().await, 0);
}

#[tokio::test]
async fn a_stream_of_the_first_layout_is_taken_up() {
    let world = World::new().await;
    let row = concat!(
        r#"{"id":"0a","account":"000000000000","region":"us-east-1","name":"s","status":"ACTIVE","#,
        r#""mode":"PROVISIONED","created_ms":1000,"retention_hours":24,"trimmed_before_ms":0,"#,
        r#""max_record_kib":1024,"tags":{},"shards":[{"start":"0","end":"99","created_ms":1000,"#,
        r#""parent":null,"adjacent_parent":null,"closed_ms":null},{"start":"100","#,
        r#""end":"340282366920938463463374607431768211455","created_ms":1000,"parent":null,"#,
        r#""adjacent_parent":null,"closed_ms":null}]}"#,
    );
    let record = STREAMS.decode(b"key", row.as_bytes()).unwrap();
    let store = &world.platform.store;
    store.log.create(&record.log()).await.unwrap();
    let batch = Batch::new().put(STREAMS.table, record.key(), row);
    store.tables.commit(batch).await.unwrap();
    for _ in 0..2 {
        let world = world.beside().await;
        assert_eq!(world.summary("s").await.unwrap().open_shard_count, 2);
        assert_eq!(world.put("s", "k", "data").await.shard_id, "shardId-000000000001");
    }
    world.split("s", 1).await;
    assert_eq!(world.shards("s").await.len(), 4);
}

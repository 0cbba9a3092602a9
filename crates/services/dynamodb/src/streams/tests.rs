//! Streams from their beginning to their end, by the operations.

use super::{Changed, StreamStart};
use crate::records::table::TableRecord;
use crate::value::Item;
use crate::{Config, Dynamodb};
use platform::testing::{context, platform, soon};
use platform::{Context, ManualClock, Result, Topic};
use shapes::AttributeValue;
use shapes::dynamodbstreams::ops::{DescribeStream, GetRecords, GetShardIterator, ListStreams};
use shapes::dynamodbstreams::{
    DescribeStreamInput, GetRecordsInput, GetRecordsOutput, GetShardIteratorInput,
    ListStreamsInput, Record, Shard, ShardFilter,
};
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, Table};

const ROWS: Table = Table("rows");

struct World {
    service: Arc<Dynamodb>,
    clock: Arc<ManualClock>,
    cx: Context,
    table: TableRecord,
    arn: String,
}

impl World {
    async fn new() -> Self {
        let (platform, clock) = platform();
        let cx = context(&platform);
        let service = Dynamodb::new(platform.clone(), Config::default());
        let mut table = TableRecord {
            name: "t".into(),
            account: cx.account.to_string(),
            region: cx.region.to_string(),
            id: 1,
            ..Default::default()
        };
        table.schema.hash.name = "k".into();
        let start = StreamStart {
            account: &cx.account,
            region: &cx.region,
            table: &table.name,
            schema: &table.schema,
            view: "NEW_AND_OLD_IMAGES",
        };
        let (batch, stream) = service.begin_stream(&cx, Batch::new(), &start).unwrap();
        platform.deadlines.commit(batch).await.unwrap();
        platform.deadlines.start();
        let arn = table.stream_arn(&stream.label);
        table.stream = Some(stream);
        Self { service, clock, cx, table, arn }
    }

    /// Puts an item by a conditional commit, as whoever writes items does.
    async fn put(&self, key: u64, before: Option<&Item>, value: &str) -> store::Result<Item> {
        let text = |text: &str| AttributeValue::S(text.to_owned());
        let pairs = [("k".to_owned(), text(&key.to_string())), ("v".to_owned(), text(value))];
        let item = Item::from(pairs);
        let row = key.to_be_bytes();
        let changed = Changed {
            table: &self.table,
            row: &row,
            spread: key,
            before,
            after: Some(&item),
            by_ttl: false,
        };
        let batch = Batch::new().put(ROWS, row, value.to_owned());
        let batch = match before.and_then(|it| it.get("v")) {
            Some(AttributeValue::S(was)) => batch.equals(ROWS, row, was.clone().into()),
            _ => batch.absent(ROWS, row),
        };
        self.service.commit_recorded(batch, &[changed]).await?;
        Ok(item)
    }

    async fn shards(&self) -> Result<Vec<Shard>> {
        let input = DescribeStreamInput { stream_arn: self.arn.clone(), ..Default::default() };
        let output = self.cx.run::<DescribeStream, _>(&*self.service, input).await?;
        Ok(output.stream_description.unwrap().shards.unwrap())
    }

    async fn iterator(&self, shard: &str, kind: &str, at: Option<&str>) -> Result<String> {
        let input = GetShardIteratorInput {
            stream_arn: self.arn.clone(),
            shard_id: shard.to_owned(),
            shard_iterator_type: kind.to_owned(),
            sequence_number: at.map(str::to_owned),
            timestamp: None,
        };
        let output = self.cx.run::<GetShardIterator, _>(&*self.service, input).await?;
        Ok(output.shard_iterator.unwrap())
    }

    async fn get(&self, iterator: &str, limit: Option<i32>) -> Result<GetRecordsOutput> {
        let input = GetRecordsInput { shard_iterator: iterator.to_owned(), limit };
        self.cx.run::<GetRecords, _>(&*self.service, input).await
    }

    async fn records(&self, shard: &Shard) -> Vec<Record> {
        let id = shard.shard_id.as_deref().unwrap();
        let iterator = self.iterator(id, "TRIM_HORIZON", None).await.unwrap();
        self.get(&iterator, None).await.unwrap().records.unwrap()
    }

    async fn turn(&self, hours: u64) {
        self.clock.advance(Duration::from_secs(hours * 3600));
        soon(self.service.platform.deadlines.settled()).await;
    }
}

fn values(records: &[Record]) -> Vec<String> {
    let new = |record: &Record| match &record.dynamodb.as_ref()?.new_image.as_ref()?["v"] {
        AttributeValue::S(text) => Some(text.clone()),
        _ => None,
    };
    records.iter().filter_map(new).collect()
}

fn number(record: &Record) -> String {
    record.dynamodb.clone().unwrap().sequence_number.unwrap()
}

#[tokio::test]
async fn changes_come_in_their_order_and_once() {
    let world = World::new().await;
    let shards = world.shards().await.unwrap();
    assert_eq!(shards.len(), 4);
    let mut woken: Vec<_> = shards
        .iter()
        .map(|shard| {
            let id = shard.shard_id.as_deref().unwrap();
            let (name, _) = super::shard::ShardName::parse(id).unwrap();
            let topic = Topic::Shard(world.arn.as_str().into(), name.number());
            world.service.platform.wakeups.subscribe(topic)
        })
        .collect();
    let mut last = world.put(7, None, "0").await.unwrap();
    for count in 1..20 {
        last = world.put(7, Some(&last), &count.to_string()).await.unwrap();
    }
    let mut all = Vec::new();
    for (shard, woken) in shards.iter().zip(&mut woken) {
        let records = world.records(shard).await;
        if !records.is_empty() {
            soon(woken.told()).await;
            all.push(records);
        }
    }
    assert_eq!(all.len(), 1, "an item belongs to one shard");
    let records = &all[0];
    let expected: Vec<_> = (0..20).map(|count| count.to_string()).collect();
    assert_eq!(values(records), expected);
    assert!(records.windows(2).all(|pair| number(&pair[0]) < number(&pair[1])));
    let (first, second) = (&records[0], &records[1]);
    assert_eq!(first.event_name.as_deref(), Some("INSERT"));
    assert_eq!(first.dynamodb.as_ref().unwrap().old_image, None);
    assert_eq!(second.event_name.as_deref(), Some("MODIFY"));
    assert_eq!(second.dynamodb.as_ref().unwrap().size_bytes, Some(2 + 4 + 4));
    assert_ne!(first.event_id, second.event_id);
}

#[tokio::test]
async fn who_waits_shares_commits_and_only_one_of_those_who_meet_wins() {
    let world = Arc::new(World::new().await);
    let writers = (0..64_u64).map(|writer| {
        let world = world.clone();
        tokio::spawn(async move {
            // Two at a time want the same item, which neither has seen.
            world.put(writer / 2, None, &writer.to_string()).await.is_ok()
        })
    });
    let mut kept = 0;
    for writer in writers.collect::<Vec<_>>() {
        kept += usize::from(writer.await.unwrap());
    }
    assert_eq!(kept, 32);
    let mut told = 0;
    for shard in world.shards().await.unwrap() {
        told += world.records(&shard).await.len();
    }
    assert_eq!(told, 32);
}

#[tokio::test]
async fn pages_go_on_where_they_ended() {
    let world = World::new().await;
    let mut last = world.put(7, None, "0").await.unwrap();
    for count in 1..10 {
        last = world.put(7, Some(&last), &count.to_string()).await.unwrap();
    }
    let shards = world.shards().await.unwrap();
    let mut used = None;
    for shard in &shards {
        if !world.records(shard).await.is_empty() {
            used = shard.shard_id.clone();
        }
    }
    let id = used.unwrap();
    let mut iterator = world.iterator(&id, "TRIM_HORIZON", None).await.unwrap();
    let mut seen = Vec::new();
    for _ in 0..4 {
        let page = world.get(&iterator, Some(3)).await.unwrap();
        seen.extend(page.records.unwrap());
        iterator = page.next_shard_iterator.unwrap();
    }
    assert_eq!(seen.len(), 10);
    assert!(world.get(&iterator, None).await.unwrap().records.unwrap().is_empty());
    for (kind, at, expected) in [
        ("AT_SEQUENCE_NUMBER", Some(4), 6),
        ("AFTER_SEQUENCE_NUMBER", Some(4), 5),
        ("LATEST", None, 0),
    ] {
        let at = at.map(|at: usize| number(&seen[at]));
        let from = world.iterator(&id, kind, at.as_deref()).await.unwrap();
        let records = world.get(&from, None).await.unwrap().records.unwrap();
        assert_eq!(records.len(), expected, "{kind}");
    }
    let code = async |kind: &str, at: Option<&str>| {
        world.iterator(&id, kind, at).await.unwrap_err().code()
    };
    assert_eq!(code("AT_SEQUENCE_NUMBER", None).await, "ValidationException");
    assert_eq!(code("LATEST", Some(&number(&seen[0]))).await, "ValidationException");
    assert_eq!(code("AT_SEQUENCE_NUMBER", Some(&"4".repeat(28))).await, "ValidationException");
    world.clock.advance(Duration::from_secs(901));
    let late = world.get(&iterator, None).await.unwrap_err();
    assert_eq!(late.code(), "ExpiredIteratorException");
}

#[tokio::test]
async fn a_shard_ends_after_four_hours_and_its_child_goes_on() {
    let world = World::new().await;
    let first = world.put(7, None, "0").await.unwrap();
    let before = world.shards().await.unwrap();
    world.turn(4).await;
    world.put(7, Some(&first), "1").await.unwrap();
    let after = world.shards().await.unwrap();
    assert_eq!(after.len(), 8);
    let (closed, open): (Vec<_>, Vec<_>) = after.iter().partition(|shard| {
        shard.sequence_number_range.as_ref().unwrap().ending_sequence_number.is_some()
    });
    assert_eq!((closed.len(), open.len()), (4, 4));
    for shard in &before {
        let filter =
            ShardFilter { r#type: Some("CHILD_SHARDS".into()), shard_id: shard.shard_id.clone() };
        let input = DescribeStreamInput {
            stream_arn: world.arn.clone(),
            shard_filter: Some(filter),
            ..Default::default()
        };
        let output = world.cx.run::<DescribeStream, _>(&*world.service, input).await.unwrap();
        let children = output.stream_description.unwrap().shards.unwrap();
        assert_eq!(children.len(), 1);
        assert_eq!(children[0].parent_shard_id, shard.shard_id);
        let id = shard.shard_id.as_deref().unwrap();
        let iterator = world.iterator(id, "TRIM_HORIZON", None).await.unwrap();
        assert_eq!(world.get(&iterator, None).await.unwrap().next_shard_iterator, None);
    }
    let mut told = Vec::new();
    for shard in closed.into_iter().chain(open) {
        told.extend(values(&world.records(shard).await));
    }
    assert_eq!(told, ["0", "1"]);
}

#[tokio::test]
async fn records_are_kept_for_a_day() {
    let world = World::new().await;
    let first = world.put(7, None, "0").await.unwrap();
    world.turn(23).await;
    world.put(7, Some(&first), "1").await.unwrap();
    let mut told = Vec::new();
    for shard in world.shards().await.unwrap() {
        told.extend(values(&world.records(&shard).await));
    }
    assert_eq!(told, ["0", "1"]);
    world.turn(2).await;
    let mut told = Vec::new();
    for shard in world.shards().await.unwrap() {
        told.extend(values(&world.records(&shard).await));
    }
    assert_eq!(told, ["1"]);
    world.turn(4).await;
    assert_eq!(
        world
            .service
            .platform
            .store
            .tables
            .scan(crate::records::change::CHANGES, store::Scan::prefix(b""),)
            .await
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_disabled_stream_is_read_for_a_day() {
    let world = World::new().await;
    let first = world.put(7, None, "0").await.unwrap();
    let stream = world.table.stream.clone().unwrap();
    let batch = world.service.end_stream(&world.cx, Batch::new(), &world.table, &stream).await;
    world.service.platform.deadlines.commit(batch.unwrap()).await.unwrap();
    let refused = world.put(7, Some(&first), "1").await;
    assert!(matches!(refused, Err(store::Error::Conflict(usize::MAX))), "{refused:?}");
    let mut told = Vec::new();
    for shard in world.shards().await.unwrap() {
        let range = shard.sequence_number_range.clone().unwrap();
        assert!(range.ending_sequence_number.is_some());
        told.extend(values(&world.records(&shard).await));
    }
    assert_eq!(told, ["0"]);
    let list = async || {
        let output = world.cx.run::<ListStreams, _>(&*world.service, ListStreamsInput::default());
        output.await.unwrap().streams.unwrap().len()
    };
    assert_eq!(list().await, 1);
    world.turn(25).await;
    assert_eq!(world.shards().await.unwrap_err().code(), "ResourceNotFoundException");
    assert_eq!(list().await, 0);
    let tables = &world.service.platform.store.tables;
    for table in [crate::records::change::CHANGES, crate::records::shard::SHARDS.table] {
        assert!(tables.scan(table, store::Scan::prefix(b"")).await.unwrap().is_empty());
    }
}

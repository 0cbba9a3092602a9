//! A client that reads the stream as consumers do: the oldest shards first, and a shard when all
//! that it descends from have ended.

use super::{Answer, Client, Failure, STREAM};
use crate::time::lock;
use crate::witness::{Place, Sequence};
use shapes::kinesis::ops::{GetRecords, GetShardIterator, ListShards};
use shapes::kinesis::{
    ChildShard, GetRecordsInput, GetRecordsOutput, GetShardIteratorInput, ListShardsInput,
    ShardFilter,
};
use std::collections::{BTreeMap, BTreeSet};

/// Keeps reading all there is.
pub(crate) async fn follow(client: Client) {
    while client.is_due() {
        let since = client.time.number();
        if let Ok(first) = oldest(&client).await {
            let mut pass = Pass { ready: first, ..Pass::default() };
            if pass.run(&client).await {
                let records = lock(&client.witness.records);
                records.followed(&client.time, since, &pass.found);
            }
        }
        client.rest(500_000).await;
    }
}

async fn oldest(client: &Client) -> Answer<Vec<String>> {
    let oldest = ShardFilter { r#type: "AT_TRIM_HORIZON".to_owned(), ..Default::default() };
    let input = ListShardsInput {
        stream_name: Some(STREAM.to_owned()),
        shard_filter: Some(oldest),
        ..Default::default()
    };
    let shards = client.call::<ListShards>(STREAM, input).await?.shards.unwrap_or_default();
    Ok(shards.into_iter().map(|shard| shard.shard_id).collect())
}

/// One time through all generations.
#[derive(Default)]
struct Pass {
    /// Shards that can be read.
    ready: Vec<String>,
    /// Those of which some parent has not ended yet.
    waiting: Vec<ChildShard>,
    ended: BTreeSet<String>,
    found: BTreeSet<Place>,
    /// The newest record of each partition key.
    newest: BTreeMap<String, Sequence>,
}

impl Pass {
    /// Whether it came to the end.
    async fn run(&mut self, client: &Client) -> bool {
        while let Some(shard) = self.ready.pop() {
            match self.read(client, &shard).await {
                Some(children) => self.end(client, shard, children),
                None => return false,
            }
        }
        true
    }

    /// Reads a shard to its tip, or to its end and then gives its children; `None` when there is no
    /// time left for that.
    async fn read(&mut self, client: &Client, shard: &str) -> Option<Vec<ChildShard>> {
        let (mut iterator, mut after) = (None, None);
        while client.is_due() {
            match page(client, shard, iterator.take(), after.as_ref()).await {
                Ok(page) => {
                    self.take(client, shard, &page, &mut after);
                    if page.millis_behind_latest == Some(0) || page.next_shard_iterator.is_none() {
                        return Some(page.child_shards.unwrap_or_default());
                    }
                    iterator = page.next_shard_iterator;
                }
                Err(Failure::Refused(error)) if error.code() != "ExpiredIteratorException" => {
                    client.time.violate("generations", format!("{shard} is refused: {error}"));
                }
                Err(_) => client.rest(100_000).await,
            }
        }
        None
    }

    fn take(
        &mut self,
        client: &Client,
        shard: &str,
        page: &GetRecordsOutput,
        after: &mut Option<Sequence>,
    ) {
        for record in &page.records {
            let sequence = Sequence::new(&record.sequence_number);
            let key = record.partition_key.clone().unwrap_or_default();
            let newest = self.newest.entry(key.clone()).or_insert_with(|| sequence.clone());
            let is_new = self.found.insert((shard.to_owned(), sequence.clone()));
            if !is_new || *newest > sequence {
                let message = format!("{shard} has {sequence} of {key}, after {newest}");
                client.time.violate("generations", message);
            }
            *newest = sequence.clone();
            *after = Some(sequence);
        }
    }

    fn end(&mut self, client: &Client, shard: String, children: Vec<ChildShard>) {
        if children.is_empty() {
            return;
        }
        client.time.note(format_args!("{} has read all of {shard}", client.name));
        self.ended.insert(shard);
        for child in children {
            // One that was merged is told of by both of its parents.
            if self.waiting.iter().all(|it| it.shard_id != child.shard_id) {
                self.waiting.push(child);
            }
        }
        let has_ended = |parent: &String| self.ended.contains(parent);
        let (ready, waiting) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition(|child| child.parent_shards.iter().all(has_ended));
        self.waiting = waiting;
        self.ready.extend(Vec::into_iter(ready).map(|child: ChildShard| child.shard_id));
    }
}

async fn page(
    client: &Client,
    shard: &str,
    iterator: Option<String>,
    after: Option<&Sequence>,
) -> Answer<GetRecordsOutput> {
    let shard_iterator = match iterator {
        Some(iterator) => iterator,
        None => {
            let kind = if after.is_none() { "TRIM_HORIZON" } else { "AFTER_SEQUENCE_NUMBER" };
            let input = GetShardIteratorInput {
                stream_name: Some(STREAM.to_owned()),
                shard_id: shard.to_owned(),
                shard_iterator_type: kind.to_owned(),
                starting_sequence_number: after.map(ToString::to_string),
                ..Default::default()
            };
            let answer = client.call::<GetShardIterator>(shard, input).await?;
            answer.shard_iterator.ok_or(Failure::Unknown)?
        }
    };
    let limit = Some(1 + client.index(60) as i32);
    let input = GetRecordsInput { shard_iterator, limit, ..Default::default() };
    client.call::<GetRecords>(shard, input).await
}

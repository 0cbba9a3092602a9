//! Clients that put records and read them.

use super::{Answer, Client, Failure, STREAM};
use crate::time::lock;
use crate::witness::{Page, Place, Sequence};
use bytes::Bytes;
use shapes::kinesis::ops::{GetRecords, GetShardIterator, ListShards, PutRecord, PutRecords};
use shapes::kinesis::{
    GetRecordsInput, GetRecordsOutput, GetShardIteratorInput, ListShardsInput, PutRecordInput,
    PutRecordsInput, PutRecordsRequestEntry,
};

/// Keeps putting records, and puts again what it heard nothing of.
pub(crate) async fn produce(client: Client, producer: u64) {
    let mut number = 0;
    while client.is_due() {
        let count = if client.one_in(3) { 1 + client.index(8) } else { 1 };
        let records: Vec<(String, String)> = (0..count)
            .map(|_| {
                number += 1;
                // Some keys are one producer's, others are everybody's.
                let key = match client.index(8) {
                    key @ 0..3 => format!("common{key}"),
                    key => format!("own{producer}-{key}"),
                };
                (key, format!("{producer}-{number}"))
            })
            .collect();
        for _ in 0..4 {
            match put(&client, &records).await {
                Err(Failure::Unknown | Failure::Unreachable) => client.rest(100_000).await,
                _ => break,
            }
        }
        client.rest(60_000).await;
    }
}

/// Puts records, each with its key, and gives their places.
pub(crate) async fn put(client: &Client, records: &[(String, String)]) -> Answer<Vec<Place>> {
    let (begun, before) = (client.time.number(), lock(&client.witness.records).newest());
    let places = match records {
        [(key, data)] => vec![put_one(client, key, data).await?],
        several => put_several(client, several).await?,
    };
    for ((shard, sequence), (_, data)) in places.iter().zip(records) {
        client.time.note(format_args!("{} has {data} at {shard} {sequence}", client.name));
        let mut witness = lock(&client.witness.records);
        witness.acknowledged(&client.time, (shard, sequence), data, (begun, &before));
    }
    Ok(places)
}

async fn put_one(client: &Client, key: &str, data: &str) -> Answer<Place> {
    let input = PutRecordInput {
        stream_name: Some(STREAM.to_owned()),
        partition_key: Some(key.to_owned()),
        data: Bytes::from(data.to_owned()),
        ..Default::default()
    };
    let answer = client.call::<PutRecord>(data, input).await?;
    Ok((answer.shard_id, Sequence::new(&answer.sequence_number)))
}

async fn put_several(client: &Client, records: &[(String, String)]) -> Answer<Vec<Place>> {
    let entry = |(key, data): &(String, String)| PutRecordsRequestEntry {
        data: Bytes::from(data.clone()),
        explicit_hash_key: None,
        partition_key: Some(key.clone()),
    };
    let input = PutRecordsInput {
        stream_name: Some(STREAM.to_owned()),
        records: records.iter().map(entry).collect(),
        ..Default::default()
    };
    let on = format!("{} and {} more", records[0].1, records.len() - 1);
    let answer = client.call::<PutRecords>(&on, input).await?;
    let place = |entry: &shapes::kinesis::PutRecordsResultEntry| {
        Some((entry.shard_id.clone()?, Sequence::new(entry.sequence_number.as_deref()?)))
    };
    // One that was not taken ends the list of those that were acknowledged.
    Ok(answer.records.iter().map_while(place).collect())
}

/// The shards of the stream, the oldest first.
pub(crate) async fn shards(client: &Client) -> Answer<Vec<String>> {
    let input = ListShardsInput { stream_name: Some(STREAM.to_owned()), ..Default::default() };
    let answer = client.call::<ListShards>(STREAM, input).await?;
    Ok(answer.shards.unwrap_or_default().into_iter().map(|shard| shard.shard_id).collect())
}

/// Reads a shard from place to place.
pub(crate) struct Cursor {
    pub shard: String,
    pub after: Option<Sequence>,
    iterator: Option<String>,
}

impl Cursor {
    pub fn new(shard: String) -> Self {
        Self { shard, after: None, iterator: None }
    }

    /// The next page; whether it was the last. After an error the same one is read again.
    pub async fn next(&mut self, client: &Client) -> Answer<Option<Vec<(Sequence, String)>>> {
        let iterator = match self.iterator.take() {
            Some(iterator) => iterator,
            None => self.begin(client).await?,
        };
        let (asked, limit) = (client.time.number(), 1 + client.index(30) as i32);
        let input =
            GetRecordsInput { shard_iterator: iterator, limit: Some(limit), ..Default::default() };
        let answer = client.call::<GetRecords>(&self.shard, input).await?;
        Ok(self.take(client, asked, answer))
    }

    fn take(
        &mut self,
        client: &Client,
        asked: u64,
        answer: GetRecordsOutput,
    ) -> Option<Vec<(Sequence, String)>> {
        let is_last = answer.millis_behind_latest == Some(0);
        let record = |record: &shapes::kinesis::Record| {
            let data = String::from_utf8_lossy(&record.data).into_owned();
            (Sequence::new(&record.sequence_number), data)
        };
        let found: Vec<_> = answer.records.iter().map(record).collect();
        let (shard, after) = (&*self.shard, self.after.as_ref());
        let page = Page { shard, after, found: &found, is_last, asked };
        lock(&client.witness.records).read(&client.time, &page);
        self.iterator = answer.next_shard_iterator;
        if let Some((last, _)) = found.last() {
            self.after = Some(last.clone());
        }
        (!found.is_empty() || !is_last).then_some(found)
    }

    async fn begin(&self, client: &Client) -> Answer<String> {
        let kind = match &self.after {
            None => "TRIM_HORIZON",
            Some(_) => "AFTER_SEQUENCE_NUMBER",
        };
        let input = GetShardIteratorInput {
            stream_name: Some(STREAM.to_owned()),
            shard_id: self.shard.clone(),
            shard_iterator_type: kind.to_owned(),
            starting_sequence_number: self.after.as_ref().map(ToString::to_string),
            ..Default::default()
        };
        let answer = client.call::<GetShardIterator>(&self.shard, input).await?;
        answer.shard_iterator.ok_or(Failure::Unknown)
    }
}

/// Keeps reading all shards, now and then from the beginning.
pub(crate) async fn consume(client: Client) {
    let mut cursors: Vec<Cursor> = Vec::new();
    while client.is_due() {
        if cursors.is_empty() || client.one_in(40) {
            let known = shards(&client).await.unwrap_or_default();
            cursors = known.into_iter().map(Cursor::new).collect();
        }
        for cursor in &mut cursors {
            if let Err(Failure::Refused(error)) = cursor.next(&client).await
                && error.code() != "ExpiredIteratorException"
            {
                client.time.violate("reads", format!("{} is refused: {error}", cursor.shard));
            }
        }
        client.rest(150_000).await;
    }
}

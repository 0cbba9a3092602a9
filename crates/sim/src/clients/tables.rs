//! Clients of a table: they count its items up, each on the condition that it is as they have seen it, alone
//! and in transactions, and read the table's stream from shard to shard.

use super::{Answer, Client, Failure, Servers};
use crate::time::lock;
use crate::witness::Changes;
use shapes::AttributeValue;
use shapes::dynamodb::ops::{
    CreateTable, DeleteTable, DescribeTable, GetItem, TransactWriteItems, UpdateItem,
};
use shapes::dynamodb::{
    AttributeDefinition, CreateTableInput, DeleteTableInput, DescribeTableInput, GetItemInput,
    KeySchemaElement, StreamSpecification, TransactWriteItem, TransactWriteItemsInput, Update,
    UpdateItemInput,
};
use shapes::dynamodbstreams::ops::{DescribeStream, GetRecords, GetShardIterator};
use shapes::dynamodbstreams::{
    DescribeStreamInput, GetRecordsInput, GetShardIteratorInput, Record, Shard,
};
use std::collections::BTreeMap;

const TABLE: &str = "ledger";
/// How many items there are: so few that writers meet.
const ITEMS: usize = 4;
/// Within how many seconds of the world's time all changes have been told.
const SETTLED_WITHIN_S: u64 = 60;
const UPDATE: &str = "SET n = :to, mark = :mark";

type Item = BTreeMap<String, AttributeValue>;

/// Makes the table, with a stream.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn prepare(client: &Client, servers: Servers) -> platform::Result<()> {
    let client = client.named("prepare", servers.dynamodb);
    let id = || "id".to_owned();
    let input = || CreateTableInput {
        table_name: TABLE.to_owned(),
        attribute_definitions: Some(vec![AttributeDefinition {
            attribute_name: id(),
            attribute_type: "S".to_owned(),
        }]),
        key_schema: Some(vec![KeySchemaElement {
            attribute_name: id(),
            key_type: "HASH".to_owned(),
        }]),
        billing_mode: Some("PAY_PER_REQUEST".to_owned()),
        stream_specification: Some(StreamSpecification {
            stream_enabled: true,
            stream_view_type: Some("NEW_AND_OLD_IMAGES".to_owned()),
        }),
        ..Default::default()
    };
    let made = client.insist(|| client.call::<CreateTable>(TABLE, input())).await;
    match made {
        // An attempt that was not heard of has made it.
        Err(error) if error.code() != "ResourceInUseException" => Err(error),
        _ => Ok(()),
    }
}

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: Servers) {
    for number in 0..3 {
        let counter = client.named(&format!("counter{number}"), servers.dynamodb);
        client.work(count(counter));
    }
    client.work(follow(client.named("changes", servers.dynamodb)));
}

/// Keeps counting items up.
async fn count(client: Client) {
    while client.is_due() {
        let first = client.index(ITEMS);
        if client.one_in(3) {
            both(&client, first, (first + 1) % ITEMS).await;
        } else {
            one(&client, first).await;
        }
        client.rest(400_000).await;
    }
}

/// Where an item is, as far as this client can see.
async fn seen(client: &Client, item: usize) -> Option<u64> {
    let input = GetItemInput {
        table_name: TABLE.to_owned(),
        key: key(item),
        consistent_read: Some(true),
        ..Default::default()
    };
    let got = client.call::<GetItem>(&name(item), input).await;
    expect(client, got).map(|got| number(got.item.as_ref()))
}

async fn one(client: &Client, item: usize) {
    let Some(from) = seen(client, item).await else { return };
    let mark = begin_change(client, item, from);
    let (condition, values) = condition(from, &mark);
    let input = UpdateItemInput {
        table_name: TABLE.to_owned(),
        key: key(item),
        update_expression: Some(UPDATE.to_owned()),
        condition_expression: Some(condition),
        expression_attribute_values: Some(values),
        ..Default::default()
    };
    let updated = client.call::<UpdateItem>(&name(item), input).await;
    if expect(client, updated).is_some() {
        lock(&client.witness.changes).done(&client.time, &mark);
    }
}

async fn both(client: &Client, first: usize, second: usize) {
    let mut parts = Vec::new();
    let mut marks = Vec::new();
    for item in [first, second] {
        let Some(from) = seen(client, item).await else { return };
        let mark = begin_change(client, item, from);
        let (condition, values) = condition(from, &mark);
        let update = Update {
            table_name: TABLE.to_owned(),
            key: key(item),
            update_expression: UPDATE.to_owned(),
            condition_expression: Some(condition),
            expression_attribute_values: Some(values),
            ..Default::default()
        };
        parts.push(TransactWriteItem { update: Some(update), ..Default::default() });
        marks.push(mark);
    }
    if let [one, two] = &marks[..] {
        lock(&client.witness.changes).together([one.clone(), two.clone()]);
    }
    let input = TransactWriteItemsInput { transact_items: parts, ..Default::default() };
    let written = client.call::<TransactWriteItems>(&name(first), input).await;
    if expect(client, written).is_some() {
        for mark in marks {
            lock(&client.witness.changes).done(&client.time, &mark);
        }
    }
}

fn begin_change(client: &Client, item: usize, from: u64) -> String {
    let mark = format!("{}-{}", client.name, client.time.number());
    lock(&client.witness.changes).begin(&mark, &name(item), from + 1);
    mark
}

/// On what condition an item is counted up, and the values of the expressions.
fn condition(from: u64, mark: &str) -> (String, Item) {
    let mut values = Item::from([
        (":to".to_owned(), AttributeValue::N((from + 1).to_string())),
        (":mark".to_owned(), AttributeValue::S(mark.to_owned())),
    ]);
    if from == 0 {
        return ("attribute_not_exists(id)".to_owned(), values);
    }
    values.insert(":from".to_owned(), AttributeValue::N(from.to_string()));
    ("n = :from".to_owned(), values)
}

fn name(item: usize) -> String {
    format!("item{item}")
}

fn key(item: usize) -> Item {
    Item::from([("id".to_owned(), AttributeValue::S(name(item)))])
}

fn number(item: Option<&Item>) -> u64 {
    match item.and_then(|item| item.get("n")) {
        Some(AttributeValue::N(number)) => number.parse().unwrap_or_default(),
        _ => 0,
    }
}

/// The answer, unless there is none or it says that somebody else was there first.
fn expect<T>(client: &Client, answer: Answer<T>) -> Option<T> {
    match answer {
        Ok(answer) => Some(answer),
        Err(Failure::Refused(error)) => {
            let meets = [
                "ConditionalCheckFailedException",
                "TransactionCanceledException",
                "TransactionConflictException",
            ];
            if !meets.contains(&error.code()) && !client.time.troubled() {
                client.time.violate("refusals", format!("{error}"));
            }
            None
        }
        Err(_) => None,
    }
}

/// A reader of the stream.
#[derive(Default)]
struct Reader {
    stream_arn: String,
    /// How far it is in each shard: the last number, or that it has ended.
    read: BTreeMap<String, Option<String>>,
    ended: BTreeMap<String, ()>,
}

/// Keeps reading the stream.
async fn follow(client: Client) {
    let mut reader = Reader::default();
    while client.is_due() {
        let _ = reader.round(&client).await;
        client.rest(300_000).await;
    }
    lock(&client.witness.follower).replace(reader.places());
}

/// Where a reader was, for another that goes on.
pub(crate) type Places = (BTreeMap<String, Option<String>>, BTreeMap<String, ()>);

impl Reader {
    fn places(&self) -> Places {
        (self.read.clone(), self.ended.clone())
    }

    /// Reads what there is, a shard when its parent has ended.
    async fn round(&mut self, client: &Client) -> Answer<()> {
        if self.stream_arn.is_empty() {
            let input = DescribeTableInput { table_name: TABLE.to_owned() };
            let table = client.call::<DescribeTable>(TABLE, input).await?.table;
            let arn = table.and_then(|table| table.latest_stream_arn);
            self.stream_arn = arn.ok_or(Failure::Unknown)?;
        }
        for shard in self.shards(client).await? {
            let id = shard.shard_id.unwrap_or_default();
            let waits = shard.parent_shard_id.is_some_and(|it| !self.ended.contains_key(&it));
            if !waits && !self.ended.contains_key(&id) {
                self.shard(client, &id).await?;
            }
        }
        Ok(())
    }

    async fn shards(&self, client: &Client) -> Answer<Vec<Shard>> {
        let (mut shards, mut after) = (Vec::new(), None);
        loop {
            let input = DescribeStreamInput {
                stream_arn: self.stream_arn.clone(),
                limit: Some(5),
                exclusive_start_shard_id: after.take(),
                shard_filter: None,
            };
            let described = client.call::<DescribeStream>(TABLE, input).await?.stream_description;
            let described = described.unwrap_or_default();
            shards.extend(described.shards.unwrap_or_default());
            match described.last_evaluated_shard_id {
                Some(last) => after = Some(last),
                None => return Ok(shards),
            }
        }
    }

    async fn shard(&mut self, client: &Client, id: &str) -> Answer<()> {
        let after = self.read.get(id).cloned().flatten();
        let kind = if after.is_some() { "AFTER_SEQUENCE_NUMBER" } else { "TRIM_HORIZON" };
        let input = GetShardIteratorInput {
            stream_arn: self.stream_arn.clone(),
            shard_id: id.to_owned(),
            shard_iterator_type: kind.to_owned(),
            sequence_number: after,
            timestamp: None,
        };
        let mut next = client.call::<GetShardIterator>(id, input).await?.shard_iterator;
        while let Some(shard_iterator) = next {
            let input = GetRecordsInput { shard_iterator, limit: Some(7) };
            let page = client.call::<GetRecords>(id, input).await?;
            let records = page.records.unwrap_or_default();
            for record in &records {
                self.take(client, id, record);
            }
            next = page.next_shard_iterator;
            if next.is_none() {
                self.ended.insert(id.to_owned(), ());
            }
            if records.is_empty() {
                break;
            }
        }
        Ok(())
    }

    fn take(&mut self, client: &Client, id: &str, record: &Record) {
        let change = record.dynamodb.clone().unwrap_or_default();
        self.read.insert(id.to_owned(), change.sequence_number);
        let new = change.new_image.unwrap_or_default();
        let text = |name: &str| match new.get(name) {
            Some(AttributeValue::S(text)) => text.clone(),
            _ => String::new(),
        };
        let (from, to) = (number(change.old_image.as_ref()), number(Some(&new)));
        let mut changes = lock(&client.witness.changes);
        Changes::told(&mut changes, &client.time, &text("id"), from, to, &text("mark"));
    }
}

/// In peace the stream tells of all that was done, and its items are as it says.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client) -> platform::Result<()> {
    let mut reader = Reader::default();
    if let Some((read, ended)) = lock(&client.witness.follower).take() {
        (reader.read, reader.ended) = (read, ended);
    }
    let deadline_us = client.time.now_us() + SETTLED_WITHIN_S * 1_000_000;
    while client.time.violation().is_none() {
        match reader.round(client).await {
            Err(Failure::Refused(error)) => return Err(error),
            Err(_) => client.rest(200_000).await,
            Ok(()) => {}
        }
        let left = lock(&client.witness.changes).left();
        let Some(left) = left else { break };
        if client.time.now_us() > deadline_us {
            client.time.violate("changes", format!("{left} is not told"));
        }
        client.rest(500_000).await;
    }
    // What nobody heard of may have been done while the stream was read.
    client.rest(2_000_000).await;
    while let Err(failure) = reader.round(client).await {
        if let Failure::Refused(error) = failure {
            return Err(error);
        }
        client.rest(200_000).await;
    }
    for item in 0..ITEMS {
        let input = || GetItemInput {
            table_name: TABLE.to_owned(),
            key: key(item),
            consistent_read: Some(true),
            ..Default::default()
        };
        let id = name(item);
        let got = client.insist(|| client.call::<GetItem>(&id, input())).await?;
        let (is, told) =
            (number(got.item.as_ref()), lock(&client.witness.changes).counted(&name(item)));
        if is != told {
            let message = format!("{} is {is}, and its stream says {told}", name(item));
            client.time.violate("changes", message);
        }
    }
    Ok(())
}

/// Removes the table.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn clear(client: &Client) -> platform::Result<()> {
    let input = || DeleteTableInput { table_name: TABLE.to_owned() };
    match client.insist(|| client.call::<DeleteTable>(TABLE, input())).await {
        // An attempt that was not heard of has done it.
        Err(error) if error.code() != "ResourceNotFoundException" => Err(error),
        _ => Ok(()),
    }
}

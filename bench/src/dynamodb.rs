//! Figures of tables.

use crate::Result;
use crate::api::drive;
use crate::http::{Answer, Connection, request};
use crate::kinesis::time;
use crate::load::{Outcome, Repeat, Until, Worker, expect_ok, median};
use crate::peers::Programs;
use crate::scan;
use crate::server::{Kind, Server};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// How long a table may take to become ready.
const READY: Duration = Duration::from_secs(60);
/// How many items a query answers, and of how many bytes.
const OF_QUERY: usize = 100;
const QUERIED_BYTES: usize = 200;
/// How many items a batch may have.
const OF_BATCH: usize = 25;
/// What stands for a key in a request that is made ahead: as long as every key.
const PLACE: &str = "KEYKEYKEYKEY";

fn call(address: SocketAddr, operation: &str, input: &Value) -> Vec<u8> {
    let target = format!("DynamoDB_20120810.{operation}");
    let headers =
        [("X-Amz-Target", target.as_str()), ("Content-Type", "application/x-amz-json-1.0")];
    request(address, "POST", "/", "dynamodb", &headers, input.to_string().as_bytes())
}

async fn ask(server: &Server, operation: &str, input: Value) -> Result<Value> {
    let (answer, body) = server.ask(&call(server.address, operation, &input)).await?;
    expect_ok(answer, &body).map_err(|error| format!("{operation}: {error}"))?;
    Ok(serde_json::from_slice(&body).unwrap_or(Value::Null))
}

/// Makes a table of texts as keys and waits until it is ACTIVE.
async fn create(server: &Server, table: &str, keys: &[&str]) -> Result<()> {
    let defined = |name| json!({"AttributeName": name, "AttributeType": "S"});
    let key = |(name, role)| json!({"AttributeName": name, "KeyType": role});
    let schema: Vec<Value> = keys.iter().zip(["HASH", "RANGE"]).map(key).collect();
    let input = json!({
        "TableName": table, "BillingMode": "PAY_PER_REQUEST", "KeySchema": schema,
        "AttributeDefinitions": keys.iter().map(defined).collect::<Vec<_>>(),
    });
    ask(server, "CreateTable", input).await?;
    let since = Instant::now();
    while since.elapsed() < READY {
        let answer = ask(server, "DescribeTable", json!({"TableName": table})).await?;
        if answer["Table"]["TableStatus"] == "ACTIVE" {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Err(format!("the table {table} did not become ACTIVE"))
}

async fn delete(server: &Server, table: &str) -> Result<()> {
    ask(server, "DeleteTable", json!({"TableName": table})).await.map(drop)
}

/// Fails unless a table holds so many items.
async fn expect_items(server: &Server, table: &str, expected: u64) -> Result<()> {
    let (mut found, mut start) = (0, Value::Null);
    loop {
        let mut input = json!({"TableName": table, "Select": "COUNT", "ConsistentRead": true});
        if !start.is_null() {
            input["ExclusiveStartKey"] = start;
        }
        let page = ask(server, "Scan", input).await?;
        found += page["Count"].as_u64().unwrap_or(0);
        start = page["LastEvaluatedKey"].clone();
        if start.is_null() {
            break;
        }
    }
    if found == expected {
        return Ok(());
    }
    Err(format!("{table}: {expected} items were acknowledged, {found} are there"))
}

/// Puts items, none of which was there.
struct Puts {
    request: Vec<u8>,
    /// Where keys stand in the request.
    places: Vec<usize>,
    /// The next key, and how far the one behind it is: workers take turns.
    next: usize,
    step: usize,
}

impl Puts {
    fn new(request: Vec<u8>, first: usize, step: usize) -> Self {
        let found = memchr::memmem::find_iter(&request, PLACE).collect();
        Self { request, places: found, next: first, step }
    }
}

impl Worker for Puts {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        for place in &self.places {
            let key = format!("{:012}", self.next);
            self.request[*place..*place + PLACE.len()].copy_from_slice(key.as_bytes());
            self.next += self.step;
        }
        &self.request
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        expect_ok(answer, body)?;
        match scan::count(body, "PutRequest") {
            0 => Ok(self.places.len() as u64),
            left => Err(format!("{left} items were not processed")),
        }
    }
}

fn item(bytes: usize) -> Value {
    json!({"id": {"S": PLACE}, "data": {"S": "x".repeat(bytes)}})
}

/// PutItem of 1 KiB over 16 connections, in items per second.
pub async fn put_item(server: &Server, run: usize) -> Result<f64> {
    let table = format!("put-item-{run}");
    create(server, &table, &["id"]).await?;
    let request = call(server.address, "PutItem", &json!({"TableName": table, "Item": item(1024)}));
    let workers = (0..16).map(|first| Puts::new(request.clone(), first, 16)).collect();
    let outcome = drive(server, time(), workers).await?;
    expect_items(server, &table, outcome.units).await?;
    delete(server, &table).await?;
    Ok(outcome.rate())
}

/// Fills a table by batches.
async fn fill(
    server: &Server,
    table: &str,
    connections: usize,
    bytes: usize,
    until: Until,
) -> Result<Outcome> {
    let put = json!({"PutRequest": {"Item": item(bytes)}});
    let batch = json!({"RequestItems": {table: vec![put; OF_BATCH]}});
    let request = call(server.address, "BatchWriteItem", &batch);
    let worker = |first| Puts::new(request.clone(), first, connections);
    drive(server, until, (0..connections).map(worker).collect()).await
}

/// BatchWriteItem of 25 × 1 KiB over 4 connections, in items per second.
pub async fn batch_write(server: &Server, run: usize) -> Result<f64> {
    let table = format!("batch-write-{run}");
    create(server, &table, &["id"]).await?;
    let outcome = fill(server, &table, 4, 1024, time()).await?;
    expect_items(server, &table, outcome.units).await?;
    delete(server, &table).await?;
    Ok(outcome.rate())
}

fn get_request(server: &Server, table: &str, key: usize) -> Vec<u8> {
    let key = json!({"id": {"S": format!("{key:012}")}});
    let input = json!({"TableName": table, "Key": key, "ConsistentRead": true});
    call(server.address, "GetItem", &input)
}

fn accept_item(answer: Answer, body: &[u8]) -> Result<u64> {
    expect_ok(answer, body)?;
    match scan::count(body, "data") {
        1 => Ok(1),
        _ => Err("there is no such item".to_owned()),
    }
}

/// Consistent GetItem of 1 KiB over 16 connections, in items per second.
pub async fn get_item(server: &Server, run: usize) -> Result<f64> {
    let table = format!("get-item-{run}");
    create(server, &table, &["id"]).await?;
    fill(server, &table, 1, 1024, Until::Asked(40)).await?;
    let worker =
        |key: usize| Repeat { request: get_request(server, &table, key), accept: accept_item };
    let outcome = drive(server, time(), (0..16).map(worker).collect()).await?;
    delete(server, &table).await?;
    Ok(outcome.rate())
}

fn accept_query(answer: Answer, body: &[u8]) -> Result<u64> {
    expect_ok(answer, body)?;
    match scan::member(body, "ScannedCount") {
        Some(count) if count == OF_QUERY.to_string() => Ok(1),
        other => Err(format!("a query gave {other:?} items")),
    }
}

/// Query of 100 items of 200 B over 4 connections, in queries per second.
pub async fn query(server: &Server, run: usize) -> Result<f64> {
    let table = format!("query-{run}");
    create(server, &table, &["id", "at"]).await?;
    for n in 0..OF_QUERY {
        let data = "x".repeat(QUERIED_BYTES);
        let item = json!({
            "id": {"S": "one"}, "at": {"S": format!("{n:012}")}, "data": {"S": data},
        });
        ask(server, "PutItem", json!({"TableName": table, "Item": item})).await?;
    }
    let input = json!({
        "TableName": table, "KeyConditionExpression": "id = :id",
        "ExpressionAttributeValues": {":id": {"S": "one"}},
    });
    let request = call(server.address, "Query", &input);
    let worker = || Repeat { request: request.clone(), accept: accept_query };
    let outcome = drive(server, time(), (0..4).map(|_| worker()).collect()).await?;
    delete(server, &table).await?;
    Ok(outcome.rate())
}

/// What a table of so many items is like: items put a second, MiB of memory, milliseconds to start
/// again, milliseconds for a GetItem alone.
pub async fn grown(programs: &Programs, size: usize) -> Result<[f64; 4]> {
    let dir = tempfile::tempdir_in(&programs.scratch).map_err(|error| error.to_string())?;
    let server = Server::start_in(Kind::Waterwheel, programs, dir.path()).await?;
    create(&server, "many", &["id"]).await?;
    let asked = (size / OF_BATCH / 4) as u64;
    let outcome = fill(&server, "many", 4, 100, Until::Asked(asked)).await?;
    expect_items(&server, "many", outcome.units).await?;
    let memory = server.memory_mib()?;
    drop(server);
    let server = Server::start_in(Kind::Waterwheel, programs, dir.path()).await?;
    let mut connection = Connection::open(server.address).await?;
    let mut times = Vec::new();
    for n in 0..1000 {
        // Keys from all over the table, in no order of theirs.
        let request = get_request(&server, "many", n * 7919 % size);
        let since = Instant::now();
        let answer = connection.exchange(&request, true).await?;
        times.push(since.elapsed().as_secs_f64() * 1e3);
        accept_item(answer, connection.body())?;
    }
    Ok([outcome.rate(), memory, server.start_ms, median(times)])
}

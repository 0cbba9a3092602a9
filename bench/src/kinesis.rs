//! Figures of putting records and getting them.

use crate::Result;
use crate::api::{drive, shard_id};
use crate::http::{Answer, Connection, request};
use crate::load::{Outcome, Repeat, Until, Worker, expect_ok, median};
use crate::scan;
use crate::server::{Kind, Server};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// A record's data: not text, so that nothing about it is easy.
pub fn data(bytes: usize) -> String {
    let data: Vec<u8> = (0..bytes).map(|n| (n * 31 % 251) as u8).collect();
    base64_simd::STANDARD.encode_to_string(data)
}

/// How long a rate is measured.
pub fn time() -> Until {
    Until::Passed(Duration::from_secs(2))
}

/// A PutRecords of `records` records, whose keys spread over the shards.
pub fn put_records_request(server: &Server, stream: &str, records: usize, bytes: usize) -> Vec<u8> {
    let data = data(bytes);
    let record = |n: usize| json!({"Data": data, "PartitionKey": format!("key-{n}")});
    let records: Vec<Value> = (0..records).map(record).collect();
    server.kinesis_request("PutRecords", &json!({"StreamName": stream, "Records": records}))
}

fn accept_put_records(answer: Answer, body: &[u8]) -> Result<u64> {
    expect_ok(answer, body)?;
    match scan::member(body, "FailedRecordCount") {
        None | Some("0") => Ok(scan::count(body, "\"SequenceNumber\"")),
        Some(failed) => Err(format!("{failed} records failed")),
    }
}

/// Puts records in batches of 500, which spread over the shards.
pub fn batches(server: &Server, stream: &str, bytes: usize) -> impl Worker + use<> {
    Repeat { request: put_records_request(server, stream, 500, bytes), accept: accept_put_records }
}

/// Puts records in batches of 500 over some connections.
pub async fn fill(
    server: &Server,
    stream: &str,
    connections: usize,
    bytes: usize,
    until: Until,
) -> Result<Outcome> {
    let workers = (0..connections).map(|_| batches(server, stream, bytes)).collect();
    drive(server, until, workers).await
}

/// PutRecords of 500 × 1 KiB over 4 connections to 4 shards, in records per second.
pub async fn put_records(server: &Server, run: usize) -> Result<f64> {
    let stream = format!("put-records-{run}");
    server.create_stream(&stream, 4).await?;
    let outcome = fill(server, &stream, 4, 1024, time()).await?;
    server.expect_records(&stream, 4, outcome.units).await?;
    server.delete_stream(&stream).await?;
    Ok(outcome.rate())
}

fn put_record_request(server: &Server, stream: &str, key: usize) -> Vec<u8> {
    let input = json!({"StreamName": stream, "Data": data(1024), "PartitionKey": format!("{key}")});
    server.kinesis_request("PutRecord", &input)
}

/// A PutRecord of 1 KiB into the shard that has this hash key.
pub fn put_record_to(server: &Server, stream: &str, hash_key: u128) -> Vec<u8> {
    let input = json!({
        "StreamName": stream, "Data": data(1024), "PartitionKey": "k",
        "ExplicitHashKey": hash_key.to_string(),
    });
    server.kinesis_request("PutRecord", &input)
}

/// Puts into one shard after the other.
pub struct Around {
    /// A request for each shard.
    pub requests: Vec<Vec<u8>>,
    /// With which it begins, less one.
    pub next: usize,
}

impl Worker for Around {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        self.next += 1;
        &self.requests[self.next % self.requests.len()]
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        expect_ok(answer, body).map(|()| 1)
    }
}

/// PutRecord of 1 KiB over some connections, in records per second, to a stream that is there.
pub async fn put_record_rate(server: &Server, stream: &str, connections: usize) -> Result<Outcome> {
    let accept = |answer, body: &[u8]| expect_ok(answer, body).map(|()| 1);
    let worker = |n: usize| Repeat { request: put_record_request(server, stream, n), accept };
    drive(server, time(), (0..connections).map(worker).collect()).await
}

/// PutRecord of 1 KiB over 16 connections to 4 shards, in records per second.
pub async fn put_record(server: &Server, run: usize) -> Result<f64> {
    let stream = format!("put-record-{run}");
    server.create_stream(&stream, 4).await?;
    let outcome = put_record_rate(server, &stream, 16).await?;
    server.expect_records(&stream, 4, outcome.units).await?;
    server.delete_stream(&stream).await?;
    Ok(outcome.rate())
}

/// The median time of 1,000 PutRecord calls, one after the other, in milliseconds.
pub async fn lone_put_ms(server: &Server, stream: &str) -> Result<f64> {
    let request = put_record_request(server, stream, 1);
    let mut connection = Connection::open(server.address).await?;
    let mut times = Vec::new();
    for _ in 0..1000 {
        let start = Instant::now();
        let answer = connection.exchange(&request, true).await?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
        expect_ok(answer, connection.body())?;
    }
    Ok(median(times))
}

/// The same, on a stream of its own.
pub async fn put_record_alone(server: &Server, run: usize) -> Result<f64> {
    let stream = format!("alone-{run}");
    server.create_stream(&stream, 1).await?;
    let figure = lone_put_ms(server, &stream).await?;
    server.expect_records(&stream, 1, 1000).await?;
    Ok(figure)
}

/// Reads one shard to its end, and again from the beginning.
pub struct Reader {
    address: SocketAddr,
    /// The request at the beginning of the shard.
    first: Vec<u8>,
    request: Vec<u8>,
}

impl Worker for Reader {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        &self.request
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        expect_ok(answer, body)?;
        let records = scan::count(body, "\"SequenceNumber\"");
        match scan::member(body, "NextShardIterator") {
            Some(next) if records > 0 => self.request = get_records_request(self.address, next),
            _ => self.request.clone_from(&self.first),
        }
        Ok(records)
    }
}

fn get_records_request(address: SocketAddr, iterator: &str) -> Vec<u8> {
    let headers = [
        ("X-Amz-Target", "Kinesis_20131202.GetRecords"),
        ("Content-Type", "application/x-amz-json-1.1"),
    ];
    let body = format!("{{\"ShardIterator\":\"{iterator}\",\"Limit\":1000}}");
    request(address, "POST", "/", "kinesis", &headers, body.as_bytes())
}

/// Reads a shard, 1,000 records at a time.
pub async fn reader(server: &Server, stream: &str, shard: usize) -> Result<Reader> {
    let iterator = server.iterator(stream, shard).await?;
    let first = get_records_request(server.address, &iterator);
    Ok(Reader { address: server.address, request: first.clone(), first })
}

/// Reads the shards of a stream over a connection each, 1,000 records at a time.
pub async fn read_rate(server: &Server, stream: &str, shards: usize) -> Result<f64> {
    let mut workers = Vec::new();
    for shard in 0..shards {
        workers.push(reader(server, stream, shard).await?);
    }
    Ok(drive(server, time(), workers).await?.rate())
}

/// GetRecords of 1,000 × 1 KiB over 4 connections, a shard each, in records per second.
pub async fn get_records(server: &Server, run: usize) -> Result<f64> {
    let stream = format!("get-records-{run}");
    server.create_stream(&stream, 4).await?;
    // Kinesalite slows down with what it holds; the others get 40,000 records.
    let times = if server.kind == Kind::Kinesalite { 4 } else { 20 };
    let outcome = fill(server, &stream, 4, 1024, Until::Asked(times)).await?;
    server.expect_records(&stream, 4, outcome.units).await?;
    let rate = read_rate(server, &stream, 4).await?;
    server.delete_stream(&stream).await?;
    Ok(rate)
}

/// Puts one record with this data; its sequence number.
pub async fn put_one(connection: &mut Connection, request: &[u8]) -> Result<String> {
    let answer = connection.exchange(request, true).await?;
    expect_ok(answer, connection.body())?;
    let number = scan::member(connection.body(), "SequenceNumber");
    number.map(str::to_owned).ok_or_else(|| "no sequence number in the answer".to_owned())
}

/// The object key under which the example's consumer stores a record of the first shard.
pub fn object_key(sequence_number: &str) -> String {
    format!("record-{}:{sequence_number}.txt", shard_id(0))
}

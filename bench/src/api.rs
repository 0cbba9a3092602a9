//! Single calls of the AWS APIs, for setting up and reading back.

use crate::http::{Answer, Connection, request};
use crate::load::{Worker, expect_ok};
use crate::scan;
use crate::server::{Kind, Server, cpu_seconds};
use crate::{Result, minio};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// How long something may take to become ready.
const READY: Duration = Duration::from_secs(60);
const JSON: (&str, &str) = ("Content-Type", "application/x-amz-json-1.1");

/// The id of a stream's nth shard, as long as none was split or merged.
pub fn shard_id(n: usize) -> String {
    format!("shardId-{n:012}")
}

/// The bytes of a call of Kinesis.
pub fn kinesis_request(address: SocketAddr, operation: &str, input: &Value) -> Vec<u8> {
    let target = format!("Kinesis_20131202.{operation}");
    let headers = [("X-Amz-Target", target.as_str()), JSON];
    request(address, "POST", "/", "kinesis", &headers, input.to_string().as_bytes())
}

impl Server {
    /// The bytes of a Kinesis call.
    pub fn kinesis_request(&self, operation: &str, input: &Value) -> Vec<u8> {
        kinesis_request(self.address, operation, input)
    }

    /// Sends one request on a connection of its own.
    pub async fn ask(&self, bytes: &[u8]) -> Result<(Answer, Vec<u8>)> {
        let mut connection = Connection::open(self.address).await?;
        let answer = connection.exchange(bytes, true).await?;
        Ok((answer, connection.body().to_vec()))
    }

    pub async fn kinesis(&self, operation: &str, input: Value) -> Result<Value> {
        let (answer, body) = self.ask(&self.kinesis_request(operation, &input)).await?;
        expect_ok(answer, &body).map_err(|error| format!("{operation}: {error}"))?;
        Ok(serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    /// Makes a stream and waits until it is ACTIVE.
    pub async fn create_stream(&self, name: &str, shards: usize) -> Result<()> {
        let input = json!({"StreamName": name, "ShardCount": shards});
        self.kinesis("CreateStream", input).await?;
        let since = Instant::now();
        while since.elapsed() < READY {
            let input = json!({"StreamName": name});
            let answer = self.kinesis("DescribeStreamSummary", input).await?;
            if answer["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE" {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(format!("the stream {name} did not become ACTIVE"))
    }

    pub async fn delete_stream(&self, name: &str) -> Result<()> {
        self.kinesis("DeleteStream", json!({"StreamName": name})).await.map(drop)
    }

    /// An iterator at the beginning of a shard.
    pub async fn iterator(&self, stream: &str, shard: usize) -> Result<String> {
        let input = json!({
            "StreamName": stream, "ShardId": shard_id(shard), "ShardIteratorType": "TRIM_HORIZON",
        });
        let answer = self.kinesis("GetShardIterator", input).await?;
        Ok(answer["ShardIterator"].as_str().unwrap_or_default().to_owned())
    }

    /// Reads a stream from its beginning; how many records there are.
    pub async fn count_records(&self, stream: &str, shards: usize) -> Result<u64> {
        let mut records = 0;
        let mut connection = Connection::open(self.address).await?;
        for shard in 0..shards {
            let mut iterator = self.iterator(stream, shard).await?;
            loop {
                let input = json!({"ShardIterator": iterator, "Limit": 10_000});
                let bytes = self.kinesis_request("GetRecords", &input);
                let answer = connection.exchange(&bytes, true).await?;
                expect_ok(answer, connection.body())?;
                let some = scan::count(connection.body(), "\"SequenceNumber\"");
                records += some;
                let behind = scan::member(connection.body(), "MillisBehindLatest");
                let next = scan::member(connection.body(), "NextShardIterator");
                match next {
                    Some(next) if some > 0 || behind != Some("0") => iterator = next.to_owned(),
                    _ => break,
                }
            }
        }
        Ok(records)
    }

    /// Fails unless a stream holds so many records.
    pub async fn expect_records(&self, stream: &str, shards: usize, records: u64) -> Result<()> {
        let found = self.count_records(stream, shards).await?;
        if found == records {
            return Ok(());
        }
        Err(format!("{stream}: {records} records were acknowledged, {found} are there"))
    }

    /// The bytes of an S3 call.
    pub fn s3_request(&self, method: &str, path: &str, body: &[u8]) -> Vec<u8> {
        let payload = [("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")];
        self.plain(request(self.address, method, path, "s3", &payload, body))
    }

    /// A request of S3 as this server takes it.
    pub fn plain(&self, request: Vec<u8>) -> Vec<u8> {
        if self.kind == Kind::Minio { minio::anonymous(request) } else { request }
    }

    /// Makes a bucket.
    pub async fn make_bucket(&self, bucket: &str) -> Result<()> {
        match self.kind {
            Kind::Minio => minio::make_bucket(self, bucket).await,
            _ => self.s3("PUT", &format!("/{bucket}"), b"").await.map(drop),
        }
    }

    pub async fn s3(&self, method: &str, path: &str, body: &[u8]) -> Result<Vec<u8>> {
        let (answer, body) = self.ask(&self.s3_request(method, path, body)).await?;
        match answer.status {
            200 | 204 => Ok(body),
            status => Err(format!("{method} {path}: {status} {}", String::from_utf8_lossy(&body))),
        }
    }

    /// Lists a bucket to its end; how many objects there are.
    pub async fn count_objects(&self, bucket: &str) -> Result<u64> {
        let (mut objects, mut after) = (0, String::new());
        loop {
            let path = format!("/{bucket}?list-type=2&start-after={after}");
            let page = self.s3("GET", &path, b"").await?;
            objects += scan::count(&page, "<Contents>");
            let text = String::from_utf8_lossy(&page);
            let last = text.rsplit_once("<Key>").and_then(|(_, rest)| rest.split_once("</Key>"));
            match last {
                Some((key, _)) if text.contains("<IsTruncated>true") => after = key.to_owned(),
                _ => return Ok(objects),
            }
        }
    }

    /// Lists a bucket's versions to their end; how many there are, marks of deletion aside.
    pub async fn count_versions(&self, bucket: &str) -> Result<u64> {
        let (mut versions, mut after) = (0, String::new());
        loop {
            let page = self.s3("GET", &format!("/{bucket}?versions{after}"), b"").await?;
            versions += scan::count(&page, "<Version>");
            let text = String::from_utf8_lossy(&page);
            let next = |name| scan::element(&text, name).map(scan::percent);
            match (next("NextKeyMarker"), next("NextVersionIdMarker")) {
                (Some(key), Some(id)) if text.contains("<IsTruncated>true") => {
                    after = format!("&key-marker={key}&version-id-marker={id}");
                }
                _ => return Ok(versions),
            }
        }
    }

    /// The bytes of a Lambda call.
    pub fn lambda_request(&self, method: &str, path: &str, body: &[u8]) -> Vec<u8> {
        let headers = [("Content-Type", "application/json")];
        request(self.address, method, path, "lambda", &headers, body)
    }

    pub async fn lambda(&self, method: &str, path: &str, input: Value) -> Result<Value> {
        let body = if input.is_null() { String::new() } else { input.to_string() };
        let (answer, body) = self.ask(&self.lambda_request(method, path, body.as_bytes())).await?;
        if !(200..300).contains(&answer.status) {
            let text = String::from_utf8_lossy(&body);
            return Err(format!("{method} {path}: {} {text}", answer.status));
        }
        Ok(serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    /// Asks a Lambda path until a member of the answer has a value.
    pub async fn wait_lambda(&self, path: &str, member: &str, value: &str) -> Result<()> {
        let since = Instant::now();
        while since.elapsed() < READY {
            if self.lambda("GET", path, Value::Null).await?[member] == value {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(format!("{path}: {member} did not become {value}"))
    }
}

/// Drives workers against this server, and says what it cost: processor time hardly depends on
/// what else the machine does.
pub async fn drive<W: Worker>(
    server: &Server,
    until: crate::load::Until,
    workers: Vec<W>,
) -> Result<crate::load::Outcome> {
    let cpu = || Ok::<_, String>((server.cpu_seconds()?, cpu_seconds("self")?));
    let (server_before, own_before) = cpu()?;
    let (outcome, _) = crate::load::drive(server.address, until, workers).await?;
    let (server_after, own_after) = cpu()?;
    let per_unit = |seconds: f64| seconds * 1e6 / outcome.units.max(1) as f64;
    eprintln!(
        "  {}: {} units, {:.3} µs of processor each, and {:.3} for asking",
        server.kind.name(),
        outcome.units,
        per_unit(server_after - server_before),
        per_unit(own_after - own_before),
    );
    server.note(outcome.asked.clone());
    Ok(outcome)
}

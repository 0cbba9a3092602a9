//! Figures of subscriptions to shards.

use crate::Result;
use crate::api::shard_id;
use crate::http::Connection;
use crate::kinesis::{put_one, put_records_request};
use crate::load::{expect_ok, median};
use crate::machine::idle;
use crate::peers::Programs;
use crate::scan;
use crate::server::{Kind, Server};
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// How long a subscription may be silent; it is told something every five seconds.
const SILENCE: Duration = Duration::from_secs(30);
/// What is counted in events: each record has its number, and what an event goes on with has not this
/// quote before it.
const RECORD: &[u8] = b"\"SequenceNumber\"";

/// A subscription over a connection of its own.
struct Subscription {
    stream: TcpStream,
    input: Vec<u8>,
    records: u64,
}

impl Subscription {
    /// One to the end of a shard.
    async fn open(server: &Server, consumer_arn: &str, shard: usize) -> Result<Self> {
        let request = server.kinesis_request(
            "SubscribeToShard",
            &json!({
                "ConsumerARN": consumer_arn,
                "ShardId": shard_id(shard),
                "StartingPosition": {"Type": "LATEST"},
            }),
        );
        let lost = |error: std::io::Error| format!("subscribe: {error}");
        let mut stream = TcpStream::connect(server.address).await.map_err(lost)?;
        stream.set_nodelay(true).map_err(lost)?;
        stream.write_all(&request).await.map_err(lost)?;
        let mut subscription = Self { stream, input: Vec::new(), records: 0 };
        while memchr::memmem::find(&subscription.input, b"\r\n\r\n").is_none() {
            subscription.fill().await?;
        }
        if !subscription.input.starts_with(b"HTTP/1.1 200 ") {
            return Err(String::from_utf8_lossy(&subscription.input).into_owned());
        }
        subscription.input.clear();
        Ok(subscription)
    }

    async fn fill(&mut self) -> Result<()> {
        let read = tokio::time::timeout(SILENCE, self.stream.read_buf(&mut self.input)).await;
        match read.map_err(|_| "a subscription is silent")? {
            Ok(0) => Err("the server ended a subscription".to_owned()),
            Ok(_) => Ok(()),
            Err(error) => Err(format!("a subscription: {error}")),
        }
    }

    /// Waits until it was told of so many records in all.
    async fn until(&mut self, records: u64) -> Result<()> {
        while self.records < records {
            self.fill().await?;
            self.records += memchr::memmem::find_iter(&self.input, RECORD).count() as u64;
            // A number that has come in part is counted with what follows.
            let keep = RECORD.len() - 1;
            let tail = self.input.len().saturating_sub(keep);
            self.input.drain(..tail);
        }
        Ok(())
    }
}

/// Registers consumers of a stream and waits until they are active; their ARNs.
async fn register(server: &Server, stream: &str, consumers: usize) -> Result<Vec<String>> {
    let summary = server.kinesis("DescribeStreamSummary", json!({"StreamName": stream})).await?;
    let stream_arn = &summary["StreamDescriptionSummary"]["StreamARN"];
    let mut arns = Vec::new();
    for n in 0..consumers {
        let input = json!({"StreamARN": stream_arn, "ConsumerName": format!("consumer-{n}")});
        let answer = server.kinesis("RegisterStreamConsumer", input).await?;
        arns.push(answer["Consumer"]["ConsumerARN"].as_str().unwrap_or_default().to_owned());
    }
    for arn in &arns {
        let ask = || server.kinesis("DescribeStreamConsumer", json!({"ConsumerARN": arn}));
        while ask().await?["ConsumerDescription"]["ConsumerStatus"] != "ACTIVE" {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
    Ok(arns)
}

async fn delete(server: &Server, stream: &str) -> Result<()> {
    let input = json!({"StreamName": stream, "EnforceConsumerDeletion": true});
    server.kinesis("DeleteStream", input).await.map(drop)
}

/// Records, one at a time.
const ALONE: u64 = 1000;

/// From the sending of a PutRecord to the arrival of the event that has it, one at a time: the middle
/// one, in milliseconds.
pub async fn event_p50(server: &Server, run: usize) -> Result<f64> {
    let stream = format!("event-{run}");
    server.create_stream(&stream, 1).await?;
    let arns = register(server, &stream, 1).await?;
    let arn = arns.first().ok_or("no consumer")?;
    let mut subscription = Subscription::open(server, arn, 0).await?;
    let mut connection = Connection::open(server.address).await?;
    let input = json!({"StreamName": stream, "Data": "d2F0ZXI=", "PartitionKey": "k"});
    let request = server.kinesis_request("PutRecord", &input);
    let mut times = Vec::new();
    for n in 1..=ALONE {
        let start = Instant::now();
        let put = put_one(&mut connection, &request);
        let told = async {
            subscription.until(n).await?;
            Ok::<_, String>(start.elapsed().as_secs_f64() * 1e3)
        };
        let (put, told) = tokio::join!(put, told);
        put?;
        times.push(told?);
    }
    delete(server, &stream).await?;
    Ok(median(times))
}

const SHARDS: usize = 10;
const CONSUMERS: usize = 20;
/// PutRecords of so many records of 100 B, so many in a second, for so long.
const BATCH: usize = 100;
const BATCHES_A_SECOND: u32 = 100;
const BATCHES: u32 = 300;

/// How fast twenty consumers of ten shards are told of ten thousand records a second, in records a
/// second in all. Each gets all of its shard's.
pub async fn records(server: &Server, run: usize) -> Result<f64> {
    let stream = format!("fan-out-{run}");
    server.create_stream(&stream, SHARDS).await?;
    let arns = register(server, &stream, CONSUMERS).await?;
    let mut open = Vec::new();
    for shard in 0..SHARDS {
        for arn in &arns {
            open.push((shard, Subscription::open(server, arn, shard).await?));
        }
    }
    let request = put_records_request(server, &stream, BATCH, 100);
    let mut connection = Connection::open(server.address).await?;
    // All batches are alike, and so one says how many each shard gets of each.
    let (answer, body) = server.ask(&request).await?;
    expect_ok(answer, &body)?;
    let of_shard = |shard| scan::count(&body, &format!("\"{}\"", shard_id(shard)));
    let start = Instant::now();
    let mut readers = JoinSet::new();
    for (shard, mut subscription) in open {
        let all = of_shard(shard) * u64::from(BATCHES + 1);
        readers.spawn_local(async move { subscription.until(all).await.map(|()| all) });
    }
    for n in 0..BATCHES {
        tokio::time::sleep_until((start + Duration::from_secs(1) * n / BATCHES_A_SECOND).into())
            .await;
        let answer = connection.exchange(&request, true).await?;
        expect_ok(answer, connection.body())?;
    }
    let mut told = 0;
    while let Some(ended) = readers.join_next().await {
        told += ended.map_err(|error| error.to_string())??;
    }
    let rate = told as f64 / start.elapsed().as_secs_f64();
    delete(server, &stream).await?;
    Ok(rate)
}

/// Four thousand shards, and subscriptions of twenty consumers to which nothing comes.
async fn idle_subscriptions(
    programs: &Programs,
    kind: Kind,
) -> Result<(Server, Vec<Subscription>)> {
    let server = Server::start(kind, programs).await?;
    server.create_stream("idle", IDLE_SHARDS).await?;
    let mut open = Vec::new();
    for (n, arn) in register(&server, "idle", CONSUMERS).await?.iter().enumerate() {
        open.push(Subscription::open(&server, arn, n * IDLE_SHARDS / CONSUMERS).await?);
    }
    idle(REST).await;
    Ok((server, open))
}

const IDLE_SHARDS: usize = 4000;
/// How long it takes until what was set up is at rest.
const REST: Duration = Duration::from_secs(2);
/// How long it is looked what processor time goes: so that each is told something twice.
const LOOK: Duration = Duration::from_secs(10);

/// Memory with them, in MiB.
pub async fn memory(programs: &Programs, kind: Kind) -> Result<f64> {
    let (server, _open) = idle_subscriptions(programs, kind).await?;
    server.memory_mib()
}

/// Processor time with them, in milliseconds a second.
pub async fn processor(programs: &Programs, kind: Kind) -> Result<f64> {
    let (server, _open) = idle_subscriptions(programs, kind).await?;
    let before = server.cpu_seconds()?;
    idle(LOOK).await;
    Ok((server.cpu_seconds()? - before) * 1e3 / LOOK.as_secs_f64())
}

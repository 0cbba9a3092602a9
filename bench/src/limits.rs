//! What it costs to hold callers to AWS's limits, where they keep to them.

use crate::Result;
use crate::api::drive;
use crate::http::Answer;
use crate::kinesis::put_record_to;
use crate::load::{Until, Worker, expect_ok};
use crate::peers::Programs;
use crate::server::{Kind, Server};
use std::time::Duration;

const STREAM: &str = "limits";
/// So many that none is near its thousand records a second.
const SHARDS: usize = 128;
const CONNECTIONS: usize = 16;
const ROUNDS: usize = 5;

/// Puts into one shard after the other.
struct Around {
    requests: Vec<Vec<u8>>,
    next: usize,
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

/// Processor time of the server for a PutRecord of 1 KiB, in seconds.
async fn processor(server: &Server) -> Result<f64> {
    let step = u128::MAX / SHARDS as u128;
    let request = |shard: usize| put_record_to(server, STREAM, step * shard as u128 + 1);
    let requests: Vec<_> = (0..SHARDS).map(request).collect();
    let around = |n: usize| Around { requests: requests.clone(), next: n * SHARDS / CONNECTIONS };
    let workers = (0..CONNECTIONS).map(around).collect();
    let before = server.cpu_seconds()?;
    let outcome = drive(server, Until::Passed(Duration::from_secs(1)), workers).await?;
    Ok((server.cpu_seconds()? - before) / outcome.units.max(1) as f64)
}

/// How much more processor time a PutRecord takes with `--limits aws`, in percent. Servers with and
/// without take turns, and of each the least counts: what else the machine does can only add to it.
pub async fn put_record_cost(programs: &Programs, kind: Kind) -> Result<f64> {
    let [free, limited] =
        [Server::start(kind, programs).await?, Server::start(Kind::Limited, programs).await?];
    for server in [&free, &limited] {
        server.create_stream(STREAM, SHARDS).await?;
    }
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        without.push(processor(&free).await?);
        with.push(processor(&limited).await?);
    }
    let least = |figures: Vec<f64>| figures.into_iter().fold(f64::INFINITY, f64::min);
    Ok((least(with) / least(without) - 1.0) * 100.0)
}

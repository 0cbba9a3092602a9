//! What it costs to hold callers to AWS's limits, where they keep to them.

use crate::Result;
use crate::api::drive;
use crate::kinesis::{Around, put_record_to};
use crate::load::{Until, median};
use crate::peers::Programs;
use crate::server::{Kind, Server};
use std::time::Duration;

const STREAM: &str = "limits";
/// So many that none is near its thousand records a second.
const SHARDS: usize = 128;
const CONNECTIONS: usize = 16;
/// So many servers of each kind, and so many rounds of each.
const PAIRS: usize = 3;
const ROUNDS: usize = 10;
const ROUND: Duration = Duration::from_millis(400);

/// Processor time of the server for a PutRecord of 1 KiB, in nanoseconds.
async fn processor(server: &Server) -> Result<f64> {
    let step = u128::MAX / SHARDS as u128;
    let request = |shard: usize| put_record_to(server, STREAM, step * shard as u128 + 1);
    let requests: Vec<_> = (0..SHARDS).map(request).collect();
    let around = |n: usize| Around { requests: requests.clone(), next: n * SHARDS / CONNECTIONS };
    let workers = (0..CONNECTIONS).map(around).collect();
    let before = server.cpu_nanoseconds()?;
    let outcome = drive(server, Until::Passed(ROUND), workers).await?;
    Ok((server.cpu_nanoseconds()? - before) as f64 / outcome.units.max(1) as f64)
}

/// How much more processor time a PutRecord takes with `--limits aws`, in percent. Servers with and
/// without take turns, each the first of every second turn, and the median of what each turn gives
/// stands: what else the machine does, and what one server was lucky in, hits some turns only.
pub async fn put_record_cost(programs: &Programs, kind: Kind) -> Result<f64> {
    let mut turns = Vec::new();
    for _ in 0..PAIRS {
        let [free, limited] =
            [Server::start(kind, programs).await?, Server::start(Kind::Limited, programs).await?];
        for server in [&free, &limited] {
            server.create_stream(STREAM, SHARDS).await?;
            processor(server).await?;
        }
        for _ in 0..ROUNDS / 2 {
            let (without, with) = (processor(&free).await?, processor(&limited).await?);
            turns.push((with / without - 1.0) * 100.0);
            let (with, without) = (processor(&limited).await?, processor(&free).await?);
            turns.push((with / without - 1.0) * 100.0);
        }
    }
    Ok(median(turns))
}

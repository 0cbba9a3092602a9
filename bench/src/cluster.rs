//! A cluster under measurement: nodes over engines, all on this machine.

use crate::Result;
use crate::engines::{Engines, Flush};
use crate::http::Answer;
use crate::kinesis::{get_records as get, put_record_to, put_records as put, time};
use crate::load::{Repeat, Worker, drive, expect_ok, median};
use crate::peers::Programs;
use crate::server::{Kind, Server};
use crate::{kafka, s3};
use std::path::Path;
use std::time::Instant;

const NAMES: [&str; 3] = ["one", "two", "three"];
/// The run that is there to warm the broker's Java up.
const WARM: usize = usize::MAX;

/// Nodes, which end before their engines.
pub struct Cluster<'a> {
    pub nodes: Vec<Server>,
    pub engines: Engines,
    programs: &'a Programs,
    dir: tempfile::TempDir,
}

impl<'a> Cluster<'a> {
    pub async fn start(programs: &'a Programs, nodes: usize, flush: Flush) -> Result<Self> {
        let dir = tempfile::tempdir_in(&programs.scratch).map_err(|error| error.to_string())?;
        let engines = Engines::start(programs, flush)?;
        let mut cluster = Self { nodes: Vec::new(), engines, programs, dir };
        for _ in 0..nodes {
            cluster.join().await?;
        }
        Ok(cluster)
    }

    /// One node, whose broker has put and read for a while.
    pub async fn warm(programs: &'a Programs, flush: Flush) -> Result<Self> {
        let cluster = Self::start(programs, 1, flush).await?;
        cluster.warm_up().await?;
        Ok(cluster)
    }

    /// Has the broker put and read for a while.
    pub async fn warm_up(&self) -> Result<()> {
        put(self.node(), WARM).await?;
        get(self.node(), WARM).await.map(drop)
    }

    /// Starts one more node.
    pub async fn join(&mut self) -> Result<()> {
        let name = NAMES.get(self.nodes.len()).ok_or("a cluster of more nodes than have names")?;
        let node = Server::start_node(self.programs, name, &self.engines.options()).await?;
        self.nodes.push(node);
        Ok(())
    }

    /// The first node.
    pub fn node(&self) -> &Server {
        &self.nodes[0]
    }

    pub fn programs(&self) -> &Programs {
        self.programs
    }

    /// A folder of its own.
    pub fn scratch(&self) -> &Path {
        self.dir.path()
    }
}

/// PutRecords of 500 × 1 KiB over 4 connections to 4 shards, in records per second.
pub async fn put_records(cluster: &Cluster<'_>, kind: Kind, run: usize) -> Result<f64> {
    match kind {
        Kind::Kafka => kafka::put_rate(cluster, run),
        _ => put(cluster.node(), run).await,
    }
}

/// GetRecords of 1,000 × 1 KiB over 4 connections, a shard each, in records per second.
pub async fn get_records(cluster: &Cluster<'_>, kind: Kind, run: usize) -> Result<f64> {
    match kind {
        Kind::Kafka => kafka::read_rate(cluster, run),
        _ => get(cluster.node(), run).await,
    }
}

/// Notes how long each answer took.
struct Timed<W> {
    worker: W,
    asked: Instant,
    times: Vec<f64>,
}

impl<W: Worker> Worker for Timed<W> {
    const KEEP: bool = W::KEEP;

    fn next(&mut self) -> &[u8] {
        self.asked = Instant::now();
        self.worker.next()
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        self.times.push(self.asked.elapsed().as_secs_f64() * 1e3);
        self.worker.accept(answer, body)
    }
}

/// The median time of a PutRecord of 1 KiB of 16 connections to 4 shards, in milliseconds.
pub async fn put_record_p50(cluster: &Cluster<'_>, kind: Kind, run: usize) -> Result<f64> {
    if kind == Kind::Kafka {
        return kafka::latency_ms(cluster, run);
    }
    let (node, stream) = (cluster.node(), format!("put-record-{run}"));
    node.create_stream(&stream, 4).await?;
    let accept = |answer, body: &[u8]| expect_ok(answer, body).map(|()| 1);
    let worker = |n: u128| {
        let request = put_record_to(node, &stream, u128::MAX / 4 * (n % 4) + 10);
        Timed { worker: Repeat { request, accept }, asked: Instant::now(), times: Vec::new() }
    };
    let (outcome, workers) = drive(node.address, time(), (0..16).map(worker).collect()).await?;
    node.expect_records(&stream, 4, outcome.units).await?;
    node.delete_stream(&stream).await?;
    Ok(median(workers.into_iter().flat_map(|worker| worker.times).collect()))
}

/// S3 GET of 1 KiB over 16 connections, in objects per second.
pub async fn s3_get(cluster: &Cluster<'_>, _: Kind, run: usize) -> Result<f64> {
    s3::get_small(cluster.node(), run).await
}

/// S3 PUT of 1 KiB over 16 connections, in objects per second.
pub async fn s3_put(cluster: &Cluster<'_>, _: Kind, run: usize) -> Result<f64> {
    s3::put_small(cluster.node(), run).await
}

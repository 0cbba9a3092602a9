//! The same load on one, two and three nodes of a cluster, and what each part of it costs.

use crate::Result;
use crate::cluster::Cluster;
use crate::engines::Flush;
use crate::functions;
use crate::growth::Figure;
use crate::http::Connection;
use crate::kinesis::{batches, put_one, put_record_to, reader, time};
use crate::load::{Repeat, Until, Worker, drive, expect_ok};
use crate::machine::idle;
use crate::peers::Programs;
use crate::pipeline::connect;
use crate::s3::{Putter, getter};
use crate::server::{Server, cpu_seconds};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

const SHARDS: usize = 12;
/// Of calls that bring one record or object; of those that bring many there are as many as shards.
const CONNECTIONS: usize = 48;
/// Batches of 500 that each connection puts for what is to be read.
const FILL: u64 = 10;

/// How long a stream of many shards is put into before it counts.
const WARM: Duration = Duration::from_secs(8);

/// What was used so far.
struct Used {
    asking: f64,
    nodes: f64,
    kafka: f64,
    postgres: f64,
    commits: u64,
    table_bytes: u64,
    record_bytes: u64,
}

impl Used {
    fn so_far(cluster: &Cluster<'_>) -> Result<Self> {
        let nodes = cluster.nodes.iter().map(Server::cpu_seconds).sum::<Result<f64>>()?;
        Ok(Self {
            asking: cpu_seconds("self")?,
            nodes,
            kafka: cluster.engines.kafka.cpu_seconds()?,
            postgres: cluster.engines.postgres.cpu_seconds()?,
            commits: cluster.engines.commits()?,
            table_bytes: cluster.engines.table_bytes()?,
            record_bytes: cluster.engines.record_bytes()?,
        })
    }
}

/// Drives workers, each with the number of its node; units, and the figures of the page.
async fn load<W: Worker>(
    cluster: &Cluster<'_>,
    rate: &'static str,
    workers: Vec<W>,
) -> Result<(u64, Vec<Figure>)> {
    let count = cluster.nodes.len();
    let mut parts: Vec<Vec<W>> = (0..count).map(|_| Vec::new()).collect();
    workers.into_iter().enumerate().for_each(|(n, worker)| parts[n % count].push(worker));
    let before = Used::so_far(cluster)?;
    let mut driven = JoinSet::new();
    for (node, part) in cluster.nodes.iter().zip(parts) {
        driven.spawn_local(drive(node.address, time(), part));
    }
    let (mut units, mut per_second) = (0, 0.0);
    while let Some(ended) = driven.join_next().await {
        let (outcome, _) = ended.map_err(|error| error.to_string())??;
        units += outcome.units;
        per_second += outcome.rate();
    }
    let after = Used::so_far(cluster)?;
    let each = |seconds: f64| seconds * 1e6 / units.max(1) as f64;
    // The question itself takes a number.
    let commits = after.commits.saturating_sub(before.commits + 1) as f64;
    let bytes = |before: u64, after: u64| after.saturating_sub(before) as f64 / units.max(1) as f64;
    let figures = vec![
        Figure(rate, per_second),
        Figure("µs of processor each: nodes", each(after.nodes - before.nodes)),
        Figure("Kafka", each(after.kafka - before.kafka)),
        Figure("PostgreSQL", each(after.postgres - before.postgres)),
        Figure("asking", each(after.asking - before.asking)),
        Figure("PostgreSQL's commits and notices, of 1,000", commits * 1e3 / units.max(1) as f64),
        Figure("bytes in tables", bytes(before.table_bytes, after.table_bytes)),
        Figure("in Kafka", bytes(before.record_bytes, after.record_bytes)),
    ];
    Ok((units, figures))
}

/// The node that a worker asks.
fn node<'a>(cluster: &'a Cluster<'_>, n: usize) -> &'a Server {
    &cluster.nodes[n % cluster.nodes.len()]
}

async fn started<'a>(programs: &'a Programs, nodes: usize, flush: Flush) -> Result<Cluster<'a>> {
    let cluster = Cluster::start(programs, nodes, flush).await?;
    cluster.warm_up().await?;
    Ok(cluster)
}

pub async fn put_records(programs: &Programs, nodes: usize, flush: Flush) -> Result<Vec<Figure>> {
    let cluster = started(programs, nodes, flush).await?;
    cluster.node().create_stream("put", SHARDS).await?;
    let workers = (0..SHARDS).map(|n| batches(node(&cluster, n), "put", 1024)).collect();
    let (units, figures) = load(&cluster, "records/s", workers).await?;
    cluster.node().expect_records("put", SHARDS, units).await?;
    Ok(figures)
}

/// The same from twelve connections through one node, over ever more shards: fewer records go together.
pub async fn shards(programs: &Programs, shards: usize) -> Result<Vec<Figure>> {
    let cluster = started(programs, 1, Flush::Later).await?;
    let node = cluster.node();
    node.create_stream("put", shards).await?;
    // Lanes are made by what is put first, which takes the broker some seconds.
    let first = vec![batches(node, "put", 1024)];
    let (first, _) = drive(node.address, Until::Asked(2), first).await?;
    let warm = (0..SHARDS).map(|_| batches(node, "put", 1024)).collect();
    let (warm, _) = drive(node.address, Until::Passed(WARM), warm).await?;
    let workers = (0..SHARDS).map(|_| batches(node, "put", 1024)).collect();
    let (units, figures) = load(&cluster, "records/s", workers).await?;
    node.expect_records("put", shards, first.units + warm.units + units).await?;
    Ok(figures)
}

pub async fn put_record(programs: &Programs, nodes: usize, flush: Flush) -> Result<Vec<Figure>> {
    let cluster = started(programs, nodes, flush).await?;
    cluster.node().create_stream("put", SHARDS).await?;
    let width = u128::MAX / SHARDS as u128;
    let accept = |answer, body: &[u8]| expect_ok(answer, body).map(|()| 1);
    let worker = |n: usize| {
        let shard = (n / nodes % SHARDS) as u128;
        Repeat { request: put_record_to(node(&cluster, n), "put", width * shard + 10), accept }
    };
    let (units, figures) =
        load(&cluster, "records/s", (0..CONNECTIONS).map(worker).collect()).await?;
    cluster.node().expect_records("put", SHARDS, units).await?;
    Ok(figures)
}

pub async fn get_records(programs: &Programs, nodes: usize) -> Result<Vec<Figure>> {
    let cluster = started(programs, nodes, Flush::Each).await?;
    cluster.node().create_stream("get", SHARDS).await?;
    let fill = (0..SHARDS).map(|_| batches(cluster.node(), "get", 1024)).collect();
    drive(cluster.node().address, Until::Asked(FILL), fill).await?;
    let mut workers = Vec::new();
    for shard in 0..SHARDS {
        workers.push(reader(node(&cluster, shard), "get", shard).await?);
    }
    Ok(load(&cluster, "records/s", workers).await?.1)
}

pub async fn s3_put(programs: &Programs, nodes: usize) -> Result<Vec<Figure>> {
    let cluster = started(programs, nodes, Flush::Each).await?;
    cluster.node().make_bucket("put").await?;
    let worker = |n| Putter::new(node(&cluster, n), "put", n, 1024);
    let (units, figures) =
        load(&cluster, "objects/s", (0..CONNECTIONS).map(worker).collect()).await?;
    match cluster.node().count_objects("put").await? {
        there if there == units => Ok(figures),
        there => Err(format!("{units} objects were acknowledged, {there} are there")),
    }
}

pub async fn s3_get(programs: &Programs, nodes: usize) -> Result<Vec<Figure>> {
    let cluster = started(programs, nodes, Flush::Each).await?;
    cluster.node().make_bucket("get").await?;
    let mut workers = Vec::new();
    for n in 0..CONNECTIONS {
        workers.push(getter(node(&cluster, n), &format!("/get/{n}")).await?);
    }
    Ok(load(&cluster, "objects/s", workers).await?.1)
}

/// Streams of one shard with a record each: what making them costs, and what they cost while nothing is
/// asked.
pub async fn streams(programs: &Programs, streams: usize) -> Result<Vec<Figure>> {
    let cluster = started(programs, 1, Flush::Each).await?;
    let node = cluster.node();
    let start = Instant::now();
    for n in 0..streams {
        let stream = format!("stream-{n}");
        node.create_stream(&stream, 1).await?;
        let mut connection = Connection::open(node.address).await?;
        put_one(&mut connection, &put_record_to(node, &stream, 10)).await?;
    }
    let each_ms = start.elapsed().as_secs_f64() * 1e3 / streams as f64;
    let mut figures = vec![Figure("ms to make one and put a record", each_ms)];
    figures.extend(at_rest(&cluster).await?);
    Ok(figures)
}

/// Streams of one shard, each with a mapping to a function: what they cost while nothing is asked.
pub async fn mappings(programs: &Programs, mappings: usize) -> Result<Vec<Figure>> {
    let cluster = started(programs, 1, Flush::Each).await?;
    let node = cluster.node();
    functions::create(node, "f", "def handler(event, context):\n    return 1\n").await?;
    for n in 0..mappings {
        let stream = format!("stream-{n}");
        node.create_stream(&stream, 1).await?;
        connect(node, &stream, "f", 1, "LATEST").await?;
    }
    at_rest(&cluster).await
}

/// What a cluster of one node costs while nothing is asked of it.
async fn at_rest(cluster: &Cluster<'_>) -> Result<Vec<Figure>> {
    idle(Duration::from_secs(1)).await;
    let before = Used::so_far(cluster)?;
    idle(Duration::from_secs(10)).await;
    let after = Used::so_far(cluster)?;
    Ok(vec![
        Figure("ms of processor in 10 s idle: node", (after.nodes - before.nodes) * 1e3),
        Figure("Kafka", (after.kafka - before.kafka) * 1e3),
        Figure("PostgreSQL", (after.postgres - before.postgres) * 1e3),
        Figure("MiB of memory: node", cluster.node().memory_mib()?),
        Figure("Kafka", cluster.engines.kafka.memory_mib()?),
    ])
}

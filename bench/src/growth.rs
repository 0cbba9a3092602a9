//! What more of something costs: shards, mappings, records, connections. Waterwheel alone.

use crate::Result;
use crate::engines::Flush;
use crate::kinesis::{fill, lone_put_ms, put_record_rate, read_rate};
use crate::load::{Until, median};
use crate::machine::{Stamp, idle};
use crate::peers::Programs;
use crate::row::Work;
use crate::server::{Kind, Server};
use crate::{dynamodb, functions, nodes, pipeline};
use std::time::Duration;

/// Something that there can be more of.
pub struct Growth {
    pub name: &'static str,
    pub what: &'static str,
    sizes: &'static [usize],
    work: for<'a> fn(&'a Programs, usize) -> Work<'a, Vec<Figure>>,
}

/// A figure at one size: what it is, how much.
pub struct Figure(pub &'static str, pub f64);

/// All of them, in the order of the page.
pub const ALL: &[Growth] = &[
    Growth {
        name: "growth-shards",
        what: "shards of a stream",
        sizes: &[1, 100, 4000],
        work: |programs, size| Box::pin(shards(programs, size)),
    },
    Growth {
        name: "growth-mappings",
        what: "event source mappings, a stream each",
        sizes: &[1, 200],
        work: |programs, size| Box::pin(mappings(programs, size)),
    },
    Growth {
        name: "growth-records",
        what: "records of 100 B stored",
        sizes: &[10_000, 10_000_000],
        work: |programs, size| Box::pin(records(programs, size)),
    },
    Growth {
        name: "growth-items",
        what: "items of 100 B in a table",
        sizes: &[1000, 1_000_000],
        work: |programs, size| Box::pin(items(programs, size)),
    },
    Growth {
        name: "growth-conns",
        what: "connections",
        sizes: &[1, 500],
        work: |programs, size| Box::pin(connections(programs, size)),
    },
    Growth {
        name: "nodes-put-records",
        what: "nodes: PutRecords of 500 × 1 KiB, 12 connections to 12 shards",
        sizes: NODES,
        work: |programs, size| Box::pin(nodes::put_records(programs, size, Flush::Each)),
    },
    Growth {
        name: "nodes-put-record",
        what: "nodes: PutRecord of 1 KiB, 48 connections to 12 shards",
        sizes: NODES,
        work: |programs, size| Box::pin(nodes::put_record(programs, size, Flush::Each)),
    },
    Growth {
        name: "nodes-put-records-later",
        what: "nodes: the same PutRecords, the broker acknowledges before it flushes",
        sizes: NODES,
        work: |programs, size| Box::pin(nodes::put_records(programs, size, Flush::Later)),
    },
    Growth {
        name: "nodes-put-record-later",
        what: "nodes: the same PutRecord, the broker acknowledges before it flushes",
        sizes: NODES,
        work: |programs, size| Box::pin(nodes::put_record(programs, size, Flush::Later)),
    },
    Growth {
        name: "nodes-shards",
        what: "shards: PutRecords of 500 × 1 KiB, 12 connections to one node, not flushed",
        sizes: &[12, 400],
        work: |programs, size| Box::pin(nodes::shards(programs, size)),
    },
    Growth {
        name: "nodes-get-records",
        what: "nodes: GetRecords of 1,000 × 1 KiB, 12 connections, a shard each",
        sizes: NODES,
        work: |programs, size| Box::pin(nodes::get_records(programs, size)),
    },
    Growth {
        name: "nodes-s3-put",
        what: "nodes: S3 PUT of 1 KiB, 48 connections",
        sizes: NODES,
        work: |programs, size| Box::pin(nodes::s3_put(programs, size)),
    },
    Growth {
        name: "nodes-s3-get",
        what: "nodes: S3 GET of 1 KiB, 48 connections",
        sizes: NODES,
        work: |programs, size| Box::pin(nodes::s3_get(programs, size)),
    },
    Growth {
        name: "nodes-streams",
        what: "streams of one shard in a cluster of one node",
        sizes: &[10, 500],
        work: |programs, size| Box::pin(nodes::streams(programs, size)),
    },
    Growth {
        name: "nodes-mappings",
        what: "event source mappings, a stream each, in a cluster of one node",
        sizes: &[1, 100],
        work: |programs, size| Box::pin(nodes::mappings(programs, size)),
    },
];

/// Of one cluster, all on this machine.
const NODES: &[usize] = &[1, 2, 3];

/// The lines of the page for one of them.
pub async fn take(growth: &Growth, programs: &Programs, stamp: &Stamp) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for size in growth.sizes {
        let taken = stamp.with_load();
        let figures = (growth.work)(programs, *size).await?;
        let figures = figures.iter().map(|Figure(what, figure)| {
            let digits = if *figure < 10.0 { 2 } else { 0 };
            format!("{what} {}", crate::page::grouped(*figure, digits))
        });
        let figures = figures.collect::<Vec<_>>().join("; ");
        let size = crate::page::grouped(*size as f64, 0);
        lines.push(format!("| {} | {size} | {figures} | {taken} |", growth.what));
    }
    Ok(lines)
}

/// Processor time of ten seconds in which nothing is asked, in milliseconds.
async fn idle_cpu_ms(server: &Server) -> Result<f64> {
    idle(Duration::from_secs(1)).await;
    let before = server.cpu_seconds()?;
    idle(Duration::from_secs(10)).await;
    Ok((server.cpu_seconds()? - before) * 1e3)
}

async fn shards(programs: &Programs, size: usize) -> Result<Vec<Figure>> {
    let server = Server::start(Kind::Waterwheel, programs).await?;
    server.create_stream("many", size).await?;
    let rate = put_record_rate(&server, "many", 16).await?.rate();
    let mut rates = Vec::new();
    for run in 0..3 {
        let outcome = fill(&server, "many", 4, 1024, Until::Asked(50)).await?;
        rates.push((run, outcome.rate()));
    }
    let rates = rates.into_iter().map(|(_, rate)| rate).collect();
    Ok(vec![
        Figure("PutRecord/s, 16 connections", rate),
        Figure("records/s of PutRecords", median(rates)),
        Figure("ms of processor in 10 s idle", idle_cpu_ms(&server).await?),
        Figure("MiB of memory", server.memory_mib()?),
    ])
}

async fn mappings(programs: &Programs, size: usize) -> Result<Vec<Figure>> {
    let server = Server::start(Kind::Waterwheel, programs).await?;
    functions::create(&server, "f", "def handler(event, context):\n    return 1\n").await?;
    for n in 0..size {
        let stream = format!("stream-{n}");
        server.create_stream(&stream, 1).await?;
        pipeline::connect(&server, &stream, "f", 1, "LATEST").await?;
    }
    Ok(vec![
        Figure("ms of processor in 10 s idle", idle_cpu_ms(&server).await?),
        Figure("MiB of memory", server.memory_mib()?),
    ])
}

async fn records(programs: &Programs, size: usize) -> Result<Vec<Figure>> {
    let dir = tempfile::tempdir_in(&programs.scratch).map_err(|error| error.to_string())?;
    let server = Server::start_in(Kind::Waterwheel, programs, dir.path()).await?;
    server.create_stream("many", 4).await?;
    let asked = (size / 500 / 4) as u64;
    let outcome = fill(&server, "many", 4, 100, Until::Asked(asked)).await?;
    server.expect_records("many", 4, outcome.units).await?;
    let memory = server.memory_mib()?;
    drop(server);
    let server = Server::start_in(Kind::Waterwheel, programs, dir.path()).await?;
    let rate = read_rate(&server, "many", 4).await?;
    Ok(vec![
        Figure("records/s put", outcome.rate()),
        Figure("MiB of memory", memory),
        Figure("ms to start again", server.start_ms),
        Figure("records/s of GetRecords", rate),
        Figure("ms for a PutRecord alone", lone_put_ms(&server, "many").await?),
    ])
}

async fn items(programs: &Programs, size: usize) -> Result<Vec<Figure>> {
    let [rate, memory, start, get] = dynamodb::grown(programs, size).await?;
    Ok(vec![
        Figure("items/s put by BatchWriteItem", rate),
        Figure("MiB of memory", memory),
        Figure("ms to start again", start),
        Figure("ms for a GetItem alone", get),
    ])
}

async fn connections(programs: &Programs, size: usize) -> Result<Vec<Figure>> {
    let server = Server::start(Kind::Waterwheel, programs).await?;
    server.create_stream("one", 4).await?;
    let mut rates = Vec::new();
    for _ in 0..3 {
        rates.push(put_record_rate(&server, "one", size).await?.rate());
    }
    Ok(vec![Figure("PutRecord/s", median(rates)), Figure("MiB of memory", server.memory_mib()?)])
}

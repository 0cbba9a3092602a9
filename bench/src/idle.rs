//! What waits, and what it costs while nothing happens.

use crate::Result;
use crate::functions;
use crate::machine::idle;
use crate::peers::Programs;
use crate::pipeline::connect;
use crate::server::{Kind, Server};
use crate::sqs::{create_queue, waiting_request};
use rustix::process::{Resource, getrlimit, setrlimit};
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

const QUEUES: usize = 1000;
const MAPPINGS: usize = 200;
/// How long it takes until what was set up is at rest.
const REST: Duration = Duration::from_secs(2);
/// How long it is looked what processor time goes. Long polls last 20 seconds.
const LOOK: Duration = Duration::from_secs(10);

const NOTHING: &str = "def handler(event, context):\n    return None\n";

/// A thousand queues, at each of which somebody waits over a connection of its own.
async fn queues(programs: &Programs, kind: Kind) -> Result<(Server, Vec<TcpStream>)> {
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    setrlimit(Resource::Nofile, limit).map_err(|error| format!("open more files: {error}"))?;
    let server = Server::start(kind, programs).await?;
    let mut urls = Vec::new();
    for n in 0..QUEUES {
        urls.push(create_queue(&server, &format!("idle-{n}")).await?);
    }
    let mut waiting = Vec::new();
    for url in urls {
        let lost = |error: std::io::Error| format!("wait at {url}: {error}");
        let mut stream = TcpStream::connect(server.address).await.map_err(lost)?;
        stream.write_all(&waiting_request(server.address, &url)).await.map_err(lost)?;
        waiting.push(stream);
    }
    idle(REST).await;
    Ok((server, waiting))
}

/// Two hundred functions, each with a mapping of a stream of its own.
async fn mappings(programs: &Programs, kind: Kind) -> Result<Server> {
    let server = Server::start(kind, programs).await?;
    for n in 0..MAPPINGS {
        let name = format!("idle-{n}");
        server.create_stream(&name, 1).await?;
        functions::create(&server, &name, NOTHING).await?;
        connect(&server, &name, &name, 100, "LATEST").await?;
    }
    idle(REST).await;
    Ok(server)
}

/// Processor time that goes, in milliseconds a second.
async fn processor(server: &Server) -> Result<f64> {
    let before = server.cpu_seconds()?;
    idle(LOOK).await;
    Ok((server.cpu_seconds()? - before) * 1e3 / LOOK.as_secs_f64())
}

/// Memory with a thousand idle queues and their long polls, in MiB.
pub async fn queues_memory(programs: &Programs, kind: Kind) -> Result<f64> {
    queues(programs, kind).await?.0.memory_mib()
}

/// Processor time with the same.
pub async fn queues_processor(programs: &Programs, kind: Kind) -> Result<f64> {
    let (server, _waiting) = queues(programs, kind).await?;
    processor(&server).await
}

/// Memory with two hundred functions and their idle mappings, in MiB.
pub async fn mappings_memory(programs: &Programs, kind: Kind) -> Result<f64> {
    mappings(programs, kind).await?.memory_mib()
}

/// Processor time with the same.
pub async fn mappings_processor(programs: &Programs, kind: Kind) -> Result<f64> {
    processor(&mappings(programs, kind).await?).await
}

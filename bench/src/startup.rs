//! Figures of starting, and of memory.

use crate::Result;
use crate::kinesis::fill;
use crate::load::Until;
use crate::machine::idle;
use crate::peers::Programs;
use crate::server::{Kind, Server};
use std::time::Duration;

/// From the start of the process, on an empty folder, to its first answer, in
/// milliseconds.
pub async fn first_answer(programs: &Programs, kind: Kind) -> Result<f64> {
    Ok(Server::start(kind, programs).await?.start_ms)
}

/// Resident memory two seconds after the first answer, in MiB.
pub async fn idle_memory(programs: &Programs, kind: Kind) -> Result<f64> {
    let server = Server::start(kind, programs).await?;
    idle(Duration::from_secs(2)).await;
    server.memory_mib()
}

/// Resident memory after 10 million records of 100 bytes, all of which were read again, in MiB.
pub async fn loaded_memory(programs: &Programs, kind: Kind) -> Result<f64> {
    let server = Server::start(kind, programs).await?;
    server.create_stream("many", 4).await?;
    let outcome = fill(&server, "many", 4, 100, Until::Asked(5000)).await?;
    server.expect_records("many", 4, outcome.units).await?;
    server.memory_mib()
}

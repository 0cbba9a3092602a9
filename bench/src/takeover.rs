//! How long a cluster takes when a node dies, and when one comes.

use crate::Result;
use crate::cluster::Cluster;
use crate::engines::Flush;
use crate::functions;
use crate::http::Connection;
use crate::kinesis::{object_key, put_one};
use crate::peers::Programs;
use crate::pipeline::{Pipeline, connect, wait_object};
use crate::server::{Kind, Server};
use serde_json::Value;
use std::time::{Duration, Instant};

/// How long something may take before it is an error.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK: Duration = Duration::from_millis(20);
const MAPPINGS: usize = 4;

/// The names of the nodes that move the records of mappings, as a node tells.
async fn movers(node: &Server) -> Result<Vec<String>> {
    let path = "/_waterwheel/status?account=000000000000&region=us-east-1";
    let told = node.s3("GET", path, b"").await?;
    let told: Value = serde_json::from_slice(&told).map_err(|error| format!("{path}: {error}"))?;
    let mappings = told["mappings"].as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(mappings.iter().filter_map(|it| it["node"].as_str().map(str::to_owned)).collect())
}

/// From the kill of the node that moves a mapping's records to the object that the function makes of
/// a record that is put through the other one right after, in seconds.
pub async fn after_kill(programs: &Programs, _: Kind) -> Result<f64> {
    let mut cluster = Cluster::start(programs, 2, Flush::Each).await?;
    let mut pipeline = Pipeline::build(cluster.node(), "moved").await?;
    pipeline.pass(&cluster.nodes[0]).await?;
    let mover = movers(cluster.node()).await?;
    let dead = usize::from(mover != ["one"]);
    let (mut producer, mut observer) = {
        let other = cluster.nodes[1 - dead].address;
        (Connection::open(other).await?, Connection::open(other).await?)
    };
    cluster.nodes[dead].kill()?;
    let start = Instant::now();
    let other = &cluster.nodes[1 - dead];
    let number = put_one(&mut producer, pipeline.put_request()).await?;
    let get = other.s3_request("GET", &format!("/moved/{}", object_key(&number)), b"");
    Ok(wait_object(&mut observer, &get, start).await? / 1e3)
}

/// From the first answer of a second node until it moves the records of two of four mappings, in
/// seconds.
pub async fn after_join(programs: &Programs, _: Kind) -> Result<f64> {
    let mut cluster = Cluster::start(programs, 1, Flush::Each).await?;
    let node = cluster.node();
    functions::create(node, "f", "def handler(event, context):\n    return 1\n").await?;
    for n in 0..MAPPINGS {
        let stream = format!("stream-{n}");
        node.create_stream(&stream, 1).await?;
        connect(node, &stream, "f", 1, "LATEST").await?;
    }
    let since = Instant::now();
    while movers(cluster.node()).await?.len() < MAPPINGS {
        if since.elapsed() > PATIENCE {
            return Err("a node alone does not move all records".to_owned());
        }
        tokio::time::sleep(LOOK).await;
    }
    cluster.join().await?;
    let since = Instant::now();
    while since.elapsed() < PATIENCE {
        let second = movers(cluster.node()).await?.iter().filter(|name| *name == "two").count();
        if second == MAPPINGS / 2 {
            return Ok(since.elapsed().as_secs_f64());
        }
        tokio::time::sleep(LOOK).await;
    }
    Err("a second node does not take its part".to_owned())
}

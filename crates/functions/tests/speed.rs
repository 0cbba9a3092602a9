//! How long things take; run with `--ignored --nocapture` on a release build.
#![allow(clippy::unwrap_used)]

mod common;

use std::{sync::Arc, time::Duration};

use common::world;
use tokio::time::Instant;

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all[all.len() / 2]
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "measures, and asserts nothing"]
async fn cold_and_warm() {
    let world = world();
    let plain = "def handler(event, context): return event\n";
    let s3 = "import boto3\ns3 = boto3.client('s3')\ndef handler(event, context): return event\n";
    let js = "exports.handler = async (event) => event;";
    for (name, runtime, file, code) in [
        ("python", "python3.11", "app.py", plain),
        ("python, s3 client", "python3.11", "app.py", s3),
        ("node", "nodejs20.x", "index.js", js),
    ] {
        let started = Instant::now();
        world.invoke(&Arc::new(world.function(runtime, &[(file, code)])), "1").await;
        eprintln!("{name}: first ever {:?}", started.elapsed());
        let mut cold = Vec::new();
        let mut memory = 0;
        for _ in 0..20 {
            let function = Arc::new(world.function(runtime, &[(file, code)]));
            let started = Instant::now();
            memory = world.invoke(&function, "1").await.max_memory_mb;
            cold.push(started.elapsed());
            world.runner.retire(&function.revision).await;
        }
        eprintln!("{name}: cold start to first answer {:?}, {memory} MB", median(cold));
        let function = Arc::new(world.function(runtime, &[(file, code)]));
        world.invoke(&function, "1").await;
        let started = Instant::now();
        let count = 2000;
        for _ in 0..count {
            world.invoke(&function, "1").await;
        }
        let rate = f64::from(count) / started.elapsed().as_secs_f64();
        eprintln!("{name}: {rate:.0} warm invocations a second, one at a time");
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "measures; needs memory for 200 environments"]
async fn a_burst() {
    let world = Arc::new(world());
    let code = "import time\ndef handler(event, context):\n    time.sleep(0.5)\n    return event\n";
    let function = Arc::new(world.python(code));
    world.invoke(&function, "0").await;
    for round in ["cold", "warm"] {
        let started = Instant::now();
        let mut all = tokio::task::JoinSet::new();
        for number in 0..200 {
            let (world, function) = (world.clone(), function.clone());
            all.spawn(async move {
                let outcome = world.invoke(&function, &number.to_string()).await;
                assert_eq!(common::json(&outcome), number, "{}", common::tail(&outcome));
            });
        }
        while let Some(done) = all.join_next().await {
            done.unwrap();
        }
        eprintln!("200 at once, {round}: {:?}", started.elapsed());
    }
}

//! Figures of objects.

use crate::Result;
use crate::api::drive;
use crate::http::Answer;
use crate::kinesis::time;
use crate::load::{Outcome, Repeat, Worker, expect_ok};
use crate::server::Server;
use md5::{Digest as _, Md5};
use std::hint::black_box;
use std::time::{Duration, Instant};

const MIB: usize = 1 << 20;
const LARGE: usize = 32 * MIB;

/// Puts an object under one key after the other, which [`key`] gives.
pub struct Putter {
    request: Vec<u8>,
    /// Where the key's ten digits stand.
    digits: usize,
    next: u64,
    /// After so many it begins anew.
    keys: u64,
}

/// The nth key of a connection.
pub fn key(connection: usize, n: u64) -> String {
    format!("{connection:03}-{n:010}")
}

impl Putter {
    pub fn new(server: &Server, bucket: &str, connection: usize, bytes: usize) -> Self {
        let path = format!("/{bucket}/{}", key(connection, 0));
        let request = server.s3_request("PUT", &path, &content(bytes));
        Self { request, digits: "PUT ".len() + path.len() - 10, next: 0, keys: u64::MAX }
    }
}

impl Worker for Putter {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        let digits = format!("{:010}", self.next % self.keys);
        self.request[self.digits..self.digits + 10].copy_from_slice(digits.as_bytes());
        self.next += 1;
        &self.request
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        expect_ok(answer, body).map(|()| 1)
    }
}

/// Gets what is too large to keep.
struct Getter(Vec<u8>);

impl Worker for Getter {
    const KEEP: bool = false;

    fn next(&mut self) -> &[u8] {
        &self.0
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        expect_ok(answer, body).map(|()| answer.length as u64)
    }
}

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|n| (n * 31 % 251) as u8).collect()
}

/// PUT of 1 KiB under new keys over 16 connections, in objects per second.
pub async fn put_small(server: &Server, run: usize) -> Result<f64> {
    let bucket = format!("put-small-{run}");
    server.make_bucket(&bucket).await?;
    let workers = (0..16).map(|n| Putter::new(server, &bucket, n, 1024)).collect();
    let outcome = drive(server, time(), workers).await?;
    let there = server.count_objects(&bucket).await?;
    if there != outcome.units {
        return Err(format!("{} objects were acknowledged, {there} are there", outcome.units));
    }
    Ok(outcome.rate())
}

/// Puts 1 KiB over the same hundred keys of each of 16 connections, again and again.
async fn put_over(server: &Server, bucket: &str) -> Result<Outcome> {
    let worker = |n| Putter { keys: 100, ..Putter::new(server, bucket, n, 1024) };
    drive(server, time(), (0..16).map(worker).collect()).await
}

/// How often two buckets take turns.
const TURNS: usize = 4;

/// The rate of PUT over what is there in a bucket that keeps versions, in percent of the rate in one
/// that does not.
pub async fn put_versioned(server: &Server, run: usize) -> Result<f64> {
    let [plain, kept] = ["plain", "kept"].map(|name| format!("versions-{name}-{run}"));
    server.make_bucket(&plain).await?;
    server.make_bucket(&kept).await?;
    let enabled = b"<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
    server.s3("PUT", &format!("/{kept}?versioning"), enabled).await?;
    // In turns, since the disk is not as fast now as it is in a second.
    let (mut of_plain, mut of_kept) = ([0.0; 2], [0.0; 2]);
    for _ in 0..TURNS {
        for (bucket, sums) in [(&plain, &mut of_plain), (&kept, &mut of_kept)] {
            let outcome = put_over(server, bucket).await?;
            *sums = [sums[0] + outcome.units as f64, sums[1] + outcome.seconds];
        }
    }
    let there = server.count_versions(&kept).await? as f64;
    if there != of_kept[0] {
        return Err(format!("{} versions were acknowledged, {there} are there", of_kept[0]));
    }
    Ok(of_kept[0] / of_kept[1] / (of_plain[0] / of_plain[1]) * 100.0)
}

/// HEAD of 1 KiB over 16 connections, in objects per second.
pub async fn head_small(server: &Server, run: usize) -> Result<f64> {
    let bucket = format!("head-small-{run}");
    server.make_bucket(&bucket).await?;
    let accept = |answer: Answer, body: &[u8]| expect_ok(answer, body).map(|()| 1);
    let mut workers = Vec::new();
    for n in 0..16 {
        let path = format!("/{bucket}/{n}");
        server.s3("PUT", &path, &content(1024)).await?;
        workers.push(Repeat { request: server.s3_request("HEAD", &path, b""), accept });
    }
    Ok(drive(server, time(), workers).await?.rate())
}

/// Puts an object of 1 KiB, and gets it again and again.
pub async fn getter(server: &Server, path: &str) -> Result<impl Worker + use<>> {
    let expected = content(1024);
    server.s3("PUT", path, &expected).await?;
    let accept = move |answer: Answer, body: &[u8]| {
        expect_ok(answer, body)?;
        if body == expected { Ok(1) } else { Err("another content came back".to_owned()) }
    };
    Ok(Repeat { request: server.s3_request("GET", path, b""), accept })
}

/// GET of 1 KiB over 16 connections, in objects per second.
pub async fn get_small(server: &Server, run: usize) -> Result<f64> {
    let bucket = format!("get-small-{run}");
    server.make_bucket(&bucket).await?;
    let mut workers = Vec::new();
    for n in 0..16 {
        workers.push(getter(server, &format!("/{bucket}/{n}")).await?);
    }
    Ok(drive(server, time(), workers).await?.rate())
}

/// PUT of 32 MiB over 2 connections, in MiB per second.
pub async fn put_large(server: &Server, run: usize) -> Result<f64> {
    let bucket = format!("put-large-{run}");
    server.make_bucket(&bucket).await?;
    let body = content(LARGE);
    let accept = |answer, body: &[u8]| expect_ok(answer, body).map(|()| 1);
    let path = |n: usize| format!("/{bucket}/{n}");
    let worker = |n| Repeat { request: server.s3_request("PUT", &path(n), &body), accept };
    let outcome = drive(server, time(), (0..2).map(worker).collect()).await?;
    for n in 0..2 {
        if server.s3("GET", &format!("/{bucket}/{n}"), b"").await? != body {
            return Err("another content came back".to_owned());
        }
    }
    Ok(outcome.rate() * LARGE as f64 / MIB as f64)
}

/// PUT of 32 MiB, one at a time, in percent of what MD5 alone does on one core in the same run: an
/// object's ETag is a digest that cannot be divided.
pub async fn put_large_of_md5(server: &Server, run: usize) -> Result<f64> {
    let (bucket, body) = (format!("put-one-{run}"), content(LARGE));
    let path = format!("/{bucket}/large");
    server.make_bucket(&bucket).await?;
    let (start, mut digests) = (Instant::now(), 0);
    while start.elapsed() < Duration::from_secs(1) {
        black_box(Md5::digest(black_box(&body)));
        digests += 1;
    }
    let alone = f64::from(digests) / start.elapsed().as_secs_f64();
    eprintln!("  MD5 alone: {:.0} MiB/s", alone * LARGE as f64 / MIB as f64);
    let accept = |answer, body: &[u8]| expect_ok(answer, body).map(|()| 1);
    let worker = Repeat { request: server.s3_request("PUT", &path, &body), accept };
    let outcome = drive(server, time(), vec![worker]).await?;
    if server.s3("GET", &path, b"").await? != body {
        return Err("another content came back".to_owned());
    }
    Ok(outcome.rate() / alone * 100.0)
}

/// GET of 32 MiB over 2 connections, in MiB per second.
pub async fn get_large(server: &Server, run: usize) -> Result<f64> {
    let bucket = format!("get-large-{run}");
    let (path, body) = (format!("/{bucket}/large"), content(LARGE));
    server.make_bucket(&bucket).await?;
    server.s3("PUT", &path, &body).await?;
    if server.s3("GET", &path, b"").await? != body {
        return Err("another content came back".to_owned());
    }
    let workers = (0..2).map(|_| Getter(server.s3_request("GET", &path, b""))).collect();
    Ok(drive(server, time(), workers).await?.rate() / MIB as f64)
}

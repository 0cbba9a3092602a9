//! Figures of objects.

use crate::Result;
use crate::api::drive;
use crate::http::Answer;
use crate::kinesis::time;
use crate::load::{Repeat, Worker, expect_ok};
use crate::server::Server;

const MIB: usize = 1 << 20;
const LARGE: usize = 32 * MIB;

/// Puts an object under a new key each time.
struct Putter {
    request: Vec<u8>,
    /// Where the key's ten digits stand.
    digits: usize,
    next: u64,
}

impl Putter {
    fn new(server: &Server, bucket: &str, connection: usize) -> Self {
        let path = format!("/{bucket}/{connection:03}-0000000000");
        let request = server.s3_request("PUT", &path, &content(1024));
        Self { request, digits: "PUT ".len() + path.len() - 10, next: 0 }
    }
}

impl Worker for Putter {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        let digits = format!("{:010}", self.next);
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
    server.s3("PUT", &format!("/{bucket}"), b"").await?;
    let workers = (0..16).map(|n| Putter::new(server, &bucket, n)).collect();
    let outcome = drive(server, time(), workers).await?;
    let there = server.count_objects(&bucket).await?;
    if there != outcome.units {
        return Err(format!("{} objects were acknowledged, {there} are there", outcome.units));
    }
    Ok(outcome.rate())
}

/// GET of 1 KiB over 16 connections, in objects per second.
pub async fn get_small(server: &Server, run: usize) -> Result<f64> {
    let bucket = format!("get-small-{run}");
    let expected = content(1024);
    server.s3("PUT", &format!("/{bucket}"), b"").await?;
    let mut workers = Vec::new();
    for n in 0..16 {
        let path = format!("/{bucket}/{n}");
        server.s3("PUT", &path, &expected).await?;
        let expected = expected.clone();
        let accept = move |answer: Answer, body: &[u8]| {
            expect_ok(answer, body)?;
            if body == expected { Ok(1) } else { Err("another content came back".to_owned()) }
        };
        workers.push(Repeat { request: server.s3_request("GET", &path, b""), accept });
    }
    Ok(drive(server, time(), workers).await?.rate())
}

/// PUT of 32 MiB over 2 connections, in MiB per second.
pub async fn put_large(server: &Server, run: usize) -> Result<f64> {
    let bucket = format!("put-large-{run}");
    server.s3("PUT", &format!("/{bucket}"), b"").await?;
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

/// GET of 32 MiB over 2 connections, in MiB per second.
pub async fn get_large(server: &Server, run: usize) -> Result<f64> {
    let bucket = format!("get-large-{run}");
    let (path, body) = (format!("/{bucket}/large"), content(LARGE));
    server.s3("PUT", &format!("/{bucket}"), b"").await?;
    server.s3("PUT", &path, &body).await?;
    if server.s3("GET", &path, b"").await? != body {
        return Err("another content came back".to_owned());
    }
    let workers = (0..2).map(|_| Getter(server.s3_request("GET", &path, b""))).collect();
    Ok(drive(server, time(), workers).await?.rate() / MIB as f64)
}

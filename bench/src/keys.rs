//! Figures of a bucket of many keys, and of what all work on objects needs of memory.

use crate::Result;
use crate::api::drive;
use crate::http::{Answer, Connection, request};
use crate::load::{Until, Worker, expect_ok};
use crate::peers::Programs;
use crate::s3::{self, Putter};
use crate::scan;
use crate::server::{Kind, Server};
use md5::{Digest as _, Md5};
use std::time::Instant;

/// How many connections fill a bucket; each has keys of its own.
const FILLING: usize = 16;
/// How many delete from it.
const DELETING: usize = 4;
/// In so many runs all of a bucket's keys are deleted.
const PARTS: usize = 5;
/// The most keys of a DeleteObjects, and of a page.
const AT_ONCE: usize = 1000;

/// How many keys each filling connection puts.
fn each(server: &Server) -> u64 {
    (server.keys / FILLING).max(1) as u64
}

/// A bucket of so many keys, of 100 bytes each.
async fn fill(server: &Server, bucket: &str) -> Result<u64> {
    server.make_bucket(bucket).await?;
    let workers = (0..FILLING).map(|n| Putter::new(server, bucket, n, 100)).collect();
    let outcome = drive(server, Until::Asked(each(server)), workers).await?;
    // It is not what is measured.
    server.take_asked();
    Ok(outcome.units)
}

/// Walks a bucket page after page over one connection, as clients do; how many keys there are.
async fn walk(server: &Server, bucket: &str) -> Result<u64> {
    let mut connection = Connection::open(server.address).await?;
    let (mut keys, mut after) = (0, String::new());
    loop {
        let path = format!("/{bucket}?list-type=2&max-keys={AT_ONCE}{after}");
        let answer = connection.exchange(&server.s3_request("GET", &path, b""), true).await?;
        expect_ok(answer, connection.body())?;
        keys += scan::count(connection.body(), "<Contents>");
        let text = String::from_utf8_lossy(connection.body());
        match scan::element(&text, "NextContinuationToken") {
            Some(token) => after = format!("&continuation-token={}", scan::percent(token)),
            None => return Ok(keys),
        }
    }
}

/// ListObjectsV2 from the first key to the last, in keys per second.
pub async fn list(server: &Server, run: usize) -> Result<f64> {
    let expected = match run {
        0 => fill(server, "many").await?,
        _ => each(server) * FILLING as u64,
    };
    let start = Instant::now();
    let found = walk(server, "many").await?;
    if found != expected {
        return Err(format!("{expected} keys were put, {found} are listed"));
    }
    Ok(found as f64 / start.elapsed().as_secs_f64())
}

/// Deletes a thousand keys at a time.
struct Deleter {
    requests: Vec<Vec<u8>>,
    next: usize,
}

impl Deleter {
    fn new(server: &Server, bucket: &str, keys: &[String]) -> Self {
        let requests = keys.chunks(AT_ONCE).map(|keys| {
            let objects: String =
                keys.iter().map(|key| format!("<Object><Key>{key}</Key></Object>")).collect();
            let body = format!("<Delete><Quiet>true</Quiet>{objects}</Delete>");
            let digest = base64_simd::STANDARD.encode_to_string(Md5::digest(body.as_bytes()));
            let headers =
                [("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"), ("Content-MD5", digest.as_str())];
            let path = format!("/{bucket}?delete");
            server.plain(request(server.address, "POST", &path, "s3", &headers, body.as_bytes()))
        });
        Self { requests: requests.collect(), next: 0 }
    }
}

impl Worker for Deleter {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        let at = self.next.min(self.requests.len() - 1);
        self.next += 1;
        &self.requests[at]
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        expect_ok(answer, body)?;
        match scan::count(body, "<Error>") {
            0 => Ok(1),
            errors => Err(format!("{errors} keys were not deleted")),
        }
    }
}

/// DeleteObjects of a thousand keys over 4 connections, of a fifth of a bucket, in keys per second.
pub async fn delete(server: &Server, run: usize) -> Result<f64> {
    let (bucket, part) = (format!("emptied-{}", run / PARTS), run % PARTS);
    if part == 0 {
        fill(server, &bucket).await?;
    }
    let each = each(server);
    let step = each.div_ceil(PARTS as u64);
    let (from, to) = (step * part as u64, each.min(step * (part as u64 + 1)));
    let keys = |worker: usize| -> Vec<String> {
        let own = (0..FILLING).filter(|connection| connection % DELETING == worker);
        own.flat_map(|connection| (from..to).map(move |n| s3::key(connection, n))).collect()
    };
    let workers: Vec<Deleter> =
        (0..DELETING).map(|worker| Deleter::new(server, &bucket, &keys(worker))).collect();
    let Some(batches) = workers.first().map(|worker| worker.requests.len()).filter(|it| *it > 0)
    else {
        return Err("there are too few keys for so many runs".to_owned());
    };
    let outcome = drive(server, Until::Asked(batches as u64), workers).await?;
    // Nothing can be deleted again, so a bare server is asked nothing of it.
    server.take_asked();
    let left = walk(server, &bucket).await?;
    let expected = (each - to) * FILLING as u64;
    if left != expected {
        return Err(format!("{expected} keys should be left, {left} are"));
    }
    Ok(((to - from) * FILLING as u64) as f64 / outcome.seconds)
}

/// The most resident memory while small and large objects are put and got, and a bucket of many keys is
/// filled, listed and emptied in part, in MiB.
pub async fn most_memory(programs: &Programs, kind: Kind) -> Result<f64> {
    let server = Server::start(kind, programs).await?;
    let told = |what: &str| -> Result<()> {
        eprintln!("  {what}: {:.1} MiB at most so far", server.most_memory_mib()?);
        Ok(())
    };
    s3::put_small(&server, 0).await?;
    s3::get_small(&server, 0).await?;
    told("small objects")?;
    s3::put_large(&server, 0).await?;
    told("large objects put")?;
    s3::get_large(&server, 0).await?;
    told("large objects got")?;
    list(&server, 0).await?;
    told("many keys put and listed")?;
    delete(&server, 0).await?;
    told("many keys deleted")?;
    server.most_memory_mib()
}

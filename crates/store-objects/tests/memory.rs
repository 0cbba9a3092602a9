//! A long content takes no more memory than a few parts. In a process of its own, since others' would count.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod gateway;

use bytes::Bytes;
use gateway::Gateway;
use std::fs;
use store::{BlobId, Blobs};

const PIECE: usize = 1 << 20;
const PIECES: usize = 160;
/// Three parts of 5 MiB, and what the allocator and the connections keep.
const MOST_KIB: u64 = 48 << 10;

/// A line of what the kernel tells of this process, in KiB.
fn memory(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().unwrap()
}

fn piece(number: usize) -> Bytes {
    vec![number as u8; PIECE].into()
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn a_long_content_is_never_held_whole() {
    let gateway = Gateway::start().await;
    let blobs = gateway.blobs("memory").await;
    let id = BlobId("0123456789abcdef".repeat(2));
    let before = memory("VmRSS");
    let mut writer = blobs.create(&id).await.unwrap();
    for number in 0..PIECES {
        writer.write(piece(number)).await.unwrap();
    }
    assert_eq!(writer.finish().await.unwrap(), (PIECES * PIECE) as u64);
    let mut reader = blobs.read(&id, 0..u64::MAX).await.unwrap();
    let mut place = 0;
    while let Some(mut bytes) = reader.next().await.unwrap() {
        while !bytes.is_empty() {
            let (number, at) = (place / PIECE, place % PIECE);
            let part = bytes.split_to(bytes.len().min(PIECE - at));
            assert!(part == piece(number).slice(at..at + part.len()), "piece {number}");
            place += part.len();
        }
    }
    assert_eq!(place, PIECES * PIECE);
    let grown = memory("VmHWM").saturating_sub(before);
    assert!(grown < MOST_KIB, "{grown} KiB more than {before}");
}

//! The engine over a real server. `./test` runs these where it has built one:
//! `cargo test --package store-objects -- --ignored`.
#![allow(clippy::unwrap_used)]

mod gateway;
mod proxy;

use bytes::Bytes;
use gateway::{Gateway, soon};
use proxy::{Cut, Proxy};
use rustix::process::Signal;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;
use store::{BlobId, BlobReader, Blobs, Error, Result};
use store_objects::ObjectBlobs;
use tokio::time::Instant;

fn id(n: u32) -> BlobId {
    BlobId(format!("{:08x}{n:024x}", n.wrapping_mul(0x9e37_79b9)))
}

/// Bytes in which no two places look alike, and no two contents.
fn contents(of: u32, length: usize) -> Bytes {
    let mut bytes = Vec::with_capacity(length + 1024);
    for place in 0.. {
        if bytes.len() >= length {
            break;
        }
        bytes.extend_from_slice(&u64::to_le_bytes(u64::from(of) << 32 | place));
        bytes.resize(bytes.len() + 1016, of.wrapping_add(place as u32) as u8);
    }
    bytes.truncate(length);
    bytes.into()
}

async fn write(blobs: &dyn Blobs, id: &BlobId, bytes: &Bytes, piece: usize) -> Result<u64> {
    let mut writer = blobs.create(id).await?;
    for piece in bytes.chunks(piece) {
        writer.write(bytes.slice_ref(piece)).await?;
    }
    writer.finish().await
}

async fn rest(mut reader: Box<dyn BlobReader>) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    while let Some(piece) = reader.next().await? {
        all.extend_from_slice(&piece);
    }
    Ok(all)
}

async fn read(blobs: &dyn Blobs, id: &BlobId) -> Result<Vec<u8>> {
    rest(blobs.read(id, 0..u64::MAX).await?).await
}

async fn until(what: &str, holds: impl AsyncFn() -> bool) {
    let late = Instant::now() + Duration::from_secs(20);
    while !holds().await {
        assert!(Instant::now() < late, "{what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn it_keeps_what_blobs_promise() {
    let gateway = Gateway::start().await;
    store::contract::blobs::run(&gateway.blobs("").await).await;
    store::contract::blobs::run(&gateway.blobs("some/where").await).await;
    // A store that writes whatever there is.
    let url = format!("{}&conditional_put=disabled", gateway.url("unconditional"));
    store::contract::blobs::run(&ObjectBlobs::open(soon(url)).await.unwrap()).await;
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn a_long_content_goes_in_parts() {
    let gateway = Gateway::start().await;
    let blobs = gateway.blobs("long").await;
    let part = 5 << 20;
    for (n, length) in [(1, part - 1), (2, part), (3, part + 1), (4, 3 * part), (5, 3 * part + 7)] {
        let bytes = contents(n, length);
        let written = write(&blobs, &id(n), &bytes, 1_000_003).await.unwrap();
        assert_eq!(written, length as u64);
        assert!(read(&blobs, &id(n)).await.unwrap() == bytes, "{length}");
        let middle = part as u64 - 3..length as u64 - 1;
        let found = rest(blobs.read(&id(n), middle.clone()).await.unwrap()).await.unwrap();
        let middle = middle.start as usize..middle.end.max(middle.start) as usize;
        assert!(found == bytes[middle], "{length}");
    }
    assert_eq!(blobs.list().await.unwrap().len(), 5);
    // Two processes over one bucket see each other's.
    let other = gateway.blobs("long").await;
    assert!(matches!(other.create(&id(4)).await, Err(Error::Exists(_))));
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn of_two_that_write_one_blob_one_does() {
    let gateway = Gateway::start().await;
    let blobs = gateway.blobs("two").await;
    for (n, lengths) in [(1, [11 << 20, 12 << 20]), (2, [9, 11 << 20]), (3, [11 << 20, 9])] {
        let bytes = lengths.map(|length| contents(length as u32, length));
        let [mut one, mut other] =
            [blobs.create(&id(n)).await.unwrap(), blobs.create(&id(n)).await.unwrap()];
        one.write(bytes[0].clone()).await.unwrap();
        other.write(bytes[1].clone()).await.unwrap();
        one.finish().await.unwrap();
        assert!(matches!(other.finish().await, Err(Error::Exists(_))), "{n}");
        assert!(read(&blobs, &id(n)).await.unwrap() == bytes[0], "{n}");
    }
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn an_upload_that_is_let_go_is_ended() {
    let gateway = Gateway::start().await;
    let blobs = gateway.blobs("let-go").await;
    let bytes = contents(1, 16 << 20);
    let parts = || gateway.files("contents/.sgwtmp").len();
    for n in 0..3 {
        let mut writer = blobs.create(&id(n)).await.unwrap();
        writer.write(bytes.clone()).await.unwrap();
        until("a part is there", async || parts() > 0).await;
        drop(writer);
        until("no part is left", async || parts() == 0).await;
    }
    assert!(blobs.list().await.unwrap().is_empty());
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn an_upload_of_a_process_that_died_is_ended_by_its_age() {
    let gateway = Gateway::start().await;
    let (blobs, other) = (gateway.blobs("died").await, gateway.blobs("of-another").await);
    for blobs in [&blobs, &other] {
        let before = gateway.files("contents/.sgwtmp").len();
        let mut writer = blobs.create(&id(1)).await.unwrap();
        writer.write(contents(1, 11 << 20)).await.unwrap();
        let sent = async || gateway.files("contents/.sgwtmp").len() >= before + 2;
        until("two parts are there", sent).await;
        // Nothing is heard of it any more.
        std::mem::forget(writer);
    }
    assert_eq!(blobs.end_unfinished(Duration::from_secs(3600)).await.unwrap(), 0);
    // The clock by which the server answers runs a second behind the one by which it notes.
    for blobs in [&blobs, &other] {
        let is_ended = async || blobs.end_unfinished(Duration::ZERO).await.unwrap() == 1;
        until("one is old enough", is_ended).await;
        assert_eq!(blobs.end_unfinished(Duration::ZERO).await.unwrap(), 0);
    }
    assert!(gateway.files("contents/.sgwtmp").is_empty());
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn a_connection_that_breaks_is_made_up_for() {
    let gateway = Gateway::start().await;
    let proxy = Proxy::before(gateway.address()).await;
    let url = gateway.url_over(proxy.address(), "cut");
    let blobs = ObjectBlobs::open(soon(url)).await.unwrap();
    let (short, long) = (contents(1, 100_000), contents(2, 12 << 20));
    let mut n = 0;
    for (bytes, cuts) in [
        (&short, &[Cut::Request("PUT /"), Cut::Request("PUT /")][..]),
        (&short, &[Cut::Answer("PUT /")]),
        (&short, &[Cut::Answer("PUT /"), Cut::Answer("PUT /"), Cut::Answer("HEAD /")]),
        (&long, &[Cut::Request("?uploads"), Cut::Answer("?uploads")]),
        (&long, &[Cut::Request("partNumber="), Cut::Answer("partNumber=")]),
        (&long, &[Cut::Request("POST /contents/cut/"), Cut::Answer("<CompleteMultipartUpload")]),
    ] {
        n += 1;
        proxy.arm(cuts);
        let written = write(&blobs, &id(n), bytes, 3 << 20).await;
        assert_eq!(written.unwrap(), bytes.len() as u64, "{cuts:?}");
        assert!(proxy.has_cut(), "{cuts:?}");
        assert!(read(&blobs, &id(n)).await.unwrap() == *bytes, "{cuts:?}");
    }
    for cuts in [
        &[Cut::Request("GET /")][..],
        &[Cut::After("GET /", 1), Cut::After("GET /", 1), Cut::After("GET /", 5 << 20)],
        &[Cut::After("GET /", 11 << 20), Cut::Answer("GET /")],
    ] {
        proxy.arm(cuts);
        assert!(read(&blobs, &id(n)).await.unwrap() == long, "{cuts:?}");
        assert!(proxy.has_cut(), "{cuts:?}");
    }
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn a_blob_that_is_gone_when_its_read_goes_on_is_not_found() {
    let gateway = Gateway::start().await;
    let proxy = Proxy::before(gateway.address()).await;
    let through = gateway.url_over(proxy.address(), "gone");
    let through = ObjectBlobs::open(soon(through)).await.unwrap();
    let beside = gateway.blobs("gone").await;
    let bytes = contents(1, 32 << 20);
    for another in [false, true] {
        write(&beside, &id(1), &bytes, 8 << 20).await.unwrap();
        proxy.arm(&[Cut::After("GET /", 1 << 20)]);
        let mut reader = through.read(&id(1), 0..u64::MAX).await.unwrap();
        let first = reader.next().await.unwrap().unwrap();
        beside.delete(&id(1)).await.unwrap();
        if another {
            write(&beside, &id(1), &contents(2, 32 << 20), 8 << 20).await.unwrap();
        }
        let found = rest(reader).await;
        assert!(matches!(found, Err(Error::NotFound(_))), "{another} {}", first.len());
        beside.delete(&id(1)).await.unwrap();
    }
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn a_store_that_is_gone_is_told_in_time_and_comes_back() {
    let mut gateway = Gateway::start().await;
    let blobs = gateway.blobs("back").await;
    let bytes = contents(1, 12 << 20);
    for silent in [true, false] {
        write(&blobs, &id(1), &bytes, 5 << 20).await.unwrap();
        gateway.signal(if silent { Signal::STOP } else { Signal::KILL });
        let begun = Instant::now();
        let (there, new) = (id(1), id(3));
        let (created, reading, listed, deleted) = tokio::join!(
            blobs.create(&new),
            blobs.read(&there, 0..9),
            blobs.list(),
            blobs.delete(&there),
        );
        let told = [created.err(), reading.err(), listed.err(), deleted.err()];
        let is_busy = |told: &Option<Error>| matches!(told, Some(Error::Busy(_)));
        assert!(told.iter().all(is_busy), "{silent}: {told:?}");
        assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
        if silent {
            gateway.signal(Signal::CONT);
        } else {
            assert!(gateway.run().await);
        }
        write(&blobs, &id(2), &bytes, 5 << 20).await.unwrap();
        assert!(read(&blobs, &id(2)).await.unwrap() == bytes);
        for n in [1, 2] {
            blobs.delete(&id(n)).await.unwrap();
        }
    }
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn a_write_whose_fate_nobody_knows_is_told_so() {
    let gateway = Gateway::start().await;
    let proxy = Proxy::before(gateway.address()).await;
    let url = gateway.url_over(proxy.address(), "fate");
    let blobs = ObjectBlobs::open(soon(url)).await.unwrap();
    let mut writer = blobs.create(&id(1)).await.unwrap();
    writer.write(Bytes::from("x")).await.unwrap();
    proxy.arm(&[Cut::Hold("PUT /"), Cut::Hold("HEAD /"), Cut::Hold("HEAD /")]);
    assert!(matches!(writer.finish().await, Err(Error::Unknown(_))));
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn what_is_finished_survives_kills_and_the_rest_is_absent_or_whole() {
    const ROUNDS: u32 = 5;
    let mut gateway = Gateway::start().await;
    let blobs = Arc::new(gateway.blobs("kills").await);
    let stop = Arc::new(AtomicBool::new(false));
    let (next, done) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
    let writers: Vec<_> = (0..4)
        .map(|which| {
            let (blobs, stop, next, done) =
                (blobs.clone(), stop.clone(), next.clone(), done.clone());
            tokio::spawn(async move {
                let mut told = BTreeMap::new();
                while !stop.load(Ordering::Relaxed) {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let bytes = contents(n, if which == 0 { 11 << 20 } else { 60_000 });
                    let written = write(&*blobs, &id(n), &bytes, 1 << 20).await;
                    done.fetch_add(u32::from(written.is_ok()), Ordering::Relaxed);
                    told.insert(n, (written, bytes));
                    if let Some((n, (Ok(_), bytes))) = told.iter().next_back() {
                        match read(&*blobs, &id(*n)).await {
                            Ok(found) => assert!(found == *bytes, "{n}"),
                            Err(Error::Busy(_)) => {}
                            Err(error) => panic!("{n}: {} bytes: {error}", bytes.len()),
                        }
                    }
                }
                told
            })
        })
        .collect();
    for _ in 0..ROUNDS {
        let before = done.load(Ordering::Relaxed);
        until("blobs are written", async || done.load(Ordering::Relaxed) > before + 20).await;
        gateway.signal(Signal::KILL);
        assert!(gateway.run().await);
    }
    stop.store(true, Ordering::Relaxed);
    let (mut finished, mut listed) = (0, Vec::new());
    for writer in writers {
        for (n, (written, bytes)) in writer.await.unwrap() {
            match (written, read(&*blobs, &id(n)).await) {
                (Ok(length), Ok(found)) => {
                    assert_eq!(length, bytes.len() as u64);
                    assert!(found == bytes, "{n}");
                    finished += 1;
                    listed.push(id(n));
                }
                (Err(_), Ok(found)) => {
                    assert!(found == bytes, "{n}: not whole");
                    listed.push(id(n));
                }
                (Err(Error::Busy(_) | Error::Unknown(_)), Err(Error::NotFound(_))) => {}
                (written, found) => panic!("{n}: {written:?}, and then {:?}", found.err()),
            }
        }
    }
    assert!(finished > ROUNDS * 20);
    let mut found = blobs.list().await.unwrap();
    found.sort();
    listed.sort();
    assert_eq!(found, listed);
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn what_cannot_be_opened_says_why() {
    let mut gateway = Gateway::start().await;
    let url = gateway.url("open");
    for (url, named) in [
        (url.replace("s3://contents", "s3://other"), "NoSuchBucket"),
        (url.replace("secret_access_key=waterwheel", "secret_access_key=no"), "privileges"),
    ] {
        let error = ObjectBlobs::open(soon(url)).await.err().unwrap();
        assert!(matches!(error, Error::Io(_)) && error.to_string().contains(named), "{error}");
    }
    gateway.signal(Signal::KILL);
    let error = ObjectBlobs::open(soon(url)).await.err().unwrap();
    assert!(matches!(error, Error::Busy(_)), "{error}");
}

#[tokio::test]
#[ignore = "needs an S3 server"]
async fn what_the_bucket_is_set_to_is_told() {
    let gateway = Gateway::start().await;
    let facts = gateway.blobs("facts").await.promises().await;
    let of = |name: &str| facts.iter().find(|fact| fact.name == name).unwrap();
    assert!(of("store").value.contains("contents"), "{facts:?}");
    assert_eq!(of("conditional writes").value, "done", "{facts:?}");
    assert!(of("transport").value.contains("HTTP"), "{facts:?}");
    assert_eq!(of("versioning").value, "off", "{facts:?}");
    // This server knows no rules.
    assert!(of("unfinished uploads").value.contains("Waterwheel"), "{facts:?}");
    assert!(facts.iter().all(|fact| fact.advice.is_none()), "{facts:?}");
}

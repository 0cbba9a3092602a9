//! How fast the engines are on this machine's disk.
//!
//! `cargo run --release -p store-local --example bench [directory [thousands of small appends]]`
#![allow(clippy::unwrap_used, clippy::print_stdout)]
// It measures time, so it needs a clock.
#![allow(clippy::disallowed_methods)]

use bytes::Bytes;
use futures_util::future::join_all;
use std::path::Path;
use std::time::Instant;
use store::{Batch, BlobId, Entry, LogId, ReadLimit, Store, Table};
use store_local::{LocalLog, LocalTables, Options};

const T: Table = Table("bench");

fn main() {
    let temporary = tempfile::tempdir_in(std::env::args().nth(1).unwrap_or(".".into())).unwrap();
    let dir = temporary.path();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let opened = measure("open a new directory", 1, || store_local::open(dir, Options::default()));
    let store = opened.as_ref().unwrap().store.clone();
    runtime.block_on(async {
        lone_appends(&store).await;
        batches(&store).await;
        many_small(&store).await;
        many_lanes(&store).await;
        tables(&store).await;
        blobs(&store).await;
    });
    drop(store);
    measure("close", 1, || drop(opened));
    let log = || LocalLog::open(&dir.join("log"), Options::default().log).unwrap();
    drop(measure("open the log again", 1, log));
    drop(measure("open the tables again", 1, || {
        LocalTables::open(&dir.join("tables"), true).unwrap()
    }));
    report_open_of_little(&dir.join("little"));
}

fn measure<T>(what: &str, units: u64, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    report(what, units, start);
    result
}

fn report(what: &str, units: u64, start: Instant) {
    let seconds = start.elapsed().as_secs_f64();
    let (rate, memory) = (units as f64 / seconds, memory_mib());
    println!("{what:<50} {:>9.2} ms {rate:>11.0} /s {memory:>5} MiB", seconds * 1e3);
}

fn memory_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0_u64) / 1024
}

async fn log(store: &Store, name: &str) -> LogId {
    let id = LogId(name.to_owned());
    store.log.create(&id).await.unwrap();
    id
}

async fn lone_appends(store: &Store) {
    let id = log(store, "lone").await;
    let start = Instant::now();
    for n in 0..1000 {
        let entry = Entry { lane: 0, time_ms: n, bytes: Bytes::from(vec![1; 1000]) };
        store.log.append(&id, vec![entry]).await.unwrap();
    }
    report("1,000 appends of 1 KB, one after the other", 1000, start);
}

async fn batches(store: &Store) {
    let id = log(store, "batches").await;
    let bytes = Bytes::from(vec![7; 1024]);
    let start = Instant::now();
    for n in 0..2000 {
        let entry = Entry { lane: 0, time_ms: n, bytes: bytes.clone() };
        store.log.append(&id, vec![entry; 500]).await.unwrap();
    }
    report("1M x 1 KB in batches of 500, a sync each", 1_000_000, start);
    let start = Instant::now();
    let (mut next, limit) = (0, ReadLimit { records: 10_000, bytes: 10 << 20 });
    loop {
        let records = store.log.read(&id, 0, next, limit).await.unwrap();
        let Some(last) = records.last() else { break };
        next = last.offset + 1;
    }
    report("reading them, up to 10,000 at a time", next, start);
    let start = Instant::now();
    let (mut next, limit) = (900_000, ReadLimit { records: 1, bytes: 1 << 20 });
    while let Some(record) = store.log.read(&id, 0, next, limit).await.unwrap().first() {
        next = record.offset + 1;
    }
    report("reading the last 100,000, one at a time", 100_000, start);
    let start = Instant::now();
    store.log.trim(&id, i64::MAX).await.unwrap();
    report("trimming all", 1, start);
}

async fn many_small(store: &Store) {
    let id = &log(store, "small").await;
    let bytes = &Bytes::from(vec![7; 100]);
    // 10 million take a while; the first argument that is a number says how many thousands.
    let small = std::env::args().find_map(|arg| arg.parse::<u64>().ok()).unwrap_or(10_000);
    let start = Instant::now();
    join_all((0..1000).map(async |_| {
        for _ in 0..small {
            let entry = Entry { lane: 0, time_ms: 1, bytes: bytes.clone() };
            store.log.append(id, vec![entry]).await.unwrap();
        }
    }))
    .await;
    report("100 B in appends of one, 1,000 at a time", small * 1000, start);
}

async fn many_lanes(store: &Store) {
    let id = log(store, "lanes").await;
    let bytes = Bytes::from(vec![7; 1024]);
    let start = Instant::now();
    for _ in 0..50 {
        for lanes in 0..8 {
            let entry = |lane| Entry { lane, time_ms: 1, bytes: bytes.clone() };
            let batch = (lanes * 500..lanes * 500 + 500).map(entry).collect();
            store.log.append(&id, batch).await.unwrap();
        }
    }
    report("200,000 x 1 KB over 4,000 lanes", 200_000, start);
    let start = Instant::now();
    let limit = ReadLimit { records: 1000, bytes: 1 << 20 };
    for lane in 0..100 {
        assert_eq!(store.log.read(&id, lane * 40, 0, limit).await.unwrap().len(), 50);
    }
    report("reading 100 of those lanes, 50 records each", 5000, start);
}

async fn tables(store: &Store) {
    let put = |n: u64| {
        // Spreads the keys.
        let key = n.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        Batch::new().put(T, key, vec![1; 100])
    };
    let start = Instant::now();
    for n in 0..1000 {
        store.tables.commit(put(n)).await.unwrap();
    }
    report("1,000 commits of one item, one after the other", 1000, start);
    let start = Instant::now();
    join_all((0..64).map(async |task| {
        for n in 0..2000 {
            store.tables.commit(put((task + 1) * 100_000 + n)).await.unwrap();
        }
    }))
    .await;
    report("128,000 commits of one item, 64 at a time", 128_000, start);
    let start = Instant::now();
    for n in 0..100_000_u64 {
        let key = ((n % 64 + 1) * 100_000 + n / 64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        assert!(store.tables.get(T, &key.to_be_bytes()).await.unwrap().is_some());
    }
    report("100,000 gets", 100_000, start);
}

async fn blobs(store: &Store) {
    let piece = Bytes::from(vec![7; 64 * 1024]);
    let start = Instant::now();
    let mut writer = store.blobs.create(&BlobId("a".repeat(32))).await.unwrap();
    for _ in 0..4096 {
        writer.write(piece.clone()).await.unwrap();
    }
    writer.finish().await.unwrap();
    report("writing a blob of 256 MiB (MiB/s)", 256, start);
    let start = Instant::now();
    let mut reader = store.blobs.read(&BlobId("a".repeat(32)), 0..u64::MAX).await.unwrap();
    while reader.next().await.unwrap().is_some() {}
    report("reading it (MiB/s)", 256, start);
}

fn report_open_of_little(dir: &Path) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let opened = store_local::open(dir, Options::default()).unwrap();
    runtime.block_on(async {
        log(&opened.store, "little").await;
        opened.store.tables.commit(Batch::new().put(T, "a", "b")).await.unwrap();
    });
    drop(opened);
    for _ in 0..3 {
        drop(measure("open with little in it", 1, || {
            store_local::open(dir, Options::default()).unwrap()
        }));
    }
}

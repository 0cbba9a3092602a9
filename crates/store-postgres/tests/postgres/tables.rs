//! The tables.

use crate::cluster::{Cluster, url_in};
use crate::proxy::{Cut, Proxy};
use bytes::Bytes;
use futures_util::future::{join, join_all};
use rustix::process::Signal;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::{Batch, Error, KEY_BYTES, KeyRange, Scan, Table, Tables, VALUE_BYTES};
use store_postgres::{Options, PostgresTables};
use tokio::sync::watch;

const T: Table = Table("t");

async fn refused(cluster: &Cluster) -> Error {
    let opened = PostgresTables::connect(&cluster.url(), Options::default()).await;
    opened.err().expect("a refusal")
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn it_keeps_what_tables_promise() {
    let cluster = Cluster::start(&[]);
    store::contract::tables::run(&cluster.tables().await).await;
    let options = Options { committers: 4, group: 1, ..Options::default() };
    let one_by_one = PostgresTables::connect(&cluster.url(), options).await.unwrap();
    store::contract::tables::run(&one_by_one).await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn it_keeps_what_was_there_when_it_is_opened_again() {
    let cluster = Cluster::start(&[]);
    let tables = cluster.tables().await;
    tables.commit(Batch::new().put(T, "k", "v")).await.unwrap();
    tables.commit(Batch::new().present(T, "k").absent(T, "l")).await.unwrap();
    let only_looks = Batch::new().present(T, "k").present(T, "l");
    assert!(matches!(tables.commit(only_looks).await, Err(Error::Conflict(1))));
    tables.close().await;
    assert!(matches!(tables.get(T, b"k").await, Err(Error::Closed)));
    assert!(matches!(tables.commit(Batch::new().delete(T, "k")).await, Err(Error::Closed)));
    assert_eq!(cluster.tables().await.get(T, b"k").await.unwrap().unwrap(), "v");
    cluster.psql("UPDATE waterwheel_layout SET version = 2");
    assert!(refused(&cluster).await.to_string().contains("layout 2"));
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_server_that_would_lose_commits_is_refused() {
    let mut cluster = Cluster::start(&["fsync=off"]);
    let error = refused(&cluster).await;
    assert!(matches!(&error, Error::ReadOnly(why) if why.contains("fsync")), "{error}");
    cluster.stop(Signal::QUIT);
    cluster.set(&["synchronous_commit=off"]);
    cluster.run();
    let error = refused(&cluster).await;
    assert!(
        matches!(&error, Error::ReadOnly(why) if why.contains("synchronous_commit")),
        "{error}"
    );
    cluster.stop(Signal::QUIT);
    cluster.set(&["default_transaction_read_only=on"]);
    cluster.run();
    let error = refused(&cluster).await;
    assert!(matches!(&error, Error::ReadOnly(why) if why.contains("read only")), "{error}");
    cluster.stop(Signal::QUIT);
    assert!(matches!(refused(&cluster).await, Error::Busy(_)), "there is none");
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn long_keys_keep_the_order_of_bytes() {
    let cluster = Cluster::start(&[]);
    let tables = cluster.tables().await;
    // They part at every interesting place: before, at and behind the end of what is indexed.
    let mut keys = BTreeSet::from([vec![], vec![0xff; KEY_BYTES], vec![0; KEY_BYTES]]);
    for length in [1, 2046, 2047, 2048, 2049, 2050, 4096, KEY_BYTES - 1] {
        for last in [0, 1, 0xff] {
            for filling in [0_u8, b'a', 0xff] {
                let mut key = vec![filling; length];
                key.push(last);
                keys.insert(key);
            }
        }
    }
    let mut random = 1_u64;
    for length in [2047, 2048, 2049, KEY_BYTES] {
        // What no compression makes shorter.
        let key = (0..length).map(|_| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            random.to_be_bytes()[0]
        });
        keys.insert(key.collect());
    }
    let keys: Vec<Vec<u8>> = keys.into_iter().collect();
    for key in keys.iter().rev() {
        tables.commit(Batch::new().absent(T, &key[..]).put(T, &key[..], &b"v"[..])).await.unwrap();
    }
    let scan = async |range: KeyRange, limit, reverse| {
        let pairs = tables.scan(T, Scan { range, limit, reverse }).await.unwrap();
        pairs.into_iter().map(|(key, _)| key.to_vec()).collect::<Vec<_>>()
    };
    assert_eq!(scan(KeyRange::all(), usize::MAX, false).await, keys);
    let down: Vec<_> = keys.iter().rev().cloned().collect();
    assert_eq!(scan(KeyRange::all(), usize::MAX, true).await, down);
    for from in 0..keys.len() {
        let to = keys.len().min(from + 5);
        let range = KeyRange { start: keys[from].clone(), end: keys.get(to).cloned() };
        assert_eq!(scan(range.clone(), 9, false).await, keys[from..to]);
        assert_eq!(
            scan(range.clone().after(&keys[from]), 2, false).await,
            keys[from + 1..to][..2.min(to - from - 1)]
        );
        assert_eq!(scan(range, 1, true).await, keys[to - 1..to]);
        assert!(tables.get(T, &keys[from]).await.unwrap().is_some());
    }
    for key in &keys {
        tables.commit(Batch::new().present(T, &key[..]).delete(T, &key[..])).await.unwrap();
    }
    assert!(scan(KeyRange::all(), usize::MAX, false).await.is_empty());
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn the_largest_values_and_batches_are_taken() {
    let cluster = Cluster::start(&[]);
    let tables = cluster.tables().await;
    let large = Bytes::from(vec![7; VALUE_BYTES]);
    let batch = Batch::new().put(T, "a", large.clone()).put(T, "b", large.clone());
    tables.commit(batch).await.unwrap();
    assert_eq!(tables.get(T, b"b").await.unwrap().unwrap(), large);
    let batch = Batch::new().equals(T, "a", large.clone()).equals(T, "b", Bytes::new());
    assert!(matches!(tables.commit(batch).await, Err(Error::Conflict(1))));
    // More keys than there is room for locks.
    let many = (0..20_000_u32).fold(Batch::new(), |batch, n| batch.put(T, n.to_be_bytes(), "v"));
    let others = join_all((0..20_u8).map(|n| tables.commit(Batch::new().put(T, [n], "v"))));
    let (many, others) = join(tables.commit(many), others).await;
    many.unwrap();
    assert!(others.iter().all(Result::is_ok));
    assert_eq!(tables.scan(T, Scan::prefix(b"")).await.unwrap().len(), 20_022);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn what_the_server_refuses_is_not_written_and_stops_nothing() {
    let cluster = Cluster::start(&[]);
    let tables = cluster.tables().await;
    cluster.psql("ALTER TABLE waterwheel_rows ADD CHECK (octet_length(value) < 9)");
    let batch = Batch::new().put(T, "a", "short").put(T, "b", "much too long").delete(T, "c");
    let error = tables.commit(batch).await.unwrap_err();
    assert!(matches!(&error, Error::Io(why) if why.to_string().contains("23514")), "{error}");
    assert!(tables.scan(T, Scan::prefix(b"")).await.unwrap().is_empty());
    tables.commit(Batch::new().put(T, "a", "short")).await.unwrap();
}

/// The server goes along the index, and sorts no more at once than what shares the part of the key
/// that is indexed; without statistics, and with those of a table that has grown since.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_scan_reads_no_more_than_its_range() {
    let mut cluster = Cluster::start(&[
        "auto_explain.log_min_duration=0",
        "shared_preload_libraries=auto_explain",
    ]);
    let tables = cluster.tables().await;
    for start in [0, 5000_u32] {
        let range = start..start + 5000;
        let batch = range.fold(Batch::new(), |batch, n| batch.put(T, n.to_be_bytes(), "v"));
        tables.commit(batch).await.unwrap();
        let first = tables.scan(T, Scan::prefix(b"").limit(2)).await.unwrap();
        assert_eq!(first.len(), 2);
        let range = KeyRange::prefix(&[0, 0, 3]);
        tables.scan(T, Scan { range, limit: usize::MAX, reverse: true }).await.unwrap();
        tables.get_all(&[(T, b"a"), (T, b"b")]).await.unwrap();
        tables.commit(Batch::new().absent(T, "a").delete(T, "b")).await.unwrap();
        cluster.psql("ANALYZE waterwheel_rows");
    }
    let log = cluster.log();
    assert!(log.contains("Incremental Sort") && log.contains("Index Scan Backward"), "{log}");
    let unwanted = ["Seq Scan on waterwheel_rows", "Bitmap", "->  Sort ", "Hash", "Merge Join"];
    for unwanted in unwanted {
        assert!(!log.contains(unwanted), "{unwanted} in {log}");
    }
}

/// Several engines, as of several processes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL"]
async fn engines_that_share_the_tables_race_fairly() {
    let cluster = Cluster::start(&[]);
    let engines = join_all((0..3).map(|_| cluster.tables())).await;
    for round in 0..20_u8 {
        let claims = engines.iter().enumerate().map(|(by, tables)| async move {
            let value = by.to_string();
            let batch = Batch::new().absent(T, [round]).put(T, [round], value.clone());
            let won = tables.commit(batch).await.is_ok();
            let winner = tables.get(T, &[round]).await.unwrap().expect("the winner is seen");
            assert_eq!(won, winner == value);
            won
        });
        assert_eq!(join_all(claims).await.into_iter().filter(|won| *won).count(), 1);
    }
    // Two counters in one batch, named in either order; what is condition to one is written by another.
    engines[0].commit(Batch::new().put(T, "a", "0").put(T, "b", "0")).await.unwrap();
    let increment = async |tables: &PostgresTables, first: &'static str, second: &'static str| loop {
        let found = tables.get_all(&[(T, first.as_bytes()), (T, second.as_bytes())]).await.unwrap();
        let (one, other) = (found[0].clone().unwrap(), found[1].clone().unwrap());
        assert_eq!(one, other, "both are of one instant");
        let next = std::str::from_utf8(&one).unwrap().parse::<u32>().unwrap() + 1;
        let batch = Batch::new().equals(T, first, one).equals(T, second, other);
        match tables
            .commit(batch.put(T, second, next.to_string()).put(T, first, next.to_string()))
            .await
        {
            Ok(()) => return,
            Err(Error::Conflict(0)) => {}
            Err(error) => panic!("{error}"),
        }
    };
    join_all(engines.iter().flat_map(|tables| [(tables, "a", "b"), (tables, "b", "a")]).map(
        async |(tables, first, second)| {
            for _ in 0..20 {
                increment(tables, first, second).await;
            }
        },
    ))
    .await;
    assert_eq!(engines[1].get(T, b"a").await.unwrap().unwrap(), "120");
}

/// Of two that each look at one key and write the other, at most one may see the other's absent.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL"]
async fn what_is_only_looked_at_does_not_change_either() {
    let cluster = Cluster::start(&[]);
    let engines = join_all((0..2).map(|_| cluster.tables())).await;
    for round in 0..50_u8 {
        let left = Batch::new().absent(T, [round, 0]).put(T, [round, 1], "v");
        let right = Batch::new().absent(T, [round, 1]).put(T, [round, 0], "v");
        let done = join(engines[0].commit(left), engines[1].commit(right)).await;
        let won = usize::from(done.0.is_ok()) + usize::from(done.1.is_ok());
        assert_eq!(won, 1, "{done:?}");
    }
}

/// Puts keys until it is told to stop; gives those that were acknowledged.
async fn put(
    tables: &PostgresTables,
    stop: &AtomicBool,
    done: &watch::Sender<u32>,
) -> Vec<[u8; 4]> {
    let mut acknowledged = Vec::new();
    for key in (0..).map(u32::to_be_bytes) {
        // Were it made twice, the second one would find the first.
        tables.commit(Batch::new().absent(T, key).put(T, key, "v")).await.unwrap();
        acknowledged.push(key);
        done.send_modify(|done| *done += 1);
        if stop.load(Ordering::SeqCst) {
            break;
        }
    }
    acknowledged
}

/// Nothing that was acknowledged is gone, whatever ends the server, and the same engine goes on
/// when there is a server again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL"]
async fn a_server_that_ends_loses_nothing_acknowledged() {
    let mut cluster = Cluster::start(&[]);
    let patient = Options { patience: Duration::from_secs(120), ..Options::default() };
    let tables = Arc::new(PostgresTables::connect(&cluster.url(), patient).await.unwrap());
    for signal in [Signal::KILL, Signal::INT, Signal::KILL, Signal::QUIT, Signal::KILL] {
        let stop = Arc::new(AtomicBool::new(false));
        let (done, mut reached) = watch::channel(0);
        let putting = {
            let (tables, stop) = (tables.clone(), stop.clone());
            tokio::spawn(async move { put(&tables, &stop, &done).await })
        };
        reached.wait_for(|done| *done >= 50).await.unwrap();
        cluster.stop(signal);
        let before = *reached.borrow();
        cluster.run();
        reached.wait_for(|done| *done >= before + 10).await.unwrap();
        stop.store(true, Ordering::SeqCst);
        let acknowledged = putting.await.unwrap();
        assert!(acknowledged.len() >= 50);
        let found = tables.scan(T, Scan::prefix(b"")).await.unwrap();
        let found: BTreeSet<Bytes> = found.into_iter().map(|(key, _)| key).collect();
        assert!(acknowledged.iter().all(|key| found.contains(&key[..])));
        let batch = found.iter().fold(Batch::new(), |batch, key| batch.delete(T, &key[..]));
        tables.commit(batch).await.unwrap();
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn connections_that_an_operator_ends_are_made_anew() {
    let cluster = Cluster::start(&[]);
    let tables = cluster.tables().await;
    for round in 0..3_u8 {
        tables.commit(Batch::new().absent(T, [round]).put(T, [round], "v")).await.unwrap();
        let all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE application_name = 'waterwheel'";
        cluster.psql(all);
        assert_eq!(tables.get(T, &[round]).await.unwrap().unwrap(), "v");
    }
}

/// Else the others would wait for its locks as long as it sleeps.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_process_that_sleeps_in_its_commit_is_cut_off() {
    let cluster = Cluster::start(&[]);
    let proxy = Proxy::before(cluster.socket());
    let options = Options { patience: Duration::from_secs(1), ..Options::default() };
    let sleeper = PostgresTables::connect(&url_in(proxy.dir()), options).await.unwrap();
    let other = cluster.tables().await;
    let claim = |value: &'static str| Batch::new().absent(T, "k").put(T, "k", value);
    proxy.arm(Cut::Hold);
    let awake = async {
        while !proxy.has_cut() {
            tokio::task::yield_now().await;
        }
        other.commit(claim("other")).await
    };
    let (sleeping, awake) = join(sleeper.commit(claim("sleeper")), awake).await;
    awake.unwrap();
    assert!(matches!(sleeping, Err(Error::Conflict(0))), "{sleeping:?}");
    assert_eq!(other.get(T, b"k").await.unwrap().unwrap(), "other");
}

//! Commits that are not answered, and servers that answer nothing.

use crate::cluster::{Cluster, url_in};
use crate::proxy::{Cut, Proxy};
use futures_util::future::join_all;
use rustix::process::Signal;
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, Error, Scan, Table, Tables};
use store_postgres::{Options, PostgresTables};

const T: Table = Table("t");
const LINES: &str = "SELECT count(*) FROM waterwheel_commits";

/// An engine that finds the server through the proxy and commits over one connection.
async fn through(proxy: &Proxy, patience: Duration) -> PostgresTables {
    let options = Options { committers: 1, readers: 1, patience, ..Options::default() };
    // It is short for a machine that is busy.
    loop {
        match PostgresTables::connect(&url_in(proxy.dir()), options).await {
            Ok(tables) => return tables,
            Err(Error::Busy(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// Each commit has the last one's value as its condition: made twice or not at all, the next fails.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_commit_without_an_answer_is_found_out() {
    let cluster = Cluster::start(&[]);
    let proxy = Proxy::before(cluster.socket());
    let tables = through(&proxy, Duration::from_secs(120)).await;
    tables.commit(Batch::new().put(T, "n", "0")).await.unwrap();
    let cuts = [Cut::BeforeBegin, Cut::BeforeCommit, Cut::AfterCommit, Cut::AfterCommit];
    for (n, cut) in cuts.into_iter().cycle().take(24).enumerate() {
        proxy.arm(cut);
        let batch = Batch::new().equals(T, "n", n.to_string().into()).absent(T, n.to_string());
        let batch = batch.put(T, "n", (n + 1).to_string()).put(T, n.to_string(), "");
        tables.commit(batch).await.unwrap_or_else(|error| panic!("{n}, cut {cut:?}: {error}"));
        assert!(proxy.has_cut());
    }
    assert_eq!(tables.get(T, b"n").await.unwrap().unwrap(), "24");
    // In a group each is told its own.
    proxy.arm(Cut::AfterCommit);
    let claims = (0..3).map(|_| tables.commit(Batch::new().absent(T, "k").put(T, "k", "v")));
    let won = join_all(claims).await.into_iter().filter(Result::is_ok).count();
    assert_eq!(won, 1);
}

/// The one end of the connection is gone without a word to the other.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_commit_whose_answer_stays_away_is_found_out() {
    let cluster = Cluster::start(&[]);
    let proxy = Proxy::before(cluster.socket());
    let tables = through(&proxy, Duration::from_secs(2)).await;
    proxy.arm(Cut::Hush);
    tables.commit(Batch::new().absent(T, "k").put(T, "k", "v")).await.unwrap();
    assert!(proxy.has_cut());
}

/// The transaction has not ended yet when its fate is asked for: it waits for a replica, which is
/// promised, and nobody sees it before. The asking waits as long.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL"]
async fn a_commit_that_is_still_under_way_is_waited_for() {
    let cluster = Cluster::start(&[]);
    let proxy = Proxy::before(cluster.socket());
    let tables = Arc::new(through(&proxy, Duration::from_secs(120)).await);
    let patient = Options { patience: Duration::from_secs(120), ..Options::default() };
    let other = PostgresTables::connect(&cluster.url(), patient).await.unwrap();
    let waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
    let asking = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    let is = |sql, count| {
        while cluster.psql(sql) != count {
            std::thread::yield_now();
        }
    };
    cluster.psql("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    cluster.psql("SELECT pg_reload_conf()");
    // The server takes a moment to heed it.
    let probing = tokio::spawn(async move {
        loop {
            other.commit(Batch::new().put(T, "other", "v")).await.unwrap();
        }
    });
    is(waiting, "1");
    proxy.arm(Cut::WithCommit);
    let committing = {
        let tables = tables.clone();
        tokio::spawn(
            async move { tables.commit(Batch::new().absent(T, "k").put(T, "k", "v")).await },
        )
    };
    is(waiting, "2");
    is(asking, "1");
    assert!(proxy.has_cut() && !committing.is_finished());
    assert_eq!(tables.get(T, b"k").await.unwrap(), None);
    cluster.psql("ALTER SYSTEM RESET synchronous_standby_names");
    cluster.psql("SELECT pg_reload_conf()");
    committing.await.unwrap().unwrap();
    assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "v");
    probing.abort();
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn what_nobody_can_be_asked_about_is_unknown() {
    let cluster = Cluster::start(&[]);
    let proxy = Proxy::before(cluster.socket());
    let tables = through(&proxy, Duration::from_secs(1)).await;
    proxy.shut(true);
    proxy.arm(Cut::AfterCommit);
    let claim = |value: &'static str| Batch::new().absent(T, "k").put(T, "k", value);
    let unanswered = tables.commit(claim("done")).await;
    assert!(matches!(unanswered, Err(Error::Unknown(_))), "{unanswered:?}");
    proxy.shut(false);
    let next = loop {
        match tables.commit(claim("next")).await {
            Err(Error::Busy(_)) => {}
            next => break next,
        }
    };
    assert!(matches!(next, Err(Error::Conflict(0))), "{next:?}");
    assert_eq!(cluster.psql("SELECT convert_from(value, 'UTF8') FROM waterwheel_rows"), "done");
}

/// Whoever asks is told so after a while, however many ask, and the same engine goes on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL"]
async fn a_server_that_answers_nothing_is_not_waited_for_without_end() {
    let cluster = Cluster::start(&[]);
    let proxy = Proxy::before(cluster.socket());
    let tables = through(&proxy, Duration::from_secs(1)).await;
    while tables.get(T, b"k").await.is_err() {}
    cluster.pause();
    let reads = join_all((0..10).map(|_| tables.get(T, b"k")));
    let commits = join_all((0..300_u16).map(|n| {
        let key = n.to_be_bytes();
        tables.commit(Batch::new().absent(T, key).put(T, key, "v"))
    }));
    let scans = join_all((0..3).map(|_| tables.scan(T, Scan::prefix(b""))));
    let (reads, commits, scans) = tokio::join!(reads, commits, scans);
    assert!(reads.iter().all(|read| matches!(read, Err(Error::Busy(_)))), "{reads:?}");
    assert!(scans.iter().all(|scan| matches!(scan, Err(Error::Busy(_)))), "{scans:?}");
    let retryable = |error: &Error| matches!(error, Error::Busy(_) | Error::Unknown(_));
    assert!(commits.iter().all(|commit| commit.as_ref().is_err_and(retryable)), "{commits:?}");
    cluster.go_on();
    while tables.commit(Batch::new().put(T, "k", "v")).await.is_err() {}
    while tables.get(T, b"k").await.is_err() {}
    assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "v");
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn rows_of_processes_that_are_no_more_go() {
    let mut cluster = Cluster::start(&[]);
    let options = Options { committers: 2, ..Options::default() };
    let open =
        async |cluster: &Cluster| PostgresTables::connect(&cluster.url(), options).await.unwrap();
    let gone = open(&cluster).await;
    gone.commit(Batch::new().put(T, "k", "v")).await.unwrap();
    cluster.stop(Signal::KILL);
    drop(gone);
    cluster.run();
    assert_eq!(cluster.psql(LINES), "2");
    cluster.psql("UPDATE waterwheel_commits SET at = at - interval '61 minutes'");
    let living = open(&cluster).await;
    assert_eq!(cluster.psql(LINES), "2", "those of the new process");
    // Whoever rests for long is not forgotten for good.
    cluster.psql("DELETE FROM waterwheel_commits");
    living.commit(Batch::new().put(T, "k", "v")).await.unwrap();
    assert_eq!(cluster.psql(LINES), "1");
    living.close().await;
    assert_eq!(cluster.psql(LINES), "0");
}

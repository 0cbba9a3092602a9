//! Word between processes.

use crate::cluster::Cluster;
use bytes::Bytes;
use rustix::process::Signal;
use std::sync::Arc;
use std::time::Duration;
use store::{Listener, Notices};
use store_postgres::PostgresNotices;

async fn open(cluster: &Cluster) -> Arc<PostgresNotices> {
    Arc::new(PostgresNotices::open(&cluster.url()).await.unwrap())
}

/// Waits until a listener hears what a process says again and again.
async fn hears(listener: &mut dyn Listener, from: &dyn Notices, notice: &'static str) {
    loop {
        from.send(notice.into()).await;
        // What is lost is said once more.
        let heard = tokio::time::timeout(Duration::from_millis(50), listener.next()).await;
        if heard.is_ok_and(|heard| heard == notice) {
            return;
        }
    }
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn they_keep_what_notices_promise() {
    let cluster = Cluster::start(&[]);
    let (a, b, c) = (open(&cluster).await, open(&cluster).await, open(&cluster).await);
    store::contract::notices::run([a.clone(), b, c]).await;
    assert!(!a.is_silent());
    let others = "SELECT count(*) FROM pg_class WHERE relname LIKE 'waterwheel%'";
    assert_eq!(cluster.psql(others), "0", "they need no tables");
}

/// One transaction tells of all that waits, each once, and who sends waits for it.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn what_waits_goes_together() {
    let cluster = Cluster::start(&[]);
    let (one, other) = (open(&cluster).await, open(&cluster).await);
    let mut listener = other.listen();
    for number in 0..200_u32 {
        one.send(Bytes::copy_from_slice(&(number / 100).to_be_bytes())).await;
    }
    one.close().await;
    let mut heard = vec![listener.next().await];
    while heard.last().unwrap()[..] != 1_u32.to_be_bytes() {
        heard.push(listener.next().await);
    }
    assert!(heard.len() < 100, "{} of 100", heard.len());
    one.send("is lost, and waits for nothing".into()).await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_connection_that_ends_is_made_anew() {
    let mut cluster = Cluster::start(&[]);
    let (one, other) = (open(&cluster).await, open(&cluster).await);
    let (mut at_one, mut at_other) = (one.listen(), other.listen());
    hears(&mut *at_other, &*one, "first").await;
    cluster.psql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'waterwheel'",
    );
    hears(&mut *at_other, &*one, "after the connections were ended").await;
    hears(&mut *at_one, &*other, "in return").await;
    cluster.stop(Signal::KILL);
    for _ in 0..1000 {
        one.send("while there is no server, nobody waits".into()).await;
    }
    cluster.run();
    hears(&mut *at_other, &*one, "after the server was started again").await;
}

/// Its function is taken away from a server, so that it is one that has none.
#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn where_the_server_has_none_there_is_silence() {
    let cluster = Cluster::start(&["allow_system_table_mods=on"]);
    cluster.psql("UPDATE pg_proc SET proname = 'pg_gone' WHERE proname = 'pg_notify'");
    let silent = open(&cluster).await;
    assert!(silent.is_silent());
    for _ in 0..1000 {
        silent.send("to nobody".into()).await;
    }
    let heard = tokio::time::timeout(Duration::from_millis(1), silent.listen().next()).await;
    assert!(heard.is_err());
    silent.close().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn tables_of_another_schema_are_others() {
    let cluster = Cluster::start(&[]);
    cluster.psql("CREATE SCHEMA other");
    let url = format!("{} options='-c search_path=other'", cluster.url());
    let foreign = PostgresNotices::open(&url).await.unwrap();
    let (one, other) = (open(&cluster).await, open(&cluster).await);
    let mut listener = one.listen();
    foreign.send("of the other schema".into()).await;
    foreign.close().await;
    other.send("of ours".into()).await;
    assert_eq!(listener.next().await, "of ours");
}

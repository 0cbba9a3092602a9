//! What servers say that they keep.

use crate::cluster::Cluster;
use store_postgres::promises;

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn a_server_says_what_it_was_told_to_keep() {
    let cluster = Cluster::start(&[]);
    let told = promises(&cluster.url()).await.unwrap();
    assert!(
        told.iter().all(|promise| promise.is_kept && !promise.value.is_empty()
            || promise.setting == "synchronous_standby_names"),
        "{told:?}"
    );
    let careless = Cluster::start(&["fsync=off", "full_page_writes=off"]);
    let told = promises(&careless.url()).await.unwrap();
    let broken = told.iter().filter(|promise| !promise.is_kept);
    assert!(broken.map(|promise| promise.setting).eq(["fsync", "full_page_writes"]), "{told:?}");
}

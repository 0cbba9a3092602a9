//! This node among the others: it joins, it drains, it leaves.

use super::layout::{self, LAYOUT, Refusal};
use super::nodes::{self, NODES, Node, Row, lease_name};
use super::settings::Cluster;
use platform::{Lease, Platform, Taking};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::Batch;

/// How long the end of an earlier node of the same name is waited for: a killed one counts as alive for
/// some seconds more.
const PATIENCE_MS: i64 = 20_000;

/// After how long a node that was killed is forgotten.
const FORGOTTEN_AFTER_MS: i64 = 24 * 3600 * 1000;

/// A node that has joined.
pub struct Membership {
    platform: Arc<Platform>,
    name: String,
    row: Row,
    lease: Lease,
    started: AtomicBool,
    draining: AtomicBool,
}

impl Membership {
    /// Joins the cluster. The error is a sentence for the user.
    pub async fn join(platform: &Arc<Platform>, cluster: &Cluster) -> Result<Self, String> {
        let unread =
            |error: platform::Error| format!("the cluster cannot be joined: {}", error.message);
        let others = nodes::all(platform).await.map_err(unread)?;
        let living = others.iter().filter(|it| it.lives && it.name != cluster.node);
        let lowest = living.map(|it| it.row.layout).min();
        let tables = &*platform.store.tables;
        layout::join(tables, LAYOUT, lowest).await.map_err(|refusal| match refusal {
            Refusal::TooFar(why) => why,
            Refusal::Store(error) => unread(error),
        })?;
        let lease = take(platform, &cluster.node).await?;
        let row = Row {
            process: platform.leases.process().to_owned(),
            address: cluster.address.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            layout: LAYOUT,
            started_ms: platform.clock.now().millis(),
            epoch: lease.epoch().map_err(unread)?,
            draining: false,
        };
        let mut batch = Batch::new();
        let old = platform.clock.now().millis() - FORGOTTEN_AFTER_MS;
        for gone in others.iter().filter(|it| !it.lives && it.row.started_ms < old) {
            batch = batch.delete(NODES.table, gone.name.as_bytes());
        }
        let bytes = NODES.encode(&row).map_err(unread)?;
        let batch = batch.put(NODES.table, cluster.node.as_bytes(), bytes);
        let kept = lease.commit(batch).await;
        kept.map_err(|why| format!("the cluster cannot be joined: {why}"))?;
        tracing::info!(node = cluster.node, address = cluster.address, "joined the cluster");
        let (platform, name) = (platform.clone(), cluster.node.clone());
        let (started, draining) = Default::default();
        Ok(Self { platform, name, row, lease, started, draining })
    }

    /// All services have started.
    pub fn started(&self) {
        self.started.store(true, Ordering::Relaxed);
    }

    /// It stops: balancers and other nodes are told before anything else is done.
    pub async fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
        let row = Row { draining: true, ..self.row.clone() };
        let told = match NODES.encode(&row) {
            Ok(bytes) => {
                let batch = Batch::new().put(NODES.table, self.name.as_bytes(), bytes);
                self.lease.commit(batch).await.map_err(|error| error.to_string())
            }
            Err(error) => Err(error.to_string()),
        };
        if let Err(error) = told {
            tracing::warn!(error, "the other nodes are not told that this one stops");
        }
    }

    /// It has stopped, and its name is free.
    pub async fn leave(&self) {
        let batch = Batch::new().delete(NODES.table, self.name.as_bytes());
        if let Err(error) = self.lease.commit(batch).await {
            tracing::warn!(%error, "the node stays known to the others for a while");
        }
        self.lease.give_up().await;
    }

    /// Why balancers should send nothing here, as far as the node itself knows.
    pub fn unready(&self) -> Option<&'static str> {
        if self.draining.load(Ordering::Relaxed) {
            Some("draining")
        } else if self.lease.is_lost() {
            Some("another node has taken this node's name")
        } else if !self.started.load(Ordering::Relaxed) {
            Some("starting")
        } else {
            None
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All nodes.
    ///
    /// # Errors
    /// The storage's.
    pub async fn nodes(&self) -> platform::Result<Vec<Node>> {
        nodes::all(&self.platform).await
    }

    /// The names of the nodes that hold the leases whose names begin so, by the lease's name.
    ///
    /// # Errors
    /// The storage's.
    pub async fn holders(&self, prefix: &[u8]) -> platform::Result<BTreeMap<Vec<u8>, String>> {
        let nodes = self.nodes().await?;
        let name_of = |process: &str| {
            let node = nodes.iter().find(|it| it.lives && it.row.process == process)?;
            Some(node.name.clone())
        };
        let owners = self.platform.leases.owners(prefix).await?;
        let held =
            owners.into_iter().filter_map(|(lease, owner, _)| Some((lease, name_of(&owner?)?)));
        Ok(held.collect())
    }
}

/// Takes a node's name; waits for the end of an earlier one that may be dead.
async fn take(platform: &Arc<Platform>, name: &str) -> Result<Lease, String> {
    let first = platform.clock.now().millis();
    loop {
        let taking = platform.leases.take(lease_name(name).as_bytes()).await;
        let (until, owner) = match taking {
            Ok(Taking::Taken(lease)) => return Ok(lease),
            Ok(Taking::Held(until, owner)) => (until.millis(), owner),
            Err(error) => return Err(format!("the cluster cannot be joined: {}", error.message)),
        };
        let now = platform.clock.now().millis();
        if now - first > PATIENCE_MS {
            let all = nodes::all(platform).await.unwrap_or_default();
            let there = all.iter().find(|it| *it.row.process == *owner);
            let place = there.map(|it| format!(" at {}", it.row.address)).unwrap_or_default();
            return Err(format!(
                "a node {name} runs already{place}: each node of a cluster has a name of its own"
            ));
        }
        let pause = (until - now).clamp(50, 1000).unsigned_abs();
        platform.clock.sleep(Duration::from_millis(pause)).await;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use platform::testing::START;
    use platform::{Company, ManualClock, SeededIds};
    use store::memory::{MemoryNotices, store};

    fn cluster(node: &str) -> Cluster {
        let (tables, log, blobs, address) = Default::default();
        Cluster { tables, log, blobs, node: node.to_owned(), address, drain_seconds: 0 }
    }

    /// Processes over one store.
    fn processes(count: u64) -> (Vec<Arc<Platform>>, Arc<ManualClock>) {
        let (shared, notices) = (store(), MemoryNotices::default());
        let clock = Arc::new(ManualClock::at(START));
        let one = |seed| {
            let store = store::Store { notices: Some(notices.join()), ..shared.clone() };
            let ids = Arc::new(SeededIds::new(seed));
            Platform::in_company(store, clock.clone(), ids, Company::Shared)
        };
        ((1..=count).map(one).collect(), clock)
    }

    #[tokio::test]
    async fn a_node_is_seen_by_others_until_it_leaves() {
        let (all, _) = processes(2);
        let [one, two] = [("one", &all[0]), ("two", &all[1])]
            .map(|(name, platform)| (cluster(name), platform.clone()));
        let one = Membership::join(&one.1, &one.0).await.unwrap();
        assert_eq!(one.unready(), Some("starting"));
        one.started();
        assert_eq!(one.unready(), None);
        let two = Membership::join(&two.1, &two.0).await.unwrap();
        let seen = two.nodes().await.unwrap();
        assert_eq!(seen.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["one", "two"]);
        assert!(seen.iter().all(|it| it.lives && !it.row.draining && it.row.epoch == 1));
        one.drain().await;
        assert_eq!(one.unready(), Some("draining"));
        assert!(two.nodes().await.unwrap()[0].row.draining);
        one.leave().await;
        assert_eq!(two.nodes().await.unwrap().len(), 1);
        let again = Membership::join(&all[0], &cluster("one")).await.unwrap();
        assert_eq!(again.row.epoch, 2);
    }

    #[tokio::test]
    async fn a_name_is_of_one_node_at_a_time_and_free_when_that_is_dead() {
        let (all, clock) = processes(2);
        let first = Membership::join(&all[0], &cluster("one")).await.unwrap();
        first.started();
        let joining = tokio::spawn({
            let other = all[1].clone();
            async move { Membership::join(&other, &cluster("one")).await.map(|it| it.row.epoch) }
        });
        // The first gives no sign of life: time passes without a turn of its task.
        while !joining.is_finished() {
            clock.advance(Duration::from_secs(8));
            tokio::task::yield_now().await;
        }
        match joining.await.unwrap() {
            Ok(epoch) => assert_eq!(epoch, 2),
            Err(why) => assert!(why.contains("runs already"), "{why}"),
        }
    }
}

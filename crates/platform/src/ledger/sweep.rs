//! The sweep of the ledger where several processes share the engines.
//!
//! Each process that takes in blobs holds a lease of its own, the service's name, `.taking-in/` and its own, for as
//! long as it lives; what it enters names it. One process at a time sweeps, under the lease
//! `….sweep`. It takes a process for ended when it gets that process's lease, buries what stands
//! under its name, and removes what was buried, or has lost its owner, when a while has passed.
//! Whether something may be adopted is decided by its entry alone: a process that was taken for
//! ended too early loses what it was taking in, and whoever sweeps beside another does no harm.

use super::{Entry, Ledger, content_id};
use crate::{Lease, Leases, Platform, Result, Taking, commit_if};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, Condition, Scan};
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

/// How often somebody looks what is due.
const EVERY: Duration = Duration::from_secs(30);

/// What a process needs to know of those beside it.
pub struct Others {
    leases: Arc<Leases>,
    /// The service's name.
    service: &'static str,
    own: Mutex<Option<Own>>,
}

/// The name that a process takes blobs in under, while it has its lease.
struct Own {
    name: String,
    lease: Lease,
}

/// The task that sweeps; it ends when this is dropped.
pub struct Sweeper(JoinHandle<()>);

impl Drop for Sweeper {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sweeps at once and then from time to time, as long as somebody holds the ledger; `None` where a
/// process is alone.
pub fn keep_sweeping(ledger: &Arc<Ledger>) -> Option<Sweeper> {
    ledger.others.as_ref()?;
    let clock = ledger.platform.clock.clone();
    let ledger = Arc::downgrade(ledger);
    Some(Sweeper(tokio::spawn(async move {
        let mut turn = None;
        loop {
            let pause = clock.sleep(EVERY);
            let Some(ledger) = ledger.upgrade() else { return };
            if let Err(error) = ledger.sweep_in_turn(&mut turn).await {
                tracing::warn!(%error, "bytes of what was removed stay until the next sweep");
            }
            drop(ledger);
            pause.await;
        }
    })))
}

impl Others {
    pub fn new(leases: Arc<Leases>, service: &'static str) -> Self {
        Self { leases, service, own: Mutex::default() }
    }

    /// What stands before a process's name in its lease's.
    fn taking_in(&self) -> String {
        format!("{}.taking-in/", self.service)
    }

    fn lease_of(&self, name: &str) -> Vec<u8> {
        (self.taking_in() + name).into_bytes()
    }

    /// The name to take blobs in under: another one when the process was taken for ended.
    ///
    /// # Errors
    /// The store's.
    pub async fn own_name(&self, platform: &Platform) -> Result<String> {
        let mut own = self.own.lock().await;
        loop {
            if let Some(own) = own.as_ref().filter(|own| !own.lease.is_lost()) {
                return Ok(own.name.clone());
            }
            let name = platform.ids.hex(16);
            if let Taking::Taken(lease) = self.leases.take(&self.lease_of(&name)).await? {
                *own = Some(Own { name, lease });
            }
        }
    }

    async fn is_own(&self, name: &str) -> bool {
        self.own.lock().await.as_ref().is_some_and(|own| own.name == name)
    }
}

/// The processes that were asked after, and the leases of those that have ended.
#[derive(Default)]
struct Roll(BTreeMap<String, Option<Lease>>);

impl Roll {
    /// Whether the process of this name has ended: it has no more to say by the time this gives
    /// `true`.
    async fn has_ended(&mut self, others: &Others, name: &str) -> Result<bool> {
        if let Some(known) = self.0.get(name) {
            return Ok(known.is_some());
        }
        let lease = match others.is_own(name).await {
            true => None,
            false => match others.leases.take(&others.lease_of(name)).await? {
                Taking::Taken(lease) => Some(lease),
                Taking::Held(..) => None,
            },
        };
        let has_ended = lease.is_some();
        self.0.insert(name.to_owned(), lease);
        Ok(has_ended)
    }

    /// Forgets the processes that have ended. What one of them may yet enter, by a late write, is
    /// found all the same.
    async fn forget_ended(self, others: &Others) -> Result<()> {
        for (name, lease) in self.0 {
            let Some(lease) = lease else { continue };
            lease.commit(Leases::remove(Batch::new(), &others.lease_of(&name))).await?;
        }
        Ok(())
    }
}

impl Ledger {
    /// Sweeps if it is this process's turn, which lasts until it ends.
    async fn sweep_in_turn(self: &Arc<Self>, turn: &mut Option<Lease>) -> Result<()> {
        let Some(others) = &self.others else { return Ok(()) };
        if turn.as_ref().is_none_or(Lease::is_lost) {
            *turn = match others.leases.take(format!("{}.sweep", others.service).as_bytes()).await?
            {
                Taking::Taken(lease) => Some(lease),
                Taking::Held(..) => return Ok(()),
            };
        }
        self.sweep().await
    }

    /// Sweeps, whoever's turn it is. Alone it does nothing.
    ///
    /// # Errors
    /// The store's.
    pub async fn sweep(self: &Arc<Self>) -> Result<()> {
        let Some(others) = &self.others else { return Ok(()) };
        let tables = &*self.platform.store.tables;
        (self.kind.first)(self.clone()).await?;
        let mut roll = Roll::default();
        let taking_in = others.taking_in();
        for name in others.leases.names(taking_in.as_bytes()).await? {
            let name = String::from_utf8_lossy(&name[taking_in.len()..]).into_owned();
            roll.has_ended(others, &name).await?;
        }
        for (key, bytes) in tables.scan(self.table(), Scan::prefix(b"")).await? {
            let swept = self.sweep_one(others, &mut roll, &key, bytes).await;
            if let Err(error) = swept {
                let key = String::from_utf8_lossy(&key).into_owned();
                tracing::warn!(%error, key, "bytes of what was removed stay until the next sweep");
            }
        }
        roll.forget_ended(others).await
    }

    async fn sweep_one(
        &self,
        others: &Others,
        roll: &mut Roll,
        key: &[u8],
        bytes: Bytes,
    ) -> Result<()> {
        let entry = self.read(key, &bytes)?;
        let blobs = entry.blobs();
        let name = String::from_utf8_lossy(key).into_owned();
        let id = content_id(&name);
        match entry {
            Entry::Ownerless { due_ms, .. } => {
                if due_ms > self.platform.clock.now().millis() || self.is_pinned(id) {
                    return Ok(());
                }
                self.delete_blobs(&blobs).await?;
                let batch = Batch::new().equals(self.table(), key, bytes);
                // Where they were buried anew they stay known for longer.
                commit_if(&*self.platform.store.tables, batch.delete(self.table(), key)).await?;
                Ok(())
            }
            Entry::TakenIn { by, .. } if !roll.has_ended(others, &by).await? => Ok(()),
            // Who was alone has ended: there are several now.
            Entry::TakenIn { .. } | Entry::Alone(_) => {
                let unchanged = Condition::Equals(self.table(), key.to_vec(), bytes);
                self.bury(id, Some(unchanged), &blobs).await
            }
        }
    }
}

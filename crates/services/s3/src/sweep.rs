//! The sweep of the ledger where several processes share the engines.
//!
//! Each process that takes in blobs holds a lease of its own, `s3.taking-in/` and its name, for as
//! long as it lives; what it enters names it. One process at a time sweeps, under the lease
//! `s3.sweep`. It takes a process for ended when it gets that process's lease, buries what stands
//! under its name, and removes what was buried, or has lost its owner, when a while has passed.
//! Whether something may be adopted is decided by its entry alone: a process that was taken for
//! ended too early loses what it was taking in, and whoever sweeps beside another does no harm.

use crate::ledger::{Entry, LEDGER, Ledger, content_id};
use crate::upload;
use bytes::Bytes;
use platform::{Lease, Leases, Platform, Result, Taking};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, Condition, Scan};
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

/// How often somebody looks what is due.
const EVERY: Duration = Duration::from_secs(30);
/// The lease of the process that sweeps.
const SWEEP: &[u8] = b"s3.sweep";
/// What stands before a process's name in its lease's.
const TAKING_IN: &str = "s3.taking-in/";

/// What a process needs to know of those beside it.
pub(crate) struct Others {
    leases: Arc<Leases>,
    own: Mutex<Option<Own>>,
}

/// The name that a process takes blobs in under, while it has its lease.
struct Own {
    name: String,
    lease: Lease,
}

/// A task that ends when it is dropped.
pub(crate) struct Task(JoinHandle<()>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sweeps at once and then from time to time, as long as somebody holds the ledger; `None` where a
/// process is alone.
pub(crate) fn keep_sweeping(ledger: &Arc<Ledger>) -> Option<Task> {
    ledger.others.as_ref()?;
    let clock = ledger.platform.clock.clone();
    let ledger = Arc::downgrade(ledger);
    Some(Task(tokio::spawn(async move {
        let mut turn = None;
        loop {
            let pause = clock.sleep(EVERY);
            let Some(ledger) = ledger.upgrade() else { return };
            if let Err(error) = ledger.sweep_in_turn(&mut turn).await {
                tracing::warn!(%error, "bytes of removed objects stay until the next sweep");
            }
            drop(ledger);
            pause.await;
        }
    })))
}

fn lease_of(name: &str) -> Vec<u8> {
    [TAKING_IN.as_bytes(), name.as_bytes()].concat()
}

impl Others {
    pub(crate) fn new(leases: Arc<Leases>) -> Self {
        Self { leases, own: Mutex::default() }
    }

    /// The name to take blobs in under: another one when the process was taken for ended.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn own_name(&self, platform: &Platform) -> Result<String> {
        let mut own = self.own.lock().await;
        loop {
            if let Some(own) = own.as_ref().filter(|own| !own.lease.is_lost()) {
                return Ok(own.name.clone());
            }
            let name = platform.ids.hex(16);
            if let Taking::Taken(lease) = self.leases.take(&lease_of(&name)).await? {
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
            false => match others.leases.take(&lease_of(name)).await? {
                Taking::Taken(lease) => Some(lease),
                Taking::Held(_) => None,
            },
        };
        let has_ended = lease.is_some();
        self.0.insert(name.to_owned(), lease);
        Ok(has_ended)
    }

    /// Forgets the processes that have ended. What one of them may yet enter, by a late write, is
    /// found all the same.
    async fn forget_ended(self) -> Result<()> {
        for (name, lease) in self.0 {
            let Some(lease) = lease else { continue };
            lease.commit(Leases::remove(Batch::new(), &lease_of(&name))).await?;
        }
        Ok(())
    }
}

impl Ledger {
    /// Sweeps if it is this process's turn, which lasts until it ends.
    async fn sweep_in_turn(self: &Arc<Self>, turn: &mut Option<Lease>) -> Result<()> {
        let Some(others) = &self.others else { return Ok(()) };
        if turn.as_ref().is_none_or(Lease::is_lost) {
            *turn = match others.leases.take(SWEEP).await? {
                Taking::Taken(lease) => Some(lease),
                Taking::Held(_) => return Ok(()),
            };
        }
        self.sweep_beside(others).await
    }

    pub(crate) async fn sweep_beside(self: &Arc<Self>, others: &Others) -> Result<()> {
        let tables = &*self.platform.store.tables;
        upload::clear_ended(self).await?;
        let mut roll = Roll::default();
        for name in others.leases.names(TAKING_IN.as_bytes()).await? {
            let name = String::from_utf8_lossy(&name[TAKING_IN.len()..]).into_owned();
            roll.has_ended(others, &name).await?;
        }
        for (key, bytes) in tables.scan(LEDGER.table, Scan::prefix(b"")).await? {
            let swept = self.sweep_one(others, &mut roll, &key, bytes).await;
            if let Err(error) = swept {
                let key = String::from_utf8_lossy(&key).into_owned();
                tracing::warn!(%error, key, "bytes of a removed object stay until the next sweep");
            }
        }
        roll.forget_ended().await
    }

    async fn sweep_one(
        &self,
        others: &Others,
        roll: &mut Roll,
        key: &[u8],
        bytes: Bytes,
    ) -> Result<()> {
        let entry = LEDGER.decode(key, &bytes)?;
        let blobs = entry.blobs();
        let name = String::from_utf8_lossy(key).into_owned();
        let id = content_id(&name);
        match entry {
            Entry::Ownerless { due_ms, .. } => {
                if due_ms > self.platform.clock.now().millis() || self.is_pinned(id) {
                    return Ok(());
                }
                self.delete_blobs(&blobs).await?;
                let batch = Batch::new().equals(LEDGER.table, key, bytes);
                match self.platform.store.tables.commit(batch.delete(LEDGER.table, key)).await {
                    // They were buried anew, and stay known for longer.
                    Ok(()) | Err(store::Error::Conflict(_)) => Ok(()),
                    Err(error) => Err(error.into()),
                }
            }
            Entry::TakenIn { by, .. } if !roll.has_ended(others, &by).await? => Ok(()),
            // Who was alone has ended: there are several now.
            Entry::TakenIn { .. } | Entry::Alone(_) => {
                let unchanged = Condition::Equals(LEDGER.table, key.to_vec(), bytes);
                self.bury(id, Some(unchanged), &blobs).await
            }
        }
    }
}

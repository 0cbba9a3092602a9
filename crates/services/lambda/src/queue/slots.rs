//! Which events are a process's to deliver.
//!
//! Each event that waits for its turn lies in a slot. A process delivers what lies in the slots that
//! it holds, and puts what it accepts into one of them: so the first delivery is immediate, and no
//! two processes deliver the same event. A slot is held under a lease; what is put into it has the
//! lease as a condition. The slots of a process that has died are taken by others. A process that
//! is alone on its engines holds all slots without leases.

use platform::{Company, Error, Lease, Leases, Platform, Refused, Result, Taking};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Batch, Tables};

/// The slots of a process.
#[derive(Default)]
pub struct Slots {
    held: Mutex<BTreeMap<u32, Arc<Slot>>>,
    /// Held while a slot is taken.
    taking: tokio::sync::Mutex<()>,
}

/// A slot that this process holds.
pub struct Slot {
    /// Its number.
    pub number: u32,
    /// Not where the process is alone.
    lease: Option<Lease>,
}

impl Slot {
    /// Whether it is known to be another's.
    fn is_lost(&self) -> bool {
        self.lease.as_ref().is_some_and(Lease::is_lost)
    }

    /// Commits a batch if the slot is still held.
    ///
    /// # Errors
    /// As [`Lease::commit`].
    pub async fn commit(
        &self,
        tables: &dyn Tables,
        batch: Batch,
    ) -> std::result::Result<(), Refused> {
        match &self.lease {
            Some(lease) => lease.commit(batch).await,
            None => tables.commit(batch).await.map_err(Refused::Store),
        }
    }
}

fn lease_name(number: u32) -> String {
    format!("lambda-events/{number}")
}

impl Slots {
    /// A slot for what this process accepts, and whether it was taken now: then there may be events
    /// in it.
    ///
    /// # Errors
    /// The storage's.
    pub async fn own(&self, platform: &Platform) -> Result<(Arc<Slot>, bool)> {
        if let Some(slot) = self.any() {
            return Ok((slot, false));
        }
        let _taking = self.taking.lock().await;
        if let Some(slot) = self.any() {
            return Ok((slot, false));
        }
        for number in 0..=u32::MAX {
            if let Some(slot) = self.attempt(&platform.leases, number).await? {
                return Ok((slot, true));
            }
        }
        Err(Error::internal("there are no more slots for events"))
    }

    /// Takes a slot, unless it is held by this process or another.
    ///
    /// # Errors
    /// The storage's.
    pub async fn take(&self, platform: &Platform, number: u32) -> Result<Option<Arc<Slot>>> {
        let _taking = self.taking.lock().await;
        match self.holds(number) {
            true => Ok(None),
            false => self.attempt(&platform.leases, number).await,
        }
    }

    /// Holds a slot no more; it may be taken again.
    pub fn forget(&self, number: u32) {
        self.held().remove(&number);
    }

    /// Whether this process holds a slot, as far as it knows.
    pub fn holds(&self, number: u32) -> bool {
        self.held().get(&number).is_some_and(|slot| !slot.is_lost())
    }

    async fn attempt(&self, leases: &Arc<Leases>, number: u32) -> Result<Option<Arc<Slot>>> {
        let lease = match leases.company() {
            Company::Alone => None,
            Company::Shared => match leases.take(lease_name(number).as_bytes()).await? {
                Taking::Taken(lease) => Some(lease),
                Taking::Held(..) => return Ok(None),
            },
        };
        let slot = Arc::new(Slot { number, lease });
        self.held().insert(number, slot.clone());
        Ok(Some(slot))
    }

    /// Leaves all slots to others.
    pub async fn give_up(&self) {
        let held = std::mem::take(&mut *self.held());
        for lease in held.values().filter_map(|slot| slot.lease.as_ref()) {
            lease.give_up().await;
        }
    }

    fn any(&self) -> Option<Arc<Slot>> {
        self.held().values().find(|slot| !slot.is_lost()).cloned()
    }

    fn held(&self) -> MutexGuard<'_, BTreeMap<u32, Arc<Slot>>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! Very many connections: somebody who has more than a share of them may be keeping others out.
//!
//! Whose they are is known elsewhere, and finding out takes long. So nothing is asked while half
//! of the slots are free; and then now and then, off the threads that answer.

use crate::serve::Order;
use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::{Semaphore, watch};
use tokio::time::Instant;

/// The least time between two looks.
const REST: Duration = Duration::from_millis(250);
/// How many times as long as a look took is rested after it.
const RESTS: u32 = 4;

/// Says which connections to this port are beyond the share of whoever holds them, by their far
/// ends. It may block.
#[derive(Clone)]
pub struct Census(Arc<dyn Fn() -> Vec<SocketAddr> + Send + Sync>);

impl Census {
    /// A census that is taken by a closure.
    pub fn new(take: impl Fn() -> Vec<SocketAddr> + Send + Sync + 'static) -> Self {
        Self(Arc::new(take))
    }
}

impl std::fmt::Debug for Census {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Census")
    }
}

/// Looks after the slots of a port.
pub(crate) struct Crowd {
    census: Option<Census>,
    slots: Arc<Semaphore>,
    enough: usize,
    order: watch::Sender<Order>,
    looking: AtomicBool,
}

impl Crowd {
    pub(crate) fn new(
        census: Option<Census>,
        slots: Arc<Semaphore>,
        order: watch::Sender<Order>,
    ) -> Self {
        let enough = slots.available_permits() / 2;
        Self { census, slots, enough, order, looking: AtomicBool::new(false) }
    }

    /// Begins to look, when there are many connections. Asked at each one, so it costs two reads.
    pub(crate) fn mind(self: &Arc<Self>) {
        let Some(census) = self.census.as_ref().filter(|_| self.is_pressing()) else { return };
        if !self.looking.swap(true, Ordering::AcqRel) {
            tokio::spawn(look(self.clone(), census.clone()));
        }
    }

    fn is_pressing(&self) -> bool {
        self.slots.available_permits() < self.enough && self.order.receiver_count() > 0
    }
}

/// Closes what is beyond a share, again and again, until there is room.
async fn look(crowd: Arc<Crowd>, census: Census) {
    while crowd.is_pressing() {
        let begun = Instant::now();
        let take = census.clone();
        let beyond = tokio::task::spawn_blocking(move || take.0()).await.unwrap_or_default();
        if !beyond.is_empty() {
            tracing::warn!(count = beyond.len(), "functions hold too many connections; closing");
            crowd.order.send_modify(|order| order.close(beyond.into_iter().collect()));
        }
        tokio::time::sleep(REST.max(begun.elapsed() * RESTS)).await;
    }
    crowd.looking.store(false, Ordering::Release);
    // What has come between the last look and this.
    crowd.mind();
}

/// Connections that are to be closed, and how often there were such.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beyond {
    pub(crate) round: u64,
    pub(crate) ends: Arc<HashSet<SocketAddr>>,
}

impl Beyond {
    /// Whether a connection that was accepted in round `since` is to be closed. An end that was
    /// told before may be another's by now.
    pub(crate) fn holds(&self, end: Option<SocketAddr>, since: u64) -> bool {
        self.round > since && end.is_some_and(|end| self.ends.contains(&end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_closed_in_later_rounds_only() {
        let end = |port| Some(SocketAddr::from(([127, 0, 0, 1], port)));
        let ends = Arc::new(end(1).into_iter().collect());
        let beyond = Beyond { round: 3, ends };
        assert!(beyond.holds(end(1), 2));
        assert!(!beyond.holds(end(1), 3));
        assert!(!beyond.holds(end(2), 2));
        assert!(!beyond.holds(None, 2));
    }
}

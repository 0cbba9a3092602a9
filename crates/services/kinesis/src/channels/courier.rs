//! The task that carries a channel out, in whichever process holds its lease, from its creation until it
//! is deleted or has failed for good.

use super::delivery::Delivery;
use super::destination::{as_role, obstacle};
use super::record::{CHANNELS, Channel, Status};
use super::{Ground, log};
use bytes::Bytes;
use platform::{Lease, Leases, Refused, Result, Taking, Topic, Wakeup};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use store::Batch;

/// The pause after the first failure, and the longest.
const FIRST_PAUSE_MS: u64 = 1000;
const LONGEST_PAUSE_MS: u64 = 60_000;

/// The pause after so many failures in a row, the first being 1.
pub(crate) fn pause(failures: u32) -> Duration {
    let doubled = FIRST_PAUSE_MS.saturating_mul(1 << failures.saturating_sub(1).min(10));
    Duration::from_millis(doubled.min(LONGEST_PAUSE_MS))
}

/// One channel.
pub(crate) struct Courier {
    ground: Arc<Ground>,
    key: Vec<u8>,
    id: String,
    lease_name: Vec<u8>,
    lease: Option<Arc<Lease>>,
    stop: Wakeup,
    changes: Wakeup,
}

/// How carrying a channel out came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// The process ends.
    Stopped,
    /// Another process carries it out.
    Lost,
    /// The channel, or what it needs, is to be read anew.
    Changed,
    /// The channel is gone, or has failed for good.
    Over,
}

/// A channel as it was read, and the bytes that stand for it.
pub(crate) type Stored = (Channel, Bytes);

impl Courier {
    /// The courier of a channel.
    pub fn new(ground: &Arc<Ground>, key: Vec<u8>, channel: &Channel, stop: Wakeup) -> Self {
        let changes = ground.platform.wakeups.subscribe(Topic::Channels);
        let (id, lease_name) = (channel.id.clone(), channel.lease());
        Self { ground: ground.clone(), key, id, lease_name, lease: None, stop, changes }
    }

    /// Runs until the channel is over or the process ends.
    pub async fn run(mut self) {
        let mut failures = 0;
        loop {
            match self.turn().await {
                Ok(Ended::Over | Ended::Stopped) => break,
                Ok(Ended::Lost | Ended::Changed) => failures = 0,
                Err(error) => {
                    failures += 1;
                    tracing::warn!(channel = self.id, %error, "a channel is taken up again later");
                    let pause = self.ground.platform.clock.sleep(pause(failures));
                    tokio::select! {
                        biased;
                        () = self.stop.woken() => break,
                        () = self.changes.told() => {}
                        () = pause => {}
                    }
                }
            }
        }
        if let Some(lease) = self.lease.take() {
            lease.give_up().await;
            self.ground.platform.wakeups.notify(&Topic::Channels);
        }
    }

    /// Carries the channel out as it is now.
    async fn turn(&mut self) -> Result<Ended> {
        let Some(lease) = self.hold().await? else { return Ok(Ended::Stopped) };
        let Some(stored) = self.read().await? else {
            // Taking the lease may have made its row anew.
            return match lease.commit(Leases::remove(Batch::new(), &self.lease_name)).await {
                Ok(()) | Err(Refused::Lost) => Ok(Ended::Over),
                Err(Refused::Store(error)) => Err(error.into()),
            };
        };
        let channel = match stored.0.status {
            Status::Failed => return Ok(Ended::Over),
            Status::Active => stored.0,
            Status::Creating | Status::Updating => match self.settle(&lease, &stored).await? {
                Ok(channel) => channel,
                Err(ended) => return Ok(ended),
            },
        };
        let (ground, key) = (self.ground.clone(), self.key.clone());
        let delivery = Delivery::begin(ground, lease, key, channel).await?;
        delivery.run(&mut self.stop, &mut self.changes).await
    }

    /// The channel's row; nothing where it is gone, or another's of the same name.
    async fn read(&mut self) -> Result<Option<Stored>> {
        let tables = &*self.ground.platform.store.tables;
        let stored = CHANNELS.get_with_bytes(tables, &self.key).await?;
        Ok(stored.filter(|(channel, _)| channel.id == self.id))
    }

    /// The channel's lease, however long another process holds it; nothing when the process ends.
    async fn hold(&mut self) -> Result<Option<Arc<Lease>>> {
        if let Some(lease) = self.lease.as_ref().filter(|lease| !lease.is_lost()) {
            return Ok(Some(lease.clone()));
        }
        loop {
            let until = match self.ground.platform.leases.take(&self.lease_name).await? {
                Taking::Taken(lease) => {
                    self.lease = Some(Arc::new(lease));
                    return Ok(self.lease.clone());
                }
                Taking::Held(until, _) => until,
            };
            let clock = &self.ground.platform.clock;
            let left = (until.millis() - clock.now().millis()).max(1).unsigned_abs();
            let pause = clock.sleep(Duration::from_millis(left));
            tokio::select! {
                biased;
                () = self.stop.woken() => return Ok(None),
                () = self.changes.told() => {}
                () = pause => {}
            }
        }
    }

    /// Leads a channel out of a state that does not last. The end instead, where it cannot deliver or has
    /// changed meanwhile.
    async fn settle(
        &mut self,
        lease: &Lease,
        stored: &Stored,
    ) -> Result<std::result::Result<Channel, Ended>> {
        let platform = &self.ground.platform;
        let reason = match stored.0.status {
            Status::Creating => obstacle(platform, &stored.0).await?,
            _ => None,
        };
        let Some(channel) = settled(lease, &self.key, stored, reason.as_deref()).await? else {
            return Ok(Err(Ended::Changed));
        };
        let Some(reason) = reason else { return Ok(Ok(channel)) };
        tell_failed(&self.ground, &channel, &reason).await;
        Ok(Err(Ended::Over))
    }
}

/// The channel as active, or as failed for this reason; nothing where it has changed meanwhile.
///
/// # Errors
/// The storage's.
pub(crate) async fn settled(
    lease: &Lease,
    key: &[u8],
    (channel, bytes): &Stored,
    reason: Option<&str>,
) -> Result<Option<Channel>> {
    let status = if reason.is_some() { Status::Failed } else { Status::Active };
    let channel = Channel { status, reason: reason.map(str::to_owned), ..channel.clone() };
    let batch = Batch::new().equals(CHANNELS.table, key, bytes.clone());
    let batch = batch.put(CHANNELS.table, key, CHANNELS.encode(&channel)?);
    match lease.commit(batch).await {
        Ok(()) => Ok(Some(channel)),
        Err(Refused::Lost | Refused::Store(store::Error::Conflict(_))) => Ok(None),
        Err(Refused::Store(error)) => Err(error.into()),
    }
}

/// Tells that a channel has failed for good.
pub(crate) async fn tell_failed(ground: &Ground, channel: &Channel, reason: &str) {
    tracing::warn!(channel = channel.name, stream = channel.stream, reason, "a channel has failed");
    if let Ok(cx) = as_role(&ground.platform, channel).await {
        log::write(&cx, channel, "ERROR", "The channel has failed.", json!({ "reason": reason }))
            .await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_minute() {
        let pauses = [1, 2, 3, 6, 7, 8, u32::MAX].map(|failures| pause(failures).as_millis());
        assert_eq!(pauses, [1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000]);
    }
}

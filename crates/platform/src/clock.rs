//! The time, as an argument.

mod turns;
mod virtual_clock;

pub use turns::Turns;
pub use virtual_clock::{NotTurned, VirtualClock};

use crate::BoxFuture;
use shapes::Timestamp;
use std::time::Duration;
use tokio::sync::watch;

/// Tells the time and waits for it.
pub trait Clock: Send + Sync {
    /// The time now, UTC.
    fn now(&self) -> Timestamp;

    /// Resolves when `duration` has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// Resolves when `duration` has passed for those who know nothing of this clock: for the
    /// patience with an address elsewhere, or with a function's process.
    fn sleep_outside(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration)
    }

    /// The clock as one that can be turned ahead, where it is one.
    fn as_virtual(&self) -> Option<&VirtualClock> {
        None
    }
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // The one place that asks the machine.
    fn now(&self) -> Timestamp {
        let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Timestamp(since_epoch.map_or(0, |elapsed| elapsed.as_millis() as i64))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// A clock that stands still until it is moved, for tests.
pub struct ManualClock {
    now: watch::Sender<i64>,
}

impl ManualClock {
    /// A clock that shows `now`.
    pub fn at(now: Timestamp) -> Self {
        Self { now: watch::Sender::new(now.millis()) }
    }

    /// Moves the clock on and wakes the sleepers whose time has come.
    pub fn advance(&self, duration: Duration) {
        self.now.send_modify(|now| *now += duration.as_millis() as i64);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp(*self.now.borrow())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let mut now = self.now.subscribe();
        let until = *now.borrow() + duration.as_millis() as i64;
        Box::pin(async move {
            if now.wait_for(|now| *now >= until).await.is_err() {
                // The clock is gone: nobody can wake this sleeper any more.
                std::future::pending::<()>().await;
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_sleeper_wakes_when_its_time_has_come() {
        let clock = ManualClock::at(Timestamp(1000));
        let sleeper = tokio::spawn(clock.sleep(Duration::from_secs(2)));
        clock.advance(Duration::from_secs(1));
        assert!(!sleeper.is_finished());
        clock.advance(Duration::from_secs(1));
        sleeper.await.unwrap();
        assert_eq!(clock.now(), Timestamp(3000));
    }
}

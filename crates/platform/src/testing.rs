//! A platform for services' own tests: memory engines, a clock that stands still, seeded chance.

use crate::{
    Context, DEFAULT_ACCOUNT, DEFAULT_REGION, ManualClock, Platform, Principal, SeededIds,
};
use shapes::Timestamp;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

/// The instant at which test clocks begin: 2026-01-02T03:04:05.678Z.
pub const START: Timestamp = Timestamp(1_767_323_045_678);

/// How long a test waits for what must come. Only a test that fails waits so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// A platform in memory, and the clock that it runs on.
pub fn platform() -> (Arc<Platform>, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::at(START));
    let ids = Arc::new(SeededIds::new(1));
    (Platform::new(store::memory::store(), clock.clone(), ids), clock)
}

/// A context of the default account's root.
pub fn context(platform: &Arc<Platform>) -> Context {
    platform.context(Principal::root(DEFAULT_ACCOUNT), DEFAULT_ACCOUNT, DEFAULT_REGION)
}

/// What must come, such as a wake-up or a state.
///
/// # Panics
/// When it has not come within a minute.
pub async fn soon<T>(what: impl Future<Output = T>) -> T {
    let Ok(come) = tokio::time::timeout(PATIENCE, what).await else {
        panic!("what must come has not come within {} s", PATIENCE.as_secs());
    };
    come
}

/// What a future gives that has nothing to wait for.
///
/// # Panics
/// When it waits.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut TaskContext::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("what has nothing to wait for waits"),
    }
}

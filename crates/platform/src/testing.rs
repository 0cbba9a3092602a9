//! A platform for services' own tests: memory engines, a clock that stands still, seeded chance.

use crate::{
    Context, DEFAULT_ACCOUNT, DEFAULT_REGION, ManualClock, Platform, Principal, SeededIds,
};
use shapes::Timestamp;
use std::sync::Arc;

/// The instant at which test clocks begin: 2026-01-02T03:04:05.678Z.
pub const START: Timestamp = Timestamp(1_767_323_045_678);

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

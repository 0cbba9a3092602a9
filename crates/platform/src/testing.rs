//! A platform for services' own tests: memory engines, a clock that stands still, seeded chance.

use crate::{
    Context, DEFAULT_ACCOUNT, DEFAULT_REGION, ManualClock, Platform, Principal, SeededIds, Served,
};
use shapes::{Operation, Shape, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
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

/// Lets other tasks run until something is so.
///
/// # Panics
/// When it is not so within a minute.
pub async fn until(mut so: impl AsyncFnMut() -> bool) {
    soon(async {
        while !so().await {
            tokio::task::yield_now().await;
        }
    })
    .await;
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

/// Takes what was counted in a platform ([`Platform::metrics`]): how many values there were of each
/// metric, and what they come to, by the metric's name and its dimensions, such as
/// `IncomingBytes StreamName=s`.
pub fn counted(platform: &Platform) -> BTreeMap<String, (u64, f64)> {
    let all = platform.metrics.drain(Timestamp(i64::MAX));
    let shown = all.into_iter().map(|it| {
        let of = it.dimensions.iter().map(|(name, value)| format!(" {name}={value}"));
        (format!("{}{}", it.metric.name, of.collect::<String>()), (it.count, it.sum))
    });
    shown.collect()
}

/// Takes what was counted, and checks that it has these values of these metrics, each by its name and
/// dimensions.
///
/// # Panics
/// When it has others.
pub fn check_counted(platform: &Platform, expected: &[(&str, u64, f64)]) {
    let counted = counted(platform);
    for (name, count, sum) in expected {
        assert_eq!(counted.get(*name), Some(&(*count, *sum)), "{name} of {counted:#?}");
    }
}

/// A call, and what it asks leave for: `action resource`, one each.
pub struct Example {
    operation: &'static str,
    input: Box<dyn Shape>,
    asks: &'static [&'static str],
}

impl Example {
    /// A call of `O`.
    pub fn of<O: Operation>(input: O::Input, asks: &'static [&'static str]) -> Self {
        Self { operation: O::SCHEMA.name, input: Box::new(input), asks }
    }
}

/// Checks what a service's operations ask leave for.
///
/// # Panics
/// When one asks for something else than its example says, or has no example.
pub fn check_asks(context: &Context, served: &[Served], examples: &[Example]) {
    let all: BTreeSet<_> = served.iter().map(|served| served.schema.name).collect();
    let shown: BTreeSet<_> = examples.iter().map(|example| example.operation).collect();
    assert_eq!(all, shown, "every operation needs an example of what it asks leave for");
    for example in examples {
        let of = served.iter().find(|served| served.schema.name == example.operation);
        let Some(of) = of else { continue };
        let asks = of.asks(context, &*example.input);
        let asks = asks.each(&of.action);
        let asks: Vec<_> = asks.map(|(action, on)| format!("{action} {on}")).collect();
        assert_eq!(asks, example.asks, "{}", example.operation);
    }
}

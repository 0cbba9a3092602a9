//! What services count of themselves, minute by minute, under the names that AWS gives it.
//!
//! It is kept in memory until CloudWatch's service takes it ([`Metrics::collect`]): what is counted in the
//! minute in which a process is killed is lost. A request's counts cost one hash and one lock, and the lock
//! is its thread's own: two processors that write to the same line of memory by turns take longer for
//! that than for all the rest. What threads have counted is put together when it is taken, in one order.

use crate::{BoxFuture, Context};
use shapes::Timestamp;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

const MINUTE_MS: i64 = 60_000;
/// How many parts there are, more than processors that work at once. Threads share them by turns.
const PARTS: usize = 16;
/// The most resources of which something is kept, each minute's and each thread's for itself.
const MOST_RESOURCES: usize = 50_000;
/// The most minutes that are kept where nobody takes them; the oldest goes first.
const MOST_MINUTES: usize = 60;

/// A metric as AWS names it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Metric {
    /// Such as `AWS/Kinesis`.
    pub namespace: &'static str,
    /// Such as `GetRecords.IteratorAgeMilliseconds`.
    pub name: &'static str,
    /// Such as `Milliseconds`.
    pub unit: &'static str,
}

impl Metric {
    /// A metric, for a `static`.
    pub const fn new(namespace: &'static str, name: &'static str, unit: &'static str) -> Self {
        Self { namespace, name, unit }
    }

    /// Whether it is a time, of which percentiles are asked for.
    fn is_time(&self) -> bool {
        self.unit == "Milliseconds"
    }
}

/// Whose resource something is counted of.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'a> {
    /// The account.
    pub account: &'a str,
    /// The region.
    pub region: &'a str,
}

/// What tells the resource apart within its account and region, in the order in which AWS writes it;
/// none where it is the account's.
pub type Dimensions<'a> = &'a [(&'static str, &'a str)];

/// What was counted of one metric of one resource within one minute. The minute may not be over, and
/// what is counted of it later comes by itself: counts and sums add up.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The account.
    pub account: String,
    /// The region.
    pub region: String,
    /// What was counted.
    pub metric: &'static Metric,
    /// Of what.
    pub dimensions: Vec<(&'static str, String)>,
    /// When the minute begins.
    pub minute: Timestamp,
    /// How many values there were.
    pub count: u64,
    /// What they come to.
    pub sum: f64,
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
    /// For times, the values and how often each was met, in rising order: what is above 127 ms is
    /// rounded down by less than a 64th. Empty for others.
    pub values: Vec<(f64, u64)>,
}

/// A service that tells how much there is of something when it is asked, once a minute.
pub trait Gauges: Send + Sync {
    /// Counts what there is now.
    fn gauge(self: Arc<Self>, now: Timestamp) -> BoxFuture<'static, ()>;
}

/// What all services of a process have counted.
pub struct Metrics {
    parts: [Part; PARTS],
    /// How many resources the parts hold together.
    resources: AtomicUsize,
    /// Whether it was told that some had no room.
    is_told: AtomicBool,
    gauges: Mutex<Vec<Weak<dyn Gauges>>>,
    /// The minute in which they were asked last.
    gauged: AtomicI64,
}

/// What one thread has counted, or a few, on lines of memory of its own.
#[derive(Default)]
#[repr(align(128))]
struct Part(Mutex<Vec<Minute>>);

/// A minute, in the order in which they were begun, and what was counted in it, by the hashes of what
/// it was counted of.
struct Minute {
    number: i64,
    resources: BTreeMap<u64, Vec<Resource>>,
}

/// A resource and what was counted of it, in the order in which it first was.
struct Resource {
    account: Box<str>,
    region: Box<str>,
    dimensions: Box<[(&'static str, Box<str>)]>,
    stats: Vec<(&'static Metric, Stat)>,
}

/// What values come to.
#[derive(Clone, Debug)]
struct Stat {
    count: u64,
    sum: f64,
    min: f64,
    max: f64,
    /// For times, how many are in each step, in rising order.
    steps: Vec<(u32, u64)>,
}

thread_local! {
    /// The part that is the thread's.
    static PART: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// The part that the thread counts in.
fn part() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let of_thread = PART.try_with(|part| {
        if part.get() == usize::MAX {
            part.set(NEXT.fetch_add(1, Ordering::Relaxed) % PARTS);
        }
        part.get()
    });
    // A thread that is ending has none of its own any more.
    of_thread.unwrap_or(0)
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            parts: Default::default(),
            resources: AtomicUsize::new(0),
            is_told: AtomicBool::new(false),
            gauges: Mutex::default(),
            gauged: AtomicI64::new(i64::MIN),
        }
    }
}

impl Metrics {
    /// Counts values of one resource's metrics, such as all that one request comes to.
    pub fn count(
        &self,
        now: Timestamp,
        of: Owner<'_>,
        dimensions: Dimensions<'_>,
        values: &[(&'static Metric, f64)],
    ) {
        let number = now.millis().div_euclid(MINUTE_MS);
        let hash = hash(of, dimensions);
        let Some(Part(part)) = self.parts.get(part()) else { return };
        let mut minutes = lock(part);
        let Some(minute) = self.minute(&mut minutes, number) else { return };
        let resources = minute.resources.entry(hash).or_default();
        let known = resources.iter().position(|it| it.is(of, dimensions));
        let resource = match known {
            Some(at) => resources.get_mut(at),
            None if self.has_room() => {
                resources.push(Resource::new(of, dimensions));
                resources.last_mut()
            }
            None => None,
        };
        if let Some(resource) = resource {
            resource.count(values);
        }
    }

    /// A minute of a part, which is begun if it is another than the last. One that nobody has taken for
    /// long makes room.
    fn minute<'a>(&self, minutes: &'a mut Vec<Minute>, number: i64) -> Option<&'a mut Minute> {
        if let Some(at) = minutes.iter().rposition(|minute| minute.number == number) {
            return minutes.get_mut(at);
        }
        if minutes.len() >= MOST_MINUTES {
            self.give_back(&minutes.remove(0));
        }
        minutes.push(Minute { number, resources: BTreeMap::new() });
        minutes.last_mut()
    }

    fn give_back(&self, minute: &Minute) {
        let resources = minute.resources.values().map(Vec::len).sum();
        self.resources.fetch_sub(resources, Ordering::Relaxed);
    }

    /// Whether one more resource has room, which it takes.
    fn has_room(&self) -> bool {
        if self.resources.fetch_add(1, Ordering::Relaxed) < MOST_RESOURCES {
            return true;
        }
        self.resources.fetch_sub(1, Ordering::Relaxed);
        if !self.is_told.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                resources = MOST_RESOURCES,
                "metrics of more resources within a minute are not counted"
            );
        }
        false
    }

    /// This service is asked, once a minute, how much there is of what it has; as long as it lives.
    pub fn asks(&self, gauges: Weak<dyn Gauges>) {
        lock(&self.gauges).push(gauges);
    }

    /// Takes what was counted until now, after what there is of things was asked for if it was not in
    /// this minute.
    pub async fn collect(&self, now: Timestamp) -> Vec<Counted> {
        let number = now.millis().div_euclid(MINUTE_MS);
        if self.gauged.swap(number, Ordering::Relaxed) != number {
            let gauges: Vec<_> = lock(&self.gauges).iter().filter_map(Weak::upgrade).collect();
            for gauges in gauges {
                gauges.gauge(now).await;
            }
        }
        self.drain(now)
    }

    /// Takes what was counted in minutes that have begun by now, in the order of accounts, regions,
    /// metrics, dimensions and minutes.
    pub fn drain(&self, now: Timestamp) -> Vec<Counted> {
        let number = now.millis().div_euclid(MINUTE_MS);
        let mut all = BTreeMap::<Key, Stat>::new();
        for Part(part) in &self.parts {
            // Put together outside the lock: somebody may be waiting to count.
            let taken: Vec<_> = lock(part).extract_if(.., |it| it.number <= number).collect();
            for minute in taken {
                self.give_back(&minute);
                let resources = minute.resources.into_values().flatten();
                let of_each = resources.flat_map(|it| it.counted(minute.number));
                of_each.for_each(|(key, stat)| match all.get_mut(&key) {
                    Some(known) => known.merge(&stat),
                    None => drop(all.insert(key, stat)),
                });
            }
        }
        all.into_iter().map(|(key, stat)| key.counted(stat)).collect()
    }
}

impl Context {
    /// Counts values of a resource of this account and region, unless the operator only looks on.
    pub fn count(&self, dimensions: Dimensions<'_>, values: &[(&'static Metric, f64)]) {
        if !self.is_looking() {
            let of = Owner { account: &self.account, region: &self.region };
            self.platform().metrics.count(self.now(), of, dimensions, values);
        }
    }
}

fn hash(of: Owner<'_>, dimensions: Dimensions<'_>) -> u64 {
    // Made with no key, so that it is the same in each process.
    let mut hasher = DefaultHasher::new();
    (of.account, of.region).hash(&mut hasher);
    for (name, value) in dimensions {
        (name, value).hash(&mut hasher);
    }
    hasher.finish()
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Resource {
    fn new(of: Owner<'_>, dimensions: Dimensions<'_>) -> Self {
        Self {
            account: of.account.into(),
            region: of.region.into(),
            dimensions: dimensions.iter().map(|(name, value)| (*name, (*value).into())).collect(),
            stats: Vec::new(),
        }
    }

    fn is(&self, of: Owner<'_>, dimensions: Dimensions<'_>) -> bool {
        let same = |((name, value), (other, of_other)): (&(&str, Box<str>), &(&str, &str))| {
            name == other && **value == **of_other
        };
        *self.account == *of.account
            && *self.region == *of.region
            && self.dimensions.len() == dimensions.len()
            && self.dimensions.iter().zip(dimensions).all(same)
    }

    fn count(&mut self, values: &[(&'static Metric, f64)]) {
        // A request counts its metrics in one order, so that the next is mostly behind the last.
        let mut next = 0;
        for (metric, value) in values.iter().filter(|(_, value)| value.is_finite()) {
            let is = |it: &(&'static Metric, Stat)| std::ptr::eq(it.0, *metric);
            let at = match self.stats.get(next).is_some_and(is) {
                true => Some(next),
                false => self.stats.iter().position(is),
            };
            next = at.unwrap_or(self.stats.len()) + 1;
            match at.and_then(|at| self.stats.get_mut(at)) {
                Some((metric, stat)) => stat.add(*value, metric.is_time()),
                None => self.stats.push((metric, Stat::of(*value, metric.is_time()))),
            }
        }
    }

    fn counted(self, minute: i64) -> impl Iterator<Item = (Key, Stat)> {
        let (account, region) = (self.account.into_string(), self.region.into_string());
        let dimensions = self.dimensions.into_iter();
        let dimensions: Vec<_> = dimensions.map(|(name, value)| (name, value.into())).collect();
        let key = move |metric| Key {
            account: account.clone(),
            region: region.clone(),
            metric,
            dimensions: dimensions.clone(),
            minute,
        };
        self.stats.into_iter().map(move |(metric, stat)| (key(metric), stat))
    }
}

/// What a count is of.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    account: String,
    region: String,
    metric: &'static Metric,
    dimensions: Vec<(&'static str, String)>,
    minute: i64,
}

impl Key {
    fn counted(self, stat: Stat) -> Counted {
        let value = |(step, count): (u32, u64)| (of_step(step).max(stat.min), count);
        Counted {
            account: self.account,
            region: self.region,
            metric: self.metric,
            dimensions: self.dimensions,
            minute: Timestamp(self.minute * MINUTE_MS),
            count: stat.count,
            sum: stat.sum,
            min: stat.min,
            max: stat.max,
            values: stat.steps.into_iter().map(value).collect(),
        }
    }
}

/// The bits of a number that its step leaves out: of the 52 behind the point, six count.
const LEFT_OUT: u32 = 46;

/// The step that a time is in: the larger the numbers, the wider it is, and whole numbers up to 127
/// have one each. What is negative counts as nothing, as a clock that was set back makes it.
fn step(value: f64) -> u32 {
    if value > 0.0 { (value.to_bits() >> LEFT_OUT) as u32 } else { 0 }
}

/// Where a step begins.
fn of_step(step: u32) -> f64 {
    f64::from_bits(u64::from(step) << LEFT_OUT)
}

impl Stat {
    fn of(value: f64, is_time: bool) -> Self {
        let steps = if is_time { vec![(step(value), 1)] } else { Vec::new() };
        Self { count: 1, sum: value, min: value, max: value, steps }
    }

    fn add(&mut self, value: f64, is_time: bool) {
        self.count += 1;
        self.sum += value;
        self.min = self.min.min(value);
        self.max = self.max.max(value);
        if is_time {
            self.add_step(step(value), 1);
        }
    }

    fn add_step(&mut self, step: u32, count: u64) {
        match self.steps.binary_search_by_key(&step, |it| it.0) {
            Ok(at) => self.steps.iter_mut().skip(at).take(1).for_each(|it| it.1 += count),
            Err(at) => self.steps.insert(at, (step, count)),
        }
    }

    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.min = self.min.min(other.min);
        self.max = self.max.max(other.max);
        other.steps.iter().for_each(|(step, count)| self.add_step(*step, *count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{START, context, platform};

    static RECORDS: Metric = Metric::new("AWS/Kinesis", "IncomingRecords", "Count");
    static LATENCY: Metric = Metric::new("AWS/Kinesis", "PutRecord.Latency", "Milliseconds");
    const OF: Owner<'_> = Owner { account: "000000000000", region: "us-east-1" };

    fn shown(counted: &[Counted]) -> Vec<String> {
        let show = |it: &Counted| {
            let of = it.dimensions.iter().map(|(name, value)| format!("{name}={value}"));
            let of = of.collect::<Vec<_>>().join(",");
            let (minute, metric) = (it.minute.millis() / MINUTE_MS, it.metric.name);
            format!("{metric} {of} @{minute}: {} {} {}..{}", it.count, it.sum, it.min, it.max)
        };
        counted.iter().map(show).collect()
    }

    #[test]
    fn values_add_up_by_resource_and_minute_in_one_order() {
        let metrics = Metrics::default();
        let count = |now_ms, stream: &str, values: &[_]| {
            metrics.count(Timestamp(now_ms), OF, &[("StreamName", stream)], values);
        };
        count(60_000, "b", &[(&RECORDS, 2.0), (&LATENCY, 7.0)]);
        count(119_999, "b", &[(&LATENCY, 3.0), (&RECORDS, 1.0)]);
        count(60_000, "a", &[(&RECORDS, 5.0), (&LATENCY, f64::NAN)]);
        count(120_000, "b", &[(&RECORDS, 4.0)]);
        let other = Owner { account: "111122223333", region: "eu-west-1" };
        metrics.count(Timestamp(60_000), other, &[], &[(&RECORDS, 1.0)]);
        let first = [
            "IncomingRecords StreamName=a @1: 1 5 5..5",
            "IncomingRecords StreamName=b @1: 2 3 1..2",
            "PutRecord.Latency StreamName=b @1: 2 10 3..7",
            "IncomingRecords  @1: 1 1 1..1",
        ];
        assert_eq!(shown(&metrics.drain(Timestamp(119_999))), first);
        let later = ["IncomingRecords StreamName=b @2: 1 4 4..4"];
        assert_eq!(shown(&metrics.drain(Timestamp(120_000))), later);
        assert_eq!(metrics.drain(Timestamp(i64::MAX)), []);
        assert_eq!(metrics.resources.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn what_threads_count_is_put_together() {
        let metrics = Metrics::default();
        std::thread::scope(|scope| {
            for value in 0..2 * PARTS {
                let metrics = &metrics;
                let values = [(&RECORDS, 1.0), (&LATENCY, value as f64)];
                scope.spawn(move || metrics.count(START, OF, &[("StreamName", "s")], &values));
            }
        });
        let counted = metrics.drain(START);
        assert_eq!((counted[0].count, counted[0].sum), (32, 32.0));
        assert_eq!((counted[1].count, counted[1].min, counted[1].max), (32, 0.0, 31.0));
        assert_eq!(counted[0].values, []);
        assert_eq!(counted[1].values, (0..32).map(|it| (f64::from(it), 1)).collect::<Vec<_>>());
    }

    #[test]
    fn a_time_is_in_a_step_that_is_no_wider_than_its_64th() {
        let steps = |values: &[f64]| {
            let metrics = Metrics::default();
            for value in values {
                metrics.count(START, OF, &[], &[(&LATENCY, *value)]);
            }
            metrics.drain(START).remove(0).values
        };
        assert_eq!(steps(&[127.0, 126.0, 127.0]), [(126.0, 1), (127.0, 2)]);
        assert_eq!(steps(&[-1.0, -0.0]), [(0.0, 2)]);
        assert_eq!(steps(&[1001.0]), [(1001.0, 1)], "none is below the smallest");
        for value in [0.3, 1.7, 999.0, 123_456.0] {
            let begins = of_step(step(value));
            assert!(begins <= value && value - begins < value / 64.0, "{value}: {begins}");
        }
    }

    #[test]
    fn what_nobody_takes_is_bounded() {
        let metrics = Metrics::default();
        for minute in 0..2 * MOST_MINUTES as i64 {
            metrics.count(Timestamp(minute * MINUTE_MS), OF, &[], &[(&RECORDS, 1.0)]);
        }
        let kept = metrics.drain(Timestamp(i64::MAX));
        assert_eq!((kept.len(), kept[0].minute), (MOST_MINUTES, Timestamp(60 * MINUTE_MS)));
        for name in 0..MOST_RESOURCES + 10 {
            let name = name.to_string();
            metrics.count(START, OF, &[("StreamName", &name)], &[(&RECORDS, 1.0)]);
        }
        metrics.count(START, OF, &[("StreamName", "7")], &[(&RECORDS, 1.0)]);
        let kept = metrics.drain(START);
        assert_eq!(kept.len(), MOST_RESOURCES);
        assert_eq!(kept.iter().map(|it| it.count).sum::<u64>(), MOST_RESOURCES as u64 + 1);
    }

    #[tokio::test]
    async fn what_there_is_is_asked_once_a_minute_and_the_operator_is_not_counted() {
        struct Full(Arc<crate::Platform>);
        impl Gauges for Full {
            fn gauge(self: Arc<Self>, _: Timestamp) -> BoxFuture<'static, ()> {
                Box::pin(async move { context(&self.0).count(&[], &[(&RECORDS, 9.0)]) })
            }
        }
        let (platform, _) = platform();
        let full = Arc::new(Full(platform.clone()));
        let weak: Weak<Full> = Arc::downgrade(&full);
        platform.metrics.asks(weak);
        context(&platform).looking().count(&[], &[(&RECORDS, 1.0)]);
        assert_eq!(platform.metrics.collect(START).await.len(), 1);
        assert_eq!(platform.metrics.collect(START).await.len(), 0);
        drop(full);
        let next = Timestamp(START.millis() + MINUTE_MS);
        assert_eq!(platform.metrics.collect(next).await.len(), 0);
    }
}

//! Points on their way into the tables and out of them.
//!
//! What many put at once goes in one commit: whoever comes while one is on its way leaves what it has
//! with those that wait, and the first of them takes all of it along. A commit has as its conditions the
//! points that it adds to, so that processes that share the tables add up too.

use crate::CloudWatch;
use crate::point::Point;
use crate::records::metric::{METRICS, Metric, Name};
use crate::records::point::{POINTS, Place, Tier, range, read};
use bytes::Bytes;
use platform::{Deadline, Deadlines, Error, Platform, Result};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Batch, Scan};
use tokio::sync::oneshot;

/// The kind of the deadlines at which what is too old of a metric goes.
pub const SWEEP: &str = "cloudwatch-sweep";
/// How often a metric of high resolution is looked through, and any other.
const SWEEP_FINE_MS: i64 = 4 * 3_600_000;
const SWEEP_MS: i64 = 86_400_000;
/// How exactly it is known when a metric was put last.
const SEEN_MS: i64 = 5 * 60_000;
/// The most values that one commit takes along.
const MOST: usize = 5000;
/// The most rows that are read or removed at once.
const PAGE: usize = 10_000;

/// What is to be added to a metric.
#[derive(Clone, Debug)]
pub struct Addition {
    /// To which.
    pub name: Arc<Name>,
    /// Its unit's number.
    pub unit: u8,
    /// When, in seconds since the epoch.
    pub at: i64,
    /// Whether seconds are told apart.
    pub fine: bool,
    /// What.
    pub point: Point,
}

/// Additions, and who is told what became of them.
type Passenger = (Vec<Addition>, oneshot::Sender<Result<()>>);

/// What waits for the next commit.
#[derive(Default)]
pub struct Train {
    waiting: Mutex<Vec<Passenger>>,
    /// Whoever holds it commits.
    track: tokio::sync::Mutex<()>,
}

impl Train {
    fn push(&self, additions: Vec<Addition>) -> oneshot::Receiver<Result<()>> {
        let (tell, told) = oneshot::channel();
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push((additions, tell));
        told
    }

    /// As many as one commit takes along.
    fn take(&self) -> (Vec<Addition>, Vec<oneshot::Sender<Result<()>>>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut all, mut passengers) = (Vec::new(), Vec::new());
        let mut count = 0;
        while let Some((additions, _)) = waiting.get(count) {
            if !all.is_empty() && all.len() + additions.len() > MOST {
                break;
            }
            all.extend(additions.iter().cloned());
            count += 1;
        }
        passengers.extend(waiting.drain(..count).map(|(_, tell)| tell));
        (all, passengers)
    }
}

impl CloudWatch {
    /// Adds to metrics, all or nothing.
    ///
    /// # Errors
    /// The storage's.
    pub async fn add(&self, additions: Vec<Addition>) -> Result<()> {
        let told = self.train.push(additions);
        // Carried to its end whoever waits: others' values are on it.
        let (train, platform) = (self.train.clone(), self.platform.clone());
        platform::finish(async move {
            let _track = train.track.lock().await;
            let (additions, passengers) = train.take();
            if passengers.is_empty() {
                return;
            }
            let done = commit(&platform, &additions).await;
            for tell in passengers {
                let _ = tell.send(done.clone());
            }
        })
        .await;
        match told.await {
            Ok(done) => done,
            Err(_) => Err(Error::internal("a commit of points was given up")),
        }
    }

    /// What was put of a metric from one second up to another, by the beginnings of periods and the
    /// numbers of units. Periods are counted from `from`.
    ///
    /// # Errors
    /// The storage's.
    pub async fn points(
        &self,
        name: &Name,
        (from, to): (i64, i64),
        period: i64,
    ) -> Result<BTreeMap<(i64, u8), Point>> {
        let id = name.id();
        let now = self.platform.clock.now().seconds();
        let mut found = BTreeMap::<(i64, u8), Point>::new();
        for (tier, mut start, end) in parts((from, to), period, now) {
            loop {
                let scan =
                    Scan { range: range(&id, tier, start, end), limit: PAGE, reverse: false };
                let rows = self.platform.store.tables.scan(POINTS, scan).await?;
                // A page ends within a second where that has several units, which is read again.
                let last = (rows.len() == PAGE)
                    .then(|| rows.last().and_then(|(key, _)| read(key)))
                    .flatten();
                for (key, bytes) in &rows {
                    let Some((at, unit)) = read(key) else { continue };
                    if last.is_some_and(|(last, _)| last == at) {
                        continue;
                    }
                    let slot = from + (at - from).div_euclid(period) * period;
                    found.entry((slot, unit)).or_default().merge(&decode(bytes)?);
                }
                match last {
                    Some((last, _)) => start = last,
                    None => break,
                }
            }
        }
        Ok(found)
    }

    /// Begins to let go what is too old.
    pub(crate) fn keep_sweeping(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(SWEEP, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => service.sweep(deadline).await,
                    None => Ok(()),
                }
            }
        });
    }

    /// Lets go what is too old of a metric, and the metric when nothing is left of it.
    async fn sweep(&self, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let found = METRICS.get_with_bytes(tables, &deadline.id).await?;
        let Some((metric, bytes)) = found.filter(|it| it.0.sweep_ms == deadline.due.millis())
        else {
            self.platform.deadlines.commit(Deadlines::done(Batch::new(), &deadline)).await?;
            return Ok(());
        };
        let Some(name) = name_of(&deadline.id, &metric) else {
            return Err(Error::internal("the key of a metric is not as it must be"));
        };
        let (id, now) = (name.id(), self.platform.clock.now());
        let mut is_fine = false;
        for tier in Tier::ALL {
            self.let_go(&id, tier, now.seconds() - tier.kept()).await?;
            let any = Scan { range: range(&id, tier, 0, i64::MAX), limit: 1, reverse: false };
            if tier == Tier::Second {
                is_fine = !tables.scan(POINTS, any).await?.is_empty();
            } else if tier == Tier::Hour && tables.scan(POINTS, any).await?.is_empty() {
                let batch = Deadlines::done(Batch::new(), &deadline);
                let batch = batch.equals(METRICS.table, &deadline.id[..], bytes);
                let batch = batch.delete(METRICS.table, &deadline.id[..]);
                self.platform.deadlines.commit(batch).await?;
                return Ok(());
            }
        }
        let pause = if is_fine { SWEEP_FINE_MS } else { SWEEP_MS };
        let metric = Metric { sweep_ms: now.millis() + pause, ..metric };
        let batch = Deadlines::done(Batch::new(), &deadline);
        let batch = batch.equals(METRICS.table, &deadline.id[..], bytes);
        let batch = Deadlines::set(batch, &sweep_of(&deadline.id, &metric));
        let batch = batch.put(METRICS.table, &deadline.id[..], METRICS.encode(&metric)?);
        Ok(self.platform.deadlines.commit(batch).await?)
    }

    async fn let_go(&self, id: &[u8; 16], tier: Tier, before: i64) -> Result<()> {
        let tables = &*self.platform.store.tables;
        loop {
            let scan = Scan { range: range(id, tier, 0, before), limit: PAGE, reverse: false };
            let rows = tables.scan(POINTS, scan).await?;
            let is_last = rows.len() < PAGE;
            let batch =
                rows.into_iter().fold(Batch::new(), |batch, (key, _)| batch.delete(POINTS, key));
            if !batch.writes.is_empty() {
                tables.commit(batch).await?;
            }
            if is_last {
                return Ok(());
            }
        }
    }
}

/// The name that the key of a metric's row, and the row, stand for.
pub fn name_of(key: &[u8], metric: &Metric) -> Option<Name> {
    let mut parts = key.split(|byte| *byte == 0);
    let mut text = || std::str::from_utf8(parts.next()?).ok();
    let (account, region) = (text()?.to_owned(), text()?.to_owned());
    let (namespace, name) = (metric.namespace.clone(), metric.name.clone());
    Some(Name { account, region, namespace, name, dimensions: metric.dimensions.clone() })
}

/// From which tiers a time is read: the coarsest whose steps the periods are made of, and for what is
/// older than that is kept, the finest that goes back so far.
fn parts((from, to): (i64, i64), period: i64, now: i64) -> Vec<(Tier, i64, i64)> {
    let fits =
        |tier: &Tier| period % tier.step() == 0 && (from % tier.step() == 0 || tier.step() <= 60);
    let own = Tier::ALL.into_iter().find(fits).unwrap_or(Tier::Second);
    let (mut parts, mut end) = (Vec::new(), to);
    // From the finest that is wanted to the coarsest.
    for tier in Tier::ALL.into_iter().rev().filter(|tier| *tier >= own) {
        let oldest = now - tier.kept();
        // Up to a whole hour, at which steps of all tiers begin.
        let start = from.max(oldest + (-oldest).rem_euclid(3600));
        if start < end {
            parts.push((tier, start, end));
            end = start;
        }
    }
    parts
}

fn decode(bytes: &[u8]) -> Result<Point> {
    Point::decode(bytes).ok_or_else(|| Error::internal("a point is not as it must be"))
}

fn sweep_of(key: &[u8], metric: &Metric) -> Deadline {
    Deadline::new(SWEEP, key, shapes::Timestamp(metric.sweep_ms))
}

/// What a commit is about, and what it adds.
struct Cargo<'a> {
    points: BTreeMap<Place, Point>,
    metrics: BTreeMap<Vec<u8>, (&'a Name, bool)>,
}

fn load(additions: &[Addition], now: i64) -> Cargo<'_> {
    let mut cargo = Cargo { points: BTreeMap::new(), metrics: BTreeMap::new() };
    for Addition { name, unit, at, fine, point } in additions {
        let (id, unit) = (name.id(), *unit);
        for tier in Tier::ALL {
            let slot = at - at.rem_euclid(tier.step());
            if (tier == Tier::Second && !fine) || slot + tier.kept() < now {
                continue;
            }
            cargo.points.entry(Place { id, tier, at: slot, unit }).or_default().merge(point);
        }
        cargo.metrics.entry(name.key()).or_insert((name, false)).1 |= fine;
    }
    cargo
}

/// Adds to all points in one commit; where others have added to one meanwhile, it is read again.
async fn commit(platform: &Platform, additions: &[Addition]) -> Result<()> {
    let now = platform.clock.now();
    let cargo = load(additions, now.seconds());
    let places: Vec<_> = cargo.points.keys().map(Place::key).collect();
    let keys = cargo.metrics.keys().map(|key| (METRICS.table, &key[..]));
    let keys: Vec<_> = keys.chain(places.iter().map(|key| (POINTS, &key[..]))).collect();
    loop {
        let mut found = platform.store.tables.get_all(&keys).await?.into_iter();
        let mut batch = Batch::new();
        for (key, (name, fine)) in &cargo.metrics {
            batch = with_metric(batch, (key, name, *fine), found.next().flatten(), now.millis())?;
        }
        for (key, point) in places.iter().zip(cargo.points.values()) {
            let mut whole = Point::default();
            batch = match found.next().flatten() {
                Some(bytes) => {
                    whole = decode(&bytes)?;
                    batch.equals(POINTS, &key[..], bytes)
                }
                None => batch.absent(POINTS, &key[..]),
            };
            whole.merge(point);
            batch = batch.put(POINTS, &key[..], whole.encode());
        }
        match platform.deadlines.commit(batch).await {
            Err(store::Error::Conflict(_)) => {}
            done => return Ok(done?),
        }
    }
}

/// The batch, which also says that a metric is there, and has what is too old of it looked for.
fn with_metric(
    batch: Batch,
    (key, name, fine): (&[u8], &Name, bool),
    found: Option<Bytes>,
    now: i64,
) -> Result<Batch> {
    let pause = if fine { SWEEP_FINE_MS } else { SWEEP_MS };
    let Some(bytes) = found else {
        let (namespace, name, dimensions) =
            (name.namespace.clone(), name.name.clone(), name.dimensions.clone());
        let metric = Metric { namespace, name, dimensions, seen_ms: now, sweep_ms: now + pause };
        let batch = Deadlines::set(batch.absent(METRICS.table, key), &sweep_of(key, &metric));
        return Ok(batch.put(METRICS.table, key, METRICS.encode(&metric)?));
    };
    let mut metric = METRICS.decode(key, &bytes)?;
    let is_late = metric.sweep_ms > now + pause;
    // Its sweep must not come between: it takes a metric for gone that has no points.
    let mut batch = batch.equals(METRICS.table, key, bytes);
    if is_late {
        batch = Deadlines::clear(batch, &sweep_of(key, &metric));
        metric.sweep_ms = now + pause;
        batch = Deadlines::set(batch, &sweep_of(key, &metric));
    }
    if is_late || metric.seen_ms + SEEN_MS <= now {
        metric.seen_ms = metric.seen_ms.max(now);
        batch = batch.put(METRICS.table, key, METRICS.encode(&metric)?);
    }
    Ok(batch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_from_the_coarsest_points_that_fit() {
        const NOW: i64 = 1_767_322_800;
        let tiers = |from, to, period| -> Vec<_> {
            parts((from, to), period, NOW).into_iter().map(|it| it.0).collect()
        };
        assert_eq!(tiers(NOW - 7200, NOW, 3600), [Tier::Hour]);
        assert_eq!(tiers(NOW - 7200, NOW, 300), [Tier::FiveMinutes]);
        assert_eq!(tiers(NOW - 7200 + 60, NOW, 300), [Tier::Minute]);
        assert_eq!(tiers(NOW - 7200, NOW, 60), [Tier::Minute]);
        assert_eq!(tiers(NOW - 7200, NOW, 10), [Tier::Second]);
        let month = 30 * 86_400;
        assert_eq!(tiers(NOW - month, NOW, 60), [Tier::Minute, Tier::FiveMinutes]);
        let whole = parts((NOW - 400 * 86_400, NOW), 60, NOW);
        assert_eq!(
            whole.iter().map(|it| it.0).collect::<Vec<_>>(),
            [Tier::Minute, Tier::FiveMinutes, Tier::Hour]
        );
        assert_eq!((whole[0].2, whole[0].1, whole[1].1), (NOW, whole[1].2, whole[2].2));
    }
}

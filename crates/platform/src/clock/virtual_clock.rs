//! A clock that runs as the machine's does and can be turned ahead, so that a test crosses a day at
//! once.

use super::turns::{KEY, TURNS, Turns};
use super::{Clock, SystemClock};
use crate::{Bell, BoxFuture, Error, Result};
use shapes::Timestamp;
use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use store::{Batch, Tables};
use tokio::sync::Mutex;

/// The latest instant that a clock may be turned to: the first of the year 9000. Four digits of a
/// year are what AWS's formats have, and what is set from then on, such as an expiry, needs room.
const LAST_MS: i64 = 221_845_392_000_000;

/// The machine's clock and how far it is turned ahead. That only grows, and is kept, so that time
/// goes back for nobody, whatever becomes of the process.
///
/// It belongs to a process that is alone on its engines: others would not learn of a turn.
pub struct VirtualClock {
    course: Arc<Course>,
    tables: Arc<dyn Tables>,
    /// Held while the clock is turned.
    turning: Mutex<()>,
    /// The latest date of a presigned URL that was shown.
    dated_ms: AtomicI64,
}

/// What sleepers share with their clock.
struct Course {
    machine: Arc<dyn Clock>,
    turns: RwLock<Arc<Turns>>,
    /// Rings when it was turned.
    turned: Bell,
}

impl Course {
    fn turns(&self) -> Arc<Turns> {
        self.turns.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn now(&self) -> Timestamp {
        Timestamp(self.machine.now().millis().saturating_add(self.turns().ahead_ms()))
    }

    /// Wakes the sleepers, so that they look again.
    fn go_by(&self, turns: Turns) {
        *self.turns.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(turns);
        self.turned.ring();
    }
}

/// Why a clock was not turned.
#[derive(Debug)]
pub enum NotTurned {
    /// It shows a later time already.
    Back(Timestamp),
    /// It would be later than any clock may show.
    TooFar,
    /// It cannot be kept.
    Store(Error),
}

impl fmt::Display for NotTurned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Back(now) => {
                let now = now.iso8601_millis();
                write!(f, "the clock shows {now}, and is turned ahead only")
            }
            Self::TooFar => {
                write!(f, "the clock ends with the year 8999: it is not turned as far as that")
            }
            Self::Store(error) => write!(f, "how far the clock is turned cannot be kept: {error}"),
        }
    }
}

impl VirtualClock {
    /// The clock of these tables, turned as far as it was.
    ///
    /// # Errors
    /// The storage's.
    pub async fn open(tables: Arc<dyn Tables>) -> Result<Arc<Self>> {
        Self::beside(Arc::new(SystemClock), tables).await
    }

    /// The same over another clock than the machine's.
    ///
    /// # Errors
    /// The storage's.
    pub async fn beside(machine: Arc<dyn Clock>, tables: Arc<dyn Tables>) -> Result<Arc<Self>> {
        let turns = TURNS.get(&*tables, KEY).await?.unwrap_or_default();
        let turns = RwLock::new(Arc::new(turns));
        Ok(Arc::new(Self {
            course: Arc::new(Course { machine, turns, turned: Bell::default() }),
            tables,
            turning: Mutex::default(),
            dated_ms: AtomicI64::new(i64::MIN),
        }))
    }

    /// How far the clock of these tables is turned ahead, in milliseconds.
    ///
    /// # Errors
    /// The storage's.
    pub async fn ahead_in(tables: &dyn Tables) -> Result<i64> {
        Ok(TURNS.get(tables, KEY).await?.map_or(0, |turns| turns.ahead_ms()))
    }

    /// Its turns so far.
    pub fn turns(&self) -> Arc<Turns> {
        self.course.turns()
    }

    /// Notes that a presigned URL of this date was shown. One that is yet to come is no date by the
    /// machine's clock.
    pub fn saw_date(&self, date: Timestamp) {
        if date <= self.course.machine.now() {
            self.dated_ms.fetch_max(date.millis(), Ordering::Relaxed);
        }
    }

    /// Turns it ahead by so much. Gives how far it was turned: further, where an earlier turn was kept
    /// and nobody heard of it.
    ///
    /// # Errors
    /// [`NotTurned`]; the clock goes on as it was.
    pub async fn advance(&self, by: Duration) -> std::result::Result<Duration, NotTurned> {
        let by_ms = i64::try_from(by.as_millis()).map_err(|_| NotTurned::TooFar)?;
        self.turn(|_| by_ms).await
    }

    /// Turns it ahead to this time. Gives by how much.
    ///
    /// # Errors
    /// [`NotTurned`]; the clock goes on as it was.
    pub async fn set(&self, to: Timestamp) -> std::result::Result<Duration, NotTurned> {
        self.turn(|now| to.millis().saturating_sub(now.millis())).await
    }

    /// Time moves once it is kept that it has. `by_ms` says how far, from the time that it shows.
    async fn turn(
        &self,
        by_ms: impl Fn(Timestamp) -> i64,
    ) -> std::result::Result<Duration, NotTurned> {
        let _turn = self.turning.lock().await;
        self.leave_dated_second().await;
        let before_ms = self.turns().ahead_ms();
        let stored = TURNS.get_with_bytes(&*self.tables, KEY).await.map_err(NotTurned::Store)?;
        let (kept, stored) = stored.unzip();
        if let Some(kept) = kept.filter(|kept| kept.ahead_ms() > before_ms) {
            self.course.go_by(kept);
        }
        let (now, turns) = (self.now(), self.turns());
        let by_ms = match by_ms(now) {
            ..0 => return Err(NotTurned::Back(now)),
            by_ms if by_ms > LAST_MS.saturating_sub(now.millis()) => return Err(NotTurned::TooFar),
            by_ms => by_ms,
        };
        let turns = turns.with(self.course.machine.now(), turns.ahead_ms() + by_ms);
        let row = TURNS.encode(&turns).map_err(NotTurned::Store)?;
        let batch = match stored {
            Some(stored) => Batch::new().equals(TURNS.table, KEY, stored),
            None => Batch::new().absent(TURNS.table, KEY),
        };
        let committed = self.tables.commit(batch.put(TURNS.table, KEY, row)).await;
        committed.map_err(|error| NotTurned::Store(error.into()))?;
        self.course.go_by(turns);
        let by_ms = self.turns().ahead_ms() - before_ms;
        Ok(Duration::from_millis(by_ms.max(0).unsigned_abs()))
    }

    /// Waits until the second is over to which a presigned URL is dated that was shown: it was made
    /// before the turn, and one that bears the second of a turn counts as made after it.
    async fn leave_dated_second(&self) {
        let machine = &self.course.machine;
        let now = machine.now().millis();
        let dated = self.dated_ms.load(Ordering::Relaxed);
        if dated.div_euclid(1000) == now.div_euclid(1000) {
            let left = 1000 - now.rem_euclid(1000);
            machine.sleep(Duration::from_millis(left.unsigned_abs())).await;
        }
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        self.course.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let course = self.course.clone();
        let mut turned = course.turned.listen();
        let ms = i64::try_from(duration.as_nanos().div_ceil(1_000_000)).unwrap_or(i64::MAX);
        let until = course.now().millis().saturating_add(ms);
        let mut rest = course.machine.sleep(duration);
        Box::pin(async move {
            loop {
                tokio::select! {
                    biased;
                    () = &mut rest => return,
                    () = turned.told() => {}
                }
                let left = until.saturating_sub(course.now().millis()).max(0);
                rest = course.machine.sleep(Duration::from_millis(left.unsigned_abs()));
            }
        })
    }

    fn sleep_outside(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.course.machine.sleep(duration)
    }

    fn as_virtual(&self) -> Option<&VirtualClock> {
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ManualClock;
    use crate::testing::START;
    use store::Store;
    use store::faulty::{Call, Fault, Faults};
    use store::memory::MemoryTables;

    const DAY: Duration = Duration::from_secs(24 * 3600);

    struct World {
        machine: Arc<ManualClock>,
        tables: Arc<dyn Tables>,
    }

    impl World {
        fn new() -> Self {
            Self {
                machine: Arc::new(ManualClock::at(START)),
                tables: Arc::new(MemoryTables::default()),
            }
        }

        async fn clock(&self) -> Arc<VirtualClock> {
            VirtualClock::beside(self.machine.clone(), self.tables.clone()).await.unwrap()
        }
    }

    fn after(ms: i64) -> Timestamp {
        Timestamp(START.millis() + ms)
    }

    #[tokio::test]
    async fn it_runs_with_the_machines_clock_and_ahead_of_it() {
        let world = World::new();
        let clock = world.clock().await;
        assert_eq!(clock.advance(DAY).await.unwrap(), DAY);
        world.machine.advance(Duration::from_millis(7));
        assert_eq!(clock.now(), after(86_400_007));
        assert_eq!(clock.set(after(86_400_010)).await.unwrap(), Duration::from_millis(3));
        assert!(matches!(clock.set(after(5)).await, Err(NotTurned::Back(_))));
        assert!(matches!(clock.advance(Duration::MAX).await, Err(NotTurned::TooFar)));
        assert!(matches!(clock.set(Timestamp(LAST_MS + 1)).await, Err(NotTurned::TooFar)));
        assert_eq!(clock.now(), after(86_400_010));
    }

    #[tokio::test]
    async fn it_is_as_far_ahead_after_a_restart() {
        let world = World::new();
        world.clock().await.advance(DAY).await.unwrap();
        let again = world.clock().await;
        assert_eq!(again.now(), after(86_400_000));
        assert_eq!(VirtualClock::ahead_in(&*world.tables).await.unwrap(), 86_400_000);
        again.advance(DAY).await.unwrap();
        assert_eq!(world.clock().await.now(), after(2 * 86_400_000));
    }

    #[tokio::test]
    async fn a_turn_that_was_kept_though_nobody_heard_of_it_counts() {
        let world = World::new();
        let (one, other) = (world.clock().await, world.clock().await);
        one.advance(DAY).await.unwrap();
        assert_eq!(other.now(), START);
        assert_eq!(other.advance(DAY).await.unwrap(), DAY * 2);
        assert_eq!((world.clock().await.now(), other.now()), (other.now(), after(2 * 86_400_000)));
    }

    #[tokio::test]
    async fn a_turn_that_cannot_be_kept_is_none() {
        let (world, faults) = (World::new(), Faults::default());
        let store = Store { tables: world.tables.clone(), ..store::memory::store() };
        let tables = faults.wrap(store).tables;
        let clock = VirtualClock::beside(world.machine.clone(), tables).await.unwrap();
        faults.fail_next(Call::Commit, Fault::Full);
        assert!(matches!(clock.advance(DAY).await, Err(NotTurned::Store(_))));
        assert_eq!(clock.now(), START);
        assert_eq!(clock.advance(DAY).await.unwrap(), DAY);
    }

    #[tokio::test]
    async fn sleepers_wake_when_time_has_passed_or_was_turned() {
        let world = World::new();
        let clock = world.clock().await;
        let [early, late] = [1, 3].map(|hours| tokio::spawn(clock.sleep(DAY * hours / 24)));
        let outside = tokio::spawn(clock.sleep_outside(DAY));
        clock.advance(DAY * 2 / 24).await.unwrap();
        early.await.unwrap();
        tokio::task::yield_now().await;
        assert!(!late.is_finished() && !outside.is_finished());
        world.machine.advance(DAY / 24);
        late.await.unwrap();
        assert!(!outside.is_finished(), "what is outside knows nothing of a turn");
        world.machine.advance(DAY);
        outside.await.unwrap();
        // A sleeper outlives its clock.
        let sleeper = tokio::spawn(clock.sleep(DAY));
        tokio::task::yield_now().await;
        drop(clock);
        world.machine.advance(DAY);
        sleeper.await.unwrap();
    }

    #[tokio::test]
    async fn a_turn_leaves_the_second_of_what_was_shown_before_it() {
        let world = World::new();
        let clock = world.clock().await;
        let second = START.millis().div_euclid(1000) * 1000;
        clock.saw_date(Timestamp(second));
        clock.saw_date(Timestamp(second + 60_000));
        let turn = tokio::spawn({
            let clock = clock.clone();
            async move { clock.advance(DAY).await.map(drop) }
        });
        tokio::task::yield_now().await;
        assert!(!turn.is_finished());
        world.machine.advance(Duration::from_secs(1));
        turn.await.unwrap().unwrap();
        assert_eq!(clock.turns().ahead_at(Timestamp(second)), 0, "it was made before");
        assert_eq!(clock.turns().ahead_at(world.machine.now()), 86_400_000, "and this after");
    }
}

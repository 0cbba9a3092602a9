//! What requests may take of the machine at once: memory for their bodies, threads to read them.
//!
//! Bodies of up to 64 KiB are not counted and those of up to 1 MiB are read where their request is
//! answered, so that an ordinary request pays for none of this.

use crate::Config;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use wire::WireError;

/// The longest body that is not counted.
pub(crate) const UNCOUNTED: usize = 64 * 1024;
/// The longest body that is decoded and hashed on a thread of the runtime: a millisecond's work.
pub(crate) const INLINE: usize = 1 << 20;

/// How many bytes of a body should come in a second while others wait for its room.
const LEAST_RATE: u64 = 4 << 20;
/// How often a slow body looks whether others wait.
const LOOK: Duration = Duration::from_millis(200);

/// Memory that was set aside for a body, given back when it is dropped.
#[derive(Debug, Default)]
pub(crate) struct Room(Option<OwnedSemaphorePermit>);

/// There was no room for as long as anybody should wait.
#[derive(Debug)]
pub(crate) struct Full;

/// What is left of memory and threads.
pub(crate) struct Budget {
    /// For bodies of up to [`INLINE`], which are not to wait behind long ones.
    short: Pool,
    long: Pool,
    wait: Duration,
    /// Bodies that may be worked on at once beside the runtime's threads.
    aside: Semaphore,
}

struct Pool {
    bytes: Arc<Semaphore>,
    all: u32,
    /// How many bodies wait for their turn.
    waiting: AtomicUsize,
}

/// One body that waits.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Pool {
    fn new(bytes: usize) -> Self {
        let all = u32::try_from(bytes.min(Semaphore::MAX_PERMITS)).unwrap_or(u32::MAX);
        Self { bytes: Arc::new(Semaphore::new(all as usize)), all, waiting: AtomicUsize::new(0) }
    }
}

impl Room {
    /// Gives back what a body did not need.
    pub(crate) fn shrink(&mut self, bytes: usize) {
        if let Some(permit) = &mut self.0 {
            drop(permit.split(permit.num_permits().saturating_sub(bytes)));
        }
    }
}

impl Budget {
    pub(crate) fn new(config: &Config) -> Self {
        let short = config.max_body_bytes / 4;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            short: Pool::new(short),
            long: Pool::new(config.max_body_bytes - short),
            wait: config.body_wait,
            aside: Semaphore::new(cores),
        }
    }

    fn pool(&self, bytes: usize) -> &Pool {
        if bytes <= INLINE { &self.short } else { &self.long }
    }

    /// Resolves when a body of this length, which has room and begins to be read now, is so slow to
    /// come that others who wait should have its room: well before they are refused.
    pub(crate) async fn outstayed(&self, bytes: usize) {
        if bytes <= UNCOUNTED {
            return std::future::pending().await;
        }
        let due = self.wait / 6 + Duration::from_millis(bytes as u64 * 1000 / LEAST_RATE);
        tokio::time::sleep(due).await;
        while self.pool(bytes).waiting.load(Ordering::Relaxed) == 0 {
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Sets memory aside for a body of this length, which waits its turn where there is none. One
    /// that is longer than all there is takes all of it.
    pub(crate) async fn room(&self, bytes: usize) -> Result<Room, Full> {
        if bytes <= UNCOUNTED {
            return Ok(Room::default());
        }
        let pool = self.pool(bytes);
        let wanted = u32::try_from(bytes).unwrap_or(u32::MAX).min(pool.all);
        if let Ok(permit) = pool.bytes.clone().try_acquire_many_owned(wanted) {
            return Ok(Room(Some(permit)));
        }
        let _waiting = Waiting::new(&pool.waiting);
        let turn = pool.bytes.clone().acquire_many_owned(wanted);
        match tokio::time::timeout(self.wait, turn).await {
            Ok(Ok(permit)) => Ok(Room(Some(permit))),
            // The semaphore is never closed.
            Ok(Err(_)) | Err(_) => Err(Full),
        }
    }

    /// Does work that a long body takes, beside the threads that answer everybody else.
    pub(crate) async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, WireError> {
        // The semaphore is never closed.
        let _turn = self.aside.acquire().await.ok();
        match tokio::task::spawn_blocking(work).await {
            Ok(done) => Ok(done),
            Err(failed) => match failed.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => Err(WireError::internal("The server is stopping.")),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: usize = 1 << 20;

    fn budget() -> Budget {
        let config = Config { max_body_bytes: 16 * MIB, ..Config::default() };
        Budget::new(&config)
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_waits_for_room_and_is_refused_in_the_end() {
        let budget = budget();
        let mut first = budget.room(11 * MIB).await.unwrap();
        let began = tokio::time::Instant::now();
        budget.room(2 * MIB).await.unwrap_err();
        assert_eq!(began.elapsed(), Config::default().body_wait);
        // Short ones have memory of their own, and the shortest are not counted.
        let short: Vec<_> = futures_util::future::join_all((0..4).map(|_| budget.room(MIB))).await;
        assert!(short.iter().all(Result::is_ok));
        budget.room(UNCOUNTED + 1).await.unwrap_err();
        budget.room(UNCOUNTED).await.unwrap();
        // What is given back goes to who waits.
        first.shrink(10 * MIB);
        budget.room(2 * MIB).await.unwrap();
        let waits = budget.room(12 * MIB);
        let (second, ()) = tokio::join!(waits, async { drop(first) });
        second.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_longer_than_all_there_is_has_it_alone() {
        let budget = budget();
        let all = budget.room(1 << 40).await.unwrap();
        budget.room(2 * MIB).await.unwrap_err();
        drop(all);
        budget.room(12 * MIB).await.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_body_goes_when_others_wait() {
        let budget = budget();
        let room = budget.room(12 * MIB).await.unwrap();
        let minute = Duration::from_secs(60);
        assert!(tokio::time::timeout(minute, budget.outstayed(12 * MIB)).await.is_err());
        let slow = async {
            budget.outstayed(12 * MIB).await;
            drop(room);
        };
        let (other, ()) = tokio::join!(budget.room(2 * MIB), slow);
        other.unwrap();
        assert!(tokio::time::timeout(minute, budget.outstayed(UNCOUNTED)).await.is_err());
    }

    #[tokio::test]
    async fn work_beside_is_bounded_and_its_panic_is_the_callers() {
        let budget = Arc::new(budget());
        assert_eq!(budget.aside(|| 7).await.unwrap(), 7);
        let broken = budget.clone();
        let task = tokio::spawn(async move { broken.aside(|| panic!("a test")).await });
        assert!(task.await.unwrap_err().is_panic());
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        assert_eq!(budget.aside.available_permits(), cores);
    }
}

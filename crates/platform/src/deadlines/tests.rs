use super::*;
use crate::testing::{START, soon};
use crate::{Error, ManualClock, Platform, SeededIds};
use std::sync::atomic::{AtomicUsize, Ordering};
use store::faulty::{Call, Fault, Faults};
use store::{Store, Table};

/// What handlers have done: a deadline's id, once for each commit.
const DONE: Table = Table("done");

/// A process that does what is due, and its clock.
struct Process {
    platform: Arc<Platform>,
    clock: Arc<ManualClock>,
    /// How often the handler ran.
    runs: Arc<AtomicUsize>,
    /// How many of the next runs are to fail.
    failing: Arc<AtomicUsize>,
}

impl Process {
    /// A process that keeps deadlines.
    fn new(store: &Store, seed: u64, company: Company) -> Self {
        let process = Self::resting(store, seed, company);
        process.platform.deadlines.start();
        process
    }

    /// A process that has not begun to keep deadlines.
    fn resting(store: &Store, seed: u64, company: Company) -> Self {
        let clock = Arc::new(ManualClock::at(START));
        let ids = Arc::new(SeededIds::new(seed));
        let platform = Platform::in_company(store.clone(), clock.clone(), ids, company);
        let (runs, failing) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let process = Self { platform, clock, runs, failing };
        process.register("k");
        process
    }

    fn register(&self, kind: &str) {
        let (runs, failing) = (self.runs.clone(), self.failing.clone());
        let tables = self.platform.store.tables.clone();
        self.platform.deadlines.register(kind, move |deadline| {
            runs.fetch_add(1, Ordering::SeqCst);
            let one_less = |left: usize| left.checked_sub(1);
            let fails = failing.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok();
            do_it(tables.clone(), deadline, fails)
        });
    }

    async fn set(&self, id: &str, ms: i64) -> Deadline {
        let deadline = Deadline::new("k", id, Timestamp(START.millis() + ms));
        self.commit(Deadlines::set(Batch::new(), &deadline)).await;
        deadline
    }

    async fn commit(&self, batch: Batch) {
        self.platform.deadlines.commit(batch).await.unwrap();
    }

    fn advance(&self, ms: u64) {
        self.clock.advance(Duration::from_millis(ms));
    }

    /// What was done so far, each with how often its commit was made.
    async fn done(&self) -> Vec<(String, u8)> {
        let rows = self.platform.store.tables.scan(DONE, Scan::prefix(b"")).await.unwrap();
        let text = |key: &Bytes| String::from_utf8(key.to_vec()).unwrap();
        rows.iter().map(|(key, count)| (text(key), count[0])).collect()
    }

    async fn until_done(&self, ids: &[&str]) {
        let expected: Vec<_> = ids.iter().map(|id| ((*id).to_owned(), 1)).collect();
        soon(async {
            while self.done().await != expected {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    async fn until_runs(&self, runs: usize) {
        soon(async {
            while self.runs.load(Ordering::SeqCst) < runs {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    async fn rows(&self) -> usize {
        self.platform.deadlines.shared.page(Bytes::new(), usize::MAX).await.unwrap().len()
    }
}

async fn do_it(tables: Arc<dyn Tables>, deadline: Deadline, fails: bool) -> Result<()> {
    if fails {
        return Err(Error::internal("as planned"));
    }
    let before = tables.get(DONE, &deadline.id).await?.map_or(0, |count| count[0]);
    let batch = Batch::new().put(DONE, &deadline.id[..], vec![before + 1]);
    Ok(tables.commit(Deadlines::done(batch, &deadline)).await?)
}

/// Lets all tasks do what they can do without another event.
async fn settle() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

fn alone(seed: u64) -> Process {
    Process::new(&store::memory::store(), seed, Company::Alone)
}

#[tokio::test]
async fn a_deadline_is_kept_at_its_time_and_not_before() {
    let process = alone(1);
    process.set("a", 1000).await;
    settle().await;
    process.advance(999);
    settle().await;
    assert!(process.done().await.is_empty());
    process.advance(1);
    process.until_done(&["a"]).await;
    assert_eq!(process.rows().await, 0);
}

#[tokio::test]
async fn an_earlier_one_overtakes_a_moved_one_fires_once_and_a_cleared_one_never() {
    let process = alone(1);
    let late = process.set("late", 60_000).await;
    let cleared = process.set("cleared", 2000).await;
    settle().await;
    process.set("early", 1000).await;
    let moved = Deadline { due: Timestamp(START.millis() + 3000), ..late.clone() };
    let batch = Deadlines::clear(Deadlines::clear(Batch::new(), &late), &cleared);
    process.commit(Deadlines::set(batch, &moved)).await;
    settle().await;
    process.advance(1000);
    process.until_done(&["early"]).await;
    process.advance(2000);
    process.until_done(&["early", "late"]).await;
    process.advance(100_000);
    settle().await;
    process.until_done(&["early", "late"]).await;
    assert_eq!(process.runs.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn deadlines_survive_a_restart_and_thousands_are_kept_after_a_long_stop() {
    let store = store::memory::store();
    let first = Process::new(&store, 1, Company::Alone);
    let ids: Vec<_> = (0..2000).map(|it| format!("{it:04}")).collect();
    for (number, id) in ids.iter().enumerate() {
        first.set(id, 1000 + number as i64 % 7).await;
    }
    drop(first);
    let next = Process::resting(&store, 2, Company::Alone);
    next.advance(86_400_000);
    next.platform.deadlines.start();
    next.until_done(&ids.iter().map(String::as_str).collect::<Vec<_>>()).await;
    assert_eq!(next.rows().await, 0);
}

#[tokio::test]
async fn what_fails_is_tried_again_and_holds_up_nobody() {
    let process = alone(1);
    process.failing.store(2, Ordering::SeqCst);
    process.set("bad", 0).await;
    process.until_runs(1).await;
    settle().await;
    process.advance(999);
    settle().await;
    assert_eq!(process.runs.load(Ordering::SeqCst), 1);
    process.advance(1);
    process.until_runs(2).await;
    process.set("good", 0).await;
    process.until_done(&["good"]).await;
    settle().await;
    process.advance(2000);
    process.until_done(&["bad", "good"]).await;
}

#[tokio::test]
async fn a_handler_that_panics_is_tried_again() {
    let process = alone(1);
    let (runs, tables) = (process.runs.clone(), process.platform.store.tables.clone());
    process.platform.deadlines.register("k", move |deadline| {
        let (run, tables) = (runs.fetch_add(1, Ordering::SeqCst), tables.clone());
        async move {
            assert!(run > 0, "as planned");
            do_it(tables, deadline, false).await
        }
    });
    process.set("a", 0).await;
    process.until_runs(1).await;
    settle().await;
    process.advance(1000);
    process.until_done(&["a"]).await;
}

#[tokio::test]
async fn a_kind_that_nobody_knows_stays_until_somebody_does() {
    let process = alone(1);
    let unknown = Deadline::new("later", "u", START);
    process.commit(Deadlines::set(Batch::new(), &unknown)).await;
    process.set("a", 0).await;
    process.until_done(&["a"]).await;
    assert_eq!(process.rows().await, 1);
    process.register("later");
    process.until_done(&["a", "u"]).await;
}

#[tokio::test]
async fn a_table_that_cannot_be_read_is_looked_at_again() {
    let faults = Faults::default();
    let process = Process::new(&faults.wrap(store::memory::store()), 1, Company::Alone);
    settle().await;
    faults.fail_after(0, Call::Scan, Fault::Io);
    process.set("a", 0).await;
    settle().await;
    assert!(process.done().await.is_empty());
    process.advance(1000);
    process.until_done(&["a"]).await;
}

#[tokio::test]
async fn while_nothing_is_due_nothing_is_read() {
    let faults = Faults::default();
    let process = Process::new(&faults.wrap(store::memory::store()), 1, Company::Alone);
    process.set("a", 10_000).await;
    settle().await;
    // Whoever looked now would look again a second later, and not find it before.
    faults.fail_after(0, Call::Scan, Fault::Io);
    process.advance(9000);
    settle().await;
    process.set("b", 20_000).await;
    settle().await;
    process.advance(1000);
    settle().await;
    assert!(process.done().await.is_empty(), "the look at its time was the first, and failed");
    process.advance(1000);
    process.until_done(&["a"]).await;
}

#[tokio::test]
async fn another_process_takes_over_from_one_that_is_paused() {
    let store = store::memory::store();
    let [a, b] = [1, 2].map(|seed| Process::resting(&store, seed, Company::Shared));
    a.platform.deadlines.start();
    a.set("first", 0).await;
    a.until_done(&["first"]).await;
    // Its clock stands still from here on: it is paused, and holds the lease.
    b.platform.deadlines.start();
    b.set("second", 0).await;
    settle().await;
    for _ in 0..3 {
        assert_eq!(b.runs.load(Ordering::SeqCst), 0);
        b.advance(2500);
        settle().await;
    }
    b.until_done(&["first", "second"]).await;
    assert_eq!((a.runs.load(Ordering::SeqCst), b.runs.load(Ordering::SeqCst)), (1, 1));
}

#[tokio::test]
async fn an_owner_learns_of_what_another_set_and_leaves_it_to_others_when_it_rests() {
    let store = store::memory::store();
    let [a, b] = [1, 2].map(|seed| Process::new(&store, seed, Company::Shared));
    a.set("first", 0).await;
    a.until_done(&["first"]).await;
    b.set("second", 0).await;
    settle().await;
    a.advance(5000);
    a.until_done(&["first", "second"]).await;
    assert_eq!(b.runs.load(Ordering::SeqCst), 0);
    a.platform.deadlines.rest().await;
    b.advance(5000);
    settle().await;
    b.set("third", 0).await;
    b.until_done(&["first", "second", "third"]).await;
    assert_eq!(a.runs.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn an_owner_is_told_of_what_another_sets_and_need_not_look() {
    let (store, notices) = (store::memory::store(), store::memory::MemoryNotices::default());
    let [a, b] = [1, 2].map(|seed| {
        let store = Store { notices: Some(notices.join()), ..store.clone() };
        Process::new(&store, seed, Company::Shared)
    });
    a.set("first", 0).await;
    a.until_done(&["first"]).await;
    // No clock goes on.
    b.set("second", 0).await;
    a.until_done(&["first", "second"]).await;
    assert_eq!((a.runs.load(Ordering::SeqCst), b.runs.load(Ordering::SeqCst)), (2, 0));
}

/// An owner that was paused between reading a row and its commit finds that the row is gone.
#[tokio::test]
async fn a_second_run_changes_nothing() {
    let store = store::memory::store();
    let [a, b] = [1, 2].map(|seed| Process::resting(&store, seed, Company::Shared));
    let deadline = a.set("once", 0).await;
    let paused = do_it(store.tables.clone(), deadline, false);
    b.platform.deadlines.start();
    b.until_done(&["once"]).await;
    assert!(paused.await.is_err());
    b.until_done(&["once"]).await;
}

#[tokio::test]
async fn it_is_settled_when_each_that_is_due_has_had_its_turn() {
    let process = alone(1);
    soon(process.platform.deadlines.settled()).await;
    for number in 0..100 {
        process.set(&number.to_string(), 1000 + number).await;
    }
    process.set("later", 100_000).await;
    process.failing.store(1, Ordering::SeqCst);
    process.clock.advance(Duration::from_secs(50));
    soon(process.platform.deadlines.settled()).await;
    assert_eq!(process.runs.load(Ordering::SeqCst), 100, "one failed, and is tried again later");
    soon(process.platform.deadlines.settled()).await;
    assert_eq!(process.runs.load(Ordering::SeqCst), 100, "and nothing else was due");
}

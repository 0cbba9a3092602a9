//! Leases: who may do what only one process may do at a time.
//!
//! Several processes may run over the same engines. What one of them alone may do, such as moving
//! the records of a mapping, has a row in table `leases`: its owner and an epoch, which each take
//! raises. What the owner commits has that row as a condition ([`Lease::commit`]), so the engine
//! refuses an owner that was paused while another took over. Clocks decide only who may try to take
//! over, never what is true.
//!
//! Until when a process is believed to live stands once for all that it holds, in table
//! `lease-owners`: two hundred leases cost as much as one. A process that is alone on its engines
//! has no such row, takes what an earlier one left at once, and spends nothing on what it holds.
//!
//! Table `leases`: the lease's name → JSON of [`Row`].
//! Table `lease-owners`: a process's id → JSON of [`Owner`].

use crate::{BoxFuture, Clock, Error, Ids, Records, Result, commit_if};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use shapes::{ErrorShape, Timestamp};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use store::{Batch, Condition, Scan, Table, Tables};
use tokio::sync::{RwLock, RwLockWriteGuard, watch};

/// How long a process is believed to live after its last sign of life.
const TERM_MS: i64 = 7_500;
/// The pause between two signs of life: one may come late, or fail, without harm.
const PAUSE: Duration = Duration::from_millis(2_500);

static LEASES: Records<Row> = Records::new(Table("leases"));
static OWNERS: Records<Owner> = Records::new(Table("lease-owners"));

/// A lease as it is kept. Without an owner it was given up; the row stays for its epoch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    owner: Option<String>,
    epoch: u64,
}

/// A process that holds leases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Owner {
    /// Until then nobody takes what it holds, in milliseconds since the epoch.
    ends_ms: i64,
}

/// What a process may do about a lease.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// Take it, as this row.
    Take(Row),
    /// Leave it to its owner until then.
    Wait(Timestamp, Arc<str>),
}

/// Who a process shares its engines with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// Nobody, as the lock of a data directory proves: whoever else owned a lease is dead.
    Alone,
    /// Other processes, which may be at work. The store has notices then ([`store::Notices`]), so that
    /// who waits for what they do hears of it, or looks.
    Shared,
}

/// A process's name in rows, and who else there may be.
struct Process {
    id: String,
    company: Company,
}

impl Process {
    /// Whether a lease that stands so may be taken. `owner` is the row of the process that it
    /// names. What this process itself owned is free: who asks does not hold it, and the higher
    /// epoch fences a holder that does not know of it.
    fn judge(&self, row: Option<&Row>, owner: Option<&Owner>, now: Timestamp) -> Verdict {
        let other = row.and_then(|row| row.owner.as_ref()).filter(|id| **id != self.id);
        if let (Some(owner), Some(id)) = (owner, other)
            && self.company == Company::Shared
            && owner.ends_ms > now.millis()
        {
            return Verdict::Wait(Timestamp(owner.ends_ms), id.as_str().into());
        }
        let epoch = row.map_or(0, |row| row.epoch).saturating_add(1);
        Verdict::Take(Row { owner: Some(self.id.clone()), epoch })
    }
}

/// This process as an owner, from one instant on.
fn alive_at(now: Timestamp) -> Owner {
    Owner { ends_ms: now.millis().saturating_add(TERM_MS) }
}

/// All leases of one process.
pub struct Leases {
    tables: Arc<dyn Tables>,
    clock: Arc<dyn Clock>,
    process: Process,
    state: Mutex<State>,
    /// Read while a lease is taken, written while the process's own row is removed, so that none
    /// is held without the row.
    taking: RwLock<()>,
}

#[derive(Default)]
struct State {
    held: BTreeMap<Vec<u8>, HeldLease>,
    /// When the process's own row ends, as far as it is known to be kept.
    ends: Option<Timestamp>,
    /// The row had ended before it was renewed: others may have taken what is held.
    in_doubt: bool,
    /// Whether a task gives the signs of life.
    signing: bool,
}

impl State {
    /// Notes that a sign of life of the instant `signed` is known to be kept `now`.
    fn signed(&mut self, signed: Timestamp, now: Timestamp) {
        self.in_doubt |= !self.held.is_empty() && self.ends.is_none_or(|ends| ends <= now);
        self.ends = self.ends.max(Some(Timestamp(alive_at(signed).ends_ms)));
    }
}

struct HeldLease {
    stored: Bytes,
    lost: Arc<watch::Sender<bool>>,
}

/// How an attempt to take a lease ended.
pub enum Taking {
    /// It is held now.
    Taken(Lease),
    /// Another process, of this id, holds it and is believed to live until then.
    Held(Timestamp, Arc<str>),
}

/// A lease that was taken. Dropped without [`give_up`](Self::give_up) it stays with this process,
/// which may take it again, until the process stops or ends.
pub struct Lease {
    leases: Arc<Leases>,
    name: Vec<u8>,
    stored: Bytes,
    lost: Arc<watch::Sender<bool>>,
}

/// Why a commit under a lease was not made.
#[derive(Debug)]
pub enum Refused {
    /// Another has taken the lease, or removed it: nothing was written.
    Lost,
    /// The engine's own reason; conditions are counted as the caller made them.
    Store(store::Error),
}

impl Leases {
    /// The leases of a process that has just started; `ids` gives it its name.
    pub fn new(
        tables: Arc<dyn Tables>,
        clock: Arc<dyn Clock>,
        ids: &dyn Ids,
        company: Company,
    ) -> Arc<Self> {
        let process = Process { id: ids.uuid(), company };
        let (state, taking) = (Mutex::default(), RwLock::default());
        Arc::new(Self { tables, clock, process, state, taking })
    }

    /// Who this process shares its engines with.
    pub fn company(&self) -> Company {
        self.process.company
    }

    /// This process, as rows name it.
    pub fn process(&self) -> &str {
        &self.process.id
    }

    /// Until when each process that holds anything is believed to live.
    ///
    /// # Errors
    /// The storage's.
    pub async fn lives(&self) -> Result<BTreeMap<String, Timestamp>> {
        let rows = OWNERS.scan(&*self.tables, Scan::prefix(b"")).await?;
        let of = |(id, owner): (Bytes, Owner)| {
            (String::from_utf8_lossy(&id).into_owned(), Timestamp(owner.ends_ms))
        };
        Ok(rows.into_iter().map(of).collect())
    }

    /// Who owns each of the leases whose names begin so, with its epoch. Whether an owner lives, its own
    /// row says ([`lives`](Self::lives)).
    ///
    /// # Errors
    /// The storage's.
    pub async fn owners(&self, prefix: &[u8]) -> Result<Vec<(Vec<u8>, Option<String>, u64)>> {
        let rows = LEASES.scan(&*self.tables, Scan::prefix(prefix)).await?;
        Ok(rows.into_iter().map(|(name, row)| (name.to_vec(), row.owner, row.epoch)).collect())
    }

    /// Gives up a lease that another process asks for, if this one holds it: its holder here learns that
    /// it has lost it.
    pub async fn yield_up(self: &Arc<Self>, name: &[u8]) {
        let held = self.state().held.get(name).map(|it| (it.stored.clone(), it.lost.clone()));
        let Some((stored, lost)) = held else { return };
        // First here, so that nothing is begun under it that would be refused.
        lost.send_replace(true);
        let lease = Lease { leases: self.clone(), name: name.to_vec(), stored, lost };
        lease.give_up().await;
    }

    /// Takes a lease that nobody holds, or whose owner has ended by this process's clock. A name
    /// that this process holds already is taken from its earlier holder.
    ///
    /// # Errors
    /// The storage's. Whether the lease was taken is then unknown; it may be taken again.
    pub async fn take(self: &Arc<Self>, name: &[u8]) -> Result<Taking> {
        let _turn = self.taking.read().await;
        loop {
            let now = self.clock.now();
            let (batch, row) = match self.attempt(name, now).await? {
                (_, Verdict::Wait(until, owner)) => return Ok(Taking::Held(until, owner)),
                (batch, Verdict::Take(row)) => (batch, row),
            };
            let stored = LEASES.encode(&row)?;
            let batch = batch.put(LEASES.table, name, stored.clone());
            // Else somebody was quicker, or the owner gave a sign of life: look again.
            if commit_if(&*self.tables, self.sign(batch, now)?).await? {
                return Ok(Taking::Taken(self.hold(name, stored, now)));
            }
        }
    }

    /// The leases that there are, held or not, whose names begin so.
    ///
    /// # Errors
    /// The storage's.
    pub async fn names(&self, prefix: &[u8]) -> Result<Vec<Vec<u8>>> {
        let rows = self.tables.scan(LEASES.table, Scan::prefix(prefix)).await?;
        Ok(rows.into_iter().map(|(name, _)| name.to_vec()).collect())
    }

    /// A batch that also removes a lease, since what it was about goes: whoever holds it loses it.
    pub fn remove(batch: Batch, name: &[u8]) -> Batch {
        batch.delete(LEASES.table, name)
    }

    /// What may be done about a lease, and the batch that demands that it still stands as it was
    /// read, and forgets an owner that has ended.
    async fn attempt(&self, name: &[u8], now: Timestamp) -> Result<(Batch, Verdict)> {
        let Some((row, stored)) = LEASES.get_with_bytes(&*self.tables, name).await? else {
            let batch = Batch::new().absent(LEASES.table, name);
            return Ok((batch, self.process.judge(None, None, now)));
        };
        let mut batch = Batch::new().equals(LEASES.table, name, stored);
        let other = row.owner.as_ref().filter(|id| **id != self.process.id);
        let owner = match other {
            Some(id) => OWNERS.get_with_bytes(&*self.tables, id.as_bytes()).await?,
            None => None,
        };
        let verdict = self.process.judge(Some(&row), owner.as_ref().map(|(owner, _)| owner), now);
        if let (Some(id), Some((_, stored))) = (other, owner) {
            batch = batch.equals(OWNERS.table, id.as_bytes(), stored);
            batch = batch.delete(OWNERS.table, id.as_bytes());
        }
        Ok((batch, verdict))
    }

    /// The batch with a sign of life, where others look for one.
    fn sign(&self, batch: Batch, now: Timestamp) -> Result<Batch> {
        if self.process.company == Company::Alone {
            return Ok(batch);
        }
        let owner = OWNERS.encode(&alive_at(now))?;
        Ok(batch.put(OWNERS.table, self.process.id.as_bytes(), owner))
    }

    fn hold(self: &Arc<Self>, name: &[u8], stored: Bytes, signed: Timestamp) -> Lease {
        let lost = Arc::new(watch::Sender::new(false));
        let held = HeldLease { stored: stored.clone(), lost: lost.clone() };
        let mut state = self.state();
        state.signed(signed, self.clock.now());
        if let Some(earlier) = state.held.insert(name.to_vec(), held) {
            earlier.lost.send_replace(true);
        }
        if self.process.company == Company::Shared && !state.signing {
            state.signing = true;
            tokio::spawn(stay_alive(Arc::downgrade(self), self.clock.sleep(PAUSE)));
        }
        Lease { leases: self.clone(), name: name.to_vec(), stored, lost }
    }

    /// Gives a sign of life, or removes the process's row when it holds nothing any more; whether
    /// there will be a next one.
    async fn next_sign(&self) -> bool {
        if let Some(_turn) = self.retire().await {
            self.state().signing = false;
            return false;
        }
        let now = self.clock.now();
        let signed = match self.sign(Batch::new(), now) {
            Ok(batch) => self.tables.commit(batch).await.map_err(Error::from),
            Err(error) => Err(error),
        };
        if let Err(error) = signed {
            tracing::warn!(%error, "a sign of life was not kept");
            return true;
        }
        self.state().signed(now, self.clock.now());
        if let Err(error) = self.clear_doubts().await {
            tracing::warn!(%error, "leases cannot be looked at");
        }
        true
    }

    /// Tells the holders of what others have taken, if they may have taken anything.
    async fn clear_doubts(&self) -> Result<()> {
        if !std::mem::take(&mut self.state().in_doubt) {
            return Ok(());
        }
        let looked = self.look_at_all().await;
        self.state().in_doubt |= looked.is_err();
        looked
    }

    async fn look_at_all(&self) -> Result<()> {
        let held: Vec<_> =
            self.state().held.iter().map(|(name, it)| (name.clone(), it.stored.clone())).collect();
        for (name, stored) in held {
            if self.tables.get(LEASES.table, &name).await?.as_ref() != Some(&stored)
                && let Some(held) = self.let_go(&name, &stored)
            {
                held.lost.send_replace(true);
            }
        }
        Ok(())
    }

    /// Removes the process's row if it holds nothing. While what this gives is kept, it takes
    /// nothing either.
    async fn retire(&self) -> Option<RwLockWriteGuard<'_, ()>> {
        if !self.state().held.is_empty() {
            return None;
        }
        let turn = self.taking.write().await;
        if !self.state().held.is_empty() {
            return None;
        }
        let batch = Batch::new().delete(OWNERS.table, self.process.id.as_bytes());
        if let Err(error) = self.tables.commit(batch).await {
            tracing::warn!(%error, "a process that holds nothing stays known");
        }
        let mut state = self.state();
        (state.ends, state.in_doubt) = (None, false);
        drop(state);
        Some(turn)
    }

    /// Forgets a lease, unless it was taken anew meanwhile.
    fn let_go(&self, name: &[u8], stored: &Bytes) -> Option<HeldLease> {
        let mut state = self.state();
        match state.held.get(name) {
            Some(held) if held.stored == *stored => state.held.remove(name),
            _ => None,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives signs of life for as long as the process holds anything.
async fn stay_alive(leases: Weak<Leases>, mut pause: BoxFuture<'static, ()>) {
    loop {
        pause.await;
        let Some(leases) = leases.upgrade() else { return };
        if !leases.next_sign().await {
            return;
        }
        pause = leases.clock.sleep(PAUSE);
    }
}

impl Lease {
    /// Commits a batch if the lease is still held, which the engine decides at the same instant.
    ///
    /// # Errors
    /// [`Refused`]; nothing was written.
    pub async fn commit(&self, mut batch: Batch) -> std::result::Result<(), Refused> {
        let held = Condition::Equals(LEASES.table, self.name.clone(), self.stored.clone());
        batch.conditions.insert(0, held);
        match self.leases.tables.commit(batch).await {
            Ok(()) => Ok(()),
            Err(store::Error::Conflict(0)) => Err(self.learn_loss()),
            Err(store::Error::Conflict(index)) => {
                Err(Refused::Store(store::Error::Conflict(index - 1)))
            }
            Err(error) => Err(Refused::Store(error)),
        }
    }

    /// Looks whether the lease is still held: what the holder knew before it asked was the truth then.
    /// For an answer that rests on what it knows and commits nothing.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn confirm(&self) -> std::result::Result<(), Refused> {
        match self.leases.tables.get(LEASES.table, &self.name).await {
            Ok(Some(stored)) if stored == self.stored => Ok(()),
            Ok(_) => Err(self.learn_loss()),
            Err(error) => Err(Refused::Store(error)),
        }
    }

    fn learn_loss(&self) -> Refused {
        self.leases.let_go(&self.name, &self.stored);
        self.lost.send_replace(true);
        Refused::Lost
    }

    /// A batch that also demands that the lease is held: for what several leases are needed for,
    /// of which another commits it.
    pub fn demand(&self, mut batch: Batch) -> Batch {
        let held = Condition::Equals(LEASES.table, self.name.clone(), self.stored.clone());
        batch.conditions.push(held);
        batch
    }

    /// How often it was taken, this time with it.
    ///
    /// # Errors
    /// None but that the row is none.
    pub fn epoch(&self) -> Result<u64> {
        Ok(LEASES.decode(&self.name, &self.stored)?.epoch)
    }

    /// Whether it is known to be lost.
    pub fn is_lost(&self) -> bool {
        *self.lost.borrow()
    }

    /// Resolves when it is known to be lost: a commit was refused, or the process has slept past
    /// its end and found that another was awake.
    pub async fn until_lost(&self) {
        // The sender is held here, so that waiting cannot fail.
        let _ = self.lost.subscribe().wait_for(|lost| *lost).await;
    }

    /// Lets others take it at once. A process that is alone only forgets it: the next one takes
    /// what it finds.
    pub async fn give_up(&self) {
        if self.leases.let_go(&self.name, &self.stored).is_none()
            || self.leases.process.company == Company::Alone
        {
            return;
        }
        if let Err(error) = self.leave_row().await {
            tracing::warn!(%error, "a lease was not given up; it ends by itself");
        }
        self.leases.retire().await;
    }

    async fn leave_row(&self) -> Result<()> {
        let row = LEASES.decode(&self.name, &self.stored)?;
        let free = LEASES.encode(&Row { owner: None, ..row })?;
        match self.commit(Batch::new().put(LEASES.table, self.name.clone(), free)).await {
            Err(Refused::Store(error)) => Err(error.into()),
            Ok(()) | Err(Refused::Lost) => Ok(()),
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.leases.let_go(&self.name, &self.stored);
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Lost => write!(f, "another process has taken over"),
            Refused::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

static TAKEN_OVER: ErrorShape = ErrorShape::server("ServiceUnavailable", 503);

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Lost => Self::new(&TAKEN_OVER, refused.to_string()),
            Refused::Store(error) => error.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{START, soon};
    use crate::{ManualClock, SeededIds};
    use store::memory::MemoryTables;

    const T: Table = Table("t");

    #[test]
    fn version_1_is_read() {
        let row = Row { owner: Some("p".into()), epoch: 7 };
        for (stored, row) in [
            (r#"{"owner":"p","epoch":7}"#, row.clone()),
            (r#"{"owner":null,"epoch":7}"#, Row { owner: None, ..row }),
        ] {
            assert_eq!(LEASES.decode(b"k", stored.as_bytes()).unwrap(), row);
            assert_eq!(LEASES.encode(&row).unwrap(), stored);
        }
        let owner = OWNERS.decode(b"p", br#"{"ends_ms":5}"#).unwrap();
        assert_eq!(owner, Owner { ends_ms: 5 });
        assert_eq!(OWNERS.encode(&owner).unwrap(), r#"{"ends_ms":5}"#);
    }

    #[test]
    fn who_may_take_what() {
        use Company::{Alone, Shared};
        let taken = |epoch| Verdict::Take(Row { owner: Some("me".into()), epoch });
        let wait = |ms| Verdict::Wait(Timestamp(ms), "other".into());
        let of = |owner: &str| Some(Row { owner: Some(owner.to_owned()), epoch: 7 });
        let free = Some(Row { owner: None, epoch: 7 });
        for (company, row, ends_ms, expected) in [
            (Shared, None, None, taken(1)),
            (Shared, free, None, taken(8)),
            (Shared, of("other"), Some(101), wait(101)),
            (Shared, of("other"), Some(100), taken(8)),
            (Shared, of("other"), None, taken(8)),
            (Shared, of("me"), Some(200), taken(8)),
            (Alone, of("other"), Some(200), taken(8)),
            (Alone, None, None, taken(1)),
        ] {
            let process = Process { id: "me".into(), company };
            let owner = ends_ms.map(|ends_ms| Owner { ends_ms });
            let verdict = process.judge(row.as_ref(), owner.as_ref(), Timestamp(100));
            assert_eq!(verdict, expected, "{company:?} {row:?} {ends_ms:?}");
        }
    }

    /// Several processes over the same tables.
    struct World {
        tables: Arc<MemoryTables>,
        clock: Arc<ManualClock>,
    }

    impl World {
        fn new() -> Self {
            let clock = Arc::new(ManualClock::at(START));
            Self { tables: Arc::default(), clock }
        }

        fn process(&self, seed: u64, company: Company) -> Arc<Leases> {
            let ids = SeededIds::new(seed);
            Leases::new(self.tables.clone(), self.clock.clone(), &ids, company)
        }

        fn advance(&self, ms: i64) {
            self.clock.advance(Duration::from_millis(ms.unsigned_abs()));
        }

        async fn owners(&self) -> usize {
            self.tables.scan(OWNERS.table, store::Scan::prefix(b"")).await.unwrap().len()
        }

        async fn end_of(&self, leases: &Leases) -> Option<i64> {
            let found = OWNERS.get(&*self.tables, leases.process.id.as_bytes());
            found.await.unwrap().map(|owner| owner.ends_ms - self.clock.now().millis())
        }
    }

    async fn taken(leases: &Arc<Leases>) -> Lease {
        match leases.take(b"l").await.unwrap() {
            Taking::Taken(lease) => lease,
            Taking::Held(until, _) => panic!("it is held until {until:?}"),
        }
    }

    async fn held_for(leases: &Arc<Leases>) -> i64 {
        match leases.take(b"l").await.unwrap() {
            Taking::Taken(_) => 0,
            Taking::Held(until, _) => until.millis() - leases.clock.now().millis(),
        }
    }

    fn write() -> Batch {
        Batch::new().put(T, "k", "v")
    }

    #[tokio::test]
    async fn an_owner_that_has_ended_is_fenced_by_the_engine() {
        let world = World::new();
        let [a, b] = [1, 2].map(|seed| world.process(seed, Company::Shared));
        let first = taken(&a).await;
        first.commit(write()).await.unwrap();
        assert_eq!(held_for(&b).await, TERM_MS);
        // Without a yield the first process gives no sign of life: it is paused.
        world.advance(TERM_MS - 1);
        assert_eq!(held_for(&b).await, 1);
        world.advance(1);
        let second = taken(&b).await;
        assert_eq!(world.owners().await, 1, "the dead is forgotten");
        assert!(!first.is_lost());
        assert!(matches!(first.commit(write()).await, Err(Refused::Lost)));
        assert!(first.is_lost());
        second.commit(write()).await.unwrap();
    }

    #[tokio::test]
    async fn signs_of_life_keep_what_is_held_and_end_with_it() {
        let world = World::new();
        let [a, b] = [1, 2].map(|seed| world.process(seed, Company::Shared));
        let lease = taken(&a).await;
        for _ in 0..10 {
            world.clock.advance(PAUSE);
            soon(async {
                while world.end_of(&a).await != Some(TERM_MS) {
                    tokio::task::yield_now().await;
                }
            })
            .await;
        }
        assert_eq!(held_for(&b).await, TERM_MS);
        assert!(!lease.is_lost());
        drop(lease);
        world.clock.advance(PAUSE);
        soon(async {
            while world.owners().await > 0 {
                tokio::task::yield_now().await;
            }
        })
        .await;
        assert!(!a.state().signing, "who holds nothing does nothing");
        taken(&b).await.commit(write()).await.unwrap();
    }

    #[tokio::test]
    async fn what_is_given_up_is_taken_at_once_under_a_higher_epoch() {
        let world = World::new();
        let [a, b] = [1, 2].map(|seed| world.process(seed, Company::Shared));
        let first = taken(&a).await;
        first.give_up().await;
        assert_eq!(world.owners().await, 0);
        let second = taken(&b).await;
        assert!(matches!(first.commit(write()).await, Err(Refused::Lost)));
        second.give_up().await;
        let third = taken(&a).await;
        assert_eq!(LEASES.decode(b"l", &third.stored).unwrap().epoch, 3);
        assert!(matches!(first.commit(write()).await, Err(Refused::Lost)), "of the same process");
    }

    #[tokio::test]
    async fn who_is_alone_waits_for_no_dead_and_gives_no_sign() {
        let world = World::new();
        let killed = taken(&world.process(1, Company::Alone)).await;
        assert_eq!(world.owners().await, 0);
        let next = world.process(2, Company::Alone);
        let lease = taken(&next).await;
        assert!(!next.state().signing);
        assert!(matches!(killed.commit(write()).await, Err(Refused::Lost)));
        lease.commit(write()).await.unwrap();
    }

    #[tokio::test]
    async fn who_slept_past_the_end_learns_what_it_has_lost_and_keeps_the_rest() {
        let world = World::new();
        let [a, b] = [1, 2].map(|seed| world.process(seed, Company::Shared));
        let lost = taken(&a).await;
        let Taking::Taken(kept) = a.take(b"kept").await.unwrap() else { panic!("it is free") };
        world.advance(TERM_MS);
        let taken = taken(&b).await;
        soon(lost.until_lost()).await;
        assert!(!kept.is_lost() && !taken.is_lost());
        kept.commit(write()).await.unwrap();
    }

    #[tokio::test]
    async fn a_removed_lease_is_lost_and_other_conditions_keep_their_places() {
        let world = World::new();
        let a = world.process(1, Company::Shared);
        let lease = taken(&a).await;
        let refused = lease.commit(write().present(T, "k").absent(T, "k")).await;
        assert!(matches!(refused, Err(Refused::Store(store::Error::Conflict(0)))));
        world.tables.commit(Leases::remove(Batch::new(), b"l")).await.unwrap();
        assert!(matches!(lease.commit(write()).await, Err(Refused::Lost)));
    }

    /// Processes that pause, end and take over from each other: what is written under a lease never
    /// goes back to an earlier epoch.
    #[tokio::test]
    async fn epochs_never_go_back_whoever_is_paused() {
        for seed in 0..200 {
            let dice = SeededIds::new(seed);
            let below = |bound: u8| {
                let mut byte = [0];
                dice.fill(&mut byte);
                byte[0] % bound
            };
            let world = World::new();
            let processes = [1, 2, 3].map(|it| world.process(seed * 10 + it, Company::Shared));
            let mut held: Vec<Lease> = Vec::new();
            let (mut newest, mut written) = (0, 0);
            for _ in 0..200 {
                match below(5) {
                    0 => {
                        let process = &processes[usize::from(below(3))];
                        if let Taking::Taken(lease) = process.take(b"l").await.unwrap() {
                            held.push(lease);
                        }
                    }
                    1 => world.advance(i64::from(below(200)) * 100),
                    2 => tokio::task::yield_now().await,
                    3 if below(4) == 0 && !held.is_empty() => {
                        held.swap_remove(usize::from(below(held.len() as u8))).give_up().await;
                    }
                    _ if !held.is_empty() => {
                        let lease = &held[usize::from(below(held.len() as u8))];
                        let epoch = LEASES.decode(b"l", &lease.stored).unwrap().epoch;
                        if lease.commit(write()).await.is_ok() {
                            assert!(epoch >= newest, "seed {seed}: {epoch} after {newest}");
                            (newest, written) = (epoch, written + 1);
                        }
                    }
                    _ => {}
                }
            }
            assert!(written > 0 && newest > 0, "seed {seed} writes nothing");
        }
    }
}

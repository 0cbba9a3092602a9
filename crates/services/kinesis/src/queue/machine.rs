//! A queue as a pure machine: how far each shard was handed out, and how the records stand that were
//! handed out and not acknowledged. No clock, no disk, no waiting: each event comes with `now`, in
//! milliseconds since the epoch.
//!
//! All of a shard below its position was handed out: what has an entry is in flight, in sight again,
//! or a dead letter, and what has none is done. The machine keeps account of what its rows do not say
//! yet ([`Machine::changes`]); whoever commits that stores the machine as it was at one instant.

use crate::shard_map::ShardIndex;
use std::collections::{BTreeMap, BTreeSet};

/// The most records that are in flight at once ("Quotas and limits for queues").
pub(crate) const MOST_IN_FLIGHT: usize = 120_000;
/// The most rows of expired records that are removed along with something else.
const OLD_AT_ONCE: usize = 1000;
/// The most bytes of one answer, as of GetRecords: 10 MiB.
pub(crate) const MOST_BYTES: usize = 10 << 20;

/// A record: its shard, and its offset in the shard's lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub shard: ShardIndex,
    pub offset: u64,
}

/// The two ways on which records are received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Path {
    Normal,
    DeadLetters,
}

/// A record that was handed out and not acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// When it arrived in the stream.
    pub time_ms: i64,
    /// How long it is in the log.
    pub bytes: u32,
    /// Out of sight until then.
    pub until_ms: i64,
    /// How often it was received since it was last restored.
    pub count: u32,
    /// Rises with each receive and each restore, so that it names the newest receipt handle.
    pub serial: u32,
    /// When it was received first.
    pub first_ms: i64,
    /// It is a dead letter.
    pub is_dead: bool,
}

impl Entry {
    fn path(&self) -> Path {
        if self.is_dead { Path::DeadLetters } else { Path::Normal }
    }
}

/// A receive of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Receipt {
    pub key: Key,
    /// The record as it stands then.
    pub entry: Entry,
}

/// What a receive asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    pub path: Path,
    pub records: usize,
    pub bytes: usize,
    pub visibility_ms: i64,
}

impl Wish {
    /// Whether a record of this size still fits to what was taken. One always does.
    pub fn has_room(&self, taken: &[Receipt], bytes: usize) -> bool {
        let sum: usize = taken.iter().map(|it| it.entry.bytes as usize).sum();
        taken.is_empty() || (taken.len() < self.records && sum.saturating_add(bytes) <= self.bytes)
    }
}

/// Why a receipt handle does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unheld {
    /// The record was acknowledged, or has expired.
    Gone,
    /// The record was received again, or restored, after the handle was given.
    Stale,
    /// The record is not in flight any more.
    Back,
}

/// What rows do not say yet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Records and how they stand; `None` for those that are done.
    pub entries: Vec<(Key, Option<Entry>)>,
    /// Shards and how far they were handed out; `None` for those that are gone.
    pub positions: Vec<(ShardIndex, Option<u64>)>,
}

/// A queue's records.
#[derive(Debug, Default)]
pub(crate) struct Machine {
    /// How often a record is received before it becomes a dead letter.
    pub limit: Option<u32>,
    entries: BTreeMap<Key, Entry>,
    positions: BTreeMap<ShardIndex, u64>,
    /// What is out of sight, and until when.
    timed: BTreeSet<(i64, Key)>,
    /// What may be received, by when it came into sight.
    ready: BTreeSet<(i64, Key)>,
    dead: BTreeSet<(i64, Key)>,
    /// By when it arrived.
    by_age: BTreeSet<(i64, Key)>,
    /// How many are in flight, dead letters apart.
    in_flight: usize,
    changed: BTreeSet<Key>,
    /// What has expired and whose rows are still there.
    old: Vec<Key>,
    moved: BTreeSet<ShardIndex>,
}

impl Machine {
    /// A queue as its rows say it is.
    pub fn new(
        limit: Option<u32>,
        positions: BTreeMap<ShardIndex, u64>,
        entries: impl IntoIterator<Item = (Key, Entry)>,
    ) -> Self {
        let mut machine = Self { limit, positions, ..Self::default() };
        for (key, entry) in entries {
            machine.by_age.insert((entry.time_ms, key));
            machine.entries.insert(key, entry);
            machine.hide(key, entry);
        }
        machine
    }

    /// How far each shard was handed out.
    pub fn positions(&self) -> &BTreeMap<ShardIndex, u64> {
        &self.positions
    }

    /// When something comes into sight next.
    pub fn next_due(&self) -> Option<i64> {
        self.timed.first().map(|(due, _)| *due)
    }

    /// Whether nothing more may be received before something is acknowledged or comes back.
    pub fn is_full(&self) -> bool {
        self.in_flight >= MOST_IN_FLIGHT
    }

    /// Whether something could be received.
    #[cfg(test)]
    pub fn has_ready(&self, path: Path) -> bool {
        !self.in_sight(path).is_empty()
    }

    fn in_sight(&self, path: Path) -> &BTreeSet<(i64, Key)> {
        match path {
            Path::Normal => &self.ready,
            Path::DeadLetters => &self.dead,
        }
    }

    /// Lets come into sight what is due. What was received as often as it may becomes a dead letter.
    pub fn advance(&mut self, now: i64) {
        while let Some((due, key)) = self.timed.first().copied().filter(|(due, _)| *due <= now) {
            self.timed.remove(&(due, key));
            let Some(entry) = self.entries.get_mut(&key) else { continue };
            if !entry.is_dead {
                self.in_flight = self.in_flight.saturating_sub(1);
                if self.limit.is_some_and(|limit| entry.count >= limit) {
                    entry.is_dead = true;
                    self.changed.insert(key);
                }
            }
            match entry.path() {
                Path::Normal => self.ready.insert((due, key)),
                Path::DeadLetters => self.dead.insert((due, key)),
            };
        }
    }

    /// Forgets the records that arrived before this time: they have expired.
    pub fn expire(&mut self, before_ms: i64) {
        while let Some((time_ms, key)) = self.by_age.first().copied()
            && time_ms < before_ms
        {
            self.leave(key);
            self.entries.remove(&key);
            self.by_age.remove(&(time_ms, key));
            self.old.push(key);
        }
    }

    /// Takes what is in sight, as far as there is room beside what was taken. What comes into sight at
    /// once, without a timeout, is not taken twice: it waits for the next [`advance`](Self::advance).
    pub fn take(&mut self, now: i64, wish: &Wish, taken: &mut Vec<Receipt>) {
        while taken.len() < wish.records && !(wish.path == Path::Normal && self.is_full()) {
            let Some((since, key)) = self.in_sight(wish.path).first().copied() else { return };
            let Some(entry) = self.entries.get(&key).copied() else { return };
            if !wish.has_room(taken, entry.bytes as usize) {
                return;
            }
            self.ready.remove(&(since, key));
            self.dead.remove(&(since, key));
            let entry = Entry {
                until_ms: now.saturating_add(wish.visibility_ms),
                count: entry.count.saturating_add(1),
                serial: entry.serial.saturating_add(1),
                ..entry
            };
            self.put(key, entry);
            taken.push(Receipt { key, entry });
        }
    }

    /// Hands out a record for the first time: all of its shard up to it was handed out then.
    pub fn admit(
        &mut self,
        now: i64,
        wish: &Wish,
        key: Key,
        (time_ms, bytes): (i64, u32),
    ) -> Receipt {
        let until_ms = now.saturating_add(wish.visibility_ms);
        let (count, serial, first_ms, is_dead) = (1, 1, now, false);
        let entry = Entry { time_ms, bytes, until_ms, count, serial, first_ms, is_dead };
        self.by_age.insert((time_ms, key));
        self.put(key, entry);
        self.pass(key.shard, key.offset.saturating_add(1));
        Receipt { key, entry }
    }

    /// Passes what lies below a position of a shard, which has expired.
    pub fn pass(&mut self, shard: ShardIndex, next: u64) {
        self.positions.insert(shard, next);
        self.moved.insert(shard);
    }

    /// Forgets a shard that is gone, as all of its records are.
    pub fn forget_shard(&mut self, shard: ShardIndex) {
        if self.positions.remove(&shard).is_some() {
            self.moved.insert(shard);
        }
    }

    /// The record of a receipt handle.
    fn held(&self, key: Key, serial: u32) -> Result<Entry, Unheld> {
        let entry = self.entries.get(&key).copied().ok_or(Unheld::Gone)?;
        if entry.serial == serial { Ok(entry) } else { Err(Unheld::Stale) }
    }

    /// Acknowledges a record. The newest handle does so though the record is in sight again, or has
    /// become a dead letter since.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn acknowledge(&mut self, key: Key, serial: u32) -> Result<(), Unheld> {
        self.held(key, serial)?;
        self.remove(key);
        Ok(())
    }

    /// Says until when a record is out of sight that is in flight.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn set_sight(
        &mut self,
        (key, serial): (Key, u32),
        now: i64,
        until_ms: i64,
    ) -> Result<(), Unheld> {
        self.advance(now);
        let entry = self.held(key, serial)?;
        if !self.timed.contains(&(entry.until_ms, key)) {
            return Err(Unheld::Back);
        }
        self.leave(key);
        self.put(key, Entry { until_ms, ..entry });
        Ok(())
    }

    /// Lets a dead letter be received as others are, as if it never had been.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn restore(&mut self, key: Key, serial: u32, now: i64) -> Result<(), Unheld> {
        let entry = self.held(key, serial)?;
        self.leave(key);
        let serial = serial.saturating_add(1);
        self.put(key, Entry { until_ms: now, count: 0, serial, is_dead: false, ..entry });
        Ok(())
    }

    /// Forgets a record: it is done, or gone.
    pub fn remove(&mut self, key: Key) {
        self.leave(key);
        if let Some(entry) = self.entries.remove(&key) {
            self.by_age.remove(&(entry.time_ms, key));
            self.changed.insert(key);
        }
    }

    /// What rows do not say yet; from here on it counts as said. Rows of what has expired can wait:
    /// they expire again where they are read.
    pub fn changes(&mut self) -> Changes {
        let old = self.old.split_off(self.old.len().saturating_sub(OLD_AT_ONCE));
        self.changed.extend(old);
        let keys = std::mem::take(&mut self.changed).into_iter();
        let shards = std::mem::take(&mut self.moved).into_iter();
        Changes {
            entries: keys.map(|key| (key, self.entries.get(&key).copied())).collect(),
            positions: shards.map(|shard| (shard, self.positions.get(&shard).copied())).collect(),
        }
    }

    /// Keeps how a record stands that is on no list.
    fn put(&mut self, key: Key, entry: Entry) {
        self.entries.insert(key, entry);
        self.changed.insert(key);
        self.hide(key, entry);
    }

    fn hide(&mut self, key: Key, entry: Entry) {
        self.timed.insert((entry.until_ms, key));
        self.in_flight += usize::from(!entry.is_dead);
    }

    /// Takes a record off the lists.
    fn leave(&mut self, key: Key) {
        let Some(entry) = self.entries.get(&key) else { return };
        let place = (entry.until_ms, key);
        if self.timed.remove(&place) {
            self.in_flight = self.in_flight.saturating_sub(usize::from(!entry.is_dead));
        }
        self.ready.remove(&place);
        self.dead.remove(&place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SHARD: ShardIndex = 3;

    fn key(offset: u64) -> Key {
        Key { shard: SHARD, offset }
    }

    fn wish(path: Path) -> Wish {
        Wish { path, records: 10, bytes: 1000, visibility_ms: 30 }
    }

    fn machine(limit: u32, records: u64) -> Machine {
        let mut machine = Machine { limit: Some(limit), ..Machine::default() };
        for offset in 0..records {
            machine.admit(0, &wish(Path::Normal), key(offset), (0, 1));
        }
        machine
    }

    fn take(machine: &mut Machine, now: i64, path: Path) -> Vec<Receipt> {
        let mut taken = Vec::new();
        machine.advance(now);
        machine.take(now, &wish(path), &mut taken);
        taken
    }

    #[test]
    fn what_is_not_acknowledged_comes_back_and_dies() {
        let mut machine = machine(2, 1);
        assert!(take(&mut machine, 29, Path::Normal).is_empty());
        let again = take(&mut machine, 30, Path::Normal);
        assert_eq!((again[0].entry.count, again[0].entry.first_ms), (2, 0));
        assert!(take(&mut machine, 60, Path::Normal).is_empty());
        let dead = take(&mut machine, 60, Path::DeadLetters);
        assert_eq!((dead[0].entry.count, dead[0].entry.is_dead), (3, true));
        assert!(take(&mut machine, 60, Path::DeadLetters).is_empty());
        assert_eq!(machine.restore(key(0), dead[0].entry.serial, 70), Ok(()));
        assert_eq!(machine.restore(key(0), dead[0].entry.serial, 70), Err(Unheld::Stale));
        let restored = take(&mut machine, 70, Path::Normal);
        assert_eq!((restored[0].entry.count, restored[0].entry.first_ms), (1, 0));
    }

    #[test]
    fn without_dead_letters_a_record_comes_back_for_ever() {
        let mut machine = machine(1, 1);
        machine.limit = None;
        for round in 1..50 {
            assert_eq!(take(&mut machine, round * 30, Path::Normal).len(), 1);
        }
        assert!(!machine.has_ready(Path::DeadLetters));
    }

    #[test]
    fn the_newest_handle_acts_and_no_other() {
        let mut machine = machine(6, 1);
        assert_eq!(machine.set_sight((key(0), 1), 10, 20), Ok(()));
        assert_eq!(machine.set_sight((key(0), 1), 20, 90), Err(Unheld::Back));
        take(&mut machine, 20, Path::Normal);
        assert_eq!(machine.acknowledge(key(0), 1), Err(Unheld::Stale));
        assert_eq!(machine.acknowledge(key(0), 2), Ok(()));
        assert_eq!(machine.acknowledge(key(0), 2), Err(Unheld::Gone));
        assert_eq!(machine.next_due(), None);
    }

    #[test]
    fn the_newest_handle_acknowledges_what_has_become_a_dead_letter() {
        let mut machine = machine(1, 1);
        machine.advance(30);
        assert!(machine.has_ready(Path::DeadLetters));
        assert_eq!(machine.acknowledge(key(0), 1), Ok(()));
        assert!(!machine.has_ready(Path::DeadLetters));
    }

    #[test]
    fn a_receive_is_bounded_by_records_and_bytes_and_never_empty_for_them() {
        let mut machine = Machine::default();
        for offset in 0..4 {
            machine.admit(0, &wish(Path::Normal), key(offset), (0, 600));
        }
        assert_eq!(take(&mut machine, 30, Path::Normal).len(), 1);
        let (mut taken, wide) = (Vec::new(), Wish { bytes: 1200, ..wish(Path::Normal) });
        machine.advance(30);
        machine.take(30, &wide, &mut taken);
        assert_eq!(taken.len(), 2);
        machine.take(30, &Wish { records: 2, ..wide }, &mut taken);
        assert_eq!(taken.len(), 2);
    }

    #[test]
    fn what_has_expired_leaves_the_queue() {
        let mut machine = Machine::default();
        for offset in 0..3 {
            machine.admit(0, &wish(Path::Normal), key(offset), (offset as i64 * 10, 1));
        }
        machine.expire(20);
        assert_eq!(take(&mut machine, 30, Path::Normal).len(), 1);
        let changes = machine.changes();
        assert_eq!(changes.entries.iter().filter(|(_, entry)| entry.is_none()).count(), 2);
        assert_eq!(changes.positions, [(SHARD, Some(3))]);
        assert_eq!(machine.changes(), Changes::default());
    }

    #[test]
    fn no_more_are_in_flight_than_may_be() {
        let mut machine = machine(6, MOST_IN_FLIGHT as u64);
        assert!(machine.is_full());
        machine.advance(30);
        assert!(!machine.is_full());
    }

    /// What may happen to a queue.
    #[derive(Clone, Debug)]
    enum Event {
        Admit,
        Take(Path, usize, i64),
        Acknowledge(usize),
        Hide(usize, i64),
        Restore(usize),
        Wait(i64),
        Restart,
    }

    fn event() -> impl Strategy<Value = Event> {
        let path = prop_oneof![3 => Just(Path::Normal), 1 => Just(Path::DeadLetters)];
        prop_oneof![
            3 => Just(Event::Admit),
            4 => (path, 1usize..4, 0i64..40).prop_map(|(path, most, ms)| Event::Take(path, most, ms)),
            2 => any::<usize>().prop_map(Event::Acknowledge),
            1 => (any::<usize>(), 0i64..60).prop_map(|(pick, ms)| Event::Hide(pick, ms)),
            1 => any::<usize>().prop_map(Event::Restore),
            3 => (1i64..40).prop_map(Event::Wait),
            1 => Just(Event::Restart),
        ]
    }

    /// A machine, the rows that were made of its changes, and what a client knows.
    struct Life {
        machine: Machine,
        rows: BTreeMap<Key, Entry>,
        positions: BTreeMap<ShardIndex, u64>,
        now: i64,
        /// The newest receipt of each record, and until when nobody else may get it.
        receipts: BTreeMap<Key, (Receipt, i64)>,
        next: u64,
    }

    const LIMIT: u32 = 3;

    impl Life {
        fn received(&mut self, receipt: Receipt) {
            let Receipt { key, entry } = receipt;
            if let Some((before, hidden)) = self.receipts.get(&key) {
                assert!(*hidden <= self.now, "nobody gets it within its timeout");
                assert!(before.entry.serial < entry.serial);
            }
            assert!(entry.is_dead || entry.count <= LIMIT, "dead after {LIMIT}");
            self.receipts.insert(key, (receipt, entry.until_ms));
        }

        fn pick(&self, pick: usize) -> Option<(Key, u32)> {
            let at = pick.checked_rem(self.receipts.len())?;
            self.receipts.values().nth(at).map(|(it, _)| (it.key, it.entry.serial))
        }

        fn live(&mut self, event: Event) {
            let now = self.now;
            match event {
                Event::Admit => {
                    let key = key(self.next);
                    self.next += 1;
                    let receipt = self.machine.admit(now, &wish(Path::Normal), key, (now, 1));
                    self.received(receipt);
                }
                Event::Take(path, records, visibility_ms) => {
                    let mut taken = Vec::new();
                    let wish = Wish { records, visibility_ms, ..wish(path) };
                    self.machine.advance(now);
                    self.machine.take(now, &wish, &mut taken);
                    let mut keys: Vec<_> = taken.iter().map(|it| it.key).collect();
                    keys.sort_unstable();
                    keys.dedup();
                    assert_eq!(keys.len(), taken.len(), "none is given twice by one receive");
                    assert!(taken.len() <= records);
                    taken.into_iter().for_each(|receipt| self.received(receipt));
                }
                Event::Acknowledge(pick) => {
                    if let Some((key, serial)) = self.pick(pick)
                        && self.machine.acknowledge(key, serial).is_ok()
                    {
                        self.receipts.remove(&key);
                    }
                }
                Event::Hide(pick, ms) => {
                    if let Some((key, serial)) = self.pick(pick)
                        && self.machine.set_sight((key, serial), now, now + ms).is_ok()
                    {
                        self.receipts.get_mut(&key).unwrap().1 = now + ms;
                    }
                }
                Event::Restore(pick) => {
                    let dead =
                        self.pick(pick).filter(|(key, _)| self.receipts[key].0.entry.is_dead);
                    if let Some((key, serial)) = dead
                        && self.machine.restore(key, serial, now).is_ok()
                    {
                        self.receipts.get_mut(&key).unwrap().1 = now;
                    }
                }
                Event::Wait(ms) => self.now += ms,
                Event::Restart => self.restart(),
            }
        }

        fn store(&mut self) {
            let changes = self.machine.changes();
            for (key, entry) in changes.entries {
                match entry {
                    Some(entry) => self.rows.insert(key, entry),
                    None => self.rows.remove(&key),
                };
            }
            for (shard, position) in changes.positions {
                self.positions.insert(shard, position.unwrap());
            }
        }

        fn restart(&mut self) {
            self.store();
            let rows = self.rows.clone();
            self.machine = Machine::new(Some(LIMIT), self.positions.clone(), rows);
        }
    }

    proptest! {
        #[test]
        fn no_record_is_lost_and_none_is_seen_twice_at_once(
            events in prop::collection::vec(event(), 1..120),
        ) {
            let mut life = Life {
                machine: Machine { limit: Some(LIMIT), ..Machine::default() },
                rows: BTreeMap::new(),
                positions: BTreeMap::new(),
                now: 0,
                receipts: BTreeMap::new(),
                next: 0,
            };
            for event in events {
                life.live(event);
            }
            life.restart();
            prop_assert_eq!(life.positions.get(&SHARD).copied().unwrap_or(0), life.next);
            // What was not acknowledged is there, on one way or the other.
            life.now += 100;
            let mut left: Vec<Key> = life.receipts.keys().copied().collect();
            for path in [Path::Normal, Path::DeadLetters] {
                let mut taken = Vec::new();
                let all = Wish { records: 1000, bytes: 1000, ..wish(path) };
                life.machine.advance(life.now);
                life.machine.take(life.now, &all, &mut taken);
                left.retain(|key| !taken.iter().any(|it| it.key == *key));
            }
            prop_assert_eq!(left, []);
        }
    }
}

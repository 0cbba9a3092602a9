//! How writes to tables with streams are committed: several that wait become one commit.
//!
//! A lane's records have successive numbers, and no reader may see one before those that are smaller.
//! So commits of one lane come one after the other, each on the condition that the lane's head is
//! where it left it. That they need not wait for a sync each, whatever has come during one goes
//! together in the next: a train. One whose own conditions do not hold is put out of it, and the
//! others go without it.
//!
//! Other processes have trains of their own. Who comes second at a head reads it again.

use super::sequence::Sequence;
use super::shard::Lane;
use crate::records::change::CHANGES;
use crate::records::head::{HEADS, Head};
use bytes::Bytes;
use platform::{Platform, Topic};
use shapes::Timestamp;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Batch, Condition, Error, Table, Write};
use tokio::sync::oneshot;

/// What a commit fails with whose stream has ended since its table was read.
pub(crate) const STREAM_HAS_ENDED: Error = Error::Conflict(usize::MAX);

/// How many writes go in one commit, and about how many bytes.
const MOST_MEMBERS: usize = 256;
const MOST_BYTES: usize = 4 << 20;
/// How many heads are remembered before all are forgotten.
const REMEMBERED: usize = 4096;

/// A record that a commit adds to a lane.
#[derive(Clone, Debug)]
pub(crate) struct Addition {
    /// The lane.
    pub lane: Lane,
    /// The ARN of its stream, by which readers are woken.
    pub stream_arn: Arc<str>,
    /// What is kept of the change.
    pub record: Bytes,
}

/// Where writes to tables with streams are handed in.
pub(crate) struct Train(Arc<Shared>);

struct Shared {
    platform: Arc<Platform>,
    waiting: Mutex<Waiting>,
    heads: Mutex<BTreeMap<Lane, (Head, Bytes)>>,
}

#[derive(Default)]
struct Waiting {
    members: VecDeque<Member>,
    is_running: bool,
}

/// A write that waits for its commit.
struct Member {
    batch: Batch,
    additions: Vec<Addition>,
    done: oneshot::Sender<store::Result<()>>,
}

impl Train {
    /// A train of this process.
    pub fn new(platform: Arc<Platform>) -> Self {
        let (waiting, heads) = Default::default();
        Self(Arc::new(Shared { platform, waiting, heads }))
    }

    /// Commits a batch together with records about it, and wakes who waits for these.
    ///
    /// # Errors
    /// The engine's; [`Error::Conflict`] tells which of the batch's own conditions does not hold.
    pub async fn commit(&self, batch: Batch, additions: Vec<Addition>) -> store::Result<()> {
        let (done, told) = oneshot::channel();
        {
            let mut waiting = lock(&self.0.waiting);
            waiting.members.push_back(Member { batch, additions, done });
            if !std::mem::replace(&mut waiting.is_running, true) {
                tokio::spawn(self.0.clone().run());
            }
        }
        told.await.unwrap_or_else(|_| Err(Error::Unknown("the process ends".to_owned())))
    }
}

impl Shared {
    async fn run(self: Arc<Self>) {
        loop {
            let mut members = {
                let mut waiting = lock(&self.waiting);
                let members = couple(&mut waiting.members);
                if members.is_empty() {
                    waiting.is_running = false;
                    return;
                }
                members
            };
            while !members.is_empty() {
                members = self.depart(members).await;
            }
        }
    }

    /// Commits what these want. Gives those that are to be tried again.
    async fn depart(&self, mut members: Vec<Member>) -> Vec<Member> {
        let heads = match self.heads_of(&mut members).await {
            Ok(heads) => heads,
            Err(error) => {
                answer(members, &Err(error));
                return Vec::new();
            }
        };
        if members.is_empty() {
            return members;
        }
        let (batch, moved, numbered) = couplings(&heads, &members, self.platform.clock.now());
        let committed = self.platform.deadlines.commit(batch).await;
        match committed {
            Ok(()) => {
                self.remember(moved);
                for (stream_arn, number) in numbered {
                    self.platform.wakeups.notify(&Topic::Shard(stream_arn, number));
                }
                answer(members, &Ok(()));
                Vec::new()
            }
            Err(Error::Conflict(at)) => self.put_out(at, &heads, members),
            Err(error) => {
                // It may have happened.
                let mut known = lock(&self.heads);
                heads.keys().for_each(|lane| drop(known.remove(lane)));
                drop(known);
                answer(members, &Err(error));
                Vec::new()
            }
        }
    }

    /// Where the lanes go on that members add to. Those whose stream has ended are told so.
    async fn heads_of(
        &self,
        members: &mut Vec<Member>,
    ) -> store::Result<BTreeMap<Lane, (Head, Bytes)>> {
        let lanes: BTreeSet<Lane> =
            members.iter().flat_map(|it| it.additions.iter().map(|it| it.lane)).collect();
        let (mut heads, mut ended) = (BTreeMap::new(), BTreeSet::new());
        for lane in lanes {
            let known = lock(&self.heads).get(&lane).cloned();
            let head = match known {
                Some(known) => Some(known),
                None => {
                    let row = self.platform.store.tables.get(HEADS, &lane.key()).await?;
                    let read = row.map(|row| Ok((Head::decode(lane, &row)?, row))).transpose();
                    read.map_err(|error: platform::Error| unreadable(&error))?
                }
            };
            match head {
                Some(head) => drop(heads.insert(lane, head)),
                None => drop(ended.insert(lane)),
            }
        }
        if !ended.is_empty() {
            let (gone, there) = std::mem::take(members)
                .into_iter()
                .partition(|it| it.additions.iter().any(|it| ended.contains(&it.lane)));
            answer(gone, &Err(STREAM_HAS_ENDED));
            *members = there;
            let wanted: BTreeSet<Lane> =
                members.iter().flat_map(|it| it.additions.iter().map(|it| it.lane)).collect();
            heads.retain(|lane, _| wanted.contains(lane));
        }
        Ok(heads)
    }

    fn remember(&self, moved: BTreeMap<Lane, (Head, Bytes)>) {
        let mut known = lock(&self.heads);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.extend(moved);
    }

    /// What to try again when a condition of all does not hold.
    fn put_out(
        &self,
        at: usize,
        heads: &BTreeMap<Lane, (Head, Bytes)>,
        mut members: Vec<Member>,
    ) -> Vec<Member> {
        if let Some(lane) = heads.keys().nth(at) {
            lock(&self.heads).remove(lane);
            return members;
        }
        let mut own = at.saturating_sub(heads.len());
        let position = members.iter().position(|member| {
            let is_its = own < member.batch.conditions.len();
            if !is_its {
                own -= member.batch.conditions.len();
            }
            is_its
        });
        match position {
            Some(position) => {
                let member = members.remove(position);
                answer(vec![member], &Err(Error::Conflict(own)));
                members
            }
            None => {
                answer(members, &Err(Error::Busy("a commit was refused for nothing".to_owned())));
                Vec::new()
            }
        }
    }
}

fn unreadable(error: &platform::Error) -> Error {
    let (what, place) = (HEADS.0.to_owned(), String::new());
    Error::Damaged { what, place, reason: error.message.clone() }
}

fn answer(members: Vec<Member>, with: &store::Result<()>) {
    for member in members {
        // Who has gone away needs no answer.
        let _ = member.done.send(with.clone());
    }
}

/// The next members that can go together. One that looks at what another of them sets has to wait for the
/// next train: within one commit it would see what was there before.
fn couple(waiting: &mut VecDeque<Member>) -> Vec<Member> {
    let mut coupled: Vec<Member> = Vec::new();
    let (mut left, mut bytes) = (VecDeque::new(), 0);
    let mut set: BTreeSet<(Table, Vec<u8>)> = BTreeSet::new();
    while let Some(member) = waiting.pop_front() {
        let looks_at_it = |condition: &Condition| {
            let (table, key) = condition.place();
            set.contains(&(table, key.to_vec()))
        };
        let is_full = coupled.len() >= MOST_MEMBERS || bytes > MOST_BYTES;
        if is_full || member.batch.conditions.iter().any(looks_at_it) {
            left.push_back(member);
            if is_full {
                break;
            }
            continue;
        }
        for write in &member.batch.writes {
            let (table, key) = write.place();
            set.insert((table, key.to_vec()));
            if let Write::Put(_, _, value) = write {
                bytes += value.len();
            }
        }
        coupled.push(member);
    }
    left.append(waiting);
    *waiting = left;
    coupled
}

/// The commit of all members, where the lanes go on after it, and whom to wake.
#[allow(clippy::type_complexity)]
fn couplings(
    heads: &BTreeMap<Lane, (Head, Bytes)>,
    members: &[Member],
    now: Timestamp,
) -> (Batch, BTreeMap<Lane, (Head, Bytes)>, BTreeSet<(Arc<str>, u32)>) {
    let mut batch = Batch::new();
    let mut moved: BTreeMap<Lane, Head> = BTreeMap::new();
    let mut numbered = BTreeSet::new();
    for (lane, (head, row)) in heads {
        batch.conditions.push(Condition::Equals(HEADS, lane.key().to_vec(), row.clone()));
        moved.insert(*lane, *head);
    }
    for member in members {
        batch.conditions.extend(member.batch.conditions.iter().cloned());
        batch.writes.extend(member.batch.writes.iter().cloned());
        for addition in &member.additions {
            let Some(head) = moved.get_mut(&addition.lane) else { continue };
            head.last = head.last.next(now);
            let key = change_key(addition.lane, head.last);
            batch.writes.push(Write::Put(CHANGES, key, addition.record.clone()));
            let number = head.shard(addition.lane.lane).number();
            numbered.insert((addition.stream_arn.clone(), number));
        }
    }
    let moved: BTreeMap<_, _> =
        moved.into_iter().map(|(lane, head)| (lane, (head, head.encode()))).collect();
    for (lane, (_, row)) in &moved {
        batch.writes.push(Write::Put(HEADS, lane.key().to_vec(), row.clone()));
    }
    (batch, moved, numbered)
}

/// The key of a record.
pub(crate) fn change_key(lane: Lane, sequence: Sequence) -> Vec<u8> {
    [&lane.key()[..], &sequence.0.to_be_bytes()].concat()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

//! Which environment runs an invocation: a pure machine. It is told what happened and when, and
//! says what to do; it starts, stops and measures nothing itself.

use std::collections::BTreeMap;

/// A slot of the pool: one execution environment, starting, busy or idle.
pub(crate) type SlotId = u64;

/// What to do for an invocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Run it in this idle environment, which is now busy.
    Reuse(SlotId),
    /// Start an environment in this new, busy slot; first stop the idle one named in `stop`,
    /// whose slot is gone already.
    Start {
        /// The new slot.
        slot: SlotId,
        /// An idle environment of another revision that has to make room.
        stop: Option<SlotId>,
    },
    /// Every slot is busy.
    Throttle,
}

struct Slot {
    revision: String,
    /// Since when it is idle, in milliseconds; `None` while it starts or works.
    idle_since: Option<u64>,
    /// How much of its time was passed over, in milliseconds.
    passed_over: u64,
    retired: bool,
}

/// The pool's rules: an idle environment of the revision is used again, the most recently used
/// first, so that the others grow old and end; when all are busy one more is started, up to
/// `max`, over all revisions. Only busy environments count against a caller: an idle one of
/// another revision makes room.
pub(crate) struct Pool {
    max: usize,
    idle_timeout_ms: u64,
    next: SlotId,
    slots: BTreeMap<SlotId, Slot>,
}

impl Pool {
    pub(crate) fn new(max: usize, idle_timeout_ms: u64) -> Pool {
        Pool { max, idle_timeout_ms, next: 0, slots: BTreeMap::new() }
    }

    /// Decides for one invocation of `revision`.
    pub(crate) fn acquire(&mut self, revision: &str) -> Decision {
        let newest = self.idle().filter(|(_, slot, _)| slot.revision == revision);
        if let Some((id, ..)) = newest.max_by_key(|(id, _, since)| (*since, *id)) {
            self.set_idle(id, None);
            return Decision::Reuse(id);
        }
        let mut stop = None;
        if self.slots.len() >= self.max {
            stop = self.idle().min_by_key(|(id, _, since)| (*since, *id)).map(|(id, ..)| id);
            match stop {
                Some(id) => drop(self.slots.remove(&id)),
                None => return Decision::Throttle,
            }
        }
        let slot = self.next;
        self.next += 1;
        let fresh = Slot {
            revision: revision.to_owned(),
            idle_since: None,
            passed_over: 0,
            retired: false,
        };
        self.slots.insert(slot, fresh);
        Decision::Start { slot, stop }
    }

    /// An invocation is over and its environment could take another. Says whether to keep it;
    /// if not, its slot is gone.
    pub(crate) fn release(&mut self, id: SlotId, now_ms: u64) -> bool {
        if self.slots.get(&id).is_none_or(|slot| slot.retired) {
            self.slots.remove(&id);
            return false;
        }
        self.set_idle(id, Some(now_ms));
        true
    }

    /// An environment ended, or never came to be.
    pub(crate) fn ended(&mut self, id: SlotId) {
        self.slots.remove(&id);
    }

    /// A revision is no longer wanted. Returns the idle environments to stop, whose slots are
    /// gone; the busy ones will not be kept when they are released.
    pub(crate) fn retire(&mut self, revision: &str) -> Vec<SlotId> {
        let mut stop = Vec::new();
        self.slots.retain(|id, slot| {
            if slot.revision != revision {
                return true;
            }
            slot.retired = true;
            if slot.idle_since.is_some() {
                stop.push(*id);
            }
            slot.idle_since.is_none()
        });
        stop
    }

    /// Time was passed over that nobody saw go by. Environments of which so much was passed over as
    /// they may live for are to end: returns the idle ones, whose slots are gone; the busy ones will
    /// not be kept when they are released.
    pub(crate) fn pass_over(&mut self, ms: u64, life_ms: u64) -> Vec<SlotId> {
        for slot in self.slots.values_mut() {
            slot.passed_over = slot.passed_over.saturating_add(ms);
            slot.retired |= slot.passed_over >= life_ms;
        }
        let old = |slot: &Slot| slot.retired && slot.idle_since.is_some();
        self.slots.extract_if(.., |_, slot| old(slot)).map(|(id, _)| id).collect()
    }

    /// Takes out what has been idle too long. Returns what to stop, and when to ask again (in
    /// milliseconds on the same scale) if anything is idle still.
    pub(crate) fn expire(&mut self, now_ms: u64) -> (Vec<SlotId>, Option<u64>) {
        let timeout = self.idle_timeout_ms;
        let due = |since: u64| since.saturating_add(timeout);
        let stop: Vec<SlotId> =
            self.idle().filter(|(.., since)| due(*since) <= now_ms).map(|(id, ..)| id).collect();
        for id in &stop {
            self.slots.remove(id);
        }
        let next = self.idle().map(|(.., since)| due(since)).min();
        (stop, next)
    }

    /// Everything, for shutting down; the pool is empty afterwards.
    pub(crate) fn clear(&mut self) -> Vec<SlotId> {
        std::mem::take(&mut self.slots).into_keys().collect()
    }

    fn idle(&self) -> impl Iterator<Item = (SlotId, &Slot, u64)> {
        self.slots.iter().filter_map(|(id, slot)| slot.idle_since.map(|since| (*id, slot, since)))
    }

    fn set_idle(&mut self, id: SlotId, since: Option<u64>) {
        if let Some(slot) = self.slots.get_mut(&id) {
            slot.idle_since = since;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decision::{Reuse, Start, Throttle};
    use super::*;

    /// One step of a script: what happens, and what the pool must say.
    enum Step {
        Acquire(&'static str, Decision),
        Release(SlotId, u64, bool),
        Ended(SlotId),
        Retire(&'static str, Vec<SlotId>),
        Expire(u64, Vec<SlotId>, Option<u64>),
        PassOver(u64, Vec<SlotId>),
    }
    use Step::*;

    fn start(slot: SlotId) -> Decision {
        Start { slot, stop: None }
    }

    fn play(name: &str, max: usize, steps: Vec<Step>) {
        let mut pool = Pool::new(max, 100);
        for (index, step) in steps.into_iter().enumerate() {
            let at = format!("{name}, step {index}");
            match step {
                Acquire(revision, want) => assert_eq!(pool.acquire(revision), want, "{at}"),
                Release(id, now, kept) => assert_eq!(pool.release(id, now), kept, "{at}"),
                Ended(id) => pool.ended(id),
                Retire(revision, want) => assert_eq!(pool.retire(revision), want, "{at}"),
                PassOver(ms, want) => assert_eq!(pool.pass_over(ms, 50), want, "{at}"),
                Expire(now, stop, next) => assert_eq!(pool.expire(now), (stop, next), "{at}"),
            }
        }
    }

    #[test]
    fn an_idle_environment_is_used_again_by_its_own_revision_only() {
        play(
            "reuse",
            9,
            vec![
                Acquire("a", start(0)),
                Release(0, 5, true),
                Acquire("b", start(1)),
                Acquire("a", Reuse(0)),
                Acquire("a", start(2)),
            ],
        );
    }

    #[test]
    fn the_most_recently_used_goes_first_and_the_others_expire() {
        play(
            "most recent",
            9,
            vec![
                Acquire("a", start(0)),
                Acquire("a", start(1)),
                Release(1, 10, true),
                Release(0, 20, true),
                Acquire("a", Reuse(0)),
                Release(0, 90, true),
                Expire(109, vec![], Some(110)),
                Expire(110, vec![1], Some(190)),
                Expire(190, vec![0], None),
                Acquire("a", start(2)),
            ],
        );
    }

    #[test]
    fn busy_slots_throttle_and_idle_ones_of_others_make_room() {
        play(
            "limit",
            2,
            vec![
                Acquire("a", start(0)),
                Acquire("b", start(1)),
                Acquire("a", Throttle),
                Release(1, 7, true),
                Acquire("a", Start { slot: 2, stop: Some(1) }),
                Acquire("b", Throttle),
                Ended(0),
                Acquire("b", start(3)),
            ],
        );
    }

    #[test]
    fn a_retired_revision_ends_when_it_is_done_and_may_come_back() {
        play(
            "retire",
            9,
            vec![
                Acquire("a", start(0)),
                Acquire("a", start(1)),
                Acquire("b", start(2)),
                Release(0, 1, true),
                Retire("a", vec![0]),
                Release(1, 2, false),
                Release(2, 3, true),
                Acquire("a", start(3)),
                Release(3, 4, true),
                Acquire("a", Reuse(3)),
            ],
        );
    }

    #[test]
    fn environments_end_of_which_a_life_was_passed_over() {
        play(
            "passed over",
            9,
            vec![
                Acquire("a", start(0)),
                Acquire("a", start(1)),
                Release(0, 1, true),
                PassOver(30, vec![]),
                Acquire("b", start(2)),
                Release(2, 1, true),
                PassOver(20, vec![0]),
                Release(1, 2, false),
                Acquire("b", Reuse(2)),
            ],
        );
    }

    #[test]
    fn a_busy_environment_does_not_expire() {
        play(
            "busy",
            9,
            vec![Acquire("a", start(0)), Expire(1_000_000, vec![], None), Ended(0), Ended(0)],
        );
    }
}

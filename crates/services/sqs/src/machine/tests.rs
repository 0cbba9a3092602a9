//! The machine's rules as tables and properties.

use super::*;
use proptest::prelude::*;

fn group(name: &str) -> Option<Arc<str>> {
    Some(name.into())
}

fn standard(count: u64) -> Machine {
    let mut machine = Machine::new(false);
    (1..=count).for_each(|seq| machine.insert(seq, Entry::new(0, None, State::Visible)));
    machine
}

fn fifo(groups: &[&str]) -> Machine {
    let mut machine = Machine::new(true);
    for (seq, name) in (1..).zip(groups) {
        machine.insert(seq, Entry::new(0, group(name), State::Visible));
    }
    machine
}

fn receive(machine: &mut Machine, now: i64, most: usize, until: i64) -> Vec<u64> {
    let taken = machine.take(now, most, None);
    taken.given.iter().for_each(|(seq, _)| machine.settle(*seq, State::InFlight(until)));
    taken.given.into_iter().map(|(seq, _)| seq).collect()
}

#[test]
fn a_message_is_out_of_sight_until_its_timeout_ends() {
    let mut machine = standard(2);
    assert_eq!(receive(&mut machine, 0, 10, 30), [1, 2]);
    assert_eq!(receive(&mut machine, 29, 10, 60), [] as [u64; 0]);
    assert_eq!(machine.next_due(), Some(30));
    assert_eq!(receive(&mut machine, 30, 10, 60), [1, 2]);
    assert_eq!(machine.hold(1, 1, 31), Err(Unheld::Stale));
    assert_eq!(machine.hold(1, 2, 31), Ok(State::InFlight(60)));
    machine.remove(1);
    assert_eq!(machine.hold(1, 2, 31), Err(Unheld::Gone));
    assert_eq!(machine.hold(2, 2, 60), Err(Unheld::Back));
}

#[test]
fn of_one_message_there_is_one_commit_at_a_time() {
    let mut machine = standard(1);
    receive(&mut machine, 0, 1, 30);
    let before = machine.hold(1, 1, 1).unwrap();
    assert_eq!(machine.hold(1, 1, 1), Err(Unheld::Busy));
    machine.settle(1, before);
    assert_eq!(machine.hold(1, 1, 1), Ok(State::InFlight(30)));
}

#[test]
fn a_message_is_dead_exactly_at_the_limit() {
    let mut machine = standard(1);
    for round in 1..=3 {
        let taken = machine.take(round, 1, Some(3));
        assert_eq!(taken.given, [(1, u32::try_from(round).unwrap())]);
        machine.settle(1, State::Visible);
    }
    assert_eq!(machine.take(9, 1, Some(3)), Taken { given: vec![], dead: vec![1] });
    assert_eq!(machine.take(9, 1, Some(3)), Taken::default());
}

#[test]
fn a_group_in_flight_keeps_the_rest_of_it_back() {
    let mut machine = fifo(&["a", "a", "b", "a"]);
    assert_eq!(receive(&mut machine, 0, 2, 30), [1, 2]);
    assert_eq!(receive(&mut machine, 0, 10, 20), [3]);
    machine.hold(1, 1, 1).unwrap();
    machine.remove(1);
    assert_eq!(receive(&mut machine, 1, 10, 30), [] as [u64; 0]);
    machine.hold(2, 1, 1).unwrap();
    machine.remove(2);
    assert_eq!(receive(&mut machine, 1, 10, 30), [4]);
    assert_eq!(receive(&mut machine, 20, 10, 30), [3]);
}

/// As AWS has it ("Using the Amazon SQS message group ID" says otherwise of the first of a group).
#[test]
fn the_first_of_a_group_comes_again_though_later_ones_are_in_flight() {
    let mut machine = fifo(&["a", "a", "a"]);
    assert_eq!(receive(&mut machine, 0, 2, 30), [1, 2]);
    machine.hold(1, 1, 1).unwrap();
    machine.settle(1, State::InFlight(1));
    assert_eq!(receive(&mut machine, 1, 10, 60), [1]);
    machine.hold(2, 1, 2).unwrap();
    machine.settle(2, State::InFlight(2));
    assert_eq!(receive(&mut machine, 2, 10, 60), [] as [u64; 0], "the first is in flight");
}

#[test]
fn a_group_that_comes_back_stands_behind_those_that_waited() {
    let mut machine = fifo(&["a", "b", "b", "c", "a"]);
    assert_eq!(receive(&mut machine, 5, 3, 5), [1, 5, 2]);
    assert_eq!(receive(&mut machine, 6, 10, 6), [4, 1, 5, 2, 3]);
    assert_eq!(receive(&mut machine, 7, 10, 60), [1, 5, 2, 3, 4]);
}

#[test]
fn what_is_not_yet_stored_keeps_its_group_back_and_is_not_counted() {
    let mut machine = Machine::new(true);
    machine.insert(1, Entry::new(0, group("a"), State::Busy));
    machine.insert(2, Entry::new(0, group("a"), State::Busy));
    machine.settle(2, State::Visible);
    assert_eq!(machine.take(0, 10, None), Taken::default());
    assert_eq!(machine.counts(0), Counts { visible: 1, ..Counts::default() });
    machine.settle(1, State::Visible);
    assert_eq!(machine.take(0, 10, None).given, [(1, 1), (2, 1)]);
}

#[test]
fn what_was_taken_and_not_stored_is_as_it_was() {
    let mut machine = fifo(&["a", "b"]);
    let taken = machine.take(5, 10, None);
    machine.untake(&taken);
    assert_eq!(machine.get(1).map(|it| (it.count, it.first_ms)), Some((0, None)));
    assert_eq!(machine.take(6, 10, None), taken);
}

#[test]
fn an_id_counts_for_its_window() {
    let mut seen = Seen::default();
    let key = |id: &str| (String::new(), id.to_owned());
    seen.note(key("x"), 7, "m".into(), 300);
    assert_eq!(seen.find(&key("x"), 299), Some((7, "m")));
    assert_eq!(seen.find(&key("x"), 300), None);
    assert_eq!(seen.find(&key("y"), 0), None);
    assert_eq!(seen.expire(299, 9), []);
    assert_eq!(seen.expire(300, 9), [key("x")]);
}

#[test]
fn what_is_too_old_goes() {
    let mut machine = Machine::new(false);
    for (seq, sent_ms) in [(1, 5), (2, 3), (3, 9)] {
        machine.insert(seq, Entry::new(sent_ms, None, State::Visible));
    }
    machine.take(5, 1, None);
    assert_eq!(machine.expire(5, 10), [2]);
    machine.settle(1, State::Visible);
    assert_eq!(machine.expire(5, 10), [1]);
    assert_eq!(machine.counts(5).visible, 1);
}

#[derive(Clone, Debug)]
enum Event {
    Send { group: u8, delay: i64 },
    Receive { most: usize, timeout: i64 },
    Delete(usize),
    Change(usize, i64),
    Fail { most: usize },
    Pass(i64),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        (0..4u8, prop_oneof![Just(0), 0..20i64])
            .prop_map(|(group, delay)| Event::Send { group, delay }),
        (1..5usize, 0..30i64).prop_map(|(most, timeout)| Event::Receive { most, timeout }),
        any::<usize>().prop_map(Event::Delete),
        (any::<usize>(), 0..30i64).prop_map(|(which, timeout)| Event::Change(which, timeout)),
        (1..5usize).prop_map(|most| Event::Fail { most }),
        (1..25i64).prop_map(Event::Pass),
    ];
    proptest::collection::vec(event, 1..120)
}

/// What a client that writes everything down knows.
#[derive(Default)]
struct Witness {
    /// Number, group, received, out of sight until.
    alive: BTreeMap<u64, (u8, u32, i64)>,
    handles: Vec<(u64, u32)>,
}

const LIMIT: u32 = 3;

impl Witness {
    fn check(&mut self, taken: &Taken, is_fifo: bool, now: i64) {
        let mut before = BTreeMap::new();
        for (seq, count) in &taken.given {
            let (group, received, hidden) = self.alive[seq];
            assert!(hidden <= now, "{seq} is seen twice within its timeout");
            assert_eq!(*count, received + 1);
            assert!(received < LIMIT, "{seq} is received too often");
            if is_fifo {
                let earlier = before.insert(group, *seq);
                assert!(earlier.is_none_or(|earlier| earlier < *seq), "out of order");
                let skipped = self.alive.range(..*seq).any(|(other, (own, ..))| {
                    *own == group
                        && !taken.given.iter().any(|(given, _)| given == other)
                        && !taken.dead.contains(other)
                });
                assert!(!skipped, "{seq} has passed an earlier one of its group");
            }
        }
        for seq in &taken.dead {
            assert_eq!(self.alive[seq].1, LIMIT, "{seq} is dead too early");
        }
    }
}

fn step(machine: &mut Machine, witness: &mut Witness, event: &Event, now: &mut i64, seq: &mut u64) {
    let is_fifo = machine.groups.is_some();
    match event {
        Event::Send { group: name, delay } => {
            *seq += 1;
            machine.insert(*seq, Entry::new(*now, group(&name.to_string()), State::Busy));
            let state = if *delay > 0 { State::Delayed(*now + delay) } else { State::Visible };
            machine.settle(*seq, state);
            witness.alive.insert(*seq, (*name, 0, *now + delay));
        }
        Event::Receive { most, timeout } => {
            let taken = machine.take(*now, *most, Some(LIMIT));
            witness.check(&taken, is_fifo, *now);
            for (seq, count) in taken.given {
                machine.settle(seq, State::InFlight(*now + timeout));
                witness.handles.push((seq, count));
                if let Some((_, received, hidden)) = witness.alive.get_mut(&seq) {
                    (*received, *hidden) = (count, *now + timeout);
                }
            }
            for seq in taken.dead {
                machine.remove(seq);
                witness.alive.remove(&seq);
            }
        }
        Event::Fail { most } => {
            let taken = machine.take(*now, *most, Some(LIMIT));
            witness.check(&taken, is_fifo, *now);
            machine.untake(&taken);
        }
        Event::Delete(which) | Event::Change(which, _) if !witness.handles.is_empty() => {
            let (seq, count) = witness.handles[which % witness.handles.len()];
            let known = witness.alive.get(&seq).copied();
            let held = machine.hold(seq, count, *now);
            let expected = known.is_some_and(|(_, own, hidden)| own == count && hidden > *now);
            assert_eq!(held.is_ok(), expected, "{held:?} {known:?}");
            match (held, event) {
                (Ok(_), Event::Change(_, timeout)) => {
                    machine.settle(seq, State::InFlight(*now + timeout));
                    witness.alive.entry(seq).and_modify(|it| it.2 = *now + timeout);
                }
                (Ok(_), _) => {
                    machine.remove(seq);
                    witness.alive.remove(&seq);
                }
                (Err(_), _) => {}
            }
        }
        Event::Delete(_) | Event::Change(..) => {}
        Event::Pass(ms) => *now += ms,
    }
}

proptest! {
    #[test]
    fn no_message_is_lost_or_seen_twice(is_fifo: bool, events in events()) {
        let mut machine = Machine::new(is_fifo);
        let (mut witness, mut now, mut seq) = (Witness::default(), 0, 0);
        for event in &events {
            step(&mut machine, &mut witness, event, &mut now, &mut seq);
            let counts = machine.counts(now);
            let known = |visible| {
                witness.alive.values().filter(|(_, _, hidden)| (*hidden <= now) == visible).count()
            };
            prop_assert_eq!(counts.visible, known(true));
            prop_assert_eq!(counts.in_flight + counts.delayed, known(false));
        }
        // Whatever is left is received in the end.
        now += 1000;
        while let taken @ Taken { .. } = machine.take(now, 10, Some(LIMIT)) && !taken.is_empty() {
            witness.check(&taken, is_fifo, now);
            for seq in taken.given.iter().map(|(seq, _)| *seq).chain(taken.dead) {
                machine.remove(seq);
                witness.alive.remove(&seq);
            }
        }
        prop_assert!(witness.alive.is_empty(), "lost: {:?}", witness.alive);
    }
}

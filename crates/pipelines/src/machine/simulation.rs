//! Random worlds: whatever happens, the machine keeps its promises.

use super::*;
use crate::machine::rules::Backoff;
use platform::{Ids, SeededIds};
use std::collections::BTreeMap;

/// Chance from a seed.
struct Dice(SeededIds);

impl Dice {
    fn below(&self, bound: usize) -> usize {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        usize::try_from(u64::from_le_bytes(bytes) % bound as u64).unwrap()
    }

    fn chance(&self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A shard, a function and a place for what is given up that fail as they like, a process that stops
/// now and then, and what has happened.
struct World {
    dice: Dice,
    rules: Rules,
    machine: Machine,
    /// As the machine last said it.
    memory: Memory,
    /// How often the function has failed with each record.
    failures: BTreeMap<usize, u32>,
    /// The tumbling window of the last batch.
    slice: Option<Slice>,
    /// How often each window has ended, by its first instant.
    ended: BTreeMap<i64, usize>,
    restarts: u32,
    now: i64,
    shard: Vec<(String, i64)>,
    total: usize,
    read_to: usize,
    reading: Option<usize>,
    in_flight: Vec<(usize, Vec<usize>)>,
    disposing: Vec<(usize, Vec<usize>)>,
    stopping: bool,
    /// How far each key's records are settled, and which records are.
    settled: BTreeMap<usize, &'static str>,
    checkpoint: usize,
    finished: bool,
    health: usize,
    stops: usize,
}

impl World {
    fn new(seed: u64) -> Self {
        let dice = Dice(SeededIds::new(seed));
        let rules = Rules {
            batch_size: 1 + dice.below(8),
            window_ms: [0, 0, 500, 5000][dice.below(4)],
            payload_bytes: 100 + dice.below(300),
            lanes: 1 + dice.below(4),
            most_retries: [None, Some(0), Some(2)][dice.below(3)],
            most_age_ms: [None, None, Some(60_000)][dice.below(3)],
            bisect: dice.chance(50),
            tumbling_ms: None,
            most_bytes: 50 + dice.below(500),
            read_every_ms: [0, 1000][dice.below(2)],
            backoff: Backoff { first_ms: 100, most_ms: 10_000 },
        };
        let tumbling_ms = (rules.lanes == 1 && dice.chance(50)).then_some(1000);
        let rules = Rules { tumbling_ms, ..rules };
        let machine = Machine::new(rules.clone(), Memory::default());
        let total = dice.below(120);
        let health = 20 + dice.below(80);
        let (shard, in_flight, disposing) = (Vec::new(), Vec::new(), Vec::new());
        let (settled, stopping, stops) = (BTreeMap::new(), false, dice.below(4));
        let (now, read_to, checkpoint, reading, finished) = (0, 0, 0, None, false);
        Self {
            dice,
            rules,
            machine,
            memory: Memory::default(),
            failures: BTreeMap::new(),
            slice: None,
            ended: BTreeMap::new(),
            restarts: 0,
            now,
            shard,
            total,
            read_to,
            reading,
            in_flight,
            disposing,
            stopping,
            settled,
            checkpoint,
            finished,
            health,
            stops,
        }
    }

    fn happen(&mut self, event: Event) {
        let restarts = self.restarts;
        let actions = self.machine.step(Timestamp(self.now), event);
        for action in actions {
            self.carry_out(action);
        }
        assert_eq!(self.machine.in_flight(), self.in_flight.len());
        let at_work = self.in_flight.len() + self.disposing.len() > 0;
        assert_eq!(self.machine.is_at_work(), at_work);
        if self.restarts > restarts {
            return; // The machine is a new one, which knows no time yet.
        }
        let deadline = self.machine.deadline();
        assert!(deadline.is_none_or(|at| at.millis() > self.now), "a deadline that has passed");
    }

    fn carry_out(&mut self, action: Action) {
        assert!(!self.finished, "{action:?} after the end");
        match action {
            Action::Read { limit } => {
                assert!(self.reading.is_none() && limit > 0);
                self.reading = Some(limit);
            }
            Action::Invoke { lane, batch, window } => {
                let numbers = self.numbers(&batch);
                self.check_window(&numbers, window);
                assert!(numbers.len() <= self.rules.batch_size);
                let bytes: usize = batch.iter().map(|record| record.event_bytes).sum();
                assert!(numbers.len() == 1 || bytes <= self.rules.payload_bytes);
                self.check_idle(lane);
                self.check_order(&numbers);
                self.in_flight.push((lane, numbers));
            }
            Action::Dispose { lane, records, .. } => {
                let numbers = self.numbers(&records);
                self.check_idle(lane);
                self.check_order(&numbers);
                self.disposing.push((lane, numbers));
            }
            Action::Checkpoint(sequence) => {
                let reached = sequence.parse::<usize>().unwrap() + 1;
                assert!(reached > self.checkpoint, "a checkpoint went back");
                assert!((0..reached).all(|number| self.settled.contains_key(&number)));
                self.checkpoint = reached;
            }
            Action::Remember(memory) => self.memory = memory,
            Action::Finished => self.finished = true,
            Action::Stopped => {
                assert!(self.stopping && self.in_flight.is_empty() && self.disposing.is_empty());
                self.start_again();
            }
        }
    }

    /// A new process goes on behind the checkpoint: what was settled further on is forgotten, unless
    /// the machine has said that it is to be remembered.
    fn start_again(&mut self) {
        self.restarts += 1;
        self.machine = Machine::new(self.rules.clone(), self.memory.clone());
        let forgotten: Vec<usize> = self.settled.keys().copied().collect();
        for number in forgotten.into_iter().filter(|number| *number >= self.checkpoint) {
            let lane = lane::of(&self.shard[number].0, self.rules.lanes);
            if !self.memory.has_settled(lane, &number.to_string()) {
                self.settled.remove(&number);
                self.failures.remove(&number);
            }
        }
        (self.read_to, self.reading, self.stopping) = (self.checkpoint, None, false);
    }

    /// One thing at a time in a lane.
    fn check_idle(&self, lane: usize) {
        let mut at_work = self.in_flight.iter().chain(&self.disposing);
        assert!(at_work.all(|(other, _)| *other != lane));
    }

    /// Every earlier record of the same key is settled or comes earlier in the same batch.
    fn check_order(&self, numbers: &[usize]) {
        for (place, number) in numbers.iter().enumerate() {
            assert!(!self.settled.contains_key(number), "{number} is offered after it was settled");
            let key = &self.shard[*number].0;
            for earlier in (0..*number).filter(|earlier| self.shard[*earlier].0 == *key) {
                let before = numbers[..place].contains(&earlier);
                assert!(before || self.settled.contains_key(&earlier), "{number} before {earlier}");
            }
        }
    }

    fn numbers(&self, records: &[Arc<Record>]) -> Vec<usize> {
        records.iter().map(|record| record.sequence.parse().unwrap()).collect()
    }

    fn settle(&mut self, number: usize, how: &'static str) {
        assert_eq!(self.settled.insert(number, how), None, "{number} is settled twice");
    }

    /// Something that may happen happens.
    fn turn(&mut self) {
        match self.dice.below(6) {
            0 if self.shard.len() < self.total => {
                let key = format!("key {}", self.dice.below(6));
                self.shard.push((key, self.now));
                self.happen(Event::Available);
            }
            1 if self.reading.is_some() => self.finish_read(),
            2 if !self.in_flight.is_empty() => self.finish_invoke(),
            3 if self.dice.chance(10) => self.happen(Event::FunctionChanged),
            3 if self.stops > 0 && !self.stopping && self.dice.chance(5) => {
                self.stops -= 1;
                if self.dice.chance(50) {
                    // Killed: nobody hears what the function answers.
                    self.in_flight.clear();
                    self.disposing.clear();
                    self.start_again();
                    self.happen(Event::Available);
                } else {
                    self.stopping = true;
                    self.happen(Event::Stop);
                }
            }
            4 if !self.disposing.is_empty() => self.finish_disposal(),
            3 => {
                self.now += i64::try_from(self.dice.below(300)).unwrap();
                self.happen(Event::Timer);
            }
            _ => {
                if let Some(at) = self.machine.deadline().filter(|_| self.dice.chance(50)) {
                    self.now = self.now.max(at.millis());
                    self.happen(Event::Timer);
                }
            }
        }
    }

    fn finish_read(&mut self) {
        let limit = self.reading.take().unwrap();
        if self.dice.chance(10) {
            return self.happen(Event::ReadFailed);
        }
        let end = self.shard.len().min(self.read_to + limit.min(1 + self.dice.below(20)));
        let records = (self.read_to..end).map(|number| Record {
            sequence: number.to_string().into(),
            partition_key: self.shard[number].0.clone(),
            data: Bytes::from_static(&[0; 20]),
            arrival: Timestamp(self.shard[number].1),
            event_bytes: 40 + number % 7 * 30,
            wanted: true,
        });
        let records = records.collect();
        self.read_to = end;
        let ended = end == self.total;
        self.happen(Event::Read(Page { records, ended, behind: end < self.shard.len() }));
    }

    fn finish_disposal(&mut self) {
        let index = self.dice.below(self.disposing.len());
        let (lane, numbers) = self.disposing.swap_remove(index);
        let done = self.dice.chance(self.health);
        if done {
            for number in numbers {
                self.settle(number, "disposed of");
            }
        }
        self.happen(Event::Disposed { lane, done });
    }

    fn finish_invoke(&mut self) {
        let (lane, numbers) = self.in_flight.swap_remove(self.dice.below(self.in_flight.len()));
        if numbers.is_empty() {
            return self.finish_window(lane);
        }
        let outcome = match self.dice.below(4) {
            _ if self.dice.chance(self.health) => Outcome::Delivered,
            0 => Outcome::Failed,
            1 => Outcome::FailedFrom(self.dice.below(numbers.len())),
            2 if numbers.len() > 1 => Outcome::TooLarge,
            _ => Outcome::NotReached,
        };
        let delivered = match outcome {
            Outcome::Delivered => numbers.len(),
            Outcome::FailedFrom(index) => index,
            Outcome::Failed | Outcome::NotReached | Outcome::TooLarge => 0,
        };
        for number in &numbers[..delivered] {
            self.settle(*number, "delivered");
        }
        if matches!(outcome, Outcome::Failed | Outcome::FailedFrom(_)) {
            self.count_failures(&numbers[delivered..]);
        }
        let state = self.slice.as_ref().map(|slice| self.state_of(slice));
        self.happen(Event::Invoked { lane, outcome, state });
    }
}

impl World {
    /// Records of one window in a batch, a state of all that was delivered of it, and an end when
    /// all of it is settled.
    fn check_window(&mut self, numbers: &[usize], slice: Option<Slice>) {
        assert_eq!(slice.is_some(), self.rules.tumbling_ms.is_some());
        if let Some(slice) = &slice {
            let window = slice.start.millis()..slice.end.millis();
            assert_eq!((window.start % 1000, window.end - window.start), (0, 1000));
            assert!(numbers.iter().all(|number| window.contains(&self.shard[*number].1)));
            assert_eq!(slice.last, numbers.is_empty());
            let state = slice.state.as_deref().filter(|state| *state != "{}").unwrap_or("0");
            assert_eq!(state, &*self.state_of(slice));
            let mut all = (0..self.shard.len()).filter(|it| window.contains(&self.shard[*it].1));
            assert!(!slice.last || all.all(|it| self.settled.contains_key(&it)));
        }
        self.slice = slice;
    }

    /// How many records of a window were delivered.
    fn state_of(&self, slice: &Slice) -> Arc<str> {
        let window = slice.start.millis()..slice.end.millis();
        let delivered = self.settled.iter().filter(|(number, how)| {
            **how == "delivered" && window.contains(&self.shard[**number].1)
        });
        delivered.count().to_string().into()
    }

    fn finish_window(&mut self, lane: usize) {
        let outcome = match self.dice.below(2) {
            _ if self.dice.chance(self.health) => Outcome::Delivered,
            0 => Outcome::Failed,
            _ => Outcome::NotReached,
        };
        if let Some(slice) = self.slice.as_ref().filter(|_| outcome == Outcome::Delivered) {
            *self.ended.entry(slice.start.millis()).or_default() += 1;
        }
        self.happen(Event::Invoked { lane, outcome, state: None });
    }
}

impl World {
    /// Retries end, whoever goes on with them. Who starts again may try once more what was given up
    /// and not disposed of.
    fn count_failures(&mut self, numbers: &[usize]) {
        for number in numbers {
            let failures = self.failures.entry(*number).or_default();
            *failures += 1;
            if let Some(most) = self.rules.most_retries.filter(|_| !self.rules.bisect) {
                assert!(*failures <= most + 1 + self.restarts, "{number} failed {failures} times");
            }
        }
    }
}

fn run(seed: u64) -> World {
    let mut world = World::new(seed);
    world.happen(Event::Available);
    for turn in 0.. {
        if world.finished {
            break;
        }
        assert!(turn < 200_000, "seed {seed} does not come to an end");
        world.turn();
        if world.shard.len() == world.total && world.read_to == world.total {
            world.happen(Event::Available);
        }
    }
    world
}

#[test]
fn every_record_is_delivered_in_order_or_disposed_of_whatever_happens() {
    for seed in 0..400 {
        let world = run(seed);
        assert_eq!(world.settled.len(), world.total, "seed {seed}");
        assert_eq!(world.checkpoint, world.total, "seed {seed}");
        if world.rules.most_retries.is_none() && world.rules.most_age_ms.is_none() {
            assert!(world.settled.values().all(|how| *how == "delivered"), "seed {seed}");
            if world.rules.tumbling_ms.is_some() {
                let windows = world.shard.iter().map(|(_, arrival)| (arrival / 1000 * 1000, 1));
                assert_eq!(world.ended, windows.collect(), "seed {seed}");
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_world() {
    assert_eq!(run(7).settled, run(7).settled);
    assert_eq!(run(7).now, run(7).now);
}

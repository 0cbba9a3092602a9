//! Random queues and functions: whatever happens, the machine keeps its promises.

use super::*;
use platform::{Ids, SeededIds};
use std::collections::BTreeSet;

/// How long a message that was received is out of sight.
const VISIBILITY_MS: i64 = 3000;

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

/// The receive that a batch of a FIFO queue is of.
fn receive(batch: &Batch) -> &str {
    batch[0].handle.split('-').next().unwrap()
}

fn numbers(batch: &Batch) -> Vec<usize> {
    batch.iter().map(|message| message.id.parse().unwrap()).collect()
}

/// How a message stands in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    Visible,
    Until(i64),
    Deleted,
}

/// A queue, a function that fails as it likes, and what has happened.
struct World {
    dice: Dice,
    rules: Rules,
    machine: Machine,
    now: i64,
    queue: Vec<Stand>,
    /// What no filter wants.
    unwanted: BTreeSet<usize>,
    receiving: Option<usize>,
    invoked: Vec<(u64, Batch)>,
    deleting: Vec<(u64, Vec<usize>)>,
    releasing: Vec<(u64, Vec<usize>)>,
    /// What the function has taken.
    taken: BTreeSet<usize>,
    /// How often messages were received.
    receives: usize,
    /// The receives of which the function failed with something.
    broken: BTreeSet<String>,
    stopped: bool,
    health: usize,
}

impl World {
    fn new(seed: u64) -> Self {
        let dice = Dice(SeededIds::new(seed));
        let window_ms = [0, 0, 500, 2000][dice.below(4)];
        let ordered = window_ms == 0 && dice.chance(50);
        let most = if window_ms > 0 { 40 } else { 10 };
        let rules = Rules {
            batch_size: 1 + dice.below(most),
            window_ms,
            payload_bytes: 100 + dice.below(300),
            most_batches: 1 + dice.below(12),
            ordered,
            backoff: Backoff { first_ms: 50, most_ms: 1000 },
        };
        let queue = vec![Stand::Visible; dice.below(150)];
        let unwanted = (0..queue.len()).filter(|_| dice.chance(20)).collect();
        let machine = Machine::new(rules.clone());
        let health = 20 + dice.below(80);
        Self {
            dice,
            rules,
            machine,
            now: 0,
            queue,
            unwanted,
            receiving: None,
            invoked: Vec::new(),
            deleting: Vec::new(),
            releasing: Vec::new(),
            taken: BTreeSet::new(),
            receives: 0,
            broken: BTreeSet::new(),
            stopped: false,
            health,
        }
    }

    fn step(&mut self, event: Event) {
        for action in self.machine.step(Timestamp(self.now), event) {
            self.act(action);
        }
        assert!(self.invoked.len() <= self.rules.most_batches);
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Receive { most } => {
                assert!((1..=10).contains(&most) && self.receiving.is_none() && !self.stopped);
                self.receiving = Some(most);
            }
            Action::Invoke { work, batch } => {
                let bytes: usize = batch.iter().map(|message| message.record.len() + 1).sum();
                assert!(batch.len() <= self.rules.batch_size && !batch.is_empty());
                assert!(bytes <= self.rules.payload_bytes || batch.len() == 1);
                if self.rules.ordered {
                    let receive = receive(&batch);
                    assert!(!self.broken.contains(receive), "something before it has failed");
                    let mut offered = self.invoked.iter().map(|(_, other)| self::receive(other));
                    assert!(!offered.any(|other| other == receive), "not all at once");
                }
                let numbers = numbers(&batch);
                assert!(numbers.is_sorted() || !self.rules.ordered, "in its order");
                for (message, number) in batch.iter().zip(&numbers) {
                    assert!(!self.unwanted.contains(number));
                    assert!(self.is_out_of_sight(*number), "offered while others may have it");
                    let mut offered = self.invoked.iter().flat_map(|(_, other)| other);
                    assert!(!offered.any(|other| other.handle == message.handle), "twice at once");
                }
                self.invoked.push((work, batch));
            }
            Action::Delete { work, messages } => {
                let messages = numbers(&messages);
                for number in &messages {
                    let may = self.taken.contains(number) || self.unwanted.contains(number);
                    assert!(may, "{number} was neither delivered nor unwanted");
                }
                self.deleting.push((work, messages));
            }
            Action::Release { work, messages } => self.releasing.push((work, numbers(&messages))),
            Action::Stopped => {
                assert!(self.receiving.is_none() && self.invoked.is_empty());
                assert!(self.deleting.is_empty() && self.releasing.is_empty());
                self.stopped = true;
            }
        }
    }

    /// What is deleted was received twice, since the function took too long.
    fn is_out_of_sight(&self, number: usize) -> bool {
        match self.queue[number] {
            Stand::Visible => false,
            Stand::Until(until) => until > self.now,
            Stand::Deleted => self.taken.contains(&number),
        }
    }

    /// One thing of those that may happen next.
    fn happen(&mut self) {
        match self.dice.below(6) {
            0 => self.pass_time(),
            1 if self.receiving.is_some() => self.receive(),
            2 if !self.invoked.is_empty() => self.answer(),
            3 if !self.deleting.is_empty() => self.delete(),
            4 if !self.releasing.is_empty() => self.release(),
            5 if self.dice.chance(5) => self.step(Event::FunctionChanged),
            _ => {}
        }
    }

    fn pass_time(&mut self) {
        let most = if self.dice.chance(10) { 5000 } else { 200 };
        let at = self.now + i64::try_from(self.dice.below(most)).unwrap();
        let due = self.machine.deadline().map(Timestamp::millis).filter(|due| *due <= at);
        self.now = due.unwrap_or(at).max(self.now);
        self.step(Event::Timer);
    }

    fn receive(&mut self) {
        let most = self.receiving.take().unwrap();
        if self.dice.chance(10) {
            return self.step(Event::ReceiveFailed);
        }
        let now = self.now;
        let is_visible = |stand: &Stand| match stand {
            Stand::Visible => true,
            Stand::Until(until) => *until <= now,
            Stand::Deleted => false,
        };
        let there = (0..self.queue.len()).filter(|number| self.queue[*number] != Stand::Deleted);
        let visible = |number: &usize| is_visible(&self.queue[*number]);
        // Of a FIFO queue, whose messages are all of one group here, what stands in front of the
        // first one that is in flight.
        let given: Vec<_> = if self.rules.ordered {
            there.take_while(visible).take(most).collect()
        } else {
            there.filter(visible).take(most).collect()
        };
        let until = now + VISIBILITY_MS;
        given.iter().for_each(|number| self.queue[*number] = Stand::Until(until));
        self.receives += 1;
        let receive = self.receives;
        let message = |number: &usize| Message {
            id: number.to_string(),
            handle: format!("{receive}-{number}"),
            record: vec![0; 1 + number % 90],
            wanted: !self.unwanted.contains(number),
            until: Timestamp(until),
        };
        let messages = given.iter().map(message).collect();
        self.step(Event::Received(messages));
    }

    fn answer(&mut self) {
        let (work, batch) = self.invoked.swap_remove(self.dice.below(self.invoked.len()));
        let of = receive(&batch).to_owned();
        let batch = numbers(&batch);
        let outcome = match self.dice.below(100) {
            luck if luck < self.health => Outcome::Delivered,
            luck if luck % 3 == 0 => Outcome::NotReached,
            luck if luck % 3 == 1 => Outcome::Failed,
            _ => {
                let failed = (0..batch.len()).filter(|_| self.dice.chance(50));
                Outcome::FailedWith(failed.collect())
            }
        };
        match &outcome {
            Outcome::Delivered => self.taken.extend(&batch),
            Outcome::FailedWith(places) => {
                let all = batch.iter().enumerate();
                let taken = all.filter(|(place, _)| !places.contains(place));
                self.taken.extend(taken.map(|(_, number)| number));
            }
            _ => {}
        }
        if !matches!(outcome, Outcome::Delivered | Outcome::NotReached) {
            self.broken.insert(of);
        }
        self.step(Event::Offered { work, outcome });
    }

    fn delete(&mut self) {
        let (work, batch) = self.deleting.swap_remove(self.dice.below(self.deleting.len()));
        let done = self.dice.chance(95);
        if done {
            batch.iter().for_each(|number| self.queue[*number] = Stand::Deleted);
        }
        self.step(Event::Done { work, done });
    }

    fn release(&mut self) {
        let (work, batch) = self.releasing.swap_remove(0);
        for number in batch {
            if self.queue[number] != Stand::Deleted {
                self.queue[number] = Stand::Visible;
            }
        }
        self.step(Event::Done { work, done: true });
    }

    fn run(mut self) {
        self.step(Event::Timer);
        for _ in 0..self.dice.below(1500) {
            self.happen();
        }
        self.step(Event::Stop);
        for _ in 0..10_000 {
            self.happen();
        }
        assert!(self.stopped, "a machine that is stopped ends");
        // Under good conditions the next one comes to the end.
        (self.machine, self.health, self.stopped) = (Machine::new(self.rules.clone()), 95, false);
        self.step(Event::Timer);
        for _ in 0..200_000 {
            if self.queue.iter().all(|stand| *stand == Stand::Deleted) {
                return;
            }
            self.happen();
        }
        panic!("messages are left: {:?}", self.queue);
    }
}

#[test]
fn promises_are_kept_whatever_happens() {
    for seed in 0..300 {
        World::new(seed).run();
    }
}

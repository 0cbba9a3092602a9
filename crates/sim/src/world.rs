//! A world: processes over shared engines, clients, and what goes wrong between them.

use crate::clients::{self, Client, Servers, audit};
use crate::island::Island;
use crate::plan::Plan;
use crate::process::{Became, Doors, Ground, Process};
use crate::time::{Time, Violation, WORLD, lock};
use crate::witness::Witness;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use store::Store;
use store::memory::MemoryNotices;

/// After how many seconds of its time a world has to have come to its end.
const MOST_SECONDS: u64 = 1800;

/// What came of a world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The first rule that did not hold.
    pub violation: Option<Violation>,
    /// All that happened, a line each.
    pub trace: String,
    /// How many records were acknowledged.
    pub records: usize,
    /// How many messages were acknowledged.
    pub messages: usize,
    /// How many times a process was killed.
    pub kills: usize,
    /// How long it was, in milliseconds of its own time.
    pub elapsed_ms: u64,
}

/// Something that happens to processes.
#[derive(Clone, Copy, Debug)]
enum Blow {
    /// The next thing goes wrong.
    Trouble,
    Start(usize),
    Resume(usize),
}

/// How far a world has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Preparing,
    Working,
    Settling,
    /// One process is left, where there are topics.
    Remaining,
    Clearing,
    Restarted,
}

struct World {
    plan: Plan,
    time: Time,
    witness: Arc<Witness>,
    store: Store,
    notices: MemoryNotices,
    processes: Vec<Process>,
    doors: Doors,
    outside: Island,
    client: Client,
    blows: Arc<Mutex<Vec<Blow>>>,
    stage: Stage,
    /// Whether what the stage waits for is done.
    done: Arc<Mutex<bool>>,
    kills: usize,
}

/// Lets a world come into being from its seed, go through its troubles, and be judged.
///
/// # Errors
/// The operating system's.
pub fn run(seed: u64, plan: &Plan) -> std::io::Result<Outcome> {
    World::new(seed, plan)?.run()
}

impl World {
    fn new(seed: u64, plan: &Plan) -> std::io::Result<Self> {
        let (time, witness) = (Time::new(seed), Arc::new(Witness::default()));
        let processes: Vec<_> = (0..plan.processes()).map(Process::new).collect();
        let doors: Doors = Arc::new(Mutex::new(vec![None; processes.len()]));
        let client = Client {
            name: "world".to_owned(),
            time: time.clone(),
            witness: witness.clone(),
            doors: doors.clone(),
            until_us: plan.seconds * 1_000_000,
            servers: 1,
            at_work: Arc::new(AtomicUsize::new(0)),
        };
        Ok(Self {
            plan: plan.clone(),
            time,
            witness,
            store: store::memory::store(),
            notices: MemoryNotices::default(),
            processes,
            doors,
            outside: Island::new()?,
            client,
            blows: Arc::default(),
            stage: Stage::Preparing,
            done: Arc::default(),
            kills: 0,
        })
    }

    fn run(mut self) -> std::io::Result<Outcome> {
        for index in 0..self.processes.len() {
            self.start(index)?;
        }
        self.enter(Stage::Preparing);
        while self.time.violation().is_none() {
            self.step()?;
            if self.has_ended()? {
                break;
            }
            if !self.time.advance() {
                self.time.violate("settles", format!("nothing is due in {:?}", self.stage));
            }
            if self.time.now_us() > MOST_SECONDS * 1_000_000 {
                self.time.violate("settles", format!("{:?} does not end", self.stage));
            }
        }
        Ok(self.outcome())
    }

    /// Lets everybody act on what has just happened.
    fn step(&mut self) -> std::io::Result<()> {
        let mut order: Vec<usize> = (0..=self.processes.len()).collect();
        self.time.draw(|chance| chance.shuffle(&mut order));
        for index in order {
            let Some(process) = self.processes.get_mut(index) else {
                self.outside.run();
                continue;
            };
            match process.run(&self.time) {
                Became::Same => {}
                Became::Up => lock(&self.doors)[index] = process.door(),
                Became::Unfit => self.kill(index),
            }
        }
        for owner in self.time.take_doomed() {
            let index = self.processes.iter().position(|it| it.owner() == Some(owner));
            index.into_iter().for_each(|index| self.kill(index));
        }
        let blows = std::mem::take(&mut *lock(&self.blows));
        blows.into_iter().try_for_each(|blow| self.strike(blow))
    }

    fn strike(&mut self, blow: Blow) -> std::io::Result<()> {
        match blow {
            Blow::Start(index) if index > 0 && self.stage == Stage::Remaining => Ok(()),
            Blow::Start(index) if !self.processes[index].is_alive() => self.start(index),
            Blow::Start(_) => Ok(()),
            Blow::Resume(index) => {
                self.resume(index);
                Ok(())
            }
            Blow::Trouble => {
                self.trouble();
                Ok(())
            }
        }
    }

    fn start(&mut self, index: usize) -> std::io::Result<()> {
        let ground = Ground {
            time: &self.time,
            witness: &self.witness,
            plan: &self.plan,
            store: &self.store,
            notices: &self.notices,
        };
        self.processes[index].start(&ground)
    }

    fn resume(&mut self, index: usize) {
        if self.processes[index].paused {
            self.processes[index].paused = false;
            self.time.note(format_args!("p{index} goes on"));
        }
    }

    /// Kills a process, which is started again after a while.
    fn kill(&mut self, index: usize) {
        self.kills += 1;
        lock(&self.doors)[index] = None;
        self.processes[index].kill(&self.time, self.plan.is_shared());
        let us = self.time.draw(|chance| chance.between(10_000, 1_500_000));
        self.later(us, Blow::Start(index));
    }

    fn later(&self, us: u64, blow: Blow) {
        let blows = self.blows.clone();
        self.time.after(us, WORLD, false, move || lock(&blows).push(blow));
    }

    /// Kills or pauses somebody, and plans the next trouble.
    fn trouble(&mut self) {
        if !self.time.troubled() {
            return;
        }
        let (index, kills, us, next_us) = self.time.draw(|chance| {
            let index = chance.index(self.processes.len());
            let pause_us = match chance.below(5) {
                0 => chance.between(5_000_000, 40_000_000),
                _ => chance.between(10_000, 2_000_000),
            };
            (index, chance.one_in(2), pause_us, chance.between(100_000, 6_000_000))
        });
        self.later(next_us, Blow::Trouble);
        let process = &mut self.processes[index];
        if !process.is_up() || process.paused {
            return;
        }
        if kills {
            self.kill(index);
        } else {
            process.paused = true;
            self.time.note(format_args!("p{index} stands still"));
            self.later(us, Blow::Resume(index));
        }
    }

    /// Whether the world has come to its end; goes on to the next stage when that is due.
    fn has_ended(&mut self) -> std::io::Result<bool> {
        let is_done = match self.stage {
            Stage::Working => self.client.at_work.load(Ordering::Relaxed) == 0,
            _ => *lock(&self.done),
        };
        if !is_done {
            return Ok(false);
        }
        let next = match self.stage {
            Stage::Preparing => Stage::Working,
            Stage::Working => Stage::Settling,
            Stage::Settling => Stage::Remaining,
            Stage::Remaining => Stage::Clearing,
            Stage::Clearing => Stage::Restarted,
            Stage::Restarted => return Ok(true),
        };
        self.enter(next);
        self.step()?;
        Ok(false)
    }

    fn enter(&mut self, stage: Stage) {
        self.time.note(format_args!("world {stage:?}"));
        self.stage = stage;
        *lock(&self.done) = false;
        let (client, done) = (self.client.clone(), self.done.clone());
        let servers = self.servers();
        match stage {
            Stage::Preparing => self.spawn(clients::begin(client, servers)),
            Stage::Working => self.later(1_000, Blow::Trouble),
            Stage::Settling => {
                self.time.set_troubled(false);
                (0..self.processes.len()).for_each(|index| self.resume(index));
                self.spawn(async move { audit::settled(&client, servers).await });
            }
            Stage::Remaining => {
                // Where there are no topics nobody has to leave.
                let all = if servers.sns == 0 { 0 } else { self.processes.len() };
                (1..all).for_each(|index| self.kill(index));
                self.spawn(async move { audit::remaining(&client, servers).await });
            }
            Stage::Clearing => {
                (1..self.processes.len()).for_each(|index| self.later(1_000, Blow::Start(index)));
                self.spawn(async move { audit::clear(&client, servers).await });
            }
            Stage::Restarted => {
                // What a crash left over is removed at the next start.
                for index in 0..self.processes.len() {
                    self.kill(index);
                }
                let store = self.store.clone();
                self.outside.handle().spawn(async move {
                    audit::nothing_left(&client, &store).await;
                    *lock(&done) = true;
                });
            }
        }
    }

    /// Lets a stage's work be done outside.
    fn spawn(&self, work: impl Future<Output = platform::Result<()>> + Send + 'static) {
        let (time, done) = (self.time.clone(), self.done.clone());
        self.outside.handle().spawn(async move {
            if let Err(error) = work.await {
                time.violate("refusals", format!("{error}"));
            }
            *lock(&done) = true;
        });
    }

    fn servers(&self) -> Servers {
        let Plan { kinesis, s3, pipelines, sqs, sns, dynamodb, cloudwatch, .. } = self.plan;
        let all = self.plan.processes();
        Servers { kinesis, s3, pipelines, sqs, sns, dynamodb, cloudwatch, all }
    }

    fn outcome(mut self) -> Outcome {
        let (violation, elapsed_ms) = (self.time.violation(), self.time.now_us() / 1000);
        let trace = self.time.take_trace();
        for process in &mut self.processes {
            process.kill(&self.time, false);
        }
        let records = lock(&self.witness.records).count() + lock(&self.witness.changes).count();
        let messages = lock(&self.witness.queues).count() + lock(&self.witness.topics).count();
        let kills = self.kills;
        let time = self.time.clone();
        drop(self);
        time.forget();
        Outcome { violation, trace, records, messages, kills, elapsed_ms }
    }
}

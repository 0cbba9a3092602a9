//! One process of a world: its lives, and what it serves.

use crate::engine::Line;
use crate::function::Function;
use crate::island::Island;
use crate::plan::{Mutation, Plan};
use crate::time::{Owner, Time, WorldClock, lock};
use crate::witness::Witness;
use cloudwatch::CloudWatch;
use dynamodb::Dynamodb;
use kinesis::Kinesis;
use pipelines::Pipelines;
use platform::{Company, Platform, SeededIds, Served, Service as _};
use s3::S3;
use shapes::lambda::ops::{GetFunctionConfiguration, Invoke};
use shapes::sts::ops::AssumeRole;
use sns::Sns;
use sqs::Sqs;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::Store;
use store::confirming::Confirming;
use store::memory::MemoryNotices;
use tokio::runtime::Handle;

/// What all lives of a process have in common.
pub(crate) struct Process {
    pub index: usize,
    pub name: String,
    pub paused: bool,
    life: Option<Life>,
}

/// A process from its start to its end.
struct Life {
    // Goes first: what it still runs may use the rest.
    island: Island,
    line: Arc<Line>,
    platform: Arc<Platform>,
    boot: Arc<Mutex<Option<platform::Result<()>>>>,
    kinesis: Scaled,
    up: bool,
}

/// The service whose streams are scaled, once it is there.
type Scaled = Arc<Mutex<Option<Arc<Kinesis>>>>;

/// The world's things that a life is made with.
pub(crate) struct Ground<'a> {
    pub time: &'a Time,
    pub witness: &'a Arc<Witness>,
    pub plan: &'a Plan,
    pub store: &'a Store,
    pub notices: &'a MemoryNotices,
}

impl Ground<'_> {
    /// The engines that all processes share, as one more gets them.
    fn engines(&self) -> Store {
        let hears = self.plan.is_shared() && self.plan.mutation != Some(Mutation::StayAlone);
        Store { notices: hears.then(|| self.notices.join()), ..self.store.clone() }
    }
}

/// Where clients reach a process.
#[derive(Clone)]
pub(crate) struct Door {
    pub owner: Owner,
    pub handle: Handle,
    pub platform: Arc<Platform>,
    pub kinesis: Option<Arc<Kinesis>>,
}

/// The doors of all processes; `None` where nobody listens.
pub(crate) type Doors = Arc<Mutex<Vec<Option<Door>>>>;

/// What became of a process while it ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Became {
    /// Nothing new.
    Same,
    /// It serves.
    Up,
    /// It could not start, or its engine takes no more writes.
    Unfit,
}

impl Process {
    pub fn new(index: usize) -> Self {
        Self { index, name: format!("p{index}"), paused: false, life: None }
    }

    pub fn is_alive(&self) -> bool {
        self.life.is_some()
    }

    pub fn is_up(&self) -> bool {
        self.life.as_ref().is_some_and(|life| life.up)
    }

    pub fn owner(&self) -> Option<Owner> {
        self.life.as_ref().map(|life| life.line.owner)
    }

    /// Begins a life.
    ///
    /// # Errors
    /// The operating system's.
    pub fn start(&mut self, ground: &Ground<'_>) -> std::io::Result<()> {
        let Ground { time, witness, plan, .. } = ground;
        let owner = time.number();
        let line = Line::new(time, owner, self.name.clone(), witness, plan, ground.engines());
        let (seed, skew_ms) = time.draw(|chance| (chance.next(), chance.below(40) as i64 - 20));
        let skew_ms = if plan.is_shared() { skew_ms } else { 0 };
        let clock = WorldClock { time: (*time).clone(), owner, skew_ms };
        let ids = Arc::new(SeededIds::new(seed));
        let mut engines = line.engines();
        if plan.confirming {
            engines.log = Arc::new(Confirming::new(engines.log, engines.tables.clone()));
        }
        let company = if plan.is_shared() { Company::Shared } else { Company::Alone };
        let platform = Platform::in_company(engines, Arc::new(clock), ids, company);
        let island = Island::new()?;
        let boot = Arc::new(Mutex::new(None));
        let (booted, ground) = (boot.clone(), platform.clone());
        let function = Function::new(&line);
        let (index, served) = (self.index, (*plan).clone());
        let kinesis = Scaled::default();
        let scaled = kinesis.clone();
        island.handle().spawn(async move {
            let result = build(&ground, (index, &served), function, &scaled).await;
            *lock(&booted) = Some(result);
        });
        time.note(format_args!("{} starts", self.name));
        self.paused = false;
        self.life = Some(Life { island, line, platform, boot, kinesis, up: false });
        Ok(())
    }

    /// Lets it run until all it does waits for something.
    pub fn run(&mut self, time: &Time) -> Became {
        let Some(life) = self.life.as_mut().filter(|_| !self.paused) else { return Became::Same };
        life.island.run();
        life.line.stood_still();
        match lock(&life.boot).take() {
            Some(Ok(())) => {
                time.note(format_args!("{} is up", self.name));
                life.up = true;
                Became::Up
            }
            Some(Err(error)) => {
                time.note(format_args!("{} does not start: {error}", self.name));
                Became::Unfit
            }
            None if life.line.is_read_only() => Became::Unfit,
            None => Became::Same,
        }
    }

    pub fn door(&self) -> Option<Door> {
        let life = self.life.as_ref().filter(|life| life.up)?;
        Some(Door {
            owner: life.line.owner,
            handle: life.island.handle().clone(),
            platform: life.platform.clone(),
            kinesis: lock(&life.kinesis).clone(),
        })
    }

    /// Ends its life at once. What it had in flight happens or does not, and with several
    /// processes, whose engines are elsewhere, may happen later.
    pub fn kill(&mut self, time: &Time, late_writes: bool) {
        let Some(life) = self.life.take() else { return };
        time.note(format_args!("{} dies", self.name));
        if !late_writes {
            time.decide_writes(life.line.owner);
        }
        time.bury(life.line.owner);
        life.line.cut();
    }
}

/// The services of one process.
async fn build(
    platform: &Arc<Platform>,
    (index, plan): (usize, &Plan),
    function: Arc<Function>,
    scaled: &Scaled,
) -> platform::Result<()> {
    let mut served: Vec<Served> = platform::operations![function =>
        AssumeRole,
        GetFunctionConfiguration,
        Invoke,
    ];
    if index < plan.kinesis {
        let kinesis = Kinesis::new(platform.clone(), config_of_streams()).await?;
        served.extend(platform::served(&kinesis));
        *lock(scaled) = Some(kinesis);
    }
    if index < plan.s3 {
        served.extend(platform::served(&S3::new(platform.clone()).await));
    }
    let queues = (index < plan.sqs).then(|| Sqs::new(platform.clone()));
    if let Some(queues) = &queues {
        served.extend(platform::served(queues));
    }
    let topics = (index < plan.sns).then(|| Sns::new(platform.clone(), sns::Config::default()));
    if let Some(topics) = &topics {
        served.extend(platform::served(topics));
    }
    let tables =
        (index < plan.dynamodb).then(|| Dynamodb::new(platform.clone(), config_of_tables()));
    if let Some(tables) = &tables {
        served.extend(platform::served(tables));
    }
    let metrics = (index < plan.cloudwatch).then(|| CloudWatch::new(platform.clone()));
    if let Some(metrics) = &metrics {
        served.extend(platform::served(metrics));
    }
    let moves = (index < plan.pipelines).then(|| Pipelines::new(platform.clone()));
    if let Some(pipelines) = &moves {
        served.extend(platform::served(pipelines));
    }
    platform.serve(served);
    platform.deadlines.start();
    let kinesis = lock(scaled).clone();
    if let Some(kinesis) = kinesis {
        kinesis.start().await?;
    }
    if let Some(queues) = queues {
        queues.start().await?;
    }
    if let Some(topics) = topics {
        topics.start().await?;
    }
    if let Some(tables) = tables {
        tables.start().await?;
    }
    if let Some(metrics) = metrics {
        metrics.start().await?;
    }
    match moves {
        Some(pipelines) => Pipelines::start(&pipelines).await,
        None => Ok(()),
    }
}

/// The shards of tables' streams do not last.
fn config_of_tables() -> dynamodb::Config {
    dynamodb::Config { shard_life: Duration::from_secs(4), ..dynamodb::Config::default() }
}

/// Channels deliver often, and their objects are small.
fn config_of_streams() -> kinesis::Config {
    kinesis::Config {
        channel_freshness: Some(Duration::from_secs(1)),
        channel_object_bytes: 400,
        ..kinesis::Config::default()
    }
}

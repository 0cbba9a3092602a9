//! A process for the pollers' own tests: the real Kinesis on memory engines, a made-up function, and
//! a clock that stands still.

use crate::Pipelines;
use crate::destinations::Destinations;
use crate::disposal::Disposal;
use crate::fakes::{FakeLambda, Letters, Reads, Reports};
use crate::pipelines::Ground;
use crate::records::checkpoint::{self, CHECKPOINTS, Position};
use crate::records::mapping::{self, MAPPINGS};
use kinesis::Kinesis;
use platform::testing::{START, context, soon};
use platform::{
    Company, Context, Error, Handler, Limits, ManualClock, Platform, SeededIds, Service, Topic,
};
use shapes::Operation;
use shapes::kinesis::ops::{
    CreateStream, DeleteStream, DescribeStreamSummary, GetRecords, ListShards, MergeShards,
    PutRecord, SplitShard,
};
use shapes::kinesis::{
    CreateStreamInput, DeleteStreamInput, DescribeStreamSummaryInput, ListShardsInput,
    MergeShardsInput, PutRecordInput, Shard, SplitShardInput, errors,
};
use shapes::lambda::ops::{GetFunctionConfiguration, Invoke};
use shapes::s3::ops::PutObject;
use shapes::sns::ops::Publish;
use shapes::sqs::ops::SendMessage;
use shapes::sts::ops::AssumeRole;
use sqs::Sqs;
use std::sync::Arc;
use std::time::Duration;
use store::faulty::Faults;
use store::memory::MemoryNotices;
use store::{Notices, Silence, Store};

/// The one stream.
pub(crate) const STREAM: &str = "arn:aws:kinesis:us-east-1:000000000000:stream/s";
/// The function.
const FUNCTION: &str = "arn:aws:lambda:us-east-1:000000000000:function:f";
/// How long a stream stays in `CREATING` where a test wants to see it so.
pub(crate) const TRANSITION: Duration = Duration::from_millis(100);

/// One process, and what it stands on.
pub(crate) struct World {
    pub platform: Arc<Platform>,
    pub clock: Arc<ManualClock>,
    /// Of the engines, as this process sees them.
    pub faults: Faults,
    pub kinesis: Arc<Kinesis>,
    pub reads: Arc<Reads>,
    pub lambda: Arc<FakeLambda>,
    pub reports: Arc<Reports>,
    pub letters: Arc<Letters>,
    pub sqs: Arc<Sqs>,
    pub pipelines: Arc<Pipelines>,
    engines: Engines,
    kind: Kind,
}

/// The engines without their faults, and what processes that share them tell each other.
#[derive(Clone)]
struct Engines {
    store: Store,
    notices: MemoryNotices,
}

impl Engines {
    fn new() -> Self {
        Self { store: store::memory::store(), notices: MemoryNotices::default() }
    }

    /// As a process gets them.
    fn of(&self, kind: Kind) -> Store {
        let notices: Option<Arc<dyn Notices>> = match (kind.company, kind.hears) {
            (Company::Alone, _) => None,
            (Company::Shared, true) => Some(self.notices.join()),
            (Company::Shared, false) => Some(Arc::new(Silence)),
        };
        Store { notices, ..self.store.clone() }
    }
}

/// What a process is told when it begins.
#[derive(Clone, Copy)]
struct Kind {
    transition: Duration,
    company: Company,
    /// Whether it hears of the others, or has to look.
    hears: bool,
    /// Makes its chance its own.
    seed: u64,
}

pub(crate) fn shard_id(n: usize) -> String {
    format!("shardId-{n:012}")
}

impl World {
    /// A process with a stream of this many shards and a function.
    pub async fn new(shards: i32) -> Self {
        let world = Self::without_stream(Duration::ZERO).await;
        world.create_stream(shards).await;
        world
    }

    /// A process whose streams take this long to change their state.
    pub async fn without_stream(transition: Duration) -> Self {
        let kind = Kind { transition, company: Company::Shared, hears: true, seed: 0 };
        Self::first(kind).await
    }

    /// A process that is alone on its engines.
    pub async fn alone(shards: i32) -> Self {
        let company = Company::Alone;
        let kind = Kind { transition: Duration::ZERO, company, hears: false, seed: 0 };
        let world = Self::first(kind).await;
        world.create_stream(shards).await;
        world
    }

    /// A process that hears nothing of the others that there may be.
    pub async fn deaf(shards: i32) -> Self {
        let company = Company::Shared;
        let kind = Kind { transition: Duration::ZERO, company, hears: false, seed: 0 };
        let world = Self::first(kind).await;
        world.create_stream(shards).await;
        world
    }

    async fn first(kind: Kind) -> Self {
        let clock = Arc::new(ManualClock::at(START));
        Self::begin(Engines::new(), clock, FakeLambda::new(), kind).await
    }

    async fn begin(
        engines: Engines,
        clock: Arc<ManualClock>,
        lambda: Arc<FakeLambda>,
        kind: Kind,
    ) -> Self {
        let faults = Faults::default();
        let ids = Arc::new(SeededIds::new(kind.seed));
        let faulty = faults.wrap(engines.of(kind));
        let platform = Platform::in_company(faulty, clock.clone(), ids, kind.company);
        let config = kinesis::Config { transition: kind.transition, ..kinesis::Config::default() };
        let kinesis = Kinesis::new(platform.clone(), config).await.unwrap();
        let reads = Arc::new(Reads { kinesis: kinesis.clone(), errors: Default::default() });
        let reports = Arc::new(Reports {
            onward: Destinations(platform.clone()),
            failing: Default::default(),
            attempts: Default::default(),
        });
        let sqs = Sqs::new(platform.clone());
        let (there, kept, sent) = Default::default();
        let letters = Arc::new(Letters { sqs: sqs.clone(), there, kept, sent });
        let disposal: Arc<dyn Disposal> = reports.clone();
        let pipelines =
            Pipelines::on(Ground { platform: platform.clone(), disposal, limits: Limits::None });
        let mut served = Service::operations(kinesis.clone());
        served.extend(platform::operations![reads => GetRecords]);
        served.extend(platform::operations![lambda => GetFunctionConfiguration, Invoke]);
        served
            .extend(platform::operations![letters => AssumeRole, PutObject, Publish, SendMessage]);
        served.extend(Service::operations(pipelines.clone()));
        let queues = platform::served(&sqs).into_iter();
        served.extend(queues.filter(|it| it.schema.name != SendMessage::SCHEMA.name));
        assert!(platform.serve(served));
        Pipelines::start(&pipelines).await.unwrap();
        Self {
            platform,
            clock,
            faults,
            kinesis,
            reads,
            lambda,
            reports,
            letters,
            sqs,
            pipelines,
            engines,
            kind,
        }
    }

    /// Another process on the same engines, with a function and a clock of its own: when this
    /// one's clock stands still and the other's does not, this one is paused.
    pub async fn beside(&self) -> Self {
        let clock = Arc::new(ManualClock::at(self.platform.clock.now()));
        let kind = Kind { seed: self.kind.seed + 1, ..self.kind };
        Self::begin(self.engines.clone(), clock, FakeLambda::new(), kind).await
    }

    /// The checkpoint of a shard, as it is kept.
    pub async fn checkpoint(&self, uuid: &str, shard: usize) -> Position {
        let key = mapping::key("000000000000", "us-east-1", uuid);
        let mapping = MAPPINGS.get(&*self.engines.store.tables, &key).await.unwrap().unwrap();
        let key = checkpoint::key(&mapping, &shard_id(shard));
        CHECKPOINTS.get(&*self.engines.store.tables, &key).await.unwrap().unwrap().position
    }

    /// The process after this one, on the same engines and with the same function.
    pub async fn restart(self) -> Self {
        self.pipelines.stop().await;
        Service::close(&*self.sqs).await;
        let Self { engines, clock, lambda, kind, .. } = self;
        Self::begin(engines, clock, lambda, Kind { seed: kind.seed + 1, ..kind }).await
    }

    pub fn context(&self) -> Context {
        context(&self.platform)
    }

    /// Asks Kinesis, as a client does.
    async fn ask<O: Operation>(&self, input: O::Input) -> O::Output
    where
        Kinesis: Handler<O>,
    {
        self.context().run::<O, _>(&*self.kinesis, input).await.unwrap()
    }

    pub async fn create_stream(&self, shards: i32) {
        let input = CreateStreamInput {
            stream_name: "s".to_owned(),
            shard_count: Some(shards),
            ..Default::default()
        };
        self.ask::<CreateStream>(input).await;
    }

    pub async fn until_stream_is_active(&self) {
        let mut wakeup = self.platform.wakeups.subscribe(Topic::Stream(STREAM.into()));
        let stream_arn = Some(STREAM.to_owned());
        let input = DescribeStreamSummaryInput { stream_arn, ..Default::default() };
        let summary = async || self.ask::<DescribeStreamSummary>(input.clone()).await;
        while summary().await.stream_description_summary.stream_status != "ACTIVE" {
            soon(wakeup.woken()).await;
        }
    }

    /// Lets the function be another one, as an update of it does.
    pub fn change_function(&self) {
        self.platform.wakeups.notify(&Topic::Function(FUNCTION.into()));
    }

    pub async fn delete_stream(&self) {
        let stream_arn = Some(STREAM.to_owned());
        self.ask::<DeleteStream>(DeleteStreamInput { stream_arn, ..Default::default() }).await;
    }

    /// Puts a record into a shard and gives its sequence number.
    pub async fn put(&self, shard: usize, key: &str, data: &str) -> String {
        let shards = self.shards().await;
        let input = PutRecordInput {
            stream_arn: Some(STREAM.to_owned()),
            data: data.as_bytes().to_vec().into(),
            partition_key: Some(key.to_owned()),
            explicit_hash_key: Some(shards[shard].hash_key_range.starting_hash_key.clone()),
            ..Default::default()
        };
        let put = self.ask::<PutRecord>(input).await;
        assert_eq!(put.shard_id, shard_id(shard));
        put.sequence_number
    }

    async fn shards(&self) -> Vec<Shard> {
        let stream_arn = Some(STREAM.to_owned());
        let input = ListShardsInput { stream_arn, ..Default::default() };
        self.ask::<ListShards>(input).await.shards.unwrap()
    }

    /// Restarts on a stream whose shard was split, with its children as the last shards.
    pub async fn restart_with_split(self, shard: u32) -> Self {
        self.pipelines.stop().await;
        self.split(shard).await;
        self.restart().await
    }

    /// Splits a shard in the middle; its children are the last shards.
    pub async fn split(&self, shard: u32) {
        let range = self.shards().await.swap_remove(shard as usize).hash_key_range;
        let [start, end] = [range.starting_hash_key, range.ending_hash_key]
            .map(|key| key.parse::<u128>().unwrap());
        let input = SplitShardInput {
            stream_arn: Some(STREAM.to_owned()),
            shard_to_split: shard_id(shard as usize),
            new_starting_hash_key: (start + (end - start) / 2).to_string(),
            ..Default::default()
        };
        self.ask::<SplitShard>(input).await;
    }

    /// Merges two shards; their child is the last shard.
    pub async fn merge(&self, shard: usize, adjacent: usize) {
        let input = MergeShardsInput {
            stream_arn: Some(STREAM.to_owned()),
            shard_to_merge: shard_id(shard),
            adjacent_shard_to_merge: shard_id(adjacent),
            ..Default::default()
        };
        self.ask::<MergeShards>(input).await;
    }

    /// Lets the next reads be throttled.
    pub fn throttle_reads(&self, count: usize) {
        let error = Error::new(&errors::PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION, "slow");
        self.reads.errors.lock().unwrap().extend(std::iter::repeat_n(error, count));
    }

    /// Lets the iterator of the next read be one that has expired.
    pub fn expire_iterator(&self) {
        let error = Error::new(&errors::EXPIRED_ITERATOR_EXCEPTION, "Iterator expired.");
        self.reads.errors.lock().unwrap().push_back(error);
    }
}

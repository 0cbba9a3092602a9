//! A service on memory engines and a clock that stands still, for the tests of this room.

use crate::attached::Attached;
use crate::plan::Step;
use crate::scaling::Scaling;
use crate::settings::Settings;
use crate::stream_record::{Mode, Status, StreamRecord};
use crate::{Config, Kinesis};
use bytes::Bytes;
use platform::testing::soon;
use platform::{Context, Fault, FaultKind, Handler, ManualClock, Platform, Result, Topic, Wakeup};
use shapes::Operation;
use shapes::kinesis::{
    AddTagsToStreamInput, Consumer, CreateStreamInput, DeleteStreamInput,
    DeregisterStreamConsumerInput, DescribeStreamConsumerInput, DescribeStreamSummaryInput,
    GetRecordsInput, GetRecordsOutput, GetShardIteratorInput, ListShardsInput,
    ListTagsForStreamInput, MinimumThroughputBillingCommitmentInput, PutRecordInput,
    PutRecordOutput, Record, RegisterStreamConsumerInput, Shard, StreamDescriptionSummary,
    StreamModeDetails, UpdateAccountSettingsInput, UpdateShardCountInput, UpdateShardCountOutput,
    UpdateStreamModeInput, ops,
};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use store::faulty::Faults;

/// A service and what it stands on.
pub(crate) struct World {
    pub platform: Arc<Platform>,
    pub clock: Arc<ManualClock>,
    pub kinesis: Arc<Kinesis>,
}

impl World {
    /// A world in which streams change their state at once.
    pub async fn new() -> Self {
        Self::with(Config { transition: Duration::ZERO, ..Config::default() }).await
    }

    pub async fn with(config: Config) -> Self {
        let (platform, clock) = platform::testing::platform();
        let kinesis = Kinesis::new(platform.clone(), config).await.unwrap();
        Self { platform, clock, kinesis }
    }

    /// A world whose store fails when `faults` say so.
    pub async fn with_faults(faults: &Faults, config: Config) -> Self {
        let (platform, clock) = platform::testing::platform();
        let store = faults.wrap(platform.store.clone());
        let platform = Platform::new(store, clock.clone(), platform.ids.clone());
        let kinesis = Kinesis::new(platform.clone(), config).await.unwrap();
        Self { platform, clock, kinesis }
    }

    /// The same store under a new process.
    pub async fn restart(self) -> Self {
        let config = self.kinesis.config.clone();
        let kinesis = Kinesis::new(self.platform.clone(), config).await.unwrap();
        Self { kinesis, ..self }
    }

    /// Another process over the same store.
    pub async fn beside(&self) -> Self {
        let platform = Platform::new(
            self.platform.store.clone(),
            self.clock.clone(),
            self.platform.ids.clone(),
        );
        let kinesis = Kinesis::new(platform.clone(), self.kinesis.config.clone()).await.unwrap();
        Self { platform, clock: self.clock.clone(), kinesis }
    }

    /// A world over a store of its own.
    pub async fn over(store: Store) -> Self {
        let (ground, clock) = platform::testing::platform();
        let platform = Platform::new(store, clock.clone(), ground.ids.clone());
        let config = Config { transition: Duration::ZERO, ..Config::default() };
        let kinesis = Kinesis::new(platform.clone(), config).await.unwrap();
        Self { platform, clock, kinesis }
    }

    pub fn context(&self) -> Context {
        platform::testing::context(&self.platform)
    }

    pub async fn run<O: Operation>(&self, input: O::Input) -> Result<O::Output>
    where
        Kinesis: Handler<O>,
    {
        self.context().run::<O, _>(&*self.kinesis, input).await
    }

    /// Makes something go wrong with so many of the calls that come through the platform.
    pub fn fault(&self, kind: FaultKind, probability: f64) {
        let set = self.platform.faults.set(Fault {
            kind,
            service: "kinesis".to_owned(),
            resource: None,
            operations: Vec::new(),
            requests: None,
            until: None,
            probability,
        });
        set.unwrap();
    }

    /// Where to wait for changes of a stream.
    pub fn watch(&self, name: &str) -> Wakeup {
        let arn = self.context().arn("kinesis", format_args!("stream/{name}"));
        self.platform.wakeups.subscribe(Topic::Stream(arn.into()))
    }

    /// Makes a stream and waits until it is active.
    pub async fn create(&self, name: &str, shards: i32) {
        let mut wakeup = self.watch(name);
        let input = CreateStreamInput {
            stream_name: name.to_owned(),
            shard_count: Some(shards),
            ..CreateStreamInput::default()
        };
        self.run::<ops::CreateStream>(input).await.unwrap();
        self.clock.advance(self.kinesis.config.transition);
        while self.summary(name).await.unwrap().stream_status != "ACTIVE" {
            soon(wakeup.woken()).await;
        }
    }

    pub async fn delete(&self, name: &str) {
        let input = DeleteStreamInput { stream_name: Some(name.to_owned()), ..Default::default() };
        self.run::<ops::DeleteStream>(input).await.unwrap();
    }

    /// Splits a shard in the middle.
    pub async fn split(&self, name: &str, shard: u32) {
        let stream = self.kinesis.streams.find(&self.context(), name).await.unwrap().unwrap();
        let parent = stream.map.get(shard).unwrap();
        let at = parent.start + (parent.end - parent.start) / 2;
        self.kinesis.take(&stream, Step::Split { shard, at }).await.unwrap();
    }

    /// Makes an on-demand stream, in a world in which streams change their state at once.
    pub async fn create_on_demand(&self, name: &str) {
        let input =
            CreateStreamInput { stream_name: name.to_owned(), ..CreateStreamInput::default() };
        self.run::<ops::CreateStream>(input).await.unwrap();
    }

    /// Lets the account commit itself to a minimum of throughput.
    pub async fn commit_itself(&self) {
        let commitment = MinimumThroughputBillingCommitmentInput { status: "ENABLED".to_owned() };
        let input =
            UpdateAccountSettingsInput { minimum_throughput_billing_commitment: commitment };
        self.run::<ops::UpdateAccountSettings>(input).await.unwrap();
    }

    /// Brings a stream to so many shards.
    pub async fn rescale(&self, name: &str, count: i32) -> Result<UpdateShardCountOutput> {
        let input = UpdateShardCountInput {
            stream_name: Some(name.to_owned()),
            target_shard_count: count,
            scaling_type: "UNIFORM_SCALING".to_owned(),
            ..Default::default()
        };
        self.run::<ops::UpdateShardCount>(input).await
    }

    /// Changes the capacity mode of a stream.
    pub async fn switch(&self, name: &str, mode: &str) -> Result<()> {
        let input = UpdateStreamModeInput {
            stream_arn: self.context().arn("kinesis", format_args!("stream/{name}")),
            stream_mode_details: StreamModeDetails { stream_mode: mode.to_owned() },
            ..Default::default()
        };
        self.run::<ops::UpdateStreamMode>(input).await.map(drop)
    }

    /// Waits until a stream is active, moving the clock on.
    pub async fn settle(&self, name: &str) {
        soon(async {
            while self.summary(name).await.unwrap().stream_status != "ACTIVE" {
                self.clock.advance(self.kinesis.config.transition);
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    pub async fn summary(&self, name: &str) -> Result<StreamDescriptionSummary> {
        let input =
            DescribeStreamSummaryInput { stream_name: Some(name.to_owned()), ..Default::default() };
        let answer = self.run::<ops::DescribeStreamSummary>(input).await;
        answer.map(|answer| answer.stream_description_summary)
    }

    /// Registers a consumer of a stream.
    pub async fn register(&self, stream: &str, name: &str) -> Result<Consumer> {
        let input = RegisterStreamConsumerInput {
            stream_arn: self.context().arn("kinesis", format_args!("stream/{stream}")),
            consumer_name: name.to_owned(),
            ..Default::default()
        };
        self.run::<ops::RegisterStreamConsumer>(input).await.map(|output| output.consumer)
    }

    pub async fn deregister(&self, stream: &str, name: &str) -> Result<()> {
        let input = DeregisterStreamConsumerInput {
            stream_arn: Some(self.context().arn("kinesis", format_args!("stream/{stream}"))),
            consumer_name: Some(name.to_owned()),
            ..Default::default()
        };
        self.run::<ops::DeregisterStreamConsumer>(input).await.map(drop)
    }

    /// The state of a consumer.
    pub async fn consumer(&self, arn: &str) -> Result<String> {
        let consumer_arn = Some(arn.to_owned());
        let input = DescribeStreamConsumerInput { consumer_arn, ..Default::default() };
        let answer = self.run::<ops::DescribeStreamConsumer>(input).await;
        answer.map(|answer| answer.consumer_description.consumer_status)
    }

    pub async fn shards(&self, name: &str) -> Vec<Shard> {
        let input = ListShardsInput { stream_name: Some(name.to_owned()), ..Default::default() };
        self.run::<ops::ListShards>(input).await.unwrap().shards.unwrap()
    }

    pub async fn try_put(&self, name: &str, key: &str, data: &str) -> Result<PutRecordOutput> {
        self.run::<ops::PutRecord>(put_input(name, key, data)).await
    }

    pub async fn put(&self, name: &str, key: &str, data: &str) -> PutRecordOutput {
        self.try_put(name, key, data).await.unwrap()
    }

    pub async fn iterator(&self, name: &str, shard: u32, kind: &str) -> String {
        let input = GetShardIteratorInput {
            stream_name: Some(name.to_owned()),
            shard_id: shard.to_string(),
            shard_iterator_type: kind.to_owned(),
            ..GetShardIteratorInput::default()
        };
        self.run::<ops::GetShardIterator>(input).await.unwrap().shard_iterator.unwrap()
    }

    pub async fn get(&self, iterator: &str) -> Result<GetRecordsOutput> {
        let input = GetRecordsInput { shard_iterator: iterator.to_owned(), ..Default::default() };
        self.run::<ops::GetRecords>(input).await
    }

    /// The records of a shard that can be read, oldest first.
    pub async fn get_all(&self, name: &str, shard: u32) -> Vec<Record> {
        self.get(&self.iterator(name, shard, "TRIM_HORIZON").await).await.unwrap().records
    }

    pub async fn tag(&self, name: &str, tags: &[(&str, &str)]) -> Result<()> {
        let input = AddTagsToStreamInput {
            stream_name: Some(name.to_owned()),
            tags: tags.iter().copied().map(pair).collect(),
            ..Default::default()
        };
        self.run::<ops::AddTagsToStream>(input).await.map(drop)
    }

    pub async fn tags(&self, name: &str) -> Vec<(String, String)> {
        let input =
            ListTagsForStreamInput { stream_name: Some(name.to_owned()), ..Default::default() };
        let tags = self.run::<ops::ListTagsForStream>(input).await.unwrap().tags;
        tags.into_iter().map(|tag| (tag.key, tag.value.unwrap())).collect()
    }
}

pub(crate) fn pair((key, value): (&str, &str)) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

pub(crate) fn put_input(name: &str, key: &str, data: &str) -> PutRecordInput {
    PutRecordInput {
        stream_name: Some(name.to_owned()),
        data: Bytes::copy_from_slice(data.as_bytes()),
        partition_key: Some(key.to_owned()),
        ..PutRecordInput::default()
    }
}

/// A stream's record, active.
pub(crate) fn record(context: &Context, name: &str) -> StreamRecord {
    let created_ms = context.now().millis();
    StreamRecord {
        id: context.platform().ids.hex(16),
        account: context.account.to_string(),
        region: context.region.to_string(),
        name: name.to_owned(),
        status: Status::Active,
        mode: Mode::Provisioned,
        created_ms,
        retention_hours: 24,
        trimmed_before_ms: 0,
        max_record_kib: 1024,
        tags: BTreeMap::new(),
        revision: 0,
        next_shard: 0,
        open_shards: 0,
        settles_by_ms: None,
        reshaping: Vec::new(),
        attached: Attached::default(),
        scaling: Scaling::default(),
        settings: Settings::default(),
        shards: Vec::new(),
    }
}

//! Kinesis and Lambda as far as the pollers' own tests need them, in memory.

use platform::testing::platform;
use platform::{Context, Error, Handler, ManualClock, Platform, Result};
use serde_json::Value;
use shapes::kinesis::ops::{DescribeStreamSummary, GetRecords, GetShardIterator, ListShards};
use shapes::kinesis::{
    DescribeStreamSummaryInput, DescribeStreamSummaryOutput, GetRecordsInput, GetRecordsOutput,
    GetShardIteratorInput, GetShardIteratorOutput, ListShardsInput, ListShardsOutput, Record,
    SequenceNumberRange, Shard, StreamDescriptionSummary, errors as kinesis,
};
use shapes::lambda::ops::{GetFunctionConfiguration, Invoke};
use shapes::lambda::{
    FunctionConfiguration, GetFunctionConfigurationRequest, InvocationRequest, InvocationResponse,
    errors as lambda,
};
use shapes::{Bytes, Timestamp};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use tokio::sync::{Semaphore, watch};

pub(crate) const STREAM: &str = "arn:aws:kinesis:us-east-1:000000000000:stream/s";

/// One stream.
pub(crate) struct FakeKinesis {
    platform: Arc<Platform>,
    stream: Mutex<Option<Stream>>,
}

struct Stream {
    created: Timestamp,
    shards: BTreeMap<String, FakeShard>,
    next_sequence: u64,
    reads_to_fail: usize,
    /// Iterators carry it; others have expired.
    era: usize,
    creating: bool,
}

#[derive(Default)]
struct FakeShard {
    parents: Vec<String>,
    records: Vec<Record>,
    closed: bool,
}

impl FakeKinesis {
    pub fn create(&self, shards: usize) {
        let shards = (0..shards).map(|n| (shard_id(n), FakeShard::default())).collect();
        let created = self.platform.clock.now();
        *self.stream.lock().unwrap() = Some(Stream {
            created,
            shards,
            next_sequence: 100,
            reads_to_fail: 0,
            era: 0,
            creating: false,
        });
        self.platform.wakeups.notify(&format!("kinesis/{STREAM}"));
    }

    /// Deletes the stream and wakes whom the real one wakes.
    pub fn delete(&self) {
        let deleted = self.stream.lock().unwrap().take().unwrap();
        for id in deleted.shards.keys() {
            self.platform.wakeups.notify(&format!("kinesis/{STREAM}/{id}"));
        }
        self.platform.wakeups.notify(&format!("kinesis/{STREAM}"));
    }

    pub fn put(&self, shard: usize, key: &str, data: &str) {
        {
            let mut stream = self.stream.lock().unwrap();
            let stream = stream.as_mut().unwrap();
            stream.next_sequence += 1;
            let record = Record {
                sequence_number: stream.next_sequence.to_string(),
                approximate_arrival_timestamp: Some(self.platform.clock.now()),
                data: Bytes::copy_from_slice(data.as_bytes()),
                partition_key: Some(key.to_owned()),
                encryption_type: None,
            };
            stream.shards.get_mut(&shard_id(shard)).unwrap().records.push(record);
        }
        self.platform.wakeups.notify(&format!("kinesis/{STREAM}/{}", shard_id(shard)));
        self.platform.wakeups.notify(&format!("kinesis/{STREAM}"));
    }

    /// Closes a shard, gives it a child, and wakes whom the real one wakes.
    pub fn close(&self, shard: usize, child: usize) {
        {
            let mut stream = self.stream.lock().unwrap();
            let shards = &mut stream.as_mut().unwrap().shards;
            shards.get_mut(&shard_id(shard)).unwrap().closed = true;
            shards.entry(shard_id(child)).or_default().parents.push(shard_id(shard));
        }
        self.platform.wakeups.notify(&format!("kinesis/{STREAM}/{}", shard_id(shard)));
        self.platform.wakeups.notify(&format!("kinesis/{STREAM}"));
    }

    pub fn fail_reads(&self, count: usize) {
        self.stream.lock().unwrap().as_mut().unwrap().reads_to_fail = count;
    }

    /// Lets all iterators expire.
    pub fn expire_iterators(&self) {
        self.stream.lock().unwrap().as_mut().unwrap().era += 1;
    }

    pub fn set_creating(&self, creating: bool) {
        self.stream.lock().unwrap().as_mut().unwrap().creating = creating;
        self.platform.wakeups.notify(&format!("kinesis/{STREAM}"));
    }

    fn with<T>(&self, act: impl FnOnce(&mut Stream) -> Result<T>) -> Result<T> {
        let mut stream = self.stream.lock().unwrap();
        match stream.as_mut() {
            Some(stream) => act(stream),
            None => Err(Error::new(&kinesis::RESOURCE_NOT_FOUND_EXCEPTION, "Stream s not found.")),
        }
    }
}

pub(crate) fn shard_id(n: usize) -> String {
    format!("shardId-{n:012}")
}

impl Handler<DescribeStreamSummary> for FakeKinesis {
    async fn handle(
        &self,
        _: &Context,
        input: DescribeStreamSummaryInput,
    ) -> Result<DescribeStreamSummaryOutput> {
        if input.stream_arn.as_deref() != Some(STREAM) {
            return Err(Error::new(&kinesis::RESOURCE_NOT_FOUND_EXCEPTION, "Stream not found."));
        }
        self.with(|stream| {
            let stream_description_summary = StreamDescriptionSummary {
                stream_creation_timestamp: stream.created,
                ..Default::default()
            };
            Ok(DescribeStreamSummaryOutput { stream_description_summary })
        })
    }
}

/// Two shards to a page.
impl Handler<ListShards> for FakeKinesis {
    async fn handle(&self, _: &Context, input: ListShardsInput) -> Result<ListShardsOutput> {
        assert_ne!(input.next_token.is_some(), input.stream_arn.is_some());
        let from: usize = input.next_token.map_or(0, |token| token.parse().unwrap());
        self.with(|stream| {
            if stream.creating {
                return Err(Error::new(&kinesis::RESOURCE_IN_USE_EXCEPTION, "not ACTIVE"));
            }
            let shards = stream.shards.iter().skip(from).take(2).map(|(id, shard)| Shard {
                shard_id: id.clone(),
                parent_shard_id: shard.parents.first().cloned(),
                adjacent_parent_shard_id: shard.parents.get(1).cloned(),
                sequence_number_range: SequenceNumberRange {
                    starting_sequence_number: "100".into(),
                    ending_sequence_number: shard.closed.then(|| "9".into()),
                },
                ..Default::default()
            });
            let next_token = (from + 2 < stream.shards.len()).then(|| (from + 2).to_string());
            Ok(ListShardsOutput { shards: Some(shards.collect()), next_token })
        })
    }
}

impl Handler<GetShardIterator> for FakeKinesis {
    async fn handle(
        &self,
        _: &Context,
        input: GetShardIteratorInput,
    ) -> Result<GetShardIteratorOutput> {
        self.with(|stream| {
            let records = &stream.shards[&input.shard_id].records;
            let index = match input.shard_iterator_type.as_str() {
                "TRIM_HORIZON" => 0,
                "LATEST" => records.len(),
                "AT_TIMESTAMP" => records
                    .iter()
                    .take_while(|it| it.approximate_arrival_timestamp < input.timestamp)
                    .count(),
                _ => {
                    let at = records.iter().position(|it| {
                        Some(&it.sequence_number) == input.starting_sequence_number.as_ref()
                    });
                    let unknown = Error::new(&kinesis::INVALID_ARGUMENT_EXCEPTION, "sequence");
                    at.ok_or(unknown)? + 1
                }
            };
            let shard_iterator = Some(format!("{}|{index}|{}", input.shard_id, stream.era));
            Ok(GetShardIteratorOutput { shard_iterator })
        })
    }
}

impl Handler<GetRecords> for FakeKinesis {
    async fn handle(&self, _: &Context, input: GetRecordsInput) -> Result<GetRecordsOutput> {
        let parts: Vec<_> = input.shard_iterator.split('|').collect();
        let [id, index, era] = parts[..] else { panic!("{parts:?}") };
        let index: usize = index.parse().unwrap();
        let limit = usize::try_from(input.limit.unwrap()).unwrap();
        assert!((1..=10_000).contains(&limit));
        self.with(|stream| {
            if stream.reads_to_fail > 0 {
                stream.reads_to_fail -= 1;
                return Err(Error::new(
                    &kinesis::PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION,
                    "slow",
                ));
            }
            if era != stream.era.to_string() {
                return Err(Error::new(&kinesis::EXPIRED_ITERATOR_EXCEPTION, "Iterator expired."));
            }
            let shard = &stream.shards[id];
            let records: Vec<_> = shard.records.iter().skip(index).take(limit).cloned().collect();
            let next = index + records.len();
            let ended = shard.closed && next == shard.records.len();
            let next_shard_iterator = (!ended).then(|| format!("{id}|{next}|{era}"));
            Ok(GetRecordsOutput {
                records,
                next_shard_iterator,
                millis_behind_latest: Some(0),
                child_shards: None,
            })
        })
    }
}

/// What the function does with a batch.
pub(crate) enum Reply {
    Answer(&'static str),
    Fail,
    Throttle,
    /// Takes the batch when there is a permit.
    Wait(Arc<Semaphore>),
}

/// One function, `f`, and what it was asked.
pub(crate) struct FakeLambda {
    pub there: Mutex<bool>,
    pub replies: Mutex<VecDeque<Reply>>,
    pub events: watch::Sender<Vec<Value>>,
    /// Fails with every batch that holds this data.
    pub poison: Mutex<Option<&'static str>>,
    /// The role that it runs as.
    pub role: Mutex<String>,
}

impl FakeLambda {
    pub fn reply(&self, replies: impl IntoIterator<Item = Reply>) {
        self.replies.lock().unwrap().extend(replies);
    }

    /// The data of every batch that was offered, in order.
    pub fn batches(&self) -> Vec<Vec<String>> {
        self.events.borrow().iter().map(data).collect()
    }

    fn check(&self) -> Result<()> {
        if *self.there.lock().unwrap() {
            return Ok(());
        }
        let message = "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f";
        Err(Error::new(&lambda::RESOURCE_NOT_FOUND_EXCEPTION, message))
    }
}

/// The data of an event's records.
pub(crate) fn data(event: &Value) -> Vec<String> {
    let records = event["Records"].as_array().unwrap();
    let decode = |record: &Value| {
        let data = record["kinesis"]["data"].as_str().unwrap();
        String::from_utf8(base64_simd::STANDARD.decode_to_vec(data).unwrap()).unwrap()
    };
    records.iter().map(decode).collect()
}

impl Handler<GetFunctionConfiguration> for FakeLambda {
    async fn handle(
        &self,
        _: &Context,
        input: GetFunctionConfigurationRequest,
    ) -> Result<FunctionConfiguration> {
        if input.function_name != "f" && input.function_name != "g" {
            return Err(Error::new(&lambda::RESOURCE_NOT_FOUND_EXCEPTION, "Function not found"));
        }
        self.check()?;
        let role = Some(self.role.lock().unwrap().clone());
        Ok(FunctionConfiguration { role, ..Default::default() })
    }
}

impl Handler<Invoke> for FakeLambda {
    async fn handle(&self, cx: &Context, input: InvocationRequest) -> Result<InvocationResponse> {
        assert_eq!(cx.principal.arn(), "lambda.amazonaws.com");
        assert_eq!(input.invocation_type.as_deref(), Some("RequestResponse"));
        self.check()?;
        let payload = input.payload.unwrap();
        assert!(payload.len() <= 6 << 20, "{} bytes are more than Lambda takes", payload.len());
        let event: Value = serde_json::from_slice(&payload).unwrap();
        let poisoned =
            self.poison.lock().unwrap().is_some_and(|it| data(&event).contains(&it.into()));
        self.events.send_modify(|events| events.push(event));
        let reply = self.replies.lock().unwrap().pop_front();
        let (mut payload, mut function_error) = ("null", None);
        match reply {
            None if poisoned => function_error = Some("Unhandled".to_owned()),
            None => {}
            Some(Reply::Answer(answer)) => payload = answer,
            Some(Reply::Fail) => function_error = Some("Unhandled".to_owned()),
            Some(Reply::Throttle) => {
                return Err(Error::new(&lambda::TOO_MANY_REQUESTS_EXCEPTION, "Rate Exceeded."));
            }
            Some(Reply::Wait(gate)) => gate.acquire().await.unwrap().forget(),
        }
        let payload = Some(Bytes::from_static(payload.as_bytes()));
        Ok(InvocationResponse { payload, function_error, ..Default::default() })
    }
}

/// A platform on which both and the pipelines are served.
pub(crate) struct World {
    pub platform: Arc<Platform>,
    pub clock: Arc<ManualClock>,
    pub kinesis: Arc<FakeKinesis>,
    pub lambda: Arc<FakeLambda>,
    pub pipelines: Arc<crate::Pipelines>,
}

impl World {
    /// A stream of this many shards and a function.
    pub fn new(shards: usize) -> Self {
        let (platform, clock) = platform();
        let kinesis =
            Arc::new(FakeKinesis { platform: platform.clone(), stream: Mutex::new(None) });
        kinesis.create(shards);
        let lambda = Arc::new(FakeLambda {
            there: Mutex::new(true),
            replies: Mutex::default(),
            events: watch::Sender::default(),
            poison: Mutex::default(),
            role: Mutex::new("arn:aws:iam::000000000000:role/r".to_owned()),
        });
        let pipelines = crate::Pipelines::new(platform.clone());
        let mut served = platform::operations![kinesis =>
            DescribeStreamSummary, ListShards, GetShardIterator, GetRecords];
        served.extend(platform::operations![lambda => GetFunctionConfiguration, Invoke]);
        served.extend(crate::operations(&pipelines));
        assert!(platform.serve(served));
        Self { platform, clock, kinesis, lambda, pipelines }
    }
}

//! Channels over a made-up bucket and a clock that stands still.

use super::progress::{PROGRESS, Place};
use super::record::CHANNELS;
use crate::Config;
use crate::testing::{World, pair, put_input};
use platform::testing::{soon, until};
use platform::{Context, Error, Handler, Platform, Result, Service};
use serde_json::Value;
use shapes::kinesis::{
    ChannelDescription, ChannelLoggingConfiguration, ChannelStreamConfiguration, CloudWatchLogs,
    CreateChannelInput, CreateStreamInput, DeadLetterQueueS3Configuration, DeleteChannelInput,
    DeleteStreamInput, DescribeChannelInput, DescribeLimitsInput, ListChannelsInput,
    ListTagsForResourceInput, RecordConfiguration, S3DestinationConfiguration,
    S3DestinationUpdateInput, S3StorageConfiguration, StreamFilter, StreamModeDetails,
    TagResourceInput, UntagResourceInput, UpdateChannelInput, ops,
};
use shapes::logs::ops::{CreateLogGroup, CreateLogStream, PutLogEvents};
use shapes::s3::ops::{HeadBucket, PutObject};
use shapes::s3::{
    HeadBucketOutput, HeadBucketRequest, PutObjectOutput, PutObjectRequest, errors as s3,
};
use shapes::sts::{AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser, ops::AssumeRole};
use shapes::{ErrorShape, Unit, logs};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::faulty::Faults;
use store::{Scan, Table};
use tokio::task::JoinSet;

const OWNER: &str = "000000000000";
const ROLE: &str = "arn:aws:iam::000000000000:role/R";
const DENIED: ErrorShape = ErrorShape::client("AccessDenied", 403);
const EXISTS: ErrorShape = ErrorShape::client("PreconditionFailed", 412);
const SECOND: Duration = Duration::from_secs(1);
const FRESHNESS: Duration = Duration::from_secs(300);

/// The buckets, the role and the log of a world.
#[derive(Default)]
struct Fake {
    /// By bucket and name.
    objects: Mutex<BTreeMap<(String, String), Vec<u8>>>,
    /// With which status puts are refused, if they are.
    refusal: Mutex<Option<u16>>,
    /// How many puts came.
    puts: Mutex<usize>,
    missing: Mutex<bool>,
    owner: Mutex<Option<&'static str>>,
    region: Mutex<Option<&'static str>>,
    trusts: Mutex<bool>,
    lines: Mutex<Vec<Value>>,
}

impl Fake {
    fn error(status: u16) -> Error {
        match status {
            404 => Error::new(&s3::NO_SUCH_BUCKET, "The specified bucket does not exist"),
            403 => Error::new(&DENIED, "Access Denied"),
            _ => Error::internal("as the test says"),
        }
    }

    fn reach(&self, owner: Option<&String>) -> Result<()> {
        if *self.missing.lock().unwrap() {
            return Err(Self::error(404));
        }
        let is = self.owner.lock().unwrap().unwrap_or(OWNER);
        if owner.is_some_and(|owner| owner != is) {
            return Err(Self::error(403));
        }
        Ok(())
    }
}

impl Handler<AssumeRole> for Fake {
    async fn handle(&self, cx: &Context, input: AssumeRoleRequest) -> Result<AssumeRoleResponse> {
        assert_eq!((&*input.role_arn, cx.caller_arn()), (ROLE, "kinesis.amazonaws.com".into()));
        assert!(cx.source.as_ref().unwrap().contains(":channel/"));
        if !*self.trusts.lock().unwrap() {
            return Err(Error::new(&DENIED, "not authorized to perform: sts:AssumeRole"));
        }
        let assumed_role_id = format!("AROA:{}", input.role_session_name);
        let user = AssumedRoleUser { assumed_role_id, arn: String::new() };
        Ok(AssumeRoleResponse { assumed_role_user: Some(user), ..Default::default() })
    }
}

impl Handler<HeadBucket> for Fake {
    async fn handle(&self, _: &Context, input: HeadBucketRequest) -> Result<HeadBucketOutput> {
        self.reach(input.expected_bucket_owner.as_ref())?;
        let bucket_region = self.region.lock().unwrap().unwrap_or("us-east-1").to_owned();
        Ok(HeadBucketOutput { bucket_region: Some(bucket_region), ..Default::default() })
    }
}

impl Handler<PutObject> for Fake {
    async fn handle(&self, cx: &Context, input: PutObjectRequest) -> Result<PutObjectOutput> {
        assert!(cx.caller_arn().ends_with(":assumed-role/R/Channel-Session-For-Cx-Role"));
        self.reach(input.expected_bucket_owner.as_ref())?;
        if input.if_match.is_some() {
            return Err(match *self.refusal.lock().unwrap() {
                Some(403) => Self::error(403),
                _ => Error::new(&s3::NO_SUCH_KEY, "The specified key does not exist."),
            });
        }
        *self.puts.lock().unwrap() += 1;
        if let Some(status) = *self.refusal.lock().unwrap() {
            return Err(Self::error(status));
        }
        assert_eq!(input.if_none_match.as_deref(), Some("*"));
        let content = input.body.collect(usize::MAX).await.unwrap();
        let mut objects = self.objects.lock().unwrap();
        if objects.contains_key(&(input.bucket.clone(), input.key.clone())) {
            return Err(Error::new(&EXISTS, "At least one of the pre-conditions did not hold"));
        }
        objects.insert((input.bucket, input.key), content.to_vec());
        Ok(PutObjectOutput::default())
    }
}

impl Handler<PutLogEvents> for Fake {
    async fn handle(
        &self,
        _: &Context,
        input: logs::PutLogEventsRequest,
    ) -> Result<logs::PutLogEventsResponse> {
        let mut lines = self.lines.lock().unwrap();
        if lines.is_empty() {
            let missing = &logs::errors::RESOURCE_NOT_FOUND_EXCEPTION;
            return Err(Error::new(missing, "The specified log group does not exist."));
        }
        lines.push(serde_json::from_str(&input.log_events[0].message).unwrap());
        Ok(logs::PutLogEventsResponse::default())
    }
}

impl Handler<CreateLogGroup> for Fake {
    async fn handle(&self, _: &Context, input: logs::CreateLogGroupRequest) -> Result<Unit> {
        self.lines.lock().unwrap().push(Value::String(input.log_group_name));
        Ok(Unit)
    }
}

impl Handler<CreateLogStream> for Fake {
    async fn handle(&self, _: &Context, input: logs::CreateLogStreamRequest) -> Result<Unit> {
        self.lines.lock().unwrap().push(Value::String(input.log_stream_name));
        Ok(Unit)
    }
}

/// A world with an on-demand stream `s`, whose channels deliver.
struct At {
    world: World,
    fake: Arc<Fake>,
}

impl At {
    async fn new() -> Self {
        Self::with(&Faults::default(), 16 << 20).await
    }

    async fn with(faults: &Faults, channel_object_bytes: u64) -> Self {
        let config =
            Config { transition: Duration::ZERO, channel_object_bytes, ..Config::default() };
        let at = Self::serving(World::with_faults(faults, config).await, Arc::default());
        *at.fake.trusts.lock().unwrap() = true;
        at.start().await;
        at.create_stream("s").await;
        at
    }

    fn serving(world: World, fake: Arc<Fake>) -> Self {
        let mut served = platform::operations![fake =>
            AssumeRole, HeadBucket, PutObject, PutLogEvents, CreateLogGroup, CreateLogStream,
        ];
        served.extend(world.kinesis.clone().operations());
        world.platform.serve(served);
        Self { world, fake }
    }

    async fn start(&self) {
        Service::start(self.world.kinesis.clone()).await.unwrap();
    }

    /// The same engines and buckets under a new process. The old one ends as it is.
    async fn restart(self) -> Self {
        let Self { world, fake } = self;
        let World { platform, clock, kinesis } = world;
        let config = kinesis.config.clone();
        *super::lock(&kinesis.channels.looking) = JoinSet::new();
        *super::lock(&kinesis.channels.tasks) = JoinSet::new();
        let platform = Platform::new(platform.store.clone(), clock.clone(), platform.ids.clone());
        let kinesis = crate::Kinesis::new(platform.clone(), config).await.unwrap();
        let at = Self::serving(World { platform, clock, kinesis }, fake);
        at.start().await;
        at
    }

    async fn create_stream(&self, name: &str) {
        let mode = StreamModeDetails { stream_mode: "ON_DEMAND".to_owned() };
        let input = CreateStreamInput {
            stream_name: name.to_owned(),
            stream_mode_details: Some(mode),
            ..Default::default()
        };
        self.world.run::<ops::CreateStream>(input).await.unwrap();
    }

    async fn create(&self, input: CreateChannelInput) -> Result<ChannelDescription> {
        Ok(self.world.run::<ops::CreateChannel>(input).await?.channel_description)
    }

    /// A channel that delivers.
    async fn channel(&self, input: CreateChannelInput) -> String {
        let created = self.create(input).await.unwrap();
        assert_eq!(created.channel_status, "CREATING");
        self.until_status(&created.channel_arn, "ACTIVE").await;
        created.channel_arn
    }

    async fn describe(&self, arn: &str) -> Result<ChannelDescription> {
        let input = DescribeChannelInput { channel_arn: arn.to_owned() };
        Ok(self.world.run::<ops::DescribeChannel>(input).await?.channel_description)
    }

    async fn until_status(&self, arn: &str, status: &str) {
        until(async || self.describe(arn).await.unwrap().channel_status == status).await;
    }

    async fn put(&self, key: &str, data: &str) {
        self.world.run::<ops::PutRecord>(put_input("s", key, data)).await.unwrap();
    }

    /// Lets everything happen that happens by itself.
    async fn settled(&self) {
        for _ in 0..200 {
            tokio::task::yield_now().await;
        }
    }

    async fn pass(&self, time: Duration) {
        self.settled().await;
        self.world.clock.advance(time);
        self.settled().await;
    }

    fn objects(&self) -> Vec<(String, String)> {
        let objects = self.fake.objects.lock().unwrap();
        objects.iter().map(|((_, key), it)| (key.clone(), text(it))).collect()
    }

    /// The lines of all objects in the bucket `b`, in order.
    fn lines(&self) -> Vec<String> {
        let objects = self.fake.objects.lock().unwrap();
        let mut lines: Vec<_> = objects
            .iter()
            .filter(|((bucket, _), _)| bucket == "b")
            .flat_map(|(_, it)| text(it).lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        lines.sort();
        lines
    }

    async fn until_lines(&self, count: usize) -> Vec<String> {
        until(async || self.lines().len() >= count).await;
        self.settled().await;
        let lines = self.lines();
        assert_eq!(lines.len(), count, "{lines:?}");
        lines
    }

    async fn rows(&self, table: &'static str) -> usize {
        let tables = &self.world.platform.store.tables;
        tables.scan(Table(table), Scan::prefix(b"")).await.unwrap().len()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn input(name: &str) -> CreateChannelInput {
    CreateChannelInput {
        channel_name: name.to_owned(),
        service_execution_role_arn: ROLE.to_owned(),
        stream_configuration_list: vec![ChannelStreamConfiguration {
            stream_arn: "arn:aws:kinesis:us-east-1:000000000000:stream/s".to_owned(),
            record_configuration: RecordConfiguration {
                record_format_type: "JSON".to_owned(),
                gsr_schema_arn: None,
            },
        }],
        s3_destination_configuration: Some(S3DestinationConfiguration {
            data_freshness_in_seconds: None,
            dead_letter_queue_s3_configuration: None,
            storage_configuration: S3StorageConfiguration {
                bucket_arn: "arn:aws:s3:::b".to_owned(),
                expected_bucket_owner: OWNER.to_owned(),
                output_key_template: None,
                storage_class: None,
                compression_type: "NONE".to_owned(),
            },
        }),
        ..Default::default()
    }
}

fn destination(input: &mut CreateChannelInput) -> &mut S3DestinationConfiguration {
    input.s3_destination_configuration.as_mut().unwrap()
}

fn logged(mut input: CreateChannelInput) -> CreateChannelInput {
    let logs = CloudWatchLogs { enabled: true, log_group_name: None, log_stream_name: None };
    input.logging_configuration = Some(ChannelLoggingConfiguration { cloud_watch_logs: logs });
    input
}

#[tokio::test]
async fn what_is_put_after_a_channel_was_made_is_delivered_when_it_is_old_enough() {
    let at = At::new().await;
    at.put("k", "\"before\"").await;
    let created = at.create(input("c")).await.unwrap();
    at.put("k", "{\"n\":1}").await;
    at.until_status(&created.channel_arn, "ACTIVE").await;
    at.put("other", "{\"n\":2}").await;
    at.pass(FRESHNESS - SECOND).await;
    assert_eq!(at.objects(), []);
    at.pass(SECOND).await;
    assert_eq!(at.until_lines(2).await, ["{\"n\":1}", "{\"n\":2}"]);
    let (key, _) = &at.objects()[0];
    let start =
        format!("kinesis-channel/c/{0}/2026/01/02/03/c-{0}-2026-01-02-03-09-", created.channel_id);
    assert!(key.starts_with(&start), "{key}");
    at.pass(10 * FRESHNESS).await;
    assert_eq!(at.objects().len(), 1, "nothing is made of nothing");
}

#[tokio::test]
async fn what_is_much_does_not_wait() {
    let at = At::with(&Faults::default(), 1000).await;
    at.channel(input("c")).await;
    for number in 0..100 {
        at.put(&number.to_string(), &format!("{number:0>40}").replace("00", "11")).await;
    }
    // What came while something waited is looked at after a second.
    at.pass(SECOND).await;
    at.pass(SECOND).await;
    assert!(at.objects().len() >= 3, "{}", at.objects().len());
    assert!(at.objects().iter().all(|(_, content)| content.len() <= 1100));
    at.pass(FRESHNESS).await;
    at.until_lines(100).await;
}

#[tokio::test]
async fn records_that_are_no_json_get_letters() {
    let at = At::new().await;
    let mut with_letters = logged(input("c"));
    destination(&mut with_letters).dead_letter_queue_s3_configuration =
        Some(DeadLetterQueueS3Configuration {
            bucket_arn: "arn:aws:s3:::letters".to_owned(),
            expected_bucket_owner: OWNER.to_owned(),
            error_output_prefix: Some("bad/".to_owned()),
        });
    at.channel(with_letters).await;
    at.put("k", "{\"n\":1}").await;
    at.put("k", "no json").await;
    at.pass(FRESHNESS).await;
    assert_eq!(at.until_lines(1).await, ["{\"n\":1}"]);
    let objects = at.fake.objects.lock().unwrap().clone();
    let ((_, key), letters) = objects.iter().find(|((bucket, _), _)| bucket == "letters").unwrap();
    assert!(key.starts_with("bad/2026/01/02/03/c-"), "{key}");
    let letter: Value = serde_json::from_slice(letters).unwrap();
    assert_eq!(letter["errorCode"], "DESERIALIZATION_ERROR");
    assert!(letter["shardId"].as_str().unwrap().starts_with("shardId-"));
    let lines = at.fake.lines.lock().unwrap().clone();
    assert!(lines[0].as_str().unwrap().starts_with("/aws/kinesis/c/"));
    assert_eq!(lines[1], "DestinationDelivery");
    let (records, failed) = (&lines[2]["recordCount"], &lines[2]["failedRecordCount"]);
    assert_eq!((records, failed), (&Value::from(1), &Value::from(1)));
    drop(lines);
    let only_bad = At::new().await;
    only_bad.channel(input("c")).await;
    only_bad.put("k", "[").await;
    only_bad.pass(FRESHNESS).await;
    until(async || only_bad.objects().len() == 1).await;
    assert!(only_bad.objects()[0].0.starts_with("kinesis-channel/errors/c/"));
}

/// What is refused is tried again, under the same name, until it is there; a process that ends between
/// leaves it to the next, and what was put is not put again.
#[tokio::test]
async fn every_record_is_delivered_once_whatever_fails_between() {
    let faults = Faults::default();
    let mut at = At::with(&faults, 16 << 20).await;
    at.channel(input("c")).await;
    at.put("k", "1").await;
    *at.fake.refusal.lock().unwrap() = Some(404);
    at.pass(FRESHNESS).await;
    for _ in 0..3 {
        at.pass(Duration::from_secs(4)).await;
    }
    assert!(*at.fake.puts.lock().unwrap() >= 3 && at.objects().is_empty());
    at.put("k", "2").await;
    at = at.restart().await;
    at.pass(SECOND).await;
    *at.fake.refusal.lock().unwrap() = None;
    at.pass(Duration::from_secs(60)).await;
    at.until_lines(1).await;
    at.pass(FRESHNESS).await;
    at.until_lines(2).await;
    // The object is put, and that it is cannot be written down.
    at.put("k", "3").await;
    at.settled().await;
    let puts = *at.fake.puts.lock().unwrap();
    faults.fail_after(1, store::faulty::Call::Commit, store::faulty::Fault::Io);
    at.pass(FRESHNESS).await;
    assert_eq!(at.lines().len(), 3);
    let progress = at.world.platform.store.tables.scan(PROGRESS.table, Scan::prefix(b""));
    let progress = PROGRESS.decode(b"k", &progress.await.unwrap()[0].1).unwrap();
    assert!(progress.plan.is_some(), "as the fault made it");
    faults.heal();
    at = at.restart().await;
    at.pass(Duration::from_secs(60)).await;
    assert_eq!(at.until_lines(3).await, ["1", "2", "3"]);
    assert!(*at.fake.puts.lock().unwrap() > puts + 1, "it was tried again");
    let progress = at.world.platform.store.tables.scan(PROGRESS.table, Scan::prefix(b""));
    let progress = PROGRESS.decode(b"k", &progress.await.unwrap()[0].1).unwrap();
    assert_eq!((progress.plan, progress.counts.records), (None, 3));
}

/// What nobody could deliver while it was kept is counted; what came after it is delivered.
#[tokio::test]
async fn records_that_expire_before_they_are_delivered_are_counted() {
    let at = At::new().await;
    at.channel(input("c")).await;
    at.put("k", "1").await;
    at.put("k", "2").await;
    *at.fake.refusal.lock().unwrap() = Some(404);
    at.pass(FRESHNESS).await;
    at.put("k", "3").await;
    at.pass(SECOND).await;
    for _ in 0..25 {
        at.pass(Duration::from_secs(3600)).await;
    }
    assert!(*at.fake.puts.lock().unwrap() > 10 && at.objects().is_empty());
    at.put("k", "4").await;
    *at.fake.refusal.lock().unwrap() = None;
    at.pass(FRESHNESS).await;
    at.pass(FRESHNESS).await;
    assert_eq!(at.until_lines(1).await, ["4"]);
    let progress = at.world.platform.store.tables.scan(PROGRESS.table, Scan::prefix(b""));
    let counts = PROGRESS.decode(b"k", &progress.await.unwrap()[0].1).unwrap().counts;
    assert_eq!((counts.records, counts.expired), (1, 3));
}

#[tokio::test]
async fn children_of_a_split_are_delivered_after_their_parent() {
    let at = At::new().await;
    at.channel(input("c")).await;
    for number in 0..40 {
        at.put(&number.to_string(), &number.to_string()).await;
        if number == 20 {
            at.world.split("s", 1).await;
        }
    }
    at.pass(FRESHNESS).await;
    at.pass(FRESHNESS).await;
    at.until_lines(40).await;
    let progress = at.world.platform.store.tables.scan(PROGRESS.table, Scan::prefix(b""));
    let progress = PROGRESS.decode(b"k", &progress.await.unwrap()[0].1).unwrap();
    assert_eq!(progress.place(1), Place::End);
}

#[tokio::test]
async fn a_channel_that_cannot_deliver_has_failed_and_says_why() {
    let at = At::new().await;
    let failed = async |reason: &str| {
        let created = at.create(input("c")).await.unwrap();
        at.until_status(&created.channel_arn, "FAILED").await;
        let found = at.describe(&created.channel_arn).await.unwrap();
        let said = found.channel_status_reason.unwrap();
        assert!(said.contains(reason), "{said}");
        let input = UpdateChannelInput { channel_arn: found.channel_arn, ..Default::default() };
        let error = at.world.run::<ops::UpdateChannel>(input.clone()).await.unwrap_err();
        assert_eq!(error.code(), "ResourceInUseException");
        let input = DeleteChannelInput { channel_arn: input.channel_arn };
        at.world.run::<ops::DeleteChannel>(input).await.unwrap();
    };
    *at.fake.missing.lock().unwrap() = true;
    failed("does not exist").await;
    *at.fake.missing.lock().unwrap() = false;
    *at.fake.owner.lock().unwrap() = Some("111111111111");
    failed("does not belong to the account 000000000000").await;
    *at.fake.owner.lock().unwrap() = None;
    *at.fake.region.lock().unwrap() = Some("eu-west-1");
    failed("not in the Region us-east-1").await;
    *at.fake.region.lock().unwrap() = None;
    *at.fake.refusal.lock().unwrap() = Some(403);
    failed("may not put objects into b").await;
    *at.fake.refusal.lock().unwrap() = None;
    *at.fake.trusts.lock().unwrap() = false;
    let error = at.create(input("c")).await.unwrap_err();
    assert!(error.message.contains("cannot be assumed"), "{error}");
}

#[tokio::test]
async fn a_bucket_that_changes_its_owner_ends_a_channel() {
    let at = At::new().await;
    let arn = at.channel(input("c")).await;
    at.put("k", "1").await;
    *at.fake.owner.lock().unwrap() = Some("111111111111");
    at.pass(FRESHNESS).await;
    at.until_status(&arn, "FAILED").await;
    *at.fake.owner.lock().unwrap() = None;
    at.pass(FRESHNESS).await;
    assert!(at.objects().is_empty());
}

#[tokio::test]
async fn an_update_takes_effect_while_a_channel_delivers() {
    let at = At::new().await;
    let arn = at.channel(input("c")).await;
    let update = async |seconds: i32| {
        let destination = S3DestinationUpdateInput { data_freshness_in_seconds: seconds };
        let input = UpdateChannelInput {
            channel_arn: arn.clone(),
            s3_destination_configuration: Some(destination),
            ..Default::default()
        };
        at.world.run::<ops::UpdateChannel>(input).await.map(|it| it.channel_description)
    };
    assert!(update(299).await.unwrap_err().message.contains("between 300 and 900"));
    at.put("k", "1").await;
    at.pass(SECOND).await;
    assert_eq!(update(900).await.unwrap().channel_status, "UPDATING");
    at.until_status(&arn, "ACTIVE").await;
    at.pass(2 * FRESHNESS).await;
    assert!(at.objects().is_empty());
    update(300).await.unwrap();
    at.until_lines(1).await;
}

#[tokio::test]
async fn a_deleted_channel_delivers_nothing_more_and_leaves_nothing() {
    let at = At::new().await;
    let mut tagged = input("c");
    tagged.tags = Some([pair(("a", "1"))].into());
    let arn = at.channel(tagged).await;
    at.put("k", "1").await;
    let delete_stream =
        DeleteStreamInput { stream_name: Some("s".to_owned()), ..Default::default() };
    let error = at.world.run::<ops::DeleteStream>(delete_stream.clone()).await.unwrap_err();
    assert_eq!(error.code(), "ResourceInUseException");
    assert_eq!(at.world.summary("s").await.unwrap().channel_count, Some(1));
    at.settled().await;
    let delete = DeleteChannelInput { channel_arn: arn.clone() };
    at.world.run::<ops::DeleteChannel>(delete.clone()).await.unwrap();
    at.pass(10 * FRESHNESS).await;
    assert!(at.objects().is_empty());
    for table in ["kinesis-channels", "kinesis-channel-ids", "kinesis-channel-progress", "tags"] {
        assert_eq!(at.rows(table).await, 0, "{table}");
    }
    assert_eq!(at.rows("leases").await, 0);
    let error = at.world.run::<ops::DeleteChannel>(delete).await.unwrap_err();
    assert_eq!(error.message, format!("Resource {arn} not found."));
    assert_eq!(at.describe(&arn).await.unwrap_err().code(), "ResourceNotFoundException");
    at.world.run::<ops::DeleteStream>(delete_stream).await.unwrap();
}

#[tokio::test]
async fn a_description_has_all_that_was_asked_for_and_the_defaults() {
    let at = At::new().await;
    let arn = at.channel(input("c")).await;
    let found = at.describe(&arn).await.unwrap();
    let s3 = found.s3_destination_configuration.unwrap();
    assert_eq!(s3.data_freshness_in_seconds, 300);
    assert_eq!(s3.storage_configuration.storage_class.as_deref(), Some("STANDARD"));
    let template = s3.storage_configuration.output_key_template.unwrap();
    assert!(template.ends_with("-!{mm}!{extension}") && !template.contains(' '), "{template}");
    let letters = s3.dead_letter_queue_s3_configuration;
    let prefix = format!("kinesis-channel/errors/c/{}/", found.channel_id);
    assert_eq!(letters.error_output_prefix, Some(prefix));
    assert_eq!(letters.bucket_arn, "arn:aws:s3:::b");
    assert!(!found.logging_configuration.cloud_watch_logs.enabled);
    assert_eq!(found.stream_configuration_list[0].record_configuration.record_format_type, "JSON");
    assert!(arn.ends_with(&format!(":channel/{}", found.channel_id)));
    let limits = at.world.run::<ops::DescribeLimits>(DescribeLimitsInput {}).await.unwrap();
    assert_eq!((limits.channel_count, limits.channel_count_limit), (Some(1), Some(100)));
}

/// The ARN of a stream.
fn stream(name: &str) -> String {
    format!("arn:aws:kinesis:us-east-1:000000000000:stream/{name}")
}

fn with(change: impl Fn(&mut CreateChannelInput)) -> CreateChannelInput {
    let mut input = input("c");
    change(&mut input);
    input
}

/// What is wrong with the records, and what each refusal names.
fn wrong_sources() -> Vec<(CreateChannelInput, &'static str)> {
    let source = |input: &mut CreateChannelInput| input.stream_configuration_list[0].clone();
    let of = |format: &'static str, schema: Option<&'static str>| {
        with(move |it| {
            it.stream_configuration_list[0].record_configuration = RecordConfiguration {
                record_format_type: format.to_owned(),
                gsr_schema_arn: schema.map(str::to_owned),
            };
        })
    };
    let from = |name: &'static str| {
        with(move |it| it.stream_configuration_list[0].stream_arn = stream(name))
    };
    vec![
        (of("GSR_JSON", None), "GSR_JSON is only supported for streaming table"),
        (of("JSON", Some("arn")), "GSRSchemaARN"),
        (from("provisioned"), "on-demand capacity mode"),
        (from("none"), "Stream none under account 000000000000 not found."),
        (
            with(|it| {
                let source = source(it);
                it.stream_configuration_list.push(source);
            }),
            "exactly one stream",
        ),
    ]
}

/// What is wrong with the rest.
fn wrong_destinations() -> Vec<(CreateChannelInput, &'static str)> {
    vec![
        (with(|it| it.s3_destination_configuration = None), "but not both"),
        (
            with(|it| {
                it.s3_destination_configuration = None;
                it.s3_tables_destination_configuration = Some(Default::default());
            }),
            "S3TablesDestinationConfiguration is not supported",
        ),
        (
            with(|it| it.s3_tables_destination_configuration = Some(Default::default())),
            "but not both",
        ),
        (
            with(|it| it.encryption_configuration = Some(Default::default())),
            "EncryptionConfiguration is not supported",
        ),
        (with(|it| destination(it).data_freshness_in_seconds = Some(901)), "between 300 and 900"),
        (
            with(|it| {
                destination(it).storage_configuration.output_key_template = Some("a//b".into());
            }),
            "must not contain consecutive slashes",
        ),
        (with(|it| it.tags = Some([pair(("aws:a", ""))].into())), "reserved"),
        (
            with(|it| it.service_execution_role_arn = ROLE.replace("000000000000", "111111111111")),
            "does not belong to the account",
        ),
    ]
}

#[tokio::test]
async fn what_cannot_be_is_refused_by_name() {
    let at = At::new().await;
    at.world.create("provisioned", 1).await;
    for (input, named) in wrong_sources().into_iter().chain(wrong_destinations()) {
        let error = at.create(input).await.unwrap_err();
        assert!(error.message.contains(named), "{error}");
    }
    assert_eq!(at.rows("kinesis-channels").await, 0);
}

#[tokio::test]
async fn a_stream_has_one_channel_and_a_name_is_taken_once() {
    let at = At::new().await;
    at.channel(input("c")).await;
    let error = at.create(input("d")).await.unwrap_err();
    assert_eq!(error.code(), "LimitExceededException");
    at.create_stream("t").await;
    let taken = with(|it| it.stream_configuration_list[0].stream_arn = stream("t"));
    let error = at.create(taken).await.unwrap_err();
    assert_eq!(error.message, "Channel c under account 000000000000 already exists.");
    assert_eq!(at.world.summary("t").await.unwrap().channel_count, Some(0));
}

#[tokio::test]
async fn channels_are_listed_by_stream_and_page() {
    let at = At::new().await;
    let mut arns = Vec::new();
    for name in ["a", "b", "c"] {
        at.create_stream(name).await;
        let mut input = input(&format!("to-{name}"));
        let arn = at.world.context().arn("kinesis", format_args!("stream/{name}"));
        input.stream_configuration_list[0].stream_arn = arn.clone();
        at.create(input).await.unwrap();
        arns.push(arn);
    }
    let list = async |input: ListChannelsInput| at.world.run::<ops::ListChannels>(input).await;
    let names = |page: &shapes::kinesis::ListChannelsOutput| {
        let all = page.channel_summaries.iter().map(|it| it.channel_name.clone());
        all.collect::<Vec<_>>()
    };
    let all = list(ListChannelsInput::default()).await.unwrap();
    assert_eq!(
        (names(&all), &all.next_token),
        (vec!["to-a".into(), "to-b".into(), "to-c".into()], &None)
    );
    assert_eq!(all.channel_summaries[0].channel_destination_type, "S3");
    let page = ListChannelsInput { max_results: Some(2), ..Default::default() };
    let first = list(page.clone()).await.unwrap();
    assert_eq!(names(&first), ["to-a", "to-b"]);
    let next = ListChannelsInput { next_token: first.next_token, ..page };
    assert_eq!(names(&list(next.clone()).await.unwrap()), ["to-c"]);
    at.world.clock.advance(Duration::from_secs(301));
    assert_eq!(list(next).await.unwrap_err().code(), "ExpiredNextTokenException");
    let of =
        |created| StreamFilter { stream_arn: arns[1].clone(), stream_creation_timestamp: created };
    let filtered =
        |filter| ListChannelsInput { stream_filter: Some(vec![filter]), ..Default::default() };
    assert_eq!(names(&list(filtered(of(None))).await.unwrap()), ["to-b"]);
    let created = all.channel_summaries[1].streams[0].stream_creation_timestamp;
    assert_eq!(names(&list(filtered(of(Some(created)))).await.unwrap()), ["to-b"]);
    assert!(names(&list(filtered(of(Some(shapes::Timestamp(0))))).await.unwrap()).is_empty());
}

#[tokio::test]
async fn channels_have_tags() {
    let at = At::new().await;
    let mut tagged = input("c");
    tagged.tags = Some([pair(("a", "1"))].into());
    let resource_arn = at.channel(tagged).await;
    let tags = [pair(("b", "2"))].into();
    let stream_id = None;
    let tag = TagResourceInput { tags, resource_arn: resource_arn.clone(), stream_id };
    at.world.run::<ops::TagResource>(tag.clone()).await.unwrap();
    let untag = UntagResourceInput {
        tag_keys: vec!["a".to_owned()],
        resource_arn: resource_arn.clone(),
        stream_id: None,
    };
    at.world.run::<ops::UntagResource>(untag).await.unwrap();
    let list = ListTagsForResourceInput { resource_arn, stream_id: None };
    let tags = at.world.run::<ops::ListTagsForResource>(list).await.unwrap().tags.unwrap();
    assert_eq!((tags.len(), &*tags[0].key), (1, "b"));
    let bad = TagResourceInput { tags: [pair(("a%", ""))].into(), ..tag.clone() };
    assert!(at.world.run::<ops::TagResource>(bad).await.is_err());
    let reserved = TagResourceInput { stream_id: Some("x".to_owned()), ..tag };
    assert!(at.world.run::<ops::TagResource>(reserved).await.is_err());
}

/// Without a process that serves buckets a channel waits, and one that does takes it up.
#[tokio::test]
async fn a_process_without_buckets_leaves_channels_to_others() {
    let at = At::new().await;
    let World { platform, clock, kinesis } = &at.world;
    let (store, ids) = (platform.store.clone(), platform.ids.clone());
    let bare = Platform::new(store, clock.clone(), ids);
    let other = crate::Kinesis::new(bare, kinesis.config.clone()).await.unwrap();
    Service::start(other.clone()).await.unwrap();
    other.rest().await;
    soon(at.world.kinesis.rest()).await;
    let created = at.create(input("c")).await.unwrap();
    at.settled().await;
    assert_eq!(at.describe(&created.channel_arn).await.unwrap().channel_status, "CREATING");
    assert_eq!(at.rows(CHANNELS.table.0).await, 1);
}

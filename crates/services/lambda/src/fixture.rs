//! A service for tests, with stand-ins for the services that it calls.

use crate::{Config, Lambda};
use bytes::Bytes;
use platform::{
    Company, Context, Error, Handler, ManualClock, Platform, Result, SeededIds, operations, testing,
};
use shapes::lambda::ops::GetEventSourceMapping;
use shapes::lambda::{
    CreateFunctionRequest, EventSourceMappingConfiguration, FunctionCode,
    GetEventSourceMappingRequest,
};
use shapes::{ErrorShape, Unit, logs, s3, sns, sqs, sts};
use std::collections::HashMap;
use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// The one role that can be assumed.
pub const ROLE: &str = "arn:aws:iam::000000000000:role/R";

/// The one event source mapping.
pub const MAPPING: &str = "00000000-0000-4000-8000-000000000001";

pub struct Setting {
    pub service: Arc<Lambda>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
    pub runner: Arc<::functions::Runner>,
    /// Contents by `bucket/key`.
    pub objects: Arc<Mutex<HashMap<String, Bytes>>>,
    /// What was logged: group and message.
    pub lines: Arc<Mutex<Vec<(String, String)>>>,
    /// What came to queues, topics and buckets: where, and what.
    pub letters: Arc<Mutex<Vec<(String, String)>>>,
    /// Nothing comes there.
    pub is_closed: Arc<AtomicBool>,
    platform: Arc<Platform>,
    directory: tempfile::TempDir,
}

impl Setting {
    pub fn code_dir(&self) -> std::path::PathBuf {
        self.directory.path().join("code")
    }

    /// Another service on the same ground, as after a restart.
    pub async fn restarted(&self) -> Arc<Lambda> {
        let endpoint_url = "http://localhost:4566".to_owned();
        let lines_dir = Some(self.directory.path().join("lines"));
        let config = Config { code_dir: self.code_dir(), endpoint_url, lines_dir };
        Lambda::new(self.platform.clone(), self.runner.clone(), config).await.unwrap()
    }
}

/// A service without functions, alone on its engines.
pub async fn setting() -> Setting {
    setting_on(store::memory::store(), Company::Alone, 1).await
}

/// A service on these engines, with a clock of its own.
pub async fn setting_on(store: store::Store, company: Company, seed: u64) -> Setting {
    let clock = Arc::new(ManualClock::at(testing::START));
    let ids = Arc::new(SeededIds::new(seed));
    let platform = Platform::in_company(store, clock.clone(), ids, company);
    let cx = testing::context(&platform);
    let others = Arc::new(Others::default());
    let (objects, lines) = (others.objects.clone(), others.lines.clone());
    let (letters, is_closed) = (others.letters.clone(), others.is_closed.clone());
    let mut served = operations![others =>
        sts::ops::AssumeRole, s3::ops::GetObject, logs::ops::CreateLogGroup,
        logs::ops::CreateLogStream, logs::ops::PutLogEvents, sqs::ops::SendMessage,
        sqs::ops::SendMessageBatch, sns::ops::Publish, sns::ops::PublishBatch,
        s3::ops::PutObject, s3::ops::HeadBucket, GetEventSourceMapping,
    ];
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path();
    let (time, number) = (clock.clone(), AtomicU64::new(0));
    let mut runner = ::functions::Config::new(
        path.join("scratch"),
        path.join("runtimes"),
        Arc::new(move || platform::Clock::now(&*time).millis()),
        Arc::new(move || u128::from(number.fetch_add(1, Ordering::Relaxed))),
    );
    runner.sandbox = ::functions::SandboxPolicy::MINIMAL;
    let runner = ::functions::Runner::new(runner).unwrap();
    let endpoint_url = "http://localhost:4566".to_owned();
    let lines_dir = Some(path.join("lines"));
    let config = Config { code_dir: path.join("code"), endpoint_url, lines_dir };
    let service = Lambda::new(platform.clone(), runner.clone(), config).await.unwrap();
    served.extend(platform::served(&service));
    platform.serve(served);
    platform.deadlines.start();
    Setting { service, cx, clock, runner, objects, lines, letters, is_closed, platform, directory }
}

/// Resolves when the condition holds.
pub async fn until(condition: impl AsyncFn() -> bool) {
    let holds = async {
        while !condition().await {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
    };
    testing::soon(holds).await;
}

/// A zip file of these names and contents.
pub fn zip(files: &[(&str, &str)]) -> Bytes {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner().into()
}

/// A request for a Python function with this code.
pub fn create_with(name: &str, code: &str) -> CreateFunctionRequest {
    CreateFunctionRequest {
        function_name: name.into(),
        runtime: Some("python3.12".into()),
        role: ROLE.into(),
        handler: Some("h.handler".into()),
        code: FunctionCode { zip_file: Some(zip(&[("h.py", code)])), ..Default::default() },
        // Python starts within it on a busy machine too.
        timeout: Some(60),
        ..Default::default()
    }
}

/// A request for a function that is not meant to be run.
pub fn create(name: &str) -> CreateFunctionRequest {
    let runtime = Some("provided.al2023".to_owned());
    CreateFunctionRequest { runtime, timeout: None, ..create_with(name, "") }
}

/// Stands for the other services.
#[derive(Default)]
struct Others {
    objects: Arc<Mutex<HashMap<String, Bytes>>>,
    lines: Arc<Mutex<Vec<(String, String)>>>,
    streams: Mutex<Vec<String>>,
    letters: Arc<Mutex<Vec<(String, String)>>>,
    is_closed: Arc<AtomicBool>,
}

impl Others {
    fn take(&self, cx: &Context, place: String, body: String) -> Result<()> {
        assert!(cx.caller_arn().contains(":assumed-role/R/"), "{:?}", cx.principal);
        if self.is_closed.load(Ordering::Relaxed) {
            return Err(Error::new(&DENIED, "no"));
        }
        self.letters.lock().unwrap().push((place, body));
        Ok(())
    }
}

static DENIED: ErrorShape = ErrorShape::client("AccessDenied", 403);
static NO_KEY: ErrorShape = ErrorShape::client("NoSuchKey", 404);

impl Handler<sts::ops::AssumeRole> for Others {
    async fn handle(
        &self,
        cx: &Context,
        input: sts::AssumeRoleRequest,
    ) -> Result<sts::AssumeRoleResponse> {
        let lambda = platform::Principal::service("lambda.amazonaws.com");
        if input.role_arn != ROLE || *cx.principal != lambda {
            return Err(Error::new(&DENIED, "no"));
        }
        let lifetime = i64::from(input.duration_seconds.unwrap_or(3600)) * 1000;
        let key = cx.platform().credentials.issue(lambda, lifetime).await?;
        Ok(sts::AssumeRoleResponse {
            credentials: Some(sts::Credentials {
                access_key_id: key.id,
                secret_access_key: key.secret,
                session_token: key.session_token.unwrap_or_default(),
                expiration: shapes::Timestamp(key.expires_ms.unwrap_or_default()),
            }),
            assumed_role_user: Some(sts::AssumedRoleUser {
                assumed_role_id: format!("AROAX:{}", input.role_session_name),
                arn: String::new(),
            }),
            ..Default::default()
        })
    }
}

impl Handler<s3::ops::GetObject> for Others {
    async fn handle(
        &self,
        _: &Context,
        input: s3::GetObjectRequest,
    ) -> Result<s3::GetObjectOutput> {
        let key = format!("{}/{}", input.bucket, input.key);
        match self.objects.lock().unwrap().get(&key).cloned() {
            Some(body) => Ok(s3::GetObjectOutput { body: body.into(), ..Default::default() }),
            None => Err(Error::new(&NO_KEY, "The specified key does not exist.")),
        }
    }
}

impl Handler<logs::ops::CreateLogGroup> for Others {
    async fn handle(&self, _: &Context, _: logs::CreateLogGroupRequest) -> Result<Unit> {
        Err(Error::new(&logs::errors::RESOURCE_ALREADY_EXISTS_EXCEPTION, "exists"))
    }
}

impl Handler<logs::ops::CreateLogStream> for Others {
    async fn handle(&self, _: &Context, input: logs::CreateLogStreamRequest) -> Result<Unit> {
        self.streams.lock().unwrap().push(input.log_stream_name);
        Ok(Unit)
    }
}

impl Handler<logs::ops::PutLogEvents> for Others {
    async fn handle(
        &self,
        cx: &Context,
        input: logs::PutLogEventsRequest,
    ) -> Result<logs::PutLogEventsResponse> {
        assert!(cx.caller_arn().contains(":assumed-role/R/"), "{:?}", cx.principal);
        if !self.streams.lock().unwrap().contains(&input.log_stream_name) {
            return Err(Error::new(&logs::errors::RESOURCE_NOT_FOUND_EXCEPTION, "missing"));
        }
        let group = &input.log_group_name;
        let lines = input.log_events.into_iter().map(|event| (group.clone(), event.message));
        self.lines.lock().unwrap().extend(lines);
        Ok(logs::PutLogEventsResponse::default())
    }
}

impl Handler<sqs::ops::SendMessage> for Others {
    async fn handle(
        &self,
        cx: &Context,
        input: sqs::SendMessageRequest,
    ) -> Result<sqs::SendMessageResult> {
        let mut place = input.queue_url.rsplit('/').next().unwrap().to_owned();
        for (name, value) in input.message_attributes.into_iter().flatten() {
            place += &format!(" {name}={}", value.string_value.unwrap());
        }
        self.take(cx, place, input.message_body).map(|()| Default::default())
    }
}

impl Handler<sns::ops::Publish> for Others {
    async fn handle(&self, cx: &Context, input: sns::PublishInput) -> Result<sns::PublishResponse> {
        self.take(cx, input.topic_arn.unwrap(), input.message).map(|()| Default::default())
    }
}

impl Handler<s3::ops::PutObject> for Others {
    async fn handle(
        &self,
        cx: &Context,
        input: s3::PutObjectRequest,
    ) -> Result<s3::PutObjectOutput> {
        let mut body = input.body;
        let piece = body.next().await.unwrap()?;
        let body = String::from_utf8(piece.to_vec()).unwrap();
        let place = format!("{}/{}", input.bucket, input.key);
        self.take(cx, place, body).map(|()| Default::default())
    }
}

impl Handler<GetEventSourceMapping> for Others {
    async fn handle(
        &self,
        _: &Context,
        input: GetEventSourceMappingRequest,
    ) -> Result<EventSourceMappingConfiguration> {
        match &*input.uuid {
            MAPPING => Ok(EventSourceMappingConfiguration::default()),
            _ => Err(crate::errors::no_resource()),
        }
    }
}

/// What tries a letterbox's door: nobody may go to a queue called `shut`, and none is called `missing`.
impl Handler<sqs::ops::SendMessageBatch> for Others {
    async fn handle(
        &self,
        _: &Context,
        input: sqs::SendMessageBatchRequest,
    ) -> Result<sqs::SendMessageBatchResult> {
        match input.queue_url.rsplit('/').next() {
            Some("shut") => Err(Error::new(&DENIED, "no")),
            Some("missing") => Err(Error::new(&sqs::errors::QUEUE_DOES_NOT_EXIST, "no")),
            _ => Err(Error::new(&sqs::errors::EMPTY_BATCH_REQUEST, "empty")),
        }
    }
}

impl Handler<sns::ops::PublishBatch> for Others {
    async fn handle(
        &self,
        _: &Context,
        _: sns::PublishBatchInput,
    ) -> Result<sns::PublishBatchResponse> {
        Ok(Default::default())
    }
}

impl Handler<s3::ops::HeadBucket> for Others {
    async fn handle(&self, _: &Context, _: s3::HeadBucketRequest) -> Result<s3::HeadBucketOutput> {
        Ok(Default::default())
    }
}

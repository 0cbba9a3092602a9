//! A gateway on a port of its own, a small service behind it, and a client that speaks in bytes.
#![allow(dead_code, clippy::unwrap_used)]

use gateway::{Auth, Config, Gateway, Internal, Source, serve};
use platform::{
    Asks, BoxFuture, Context, Error, Handler, ManualClock, Platform, Result, operations,
};
use shapes::{ByteStream, EventStream, StreamError, kinesis, logs, s3, sns, sts};
use std::collections::VecDeque;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;

/// Answers as its state says; keeps what was put.
pub struct Fake {
    /// Operations wait until this is true.
    pub open: watch::Sender<bool>,
    /// How many operations have begun and ended.
    pub begun: watch::Sender<usize>,
    pub ended: watch::Sender<usize>,
    /// What a live tail tells; a caller gets the state of now and of each change.
    pub told: watch::Sender<String>,
    /// The last object that was put whole, with the headers that the service saw.
    pub put: Mutex<Option<(Vec<u8>, s3::PutObjectRequest)>>,
}

impl Default for Fake {
    fn default() -> Self {
        Self {
            open: watch::Sender::new(true),
            begun: watch::Sender::default(),
            ended: watch::Sender::default(),
            told: watch::Sender::default(),
            put: Mutex::default(),
        }
    }
}

impl Handler<sts::ops::GetCallerIdentity> for Fake {
    async fn handle(
        &self,
        context: &Context,
        _: sts::GetCallerIdentityRequest,
    ) -> Result<sts::GetCallerIdentityResponse> {
        self.begun.send_modify(|count| *count += 1);
        let _ = self.open.subscribe().wait_for(|open| *open).await;
        self.ended.send_modify(|count| *count += 1);
        Ok(sts::GetCallerIdentityResponse {
            user_id: Some(context.region.to_string()),
            account: Some(context.account.to_string()),
            arn: Some(context.caller_arn()),
        })
    }
}

impl Handler<sns::ops::ConfirmSubscription> for Fake {
    async fn handle(
        &self,
        context: &Context,
        _: sns::ConfirmSubscriptionInput,
    ) -> Result<sns::ConfirmSubscriptionResponse> {
        let subscription_arn = Some(context.caller_arn());
        Ok(sns::ConfirmSubscriptionResponse { subscription_arn })
    }
}

impl Handler<sns::ops::ListTopics> for Fake {
    async fn handle(
        &self,
        _: &Context,
        _: sns::ListTopicsInput,
    ) -> Result<sns::ListTopicsResponse> {
        Ok(sns::ListTopicsResponse::default())
    }
}

/// Has one path for everybody.
struct Open;

impl Internal for Open {
    fn handle(
        &self,
        request: http::Request<shapes::Bytes>,
    ) -> BoxFuture<'_, Option<http::Response<wire::Body>>> {
        let is_own = self.is_public(request.uri().path());
        let body = wire::Body::Bytes("for everybody".into());
        Box::pin(async move { is_own.then(|| http::Response::new(body)) })
    }

    fn is_public(&self, path: &str) -> bool {
        path == "/Certificate.pem"
    }
}

impl Handler<kinesis::ops::PutRecord> for Fake {
    async fn handle(
        &self,
        _: &Context,
        input: kinesis::PutRecordInput,
    ) -> Result<kinesis::PutRecordOutput> {
        assert!(input.partition_key.as_deref() != Some("panic"), "the key says so");
        Ok(kinesis::PutRecordOutput {
            shard_id: "shardId-000000000000".into(),
            sequence_number: input.data.len().to_string(),
            encryption_type: None,
        })
    }
}

impl Handler<s3::ops::PutObject> for Fake {
    async fn handle(
        &self,
        _: &Context,
        mut input: s3::PutObjectRequest,
    ) -> Result<s3::PutObjectOutput> {
        if input.bucket == "missing" {
            return Err(Error::new(&s3::errors::NO_SUCH_BUCKET, "The bucket does not exist"));
        }
        let trailing = input.body.trailing().cloned();
        let body = std::mem::take(&mut input.body).collect(usize::MAX).await?;
        input.body = ByteStream::default().followed_by(trailing);
        *self.put.lock().unwrap() = Some((body.to_vec(), input));
        Ok(s3::PutObjectOutput::default())
    }
}

impl Handler<s3::ops::GetObject> for Fake {
    async fn handle(
        &self,
        _: &Context,
        input: s3::GetObjectRequest,
    ) -> Result<s3::GetObjectOutput> {
        if input.key == "long" {
            let piece = shapes::Bytes::from_static(&[b'x'; 1 << 18]);
            let pieces = Pieces((0..LONG_PIECES).map(|_| Ok(piece.clone())).collect());
            let body = ByteStream::new(pieces, Some(LONG_BYTES as u64));
            let content_length = Some(LONG_BYTES as i64);
            return Ok(s3::GetObjectOutput { body, content_length, ..Default::default() });
        }
        let mut pieces = VecDeque::from([Ok("hello ".into()), Ok("world".into())]);
        if input.key == "broken" {
            pieces[1] = Err(StreamError::new("InternalError", "The disk is gone."));
        }
        let body = ByteStream::new(Pieces(pieces), Some(11));
        Ok(s3::GetObjectOutput { body, content_length: Some(11), ..Default::default() })
    }
}

impl Handler<logs::ops::StartLiveTail> for Fake {
    async fn handle(
        &self,
        _: &Context,
        _: logs::StartLiveTailRequest,
    ) -> Result<logs::StartLiveTailResponse> {
        let mut told = self.told.subscribe();
        told.mark_changed();
        let events = futures_util::stream::unfold(told, |mut told| async {
            told.changed().await.ok()?;
            let message = Some(told.borrow_and_update().clone());
            let event = logs::LiveTailSessionLogEvent { message, ..Default::default() };
            let session_results = Some(vec![event]);
            let update = logs::LiveTailSessionUpdate { session_results, ..Default::default() };
            Some((logs::StartLiveTailResponseStream::SessionUpdate(update), told))
        });
        Ok(logs::StartLiveTailResponse { response_stream: EventStream::new(events) })
    }
}

impl Handler<s3::ops::DeleteObjects> for Fake {
    async fn handle(
        &self,
        _: &Context,
        _: s3::DeleteObjectsRequest,
    ) -> Result<s3::DeleteObjectsOutput> {
        Ok(s3::DeleteObjectsOutput::default())
    }
}

impl Handler<s3::ops::HeadObject> for Fake {
    async fn handle(&self, _: &Context, _: s3::HeadObjectRequest) -> Result<s3::HeadObjectOutput> {
        Ok(s3::HeadObjectOutput { content_length: Some(11), ..Default::default() })
    }
}

/// How long the object `long` is, and in how many pieces it comes.
pub const LONG_BYTES: usize = LONG_PIECES << 18;
const LONG_PIECES: usize = 64;

struct Pieces(VecDeque<std::result::Result<shapes::Bytes, StreamError>>);

impl futures_util::Stream for Pieces {
    type Item = std::result::Result<shapes::Bytes, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

/// A gateway that serves.
pub struct Served {
    pub address: SocketAddr,
    pub gateway: Arc<Gateway>,
    pub platform: Arc<Platform>,
    pub clock: Arc<ManualClock>,
    pub fake: Arc<Fake>,
    pub stop: oneshot::Sender<()>,
    pub serving: JoinHandle<()>,
}

pub async fn start(config: Config) -> Served {
    let (platform, clock) = platform::testing::platform();
    let fake = Arc::new(Fake::default());
    let mut operations = operations![
        fake => sts::ops::GetCallerIdentity, kinesis::ops::PutRecord,
        logs::ops::StartLiveTail, sns::ops::ListTopics,
        sns::ops::ConfirmSubscription: |_, _| Asks::nothing()
    ];
    // Who signs nothing is nobody to S3. Where nobody signs, its buckets are open to everybody.
    operations.extend(match config.auth {
        Auth::Off => operations![
            fake => s3::ops::PutObject: |_, _| Asks::nothing(),
            s3::ops::GetObject: |_, _| Asks::nothing(),
            s3::ops::HeadObject: |_, _| Asks::nothing(),
            s3::ops::DeleteObjects: |_, _| Asks::nothing(),
        ],
        Auth::Verify => operations![
            fake => s3::ops::PutObject, s3::ops::GetObject, s3::ops::HeadObject,
            s3::ops::DeleteObjects,
        ],
    });
    platform.serve(operations);
    let gateway = Gateway::new(platform.clone(), config, Some(Arc::new(Open)));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let shutdown = async {
        let _ = stopped.await;
    };
    let serving = tokio::spawn(serve(vec![Source::Port(listener)], gateway.clone(), shutdown));
    Served { address, gateway, platform, clock, fake, stop, serving }
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

/// A connection.
pub struct Client {
    pub stream: TcpStream,
    read: Vec<u8>,
}

impl Client {
    pub async fn new(address: SocketAddr) -> Self {
        Self::of(TcpStream::connect(address).await.unwrap())
    }

    /// A connection that was made already.
    pub fn of(stream: TcpStream) -> Self {
        Self { stream, read: Vec::new() }
    }

    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.write_all(bytes.as_ref()).await.unwrap();
    }

    /// Reads more; false at the end.
    pub async fn more(&mut self) -> bool {
        let mut buffer = [0; 4096];
        match self.stream.read(&mut buffer).await {
            Ok(0) | Err(_) => false,
            Ok(count) => {
                self.read.extend_from_slice(&buffer[..count]);
                true
            }
        }
    }

    /// The next head, up to its empty line.
    pub async fn head(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.read.windows(4).position(|window| window == b"\r\n\r\n") {
                let head: Vec<u8> = self.read.drain(..end + 4).collect();
                return Some(String::from_utf8_lossy(&head).into_owned());
            }
            if !self.more().await {
                return None;
            }
        }
    }

    /// The next answer. `has_body` is false for an answer to HEAD.
    pub async fn answer(&mut self, has_body: bool) -> Option<Answer> {
        let head = self.head().await?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let answer = Answer { status, head, body: Vec::new() };
        let length = answer.header("content-length").map_or(0, |value| value.parse().unwrap());
        let length = if has_body { length } else { 0 };
        while self.read.len() < length {
            if !self.more().await {
                return None;
            }
        }
        let body = self.read.drain(..length).collect();
        Some(Answer { body, ..answer })
    }

    /// Reads until this has come, and gives what came up to its end.
    pub async fn until(&mut self, what: &[u8]) -> Vec<u8> {
        loop {
            if let Some(at) = self.read.windows(what.len()).position(|window| window == what) {
                return self.read.drain(..at + what.len()).collect();
            }
            let so_far = String::from_utf8_lossy(&self.read).into_owned();
            assert!(self.more().await, "the connection ended after {so_far:?}");
        }
    }

    /// Whether the server has closed the connection, with nothing more to read.
    pub async fn is_closed(&mut self) -> bool {
        self.read.is_empty() && !self.more().await
    }
}

/// One request on a connection of its own, and its answer.
pub async fn ask(address: SocketAddr, request: impl AsRef<[u8]>) -> Answer {
    let mut client = Client::new(address).await;
    client.send(request).await;
    client.answer(true).await.unwrap()
}

/// A request with these headers and its length.
pub fn request(line: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut text = format!("{line} HTTP/1.1\r\n");
    if !headers.iter().any(|(name, _)| *name == "host") {
        text.push_str("host: localhost:4566\r\n");
    }
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    if !headers.iter().any(|(name, _)| *name == "transfer-encoding" || *name == "content-length") {
        text.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    let mut bytes = format!("{text}\r\n").into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

pub fn caller_identity(headers: &[(&str, &str)]) -> Vec<u8> {
    let form = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    let headers: Vec<_> = headers.iter().copied().chain([form]).collect();
    request("POST /", &headers, b"Action=GetCallerIdentity&Version=2011-06-15")
}

pub const LIVE_TAIL: [(&str, &str); 2] = [
    ("x-amz-target", "Logs_20140328.StartLiveTail"),
    ("content-type", "application/x-amz-json-1.1"),
];
pub const LIVE_TAIL_BODY: &[u8] = br#"{"logGroupIdentifiers":["arn:aws:logs:log-group:g"]}"#;

pub fn live_tail() -> Vec<u8> {
    request("POST /", &LIVE_TAIL, LIVE_TAIL_BODY)
}

pub fn put_record(partition_key: &str, data: &str) -> Vec<u8> {
    let body = format!(r#"{{"StreamName":"s","PartitionKey":"{partition_key}","Data":"{data}"}}"#);
    let headers = [
        ("x-amz-target", "Kinesis_20131202.PutRecord"),
        ("content-type", "application/x-amz-json-1.1"),
    ];
    request("POST /", &headers, body.as_bytes())
}

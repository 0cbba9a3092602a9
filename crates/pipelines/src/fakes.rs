//! What the pollers' own tests make up: the function, and faults on the way to the stream and to the
//! place where discarded records are reported.

use crate::destinations::Destinations;
use crate::disposal::{Discarded, Disposal};
use kinesis::Kinesis;
use platform::{BoxFuture, Context, Error, Handler, Result};
use serde_json::Value;
use shapes::Bytes;
use shapes::kinesis::ops::GetRecords;
use shapes::kinesis::{GetRecordsInput, GetRecordsOutput};
use shapes::lambda::ops::{GetFunctionConfiguration, Invoke};
use shapes::lambda::{
    FunctionConfiguration, GetFunctionConfigurationRequest, InvocationRequest, InvocationResponse,
    errors as lambda,
};
use shapes::s3::{PutObjectOutput, PutObjectRequest, errors as s3, ops::PutObject};
use shapes::sns::{PublishInput, PublishResponse, ops::Publish};
use shapes::sqs::{SendMessageRequest, SendMessageResult, errors as queues, ops::SendMessage};
use shapes::sts::{AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser, ops::AssumeRole};
use sqs::Sqs;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use tokio::sync::{Semaphore, watch};

/// The stream's GetRecords, which fails when a test says so.
pub(crate) struct Reads {
    pub kinesis: Arc<Kinesis>,
    pub errors: Mutex<VecDeque<Error>>,
}

impl Handler<GetRecords> for Reads {
    async fn handle(&self, cx: &Context, input: GetRecordsInput) -> Result<GetRecordsOutput> {
        assert!((1..=10_000).contains(&input.limit.unwrap()));
        let error = self.errors.lock().unwrap().pop_front();
        match error {
            Some(error) => Err(error),
            None => cx.run::<GetRecords, _>(&*self.kinesis, input).await,
        }
    }
}

/// Where discarded records are reported, as far as it works; from there they go to their destination.
pub(crate) struct Reports {
    pub onward: Destinations,
    pub failing: Mutex<bool>,
    /// The data of the records of each attempt, and whether it succeeded.
    pub attempts: Mutex<Vec<(Vec<String>, bool)>>,
}

impl Disposal for Reports {
    fn dispose(&self, discarded: Discarded) -> BoxFuture<'static, Result<()>> {
        let text = |data: &Bytes| String::from_utf8(data.to_vec()).unwrap();
        let data = discarded.records.iter().map(|record| text(&record.data)).collect();
        let failing = *self.failing.lock().unwrap();
        self.attempts.lock().unwrap().push((data, !failing));
        let onward = self.onward.dispose(discarded);
        Box::pin(async move {
            if failing { Err(Error::internal("the report was made to fail")) } else { onward.await }
        })
    }
}

/// The one bucket, queue and topic, all of them `letters`, and the role that may write into them.
/// Messages to other queues are sent there.
pub(crate) struct Letters {
    pub sqs: Arc<Sqs>,
    pub there: Mutex<bool>,
    /// By key.
    pub kept: Mutex<BTreeMap<String, Value>>,
    /// By the name of the queue or topic.
    pub sent: Mutex<Vec<(String, Value)>>,
}

impl Letters {
    fn send(&self, cx: &Context, name: &str, letter: &str) -> Result<()> {
        assert_eq!(cx.caller_arn(), "arn:aws:sts::000000000000:assumed-role/r/f-");
        if !*self.there.lock().unwrap() {
            let message = "The specified queue does not exist.";
            return Err(Error::new(&queues::QUEUE_DOES_NOT_EXIST, message));
        }
        let letter = serde_json::from_str(letter).unwrap();
        self.sent.lock().unwrap().push((name.to_owned(), letter));
        Ok(())
    }
}

impl Handler<SendMessage> for Letters {
    async fn handle(&self, cx: &Context, input: SendMessageRequest) -> Result<SendMessageResult> {
        if !input.queue_url.ends_with("/letters") {
            return cx.run::<SendMessage, _>(&*self.sqs, input).await;
        }
        self.send(cx, &input.queue_url, &input.message_body)?;
        Ok(SendMessageResult::default())
    }
}

impl Handler<Publish> for Letters {
    async fn handle(&self, cx: &Context, input: PublishInput) -> Result<PublishResponse> {
        self.send(cx, input.topic_arn.as_deref().unwrap(), &input.message)?;
        Ok(PublishResponse::default())
    }
}

impl Handler<AssumeRole> for Letters {
    async fn handle(&self, cx: &Context, input: AssumeRoleRequest) -> Result<AssumeRoleResponse> {
        assert_eq!(cx.caller_arn(), "lambda.amazonaws.com");
        assert_eq!(input.role_arn, "arn:aws:iam::000000000000:role/r");
        let assumed_role_id = format!("AROAR:{}", input.role_session_name);
        let user = AssumedRoleUser { assumed_role_id, arn: String::new() };
        Ok(AssumeRoleResponse { assumed_role_user: Some(user), ..Default::default() })
    }
}

impl Handler<PutObject> for Letters {
    async fn handle(&self, cx: &Context, input: PutObjectRequest) -> Result<PutObjectOutput> {
        assert_eq!(cx.caller_arn(), "arn:aws:sts::000000000000:assumed-role/r/f-");
        if !*self.there.lock().unwrap() {
            return Err(Error::new(&s3::NO_SUCH_BUCKET, "The specified bucket does not exist"));
        }
        assert_eq!(input.bucket, "letters");
        let letter = input.body.collect(usize::MAX).await.unwrap();
        let letter = serde_json::from_slice(&letter).unwrap();
        self.kept.lock().unwrap().insert(input.key, letter);
        Ok(PutObjectOutput::default())
    }
}

/// What the function does with a batch.
pub(crate) enum Reply {
    Answer(String),
    Fail,
    Throttle,
    /// Takes the batch when there is a permit.
    Wait(Arc<Semaphore>),
}

/// One function, `f` or `g`, and what it was asked.
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
    /// A function that takes everything.
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            there: Mutex::new(true),
            replies: Mutex::default(),
            events: watch::Sender::default(),
            poison: Mutex::default(),
            role: Mutex::new("arn:aws:iam::000000000000:role/r".to_owned()),
        })
    }

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
        if let Some(body) = record["body"].as_str() {
            return body.to_owned();
        }
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
        Ok(FunctionConfiguration { role, timeout: Some(3), ..Default::default() })
    }
}

impl Handler<Invoke> for FakeLambda {
    async fn handle(&self, cx: &Context, input: InvocationRequest) -> Result<InvocationResponse> {
        assert_eq!(cx.caller_arn(), "lambda.amazonaws.com");
        assert_eq!(input.invocation_type.as_deref(), Some("RequestResponse"));
        self.check()?;
        let payload = input.payload.unwrap();
        assert!(payload.len() <= 6 << 20, "{} bytes are more than Lambda takes", payload.len());
        let event: Value = serde_json::from_slice(&payload).unwrap();
        let poisoned =
            self.poison.lock().unwrap().is_some_and(|it| data(&event).contains(&it.into()));
        self.events.send_modify(|events| events.push(event));
        let reply = self.replies.lock().unwrap().pop_front();
        let (mut payload, mut function_error) = ("null".to_owned(), None);
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
        let payload = Some(payload.into());
        Ok(InvocationResponse { payload, function_error, ..Default::default() })
    }
}

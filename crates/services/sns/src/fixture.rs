//! A service for the tests.

use crate::records::message::OUTBOX;
use crate::{Config, Sns};
use platform::{
    Company, Context, Error, Handler, ManualClock, Platform, Result, SeededIds, Service,
    operations, testing,
};
use shapes::ErrorShape;
use shapes::lambda::ops::Invoke;
use shapes::lambda::{InvocationRequest, InvocationResponse};
use shapes::sns::ops::{CreateTopic, Publish, Subscribe};
use shapes::sns::{CreateTopicInput, PublishInput, PublishResponse, SubscribeInput};
use shapes::sqs::ops::{SendMessage, SendMessageBatch};
use shapes::sqs::{
    MessageAttributeValue, SendMessageBatchRequest, SendMessageBatchResult, SendMessageRequest,
    SendMessageResult,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use store::faulty::Faults;
use store::{Scan, Store};

pub struct Setting {
    pub sns: Arc<Sns>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
    pub world: Arc<World>,
}

/// What stands for queues and functions.
#[derive(Default)]
pub struct World {
    got: Mutex<Vec<Got>>,
    /// Endpoints that do not exist, and such that fail, by the ends of their names.
    pub missing: Mutex<BTreeSet<String>>,
    pub failing: Mutex<BTreeSet<String>>,
    /// An endpoint that fails once.
    pub fails_once: Mutex<Option<String>>,
}

/// What an endpoint got.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Got {
    pub endpoint: String,
    pub body: String,
    pub attributes: BTreeMap<String, MessageAttributeValue>,
    pub group: Option<String>,
    pub dedup: Option<String>,
}

static NO_QUEUE: ErrorShape = ErrorShape::client("QueueDoesNotExist", 400);
static FAILS: ErrorShape = ErrorShape::server("ServiceUnavailable", 503);

impl World {
    fn take(&self, got: Got) -> Result<()> {
        let is_one = |of: &Mutex<BTreeSet<String>>| {
            of.lock().unwrap().iter().any(|name| got.endpoint.ends_with(name.as_str()))
        };
        if is_one(&self.missing) {
            return Err(Error::new(&NO_QUEUE, "The specified queue does not exist."));
        }
        let once = self.fails_once.lock().unwrap().take_if(|name| got.endpoint.ends_with(&**name));
        if once.is_some() || is_one(&self.failing) {
            return Err(Error::new(&FAILS, "later"));
        }
        self.got.lock().unwrap().push(got);
        Ok(())
    }

    /// All that came, in the order in which it came.
    pub fn got(&self) -> Vec<Got> {
        self.got.lock().unwrap().clone()
    }

    /// The bodies of what came to an endpoint.
    pub fn bodies(&self, name: &str) -> Vec<String> {
        let all = self.got().into_iter();
        all.filter(|it| it.endpoint.ends_with(name)).map(|it| it.body).collect()
    }
}

impl Handler<SendMessage> for World {
    async fn handle(&self, _: &Context, it: SendMessageRequest) -> Result<SendMessageResult> {
        self.take(Got {
            endpoint: it.queue_url,
            body: it.message_body,
            attributes: it.message_attributes.unwrap_or_default(),
            group: it.message_group_id,
            dedup: it.message_deduplication_id,
        })?;
        Ok(SendMessageResult::default())
    }
}

impl Handler<SendMessageBatch> for World {
    async fn handle(
        &self,
        _: &Context,
        input: SendMessageBatchRequest,
    ) -> Result<SendMessageBatchResult> {
        for it in input.entries {
            self.take(Got {
                endpoint: input.queue_url.clone(),
                body: it.message_body,
                attributes: it.message_attributes.unwrap_or_default(),
                group: it.message_group_id,
                dedup: it.message_deduplication_id,
            })?;
        }
        Ok(SendMessageBatchResult::default())
    }
}

impl Handler<Invoke> for World {
    async fn handle(&self, _: &Context, it: InvocationRequest) -> Result<InvocationResponse> {
        let body = String::from_utf8(it.payload.unwrap().to_vec()).unwrap();
        self.take(Got { endpoint: it.function_name, body, ..Got::default() })?;
        Ok(InvocationResponse::default())
    }
}

pub fn config() -> Config {
    Config { endpoint_url: "http://localhost:4566".to_owned(), ..Config::default() }
}

/// A service that answers calls, with queues and functions beside it.
pub fn setting() -> Setting {
    let (platform, clock) = testing::platform();
    on(platform, clock, Arc::default())
}

/// The same on a store that fails when it is told to.
pub fn faulty() -> (Setting, Faults) {
    let (faults, clock) = (Faults::default(), Arc::new(ManualClock::at(testing::START)));
    let store = faults.wrap(store::memory::store());
    let platform = Platform::new(store, clock.clone(), Arc::new(SeededIds::new(1)));
    (on(platform, clock, Arc::default()), faults)
}

/// The same in a process that knows that it is not alone.
pub fn shared() -> Setting {
    let clock = Arc::new(ManualClock::at(testing::START));
    beside(store::memory::store(), clock, Arc::default(), 1)
}

fn beside(store: Store, clock: Arc<ManualClock>, world: Arc<World>, seed: u64) -> Setting {
    let ids = Arc::new(SeededIds::new(seed));
    on(Platform::in_company(store, clock.clone(), ids, Company::Shared), clock, world)
}

fn on(platform: Arc<Platform>, clock: Arc<ManualClock>, world: Arc<World>) -> Setting {
    let sns = Sns::new(platform.clone(), config());
    let mut served = platform::served(&sns);
    served.extend(operations![world => SendMessage, SendMessageBatch, Invoke]);
    platform.serve(served);
    platform.deadlines.start();
    Setting { sns, cx: testing::context(&platform), clock, world }
}

pub fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

impl Setting {
    /// The same store in another process, after this one is gone.
    pub async fn restarted(&self) -> Self {
        let (store, clock) = (self.cx.platform().store.clone(), self.clock.clone());
        let ids = Arc::new(SeededIds::new(2));
        let again = on(Platform::new(store, clock.clone(), ids), clock, self.world.clone());
        again.sns.clone().start().await.unwrap();
        again
    }

    /// Another process beside this one.
    pub async fn beside(&self) -> Self {
        let store = self.cx.platform().store.clone();
        let other = beside(store, self.clock.clone(), self.world.clone(), 2);
        other.sns.clone().start().await.unwrap();
        other
    }

    /// Publishes a text, to a group if there is one.
    pub async fn publish(&self, topic: &str, text: &str, group: Option<&str>) -> PublishResponse {
        let input = PublishInput {
            topic_arn: Some(topic.to_owned()),
            message: text.to_owned(),
            message_group_id: group.map(str::to_owned),
            ..Default::default()
        };
        self.cx.call::<Publish>(input).await.unwrap()
    }

    /// How many messages are on their way.
    pub async fn on_their_way(&self) -> usize {
        self.cx.tables().scan(OUTBOX.table, Scan::prefix(b"")).await.unwrap().len()
    }

    /// Waits until all that was published is settled, or waits for its time.
    pub async fn until_settled(&self) {
        testing::until(async || self.on_their_way().await == 0).await;
    }

    /// Makes a topic and gives its ARN.
    pub async fn topic(&self, name: &str, attributes: &[(&str, &str)]) -> String {
        let attributes = Some(map(attributes));
        let input = CreateTopicInput { name: name.to_owned(), attributes, ..Default::default() };
        let output = self.cx.call::<CreateTopic>(input).await.unwrap();
        output.topic_arn.unwrap()
    }

    /// Subscribes a queue of this name and gives the subscription's ARN.
    pub async fn subscribe(&self, topic: &str, queue: &str, attributes: &[(&str, &str)]) -> String {
        let input = SubscribeInput {
            topic_arn: topic.to_owned(),
            protocol: "sqs".to_owned(),
            endpoint: Some(self.cx.arn("sqs", queue)),
            attributes: Some(map(attributes)),
            return_subscription_arn: None,
        };
        let output = self.cx.call::<Subscribe>(input).await.unwrap();
        output.subscription_arn.unwrap()
    }
}

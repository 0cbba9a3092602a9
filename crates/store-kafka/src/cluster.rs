//! The brokers, which of them leads a topic, and connections to them.

use crate::batch::Numbered;
use crate::connection::{Ask, Connection};
use crate::failure::{Attempt, Trouble};
use crate::outbox::Outbox;
use crate::settings::Options;
use kafka_protocol::messages::metadata_request::MetadataRequestTopic;
use kafka_protocol::messages::metadata_response::MetadataResponseTopic;
use kafka_protocol::messages::{
    BrokerId, InitProducerIdRequest, MetadataRequest, MetadataResponse, ProducerId, TopicName,
};
use kafka_protocol::protocol::StrBytes;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::Instant;

/// How long one attempt to connect may take.
const CONNECT: Duration = Duration::from_secs(3);
/// The pauses between attempts grow between these.
const PAUSES: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(500));

/// A connection that is opened when it is needed, and again when it broke.
pub(crate) struct Slot {
    address: String,
    held: tokio::sync::Mutex<Option<Arc<Connection>>>,
}

impl Slot {
    pub fn new(address: &str) -> Self {
        Self { address: address.to_owned(), held: tokio::sync::Mutex::default() }
    }

    pub async fn connection(&self, within: Duration) -> Attempt<Arc<Connection>> {
        let mut held = self.held.lock().await;
        match &*held {
            Some(connection) if !connection.is_broken() => Ok(connection.clone()),
            _ => {
                let opened = Connection::open(&self.address, within.min(CONNECT)).await?;
                Ok(held.insert(Arc::new(opened)).clone())
            }
        }
    }
}

/// One broker.
pub(crate) struct Broker {
    address: String,
    /// For what is asked seldom.
    errands: Slot,
    readers: Vec<Slot>,
    turn: AtomicUsize,
    pub outbox: Outbox,
}

impl Broker {
    fn new(address: String, options: &Options) -> Self {
        Self {
            errands: Slot::new(&address),
            readers: (0..options.readers.max(1)).map(|_| Slot::new(&address)).collect(),
            turn: AtomicUsize::new(0),
            outbox: Outbox::new(&address, options.writers, options.patience),
            address,
        }
    }

    /// Fails when the broker is not to be had.
    pub async fn reach(&self, within: Duration) -> Attempt<()> {
        self.errands.connection(within).await.map(drop)
    }

    async fn reader(&self, within: Duration) -> Attempt<Arc<Connection>> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) % self.readers.len();
        self.readers.get(turn).unwrap_or(&self.errands).connection(within).await
    }
}

/// The brokers that were named, and those that these know.
pub(crate) struct Cluster {
    pub options: Options,
    named: Vec<Slot>,
    known: Mutex<Known>,
    producer: OnceCell<Numbered>,
    closed: AtomicBool,
}

#[derive(Default)]
struct Known {
    brokers: BTreeMap<BrokerId, Arc<Broker>>,
    leaders: BTreeMap<String, BrokerId>,
}

/// How long something is tried, with growing pauses.
pub(crate) struct Patience {
    until: Instant,
    pause: Duration,
}

impl Patience {
    pub fn new(limit: Duration) -> Self {
        Self { until: Instant::now() + limit, pause: PAUSES.0 }
    }

    /// Waits a little after what may pass.
    ///
    /// # Errors
    /// The trouble, where it does not pass or has been waited for long enough.
    pub async fn after(&mut self, trouble: Trouble) -> Attempt<()> {
        let Trouble::Later(_) = trouble else { return Err(trouble) };
        if Instant::now() + self.pause > self.until {
            return Err(trouble);
        }
        self.pause().await;
        Ok(())
    }

    /// Waits a little, however long it has been.
    pub async fn pause(&mut self) {
        tokio::time::sleep(self.pause).await;
        self.pause = (self.pause * 2).min(PAUSES.1);
    }
}

pub(crate) fn topic_name(topic: &str) -> TopicName {
    TopicName(StrBytes::from_string(topic.to_owned()))
}

impl Cluster {
    pub fn new(options: Options) -> store::Result<Self> {
        let named = options.addresses()?.iter().map(|address| Slot::new(address)).collect();
        let (known, producer) = (Mutex::default(), OnceCell::new());
        Ok(Self { options, named, known, producer, closed: AtomicBool::new(false) })
    }

    /// Ends what goes on in the background.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Release);
        *self.known() = Known::default();
    }

    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    pub fn patience(&self) -> Patience {
        Patience::new(self.options.patience)
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn brokers(&self) -> Vec<Arc<Broker>> {
        self.known().brokers.values().cloned().collect()
    }

    /// The numbers of the brokers, once they were asked for.
    pub fn broker_ids(&self) -> Vec<i32> {
        self.known().brokers.keys().map(|id| id.0).collect()
    }

    /// What some broker answers: any can, or passes it on.
    pub async fn ask_any<R: Ask>(&self, request: &R) -> Attempt<R::Answer> {
        let brokers = self.brokers();
        let slots = brokers.iter().map(|broker| &broker.errands).chain(&self.named);
        let mut last = Trouble::Later("Kafka: there is no broker".to_owned());
        for slot in slots {
            match slot.connection(self.options.patience).await {
                Ok(connection) => return connection.call(request, self.options.patience).await,
                Err(trouble @ Trouble::Later(_)) => last = trouble,
                Err(trouble) => return Err(trouble),
            }
        }
        Err(last)
    }

    /// What one broker answers.
    pub async fn ask_broker<R: Ask>(&self, id: i32, request: &R) -> Attempt<R::Answer> {
        let broker = self.known().brokers.get(&BrokerId(id)).cloned();
        let gone = || Trouble::Later(format!("Kafka: broker {id} is gone"));
        let errands = &broker.ok_or_else(gone)?.errands;
        let within = self.options.patience;
        errands.connection(within).await?.call(request, within).await
    }

    /// What the leader of a topic answers.
    pub async fn ask_leader<R: Ask>(&self, topic: &str, request: &R) -> Attempt<R::Answer> {
        let within = self.options.patience;
        let asked = async {
            let connection = self.leader(topic).await?.reader(within).await?;
            connection.call(request, within).await
        };
        let answer = asked.await;
        if answer.is_err() {
            self.forget(topic);
        }
        answer
    }

    /// What is known of topics, or of all, to some broker.
    pub async fn describe(&self, topics: Option<&[&str]>) -> Attempt<MetadataResponse> {
        let answer = self.ask_any(&metadata(topics)).await?;
        self.learn(&answer)?;
        Ok(answer)
    }

    fn learn(&self, answer: &MetadataResponse) -> Attempt<()> {
        if answer.brokers.is_empty() {
            return Err(Trouble::Later("Kafka: no broker is ready".to_owned()));
        }
        if self.is_closed() {
            return Err(Trouble::Refused(store::Error::Closed));
        }
        let mut known = self.known();
        let mut brokers = BTreeMap::new();
        for broker in &answer.brokers {
            let address = match broker.host.contains(':') {
                true => format!("[{}]:{}", broker.host.as_str(), broker.port),
                false => format!("{}:{}", broker.host.as_str(), broker.port),
            };
            let same = known.brokers.remove(&broker.node_id).filter(|it| it.address == address);
            let broker_of = || Arc::new(Broker::new(address, &self.options));
            brokers.insert(broker.node_id, same.unwrap_or_else(broker_of));
        }
        known.brokers = brokers;
        for topic in &answer.topics {
            let Some(name) = &topic.name else { continue };
            match leader_of(topic) {
                Ok(leader) => known.leaders.insert(name.to_string(), leader),
                Err(_) => known.leaders.remove(name.as_str()),
            };
        }
        Ok(())
    }

    /// The broker that leads a topic.
    pub async fn leader(&self, topic: &str) -> Attempt<Arc<Broker>> {
        let cached = || {
            let known = self.known();
            known.leaders.get(topic).and_then(|leader| known.brokers.get(leader)).cloned()
        };
        if let Some(broker) = cached() {
            return Ok(broker);
        }
        let answer = self.describe(Some(&[topic])).await?;
        let found = answer.topics.first().ok_or_else(|| Trouble::strange(topic))?;
        leader_of(found)?;
        cached().ok_or_else(|| Trouble::Later(format!("Kafka: the leader of {topic} is gone")))
    }

    /// Has the leader of a topic looked up anew.
    pub fn forget(&self, topic: &str) {
        self.known().leaders.remove(topic);
    }

    /// Whether any broker knows a topic: one may lag behind.
    pub async fn exists(&self, topic: &str) -> Attempt<bool> {
        if self.brokers().is_empty() {
            self.describe(Some(&[])).await?;
        }
        let request = metadata(Some(&[topic]));
        let within = self.options.patience;
        let ask = async |broker: &Broker| {
            let answer = broker.errands.connection(within).await?.call(&request, within).await?;
            let found = answer.topics.first().ok_or_else(|| Trouble::strange(topic))?;
            match Trouble::from_code(found.error_code, topic) {
                Some(Trouble::Missing) => Ok(false),
                Some(trouble @ Trouble::Refused(_)) => Err(trouble),
                _ => Ok(true),
            }
        };
        let brokers = self.brokers();
        let answers =
            futures_util::future::join_all(brokers.iter().map(|broker| ask(broker))).await;
        let mut outcome = Err(Trouble::Later("Kafka: no broker answers".to_owned()));
        for answer in answers {
            match answer {
                Ok(true) => return Ok(true),
                Ok(false) => outcome = Ok(false),
                Err(trouble) if outcome.is_err() => outcome = Err(trouble),
                Err(_) => {}
            }
        }
        if outcome.is_err() {
            // Those that are known may all have moved.
            self.describe(Some(&[])).await?;
        }
        outcome
    }

    /// The number that batches of this process bear.
    pub async fn producer(&self) -> Attempt<Numbered> {
        self.producer.get_or_try_init(|| self.new_producer()).await.copied()
    }

    /// A number that no other batches bear.
    pub async fn new_producer(&self) -> Attempt<Numbered> {
        let request = InitProducerIdRequest::default()
            .with_transactional_id(None)
            .with_transaction_timeout_ms(i32::MAX);
        let answer = self.ask_any(&request).await?;
        match Trouble::from_code(answer.error_code, "a producer's number") {
            Some(trouble) => Err(trouble),
            None => {
                let ProducerId(producer) = answer.producer_id;
                Ok(Numbered { producer, epoch: answer.producer_epoch, sequence: 0 })
            }
        }
    }
}

fn metadata(topics: Option<&[&str]>) -> MetadataRequest {
    let topic = |topic: &&str| MetadataRequestTopic::default().with_name(Some(topic_name(topic)));
    MetadataRequest::default()
        .with_topics(topics.map(|topics| topics.iter().map(topic).collect()))
        .with_allow_auto_topic_creation(false)
}

fn leader_of(topic: &MetadataResponseTopic) -> Attempt<BrokerId> {
    let name = topic.name.as_ref().map_or("", |name| name.as_str());
    if let Some(trouble) = Trouble::from_code(topic.error_code, name) {
        return Err(trouble);
    }
    let partition = topic.partitions.iter().find(|partition| partition.partition_index == 0);
    match partition.map(|partition| partition.leader_id) {
        Some(leader) if leader.0 >= 0 => Ok(leader),
        _ => Err(Trouble::Later(format!("Kafka: {name} has no leader"))),
    }
}

//! Batches on their way to one broker: those that wait together go in one request.

use crate::cluster::Slot;
use crate::failure::{Attempt, Trouble};
use bytes::Bytes;
use kafka_protocol::messages::produce_request::{PartitionProduceData, TopicProduceData};
use kafka_protocol::messages::{ProduceRequest, ProduceResponse, TopicName};
use kafka_protocol::protocol::StrBytes;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc, oneshot};

/// The most bytes of a request, unless one batch has more.
const MOST_BYTES: usize = 8 << 20;

/// A batch for a topic that has no other under way.
pub(crate) struct Parcel {
    pub topic: String,
    pub batch: Bytes,
    /// The offset of its first record.
    pub placed: oneshot::Sender<Attempt<i64>>,
}

/// What waits to be sent to one broker. Its tasks end with it.
pub(crate) struct Outbox {
    parcels: mpsc::UnboundedSender<Parcel>,
}

struct Sender {
    waiting: Arc<Mutex<mpsc::UnboundedReceiver<Parcel>>>,
    slot: Slot,
    within: Duration,
}

impl Outbox {
    /// Sends over so many connections, with one request under way on each: a broker looks at the next
    /// only when it has answered.
    pub fn new(address: &str, connections: usize, within: Duration) -> Self {
        let (parcels, waiting) = mpsc::unbounded_channel();
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..connections.max(1) {
            let slot = Slot::new(address);
            tokio::spawn(Sender { waiting: waiting.clone(), slot, within }.run());
        }
        Self { parcels }
    }

    /// Where a batch was put. Where that is not answered, it may have been.
    pub async fn send(&self, topic: &str, batch: Bytes) -> Attempt<i64> {
        let (placed, answer) = oneshot::channel();
        let gone = || Trouble::Later("Kafka: a broker is gone".to_owned());
        let parcel = Parcel { topic: topic.to_owned(), batch, placed };
        self.parcels.send(parcel).map_err(|_| gone())?;
        answer.await.unwrap_or_else(|_| Err(gone()))
    }
}

impl Sender {
    async fn run(self) {
        loop {
            let parcels = self.next().await;
            if parcels.is_empty() {
                return;
            }
            let mut answered = match self.ask(&parcels).await {
                Ok(answer) => places(&answer),
                Err(trouble) => {
                    for parcel in parcels {
                        drop(parcel.placed.send(Err(trouble.clone())));
                    }
                    continue;
                }
            };
            for Parcel { topic, placed, .. } in parcels {
                let place = answered.remove(&topic);
                drop(placed.send(place.unwrap_or_else(|| Err(Trouble::strange(&topic)))));
            }
        }
    }

    /// What waits; nothing when there will be nothing more.
    async fn next(&self) -> Vec<Parcel> {
        let mut waiting = self.waiting.lock().await;
        let mut parcels: Vec<Parcel> = waiting.recv().await.into_iter().collect();
        let mut bytes: usize = parcels.iter().map(|parcel| parcel.batch.len()).sum();
        while !parcels.is_empty() && bytes < MOST_BYTES {
            let Ok(parcel) = waiting.try_recv() else { break };
            bytes += parcel.batch.len();
            parcels.push(parcel);
        }
        parcels
    }

    async fn ask(&self, parcels: &[Parcel]) -> Attempt<ProduceResponse> {
        let connection = self.slot.connection(self.within).await?;
        let topic = |parcel: &Parcel| {
            let batch = PartitionProduceData::default().with_records(Some(parcel.batch.clone()));
            TopicProduceData::default()
                .with_name(TopicName(StrBytes::from_string(parcel.topic.clone())))
                .with_partition_data(vec![batch])
        };
        let request = ProduceRequest::default()
            .with_acks(-1)
            .with_timeout_ms(i32::try_from(self.within.as_millis()).unwrap_or(i32::MAX))
            .with_topic_data(parcels.iter().map(topic).collect());
        // The broker is to answer first when it is the others that it waits for.
        connection.call(&request, self.within.saturating_add(Duration::from_secs(2))).await
    }
}

fn places(answer: &ProduceResponse) -> BTreeMap<String, Attempt<i64>> {
    let mut places = BTreeMap::new();
    for topic in &answer.responses {
        for partition in &topic.partition_responses {
            let place = match Trouble::from_code(partition.error_code, &topic.name) {
                Some(trouble) => Err(trouble),
                None => Ok(partition.base_offset),
            };
            places.insert(topic.name.to_string(), place);
        }
    }
    places
}

//! The engine over a real broker. `./test` runs these where it has put Kafka's jars:
//! `KAFKA_JARS=… cargo test --package store-kafka -- --ignored`.
#![allow(clippy::unwrap_used)]

#[path = "kafka/mod.rs"]
mod broker;

use broker::Broker;
use std::sync::Arc;
use store::confirming::Confirming;
use store::memory;
use store_kafka::KafkaLog;

fn confirming(log: KafkaLog) -> Confirming {
    Confirming::new(Arc::new(log), memory::store().tables)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Kafka"]
async fn it_keeps_what_a_log_promises() {
    let broker = Broker::start(1);
    store::contract::log::run(&confirming(broker.log("contract").await)).await;
}

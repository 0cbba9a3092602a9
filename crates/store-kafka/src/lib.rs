//! Records on Kafka, for several processes that share them.
//!
//! Knows: Kafka's protocol, how a log's lanes lie in topics, when a batch may be sent again and when
//! not. Must not know: what the bytes mean, AWS, HTTP, the other engines.
//!
//! The brokers may be shared with other programs: ours are the topics whose names begin with the
//! prefix and a dot. Every process that shares a log has to name the same prefix.
//!
//! Kafka refuses no append for what another process has decided, so [`KafkaLog`] seals nothing: it
//! has to be wrapped in `store::confirming::Confirming`, with tables that all processes share. Then
//! it keeps all that `store::Log` promises but one thing: see [`KafkaLog`].

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod batch;
mod cluster;
mod connection;
mod failure;
mod lane;
mod log;
mod logs;
mod names;
mod outbox;
mod promises;
mod reader;
mod settings;
mod times;

pub use log::KafkaLog;
pub use promises::Promise;
pub use settings::Options;

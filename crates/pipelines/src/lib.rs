//! Moves records from streams to functions: event source mappings and their pollers.
//!
//! Knows: the five operations of Lambda on event source mappings, how records become batches
//! (`machine`), how far each shard of each mapping has come, and the tasks that read, offer and
//! keep. Must not know: how a stream keeps its records or a function is run; it asks both as any
//! client does, through the operations of Kinesis and Lambda.
//!
//! A record is offered at least once, and those of one partition key in their order. A checkpoint
//! is kept after the function has answered, and after what was given up is disposed of, so what was
//! in flight when a process dies is offered again.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod answer;
mod disposal;
mod errors;
mod event;
#[cfg(test)]
mod fakes;
mod live;
mod machine;
mod names;
mod operations;
mod pipelines;
mod poller;
mod records;
mod settings;
mod shards;
mod source;
mod status;
mod target;
mod view;
#[cfg(test)]
mod world;

#[cfg(test)]
mod journeys;

pub use pipelines::Pipelines;
pub use status::{MappingStatus, ShardStatus};

use platform::Served;
use shapes::lambda::ops::{
    CreateEventSourceMapping, DeleteEventSourceMapping, GetEventSourceMapping,
    ListEventSourceMappings, UpdateEventSourceMapping,
};
use std::sync::Arc;

/// The operations that this crate serves, for the registry.
pub fn operations(service: &Arc<Pipelines>) -> Vec<Served> {
    platform::operations![service =>
        CreateEventSourceMapping,
        DeleteEventSourceMapping,
        GetEventSourceMapping,
        ListEventSourceMappings,
        UpdateEventSourceMapping,
    ]
}

//! Moves records from streams, tables' streams and queues to functions: event source mappings and their pollers.
//!
//! Knows: the five operations of Lambda on event source mappings, how records become batches
//! (`machine`) and messages (`queue`), which of them a function wants (`filter`), how far each shard
//! of each mapping has come, the tasks that read, offer and keep, each mapping's under a lease, so that of several
//! processes one moves it, and where a letter about what was given up goes (`destinations`).
//! Must not know: how a stream or a queue keeps its records, a function is run or a bucket is written; it asks
//! all of them as any client does, through their operations.
//!
//! A record is offered at least once, and those of one partition key in their order. A checkpoint
//! is kept after the function has answered, and after what was given up is disposed of, so what was
//! in flight when a process dies is offered again. A message is deleted after the function has
//! answered, and until then it is the queue's.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod answer;
mod changes;
mod counts;
mod destinations;
mod disposal;
mod encryption;
mod ended;
mod errors;
mod event;
#[cfg(test)]
mod fakes;
mod fanout;
mod filter;
mod letter;
mod live;
mod machine;
mod names;
mod operations;
mod pipelines;
mod poller;
mod queue;
mod records;
mod settings;
mod shards;
mod source;
mod status;
mod stream;
mod target;
mod view;
#[cfg(test)]
mod world;

#[cfg(test)]
mod journeys;

pub use counts::EventCounts;
pub use pipelines::Pipelines;
pub use records::checkpoint::TABLE as CHECKPOINTS;
pub use status::{MappingStatus, ShardStatus, Tally};

use platform::{Asks, BoxFuture, Context, Result, Served, Service, operations};
use shapes::lambda::ops::*;
use std::sync::Arc;

impl Service for Pipelines {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            CreateEventSourceMapping,
            DeleteEventSourceMapping: |cx, it| mapping(cx, &it.uuid),
            GetEventSourceMapping: |cx, it| mapping(cx, &it.uuid),
            ListEventSourceMappings,
            UpdateEventSourceMapping: |cx, it| mapping(cx, &it.uuid),
        ]
    }

    fn start(self: Arc<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move { Pipelines::start(&self).await })
    }

    fn rest(&self) -> BoxFuture<'_, ()> {
        Box::pin(Pipelines::stop(self))
    }
}

/// A mapping, as the page "Actions, resources, and condition keys for AWS Lambda" names it.
fn mapping(cx: &Context, uuid: &str) -> Asks {
    Asks::on(cx.arn("lambda", format_args!("event-source-mapping:{uuid}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{self, Example, check_asks};
    use shapes::lambda::{
        DeleteEventSourceMappingRequest, GetEventSourceMappingRequest,
        UpdateEventSourceMappingRequest,
    };

    #[allow(clippy::needless_update)] // Some inputs have nothing but the mapping's id.
    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let uuid = "u".to_owned();
        macro_rules! on_mapping {
            ($($operation:ident: $input:ident),+ $(,)?) => {
                vec![$(Example::of::<$operation>(
                    $input { uuid: uuid.clone(), ..Default::default() },
                    &[concat!(
                        "lambda:", stringify!($operation),
                        " arn:aws:lambda:us-east-1:000000000000:event-source-mapping:u",
                    )],
                )),+]
            };
        }
        let mut examples = on_mapping![
            DeleteEventSourceMapping: DeleteEventSourceMappingRequest,
            GetEventSourceMapping: GetEventSourceMappingRequest,
            UpdateEventSourceMapping: UpdateEventSourceMappingRequest,
        ];
        examples.extend([
            Example::of::<CreateEventSourceMapping>(
                Default::default(),
                &["lambda:CreateEventSourceMapping *"],
            ),
            Example::of::<ListEventSourceMappings>(
                Default::default(),
                &["lambda:ListEventSourceMappings *"],
            ),
        ]);
        let served = Pipelines::new(platform.clone()).operations();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}

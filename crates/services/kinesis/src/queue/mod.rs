//! Queues over a stream: records handed out one by one, to whoever asks, until they are acknowledged.
//!
//! A record lies once, in its stream's log. A queue has a position for each shard (`position_record`) and
//! a row for each record that was handed out and is not done (`entry_record`); what may be received
//! when is decided by `machine`, which is pure, and kept in memory by the process that serves the queue
//! (`live`). New records come from the shards (`feed`), in parents before their children.

mod entries;
mod entry_record;
mod feed;
mod gone;
mod handle;
#[cfg(test)]
mod histories;
mod lifecycle;
mod live;
mod machine;
mod name_record;
mod position_record;
mod queues;
mod receive;
mod record;
mod settings;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub(crate) use entries::answer;
pub use entry_record::TABLE as RECORDS;
pub(crate) use gone::sweep_all;
pub(crate) use machine::Path;
pub(crate) use name_record::NAMES;
pub use position_record::TABLE as POSITIONS;
pub(crate) use queues::Queues;
pub(crate) use receive::Request;
pub(crate) use record::{QUEUES, QueueRecord, QueueStatus};
pub(crate) use settings::{Settings, described, start};

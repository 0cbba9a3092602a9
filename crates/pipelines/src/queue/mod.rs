//! Queues as sources: Amazon SQS.

pub(crate) mod ask;
mod event;
pub(crate) mod machine;
mod offer;
pub(crate) mod poller;

pub(crate) use machine::Rules;

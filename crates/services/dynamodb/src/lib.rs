//! Amazon DynamoDB and DynamoDB Streams: tables of items, their indexes, and what happened to them.
//!
//! Knows: how values compare and sort, what expressions mean, how items, index entries and stream
//! records lie in tables, and the rules of each operation. Must not know: any protocol of clients.
#![cfg_attr(test, allow(clippy::unwrap_used))]
#![allow(dead_code, unused_imports)]

mod capacity;
mod errors;
mod expression;
mod forms;
mod legacy;
mod operations;
mod records;
mod rows;
mod search;
mod streams;
mod tables;
mod tokens;
mod transactions;
mod value;
mod writes;

use platform::{Limits, Platform, Served, Service, operations};
use shapes::dynamodb::ops::*;
use shapes::dynamodbstreams::ops as of_streams;
use std::sync::Arc;
use std::time::Duration;

/// What the service does differently by its settings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {
    /// How long a table shows that it is being made, changed or deleted. With zero it is done at
    /// once.
    pub transition: Duration,
    /// Whether AWS's limits of throughput act.
    pub limits: Limits,
}

/// The service.
pub struct Dynamodb {
    platform: Arc<Platform>,
    config: Config,
    /// The tables that were read.
    seen: tables::Seen,
    /// Where writes to tables with streams are committed.
    train: streams::train::Train,
    /// The items that are being changed.
    gates: rows::gates::Gates,
}

impl Dynamodb {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>, config: Config) -> Arc<Self> {
        let train = streams::train::Train::new(platform.clone());
        tokens::keep_deadlines(&platform);
        let (seen, gates) = Default::default();
        let service = Arc::new(Self { platform, config, seen, train, gates });
        service.keep_streams();
        service
    }
}

impl Service for Dynamodb {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            BatchExecuteStatement,
            BatchGetItem,
            BatchWriteItem,
            CreateTable,
            DeleteItem,
            DeleteResourcePolicy,
            DeleteTable,
            DescribeContinuousBackups,
            DescribeEndpoints,
            DescribeKinesisStreamingDestination,
            DescribeLimits,
            DescribeTable,
            DescribeTimeToLive,
            DisableKinesisStreamingDestination,
            EnableKinesisStreamingDestination,
            ExecuteStatement,
            ExecuteTransaction,
            GetItem,
            GetResourcePolicy,
            ListTables,
            ListTagsOfResource,
            PutItem,
            PutResourcePolicy,
            Query,
            Scan,
            TagResource,
            TransactGetItems,
            TransactWriteItems,
            UntagResource,
            UpdateContinuousBackups,
            UpdateItem,
            UpdateKinesisStreamingDestination,
            UpdateTable,
            UpdateTimeToLive,
            of_streams::DescribeStream,
            of_streams::GetRecords,
            of_streams::GetShardIterator,
            of_streams::ListStreams,
        ]
    }
}

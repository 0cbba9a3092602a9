//! Amazon DynamoDB and DynamoDB Streams: tables of items, their indexes, and what happened to them.
//!
//! Knows: how values compare and sort, what expressions mean, how items, index entries and stream
//! records lie in tables, and the rules of each operation. Must not know: any protocol of clients.
#![cfg_attr(test, allow(clippy::unwrap_used))]

#[allow(dead_code, unused_imports)] // Until every operation is written.
mod expression;
#[allow(dead_code, unused_imports)] // Until every operation is written.
mod legacy;
mod operations;
#[allow(dead_code, unused_imports)] // Until every operation is written.
mod value;

use platform::{Limits, Platform, Served, Service, operations};
use shapes::dynamodb::ops::*;
use shapes::dynamodbstreams::ops as streams;
use std::sync::Arc;

/// What the service does differently by its settings.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// Whether AWS's limits of throughput act.
    pub limits: Limits,
}

/// The service.
pub struct Dynamodb {
    platform: Arc<Platform>,
    config: Config,
}

impl Dynamodb {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>, config: Config) -> Arc<Self> {
        Arc::new(Self { platform, config })
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
            streams::DescribeStream,
            streams::GetRecords,
            streams::GetShardIterator,
            streams::ListStreams,
        ]
    }
}

//! Amazon DynamoDB and DynamoDB Streams: tables of items, their indexes, and what happened to them.
//!
//! Knows: how values compare and sort, what expressions mean, how items, index entries and stream
//! records lie in tables, and the rules of each operation. Must not know: any protocol of clients.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod asks;
mod backfill;
mod capacity;
mod change;
mod counts;
mod describe;
mod destinations;
mod encryption;
mod errors;
mod expression;
#[cfg(test)]
mod fixture;
mod forms;
mod index_changes;
mod legacy;
mod limits;
mod metrics;
mod names;
mod operations;
mod pages;
mod partiql;
mod policies;
pub mod probe;
mod records;
mod removal;
mod rows;
mod schema;
mod search;
mod spending;
mod states;
mod streams;
#[cfg(test)]
mod table_fixture;
mod tables;
mod tags;
mod throughput;
mod tokens;
mod transactions;
mod ttl;
mod value;
mod writes;

use platform::{
    Asks, BoxFuture, Limits, Measures, Platform, Policies, Result, Served, Service, operations,
};
use shapes::dynamodb::ops::*;
use shapes::dynamodbstreams::ops as of_streams;
use std::sync::{Arc, Weak};
use std::time::Duration;

/// What the service does differently by its settings.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// How long a table shows that it is being made, changed or deleted. With zero it is done at
    /// once.
    pub transition: Duration,
    /// Whether AWS's limits of throughput act.
    pub limits: Limits,
    /// For how long a shard of a table's stream is open.
    pub shard_life: Duration,
}

impl Default for Config {
    fn default() -> Self {
        let shard_life = Duration::from_millis(streams::shard::SHARD_MS.unsigned_abs());
        Self { transition: Duration::ZERO, limits: Limits::default(), shard_life }
    }
}

/// The service.
pub struct Dynamodb {
    platform: Arc<Platform>,
    config: Config,
    /// The tables that were read.
    seen: tables::Seen,
    /// What tables let through, with AWS's limits.
    left: limits::Left,
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
        let (seen, left, gates) = Default::default();
        let service = Arc::new(Self { platform, config, seen, left, train, gates });
        service.keep_streams();
        service.keep_counts();
        service.keep_indexes();
        service.keep_removals();
        let weak: Weak<Self> = Arc::downgrade(&service);
        service.platform.metrics.asks(weak);
        service
    }
}

impl Service for Dynamodb {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            BatchExecuteStatement: |cx, it| asks::stated(cx, it.statements.iter().map(|it| &it.statement)),
            BatchGetItem: |cx, it| asks::each("dynamodb:BatchGetItem", cx, it.request_items.keys()),
            BatchWriteItem: |cx, it| asks::each("dynamodb:BatchWriteItem", cx, it.request_items.keys()),
            CreateTable: asks::created,
            DeleteItem: |cx, it| asks::table(cx, &it.table_name),
            DeleteResourcePolicy: |_, it| asks::of_arn(&it.resource_arn),
            DeleteTable: |cx, it| asks::table(cx, &it.table_name),
            DescribeContinuousBackups: |cx, it| asks::table(cx, &it.table_name),
            DescribeEndpoints: |_, _| Asks::anything(),
            DescribeKinesisStreamingDestination: |cx, it| asks::table(cx, &it.table_name),
            DescribeLimits: |_, _| Asks::anything(),
            DescribeTable: |cx, it| asks::table(cx, &it.table_name),
            DescribeTimeToLive: |cx, it| asks::table(cx, &it.table_name),
            DisableKinesisStreamingDestination: |cx, it| asks::table(cx, &it.table_name),
            EnableKinesisStreamingDestination: |cx, it| asks::table(cx, &it.table_name),
            ExecuteStatement: |cx, it| asks::stated(cx, [&it.statement]),
            ExecuteTransaction: |cx, it| asks::stated(cx, it.transact_statements.iter().map(|it| &it.statement)),
            GetItem: |cx, it| asks::table(cx, &it.table_name),
            GetResourcePolicy: |_, it| asks::of_arn(&it.resource_arn),
            ListTables: |_, _| Asks::anything(),
            ListTagsOfResource: |_, it| asks::of_arn(&it.resource_arn),
            PutItem: |cx, it| asks::table(cx, &it.table_name),
            PutResourcePolicy: |_, it| asks::of_arn(&it.resource_arn),
            Query: |cx, it| asks::indexed(cx, &it.table_name, it.index_name.as_ref()),
            Scan: |cx, it| asks::indexed(cx, &it.table_name, it.index_name.as_ref()),
            TagResource: |_, it| asks::of_arn(&it.resource_arn),
            TransactGetItems: asks::gotten,
            TransactWriteItems: asks::written,
            UntagResource: |_, it| asks::of_arn(&it.resource_arn),
            UpdateContinuousBackups: |cx, it| asks::table(cx, &it.table_name),
            UpdateItem: |cx, it| asks::table(cx, &it.table_name),
            UpdateKinesisStreamingDestination: |cx, it| asks::table(cx, &it.table_name),
            UpdateTable: |cx, it| asks::table(cx, &it.table_name),
            UpdateTimeToLive: |cx, it| asks::table(cx, &it.table_name),
            of_streams::DescribeStream: |_, it| asks::stream("dynamodb:DescribeStream", &it.stream_arn),
            of_streams::GetRecords: |_, it| asks::iterated("dynamodb:GetRecords", &it.shard_iterator),
            of_streams::GetShardIterator: |_, it| asks::stream("dynamodb:GetShardIterator", &it.stream_arn),
            of_streams::ListStreams: |_, _| asks::stream("dynamodb:ListStreams", "*"),
        ]
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }

    fn measures(self: Arc<Self>) -> Option<Arc<dyn Measures>> {
        Some(self)
    }

    fn start(self: Arc<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            let service = self.clone();
            tokio::spawn(async move {
                if let Err(error) = service.look_for_missed().await {
                    tracing::warn!(%error, "it was not looked for items whose time has come");
                }
            });
            self.look_for_policies().await
        })
    }
}

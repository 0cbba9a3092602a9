//! Amazon CloudWatch Logs: groups, streams and their events.
//!
//! Knows: how events are kept and found again, in which order, and which filter patterns match
//! them. Must not know: who writes logs or why, any protocol.
//!
//! Everything that can be derived from the events (a stream's first and last event) is derived
//! when it is asked for, so that writing an event costs one row and never waits for another
//! writer. What is deleted disappears at once and is swept row by row afterwards.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod asks;
mod encryption;
mod errors;
mod events;
mod groups;
mod live_tail;
mod operations;
mod paging;
mod pattern;
mod records;
mod retention;
mod sweep;
mod tags;
mod tokens;

use asks::{group, made, stream, tailed};
use platform::{Asks, Platform, Result, Served, Service, operations};
use shapes::logs::ops::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The service.
pub struct Logs {
    platform: Arc<Platform>,
    /// The number of the event that was ingested last.
    sequence: AtomicU64,
    /// Where in a millisecond's numbers this process begins, so that others seldom give the same.
    start: u64,
    live_tails: Arc<live_tail::LiveTails>,
}

impl Logs {
    /// The service on this ground. Goes on with deletions that the last stop interrupted, so call
    /// it inside a tokio runtime.
    ///
    /// # Errors
    /// Storage's own.
    pub async fn new(platform: Arc<Platform>) -> Result<Arc<Self>> {
        let (sequence, live_tails) = (AtomicU64::new(0), Arc::default());
        let mut start = [0; 2];
        platform.ids.fill(&mut start);
        let start = u64::from(u16::from_le_bytes(start)) << 5;
        let service = Arc::new(Self { platform, sequence, start, live_tails });
        retention::keep_deadlines(&service.platform, &service);
        service.sweep_all().await?;
        Ok(service)
    }

    /// Takes `count` numbers and gives the first. Numbers begin with the time in milliseconds, so
    /// that they go on rising after a restart, and in all processes alike. Another process may give
    /// the same: whoever uses one demands that nobody has.
    fn take_numbers(&self, count: u64) -> u64 {
        let now = self.platform.clock.now().millis().max(0).unsigned_abs() << 22 | self.start;
        let take = |last: u64| Some(last.max(now) + count);
        let update = self.sequence.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take);
        update.unwrap_or(now).max(now) + 1
    }
}

impl Service for Logs {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AssociateKmsKey: |cx, it| {
                group(cx, it.log_group_name.as_ref(), it.resource_identifier.as_ref())
            },
            CreateLogGroup: made,
            CreateLogStream: |cx, it| stream(cx, Some(&it.log_group_name), None, &it.log_stream_name),
            DeleteLogGroup: |cx, it| group(cx, Some(&it.log_group_name), None),
            DeleteLogStream: |cx, it| stream(cx, Some(&it.log_group_name), None, &it.log_stream_name),
            DeleteRetentionPolicy: |cx, it| group(cx, Some(&it.log_group_name), None),
            DescribeLogGroups: |cx, _| group(cx, None, None),
            DescribeLogStreams: |cx, it| {
                group(cx, it.log_group_name.as_ref(), it.log_group_identifier.as_ref())
            },
            DescribeMetricFilters: |cx, it| group(cx, it.log_group_name.as_ref(), None),
            DescribeSubscriptionFilters: |cx, it| group(cx, Some(&it.log_group_name), None),
            DisassociateKmsKey: |cx, it| {
                group(cx, it.log_group_name.as_ref(), it.resource_identifier.as_ref())
            },
            FilterLogEvents: |cx, it| {
                group(cx, it.log_group_name.as_ref(), it.log_group_identifier.as_ref())
            },
            GetLogEvents: |cx, it| {
                let identifier = it.log_group_identifier.as_ref();
                stream(cx, it.log_group_name.as_ref(), identifier, &it.log_stream_name)
            },
            ListTagsForResource: |_, it| Asks::on(&it.resource_arn),
            ListTagsLogGroup: |cx, it| group(cx, Some(&it.log_group_name), None),
            PutLogEvents: |cx, it| stream(cx, Some(&it.log_group_name), None, &it.log_stream_name),
            PutRetentionPolicy: |cx, it| group(cx, Some(&it.log_group_name), None),
            StartLiveTail: |_, it| tailed(&it.log_group_identifiers),
            TagLogGroup: |cx, it| group(cx, Some(&it.log_group_name), None),
            TagResource: |_, it| Asks::on(&it.resource_arn),
            UntagLogGroup: |cx, it| group(cx, Some(&it.log_group_name), None),
            UntagResource: |_, it| Asks::on(&it.resource_arn),
        ]
    }
}

//! Amazon Simple Queue Service: standard and FIFO queues.
//!
//! Knows: which message may be received when, by the rules of visibility, groups, deduplication and
//! dead letters (`machine`, which is pure), and how a queue is kept. Must not know: who sends or
//! receives and why, any protocol.
//!
//! A queue's messages are rows; what is in memory of them (`live`) is a cache that one process
//! holds. Each call is one commit, however many messages it is about.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod asks;
mod attributes;
mod batches;
mod content;
mod counts;
mod deliver;
mod encryption;
mod errors;
mod handle;
mod line;
mod live;
mod machine;
mod md5;
mod moves;
mod names;
mod operations;
mod pace;
mod paging;
mod queues;
mod records;

pub use records::message::TABLE as MESSAGES;
pub use records::seen::TABLE as SEEN;
pub use records::sight::TABLE as SIGHTS;

use asks::{made, of_arn, of_handle, queue};
use platform::{BoxFuture, Limits, Platform, Policies, Quota, Result, Served, Service, operations};
use queues::Queues;
use shapes::sqs::ops::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};

/// The service.
pub struct Sqs {
    platform: Arc<Platform>,
    queues: Queues,
    /// It stops: nobody waits for messages any more.
    resting: AtomicBool,
    /// One step of a task that moves messages, or its end, at a time.
    moving: tokio::sync::Mutex<()>,
    limits: Limits,
    me: Weak<Self>,
}

impl Sqs {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        Self::under(platform, Limits::None)
    }

    /// The same, where limits may be kept.
    pub fn under(platform: Arc<Platform>, limits: Limits) -> Arc<Self> {
        let (queues, resting, moving) = Default::default();
        let sqs = Arc::new_cyclic(|me| Self {
            platform,
            queues,
            resting,
            moving,
            limits,
            me: me.clone(),
        });
        let me: Weak<Self> = sqs.me.clone();
        sqs.platform.metrics.asks(me);
        sqs
    }

    fn is_resting(&self) -> bool {
        self.resting.load(Ordering::Relaxed)
    }
}

impl Service for Sqs {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AddPermission: |cx, it| queue(cx, &it.queue_url),
            CancelMessageMoveTask: |cx, it| of_handle(cx, &it.task_handle),
            ChangeMessageVisibility: |cx, it| queue(cx, &it.queue_url),
            ChangeMessageVisibilityBatch: |cx, it| asks::change(cx, &it.queue_url),
            CreateQueue: made,
            DeleteMessage: |cx, it| queue(cx, &it.queue_url),
            DeleteMessageBatch: |cx, it| asks::delete(cx, &it.queue_url),
            DeleteQueue: |cx, it| queue(cx, &it.queue_url),
            GetQueueAttributes: |cx, it| queue(cx, &it.queue_url),
            GetQueueUrl: asks::found,
            ListDeadLetterSourceQueues: |cx, it| queue(cx, &it.queue_url),
            ListMessageMoveTasks: |_, it| of_arn(&it.source_arn),
            ListQueueTags: |cx, it| queue(cx, &it.queue_url),
            ListQueues,
            PurgeQueue: |cx, it| queue(cx, &it.queue_url),
            ReceiveMessage: |cx, it| queue(cx, &it.queue_url),
            RemovePermission: |cx, it| queue(cx, &it.queue_url),
            SendMessage: |cx, it| queue(cx, &it.queue_url),
            SendMessageBatch: |cx, it| asks::send(cx, &it.queue_url),
            SetQueueAttributes: |cx, it| queue(cx, &it.queue_url),
            StartMessageMoveTask: |_, it| of_arn(&it.source_arn),
            TagQueue: |cx, it| queue(cx, &it.queue_url),
            UntagQueue: |cx, it| queue(cx, &it.queue_url),
        ]
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }

    fn has_home(&self, _: &str) -> bool {
        true
    }

    fn quota(&self, operation: &str) -> Option<Quota> {
        (self.limits == Limits::Aws).then(|| self.pace(operation)).flatten()
    }

    fn start(self: Arc<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.sweep_gone().await?;
            self.resume_moves().await
        })
    }

    /// Receives that wait are answered with nothing. Where there are other processes, they serve the
    /// queues from now on.
    fn rest(&self) -> BoxFuture<'_, ()> {
        self.resting.store(true, Ordering::Relaxed);
        for queue in self.queues.all() {
            queue.state().line.dismiss();
        }
        if self.platform.peers().is_some() { self.close() } else { Box::pin(async {}) }
    }

    /// Other processes may serve the queues at once.
    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {
            for queue in self.queues.all() {
                self.queues.forget(&queue);
                queue.give_up().await;
            }
        })
    }
}

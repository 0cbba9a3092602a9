//! AWS Lambda: functions, their code and their invocation.
//!
//! Knows: what a function is made of, what AWS accepts and how it says no, how code is kept, whose
//! credentials a function runs with, who may use it, where its log lines go, and how an event that was accepted
//! is delivered although the process may die. Must not know: how a process is run (that is
//! `functions`), streams and their pollers (that is `pipelines`), any protocol.
//!
//! There is one way to run a function, [`Lambda::run`](Lambda): synchronous calls, queued events
//! and pollers all take it.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod aliases;
mod asks;
mod change;
mod code;
mod counts;
mod describe;
mod downloads;
mod encryption;
mod errors;
mod event_invoke;
#[cfg(test)]
mod fixture;
mod invocation;
mod line_spool;
mod log_writer;
mod machines;
mod names;
mod operations;
mod paging;
mod permissions;
mod prepared;
mod queue;
mod records;
mod reserved;
mod role;
mod runtimes;
mod settings;
mod spool;
mod tags;
mod tally;
mod trace;
mod versions;

pub use downloads::Download;
pub use tally::Tally;

use asks::{configured, function, made};
use platform::{Asks, BoxFuture, Error, Platform, Policies, Result, Served, Service, operations};
use shapes::lambda::ops::*;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// How the service is set up.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where packages are unpacked. Emptied at every start, since it can be made again.
    pub code_dir: PathBuf,
    /// This server as functions and clients reach it, `http://host:port`.
    pub endpoint_url: String,
    /// Where log lines are until they are written, so that they outlive the process; `None` where
    /// they need not.
    pub lines_dir: Option<PathBuf>,
}

/// The service.
pub struct Lambda {
    /// For the tasks that go on after an operation has answered.
    me: Weak<Self>,
    platform: Arc<Platform>,
    runner: Arc<::functions::Runner>,
    config: Config,
    prepared: prepared::Cache,
    log_writer: log_writer::LogWriter,
    /// Log lines of the process before, until they are taken up.
    left: Mutex<Vec<line_spool::Left>>,
    /// What links to packages are signed with.
    link_key: platform::Secret,
    ledger: Arc<platform::Ledger>,
    _sweeper: Option<platform::ledger::Sweeper>,
    queue: queue::Queue,
    running: reserved::Running,
    tallies: tally::Tallies,
    concurrency: counts::Concurrency,
}

impl Lambda {
    /// The service on this ground, running code in `runner`. Frees code that a crash left behind.
    ///
    /// # Errors
    /// Storage's own, and `InternalFailure` when the code directory cannot be made.
    pub async fn new(
        platform: Arc<Platform>,
        runner: Arc<::functions::Runner>,
        config: Config,
    ) -> Result<Arc<Self>> {
        let opened = config.lines_dir.as_deref().map(line_spool::Spool::open).transpose();
        let (spool, left) = opened.map_err(Error::internal)?.unzip();
        let ledger = records::unowned::ledger(&platform);
        let sweeper = ledger.begin().await;
        let service = Arc::new_cyclic(|me| Self {
            me: me.clone(),
            log_writer: log_writer::LogWriter::start(platform.clock.clone(), spool),
            left: Mutex::new(left.unwrap_or_default()),
            link_key: downloads::secret(&platform),
            ledger,
            _sweeper: sweeper,
            platform,
            runner,
            config,
            prepared: prepared::Cache::default(),
            queue: queue::Queue::default(),
            running: reserved::Running::default(),
            tallies: tally::Tallies::default(),
            concurrency: counts::Concurrency::default(),
        });
        service.keep_deadlines();
        service.empty_code_dir().await?;
        Ok(service)
    }

    /// What runs a runtime's functions in its place, once one has run and the runtime is not on this
    /// machine.
    pub fn instead_of(&self, runtime: &str) -> Option<String> {
        self.runner.instead_of(runtime)
    }

    /// Takes up the log lines and the events that the last stop left behind.
    async fn take_up(self: &Arc<Self>) -> Result<()> {
        let left = std::mem::take(&mut *self.left.lock().unwrap_or_else(PoisonError::into_inner));
        if !left.is_empty() {
            self.log_writer.take_up(&self.platform, left).await;
        }
        self.resume_queue().await
    }

    /// Ends the delivery of queued events, which stay queued, and writes the last log lines.
    async fn shutdown(&self) {
        self.queue.stop();
        self.log_writer.flush().await;
        self.queue.give_up().await;
    }
}

/// The operations on event source mappings are `pipelines`'.
impl Service for Lambda {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AddPermission: |cx, it| function(cx, &it.function_name, it.qualifier.as_ref()),
            CreateAlias: |cx, it| function(cx, &it.function_name, None),
            CreateFunction: made,
            DeleteAlias: |cx, it| function(cx, &it.function_name, None),
            DeleteFunction: |cx, it| function(cx, &it.function_name, it.qualifier.as_ref()),
            DeleteFunctionConcurrency: |cx, it| function(cx, &it.function_name, None),
            DeleteFunctionEventInvokeConfig: |cx, it| {
                function(cx, &it.function_name, it.qualifier.as_ref())
            },
            GetAccountSettings,
            GetAlias: |cx, it| function(cx, &it.function_name, None),
            GetFunction: |cx, it| function(cx, &it.function_name, it.qualifier.as_ref()),
            GetFunctionCodeSigningConfig: |cx, it| function(cx, &it.function_name, None),
            GetFunctionConcurrency: |cx, it| function(cx, &it.function_name, None),
            GetFunctionConfiguration: |cx, it| function(cx, &it.function_name, it.qualifier.as_ref()),
            GetFunctionEventInvokeConfig: |cx, it| {
                function(cx, &it.function_name, it.qualifier.as_ref())
            },
            GetFunctionRecursionConfig: |cx, it| function(cx, &it.function_name, None),
            GetPolicy: |cx, it| function(cx, &it.function_name, it.qualifier.as_ref()),
            GetRuntimeManagementConfig: |cx, it| {
                function(cx, &it.function_name, it.qualifier.as_ref())
            },
            Invoke: |cx, it| {
                let arn = asks::arn(cx, &it.function_name, it.qualifier.as_ref());
                Asks::action("lambda:InvokeFunction", arn)
            },
            ListAliases: |cx, it| function(cx, &it.function_name, None),
            ListFunctionEventInvokeConfigs: |cx, it| function(cx, &it.function_name, None),
            ListFunctions,
            ListTags: |_, it| Asks::on(&it.resource),
            ListVersionsByFunction: |cx, it| function(cx, &it.function_name, None),
            PublishVersion: |cx, it| function(cx, &it.function_name, None),
            PutFunctionConcurrency: |cx, it| function(cx, &it.function_name, None),
            PutFunctionEventInvokeConfig: |cx, it| {
                function(cx, &it.function_name, it.qualifier.as_ref())
            },
            PutFunctionRecursionConfig: |cx, it| function(cx, &it.function_name, None),
            PutRuntimeManagementConfig: |cx, it| {
                function(cx, &it.function_name, it.qualifier.as_ref())
            },
            RemovePermission: |cx, it| function(cx, &it.function_name, it.qualifier.as_ref()),
            TagResource: |_, it| Asks::on(&it.resource),
            UntagResource: |_, it| Asks::on(&it.resource),
            UpdateAlias: |cx, it| function(cx, &it.function_name, None),
            UpdateFunctionCode: |cx, it| function(cx, &it.function_name, None),
            UpdateFunctionConfiguration: configured,
            UpdateFunctionEventInvokeConfig: |cx, it| {
                function(cx, &it.function_name, it.qualifier.as_ref())
            },
        ]
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }

    fn start(self: Arc<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.platform.failures.begin();
            self.take_up().await
        })
    }

    /// Stops the runner first, so that there are no more log lines.
    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {
            self.runner.shutdown().await;
            self.shutdown().await;
        })
    }
}

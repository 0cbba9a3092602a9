//! One execution environment: its process, its Runtime API, its log; and the course of one
//! invocation in it.

use std::{
    collections::BTreeMap,
    io,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use bytes::Bytes;
use rustix::pipe::PipeFlags;
use tokio::{
    net::TcpListener,
    sync::mpsc,
    task::JoinHandle,
    time::{Instant, sleep, sleep_until},
};

use crate::{
    calendar,
    crowd::Life,
    desk::{Answer, Desk, Event, Job},
    function::{
        Clock, Credentials, EnvironmentId, Function, FunctionError, Invocation, InvokeError,
        Outcome,
    },
    group::Group,
    hosts::Hosts,
    journal::Journal,
    memory::{Excess, Observed, Usage},
    network,
    process::{self, Exit, Process},
    report::{self, Report, Status},
    runtime_api::RuntimeApi,
    sandbox::View,
    variables::{Situation, variables},
};

/// AWS gives an initialization ten seconds; one that takes longer goes on in the invocation's
/// own time.
const INIT_LIMIT: Duration = Duration::from_secs(10);
/// How long an idle runtime may take to fetch a job before it is given up.
const FETCH_LIMIT: Duration = Duration::from_secs(10);
/// How often a working environment is looked at.
const LOOK_INTERVAL: Duration = Duration::from_millis(50);
/// Of so many looks one is thorough.
const THOROUGH: u32 = 10;

/// What starting an environment's process takes.
pub(crate) struct Start<'a> {
    pub(crate) function: &'a Function,
    pub(crate) environment: &'a EnvironmentId,
    pub(crate) credentials: &'a Credentials,
    pub(crate) runtime_api: &'a str,
    /// The environment's own directory.
    pub(crate) scratch: &'a Path,
    /// The write end of its log.
    pub(crate) log: OwnedFd,
}

/// An environment's process, just started.
pub(crate) struct Started {
    pub(crate) process: Process,
    /// The process's leader is only a guard.
    pub(crate) guarded: bool,
    /// Where the listeners of its closed network come from, if it has one.
    pub(crate) inside: Option<OwnedFd>,
}

impl Start<'_> {
    /// Its environment variables, with paths as seen from inside.
    pub(crate) fn variables(
        &self,
        view: &View,
        interpreter_dir: Option<&str>,
    ) -> BTreeMap<String, String> {
        let situation = Situation {
            environment: self.environment,
            runtime_api: self.runtime_api,
            credentials: self.credentials,
            task_root: &view.task_root,
            runtime_dir: &view.runtime_dir,
            tmp: &view.tmp,
            interpreter_dir,
        };
        variables(self.function, &situation)
    }
}

/// An environment; dropping it ends its process and removes its directory.
pub(crate) struct Environment {
    id: EnvironmentId,
    function: Arc<Function>,
    clock: Clock,
    desk: Arc<Desk>,
    events: mpsc::UnboundedReceiver<Event>,
    journal: Arc<Journal>,
    process: Process,
    guarded: bool,
    swept: bool,
    started: Instant,
    init: Option<Duration>,
    used: bool,
    peak: Usage,
    tasks: [JoinHandle<()>; 2],
    _life: Life,
    /// How often it was looked at while it worked.
    looks: u32,
    /// What tells of the sockets of its closed network.
    teller: Option<Arc<OnceLock<OwnedFd>>>,
    group: Option<Group>,
    _scratch: Scratch,
}

/// What became of an invocation, and whether the environment can take another.
pub(crate) enum Ran {
    /// It is over; keep the environment.
    Done(Outcome),
    /// It is over, and so is the environment.
    Ended(Outcome),
    /// The runtime never took it: it may be tried elsewhere.
    Untouched,
}

/// How the runtime's part of an invocation ended.
enum Course {
    Answered(Answer, Instant),
    InitFailed(Bytes),
    Exited(Exit),
    TimedOut,
    OutOfMemory,
    NotFetched,
}

impl Environment {
    /// Starts one. It is initializing when this returns.
    pub(crate) async fn start(
        hosts: &Hosts,
        function: Arc<Function>,
    ) -> Result<Environment, InvokeError> {
        let internal = |error: io::Error| InvokeError::Internal(error.to_string());
        let started = Instant::now();
        let clock = hosts.clock.clone();
        let number = format!("{:032x}", (hosts.ids)());
        let day = calendar::slashed_date(clock());
        let id = EnvironmentId(format!("{day}/[{}]{number}", function.version).into());
        let credentials = function.credentials.fetch().await.map_err(InvokeError::Credentials)?;
        let scratch = Scratch::new(hosts.scratch_dir.join(&number)).map_err(internal)?;
        let group = hosts.group(&number, &function).map_err(internal)?;
        let (listener, address) = listen(hosts).await.map_err(internal)?;
        let (read, write) = log_pipe().map_err(internal)?;
        let journal = Journal::new(id.clone(), function.logs.clone(), clock.clone(), read);
        let journal = Arc::new(journal.map_err(internal)?);
        let (desk, events) = Desk::new();
        let desk = Arc::new(desk);
        let start = Start {
            function: &function,
            environment: &id,
            credentials: &credentials,
            runtime_api: &address,
            scratch: &scratch.0,
            log: write,
        };
        let follow = follow(&journal);
        let Started { process, guarded, inside } =
            hosts.start(start).await.inspect_err(|_| follow.abort())?;
        let (timeout, only) = (function.timeout, None);
        let clock_within = hosts.processes_clock.clone();
        let api = RuntimeApi { desk: desk.clone(), clock: clock_within, timeout, only };
        let teller = hosts.egress.as_ref().map(|_| Arc::new(OnceLock::new()));
        let serve = match (listener, inside, hosts.egress.clone()) {
            (Some(own), ..) => {
                let only = hosts.knows_peers().then(|| process.roots());
                tokio::spawn(RuntimeApi { only, ..api }.serve(own))
            }
            (None, Some(inside), Some(egress)) => {
                let teller = teller.clone().unwrap_or_default();
                tokio::spawn(network::serve(api, inside, egress, teller))
            }
            // Nothing was started.
            _ => tokio::spawn(async {}),
        };
        Ok(Environment {
            id,
            function,
            clock,
            desk,
            events,
            journal,
            _life: hosts.living.enter(process.roots()),
            process,
            guarded,
            swept: hosts.must_sweep(),
            started,
            init: None,
            used: false,
            peak: Usage::default(),
            tasks: [serve, follow],
            looks: 0,
            teller,
            group,
            _scratch: scratch,
        })
    }

    /// Whether it could still take an invocation.
    pub(crate) fn is_alive(&self) -> bool {
        self.process.exit().is_none()
    }

    /// Since when it exists.
    pub(crate) fn started(&self) -> Instant {
        self.started
    }

    /// Runs one invocation to its end. Dropping the future leaves the environment in an unknown
    /// state: drop it too.
    pub(crate) async fn run(&mut self, invocation: &Invocation) -> Ran {
        self.journal.begin_tail(invocation.tail);
        let cold = !self.used;
        self.used = true;
        let mut begun = Instant::now();
        let course = match self.initialize().await {
            Some(failed) => {
                self.tell_start(&invocation.request_id);
                failed
            }
            None => {
                self.tell_start(&invocation.request_id);
                self.desk.put(job(&self.function, invocation));
                self.work(&mut begun).await
            }
        };
        if let Course::NotFetched = course {
            return Ran::Untouched;
        }
        let duration = match course {
            Course::Answered(_, at) => at - begun,
            Course::TimedOut => self.function.timeout,
            _ => begun.elapsed(),
        };
        self.finish(invocation, course, duration, cold)
    }

    /// Waits until the runtime asks for work. Returns what went wrong instead.
    async fn initialize(&mut self) -> Option<Course> {
        if self.init.is_some() {
            return None;
        }
        let limit = self.started + INIT_LIMIT + self.function.timeout;
        let started = self.started;
        let course = loop {
            match self.next_event(limit).await {
                Ok(Event::Ready(at)) => {
                    self.init = Some(at - started);
                    return None;
                }
                Ok(Event::InitFailed(document)) => break Course::InitFailed(document),
                Ok(_) => {}
                Err(course) => break course,
            }
        };
        self.init = Some(started.elapsed());
        Some(course)
    }

    /// Waits until the runtime has fetched the job and answered it; `begun` becomes the moment
    /// of the fetch.
    async fn work(&mut self, begun: &mut Instant) -> Course {
        let mut limit = *begun + FETCH_LIMIT;
        let mut fetched = false;
        loop {
            match self.next_event(limit).await {
                Ok(Event::Delivered(at)) => {
                    fetched = true;
                    *begun = at;
                    limit = at + self.function.timeout;
                }
                Ok(Event::Answered(answer, at)) => return Course::Answered(answer, at),
                Ok(_) => {}
                Err(_) if !fetched && self.desk.take_back().is_some() => return Course::NotFetched,
                Err(course) => return course,
            }
        }
    }

    /// The next event, or the end of patience, memory or the process.
    async fn next_event(&mut self, limit: Instant) -> Result<Event, Course> {
        let mut look = Box::pin(look_later(self.observed_at_work()));
        loop {
            tokio::select! {
                biased;
                Some(event) = self.events.recv() => return Ok(event),
                exit = self.process.ended() => return Err(Course::Exited(exit)),
                () = sleep_until(limit) => return Err(Course::TimedOut),
                seen = look.as_mut() => {
                    match seen.and_then(|(seen, excess)| { self.note(seen); excess }) {
                        Some(Excess::Memory) => return Err(Course::OutOfMemory),
                        Some(Excess::Processes) => self.process.kill(),
                        None => {}
                    }
                    look = Box::pin(look_later(self.observed_at_work()));
                }
            }
        }
    }

    /// What is to be looked at between invocations.
    pub(crate) fn observed(&self) -> Observed {
        Observed {
            roots: self.process.roots(),
            guard: self.guarded.then_some(self.process.pid()),
            memory_kib: u64::from(self.function.memory_mb) * 1024,
            group: self.group.as_ref().map(|group| group.path().to_owned()),
            tmp_kib: u64::from(self.function.ephemeral_storage_mb) * 1024,
            network: self.teller.clone(),
            thorough: true,
        }
    }

    /// The same during one, when only some looks can be thorough.
    fn observed_at_work(&mut self) -> Observed {
        self.looks = self.looks.wrapping_add(1);
        Observed { thorough: self.looks.is_multiple_of(THOROUGH), ..self.observed() }
    }

    /// Tells the operator that what the function left running has outgrown its limits.
    pub(crate) fn tell_outgrown(&self) {
        let (function, environment) = (&self.function.arn, self.id.log_stream());
        tracing::warn!(function, environment, "it is ended: idle, it outgrew its limits");
    }

    fn note(&mut self, seen: Usage) {
        self.peak = Usage { peak_kib: self.peak.peak_kib.max(seen.peak_kib), ..seen };
    }

    fn tell_start(&self, request_id: &str) {
        self.journal.catch_up();
        let Function { log_format, version, .. } = &*self.function;
        let time = calendar::timestamp((self.clock)());
        self.journal.platform(report::start(*log_format, request_id, version, &time));
    }

    fn finish(
        &mut self,
        invocation: &Invocation,
        course: Course,
        duration: Duration,
        cold: bool,
    ) -> Ran {
        let seen = self.observed().glance();
        self.note(seen);
        let keeps = matches!(course, Course::Answered(..));
        let (payload, error, status) = self.conclude(&invocation.request_id, course);
        let memory_mb = self.function.memory_mb;
        let max_memory_mb = match status {
            Status::Error("Runtime.OutOfMemory") => memory_mb,
            _ => self.peak.peak_mb().min(memory_mb),
        };
        let init = self.init.filter(|_| cold);
        let figures = Report { duration, init, memory_mb, max_memory_mb, status };
        self.tell_end(&invocation.request_id, &figures);
        self.journal.settle();
        let outcome = Outcome {
            payload,
            error,
            log_tail: self.journal.end_tail(),
            log_stream: self.id.log_stream().to_owned(),
            duration,
            billed_ms: figures.billed_ms(),
            init,
            max_memory_mb,
        };
        if keeps { Ran::Done(outcome) } else { Ran::Ended(outcome) }
    }

    /// The caller's answer, and the word for the `REPORT` line.
    fn conclude(&self, id: &str, course: Course) -> (Bytes, Option<FunctionError>, Status) {
        let (document, status) = match course {
            Course::Answered(Answer::Response(payload), _) => {
                return (payload, None, Status::Success);
            }
            Course::Answered(Answer::Error(document), _) => (document, Status::Success),
            Course::Answered(Answer::TooLarge, _) => {
                (report::too_large_document().into(), Status::Success)
            }
            Course::InitFailed(document) => (document, Status::Error("Runtime.Unknown")),
            Course::TimedOut | Course::NotFetched => {
                self.process.kill();
                let text = report::timeout_text(self.function.timeout);
                let time = calendar::timestamp((self.clock)());
                self.journal.catch_up();
                self.journal.platform(format!("{time} {id} {text}"));
                (report::timeout_document(id, self.function.timeout).into(), Status::Timeout)
            }
            Course::OutOfMemory => {
                self.process.kill();
                let document = self.tell_exit(id, Exit::Signal(9));
                (document, Status::Error("Runtime.OutOfMemory"))
            }
            Course::Exited(exit) => (self.tell_exit(id, exit), Status::Error(exit.error_type())),
        };
        (document, Some(FunctionError::Unhandled), status)
    }

    /// Logs an exit; returns the caller's answer.
    fn tell_exit(&self, id: &str, exit: Exit) -> Bytes {
        let (kind, how) = (exit.error_type(), exit.to_string());
        self.journal.catch_up();
        self.journal.platform(format!("RequestId: {id} Error: {how}\n{kind}"));
        report::exit_document(id, kind, &how).into()
    }

    fn tell_end(&self, id: &str, figures: &Report) {
        self.journal.catch_up();
        let format = self.function.log_format;
        if let Some(end) = report::end(format, id) {
            self.journal.platform(end);
        }
        let time = calendar::timestamp((self.clock)());
        self.journal.platform(report::report(format, id, figures, &time));
    }
}

impl Drop for Environment {
    fn drop(&mut self) {
        self.process.kill();
        self.journal.catch_up();
        self.tasks.iter().for_each(JoinHandle::abort);
        if let (true, Ok(runtime)) = (self.swept, tokio::runtime::Handle::try_current()) {
            let mark = format!("AWS_LAMBDA_LOG_STREAM_NAME={}", self.id.log_stream());
            let ended = self.process.end();
            runtime.spawn(async move {
                ended.await;
                drop(tokio::task::spawn_blocking(move || process::sweep(&mark)));
            });
        }
    }
}

fn follow(journal: &Arc<Journal>) -> JoinHandle<()> {
    let journal = journal.clone();
    tokio::spawn(async move { journal.follow().await })
}

/// Where its Runtime API is, and what listens there unless that comes from a closed network.
async fn listen(hosts: &Hosts) -> io::Result<(Option<TcpListener>, String)> {
    match &hosts.egress {
        Some(egress) => Ok((None, network::runtime_api_address(egress.port))),
        None => RuntimeApi::bind().await.map(|(own, at)| (Some(own), at)),
    }
}

/// Looks after a while, off the threads that have other things to do.
async fn look_later(observed: Observed) -> Option<(Usage, Option<Excess>)> {
    sleep(LOOK_INTERVAL).await;
    tokio::task::spawn_blocking(move || observed.look()).await.ok()
}

fn job(function: &Function, invocation: &Invocation) -> Job {
    Job {
        request_id: invocation.request_id.clone(),
        payload: invocation.payload.clone(),
        function_arn: match &invocation.qualifier {
            Some(qualifier) => format!("{}:{qualifier}", function.arn),
            None => function.arn.clone(),
        },
        trace_id: invocation.trace_id.clone(),
        client_context: invocation.client_context.clone(),
    }
}

/// The environment prints into the one end (which blocks, as programs expect), we read the other
/// (which does not).
fn log_pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let (read, write) = rustix::pipe::pipe_with(PipeFlags::CLOEXEC)?;
    rustix::fs::fcntl_setfl(&read, rustix::fs::OFlags::NONBLOCK)?;
    Ok((read, write))
}

/// An environment's own directory; removed with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(path: PathBuf) -> io::Result<Scratch> {
        std::fs::create_dir_all(path.join("tmp"))?;
        std::fs::create_dir_all(path.join("root"))?;
        Ok(Scratch(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let path = std::mem::take(&mut self.0);
        let remove = move || {
            // What a dying process writes meanwhile is removed at the next start of the runner.
            drop(std::fs::remove_dir_all(path));
        };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn_blocking(remove)),
            Err(_) => remove(),
        }
    }
}

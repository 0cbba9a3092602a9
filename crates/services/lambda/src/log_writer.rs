//! Functions' log lines on their way to CloudWatch Logs.
//!
//! Environments hand over lines without waiting; one task gathers what has come meanwhile and
//! writes it, stream by stream, as the function's role. What does not fit the buffer is dropped,
//! counted, and the count is written in its place.
//!
//! When an invocation ends its lines are in the spool's files, where the next process finds them
//! if this one is killed before they are written.

use crate::line_spool::{Left, Spool};
use crate::role::{RoleSession, Standing};
use ::functions::{EnvironmentId, LogSink};
use platform::{Clock, Context, Platform, Principal, Result};
use serde::{Deserialize, Serialize};
use shapes::logs::{self, errors as logs_errors, ops};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// The most bytes that wait to be written.
const MAX_WAITING: usize = 32 << 20;
/// The most lines that are gathered for one round.
const MAX_GATHERED: usize = 10_000;
/// How long lines are gathered, so that a busy function's log costs ten commits a second and not
/// one for each line.
const LINGER: Duration = Duration::from_millis(100);
/// What `PutLogEvents` takes at once; each event counts 26 bytes more than it has.
const MAX_BATCH_EVENTS: usize = 10_000;
const MAX_BATCH_BYTES: usize = 1_048_576;
const EVENT_OVERHEAD: usize = 26;

/// The writing task's door.
pub struct LogWriter {
    door: mpsc::UnboundedSender<Message>,
    waiting: Arc<AtomicUsize>,
    spool: SharedSpool,
}

/// Held while a line goes to the spool and through the door, so that the lines of a file are those
/// that a round takes. `None` where nothing is kept.
type SharedSpool = Option<Arc<Mutex<Spool>>>;

fn lock(spool: &Mutex<Spool>) -> MutexGuard<'_, Spool> {
    spool.lock().unwrap_or_else(PoisonError::into_inner)
}

enum Message {
    Line(Line),
    /// Answered when everything before it is written.
    Flush(oneshot::Sender<()>),
}

struct Line {
    target: Arc<Target>,
    stream: String,
    time_ms: i64,
    text: String,
}

/// Where a function's lines go.
struct Target {
    role: Arc<RoleSession>,
    group: String,
    /// The target as it stands in the spool: [`Spooled`] as JSON.
    spooled: Vec<u8>,
    dropped: AtomicU64,
}

impl Target {
    fn new(role: Arc<RoleSession>, group: String) -> Self {
        let spooled = Spooled { standing: role.standing(), group: group.clone() };
        // A struct of strings can always be written.
        let spooled = serde_json::to_vec(&spooled).unwrap_or_default();
        Self { role, group, spooled, dropped: AtomicU64::new(0) }
    }
}

/// Where a function's lines go, for another process.
#[derive(Deserialize, Serialize)]
struct Spooled {
    standing: Standing,
    group: String,
}

/// One function's [`LogSink`].
struct Sink {
    door: mpsc::UnboundedSender<Message>,
    waiting: Arc<AtomicUsize>,
    spool: SharedSpool,
    target: Arc<Target>,
}

impl LogWriter {
    /// Starts the writing task. It ends when the writer and all sinks are gone.
    pub fn start(clock: Arc<dyn Clock>, spool: Option<Spool>) -> Self {
        let (door, lines) = mpsc::unbounded_channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let spool = spool.map(|spool| Arc::new(Mutex::new(spool)));
        tokio::spawn(write_all(lines, waiting.clone(), spool.clone(), clock));
        Self { door, waiting, spool }
    }

    /// Writes what a process that was killed left in the spool. Call it before any function runs.
    pub async fn take_up(&self, platform: &Arc<Platform>, left: Vec<Left>) {
        let mut streams: HashMap<(Vec<u8>, String), Vec<Left>> = HashMap::new();
        for line in left {
            streams.entry((line.target.clone(), line.stream.clone())).or_default().push(line);
        }
        for ((target, stream), lines) in streams {
            let Ok(Spooled { standing, group }) = serde_json::from_slice(&target) else { continue };
            let reader = Principal::root(&*standing.account);
            let cx = platform.context(reader, &*standing.account, &*standing.region);
            let role = RoleSession::of(platform.clone(), standing);
            let target = Arc::new(Target::new(Arc::new(role), group));
            let missing = missing(&cx, &target.group, &stream, lines).await;
            let line = |Left { time_ms, text, .. }: Left| Line {
                target: target.clone(),
                stream: stream.clone(),
                time_ms,
                text,
            };
            write_stream(missing.into_iter().map(line).collect()).await;
        }
        if let Some(spool) = &self.spool {
            lock(spool).clear();
        }
    }

    /// A sink for lines of a function that runs as `role`.
    pub fn sink(&self, role: Arc<RoleSession>, group: String) -> Arc<dyn LogSink> {
        let target = Arc::new(Target::new(role, group));
        let (door, waiting) = (self.door.clone(), self.waiting.clone());
        Arc::new(Sink { door, waiting, spool: self.spool.clone(), target })
    }

    /// Resolves when every line that was handed over before is written.
    pub async fn flush(&self) {
        let (done, written) = oneshot::channel();
        if self.door.send(Message::Flush(done)).is_ok() {
            let _ = written.await;
        }
    }
}

impl LogSink for Sink {
    fn line(&self, environment: &EnvironmentId, time_ms: i64, mut line: String) {
        // CloudWatch's events of functions keep the line's end.
        line.push('\n');
        let size = line.len() + EVENT_OVERHEAD;
        if self.waiting.fetch_add(size, Ordering::Relaxed) > MAX_WAITING {
            self.waiting.fetch_sub(size, Ordering::Relaxed);
            self.target.dropped.fetch_add(1, Ordering::Relaxed);
            return;
        }
        let stream = environment.log_stream().to_owned();
        let mut spool = self.spool.as_deref().map(lock);
        if let Some(spool) = &mut spool {
            spool.add(&self.target.spooled, &stream, time_ms, &line);
        }
        let line = Line { target: self.target.clone(), stream, time_ms, text: line };
        let _ = self.door.send(Message::Line(line));
    }

    fn settle(&self) {
        if let Some(spool) = &self.spool {
            lock(spool).hand_over();
        }
    }
}

async fn write_all(
    mut lines: mpsc::UnboundedReceiver<Message>,
    waiting: Arc<AtomicUsize>,
    spool: SharedSpool,
    clock: Arc<dyn Clock>,
) {
    loop {
        let mut gathered = gather(&mut lines, &*clock).await;
        if gathered.is_empty() {
            return;
        }
        if let Some(spool) = &spool {
            let mut spool = lock(spool);
            // Those that the file has, and no other.
            gathered.extend(std::iter::from_fn(|| lines.try_recv().ok()));
            spool.turn();
        }
        let mut streams: HashMap<(usize, String), Vec<Line>> = HashMap::new();
        let mut flushes = Vec::new();
        let mut size = 0;
        for message in gathered.drain(..) {
            match message {
                Message::Flush(done) => flushes.push(done),
                Message::Line(line) => {
                    size += line.text.len() + EVENT_OVERHEAD;
                    let key = (Arc::as_ptr(&line.target).addr(), line.stream.clone());
                    streams.entry(key).or_default().push(line);
                }
            }
        }
        let streams = streams.into_values().map(write_stream).collect::<Vec<_>>();
        futures_util::future::join_all(streams).await;
        if let Some(spool) = &spool {
            lock(spool).committed();
        }
        waiting.fetch_sub(size, Ordering::Relaxed);
        for done in flushes {
            let _ = done.send(());
        }
    }
}

/// What came until the time is up, somebody waits for it, or it is enough; nothing when all
/// senders are gone.
async fn gather(lines: &mut mpsc::UnboundedReceiver<Message>, clock: &dyn Clock) -> Vec<Message> {
    let mut gathered = Vec::new();
    let mut more = lines.recv_many(&mut gathered, MAX_GATHERED).await > 0;
    let mut time_is_up = clock.sleep(LINGER);
    let is_flush = |message: &Message| matches!(message, Message::Flush(_));
    while more && gathered.len() < MAX_GATHERED && !gathered.iter().any(is_flush) {
        more = tokio::select! {
            () = &mut time_is_up => false,
            count = lines.recv_many(&mut gathered, MAX_GATHERED) => count > 0,
        };
    }
    gathered
}

/// Writes lines of one stream.
async fn write_stream(mut lines: Vec<Line>) {
    let Some(first) = lines.first() else { return };
    let (target, stream) = (first.target.clone(), first.stream.clone());
    let dropped = target.dropped.swap(0, Ordering::Relaxed);
    if dropped > 0 {
        let text = format!("[waterwheel] {dropped} log lines were dropped: too many at once\n");
        let time_ms = lines.last().map_or(0, |line| line.time_ms);
        lines.push(Line { target: target.clone(), stream: stream.clone(), time_ms, text });
    }
    lines.sort_by_key(|line| line.time_ms);
    let written = async {
        let cx = target.role.context().await?;
        for events in batches(lines) {
            put(&cx, &target.group, &stream, events).await?;
        }
        Result::Ok(())
    };
    if let Err(error) = written.await {
        tracing::warn!(%error, group = target.group, stream, "log lines were not written");
    }
}

/// Those lines of one stream that it does not have: the process may have been killed between
/// writing them and noting that.
async fn missing(cx: &Context, group: &str, stream: &str, mut lines: Vec<Left>) -> Vec<Left> {
    let mut input = logs::GetLogEventsRequest {
        log_group_name: Some(group.to_owned()),
        log_stream_name: stream.to_owned(),
        start_time: lines.iter().map(|line| line.time_ms).min(),
        end_time: lines.iter().map(|line| line.time_ms + 1).max(),
        start_from_head: Some(true),
        ..Default::default()
    };
    let mut there: HashMap<(i64, String), usize> = HashMap::new();
    while let Ok(page) = cx.call::<ops::GetLogEvents>(input.clone()).await {
        let events = page.events.unwrap_or_default();
        let is_last = events.is_empty();
        for event in events {
            let key = (event.timestamp.unwrap_or_default(), event.message.unwrap_or_default());
            *there.entry(key).or_default() += 1;
        }
        input.next_token = page.next_forward_token;
        if is_last || input.next_token.is_none() {
            break;
        }
    }
    lines.retain(|line| match there.get_mut(&(line.time_ms, line.text.clone())) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    lines
}

/// Cuts lines, sorted by time, into what `PutLogEvents` takes.
fn batches(lines: Vec<Line>) -> Vec<Vec<logs::InputLogEvent>> {
    let mut batches: Vec<Vec<logs::InputLogEvent>> = Vec::new();
    let mut bytes = 0;
    for line in lines {
        let size = line.text.len() + EVENT_OVERHEAD;
        let event = logs::InputLogEvent { timestamp: line.time_ms, message: line.text };
        match batches.last_mut() {
            Some(batch) if batch.len() < MAX_BATCH_EVENTS && bytes + size <= MAX_BATCH_BYTES => {
                bytes += size;
                batch.push(event);
            }
            _ => {
                bytes = size;
                batches.push(vec![event]);
            }
        }
    }
    batches
}

/// Puts events; a group or stream that is not there is made first.
async fn put(
    cx: &Context,
    group: &str,
    stream: &str,
    events: Vec<logs::InputLogEvent>,
) -> Result<()> {
    let input = logs::PutLogEventsRequest {
        log_group_name: group.to_owned(),
        log_stream_name: stream.to_owned(),
        log_events: events,
        ..Default::default()
    };
    match cx.call::<ops::PutLogEvents>(input.clone()).await {
        Err(error) if error.is(&logs_errors::RESOURCE_NOT_FOUND_EXCEPTION) => {}
        other => return other.map(drop),
    }
    let made =
        logs::CreateLogGroupRequest { log_group_name: group.to_owned(), ..Default::default() };
    or_exists(cx.call::<ops::CreateLogGroup>(made).await)?;
    let made = logs::CreateLogStreamRequest {
        log_group_name: group.to_owned(),
        log_stream_name: stream.to_owned(),
    };
    or_exists(cx.call::<ops::CreateLogStream>(made).await)?;
    cx.call::<ops::PutLogEvents>(input).await.map(drop)
}

fn or_exists<T>(made: Result<T>) -> Result<()> {
    match made {
        Err(error) if !error.is(&logs_errors::RESOURCE_ALREADY_EXISTS_EXCEPTION) => Err(error),
        _ => Ok(()),
    }
}

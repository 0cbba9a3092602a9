//! Functions' log lines on their way to CloudWatch Logs.
//!
//! Environments hand over lines without waiting; one task gathers what has come meanwhile and
//! writes it, stream by stream, as the function's role. What does not fit the buffer is dropped,
//! counted, and the count is written in its place.

use crate::role::RoleSession;
use ::functions::{EnvironmentId, LogSink};
use platform::{Clock, Context, Result};
use shapes::logs::{self, errors as logs_errors, ops};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
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
    dropped: AtomicU64,
}

/// One function's [`LogSink`].
struct Sink {
    door: mpsc::UnboundedSender<Message>,
    waiting: Arc<AtomicUsize>,
    target: Arc<Target>,
}

impl LogWriter {
    /// Starts the writing task. It ends when the writer and all sinks are gone.
    pub fn start(clock: Arc<dyn Clock>) -> Self {
        let (door, lines) = mpsc::unbounded_channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        tokio::spawn(write_all(lines, waiting.clone(), clock));
        Self { door, waiting }
    }

    /// A sink for lines of a function that runs as `role`.
    pub fn sink(&self, role: Arc<RoleSession>, group: String) -> Arc<dyn LogSink> {
        let target = Arc::new(Target { role, group, dropped: AtomicU64::new(0) });
        Arc::new(Sink { door: self.door.clone(), waiting: self.waiting.clone(), target })
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
        let line = Line { target: self.target.clone(), stream, time_ms, text: line };
        let _ = self.door.send(Message::Line(line));
    }
}

async fn write_all(
    mut lines: mpsc::UnboundedReceiver<Message>,
    waiting: Arc<AtomicUsize>,
    clock: Arc<dyn Clock>,
) {
    loop {
        let mut gathered = gather(&mut lines, &*clock).await;
        if gathered.is_empty() {
            return;
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

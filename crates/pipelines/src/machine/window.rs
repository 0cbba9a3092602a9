//! Tumbling windows: records that arrived in the same span of time make one after the other their
//! part of a state, which the function gives back and gets again.
//!
//! "Implementing stateful Kinesis Data Streams processing in Lambda" in the Lambda developer guide:
//! a batch holds records of one window; a last invocation, which has no records here, ends it. It
//! is over when a record of another window comes next, when the shard has ended, or when a read that
//! began after its end found nothing. A state of more than 1 MB ends it early.

use crate::machine::lane::{Batch, Item, Lane};
use crate::machine::{Outcome, Rules};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use shapes::Timestamp;
use std::sync::Arc;

/// The largest state of a window that goes on, in bytes of JSON.
const MOST_STATE_BYTES: usize = 1 << 20;

/// The state of a window before the function gave one.
const NO_STATE: &str = "{}";

/// A window that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Window {
    start_ms: i64,
    end_ms: i64,
    /// JSON; there is none before a record of the window is delivered or disposed of.
    #[serde(serialize_with = "write_state", deserialize_with = "read_state")]
    state: Option<Arc<str>>,
    /// Whether its end does not wait for its time.
    early: bool,
    /// How often the function has failed to end it.
    failures: u32,
    /// Whether nothing but its end is left.
    #[serde(skip)]
    closing: bool,
}

/// What the function is told of a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slice {
    /// Its first instant.
    pub start: Timestamp,
    /// The first instant after it.
    pub end: Timestamp,
    /// What the function gave back last, as JSON.
    pub state: Option<Arc<str>>,
    /// Whether this invocation ends it.
    pub last: bool,
    /// Whether it ends because its state has become too large.
    pub early: bool,
}

impl Window {
    fn of(item: &Item, length_ms: i64) -> Self {
        let start_ms = start(item, length_ms);
        let end_ms = start_ms.saturating_add(length_ms);
        Self { start_ms, end_ms, state: None, early: false, failures: 0, closing: false }
    }

    fn take_state(&mut self, state: Option<Arc<str>>) {
        if state.is_some() || self.state.is_none() {
            self.state = Some(state.unwrap_or_else(|| NO_STATE.into()));
        }
        self.early = self.state.as_ref().is_some_and(|it| it.len() > MOST_STATE_BYTES);
    }
}

/// Where the window of a record begins.
pub(super) fn start(item: &Item, length_ms: i64) -> i64 {
    let arrival = item.record.arrival.millis();
    arrival.saturating_sub(arrival.rem_euclid(length_ms.max(1)))
}

impl Lane {
    /// The end of the open window, if it is over and it is time to try that.
    pub(super) fn end_window(
        &mut self,
        now: Timestamp,
        rules: &Rules,
        nothing_more_comes: bool,
    ) -> Option<Batch> {
        let length_ms = rules.tumbling_ms?;
        let next = self.again.front().and_then(|batch| batch.items.first()).or(self.queue.front());
        let next_start = next.map(|item| start(item, length_ms));
        let (idle, caught_up) = (self.is_idle(), self.caught_up);
        let window = self.window.as_mut()?;
        let over = match next_start {
            Some(start) => start != window.start_ms,
            None => idle && (nothing_more_comes || caught_up.millis() >= window.end_ms),
        };
        let another_length = window.end_ms.saturating_sub(window.start_ms) != length_ms;
        // What was cut from the window is its own, though it ends early.
        let early = (window.early || another_length) && self.again.is_empty();
        window.closing = (over || early) && self.resume.as_ref().is_none_or(|it| it.is_over());
        if !window.closing || self.not_before.is_some_and(|at| now < at) {
            return None;
        }
        self.not_before = None;
        Some(Batch { ends_window: true, ..Batch::default() })
    }

    /// Opens the window of a batch, if none is open.
    pub(super) fn open_window(&mut self, batch: &Batch, rules: &Rules) {
        if let (None, Some(length_ms), Some(first)) =
            (&self.window, rules.tumbling_ms, batch.items.first())
        {
            self.window = Some(Window::of(first, length_ms));
        }
    }

    /// What the function is told of the window of the batch in flight.
    pub fn slice(&self) -> Option<Slice> {
        let (window, batch) = (self.window.as_ref()?, self.in_flight.as_ref()?);
        Some(Slice {
            start: Timestamp(window.start_ms),
            end: Timestamp(window.end_ms),
            state: window.state.clone(),
            last: batch.ends_window,
            early: batch.ends_window && window.early,
        })
    }

    /// Records of the window were delivered, and the function gave back a state, or they were
    /// disposed of.
    pub(super) fn carry_state(&mut self, settled: &[Item], state: Option<Arc<str>>) {
        if let Some(window) = self.window.as_mut().filter(|_| !settled.is_empty()) {
            window.take_state(state);
        }
    }

    /// Takes the function's answer for the end of a window. It is given up as a batch is.
    pub(super) fn window_ended(&mut self, now: Timestamp, outcome: Outcome, rules: &Rules) {
        let Some(mut window) = self.window.take() else { return };
        window.failures += u32::from(outcome != Outcome::NotReached);
        let exhausted = rules.most_retries.is_some_and(|most| window.failures > most);
        let too_old = rules.is_too_old(Timestamp(window.end_ms), now);
        if matches!(outcome, Outcome::Delivered | Outcome::TooLarge) || exhausted || too_old {
            self.failures_in_a_row = 0;
            return;
        }
        self.failures_in_a_row += 1;
        self.not_before = Some(rules.backoff.after(now, self.failures_in_a_row));
        self.window = Some(window);
    }

    /// When to look whether the window is over, if no record says so before.
    pub fn window_end(&self) -> Option<Timestamp> {
        let window = self.window.as_ref().filter(|it| !it.closing)?;
        let end = Timestamp(window.end_ms);
        (self.is_idle() && !self.is_at_work() && self.caught_up < end).then_some(end)
    }

    /// Whether only the end of its window is left, which is tried again after a pause.
    pub(super) fn waits_to_end_window(&self) -> bool {
        self.window.as_ref().is_some_and(|it| it.closing)
    }

    /// What the machine after this one has to know of the window.
    pub(super) fn window_to_remember(&self) -> Option<Window> {
        let window = self.window.clone().filter(|it| it.state.is_some())?;
        Some(Window { closing: false, ..window })
    }

    fn is_idle(&self) -> bool {
        let resumed = self.resume.as_ref().is_none_or(|it| it.is_over());
        resumed && self.again.is_empty() && self.queue.is_empty() && self.disposal.is_none()
    }
}

fn write_state<S: Serializer>(state: &Option<Arc<str>>, to: S) -> Result<S::Ok, S::Error> {
    state.as_deref().serialize(to)
}

fn read_state<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Arc<str>>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.map(Arc::from))
}

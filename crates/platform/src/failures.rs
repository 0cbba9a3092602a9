//! Failures of users' functions, told on the server's own log, where who runs it sees them: one line
//! each, and one number for those that are repeated ([`folding`]).

mod folding;

use crate::Clock;
use folding::{Folding, WINDOW_MS};
use serde::Deserialize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

/// How much of an error is told, in bytes.
const MOST_OF_ERROR: usize = 300;

/// What failed.
#[derive(Clone, Copy, Debug)]
pub struct Failure<'a> {
    /// What happened, such as `an invocation failed`.
    pub what: &'static str,
    /// The function's name, with its qualifier.
    pub function: &'a str,
    /// For whom it was invoked: a caller, a mapping, an event.
    pub by: &'a str,
    /// Why.
    pub error: &'a Reason,
    /// Which attempt it was, from 1.
    pub attempt: Option<u32>,
    /// What happens next, such as `again in 2 s`.
    pub next: &'a str,
}

/// Why something failed, as a person is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// The kind of the error, such as `ValueError`; by it repetitions are known.
    pub kind: String,
    /// The first line of what it says, after its kind.
    pub line: String,
}

impl Reason {
    /// An error of this kind, which says so much.
    pub fn new(kind: &str, message: &str) -> Self {
        let line = message.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let mut line = match kind.is_empty() {
            true => line.trim().to_owned(),
            false => format!("{kind}: {}", without_request(line.trim())),
        };
        if line.len() > MOST_OF_ERROR {
            line.truncate(line.floor_char_boundary(MOST_OF_ERROR));
            line.push('…');
        }
        Self { kind: kind.to_owned(), line }
    }

    /// What a function's error document says.
    pub fn of_payload(payload: &[u8]) -> Self {
        #[derive(Default, Deserialize)]
        #[serde(rename_all = "camelCase", default)]
        struct Document {
            error_type: String,
            error_message: String,
        }
        match serde_json::from_slice::<Document>(payload) {
            Ok(Document { error_type, error_message }) if !error_type.is_empty() => {
                Self::new(&error_type, &error_message)
            }
            Ok(Document { error_message, .. }) if !error_message.is_empty() => {
                Self::new("Error", &error_message)
            }
            _ => Self::new("Error", &String::from_utf8_lossy(payload)),
        }
    }
}

impl From<&crate::Error> for Reason {
    fn from(error: &crate::Error) -> Self {
        Self::new(error.code(), &error.message)
    }
}

/// So many milliseconds, at least none, as a person is told: `0.3 s`.
pub fn seconds(ms: i64) -> String {
    let tenths = ms.max(0).unsigned_abs().div_ceil(100);
    match tenths % 10 {
        0 => format!("{} s", tenths / 10),
        tenth => format!("{}.{tenth} s", tenths / 10),
    }
}

/// The message behind `RequestId: <id> Error: `, which the platform's own errors begin with.
fn without_request(line: &str) -> &str {
    let rest = line.strip_prefix("RequestId: ").and_then(|rest| rest.split_once(" Error: "));
    rest.map_or(line, |(_, message)| message)
}

/// By what failures are taken for the same again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    what: &'static str,
    function: String,
    by: String,
    error: String,
}

/// Those that failed lately.
pub struct Failures {
    clock: Arc<dyn Clock>,
    folding: Mutex<Folding<Kind>>,
    has_begun: AtomicBool,
    happened: Notify,
}

impl Failures {
    /// None yet.
    pub fn new(clock: Arc<dyn Clock>) -> Arc<Self> {
        let others = Kind {
            what: "more failed",
            function: "others".to_owned(),
            by: "many".to_owned(),
            error: "Error".to_owned(),
        };
        let folding = Mutex::new(Folding::new(others));
        let (has_begun, happened) = Default::default();
        Arc::new(Self { clock, folding, has_begun, happened })
    }

    /// Begins to tell of what was only counted, in time. Without it that waits for the next failure.
    /// Called inside a tokio runtime.
    pub fn begin(self: &Arc<Self>) {
        if self.has_begun.swap(true, Ordering::Relaxed) {
            return;
        }
        let failures = Arc::downgrade(self);
        tokio::spawn(async move {
            while let Some(failures) = failures.upgrade() {
                failures.look_later().await;
                failures.tell_folded();
            }
        });
    }

    /// Resolves when a window may be over, or after one.
    async fn look_later(&self) {
        let deadline = self.lock().deadline();
        let now = self.clock.now().millis();
        let pause = deadline.map_or(WINDOW_MS, |at| at.saturating_sub(now).max(1));
        tokio::select! {
            biased;
            () = self.clock.sleep(Duration::from_millis(pause.unsigned_abs())) => {}
            () = self.happened.notified(), if deadline.is_none() => {}
        }
    }

    /// Tells of a failure, or counts it where it is one of many.
    pub fn tell(&self, failure: Failure<'_>) {
        self.tell_folded();
        let Failure { what, function, by, error, attempt, next } = failure;
        let kind = Kind {
            what,
            function: function.to_owned(),
            by: by.to_owned(),
            error: error.kind.clone(),
        };
        let is_told = self.lock().happened(self.clock.now().millis(), kind);
        self.happened.notify_one();
        if is_told {
            let error = &error.line;
            tracing::warn!(function, by, error, attempt, next, "{what}");
        }
    }

    fn tell_folded(&self) {
        let due = self.lock().due(self.clock.now().millis());
        for folded in due {
            let Kind { what, function, by, error } = folded.kind;
            let minutes = WINDOW_MS / 60_000;
            let more = folded.more;
            tracing::warn!(function, by, error, "{what}: … {more} more in {minutes} min");
        }
    }

    fn lock(&self) -> MutexGuard<'_, Folding<Kind>> {
        self.folding.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ManualClock;

    #[test]
    fn a_reason_is_one_line() {
        for (payload, kind, line) in [
            (
                r#"{"errorType":"ValueError","errorMessage":"no\nmore"}"#,
                "ValueError",
                "ValueError: no",
            ),
            (
                r#"{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: r1 Error: Task timed out after 3.00 seconds"}"#,
                "Sandbox.Timedout",
                "Sandbox.Timedout: Task timed out after 3.00 seconds",
            ),
            (r#"{"errorMessage":"no"}"#, "Error", "Error: no"),
            ("[1]", "Error", "Error: [1]"),
            ("", "Error", "Error: "),
        ] {
            let expected = Reason { kind: kind.to_owned(), line: line.to_owned() };
            assert_eq!(Reason::of_payload(payload.as_bytes()), expected, "{payload}");
        }
        let long = Reason::new("E", &"ü".repeat(1000));
        assert!(long.line.len() < MOST_OF_ERROR + 4 && long.line.ends_with('…'), "{long:?}");
    }

    #[test]
    fn a_while_is_told_in_seconds() {
        let told = [-1, 0, 1, 250, 1000, 61_000].map(seconds);
        assert_eq!(told, ["0 s", "0 s", "0.1 s", "0.3 s", "1 s", "61 s"]);
    }

    #[tokio::test]
    async fn what_is_repeated_is_counted_until_its_window_is_over() {
        let clock = Arc::new(ManualClock::at(crate::testing::START));
        let failures = Failures::new(clock.clone());
        let error = Reason::new("ValueError", "no");
        let failure = Failure {
            what: "an invocation failed",
            function: "f",
            by: "c",
            error: &error,
            attempt: None,
            next: "",
        };
        (0..10).for_each(|_| failures.tell(failure));
        let has_any = || failures.lock().deadline().is_some();
        assert!(has_any());
        failures.begin();
        failures.begin();
        crate::testing::until(async || {
            clock.advance(Duration::from_secs(60));
            !has_any()
        })
        .await;
    }
}

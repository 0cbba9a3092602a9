//! The server's side: which clock it goes by, and what lies at `/_waterwheel/clock`.

use super::{Kind, Told};
use crate::span;
use functions::Runner;
use http::{Method, StatusCode};
use platform::{Clock, NotTurned, Platform, SystemClock, VirtualClock, finish};
use serde::Deserialize;
use serde_json::Value;
use shapes::Timestamp;
use std::sync::Arc;
use std::time::Duration;
use store::Store;

/// How long an answer waits for what has become due: a function may take a quarter of an hour.
const PATIENCE: Duration = Duration::from_secs(5);

/// The clock that a server goes by. The error is a sentence for the user.
///
/// Data whose clock was turned stays ahead: by the machine's clock, its time would go back.
pub async fn of(kind: Kind, store: &Store) -> Result<Arc<dyn Clock>, String> {
    let tables = &store.tables;
    let unread = |error| format!("the clock of the data cannot be read: {error}");
    if kind == Kind::System {
        return match VirtualClock::ahead_in(&**tables).await.map_err(unread)? {
            ahead if ahead > 0 => Err(format!(
                "the clock of this data is {} ahead of the machine's, and time does not go back: start \
                 with --clock virtual, or begin anew with `waterwheel reset`",
                span::text(ahead)
            )),
            _ => Ok(Arc::new(SystemClock)),
        };
    }
    if store.notices.is_some() {
        return Err(
            "other servers share this storage and would not hear that its clock is turned: \
                    --clock virtual is for a server with data of its own"
                .to_owned(),
        );
    }
    let clock = VirtualClock::open(tables.clone()).await.map_err(unread)?;
    let ahead = span::text(clock.turns().ahead_ms());
    tracing::info!("the clock is virtual, {ahead} ahead of the machine's");
    Ok(clock)
}

/// Tells the time, and turns it ahead.
#[derive(Clone)]
pub struct Desk {
    platform: Arc<Platform>,
    runner: Arc<Runner>,
}

/// What is asked: one of these.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Turn {
    /// A span such as `25h`, or a number of seconds.
    advance: Option<Value>,
    advance_ms: Option<i64>,
    /// A time such as `2027-01-01T00:00:00Z`, or seconds since the epoch.
    set: Option<Value>,
    set_ms: Option<i64>,
}

/// Where the clock is to be turned.
#[derive(Debug, PartialEq)]
enum Aim {
    By(Duration),
    To(Timestamp),
}

impl Desk {
    /// The desk of a server.
    pub fn new(platform: &Arc<Platform>, runner: &Arc<Runner>) -> Self {
        Self { platform: platform.clone(), runner: runner.clone() }
    }

    /// The status and the text for a request.
    pub async fn answer(&self, method: &Method, body: &[u8]) -> (StatusCode, String) {
        match *method {
            Method::GET | Method::HEAD => (StatusCode::OK, self.told(None)),
            Method::POST => match self.turn(body).await {
                Ok(settled) => (StatusCode::OK, self.told(Some(settled))),
                Err((status, problem)) => (status, format!("{problem}\n")),
            },
            _ => (StatusCode::METHOD_NOT_ALLOWED, "GET and POST are what works here\n".to_owned()),
        }
    }

    /// How far the clock is ahead of the machine's, in milliseconds; `None` where it is the machine's.
    pub fn ahead_ms(&self) -> Option<i64> {
        self.platform.clock.as_virtual().map(|clock| clock.turns().ahead_ms())
    }

    fn told(&self, settled: Option<bool>) -> String {
        let (now, ahead_ms) = (self.platform.clock.now(), self.ahead_ms());
        let told = Told {
            clock: if ahead_ms.is_some() { "virtual" } else { "system" }.to_owned(),
            now: now.iso8601_millis(),
            now_ms: now.millis(),
            ahead_ms: ahead_ms.unwrap_or(0),
            settled,
        };
        // Numbers and texts are always JSON.
        serde_json::to_string(&told).unwrap_or_default() + "\n"
    }

    /// Turns the clock, ends what lived for too long with it, and waits until what is due was done; says
    /// whether all of it was.
    async fn turn(&self, body: &[u8]) -> Result<bool, (StatusCode, String)> {
        let aim = aim(body).map_err(|problem| (StatusCode::BAD_REQUEST, problem))?;
        let desk = self.clone();
        // Whoever asked may go away meanwhile: what is kept, told and ended still agree.
        finish(async move { desk.turn_to(aim).await }).await?;
        let clock = &self.platform.clock;
        Ok(tokio::select! {
            biased;
            () = self.platform.deadlines.settled() => true,
            () = clock.sleep_outside(PATIENCE) => false,
        })
    }

    async fn turn_to(&self, aim: Aim) -> Result<(), (StatusCode, String)> {
        let Some(clock) = self.platform.clock.as_virtual() else {
            let why = "this server goes by the machine's clock; one that was started with --clock \
                       virtual can be turned ahead";
            return Err((StatusCode::CONFLICT, why.to_owned()));
        };
        let turned = match aim {
            Aim::By(by) => clock.advance(by).await,
            Aim::To(to) => clock.set(to).await,
        };
        let by = turned.map_err(|why| match why {
            NotTurned::Store(_) => (StatusCode::INTERNAL_SERVER_ERROR, why.to_string()),
            _ => (StatusCode::BAD_REQUEST, why.to_string()),
        })?;
        self.runner.pass_over(by);
        tracing::info!("the clock was turned {} ahead", span::text(by.as_millis() as i64));
        Ok(())
    }
}

/// Reads what is asked. The error is a sentence for the user.
fn aim(body: &[u8]) -> Result<Aim, String> {
    let turn: Turn = serde_json::from_slice(body).map_err(|error| format!("no JSON: {error}"))?;
    let by = |ms: i64| match u64::try_from(ms) {
        Ok(ms) => Ok(Aim::By(Duration::from_millis(ms))),
        Err(_) => Err("the clock is turned ahead only".to_owned()),
    };
    let ms = |seconds: &serde_json::Number| {
        seconds.as_f64().map(|seconds| Timestamp::from_seconds(seconds).millis())
    };
    match (turn.advance, turn.advance_ms, turn.set, turn.set_ms) {
        (Some(Value::String(text)), None, None, None) => by(span::parse(&text)?),
        (Some(Value::Number(it)), None, None, None) => by(ms(&it).unwrap_or(-1)),
        (None, Some(ms), None, None) => by(ms),
        (None, None, Some(Value::String(text)), None) => span::time(&text).map(Aim::To),
        (None, None, Some(Value::Number(it)), None) => {
            Ok(Aim::To(Timestamp(ms(&it).unwrap_or_default())))
        }
        (None, None, None, Some(ms)) => Ok(Aim::To(Timestamp(ms))),
        _ => Err(
            "say one of \"advance\" (a span such as \"25h\", or seconds) and \"set\" (a time such \
                  as \"2027-01-01T00:00:00Z\")"
                .to_owned(),
        ),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn data_whose_clock_is_ahead_or_that_others_share_wants_another_start() {
        let store = store::memory::store();
        let clock = of(Kind::Virtual, &store).await.unwrap();
        assert!(of(Kind::System, &store).await.unwrap().as_virtual().is_none());
        clock.as_virtual().unwrap().advance(Duration::from_secs(90_000)).await.unwrap();
        let refused = of(Kind::System, &store).await.err().unwrap();
        assert!(refused.contains("1d1h ahead"), "{refused}");
        let notices = Some(store::memory::MemoryNotices::default().join());
        let shared = Store { notices: notices.map(|it| it as _), ..store::memory::store() };
        assert!(of(Kind::System, &shared).await.is_ok());
        assert!(of(Kind::Virtual, &shared).await.err().unwrap().contains("would not hear"));
    }

    #[test]
    fn one_thing_is_asked_at_a_time() {
        let hours = |hours: u64| Ok(Aim::By(Duration::from_secs(hours * 3600)));
        assert_eq!(aim(br#"{"advance": "25h"}"#), hours(25));
        assert_eq!(aim(br#"{"advance": 3600}"#), hours(1));
        assert_eq!(aim(br#"{"advance_ms": 7200000}"#), hours(2));
        let day = Ok(Aim::To(Timestamp(1_796_083_200_000)));
        assert_eq!(aim(br#"{"set": "2026-12-01"}"#), day);
        assert_eq!(aim(br#"{"set": 1796083200}"#), day);
        assert_eq!(aim(br#"{"set_ms": 1796083200000}"#), day);
        for wrong in [
            "",
            "{}",
            "[]",
            "null",
            r#"{"advance": -1}"#,
            r#"{"advance": "1"}"#,
            r#"{"advance_ms": -1}"#,
            r#"{"advance": true}"#,
            r#"{"advance": "1h", "set_ms": 1}"#,
            r#"{"by": "1h"}"#,
        ] {
            assert!(aim(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}

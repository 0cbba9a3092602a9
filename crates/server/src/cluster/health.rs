//! Whether the engines of a cluster answer, and how fast.

use super::layout;
use crate::status::Engine;
use platform::Clock;
use std::sync::Arc;
use std::time::Duration;
use store::{BlobId, Error, LogId, Store};
use tokio::time::{Instant, timeout};

/// How long an engine has to answer.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long an answer counts.
const FRESH_MS: i64 = 500;

/// When the engines were asked, and what they answered.
type Answers = (i64, Vec<Engine>);

/// Asks the engines, each time the same cheap question about something that is not there.
#[derive(Clone)]
pub struct Health {
    store: Store,
    clock: Arc<dyn Clock>,
    last: Arc<tokio::sync::Mutex<Option<Answers>>>,
}

impl Health {
    /// The health of these engines.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock, last: Arc::default() }
    }

    /// What each engine answers, or did a moment ago.
    pub async fn engines(&self) -> Vec<Engine> {
        let mut last = self.last.lock().await;
        let now = self.clock.now().millis();
        if let Some((at, found)) = &*last
            && (0..FRESH_MS).contains(&(now - at))
        {
            return found.clone();
        }
        let (table, key) = layout::row();
        let (log, blob) = (LogId("no-such-log".to_owned()), BlobId("0".repeat(32)));
        let tables = async { self.store.tables.get(table, key).await.map(drop) };
        let log = async { self.store.log.bounds(&log, 0).await.map(drop) };
        let blobs = async { self.store.blobs.read(&blob, 0..1).await.map(drop) };
        let (tables, log, blobs) =
            tokio::join!(ask("tables", tables), ask("log", log), ask("blobs", blobs));
        let found = vec![tables, log, blobs];
        *last = Some((self.clock.now().millis(), found.clone()));
        found
    }
}

async fn ask(name: &str, question: impl Future<Output = store::Result<()>>) -> Engine {
    // How long it takes, whatever the clock shows.
    let began = Instant::now();
    let trouble = match timeout(PATIENCE, question).await {
        Ok(Ok(()) | Err(Error::NotFound(_))) => None,
        Ok(Err(error)) => Some(error.to_string()),
        Err(_) => Some(format!("it has not answered within {} s", PATIENCE.as_secs())),
    };
    Engine { name: name.to_owned(), latency_ms: began.elapsed().as_secs_f64() * 1000.0, trouble }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use platform::ManualClock;
    use platform::testing::START;
    use store::faulty::{Call, Fault, Faults};

    #[tokio::test]
    async fn an_engine_that_fails_is_named_and_answers_count_for_a_moment() {
        let faults = Faults::default();
        let clock = Arc::new(ManualClock::at(START));
        let health = Health::new(faults.wrap(store::memory::store()), clock.clone());
        let all = health.engines().await;
        assert_eq!(
            all.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(),
            ["tables", "log", "blobs"]
        );
        assert!(all.iter().all(|it| it.trouble.is_none()), "{all:?}");
        faults.fail_all(Call::ReadBlob, Fault::Io);
        assert!(
            health.engines().await.iter().all(|it| it.trouble.is_none()),
            "it was asked just now"
        );
        clock.advance(Duration::from_secs(1));
        let all = health.engines().await;
        assert!(all[2].trouble.is_some() && all[0].trouble.is_none(), "{all:?}");
    }
}

//! Live Tail sessions: who is told of events as they are ingested.
//!
//! A write hands its events to the sessions of its group once they are durable; nothing is read
//! again for them. So a session sees what is written through its own process.

mod backlog;

pub use backlog::{Backlog, Next};

use crate::errors;
use crate::pattern::Pattern;
use platform::{Ids, Result};
use shapes::logs::{InputLogEvent, LiveTailSessionLogEvent};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many sessions an account has at once in a region ("CloudWatch Logs quotas").
const MAX_SESSIONS: usize = 15;

/// What waits at most to be told to all sessions together, in bytes. Beyond it they are told of
/// samples, so that many who do not listen cost no more than this.
const MAX_WAITING: usize = 32 << 20;

/// The open sessions.
#[derive(Default)]
pub struct LiveTails {
    sessions: Mutex<Sessions>,
    /// Bytes that wait to be told.
    waiting: AtomicUsize,
}

#[derive(Default)]
struct Sessions {
    /// By the key of a group, those that follow it.
    followers: BTreeMap<Vec<u8>, Vec<Arc<Session>>>,
    /// How many each account has in each region.
    counts: BTreeMap<Owner, usize>,
}

/// An account and a region.
pub type Owner = (Arc<str>, Arc<str>);

/// A session.
pub struct Session {
    /// Whose it is.
    pub owner: Owner,
    /// The groups that it follows: their keys, and how the caller named them.
    pub groups: Vec<(Vec<u8>, String)>,
    /// The streams that it follows.
    pub streams: Streams,
    /// What events must be like.
    pub pattern: Pattern,
    /// What it has to tell; nothing more once it is closed.
    pub backlog: Mutex<Option<Backlog>>,
}

/// Which streams of its groups a session follows.
pub enum Streams {
    /// All of them.
    All,
    /// Those of these names.
    Named(Vec<String>),
    /// Those whose names begin so.
    Beginning(Vec<String>),
}

/// Events of a group's stream that have been ingested.
pub struct Ingested<'a> {
    /// The key of the group.
    pub group: &'a [u8],
    /// The name of the stream.
    pub stream: &'a str,
    /// The events.
    pub events: &'a [InputLogEvent],
    /// When they were ingested: milliseconds since the epoch.
    pub now_ms: i64,
}

/// A session for as long as it is open.
pub struct Open {
    tails: Arc<LiveTails>,
    session: Arc<Session>,
}

impl LiveTails {
    /// Opens a session.
    ///
    /// # Errors
    /// `LimitExceededException` when its owner has as many as may be.
    pub fn open(self: &Arc<Self>, session: Session) -> Result<Open> {
        let session = Arc::new(session);
        let mut sessions = self.lock();
        let count = sessions.counts.entry(session.owner.clone()).or_default();
        if *count >= MAX_SESSIONS {
            return Err(errors::too_many_sessions(MAX_SESSIONS));
        }
        *count += 1;
        for (key, _) in &session.groups {
            sessions.followers.entry(key.clone()).or_default().push(session.clone());
        }
        Ok(Open { tails: self.clone(), session })
    }

    /// Tells the sessions of a group of its events.
    pub fn tell(&self, ingested: &Ingested<'_>, chance: &dyn Ids) {
        let followers = self.lock().followers.get(ingested.group).cloned();
        for session in followers.into_iter().flatten() {
            session.tell(ingested, &self.waiting, chance);
        }
    }

    fn close(&self, session: &Arc<Session>) {
        // A write may be telling it at this moment.
        let left = session.backlog().take().map_or(0, |backlog| backlog.bytes());
        self.waiting.fetch_sub(left, Ordering::Relaxed);
        let mut sessions = self.lock();
        for (key, _) in &session.groups {
            if let Some(followers) = sessions.followers.get_mut(key) {
                followers.retain(|other| !Arc::ptr_eq(other, session));
                if followers.is_empty() {
                    sessions.followers.remove(key);
                }
            }
        }
        if let Some(count) = sessions.counts.get_mut(&session.owner) {
            *count -= 1;
            if *count == 0 {
                sessions.counts.remove(&session.owner);
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    fn tell(&self, ingested: &Ingested<'_>, waiting: &AtomicUsize, chance: &dyn Ids) {
        let named = self.groups.iter().find(|(key, _)| key == ingested.group);
        let Some((_, identifier)) = named.filter(|_| self.streams.holds(ingested.stream)) else {
            return;
        };
        for event in ingested.events.iter().filter(|it| self.pattern.matches(&it.message)) {
            let event = LiveTailSessionLogEvent {
                log_stream_name: Some(ingested.stream.to_owned()),
                log_group_identifier: Some(identifier.clone()),
                message: Some(event.message.clone()),
                timestamp: Some(event.timestamp),
                ingestion_time: Some(ingested.now_ms),
            };
            let mut backlog = self.backlog();
            let Some(backlog) = backlog.as_mut() else { return };
            let before = backlog.bytes();
            let elsewhere = waiting.load(Ordering::Relaxed).saturating_sub(before);
            let most = MAX_WAITING.saturating_sub(elsewhere);
            backlog.push(ingested.now_ms, event, most, chance);
            // Adds what is more, or what is less as its complement.
            waiting.fetch_add(backlog.bytes().wrapping_sub(before), Ordering::Relaxed);
        }
    }

    fn backlog(&self) -> MutexGuard<'_, Option<Backlog>> {
        self.backlog.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Streams {
    fn holds(&self, name: &str) -> bool {
        match self {
            Streams::All => true,
            Streams::Named(names) => names.iter().any(|one| one == name),
            Streams::Beginning(prefixes) => prefixes.iter().any(|one| name.starts_with(one)),
        }
    }
}

impl Open {
    /// How long it is until there is something to tell.
    pub fn wait(&self, now_ms: i64) -> Duration {
        self.session.backlog().as_ref().map_or(Duration::ZERO, |backlog| backlog.wait(now_ms))
    }

    /// What is to be told once that has passed.
    pub fn next(&self, now_ms: i64) -> Next {
        let mut backlog = self.session.backlog();
        // It is there until this is dropped.
        let Some(backlog) = backlog.as_mut() else { return Next::TimedOut };
        let before = backlog.bytes();
        let next = backlog.next(now_ms);
        self.tails.waiting.fetch_sub(before - backlog.bytes(), Ordering::Relaxed);
        next
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.tails.close(&self.session);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::SeededIds;

    fn open(tails: &Arc<LiveTails>, account: usize) -> Open {
        let session = Session {
            owner: (account.to_string().into(), "us-east-1".into()),
            groups: vec![(b"g".to_vec(), "arn".to_owned())],
            streams: Streams::All,
            pattern: Pattern::parse("").unwrap(),
            backlog: Mutex::new(Some(Backlog::new(0))),
        };
        tails.open(session).unwrap()
    }

    fn tell(tails: &LiveTails, events: usize) {
        let message = "x".repeat(1 << 20);
        let event = InputLogEvent { timestamp: 0, message };
        let events = vec![event; events];
        let ingested = Ingested { group: b"g", stream: "s", events: &events, now_ms: 0 };
        tails.tell(&ingested, &SeededIds::new(1));
    }

    fn told(session: &Open) -> (usize, Option<bool>) {
        let Next::Update(update) = session.next(1000) else { panic!("the session is over") };
        let sampled = update.session_metadata.and_then(|metadata| metadata.sampled);
        (update.session_results.map_or(0, |results| results.len()), sampled)
    }

    #[test]
    fn what_waits_for_all_together_is_bounded_and_comes_back() {
        let tails = Arc::<LiveTails>::default();
        let mut sessions: Vec<_> = (0..40).map(|account| open(&tails, account)).collect();
        tell(&tails, 1);
        let waiting = tails.waiting.load(Ordering::Relaxed);
        assert!((MAX_WAITING - (2 << 20)..=MAX_WAITING).contains(&waiting), "{waiting}");
        let (some, none): (Vec<_>, Vec<_>) = sessions.iter().map(told).partition(|it| it.0 == 1);
        assert_eq!((some.len(), none.len()), (31, 9));
        assert!(some.iter().all(|it| it.1 == Some(false)));
        assert!(none.iter().all(|it| *it == (0, Some(true))));
        assert_eq!(tails.waiting.load(Ordering::Relaxed), 0);
        tell(&tails, 5);
        assert!(tails.waiting.load(Ordering::Relaxed) > MAX_WAITING - (2 << 20));
        sessions.clear();
        assert_eq!(tails.waiting.load(Ordering::Relaxed), 0);
        let left = tails.lock();
        assert!(left.followers.is_empty() && left.counts.is_empty());
    }
}

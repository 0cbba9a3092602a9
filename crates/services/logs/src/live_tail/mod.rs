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
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many sessions an account has at once in a region ("CloudWatch Logs quotas").
const MAX_SESSIONS: usize = 15;

/// The open sessions.
#[derive(Default)]
pub struct LiveTails(Mutex<Sessions>);

#[derive(Default)]
struct Sessions {
    /// By the key of a group, those that follow it.
    followers: HashMap<Vec<u8>, Vec<Arc<Session>>>,
    /// How many each account has in each region.
    counts: HashMap<Owner, usize>,
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
    /// What it has to tell.
    pub backlog: Mutex<Backlog>,
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
            session.tell(ingested, chance);
        }
    }

    fn close(&self, session: &Arc<Session>) {
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
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    fn tell(&self, ingested: &Ingested<'_>, chance: &dyn Ids) {
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
            self.backlog().push(ingested.now_ms, event, chance);
        }
    }

    /// What it has to tell.
    pub fn backlog(&self) -> MutexGuard<'_, Backlog> {
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
    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.tails.close(&self.session);
    }
}

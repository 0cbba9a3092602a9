//! What a session has to tell and has not told yet, by second. It knows no clock and no caller.

use platform::Ids;
use shapes::logs::{LiveTailSessionLogEvent, LiveTailSessionMetadata, LiveTailSessionUpdate};
use std::collections::VecDeque;
use std::time::Duration;

/// What an update holds at most, of how many events there may be in its second.
const MAX_EVENTS: usize = 500;
/// How many seconds wait for a caller who does not take them; older ones are dropped.
const MAX_SECONDS: usize = 10;
/// What waits at most, in bytes. Of a second that has more, a sample is told.
const MAX_BYTES: usize = 4 << 20;
/// How long a session lasts, in seconds.
const SESSION_SECONDS: i64 = 3 * 3600;

const SECOND_MS: i64 = 1000;

/// The events of a session's seconds.
pub struct Backlog {
    began_ms: i64,
    /// How many seconds are told of.
    told: i64,
    seconds: VecDeque<Second>,
    bytes: usize,
}

/// The events of one second, or a sample of them.
struct Second {
    number: i64,
    /// How many there were.
    matched: u64,
    /// Those that are kept, each with its place among all.
    kept: Vec<(u64, LiveTailSessionLogEvent)>,
}

/// What is to be told next.
#[derive(Debug, PartialEq)]
pub enum Next {
    /// The events of a second; of several, where nothing happened.
    Update(LiveTailSessionUpdate),
    /// The session has lasted as long as it may.
    TimedOut,
}

impl Backlog {
    /// Of a session that begins now.
    pub fn new(now_ms: i64) -> Self {
        Self { began_ms: now_ms, told: 0, seconds: VecDeque::new(), bytes: 0 }
    }

    /// Keeps an event of now, or leaves it to chance where there are too many. `most` is how many
    /// bytes may wait with it.
    pub fn push(
        &mut self,
        now_ms: i64,
        event: LiveTailSessionLogEvent,
        most: usize,
        chance: &dyn Ids,
    ) {
        let most = most.min(MAX_BYTES);
        let last = self.seconds.back().map_or(0, |second| second.number);
        // A clock that was set back does not bring back what was told.
        let number = self.second_of(now_ms).max(self.told).max(last);
        if self.seconds.back().is_none_or(|second| second.number < number) {
            self.seconds.push_back(Second { number, matched: 0, kept: Vec::new() });
        }
        let size = size_of(&event);
        while self.seconds.len() > MAX_SECONDS
            || (self.seconds.len() > 1 && self.bytes + size > most)
        {
            self.drop_oldest();
        }
        let room = most.saturating_sub(self.bytes);
        let Some(second) = self.seconds.back_mut() else { return };
        let (bytes, freed) = second.keep(event, size, room, chance);
        self.bytes = self.bytes + bytes - freed;
    }

    /// How many bytes wait to be told.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// How long it is until there is something to tell.
    pub fn wait(&self, now_ms: i64) -> Duration {
        let due_ms = self.began_ms + (self.told + 1) * SECOND_MS;
        let wait_ms = if self.told >= SESSION_SECONDS { 0 } else { due_ms - now_ms };
        Duration::from_millis(wait_ms.clamp(0, SECOND_MS).unsigned_abs())
    }

    /// What is to be told once that has passed: of the oldest second that was not told of and has
    /// events, or that nothing happened.
    pub fn next(&mut self, now_ms: i64) -> Next {
        if self.told >= SESSION_SECONDS {
            return Next::TimedOut;
        }
        let ended = self.second_of(now_ms).max(self.told + 1);
        let is_over = |second: &Second| second.number < ended;
        let oldest = self.seconds.front().is_some_and(is_over).then(|| self.drop_oldest());
        let Some(mut second) = oldest.flatten() else {
            self.told = ended;
            return Next::Update(update(false, Vec::new()));
        };
        self.told = self.told.max(second.number + 1);
        second.kept.sort_unstable_by_key(|(place, _)| *place);
        let is_sampled = second.matched > second.kept.len() as u64;
        let events = second.kept.into_iter().map(|(_, event)| event).collect();
        Next::Update(update(is_sampled, events))
    }

    fn second_of(&self, now_ms: i64) -> i64 {
        (now_ms - self.began_ms).div_euclid(SECOND_MS)
    }

    fn drop_oldest(&mut self) -> Option<Second> {
        let second = self.seconds.pop_front()?;
        self.bytes -= second.kept.iter().map(|(_, event)| size_of(event)).sum::<usize>();
        Some(second)
    }
}

impl Second {
    /// Gives the bytes that are kept from now on, and those that are not any more. Each event has
    /// the same chance to be among those that are kept (Vitter's algorithm R), as far as there is
    /// room for its bytes.
    fn keep(
        &mut self,
        event: LiveTailSessionLogEvent,
        size: usize,
        room: usize,
        chance: &dyn Ids,
    ) -> (usize, usize) {
        let place = self.matched;
        self.matched += 1;
        if self.kept.len() < MAX_EVENTS {
            if size > room {
                return (0, 0);
            }
            self.kept.push((place, event));
            return (size, 0);
        }
        let mut bytes = [0; 8];
        chance.fill(&mut bytes);
        let drawn = usize::try_from(u64::from_le_bytes(bytes) % self.matched).unwrap_or(usize::MAX);
        let Some(kept) = self.kept.get_mut(drawn) else { return (0, 0) };
        let freed = size_of(&kept.1);
        if size > room + freed {
            return (0, 0);
        }
        *kept = (place, event);
        (size, freed)
    }
}

/// What an event takes, as `PutLogEvents` counts, and its names.
fn size_of(event: &LiveTailSessionLogEvent) -> usize {
    let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    let names = length(&event.log_stream_name) + length(&event.log_group_identifier);
    26 + length(&event.message) + names
}

fn update(is_sampled: bool, events: Vec<LiveTailSessionLogEvent>) -> LiveTailSessionUpdate {
    LiveTailSessionUpdate {
        session_metadata: Some(LiveTailSessionMetadata { sampled: Some(is_sampled) }),
        session_results: Some(events),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::SeededIds;

    struct Setting {
        backlog: Backlog,
        ids: SeededIds,
    }

    /// A session that began at 1,000 ms.
    fn setting() -> Setting {
        Setting { backlog: Backlog::new(1000), ids: SeededIds::new(1) }
    }

    impl Setting {
        fn push(&mut self, now_ms: i64, message: &str) {
            let message = Some(message.to_owned());
            let event = LiveTailSessionLogEvent { message, ..Default::default() };
            self.backlog.push(now_ms, event, usize::MAX, &self.ids);
        }

        /// Whether the next is a sample, and its messages.
        fn next(&mut self, now_ms: i64) -> (bool, Vec<String>) {
            let Next::Update(update) = self.backlog.next(now_ms) else {
                panic!("the session is over");
            };
            let messages =
                update.session_results.unwrap().into_iter().map(|it| it.message.unwrap());
            (update.session_metadata.unwrap().sampled.unwrap(), messages.collect())
        }
    }

    fn told(messages: &[&str]) -> (bool, Vec<String>) {
        (false, messages.iter().map(|message| (*message).to_owned()).collect())
    }

    #[test]
    fn each_second_is_told_of_when_it_is_over() {
        let mut at = setting();
        at.push(1000, "a");
        at.push(1999, "b");
        at.push(2000, "c");
        assert_eq!(at.backlog.wait(1200), Duration::from_millis(800));
        assert_eq!(at.next(2000), told(&["a", "b"]));
        assert_eq!(at.backlog.wait(2000), Duration::from_secs(1));
        assert_eq!(at.next(3001), told(&["c"]));
        assert_eq!(at.next(4000), told(&[]));
        assert_eq!(at.backlog.wait(4000), Duration::from_secs(1));
        assert_eq!(at.backlog.bytes, 0);
    }

    #[test]
    fn a_late_caller_gets_what_waits_at_once_and_not_what_was_too_long_ago() {
        let mut at = setting();
        for second in 0..12 {
            at.push(1000 + 1000 * second, &second.to_string());
        }
        let now = 1000 + 12_000;
        for second in 2..12 {
            assert_eq!(at.backlog.wait(now), Duration::ZERO);
            assert_eq!(at.next(now), told(&[&second.to_string()]));
        }
        assert_eq!(at.backlog.wait(now), Duration::from_secs(1));
    }

    #[test]
    fn of_more_than_500_a_sample_is_told_in_their_order() {
        let mut at = setting();
        for number in 0..500 {
            at.push(1000, &format!("{number:04}"));
        }
        let (is_sampled, messages) = at.next(2000);
        assert_eq!((is_sampled, messages.len()), (false, 500));
        for number in 0..1500 {
            at.push(2000, &format!("{number:04}"));
        }
        let (is_sampled, messages) = at.next(3000);
        assert_eq!((is_sampled, messages.len()), (true, 500));
        assert!(messages.is_sorted());
        // Late ones are among them as well as early ones.
        let late = messages.iter().filter(|message| message.as_str() >= "0750").count();
        assert!((150..350).contains(&late), "{late} of the later half");
    }

    #[test]
    fn what_waits_is_bounded_in_bytes() {
        let mut at = setting();
        let long = "x".repeat(1 << 20);
        at.push(1000, "first");
        for second in 0..2 {
            for _ in 0..5 {
                at.push(2000 + 1000 * second, &long);
            }
        }
        assert!(at.backlog.bytes <= MAX_BYTES);
        let (is_sampled, messages) = at.next(9000);
        assert_eq!((is_sampled, messages.len()), (true, 3));
        assert_eq!(at.backlog.bytes, 0);
        assert_eq!(at.next(9000), told(&[]));
    }

    #[test]
    fn a_clock_that_is_set_back_holds_nothing_up() {
        let mut at = setting();
        at.push(5000, "a");
        assert_eq!(at.next(6000), told(&["a"]));
        at.push(500, "b");
        assert_eq!(at.backlog.wait(500), Duration::from_secs(1));
        assert_eq!(at.next(1500), told(&["b"]));
        assert_eq!(at.next(2500), told(&[]));
    }

    #[test]
    fn a_session_ends_after_three_hours() {
        let mut at = setting();
        let end = 1000 + SESSION_SECONDS * SECOND_MS;
        at.push(end - 1, "last");
        assert_eq!(at.next(end - 1), told(&[]));
        assert_eq!(at.next(end), told(&["last"]));
        assert_eq!(at.backlog.wait(end), Duration::ZERO);
        assert_eq!(at.backlog.next(end), Next::TimedOut);
    }
}

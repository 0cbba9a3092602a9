//! Lines become requests. In a log stream, which is one environment's, one request follows another;
//! streams are interleaved.

use super::lines::{Line, Report, of};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::mem;

/// An event of `FilterLogEvents`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Event {
    /// In milliseconds since 1970.
    pub timestamp: i64,
    /// What was written.
    pub message: String,
    /// Of which environment.
    pub log_stream_name: String,
    /// Of this event alone.
    pub event_id: String,
}

/// A line of a function's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// In milliseconds since 1970.
    pub time_ms: i64,
    /// What was written.
    pub message: String,
    /// Whether it tells a failure.
    pub failed: bool,
}

/// A request, or as much of it as has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// Its id; absent for lines outside of any.
    pub id: Option<String>,
    /// When it began, in milliseconds since 1970.
    pub time_ms: i64,
    /// Whether an earlier piece of it was given.
    pub goes_on: bool,
    /// What it wrote, since then.
    pub lines: Vec<Own>,
    /// What it cost, once it has ended.
    pub report: Option<Report>,
    /// Whether something failed, so far.
    pub failed: bool,
    /// How often it was passed over while it waited for its end.
    pub(super) waits: u32,
}

/// The requests that have begun, by stream.
pub struct Requests {
    open: BTreeMap<String, Piece>,
    only_failed: bool,
}

impl Requests {
    /// None yet. With `only_failed` only those in which something failed will be given.
    pub fn new(only_failed: bool) -> Self {
        Self { open: BTreeMap::new(), only_failed }
    }

    /// Takes the next event; gives the request that it ends.
    pub fn take(&mut self, event: Event) -> Option<Piece> {
        let open = self.open.entry(event.log_stream_name.clone()).or_default();
        open.waits = 0;
        if open.id.is_none() && open.lines.is_empty() {
            open.time_ms = event.timestamp;
        }
        let ended = match of(&event.message) {
            Line::Platform => None,
            Line::Own(failed) => {
                open.failed |= failed;
                open.lines.push(Own { time_ms: event.timestamp, message: event.message, failed });
                None
            }
            Line::Start(id) if open.id.is_none() => {
                // What an environment writes while it starts belongs to the request that it starts for.
                (open.id, open.time_ms) = (Some(id), event.timestamp);
                None
            }
            Line::Start(id) => {
                let next = Piece { id: Some(id), time_ms: event.timestamp, ..Piece::default() };
                Some(mem::replace(open, next))
            }
            Line::Report(id, report) => {
                let mut ended = mem::take(open);
                ended.id = Some(id);
                ended.failed |= report.failure.is_some();
                ended.report = Some(report);
                Some(ended)
            }
        };
        ended.filter(|piece| !self.only_failed || piece.failed)
    }

    /// The same for several; gives the requests that end.
    pub fn take_all(&mut self, events: Option<Vec<Event>>) -> Vec<Piece> {
        events.into_iter().flatten().filter_map(|event| self.take(event)).collect()
    }

    /// What was passed over before and still waits for its end: it is given as far as it is.
    pub fn waiting(&mut self) -> Vec<Piece> {
        let mut given = Vec::new();
        for open in self.open.values_mut() {
            open.waits += 1;
            if open.waits > 1 && !open.lines.is_empty() && (!self.only_failed || open.failed) {
                let rest = Piece { goes_on: open.id.is_some(), lines: Vec::new(), ..open.clone() };
                given.push(mem::replace(open, rest));
            }
        }
        given
    }

    /// All that have not ended.
    pub fn rest(&mut self) -> Vec<Piece> {
        let only_failed = self.only_failed;
        let wanted = |it: &Piece| it.id.is_some() || !it.lines.is_empty();
        let open = mem::take(&mut self.open).into_values();
        open.filter(|it| wanted(it) && (!only_failed || it.failed)).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn take(requests: &mut Requests, stream: &str, message: &str) -> Option<Piece> {
        let (log_stream_name, message) = (stream.to_owned(), message.to_owned());
        requests.take(Event { timestamp: 7, message, log_stream_name, ..Event::default() })
    }

    fn messages(piece: &Piece) -> Vec<&str> {
        piece.lines.iter().map(|line| &*line.message).collect()
    }

    #[test]
    fn lines_of_streams_that_are_interleaved_come_apart() {
        let mut requests = Requests::new(false);
        let mut ended = Vec::new();
        for (stream, message) in [
            ("a", "starting up"),
            ("a", "START RequestId: 1 Version: 1"),
            ("b", "START RequestId: 2 Version: 1"),
            ("a", "one"),
            ("b", "[ERROR] two"),
            ("a", "END RequestId: 1"),
            ("b", "REPORT RequestId: 2\tDuration: 2.00 ms\t"),
            ("a", "REPORT RequestId: 1\tDuration: 1.00 ms\t"),
        ] {
            ended.extend(take(&mut requests, stream, message));
        }
        let told: Vec<_> =
            ended.iter().map(|it| (it.id.as_deref().unwrap(), messages(it), it.failed)).collect();
        assert_eq!(
            told,
            [("2", vec!["[ERROR] two"], true), ("1", vec!["starting up", "one"], false)]
        );
        assert_eq!(requests.rest(), []);
    }

    #[test]
    fn what_takes_long_is_given_in_pieces() {
        let mut requests = Requests::new(false);
        take(&mut requests, "a", "START RequestId: 1 Version: 1");
        take(&mut requests, "a", "one");
        assert_eq!(requests.waiting(), []);
        let first = requests.waiting();
        assert_eq!((messages(&first[0]), first[0].goes_on), (vec!["one"], false));
        assert_eq!(requests.waiting(), []);
        take(&mut requests, "a", "two");
        let last = take(&mut requests, "a", "REPORT RequestId: 1\tDuration: 1.00 ms\t").unwrap();
        assert_eq!((messages(&last), last.goes_on), (vec!["two"], true));
    }

    #[test]
    fn only_what_failed_is_given_when_nothing_else_is_wanted() {
        let mut requests = Requests::new(true);
        take(&mut requests, "a", "START RequestId: 1 Version: 1");
        take(&mut requests, "a", "fine");
        assert_eq!((requests.waiting(), requests.waiting()), (Vec::new(), Vec::new()));
        assert_eq!(take(&mut requests, "a", "REPORT RequestId: 1\tDuration: 1.00 ms\t"), None);
        take(&mut requests, "a", "START RequestId: 2 Version: 1");
        let timeout = "REPORT RequestId: 2\tDuration: 1.00 ms\tStatus: timeout";
        assert!(take(&mut requests, "a", timeout).is_some_and(|it| it.failed));
        // A process that was killed wrote no report.
        take(&mut requests, "a", "START RequestId: 3 Version: 1");
        take(&mut requests, "a", "[ERROR] no");
        let three = take(&mut requests, "a", "START RequestId: 4 Version: 1").unwrap();
        assert_eq!((three.id.as_deref(), three.report), (Some("3"), None));
        assert_eq!(requests.rest(), []);
    }
}

//! Reading events: one stream in either direction, or several merged.

use crate::records::event::{self, EVENTS, Event, Position};
use platform::Result;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use store::{KeyRange, Scan, Tables};

/// How many rows a cursor fetches first; each fetch is four times the last, up to the most.
const FIRST_ROWS: usize = 16;
const MOST_ROWS: usize = 1024;

/// The places between which to read, both exclusive of what lies outside.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// Events at this place or later.
    pub from: Position,
    /// Events before this place.
    pub until: Position,
    /// From the oldest on; else from the newest back.
    pub forward: bool,
}

impl Span {
    /// Events from `start_ms` on that are older than `end_ms`.
    pub fn of_times(start_ms: Option<i64>, end_ms: Option<i64>, forward: bool) -> Self {
        let end = Position { time_ms: u64::MAX, number: u64::MAX };
        Span {
            from: start_ms.map_or(Position::START, Position::before),
            until: end_ms.map_or(end, Position::before),
            forward,
        }
    }

    /// What is left of it beyond a place.
    pub fn beyond(mut self, place: Position) -> Self {
        if self.forward {
            let next = Position { number: place.number.saturating_add(1), ..place };
            self.from = self.from.max(next);
        } else {
            self.until = self.until.min(place);
        }
        self
    }
}

/// Reads one stream's events in order.
struct Cursor {
    prefix: Vec<u8>,
    span: Span,
    rows: usize,
    ahead: VecDeque<Event>,
    ended: bool,
}

impl Cursor {
    fn new(prefix: Vec<u8>, span: Span) -> Self {
        let ended = span.from >= span.until;
        Self { prefix, span, rows: FIRST_ROWS, ahead: VecDeque::new(), ended }
    }

    async fn peek(&mut self, tables: &dyn Tables) -> Result<Option<Position>> {
        if self.ahead.is_empty() && !self.ended {
            self.fetch(tables).await?;
        }
        Ok(self.ahead.front().map(|event| event.position))
    }

    async fn fetch(&mut self, tables: &dyn Tables) -> Result<()> {
        let start = event::key(&self.prefix, self.span.from);
        let end = Some(event::key(&self.prefix, self.span.until));
        let range = KeyRange { start, end };
        let scan = Scan { range, limit: self.rows, reverse: !self.span.forward };
        let pairs = tables.scan(EVENTS, scan).await?;
        self.ended = pairs.len() < self.rows;
        self.rows = (self.rows * 4).min(MOST_ROWS);
        for (key, value) in pairs {
            self.ahead.push_back(event::decode(&key, &value)?);
        }
        if let Some(last) = self.ahead.back() {
            self.span = self.span.beyond(last.position);
        }
        Ok(())
    }
}

/// Reads the events of several streams in one order: by time, then as they were ingested.
pub struct Merged<'a> {
    tables: &'a dyn Tables,
    forward: bool,
    cursors: Vec<Cursor>,
    /// The next place of each cursor that has one. The smallest comes first.
    heads: BinaryHeap<Reverse<(Rank, usize)>>,
}

/// A position, mirrored when reading goes backwards.
type Rank = (u64, u64);

impl<'a> Merged<'a> {
    /// The events of the streams with these key prefixes.
    pub async fn new(tables: &'a dyn Tables, prefixes: Vec<Vec<u8>>, span: Span) -> Result<Self> {
        let cursors = prefixes.into_iter().map(|prefix| Cursor::new(prefix, span)).collect();
        let forward = span.forward;
        let mut merged = Self { tables, forward, cursors, heads: BinaryHeap::new() };
        for index in 0..merged.cursors.len() {
            merged.queue(index).await?;
        }
        Ok(merged)
    }

    async fn queue(&mut self, index: usize) -> Result<()> {
        if let Some(Position { time_ms, number }) = self.cursors[index].peek(self.tables).await? {
            let rank = if self.forward { (time_ms, number) } else { (!time_ms, !number) };
            self.heads.push(Reverse((rank, index)));
        }
        Ok(())
    }

    /// The next event and the index of its stream.
    pub async fn next(&mut self) -> Result<Option<(usize, Event)>> {
        let Some(Reverse((_, index))) = self.heads.pop() else { return Ok(None) };
        let event = self.cursors[index].ahead.pop_front();
        self.queue(index).await?;
        Ok(event.map(|event| (index, event)))
    }
}

/// The first or the last event of a stream, of those at a place or later.
pub async fn edge(
    tables: &dyn Tables,
    prefix: &[u8],
    from: Position,
    newest: bool,
) -> Result<Option<Event>> {
    let range = KeyRange { start: event::key(prefix, from), ..KeyRange::prefix(prefix) };
    let scan = Scan { range, limit: 1, reverse: newest };
    let pairs = tables.scan(EVENTS, scan).await?;
    pairs.first().map(|(key, value)| event::decode(key, value)).transpose()
}

/// What a page of events has room for: at most 10,000 events and 1 MB.
pub struct Room {
    events: usize,
    bytes: usize,
}

impl Room {
    /// Room for `limit` events.
    pub fn new(limit: Option<i32>) -> Self {
        let events = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(10_000);
        Self { events, bytes: 1 << 20 }
    }

    /// Takes the room of one event; `false` when there is none. The first always fits.
    pub fn take(&mut self, event: &Event) -> bool {
        let size = event.message.len() + 26;
        if self.events == 0 || (size > self.bytes && self.bytes < 1 << 20) {
            return false;
        }
        self.events -= 1;
        self.bytes = self.bytes.saturating_sub(size);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::Batch;

    async fn tables(events: &[(&str, u64, u64)]) -> store::Store {
        let store = store::memory::store();
        let batch = events.iter().fold(Batch::new(), |batch, (stream, time_ms, number)| {
            let position = Position { time_ms: *time_ms, number: *number };
            let key = event::key(&event::prefix("g", stream), position);
            batch.put(EVENTS, key, event::encode(0, &format!("{stream}{time_ms}")))
        });
        store.tables.commit(batch).await.unwrap();
        store
    }

    async fn read(store: &store::Store, span: Span) -> Vec<String> {
        let prefixes = vec![event::prefix("g", "a"), event::prefix("g", "b")];
        let mut merged = Merged::new(&*store.tables, prefixes, span).await.unwrap();
        let mut messages = Vec::new();
        while let Some((_, event)) = merged.next().await.unwrap() {
            messages.push(event.message);
        }
        messages
    }

    #[tokio::test]
    async fn streams_are_merged_in_both_directions() {
        let store = tables(&[("a", 1, 1), ("b", 2, 2), ("a", 3, 3), ("b", 3, 4)]).await;
        let all = Span::of_times(None, None, true);
        assert_eq!(read(&store, all).await, ["a1", "b2", "a3", "b3"]);
        let back = Span { forward: false, ..all };
        assert_eq!(read(&store, back).await, ["b3", "a3", "b2", "a1"]);
        let place = Position { time_ms: 3, number: 3 };
        assert_eq!(read(&store, all.beyond(place)).await, ["b3"]);
        assert_eq!(read(&store, back.beyond(place)).await, ["b2", "a1"]);
        assert_eq!(read(&store, Span::of_times(Some(2), Some(3), true)).await, ["b2"]);
    }

    #[tokio::test]
    async fn long_streams_are_read_to_their_end() {
        let many = (1..500).map(|number| ("a", number / 7, number)).collect::<Vec<_>>();
        let store = tables(&many).await;
        assert_eq!(read(&store, Span::of_times(None, None, true)).await.len(), 499);
        assert_eq!(read(&store, Span::of_times(None, None, false)).await.len(), 499);
    }
}

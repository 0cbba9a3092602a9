//! Records that go together, as many as one request takes ("Amazon Kinesis Data Streams quotas").

use std::collections::VecDeque;

/// The most records of a request.
const MOST_RECORDS: usize = 500;
/// The most bytes of data and keys, unless one record alone has more: less than a request may have, since
/// longer ones wait longer for their answer.
const MOST_BYTES: usize = 4 << 20;

/// A line that is to be a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its number in the file, from 1.
    pub line: u64,
    /// Its partition key.
    pub key: String,
    /// What it says.
    pub data: Vec<u8>,
}

/// The shard that took a record.
#[derive(Debug, PartialEq)]
pub struct Place(pub String);

/// Records in the order of their lines.
#[derive(Debug)]
pub struct Batch {
    records: VecDeque<Record>,
    bytes: usize,
    most: usize,
}

impl Batch {
    /// An empty one of so many records at most.
    pub fn new(most: usize) -> Self {
        Self { records: VecDeque::new(), bytes: 0, most: most.clamp(1, MOST_RECORDS) }
    }

    /// Adds a record, or gives back one that has no room.
    pub fn add(&mut self, record: Record) -> Option<Record> {
        let bytes = self.bytes + record.data.len() + record.key.len();
        if !self.is_empty() && (self.len() >= self.most || bytes > MOST_BYTES) {
            return Some(record);
        }
        self.bytes = bytes;
        self.records.push_back(record);
        None
    }

    /// The records.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// The number of the first line.
    pub fn first_line(&self) -> Option<u64> {
        self.records.front().map(|record| record.line)
    }

    /// Those that were taken, and what is left. A record of which the answer says nothing was not.
    pub fn answered(self, places: Vec<Option<Place>>) -> (Vec<(Record, Place)>, Self) {
        let (mut taken, mut left) = (Vec::new(), Self::new(self.most));
        let places = places.into_iter().chain(std::iter::repeat_with(|| None));
        for (record, place) in self.records.into_iter().zip(places) {
            match place {
                Some(place) => taken.push((record, place)),
                None => {
                    left.bytes += record.data.len() + record.key.len();
                    left.records.push_back(record);
                }
            }
        }
        (taken, left)
    }

    /// Which lines they are, for a sentence.
    pub fn lines(&self) -> String {
        match (self.records.front(), self.records.back()) {
            (Some(first), Some(last)) if first.line != last.line => {
                format!("{} lines between {} and {}", self.len(), first.line, last.line)
            }
            (Some(one), _) => format!("line {}", one.line),
            _ => "no line".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(line: u64, bytes: usize) -> Record {
        Record { line, key: "k".to_owned(), data: vec![0; bytes] }
    }

    #[test]
    fn a_batch_has_room_for_as_much_as_a_request() {
        let mut batch = Batch::new(usize::MAX);
        assert!((1..=500).all(|line| batch.add(record(line, 1)).is_none()));
        assert_eq!(batch.add(record(501, 1)), Some(record(501, 1)));
        let mut batch = Batch::new(usize::MAX);
        assert!(
            batch.add(record(1, MOST_BYTES + 1)).is_none(),
            "one alone is for the server to judge"
        );
        assert!(batch.add(record(2, 0)).is_some());
    }

    #[test]
    fn what_was_not_taken_stays_in_order() {
        let mut batch = Batch::new(9);
        (1..=4).for_each(|line| drop(batch.add(record(line, 1))));
        let place = || Some(Place("s".to_owned()));
        let (taken, left) = batch.answered(vec![place(), None, place()]);
        assert_eq!(taken.iter().map(|(record, _)| record.line).collect::<Vec<_>>(), [1, 3]);
        assert_eq!((left.first_line(), left.len(), left.bytes), (Some(2), 2, 4));
        assert_eq!(left.lines(), "2 lines between 2 and 4");
    }
}

//! What was put into the stream that has a channel, and what came into the channel's bucket. A record
//! is known by its data, which no other has.

use crate::time::Time;
use std::collections::{BTreeMap, BTreeSet};

/// What begins the data of records that are no JSON.
pub(crate) const MUDDY: &str = "mud ";

/// The records of the stream.
#[derive(Default)]
pub(crate) struct Channels {
    /// What somebody began to put.
    begun: BTreeSet<String>,
    /// The sequence numbers of what was acknowledged.
    acknowledged: BTreeMap<String, String>,
}

impl Channels {
    /// Somebody begins to put a record.
    pub fn begin(&mut self, data: &str) {
        self.begun.insert(data.to_owned());
    }

    /// It is acknowledged.
    pub fn acknowledged(&mut self, data: &str, sequence: &str) {
        self.acknowledged.insert(data.to_owned(), sequence.to_owned());
    }

    /// Something that was acknowledged and is in none of these lines of objects, nor, if it is no
    /// JSON, among the numbers that letters name.
    pub fn missing(&self, lines: &[String], letters: &[String]) -> Option<&str> {
        let lines: BTreeSet<_> = lines.iter().map(String::as_str).collect();
        let letters: BTreeSet<_> = letters.iter().map(String::as_str).collect();
        let is_there = |(data, sequence): &(&String, &String)| match data.starts_with(MUDDY) {
            true => letters.contains(sequence.as_str()),
            false => lines.contains(data.as_str()),
        };
        self.acknowledged.iter().find(|it| !is_there(it)).map(|(data, _)| data.as_str())
    }

    /// Nothing came twice, and nothing that nobody put.
    pub fn check(&self, time: &Time, lines: &[String], letters: &[String]) {
        let mut seen = BTreeSet::new();
        for one in lines.iter().chain(letters) {
            if !seen.insert(one) {
                time.violate("channel once", format!("{one} was delivered twice"));
            }
        }
        for line in lines.iter().filter(|line| !self.begun.contains(*line)) {
            time.violate("channel once", format!("{line} was delivered and not put"));
        }
    }

    /// How many records were acknowledged.
    pub fn count(&self) -> usize {
        self.acknowledged.len()
    }
}

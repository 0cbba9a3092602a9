//! What functions were offered and have taken, and the checkpoints that say so.

use super::records::{Place, Sequence};
use crate::time::Time;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The table of the checkpoints.
const CHECKPOINTS: &str = "mapping-shards";
/// The table of the mappings.
const MAPPINGS: &str = "mappings";

/// A record as a function gets it.
pub(crate) struct Offered {
    pub shard: String,
    pub sequence: Sequence,
    pub key: String,
    pub data: String,
}

/// A function and a partition key.
type Row = (String, String);

/// A checkpoint, when it was kept.
struct Mark {
    uuid: String,
    shard: String,
    sequence: Sequence,
    at: u64,
}

/// Everything that pipelines and functions do.
#[derive(Default)]
pub(crate) struct Offers {
    offered: BTreeSet<(String, Place)>,
    delivered: BTreeMap<(String, Place), u64>,
    last_offered: BTreeMap<Row, Sequence>,
    last_delivered: BTreeMap<Row, Sequence>,
    marks: Vec<Mark>,
    /// By UUID and shard.
    checkpoints: BTreeMap<(String, String), Sequence>,
    /// The function of each mapping that begins with the oldest record.
    mappings: BTreeMap<String, String>,
    /// The functions that get what is put from an instant on; `None` for all there is.
    owed: BTreeMap<String, Option<u64>>,
}

impl Offers {
    /// Records of one partition key are offered for the first time in their order.
    pub fn offered(&mut self, time: &Time, function: &str, record: &Offered) {
        let place = (record.shard.clone(), record.sequence.clone());
        if self.offered.insert((function.to_owned(), place)) {
            advance(time, &mut self.last_offered, function, record, "offered");
        }
    }

    /// And taken.
    pub fn delivered(&mut self, time: &Time, function: &str, record: &Offered) {
        let place = (record.shard.clone(), record.sequence.clone());
        let key = (function.to_owned(), place);
        if self.delivered.contains_key(&key) {
            return;
        }
        self.delivered.insert(key, time.number());
        advance(time, &mut self.last_delivered, function, record, "delivered");
    }

    /// From now on a function gets what is put, or all that there is.
    pub fn owe(&mut self, time: &Time, function: &str, all: bool) {
        let since = (!all).then(|| time.number());
        self.owed.insert(function.to_owned(), since);
    }

    /// Nobody knows any more what a function gets.
    pub fn owe_nothing(&mut self, function: &str) {
        self.owed.remove(function);
    }

    pub fn owed(&self) -> BTreeMap<String, Option<u64>> {
        self.owed.clone()
    }

    pub fn is_delivered(&self, function: &str, place: &Place) -> bool {
        self.delivered.contains_key(&(function.to_owned(), place.clone()))
    }

    /// A row was written.
    pub fn put(&mut self, time: &Time, table: &str, key: &[u8], value: &[u8]) {
        match table {
            CHECKPOINTS => self.checkpoint(time, key, value),
            MAPPINGS => {
                let value: Value = serde_json::from_slice(value).unwrap_or_default();
                if value["starting_position"] == "TRIM_HORIZON" {
                    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
                    self.mappings.insert(text("uuid"), text("function"));
                }
            }
            _ => {}
        }
    }

    /// A row was removed.
    pub fn removed(&mut self, table: &str, key: &[u8]) {
        if let (CHECKPOINTS, Some(place)) = (table, place(key)) {
            self.checkpoints.remove(&place);
        }
    }

    fn checkpoint(&mut self, time: &Time, key: &[u8], value: &[u8]) {
        let value: Value = serde_json::from_slice(value).unwrap_or_default();
        let Some((uuid, shard)) = place(key) else { return };
        let reached = value["position"]["After"].as_str().map(Sequence::new);
        let before = self.checkpoints.get(&(uuid.clone(), shard.clone()));
        let goes_back = match (&reached, before) {
            (Some(reached), Some(before)) => reached < before,
            (None, Some(_)) => value["position"] != "End",
            _ => false,
        };
        if goes_back {
            let position = &value["position"];
            time.violate("checkpoints", format!("{uuid} {shard} goes back to {position}"));
        }
        if let Some(sequence) = reached {
            self.checkpoints.insert((uuid.clone(), shard.clone()), sequence.clone());
            self.marks.push(Mark { uuid, shard, sequence, at: time.number() });
        }
    }

    /// Checkpoints were seen at all: their table may have got another name.
    pub fn check_kept(&self, time: &Time) {
        if self.marks.is_empty() && !self.delivered.is_empty() {
            time.violate("checkpoints", "none was ever kept".to_owned());
        }
    }

    /// No checkpoint was kept before all up to it was taken, given all records that there are.
    pub fn check_marks(&self, time: &Time, all: &[Place]) {
        let mut shards: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
        for place in all {
            shards.entry(&place.0).or_default().push(place);
        }
        for mark in &self.marks {
            let Some(function) = self.mappings.get(&mark.uuid) else { continue };
            let places = shards.get(&*mark.shard).into_iter().flatten();
            let before = places.filter(|(_, sequence)| *sequence <= mark.sequence);
            for place in before {
                let taken = self.delivered.get(&(function.clone(), (*place).clone()));
                if taken.is_none_or(|at| *at > mark.at) {
                    let Mark { uuid, shard, sequence, .. } = mark;
                    let message = format!("{uuid} {shard} at {sequence} passes {}", place.1);
                    time.violate("checkpoints", message);
                    return;
                }
            }
        }
    }
}

fn advance(
    time: &Time,
    last: &mut BTreeMap<Row, Sequence>,
    function: &str,
    record: &Offered,
    what: &str,
) {
    let Offered { shard, sequence, key, .. } = record;
    // Whatever shard it is in: a key's numbers rise from a shard to its children.
    let row = (function.to_owned(), key.clone());
    if let Some(last) = last.insert(row, sequence.clone()).filter(|last| last > sequence) {
        let message = format!("{function} {shard} {key}: {sequence} is {what} after {last}");
        time.violate("delivery order", message);
    }
}

/// The UUID and the shard of a checkpoint's key, which ends in them.
fn place(key: &[u8]) -> Option<(String, String)> {
    let text = String::from_utf8(key.to_vec()).ok()?;
    let mut parts = text.rsplit('\0');
    let (shard, uuid) = (parts.next()?, parts.next()?);
    Some((uuid.to_owned(), shard.to_owned()))
}

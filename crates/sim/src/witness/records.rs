//! What was said of the records of one stream.

use crate::time::Time;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A sequence number, ordered as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sequence(String);

impl Sequence {
    pub fn new(digits: &str) -> Self {
        Self(digits.to_owned())
    }
}

impl Ord for Sequence {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0.len(), &self.0).cmp(&(other.0.len(), &other.0))
    }
}

impl PartialOrd for Sequence {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A record's place.
pub(crate) type Place = (String, Sequence);

/// The newest record of each shard that was acknowledged at some instant.
pub(crate) type Newest = BTreeMap<String, Sequence>;

/// The records of one stream.
#[derive(Default)]
pub(crate) struct Records {
    /// What anybody said that lies at a place.
    at: BTreeMap<Place, String>,
    /// When the put of a record began, and when it was acknowledged.
    acknowledged: BTreeMap<Place, (u64, u64)>,
    newest: Newest,
}

/// What a page of a shard was asked for, and gave.
pub(crate) struct Page<'a> {
    pub shard: &'a str,
    /// The record after which it begins.
    pub after: Option<&'a Sequence>,
    pub found: &'a [(Sequence, String)],
    /// Whether it says that nothing came after it.
    pub is_last: bool,
    /// When it was asked for.
    pub asked: u64,
}

impl Records {
    pub fn newest(&self) -> Newest {
        self.newest.clone()
    }

    /// How many were acknowledged.
    pub fn count(&self) -> usize {
        self.acknowledged.len()
    }

    /// A record is said to lie at a place. What lies there never changes.
    pub fn seen(&mut self, time: &Time, shard: &str, sequence: &Sequence, data: &str) {
        let place = (shard.to_owned(), sequence.clone());
        let known = self.at.entry(place).or_insert_with(|| data.to_owned());
        if known != data {
            time.violate("records", format!("{shard} {sequence} is {known} and {data}"));
        }
    }

    /// What was acknowledged and put after an instant.
    pub fn put_since(&self, number: u64) -> Vec<Place> {
        let since = self.acknowledged.iter().filter(|(_, (begun, _))| *begun > number);
        since.map(|(place, _)| place.clone()).collect()
    }

    /// A record was acknowledged whose put began at `begun`, when these were the newest.
    pub fn acknowledged(
        &mut self,
        time: &Time,
        (shard, sequence): (&str, &Sequence),
        data: &str,
        (begun, before): (u64, &Newest),
    ) {
        self.seen(time, shard, sequence, data);
        if before.get(shard).is_some_and(|newest| newest >= sequence) {
            let message = format!("{shard} {sequence} was put after a higher one was acknowledged");
            time.violate("order", message);
        }
        let newest = self.newest.entry(shard.to_owned()).or_insert_with(|| sequence.clone());
        *newest = newest.clone().max(sequence.clone());
        let ended = time.number();
        self.acknowledged.insert((shard.to_owned(), sequence.clone()), (begun, ended));
    }

    /// Somebody read all generations of shards one after the other, and began at this instant: all
    /// that was acknowledged before is among it.
    pub fn followed(&self, time: &Time, since: u64, found: &BTreeSet<Place>) {
        let before = self.acknowledged.iter().filter(|(_, (_, at))| *at < since);
        let missing = before.map(|(place, _)| place).find(|place| !found.contains(*place));
        if let Some((shard, sequence)) = missing {
            let data = &self.at[&(shard.clone(), sequence.clone())];
            let message = format!("{shard} {sequence} ({data}) is come to from no older shard");
            time.violate("generations", message);
        }
    }

    /// Somebody read a page: it is in order, and whatever was acknowledged before lies in it.
    pub fn read(&mut self, time: &Time, page: &Page<'_>) {
        let mut before = page.after;
        for (sequence, data) in page.found {
            if before.is_some_and(|before| before >= sequence) {
                time.violate("order", format!("{} gives {sequence} too late", page.shard));
            }
            before = Some(sequence);
            self.seen(time, page.shard, sequence, data);
        }
        let reaches = |sequence: &Sequence| {
            page.is_last || page.found.last().is_some_and(|(last, _)| sequence < last)
        };
        let missing = self.acknowledged.iter().find(|((shard, sequence), (_, at))| {
            shard == page.shard
                && page.after.is_none_or(|after| sequence > after)
                && *at < page.asked
                && reaches(sequence)
                && page.found.iter().all(|(found, _)| found != sequence)
        });
        if let Some(((shard, sequence), _)) = missing {
            let data = &self.at[&(shard.clone(), sequence.clone())];
            time.violate("lost", format!("{shard} {sequence} ({data}) was acknowledged"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sequence(number: u64) -> Sequence {
        Sequence::new(&number.to_string())
    }

    /// A shard in which 5 and 11 were acknowledged.
    fn shard(time: &Time) -> Records {
        let mut records = Records::default();
        for number in [5, 11] {
            let before = records.newest();
            let data = number.to_string();
            records.acknowledged(time, ("s", &sequence(number)), &data, (0, &before));
        }
        assert_eq!(time.violation(), None);
        records
    }

    fn check_of(found: &[u64], after: Option<u64>, is_last: bool) -> Option<&'static str> {
        let time = Time::new(1);
        let mut records = shard(&time);
        let record = |number: &u64| (sequence(*number), number.to_string());
        let found: Vec<_> = found.iter().map(record).collect();
        let (after, asked) = (after.map(sequence), time.number());
        let page = Page { shard: "s", after: after.as_ref(), found: &found, is_last, asked };
        records.read(&time, &page);
        time.violation().map(|violation| violation.check)
    }

    #[test]
    fn a_page_has_what_was_acknowledged_in_order() {
        assert_eq!(check_of(&[5, 7, 11], None, true), None);
        assert_eq!(check_of(&[5], None, false), None);
        assert_eq!(check_of(&[], Some(11), true), None);
        assert_eq!(check_of(&[5], None, true), Some("lost"));
        assert_eq!(check_of(&[11], None, false), Some("lost"));
        assert_eq!(check_of(&[11, 5], None, true), Some("order"));
        assert_eq!(check_of(&[11], Some(11), true), Some("order"));
    }

    #[test]
    fn who_reads_all_generations_finds_what_was_there_when_it_began() {
        let followed = |numbers: &[u64]| {
            let time = Time::new(1);
            let found = numbers.iter().map(|number| ("s".to_owned(), sequence(*number))).collect();
            shard(&time).followed(&time, time.number(), &found);
            time.violation().map(|violation| violation.check)
        };
        assert_eq!(followed(&[5, 7, 11]), None);
        assert_eq!(followed(&[5]), Some("generations"));
    }

    #[test]
    fn numbers_rise_and_what_lies_there_stays() {
        let time = Time::new(1);
        let mut records = shard(&time);
        let before = records.newest();
        records.acknowledged(&time, ("s", &sequence(9)), "9", (0, &before));
        assert_eq!(time.violation().unwrap().check, "order");
        let time = Time::new(1);
        shard(&time).seen(&time, "s", &sequence(5), "other");
        assert_eq!(time.violation().unwrap().check, "records");
    }
}

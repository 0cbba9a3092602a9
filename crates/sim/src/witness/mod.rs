//! What was seen of a world from outside, and whether it may be so.

mod alarms;
mod changes;
mod channels;
mod metrics;
mod objects;
mod offers;
mod queues;
mod records;
mod tasks;
mod told;
mod topics;
mod versions;

pub(crate) use alarms::History;
pub(crate) use changes::Changes;
pub(crate) use channels::{Channels, MUDDY};
pub(crate) use metrics::Metrics;
pub(crate) use objects::{Content, Objects};
pub(crate) use offers::{Offered, Offers};
pub(crate) use queues::{Got, Queues};
pub(crate) use records::{Page, Place, Records, Sequence};
pub(crate) use tasks::{MAPPED, Mapped, Tasks};
pub(crate) use told::{Done, LOUD, QUIET, Told};
pub(crate) use topics::{COLORS, FED, Fed, NEWS, News, TICKS, Topics};
pub(crate) use versions::Versions;

use crate::time::{Time, lock};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::sync::Mutex;
use store::{Table, Write};

/// How often a row was read, and what was there the first time.
type FirstRead = (u32, Option<Bytes>);

/// All that is written down of a world.
#[derive(Default)]
pub(crate) struct Witness {
    /// The records of the stream that is there throughout.
    pub records: Mutex<Records>,
    /// What functions were offered, and how far pipelines say they have come.
    pub offers: Mutex<Offers>,
    /// The objects that clients write and read.
    pub objects: Mutex<Objects>,
    /// The versions that clients make and remove.
    pub versions: Mutex<Versions>,
    /// The records of the stream that has a channel.
    pub channels: Mutex<Channels>,
    /// The messages that clients send and receive.
    pub queues: Mutex<Queues>,
    /// The records that clients put for a queue over a stream, and receive from it.
    pub errands: Mutex<Queues>,
    /// The messages of queues that have a mapping.
    pub tasks: Mutex<Tasks>,
    /// What was done to objects of which a queue is told.
    pub told: Mutex<Told>,
    /// The messages of topics.
    pub topics: Mutex<Topics>,
    /// What was done to the items of a table, and what its stream told.
    pub changes: Mutex<Changes>,
    /// The puts of metric data.
    pub metrics: Mutex<Metrics>,
    /// Where the stream's reader was when it stopped.
    pub follower: Mutex<Option<crate::clients::tables::Places>>,
    /// Rows as they were first read, for a mutation.
    first_read: Mutex<BTreeMap<(Table, Vec<u8>), FirstRead>>,
}

impl Witness {
    /// A function was offered records.
    pub fn offered(&self, time: &Time, function: &str, offered: &[Offered]) {
        for record in offered {
            let Offered { shard, sequence, data, .. } = record;
            lock(&self.records).seen(time, shard, sequence, data);
            lock(&self.offers).offered(time, function, record);
        }
    }

    /// A function has taken a record.
    pub fn delivered(&self, time: &Time, function: &str, record: &Offered) {
        lock(&self.offers).delivered(time, function, record);
    }

    /// A batch was committed.
    pub fn committed(&self, time: &Time, writes: &[Write]) {
        lock(&self.tasks).committed(time, writes);
        let mut offers = lock(&self.offers);
        for write in writes {
            match write {
                Write::Put(table, key, value) => offers.put(time, table.0, key, value),
                Write::Delete(table, key) => offers.removed(table.0, key),
            }
        }
    }

    /// Every third time a row of S3's objects is read, how it was when it was first read.
    pub fn stale(&self, table: Table, key: &[u8], found: Option<Bytes>) -> Option<Bytes> {
        if table.0 != "s3.objects" {
            return found;
        }
        let mut all = lock(&self.first_read);
        let (count, first) = all.entry((table, key.to_vec())).or_insert((0, found.clone()));
        *count += 1;
        if *count % 3 == 0 { first.clone() } else { found }
    }
}

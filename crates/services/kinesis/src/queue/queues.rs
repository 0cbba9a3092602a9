//! The queues of all streams: how they are found, and how one comes to life from its rows.

use super::entry_record::{self, ENTRIES};
use super::feed::Feed;
use super::gone::GONE;
use super::live::{Life, Live};
use super::machine::{Entry, Key, Machine};
use super::position_record::{self, POSITIONS};
use super::record::{QUEUES, QueueRecord};
use crate::errors::{invalid_argument, queue_at_rest, queue_elsewhere, queue_not_found};
use crate::streams::Streams;
use bytes::Bytes;
use platform::{Arn, Company, Context, Error, Lease, Owner, Platform, Result, Taking};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Batch, KeyRange, Scan, Tables};

/// How many rows are read at once.
const PAGE: usize = 1000;

/// All queues, and those that this process serves.
pub(crate) struct Queues {
    pub platform: Arc<Platform>,
    pub streams: Arc<Streams>,
    live: Mutex<BTreeMap<Vec<u8>, Arc<Live>>>,
    /// One queue at a time comes to life.
    loading: tokio::sync::Mutex<()>,
    /// It stops: nobody waits for records any more.
    resting: AtomicBool,
}

/// The id in a queue's ARN. A queue of another account or region is not found from here.
pub(crate) fn id_of_arn<'a>(context: &Context, arn: &'a str) -> Result<&'a str> {
    let parsed = Arn::parse(arn).filter(|arn| arn.service == "kinesis");
    let id = parsed.as_ref().and_then(|arn| arn.resource.strip_prefix("queue/"));
    let (Some(Arn { region, account, .. }), Some(id)) = (&parsed, id) else {
        return Err(invalid_argument(format!("{arn} is not a valid queue ARN.")));
    };
    if *region != &*context.region || *account != &*context.account {
        return Err(queue_not_found(arn));
    }
    Ok(id)
}

/// The name of a queue's lease.
pub(crate) fn lease_name(queue_id: &str) -> String {
    format!("kinesis-queue\0{queue_id}")
}

impl Queues {
    /// The queues of these streams.
    pub fn new(platform: Arc<Platform>, streams: Arc<Streams>) -> Arc<Self> {
        let (live, loading, resting) = Default::default();
        Arc::new(Self { platform, streams, live, loading, resting })
    }

    pub fn is_resting(&self) -> bool {
        self.resting.load(Ordering::Relaxed)
    }

    /// Lets nobody wait any more.
    pub fn rest(&self) {
        self.resting.store(true, Ordering::Relaxed);
        self.all().iter().for_each(|queue| queue.bell.ring());
    }

    /// Lets other processes serve the queues.
    pub async fn close(&self) {
        for queue in self.all() {
            queue.give_up().await;
        }
        self.known().clear();
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<Vec<u8>, Arc<Live>>> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn all(&self) -> Vec<Arc<Live>> {
        self.known().values().cloned().collect()
    }

    /// A queue that is at work in this process.
    pub fn at_work(&self, key: &[u8]) -> Option<Arc<Live>> {
        self.known().get(key).filter(|live| live.is_open()).cloned()
    }

    /// The record of a queue, in whatever state, and its bytes.
    ///
    /// # Errors
    /// There is none.
    pub async fn record(&self, context: &Context, arn: &str) -> Result<(QueueRecord, Bytes)> {
        let id = id_of_arn(context, arn)?;
        let key = platform::scoped(&context.account, &context.region, &[id]);
        let found = QUEUES.get_with_bytes(context.tables(), &key).await?;
        found.ok_or_else(|| queue_not_found(arn))
    }

    /// The queue at work.
    ///
    /// # Errors
    /// There is none, it does not deliver, or another process serves it.
    pub async fn live(&self, context: &Context, arn: &str) -> Result<Arc<Live>> {
        let id = id_of_arn(context, arn)?;
        let key = platform::scoped(&context.account, &context.region, &[id]);
        if let Some(found) = self.at_work(&key) {
            // By its retention records leave the queue, and another process may have changed it.
            self.streams.look(&found.stream).await?;
            return Ok(found);
        }
        let _turn = self.loading.lock().await;
        if let Some(found) = self.at_work(&key) {
            return Ok(found);
        }
        if let Err(error) = self.record(context, arn).await {
            self.forget(&key).await;
            return Err(error);
        }
        self.let_go(&key).await?;
        let lease = self.lease(id, arn).await?;
        // What stands now is what the lease is held over.
        let (record, stored) = self.record(context, arn).await?;
        if !record.delivers() {
            return Err(queue_at_rest(arn, record.status.as_str()));
        }
        let stream = self.streams.fresh(&record.stream_key()).await?;
        let stream = stream.filter(|stream| record.is_of(&stream.record));
        let stream = stream.ok_or_else(|| queue_not_found(arn))?;
        let mut machine = load(&*self.platform.store.tables, &record).await?;
        let feed = Feed::new(self.streams.clone(), stream, &mut machine);
        let live = Live::new(self.platform.clone(), (record, stored), lease, machine, feed);
        self.known().insert(key, live.clone());
        Ok(live)
    }

    /// Forgets what this process has of a queue. What comes late of a commit of which nobody knows what
    /// became has come by then, or never will: with a lease, the next one fences it.
    async fn let_go(&self, key: &[u8]) -> Result<()> {
        let Some(live) = self.known().get(key).cloned() else { return Ok(()) };
        live.give_up().await;
        if live.is_in_doubt() {
            self.platform.store.tables.commit(Batch::new().delete(GONE, Vec::new())).await?;
        }
        self.known().remove(key);
        Ok(())
    }

    /// Forgets a queue that is gone.
    pub async fn forget(&self, key: &[u8]) {
        let known = self.known().remove(key);
        if let Some(live) = known {
            live.give_up().await;
        }
    }

    /// Lets a queue be read anew whose row was changed or removed.
    pub fn renew(&self, key: &[u8]) {
        let known = self.known().get(key).cloned();
        known.inspect(|live| live.end(Life::Closed));
    }

    /// Makes a queue this process's, where there are others.
    async fn lease(&self, id: &str, arn: &str) -> Result<Option<Lease>> {
        if self.platform.leases.company() == Company::Alone {
            return Ok(None);
        }
        match self.platform.leases.take(lease_name(id).as_bytes()).await? {
            Taking::Taken(lease) => Ok(Some(lease)),
            Taking::Held(_, owner) => Err(queue_elsewhere(arn).held_by(Owner::Process(owner))),
        }
    }
}

/// A queue's records as its rows say they are.
async fn load(tables: &dyn Tables, record: &QueueRecord) -> Result<Machine> {
    let (id, strange) = (&record.id, || Error::internal("a row of a queue without a record"));
    let mut positions = BTreeMap::new();
    for (key, next) in POSITIONS.scan(tables, Scan::prefix(id.as_bytes())).await? {
        positions.insert(position_record::read_key(id, &key).ok_or_else(strange)?, next);
    }
    let (mut entries, mut range) = (Vec::<(Key, Entry)>::new(), KeyRange::prefix(id.as_bytes()));
    loop {
        let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
        let rows = ENTRIES.scan(tables, scan).await?;
        let Some((last, _)) = rows.last() else { break };
        range = range.after(last);
        for (key, entry) in rows {
            entries.push((entry_record::read_key(id, &key).ok_or_else(strange)?, entry.into()));
        }
    }
    Ok(Machine::new(record.max_receive_count, positions, entries))
}

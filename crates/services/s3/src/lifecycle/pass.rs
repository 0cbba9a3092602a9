//! The pass through a bucket that removes what has expired, and gives objects the storage class that is
//! due: once when rules are set, and at each midnight (UTC) from then on, as a deadline of the bucket.
//!
//! It looks at objects, then, where there are versions, at delete markers and at the versions that are no
//! longer current ([`past`]), and at uploads.
//!
//! A pass is made in slices, each a deadline of its own, which knows where the one before it stopped:
//! so a pass through millions of objects holds up no other deadline, and goes on where it was when
//! its process dies. Each slice goes by the bucket's rules as they are then, and so does each commit.

mod past;

use super::{DAY_MS, aborts, expires, moves_to};
use crate::bucket::{self, BUCKETS, Reached};
use crate::changes::Changes;
use crate::conditions::WriteCondition;
use crate::notify::record::MOVED;
use crate::notify::{Deed, SENDER, Subject};
use crate::object::{self, OBJECTS, Object};
use crate::remove::Removal;
use crate::replication::Replicated;
use crate::service::{Place, S3};
use crate::upload::{self, UPLOADS};
use crate::write::Outcome;
use bytes::Bytes;
use platform::{Context, Deadline, Deadlines, Principal, Result, commit_if, finish};
use shapes::Timestamp;
use std::sync::{Arc, Weak};
use store::{Batch, KeyRange, Scan};

/// The kind of the deadlines. The id is a bucket's name, a zero byte and its incarnation; where a pass
/// goes on, a zero byte follows, what is looked at, and the row behind which it goes on; before that of a
/// version stands how many of its key there are up to it, and a colon.
const KIND: &str = "s3-lifecycle";

/// How many rows are looked at at once.
const PAGE: usize = 500;
/// After how many rows, and after how many of them that go or change, a slice ends.
const LOOKED: usize = 10_000;
const REMOVED: usize = 100;

/// The deadline of a bucket's next pass.
pub(crate) fn deadline(name: &str, incarnation: &str, due: Timestamp) -> Deadline {
    Deadline::new(KIND, format!("{name}\0{incarnation}"), due)
}

/// Makes passes from here on.
pub(crate) fn keep(service: &Arc<S3>) {
    let weak: Weak<S3> = Arc::downgrade(service);
    service.platform.deadlines.register(KIND, move |deadline| {
        let service = weak.upgrade();
        async move {
            match service {
                Some(service) => finish(async move { service.pass(&deadline).await }).await,
                None => Ok(()),
            }
        }
    });
}

/// What a slice looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Objects,
    Markers,
    Versions,
    Uploads,
}

impl Of {
    /// All, in the order in which they are looked at.
    const ALL: [Self; 4] = [Self::Objects, Self::Markers, Self::Versions, Self::Uploads];

    fn letter(self) -> u8 {
        match self {
            Self::Objects => b'o',
            Self::Markers => b'm',
            Self::Versions => b'v',
            Self::Uploads => b'u',
        }
    }

    fn next(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|of| *of != self).nth(1)
    }
}

/// Where a pass goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct At {
    of: Of,
    /// Behind this row.
    after: Vec<u8>,
    /// Of the versions of this row's key, how many there are up to it.
    count: i32,
}

/// Which bucket a deadline is about, of which incarnation, and where its pass goes on.
fn read(id: &[u8]) -> (&str, &str, At) {
    let mut parts = id.splitn(3, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let (name, incarnation, at) = (part(), part(), part());
    let text = |bytes| std::str::from_utf8(bytes).unwrap_or_default();
    let Some((letter, after)) = at.split_first() else {
        return (text(name), text(incarnation), At::start(Of::Objects));
    };
    let of = Of::ALL.into_iter().find(|of| of.letter() == *letter).unwrap_or(Of::Objects);
    let mut at = At::start(of);
    at.after = after.to_vec();
    if of == Of::Versions {
        let mut parts = after.splitn(2, |byte| *byte == b':');
        let mut part = || parts.next().unwrap_or_default();
        at.count = text(part()).parse().unwrap_or_default();
        at.after = part().to_vec();
    }
    (text(name), text(incarnation), at)
}

impl At {
    fn start(of: Of) -> Self {
        Self { of, after: Vec::new(), count: 0 }
    }

    /// The deadline of the slice that goes on here.
    fn deadline(&self, reached: &Reached, due: Timestamp) -> Deadline {
        let mut id = format!("{}\0{}\0", reached.name, reached.bucket.incarnation).into_bytes();
        id.push(self.of.letter());
        if self.of == Of::Versions {
            id.extend_from_slice(format!("{}:", self.count).as_bytes());
        }
        id.extend_from_slice(&self.after);
        Deadline::new(KIND, id, due)
    }

    fn range(&self, prefix: &[u8]) -> KeyRange {
        let range = KeyRange::prefix(prefix);
        if self.after.is_empty() { range } else { range.after(&self.after) }
    }
}

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Done,
    /// Nothing is due, or it has changed meanwhile, and is looked at tomorrow.
    Kept,
    /// The next slice goes by what is set now.
    BucketChanged,
}

impl Step {
    fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::Done,
            Outcome::BucketChanged => Self::BucketChanged,
            Outcome::Stale | Outcome::Lost => Self::Kept,
        }
    }
}

/// How far a slice has come.
struct Slice {
    at: At,
    looked: usize,
    removed: usize,
}

impl Slice {
    fn is_over(&self) -> bool {
        self.looked >= LOOKED || self.removed >= REMOVED
    }

    /// Another row is done with.
    fn passed(&mut self, row: &[u8], is_removed: bool) {
        self.at.after = row.to_vec();
        self.looked += 1;
        self.removed += usize::from(is_removed);
    }
}

impl S3 {
    async fn pass(&self, deadline: &Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let (name, incarnation, at) = read(&deadline.id);
        let found = bucket::find(tables, name).await?;
        let has_rules = |it: &Arc<Reached>| {
            it.bucket.incarnation == incarnation && !it.bucket.settings.lifecycle.is_empty()
        };
        let mut batch = Deadlines::done(Batch::new(), deadline);
        if let Some(reached) = found.filter(has_rules) {
            let now = self.platform.clock.now();
            let next = match self.slice(&reached, at, now).await? {
                Some(at) => at.deadline(&reached, now),
                None => {
                    let midnight = (now.millis().div_euclid(DAY_MS) + 1) * DAY_MS;
                    self::deadline(name, incarnation, Timestamp(midnight))
                }
            };
            batch = Deadlines::set(batch, &next);
        }
        match self.platform.deadlines.commit(batch.freeing()).await {
            // Another run has done the same.
            Ok(()) | Err(store::Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Goes on with a pass from here, and says where the next slice does, unless all is done.
    async fn slice(&self, reached: &Arc<Reached>, at: At, now: Timestamp) -> Result<Option<At>> {
        let mut slice = Slice { at, looked: 0, removed: 0 };
        loop {
            let is_done = match slice.at.of {
                Of::Objects => self.expire(reached, &mut slice, now).await?,
                Of::Markers => self.expire_markers(reached, &mut slice, now).await?,
                Of::Versions => self.expire_versions(reached, &mut slice, now).await?,
                Of::Uploads => self.give_up(reached, &mut slice, now).await?,
            };
            if !is_done {
                return Ok(Some(slice.at));
            }
            let Some(next) = slice.at.of.next() else { return Ok(None) };
            slice.at = At::start(next);
        }
    }

    /// Whoever does what a life cycle says of a bucket.
    fn lifecycle_context(&self, reached: &Reached) -> Context {
        let bucket = &reached.bucket;
        self.platform.context(Principal::service(SENDER), &*bucket.account, &*bucket.region)
    }

    /// Removes or moves objects of which that is due, and says whether none is left.
    async fn expire(
        &self,
        reached: &Arc<Reached>,
        slice: &mut Slice,
        now: Timestamp,
    ) -> Result<bool> {
        let tables = &*self.platform.store.tables;
        let cx = self.lifecycle_context(reached);
        let prefix = object::prefix(&reached.name);
        loop {
            let scan = Scan { range: slice.at.range(&prefix), limit: PAGE, reverse: false };
            let found = tables.scan(OBJECTS.table, scan).await?;
            for (row, bytes) in &found {
                if slice.is_over() {
                    return Ok(false);
                }
                let object = OBJECTS.decode(row, bytes)?;
                let key = row.get(prefix.len()..).and_then(|key| std::str::from_utf8(key).ok());
                let step = match key {
                    Some(key) => {
                        let place = Place { bucket: &reached.name, reached, key };
                        self.step(&cx, &place, (row, bytes, object), now).await?
                    }
                    None => Step::Kept,
                };
                if step == Step::BucketChanged {
                    return Ok(false);
                }
                slice.passed(row, step == Step::Done);
            }
            if found.len() < PAGE {
                return Ok(true);
            }
        }
    }

    /// Does with an object what is due. Where it would only be hidden, moving it comes first ("Managing
    /// conflicts in S3 Lifecycle rules").
    async fn step(
        &self,
        cx: &Context,
        place: &Place<'_>,
        (row, bytes, object): (&Bytes, &Bytes, Object),
        now: Timestamp,
    ) -> Result<Step> {
        if object.replication.as_ref().is_some_and(Replicated::holds_back) {
            return Ok(Step::Kept);
        }
        let settings = &place.reached.bucket.settings;
        let rules = &settings.lifecycle;
        let expiry = expires(rules, place.key, &object);
        let has_expired = expiry.is_some_and(|(at, _)| at <= now.millis());
        let class = moves_to((rules, settings.least_moved), place.key, &object, now);
        match class {
            Some(class) if !has_expired || settings.versioning.is_some() => {
                let mut moved = object;
                moved.headers.storage_class = Some(class.to_owned());
                let value = OBJECTS.encode(&moved)?;
                let mut changes = Changes::new(cx.tables(), place.reached);
                changes.demand(OBJECTS.table, row, bytes.clone());
                changes.put(OBJECTS.table, row, value);
                self.tell_moved(changes, cx, place, &moved).await
            }
            _ if has_expired => {
                let deed = Deed { cx, event: "LifecycleExpiration:Delete" };
                let condition = WriteCondition::Expired(now);
                let removal = Removal { condition, ..Removal::default() };
                match self.remove(&deed, place, &removal).await {
                    // It does not expire any more, or the bucket is gone.
                    Err(error) if !error.is_server_fault() => Ok(Step::Done),
                    other => other.map(|_| Step::Done),
                }
            }
            _ => Ok(Step::Kept),
        }
    }

    /// Commits that an object has another storage class.
    async fn tell_moved(
        &self,
        changes: Changes<'_>,
        cx: &Context,
        place: &Place<'_>,
        moved: &Object,
    ) -> Result<Step> {
        let deed = Deed { cx, event: MOVED };
        let version = moved.version.as_ref().and_then(|version| version.id.as_deref());
        let subject = Subject { key: place.key, object: Some(moved), version, replication: None };
        let tell = |batch| self.tell(batch, &deed, place.reached, &subject);
        self.commit(changes, tell).await.map(Step::of)
    }

    /// Gives up uploads that were not completed in time, and says whether none is left.
    async fn give_up(
        &self,
        reached: &Arc<Reached>,
        slice: &mut Slice,
        now: Timestamp,
    ) -> Result<bool> {
        let tables = &*self.platform.store.tables;
        let rules = &reached.bucket.settings.lifecycle;
        let prefix = upload::rows_of_prefix(&reached.name, "");
        loop {
            let scan = Scan { range: slice.at.range(&prefix), limit: PAGE, reverse: false };
            let found = tables.scan(UPLOADS.table, scan).await?;
            for (row, bytes) in &found {
                if slice.is_over() {
                    return Ok(false);
                }
                let upload = UPLOADS.decode(row, bytes)?;
                let read = upload::read_row(&reached.name, row);
                let is_due = |(key, _): &(String, String)| {
                    let end = aborts(rules, key, upload.initiated_ms);
                    end.is_some_and(|(at, _)| at <= now.millis())
                };
                let Some((_, id)) = read.filter(is_due) else {
                    slice.passed(row, false);
                    continue;
                };
                let batch = Batch::new().equals(UPLOADS.table, &row[..], bytes.clone());
                let stands = reached.bytes.clone();
                let batch = batch.equals(BUCKETS.table, reached.name.as_bytes(), stands);
                if commit_if(tables, upload::ended(batch, row, &id).freeing()).await? {
                    upload::clear_or_warn(self.ledger.clone(), id).await;
                } else if !self.stands(reached).await? {
                    // The next slice goes by what is set now.
                    return Ok(false);
                }
                slice.passed(row, true);
            }
            if found.len() < PAGE {
                return Ok(true);
            }
        }
    }

    /// Whether a bucket is as it was read.
    async fn stands(&self, reached: &Reached) -> Result<bool> {
        let tables = &*self.platform.store.tables;
        let found = bucket::find(tables, &reached.name).await?;
        Ok(found.is_some_and(|it| it.bytes == reached.bytes))
    }
}

#[cfg(test)]
mod tests;

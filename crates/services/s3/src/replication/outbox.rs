//! What is to be replicated.
//!
//! Table `s3.replications`: id → JSON of [`Task`], a version and a bucket to which it is to be brought.
//! Each has a deadline, set in the commit by which there is something to bring. It goes with the commit
//! that brings it and says so at the source: the row of the version, as it was brought, is a
//! condition of that, so that whatever comes between is brought too. What fails and may pass is tried
//! again, later each time, for a day at most; what cannot pass has failed for good, as on AWS.

use super::{Replicated, Status, is_timed, replica, rule_to};
use crate::bucket::{self, Reached};
use crate::notify::record::ReplicationTold;
use crate::notify::{Deed, SENDER, Subject};
use crate::object::Object;
use crate::read::Standing;
use crate::remove::Removed;
use crate::service::S3;
use crate::version::{Kept, Named};
use bytes::Bytes;
use platform::{Context, Deadline, Deadlines, Error, Principal, Records, Result, finish};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use shapes::s3::ReplicationRule;
use std::sync::{Arc, Weak};
use store::{Batch, Table};

pub(super) static TASKS: Records<Task> = Records::new(Table("s3.replications"));

/// The kind of the deadlines.
const KIND: &str = "s3-replication";

/// The first and the longest pause before what failed is tried again, and for how long it is.
const FIRST_PAUSE_MS: i64 = 1000;
const LONGEST_PAUSE_MS: i64 = 300_000;
const PATIENCE_MS: i64 = 24 * 3600 * 1000;
/// Within which time AWS promises to replicate where that is asked for.
const IN_TIME_MS: i64 = 15 * 60 * 1000;
/// How often all is looked at again that changes meanwhile, before others have their turn.
const ROUNDS: u32 = 16;

/// What replication tells of itself.
const FAILED: &str = "Replication:OperationFailedReplication";
const LATE: &str = "Replication:OperationMissedThreshold";
const DONE_LATE: &str = "Replication:OperationReplicatedAfterThreshold";

/// A version that is to be brought to a bucket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Task {
    /// The bucket that it is in, and which of those of this name.
    pub bucket: String,
    pub incarnation: String,
    pub key: String,
    pub version: String,
    /// The bucket to which it is brought.
    pub to: String,
    /// What was done to it, such as `OBJECT_PUT`.
    pub operation: String,
    /// When, in milliseconds since the epoch.
    pub since_ms: i64,
    /// How often it has failed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub failures: u32,
    /// That it takes longer than is promised was told.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_late: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_zero(failures: &u32) -> bool {
    *failures == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// A task that is worked on.
pub(super) struct Job<'a> {
    pub task: Task,
    bytes: Bytes,
    deadline: &'a Deadline,
}

/// What is to be brought, as it stands.
pub(super) struct Source {
    pub reached: Arc<Reached>,
    pub standing: Standing,
    pub kept: Kept,
}

/// Why something is not brought.
pub(super) enum Obstacle {
    /// For good, by the name that AWS gives to the reason, and what the log says besides.
    Reason(&'static str, String),
    /// It cannot be seen now.
    Error(Error),
}

impl Obstacle {
    /// For good, where the name says it all.
    pub fn reason(name: &'static str) -> Self {
        Self::Reason(name, String::new())
    }
}

impl From<Error> for Obstacle {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<store::Error> for Obstacle {
    fn from(error: store::Error) -> Self {
        Self::Error(error.into())
    }
}

/// What came of an attempt, unless there was an obstacle.
pub(super) type Attempt<T> = std::result::Result<T, Obstacle>;

/// Brings things from here on.
pub(crate) fn keep(service: &Arc<S3>) {
    let weak: Weak<S3> = Arc::downgrade(service);
    service.platform.deadlines.register(KIND, move |deadline| {
        let service = weak.upgrade();
        async move {
            match service {
                Some(service) => finish(async move { service.replicate(&deadline).await }).await,
                None => Ok(()),
            }
        }
    });
}

/// What S3 calls it that something was done to a version, where its replication is told of.
fn operation(deed: &Deed<'_>) -> &'static str {
    match deed.event {
        event if event.starts_with("ObjectTagging:") => "OBJECT_PUT_TAGGING",
        "ObjectAcl:Put" => "OBJECT_PUT_ACL",
        "ObjectRetention:Put" => "OBJECT_PUT_RETENTION",
        event if event.starts_with("ObjectRemoved:") => "OBJECT_DELETE",
        _ => "OBJECT_PUT",
    }
}

impl S3 {
    /// Adds to the batch that makes a version what is to be replicated of it. It goes through
    /// `deadlines.commit`.
    ///
    /// # Errors
    /// None that its contents can cause.
    pub(crate) fn replicate_new(
        &self,
        batch: Batch,
        deed: &Deed<'_>,
        bucket: &Reached,
        (key, made): (&str, &Kept),
    ) -> Result<Batch> {
        match made.object().and_then(|object| object.replication.as_ref()) {
            Some(Replicated::To(buckets)) => {
                self.replicate_to(batch, deed, bucket, (key, made.id()), buckets.keys())
            }
            _ => Ok(batch),
        }
    }

    /// The same of what was hidden by somebody, and not by a life cycle.
    ///
    /// # Errors
    /// None that its contents can cause.
    pub(crate) fn replicate_removed(
        &self,
        batch: Batch,
        deed: &Deed<'_>,
        bucket: &Reached,
        (key, removed): (&str, &Removed),
    ) -> Result<Batch> {
        match (&bucket.bucket.settings.replication, removed) {
            (Some(set), Removed::Hidden(marker)) if deed.event.starts_with("ObjectRemoved:") => {
                let to = super::hidden(&set.0, key);
                self.replicate_to(batch, deed, bucket, (key, marker.id()), &to)
            }
            _ => Ok(batch),
        }
    }

    /// Adds to a batch that a version is to be brought to these buckets.
    ///
    /// # Errors
    /// None that its contents can cause.
    pub(crate) fn replicate_to<'a>(
        &self,
        mut batch: Batch,
        deed: &Deed<'_>,
        bucket: &Reached,
        (key, version): (&str, &str),
        to: impl IntoIterator<Item = &'a String>,
    ) -> Result<Batch> {
        for to in to {
            let task = Task {
                bucket: bucket.name.clone(),
                incarnation: bucket.bucket.incarnation.clone(),
                key: key.to_owned(),
                version: version.to_owned(),
                to: to.clone(),
                operation: operation(deed).to_owned(),
                since_ms: deed.cx.now().millis(),
                failures: 0,
                is_late: false,
            };
            let id = self.platform.ids.hex(16).into_bytes();
            batch = batch.put(TASKS.table, &id[..], TASKS.encode(&task)?);
            batch = Deadlines::set(batch, &Deadline::new(KIND, id, deed.cx.now()));
        }
        Ok(batch)
    }

    async fn replicate(&self, deadline: &Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let mut copy = replica::Copies::default();
        for _ in 0..ROUNDS {
            let Some((task, bytes)) = TASKS.get_with_bytes(tables, &deadline.id).await? else {
                return self.ended(Deadlines::done(Batch::new(), deadline)).await.map(drop);
            };
            let job = Job { task, bytes, deadline };
            let is_over = match self.attempt(&job, &mut copy).await {
                Ok(is_over) => is_over,
                Err(Obstacle::Reason(reason, why)) => {
                    self.give_up_replicating(&job, (reason, &why)).await?
                }
                Err(Obstacle::Error(error)) => self.later(&job, &error).await?,
            };
            if is_over {
                return Ok(());
            }
        }
        // The deadline stands, and so it is tried again.
        Err(crate::errors::operation_aborted())
    }

    /// Tries to bring something. Says whether that is over: `false` where something has changed meanwhile.
    async fn attempt(&self, job: &Job<'_>, copy: &mut replica::Copies) -> Attempt<bool> {
        let Some(source) = self.to_bring(job).await? else {
            return Ok(self.ended(job.over(Batch::new())).await?);
        };
        let rule = source.rule(&job.task).ok_or_else(|| Obstacle::reason(NO_RULE))?;
        self.bring(job, &source, rule, copy).await
    }

    /// What a task is about, if there is still something to bring.
    async fn to_bring(&self, job: &Job<'_>) -> Result<Option<Source>> {
        let (tables, task) = (&*self.platform.store.tables, &job.task);
        let found = bucket::find(tables, &task.bucket).await?;
        let Some(reached) = found.filter(|it| it.bucket.incarnation == task.incarnation) else {
            return Ok(None);
        };
        let named = Named::read(Some(&task.version))?;
        let found = self.stand(&reached, &task.key, named.as_ref()).await?;
        let found = found.filter(|(_, kept)| match kept {
            Kept::Marker(_) => true,
            Kept::Object(object) => match &object.replication {
                Some(Replicated::Replica) => true,
                Some(to) => to.in_bucket(&task.to).is_some_and(Status::is_waiting),
                None => false,
            },
        });
        Ok(found.map(|(standing, kept)| Source { reached, standing, kept }))
    }

    /// Commits the end of a task, unless something has changed.
    pub(super) async fn ended(&self, batch: Batch) -> Result<bool> {
        match self.platform.deadlines.commit(batch.freeing()).await {
            Ok(()) => Ok(true),
            Err(store::Error::Conflict(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Says at the source that something is not brought, and why.
    async fn give_up_replicating(
        &self,
        job: &Job<'_>,
        (reason, why): (&'static str, &str),
    ) -> Result<bool> {
        let Some(source) = self.to_bring(job).await? else {
            return self.ended(job.over(Batch::new())).await;
        };
        let task = &job.task;
        let (bucket, key, to) = (&task.bucket, &task.key, &task.to);
        tracing::warn!(bucket, key, to, reason, why, "a version is not replicated");
        let status = if reason == replica::GONE { Status::Gone } else { Status::Failed };
        let batch = job.done(Batch::new(), &source, status)?;
        let batch = self.tell_replication(batch, job, &source, (FAILED, Some(reason)))?;
        let is_over = self.ended(batch).await?;
        if is_over {
            self.count_failed_replication(job, &source);
        }
        Ok(is_over)
    }

    /// Puts off what failed and may pass.
    async fn later(&self, job: &Job<'_>, error: &Error) -> Result<bool> {
        let now = self.platform.clock.now().millis();
        if now >= job.task.since_ms.saturating_add(PATIENCE_MS) {
            return self.give_up_replicating(job, ("ServiceUnavailable", &error.message)).await;
        }
        let mut task = job.task.clone();
        let pause = (FIRST_PAUSE_MS << task.failures.min(16)).min(LONGEST_PAUSE_MS);
        task.failures = task.failures.saturating_add(1);
        if task.failures == 1 {
            let (bucket, to) = (&task.bucket, &task.to);
            let next = format!("again in {}", platform::seconds(pause));
            tracing::warn!(%error, bucket, to, next, "a version could not be replicated");
        }
        let mut batch = Deadlines::done(Batch::new(), job.deadline);
        batch = batch.equals(TASKS.table, &job.deadline.id[..], job.bytes.clone());
        if !task.is_late
            && now > task.since_ms.saturating_add(IN_TIME_MS)
            && let Ok(Some(source)) = self.to_bring(job).await
            && source.rule(&job.task).is_some_and(is_timed)
        {
            task.is_late = true;
            batch = self.tell_replication(batch, job, &source, (LATE, None))?;
        }
        batch = batch.put(TASKS.table, &job.deadline.id[..], TASKS.encode(&task)?);
        let next = Deadline::new(KIND, &job.deadline.id[..], Timestamp(now + pause));
        self.ended(Deadlines::set(batch, &next)).await
    }

    /// Adds to the batch that brings something that it took longer than was promised.
    pub(super) fn tell_late(
        &self,
        batch: Batch,
        job: &Job<'_>,
        source: &Source,
        rule: &ReplicationRule,
    ) -> Result<Batch> {
        let took_ms = self.platform.clock.now().millis().saturating_sub(job.task.since_ms);
        if !is_timed(rule) || took_ms <= IN_TIME_MS {
            return Ok(batch);
        }
        self.tell_replication(batch, job, source, (DONE_LATE, None))
    }

    /// Adds to a batch what is told of replication by the bucket that it begins in.
    fn tell_replication(
        &self,
        batch: Batch,
        job: &Job<'_>,
        source: &Source,
        (event, reason): (&'static str, Option<&'static str>),
    ) -> Result<Batch> {
        let task = &job.task;
        let cx = self.replication_context(&source.reached);
        let now_ms = cx.now().millis();
        let told = ReplicationTold {
            rule: source.rule(task).and_then(|rule| rule.id.as_deref()).unwrap_or_default(),
            to: crate::asks::bucket(&cx, &task.to),
            operation: &task.operation,
            since: Timestamp(task.since_ms),
            reason,
            took_ms: reason.is_none().then_some(now_ms.saturating_sub(task.since_ms)),
        };
        let version = Some(&*task.version);
        let object = source.kept.object();
        let replication = Some(&told);
        let subject = Subject { key: &task.key, object, version, replication };
        self.tell(batch, &Deed { cx: &cx, event }, &source.reached, &subject)
    }

    /// Whoever replicates what a bucket holds.
    fn replication_context(&self, of: &Reached) -> Context {
        let bucket = &of.bucket;
        self.platform.context(Principal::service(SENDER), &*bucket.account, &*bucket.region)
    }
}

/// That no rule says any more where something is to be brought.
const NO_RULE: &str = "SrcBucketReplicationConfigMissing";

impl Source {
    /// The rule by which it is brought.
    pub fn rule(&self, task: &Task) -> Option<&ReplicationRule> {
        let set = self.reached.bucket.settings.replication.as_ref()?;
        let none = crate::tags::Tags::new();
        let tags = self.kept.object().map_or(&none, |object| &object.headers.tags);
        rule_to(&set.0, &task.key, tags, &task.to)
    }

    /// The role as which it is brought.
    pub fn role(&self) -> &str {
        self.reached.bucket.settings.replication.as_ref().map_or("", |set| &set.0.role)
    }
}

impl Job<'_> {
    /// The batch that also ends the task.
    fn over(&self, batch: Batch) -> Batch {
        let id = &self.deadline.id[..];
        let batch = Deadlines::done(batch, self.deadline);
        batch.equals(TASKS.table, id, self.bytes.clone()).delete(TASKS.table, id)
    }

    /// The same, which says at the source how it ended, where that is as it was brought.
    ///
    /// # Errors
    /// None that its contents can cause.
    pub fn done(&self, batch: Batch, source: &Source, status: Status) -> Result<Batch> {
        let Standing { table, row, bytes, .. } = &source.standing;
        let batch = self.over(batch).equals(*table, &row[..], bytes.clone());
        let Kept::Object(object) = &source.kept else { return Ok(batch) };
        let Some(to @ Replicated::To(_)) = &object.replication else { return Ok(batch) };
        let replication = Some(to.clone().with(&self.task.to, status));
        let object = Object { replication, ..object.clone() };
        Ok(batch.put(*table, &row[..], source.standing.value(&object)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let json = br#"{"bucket":"b","incarnation":"i","key":"k","version":"v","to":"c","operation":"OBJECT_PUT","since_ms":5}"#;
        let task = TASKS.decode(b"k", json).unwrap();
        assert_eq!((&*task.to, task.failures, task.is_late), ("c", 0, false));
        assert_eq!(TASKS.encode(&task).unwrap(), &json[..]);
        let json = br#"{"bucket":"b","incarnation":"i","key":"k","version":"v","to":"c","operation":"OBJECT_PUT","since_ms":5,"failures":2,"is_late":true}"#;
        let task = TASKS.decode(b"k", json).unwrap();
        assert_eq!(TASKS.encode(&task).unwrap(), &json[..]);
    }
}

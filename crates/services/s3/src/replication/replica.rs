//! What is written where a version is brought: the version itself, with its id and all that is told of
//! it, or, where it is there, what is told of it by now.

use super::outbox::{Attempt, Job, Obstacle, Source};
use super::{Replicated, Status, destination};
use crate::access::{Granted, is_let_in};
use crate::accounts;
use crate::acl::Acl;
use crate::asks;
use crate::bucket::{self, Reached};
use crate::chain::Chain;
use crate::changes::Changes;
use crate::content::{Content, LAYOUTS};
use crate::encryption::{At, Encryption};
use crate::intake::{self, Draft};
use crate::lock::Lock;
use crate::notify::{Deed, Subject};
use crate::object::Object;
use crate::policy;
use crate::read::Standing;
use crate::service::S3;
use crate::settings::Ownership;
use crate::version::{Kept, Named, Versioning};
use crate::write::Outcome;
use bytes::Bytes;
use platform::metrics::{Metric, Owner};
use platform::policy::{Decision, Keys, Request, decide};
use platform::{Context, Error, Result};
use shapes::s3::ReplicationRule;
use store::Batch;

static LATENCY: Metric = Metric::new("AWS/S3", "ReplicationLatency", "Seconds");
static FAILURES: Metric = Metric::new("AWS/S3", "OperationsFailedReplication", "Count");

/// The content of a version, copied: made once, however often its commit is tried.
#[derive(Default)]
pub(super) struct Copies(Option<Copied>);

struct Copied {
    content: Content,
    /// The id and the record of its layout, where it has parts.
    layout: Option<(String, Bytes)>,
    drafts: Vec<Draft>,
}

impl Copied {
    fn adopted_by(&self, batch: Batch) -> Batch {
        let batch = self.drafts.iter().fold(batch, |batch, draft| draft.adopted_by(batch));
        match &self.layout {
            Some((id, layout)) => batch.put(LAYOUTS.table, id.as_bytes(), layout.clone()),
            None => batch,
        }
    }
}

/// Where a version is brought, and as whom.
struct Target<'a> {
    role: Context,
    open: std::sync::Arc<Reached>,
    rule: &'a ReplicationRule,
    key: &'a str,
    /// Whether nothing may be granted to everybody there.
    blocks_public: bool,
}

/// Why what somebody has removed there for good is not brought again.
pub(super) const GONE: &str = "DstObjectHardDeleted";

/// What is written of a version, and of which events that bucket tells.
struct Written {
    kept: Option<Kept>,
    events: Vec<&'static str>,
    uses_copy: bool,
}

impl S3 {
    /// Brings a version to where a rule says. `false` where something has changed meanwhile.
    pub(super) async fn bring(
        &self,
        job: &Job<'_>,
        source: &Source,
        rule: &ReplicationRule,
        copies: &mut Copies,
    ) -> Attempt<bool> {
        let target = self.target(job, source, rule).await?;
        let (tables, open) = (&*self.platform.store.tables, &*target.open);
        let named = Named::read(Some(&job.task.version))?;
        let there = self.stand(open, target.key, named.as_ref()).await?;
        let mut changes = Changes::new(tables, open);
        let written = match (&source.kept, there) {
            (Kept::Object(object), Some((standing, Kept::Object(there)))) => {
                amend(&mut changes, (source, object), &target, (standing, there))?
            }
            (Kept::Marker(_), Some(_)) => nothing(),
            (Kept::Object(_), Some(_)) => {
                return Err(Error::internal("a version is an object and a delete marker").into());
            }
            (kept, None) => {
                let Some(kept) = self.new_there(job, source, kept, &target, copies).await? else {
                    return Ok(false);
                };
                let Some(written) = insert(&mut changes, &target, kept).await? else {
                    return Ok(false);
                };
                written
            }
        };
        self.commit_brought(changes, job, source, &target, &written, copies).await
    }

    /// Commits what was brought, with the end of its task.
    async fn commit_brought(
        &self,
        changes: Changes<'_>,
        job: &Job<'_>,
        source: &Source,
        target: &Target<'_>,
        written: &Written,
        copies: &mut Copies,
    ) -> Attempt<bool> {
        let copied = copies.0.as_ref().filter(|_| written.uses_copy);
        let dress = |batch| {
            let batch = match copied {
                Some(copied) => copied.adopted_by(batch),
                None => batch,
            };
            let batch = self.tell_brought(batch, target, written)?;
            let batch = self.tell_late(batch, job, source, target.rule)?;
            job.done(batch, source, Status::Completed)
        };
        let outcome = self.commit(changes, dress).await?;
        let drafts = copied.iter().flat_map(|it| &it.drafts);
        match outcome {
            Outcome::Done => {
                drafts.for_each(Draft::adopted);
                self.count_replicated(job, source, target.rule);
                Ok(true)
            }
            Outcome::BucketChanged | Outcome::Stale | Outcome::Lost => {
                drafts.for_each(Draft::not_adopted);
                Ok(false)
            }
        }
    }

    /// Where a version is brought, if it may be.
    async fn target<'a>(
        &self,
        job: &'a Job<'_>,
        source: &Source,
        rule: &'a ReplicationRule,
    ) -> Attempt<Target<'a>> {
        let role = self.as_role(&source.reached, source.role()).await;
        let role = role.map_err(|error| refused(error, "AssumeRoleNotPermitted"))?;
        let tables = &*self.platform.store.tables;
        let found = bucket::find(tables, destination(rule)).await?;
        let found = found.ok_or_else(|| Obstacle::reason("DstBucketNotFound"))?;
        let open = bucket::open(tables, &found.name, &found).await;
        let open = open.map_err(|error| refused(error, "DstBucketNotFound"))?;
        if open.bucket.settings.versioning != Some(Versioning::Enabled) {
            return Err(Obstacle::reason("DstBucketUnversioned"));
        }
        let is_locked = source.kept.object().is_some_and(|object| object.lock.is_some());
        if is_locked && open.bucket.settings.locking.is_none() {
            return Err(Obstacle::reason("DstBucketObjectLockConfigMissing"));
        }
        let blocks_public = accounts::blocked(tables, &open.bucket).await?.block_acls;
        let target = Target { role, open, rule, key: &job.task.key, blocks_public };
        self.check_leave(source, &target).await?;
        Ok(target)
    }

    /// Refuses what the buckets' policies do not let the role do.
    async fn check_leave(&self, source: &Source, target: &Target<'_>) -> Attempt<()> {
        let Target { role, open, rule, key, .. } = target;
        let owner = rule.destination.account.as_deref().filter(|owner| !owner.is_empty());
        if owner.is_some_and(|owner| owner != open.bucket.account) {
            return Err(Obstacle::reason("DstPutObjNotPermitted"));
        }
        let (action, reason) = match &source.kept {
            Kept::Object(_) => ("s3:ReplicateObject", "DstPutObjNotPermitted"),
            Kept::Marker(_) => ("s3:ReplicateDelete", "DstDelObjNotPermitted"),
        };
        let read = ("s3:GetObjectVersionForReplication", "SrcGetObjNotPermitted");
        let of_owner = ("s3:ObjectOwnerOverrideToBucketOwner", "DstPutAclNotPermitted");
        let overrides = rule.destination.access_control_translation.is_some();
        let asked = [
            (Some(read), &*source.reached),
            (Some((action, reason)), &**open),
            (Some(of_owner).filter(|_| overrides && source.kept.object().is_some()), &**open),
        ];
        for (asked, of) in asked {
            let Some((action, reason)) = asked else { continue };
            if !self.may(role, of, (action, key)).await? {
                return Err(Obstacle::reason(reason));
            }
        }
        Ok(())
    }

    /// Whether a bucket lets a role do this to an object. Within its own account it may, unless the
    /// policy denies it.
    async fn may(&self, role: &Context, of: &Reached, what: (&'static str, &str)) -> Result<bool> {
        let (action, resource) = (what.0, asks::object(role, &of.name, what.1));
        if role.principal.account() != Some(&*of.bucket.account) {
            let restricts = accounts::blocked(role.tables(), &of.bucket).await?.restrict;
            return Ok(is_let_in(role, &of.bucket, restricts, action, &resource));
        }
        let Some(policy) = policy::read(&of.bucket) else { return Ok(true) };
        let keys = Keys::of(role);
        let request =
            Request { principal: &role.principal, action, resource: &resource, keys: &keys };
        Ok(decide([&*policy], &request) != Decision::Deny)
    }

    /// A version as it is to be where it is not yet; none where the source has changed meanwhile.
    async fn new_there(
        &self,
        job: &Job<'_>,
        source: &Source,
        kept: &Kept,
        target: &Target<'_>,
        copies: &mut Copies,
    ) -> Attempt<Option<Kept>> {
        let Kept::Object(object) = kept else { return Ok(Some(kept.clone())) };
        match object.replication.as_ref().and_then(|it| it.in_bucket(&job.task.to)) {
            Some(Status::Pending) => {}
            // It was there, and somebody has removed it for good.
            Some(_) => return Err(Obstacle::reason(GONE)),
            None => return Err(Obstacle::reason("DstVersionNotFound")),
        }
        let from = At::of(&source.reached, target.key);
        let encryption = object.encryption.as_ref();
        let opened = self.check_may_decrypt(&target.role, from, encryption).await;
        opened.map_err(|error| refused(error, "SrcKmsKeyNotPermitted"))?;
        let to = At::of(&target.open, target.key);
        let key = target.rule.destination.encryption_configuration.as_ref();
        let key = key.and_then(|it| it.replica_kms_key_id.as_deref());
        let made = self.replica_encryption(&target.role, to, encryption, key).await;
        let made = made.map_err(|error| match error.code() {
            "KMS.NotFoundException" => refused(error, "DstKmsKeyNotFound"),
            _ => refused(error, "DstKmsKeyInvalidState"),
        })?;
        if copies.0.is_none() {
            copies.0 = self.copy(source, job).await?;
        }
        let Some(copied) = &copies.0 else { return Ok(None) };
        Ok(Some(Kept::Object(self.replica(source, object, target, (&copied.content, made)))))
    }

    /// The replica of an object, with this content and encrypted so.
    fn replica(
        &self,
        source: &Source,
        object: &Object,
        target: &Target<'_>,
        (content, encryption): (&Content, Option<Encryption>),
    ) -> Object {
        let mut replica = Object {
            content: content.clone(),
            restore: None,
            granted: granted(source, object, target),
            replication: Some(Replicated::Replica),
            ..object.clone()
        };
        if encryption.is_some() && object.encryption.is_none() {
            // What a key encrypts has no MD5 for an ETag.
            let parts = object.etag.split_once('-').map(|(_, count)| format!("-{count}"));
            replica.etag = self.platform.ids.hex(16) + &parts.unwrap_or_default();
        }
        replica.encryption = encryption;
        if let Some(class) = &target.rule.destination.storage_class {
            replica.headers.storage_class = Some(class.clone()).filter(|it| it != "STANDARD");
        }
        if let Some(locking) = &target.open.bucket.settings.locking {
            locking.dress(&mut replica, self.platform.clock.now());
        }
        replica
    }

    /// Copies the content of a version, part by part; none where it is not there any more.
    async fn copy(&self, source: &Source, job: &Job<'_>) -> Result<Option<Copied>> {
        let task = &job.task;
        let held = match self.hold(&source.reached, &task.key, Some(&task.version)).await {
            Ok(held) => held,
            Err(error) if error.is_server_fault() => return Err(error),
            Err(_) => return Ok(None),
        };
        let (mut pieces, mut drafts, mut start) = (held.pieces.clone(), Vec::new(), 0);
        for piece in &mut pieces {
            let end = start + piece.size;
            let body = self.stream(held.clone(), start..end).await?;
            let taken = intake::take(&self.platform, &self.ledger, body, &[]).await?;
            if taken.size != piece.size {
                return Err(Error::internal("a copy has not all bytes"));
            }
            piece.run = taken.draft.run().clone();
            drafts.push(taken.draft);
            start = end;
        }
        let (content, layout) = match (&held.object.content, pieces.first()) {
            (Content::Run(_), Some(piece)) => (Content::Run(piece.run.clone()), None),
            (Content::Run(_), None) => return Err(Error::internal("a run has no piece")),
            (Content::Parts { count, .. }, _) => {
                let id = self.platform.ids.hex(16);
                let layout = LAYOUTS.encode(&pieces)?;
                (Content::Parts { id: id.clone(), count: *count }, Some((id, layout)))
            }
        };
        Ok(Some(Copied { content, layout, drafts }))
    }

    /// Adds to a batch what the bucket tells to which something was brought.
    fn tell_brought(
        &self,
        mut batch: Batch,
        target: &Target<'_>,
        written: &Written,
    ) -> Result<Batch> {
        let Some(kept) = &written.kept else { return Ok(batch) };
        for event in &written.events {
            let deed = Deed { cx: &target.role, event };
            let (object, version) = (kept.object(), Some(kept.id()));
            let subject = Subject { key: target.key, object, version, replication: None };
            batch = self.tell(batch, &deed, &target.open, &subject)?;
        }
        Ok(batch)
    }

    fn count_replicated(&self, job: &Job<'_>, source: &Source, rule: &ReplicationRule) {
        let now_ms = self.platform.clock.now().millis();
        let took_ms = now_ms.saturating_sub(job.task.since_ms).max(0);
        self.count_replication(job, source, rule, (&LATENCY, took_ms as f64 / 1000.0));
    }

    pub(super) fn count_failed_replication(&self, job: &Job<'_>, source: &Source) {
        if let Some(rule) = source.rule(&job.task) {
            self.count_replication(job, source, rule, (&FAILURES, 1.0));
        }
    }

    /// Counts for CloudWatch, where the rule asks for metrics.
    fn count_replication(
        &self,
        job: &Job<'_>,
        source: &Source,
        rule: &ReplicationRule,
        value: (&'static Metric, f64),
    ) {
        if rule.destination.metrics.as_ref().is_none_or(|it| !super::is_enabled(&it.status)) {
            return;
        }
        let bucket = &source.reached.bucket;
        let owner = Owner { account: &bucket.account, region: &bucket.region };
        let dimensions = [
            ("SourceBucket", &*source.reached.name),
            ("DestinationBucket", &*job.task.to),
            ("RuleId", rule.id.as_deref().unwrap_or_default()),
        ];
        let now = self.platform.clock.now();
        self.platform.metrics.count(now, owner, &dimensions, &[value]);
    }
}

/// What somebody refuses for good, and what may pass.
fn refused(error: Error, reason: &'static str) -> Obstacle {
    let may_pass = error.is_server_fault()
        || error.shape.status == 429
        || ["Throttl", "TooManyRequests"].iter().any(|it| error.code().contains(it));
    match may_pass {
        true => Obstacle::Error(error),
        false => Obstacle::Reason(reason, error.message),
    }
}

fn nothing() -> Written {
    Written { kept: None, events: Vec::new(), uses_copy: false }
}

/// Whose a replica is and what is granted on it: as at the source, unless the rule or the bucket gives it
/// to the bucket's owner.
fn granted(source: &Source, object: &Object, target: &Target<'_>) -> Granted {
    let bucket = &target.open.bucket;
    let is_translated = target.rule.destination.access_control_translation.is_some();
    if is_translated || bucket.settings.owned() == Ownership::BucketOwnerEnforced {
        return Granted::default();
    }
    let owner = object.granted.owner.as_ref().unwrap_or(&source.reached.bucket.account);
    let owner = Some(owner.clone()).filter(|owner| *owner != bucket.account);
    // What the bucket refuses to everybody who asks for it, no copy brings either.
    let is_refused = |acl: &Acl| target.blocks_public && acl.is_public();
    Granted { owner, acl: object.granted.acl.clone().filter(|acl| !is_refused(acl)) }
}

/// Adds to the changes that what is told of a version is told of it there too.
fn amend(
    changes: &mut Changes<'_>,
    (source, object): (&Source, &Object),
    target: &Target<'_>,
    (standing, there): (Standing, Object),
) -> Attempt<Written> {
    let is_translated = target.rule.destination.access_control_translation.is_some();
    let mut new = there.clone();
    new.headers.tags.clone_from(&object.headers.tags);
    let now = target.role.now();
    new.lock = Lock::following(there.lock.as_ref(), object.lock.as_ref(), now);
    // Where the replica is the bucket owner's, so is what is granted on it.
    if !is_translated && target.open.bucket.acls_act() {
        new.granted.acl.clone_from(&granted(source, object, target).acl);
    }
    let event = |differs: bool, event| differs.then_some(event);
    let tagging = match new.headers.tags.is_empty() {
        true => "ObjectTagging:Delete",
        false => "ObjectTagging:Put",
    };
    let events = [
        event(new.headers.tags != there.headers.tags, tagging),
        event(new.granted != there.granted, "ObjectAcl:Put"),
    ];
    changes.demand(standing.table, &standing.row, standing.bytes.clone());
    if new != there {
        changes.put(standing.table, &standing.row, standing.value(&new)?);
    }
    let events = events.into_iter().flatten().collect();
    Ok(Written { kept: Some(Kept::Object(new)), events, uses_copy: false })
}

/// Adds a version to the changes, in its place among those of its key; none where something has changed
/// meanwhile.
async fn insert(
    changes: &mut Changes<'_>,
    target: &Target<'_>,
    kept: Kept,
) -> Attempt<Option<Written>> {
    let chain = Chain::new(&target.open, target.key);
    let Ok(inserted) = chain.insert(changes, kept, target.role.now()).await? else {
        return Ok(None);
    };
    // Of all the versions of a key no two are made in one place, but for a chance of one in millions.
    let kept = inserted.ok_or_else(|| Obstacle::reason("DstPutObjNotPermitted"))?;
    let (event, uses_copy) = match &kept {
        Kept::Object(_) => ("ObjectCreated:Put", true),
        Kept::Marker(_) => ("ObjectRemoved:DeleteMarkerCreated", false),
    };
    Ok(Some(Written { kept: Some(kept), events: vec![event], uses_copy }))
}

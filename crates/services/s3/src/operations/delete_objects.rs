//! `DeleteObjects`.

use crate::S3;
use crate::bucket::{self, Reached, reach};
use crate::chain::Chain;
use crate::changes::{Changes, Stale};
use crate::conditions::WriteCondition;
use crate::errors::{header_not_implemented, malformed_xml, version_absent};
use crate::lock;
use crate::logs::Beside;
use crate::notify::Deed;
use crate::object;
use crate::refuse::refuse;
use crate::remove::{Removal, Removed};
use crate::version::{Kept, Named, VERSIONS};
use crate::write::Outcome;
use platform::{Context, Error, Handler, Result};
use shapes::s3::ops::DeleteObjects;
use shapes::s3::{
    self, DeleteObjectsOutput, DeleteObjectsRequest, DeletedObject, ObjectIdentifier,
};
use store::Batch;

/// The most keys of one request.
const MAX_KEYS: usize = 1000;

/// How many keys go in one commit: enough that its sync costs each of them little, and few enough
/// that what is known of them needs little memory.
const AT_ONCE: usize = 250;

/// What becomes of one key.
type Fate = std::result::Result<Removed, Error>;

impl Handler<DeleteObjects> for S3 {
    /// Keys that can be deleted go together in commits.
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteObjectsRequest,
    ) -> Result<DeleteObjectsOutput> {
        refuse!(input; mfa => "x-amz-mfa");
        let objects = &input.delete.objects;
        if objects.is_empty() || objects.len() > MAX_KEYS {
            return Err(malformed_xml());
        }
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        lock::check_bypass(&reached.bucket, input.bypass_governance_retention)?;
        let bypass = input.bypass_governance_retention == Some(true);
        let quiet = input.delete.quiet == Some(true);
        let mut output = DeleteObjectsOutput::default();
        let mut has_begun = false;
        for objects in objects.chunks(AT_ONCE) {
            let removals: Vec<_> = objects.iter().map(|it| removal(it, bypass)).collect();
            let (open, fates) = match self.delete_all(cx, &reached, objects, removals).await {
                Ok(done) => done,
                // What was deleted before is told, and each of these keys is to be tried again.
                Err(error) if has_begun => {
                    (reached.clone(), objects.iter().map(|_| Err(error.clone())).collect())
                }
                Err(error) => return Err(error),
            };
            has_begun = true;
            self.add(cx, &open, objects, fates, quiet, &mut output);
        }
        Ok(output)
    }
}

impl S3 {
    /// Adds what became of keys to the answer, and to access logs.
    fn add(
        &self,
        cx: &Context,
        open: &Reached,
        objects: &[ObjectIdentifier],
        fates: Vec<Fate>,
        quiet: bool,
        output: &mut DeleteObjectsOutput,
    ) {
        let is_versioned = open.bucket.settings.versioning.is_some();
        for (identifier, fate) in objects.iter().zip(fates) {
            self.log(cx, open, identifier, &fate);
            match fate {
                Ok(_) if quiet => {}
                Ok(removed) => {
                    let deleted = deleted(identifier, &removed, is_versioned);
                    output.deleted.get_or_insert_default().push(deleted);
                }
                Err(error) => output.errors.get_or_insert_default().push(s3::Error {
                    key: Some(identifier.key.clone()),
                    version_id: identifier.version_id.clone(),
                    code: Some(error.code().to_owned()),
                    message: Some(error.message),
                }),
            }
        }
    }
}

/// What is to be deleted, unless it may not be.
fn removal(identifier: &ObjectIdentifier, bypass: bool) -> Result<Removal> {
    object::check_key(&identifier.key)?;
    // Only directory buckets have these conditions.
    if identifier.last_modified_time.is_some() {
        return Err(header_not_implemented("LastModifiedTime"));
    }
    if identifier.size.is_some() {
        return Err(header_not_implemented("Size"));
    }
    let version = identifier.version_id.as_deref().filter(|id| !id.is_empty());
    // AWS tells no difference here between what is no id and what is none of these.
    let version = Named::read(version).map_err(|_| version_absent())?;
    let condition = identifier.etag.clone().map_or(WriteCondition::None, WriteCondition::Match);
    Ok(Removal { version, condition, bypass })
}

fn deleted(identifier: &ObjectIdentifier, removed: &Removed, is_versioned: bool) -> DeletedObject {
    let marker = Some(removed).filter(|it| is_versioned && it.is_marker());
    DeletedObject {
        key: Some(identifier.key.clone()),
        version_id: identifier.version_id.clone().filter(|id| !id.is_empty()),
        delete_marker: marker.map(|_| true),
        delete_marker_version_id: marker.and_then(Removed::version_id).map(str::to_owned),
    }
}

impl S3 {
    /// Each key has a line of its own in access logs.
    fn log(&self, cx: &Context, open: &Reached, identifier: &ObjectIdentifier, fate: &Fate) {
        let size = match fate {
            Ok(Removed::Gone(Kept::Object(object))) => Some(object.size),
            _ => None,
        };
        let what = Beside {
            operation: "BATCH.DELETE.OBJECT",
            key: &identifier.key,
            version: identifier.version_id.as_deref().filter(|id| !id.is_empty()),
            status: fate.as_ref().map_or_else(|error| error.shape.status, |_| 204),
            error: fate.as_ref().err().map(Error::code),
            size,
        };
        self.logs.beside(cx, open, &what);
    }

    /// Deletes what may be, and says what became of each, in the bucket as it was then.
    async fn delete_all(
        &self,
        cx: &Context,
        reached: &std::sync::Arc<Reached>,
        objects: &[ObjectIdentifier],
        removals: Vec<Result<Removal>>,
    ) -> Result<(std::sync::Arc<Reached>, Vec<Fate>)> {
        let deed = Deed { cx, event: "ObjectRemoved:Delete" };
        let mut open = bucket::open(cx.tables(), &reached.name, reached).await?;
        loop {
            let mut changes = Changes::new(cx.tables(), &open);
            let tried = self.try_delete(cx, &mut changes, &open, objects, &removals).await?;
            let Ok(fates) = tried else { continue };
            if changes.is_empty() {
                if !changes.stand().await? {
                    continue;
                }
                return Ok((open.clone(), fates));
            }
            let dress = |batch: Batch| {
                let removed = objects.iter().zip(&fates);
                let mut batch = batch.freeing();
                for (identifier, fate) in removed {
                    if let Ok(removed) = fate {
                        batch =
                            self.tell_removed(batch, &deed, &open, (&identifier.key, removed))?;
                    }
                }
                Ok(batch)
            };
            match self.commit(changes, dress).await? {
                Outcome::Done => return Ok((open.clone(), fates)),
                Outcome::BucketChanged => {
                    let known = &reached.bucket;
                    open = bucket::open_again(cx.tables(), &reached.name, known).await?;
                }
                Outcome::Stale | Outcome::Lost => {}
            }
        }
    }

    async fn try_delete(
        &self,
        cx: &Context,
        changes: &mut Changes<'_>,
        open: &Reached,
        objects: &[ObjectIdentifier],
        removals: &[Result<Removal>],
    ) -> Result<std::result::Result<Vec<Fate>, Stale>> {
        look(changes, open, objects, removals).await?;
        let mut fates = Vec::with_capacity(objects.len());
        for (identifier, removal) in objects.iter().zip(removals) {
            let removal = match removal {
                Ok(removal) => removal,
                Err(error) => {
                    fates.push(Err(error.clone()));
                    continue;
                }
            };
            match self.try_remove(cx, changes, (open, &identifier.key), removal).await {
                Ok(Ok(removed)) => fates.push(Ok(removed)),
                Ok(Err(stale)) => return Ok(Err(stale)),
                Err(error) if error.is_server_fault() => return Err(error),
                Err(error) => fates.push(Err(error)),
            }
        }
        Ok(Ok(fates))
    }
}

/// Reads at once what is to be looked at.
async fn look(
    changes: &mut Changes<'_>,
    open: &Reached,
    objects: &[ObjectIdentifier],
    removals: &[Result<Removal>],
) -> Result<()> {
    let chains: Vec<_> = objects.iter().map(|it| Chain::new(open, &it.key)).collect();
    let past: Vec<_> = chains
        .iter()
        .zip(removals)
        .filter_map(|(chain, removal)| {
            let named = removal.as_ref().ok()?.version.as_ref()?;
            chain.past_row(named)
        })
        .collect();
    let past = past.iter().map(|row| (VERSIONS.table, &row[..]));
    let rows: Vec<_> = chains.iter().flat_map(Chain::rows).chain(past).collect();
    changes.look(&rows).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{get, put, until, world};

    fn request(keys: &[&str], quiet: bool) -> DeleteObjectsRequest {
        let identifier = |key: &&str| ObjectIdentifier { key: (*key).into(), ..Default::default() };
        let objects = keys.iter().map(identifier).collect();
        let delete = s3::Delete { objects, quiet: Some(quiet) };
        DeleteObjectsRequest { bucket: "bucket".into(), delete, ..Default::default() }
    }

    #[tokio::test]
    async fn each_key_has_its_own_fate() {
        let (service, cx, _) = world().await;
        for key in ["a", "b", "c"] {
            put(&service, &cx, key, vec![0; 20_000]).await;
        }
        let long = "k".repeat(1025);
        let mut input = request(&["a", "absent", "a", "b", "c", &long], false);
        input.delete.objects[3].etag = Some("\"other\"".into());
        input.delete.objects[4].version_id = Some("v".into());
        let output = cx.run::<DeleteObjects, _>(&*service, input).await.unwrap();
        let deleted: Vec<_> = output.deleted.unwrap().into_iter().filter_map(|it| it.key).collect();
        assert_eq!(deleted, ["a", "absent", "a"]);
        let codes: Vec<_> = output.errors.unwrap().into_iter().filter_map(|it| it.code).collect();
        assert_eq!(codes, ["PreconditionFailed", "NoSuchVersion", "KeyTooLongError"]);
        assert!(get(&service, &cx, "a").await.is_err());
        assert!(get(&service, &cx, "b").await.is_ok());
        until(async || cx.platform().store.blobs.list().await.unwrap().len() == 2).await;
    }

    #[tokio::test]
    async fn quiet_tells_errors_only_and_lists_have_a_limit() {
        let (service, cx, _) = world().await;
        let output = cx.run::<DeleteObjects, _>(&*service, request(&["a"], true)).await.unwrap();
        assert_eq!(output, DeleteObjectsOutput::default());
        for keys in [vec![], vec!["a"; 1001]] {
            let error = cx.run::<DeleteObjects, _>(&*service, request(&keys, true)).await;
            assert_eq!(error.unwrap_err().code(), "MalformedXML");
        }
    }
}

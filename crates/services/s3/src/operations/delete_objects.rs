//! `DeleteObjects`.

use crate::S3;
use crate::bucket::{self, BUCKETS, Reached, reach};
use crate::conditions::WriteCondition;
use crate::content::Remains;
use crate::errors::{malformed_xml, not_implemented};
use crate::notify::Deed;
use crate::object::{self, OBJECTS, Object};
use crate::refuse::{self, refuse};
use bytes::Bytes;
use platform::{Context, Error, Handler, Result};
use shapes::s3::ops::DeleteObjects;
use shapes::s3::{
    self, DeleteObjectsOutput, DeleteObjectsRequest, DeletedObject, ObjectIdentifier,
};
use std::collections::BTreeMap;
use store::Batch;

/// The most keys of one request.
const MAX_KEYS: usize = 1000;

/// What becomes of one key.
type Fate = std::result::Result<DeletedObject, s3::Error>;

/// What came of an attempt.
enum Tried {
    Done(Vec<Fate>),
    /// An object changed meanwhile.
    ObjectChanged,
    /// The bucket did.
    BucketChanged,
}

impl Handler<DeleteObjects> for S3 {
    /// All keys that can be deleted go in one commit.
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteObjectsRequest,
    ) -> Result<DeleteObjectsOutput> {
        refuse!(input; mfa => "x-amz-mfa");
        refuse::bypass_governance(input.bypass_governance_retention)?;
        let objects = &input.delete.objects;
        if objects.is_empty() || objects.len() > MAX_KEYS {
            return Err(malformed_xml());
        }
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let mut open = bucket::open(cx.tables(), &input.bucket, &reached).await?;
        let fates = loop {
            match self.try_delete(cx, &input.bucket, &open, objects).await? {
                Tried::Done(fates) => break fates,
                Tried::ObjectChanged => {}
                Tried::BucketChanged => {
                    let known = &reached.bucket;
                    open = bucket::open_again(cx.tables(), &input.bucket, known).await?;
                }
            }
        };
        let mut output = DeleteObjectsOutput::default();
        for fate in fates {
            match fate {
                Ok(_) if input.delete.quiet == Some(true) => {}
                Ok(deleted) => output.deleted.get_or_insert_default().push(deleted),
                Err(error) => output.errors.get_or_insert_default().push(error),
            }
        }
        Ok(output)
    }
}

impl S3 {
    async fn try_delete(
        &self,
        cx: &Context,
        bucket: &str,
        open: &Reached,
        objects: &[ObjectIdentifier],
    ) -> Result<Tried> {
        let mut batch = Batch::new().equals(BUCKETS.table, bucket.as_bytes(), open.bytes.clone());
        let mut remains = Remains::default();
        let mut found = BTreeMap::new();
        let mut fates = Vec::with_capacity(objects.len());
        let rows: Vec<_> = objects.iter().map(|it| object::row(bucket, &it.key)).collect();
        let keys: Vec<_> = rows.iter().map(|row| (OBJECTS.table, &row[..])).collect();
        let values = cx.tables().get_all(&keys).await?;
        for ((identifier, row), value) in objects.iter().zip(&rows).zip(values) {
            let decode = |bytes: Bytes| -> Result<_> { Ok((OBJECTS.decode(row, &bytes)?, bytes)) };
            let old = value.map(decode).transpose()?;
            match judge(identifier, old.as_ref().map(|(object, _)| object)) {
                Err(error) => fates.push(Err(error)),
                Ok(deleted) => {
                    fates.push(Ok(deleted));
                    found.extend(old.map(|old| (row.clone(), old)));
                }
            }
        }
        if found.is_empty() {
            return Ok(Tried::Done(fates));
        }
        let deed = Deed { cx, event: "ObjectRemoved:Delete" };
        for (row, old) in &found {
            let Some(more) = self.remains(row, Some(old)).await? else {
                return Ok(Tried::ObjectChanged);
            };
            remains.extend(more);
            batch = removal(batch, row, &old.1);
            // A row's key is the bucket, a zero byte and the object's key.
            let key = std::str::from_utf8(row.get(bucket.len() + 1..).unwrap_or_default());
            batch = self.tell(batch, &deed, open, (key.unwrap_or_default(), None))?;
        }
        let batch = remains.leave(&self.ledger, batch)?.freeing();
        match self.platform.deadlines.commit(batch).await {
            Ok(()) => {
                self.ledger.reclaim(remains.blobs);
                Ok(Tried::Done(fates))
            }
            Err(store::Error::Conflict(0)) => Ok(Tried::BucketChanged),
            Err(store::Error::Conflict(_)) => Ok(Tried::ObjectChanged),
            Err(error) => Err(error.into()),
        }
    }
}

fn removal(batch: Batch, row: &[u8], bytes: &Bytes) -> Batch {
    batch.equals(OBJECTS.table, row, bytes.clone()).delete(OBJECTS.table, row)
}

/// Whether this object may be deleted.
fn judge(identifier: &ObjectIdentifier, old: Option<&Object>) -> Fate {
    let key = &identifier.key;
    let allowed = || -> Result<()> {
        object::check_key(key)?;
        if !matches!(identifier.version_id.as_deref(), None | Some("" | "null")) {
            return Err(no_such_version());
        }
        if identifier.last_modified_time.is_some() {
            return Err(not_implemented("LastModifiedTime"));
        }
        if identifier.size.is_some() {
            return Err(not_implemented("Size"));
        }
        let condition = identifier.etag.clone().map_or(WriteCondition::None, WriteCondition::Match);
        condition.judge(key, old, &[])
    };
    let version_id = identifier.version_id.clone();
    match allowed() {
        Ok(()) => Ok(DeletedObject { key: Some(key.clone()), version_id, ..Default::default() }),
        Err(error) => Err(s3::Error {
            key: Some(key.clone()),
            version_id,
            code: Some(error.code().to_owned()),
            message: Some(error.message),
        }),
    }
}

fn no_such_version() -> Error {
    static NO_SUCH_VERSION: shapes::ErrorShape = shapes::ErrorShape::client("NoSuchVersion", 404);
    Error::new(&NO_SUCH_VERSION, "The specified version does not exist.")
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

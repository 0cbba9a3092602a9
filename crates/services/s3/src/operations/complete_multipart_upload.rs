//! `CompleteMultipartUpload`.

use crate::S3;
use crate::bucket::reach;
use crate::checksum::{Shows, given_checksum};
use crate::complete::{Assembled, assemble, check_kind, check_whole, listed};
use crate::conditions::WriteCondition;
use crate::content::{Content, LAYOUTS};
use crate::encryption::{At, customer, tell};
use crate::errors::{self, invalid_request};
use crate::lifecycle;
use crate::notify::Deed;
use crate::object::{self, OBJECTS, Object};
use crate::service::Place;
use crate::upload::{self, PARTS, UPLOADS, Upload};
use crate::write::Committed;
use bytes::Bytes;
use platform::ledger::in_background;
use platform::{Context, Handler, Result};
use shapes::s3::ops::CompleteMultipartUpload;
use shapes::s3::{CompleteMultipartUploadOutput, CompleteMultipartUploadRequest};
use std::collections::BTreeMap;
use store::Batch;

/// How often the parts are looked at again when they change meanwhile.
const ROUNDS: u32 = 8;

impl Handler<CompleteMultipartUpload> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: CompleteMultipartUploadRequest,
    ) -> Result<CompleteMultipartUploadOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let condition =
            WriteCondition::read(input.if_match.as_deref(), input.if_none_match.as_deref())?;
        for _ in 0..ROUNDS {
            let completed = match self.upload(&input.bucket, &input.key, &input.upload_id).await {
                Ok(found) => self.complete(cx, &place, &input, &condition, found).await?,
                // Who repeats a request whose answer was lost is answered again.
                Err(error) => Some(self.completed_before(&input).await?.ok_or(error)?),
            };
            if let Some(object) = completed {
                let expiration = lifecycle::header(&reached.bucket, &input.key, &object);
                return Ok(CompleteMultipartUploadOutput { expiration, ..answer(&input, &object) });
            }
        }
        Err(errors::operation_aborted())
    }
}

impl S3 {
    /// `None` when a part was uploaded anew meanwhile, or the upload ended.
    async fn complete(
        &self,
        cx: &Context,
        place: &Place<'_>,
        input: &CompleteMultipartUploadRequest,
        condition: &WriteCondition,
        (upload, upload_bytes): (Upload, Bytes),
    ) -> Result<Option<Object>> {
        let id = &*input.upload_id;
        let at = At::of(place.reached, place.key);
        self.check_end(cx, at, &upload, customer!(input)).await?;
        let (mut stored, mut rows) = (BTreeMap::new(), BTreeMap::new());
        for (number, part, bytes) in upload::parts(cx.tables(), id).await? {
            stored.insert(number, part);
            rows.insert(number, bytes);
        }
        let condition = &match &upload.began {
            Some(began) => WriteCondition::SinceUpload(Box::new(condition.clone()), began.clone()),
            None => condition.clone(),
        };
        let listed = listed(input.multipart_upload.as_ref())?;
        check_kind(input.checksum_type.as_deref(), &upload)?;
        let assembled = assemble(id, &upload, stored, listed)?;
        verify(input, &upload, &assembled)?;
        let count = u32::try_from(assembled.pieces.len()).unwrap_or(u32::MAX);
        let object = Object {
            size: assembled.size,
            etag: assembled.etag,
            modified_ms: cx.now().millis(),
            content: Content::Parts { id: id.to_owned(), count },
            checksum: assembled.checksum,
            headers: upload.headers,
            encryption: upload.encryption,
            version: None,
            lock: upload.lock,
            restore: None,
            granted: upload.granted,
            replication: None,
        };
        let layout = LAYOUTS.encode(&assembled.pieces)?;
        let pieces = &assembled.pieces;
        rows.retain(|number, _| pieces.binary_search_by_key(number, |it| it.number).is_ok());
        let row = upload::row(place.bucket, place.key, id);
        let dress = |batch: Batch| {
            let batch = batch.equals(UPLOADS.table, &row[..], upload_bytes.clone());
            let mut batch = upload::ended(batch, &row, id);
            batch = batch.put(LAYOUTS.table, id.as_bytes(), layout.clone());
            for (number, bytes) in &rows {
                let row = upload::part_row(id, *number);
                batch = batch.equals(PARTS.table, &row[..], bytes.clone());
                batch = batch.delete(PARTS.table, row);
            }
            Ok(batch)
        };
        let deed = Deed { cx, event: "ObjectCreated:CompleteMultipartUpload" };
        match self.replace(&deed, place, condition, object, dress).await? {
            Committed::Done(object) => {
                // Parts that are not of the object, known or not.
                in_background(upload::clear_or_warn(self.ledger.clone(), id.to_owned()));
                Ok(Some(*object))
            }
            Committed::Lost => Ok(None),
        }
    }

    /// The object that this upload became, if it still stands.
    async fn completed_before(
        &self,
        input: &CompleteMultipartUploadRequest,
    ) -> Result<Option<Object>> {
        let row = object::row(&input.bucket, &input.key);
        let object = OBJECTS.get(&*self.platform.store.tables, &row).await?;
        let is_of = |content: &Content| matches!(content, Content::Parts { id, .. } if *id == input.upload_id);
        Ok(object.filter(|object| is_of(&object.content)))
    }
}

/// Compares what the caller says of the whole object with what its parts come to.
fn verify(
    input: &CompleteMultipartUploadRequest,
    upload: &Upload,
    assembled: &Assembled,
) -> Result<()> {
    if let Some(size) = input.mpu_object_size
        && u64::try_from(size) != Ok(assembled.size)
    {
        return Err(invalid_request(match size {
            0.. => format!(
                "The provided 'x-amz-mp-object-size' header value {size} does not match what was \
                 computed: {}",
                assembled.size
            ),
            _ => format!("Value for x-amz-mp-object-size header is less than zero: '{size}'"),
        }));
    }
    let Some((algorithm, claimed)) = given_checksum(input)? else { return Ok(()) };
    let kind = input.checksum_type.as_deref();
    check_whole((algorithm, &claimed), kind, upload, assembled.checksum.as_ref())
}

/// The object's address at AWS, with its key encoded as a whole.
fn location(bucket: &str, key: &str) -> String {
    let key = crate::listing::url_encode(key).replace('+', "%20").replace('/', "%2F");
    format!("http://{bucket}.s3.amazonaws.com/{key}")
}

fn answer(
    input: &CompleteMultipartUploadRequest,
    object: &Object,
) -> CompleteMultipartUploadOutput {
    let mut output = CompleteMultipartUploadOutput {
        location: Some(location(&input.bucket, &input.key)),
        bucket: Some(input.bucket.clone()),
        key: Some(input.key.clone()),
        etag: Some(object.quoted_etag()),
        version_id: object.version.as_ref().and_then(|version| version.id.clone()),
        ..Default::default()
    };
    if let Some(checksum) = &object.checksum {
        output.show(checksum.algorithm, &checksum.value);
        output.checksum_type = Some(checksum.kind.name().to_owned());
    }
    tell!(output, object.encryption.as_ref(), kms);
    output
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{
        begin, complete_request, get, get_request, part, put, until, versioned, world,
    };
    use shapes::s3::ops::{CreateMultipartUpload, DeleteObject, GetObject, UploadPart};
    use shapes::s3::{
        CompletedPart, CreateMultipartUploadRequest, DeleteObjectRequest, GetObjectRequest,
    };

    const MIN: usize = 5 << 20;

    async fn complete(
        service: &S3,
        cx: &Context,
        input: CompleteMultipartUploadRequest,
    ) -> Result<CompleteMultipartUploadOutput> {
        cx.run::<CompleteMultipartUpload, _>(service, input).await
    }

    #[tokio::test]
    async fn parts_become_an_object_without_being_copied() -> Result<()> {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", vec![9; 20_000]).await;
        let id = begin(&service, &cx, "k").await;
        let mut parts = Vec::new();
        for (number, bytes) in [(1, vec![1; MIN]), (3, vec![3; 100_000]), (7, vec![7; 10])] {
            parts.push(part(&service, &cx, "k", &id, number, bytes).await);
        }
        parts.remove(1);
        let input = complete_request("k", &id, parts);
        let output = complete(&service, &cx, input.clone()).await?;
        assert!(output.etag.as_ref().unwrap().ends_with("-2\""), "{output:?}");
        assert!(output.checksum_crc64nvme.is_some());
        assert_eq!(complete(&service, &cx, input.clone()).await?, output);
        let found = get(&service, &cx, "k").await?;
        assert_eq!(found.len(), MIN + 10);
        assert_eq!((found[MIN - 1], found[MIN]), (1, 7));
        // Neither the object before nor the part that was left out remains.
        until(async || cx.platform().store.blobs.list().await.unwrap().len() == 1).await;
        let second = GetObjectRequest { part_number: Some(2), ..get_request("k") };
        let second = cx.run::<GetObject, _>(&*service, second).await?;
        assert_eq!((second.content_length, second.parts_count), (Some(10), Some(2)));
        put(&service, &cx, "k", "new").await;
        until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
        assert_eq!(complete(&service, &cx, input).await.unwrap_err().code(), "NoSuchUpload");
        Ok(())
    }

    #[tokio::test]
    async fn a_composite_checksum_is_of_the_parts_checksums() -> Result<()> {
        let (service, cx, _) = world().await;
        let create = CreateMultipartUploadRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            checksum_algorithm: Some("SHA256".into()),
            ..Default::default()
        };
        let id = cx.run::<CreateMultipartUpload, _>(&*service, create).await?.upload_id.unwrap();
        let input = crate::testing::part_request("k", &id, 1, "test data..");
        let part = cx.run::<UploadPart, _>(&*service, input).await?;
        let claim = CompletedPart { etag: part.etag, part_number: Some(1), ..Default::default() };
        let without = complete_request("k", &id, vec![claim.clone()]);
        assert_eq!(complete(&service, &cx, without).await.unwrap_err().code(), "InvalidRequest");
        let claim = CompletedPart { checksum_sha256: part.checksum_sha256, ..claim };
        let input = complete_request("k", &id, vec![claim]);
        let sized = CompleteMultipartUploadRequest { mpu_object_size: Some(5), ..input.clone() };
        assert_eq!(complete(&service, &cx, sized).await.unwrap_err().code(), "InvalidRequest");
        let wrong = CompleteMultipartUploadRequest {
            checksum_sha256: Some("2l26x0trnT0r2AvakoFk2MB7eKVKzYESLMxSAKAzoik=-1".into()),
            ..input.clone()
        };
        assert_eq!(complete(&service, &cx, wrong).await.unwrap_err().code(), "BadDigest");
        let output = complete(&service, &cx, input).await?;
        assert!(output.checksum_sha256.as_ref().unwrap().ends_with("-1"));
        assert_eq!(output.checksum_type.as_deref(), Some("COMPOSITE"));
        Ok(())
    }

    #[tokio::test]
    async fn conditions_are_judged_when_it_completes() {
        let (service, cx, _) = world().await;
        let id = begin(&service, &cx, "k").await;
        let only = part(&service, &cx, "k", &id, 1, "x").await;
        put(&service, &cx, "k", "there").await;
        let input = complete_request("k", &id, vec![only]);
        let absent =
            CompleteMultipartUploadRequest { if_none_match: Some("*".into()), ..input.clone() };
        let error = complete(&service, &cx, absent).await.unwrap_err();
        assert_eq!(error.code(), "PreconditionFailed");
        complete(&service, &cx, input).await.unwrap();
        assert_eq!(get(&service, &cx, "k").await.unwrap(), "x");
    }

    #[tokio::test]
    async fn what_changed_since_the_upload_began_is_a_conflict() {
        let (service, cx, _) = world().await;
        versioned(&service, &cx, "bucket", "Enabled").await;
        let upload = async || {
            let id = begin(&service, &cx, "k").await;
            let only = part(&service, &cx, "k", &id, 1, "x").await;
            complete_request("k", &id, vec![only])
        };
        let status = async |input| match complete(&service, &cx, input).await {
            Ok(_) => (200, ""),
            Err(error) => (error.shape.status, error.code()),
        };
        let absent = |input: &CompleteMultipartUploadRequest| CompleteMultipartUploadRequest {
            if_none_match: Some("*".into()),
            ..input.clone()
        };
        let matching = |input: &CompleteMultipartUploadRequest, etag: &Option<String>| {
            CompleteMultipartUploadRequest { if_match: etag.clone(), ..input.clone() }
        };
        let (failed, conflict) = ((412, "PreconditionFailed"), (409, "ConditionalRequestConflict"));
        let first = put(&service, &cx, "k", "1").await.etag;
        let began = upload().await;
        assert_eq!(status(absent(&began)).await, failed);
        let second = put(&service, &cx, "k", "2").await.etag;
        assert_eq!(status(matching(&began, &first)).await, failed);
        assert_eq!(status(matching(&began, &second)).await, conflict);
        // Behind a delete marker the key is gone.
        let (bucket, key) = ("bucket".to_owned(), "k".to_owned());
        let input = DeleteObjectRequest { bucket, key, ..Default::default() };
        cx.run::<DeleteObject, _>(&*service, input).await.unwrap();
        assert_eq!(status(absent(&began)).await, conflict);
        assert_eq!(status(matching(&began, &second)).await, (404, "NoSuchKey"));
        let again = upload().await;
        assert_eq!(status(absent(&again)).await, (200, ""));
        let output = complete(&service, &cx, upload().await).await.unwrap();
        assert!(output.version_id.is_some());
        let last = upload().await;
        assert_eq!(status(matching(&last, &output.etag)).await, (200, ""));
    }
}

//! `UploadPartCopy`.

use crate::S3;
use crate::bucket::{reach, reach_source};
use crate::checksum::Shows;
use crate::conditions::ReadConditions;
use crate::copy_source::CopySource;
use crate::encryption::{At, customer, tell};
use crate::errors::{entity_too_large, invalid_argument, invalid_request};
use crate::intake::{self, MAX_BYTES};
use crate::object::quoted;
use crate::range;
use crate::restore;
use crate::service::Place;
use crate::upload::check_number;
use crate::version;
use platform::{Context, Handler, Result};
use shapes::s3::ops::UploadPartCopy;
use shapes::s3::{CopyPartResult, UploadPartCopyOutput, UploadPartCopyRequest};
use std::ops::Range;

/// What access logs call it for the source.
const OF_SOURCE: &str = "REST.COPY.PART_GET";

impl Handler<UploadPartCopy> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: UploadPartCopyRequest,
    ) -> Result<UploadPartCopyOutput> {
        check_number(input.part_number)?;
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let (upload, _) = self.upload(&input.bucket, &input.key, &input.upload_id).await?;
        let encryption = upload.encryption.as_ref();
        self.check_part(cx, At::of(&reached, &input.key), encryption, customer!(input)).await?;
        let source = CopySource::parse(&input.copy_source)?;
        let owner = input.expected_source_bucket_owner.as_deref();
        let from = reach_source(cx, &source.bucket, owner).await?;
        let held = match self.hold_source(&from, &source).await {
            Ok(held) => held,
            Err(error) => {
                let error = self.missing(cx, &from, error).await;
                self.logs.copied(cx, &from, OF_SOURCE, (&source, Err(&error)));
                return Err(error);
            }
        };
        let at = At::of(&from, &source.key);
        let of_source = held.object.encryption.as_ref();
        self.check_read(cx, at, of_source, customer!(input, source)).await?;
        let source_version = version::shown(&from.bucket, &held.object);
        let conditions = ReadConditions {
            if_match: input.copy_source_if_match.as_deref(),
            if_none_match: input.copy_source_if_none_match.as_deref(),
            if_modified_since: input.copy_source_if_modified_since,
            if_unmodified_since: input.copy_source_if_unmodified_since,
        };
        conditions.decide_for_copy(&held.object, cx.now())?;
        restore::check_source(&held.object, cx.now())?;
        let bytes = bytes(input.copy_source_range.as_deref(), held.object.size)?;
        self.logs.copied(cx, &from, OF_SOURCE, (&source, Ok(&held.object)));
        let body = self.stream(held, bytes).await?;
        let algorithm = upload.object_algorithm();
        let taken = intake::take(&self.platform, &self.ledger, body, &[algorithm]).await?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let named = (&*input.upload_id, input.part_number);
        let part = self.put_part(&place, named, (taken, encryption), cx.now()).await?;
        let mut result = CopyPartResult {
            etag: Some(quoted(&part.md5)),
            last_modified: Some(part.modified()),
            ..Default::default()
        };
        if let (Some(algorithm), Some(value)) = (upload.algorithm, part.checksum(algorithm)) {
            result.show(algorithm, value);
        }
        let mut output = UploadPartCopyOutput {
            copy_part_result: Some(result),
            copy_source_version_id: source_version,
            ..Default::default()
        };
        tell!(output, encryption);
        Ok(output)
    }
}

/// Which bytes of the source become the part.
fn bytes(header: Option<&str>, size: u64) -> Result<Range<u64>> {
    const NAME: &str = "x-amz-copy-source-range";
    let bytes = match header {
        None => 0..size,
        Some(header) => {
            let Some(bytes) = range::exact(header) else {
                let message = "The x-amz-copy-source-range value must be of the form \
                               bytes=first-last where first and last are the zero-based offsets \
                               of the first and last bytes to copy";
                return Err(invalid_argument(message, NAME, header));
            };
            if bytes.start >= size {
                return Err(invalid_request(
                    "The specified copy range is invalid for the source object size",
                ));
            }
            if bytes.end > size {
                let message =
                    format!("Range specified is not valid for source object of size: {size}");
                return Err(invalid_argument(message, NAME, header));
            }
            bytes
        }
    };
    match bytes.end - bytes.start {
        length if length > MAX_BYTES => Err(entity_too_large(length)),
        _ => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{begin, complete_request, get, put, world};
    use shapes::s3::CompletedPart;
    use shapes::s3::ops::CompleteMultipartUpload;

    #[tokio::test]
    async fn a_range_of_an_object_becomes_a_part() -> Result<()> {
        let (service, cx, _) = world().await;
        put(&service, &cx, "source", "0123456789".repeat(5000)).await;
        let id = begin(&service, &cx, "k").await;
        let request = |range: &str| UploadPartCopyRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            upload_id: id.clone(),
            part_number: 1,
            copy_source: "bucket/source".into(),
            copy_source_range: Some(range.into()),
            ..Default::default()
        };
        for bad in ["bytes=0-", "bytes=0-50000", "0-1"] {
            let error = cx.run::<UploadPartCopy, _>(&*service, request(bad)).await.unwrap_err();
            assert_eq!(error.code(), "InvalidArgument", "{bad}");
        }
        let output = cx.run::<UploadPartCopy, _>(&*service, request("bytes=1-20000")).await?;
        let etag = output.copy_part_result.unwrap().etag;
        let part = CompletedPart { etag, part_number: Some(1), ..Default::default() };
        let input = complete_request("k", &id, vec![part]);
        cx.run::<CompleteMultipartUpload, _>(&*service, input).await?;
        let found = get(&service, &cx, "k").await?;
        assert_eq!((found.len(), &found[..3]), (20_000, &b"123"[..]));
        Ok(())
    }
}

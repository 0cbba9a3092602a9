//! `UploadPart`.

use crate::S3;
use crate::bucket::reach;
use crate::checksum::{Algorithm, Claims, Shows, Spelling};
use crate::encryption::{At, customer, tell};
use crate::errors::invalid_request;
use crate::intake;
use crate::object::quoted;
use crate::service::Place;
use crate::upload::{Upload, check_number};
use platform::{Context, Handler, Result};
use shapes::s3::ops::UploadPart;
use shapes::s3::{UploadPartOutput, UploadPartRequest};

impl Handler<UploadPart> for S3 {
    async fn handle(&self, cx: &Context, input: UploadPartRequest) -> Result<UploadPartOutput> {
        check_number(input.part_number)?;
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let (upload, _) = self.upload(&input.bucket, &input.key, &input.upload_id).await?;
        let at = At::of(&reached, &input.key);
        let encryption = upload.encryption.as_ref();
        self.check_part(cx, at, encryption, customer!(input)).await?;
        let claims = Claims::read(
            input.content_md5.as_deref(),
            input.checksum_algorithm.as_deref(),
            &input,
            input.body.trailing(),
        )?;
        let algorithms = algorithms(&upload, claims.algorithm())?;
        let taken = intake::take(&self.platform, &self.ledger, input.body, &algorithms).await?;
        claims.verify(&taken.md5, &taken.checksums, Spelling::Base64)?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let named = (&*input.upload_id, input.part_number);
        let part = self.put_part(&place, named, (taken, encryption), cx.now()).await?;
        let mut output = UploadPartOutput { etag: Some(quoted(&part.md5)), ..Default::default() };
        if let Some(algorithm) = claims.algorithm().or(upload.algorithm)
            && let Some(value) = part.checksum(algorithm)
        {
            output.show(algorithm, value);
        }
        tell!(output, encryption);
        Ok(output)
    }
}

/// Which checksums a part is given: that of the object to be, and the one it came with.
///
/// # Errors
/// `InvalidRequest` when it came with another than the upload's.
fn algorithms(upload: &Upload, claimed: Option<Algorithm>) -> Result<Vec<Algorithm>> {
    match (upload.algorithm, claimed) {
        (Some(expected), Some(actual)) if expected != actual => Err(invalid_request(format!(
            "Checksum Type mismatch occurred, expected checksum Type: {}, actual checksum Type: {}",
            expected.lower(),
            actual.lower()
        ))),
        (None, Some(claimed)) if claimed != upload.object_algorithm() => {
            Ok(vec![upload.object_algorithm(), claimed])
        }
        _ => Ok(vec![upload.object_algorithm()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{begin, part, part_request, until, world};

    #[tokio::test]
    async fn a_part_replaces_an_earlier_one_of_its_number() {
        let (service, cx, _) = world().await;
        let id = begin(&service, &cx, "k").await;
        part(&service, &cx, "k", &id, 1, vec![1; 100_000]).await;
        let second = part(&service, &cx, "k", &id, 1, vec![2; 200_000]).await;
        let parts = crate::upload::parts(cx.tables(), &id).await.unwrap();
        assert_eq!((parts.len(), parts[0].1.size), (1, 200_000));
        assert_eq!(second.etag, Some(quoted(&parts[0].1.md5)));
        until(async || cx.platform().store.blobs.list().await.unwrap().len() == 1).await;
    }

    #[tokio::test]
    async fn parts_that_do_not_fit_are_refused() {
        let (service, cx, _) = world().await;
        let id = begin(&service, &cx, "k").await;
        let code = async |input| {
            cx.run::<UploadPart, _>(&*service, input).await.map_err(|error| error.code())
        };
        for number in [0, 10_001, -1] {
            let found = code(part_request("k", &id, number, "x")).await;
            assert_eq!(found.unwrap_err(), "InvalidArgument");
        }
        assert_eq!(code(part_request("k", "x", 1, "x")).await.unwrap_err(), "NoSuchUpload");
        assert_eq!(code(part_request("j", &id, 1, "x")).await.unwrap_err(), "NoSuchUpload");
        let wrong = UploadPartRequest {
            checksum_crc32: Some("AAAAAA==".into()),
            ..part_request("k", &id, 1, "x")
        };
        assert_eq!(code(wrong).await.unwrap_err(), "BadDigest");
        let output = code(UploadPartRequest {
            checksum_crc32: Some("cZWHwQ==".into()),
            ..part_request("k", &id, 1, "test data..")
        });
        assert_eq!(output.await.unwrap().checksum_crc32.as_deref(), Some("cZWHwQ=="));
    }
}

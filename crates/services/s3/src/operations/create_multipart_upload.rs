//! `CreateMultipartUpload`.

use crate::S3;
use crate::access::granted;
use crate::acl;
use crate::asks;
use crate::bucket::{self, BUCKETS, reach};
use crate::checksum::Algorithm;
use crate::complete::kind;
use crate::encryption::{At, asked, tell};
use crate::headers::Headers;
use crate::lifecycle::aborts;
use crate::lock;
use crate::object::{self, OBJECTS};
use crate::refuse::refuse_object_options;
use crate::tags;
use crate::upload::{self, UPLOADS, Upload};
use platform::{Context, Handler, Result, commit_if};
use shapes::Timestamp;
use shapes::s3::ops::CreateMultipartUpload;
use shapes::s3::{CreateMultipartUploadOutput, CreateMultipartUploadRequest};
use store::Batch;

impl Handler<CreateMultipartUpload> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: CreateMultipartUploadRequest,
    ) -> Result<CreateMultipartUploadOutput> {
        refuse_object_options!(input);
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        object::check_key(&input.key)?;
        let algorithm = input.checksum_algorithm.as_deref().map(Algorithm::parse).transpose()?;
        let kind = kind(algorithm, input.checksum_type.as_deref())?;
        let lock = lock::asked!(input).lock(&reached.bucket, cx.now())?;
        let action = ("s3:PutObject", &*asks::object(cx, &input.bucket, &input.key));
        let granted = granted(cx, &reached.bucket, &acl::headers!(input), action).await?;
        let mut headers = Headers::of(&input)?;
        headers.tags = tags::of_header(input.tagging.as_deref())?;
        let at = At::of(&reached, &input.key);
        let encryption = self.encryption(cx, at, asked!(input), "s3:PutObject").await?;
        let told = encryption.clone();
        let now = OBJECTS.get(cx.tables(), &object::row(&input.bucket, &input.key)).await?;
        let began = Some(now.map_or_else(String::new, |it| it.content.id().to_owned()));
        let initiator = upload::initiator(cx, &reached.bucket.account);
        let initiated_ms = cx.now().millis();
        let upload = Upload {
            initiated_ms,
            algorithm,
            kind,
            initiator,
            began,
            lock,
            encryption,
            headers,
            granted,
        };
        let id = upload::new_id(cx, &input.bucket, &input.key);
        let row = upload::row(&input.bucket, &input.key, &id);
        let upload = UPLOADS.encode(&upload)?;
        let mut open = bucket::open(cx.tables(), &input.bucket, &reached).await?;
        loop {
            let batch =
                Batch::new().equals(BUCKETS.table, input.bucket.as_bytes(), open.bytes.clone());
            let batch = batch.put(UPLOADS.table, &row[..], upload.clone());
            if commit_if(cx.tables(), batch).await? {
                break;
            }
            open = bucket::open_again(cx.tables(), &input.bucket, &reached.bucket).await?;
        }
        let rules = &reached.bucket.settings.lifecycle;
        let abort = aborts(rules, &input.key, cx.now().millis());
        let mut output = CreateMultipartUploadOutput {
            bucket: Some(input.bucket),
            key: Some(input.key),
            upload_id: Some(id),
            checksum_algorithm: algorithm.map(|algorithm| algorithm.name().to_owned()),
            checksum_type: algorithm.map(|_| kind.name().to_owned()),
            abort_date: abort.map(|(at, _)| Timestamp(at)),
            abort_rule_id: abort.map(|(_, rule)| rule.id.clone()),
            ..Default::default()
        };
        tell!(output, told.as_ref(), context);
        Ok(output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;

    #[tokio::test]
    async fn an_upload_tells_its_checksum() {
        let (service, cx, _) = world().await;
        let request = |algorithm: Option<&str>, kind: Option<&str>| CreateMultipartUploadRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            checksum_algorithm: algorithm.map(str::to_owned),
            checksum_type: kind.map(str::to_owned),
            ..Default::default()
        };
        let create = async |input| cx.run::<CreateMultipartUpload, _>(&*service, input).await;
        let output = create(request(Some("CRC32"), None)).await.unwrap();
        assert_eq!(output.checksum_type.as_deref(), Some("COMPOSITE"));
        let plain = create(request(None, None)).await.unwrap();
        assert_eq!((plain.checksum_algorithm, plain.checksum_type), (None, None));
        for (algorithm, kind, code) in [
            (Some("CRC99"), None, "InvalidRequest"),
            (Some("SHA512"), Some("FULL_OBJECT"), "InvalidRequest"),
            (Some("XXHASH3"), Some("FULL_OBJECT"), "InvalidRequest"),
            (Some("SHA1"), Some("FULL_OBJECT"), "InvalidRequest"),
            (None, Some("COMPOSITE"), "InvalidRequest"),
        ] {
            assert_eq!(create(request(algorithm, kind)).await.unwrap_err().code(), code);
        }
    }
}

//! `PutObject`.

use crate::S3;
use crate::access::granted;
use crate::acl;
use crate::asks;
use crate::bucket::reach;
use crate::checksum::{Algorithm, Checksum, Claims, Kind, Shows, Spelling};
use crate::conditions::WriteCondition;
use crate::content::Content;
use crate::encryption::{asked, etag, tell};
use crate::headers::Headers;
use crate::intake;
use crate::lifecycle;
use crate::lock;
use crate::notify::Deed;
use crate::object::{self, OBJECTS, Object};
use crate::refuse::{refuse, refuse_object_options};
use crate::service::Place;
use crate::tags;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObject;
use shapes::s3::{PutObjectOutput, PutObjectRequest};

impl Handler<PutObject> for S3 {
    async fn handle(&self, cx: &Context, input: PutObjectRequest) -> Result<PutObjectOutput> {
        refuse_object_options!(input);
        refuse!(input; write_offset_bytes => "x-amz-write-offset-bytes");
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        object::check_key(&input.key)?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let condition =
            WriteCondition::read(input.if_match.as_deref(), input.if_none_match.as_deref())?;
        // Judged again at the commit; a caller whose condition fails already need not send.
        let row = object::row(place.bucket, place.key);
        let old = OBJECTS.get(cx.tables(), &row).await?;
        condition.judge(place.key, old.as_ref(), &reached.bucket.settings.lifecycle)?;
        let lock = lock::asked!(input).lock(&reached.bucket, cx.now())?;
        let encryption =
            self.encryption(cx, (&place).into(), asked!(input), "s3:PutObject").await?;
        let action = ("s3:PutObject", &*asks::object(cx, &input.bucket, &input.key));
        let granted = granted(cx, &reached.bucket, &acl::headers!(input), action).await?;
        let mut headers = Headers::of(&input)?;
        headers.tags = tags::of_header(input.tagging.as_deref())?;
        let claims = Claims::read(
            input.content_md5.as_deref(),
            input.checksum_algorithm.as_deref(),
            &input,
            input.body.trailing(),
        )?;
        let has_digest = claims.any() || input.body.trailing().is_some();
        lock::needs_digest(&reached.bucket, lock.as_ref(), has_digest)?;
        let algorithm = claims.algorithm().unwrap_or(Algorithm::Crc64Nvme);
        let taken = intake::take(&self.platform, &self.ledger, input.body, &[algorithm]).await?;
        claims.verify(&taken.md5, &taken.checksums, Spelling::Hexadecimal)?;
        let value = taken.checksum(algorithm).unwrap_or_default().to_owned();
        let object = Object {
            size: taken.size,
            etag: etag(&*self.platform.ids, &taken, encryption.as_ref()),
            modified_ms: cx.now().millis(),
            content: Content::Run(taken.draft.run().clone()),
            checksum: Some(Checksum { algorithm, value: value.clone(), kind: Kind::FullObject }),
            headers,
            encryption,
            version: None,
            lock,
            restore: None,
            granted,
            replication: None,
        };
        let event = if cx.is_of_form() { "ObjectCreated:Post" } else { "ObjectCreated:Put" };
        let deed = Deed { cx, event };
        let object = self.place(&deed, &place, &condition, object, taken.draft).await?;
        let mut output = PutObjectOutput {
            etag: Some(object.quoted_etag()),
            checksum_type: Some(Kind::FullObject.name().to_owned()),
            expiration: lifecycle::header(&reached.bucket, &input.key, &object),
            version_id: object.version.as_ref().and_then(|version| version.id.clone()),
            ..Default::default()
        };
        output.show(algorithm, &value);
        tell!(output, object.encryption.as_ref(), context);
        Ok(output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{get, put, put_request, stranger, until, world};
    use shapes::{Trailing, checksum};

    async fn code(service: &S3, cx: &Context, input: PutObjectRequest) -> &'static str {
        match cx.run::<PutObject, _>(service, input).await {
            Ok(_) => "",
            Err(error) => error.code(),
        }
    }

    #[tokio::test]
    async fn an_object_is_read_back_and_shown_with_its_digests() -> Result<()> {
        let (service, cx, _) = world().await;
        let output = put(&service, &cx, "a/é k", "test data..").await;
        assert_eq!(output.etag.as_deref(), Some("\"e6d9226c2a86b7232933663c13467527\""));
        assert!(output.checksum_crc64nvme.is_some());
        assert_eq!(get(&service, &cx, "a/é k").await?, "test data..");
        let input = PutObjectRequest {
            checksum_algorithm: Some("CRC32".into()),
            checksum_crc32: Some("cZWHwQ==".into()),
            ..put_request("k", "test data..")
        };
        let output = cx.run::<PutObject, _>(&*service, input).await?;
        assert_eq!(output.checksum_crc32.as_deref(), Some("cZWHwQ=="));
        Ok(())
    }

    #[tokio::test]
    async fn a_checksum_that_follows_the_body_is_kept_and_not_computed_again() -> Result<()> {
        let (service, cx, _) = world().await;
        let trailing = Trailing::new(checksum::Algorithm::Sha1);
        let followed = || {
            let input = put_request("k", "test data..");
            PutObjectRequest { body: input.body.followed_by(Some(trailing.clone())), ..input }
        };
        // The end of this body proves nothing: whoever reads it is at fault.
        assert_eq!(code(&service, &cx, followed()).await, "InternalFailure");
        trailing.prove("told by the reader".to_owned());
        let output = cx.run::<PutObject, _>(&*service, followed()).await?;
        assert_eq!(output.checksum_sha1.as_deref(), Some("told by the reader"));
        Ok(())
    }

    #[tokio::test]
    async fn content_that_is_not_what_was_claimed_is_refused() {
        let (service, cx, _) = world().await;
        let claimed = || PutObjectRequest {
            content_md5: Some("5tkibCqGtyMpM2Y8E0Z1Jw==".into()),
            checksum_sha1: Some("B++3uSfJMSHWToQMQ1g6lIJY5Eo=".into()),
            ..put_request("k", "test data..")
        };
        assert_eq!(code(&service, &cx, claimed()).await, "");
        let other =
            PutObjectRequest { body: bytes::Bytes::from_static(b"other").into(), ..claimed() };
        assert_eq!(code(&service, &cx, other).await, "BadDigest");
        let large = PutObjectRequest {
            content_md5: None,
            body: bytes::Bytes::from(vec![0; 100_000]).into(),
            ..claimed()
        };
        assert_eq!(code(&service, &cx, large).await, "BadDigest");
        until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
        assert_eq!(get(&service, &cx, "k").await.unwrap(), "test data..");
    }

    #[tokio::test]
    async fn conditions_are_acted_on() {
        let (service, cx, _) = world().await;
        let absent =
            || PutObjectRequest { if_none_match: Some("*".into()), ..put_request("k", "one") };
        let matching =
            |etag: Option<String>| PutObjectRequest { if_match: etag, ..put_request("k", "two") };
        assert_eq!(code(&service, &cx, matching(Some("\"x\"".into()))).await, "NoSuchKey");
        let first = cx.run::<PutObject, _>(&*service, absent()).await.unwrap();
        assert_eq!(code(&service, &cx, absent()).await, "PreconditionFailed");
        assert_eq!(code(&service, &cx, matching(first.etag.clone())).await, "");
        assert_eq!(code(&service, &cx, matching(first.etag)).await, "PreconditionFailed");
        assert_eq!(code(&service, &cx, matching(Some("*".into()))).await, "NotImplemented");
    }

    #[tokio::test]
    async fn of_many_that_want_the_key_absent_one_succeeds() {
        let (service, cx, _) = world().await;
        let writers: Vec<_> = (0..20)
            .map(|n| {
                let (service, cx) = (service.clone(), cx.clone());
                let if_none_match = Some("*".to_owned());
                let input = PutObjectRequest { if_none_match, ..put_request("k", n.to_string()) };
                tokio::spawn(async move { cx.run::<PutObject, _>(&*service, input).await.is_ok() })
            })
            .collect();
        let mut won = 0;
        for writer in writers {
            won += usize::from(writer.await.unwrap());
        }
        assert_eq!(won, 1);
    }

    #[tokio::test]
    async fn what_is_not_acted_on_is_refused_by_name() {
        let (service, cx, _) = world().await;
        let text = || Some("x".to_owned());
        for input in [
            PutObjectRequest { object_lock_event_hold: text(), ..put_request("k", "") },
            PutObjectRequest { write_offset_bytes: Some(0), ..put_request("k", "") },
        ] {
            assert_eq!(code(&service, &cx, input).await, "NotImplemented");
        }
        let long = put_request(&"k".repeat(1025), "");
        assert_eq!(code(&service, &cx, long).await, "KeyTooLongError");
        assert_eq!(code(&service, &stranger(&cx), put_request("k", "")).await, "AccessDenied");
        let nowhere = PutObjectRequest { bucket: "nowhere".into(), ..put_request("k", "") };
        assert_eq!(code(&service, &cx, nowhere).await, "NoSuchBucket");
    }
}

//! `GetObject`.

use crate::S3;
use crate::answer::Reading;
use crate::bucket::reach;
use crate::encryption::{At, check_told};
use crate::lifecycle;
use crate::restore;
use crate::version;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObject;
use shapes::s3::{GetObjectOutput, GetObjectRequest};

impl Handler<GetObject> for S3 {
    async fn handle(&self, cx: &Context, input: GetObjectRequest) -> Result<GetObjectOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let asked = input.asked()?;
        let mut held = match self.hold(&reached, &input.key, input.version_id.as_deref()).await {
            Ok(held) => held,
            Err(error) => return Err(self.missing(cx, &reached, error).await),
        };
        check_told(held.object.encryption.as_ref(), asked.customer)?;
        asked.judge(&reached.bucket, &held.object, cx.now())?;
        restore::check_readable(&held.object, cx.now())?;
        let selected = asked.select(&held.object, &held.pieces)?;
        let encryption = held.object.encryption.as_ref();
        self.check_may_decrypt(cx, At::of(&reached, &input.key), encryption).await?;
        self.hide_lock(cx, &reached, &input.key, &mut held.object).await?;
        // Of a version that is named it is not said when it expires.
        let expiration = match input.version_id {
            None => lifecycle::header(&reached.bucket, &input.key, &held.object),
            Some(_) => None,
        };
        let version_id = version::shown(&reached.bucket, &held.object);
        let mut output = input.answer(&held.object, &selected);
        output.version_id = version_id;
        output.expiration = expiration;
        output.restore = restore::header(&held.object, cx.now());
        output.body = self.stream(held, selected.bytes).await?;
        Ok(output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{get_request, put, put_request, world};
    use shapes::s3::ops::PutObject;
    use shapes::s3::{PutObjectRequest, errors::NO_SUCH_KEY};
    use std::collections::BTreeMap;

    async fn read(service: &S3, cx: &Context, input: GetObjectRequest) -> Result<(String, String)> {
        let output = cx.run::<GetObject, _>(service, input).await?;
        let range = output.content_range.unwrap_or_default();
        let body = output.body.collect(usize::MAX).await?;
        Ok((String::from_utf8_lossy(&body).into_owned(), range))
    }

    #[tokio::test]
    async fn what_was_put_with_an_object_is_given_back() -> Result<()> {
        let (service, cx, _) = world().await;
        let metadata = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
        let input = PutObjectRequest {
            content_type: Some("text/plain".into()),
            content_encoding: Some("aws-chunked".into()),
            cache_control: Some("no-cache".into()),
            expires: Some("never".into()),
            metadata: Some(metadata.clone()),
            ..put_request("k", "0123456789")
        };
        cx.run::<PutObject, _>(&*service, input).await?;
        let output = cx.run::<GetObject, _>(&*service, get_request("k")).await?;
        assert_eq!(output.metadata, Some(metadata));
        assert_eq!(output.content_type.as_deref(), Some("text/plain"));
        assert_eq!(output.content_encoding, None);
        assert_eq!(output.expires.as_deref(), Some("never"));
        assert_eq!((output.content_length, output.content_range), (Some(10), None));
        assert_eq!((output.checksum_crc64nvme, output.parts_count), (None, None));
        assert_eq!(output.last_modified.unwrap().millis() % 1000, 0);
        let input = GetObjectRequest {
            response_content_type: Some("a/b".into()),
            checksum_mode: Some("ENABLED".into()),
            ..get_request("k")
        };
        let output = cx.run::<GetObject, _>(&*service, input).await?;
        assert_eq!(output.content_type.as_deref(), Some("a/b"));
        assert!(output.checksum_crc64nvme.is_some());
        assert_eq!(output.checksum_type.as_deref(), Some("FULL_OBJECT"));
        Ok(())
    }

    #[tokio::test]
    async fn ranges_are_cut_out_of_small_and_large_objects() -> Result<()> {
        let (service, cx, _) = world().await;
        let text = "0123456789".repeat(5000);
        put(&service, &cx, "small", "0123456789").await;
        put(&service, &cx, "large", text.clone()).await;
        for (key, range, body, answer) in [
            ("small", "bytes=2-4", "234", "bytes 2-4/10"),
            ("small", "bytes=-3", "789", "bytes 7-9/10"),
            ("small", "bytes=0-", "0123456789", "bytes 0-9/10"),
            ("small", "bytes=4-2", "0123456789", ""),
            ("large", "bytes=20001-20003", "123", "bytes 20001-20003/50000"),
            ("large", "bytes=-2", "89", "bytes 49998-49999/50000"),
        ] {
            let input = GetObjectRequest { range: Some(range.into()), ..get_request(key) };
            let expected = (body.to_owned(), answer.to_owned());
            assert_eq!(read(&service, &cx, input).await?, expected, "{key} {range}");
        }
        assert_eq!(read(&service, &cx, get_request("large")).await?.0, text);
        let range = Some("bytes=10-20".to_owned());
        let input = GetObjectRequest { range, ..get_request("small") };
        let error = read(&service, &cx, input).await.unwrap_err();
        assert_eq!((error.code(), error.shape.status), ("InvalidRange", 416));
        let fields = [("RangeRequested", "bytes=10-20".into()), ("ActualObjectSize", "10".into())];
        assert_eq!(error.fields, fields);
        Ok(())
    }

    #[tokio::test]
    async fn conditions_lead_to_304_and_412() {
        let (service, cx, _) = world().await;
        let etag = put(&service, &cx, "k", "x").await.etag;
        let other = || Some("\"x\"".to_owned());
        let status = async |input| match read(&service, &cx, input).await {
            Ok(_) => 200,
            Err(error) => error.shape.status,
        };
        let input = || get_request("k");
        assert_eq!(status(GetObjectRequest { if_match: etag.clone(), ..input() }).await, 200);
        assert_eq!(status(GetObjectRequest { if_match: other(), ..input() }).await, 412);
        assert_eq!(status(GetObjectRequest { if_none_match: other(), ..input() }).await, 200);
        let cached = GetObjectRequest { if_none_match: etag.clone(), ..input() };
        let error = read(&service, &cx, cached).await.unwrap_err();
        assert_eq!(error.shape.status, 304);
        assert!(error.headers.contains(&("ETag", etag.unwrap())));
    }

    #[tokio::test]
    async fn parts_of_an_object_that_has_none() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", "abc").await;
        let first = GetObjectRequest { part_number: Some(1), ..get_request("k") };
        assert_eq!(read(&service, &cx, first).await.unwrap().1, "bytes 0-2/3");
        for (part_number, range, code) in [
            (2, None, "InvalidPartNumber"),
            (0, None, "InvalidArgument"),
            (1, Some("bytes=0-1".to_owned()), "InvalidRequest"),
        ] {
            let part_number = Some(part_number);
            let input = GetObjectRequest { part_number, range, ..get_request("k") };
            assert_eq!(read(&service, &cx, input).await.unwrap_err().code(), code);
        }
    }

    #[tokio::test]
    async fn what_is_not_there_is_named() {
        let (service, cx, _) = world().await;
        let error = read(&service, &cx, get_request("k")).await.unwrap_err();
        assert!(error.is(&NO_SUCH_KEY));
        assert_eq!(error.fields, [("Key", "k".to_owned())]);
        let nowhere = GetObjectRequest { bucket: "nowhere".into(), ..get_request("k") };
        let error = read(&service, &cx, nowhere).await.unwrap_err();
        assert_eq!(error.fields, [("BucketName", "nowhere".to_owned())]);
    }
}

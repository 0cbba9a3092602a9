//! What the tests of this crate share.

use crate::S3;
use bytes::Bytes;
pub(crate) use platform::testing::until;
use platform::{Context, ManualClock, Result};
use shapes::{ByteStream, StreamError, s3};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

/// A service on memory engines with a bucket `bucket`, and who asks it.
pub(crate) async fn world() -> (Arc<S3>, Context, Arc<ManualClock>) {
    let (platform, clock) = platform::testing::platform();
    let cx = platform::testing::context(&platform);
    let service = S3::new(platform).await;
    make_bucket(&service, &cx, "bucket").await;
    (service, cx, clock)
}

pub(crate) async fn make_bucket(service: &S3, cx: &Context, bucket: &str) {
    let input = s3::CreateBucketRequest { bucket: bucket.into(), ..Default::default() };
    cx.run::<s3::ops::CreateBucket, _>(service, input).await.unwrap();
}

/// Sets whether a bucket makes versions.
pub(crate) async fn versioned(service: &S3, cx: &Context, bucket: &str, status: &str) {
    let status = Some(status.to_owned());
    let input = s3::PutBucketVersioningRequest {
        bucket: bucket.into(),
        versioning_configuration: s3::VersioningConfiguration { status, mfa_delete: None },
        ..Default::default()
    };
    cx.run::<s3::ops::PutBucketVersioning, _>(service, input).await.unwrap();
}

/// Lets the bucket's versions be locked.
pub(crate) async fn locking(service: &S3, cx: &Context) {
    versioned(service, cx, "bucket", "Enabled").await;
    let enabled = Some("Enabled".to_owned());
    let configuration = s3::ObjectLockConfiguration { object_lock_enabled: enabled, rule: None };
    let input = s3::PutObjectLockConfigurationRequest {
        bucket: "bucket".into(),
        object_lock_configuration: Some(configuration),
        ..Default::default()
    };
    cx.run::<s3::ops::PutObjectLockConfiguration, _>(service, input).await.unwrap();
}

/// A context of another account.
pub(crate) fn stranger(cx: &Context) -> Context {
    let account = "111111111111";
    cx.platform().context(platform::Principal::root(account), account, "us-east-1")
}

pub(crate) async fn put(
    service: &S3,
    cx: &Context,
    key: &str,
    body: impl Into<Bytes>,
) -> s3::PutObjectOutput {
    let input = put_request(key, body);
    cx.run::<s3::ops::PutObject, _>(service, input).await.unwrap()
}

pub(crate) fn put_request(key: &str, body: impl Into<Bytes>) -> s3::PutObjectRequest {
    let body: Bytes = body.into();
    let (bucket, key) = ("bucket".into(), key.into());
    s3::PutObjectRequest { bucket, key, body: body.into(), ..Default::default() }
}

pub(crate) fn get_request(key: &str) -> s3::GetObjectRequest {
    s3::GetObjectRequest { bucket: "bucket".into(), key: key.into(), ..Default::default() }
}

pub(crate) async fn get(service: &S3, cx: &Context, key: &str) -> Result<Bytes> {
    let output = cx.run::<s3::ops::GetObject, _>(service, get_request(key)).await?;
    Ok(output.body.collect(usize::MAX).await?)
}

/// Begins an upload and gives its id.
pub(crate) async fn begin(service: &S3, cx: &Context, key: &str) -> String {
    let (bucket, key) = ("bucket".into(), key.into());
    let input = s3::CreateMultipartUploadRequest { bucket, key, ..Default::default() };
    let output = cx.run::<s3::ops::CreateMultipartUpload, _>(service, input).await.unwrap();
    output.upload_id.unwrap()
}

pub(crate) fn part_request(
    key: &str,
    upload_id: &str,
    number: i32,
    body: impl Into<Bytes>,
) -> s3::UploadPartRequest {
    let body: Bytes = body.into();
    s3::UploadPartRequest {
        bucket: "bucket".into(),
        key: key.into(),
        upload_id: upload_id.into(),
        part_number: number,
        body: body.into(),
        ..Default::default()
    }
}

/// Uploads a part and gives what Complete says of it.
pub(crate) async fn part(
    service: &S3,
    cx: &Context,
    key: &str,
    upload_id: &str,
    number: i32,
    body: impl Into<Bytes>,
) -> s3::CompletedPart {
    let input = part_request(key, upload_id, number, body);
    let output = cx.run::<s3::ops::UploadPart, _>(service, input).await.unwrap();
    s3::CompletedPart { etag: output.etag, part_number: Some(number), ..Default::default() }
}

pub(crate) fn complete_request(
    key: &str,
    upload_id: &str,
    parts: Vec<s3::CompletedPart>,
) -> s3::CompleteMultipartUploadRequest {
    s3::CompleteMultipartUploadRequest {
        bucket: "bucket".into(),
        key: key.into(),
        upload_id: upload_id.into(),
        multipart_upload: Some(s3::CompletedMultipartUpload { parts: Some(parts) }),
        ..Default::default()
    }
}

/// A stream of `total` bytes in pieces of `piece`, of unknown length.
pub(crate) fn pieces(total: usize, piece: usize) -> ByteStream {
    ByteStream::new(Pieces { left: total, piece }, None)
}

struct Pieces {
    left: usize,
    piece: usize,
}

impl futures_core::Stream for Pieces {
    type Item = std::result::Result<Bytes, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        let next = self.left.min(self.piece);
        self.left -= next;
        Poll::Ready((next > 0).then(|| Ok(vec![b'x'; next].into())))
    }
}

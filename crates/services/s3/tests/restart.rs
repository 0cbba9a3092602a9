//! What was acknowledged is there after the process has started again.

#![allow(clippy::unwrap_used)]

use bytes::Bytes;
use platform::{Context, Platform, RandomIds, SystemClock};
use s3::S3;
use shapes::s3::{self as shape, ops};
use std::path::Path;
use std::sync::Arc;

const BUCKET: &str = "bucket";
const LARGE: usize = 6 << 20;

/// One life of a process: its data opened, its service, and who asks.
struct Life {
    service: Arc<S3>,
    cx: Context,
    guard: store_local::Guard,
}

impl Life {
    async fn begin(directory: &Path) -> Self {
        let opened = store_local::open(directory, store_local::Options::default()).unwrap();
        let platform = Platform::new(opened.store, Arc::new(SystemClock), Arc::new(RandomIds));
        let cx = platform::testing::context(&platform);
        Self { service: S3::new(platform).await, cx, guard: opened.guard }
    }

    fn end(self) {
        let Self { service, cx, guard } = self;
        drop((service, cx));
        guard.close();
    }

    async fn make_bucket(&self) {
        let input = shape::CreateBucketRequest { bucket: BUCKET.into(), ..Default::default() };
        self.cx.run::<ops::CreateBucket, _>(&*self.service, input).await.unwrap();
    }

    async fn put(&self, key: &str, body: Bytes) {
        let input = shape::PutObjectRequest {
            bucket: BUCKET.into(),
            key: key.into(),
            body: body.into(),
            ..Default::default()
        };
        self.cx.run::<ops::PutObject, _>(&*self.service, input).await.unwrap();
    }

    async fn upload(&self, key: &str, parts: &[Bytes]) {
        let (bucket, named) = (BUCKET.to_owned(), key.to_owned());
        let input =
            shape::CreateMultipartUploadRequest { bucket, key: named, ..Default::default() };
        let begun = self.cx.run::<ops::CreateMultipartUpload, _>(&*self.service, input).await;
        let upload_id = begun.unwrap().upload_id.unwrap();
        let mut listed = Vec::new();
        for (number, body) in (1..).zip(parts) {
            let input = shape::UploadPartRequest {
                bucket: BUCKET.into(),
                key: key.into(),
                upload_id: upload_id.clone(),
                part_number: number,
                body: body.clone().into(),
                ..Default::default()
            };
            let part = self.cx.run::<ops::UploadPart, _>(&*self.service, input).await.unwrap();
            let part_number = Some(number);
            listed.push(shape::CompletedPart {
                etag: part.etag,
                part_number,
                ..Default::default()
            });
        }
        let input = shape::CompleteMultipartUploadRequest {
            bucket: BUCKET.into(),
            key: key.into(),
            upload_id,
            multipart_upload: Some(shape::CompletedMultipartUpload { parts: Some(listed) }),
            ..Default::default()
        };
        self.cx.run::<ops::CompleteMultipartUpload, _>(&*self.service, input).await.unwrap();
    }

    async fn get(&self, key: &str) -> Bytes {
        let (bucket, key) = (BUCKET.into(), key.into());
        let input = shape::GetObjectRequest { bucket, key, ..Default::default() };
        let output = self.cx.run::<ops::GetObject, _>(&*self.service, input).await.unwrap();
        output.body.collect(usize::MAX).await.unwrap()
    }

    async fn keys(&self) -> Vec<String> {
        let input = shape::ListObjectsV2Request { bucket: BUCKET.into(), ..Default::default() };
        let output = self.cx.run::<ops::ListObjectsV2, _>(&*self.service, input).await.unwrap();
        output.contents.into_iter().flatten().filter_map(|object| object.key).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_there_after_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let large = |byte: u8| Bytes::from(vec![byte; LARGE]);
    let life = Life::begin(directory.path()).await;
    life.make_bucket().await;
    life.put("small", "text".into()).await;
    life.put("large", large(1)).await;
    life.put("large", large(2)).await;
    life.upload("parts", &[large(3), "end".into()]).await;
    life.end();
    let life = Life::begin(directory.path()).await;
    assert_eq!(life.keys().await, ["large", "parts", "small"]);
    assert_eq!(life.get("small").await, "text");
    assert!(life.get("large").await == large(2));
    let parts = life.get("parts").await;
    assert!(parts[..LARGE] == large(3) && &parts[LARGE..] == b"end");
    life.put("small", "other".into()).await;
    assert_eq!(life.get("small").await, "other");
    life.end();
}

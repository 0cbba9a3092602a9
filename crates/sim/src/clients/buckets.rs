//! Clients that make buckets and delete them while others put into them.

use super::{Answer, Client, Failure};
use bytes::Bytes;
use shapes::s3::ops::{CreateBucket, CreateMultipartUpload, DeleteBucket, GetObject, PutObject};
use shapes::s3::{
    CreateBucketRequest, CreateMultipartUploadRequest, DeleteBucketRequest, GetObjectRequest,
    PutObjectRequest,
};

/// What came of the attempts to delete a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Deleted,
    Kept,
    /// Nobody heard what became of it.
    Unknown,
}

/// Keeps making buckets, each with a name of its own, and deleting them. A bucket that is deleted
/// had no object, before and after: nobody removes one here.
pub(crate) async fn come_and_go(client: Client) {
    let mut number = 0;
    while client.is_due() {
        number += 1;
        let bucket = format!("passing{number}");
        let input = CreateBucketRequest { bucket: bucket.clone(), ..Default::default() };
        if client.call::<CreateBucket>(&bucket, input).await.is_ok() {
            one(&client, &bucket).await;
        }
        client.rest(600_000).await;
    }
}

async fn one(client: &Client, bucket: &str) {
    let (first, second, one, other, _) = tokio::join!(
        put(client, bucket, "k0"),
        put(client, bucket, "k1"),
        delete(client, bucket),
        delete(client, bucket),
        upload(client, bucket),
    );
    let is_deleted = [one, other].contains(&Fate::Deleted);
    for key in [first, second].into_iter().flatten() {
        let found = get(client, bucket, key).await;
        client.time.note(format_args!("{bucket}: {key} was put; {one:?} {other:?} {found:?}"));
        if is_deleted {
            client.time.violate("buckets", format!("{bucket} was deleted with {key} in it"));
        } else if let (Fate::Kept, Fate::Kept, Err(Failure::Refused(error))) = (one, other, found) {
            client.time.violate("buckets", format!("{bucket} has lost {key}: {error}"));
        }
    }
}

/// Puts an object, or not; its key if that is acknowledged.
async fn put<'a>(client: &Client, bucket: &str, key: &'a str) -> Option<&'a str> {
    if client.one_in(3) {
        return None;
    }
    client.rest(4_000).await;
    let length = if client.one_in(4) { 20_000 } else { 20 };
    let input = PutObjectRequest {
        bucket: bucket.to_owned(),
        key: key.to_owned(),
        body: Bytes::from(vec![b'x'; length]).into(),
        ..Default::default()
    };
    let put = client.call::<PutObject>(&format!("{bucket} {key}"), input).await;
    put.is_ok().then_some(key)
}

/// Begins an upload, or not, which nobody ends: it does not keep the bucket.
async fn upload(client: &Client, bucket: &str) {
    if client.one_in(2) {
        client.rest(4_000).await;
        let input = CreateMultipartUploadRequest {
            bucket: bucket.to_owned(),
            key: "upload".to_owned(),
            ..Default::default()
        };
        let _ = client.call::<CreateMultipartUpload>(bucket, input).await;
    }
}

async fn delete(client: &Client, bucket: &str) -> Fate {
    client.rest(6_000).await;
    let input = DeleteBucketRequest { bucket: bucket.to_owned(), ..Default::default() };
    match client.call::<DeleteBucket>(bucket, input).await {
        Ok(_) => Fate::Deleted,
        // Who asks besides was quicker.
        Err(Failure::Refused(error)) if error.code() == "NoSuchBucket" => Fate::Deleted,
        Err(Failure::Refused(_) | Failure::Unreachable) => Fate::Kept,
        Err(Failure::Unknown) => Fate::Unknown,
    }
}

async fn get(client: &Client, bucket: &str, key: &str) -> Answer<()> {
    let input =
        GetObjectRequest { bucket: bucket.to_owned(), key: key.to_owned(), ..Default::default() };
    client.call::<GetObject>(&format!("{bucket} {key}"), input).await.map(drop)
}

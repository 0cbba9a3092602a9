//! What CloudWatch is told of buckets once a day ("Amazon S3 daily storage metrics for buckets"): how much
//! there is. Metrics of requests are told on AWS where a bucket has a configuration for them, which none
//! can have here.

use crate::S3;
use crate::bucket::{BUCKETS, Bucket, Reached};
use crate::object::{self, OBJECTS, Object};
use crate::version::{Kept, MARKERS, VERSIONS};
use bytes::Bytes;
use platform::metrics::{Gauges, Metric, Owner};
use platform::{BoxFuture, Result};
use shapes::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use store::{Scan, Table};

static SIZE: Metric = Metric::new("AWS/S3", "BucketSizeBytes", "Bytes");
static OBJECTS_THERE: Metric = Metric::new("AWS/S3", "NumberOfObjects", "Count");

const DAY_MS: i64 = 86_400_000;
/// How many rows are read at once.
const PAGE: usize = 1000;

/// What is in a bucket: all versions of all objects, and delete markers, which have no bytes.
#[derive(Default)]
struct There {
    objects: u64,
    /// By the storage type that AWS names it under.
    bytes: BTreeMap<&'static str, u64>,
}

impl There {
    fn add(&mut self, object: &Object) {
        self.objects += 1;
        *self.bytes.entry(storage_type(object.headers.class())).or_default() += object.size;
    }
}

/// The value of the dimension `StorageType` for objects of a storage class.
fn storage_type(class: &str) -> &'static str {
    match class {
        "STANDARD_IA" => "StandardIAStorage",
        "ONEZONE_IA" => "OneZoneIAStorage",
        "REDUCED_REDUNDANCY" => "ReducedRedundancyStorage",
        "INTELLIGENT_TIERING" => "IntelligentTieringFAStorage",
        "GLACIER_IR" => "GlacierInstantRetrievalStorage",
        "GLACIER" => "GlacierStorage",
        "DEEP_ARCHIVE" => "DeepArchiveStorage",
        "EXPRESS_ONEZONE" => "ExpressOneZoneStorage",
        _ => "StandardStorage",
    }
}

impl Gauges for S3 {
    fn gauge(self: Arc<Self>, now: Timestamp) -> BoxFuture<'static, ()> {
        let day = now.millis().div_euclid(DAY_MS);
        if self.told_day.swap(day, Ordering::Relaxed) == day {
            return Box::pin(async {});
        }
        Box::pin(async move {
            if let Err(error) = self.tell_all(Timestamp(day * DAY_MS)).await {
                tracing::warn!(%error, "it cannot be told how much is in buckets");
            }
        })
    }
}

impl S3 {
    async fn tell_all(&self, day: Timestamp) -> Result<()> {
        for (name, bucket) in BUCKETS.scan(&*self.platform.store.tables, Scan::prefix(b"")).await? {
            if let Ok(name) = String::from_utf8(name.to_vec()) {
                let reached = Reached { name, bucket, bytes: Bytes::new() };
                let there = self.there(&reached).await?;
                self.count(day, &reached.name, &reached.bucket, &there);
            }
        }
        Ok(())
    }

    async fn there(&self, bucket: &Reached) -> Result<There> {
        let mut there = There::default();
        self.each(OBJECTS.table, &bucket.name, |row, bytes| {
            there.add(&OBJECTS.decode(row, bytes)?);
            Ok(())
        })
        .await?;
        if bucket.bucket.settings.versioning.is_some() {
            self.each(MARKERS.table, &bucket.name, |_, _| {
                there.objects += 1;
                Ok(())
            })
            .await?;
            self.each(VERSIONS.table, &bucket.name, |row, bytes| {
                match VERSIONS.decode(row, bytes)?.kept {
                    Kept::Object(object) => there.add(&object),
                    Kept::Marker(_) => there.objects += 1,
                }
                Ok(())
            })
            .await?;
        }
        Ok(there)
    }

    /// Shows all rows of a bucket.
    async fn each(
        &self,
        table: Table,
        bucket: &str,
        mut show: impl FnMut(&[u8], &[u8]) -> Result<()>,
    ) -> Result<()> {
        let mut scan = Scan::prefix(&object::prefix(bucket)).limit(PAGE);
        loop {
            let found = self.platform.store.tables.scan(table, scan.clone()).await?;
            found.iter().try_for_each(|(row, bytes)| show(row, bytes))?;
            match found.last() {
                Some((last, _)) if found.len() == PAGE => scan.range = scan.range.after(last),
                _ => return Ok(()),
            }
        }
    }

    fn count(&self, day: Timestamp, name: &str, bucket: &Bucket, there: &There) {
        let owner = Owner { account: &bucket.account, region: &bucket.region };
        let count = |storage_type, metric, value: u64| {
            let dimensions = [("BucketName", name), ("StorageType", storage_type)];
            self.platform.metrics.count(day, owner, &dimensions, &[(metric, value as f64)]);
        };
        count("AllStorageTypes", &OBJECTS_THERE, there.objects);
        for (storage_type, bytes) in &there.bytes {
            count(storage_type, &SIZE, *bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{make_bucket, put, versioned, world};
    use platform::testing::counted;
    use std::time::Duration;

    #[tokio::test]
    async fn how_much_is_in_buckets_is_told_once_a_day() {
        let (service, cx, clock) = world().await;
        make_bucket(&service, &cx, "empty").await;
        for key in ["a", "b"] {
            put(&service, &cx, key, "12345").await;
        }
        let gauge = async || {
            service.clone().gauge(cx.now()).await;
            counted(cx.platform())
        };
        let told = gauge().await;
        let expected = [
            ("BucketSizeBytes BucketName=bucket StorageType=StandardStorage", (1, 10.0)),
            ("NumberOfObjects BucketName=bucket StorageType=AllStorageTypes", (1, 2.0)),
            ("NumberOfObjects BucketName=empty StorageType=AllStorageTypes", (1, 0.0)),
        ];
        assert_eq!(told, expected.map(|(name, it)| (name.to_owned(), it)).into());
        put(&service, &cx, "c", "1").await;
        assert!(gauge().await.is_empty(), "the day is the same");
        versioned(&service, &cx, "bucket", "Enabled").await;
        put(&service, &cx, "b", "1").await;
        let input = shapes::s3::DeleteObjectRequest {
            bucket: "bucket".into(),
            key: "c".into(),
            ..Default::default()
        };
        cx.run::<shapes::s3::ops::DeleteObject, _>(&*service, input).await.unwrap();
        clock.advance(Duration::from_secs(24 * 3600));
        service.clone().gauge(cx.now()).await;
        let told = cx.platform().metrics.drain(cx.now());
        let day = Timestamp(cx.now().millis() / DAY_MS * DAY_MS);
        let of = |name: &str| {
            let is_it = |it: &&platform::metrics::Counted| {
                it.metric.name == name && it.dimensions[0].1 == "bucket"
            };
            told.iter().find(is_it).unwrap()
        };
        let (size, objects) = (of("BucketSizeBytes"), of("NumberOfObjects"));
        assert_eq!((size.sum, size.minute, objects.sum), (12.0, day, 5.0));
    }
}

//! What CloudWatch is told of buckets once a day ("Amazon S3 daily storage metrics for buckets"): how much
//! there is. Metrics of requests are told on AWS where a bucket has a configuration for them, which none
//! can have here.

use crate::S3;
use crate::bucket::{BUCKETS, Bucket};
use crate::object::{self, OBJECTS};
use platform::metrics::{Gauges, Metric, Owner};
use platform::{BoxFuture, Result};
use shapes::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use store::Scan;

static SIZE: Metric = Metric::new("AWS/S3", "BucketSizeBytes", "Bytes");
static OBJECTS_THERE: Metric = Metric::new("AWS/S3", "NumberOfObjects", "Count");

const DAY_MS: i64 = 86_400_000;
/// How many rows are read at once.
const PAGE: usize = 1000;

/// What is in a bucket.
#[derive(Default)]
struct There {
    objects: u64,
    /// By the storage type that AWS names it under.
    bytes: BTreeMap<&'static str, u64>,
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
            if let Ok(name) = std::str::from_utf8(&name) {
                let there = self.there(name).await?;
                self.count(day, name, &bucket, &there);
            }
        }
        Ok(())
    }

    async fn there(&self, bucket: &str) -> Result<There> {
        let mut there = There::default();
        let mut scan = Scan::prefix(&object::prefix(bucket)).limit(PAGE);
        loop {
            let found = OBJECTS.scan(&*self.platform.store.tables, scan.clone()).await?;
            for (_, object) in &found {
                there.objects += 1;
                *there.bytes.entry(storage_type(object.headers.class())).or_default() +=
                    object.size;
            }
            match found.last() {
                Some((last, _)) if found.len() == PAGE => scan.range = scan.range.after(last),
                _ => return Ok(there),
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
    use crate::testing::{make_bucket, put, world};
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
        clock.advance(Duration::from_secs(24 * 3600));
        service.clone().gauge(cx.now()).await;
        let told = cx.platform().metrics.drain(cx.now());
        let day = Timestamp(cx.now().millis() / DAY_MS * DAY_MS);
        assert_eq!((told[0].sum, told[0].minute), (11.0, day));
    }
}

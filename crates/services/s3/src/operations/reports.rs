//! What is set of reports on a bucket's use: `…AnalyticsConfiguration`, `…InventoryConfiguration`,
//! `…MetricsConfiguration`, `…IntelligentTieringConfiguration`. They are all kept in one way.

use crate::S3;
use crate::bucket::reach;
use crate::reports;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::ops::*;
use shapes::s3::*;

/// The four operations on a kind of configuration.
macro_rules! reports {
    ($($put:ident($put_input:ty), $get:ident($get_input:ty) -> $get_output:ident,
       $delete:ident($delete_input:ty), $list:ident($list_input:ty) -> $list_output:ident:
       $kind:ty, $one:ident, $all:ident;)+) => {$(
        impl Handler<$put> for S3 {
            async fn handle(&self, cx: &Context, input: $put_input) -> Result<Unit> {
                let owner = input.expected_bucket_owner.as_deref();
                let reached = reach(cx, &input.bucket, owner).await?;
                reports::put(cx, &reached, &input.id, &input.$one).await?;
                Ok(Unit)
            }
        }

        impl Handler<$get> for S3 {
            async fn handle(&self, cx: &Context, input: $get_input) -> Result<$get_output> {
                let owner = input.expected_bucket_owner.as_deref();
                let reached = reach(cx, &input.bucket, owner).await?;
                let found = reports::get::<$kind>(cx, &reached, &input.id).await?;
                Ok($get_output { $one: Some(found) })
            }
        }

        impl Handler<$delete> for S3 {
            async fn handle(&self, cx: &Context, input: $delete_input) -> Result<Unit> {
                let owner = input.expected_bucket_owner.as_deref();
                let reached = reach(cx, &input.bucket, owner).await?;
                reports::delete::<$kind>(cx, &reached, &input.id).await?;
                Ok(Unit)
            }
        }

        impl Handler<$list> for S3 {
            async fn handle(&self, cx: &Context, input: $list_input) -> Result<$list_output> {
                let owner = input.expected_bucket_owner.as_deref();
                let reached = reach(cx, &input.bucket, owner).await?;
                let token = input.continuation_token;
                let page = reports::list::<$kind>(cx, &reached, token.as_deref()).await?;
                Ok($list_output {
                    is_truncated: Some(page.next.is_some()),
                    continuation_token: token,
                    next_continuation_token: page.next,
                    $all: Some(page.found).filter(|found| !found.is_empty()),
                })
            }
        }
    )+};
}

reports! {
    PutBucketAnalyticsConfiguration(PutBucketAnalyticsConfigurationRequest),
    GetBucketAnalyticsConfiguration(GetBucketAnalyticsConfigurationRequest)
        -> GetBucketAnalyticsConfigurationOutput,
    DeleteBucketAnalyticsConfiguration(DeleteBucketAnalyticsConfigurationRequest),
    ListBucketAnalyticsConfigurations(ListBucketAnalyticsConfigurationsRequest)
        -> ListBucketAnalyticsConfigurationsOutput:
    AnalyticsConfiguration, analytics_configuration, analytics_configuration_list;

    PutBucketInventoryConfiguration(PutBucketInventoryConfigurationRequest),
    GetBucketInventoryConfiguration(GetBucketInventoryConfigurationRequest)
        -> GetBucketInventoryConfigurationOutput,
    DeleteBucketInventoryConfiguration(DeleteBucketInventoryConfigurationRequest),
    ListBucketInventoryConfigurations(ListBucketInventoryConfigurationsRequest)
        -> ListBucketInventoryConfigurationsOutput:
    InventoryConfiguration, inventory_configuration, inventory_configuration_list;

    PutBucketMetricsConfiguration(PutBucketMetricsConfigurationRequest),
    GetBucketMetricsConfiguration(GetBucketMetricsConfigurationRequest)
        -> GetBucketMetricsConfigurationOutput,
    DeleteBucketMetricsConfiguration(DeleteBucketMetricsConfigurationRequest),
    ListBucketMetricsConfigurations(ListBucketMetricsConfigurationsRequest)
        -> ListBucketMetricsConfigurationsOutput:
    MetricsConfiguration, metrics_configuration, metrics_configuration_list;

    PutBucketIntelligentTieringConfiguration(PutBucketIntelligentTieringConfigurationRequest),
    GetBucketIntelligentTieringConfiguration(GetBucketIntelligentTieringConfigurationRequest)
        -> GetBucketIntelligentTieringConfigurationOutput,
    DeleteBucketIntelligentTieringConfiguration(DeleteBucketIntelligentTieringConfigurationRequest),
    ListBucketIntelligentTieringConfigurations(ListBucketIntelligentTieringConfigurationsRequest)
        -> ListBucketIntelligentTieringConfigurationsOutput:
    IntelligentTieringConfiguration, intelligent_tiering_configuration,
    intelligent_tiering_configuration_list;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;

    fn metrics(id: &str) -> PutBucketMetricsConfigurationRequest {
        PutBucketMetricsConfigurationRequest {
            bucket: "bucket".into(),
            id: id.into(),
            metrics_configuration: MetricsConfiguration { id: id.into(), filter: None },
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn configurations_are_kept_listed_in_pages_and_removed() {
        let (service, cx, _) = world().await;
        for n in 0..101 {
            let input = metrics(&format!("m-{n:03}"));
            cx.run::<PutBucketMetricsConfiguration, _>(&*service, input).await.unwrap();
        }
        let list = async |token: Option<String>| {
            let input = ListBucketMetricsConfigurationsRequest {
                bucket: "bucket".into(),
                continuation_token: token,
                ..Default::default()
            };
            cx.run::<ListBucketMetricsConfigurations, _>(&*service, input).await
        };
        let first = list(None).await.unwrap();
        assert_eq!(first.metrics_configuration_list.unwrap().len(), 100);
        let second = list(first.next_continuation_token).await.unwrap();
        assert_eq!(second.metrics_configuration_list.unwrap()[0].id, "m-100");
        assert_eq!(second.is_truncated, Some(false));
        assert_eq!(list(Some("x".into())).await.unwrap_err().code(), "InvalidArgument");
        let (bucket, id) = ("bucket".to_owned(), "m-000".to_owned());
        let input = DeleteBucketMetricsConfigurationRequest { bucket, id, ..Default::default() };
        let delete = async || {
            let gone =
                cx.run::<DeleteBucketMetricsConfiguration, _>(&*service, input.clone()).await;
            gone.map(drop).map_err(|error| error.code())
        };
        delete().await.unwrap();
        assert_eq!(delete().await.unwrap_err(), "NoSuchConfiguration");
    }

    #[tokio::test]
    async fn what_cannot_be_is_refused() {
        let (service, cx, _) = world().await;
        let tiering = async |days: i32, tier: &str, id: &str| {
            let tierings = vec![Tiering { days, access_tier: tier.into() }];
            let input = PutBucketIntelligentTieringConfigurationRequest {
                bucket: "bucket".into(),
                id: id.into(),
                intelligent_tiering_configuration: IntelligentTieringConfiguration {
                    id: "a".into(),
                    status: "Enabled".into(),
                    tierings,
                    ..Default::default()
                },
                ..Default::default()
            };
            let put = cx.run::<PutBucketIntelligentTieringConfiguration, _>(&*service, input).await;
            put.map(drop).map_err(|error| error.code())
        };
        assert_eq!(tiering(90, "ARCHIVE_ACCESS", "a").await, Ok(()));
        assert_eq!(tiering(90, "DEEP_ARCHIVE_ACCESS", "a").await, Err("InvalidArgument"));
        assert_eq!(tiering(90, "ICE", "a").await, Err("MalformedXML"));
        assert_eq!(tiering(90, "ARCHIVE_ACCESS", "b").await, Err("MalformedXML"));
        let inventory = async |id: &str, bucket: &str| {
            let destination = InventoryDestination {
                s3_bucket_destination: InventoryS3BucketDestination {
                    bucket: bucket.into(),
                    format: "CSV".into(),
                    ..Default::default()
                },
            };
            let input = PutBucketInventoryConfigurationRequest {
                bucket: "bucket".into(),
                id: id.into(),
                inventory_configuration: InventoryConfiguration {
                    destination,
                    id: "a".into(),
                    included_object_versions: "All".into(),
                    schedule: InventorySchedule { frequency: "Daily".into() },
                    ..Default::default()
                },
                ..Default::default()
            };
            let put = cx.run::<PutBucketInventoryConfiguration, _>(&*service, input).await;
            put.map(drop).map_err(|error| error.code())
        };
        assert_eq!(inventory("a", "arn:aws:s3:::to").await, Ok(()));
        assert_eq!(inventory("b", "arn:aws:s3:::to").await, Err("IdMismatch"));
        assert_eq!(inventory("a", "to").await, Err("InvalidS3DestinationBucket"));
    }
}

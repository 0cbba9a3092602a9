//! `PutBucketAccelerateConfiguration`. What is set is shown, and makes nothing faster: there is one way to
//! a bucket here.

use crate::S3;
use crate::errors::{invalid_request, malformed_xml};
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketAccelerateConfigurationRequest;
use shapes::s3::ops::PutBucketAccelerateConfiguration;

impl Handler<PutBucketAccelerateConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutBucketAccelerateConfigurationRequest,
    ) -> Result<Unit> {
        let status = input.accelerate_configuration.status;
        if !matches!(status.as_deref(), Some("Enabled" | "Suspended")) {
            return Err(malformed_xml());
        }
        if input.bucket.contains('.') {
            return Err(invalid_request(
                "S3 Transfer Acceleration is not supported for buckets with periods (.) in their \
                 names",
            ));
        }
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            // What was never enabled cannot be suspended, and stays as it is.
            if status.as_deref() == Some("Enabled") || settings.acceleration.is_some() {
                settings.acceleration.clone_from(&status);
            }
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{make_bucket, world};
    use shapes::s3::ops::GetBucketAccelerateConfiguration;
    use shapes::s3::{AccelerateConfiguration, GetBucketAccelerateConfigurationRequest};

    #[tokio::test]
    async fn what_is_set_is_shown() {
        let (service, cx, _) = world().await;
        make_bucket(&service, &cx, "with.dots").await;
        let put = async |bucket: &str, status: &str| {
            let input = PutBucketAccelerateConfigurationRequest {
                bucket: bucket.into(),
                accelerate_configuration: AccelerateConfiguration { status: Some(status.into()) },
                ..Default::default()
            };
            let put = cx.run::<PutBucketAccelerateConfiguration, _>(&*service, input).await;
            put.map(drop).map_err(|error| error.code())
        };
        let shown = async || {
            let bucket = "bucket".into();
            let input = GetBucketAccelerateConfigurationRequest { bucket, ..Default::default() };
            let shown = cx.run::<GetBucketAccelerateConfiguration, _>(&*service, input).await;
            shown.unwrap().status
        };
        put("bucket", "Suspended").await.unwrap();
        assert_eq!(shown().await, None);
        put("bucket", "Enabled").await.unwrap();
        assert_eq!(shown().await.as_deref(), Some("Enabled"));
        put("bucket", "Suspended").await.unwrap();
        assert_eq!(shown().await.as_deref(), Some("Suspended"));
        assert_eq!(put("bucket", "Fast").await, Err("MalformedXML"));
        assert_eq!(put("with.dots", "Enabled").await, Err("InvalidRequest"));
    }
}

//! `PutBucketVersioning`. Buckets have no versions, and a bucket whose
//! versioning is suspended would answer a deletion with a delete marker.

use crate::S3;
use crate::bucket::reach;
use crate::errors::{ILLEGAL_VERSIONING, malformed_xml, unsupported};
use platform::Error;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketVersioningRequest;
use shapes::s3::ops::PutBucketVersioning;

impl Handler<PutBucketVersioning> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketVersioningRequest) -> Result<Unit> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let asked = input.versioning_configuration;
        let delete = asked.mfa_delete.as_deref();
        match (asked.status.as_deref(), delete) {
            (Some("Enabled" | "Suspended"), None | Some("Disabled")) => {
                Err(unsupported("Versioning of buckets (leave it out)"))
            }
            (Some("Enabled" | "Suspended"), Some("Enabled")) => {
                Err(unsupported("MFADelete (leave it out)"))
            }
            (None, None | Some("Enabled" | "Disabled")) => {
                Err(Error::new(&ILLEGAL_VERSIONING, "The Versioning element must be specified"))
            }
            _ => Err(malformed_xml()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::VersioningConfiguration;

    #[tokio::test]
    async fn versions_are_refused_by_name() {
        let (service, cx, _) = world().await;
        let code = async |status: Option<&str>| {
            let status = status.map(str::to_owned);
            let input = PutBucketVersioningRequest {
                bucket: "bucket".into(),
                versioning_configuration: VersioningConfiguration { status, mfa_delete: None },
                ..Default::default()
            };
            cx.run::<PutBucketVersioning, _>(&*service, input).await.unwrap_err().code()
        };
        assert_eq!(code(Some("Enabled")).await, "NotImplemented");
        assert_eq!(code(Some("Suspended")).await, "NotImplemented");
        assert_eq!(code(None).await, "IllegalVersioningConfigurationException");
        assert_eq!(code(Some("x")).await, "MalformedXML");
    }
}

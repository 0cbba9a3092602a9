//! `PutBucketVersioning`.

use crate::S3;
use crate::errors::{ILLEGAL_VERSIONING, INVALID_BUCKET_STATE, malformed_xml, unsupported};
use crate::lock;
use crate::refuse::refuse;
use crate::settings;
use crate::version::Versioning;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::s3::ops::PutBucketVersioning;
use shapes::s3::{PutBucketVersioningRequest, VersioningConfiguration};

impl Handler<PutBucketVersioning> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketVersioningRequest) -> Result<Unit> {
        refuse!(input; mfa => "x-amz-mfa");
        // A bucket that is not there is told before what is wrong with the document.
        let expected_owner = input.expected_bucket_owner.as_deref();
        crate::bucket::reach(cx, &input.bucket, expected_owner).await?;
        let versioning = read(&input.versioning_configuration)?;
        settings::change(cx, &input.bucket, expected_owner, |settings| {
            if settings.locking.is_some() && versioning != Versioning::Enabled {
                return Err(lock::configuration::keeps_versions());
            }
            if settings.replication.is_some() && versioning != Versioning::Enabled {
                let message = "A replication configuration is present on this bucket, so you cannot \
                               change the versioning state. To change the versioning state, first \
                               delete the replication configuration.";
                return Err(Error::new(&INVALID_BUCKET_STATE, message));
            }
            settings.versioning = Some(versioning);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

/// What is asked for.
///
/// # Errors
/// `MalformedXML`, `IllegalVersioningConfigurationException`; `NotImplemented` for `MfaDelete`: nobody
/// has a device here.
fn read(asked: &VersioningConfiguration) -> Result<Versioning> {
    match asked.mfa_delete.as_deref() {
        None | Some("Disabled") => {}
        Some("Enabled") => return Err(unsupported("MfaDelete (leave it out)")),
        Some(_) => return Err(malformed_xml()),
    }
    match asked.status.as_deref() {
        Some("Enabled") => Ok(Versioning::Enabled),
        Some("Suspended") => Ok(Versioning::Suspended),
        Some(_) => Err(malformed_xml()),
        None => Err(Error::new(&ILLEGAL_VERSIONING, "The Versioning element must be specified")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::GetBucketVersioningRequest;
    use shapes::s3::ops::GetBucketVersioning;

    #[tokio::test]
    async fn versioning_is_set_and_suspended_but_never_taken_away() {
        let (service, cx, _) = world().await;
        let set = async |status: Option<&str>, mfa_delete: Option<&str>| {
            let (status, mfa_delete) = (status.map(str::to_owned), mfa_delete.map(str::to_owned));
            let input = PutBucketVersioningRequest {
                bucket: "bucket".into(),
                versioning_configuration: VersioningConfiguration { status, mfa_delete },
                ..Default::default()
            };
            let set = cx.run::<PutBucketVersioning, _>(&*service, input).await;
            set.err().map_or("", |error| error.code())
        };
        let shown = async || {
            let input =
                GetBucketVersioningRequest { bucket: "bucket".into(), ..Default::default() };
            cx.run::<GetBucketVersioning, _>(&*service, input).await.unwrap().status
        };
        assert_eq!(shown().await, None);
        for status in ["Suspended", "Enabled"] {
            assert_eq!(set(Some(status), Some("Disabled")).await, "");
            assert_eq!(shown().await.as_deref(), Some(status));
        }
        assert_eq!(set(None, None).await, "IllegalVersioningConfigurationException");
        assert_eq!(set(Some("enabled"), None).await, "MalformedXML");
        assert_eq!(set(Some("Disabled"), None).await, "MalformedXML");
        assert_eq!(set(Some("Enabled"), Some("Enabled")).await, "NotImplemented");
        assert_eq!(shown().await.as_deref(), Some("Enabled"));
    }
}

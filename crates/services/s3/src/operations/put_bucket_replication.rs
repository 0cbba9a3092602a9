//! `PutBucketReplication`.

use crate::S3;
use crate::bucket::reach;
use crate::kept::Kept;
use crate::refuse::refuse;
use crate::replication::configuration;
use crate::settings::{self, Settings};
use crate::version::Versioning;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketReplicationRequest;
use shapes::s3::ops::PutBucketReplication;

impl Handler<PutBucketReplication> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketReplicationRequest) -> Result<Unit> {
        refuse!(input; token => "x-amz-bucket-object-lock-token");
        let owner = input.expected_bucket_owner.as_deref();
        let check = |settings: &Settings| match settings.versioning {
            Some(Versioning::Enabled) => Ok(()),
            _ => Err(configuration::needs_versions(&input.bucket)),
        };
        check(&reach(cx, &input.bucket, owner).await?.bucket.settings)?;
        let name = || cx.platform().ids.uuid();
        let given = input.replication_configuration.clone();
        let set = Kept(configuration::read(given, (cx, &input.bucket), name)?);
        configuration::check_destinations(cx, &set.0).await?;
        settings::change(cx, &input.bucket, owner, |settings| {
            check(settings)?;
            settings.replication = Some(set.clone());
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

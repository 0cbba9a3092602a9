//! `GetBucketOwnershipControls`.

use crate::S3;
use crate::bucket::reach;
use crate::settings::Ownership;
use platform::Error;
use platform::{Context, Handler, Result};
use shapes::ErrorShape;
use shapes::s3::ops::GetBucketOwnershipControls;
use shapes::s3::{
    GetBucketOwnershipControlsOutput, GetBucketOwnershipControlsRequest, OwnershipControls,
    OwnershipControlsRule,
};

impl Handler<GetBucketOwnershipControls> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketOwnershipControlsRequest,
    ) -> Result<GetBucketOwnershipControlsOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let set = reached.bucket.settings.ownership.get(Ownership::default());
        let Some(set) = set else {
            let message = "The bucket ownership controls were not found";
            return Err(Error::new(&ABSENT, message).with("BucketName", input.bucket));
        };
        let rules = vec![OwnershipControlsRule { object_ownership: set.name().to_owned() }];
        let ownership_controls = Some(OwnershipControls { rules });
        Ok(GetBucketOwnershipControlsOutput { ownership_controls })
    }
}

static ABSENT: ErrorShape = ErrorShape::client("OwnershipControlsNotFoundError", 404);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::ops::{DeleteBucketOwnershipControls, PutBucketOwnershipControls};
    use shapes::s3::{DeleteBucketOwnershipControlsRequest, PutBucketOwnershipControlsRequest};

    #[tokio::test]
    async fn the_owner_owns_all_until_it_is_said_otherwise() {
        let (service, cx, _) = world().await;
        let bucket = || "bucket".to_owned();
        let get = async || {
            let input =
                GetBucketOwnershipControlsRequest { bucket: bucket(), ..Default::default() };
            let output = cx.run::<GetBucketOwnershipControls, _>(&*service, input).await;
            output.map(|it| it.ownership_controls.unwrap().rules[0].object_ownership.clone())
        };
        let put = async |names: &[&str]| {
            let rule = |name: &&str| OwnershipControlsRule { object_ownership: (*name).into() };
            let rules = names.iter().map(rule).collect();
            let input = PutBucketOwnershipControlsRequest {
                bucket: bucket(),
                ownership_controls: OwnershipControls { rules },
                ..Default::default()
            };
            cx.run::<PutBucketOwnershipControls, _>(&*service, input).await.map_err(|it| it.code())
        };
        assert_eq!(get().await.unwrap(), "BucketOwnerEnforced");
        put(&["BucketOwnerPreferred"]).await.unwrap();
        assert_eq!(get().await.unwrap(), "BucketOwnerPreferred");
        put(&["ObjectWriter"]).await.unwrap();
        assert_eq!(get().await.unwrap(), "ObjectWriter");
        assert_eq!(put(&[]).await.unwrap_err(), "MalformedXML");
        let input = DeleteBucketOwnershipControlsRequest { bucket: bucket(), ..Default::default() };
        cx.run::<DeleteBucketOwnershipControls, _>(&*service, input).await.unwrap();
        assert_eq!(get().await.unwrap_err().code(), "OwnershipControlsNotFoundError");
    }
}

//! `GetBucketCors`.

use crate::S3;
use crate::bucket::reach;
use crate::cors;
use platform::{Context, Error, Handler, Result};
use shapes::ErrorShape;
use shapes::s3::ops::GetBucketCors;
use shapes::s3::{GetBucketCorsOutput, GetBucketCorsRequest};

static ABSENT: ErrorShape = ErrorShape::client("NoSuchCORSConfiguration", 404);

impl Handler<GetBucketCors> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketCorsRequest,
    ) -> Result<GetBucketCorsOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let rules = &reached.bucket.settings.cors;
        if rules.is_empty() {
            let error = Error::new(&ABSENT, "The CORS configuration does not exist");
            return Err(error.with("BucketName", input.bucket));
        }
        Ok(GetBucketCorsOutput { cors_rules: Some(rules.iter().map(cors::shown).collect()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{stranger, world};
    use shapes::s3::ops::*;
    use shapes::s3::*;

    #[tokio::test]
    async fn rules_are_set_shown_and_taken_away() {
        let (service, cx, _) = world().await;
        let bucket = || "bucket".to_owned();
        let get = || GetBucketCorsRequest { bucket: bucket(), ..Default::default() };
        let absent = cx.run::<GetBucketCors, _>(&*service, get()).await.unwrap_err();
        assert_eq!((absent.code(), absent.shape.status), ("NoSuchCORSConfiguration", 404));
        assert_eq!(absent.fields, [("BucketName", bucket())]);
        let rule = CORSRule {
            allowed_origins: vec!["*".into()],
            allowed_methods: vec!["GET".into()],
            ..Default::default()
        };
        let cors_configuration = CORSConfiguration { cors_rules: vec![rule.clone()] };
        let put =
            PutBucketCorsRequest { bucket: bucket(), cors_configuration, ..Default::default() };
        cx.run::<PutBucketCors, _>(&*service, put.clone()).await.unwrap();
        let shown = cx.run::<GetBucketCors, _>(&*service, get()).await.unwrap();
        assert_eq!(shown.cors_rules, Some(vec![rule]));
        let other = stranger(&cx).run::<PutBucketCors, _>(&*service, put).await;
        assert_eq!(other.unwrap_err().code(), "AccessDenied");
        let delete = || DeleteBucketCorsRequest { bucket: bucket(), ..Default::default() };
        cx.run::<DeleteBucketCors, _>(&*service, delete()).await.unwrap();
        cx.run::<DeleteBucketCors, _>(&*service, delete()).await.unwrap();
        assert!(cx.run::<GetBucketCors, _>(&*service, get()).await.is_err());
    }
}

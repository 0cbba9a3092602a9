//! `GetBucketWebsite`.

use crate::S3;
use crate::bucket::reach;
use crate::website;
use platform::{Context, Error, Handler, Result};
use shapes::ErrorShape;
use shapes::s3::ops::GetBucketWebsite;
use shapes::s3::{GetBucketWebsiteOutput, GetBucketWebsiteRequest};

static ABSENT: ErrorShape = ErrorShape::client("NoSuchWebsiteConfiguration", 404);

impl Handler<GetBucketWebsite> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketWebsiteRequest,
    ) -> Result<GetBucketWebsiteOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        reached.bucket.settings.website.as_ref().map(website::shown).ok_or_else(|| {
            let message = "The specified bucket does not have a website configuration";
            Error::new(&ABSENT, message).with("BucketName", input.bucket)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{put_request, world};
    use shapes::s3::ops::*;
    use shapes::s3::*;

    #[tokio::test]
    async fn a_site_is_set_shown_and_taken_away() {
        let (service, cx, _) = world().await;
        let bucket = || "bucket".to_owned();
        let get = || GetBucketWebsiteRequest { bucket: bucket(), ..Default::default() };
        let absent = cx.run::<GetBucketWebsite, _>(&*service, get()).await.unwrap_err();
        assert_eq!((absent.code(), absent.shape.status), ("NoSuchWebsiteConfiguration", 404));
        let website_configuration = WebsiteConfiguration {
            index_document: Some(IndexDocument { suffix: "index.html".into() }),
            ..Default::default()
        };
        let put = PutBucketWebsiteRequest {
            bucket: bucket(),
            website_configuration,
            ..Default::default()
        };
        cx.run::<PutBucketWebsite, _>(&*service, put).await.unwrap();
        let shown = cx.run::<GetBucketWebsite, _>(&*service, get()).await.unwrap();
        assert_eq!(shown.index_document.unwrap().suffix, "index.html");
        let delete = DeleteBucketWebsiteRequest { bucket: bucket(), ..Default::default() };
        cx.run::<DeleteBucketWebsite, _>(&*service, delete).await.unwrap();
        assert!(cx.run::<GetBucketWebsite, _>(&*service, get()).await.is_err());
    }

    #[tokio::test]
    async fn an_object_says_where_it_redirects_to_and_its_copy_does_not() {
        let (service, cx, _) = world().await;
        let to = |place: &str| PutObjectRequest {
            website_redirect_location: Some(place.into()),
            ..put_request("k", "x")
        };
        cx.run::<PutObject, _>(&*service, to("/other")).await.unwrap();
        let head = |key: &str| HeadObjectRequest {
            bucket: "bucket".into(),
            key: key.into(),
            ..Default::default()
        };
        let shown = cx.run::<HeadObject, _>(&*service, head("k")).await.unwrap();
        assert_eq!(shown.website_redirect_location.as_deref(), Some("/other"));
        let bad = cx.run::<PutObject, _>(&*service, to("other")).await.unwrap_err();
        assert_eq!(bad.code(), "InvalidRedirectLocation");
        let copy = CopyObjectRequest {
            bucket: bucket(),
            key: "copy".into(),
            copy_source: "bucket/k".into(),
            ..Default::default()
        };
        cx.run::<CopyObject, _>(&*service, copy.clone()).await.unwrap();
        let shown = cx.run::<HeadObject, _>(&*service, head("copy")).await.unwrap();
        assert_eq!(shown.website_redirect_location, None);
        let onto_itself = CopyObjectRequest {
            key: "k".into(),
            website_redirect_location: Some("https://elsewhere.example/".into()),
            ..copy
        };
        cx.run::<CopyObject, _>(&*service, onto_itself).await.unwrap();
        let shown = cx.run::<HeadObject, _>(&*service, head("k")).await.unwrap();
        assert!(shown.website_redirect_location.unwrap().starts_with("https"));
    }

    fn bucket() -> String {
        "bucket".into()
    }
}

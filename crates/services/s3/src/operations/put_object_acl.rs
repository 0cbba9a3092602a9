//! `PutObjectAcl`.

use crate::S3;
use crate::access::check_public;
use crate::acl::{self, Acl, Given, Owners, Subject};
use crate::asks;
use crate::bucket::{canonical_id, reach};
use crate::notify::Deed;
use crate::object::Object;
use crate::service::Place;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectAcl;
use shapes::s3::{PutObjectAclOutput, PutObjectAclRequest};

impl Handler<PutObjectAcl> for S3 {
    async fn handle(&self, cx: &Context, input: PutObjectAclRequest) -> Result<PutObjectAclOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let version = input.version_id.as_deref();
        let object = self.find_beside(&reached, &input.key, version).await?;
        let given =
            Given { policy: input.access_control_policy.as_ref(), ..acl::headers!(input, write) };
        let bucket = &reached.bucket;
        let of_bucket = &*canonical_id(&bucket.account);
        let own = if bucket.acls_act() { object.owner_id(bucket) } else { of_bucket.to_owned() };
        let acl = given.must(Owners { own: &own, of_bucket }, Subject::Object)?;
        let acl = Some(acl).filter(|acl| *acl != Acl::private(&own));
        if !bucket.acls_act() {
            return match acl {
                Some(_) => Err(acl::not_supported()),
                None => Ok(PutObjectAclOutput::default()),
            };
        }
        if acl.as_ref().is_some_and(Acl::is_public) {
            let arn = asks::object(cx, &input.bucket, &input.key);
            check_public(cx, bucket, ("s3:PutObjectAcl", &arn)).await?;
        }
        let deed = Deed { cx, event: "ObjectAcl:Put" };
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let set = |object: &mut Object| {
            object.granted.acl.clone_from(&acl);
            Ok(())
        };
        self.amend(&deed, &place, version, set).await?;
        Ok(PutObjectAclOutput::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{put, world};
    use shapes::s3::GetObjectAclRequest;
    use shapes::s3::ops::GetObjectAcl;

    #[tokio::test]
    async fn the_owner_has_full_control_and_nobody_else_has_any() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", "").await;
        let set = async |key: &str, acl: &str| {
            let input = PutObjectAclRequest {
                bucket: "bucket".into(),
                key: key.into(),
                acl: Some(acl.into()),
                ..Default::default()
            };
            cx.run::<PutObjectAcl, _>(&*service, input).await.map_err(|error| error.code())
        };
        set("k", "bucket-owner-full-control").await.unwrap();
        assert_eq!(set("k", "public-read").await.unwrap_err(), "AccessControlListNotSupported");
        assert_eq!(set("absent", "private").await.unwrap_err(), "NoSuchKey");
        let (bucket, key) = ("bucket".into(), "k".into());
        let input = GetObjectAclRequest { bucket, key, ..Default::default() };
        let grants = cx.run::<GetObjectAcl, _>(&*service, input).await.unwrap().grants.unwrap();
        assert_eq!(grants.len(), 1);
        assert_eq!(grants[0].permission.as_deref(), Some("FULL_CONTROL"));
    }
}

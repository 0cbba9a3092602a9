//! `CreateBucket`.

use crate::S3;
use crate::acl::{self, Acl, Owners, Subject};
use crate::asks;
use crate::bucket::{
    BUCKETS, Bucket, IRELAND, IRELANDS_OLD_NAME, canonical_id, check_name, is_constraint,
};
use crate::errors::{
    BLOCKED_BUCKET_ACL, ILLEGAL_LOCATION_CONSTRAINT, INVALID_BUCKET_ACL,
    INVALID_LOCATION_CONSTRAINT, not_implemented, plain_invalid_argument,
};
use crate::lock::Locking;
use crate::settings::{Ownership, Setting, Settings};
use crate::tags::{self, On};
use crate::version::Versioning;
use platform::{Context, Error, Handler, Result, commit_if};
use shapes::s3::errors::{BUCKET_ALREADY_EXISTS, BUCKET_ALREADY_OWNED_BY_YOU};
use shapes::s3::ops::CreateBucket;
use shapes::s3::{CreateBucketOutput, CreateBucketRequest};
use store::Batch;

/// The region whose endpoint is also the global one.
const GLOBAL: &str = "us-east-1";

impl Handler<CreateBucket> for S3 {
    async fn handle(&self, cx: &Context, input: CreateBucketRequest) -> Result<CreateBucketOutput> {
        refuse(&input)?;
        check_name(&input.bucket)?;
        let ownership = match input.object_ownership.as_deref() {
            None | Some("BucketOwnerEnforced") => Setting::Untouched,
            Some(name) => Setting::Set(Ownership::parse(name).map_err(|_| no_ownership(name))?),
        };
        let acl = granted(&cx.account, &input, &ownership)?;
        let configuration = input.create_bucket_configuration.unwrap_or_default();
        let tags = tags::read(configuration.tags.unwrap_or_default(), On::Bucket)?;
        let constraint = configuration.location_constraint;
        let region = region(&cx.region, constraint.as_deref())?;
        let old_location = constraint.as_deref() == Some(IRELANDS_OLD_NAME);
        let locks = input.object_lock_enabled_for_bucket == Some(true);
        let locking = locks.then(Locking::default);
        let versioning = locks.then_some(Versioning::Enabled);
        let bucket = Bucket {
            account: cx.account.to_string(),
            region: region.to_owned(),
            created_ms: cx.now().millis(),
            incarnation: cx.platform().ids.hex(8),
            closing: None,
            settings: Settings {
                tags,
                ownership,
                old_location,
                acl,
                locking,
                versioning,
                ..Settings::default()
            },
        };
        let name = input.bucket;
        let batch = Batch::new().absent(BUCKETS.table, name.as_bytes()).put(
            BUCKETS.table,
            name.as_bytes(),
            BUCKETS.encode(&bucket)?,
        );
        if !commit_if(cx.tables(), batch).await? {
            exists(cx, &name).await?;
        }
        // The global endpoint answers with a path, and for other regions with the host's address.
        let location = match region {
            GLOBAL => format!("/{name}"),
            _ => format!("http://{name}.s3.amazonaws.com/"),
        };
        let bucket_arn = Some(asks::bucket(cx, &name));
        Ok(CreateBucketOutput { location: Some(location), bucket_arn })
    }
}

/// That there is no such ownership, as a header has it; a document would be malformed.
fn no_ownership(name: &str) -> Error {
    let message = format!("Invalid x-amz-object-ownership header: {name}");
    plain_invalid_argument(&message).with("ArgumentName", "x-amz-object-ownership")
}

/// What is granted on a new bucket. All public access to it is blocked.
fn granted(
    account: &str,
    input: &CreateBucketRequest,
    ownership: &Setting<Ownership>,
) -> Result<Option<Acl>> {
    let own = &*canonical_id(account);
    let given = acl::headers!(input, write);
    let acl = given.read(Owners { own, of_bucket: own }, Subject::Bucket)?;
    let Some(acl) = acl.filter(|acl| *acl != Acl::private(own)) else { return Ok(None) };
    if *ownership == Setting::Untouched {
        let message =
            "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting";
        return Err(Error::new(&INVALID_BUCKET_ACL, message));
    }
    if acl.is_public() {
        let message = "Bucket cannot have public ACLs set with BlockPublicAccess enabled";
        return Err(Error::new(&BLOCKED_BUCKET_ACL, message));
    }
    Ok(Some(acl))
}

fn refuse(input: &CreateBucketRequest) -> Result<()> {
    if !matches!(input.bucket_namespace.as_deref(), None | Some("global")) {
        return Err(not_implemented("x-amz-bucket-namespace"));
    }
    let Some(configuration) = &input.create_bucket_configuration else { return Ok(()) };
    if configuration.location.is_some() || configuration.bucket.is_some() {
        return Err(not_implemented("CreateBucketConfiguration.Location, a directory bucket's"));
    }
    Ok(())
}

/// The region of a bucket made at the endpoint of `endpoint` with this location constraint.
fn region<'a>(endpoint: &'a str, constraint: Option<&'a str>) -> Result<&'a str> {
    let illegal = |constraint: &str| {
        Error::new(
            &ILLEGAL_LOCATION_CONSTRAINT,
            format!(
                "The {constraint} location constraint is incompatible for the region specific \
                 endpoint this request was sent to."
            ),
        )
    };
    match constraint.filter(|constraint| !constraint.is_empty()) {
        None if endpoint == GLOBAL => Ok(GLOBAL),
        None => Err(illegal("unspecified")),
        Some(constraint) => {
            let region = if constraint == IRELANDS_OLD_NAME { IRELAND } else { constraint };
            match (is_constraint(constraint), endpoint) {
                (true, GLOBAL) => Ok(region),
                (true, endpoint) if endpoint == region => Ok(region),
                (false, GLOBAL) => Err(Error::new(
                    &INVALID_LOCATION_CONSTRAINT,
                    "The specified location-constraint is not valid",
                )
                .with("LocationConstraint", constraint)),
                _ => Err(illegal(constraint)),
            }
        }
    }
}

/// The name is taken: whose is it? In us-east-1 making one's own bucket again succeeds.
async fn exists(cx: &Context, name: &str) -> Result<()> {
    let bucket = BUCKETS.get(cx.tables(), name.as_bytes()).await?;
    let mine = bucket.as_ref().is_some_and(|bucket| *bucket.account == *cx.account);
    if mine && *cx.region == *GLOBAL && bucket.is_some_and(|bucket| bucket.region == GLOBAL) {
        return Ok(());
    }
    let error = if mine {
        Error::new(
            &BUCKET_ALREADY_OWNED_BY_YOU,
            "Your previous request to create the named bucket succeeded and you already own it.",
        )
    } else {
        Error::new(
            &BUCKET_ALREADY_EXISTS,
            "The requested bucket name is not available. The bucket namespace is shared by all \
             users of the system. Please select a different name and try again.",
        )
    };
    Err(error.with("BucketName", name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{stranger, world};
    use shapes::s3::CreateBucketConfiguration;

    fn request(bucket: &str, constraint: Option<&str>) -> CreateBucketRequest {
        let location_constraint = constraint.map(str::to_owned);
        let configuration = CreateBucketConfiguration { location_constraint, ..Default::default() };
        CreateBucketRequest {
            bucket: bucket.into(),
            create_bucket_configuration: Some(configuration),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn names_are_shared_by_all_accounts() {
        let (service, cx, _) = world().await;
        let code = async |cx: &Context, request| {
            cx.run::<CreateBucket, _>(&*service, request).await.map_err(|error| error.code())
        };
        let again = code(&cx, request("bucket", None)).await.unwrap();
        assert_eq!(again.location.as_deref(), Some("/bucket"));
        let other = code(&stranger(&cx), request("bucket", None)).await;
        assert_eq!(other.unwrap_err(), "BucketAlreadyExists");
        code(&cx, request("elsewhere", Some("eu-west-1"))).await.unwrap();
        let again = code(&cx, request("elsewhere", Some("eu-west-1"))).await;
        assert_eq!(again.unwrap_err(), "BucketAlreadyOwnedByYou");
        assert_eq!(code(&cx, request("A", None)).await.unwrap_err(), "InvalidBucketName");
    }

    #[test]
    fn constraints_fit_the_endpoint() {
        let code = |endpoint, constraint| region(endpoint, constraint).map_err(|it| it.code());
        assert_eq!(code("us-east-1", None), Ok("us-east-1"));
        assert_eq!(code("us-east-1", Some("EU")), Ok("eu-west-1"));
        assert_eq!(code("us-east-1", Some("us-east-1")), Err("InvalidLocationConstraint"));
        assert_eq!(code("us-east-1", Some("mars")), Err("InvalidLocationConstraint"));
        assert_eq!(code("us-west-2", Some("us-west-2")), Ok("us-west-2"));
        let illegal = Err("IllegalLocationConstraintException");
        assert_eq!(code("us-west-2", None), illegal);
        assert_eq!(code("us-west-2", Some("us-west-1")), illegal);
        assert_eq!(code("us-west-2", Some("mars")), illegal);
        assert_eq!(code("us-west-2", Some("EU")), illegal);
        assert_eq!(code("eu-west-1", Some("EU")), Ok("eu-west-1"));
    }
}

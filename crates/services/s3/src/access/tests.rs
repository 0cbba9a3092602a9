//! Who may what, tried the way that calls go.

use crate::S3;
use crate::testing::{get_request, put_request, stranger, world};
use platform::{Context, Principal, Visit, served};
use shapes::s3::ops::*;
use shapes::s3::*;
use std::sync::Arc;

/// A bucket in which lists act and nothing is blocked, its owner, a friend, and anybody.
struct World {
    _service: Arc<S3>,
    owner: Context,
    friend: Context,
    anybody: Context,
}

async fn open_world(ownership: &str) -> World {
    let (service, owner, _) = world().await;
    owner.platform().serve(served(&service));
    let rules = vec![OwnershipControlsRule { object_ownership: ownership.into() }];
    let input = PutBucketOwnershipControlsRequest {
        bucket: "bucket".into(),
        ownership_controls: OwnershipControls { rules },
        ..Default::default()
    };
    owner.call::<PutBucketOwnershipControls>(input).await.unwrap();
    block(&owner, PublicAccessBlockConfiguration::default()).await;
    let (friend, anybody) = (stranger(&owner), owner.acting_as(Principal::Anonymous));
    World { _service: service, owner, friend, anybody }
}

async fn block(owner: &Context, configuration: PublicAccessBlockConfiguration) {
    let input = PutPublicAccessBlockRequest {
        bucket: "bucket".into(),
        public_access_block_configuration: configuration,
        ..Default::default()
    };
    owner.call::<PutPublicAccessBlock>(input).await.unwrap();
}

type Came = Result<(), &'static str>;

async fn put(cx: &Context, key: &str, acl: Option<&str>) -> Came {
    let input = PutObjectRequest { acl: acl.map(str::to_owned), ..put_request(key, "x") };
    cx.call::<PutObject>(input).await.map(drop).map_err(|error| error.code())
}

async fn get(cx: &Context, key: &str) -> Came {
    cx.call::<GetObject>(get_request(key)).await.map(drop).map_err(|error| error.code())
}

async fn delete(cx: &Context, key: &str) -> Came {
    let (bucket, key) = ("bucket".into(), key.into());
    let input = DeleteObjectRequest { bucket, key, ..Default::default() };
    cx.call::<DeleteObject>(input).await.map(drop).map_err(|error| error.code())
}

async fn list(cx: &Context) -> Came {
    let input = ListObjectsV2Request { bucket: "bucket".into(), ..Default::default() };
    cx.call::<ListObjectsV2>(input).await.map(drop).map_err(|error| error.code())
}

async fn bucket_acl(cx: &Context, acl: &str) -> Came {
    let (bucket, acl) = ("bucket".into(), Some(acl.into()));
    let input = PutBucketAclRequest { bucket, acl, ..Default::default() };
    cx.call::<PutBucketAcl>(input).await.map(drop).map_err(|error| error.code())
}

async fn object_acl(cx: &Context, key: &str, acl: &str) -> Came {
    let (bucket, key, acl) = ("bucket".into(), key.into(), Some(acl.into()));
    let input = PutObjectAclRequest { bucket, key, acl, ..Default::default() };
    cx.call::<PutObjectAcl>(input).await.map(drop).map_err(|error| error.code())
}

async fn grants_of(cx: &Context, key: &str) -> Result<(String, usize), &'static str> {
    let (bucket, key) = ("bucket".into(), key.into());
    let input = GetObjectAclRequest { bucket, key, ..Default::default() };
    let acl = cx.call::<GetObjectAcl>(input).await.map_err(|error| error.code())?;
    Ok((acl.owner.unwrap().id.unwrap(), acl.grants.unwrap_or_default().len()))
}

async fn policy(owner: &Context, statement: &str) {
    let text = format!(r#"{{"Version":"2012-10-17","Statement":{statement}}}"#);
    let (bucket, policy) = ("bucket".into(), text);
    let input = PutBucketPolicyRequest { bucket, policy, ..Default::default() };
    owner.call::<PutBucketPolicy>(input).await.unwrap();
}

const DENIED: Came = Err("AccessDenied");

#[tokio::test]
async fn lists_let_in_whom_they_name() {
    let World { owner, friend, anybody, .. } = open_world("ObjectWriter").await;
    for (key, acl) in [("plain", None), ("public", Some("public-read"))] {
        put(&owner, key, acl).await.unwrap();
    }
    put(&owner, "known", Some("authenticated-read")).await.unwrap();
    assert_eq!(get(&anybody, "plain").await, DENIED);
    assert_eq!(get(&anybody, "public").await, Ok(()));
    assert_eq!(get(&anybody, "known").await, DENIED);
    assert_eq!(get(&friend, "known").await, Ok(()));
    assert_eq!(list(&anybody).await, DENIED);
    // Who may not list does not hear what is not there.
    assert_eq!(get(&anybody, "absent").await, DENIED);
    assert_eq!(get(&owner, "absent").await, Err("NoSuchKey"));
    bucket_acl(&owner, "public-read").await.unwrap();
    assert_eq!(list(&anybody).await, Ok(()));
    assert_eq!(get(&anybody, "absent").await, Err("NoSuchKey"));
    assert_eq!(put(&anybody, "new", None).await, DENIED);
    bucket_acl(&owner, "public-read-write").await.unwrap();
    assert_eq!(put(&anybody, "new", None).await, Ok(()));
    assert_eq!(delete(&anybody, "new").await, Ok(()));
    assert_eq!(object_acl(&friend, "public", "private").await, DENIED);
    object_acl(&owner, "public", "private").await.unwrap();
    assert_eq!(get(&anybody, "public").await, DENIED);
}

#[tokio::test]
async fn what_others_write_is_theirs_unless_they_give_it_up() {
    let World { owner, friend, .. } = open_world("BucketOwnerPreferred").await;
    bucket_acl(&owner, "public-read-write").await.unwrap();
    put(&friend, "theirs", None).await.unwrap();
    put(&friend, "given", Some("bucket-owner-full-control")).await.unwrap();
    put(&friend, "shown", Some("bucket-owner-read")).await.unwrap();
    assert_eq!(get(&owner, "theirs").await, DENIED);
    assert_eq!(get(&friend, "theirs").await, Ok(()));
    assert_eq!(get(&owner, "given").await, Ok(()));
    assert_eq!(get(&friend, "given").await, DENIED);
    assert_eq!(get(&owner, "shown").await, Ok(()));
    let friends = crate::bucket::canonical_id("111111111111");
    assert_eq!(grants_of(&friend, "theirs").await, Ok((friends.clone(), 1)));
    assert_eq!(grants_of(&owner, "theirs").await, Err("AccessDenied"));
    assert_eq!(grants_of(&owner, "shown").await, Err("AccessDenied"));
    object_acl(&friend, "theirs", "bucket-owner-full-control").await.unwrap();
    assert_eq!(grants_of(&owner, "theirs").await, Ok((friends, 2)));
    // Its owner deletes whatever is in a bucket, and where lists mean nothing, owns it.
    put(&friend, "theirs", None).await.unwrap();
    assert_eq!(delete(&owner, "theirs").await, Ok(()));
    bucket_acl(&owner, "private").await.unwrap();
    put(&owner, "k", None).await.unwrap();
    let rules = vec![OwnershipControlsRule { object_ownership: "BucketOwnerEnforced".into() }];
    let input = PutBucketOwnershipControlsRequest {
        bucket: "bucket".into(),
        ownership_controls: OwnershipControls { rules },
        ..Default::default()
    };
    owner.call::<PutBucketOwnershipControls>(input).await.unwrap();
    assert_eq!(get(&friend, "shown").await, DENIED);
    let owners = crate::bucket::canonical_id(&owner.account);
    assert_eq!(grants_of(&owner, "shown").await, Ok((owners, 1)));
}

#[tokio::test]
async fn public_lists_are_blocked_or_ignored() {
    let World { owner, anybody, .. } = open_world("ObjectWriter").await;
    put(&owner, "public", Some("public-read")).await.unwrap();
    let ignore =
        PublicAccessBlockConfiguration { ignore_public_acls: Some(true), ..Default::default() };
    block(&owner, ignore).await;
    assert_eq!(get(&anybody, "public").await, DENIED);
    let blocked =
        PublicAccessBlockConfiguration { block_public_acls: Some(true), ..Default::default() };
    block(&owner, blocked).await;
    assert_eq!(get(&anybody, "public").await, Ok(()));
    assert_eq!(put(&owner, "public", Some("public-read")).await, DENIED);
    assert_eq!(object_acl(&owner, "public", "authenticated-read").await, DENIED);
    assert_eq!(bucket_acl(&owner, "public-read").await, DENIED);
    assert_eq!(bucket_acl(&owner, "log-delivery-write").await, Ok(()));
    let input = PutBucketAclRequest {
        bucket: "bucket".into(),
        acl: Some("public-read".into()),
        ..Default::default()
    };
    let error = owner.call::<PutBucketAcl>(input).await.unwrap_err();
    assert!(error.message.ends_with(
        "perform: s3:PutBucketAcl on resource: \"arn:aws:s3:::bucket\" because public ACLs are \
         prevented by the BlockPublicAcls setting in S3 Block Public Access."
    ));
}

#[tokio::test]
async fn policies_let_in_anybody_and_ask_for_tags() {
    let World { owner, friend, anybody, .. } = open_world("BucketOwnerPreferred").await;
    let tagged = |key: &str, tags: &str| PutObjectRequest {
        tagging: Some(tags.into()),
        ..put_request(key, "x")
    };
    owner.call::<PutObject>(tagged("open", "level=public")).await.unwrap();
    owner.call::<PutObject>(tagged("shut", "level=secret")).await.unwrap();
    let statement = r#"{"Effect":"Allow","Principal":"*","Action":"s3:GetObject",
        "Resource":"arn:aws:s3:::bucket/*",
        "Condition":{"StringEquals":{"s3:ExistingObjectTag/level":"public"}}}"#;
    policy(&owner, statement).await;
    assert_eq!(get(&anybody, "open").await, Ok(()));
    assert_eq!(get(&anybody, "shut").await, DENIED);
    assert_eq!(get(&anybody, "absent").await, DENIED);
    let address = r#"{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],
        "Resource":["arn:aws:s3:::bucket/*","arn:aws:s3:::bucket"],
        "Condition":{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}}"#;
    policy(&owner, address).await;
    let from = |address: &str| {
        let visit = Visit { address: address.parse().ok(), ..Visit::default() };
        anybody.clone().visited(Some(Arc::new(visit)))
    };
    assert_eq!(get(&anybody, "open").await, DENIED);
    // A call in process is no visit of anybody's.
    assert_eq!(get(&from("192.0.2.9"), "open").await, DENIED);
    let canonical = crate::bucket::canonical_id("111111111111");
    let named = format!(
        r#"{{"Effect":"Allow","Principal":{{"CanonicalUser":"{canonical}"}},
        "Action":["s3:GetObject","s3:ListBucket"],
        "Resource":["arn:aws:s3:::bucket/*","arn:aws:s3:::bucket"]}}"#
    );
    policy(&owner, &named).await;
    assert_eq!(get(&friend, "open").await, Ok(()));
    assert_eq!(get(&friend, "absent").await, Err("NoSuchKey"));
    assert_eq!(get(&anybody, "open").await, DENIED);
}

#[tokio::test]
async fn who_asks_pays_where_it_says_so() {
    let World { owner, friend, anybody, .. } = open_world("ObjectWriter").await;
    put(&owner, "k", Some("public-read")).await.unwrap();
    let input = PutBucketRequestPaymentRequest {
        bucket: "bucket".into(),
        request_payment_configuration: RequestPaymentConfiguration { payer: "Requester".into() },
        ..Default::default()
    };
    owner.call::<PutBucketRequestPayment>(input).await.unwrap();
    assert_eq!(get(&owner, "k").await, Ok(()));
    assert_eq!(get(&friend, "k").await, DENIED);
    let input = || GetObjectRequest { request_payer: Some("requester".into()), ..get_request("k") };
    assert!(friend.call::<GetObject>(input()).await.is_ok());
    assert_eq!(anybody.call::<GetObject>(input()).await.unwrap_err().code(), "AccessDenied");
}

#[tokio::test]
async fn copies_are_made_between_accounts_that_let_each_other() {
    let World { owner, friend, anybody, .. } = open_world("ObjectWriter").await;
    put(&owner, "open", Some("public-read")).await.unwrap();
    put(&owner, "shut", None).await.unwrap();
    let input = CreateBucketRequest { bucket: "theirs".into(), ..Default::default() };
    friend.call::<CreateBucket>(input).await.unwrap();
    let copy = async |cx: &Context, from: &str, to: &str| {
        let input = CopyObjectRequest {
            bucket: to.into(),
            key: "copy".into(),
            copy_source: from.into(),
            ..Default::default()
        };
        cx.call::<CopyObject>(input).await.map(drop).map_err(|error| error.code())
    };
    assert_eq!(copy(&friend, "bucket/open", "theirs").await, Ok(()));
    assert_eq!(copy(&friend, "bucket/shut", "theirs").await, DENIED);
    assert_eq!(copy(&friend, "bucket/absent", "theirs").await, DENIED);
    bucket_acl(&owner, "public-read-write").await.unwrap();
    assert_eq!(copy(&friend, "theirs/copy", "bucket").await, Ok(()));
    let input = CopyObjectRequest {
        bucket: "bucket".into(),
        key: "copy".into(),
        copy_source: "bucket/open".into(),
        ..Default::default()
    };
    let error = anybody.call::<CopyObject>(input).await.unwrap_err();
    assert!(error.message.starts_with("Anonymous users cannot copy objects"), "{error}");
}

#[tokio::test]
async fn a_bucket_that_is_not_there_is_told_to_anybody() {
    let World { anybody, .. } = open_world("ObjectWriter").await;
    let of = async |bucket: &str| {
        let input = GetObjectRequest { bucket: bucket.into(), ..get_request("k") };
        anybody.call::<GetObject>(input).await.unwrap_err()
    };
    assert_eq!(of("nowhere").await.code(), "NoSuchBucket");
    assert_eq!(of("No_Name").await.code(), "InvalidBucketName");
    let denied = of("bucket").await;
    assert_eq!((denied.code(), &*denied.message), ("AccessDenied", "Access Denied"));
    let error = anybody.call::<ListBuckets>(Default::default()).await.unwrap_err();
    assert_eq!((error.code(), &*error.message), ("AccessDenied", "Access Denied"));
    let input = CreateBucketRequest { bucket: "mine".into(), ..Default::default() };
    assert_eq!(anybody.call::<CreateBucket>(input).await.unwrap_err().code(), "AccessDenied");
}

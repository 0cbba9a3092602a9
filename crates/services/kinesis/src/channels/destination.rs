//! How a channel writes: as its role, into buckets that belong to whom they should.

use super::record::{Bucket, Channel};
use super::template;
use bytes::Bytes;
use platform::{Arn, Context, Error, Platform, Principal, Result};
use shapes::s3::errors::NO_SUCH_BUCKET;
use shapes::s3::ops::{HeadBucket, PutObject};
use shapes::s3::{HeadBucketRequest, PutObjectRequest};
use shapes::sts::AssumeRoleRequest;
use shapes::sts::ops::AssumeRole;
use std::sync::Arc;

/// The service that roles trust.
const PRINCIPAL: &str = "kinesis.amazonaws.com";
/// What AWS calls the sessions of channels' roles.
const SESSION: &str = "Channel-Session-For-Cx-Role";

/// An object that is to be written.
pub(crate) struct Object<'a> {
    /// Where.
    pub bucket: &'a Bucket,
    /// Its name.
    pub key: &'a str,
    /// Its bytes.
    pub content: Bytes,
    /// What they are.
    pub content_type: &'a str,
    /// Its storage class.
    pub storage_class: &'a str,
}

/// The surroundings of a session of the channel's role.
///
/// # Errors
/// The role's, such as that it does not trust the service.
pub(crate) async fn as_role(platform: &Arc<Platform>, channel: &Channel) -> Result<Context> {
    let place = |principal| platform.context(principal, &*channel.account, &*channel.region);
    let cx = place(Principal::service(PRINCIPAL)).on_behalf_of(channel.arn());
    let role = &channel.role_arn;
    let input = AssumeRoleRequest {
        role_arn: role.clone(),
        role_session_name: SESSION.to_owned(),
        ..Default::default()
    };
    let user = cx.call::<AssumeRole>(input).await?.assumed_role_user;
    let user = user.ok_or_else(|| Error::internal("AssumeRole gave no user"))?;
    Ok(place(Principal::AssumedRole {
        account: Arn::parse(role).map_or("", |arn| arn.account).to_owned(),
        role: role.rsplit('/').next().unwrap_or_default().to_owned(),
        role_id: user.assumed_role_id.split(':').next().unwrap_or_default().to_owned(),
        session: SESSION.to_owned(),
    }))
}

/// Why a channel cannot deliver and never will ("Delivery in FAILED state"); `None` where it can.
///
/// # Errors
/// Where it cannot be seen now.
pub(crate) async fn obstacle(
    platform: &Arc<Platform>,
    channel: &Channel,
) -> Result<Option<String>> {
    let cx = match as_role(platform, channel).await {
        Err(error) if !error.is_server_fault() => return Ok(Some(error.message)),
        other => other?,
    };
    let (now, unique) = (cx.now(), platform.ids.uuid());
    let places = [
        (&channel.bucket, template::key(channel, now, &unique)),
        (&channel.dead_letters, template::letters_key(channel, now, &unique)),
    ];
    for (bucket, key) in places {
        if let Some(reason) = obstacle_at(&cx, channel, bucket, &key).await? {
            return Ok(Some(reason));
        }
    }
    Ok(None)
}

/// The same of one bucket, found out by an attempt to put an object in the place of one that is not
/// there: whether the role may is looked at before that. To see the bucket itself is more than a
/// bucket of another account has to allow.
async fn obstacle_at(
    cx: &Context,
    channel: &Channel,
    bucket: &Bucket,
    key: &str,
) -> Result<Option<String>> {
    let (name, role) = (bucket.name(), &channel.role_arn);
    let input = PutObjectRequest {
        bucket: name.to_owned(),
        expected_bucket_owner: Some(bucket.owner.clone()),
        key: key.to_owned(),
        if_match: Some("\"none\"".to_owned()),
        ..Default::default()
    };
    match cx.call::<PutObject>(input).await {
        Err(error) if error.is_server_fault() => return Err(error),
        Err(error) if error.is(&NO_SUCH_BUCKET) => {
            return Ok(Some(format!("The bucket {name} does not exist.")));
        }
        Err(error) if error.shape.status == 403 => {
            return Ok(Some(match belongs_to_another(cx, bucket).await? {
                true => wrong_owner(bucket),
                false => format!("The role {role} may not put objects into {name}: {error}"),
            }));
        }
        _ => {}
    }
    let is_here = |region: &Option<String>| region.as_ref().is_none_or(|it| *it == channel.region);
    match head(cx, bucket, true).await {
        Err(error) if error.is_server_fault() => Err(error),
        Ok(region) if !is_here(&region) => {
            Ok(Some(format!("The bucket {name} is not in the Region {}.", channel.region)))
        }
        _ => Ok(None),
    }
}

/// That a bucket does not belong to whom it should.
pub(crate) fn wrong_owner(bucket: &Bucket) -> String {
    let Bucket { owner, .. } = bucket;
    format!("The bucket {} does not belong to the account {owner}.", bucket.name())
}

/// Whether a bucket that was refused is there, and does not belong to whom it should.
///
/// # Errors
/// Where that cannot be seen now.
pub(crate) async fn belongs_to_another(cx: &Context, bucket: &Bucket) -> Result<bool> {
    let (mine, anyones) = (head(cx, bucket, true).await, head(cx, bucket, false).await);
    for error in [&mine, &anyones].into_iter().filter_map(|it| it.as_ref().err()) {
        if error.is_server_fault() {
            return Err(error.clone());
        }
    }
    Ok(mine.is_err_and(|error| error.shape.status == 403) && anyones.is_ok())
}

/// The region of a bucket.
async fn head(cx: &Context, bucket: &Bucket, expects_owner: bool) -> Result<Option<String>> {
    let input = HeadBucketRequest {
        bucket: bucket.name().to_owned(),
        expected_bucket_owner: expects_owner.then(|| bucket.owner.clone()),
    };
    Ok(cx.call::<HeadBucket>(input).await?.bucket_region)
}

/// Writes an object. One of that name is the same object: it is put once.
///
/// # Errors
/// The bucket's.
pub(crate) async fn put(cx: &Context, object: Object<'_>) -> Result<()> {
    let input = PutObjectRequest {
        bucket: object.bucket.name().to_owned(),
        expected_bucket_owner: Some(object.bucket.owner.clone()),
        key: object.key.to_owned(),
        body: object.content.into(),
        content_type: Some(object.content_type.to_owned()),
        storage_class: Some(object.storage_class.to_owned()),
        if_none_match: Some("*".to_owned()),
        ..Default::default()
    };
    match cx.call::<PutObject>(input).await {
        Err(error) if error.shape.status == 412 => Ok(()),
        other => other.map(drop),
    }
}

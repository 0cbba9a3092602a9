//! Where the letter about records that were given up goes: `DestinationConfig.OnFailure`.
//!
//! "Retain discarded batch records for a Kinesis Data Streams event source" in the Lambda developer
//! guide. A kind of destination is a variant of [`Place`]: an arm where it is read from its ARN,
//! and one where it is written to, as the function's role.

use crate::disposal::{Discarded, Disposal};
use crate::errors::{invalid, not_yet};
use crate::letter;
use crate::records::mapping::Mapping;
use crate::target;
use platform::{Arn, BoxFuture, Context, Error, Platform, Principal, Result};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use shapes::s3::{PutObjectRequest, ops::PutObject};
use shapes::sts::{AssumeRoleRequest, ops::AssumeRole};
use std::sync::Arc;

/// A destination, kept as its ARN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Destination {
    arn: String,
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// A bucket's name.
    Bucket(String),
}

impl Destination {
    /// Reads the ARN of a request.
    ///
    /// # Errors
    /// `InvalidParameterValueException` for a place that letters do not go to.
    pub fn parse(arn: &str) -> Result<Self> {
        let parts = Arn::parse(arn);
        let place = match parts.as_ref().map(|it| (it.service, it.resource)) {
            Some(("s3", bucket)) if !bucket.contains(['/', ':']) => {
                Place::Bucket(bucket.to_owned())
            }
            Some((service @ ("sqs" | "sns"), _)) => {
                return Err(not_yet(&format!("DestinationConfig.OnFailure of the type {service}")));
            }
            _ => return Err(invalid(format!("Unsupported destination: {arn}"))),
        };
        Ok(Self { arn: arn.to_owned(), place })
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.arn
    }
}

impl TryFrom<String> for Destination {
    type Error = String;

    fn try_from(arn: String) -> std::result::Result<Self, String> {
        Self::parse(&arn).map_err(|error| error.message)
    }
}

impl From<Destination> for String {
    fn from(destination: Destination) -> Self {
        destination.arn
    }
}

/// Tells the operator, and the mapping's destination if it has one.
pub(crate) struct Destinations(pub Arc<Platform>);

impl Disposal for Destinations {
    fn dispose(&self, discarded: Discarded) -> BoxFuture<'static, Result<()>> {
        log(&discarded);
        let platform = self.0.clone();
        Box::pin(async move {
            match &discarded.mapping.settings.on_failure {
                Some(destination) => send(&platform, destination, &discarded).await,
                None => Ok(()),
            }
        })
    }
}

fn log(discarded: &Discarded) {
    let Discarded { mapping, shard_id, records, reason, .. } = discarded;
    let (first, last) = (records.first(), records.last());
    let [first, last] = [first, last].map(|record| record.map(|it| it.sequence.to_string()));
    let (mapping, shard, count) = (&*mapping.uuid, &**shard_id, records.len());
    tracing::warn!(mapping, shard, first, last, count, ?reason, "records were given up");
}

async fn send(
    platform: &Arc<Platform>,
    destination: &Destination,
    discarded: &Discarded,
) -> Result<()> {
    let mapping = &*discarded.mapping;
    let cx = target::context(platform, mapping);
    let role = target::role(&cx, mapping).await?;
    let now = cx.now();
    let Place::Bucket(bucket) = &destination.place;
    let input = PutObjectRequest {
        bucket: bucket.clone(),
        key: key(mapping, &discarded.shard_id, now, &platform.ids.uuid()),
        body: letter::with_payload(discarded, &role, now, &cx.request_id)?.into(),
        content_type: Some("application/json".to_owned()),
        ..Default::default()
    };
    as_role(&cx, &role, &mapping.function).await?.call::<PutObject>(input).await.map(drop)
}

/// `aws/lambda/<mapping>/<shard>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<UUID>`.
fn key(mapping: &Mapping, shard_id: &str, now: Timestamp, uuid: &str) -> String {
    let c = now.civil();
    let (year, month, day) = (c.year, c.month, c.day);
    let (hour, minute, second) = (c.hour, c.minute, c.second);
    format!(
        "aws/lambda/{}/{shard_id}/{year:04}/{month:02}/{day:02}/\
         {year:04}-{month:02}-{day:02}T{hour:02}.{minute:02}.{second:02}-{uuid}",
        mapping.uuid
    )
}

/// The surroundings of a session of the function's role.
async fn as_role(cx: &Context, role: &str, function: &str) -> Result<Context> {
    // A session's name has two letters at least, a function's may have one.
    let session = format!("{function:-<2}");
    let input = AssumeRoleRequest {
        role_arn: role.to_owned(),
        role_session_name: session.clone(),
        ..Default::default()
    };
    let user = cx.call::<AssumeRole>(input).await?.assumed_role_user;
    let user = user.ok_or_else(|| Error::internal("AssumeRole gave no user"))?;
    Ok(cx.acting_as(Principal::AssumedRole {
        account: Arn::parse(role).map_or("", |arn| arn.account).to_owned(),
        role: role.rsplit('/').next().unwrap_or_default().to_owned(),
        role_id: user.assumed_role_id.split(':').next().unwrap_or_default().to_owned(),
        session,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::mapping::tests::mapping;
    use platform::testing::START;

    #[test]
    fn a_bucket_is_a_destination_and_a_queue_is_not_yet() {
        let bucket = Destination::parse("arn:aws:s3:::letters").unwrap();
        assert_eq!(bucket.place, Place::Bucket("letters".into()));
        for (arn, words) in [
            ("arn:aws:sqs:us-east-1:000000000000:q", "of the type sqs is not supported"),
            ("arn:aws:sns:us-east-1:000000000000:t", "of the type sns is not supported"),
            ("arn:aws:s3:::letters/inside", "Unsupported destination"),
            ("arn:aws:lambda:us-east-1:000000000000:function:f", "Unsupported destination"),
            ("kafka://topic", "Unsupported destination"),
        ] {
            let refusal = Destination::parse(arn).unwrap_err().message;
            assert!(refusal.contains(words), "{refusal}");
        }
    }

    #[test]
    fn a_destination_is_kept_as_its_arn() {
        let kept = r#""arn:aws:s3:::letters""#;
        let read: Destination = serde_json::from_str(kept).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), kept);
        assert!(serde_json::from_str::<Destination>(r#""letters""#).is_err());
    }

    #[test]
    fn the_key_is_that_of_aws() {
        let expected = "aws/lambda/00000000-0000-4000-8000-000000000001/shardId-000000000007/\
                        1970/01/02/1970-01-02T03.04.05-u";
        let now = Timestamp(((24 + 3) * 3600 + 4 * 60 + 5) * 1000 + 999);
        assert_eq!(key(&mapping(), "shardId-000000000007", now, "u"), expected);
        assert!(key(&mapping(), "s", START, "u").ends_with("-u"));
    }
}

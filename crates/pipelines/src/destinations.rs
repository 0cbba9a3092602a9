//! Where the letter about records that were given up goes: `DestinationConfig.OnFailure`.
//!
//! "Retain discarded batch records for a Kinesis Data Streams event source" in the Lambda developer
//! guide. A kind of destination is a variant of [`Place`]: an arm where it is read from its ARN,
//! and one where it is written to, as the function's role.

use crate::disposal::{Discarded, Disposal};
use crate::errors::invalid;
use crate::letter;
use crate::names;
use crate::records::mapping::Mapping;
use crate::target;
use platform::{Arn, BoxFuture, Context, Error, Platform, Principal, Result};
use serde::{Deserialize, Serialize};
use shapes::s3::{PutObjectRequest, ops::PutObject};
use shapes::sns::{PublishInput, ops::Publish};
use shapes::sqs::{SendMessageRequest, ops::SendMessage};
use shapes::sts::{AssumeRoleRequest, ops::AssumeRole};
use shapes::{Bytes, Timestamp};
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
    /// A standard queue.
    Queue {
        /// Where it is.
        region: String,
        /// As clients name it.
        url: String,
    },
    /// A standard topic.
    Topic {
        /// Where it is.
        region: String,
    },
}

impl Destination {
    /// Reads the ARN of a request. "Destination – Standard SQS queue, standard SNS topic, S3
    /// bucket": what has an order of its own takes no letters.
    ///
    /// # Errors
    /// `InvalidParameterValueException` for a place that letters do not go to.
    pub fn parse(arn: &str) -> Result<Self> {
        let Some(parts) = Arn::parse(arn) else {
            return Err(invalid(format!("Unsupported destination: {arn}")));
        };
        let Arn { service, region, account, resource, .. } = parts;
        let is_name = !resource.contains(['/', ':']);
        let place = match service {
            "s3" if is_name => Place::Bucket(resource.to_owned()),
            "sqs" | "sns" if !is_name || resource.ends_with(".fifo") => {
                return Err(invalid(format!("The destination ARN {arn} is invalid.")));
            }
            "sqs" => Place::Queue { region: region.to_owned(), url: names::url(&parts) },
            "sns" => Place::Topic { region: region.to_owned() },
            _ => return Err(invalid(format!("Unsupported destination: {arn}"))),
        };
        if account.is_empty() != matches!(place, Place::Bucket(_)) {
            return Err(invalid(format!("The destination ARN {arn} is invalid.")));
        }
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
    let mut sender = as_role(&cx, &role, &mapping.function).await?;
    match &destination.place {
        Place::Bucket(bucket) => {
            let letter = letter::with_payload(discarded, &role, now, &cx.request_id)?;
            let key = key(mapping, &discarded.shard_id, now, &platform.ids.uuid());
            put(&sender, bucket, key, letter).await
        }
        Place::Queue { region, url } => {
            sender.region = region.as_str().into();
            let message_body = letter::without_payload(discarded, now, &cx.request_id)?;
            let queue_url = url.clone();
            let input = SendMessageRequest { queue_url, message_body, ..Default::default() };
            sender.call::<SendMessage>(input).await.map(drop)
        }
        Place::Topic { region } => {
            sender.region = region.as_str().into();
            let message = letter::without_payload(discarded, now, &cx.request_id)?;
            let topic_arn = Some(destination.arn.clone());
            let input = PublishInput { topic_arn, message, ..Default::default() };
            sender.call::<Publish>(input).await.map(drop)
        }
    }
}

async fn put(sender: &Context, bucket: &str, key: String, letter: Bytes) -> Result<()> {
    let input = PutObjectRequest {
        bucket: bucket.to_owned(),
        key,
        body: letter.into(),
        content_type: Some("application/json".to_owned()),
        ..Default::default()
    };
    sender.call::<PutObject>(input).await.map(drop)
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
///
/// # Errors
/// The role's, such as that it does not trust the service.
pub(crate) async fn as_role(cx: &Context, role: &str, function: &str) -> Result<Context> {
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
    fn buckets_and_what_has_no_order_are_destinations() {
        let place = |arn| Destination::parse(arn).unwrap().place;
        assert_eq!(place("arn:aws:s3:::letters"), Place::Bucket("letters".into()));
        let region = "eu-west-1".to_owned();
        let url = "https://sqs.eu-west-1.amazonaws.com/000000000000/q".to_owned();
        let queue = Place::Queue { region: region.clone(), url };
        assert_eq!(place("arn:aws:sqs:eu-west-1:000000000000:q"), queue);
        assert_eq!(place("arn:aws:sns:eu-west-1:000000000000:t"), Place::Topic { region });
    }

    #[test]
    fn what_takes_no_letters_is_refused() {
        for arn in [
            "arn:aws:sqs:us-east-1:000000000000:q.fifo",
            "arn:aws:sns:us-east-1:000000000000:t.fifo",
            "arn:aws:sns:us-east-1:000000000000:t:subscription",
            "arn:aws:sqs:us-east-1::q",
            "arn:aws:s3::000000000000:letters",
        ] {
            let refusal = Destination::parse(arn).unwrap_err().message;
            assert_eq!(refusal, format!("The destination ARN {arn} is invalid."));
        }
        for arn in [
            "arn:aws:s3:::letters/inside",
            "arn:aws:lambda:us-east-1:000000000000:function:f",
            "kafka://topic",
        ] {
            let refusal = Destination::parse(arn).unwrap_err().message;
            assert_eq!(refusal, format!("Unsupported destination: {arn}"));
        }
    }

    #[test]
    fn a_destination_is_kept_as_its_arn() {
        for kept in [r#""arn:aws:s3:::letters""#, r#""arn:aws:sqs:us-east-1:000000000000:q""#] {
            let read: Destination = serde_json::from_str(kept).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), kept);
        }
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

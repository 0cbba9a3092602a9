//! Where the letter about records that were given up goes: `DestinationConfig.OnFailure`.
//!
//! "Retain discarded batch records for a Kinesis Data Streams event source" in the Lambda developer
//! guide. The letter is left as the function's role.

use crate::disposal::{Discarded, Disposal};
use crate::errors::invalid;
use crate::letter;
use crate::target;
use platform::{
    Arn, BoxFuture, Context, Error, Letter, Letterbox, LetterboxKind, Platform, Principal, Result,
    letter_key,
};
use serde::{Deserialize, Serialize};
use shapes::sts::{AssumeRoleRequest, ops::AssumeRole};
use std::sync::Arc;

/// A destination, kept as its ARN: a standard queue, a standard topic or a bucket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Destination(Letterbox);

impl Destination {
    /// Reads the ARN of a request. "Destination – Standard SQS queue, standard SNS topic, S3
    /// bucket": what has an order of its own takes no letters.
    ///
    /// # Errors
    /// `InvalidParameterValueException` for a place that letters do not go to.
    pub fn parse(arn: &str) -> Result<Self> {
        let takes = |it: &Letterbox| it.kind() != LetterboxKind::Function && !it.is_fifo();
        if let Some(letterbox) = Letterbox::parse(arn).filter(takes) {
            return Ok(Self(letterbox));
        }
        let parts = Arn::parse(arn);
        let is_kind = parts.is_some_and(|it| match it.service {
            "sqs" | "sns" => true,
            "s3" => !it.resource.contains(['/', ':']),
            _ => false,
        });
        Err(invalid(match is_kind {
            true => format!("The destination ARN {arn} is invalid."),
            false => format!("Unsupported destination: {arn}"),
        }))
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        self.0.arn()
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
    Destination(letterbox): &Destination,
    discarded: &Discarded,
) -> Result<()> {
    let mapping = &*discarded.mapping;
    let cx = target::context(platform, mapping);
    let role = target::role(&cx, mapping).await?;
    let now = cx.now();
    let sender = as_role(&cx, &role, &mapping.function).await?;
    let body = match letterbox.kind() {
        LetterboxKind::Bucket => letter::with_payload(discarded, &role, now, &cx.request_id)?,
        _ => letter::without_payload(discarded, now, &cx.request_id)?,
    };
    let folder = format!("aws/lambda/{}/{}", mapping.uuid, discarded.shard_id);
    let key = letter_key(&folder, now, &platform.ids.uuid());
    letterbox.leave(&sender, Letter { body, attributes: Vec::new(), key }).await
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

    #[test]
    fn buckets_and_what_has_no_order_are_destinations() {
        for arn in [
            "arn:aws:s3:::letters",
            "arn:aws:sqs:eu-west-1:000000000000:q",
            "arn:aws:sns:eu-west-1:000000000000:t",
        ] {
            assert_eq!(Destination::parse(arn).unwrap().arn(), arn);
        }
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
}

//! `GetShardIterator`.

use crate::Dynamodb;
use crate::errors::invalid;
use crate::streams::horizon;
use crate::streams::iterator::ShardIterator;
use crate::streams::reading::{self, Shard};
use crate::streams::sequence::Sequence;
use crate::streams::shard::ShardName;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodbstreams::errors::{
    RESOURCE_NOT_FOUND_EXCEPTION, TRIMMED_DATA_ACCESS_EXCEPTION,
};
use shapes::dynamodbstreams::ops;
use shapes::dynamodbstreams::{GetShardIteratorInput, GetShardIteratorOutput};

impl Handler<ops::GetShardIterator> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: GetShardIteratorInput,
    ) -> Result<GetShardIteratorOutput> {
        platform::refuse(
            |message| invalid(message.to_owned()),
            [("Timestamp", input.timestamp.is_some())],
        )?;
        let given = sequence(&input)?;
        let stream = reading::stream(cx, &input.stream_arn).await?;
        let found = match ShardName::parse(&input.shard_id) {
            Some((name, opened)) => reading::shard(cx, &stream, name, opened).await?,
            None => None,
        };
        let Some(shard) = found else {
            let message = format!(
                "Requested resource not found: Shard: {} in Stream: {} not found",
                input.shard_id, input.stream_arn
            );
            return Err(Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message));
        };
        let oldest = horizon(cx.now());
        let position = match (&*input.shard_iterator_type, given) {
            ("LATEST", _) => reading::latest(cx, &stream, &shard).await?,
            ("AT_SEQUENCE_NUMBER", Some(at)) => within(&shard, at, oldest)?,
            ("AFTER_SEQUENCE_NUMBER", Some(at)) => within(&shard, at, oldest)?.after(),
            _ => shard.first.max(oldest),
        };
        let iterator = ShardIterator {
            stream_arn: input.stream_arn,
            shard: shard.name,
            opened: shard.opened,
            position,
            issued: cx.now(),
        };
        Ok(GetShardIteratorOutput { shard_iterator: Some(iterator.text()) })
    }
}

/// The number that a request gives, where its type has one.
fn sequence(input: &GetShardIteratorInput) -> Result<Option<Sequence>> {
    let number = input.sequence_number.as_deref();
    match &*input.shard_iterator_type {
        "AT_SEQUENCE_NUMBER" | "AFTER_SEQUENCE_NUMBER" => {
            let number = number.ok_or_else(|| {
                invalid(
                    "SequenceNumber must be specified for shard iterator types AT_SEQUENCE_NUMBER \
                     and AFTER_SEQUENCE_NUMBER.",
                )
            })?;
            let number = Sequence::parse(number);
            number.map(Some).ok_or_else(|| invalid("Invalid SequenceNumber for the shard"))
        }
        _ if number.is_some() => Err(invalid(
            "SequenceNumber must not be specified for shard iterator types TRIM_HORIZON and LATEST.",
        )),
        _ => Ok(None),
    }
}

/// The number, if it may be one of the shard's and its record is still there.
fn within(shard: &Shard, at: Sequence, oldest: Sequence) -> Result<Sequence> {
    // Where nothing was added, the number of the shard's beginning is no record's.
    if at < shard.first || shard.last.is_some_and(|last| last < at) {
        return Err(invalid("Invalid SequenceNumber for the shard"));
    }
    if at < oldest {
        return Err(trimmed());
    }
    Ok(at)
}

/// What a request asks for is older than a day.
pub(super) fn trimmed() -> Error {
    let message = "The operation attempted to read past the oldest stream record in a shard.";
    Error::new(&TRIMMED_DATA_ACCESS_EXCEPTION, message)
}

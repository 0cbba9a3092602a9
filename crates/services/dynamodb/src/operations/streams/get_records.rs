//! `GetRecords`.

use super::get_shard_iterator::trimmed;
use crate::Dynamodb;
use crate::streams::horizon;
use crate::streams::iterator::ShardIterator;
use crate::streams::reading;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodbstreams::errors::RESOURCE_NOT_FOUND_EXCEPTION;
use shapes::dynamodbstreams::ops;
use shapes::dynamodbstreams::{GetRecordsInput, GetRecordsOutput};

/// How many records an answer has at most.
const MOST: usize = 1000;

impl Handler<ops::GetRecords> for Dynamodb {
    async fn handle(&self, cx: &Context, input: GetRecordsInput) -> Result<GetRecordsOutput> {
        let iterator = ShardIterator::parse(&input.shard_iterator, cx.now())?;
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.unwrap_or(MOST).clamp(1, MOST);
        let stream = reading::stream(cx, &iterator.stream_arn).await?;
        let shard = reading::shard(cx, &stream, iterator.shard, iterator.opened).await?;
        let Some(shard) = shard else {
            let message = "Invalid ShardId in ShardIterator";
            return Err(Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message));
        };
        let position = iterator.position;
        // What an open shard has is younger than a day.
        if shard.last.is_some_and(|last| position <= last && position < horizon(cx.now())) {
            return Err(trimmed());
        }
        let given = reading::records(cx, &stream, &shard, position, limit).await?;
        let next = given.next.map(|position| {
            ShardIterator { position, issued: cx.now(), ..iterator.clone() }.text()
        });
        Ok(GetRecordsOutput { records: Some(given.records), next_shard_iterator: next })
    }
}

use crate::errors::invalid_argument;
use crate::stream_record::StreamRecord;
use crate::tokens::{Kind, LIFETIME_MS};
use crate::{Kinesis, views};
use platform::{Context, Error, Handler, Result};
use serde::{Deserialize, Serialize};
use shapes::kinesis::errors::EXPIRED_NEXT_TOKEN_EXCEPTION;
use shapes::kinesis::{ListStreamsInput, ListStreamsOutput, StreamSummary, ops::ListStreams};

/// The most streams of one answer, whatever the limit asks for.
const PAGE: usize = 100;

/// Where a listing goes on; the body of `NextToken`.
#[derive(Serialize, Deserialize)]
struct Cursor {
    issued_ms: i64,
    after: String,
}

impl Handler<ListStreams> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: ListStreamsInput,
    ) -> Result<ListStreamsOutput> {
        let now_ms = context.now().millis();
        let after = match (input.next_token, input.exclusive_start_stream_name) {
            (None, after) => after,
            (Some(token), None) => Some(self.after(&token, now_ms).await?),
            (Some(_), Some(_)) => {
                return Err(invalid_argument(
                    "NextToken and ExclusiveStartStreamName cannot be provided together.",
                ));
            }
        };
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.unwrap_or(PAGE).clamp(1, PAGE);
        let (account, region) = (&context.account, &context.region);
        let mut streams = self.streams.list(account, region, after.as_deref(), limit + 1).await?;
        let has_more_streams = streams.len() > limit;
        streams.truncate(limit);
        let next_token = match streams.last().filter(|_| has_more_streams) {
            None => None,
            Some(last) => {
                let cursor = Cursor { issued_ms: now_ms, after: last.name.clone() };
                let body = serde_json::to_vec(&cursor).map_err(Error::internal)?;
                Some(self.tokens.seal(Kind::NextStreams, &body).await?)
            }
        };
        Ok(ListStreamsOutput {
            stream_names: streams.iter().map(|record| record.name.clone()).collect(),
            has_more_streams,
            next_token,
            stream_summaries: Some(streams.iter().map(summary).collect()),
        })
    }
}

impl Kinesis {
    async fn after(&self, token: &str, now_ms: i64) -> Result<String> {
        let body = self.tokens.open(Kind::NextStreams, token).await?;
        let cursor = body.and_then(|body| serde_json::from_slice::<Cursor>(&body).ok());
        match cursor {
            None => Err(invalid_argument("Invalid NextToken.")),
            Some(cursor) if now_ms - cursor.issued_ms > LIFETIME_MS => {
                Err(Error::new(&EXPIRED_NEXT_TOKEN_EXCEPTION, "NextToken has expired."))
            }
            Some(cursor) => Ok(cursor.after),
        }
    }
}

fn summary(record: &StreamRecord) -> StreamSummary {
    StreamSummary {
        stream_name: record.name.clone(),
        stream_arn: record.arn(),
        stream_status: record.status.as_str().to_owned(),
        stream_mode_details: Some(views::mode(record)),
        stream_creation_timestamp: Some(views::created(record)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use std::time::Duration;

    #[tokio::test]
    async fn names_come_in_order_and_in_pages() {
        let world = World::new().await;
        for name in ["b", "a", "c", "a.b"] {
            world.create(name, 1).await;
        }
        let mut other = world.context();
        other.account = "111111111111".into();
        let all = world.run::<ListStreams>(ListStreamsInput::default()).await.unwrap();
        assert_eq!(all.stream_names, ["a", "a.b", "b", "c"]);
        assert_eq!((all.has_more_streams, &all.next_token), (false, &None));
        let summary = &all.stream_summaries.unwrap()[1];
        assert_eq!(summary.stream_arn, "arn:aws:kinesis:us-east-1:000000000000:stream/a.b");
        let none = other.run::<ListStreams, _>(&*world.kinesis, ListStreamsInput::default()).await;
        assert!(none.unwrap().stream_names.is_empty());

        let first = ListStreamsInput { limit: Some(2), ..ListStreamsInput::default() };
        let page = world.run::<ListStreams>(first).await.unwrap();
        assert!(page.has_more_streams);
        let next = ListStreamsInput { next_token: page.next_token, ..Default::default() };
        assert_eq!(world.run::<ListStreams>(next.clone()).await.unwrap().stream_names, ["b", "c"]);
        let named = ListStreamsInput {
            exclusive_start_stream_name: Some("a".to_owned()),
            ..ListStreamsInput::default()
        };
        let page = world.run::<ListStreams>(named.clone()).await.unwrap();
        assert_eq!(page.stream_names, ["a.b", "b", "c"]);
        let both = ListStreamsInput { next_token: next.next_token.clone(), ..named };
        assert!(world.run::<ListStreams>(both).await.is_err());
        world.clock.advance(Duration::from_millis(300_001));
        let error = world.run::<ListStreams>(next).await.unwrap_err();
        assert_eq!(error.code(), "ExpiredNextTokenException");
    }
}

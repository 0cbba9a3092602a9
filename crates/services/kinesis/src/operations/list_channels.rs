use crate::Kinesis;
use crate::channels::record::{self, Channel};
use crate::channels::view;
use crate::errors::invalid_argument;
use crate::tokens::{Kind, LIFETIME_MS};
use platform::{Context, Error, Handler, Result};
use serde::{Deserialize, Serialize};
use shapes::kinesis::errors::EXPIRED_NEXT_TOKEN_EXCEPTION;
use shapes::kinesis::{ListChannelsInput, ListChannelsOutput, StreamFilter, ops::ListChannels};
use store::Scan;

/// The most channels of one answer, whatever `MaxResults` asks for.
const PAGE: usize = 100;

/// Where a listing goes on; the body of `NextToken`.
#[derive(Serialize, Deserialize)]
struct Cursor {
    issued_ms: i64,
    after: String,
}

impl Handler<ListChannels> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: ListChannelsInput,
    ) -> Result<ListChannelsOutput> {
        let now_ms = context.now().millis();
        let (account, region) = (&context.account, &context.region);
        let mut scan = Scan::prefix(&record::key(account, region, ""));
        if let Some(token) = &input.next_token {
            let after = self.after_channel(token, now_ms).await?;
            scan.range = scan.range.after(&record::key(account, region, &after));
        }
        let found = record::scan(context.tables(), scan).await?;
        let mut found = found.into_iter().filter(|it| wants(input.stream_filter.as_deref(), it));
        let limit = input.max_results.and_then(|limit| usize::try_from(limit).ok());
        let page: Vec<_> = found.by_ref().take(limit.unwrap_or(PAGE).clamp(1, PAGE)).collect();
        let has_more = found.next().is_some();
        let next_token = match page.last().filter(|_| has_more) {
            None => None,
            Some(last) => {
                let cursor = Cursor { issued_ms: now_ms, after: last.name.clone() };
                let body = serde_json::to_vec(&cursor).map_err(Error::internal)?;
                Some(self.tokens.seal(Kind::NextChannels, &body).await?)
            }
        };
        let channel_summaries = page.iter().map(view::summary).collect();
        Ok(ListChannelsOutput { channel_summaries, next_token })
    }
}

impl Kinesis {
    async fn after_channel(&self, token: &str, now_ms: i64) -> Result<String> {
        let body = self.tokens.open(Kind::NextChannels, token).await?;
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

/// Whether a filter, if there is any, lets a channel through: by its stream and, where that is given,
/// by when the stream was created.
fn wants(filter: Option<&[StreamFilter]>, channel: &Channel) -> bool {
    let stream = view::stream(channel);
    let is_its = |it: &StreamFilter| {
        let created = stream.stream_creation_timestamp.seconds();
        let same_time = it.stream_creation_timestamp.is_none_or(|at| at.seconds() == created);
        it.stream_arn == stream.stream_arn && same_time
    };
    filter.is_none_or(|filter| filter.is_empty() || filter.iter().any(is_its))
}

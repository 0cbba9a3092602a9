//! `DescribeLogStreams`.

use crate::events::edge;
use crate::paging::page;
use crate::records::event::{self, Position};
use crate::records::group::{self, Group};
use crate::records::stream::Stream;
use crate::{Logs, errors};
use platform::{Context, Handler, Result};
use shapes::logs::ops::DescribeLogStreams;
use shapes::logs::{DescribeLogStreamsRequest, DescribeLogStreamsResponse, LogStream};

impl Handler<DescribeLogStreams> for Logs {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeLogStreamsRequest,
    ) -> Result<DescribeLogStreamsResponse> {
        let by_time = input.order_by.as_deref() == Some("LastEventTime");
        if by_time && input.log_stream_name_prefix.is_some() {
            return Err(errors::invalid(
                "Cannot order by LastEventTime with a logStreamNamePrefix.",
            ));
        }
        let name = input.log_group_name.as_deref();
        let group = self.named_group(cx, name, input.log_group_identifier.as_deref()).await?;
        let prefix = input.log_stream_name_prefix.as_deref().unwrap_or_default();
        let mut places = Vec::new();
        for stream in self.streams(&group, prefix).await? {
            places.push((self.place(cx, &group, &stream, by_time).await?, stream));
        }
        places.sort_by(|a, b| a.0.cmp(&b.0));
        let descending = input.descending == Some(true);
        if descending {
            places.reverse();
        }
        let is_after = |place: &str, token: &str| (place > token) != descending && place != token;
        let token = input.next_token.as_deref();
        let place = |item: &(String, Stream)| item.0.clone();
        let (page, next_token) = page(places.into_iter(), place, is_after, token, input.limit);
        let mut log_streams = Vec::new();
        for (_, stream) in page {
            log_streams.push(self.shown(cx, &group, stream).await?);
        }
        Ok(DescribeLogStreamsResponse { log_streams: Some(log_streams), next_token })
    }
}

/// Before the first event that a group still has.
fn first(cx: &Context, group: &Group) -> Position {
    Position::before(group.keeps_from_ms(cx.now().millis()))
}

impl Logs {
    /// A text by which the streams are sorted, and which a token names.
    async fn place(
        &self,
        cx: &Context,
        group: &Group,
        stream: &Stream,
        by_time: bool,
    ) -> Result<String> {
        if !by_time {
            return Ok(stream.name.clone());
        }
        let prefix = event::prefix(&group.id, &stream.id);
        let newest = edge(self.tables(), &prefix, first(cx, group), true).await?;
        let time_ms = newest.map_or(0, |event| event.position.time_ms);
        Ok(format!("{time_ms:020} {}", stream.name))
    }

    async fn shown(&self, cx: &Context, group: &Group, stream: Stream) -> Result<LogStream> {
        let prefix = event::prefix(&group.id, &stream.id);
        let oldest = edge(self.tables(), &prefix, first(cx, group), false).await?;
        let newest = edge(self.tables(), &prefix, first(cx, group), true).await?;
        let time = |event: &event::Event| event.position.time_ms.cast_signed();
        let arn = group::arn(cx, &group.name);
        Ok(LogStream {
            arn: Some(format!("{arn}:log-stream:{}", stream.name)),
            log_stream_name: Some(stream.name),
            creation_time: Some(stream.created_ms),
            first_event_timestamp: oldest.as_ref().map(time),
            last_event_timestamp: newest.as_ref().map(time),
            last_ingestion_time: newest.as_ref().map(|event| event.ingested_ms),
            upload_sequence_token: newest.map(|event| crate::tokens::event_id(event.position)),
            stored_bytes: Some(0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;

    #[tokio::test]
    async fn the_stream_with_the_newest_event_comes_first() {
        let at = setting().await;
        at.put("a", &[(5, "x"), (9, "y")]).await.unwrap();
        at.put("b", &[(7, "z")]).await.unwrap();
        let mut input = DescribeLogStreamsRequest {
            log_group_name: Some("g".into()),
            order_by: Some("LastEventTime".into()),
            descending: Some(true),
            limit: Some(1),
            ..Default::default()
        };
        let list = at.cx.run::<DescribeLogStreams, _>(&*at.service, input.clone()).await.unwrap();
        let first = &list.log_streams.unwrap()[0];
        let now = at.cx.now().millis();
        assert_eq!(first.log_stream_name.as_deref(), Some("a"));
        assert_eq!(first.first_event_timestamp, Some(now + 5));
        assert_eq!(first.last_event_timestamp, Some(now + 9));
        input.next_token = list.next_token;
        let list = at.cx.run::<DescribeLogStreams, _>(&*at.service, input.clone()).await.unwrap();
        assert_eq!(list.log_streams.unwrap()[0].log_stream_name.as_deref(), Some("b"));
        assert_eq!(list.next_token, None);
        input.log_stream_name_prefix = Some("a".into());
        let error = at.cx.run::<DescribeLogStreams, _>(&*at.service, input).await.unwrap_err();
        assert_eq!(error.message, "Cannot order by LastEventTime with a logStreamNamePrefix.");
    }
}

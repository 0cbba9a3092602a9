//! `FilterLogEvents`.

use crate::events::{Merged, Room, Span};
use crate::pattern::Pattern;
use crate::records::event;
use crate::records::group::Group;
use crate::records::stream::Stream;
use crate::tokens::{Token, event_id};
use crate::{Logs, encryption, errors};
use platform::{Context, Handler, Result};
use shapes::logs::ops::FilterLogEvents;
use shapes::logs::{FilterLogEventsRequest, FilterLogEventsResponse, FilteredLogEvent};

/// How many events one call looks at before it gives a token instead of more matches.
const MAX_SEARCHED: usize = 100_000;

impl Handler<FilterLogEvents> for Logs {
    async fn handle(
        &self,
        cx: &Context,
        input: FilterLogEventsRequest,
    ) -> Result<FilterLogEventsResponse> {
        if input.unmask == Some(true) {
            return Err(errors::unsupported("unmask"));
        }
        let pattern = Pattern::parse(input.filter_pattern.as_deref().unwrap_or_default())?;
        let token = input.next_token.as_deref().map(Token::decode).transpose()?;
        let name = input.log_group_name.as_deref();
        let group = self.named_group(cx, name, input.log_group_identifier.as_deref()).await?;
        encryption::check_get(cx, &group).await?;
        let streams = self.chosen(&group, &input).await?;
        let forward = match token {
            Some(token) => token.forward,
            None => input.start_from_head != Some(false),
        };
        // Unlike `GetLogEvents`, only events later than the end are left out.
        let end = input.end_time.map(|end| end.saturating_add(1));
        let start = group.read_from_ms(cx.now().millis(), input.start_time);
        let all = Span::of_times(start, end, forward);
        let span = token.map_or(all, |token| all.beyond(token.position));
        let prefix = |stream: &Stream| event::prefix(&group.id, &stream.id);
        let prefixes = streams.iter().map(prefix).collect();
        let mut merged = Merged::new(self.tables(), prefixes, span).await?;
        let mut room = Room::new(input.limit);
        let (mut events, mut next_token, mut last) = (Vec::new(), None, None);
        for searched in 0.. {
            let Some((index, event)) = merged.next().await? else { break };
            let matched = pattern.matches(&event.message);
            if searched == MAX_SEARCHED || (matched && !room.take(&event)) {
                next_token = last.map(|position| Token { forward, position }.encode());
                break;
            }
            last = Some(event.position);
            if matched {
                events.push(FilteredLogEvent {
                    log_stream_name: Some(streams[index].name.clone()),
                    timestamp: Some(event.position.time_ms.cast_signed()),
                    message: Some(event.message),
                    ingestion_time: Some(event.ingested_ms),
                    event_id: Some(event_id(event.position)),
                });
            }
        }
        let searched_log_streams = Some(Vec::new());
        Ok(FilterLogEventsResponse { events: Some(events), searched_log_streams, next_token })
    }
}

impl Logs {
    /// The streams that the request names, or all.
    async fn chosen(&self, group: &Group, input: &FilterLogEventsRequest) -> Result<Vec<Stream>> {
        let prefix = input.log_stream_name_prefix.as_deref();
        let Some(names) = &input.log_stream_names else {
            return self.streams(group, prefix.unwrap_or_default()).await;
        };
        if prefix.is_some() {
            return Err(errors::invalid(
                "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.",
            ));
        }
        let mut names = names.clone();
        names.sort_unstable();
        names.dedup();
        let mut streams = Vec::with_capacity(names.len());
        for name in &names {
            streams.push(self.stream(group, name).await?.0);
        }
        Ok(streams)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::{Setting, setting};

    fn input() -> FilterLogEventsRequest {
        FilterLogEventsRequest { log_group_name: Some("g".into()), ..Default::default() }
    }

    async fn filter(at: &Setting, input: FilterLogEventsRequest) -> (Vec<String>, Option<String>) {
        let output = at.cx.run::<FilterLogEvents, _>(&*at.service, input).await.unwrap();
        let messages = output.events.unwrap().into_iter().map(|event| event.message.unwrap());
        (messages.collect(), output.next_token)
    }

    #[tokio::test]
    async fn streams_are_interleaved_by_time_and_read_in_pages() {
        let at = setting().await;
        at.put("a", &[(1, "a1"), (3, "a3")]).await.unwrap();
        at.put("b", &[(2, "b2"), (3, "b3")]).await.unwrap();
        let mut input = FilterLogEventsRequest { limit: Some(3), ..input() };
        let (events, token) = filter(&at, input.clone()).await;
        assert_eq!(events, ["a1", "b2", "a3"]);
        input.next_token = token;
        assert_eq!(filter(&at, input).await, (vec!["b3".to_owned()], None));
    }

    #[tokio::test]
    async fn events_are_chosen_by_stream_time_and_pattern() {
        let at = setting().await;
        at.put("a", &[(1, "ERROR one"), (3, "fine")]).await.unwrap();
        at.put("b", &[(2, "ERROR two")]).await.unwrap();
        let now = at.cx.now().millis();
        let pattern = Some("ERROR".to_owned());
        let by_pattern = FilterLogEventsRequest { filter_pattern: pattern, ..input() };
        assert_eq!(filter(&at, by_pattern.clone()).await.0, ["ERROR one", "ERROR two"]);
        let streams = Some(vec!["b".to_owned(), "b".to_owned()]);
        let by_stream = FilterLogEventsRequest { log_stream_names: streams, ..by_pattern };
        assert_eq!(filter(&at, by_stream).await.0, ["ERROR two"]);
        let by_time = FilterLogEventsRequest { end_time: Some(now + 2), ..input() };
        assert_eq!(filter(&at, by_time).await.0, ["ERROR one", "ERROR two"]);
        let newest = FilterLogEventsRequest { start_from_head: Some(false), ..input() };
        assert_eq!(filter(&at, newest).await.0, ["fine", "ERROR two", "ERROR one"]);
    }

    #[tokio::test]
    async fn a_missing_stream_is_said_so() {
        let at = setting().await;
        let streams = Some(vec!["zz".to_owned()]);
        let input = FilterLogEventsRequest { log_stream_names: streams, ..input() };
        let error = at.cx.run::<FilterLogEvents, _>(&*at.service, input).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
    }
}

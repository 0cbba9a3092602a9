//! `GetLogEvents`.

use crate::events::{Merged, Room, Span};
use crate::records::event::{self, Event, Position};
use crate::tokens::Token;
use crate::{Logs, encryption, errors};
use platform::{Context, Handler, Result};
use shapes::logs::ops::GetLogEvents;
use shapes::logs::{GetLogEventsRequest, GetLogEventsResponse, OutputLogEvent};

impl Handler<GetLogEvents> for Logs {
    async fn handle(
        &self,
        cx: &Context,
        input: GetLogEventsRequest,
    ) -> Result<GetLogEventsResponse> {
        if input.unmask == Some(true) {
            return Err(errors::unsupported("unmask"));
        }
        let token = input.next_token.as_deref().map(Token::decode).transpose()?;
        let name = input.log_group_name.as_deref();
        let group = self.named_group(cx, name, input.log_group_identifier.as_deref()).await?;
        encryption::check_get(cx, &group).await?;
        let (stream, _) = self.stream(&group, &input.log_stream_name).await?;
        let forward = match token {
            Some(token) => token.forward,
            None => input.start_from_head == Some(true),
        };
        let start = group.read_from_ms(cx.now().millis(), input.start_time);
        let all = Span::of_times(start, input.end_time, forward);
        let span = token.map_or(all, |token| all.beyond(token.position));
        let prefixes = vec![event::prefix(&group.id, &stream.id)];
        let mut merged = Merged::new(self.tables(), prefixes, span).await?;
        let mut room = Room::new(input.limit);
        let mut events = Vec::new();
        while let Some((_, event)) = merged.next().await? {
            if !room.take(&event) {
                break;
            }
            events.push(event);
        }
        if !forward {
            events.reverse();
        }
        Ok(answer(events, token, all.from))
    }
}

/// A page and the tokens of its neighbours. Where nothing was found, both stay where they were.
fn answer(events: Vec<Event>, token: Option<Token>, from: Position) -> GetLogEventsResponse {
    let stay = token.map_or(from, |token| token.position);
    let place = |event: Option<&Event>| event.map_or(stay, |event| event.position);
    let after = Token { forward: true, position: place(events.last()) };
    let before = Token { forward: false, position: place(events.first()) };
    let shown = |event: Event| OutputLogEvent {
        timestamp: Some(event.position.time_ms.cast_signed()),
        message: Some(event.message),
        ingestion_time: Some(event.ingested_ms),
    };
    GetLogEventsResponse {
        next_forward_token: Some(after.encode()),
        next_backward_token: Some(before.encode()),
        events: Some(events.into_iter().map(shown).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::{Setting, setting};

    async fn get(at: &Setting, input: &GetLogEventsRequest) -> (Vec<String>, String, String) {
        let output = at.cx.run::<GetLogEvents, _>(&*at.service, input.clone()).await.unwrap();
        let messages = output.events.unwrap().into_iter().map(|event| event.message.unwrap());
        let tokens = (output.next_forward_token.unwrap(), output.next_backward_token.unwrap());
        (messages.collect(), tokens.0, tokens.1)
    }

    fn input() -> GetLogEventsRequest {
        GetLogEventsRequest {
            log_group_name: Some("g".into()),
            log_stream_name: "a".into(),
            limit: Some(2),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn the_forward_token_stays_the_same_at_the_end_until_there_is_more() {
        let at = setting().await;
        at.put("a", &[(1, "1"), (2, "2"), (3, "3")]).await.unwrap();
        let mut input = GetLogEventsRequest { start_from_head: Some(true), ..input() };
        let (events, token, _) = get(&at, &input).await;
        assert_eq!(events, ["1", "2"]);
        input.next_token = Some(token);
        let (events, end, _) = get(&at, &input).await;
        assert_eq!(events, ["3"]);
        input.next_token = Some(end.clone());
        let (events, token, _) = get(&at, &input).await;
        assert_eq!((events.len(), &token), (0, &end));
        at.put("a", &[(3, "again 3")]).await.unwrap();
        assert_eq!(get(&at, &input).await.0, ["again 3"]);
    }

    #[tokio::test]
    async fn without_a_head_the_newest_come_first_and_older_by_the_backward_token() {
        let at = setting().await;
        at.put("a", &[(1, "1"), (2, "2"), (3, "3")]).await.unwrap();
        let mut input = input();
        let (events, _, older) = get(&at, &input).await;
        assert_eq!(events, ["2", "3"]);
        input.next_token = Some(older);
        let (events, _, end) = get(&at, &input).await;
        assert_eq!(events, ["1"]);
        input.next_token = Some(end.clone());
        let (events, _, token) = get(&at, &input).await;
        assert_eq!((events.len(), token), (0, end));
    }

    #[tokio::test]
    async fn an_empty_stream_can_be_followed_from_its_first_token() {
        let at = setting().await;
        let mut input = input();
        let (events, token, _) = get(&at, &input).await;
        assert!(events.is_empty());
        at.put("a", &[(0, "first")]).await.unwrap();
        input.next_token = Some(token);
        assert_eq!(get(&at, &input).await.0, ["first"]);
    }

    #[tokio::test]
    async fn times_bound_the_answer() {
        let at = setting().await;
        at.put("a", &[(1, "1"), (2, "2"), (3, "3")]).await.unwrap();
        let now = at.cx.now().millis();
        let (start_time, end_time) = (Some(now + 2), Some(now + 3));
        let input = GetLogEventsRequest { start_time, end_time, ..input() };
        assert_eq!(get(&at, &input).await.0, ["2"]);
    }
}

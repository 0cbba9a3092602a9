//! `PutLogEvents`.

use crate::live_tail::Ingested;
use crate::records::event::{self, EVENTS, Position};
use crate::records::group::{self, DAY_MS, GROUPS, Group};
use crate::records::stream::{self, STREAMS};
use crate::{Logs, encryption, errors, tokens};
use platform::metrics::Metric;
use platform::{Context, Handler, Result};
use shapes::logs::ops::PutLogEvents;
use shapes::logs::{
    InputLogEvent, PutLogEventsRequest, PutLogEventsResponse, RejectedEntityInfo,
    RejectedLogEventsInfo,
};
use std::ops::Range;
use store::Batch;

/// What a batch may be, from `PutLogEvents` in the API reference.
const MAX_BATCH_BYTES: usize = 1_048_576;
const EVENT_OVERHEAD: usize = 26;
const HOUR_MS: i64 = 3_600_000;

static INCOMING_BYTES: Metric = Metric::new("AWS/Logs", "IncomingBytes", "Bytes");
static INCOMING_EVENTS: Metric = Metric::new("AWS/Logs", "IncomingLogEvents", "None");

impl Handler<PutLogEvents> for Logs {
    async fn handle(
        &self,
        cx: &Context,
        input: PutLogEventsRequest,
    ) -> Result<PutLogEventsResponse> {
        let now = cx.now().millis();
        let (group_key, stream, taken, number) =
            loop {
                let (group, group_bytes) = self.group(cx, &input.log_group_name).await?;
                let (stream, stream_bytes) = self.stream(&group, &input.log_stream_name).await?;
                check_size_and_order(&input.log_events)?;
                encryption::check_put(cx, &group).await?;
                let taken = taken(&input.log_events, &group, now);
                let span = &input.log_events[taken.range.clone()];
                check_span(span)?;
                let group_key = group::key(cx, &group.name);
                let stands = Batch::new()
                    .equals(GROUPS.table, group_key.clone(), group_bytes)
                    .equals(STREAMS.table, stream::key(&group.id, &stream.name), stream_bytes);
                let prefix = event::prefix(&group.id, &stream.id);
                if let Some(number) = self.keep(&stands, &prefix, span, now).await? {
                    break (group_key, stream, taken, number);
                }
            };
        let span = &input.log_events[taken.range.clone()];
        count(cx, &input.log_group_name, span);
        let (group, stream) = (&group_key[..], stream.name.as_str());
        let ingested = Ingested { group, stream, events: span, now_ms: now };
        self.live_tails.tell(&ingested, &*self.platform.ids);
        let place = Position { number, ..Position::before(now) };
        Ok(PutLogEventsResponse {
            next_sequence_token: Some(tokens::event_id(place)),
            rejected_log_events_info: rejected(&taken, input.log_events.len()),
            rejected_entity_info: input
                .entity
                .map(|_| RejectedEntityInfo { error_type: "UnsupportedLogGroupType".to_owned() }),
        })
    }
}

impl Logs {
    /// Writes events of a stream, if `stands` holds, whose conditions are on the group and the
    /// stream; gives the number after their last, or nothing where the group or the stream is not as
    /// it was. Numbers that another process has given too, for the same times, are not used again.
    async fn keep(
        &self,
        stands: &Batch,
        prefix: &[u8],
        events: &[InputLogEvent],
        now: i64,
    ) -> Result<Option<u64>> {
        loop {
            let first = self.take_numbers(events.len() as u64);
            let mut batch = stands.clone();
            for (number, one) in (first..).zip(events) {
                let position = Position { number, ..Position::before(one.timestamp) };
                let key = event::key(prefix, position);
                batch = batch.absent(EVENTS, &key[..]);
                batch = batch.put(EVENTS, key, event::encode(now, &one.message));
            }
            match self.tables().commit(batch).await {
                Ok(()) => return Ok(Some(first + events.len() as u64)),
                Err(store::Error::Conflict(0 | 1)) => return Ok(None),
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Tells CloudWatch of events that were kept, of their group and of the account ("CloudWatch Logs
/// metrics").
fn count(cx: &Context, group: &str, events: &[InputLogEvent]) {
    let bytes = events.iter().map(|event| event.message.len() + EVENT_OVERHEAD).sum::<usize>();
    let values = [(&INCOMING_BYTES, bytes as f64), (&INCOMING_EVENTS, events.len() as f64)];
    let group = [("LogGroupName", group)];
    for dimensions in [&group[..], &[]] {
        cx.count(dimensions, &values);
    }
}

fn check_size_and_order(events: &[InputLogEvent]) -> Result<()> {
    let size = events.iter().map(|event| event.message.len() + EVENT_OVERHEAD).sum::<usize>();
    if size > MAX_BATCH_BYTES {
        return Err(errors::invalid(format!(
            "Upload too large: {size} bytes exceeds limit of {MAX_BATCH_BYTES}"
        )));
    }
    if !events.is_sorted_by_key(|event| event.timestamp) {
        return Err(errors::invalid(
            "Log events in a single PutLogEvents request must be in chronological order.",
        ));
    }
    Ok(())
}

/// Which events of a batch are kept, and where those end that are not.
struct Taken {
    /// What is kept.
    range: Range<usize>,
    /// The end of those that are older than 14 days.
    too_old: usize,
    /// The end of those that are older than the group keeps any.
    expired: usize,
}

/// The events that are neither older than 14 days, or than their group keeps any, nor more than two
/// hours in the future.
fn taken(events: &[InputLogEvent], group: &Group, now: i64) -> Taken {
    let older_than = |ms: i64| events.partition_point(|event| event.timestamp < ms);
    let too_old = older_than(now - 14 * DAY_MS);
    let expired = older_than(group.keeps_from_ms(now));
    let start = too_old.max(expired);
    let end = events.partition_point(|event| event.timestamp <= now + 2 * HOUR_MS);
    Taken { range: start..end.max(start), too_old, expired }
}

fn check_span(span: &[InputLogEvent]) -> Result<()> {
    if let (Some(first), Some(last)) = (span.first(), span.last())
        && last.timestamp - first.timestamp > DAY_MS
    {
        return Err(errors::invalid(
            "The batch of log events in a single PutLogEvents request cannot span more than \
             24 hours.",
        ));
    }
    Ok(())
}

fn rejected(taken: &Taken, all: usize) -> Option<RejectedLogEventsInfo> {
    let index = |index: usize| i32::try_from(index).ok();
    let end = |end: usize| index(end).filter(|end| *end > 0);
    let info = RejectedLogEventsInfo {
        too_old_log_event_end_index: end(taken.too_old),
        too_new_log_event_start_index: index(taken.range.end).filter(|_| taken.range.end < all),
        expired_log_event_end_index: end(taken.expired),
    };
    (info != RejectedLogEventsInfo::default()).then_some(info)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use platform::testing::check_counted;
    use store::Scan;

    #[tokio::test]
    async fn processes_that_give_the_same_numbers_keep_all_events_in_order() {
        let one = setting().await;
        let other = one.beside().await;
        for (at, message) in [(&one, "1"), (&other, "2"), (&one, "3"), (&other, "4")] {
            at.put("a", &[(0, message), (0, "and"), (5, message)]).await.unwrap();
        }
        let prefix = |row: &[u8]| row[..row.len() - 16].to_vec();
        let rows = one.cx.tables().scan(EVENTS, Scan::prefix(b"")).await.unwrap();
        let events: Vec<_> =
            rows.iter().map(|(key, value)| event::decode(key, value).unwrap()).collect();
        let messages: Vec<_> = events.iter().map(|event| &*event.message).collect();
        assert_eq!(messages.len(), 12, "{messages:?}");
        for message in ["1", "2", "3", "4"] {
            let places: Vec<_> = (0..12).filter(|at| messages[*at] == message).collect();
            assert_eq!(places.len(), 2, "{message} in {messages:?}");
            assert_eq!(messages[places[0] + 1], "and", "what came together stays together");
        }
        assert!(rows.iter().all(|(key, _)| prefix(key) == prefix(&rows[0].0)));
        let of_one: Vec<_> = messages.iter().filter(|it| ["1", "3"].contains(it)).collect();
        assert_eq!(of_one, [&"1", &"3", &"1", &"3"]);
    }

    #[tokio::test]
    async fn too_old_and_too_new_events_are_left_out_and_named() {
        let at = setting().await;
        let events = [(-15 * DAY_MS, "old"), (0, "now"), (3 * HOUR_MS, "new")];
        let output = at.put("a", &events).await.unwrap();
        let info = output.rejected_log_events_info.unwrap();
        assert_eq!(info.too_old_log_event_end_index, Some(1));
        assert_eq!(info.too_new_log_event_start_index, Some(2));
        assert_eq!(at.cx.tables().scan(EVENTS, Scan::prefix(b"")).await.unwrap().len(), 1);
        let expected = [
            ("IncomingLogEvents LogGroupName=g", 1, 1.0),
            ("IncomingBytes LogGroupName=g", 1, 29.0),
            ("IncomingBytes", 1, 29.0),
        ];
        check_counted(at.cx.platform(), &expected);
        assert_eq!(at.put("a", &[(0, "x")]).await.unwrap().rejected_log_events_info, None);
    }

    #[tokio::test]
    async fn a_batch_must_be_in_order_and_within_a_day() {
        let at = setting().await;
        let words = at.put("a", &[(1, "x"), (0, "y")]).await.unwrap_err().message;
        assert!(words.contains("chronological order"), "{words}");
        let words = at.put("a", &[(-2 * DAY_MS, "x"), (0, "y")]).await.unwrap_err().message;
        assert!(words.contains("cannot span more than 24 hours"), "{words}");
        let long = "x".repeat(MAX_BATCH_BYTES);
        let words = at.put("a", &[(0, &long)]).await.unwrap_err().message;
        assert_eq!(words, "Upload too large: 1048602 bytes exceeds limit of 1048576");
    }
}

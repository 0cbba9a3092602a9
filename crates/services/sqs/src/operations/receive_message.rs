//! `ReceiveMessage`.

use super::send_message::number;
use crate::deliver::{MOST_WAIT_MS, Received};
use crate::live::{Live, NEVER};
use crate::records::message::{Attribute, Message as Stored};
use crate::{Sqs, content, errors, handle, md5};
use platform::{Company, Context, Handler, Result};
use shapes::sqs::ops::ReceiveMessage;
use shapes::sqs::{Message, MessageAttributeValue, ReceiveMessageRequest, ReceiveMessageResult};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long an attempt's id counts.
const ATTEMPT_MS: i64 = 5 * 60 * 1000;

impl Handler<ReceiveMessage> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: ReceiveMessageRequest,
    ) -> Result<ReceiveMessageResult> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let most = bounded(
            input.max_number_of_messages,
            "MaxNumberOfMessages",
            1..=10,
            || "Must be between 1 and 10, if provided.",
        )?;
        let wait = bounded(
            input.wait_time_seconds,
            "WaitTimeSeconds",
            0..=20,
            || "Must be >= 0 and <= 20, if provided.",
        )?;
        let timeout = bounded(
            input.visibility_timeout,
            "VisibilityTimeout",
            0..=43_200,
            || "Must be >= 0 and <= 43200, if provided.",
        )?;
        let wanted = Wanted::of(&input)?;
        let (visibility_ms, wait_ms, key) = {
            let state = queue.open()?;
            (
                timeout.map_or(state.settings.visibility_ms, |it| it * 1000),
                wait.map_or(state.settings.wait_ms, |it| it * 1000),
                state.settings.key.clone(),
            )
        };
        queue.check_receive(cx, key.as_ref()).await?;
        let most = usize::try_from(most.unwrap_or(1)).unwrap_or(1);
        let end = if needs_no_end(cx, wait_ms) { NEVER } else { queue.now() + wait_ms };
        let attempt = input.receive_request_attempt_id.filter(|_| queue.is_fifo());
        if let Some(attempt) = &attempt {
            content::check_id("ReceiveRequestAttemptId", attempt)?;
            if let Some(again) = self.again(&queue, attempt, visibility_ms).await? {
                queue.count_received(again.len());
                return Ok(wanted.answer(&queue, again));
            }
        }
        let received = self.receive(cx, &queue, (most, visibility_ms), end).await?;
        queue.count_received(received.len());
        if let Some(attempt) = attempt {
            queue.state().remember(attempt, &received, queue.now());
        }
        Ok(wanted.answer(&queue, received))
    }
}

/// Who waits as long as it may, and says when it has waited enough, need not be looked after by the
/// clock. Of several processes another one may come to serve the queue, which is noticed when a wait
/// has ended.
fn needs_no_end(cx: &Context, wait_ms: i64) -> bool {
    let is_alone = cx.platform().leases.company() == Company::Alone;
    is_alone && cx.waits_without_end() && wait_ms == MOST_WAIT_MS
}

fn bounded(
    given: Option<i32>,
    name: &str,
    bounds: std::ops::RangeInclusive<i32>,
    reason: fn() -> &'static str,
) -> Result<Option<i64>> {
    match given {
        Some(value) if !bounds.contains(&value) => {
            Err(errors::invalid_value(value, name, reason()))
        }
        other => Ok(other.map(i64::from)),
    }
}

impl Sqs {
    /// What the same attempt was given before, if all of it is still out of sight.
    async fn again(
        &self,
        queue: &Arc<Live>,
        attempt: &str,
        visibility_ms: i64,
    ) -> Result<Option<Vec<Received>>> {
        let (given, held) = {
            let mut state = queue.open()?;
            let now = queue.now();
            let known = state.attempts.get(attempt).filter(|(until, _)| *until > now);
            let Some((_, given)) = known.cloned() else { return Ok(None) };
            let mut held = Vec::new();
            for (seq, count) in &given {
                match state.machine.hold(*seq, *count, now) {
                    Ok(before) => held.push((*seq, before)),
                    Err(_) => break,
                }
            }
            if held.len() < given.len() || given.is_empty() {
                held.iter().for_each(|(seq, before)| state.machine.settle(*seq, *before));
                return Ok(None);
            }
            (given, held)
        };
        let seqs: Vec<_> = held.iter().map(|(seq, _)| *seq).collect();
        self.set_sight(queue, held, visibility_ms).await?;
        let found = crate::deliver::messages(queue, seqs.into_iter()).await?;
        let state = queue.state();
        let each = given.into_iter().zip(found).filter_map(|((seq, count), message)| {
            let first_ms = state.machine.get(seq)?.first_ms?;
            Some(Received { seq, message: message?, count, first_ms })
        });
        Ok(Some(each.collect()))
    }
}

impl crate::live::State {
    /// Remembers what an attempt was given.
    fn remember(&mut self, attempt: String, received: &[Received], now: i64) {
        self.attempts.retain(|_, (until, _)| *until > now);
        if !received.is_empty() {
            let given = received.iter().map(|it| (it.seq, it.count)).collect();
            self.attempts.insert(attempt, (now + ATTEMPT_MS, given));
        }
    }
}

/// What a client wants to know of messages.
struct Wanted {
    system: Vec<String>,
    own: Vec<String>,
}

const SYSTEM: [&str; 10] = [
    "All",
    "AWSTraceHeader",
    "ApproximateFirstReceiveTimestamp",
    "ApproximateReceiveCount",
    "DeadLetterQueueSourceArn",
    "MessageDeduplicationId",
    "MessageGroupId",
    "SenderId",
    "SentTimestamp",
    "SequenceNumber",
];

impl Wanted {
    fn of(input: &ReceiveMessageRequest) -> Result<Self> {
        let lists = [&input.attribute_names, &input.message_system_attribute_names];
        let system: Vec<_> = lists.into_iter().flatten().flatten().cloned().collect();
        let unknown = system
            .iter()
            .find(|name| !SYSTEM.contains(&name.as_str()) && !crate::attributes::is_known(name));
        if let Some(unknown) = unknown {
            return Err(errors::unknown_attribute(unknown));
        }
        let own = input.message_attribute_names.clone().unwrap_or_default();
        Ok(Self { system, own })
    }

    fn answer(&self, queue: &Live, received: Vec<Received>) -> ReceiveMessageResult {
        let is_fifo = queue.is_fifo();
        let messages: Vec<_> =
            received.into_iter().map(|it| self.message(queue, is_fifo, it)).collect();
        ReceiveMessageResult { messages: (!messages.is_empty()).then_some(messages) }
    }

    fn message(&self, queue: &Live, is_fifo: bool, received: Received) -> Message {
        let system = self.system_attributes(is_fifo, &received);
        let Received { seq, message: Stored { id, body, attributes, .. }, count, .. } = received;
        let own: BTreeMap<_, _> =
            attributes.into_iter().filter(|(name, _)| self.wants_own(name)).collect();
        let sum = md5::of_attributes(own.iter().map(|(name, it)| (name.as_str(), it)));
        let own: BTreeMap<_, _> = own.into_iter().map(|(name, it)| (name, shown(it))).collect();
        Message {
            message_id: Some(id),
            receipt_handle: Some(handle::write(&queue.id, seq, count)),
            md5_of_body: Some(md5::of_text(&body)),
            body: Some(body),
            attributes: (!system.is_empty()).then_some(system),
            md5_of_message_attributes: sum,
            message_attributes: (!own.is_empty()).then_some(own),
        }
    }

    fn system_attributes(&self, is_fifo: bool, it: &Received) -> BTreeMap<String, String> {
        if self.system.is_empty() {
            return BTreeMap::new();
        }
        let message = &it.message;
        let all = [
            ("AWSTraceHeader", message.trace.as_ref().map(|trace| trace.value.clone())),
            ("ApproximateFirstReceiveTimestamp", Some(it.first_ms.to_string())),
            ("ApproximateReceiveCount", Some(it.count.to_string())),
            ("DeadLetterQueueSourceArn", message.died_in.clone()),
            ("MessageDeduplicationId", message.dedup.clone()),
            ("MessageGroupId", message.group.clone()),
            ("SenderId", Some(message.sender.clone())),
            ("SentTimestamp", Some(message.sent_ms.to_string())),
            ("SequenceNumber", is_fifo.then(|| number(it.seq))),
        ];
        let wants = |name: &str| self.system.iter().any(|asked| asked == "All" || asked == name);
        let given = all.into_iter().filter(|(name, _)| wants(name));
        given.filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }

    /// Names are given whole, as `All`, `*` or `.*`, or by what they begin with: `prefix.*`.
    fn wants_own(&self, name: &str) -> bool {
        self.own.iter().any(|asked| match asked.strip_suffix(".*") {
            Some(prefix) => name.starts_with(prefix),
            None => asked == "All" || asked == "*" || asked == name,
        })
    }
}

fn shown(attribute: Attribute) -> MessageAttributeValue {
    if attribute.is_binary() {
        let bytes = base64_simd::STANDARD.decode_to_vec(attribute.value.as_bytes());
        let binary_value = Some(bytes.unwrap_or_default().into());
        return MessageAttributeValue {
            binary_value,
            data_type: attribute.kind,
            ..Default::default()
        };
    }
    let string_value = Some(attribute.value);
    MessageAttributeValue { string_value, data_type: attribute.kind, ..Default::default() }
}

#[cfg(test)]
mod tests {
    use crate::operations::fixture::setting;
    use platform::testing::soon;
    use platform::{Service, Wanted};
    use std::sync::Arc;
    use std::time::Duration;

    #[tokio::test]
    async fn a_receive_that_waits_is_woken_by_a_send() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        let first = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        let second = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 2).await;
        at.send(&url, "a").await;
        assert_eq!(soon(first).await.unwrap()[0].body.as_deref(), Some("a"));
        at.send(&url, "b").await;
        assert_eq!(soon(second).await.unwrap()[0].body.as_deref(), Some("b"));
    }

    #[tokio::test]
    async fn a_receive_that_waits_sees_what_comes_back_and_ends_in_time() {
        let at = setting().await;
        let url = at.queue("q", &[("VisibilityTimeout", "10")]).await;
        at.send(&url, "a").await;
        at.receive(&url, 1).await;
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        at.clock.advance(Duration::from_secs(10));
        assert_eq!(soon(waiting).await.unwrap().len(), 1);
        let waiting = tokio::spawn(at.receiving(&url, 5));
        at.until_waiting(&url, 1).await;
        at.clock.advance(Duration::from_secs(5));
        assert!(soon(waiting).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_receive_that_waits_sees_what_comes_back_though_it_was_counted_first() {
        let mut at = setting().await;
        let url = at.queue("q", &[("VisibilityTimeout", "10")]).await;
        at.send(&url, "a").await;
        at.receive(&url, 1).await;
        let queue = at.sqs.queue(&at.cx, &url).await.unwrap();
        at.cx = at.cx.while_wanted(Arc::new(Wanted::default()));
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        at.clock.advance(Duration::from_secs(10));
        assert_eq!(queue.state().machine.counts(queue.now()).visible, 1);
        assert_eq!(soon(waiting).await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_receive_that_nobody_wants_any_more_takes_nothing() {
        let mut at = setting().await;
        let url = at.queue("q", &[]).await;
        let wanted = Arc::new(Wanted::default());
        at.cx = at.cx.while_wanted(wanted.clone());
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        wanted.end();
        assert!(soon(waiting).await.unwrap().is_empty());
        at.send(&url, "a").await;
        assert_eq!(soon(at.receiving(&url, 20)).await.len(), 1, "what is there is given");
        let waiting = tokio::spawn(at.receiving(&url, 20));
        assert!(soon(waiting).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_receive_whose_caller_says_when_it_is_enough_has_no_end() {
        let mut at = setting().await;
        let url = at.queue("q", &[]).await;
        let wanted = Arc::new(Wanted::default());
        at.cx = at.cx.while_wanted(wanted.clone());
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        at.send(&url, "a").await;
        at.delete(&url, &soon(waiting).await.unwrap()[0]).await;
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        at.clock.advance(Duration::from_secs(10_000));
        // Whoever was woken by the clock has looked by then.
        assert!(soon(at.receiving(&url, 0)).await.is_empty());
        at.until_waiting(&url, 1).await;
        at.send(&url, "b").await;
        let first = soon(waiting).await.unwrap();
        assert!(first.is_empty(), "after so long it is asked anew whether it may be received");
        assert_eq!(soon(at.receiving(&url, 20)).await.len(), 1);

        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        at.sqs.rest().await;
        assert!(soon(waiting).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_client_is_answered_when_it_said_and_takes_nothing_when_it_has_gone() {
        let mut at = setting().await;
        let url = at.queue("q", &[]).await;
        let wanted = Arc::new(Wanted::by_client());
        at.cx = at.cx.while_wanted(wanted.clone());
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        at.clock.advance(Duration::from_secs(20));
        assert!(soon(waiting).await.unwrap().is_empty());
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        wanted.end();
        assert!(soon(waiting).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_clock_that_passes_a_message_and_the_end_of_the_wait_at_once_brings_the_message() {
        let at = setting().await;
        let url = at.queue("q", &[("DelaySeconds", "600")]).await;
        at.send(&url, "a").await;
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        at.clock.advance(Duration::from_secs(3600));
        assert_eq!(soon(waiting).await.unwrap()[0].body.as_deref(), Some("a"));
    }

    #[tokio::test]
    async fn nobody_waits_when_the_service_stops() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        let waiting = tokio::spawn(at.receiving(&url, 20));
        at.until_waiting(&url, 1).await;
        at.sqs.rest().await;
        assert!(soon(waiting).await.unwrap().is_empty());
        assert!(soon(at.receiving(&url, 20)).await.is_empty());
    }

    #[tokio::test]
    async fn a_message_dies_exactly_at_the_limit_and_keeps_its_id() {
        let at = setting().await;
        let dead = at.queue("dead", &[]).await;
        let policy = r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":2}"#;
        let url = at.queue("q", &[("RedrivePolicy", policy), ("VisibilityTimeout", "1")]).await;
        at.send(&url, "a").await;
        let mut id = None;
        for _ in 0..2 {
            id = at.receive(&url, 1).await[0].message_id.clone();
            assert!(at.receive(&dead, 1).await.is_empty());
            at.clock.advance(Duration::from_secs(1));
        }
        assert!(at.receive(&url, 1).await.is_empty());
        let died = at.restarted().receive(&dead, 1).await;
        assert_eq!(died[0].message_id, id);
        let attributes = died[0].attributes.clone().unwrap();
        assert_eq!(attributes["DeadLetterQueueSourceArn"], "arn:aws:sqs:us-east-1:000000000000:q");
    }

    #[tokio::test]
    async fn nothing_of_a_group_passes_the_dead_that_cannot_go_yet() {
        let at = setting().await;
        let dead = at.queue("dead.fifo", &[("FifoQueue", "true")]).await;
        let policy = r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead.fifo","maxReceiveCount":1}"#;
        let settings = [
            ("FifoQueue", "true"),
            ("ContentBasedDeduplication", "true"),
            ("RedrivePolicy", policy),
            ("VisibilityTimeout", "1"),
        ];
        let url = at.queue("q.fifo", &settings).await;
        at.send_to_group(&url, "a", "g").await;
        assert_eq!(at.receive(&url, 1).await.len(), 1);
        at.send_to_group(&url, "b", "g").await;
        at.clock.advance(Duration::from_secs(1));
        let live = at.sqs.queue(&at.cx, &dead).await.unwrap();
        let turn = live.turn.write().await;
        assert!(at.receive(&url, 10).await.is_empty());
        drop(turn);
        at.clock.advance(Duration::from_secs(1));
        assert_eq!(at.receive(&url, 10).await[0].body.as_deref(), Some("b"));
        assert_eq!(at.receive(&dead, 10).await[0].body.as_deref(), Some("a"));
    }
}

//! `SendMessage`.

use crate::content::Draft;
use crate::live::{Live, Sent};
use crate::records::message::Message;
use crate::{Sqs, md5};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::SendMessage;
use shapes::sqs::{SendMessageRequest, SendMessageResult};

impl Handler<SendMessage> for Sqs {
    async fn handle(&self, cx: &Context, input: SendMessageRequest) -> Result<SendMessageResult> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let draft = Draft::from(input);
        let bytes = draft.bytes();
        let (checked, key) = {
            let state = queue.open()?;
            (draft.check(&state.settings)?, state.settings.key.clone())
        };
        queue.check_send(cx, key.as_ref()).await?;
        let sums = Sums::of(&checked.message);
        let sent = queue.send(&cx.principal.user_id(), vec![checked]).await?;
        queue.count_sent(&[bytes]);
        let is_fifo = queue.state().settings.is_fifo;
        let sent = sent.into_iter().next();
        Ok(SendMessageResult {
            md5_of_message_body: Some(sums.body),
            md5_of_message_attributes: sums.attributes,
            md5_of_message_system_attributes: sums.system,
            sequence_number: sent.as_ref().filter(|_| is_fifo).map(Sent::number),
            message_id: sent.map(|sent| sent.message_id),
        })
    }
}

/// What clients check.
pub(crate) struct Sums {
    pub(crate) body: String,
    pub(crate) attributes: Option<String>,
    pub(crate) system: Option<String>,
}

impl Sums {
    /// Of a message.
    pub(crate) fn of(message: &Message) -> Self {
        let attributes = message.attributes.iter().map(|(name, it)| (name.as_str(), it));
        let trace = message.trace.iter().map(|trace| ("AWSTraceHeader", trace));
        Self {
            body: md5::of_text(&message.body),
            attributes: md5::of_attributes(attributes),
            system: md5::of_attributes(trace),
        }
    }
}

impl Sent {
    /// Its number as clients see it.
    pub(crate) fn number(&self) -> String {
        number(self.seq)
    }
}

/// A message's number in twenty digits.
pub(crate) fn number(seq: u64) -> String {
    format!("1{seq:019}")
}

impl Live {
    /// Whether it keeps the order.
    pub(crate) fn is_fifo(&self) -> bool {
        self.state().settings.is_fifo
    }
}

#[cfg(test)]
mod tests {
    use crate::operations::fixture::setting;
    use std::time::Duration;

    #[tokio::test]
    async fn what_is_sent_is_received_once_within_its_timeout() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        at.send(&url, "hello").await;
        let first = at.receive(&url, 10).await;
        assert_eq!(first[0].body.as_deref(), Some("hello"));
        assert_eq!(first[0].md5_of_body.as_deref(), Some("5d41402abc4b2a76b9719d911017c592"));
        assert!(at.receive(&url, 10).await.is_empty());
        at.clock.advance(Duration::from_secs(30));
        let second = at.receive(&url, 10).await;
        assert_eq!(second[0].message_id, first[0].message_id);
        assert_ne!(second[0].receipt_handle, first[0].receipt_handle);
    }

    #[tokio::test]
    async fn what_was_acknowledged_is_there_after_a_restart() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        for body in ["a", "b", "c"] {
            at.send(&url, body).await;
        }
        let first = at.receive(&url, 1).await;
        at.delete(&url, &first[0]).await;
        at.receive(&url, 1).await;
        let again = at.restarted();
        let left = again.receive(&url, 10).await;
        assert_eq!(left.len(), 1, "one is deleted, one out of sight");
        assert_eq!(left[0].body.as_deref(), Some("c"));
        at.clock.advance(Duration::from_secs(30));
        let back = again.receive(&url, 10).await;
        let counts = |it: &shapes::sqs::Message| {
            it.attributes.as_ref().unwrap()["ApproximateReceiveCount"].clone()
        };
        assert_eq!(back.iter().map(counts).collect::<Vec<_>>(), ["2", "2"]);
    }

    #[tokio::test]
    async fn the_same_is_sent_once_to_a_fifo_queue() {
        let at = setting().await;
        let content = [("FifoQueue", "true"), ("ContentBasedDeduplication", "true")];
        let url = at.queue("q.fifo", &content).await;
        let first = at.send_to_group(&url, "x", "g").await;
        let same = at.send_to_group(&url, "x", "g").await;
        assert_eq!(first.sequence_number, same.sequence_number);
        assert_eq!(first.message_id, same.message_id);
        let same = at.restarted().send_to_group(&url, "x", "g").await;
        assert_eq!(first.message_id, same.message_id);
        at.clock.advance(Duration::from_secs(300));
        let later = at.send_to_group(&url, "x", "g").await;
        assert!(later.sequence_number > first.sequence_number);
        assert_eq!(later.sequence_number.map(|it| it.len()), Some(20));
        assert_eq!(at.receive(&url, 10).await.len(), 2);
    }
}

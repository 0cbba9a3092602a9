//! The way of what is published: held against the rules, given an id, and sent out to whoever wants
//! it.

use crate::Sns;
use crate::content::Draft;
use crate::filter::Event;
use crate::records::message::{Message, Outgoing};
use crate::topics::Known;
use platform::{Context, Result};
use std::sync::Arc;

/// A message that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Its id.
    pub message_id: String,
    /// Its number within a FIFO topic.
    pub sequence: Option<String>,
}

impl Sns {
    /// Accepts messages for a topic, all in one commit.
    ///
    /// # Errors
    /// What is wrong with the first that is not right; the storage's.
    pub async fn publish(
        &self,
        cx: &Context,
        known: Arc<Known>,
        drafts: Vec<Draft>,
    ) -> Result<Vec<Accepted>> {
        let now = cx.now().millis();
        let mut messages = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let mut message = draft.check(&known.topic)?;
            message.id = self.platform.ids.uuid();
            message.topic.clone_from(&known.arn);
            message.published_ms = now;
            message.trace = cx.trace.as_deref().map(str::to_owned);
            messages.push(message);
        }
        if known.topic.is_fifo() {
            return self.publish_in_order(cx, known, messages).await;
        }
        let accepted =
            messages.iter().map(|it| Accepted { message_id: it.id.clone(), sequence: None });
        let accepted = accepted.collect();
        let outgoing = messages.into_iter().map(|message| addressed(&known, message)).collect();
        self.send_all_out(outgoing, Some(known)).await?;
        Ok(accepted)
    }
}

/// A message, and who is to get it.
pub fn addressed(known: &Known, message: Message) -> Outgoing {
    let mut event = Event::of(&message);
    let wants = known.subscriptions.iter().filter(|it| {
        let passes = |filter| event.passes(filter, &it.record.protocol);
        it.record.takes_new() && it.filter.as_ref().is_none_or(passes)
    });
    let to = wants.map(|it| it.record.id.clone()).collect();
    Outgoing { message, to, ..Outgoing::default() }
}

//! The way of what is published: held against the rules, given an id, and sent out to whoever wants
//! it.

use crate::Sns;
use crate::content::Draft;
use crate::counts::{self, FilteredOut};
use crate::filter::Event;
use crate::records::message::{Message, Outgoing};
use crate::topics::Known;
use platform::{Context, Encrypted, Result};
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
        let sizes: Vec<_> = drafts.iter().map(Draft::bytes).collect();
        let topic = known.topic.name.clone();
        check_key(cx, &known).await?;
        let accepted = self.accept(cx, known, drafts).await?;
        counts::published(cx, &topic, &sizes);
        Ok(accepted)
    }

    async fn accept(
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
        let addressed = messages.into_iter().map(|message| addressed(&known, message));
        let (outgoing, filtered): (_, Vec<_>) = addressed.unzip();
        self.send_all_out(outgoing, Some(known.clone())).await?;
        filtered.iter().for_each(|it: &FilteredOut| it.tell(&self.platform, &known));
        Ok(accepted)
    }
}

/// Refuses who may not publish by the topic's key of KMS, if it has one ("Amazon SNS key management").
///
/// # Errors
/// What SNS says of such a key.
async fn check_key(cx: &Context, known: &Known) -> Result<()> {
    let Some(key) = known.topic.attributes.get("KmsMasterKeyId") else { return Ok(()) };
    let pairs = [("aws:sns:topicArn", &*known.arn)];
    let checked = Encrypted::new("sns", key, &pairs).check_encrypt(cx).await;
    checked.map_err(crate::errors::as_sns_says)
}

/// A message with who is to get it, and how many are not.
pub fn addressed(known: &Known, message: Message) -> (Outgoing, FilteredOut) {
    let mut event = Event::of(&message);
    let mut filtered = FilteredOut::default();
    let wants = known.subscriptions.iter().filter(|it| it.record.takes_new()).filter(|it| {
        let Some(filter) = &it.filter else { return true };
        let passes = event.passes(filter, &it.record.protocol);
        if !passes {
            filtered.note(filter, &message);
        }
        passes
    });
    let to = wants.map(|it| it.record.id.clone()).collect();
    (Outgoing { message, to, ..Outgoing::default() }, filtered)
}

//! Subscriptions, found by their ARNs, and who may do something about them.

use crate::names::Named;
use crate::records::replay::REPLAYS;
use crate::records::subscription::{self, OWNED, SUBSCRIPTIONS, Subscription};
use crate::records::topic::Topic;
use crate::subscription_attributes::shown_endpoint;
use crate::topics::{Known, Subscribed};
use crate::{Sns, errors, names};
use platform::{Context, Ids, Principal, Result};
use shapes::sns;
use std::sync::Arc;
use store::Batch;

/// How long a subscription waits for its confirmation ("Subscribe").
pub const PENDING_MS: i64 = 2 * 24 * 3600 * 1000;
/// What a token is made of: the subscription's id, and chance.
const TOKEN_CHANCE: usize = 128;

/// A subscription, and where it is.
pub struct Found {
    /// The caller's surroundings in the topic's account.
    pub there: Context,
    /// Its topic.
    pub known: Arc<Known>,
    /// It.
    pub subscribed: Arc<Subscribed>,
}

impl Sns {
    /// The subscription that an ARN names, of whatever account, if there is one.
    ///
    /// # Errors
    /// The ARN is none; the caller has nothing to do with the subscription.
    pub async fn subscription(&self, cx: &Context, arn: &str) -> Result<Option<Found>> {
        let (named, id) = names::subscription(arn)?;
        let there = at(cx, &named).ok_or_else(|| errors::invalid("SubscriptionArn"))?;
        let Some(known) = self.find(&there, named.name).await? else { return Ok(None) };
        let Some(subscribed) = known.subscription(id).cloned() else { return Ok(None) };
        let is_of = |account: &str| account == named.account || account == subscribed.record.owner;
        let may = match &*cx.principal {
            Principal::Service { .. } => true,
            // Whoever has the link may, unless its owner wants a signature.
            Principal::Anonymous => !subscribed.record.guarded,
            Principal::Root { account }
            | Principal::User { account, .. }
            | Principal::AssumedRole { account, .. } => is_of(account),
        };
        if !may {
            return Err(errors::denied("Not authorized"));
        }
        Ok(Some(Found { there, known, subscribed }))
    }

    /// Removes a subscription, in a commit with what `besides` adds. Whether it was there.
    ///
    /// # Errors
    /// The storage's.
    pub async fn remove(
        &self,
        cx: &Context,
        topic: &str,
        record: &Subscription,
        besides: impl Fn(Batch) -> Result<Batch>,
    ) -> Result<bool> {
        let change = |known: &Known, topic: &mut Topic, batch: Batch| {
            if known.subscription(&record.id).is_none() {
                return Ok((batch, false));
            }
            topic.deleted += 1;
            let owned = subscription::owned_key(&record.owner, &cx.region, &record.arn());
            let key = subscription::key(cx, &topic.name, &record.id);
            let batch = batch.delete(OWNED, owned).delete(SUBSCRIPTIONS.table, key);
            let batch = batch.delete(REPLAYS.table, record.arn());
            Ok((besides(batch)?, true))
        };
        match self.change(cx, topic, change).await {
            Err(error) if error.code() == "NotFound" => Ok(false),
            done => done,
        }
    }

    /// The batch, which also keeps a subscription.
    pub fn keep(&self, cx: &Context, batch: Batch, record: &Subscription) -> Result<Batch> {
        let (named, id) = (names::topic(&record.topic, "TopicArn")?, &record.id);
        let key = subscription::key(cx, named.name, id);
        let owned = subscription::owned_key(&record.owner, named.region, &record.arn());
        let batch = batch.put(OWNED, owned, bytes::Bytes::new());
        Ok(batch.put(SUBSCRIPTIONS.table, key, SUBSCRIPTIONS.encode(record)?))
    }
}

/// The same surroundings where a topic is. A caller who signed is in one region; a link leads to any.
pub fn at(cx: &Context, named: &Named<'_>) -> Option<Context> {
    let mut there = in_account(cx, named.account);
    if *cx.principal == Principal::Anonymous {
        there.region = named.region.into();
    }
    (*there.region == *named.region).then_some(there)
}

/// The same surroundings in another account.
pub fn in_account(cx: &Context, account: &str) -> Context {
    let mut there = cx.clone();
    there.account = account.into();
    there
}

/// A token that names a subscription and that nobody guesses: 288 hexadecimal digits, as at AWS.
pub fn token(ids: &dyn Ids, subscription: &str) -> String {
    subscription.replace('-', "") + &ids.hex(TOKEN_CHANCE)
}

/// The id of the subscription that a token is about.
pub fn of_token(token: &str) -> Option<String> {
    let is_token = token.len() == 32 + 2 * TOKEN_CHANCE
        && token.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it));
    let id = token.get(..32).filter(|_| is_token)?;
    let part = |from: usize, to: usize| id.get(from..to);
    Some([part(0, 8)?, part(8, 12)?, part(12, 16)?, part(16, 20)?, part(20, 32)?].join("-"))
}

/// A subscription as lists show it.
pub fn listed(record: &Subscription) -> sns::Subscription {
    let arn = match record.pending {
        Some(_) => "PendingConfirmation".to_owned(),
        None => record.arn(),
    };
    sns::Subscription {
        subscription_arn: Some(arn),
        owner: Some(record.owner.clone()),
        protocol: Some(record.protocol.clone()),
        endpoint: Some(shown_endpoint(&record.endpoint)),
        topic_arn: Some(record.topic.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::SeededIds;

    #[test]
    fn a_token_names_its_subscription() {
        let ids = SeededIds::new(1);
        let id = ids.uuid();
        let token = token(&ids, &id);
        assert_eq!(token.len(), 288);
        assert_eq!(of_token(&token), Some(id));
        assert_eq!(of_token("x"), None);
        assert_eq!(of_token(&"ä".repeat(144)), None);
    }
}

//! Topics, found by their names, and what is remembered of them.

use crate::filter::Filter;
use crate::records::subscription::{self, SUBSCRIPTIONS, Subscription};
use crate::records::topic::{self, TOPICS, Topic};
use crate::{Sns, errors, names};
use bytes::Bytes;
use platform::policy::{Document, Keys, Malformed};
use platform::{Arn, BoxFuture, Context, Error, Policies, Result};
use shapes::Shape;
use shapes::sns::SubscribeInput;
use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Batch, Scan, Write};

/// The most topics of which something is remembered.
const REMEMBERED: usize = 1000;

/// A topic as it stands, and what follows from that.
pub struct Known {
    /// Its record.
    pub topic: Topic,
    /// Its ARN.
    pub arn: String,
    /// The policy that was set for it.
    policy: Option<Arc<Document>>,
    /// Its subscriptions, in the order of their ids.
    pub subscriptions: Vec<Arc<Subscribed>>,
    /// The record as it is stored.
    bytes: Bytes,
}

/// A subscription, and what it wants.
pub struct Subscribed {
    /// Its record.
    pub record: Subscription,
    /// Which messages.
    pub filter: Option<Filter>,
}

/// What is remembered of topics, by their keys. It is held against the topic's record whenever it is
/// used, and that changes with each of its subscriptions.
#[derive(Default)]
pub struct Memory(Mutex<BTreeMap<Vec<u8>, Arc<Known>>>);

impl Memory {
    fn find(&self, key: &[u8], bytes: &Bytes) -> Option<Arc<Known>> {
        let memory = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        memory.get(key).filter(|known| known.bytes == *bytes).cloned()
    }

    fn keep(&self, key: Vec<u8>, known: &Arc<Known>) {
        let mut memory = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if memory.len() >= REMEMBERED && !memory.contains_key(&key) {
            memory.pop_first();
        }
        memory.insert(key, known.clone());
    }

    fn forget(&self, key: &[u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

impl Sns {
    /// The topic that an ARN names.
    ///
    /// # Errors
    /// It names none of this account and region, or there is none.
    pub async fn topic(&self, cx: &Context, arn: &str) -> Result<Arc<Known>> {
        let name = names::own(cx, arn, "TopicArn")?;
        self.find(cx, name).await?.ok_or_else(errors::no_topic)
    }

    /// The topic of this name in this account and region, if there is one.
    pub async fn find(&self, cx: &Context, name: &str) -> Result<Option<Arc<Known>>> {
        let key = topic::key(cx, name);
        loop {
            let Some(bytes) = cx.tables().get(TOPICS.table, &key).await? else {
                self.memory.forget(&key);
                return Ok(None);
            };
            if let Some(known) = self.memory.find(&key, &bytes) {
                return Ok(Some(known));
            }
            let known = Arc::new(read(cx, &key, bytes).await?);
            // What was read of the subscriptions is of this record, if it still stands.
            if cx.tables().get(TOPICS.table, &key).await?.as_ref() == Some(&known.bytes) {
                self.memory.keep(key, &known);
                return Ok(Some(known));
            }
        }
    }

    /// Changes a topic's record as `change` says, which may refuse it, in one commit with what it
    /// adds. Whatever concerns a topic or its subscriptions is changed here, so that nothing of it
    /// is another by then.
    ///
    /// # Errors
    /// There is no such topic; `change`'s own.
    pub async fn change<R>(
        &self,
        cx: &Context,
        name: &str,
        mut change: impl FnMut(&Known, &mut Topic, Batch) -> Result<(Batch, R)>,
    ) -> Result<R> {
        loop {
            if let Some(result) = self.change_once(cx, name, &mut change).await? {
                return Ok(result);
            }
        }
    }

    /// The same, once; nothing where something is another by then.
    ///
    /// # Errors
    /// As [`change`](Self::change).
    pub async fn change_once<R>(
        &self,
        cx: &Context,
        name: &str,
        mut change: impl FnMut(&Known, &mut Topic, Batch) -> Result<(Batch, R)>,
    ) -> Result<Option<R>> {
        let key = topic::key(cx, name);
        let known = self.find(cx, name).await?.ok_or_else(errors::no_topic)?;
        let batch = Batch::new().equals(TOPICS.table, key.clone(), known.bytes.clone());
        let mut topic = known.topic.clone();
        topic.revision += 1;
        let (batch, result) = change(&known, &mut topic, batch)?;
        let bytes = TOPICS.encode(&topic)?;
        let batch = batch.put(TOPICS.table, key.clone(), bytes.clone());
        let writes = batch.writes.clone();
        match self.platform.deadlines.commit(batch).await {
            Ok(()) => {
                // What is not remembered is read again.
                if let Ok(next) = known.next(cx, topic, bytes, &writes) {
                    self.memory.keep(key, &Arc::new(next));
                }
                Ok(Some(result))
            }
            Err(store::Error::Conflict(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

async fn read(cx: &Context, key: &[u8], bytes: Bytes) -> Result<Known> {
    let topic = TOPICS.decode(key, &bytes)?;
    let policy = policy(&topic)?;
    let scan = Scan::prefix(&subscription::key(cx, &topic.name, ""));
    let found = SUBSCRIPTIONS.scan(cx.tables(), scan).await?.into_iter();
    let subscriptions = found.map(|(_, record)| Subscribed::new(record));
    let subscriptions = subscriptions.collect::<Result<_>>()?;
    let arn = cx.arn("sns", &topic.name);
    Ok(Known { topic, arn, policy, subscriptions, bytes })
}

/// The policy that was set for a topic.
fn policy(topic: &Topic) -> Result<Option<Arc<Document>>> {
    let Some(text) = topic.attributes.get("Policy") else { return Ok(None) };
    match Document::parse(text) {
        Ok(policy) => Ok(Some(Arc::new(policy))),
        Err(Malformed::Empty) => Ok(None),
        Err(_) => Err(Error::internal("a topic's policy is none")),
    }
}

impl Subscribed {
    fn new(record: Subscription) -> Result<Arc<Self>> {
        let filter = Filter::of(&record)?;
        Ok(Arc::new(Self { record, filter }))
    }
}

impl Known {
    /// The topic after a commit on the condition that it was this one, so that a change of one of its
    /// many subscriptions does not have all of them read again.
    fn next(&self, cx: &Context, topic: Topic, bytes: Bytes, writes: &[Write]) -> Result<Self> {
        let mut subscriptions = self.subscriptions.clone();
        let prefix = subscription::key(cx, &topic.name, "");
        for write in writes {
            let (table, key) = write.place();
            let Some(id) = key.strip_prefix(&prefix[..]).filter(|_| table == SUBSCRIPTIONS.table)
            else {
                continue;
            };
            let at = subscriptions.binary_search_by(|it| it.record.id.as_bytes().cmp(id));
            match (write, at) {
                (Write::Put(_, key, value), at) => {
                    let new = Subscribed::new(SUBSCRIPTIONS.decode(key, value)?)?;
                    match at {
                        Ok(at) => subscriptions[at] = new,
                        Err(at) => subscriptions.insert(at, new),
                    }
                }
                (Write::Delete(..), Ok(at)) => drop(subscriptions.remove(at)),
                (Write::Delete(..), Err(_)) => {}
            }
        }
        let policy = policy(&topic)?;
        Ok(Self { topic, arn: self.arn.clone(), policy, subscriptions, bytes })
    }

    /// A subscription of this id.
    pub fn subscription(&self, id: &str) -> Option<&Arc<Subscribed>> {
        let at = self.subscriptions.binary_search_by(|it| it.record.id.as_str().cmp(id));
        at.ok().and_then(|at| self.subscriptions.get(at))
    }
}

impl Policies for Sns {
    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
        Box::pin(async move {
            if resource.service != "sns" || *resource.region != *context.region {
                return Ok(None);
            }
            let known = self.find(context, resource.resource).await?;
            Ok(known.and_then(|known| known.policy.clone()))
        })
    }

    /// "Actions, resources, and condition keys for Amazon SNS".
    fn tell(&self, _: &Context, input: &dyn Shape, keys: &mut Keys) {
        let input: &dyn Any = input;
        let Some(input) = input.downcast_ref::<SubscribeInput>() else { return };
        keys.set("sns:Protocol", &input.protocol);
        if let Some(endpoint) = &input.endpoint {
            keys.set("sns:Endpoint", endpoint);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::setting;
    use shapes::sns::ops::{SetSubscriptionAttributes, Unsubscribe};
    use shapes::sns::{SetSubscriptionAttributesInput, UnsubscribeInput};

    #[tokio::test]
    async fn what_is_remembered_after_changes_is_what_would_be_read() {
        let at = setting();
        let topic = at.topic("t", &[]).await;
        let mut arns = Vec::new();
        for number in 0..5 {
            arns.push(at.subscribe(&topic, &format!("q{number}"), &[]).await);
        }
        let input = SetSubscriptionAttributesInput {
            subscription_arn: arns[0].clone(),
            attribute_name: "FilterPolicy".into(),
            attribute_value: Some(r#"{"a":["x"]}"#.into()),
        };
        at.cx.call::<SetSubscriptionAttributes>(input).await.unwrap();
        let input = UnsubscribeInput { subscription_arn: arns[1].clone() };
        at.cx.call::<Unsubscribe>(input).await.unwrap();
        let remembered = at.sns.topic(&at.cx, &topic).await.unwrap();
        let read = at.restarted().await.sns.topic(&at.cx, &topic).await.unwrap();
        assert_eq!((&remembered.topic, &remembered.bytes), (&read.topic, &read.bytes));
        let records = |known: &super::Known| {
            let each =
                known.subscriptions.iter().map(|it| (it.record.clone(), it.filter.is_some()));
            each.collect::<Vec<_>>()
        };
        assert_eq!(records(&remembered), records(&read));
        assert_eq!(records(&read).iter().filter(|(_, filters)| *filters).count(), 1);
    }
}

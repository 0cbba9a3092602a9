//! Which stream a request means: by name, by ARN, or by both.

use crate::channels::find;
use crate::consumer_record::ConsumerRecord;
use crate::consumers::{ConsumerArn, ConsumerTarget};
use crate::errors::{invalid_argument, not_active, stream_not_found, unsupported};
use crate::queue::QueueRecord;
use crate::stream_record::{Status, StreamRecord};
use crate::streams::Stream;
use crate::{Kinesis, errors};
use bytes::Bytes;
use platform::{Arn, Context, Result};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The members by which a request names its stream.
#[derive(Clone, Copy)]
pub(crate) struct Target<'a> {
    pub name: Option<&'a str>,
    pub arn: Option<&'a str>,
    pub id: Option<&'a str>,
}

impl<'a> Target<'a> {
    pub fn new(name: &'a Option<String>, arn: &'a Option<String>, id: &'a Option<String>) -> Self {
        Self { name: name.as_deref(), arn: arn.as_deref(), id: id.as_deref() }
    }

    /// The stream's name. `StreamId` is reserved by AWS for later and refused.
    pub fn name(self, context: &Context) -> Result<&'a str> {
        if self.id.is_some() {
            return Err(unsupported("StreamId"));
        }
        match (self.name, self.arn) {
            (Some(name), None) => Ok(name),
            (None, Some(arn)) => stream_of_arn(context, arn),
            (Some(name), Some(arn)) => {
                if stream_of_arn(context, arn)? == name {
                    return Ok(name);
                }
                let message = format!("StreamARN {arn} is not the ARN of the stream {name}.");
                Err(invalid_argument(message))
            }
            (None, None) => {
                Err(invalid_argument("Either StreamName or StreamARN should be provided."))
            }
        }
    }
}

/// Whether an ARN is a queue's.
pub(crate) fn is_queue(arn: &str) -> bool {
    Arn::parse(arn).is_some_and(|arn| arn.resource.starts_with("queue/"))
}

/// The name in a stream's ARN. A stream of another account or region is not found from here.
pub(crate) fn stream_of_arn<'a>(context: &Context, arn: &'a str) -> Result<&'a str> {
    let invalid = || invalid_argument(format!("{arn} is not a valid stream ARN."));
    let parsed = Arn::parse(arn).filter(|arn| arn.service == "kinesis").ok_or_else(invalid)?;
    let Arn { region, account, resource, .. } = parsed;
    let name = resource.strip_prefix("stream/").filter(|name| !name.is_empty());
    let name = name.ok_or_else(invalid)?;
    if name.contains('/') {
        return Err(errors::resource_not_found(arn));
    }
    if region != &*context.region || account != &*context.account {
        return Err(stream_not_found(name, account));
    }
    Ok(name)
}

/// Refuses what only an active stream can do.
pub(crate) fn demand_active(record: &StreamRecord) -> Result<()> {
    if record.status == Status::Active {
        return Ok(());
    }
    Err(not_active(&record.name, &record.account, record.status.as_str()))
}

/// What has tags.
pub(crate) enum Tagged {
    Stream(Arc<Stream>),
    /// A consumer and its stream.
    Consumer(Arc<Stream>, ConsumerRecord),
    /// A channel, by its ARN.
    Channel(String),
    /// A queue, and its row.
    Queue(QueueRecord, Bytes),
}

impl Kinesis {
    /// The stream, in whatever state.
    pub(crate) async fn find(&self, context: &Context, target: Target<'_>) -> Result<Arc<Stream>> {
        let name = target.name(context)?;
        let found = self.streams.find(context, name).await?;
        found.ok_or_else(|| stream_not_found(name, &context.account))
    }

    /// The stream, where records can be put into it and got from it: one that is still being
    /// created or already being deleted is not found.
    pub(crate) async fn find_ready(
        &self,
        context: &Context,
        target: Target<'_>,
    ) -> Result<Arc<Stream>> {
        let name = target.name(context)?;
        let found = self.streams.find_ready(context, name).await?;
        found.ok_or_else(|| stream_not_found(name, &context.account))
    }

    /// The stream, where its settings can be changed.
    pub(crate) async fn find_active(
        &self,
        context: &Context,
        target: Target<'_>,
    ) -> Result<Arc<Stream>> {
        let stream = self.find(context, target).await?;
        demand_active(&stream.record)?;
        Ok(stream)
    }

    /// What `ResourceARN` names, where its tags can be read and changed.
    pub(crate) async fn find_tagged(
        &self,
        context: &Context,
        arn: &str,
        id: &Option<String>,
    ) -> Result<Tagged> {
        if ConsumerArn::parse(arn).is_some() {
            let stream_id = id.as_deref();
            let target = ConsumerTarget { arn: Some(arn), stream_arn: None, name: None, stream_id };
            let (stream, consumer) = self.find_consumer(context, target).await?;
            return Ok(Tagged::Consumer(stream, consumer));
        }
        if is_queue(arn) {
            if id.is_some() {
                return Err(unsupported("StreamId"));
            }
            let (queue, stored) = self.queues.record(context, arn).await?;
            return Ok(Tagged::Queue(queue, stored));
        }
        if find::is_meant(context, arn, id)? {
            return Ok(Tagged::Channel(arn.to_owned()));
        }
        // Channels of others are not here.
        let resource = Arn::parse(arn).map_or("", |arn| arn.resource);
        if resource.starts_with("channel/") {
            return Err(errors::resource_not_found(arn));
        }
        let target = Target { name: None, arn: Some(arn), id: id.as_deref() };
        Ok(Tagged::Stream(self.find(context, target).await?))
    }

    /// Changes the tags of a queue, durably.
    pub(crate) async fn change_queue_tags(
        &self,
        queue: (QueueRecord, Bytes),
        change: impl Fn(&BTreeMap<String, String>, &str) -> Result<BTreeMap<String, String>>
        + Send
        + Sync,
    ) -> Result<()> {
        let changed = self.queues.change(queue, |queue| {
            queue.tags = change(&queue.tags, &queue.called())?;
            Ok(())
        });
        changed.await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn name_and_arn_must_agree() {
        let world = World::new().await;
        let cx = world.context();
        let arn = cx.arn("kinesis", "stream/a");
        let name = |name: Option<&str>, arn: Option<&str>, id: Option<&str>| {
            let (name, arn, id) =
                (name.map(str::to_owned), arn.map(str::to_owned), id.map(str::to_owned));
            let target = Target::new(&name, &arn, &id);
            target.name(&cx).map(str::to_owned).map_err(|error| error.code())
        };
        assert_eq!(name(Some("a"), None, None), Ok("a".to_owned()));
        assert_eq!(name(None, Some(&arn), None), Ok("a".to_owned()));
        assert_eq!(name(Some("a"), Some(&arn), None), Ok("a".to_owned()));
        assert_eq!(name(Some("b"), Some(&arn), None), Err("InvalidArgumentException"));
        assert_eq!(name(None, None, None), Err("InvalidArgumentException"));
        assert_eq!(name(Some("a"), None, Some("x")), Err("InvalidArgumentException"));
        assert_eq!(name(None, Some("arn:aws:s3:::b"), None), Err("InvalidArgumentException"));
        let elsewhere = "arn:aws:kinesis:eu-west-1:000000000000:stream/a";
        assert_eq!(name(None, Some(elsewhere), None), Err("ResourceNotFoundException"));
        let consumer = format!("{arn}/consumer/c:1");
        assert_eq!(name(None, Some(&consumer), None), Err("ResourceNotFoundException"));
    }
}

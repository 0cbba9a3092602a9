//! Registered consumers: how they are found, made and taken away.

use crate::consumer_record::{self, CONSUMERS, ConsumerRecord, DEADLINES};
use crate::errors::{consumer_exists, consumer_not_found, invalid_argument, unsupported};
use crate::resolve::{demand_active, stream_of_arn};
use crate::stream_record::StreamRecord;
use crate::streams::{Rows, Stream, Streams};
use crate::{Kinesis, errors, tags};
use platform::{Arn, Context, Deadline, Deadlines, Limits, Result, Topic, finish};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Batch, Tables};

/// How many may be in `CREATING` at once, where AWS's limits are kept.
const MOST_CREATING: usize = 5;

/// The members by which a request names a consumer.
pub(crate) struct ConsumerTarget<'a> {
    pub arn: Option<&'a str>,
    pub stream_arn: Option<&'a str>,
    pub name: Option<&'a str>,
    pub stream_id: Option<&'a str>,
}

/// What the ARN of a consumer says.
pub(crate) struct ConsumerArn<'a> {
    pub stream: &'a str,
    pub name: &'a str,
    created_s: i64,
}

impl<'a> ConsumerArn<'a> {
    /// The parts of a text that is such an ARN, of whatever account and region.
    pub fn parse(arn: &'a str) -> Option<Self> {
        let arn = Arn::parse(arn).filter(|arn| arn.service == "kinesis")?;
        let (stream, consumer) = arn.resource.strip_prefix("stream/")?.split_once("/consumer/")?;
        let (name, created_s) = consumer.rsplit_once(':')?;
        let created_s = created_s.parse().ok()?;
        (!stream.is_empty() && !name.is_empty()).then_some(Self { stream, name, created_s })
    }

    /// The same, where it is one of this account and region.
    ///
    /// # Errors
    /// `InvalidArgumentException` where it is none, `ResourceNotFoundException` where it is of
    /// elsewhere.
    fn of_here(context: &Context, arn: &'a str) -> Result<Self> {
        let invalid = || invalid_argument(format!("{arn} is not a valid consumer ARN."));
        let parsed = Self::parse(arn).ok_or_else(invalid)?;
        let whose = Arn::parse(arn).filter(|arn| arn.region == &*context.region);
        match whose.filter(|arn| arn.account == &*context.account) {
            Some(_) => Ok(parsed),
            None => Err(consumer_not_found(arn, &context.account)),
        }
    }
}

impl Kinesis {
    /// The consumer that a request names, in whatever state, and its stream.
    ///
    /// # Errors
    /// `InvalidArgumentException` where the members say too little or contradict each other,
    /// `ResourceNotFoundException`.
    pub(crate) async fn find_consumer(
        &self,
        context: &Context,
        target: ConsumerTarget<'_>,
    ) -> Result<(Arc<Stream>, ConsumerRecord)> {
        if target.stream_id.is_some() {
            return Err(unsupported("StreamId"));
        }
        let (stream_name, name, created_s) = named(context, &target)?;
        let account = &context.account;
        let found = self.streams.find(context, stream_name).await?;
        let stream = found.ok_or_else(|| errors::stream_not_found(stream_name, account))?;
        let key = consumer_record::key(&stream.record.id, name);
        let consumer = CONSUMERS.get(context.tables(), &key).await?;
        let consumer = consumer.filter(|it| created_s.is_none_or(|at| at == it.created_s()));
        let consumer = consumer.ok_or_else(|| consumer_not_found(name, account))?;
        Ok((stream, consumer))
    }

    /// Changes the tags of a consumer that stays, durably.
    pub(crate) async fn change_consumer_tags(
        &self,
        stream: &Stream,
        consumer: &ConsumerRecord,
        change: impl Fn(&BTreeMap<String, String>, &str) -> Result<BTreeMap<String, String>>,
    ) -> Result<()> {
        let record = &stream.record;
        let now_ms = self.platform.clock.now().millis();
        let whose = format!("consumer {} under account {}", consumer.name, record.account);
        let tables = &*self.platform.store.tables;
        let key = consumer_record::key(&record.id, &consumer.name);
        let changed = CONSUMERS.change(tables, &key, |current, batch| {
            let current = current.filter(|it| it.created_ms == consumer.created_ms);
            let gone = || consumer_not_found(&consumer.name, &record.account);
            let mut current = current.ok_or_else(gone)?;
            if current.status(record, now_ms) == "DELETING" {
                return Err(errors::consumer_not_active(record, &current));
            }
            current.tags = change(&current.tags, &whose)?;
            let stored = CONSUMERS.encode(&current)?;
            Ok((batch.put(CONSUMERS.table, key.clone(), stored), ()))
        });
        changed.await
    }
}

/// The stream's name, the consumer's, and the second of its registration where an ARN says it.
fn named<'a>(
    context: &Context,
    target: &ConsumerTarget<'a>,
) -> Result<(&'a str, &'a str, Option<i64>)> {
    let stream = target.stream_arn.map(|arn| stream_of_arn(context, arn)).transpose()?;
    let Some(arn) = target.arn else {
        return match (stream, target.name) {
            (Some(stream), Some(name)) => Ok((stream, name, None)),
            // In AWS's spelling.
            _ => Err(invalid_argument(
                "Both streamARN and consumer name must be provided if consumerARN is not provied.",
            )),
        };
    };
    let ConsumerArn { stream: own, name, created_s } = ConsumerArn::of_here(context, arn)?;
    let fits = |given: Option<&str>, own: &str| given.is_none_or(|given| given == own);
    if !fits(stream, own) || !fits(target.name, name) {
        let message = format!(
            "StreamARN and ConsumerName do not name the consumer of the ConsumerARN {arn}."
        );
        return Err(invalid_argument(message));
    }
    Ok((own, name, Some(created_s)))
}

impl Streams {
    /// A new consumer of an active stream that has less than `most`, durably.
    ///
    /// # Errors
    /// `ResourceInUseException` where the name is taken or the stream not active,
    /// `LimitExceededException` where the stream has as many as may be.
    pub async fn register(
        self: &Arc<Self>,
        stream: &Arc<Stream>,
        name: String,
        new_tags: BTreeMap<String, String>,
        most: u32,
    ) -> Result<ConsumerRecord> {
        let whose = format!("consumer {name} under account {}", stream.record.account);
        let tags = tags::added(&BTreeMap::new(), &whose, new_tags)?;
        let created_ms = self.platform.clock.now().millis();
        let active_ms = created_ms.saturating_add(self.transition_ms());
        let consumer = ConsumerRecord { name, created_ms, active_ms, gone_ms: None, tags };
        let (tables, limits) = (self.platform.store.tables.clone(), self.config.limits);
        let made = consumer.clone();
        self.update_with(stream, move |record| -> Rows<'_> {
            let (tables, made) = (tables.clone(), made.clone());
            Box::pin(async move { admit(&*tables, record, &made, (most, limits)).await })
        })
        .await?;
        Ok(consumer)
    }

    fn transition_ms(&self) -> i64 {
        i64::try_from(self.config.transition.as_millis()).unwrap_or(i64::MAX)
    }

    /// Begins to take a consumer away, and ends its subscriptions. With a transition that takes time
    /// it is in `DELETING` when this returns. One that is being taken away already stays so.
    ///
    /// # Errors
    /// The storage's.
    pub async fn deregister(
        self: &Arc<Self>,
        stream: &Arc<Stream>,
        consumer: ConsumerRecord,
    ) -> Result<()> {
        let (streams, stream) = (self.clone(), stream.clone());
        finish(async move {
            if streams.config.transition.is_zero() {
                streams.take_away(&stream, &consumer, None).await?;
            } else {
                streams.mark_as_going(&stream, &consumer).await?;
            }
            streams.tell_subscribers(&stream, &consumer);
            Ok(())
        })
        .await
    }

    async fn mark_as_going(&self, stream: &Stream, consumer: &ConsumerRecord) -> Result<()> {
        let gone_ms = self.platform.clock.now().millis().saturating_add(self.transition_ms());
        let (tables, record) = (&*self.platform.store.tables, &stream.record);
        let key = consumer_record::key(&record.id, &consumer.name);
        loop {
            let found = CONSUMERS.get_with_bytes(tables, &key).await?;
            let found = found.filter(|(it, _)| it.created_ms == consumer.created_ms);
            let Some((mut current, bytes)) = found.filter(|(it, _)| it.gone_ms.is_none()) else {
                return Ok(());
            };
            current.gone_ms = Some(gone_ms);
            let batch = Batch::new().equals(CONSUMERS.table, &key[..], bytes);
            let batch = batch.put(CONSUMERS.table, &key[..], CONSUMERS.encode(&current)?);
            let batch = current.deadline(record).iter().fold(batch, Deadlines::set);
            match self.platform.deadlines.commit(batch).await {
                Err(store::Error::Conflict(_)) => {}
                committed => return Ok(committed?),
            }
        }
    }

    /// Removes a consumer and the deadline at which it was to go.
    async fn take_away(
        self: &Arc<Self>,
        stream: &Arc<Stream>,
        consumer: &ConsumerRecord,
        deadline: Option<Deadline>,
    ) -> Result<()> {
        let (tables, consumer) = (self.platform.store.tables.clone(), consumer.clone());
        self.update_with(stream, move |record| -> Rows<'_> {
            let (tables, consumer, deadline) = (tables.clone(), consumer.clone(), deadline.clone());
            Box::pin(async move { leave(&*tables, record, &consumer, deadline).await })
        })
        .await
        .map(drop)
    }

    /// Takes consumers away whose time has come.
    pub fn keep_consumer_deadlines(self: &Arc<Self>) {
        let streams = Arc::downgrade(self);
        self.platform.deadlines.register(DEADLINES, move |deadline| {
            let streams = streams.upgrade();
            async move {
                match streams {
                    Some(streams) => finish(streams.take_away_due(deadline)).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn take_away_due(self: Arc<Self>, deadline: Deadline) -> Result<()> {
        if let Some((stream, consumer)) = self.due(&deadline).await? {
            return self.take_away(&stream, &consumer, Some(deadline)).await;
        }
        let batch = Deadlines::clear(Batch::new(), &deadline);
        Ok(self.platform.store.tables.commit(batch).await?)
    }

    /// The consumer that a deadline is about, if it is still to go then.
    async fn due(&self, deadline: &Deadline) -> Result<Option<(Arc<Stream>, ConsumerRecord)>> {
        let mut ends = (0..).zip(&deadline.id).filter(|(_, byte)| **byte == 0).map(|(at, _)| at);
        let Some(key) = ends.nth(2).and_then(|end: usize| deadline.id.split_at_checked(end)) else {
            return Ok(None);
        };
        let (stream_key, consumer_key) = (key.0, key.1.get(1..).unwrap_or_default());
        let tables = &*self.platform.store.tables;
        let Some(stream) = self.fresh(stream_key).await? else { return Ok(None) };
        let consumer = CONSUMERS.get(tables, consumer_key).await?;
        let consumer = consumer.filter(|it| it.deadline(&stream.record).as_ref() == Some(deadline));
        Ok(consumer.map(|consumer| (stream, consumer)))
    }

    /// Tells those who read for a consumer that it goes.
    fn tell_subscribers(&self, stream: &Stream, consumer: &ConsumerRecord) {
        let arn: Arc<str> = consumer.arn(&stream.arn).into();
        for (shard, _) in stream.map.shards() {
            self.platform.wakeups.notify(&Topic::Subscription(arn.clone(), shard));
        }
    }
}

/// The row of a new consumer, and its stream's place for it.
async fn admit(
    tables: &dyn Tables,
    stream: &mut StreamRecord,
    consumer: &ConsumerRecord,
    (most, limits): (u32, Limits),
) -> Result<Batch> {
    demand_active(stream)?;
    let key = consumer_record::key(&stream.id, &consumer.name);
    if CONSUMERS.get(tables, &key).await?.is_some() {
        return Err(consumer_exists(stream, &consumer.name));
    }
    if stream.attached.consumer_places() >= most {
        return Err(errors::too_many_consumers(stream, most));
    }
    if limits == Limits::Aws {
        let all = consumer_record::list(tables, &stream.id, None, usize::MAX).await?;
        let creating = all.iter().filter(|it| it.active_ms > consumer.created_ms).count();
        if creating >= MOST_CREATING {
            return Err(errors::too_many_creating(stream, MOST_CREATING));
        }
    }
    stream.attached.consumers += 1;
    let batch = Batch::new().absent(CONSUMERS.table, &key[..]);
    Ok(batch.put(CONSUMERS.table, key, CONSUMERS.encode(consumer)?))
}

/// The removal of a consumer, if it is still there, and of its deadline.
async fn leave(
    tables: &dyn Tables,
    stream: &mut StreamRecord,
    consumer: &ConsumerRecord,
    deadline: Option<Deadline>,
) -> Result<Batch> {
    let batch = deadline.iter().fold(Batch::new(), Deadlines::clear);
    let key = consumer_record::key(&stream.id, &consumer.name);
    let found = CONSUMERS.get_with_bytes(tables, &key).await?;
    let found = found.filter(|(it, _)| it.created_ms == consumer.created_ms);
    let Some((_, bytes)) = found else { return Ok(batch) };
    stream.attached.consumers = stream.attached.consumers.saturating_sub(1);
    stream.settings.policies.remove(&consumer.part());
    Ok(batch.equals(CONSUMERS.table, &key[..], bytes).delete(CONSUMERS.table, key))
}

/// Adds the removal of all of a stream's consumers to a batch.
pub(crate) async fn remove_all(
    tables: &dyn Tables,
    batch: Batch,
    stream: &StreamRecord,
) -> Result<Batch> {
    let all = consumer_record::list(tables, &stream.id, None, usize::MAX).await?;
    Ok(all.iter().fold(batch, |batch, consumer| {
        let batch = consumer.deadline(stream).iter().fold(batch, Deadlines::clear);
        batch.delete(CONSUMERS.table, consumer_record::key(&stream.id, &consumer.name))
    }))
}

use crate::Kinesis;
use crate::attached::demand_no_channel;
use crate::channels::progress::{PROGRESS, Place, Progress};
use crate::channels::record::{CHANNELS, Channel, IDS};
use crate::channels::{self, request, tagging, view};
use crate::errors::{channel_exists, invalid_argument, validation};
use crate::resolve::{Target, demand_active};
use crate::shard_record;
use crate::stream_record::{Mode, StreamRecord};
use platform::{Context, Handler, Platform, Result, Topic};
use shapes::kinesis::{CreateChannelInput, CreateChannelOutput, ops::CreateChannel};
use std::collections::BTreeMap;
use store::Batch;

/// Where the channel begins is fixed before the answer: what is put after that is delivered, and
/// nothing that was there before.
impl Handler<CreateChannel> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: CreateChannelInput,
    ) -> Result<CreateChannelOutput> {
        let mut channel = request::channel(context, &input)?;
        let tags = tagging::with(&BTreeMap::new(), &input.tags.unwrap_or_default())?;
        if let Err(error) = channels::as_role(&self.platform, &channel).await {
            return Err(match error.is_server_fault() {
                true => error,
                false => invalid_argument(format!(
                    "The role {} cannot be assumed by Kinesis Data Streams: its trust policy has to \
                     allow sts:AssumeRole to kinesis.amazonaws.com.",
                    channel.role_arn
                )),
            });
        }
        let target = Target { name: Some(&channel.stream), arn: None, id: None };
        let stream = self.find_active(context, target).await?;
        channel.stream_created_ms = stream.record.created_ms;
        let (cx, made) = (context.clone(), channel.clone());
        let attached = self.streams.update_with(&stream, move |record| {
            let (cx, channel, tags) = (cx.clone(), made.clone(), tags.clone());
            Box::pin(async move {
                demand_fit(record)?;
                let batch = rows(cx.platform(), record, &channel).await?;
                record.attached.channels += 1;
                platform::tags::given(batch, &cx, &channel.arn(), &tags)
            })
        });
        attached.await?;
        self.platform.wakeups.notify(&Topic::Channels);
        Ok(CreateChannelOutput { channel_description: view::description(&channel) })
    }
}

/// Refuses a stream that cannot have a channel, or one more.
fn demand_fit(record: &StreamRecord) -> Result<()> {
    demand_active(record)?;
    if record.mode != Mode::OnDemand {
        return Err(validation(format!(
            "Channels are only supported for streams with the on-demand capacity mode; the mode of \
             {} is {}.",
            record.name,
            record.mode.as_str()
        )));
    }
    demand_no_channel(record)
}

/// The rows of a channel, and the condition that its name is free.
async fn rows(platform: &Platform, record: &StreamRecord, channel: &Channel) -> Result<Batch> {
    let (tables, log) = (&*platform.store.tables, &platform.store.log);
    if tables.get(CHANNELS.table, &channel.key()).await?.is_some() {
        return Err(channel_exists(&channel.name, &channel.account));
    }
    let mut progress = Progress::default();
    for (shard, one) in shard_record::read(tables, record).await?.shards() {
        let place = match one.is_open() {
            true => Place::At(log.bounds(&record.log(), shard).await?.end),
            false => Place::End,
        };
        progress.shards.insert(shard, place);
    }
    Ok(Batch::new()
        .absent(CHANNELS.table, channel.key())
        .put(CHANNELS.table, channel.key(), CHANNELS.encode(channel)?)
        .put(IDS, channel.id_key(), channel.name.clone().into_bytes())
        .put(PROGRESS.table, channel.id.as_bytes(), PROGRESS.encode(&progress)?))
}

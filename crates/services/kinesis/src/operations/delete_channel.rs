use crate::Kinesis;
use crate::channels::find;
use crate::channels::progress::PROGRESS;
use crate::channels::record::{CHANNELS, Channel, IDS};
use crate::errors::resource_not_found;
use crate::resolve::Target;
use platform::{Context, Handler, Leases, Result, Topic};
use shapes::Unit;
use shapes::kinesis::{DeleteChannelInput, ops::DeleteChannel};
use store::Batch;

/// "Undelivered records in the stream are not delivered." All that is known of the channel goes in one
/// commit, its lease too: whoever delivers for it commits nothing more.
impl Handler<DeleteChannel> for Kinesis {
    async fn handle(&self, context: &Context, input: DeleteChannelInput) -> Result<Unit> {
        let (channel, _) = find::by_arn(context, &input.channel_arn).await?;
        let target = Target { name: Some(&channel.stream), arn: None, id: None };
        let stream = self.find(context, target).await?;
        let (platform, arn) = (self.platform.clone(), input.channel_arn);
        let detached = self.streams.update_with(&stream, move |record| {
            let (platform, arn, channel) = (platform.clone(), arn.clone(), channel.clone());
            Box::pin(async move {
                let tables = &*platform.store.tables;
                let place = (&*channel.account, &*channel.region);
                let found = find::by_id(tables, place, &channel.id).await?;
                let (_, stored) = found.ok_or_else(|| resource_not_found(&arn))?;
                record.attached.channels = record.attached.channels.saturating_sub(1);
                Ok(removal(&channel).equals(CHANNELS.table, channel.key(), stored))
            })
        });
        detached.await?;
        self.platform.wakeups.notify(&Topic::Channels);
        Ok(Unit)
    }
}

fn removal(channel: &Channel) -> Batch {
    let batch = Batch::new()
        .delete(CHANNELS.table, channel.key())
        .delete(IDS, channel.id_key())
        .delete(PROGRESS.table, channel.id.as_bytes());
    let batch = Leases::remove(batch, &channel.lease());
    platform::tags::taken(batch, (&channel.account, &channel.region), &channel.arn()).freeing()
}

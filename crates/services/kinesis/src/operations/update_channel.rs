use crate::Kinesis;
use crate::channels::record::{CHANNELS, Channel, Status};
use crate::channels::{find, request, view};
use crate::errors::channel_not_active;
use platform::{Context, Handler, Result, Topic, commit_if};
use shapes::kinesis::{UpdateChannelInput, UpdateChannelOutput, ops::UpdateChannel};
use store::Batch;

/// Takes effect when the channel is next looked at, which is at once.
impl Handler<UpdateChannel> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: UpdateChannelInput,
    ) -> Result<UpdateChannelOutput> {
        loop {
            let (channel, stored) = find::by_arn(context, &input.channel_arn).await?;
            if channel.status != Status::Active {
                return Err(channel_not_active(&channel.name, channel.status.as_str()));
            }
            let changed = request::changed(&channel, &input)?;
            let changed = Channel { status: Status::Updating, ..changed };
            let batch = Batch::new().equals(CHANNELS.table, channel.key(), stored);
            let batch = batch.put(CHANNELS.table, channel.key(), CHANNELS.encode(&changed)?);
            if commit_if(context.tables(), batch).await? {
                self.platform.wakeups.notify(&Topic::Channels);
                return Ok(UpdateChannelOutput {
                    channel_description: view::description(&changed),
                });
            }
        }
    }
}

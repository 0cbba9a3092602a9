use crate::Kinesis;
use crate::channels::{find, view};
use platform::{Context, Handler, Result};
use shapes::kinesis::{DescribeChannelInput, DescribeChannelOutput, ops::DescribeChannel};

impl Handler<DescribeChannel> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: DescribeChannelInput,
    ) -> Result<DescribeChannelOutput> {
        let (channel, _) = find::by_arn(context, &input.channel_arn).await?;
        Ok(DescribeChannelOutput { channel_description: view::description(&channel) })
    }
}

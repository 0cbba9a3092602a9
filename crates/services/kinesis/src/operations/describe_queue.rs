use crate::Kinesis;
use crate::queue::described;
use platform::{Context, Handler, Result};
use shapes::kinesis::{DescribeQueueInput, DescribeQueueOutput, ops::DescribeQueue};

impl Handler<DescribeQueue> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: DescribeQueueInput,
    ) -> Result<DescribeQueueOutput> {
        let (queue, _) = self.queues.record(context, &input.queue_arn).await?;
        Ok(DescribeQueueOutput { queue_description: described(&queue) })
    }
}

use crate::Kinesis;
use crate::queue::{Path, Request};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    ReceiveQueueRecordsInput, ReceiveQueueRecordsOutput, ops::ReceiveQueueRecords,
};

impl Handler<ReceiveQueueRecords> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: ReceiveQueueRecordsInput,
    ) -> Result<ReceiveQueueRecordsOutput> {
        let request = Request {
            arn: &input.queue_arn,
            path: Path::Normal,
            limit: input.limit,
            wait_s: input.wait_time_seconds,
            visibility_s: input.visibility_timeout_seconds,
        };
        let queue_records = self.queues.receive(context, request).await?;
        Ok(ReceiveQueueRecordsOutput { queue_records })
    }
}

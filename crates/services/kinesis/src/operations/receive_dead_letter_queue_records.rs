use crate::Kinesis;
use crate::queue::{Path, Request};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    ReceiveDeadLetterQueueRecordsInput, ReceiveDeadLetterQueueRecordsOutput,
    ops::ReceiveDeadLetterQueueRecords,
};

impl Handler<ReceiveDeadLetterQueueRecords> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: ReceiveDeadLetterQueueRecordsInput,
    ) -> Result<ReceiveDeadLetterQueueRecordsOutput> {
        let request = Request {
            arn: &input.queue_arn,
            path: Path::DeadLetters,
            limit: input.limit,
            wait_s: input.wait_time_seconds,
            visibility_s: input.visibility_timeout_seconds,
        };
        let queue_records = self.queues.receive(context, request).await?;
        Ok(ReceiveDeadLetterQueueRecordsOutput { queue_records })
    }
}

use crate::Kinesis;
use crate::queue::{Path, answer};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    AcknowledgeQueueRecordsErrorEntry, AcknowledgeQueueRecordsInput, AcknowledgeQueueRecordsOutput,
    AcknowledgeQueueRecordsResultEntry, ops::AcknowledgeQueueRecords,
};

impl Handler<AcknowledgeQueueRecords> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: AcknowledgeQueueRecordsInput,
    ) -> Result<AcknowledgeQueueRecordsOutput> {
        let of = (input.queue_arn.as_str(), Path::Normal);
        let entries = input.entries.into_iter().map(|it| (it.receipt_handle, ())).collect();
        let outcomes = self.queues.act(context, of, entries, |machine, (key, serial), _, ()| {
            machine.acknowledge(key, serial)
        });
        let (successful, failed) = answer(
            outcomes.await?,
            |receipt_handle| AcknowledgeQueueRecordsResultEntry { receipt_handle },
            |receipt_handle, error_code, error_message| AcknowledgeQueueRecordsErrorEntry {
                receipt_handle,
                error_code,
                error_message,
            },
        );
        Ok(AcknowledgeQueueRecordsOutput { successful, failed })
    }
}

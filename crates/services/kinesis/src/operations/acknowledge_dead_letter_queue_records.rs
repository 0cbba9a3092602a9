use crate::Kinesis;
use crate::queue::{Path, answer};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    AcknowledgeDeadLetterQueueRecordsErrorEntry, AcknowledgeDeadLetterQueueRecordsInput,
    AcknowledgeDeadLetterQueueRecordsOutput, AcknowledgeDeadLetterQueueRecordsResultEntry,
    ops::AcknowledgeDeadLetterQueueRecords,
};

impl Handler<AcknowledgeDeadLetterQueueRecords> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: AcknowledgeDeadLetterQueueRecordsInput,
    ) -> Result<AcknowledgeDeadLetterQueueRecordsOutput> {
        let of = (input.queue_arn.as_str(), Path::DeadLetters);
        let entries = input.entries.into_iter().map(|it| (it.receipt_handle, ())).collect();
        let outcomes = self.queues.act(context, of, entries, |machine, (key, serial), _, ()| {
            machine.acknowledge(key, serial)
        });
        let (successful, failed) = answer(
            outcomes.await?,
            |receipt_handle| AcknowledgeDeadLetterQueueRecordsResultEntry { receipt_handle },
            |receipt_handle, error_code, error_message| {
                AcknowledgeDeadLetterQueueRecordsErrorEntry {
                    receipt_handle,
                    error_code,
                    error_message,
                }
            },
        );
        Ok(AcknowledgeDeadLetterQueueRecordsOutput { successful, failed })
    }
}

use crate::Kinesis;
use crate::queue::{Path, answer};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    RestoreDeadLetterQueueRecordsErrorEntry, RestoreDeadLetterQueueRecordsInput,
    RestoreDeadLetterQueueRecordsOutput, RestoreDeadLetterQueueRecordsResultEntry,
    ops::RestoreDeadLetterQueueRecords,
};

impl Handler<RestoreDeadLetterQueueRecords> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: RestoreDeadLetterQueueRecordsInput,
    ) -> Result<RestoreDeadLetterQueueRecordsOutput> {
        let of = (input.queue_arn.as_str(), Path::DeadLetters);
        let entries = input.entries.into_iter().map(|it| (it.receipt_handle, ())).collect();
        let outcomes = self.queues.act(context, of, entries, |machine, (key, serial), now, ()| {
            machine.restore(key, serial, now)
        });
        let (successful, failed) = answer(
            outcomes.await?,
            |receipt_handle| RestoreDeadLetterQueueRecordsResultEntry { receipt_handle },
            |receipt_handle, error_code, error_message| RestoreDeadLetterQueueRecordsErrorEntry {
                receipt_handle,
                error_code,
                error_message,
            },
        );
        Ok(RestoreDeadLetterQueueRecordsOutput { successful, failed })
    }
}

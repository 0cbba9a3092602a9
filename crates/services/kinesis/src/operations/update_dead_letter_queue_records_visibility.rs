use crate::Kinesis;
use crate::queue::{Path, answer};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    UpdateDeadLetterQueueRecordsVisibilityErrorEntry, UpdateDeadLetterQueueRecordsVisibilityInput,
    UpdateDeadLetterQueueRecordsVisibilityOutput,
    UpdateDeadLetterQueueRecordsVisibilityResultEntry, ops::UpdateDeadLetterQueueRecordsVisibility,
};

impl Handler<UpdateDeadLetterQueueRecordsVisibility> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: UpdateDeadLetterQueueRecordsVisibilityInput,
    ) -> Result<UpdateDeadLetterQueueRecordsVisibilityOutput> {
        let of = (input.queue_arn.as_str(), Path::DeadLetters);
        let entries = input.entries.into_iter();
        let entries = entries.map(|it| (it.receipt_handle, it.visibility_timeout_seconds));
        let outcomes =
            self.queues.act(context, of, entries.collect(), |machine, of, now, seconds| {
                machine.set_sight(of, now, now.saturating_add(i64::from(*seconds) * 1000))
            });
        let (successful, failed) = answer(
            outcomes.await?,
            |receipt_handle| UpdateDeadLetterQueueRecordsVisibilityResultEntry { receipt_handle },
            |receipt_handle, error_code, error_message| {
                UpdateDeadLetterQueueRecordsVisibilityErrorEntry {
                    receipt_handle,
                    error_code,
                    error_message,
                }
            },
        );
        Ok(UpdateDeadLetterQueueRecordsVisibilityOutput { successful, failed })
    }
}

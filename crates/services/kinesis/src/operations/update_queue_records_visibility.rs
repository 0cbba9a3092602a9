use crate::Kinesis;
use crate::queue::{Path, answer};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    UpdateQueueRecordsVisibilityErrorEntry, UpdateQueueRecordsVisibilityInput,
    UpdateQueueRecordsVisibilityOutput, UpdateQueueRecordsVisibilityResultEntry,
    ops::UpdateQueueRecordsVisibility,
};

impl Handler<UpdateQueueRecordsVisibility> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: UpdateQueueRecordsVisibilityInput,
    ) -> Result<UpdateQueueRecordsVisibilityOutput> {
        let of = (input.queue_arn.as_str(), Path::Normal);
        let entries = input.entries.into_iter();
        let entries = entries.map(|it| (it.receipt_handle, it.visibility_timeout_seconds));
        let outcomes =
            self.queues.act(context, of, entries.collect(), |machine, of, now, seconds| {
                machine.set_sight(of, now, now.saturating_add(i64::from(*seconds) * 1000))
            });
        let (successful, failed) = answer(
            outcomes.await?,
            |receipt_handle| UpdateQueueRecordsVisibilityResultEntry { receipt_handle },
            |receipt_handle, error_code, error_message| UpdateQueueRecordsVisibilityErrorEntry {
                receipt_handle,
                error_code,
                error_message,
            },
        );
        Ok(UpdateQueueRecordsVisibilityOutput { successful, failed })
    }
}

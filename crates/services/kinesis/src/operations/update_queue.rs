use crate::Kinesis;
use crate::errors::{queue_in_use, validation};
use crate::queue::{QueueStatus, Settings, described};
use platform::{Context, Handler, Result};
use shapes::kinesis::{UpdateQueueInput, UpdateQueueOutput, ops::UpdateQueue};

impl Handler<UpdateQueue> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: UpdateQueueInput,
    ) -> Result<UpdateQueueOutput> {
        let settings = Settings::read(Some(&input.queue_attributes))?;
        if settings == Settings::default() {
            return Err(validation("QueueAttributes must contain at least one attribute."));
        }
        let found = self.queues.record(context, &input.queue_arn).await?;
        // What has become a dead letter by the old settings is one.
        self.queues.bring_up_to_date(&found.0).await?;
        let change = self.queues.update(found, move |queue| {
            if queue.status != QueueStatus::Active {
                return Err(queue_in_use(&queue.arn(), queue.status.as_str()));
            }
            queue.status = QueueStatus::Updating;
            settings.apply(queue);
            Ok(())
        });
        Ok(UpdateQueueOutput { queue_description: described(&change.await?) })
    }
}

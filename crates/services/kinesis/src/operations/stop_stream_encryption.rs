use crate::Kinesis;
use crate::encryption::check_stop;
use crate::errors::invalid_argument;
use crate::resolve::{Target, demand_active};
use crate::stream_record::Status;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{StopStreamEncryptionInput, ops::StopStreamEncryption};

impl Handler<StopStreamEncryption> for Kinesis {
    /// Records that come from now on are kept as they are; those that are encrypted stay readable.
    async fn handle(&self, context: &Context, input: StopStreamEncryptionInput) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        check_stop(context, &stream, (&input.encryption_type, &input.key_id)).await?;
        let now_ms = context.now().millis();
        let change = self.streams.change_slowly(&stream, move |record| {
            demand_active(record)?;
            if record.settings.encryption.key_id.is_none() {
                return Err(invalid_argument(format!(
                    "Stream {} under account {} is not encrypted.",
                    record.name, record.account
                )));
            }
            record.settings.encryption.stop(now_ms)?;
            record.status = Status::Updating;
            Ok(())
        });
        change.await.map(|()| Unit)
    }
}

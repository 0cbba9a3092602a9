//! `EnableKinesisStreamingDestination`.

use crate::Dynamodb;
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{KinesisStreamingDestinationInput, KinesisStreamingDestinationOutput};

impl Handler<ops::EnableKinesisStreamingDestination> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: KinesisStreamingDestinationInput,
    ) -> Result<KinesisStreamingDestinationOutput> {
        let configuration = input.enable_kinesis_streaming_configuration.unwrap_or_default();
        let precision = configuration.approximate_creation_date_time_precision.as_deref();
        self.enable_destination(cx, &input.table_name, &input.stream_arn, precision).await?;
        Ok(KinesisStreamingDestinationOutput {
            table_name: Some(input.table_name),
            stream_arn: Some(input.stream_arn),
            destination_status: Some("ENABLING".to_owned()),
            enable_kinesis_streaming_configuration: Some(configuration),
        })
    }
}

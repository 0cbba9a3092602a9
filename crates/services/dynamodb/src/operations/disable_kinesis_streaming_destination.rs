//! `DisableKinesisStreamingDestination`.

use crate::Dynamodb;
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{KinesisStreamingDestinationInput, KinesisStreamingDestinationOutput};

impl Handler<ops::DisableKinesisStreamingDestination> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: KinesisStreamingDestinationInput,
    ) -> Result<KinesisStreamingDestinationOutput> {
        self.disable_destination(cx, &input.table_name, &input.stream_arn).await?;
        Ok(KinesisStreamingDestinationOutput {
            table_name: Some(input.table_name),
            stream_arn: Some(input.stream_arn),
            destination_status: Some("DISABLING".to_owned()),
            enable_kinesis_streaming_configuration: input.enable_kinesis_streaming_configuration,
        })
    }
}

//! `UpdateKinesisStreamingDestination`.

use crate::Dynamodb;
use crate::errors::invalid;
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{
    UpdateKinesisStreamingDestinationInput, UpdateKinesisStreamingDestinationOutput,
};

impl Handler<ops::UpdateKinesisStreamingDestination> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateKinesisStreamingDestinationInput,
    ) -> Result<UpdateKinesisStreamingDestinationOutput> {
        let configuration = input.update_kinesis_streaming_configuration.unwrap_or_default();
        let Some(precision) = &configuration.approximate_creation_date_time_precision else {
            return Err(invalid(
                "Streaming destination cannot be updated with given parameters: \
                 UpdateKinesisStreamingConfiguration cannot be null or contain only null values",
            ));
        };
        self.update_destination(cx, &input.table_name, &input.stream_arn, precision).await?;
        Ok(UpdateKinesisStreamingDestinationOutput {
            table_name: Some(input.table_name),
            stream_arn: Some(input.stream_arn),
            destination_status: Some("UPDATING".to_owned()),
            update_kinesis_streaming_configuration: Some(configuration),
        })
    }
}

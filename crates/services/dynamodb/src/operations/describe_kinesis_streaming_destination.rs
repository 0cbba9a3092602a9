//! `DescribeKinesisStreamingDestination`.

use crate::Dynamodb;
use crate::records::table::Destination;
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{
    DescribeKinesisStreamingDestinationInput, DescribeKinesisStreamingDestinationOutput,
    KinesisDataStreamDestination,
};

impl Handler<ops::DescribeKinesisStreamingDestination> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeKinesisStreamingDestinationInput,
    ) -> Result<DescribeKinesisStreamingDestinationOutput> {
        let table = self.table_itself(cx, &input.table_name).await?;
        let precision = |it: &Destination| {
            // Where none was asked for, none is told.
            (!it.precision.is_empty()).then(|| it.precision.clone())
        };
        let shown = table.destinations.iter().map(|it| KinesisDataStreamDestination {
            stream_arn: Some(it.stream_arn.clone()),
            destination_status: Some(it.shown(self, cx.now()).to_owned()),
            destination_status_description: None,
            approximate_creation_date_time_precision: precision(it),
        });
        Ok(DescribeKinesisStreamingDestinationOutput {
            kinesis_data_stream_destinations: Some(shown.collect()),
            table_name: Some(input.table_name),
        })
    }
}

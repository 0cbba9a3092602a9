//! `DescribeKinesisStreamingDestination`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{
    DescribeKinesisStreamingDestinationInput, DescribeKinesisStreamingDestinationOutput,
};

impl Handler<ops::DescribeKinesisStreamingDestination> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeKinesisStreamingDestinationInput,
    ) -> Result<DescribeKinesisStreamingDestinationOutput> {
        Err(Error::internal("DescribeKinesisStreamingDestination is not written yet"))
    }
}

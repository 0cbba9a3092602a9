//! `UpdateKinesisStreamingDestination`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{
    UpdateKinesisStreamingDestinationInput, UpdateKinesisStreamingDestinationOutput,
};

impl Handler<ops::UpdateKinesisStreamingDestination> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: UpdateKinesisStreamingDestinationInput,
    ) -> Result<UpdateKinesisStreamingDestinationOutput> {
        Err(Error::internal("UpdateKinesisStreamingDestination is not written yet"))
    }
}

//! `DisableKinesisStreamingDestination`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{KinesisStreamingDestinationInput, KinesisStreamingDestinationOutput};

impl Handler<ops::DisableKinesisStreamingDestination> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: KinesisStreamingDestinationInput,
    ) -> Result<KinesisStreamingDestinationOutput> {
        Err(Error::internal("DisableKinesisStreamingDestination is not written yet"))
    }
}

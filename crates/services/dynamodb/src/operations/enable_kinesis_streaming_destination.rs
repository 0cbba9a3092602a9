//! `EnableKinesisStreamingDestination`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{KinesisStreamingDestinationInput, KinesisStreamingDestinationOutput};

impl Handler<ops::EnableKinesisStreamingDestination> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: KinesisStreamingDestinationInput,
    ) -> Result<KinesisStreamingDestinationOutput> {
        Err(Error::internal("EnableKinesisStreamingDestination is not written yet"))
    }
}

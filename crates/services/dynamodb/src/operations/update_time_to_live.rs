//! `UpdateTimeToLive`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{UpdateTimeToLiveInput, UpdateTimeToLiveOutput};

impl Handler<ops::UpdateTimeToLive> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: UpdateTimeToLiveInput,
    ) -> Result<UpdateTimeToLiveOutput> {
        Err(Error::internal("UpdateTimeToLive is not written yet"))
    }
}

//! `GetShardIterator`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodbstreams::ops;
use shapes::dynamodbstreams::{GetShardIteratorInput, GetShardIteratorOutput};

impl Handler<ops::GetShardIterator> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: GetShardIteratorInput,
    ) -> Result<GetShardIteratorOutput> {
        Err(Error::internal("GetShardIterator is not written yet"))
    }
}

//! `ListStreams`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodbstreams::ops;
use shapes::dynamodbstreams::{ListStreamsInput, ListStreamsOutput};

impl Handler<ops::ListStreams> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: ListStreamsInput) -> Result<ListStreamsOutput> {
        Err(Error::internal("ListStreams is not written yet"))
    }
}

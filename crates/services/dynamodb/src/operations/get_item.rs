//! `GetItem`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{GetItemInput, GetItemOutput};

impl Handler<ops::GetItem> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: GetItemInput) -> Result<GetItemOutput> {
        Err(Error::internal("GetItem is not written yet"))
    }
}

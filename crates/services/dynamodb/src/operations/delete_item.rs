//! `DeleteItem`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DeleteItemInput, DeleteItemOutput};

impl Handler<ops::DeleteItem> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: DeleteItemInput) -> Result<DeleteItemOutput> {
        Err(Error::internal("DeleteItem is not written yet"))
    }
}

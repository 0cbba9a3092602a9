//! `DeleteTable`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DeleteTableInput, DeleteTableOutput};

impl Handler<ops::DeleteTable> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: DeleteTableInput) -> Result<DeleteTableOutput> {
        Err(Error::internal("DeleteTable is not written yet"))
    }
}

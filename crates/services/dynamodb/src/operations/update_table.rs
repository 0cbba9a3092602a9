//! `UpdateTable`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{UpdateTableInput, UpdateTableOutput};

impl Handler<ops::UpdateTable> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: UpdateTableInput) -> Result<UpdateTableOutput> {
        Err(Error::internal("UpdateTable is not written yet"))
    }
}

//! `CreateTable`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{CreateTableInput, CreateTableOutput};

impl Handler<ops::CreateTable> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: CreateTableInput) -> Result<CreateTableOutput> {
        Err(Error::internal("CreateTable is not written yet"))
    }
}

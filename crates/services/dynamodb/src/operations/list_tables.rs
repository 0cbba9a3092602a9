//! `ListTables`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ListTablesInput, ListTablesOutput};

impl Handler<ops::ListTables> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: ListTablesInput) -> Result<ListTablesOutput> {
        Err(Error::internal("ListTables is not written yet"))
    }
}

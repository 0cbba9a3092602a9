//! `Query`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{QueryInput, QueryOutput};

impl Handler<ops::Query> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: QueryInput) -> Result<QueryOutput> {
        Err(Error::internal("Query is not written yet"))
    }
}

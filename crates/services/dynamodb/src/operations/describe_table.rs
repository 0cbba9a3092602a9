//! `DescribeTable`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeTableInput, DescribeTableOutput};

impl Handler<ops::DescribeTable> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeTableInput,
    ) -> Result<DescribeTableOutput> {
        Err(Error::internal("DescribeTable is not written yet"))
    }
}

//! `DescribeStream`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodbstreams::ops;
use shapes::dynamodbstreams::{DescribeStreamInput, DescribeStreamOutput};

impl Handler<ops::DescribeStream> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeStreamInput,
    ) -> Result<DescribeStreamOutput> {
        Err(Error::internal("DescribeStream is not written yet"))
    }
}

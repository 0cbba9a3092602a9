//! `DescribeEndpoints`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeEndpointsRequest, DescribeEndpointsResponse};

impl Handler<ops::DescribeEndpoints> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeEndpointsRequest,
    ) -> Result<DescribeEndpointsResponse> {
        Err(Error::internal("DescribeEndpoints is not written yet"))
    }
}

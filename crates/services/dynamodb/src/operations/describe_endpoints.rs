//! `DescribeEndpoints`.

use crate::Dynamodb;
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeEndpointsRequest, DescribeEndpointsResponse, Endpoint};

/// How long an answer may be remembered.
const CACHE_MINUTES: i64 = 1440;

impl Handler<ops::DescribeEndpoints> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        _: DescribeEndpointsRequest,
    ) -> Result<DescribeEndpointsResponse> {
        // Here is where the caller has found the server.
        let address = match cx.address() {
            Some(address) => address.to_owned(),
            None => format!("dynamodb.{}.amazonaws.com", cx.region),
        };
        let endpoint = Endpoint { address, cache_period_in_minutes: CACHE_MINUTES };
        Ok(DescribeEndpointsResponse { endpoints: vec![endpoint] })
    }
}

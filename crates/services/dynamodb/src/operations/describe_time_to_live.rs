//! `DescribeTimeToLive`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeTimeToLiveInput, DescribeTimeToLiveOutput};

impl Handler<ops::DescribeTimeToLive> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeTimeToLiveInput,
    ) -> Result<DescribeTimeToLiveOutput> {
        Err(Error::internal("DescribeTimeToLive is not written yet"))
    }
}

//! `DescribeLimits`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeLimitsInput, DescribeLimitsOutput};

impl Handler<ops::DescribeLimits> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeLimitsInput,
    ) -> Result<DescribeLimitsOutput> {
        Err(Error::internal("DescribeLimits is not written yet"))
    }
}

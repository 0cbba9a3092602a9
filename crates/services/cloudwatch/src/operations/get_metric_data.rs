//! `GetMetricData`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{GetMetricDataInput, GetMetricDataOutput};

impl Handler<ops::GetMetricData> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: GetMetricDataInput,
    ) -> Result<GetMetricDataOutput> {
        Err(Error::internal("GetMetricData is not written yet"))
    }
}

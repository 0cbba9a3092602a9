//! `DescribeContinuousBackups`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput};

impl Handler<ops::DescribeContinuousBackups> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeContinuousBackupsInput,
    ) -> Result<DescribeContinuousBackupsOutput> {
        Err(Error::internal("DescribeContinuousBackups is not written yet"))
    }
}

//! `UpdateContinuousBackups`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput};

impl Handler<ops::UpdateContinuousBackups> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: UpdateContinuousBackupsInput,
    ) -> Result<UpdateContinuousBackupsOutput> {
        Err(Error::internal("UpdateContinuousBackups is not written yet"))
    }
}

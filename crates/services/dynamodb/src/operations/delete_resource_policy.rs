//! `DeleteResourcePolicy`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DeleteResourcePolicyInput, DeleteResourcePolicyOutput};

impl Handler<ops::DeleteResourcePolicy> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DeleteResourcePolicyInput,
    ) -> Result<DeleteResourcePolicyOutput> {
        Err(Error::internal("DeleteResourcePolicy is not written yet"))
    }
}

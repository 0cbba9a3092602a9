//! `GetResourcePolicy`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{GetResourcePolicyInput, GetResourcePolicyOutput};

impl Handler<ops::GetResourcePolicy> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: GetResourcePolicyInput,
    ) -> Result<GetResourcePolicyOutput> {
        Err(Error::internal("GetResourcePolicy is not written yet"))
    }
}

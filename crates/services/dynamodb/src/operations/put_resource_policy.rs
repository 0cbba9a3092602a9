//! `PutResourcePolicy`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{PutResourcePolicyInput, PutResourcePolicyOutput};

impl Handler<ops::PutResourcePolicy> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: PutResourcePolicyInput,
    ) -> Result<PutResourcePolicyOutput> {
        Err(Error::internal("PutResourcePolicy is not written yet"))
    }
}

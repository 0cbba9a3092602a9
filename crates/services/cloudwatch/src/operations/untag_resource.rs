//! `UntagResource`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{UntagResourceInput, UntagResourceOutput};

impl Handler<ops::UntagResource> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: UntagResourceInput,
    ) -> Result<UntagResourceOutput> {
        Err(Error::internal("UntagResource is not written yet"))
    }
}

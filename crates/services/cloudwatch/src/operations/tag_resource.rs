//! `TagResource`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{TagResourceInput, TagResourceOutput};

impl Handler<ops::TagResource> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: TagResourceInput) -> Result<TagResourceOutput> {
        Err(Error::internal("TagResource is not written yet"))
    }
}

//! `ListTagsForResource`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{ListTagsForResourceInput, ListTagsForResourceOutput};

impl Handler<ops::ListTagsForResource> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: ListTagsForResourceInput,
    ) -> Result<ListTagsForResourceOutput> {
        Err(Error::internal("ListTagsForResource is not written yet"))
    }
}

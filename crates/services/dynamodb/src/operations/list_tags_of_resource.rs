//! `ListTagsOfResource`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ListTagsOfResourceInput, ListTagsOfResourceOutput};

impl Handler<ops::ListTagsOfResource> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: ListTagsOfResourceInput,
    ) -> Result<ListTagsOfResourceOutput> {
        Err(Error::internal("ListTagsOfResource is not written yet"))
    }
}

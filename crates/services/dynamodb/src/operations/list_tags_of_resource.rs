//! `ListTagsOfResource`.

use crate::errors::{invalid, no_tagged};
use crate::{Dynamodb, tags};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ListTagsOfResourceInput, ListTagsOfResourceOutput};

/// The most tags of an answer ("ListTagsOfResource").
const MOST: usize = 10;

impl Handler<ops::ListTagsOfResource> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: ListTagsOfResourceInput,
    ) -> Result<ListTagsOfResourceOutput> {
        let name = tags::table_of(cx, &input.resource_arn)?;
        let found = self.find_table(cx, name).await?;
        let table = found.ok_or_else(|| no_tagged(&input.resource_arn))?;
        // The token is the key after which it goes on.
        let after = match &input.next_token {
            None => None,
            Some(token) if table.tags.contains_key(token) => Some(token),
            Some(_) => return Err(invalid("Invalid NextToken")),
        };
        let mut listed = tags::listed(&table.tags);
        listed.retain(|tag| after.is_none_or(|after| tag.key > *after));
        let has_more = listed.len() > MOST;
        listed.truncate(MOST);
        let next_token = listed.last().filter(|_| has_more).map(|tag| tag.key.clone());
        Ok(ListTagsOfResourceOutput { tags: Some(listed), next_token })
    }
}

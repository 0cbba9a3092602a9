//! `ListAccessKeys`.

use crate::Iam;
use crate::paging::page;
use crate::records::{Key, User};
use crate::users::meant;
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::iam::ops::ListAccessKeys;
use shapes::iam::{AccessKeyMetadata, ListAccessKeysRequest, ListAccessKeysResponse};

impl Handler<ListAccessKeys> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListAccessKeysRequest,
    ) -> Result<ListAccessKeysResponse> {
        let user: User = self.find(cx, &meant(cx, input.user_name)?).await?;
        let shown = |key: &Key| AccessKeyMetadata {
            user_name: Some(user.name.clone()),
            access_key_id: Some(key.id.clone()),
            status: Some(key.status()),
            create_date: Some(Timestamp(key.created_ms)),
        };
        let mut keys: Vec<_> = user.keys.iter().map(shown).collect();
        let id = |key: &AccessKeyMetadata| key.access_key_id.clone().unwrap_or_default();
        keys.sort_by_cached_key(id);
        let page = page(keys.into_iter(), id, input.marker.as_deref(), input.max_items);
        Ok(ListAccessKeysResponse {
            access_key_metadata: page.items,
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}

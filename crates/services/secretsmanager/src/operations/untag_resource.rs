//! `UntagResource`.

use crate::SecretsManager;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::secretsmanager::UntagResourceRequest;
use shapes::secretsmanager::ops::UntagResource;

impl Handler<UntagResource> for SecretsManager {
    async fn handle(&self, cx: &Context, input: UntagResourceRequest) -> Result<Unit> {
        self.change(cx, &input.secret_id, |secret| {
            if let Some(tags) = &mut secret.tags {
                tags.retain(|key, _| !input.tag_keys.contains(key));
            }
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

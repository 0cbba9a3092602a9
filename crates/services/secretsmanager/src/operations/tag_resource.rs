//! `TagResource`.

use crate::{SecretsManager, tags};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::secretsmanager::TagResourceRequest;
use shapes::secretsmanager::ops::TagResource;

impl Handler<TagResource> for SecretsManager {
    async fn handle(&self, cx: &Context, input: TagResourceRequest) -> Result<Unit> {
        self.change(cx, &input.secret_id, |secret| {
            tags::add(secret.tags.get_or_insert_default(), &input.tags)
        })
        .await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::secretsmanager::ops::{DescribeSecret, UntagResource};
    use shapes::secretsmanager::{DescribeSecretRequest, Tag, UntagResourceRequest};

    #[tokio::test]
    async fn tags_come_change_and_go() {
        let at = setting();
        at.create("a", "x").await;
        let tag = |key: &str, value: &str| Tag {
            key: Some(key.to_owned()),
            value: Some(value.to_owned()),
        };
        let shown = async || {
            let input = DescribeSecretRequest { secret_id: "a".into() };
            at.cx.call::<DescribeSecret>(input).await.unwrap().tags
        };
        let add = async |tags| {
            at.cx.call::<TagResource>(TagResourceRequest { secret_id: "a".into(), tags }).await
        };
        assert_eq!(shown().await, None);
        add(vec![tag("k", "1"), tag("l", "2")]).await.unwrap();
        add(vec![tag("k", "3")]).await.unwrap();
        assert_eq!(shown().await.unwrap(), [tag("k", "3"), tag("l", "2")]);
        assert!(add(vec![tag("aws:k", "")]).await.is_err());
        let many = (0..51).map(|n| tag(&n.to_string(), "")).collect();
        assert_eq!(add(many).await.unwrap_err().code(), "LimitExceededException");
        let tag_keys = vec!["k".into(), "l".into()];
        let input = UntagResourceRequest { secret_id: "a".into(), tag_keys };
        at.cx.call::<UntagResource>(input).await.unwrap();
        // Once there were tags, the list is shown.
        assert_eq!(shown().await, Some(Vec::new()));
    }
}

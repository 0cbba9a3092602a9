//! `ListSecretVersionIds`.

use crate::paging::{self, Order};
use crate::records::secret::Version;
use crate::{SecretsManager, encryption};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::secretsmanager::ops::ListSecretVersionIds;
use shapes::secretsmanager::{
    ListSecretVersionIdsRequest, ListSecretVersionIdsResponse, SecretVersionsListEntry,
};

/// The versions that have labels and, where they are asked for, those that have none.
impl Handler<ListSecretVersionIds> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: ListSecretVersionIdsRequest,
    ) -> Result<ListSecretVersionIdsResponse> {
        let (secret, _) = self.find(cx, &input.secret_id).await?;
        let (arn, key) = (secret.arn(cx), encryption::shown_key(&secret));
        let is_shown =
            |it: &Version| input.include_deprecated == Some(true) || !it.stages.is_empty();
        let found: Vec<_> = secret.versions.into_iter().filter(is_shown).collect();
        let place = |version: &Version| version.id.clone();
        let (page, next_token) = paging::page(
            found,
            place,
            Order::Other,
            input.max_results,
            input.next_token.as_deref(),
        )?;
        let show = |version: Version| SecretVersionsListEntry {
            version_id: Some(version.id),
            version_stages: Some(version.stages.into_iter().collect::<Vec<_>>())
                .filter(|stages| !stages.is_empty()),
            last_accessed_date: version.accessed_ms.map(Timestamp),
            created_date: Some(Timestamp(version.created_ms)),
            kms_key_ids: Some(vec![key.clone()]),
        };
        Ok(ListSecretVersionIdsResponse {
            versions: Some(page.into_iter().map(show).collect()),
            next_token,
            arn: Some(arn),
            name: Some(secret.name),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn versions_without_labels_are_listed_on_demand() {
        let at = setting();
        at.create("a", "1").await;
        for value in ["2", "3"] {
            at.put("a", value, &["AWSCURRENT"]).await.unwrap();
        }
        at.get("a").await.unwrap();
        let list = async |include_deprecated, max_results, next_token| {
            let input = ListSecretVersionIdsRequest {
                secret_id: "a".into(),
                max_results,
                next_token,
                include_deprecated,
            };
            at.cx.call::<ListSecretVersionIds>(input).await.unwrap()
        };
        let labelled = list(None, None, None).await.versions.unwrap();
        let stages: Vec<_> = labelled.iter().map(|it| it.version_stages.clone().unwrap()).collect();
        assert_eq!(stages, [["AWSPREVIOUS"], ["AWSCURRENT"]]);
        assert_eq!(labelled[0].last_accessed_date, None);
        assert_eq!(labelled[1].last_accessed_date, Some(Timestamp(1_767_312_000_000)));
        let first = list(Some(true), Some(2), None).await;
        let versions = first.versions.unwrap();
        assert_eq!((versions.len(), &versions[0].version_stages), (2, &None));
        let second = list(Some(true), Some(2), first.next_token).await;
        assert_eq!((second.versions.unwrap().len(), second.next_token), (1, None));
    }
}

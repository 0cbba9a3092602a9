//! `ListSecrets`.

use crate::paging::{self, Order};
use crate::records::secret::{self, SECRETS, Secret};
use crate::{SecretsManager, filters, shown};
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::ListSecrets;
use shapes::secretsmanager::{Filter, ListSecretsRequest, ListSecretsResponse};
use store::Scan;

impl Handler<ListSecrets> for SecretsManager {
    async fn handle(&self, cx: &Context, input: ListSecretsRequest) -> Result<ListSecretsResponse> {
        let given = input.filters.unwrap_or_default();
        let mut found = self.filtered(cx, &given).await?;
        if input.include_planned_deletion != Some(true) {
            found.retain(|secret| secret.deletion_ms.is_none());
        }
        let sort = input.sort_by.as_deref();
        let place = |secret: &Secret| {
            let instant = match sort {
                Some("name") => 0,
                Some("last-accessed-date") => secret.accessed_ms.unwrap_or_default(),
                Some("last-changed-date") => secret.changed_ms,
                _ => secret.created_ms,
            };
            format!("{instant:020} {}", secret.name)
        };
        found.sort_by_cached_key(place);
        let order = match input.sort_order.as_deref() {
            Some("desc") => Order::Down,
            _ => Order::Up,
        };
        if order == Order::Down {
            found.reverse();
        }
        let token = input.next_token.as_deref();
        let (page, next_token) = paging::page(found, place, order, input.max_results, token)?;
        let list = page.into_iter().map(|secret| shown::listed(cx, secret)).collect();
        Ok(ListSecretsResponse { secret_list: Some(list), next_token })
    }
}

impl SecretsManager {
    /// The secrets of this account and region that pass all filters, by their names.
    pub(super) async fn filtered(&self, cx: &Context, given: &[Filter]) -> Result<Vec<Secret>> {
        filters::check(given)?;
        let all = SECRETS.scan(cx.tables(), Scan::prefix(&secret::key(cx, ""))).await?;
        let all = all.into_iter().map(|(_, secret)| secret);
        Ok(all.filter(|secret| filters::pass(cx, given, secret)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use std::time::Duration;

    #[tokio::test]
    async fn secrets_are_listed_filtered_and_sorted_page_by_page() {
        let at = setting();
        for name in ["c", "a", "b", "other"] {
            at.create(name, "x").await;
            at.clock.advance(Duration::from_secs(1));
        }
        at.delete("other", Some(7)).await.unwrap();
        let names = async |input: ListSecretsRequest| {
            let (mut names, mut next_token) = (Vec::new(), None);
            loop {
                let input =
                    ListSecretsRequest { next_token, max_results: Some(2), ..input.clone() };
                let output = at.cx.call::<ListSecrets>(input).await.unwrap();
                names.extend(output.secret_list.unwrap().into_iter().map(|it| it.name.unwrap()));
                next_token = output.next_token;
                if next_token.is_none() {
                    return names.join(" ");
                }
            }
        };
        let all = ListSecretsRequest::default();
        assert_eq!(names(all.clone()).await, "c a b");
        let by = |sort: &str, order: &str| ListSecretsRequest {
            sort_by: Some(sort.to_owned()),
            sort_order: Some(order.to_owned()),
            ..Default::default()
        };
        assert_eq!(names(by("name", "asc")).await, "a b c");
        assert_eq!(names(by("name", "desc")).await, "c b a");
        assert_eq!(names(by("created-date", "desc")).await, "b a c");
        let whole = ListSecretsRequest { include_planned_deletion: Some(true), ..all.clone() };
        assert_eq!(names(whole).await, "c a b other");
        let values = Some(vec!["a".into(), "b".into()]);
        let filter = Filter { key: Some("name".into()), values };
        let some = ListSecretsRequest { filters: Some(vec![filter]), ..all };
        assert_eq!(names(some).await, "a b");
    }
}

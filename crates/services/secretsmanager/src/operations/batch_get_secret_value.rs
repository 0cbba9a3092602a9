//! `BatchGetSecretValue`.

use crate::paging::{self, Order};
use crate::{SecretsManager, errors};
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::{BatchGetSecretValue, GetSecretValue};
use shapes::secretsmanager::{
    APIErrorType, BatchGetSecretValueRequest, BatchGetSecretValueResponse, GetSecretValueRequest,
    SecretValueEntry,
};

/// How many a page has where nothing is said.
const PAGE: i32 = 20;

/// Each is got as by `GetSecretValue`, which may refuse it alone.
impl Handler<BatchGetSecretValue> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: BatchGetSecretValueRequest,
    ) -> Result<BatchGetSecretValueResponse> {
        let filters = input.filters.unwrap_or_default();
        let listed = input.secret_id_list.unwrap_or_default();
        if filters.is_empty() == listed.is_empty() {
            return Err(errors::invalid(
                "Either 'SecretIdList' or 'Filters' must be provided, but not both.",
            ));
        }
        if filters.is_empty() && input.max_results.is_some() {
            return Err(errors::invalid(
                "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is \
                 provided.",
            ));
        }
        let (ids, next_token) = match filters.is_empty() {
            true => (listed, None),
            false => {
                let mut found = self.filtered(cx, &filters).await?;
                found.retain(|secret| secret.deletion_ms.is_none());
                let names = found.into_iter().map(|secret| secret.name).collect();
                let most = Some(input.max_results.unwrap_or(PAGE));
                let token = input.next_token.as_deref();
                paging::page(names, String::clone, Order::Up, most, token)?
            }
        };
        let (mut values, mut failed) = (Vec::new(), Vec::new());
        for secret_id in ids {
            let input =
                GetSecretValueRequest { secret_id: secret_id.clone(), ..Default::default() };
            match cx.call::<GetSecretValue>(input).await {
                Ok(it) => values.push(SecretValueEntry {
                    arn: it.arn,
                    name: it.name,
                    version_id: it.version_id,
                    secret_binary: it.secret_binary,
                    secret_string: it.secret_string,
                    version_stages: it.version_stages,
                    created_date: it.created_date,
                }),
                Err(error) if error.is_server_fault() => return Err(error),
                Err(error) => failed.push(APIErrorType {
                    secret_id: Some(secret_id),
                    error_code: Some(error.code().to_owned()),
                    message: Some(error.message),
                }),
            }
        }
        Ok(BatchGetSecretValueResponse {
            secret_values: Some(values),
            next_token,
            errors: Some(failed),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::secretsmanager::Filter;

    #[tokio::test]
    async fn what_is_there_is_given_and_the_rest_is_told() {
        let at = setting();
        for name in ["p/1", "p/2", "p/3", "q"] {
            at.create(name, name).await;
        }
        at.delete("q", Some(7)).await.unwrap();
        let get = async |input| at.cx.call::<BatchGetSecretValue>(input).await;
        let ids = ["p/2", "none", "q"].map(str::to_owned).to_vec();
        let by_id = BatchGetSecretValueRequest { secret_id_list: Some(ids), ..Default::default() };
        let output = get(by_id.clone()).await.unwrap();
        let [only] = &output.secret_values.unwrap()[..] else { panic!("one is there") };
        assert_eq!(only.secret_string.as_deref(), Some("p/2"));
        let codes = output.errors.unwrap().into_iter().map(|it| it.error_code.unwrap());
        let codes: Vec<_> = codes.collect();
        assert_eq!(codes, ["ResourceNotFoundException", "InvalidRequestException"]);
        let filter = Filter { key: Some("name".into()), values: Some(vec!["p/".into()]) };
        let by_filter = BatchGetSecretValueRequest {
            filters: Some(vec![filter]),
            max_results: Some(2),
            ..Default::default()
        };
        let first = get(by_filter.clone()).await.unwrap();
        assert_eq!(first.secret_values.unwrap().len(), 2);
        let next = BatchGetSecretValueRequest { next_token: first.next_token, ..by_filter.clone() };
        assert_eq!(get(next).await.unwrap().secret_values.unwrap().len(), 1);
        let both = BatchGetSecretValueRequest { filters: by_filter.filters, ..by_id.clone() };
        assert!(get(both).await.unwrap_err().message.contains("but not both"));
        let limited = BatchGetSecretValueRequest { max_results: Some(1), ..by_id };
        assert!(get(limited).await.unwrap_err().message.contains("'Filters' not specified"));
    }
}

//! `GetAccessKeyLastUsed`. Minutes are told, as on AWS.

use crate::{Iam, errors};
use platform::{Context, Handler, Principal, Result};
use shapes::Timestamp;
use shapes::iam::ops::GetAccessKeyLastUsed;
use shapes::iam::{AccessKeyLastUsed, GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse};

impl Handler<GetAccessKeyLastUsed> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetAccessKeyLastUsedRequest,
    ) -> Result<GetAccessKeyLastUsedResponse> {
        let (id, credentials) = (&input.access_key_id, &self.platform.credentials);
        let name = match credentials.find(id).await?.map(|key| key.principal) {
            Some(Principal::User { account, name, .. }) if *account == *cx.account => name,
            _ => {
                let what = format_args!("access key {id}");
                return Err(errors::denied(cx, "GetAccessKeyLastUsed", what));
            }
        };
        let none = || "N/A".to_owned();
        let last_used = match credentials.last_use(id).await? {
            None => {
                AccessKeyLastUsed { last_used_date: None, service_name: none(), region: none() }
            }
            Some(last) => AccessKeyLastUsed {
                last_used_date: Some(Timestamp(last.at_ms - last.at_ms % 60_000)),
                service_name: last.service,
                region: last.region,
            },
        };
        Ok(GetAccessKeyLastUsedResponse {
            user_name: Some(name),
            access_key_last_used: Some(last_used),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::CreateAccessKeyRequest;
    use shapes::iam::ops::CreateAccessKey;

    #[tokio::test]
    async fn the_last_use_is_told_to_the_keys_account() {
        let (service, cx) = fixture::service().await;
        fixture::user(&service, &cx, "ann").await;
        let create = CreateAccessKeyRequest { user_name: Some("ann".into()) };
        let id = cx.run::<CreateAccessKey, _>(&*service, create).await.unwrap().access_key;
        let input = GetAccessKeyLastUsedRequest { access_key_id: id.access_key_id };
        let last = async || {
            let output = cx.run::<GetAccessKeyLastUsed, _>(&*service, input.clone()).await.unwrap();
            output.access_key_last_used.unwrap()
        };
        let unused = last().await;
        assert_eq!((unused.service_name.as_str(), unused.last_used_date), ("N/A", None));
        cx.platform().credentials.used(&input.access_key_id, "kinesis", "eu-west-1").await;
        let used = last().await;
        assert_eq!((&*used.service_name, &*used.region), ("kinesis", "eu-west-1"));
        assert_eq!(used.last_used_date.unwrap().millis() % 60_000, 0);
        let mut elsewhere = cx.clone();
        elsewhere.account = "111111111111".into();
        let error = elsewhere.run::<GetAccessKeyLastUsed, _>(&*service, input).await.unwrap_err();
        assert_eq!(error.code(), "AccessDenied");
    }
}

//! `GetAccountSettings`.

use crate::code::{MAX_PACKAGE, MAX_ZIPPED};
use crate::records::function::{FUNCTIONS, VERSIONS, key, versions_of_all};
use crate::{Lambda, reserved};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetAccountSettings;
use shapes::lambda::{
    AccountLimit, AccountUsage, GetAccountSettingsRequest, GetAccountSettingsResponse,
};
use std::collections::BTreeMap;
use store::Scan;

/// "Lambda quotas": what all packages of a region may have, 75 GiB.
const TOTAL_CODE_SIZE: i64 = 75 << 30;

impl Handler<GetAccountSettings> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        _: GetAccountSettingsRequest,
    ) -> Result<GetAccountSettingsResponse> {
        let functions = FUNCTIONS.scan(cx.tables(), Scan::prefix(&key(cx, ""))).await?;
        let versions = VERSIONS.scan(cx.tables(), Scan::prefix(&versions_of_all(cx))).await?;
        let all = functions.iter().chain(&versions).map(|(_, function)| &function.code);
        let sizes: BTreeMap<_, _> = all.map(|code| (&code.blob, code.size)).collect();
        let reserved = functions.iter().filter_map(|(_, function)| function.reserved);
        let reserved = reserved.fold(0, u32::saturating_add);
        let unreserved = reserved::ACCOUNT_LIMIT.saturating_sub(reserved);
        Ok(GetAccountSettingsResponse {
            account_limit: Some(AccountLimit {
                total_code_size: Some(TOTAL_CODE_SIZE),
                code_size_unzipped: i64::try_from(MAX_PACKAGE).ok(),
                code_size_zipped: i64::try_from(MAX_ZIPPED).ok(),
                concurrent_executions: i32::try_from(reserved::ACCOUNT_LIMIT).ok(),
                unreserved_concurrent_executions: i32::try_from(unreserved).ok(),
            }),
            account_usage: Some(AccountUsage {
                total_code_size: i64::try_from(sizes.into_values().sum::<u64>()).ok(),
                function_count: i64::try_from(functions.len()).ok(),
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::{CreateFunction, PutFunctionConcurrency};
    use shapes::lambda::{CreateFunctionRequest, PutFunctionConcurrencyRequest};

    #[tokio::test]
    async fn what_there_is_is_counted_once() {
        let at = setting().await;
        let input = CreateFunctionRequest { publish: Some(true), ..create("f") };
        let made = at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
        let reserve = PutFunctionConcurrencyRequest {
            function_name: "f".into(),
            reserved_concurrent_executions: 5,
        };
        at.cx.run::<PutFunctionConcurrency, _>(&*at.service, reserve).await.unwrap();
        let input = GetAccountSettingsRequest::default();
        let got = at.cx.run::<GetAccountSettings, _>(&*at.service, input).await.unwrap();
        let usage = got.account_usage.unwrap();
        assert_eq!((usage.total_code_size, usage.function_count), (made.code_size, Some(1)));
        assert_eq!(got.account_limit.unwrap().unreserved_concurrent_executions, Some(995));
    }
}

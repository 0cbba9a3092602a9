//! `GetPublicAccessBlock`, `PutPublicAccessBlock` and `DeletePublicAccessBlock` of an account.

use super::{S3Control, check_account};
use crate::accounts;
use crate::settings::PublicAccess;
use platform::{Context, Error, Handler, Result};
use shapes::s3control::ops::*;
use shapes::s3control::*;
use shapes::{ErrorShape, Unit};

static ABSENT: ErrorShape = ErrorShape::client("NoSuchPublicAccessBlockConfiguration", 404);

impl Handler<GetPublicAccessBlock> for S3Control {
    async fn handle(
        &self,
        cx: &Context,
        input: GetPublicAccessBlockRequest,
    ) -> Result<GetPublicAccessBlockOutput> {
        check_account(cx, &input.account_id)?;
        let set = accounts::find(cx.tables(), &cx.account).await?.public_access;
        let set = set.ok_or_else(|| {
            let message = "The public access block configuration was not found";
            Error::new(&ABSENT, message).with("AccountId", &*cx.account)
        })?;
        let configuration = PublicAccessBlockConfiguration {
            block_public_acls: Some(set.block_acls),
            ignore_public_acls: Some(set.ignore_acls),
            block_public_policy: Some(set.block_policy),
            restrict_public_buckets: Some(set.restrict),
        };
        Ok(GetPublicAccessBlockOutput { public_access_block_configuration: Some(configuration) })
    }
}

impl Handler<PutPublicAccessBlock> for S3Control {
    async fn handle(&self, cx: &Context, input: PutPublicAccessBlockRequest) -> Result<Unit> {
        check_account(cx, &input.account_id)?;
        let given = input.public_access_block_configuration;
        let set = PublicAccess {
            block_acls: given.block_public_acls.unwrap_or_default(),
            ignore_acls: given.ignore_public_acls.unwrap_or_default(),
            block_policy: given.block_public_policy.unwrap_or_default(),
            restrict: given.restrict_public_buckets.unwrap_or_default(),
        };
        accounts::change(cx.tables(), &cx.account, |account| account.public_access = Some(set))
            .await?;
        Ok(Unit)
    }
}

impl Handler<DeletePublicAccessBlock> for S3Control {
    async fn handle(&self, cx: &Context, input: DeletePublicAccessBlockRequest) -> Result<Unit> {
        check_account(cx, &input.account_id)?;
        accounts::change(cx.tables(), &cx.account, |account| account.public_access = None).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_set_is_shown_to_its_account_alone() {
        let (platform, _) = platform::testing::platform();
        let cx = platform::testing::context(&platform);
        let service = S3Control::new();
        let get = async |account: &str| {
            let input = GetPublicAccessBlockRequest { account_id: account.into() };
            let got = cx.run::<GetPublicAccessBlock, _>(&*service, input).await;
            got.map(|it| it.public_access_block_configuration).map_err(|error| error.code())
        };
        let own = cx.account.to_string();
        assert_eq!(get(&own).await, Err("NoSuchPublicAccessBlockConfiguration"));
        assert_eq!(get("111111111111").await, Err("AccessDenied"));
        let configuration =
            PublicAccessBlockConfiguration { block_public_acls: Some(true), ..Default::default() };
        let input = PutPublicAccessBlockRequest {
            account_id: own.clone(),
            public_access_block_configuration: configuration,
        };
        cx.run::<PutPublicAccessBlock, _>(&*service, input).await.unwrap();
        let shown = get(&own).await.unwrap().unwrap();
        assert_eq!(shown.block_public_acls, Some(true));
        assert_eq!(shown.restrict_public_buckets, Some(false));
        let input = DeletePublicAccessBlockRequest { account_id: own.clone() };
        cx.run::<DeletePublicAccessBlock, _>(&*service, input).await.unwrap();
        assert_eq!(get(&own).await, Err("NoSuchPublicAccessBlockConfiguration"));
    }
}

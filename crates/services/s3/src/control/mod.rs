//! S3 Control, as far as tools ask for it: which public access is blocked in all buckets of an account, and
//! tags of buckets by their ARNs.

mod public_access;
mod tags;

use crate::errors::access_denied;
use platform::{Asks, Context, Result, Served, Service, operations};
use shapes::s3control::ops::*;
use std::sync::Arc;

/// S3 Control beside S3.
pub struct S3Control {
    _private: (),
}

impl S3Control {
    /// The service.
    pub fn new() -> Arc<Self> {
        Arc::new(Self { _private: () })
    }
}

impl Service for S3Control {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            DeletePublicAccessBlock: |_, _| Asks::action("s3:PutAccountPublicAccessBlock", "*"),
            GetPublicAccessBlock: |_, _| Asks::action("s3:GetAccountPublicAccessBlock", "*"),
            ListTagsForResource: |_, it| Asks::action("s3:ListTagsForResource", &it.resource_arn),
            PutPublicAccessBlock: |_, _| Asks::action("s3:PutAccountPublicAccessBlock", "*"),
            TagResource: |_, it| Asks::action("s3:TagResource", &it.resource_arn),
            UntagResource: |_, it| Asks::action("s3:UntagResource", &it.resource_arn),
        ]
    }
}

/// Refuses an account that is not the caller's.
fn check_account(cx: &Context, account: &str) -> Result<()> {
    if *account == *cx.account { Ok(()) } else { Err(access_denied()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{self, Example, check_asks};
    use shapes::s3control::*;

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let arn = || "arn:aws:s3:::b".to_owned();
        let account = || "000000000000".to_owned();
        let examples = vec![
            Example::of::<DeletePublicAccessBlock>(
                DeletePublicAccessBlockRequest { account_id: account() },
                &["s3:PutAccountPublicAccessBlock *"],
            ),
            Example::of::<GetPublicAccessBlock>(
                GetPublicAccessBlockRequest { account_id: account() },
                &["s3:GetAccountPublicAccessBlock *"],
            ),
            Example::of::<ListTagsForResource>(
                ListTagsForResourceRequest { account_id: account(), resource_arn: arn() },
                &["s3:ListTagsForResource arn:aws:s3:::b"],
            ),
            Example::of::<PutPublicAccessBlock>(
                PutPublicAccessBlockRequest { account_id: account(), ..Default::default() },
                &["s3:PutAccountPublicAccessBlock *"],
            ),
            Example::of::<TagResource>(
                TagResourceRequest { resource_arn: arn(), ..Default::default() },
                &["s3:TagResource arn:aws:s3:::b"],
            ),
            Example::of::<UntagResource>(
                UntagResourceRequest { resource_arn: arn(), ..Default::default() },
                &["s3:UntagResource arn:aws:s3:::b"],
            ),
        ];
        let (platform, _) = testing::platform();
        check_asks(&testing::context(&platform), &S3Control::new().operations(), &examples);
    }
}

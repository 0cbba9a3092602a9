//! `GetQueueUrl`.

use crate::{Sqs, errors, names};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::GetQueueUrl;
use shapes::sqs::{GetQueueUrlRequest, GetQueueUrlResult};

impl Handler<GetQueueUrl> for Sqs {
    async fn handle(&self, cx: &Context, input: GetQueueUrlRequest) -> Result<GetQueueUrlResult> {
        let owner = input.queue_owner_aws_account_id;
        let is_own = owner.is_none_or(|owner| owner == *cx.account);
        if !is_own || self.record(cx, &input.queue_name).await?.is_none() {
            return Err(errors::no_queue());
        }
        Ok(GetQueueUrlResult { queue_url: Some(names::url(cx, &input.queue_name)) })
    }
}

//! `GetSubscriptionAttributes`.

use crate::{Sns, errors, subscription_attributes};
use platform::{Context, Handler, Result};
use shapes::sns::ops::GetSubscriptionAttributes;
use shapes::sns::{GetSubscriptionAttributesInput, GetSubscriptionAttributesResponse};

impl Handler<GetSubscriptionAttributes> for Sns {
    async fn handle(
        &self,
        cx: &Context,
        input: GetSubscriptionAttributesInput,
    ) -> Result<GetSubscriptionAttributesResponse> {
        let found = self.subscription(cx, &input.subscription_arn).await?;
        let found = found.ok_or_else(errors::no_subscription)?;
        let attributes =
            Some(subscription_attributes::shown(&found.known.topic, &found.subscribed.record));
        Ok(GetSubscriptionAttributesResponse { attributes })
    }
}

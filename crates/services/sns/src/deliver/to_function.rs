//! Deliveries to AWS Lambda ("Fanout to Lambda functions").

use super::to_queue::in_region;
use super::{Attempt, Delivery};
use crate::Sns;
use platform::{Arn, Context};
use shapes::lambda::InvocationRequest;
use shapes::lambda::ops::Invoke;

impl Sns {
    /// Hands a message to a function, as an event that it is called with later.
    pub(super) async fn to_function(&self, cx: &Context, delivery: Delivery<'_>) -> Attempt {
        let endpoint = &delivery.subscription.endpoint;
        let Some(function) = Arn::parse(endpoint) else {
            return Attempt::Refused(format!("{endpoint} is no function"));
        };
        let event = match self.event(delivery).await {
            Ok(event) => event,
            Err(error) => return Attempt::Failed(error.to_string()),
        };
        let input = InvocationRequest {
            function_name: endpoint.clone(),
            invocation_type: Some("Event".to_owned()),
            payload: Some(event.into()),
            ..Default::default()
        };
        let trace = delivery.message.trace.as_deref().map(Into::into);
        let cx = in_region(cx, function.region).traced(trace);
        let Ok(_permit) = self.outbox.near.acquire().await else {
            return Attempt::Failed("the process ends".to_owned());
        };
        Attempt::of(cx.call::<Invoke>(input).await)
    }
}

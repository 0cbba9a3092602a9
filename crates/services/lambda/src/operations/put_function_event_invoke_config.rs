//! `PutFunctionEventInvokeConfig`.

use crate::Lambda;
use crate::event_invoke::Wanted;
use platform::{Context, Handler, Result};
use shapes::lambda::ops::PutFunctionEventInvokeConfig;
use shapes::lambda::{FunctionEventInvokeConfig, PutFunctionEventInvokeConfigRequest};

impl Handler<PutFunctionEventInvokeConfig> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: PutFunctionEventInvokeConfigRequest,
    ) -> Result<FunctionEventInvokeConfig> {
        let named =
            (&*input.function_name, input.qualifier.as_deref(), "PutFunctionEventInvokeConfig");
        let wanted = Wanted {
            retries: input.maximum_retry_attempts,
            age_seconds: input.maximum_event_age_in_seconds,
            destinations: input.destination_config,
        };
        self.set_event_invoke(cx, named, wanted, false).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create_with, setting, until};
    use crate::records::queued::{EVENTS, LATER};
    use shapes::lambda::ops::{CreateFunction, Invoke};
    use shapes::lambda::{InvocationRequest, PutFunctionEventInvokeConfigRequest};
    use store::Scan;

    #[tokio::test(flavor = "multi_thread")]
    async fn an_event_that_is_not_to_be_tried_again_is_gone_after_its_failure() {
        let at = setting().await;
        let made =
            create_with("f", "def handler(e, c):\n    print('no')\n    raise Exception('no')\n");
        at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        let input = PutFunctionEventInvokeConfigRequest {
            function_name: "f".into(),
            maximum_retry_attempts: Some(0),
            ..Default::default()
        };
        at.cx.run::<PutFunctionEventInvokeConfig, _>(&*at.service, input).await.unwrap();
        let event = InvocationRequest {
            function_name: "f".into(),
            invocation_type: Some("Event".into()),
            ..Default::default()
        };
        at.cx.run::<Invoke, _>(&*at.service, event).await.unwrap();
        let tables = at.cx.tables();
        let waiting = async || {
            // In this order one that moves is seen.
            let mut all = EVENTS.scan(tables, Scan::prefix(b"")).await.unwrap();
            all.extend(LATER.scan(tables, Scan::prefix(b"")).await.unwrap());
            all.len()
        };
        until(async || waiting().await == 0).await;
        at.service.log_writer.flush().await;
        let said = ("/aws/lambda/f".to_owned(), "no\n".to_owned());
        assert_eq!(at.lines.lock().unwrap().iter().filter(|line| **line == said).count(), 1);
        at.runner.shutdown().await;
    }
}

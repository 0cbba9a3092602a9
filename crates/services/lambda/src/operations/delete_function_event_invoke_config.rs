//! `DeleteFunctionEventInvokeConfig`.

use crate::Lambda;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::lambda::DeleteFunctionEventInvokeConfigRequest;
use shapes::lambda::ops::DeleteFunctionEventInvokeConfig;

impl Handler<DeleteFunctionEventInvokeConfig> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteFunctionEventInvokeConfigRequest,
    ) -> Result<Unit> {
        let qualifier = input.qualifier.as_deref();
        self.clear_event_invoke(cx, &input.function_name, qualifier).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::*;
    use shapes::lambda::*;

    #[tokio::test]
    async fn a_configuration_is_put_updated_shown_and_deleted() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let before = at.service.function(&at.cx, "f").await.unwrap();
        let name = "f".to_owned();
        let update = UpdateFunctionEventInvokeConfigRequest {
            function_name: name.clone(),
            maximum_event_age_in_seconds: Some(60),
            ..Default::default()
        };
        let run = at.cx.run::<UpdateFunctionEventInvokeConfig, _>(&*at.service, update.clone());
        assert_eq!(
            run.await.unwrap_err().to_string(),
            "ResourceNotFoundException: The function \
             arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST doesn't have an \
             EventInvokeConfig"
        );
        let mut put = PutFunctionEventInvokeConfigRequest {
            function_name: name.clone(),
            maximum_retry_attempts: Some(0),
            ..Default::default()
        };
        let run = async |put| at.cx.run::<PutFunctionEventInvokeConfig, _>(&*at.service, put).await;
        let made = run(put.clone()).await.unwrap();
        assert_eq!(
            (made.maximum_retry_attempts, made.maximum_event_age_in_seconds),
            (Some(0), None)
        );
        let now = at.cx.run::<UpdateFunctionEventInvokeConfig, _>(&*at.service, update).await;
        let now = now.unwrap();
        assert_eq!(
            (now.maximum_retry_attempts, now.maximum_event_age_in_seconds),
            (Some(0), Some(60))
        );
        assert!(now.function_arn.unwrap().ends_with(":function:f:$LATEST"));
        let list = ListFunctionEventInvokeConfigsRequest {
            function_name: name.clone(),
            ..Default::default()
        };
        let list = at.cx.run::<ListFunctionEventInvokeConfigs, _>(&*at.service, list).await;
        assert_eq!(list.unwrap().function_event_invoke_configs.unwrap().len(), 1);
        // Its environments stay.
        assert_eq!(at.service.function(&at.cx, "f").await.unwrap().revision, before.revision);
        put.maximum_retry_attempts = None;
        assert_eq!(
            run(put.clone()).await.unwrap_err().message,
            "You must specify at least one of error handling or destination setting."
        );
        let gone =
            DeleteFunctionEventInvokeConfigRequest { function_name: name.clone(), qualifier: None };
        let run = async |input| {
            at.cx.run::<DeleteFunctionEventInvokeConfig, _>(&*at.service, input).await
        };
        run(gone.clone()).await.unwrap();
        assert!(
            run(gone).await.unwrap_err().message.ends_with("doesn't have an EventInvokeConfig")
        );
        let get = GetFunctionEventInvokeConfigRequest { function_name: name, qualifier: None };
        let got = at.cx.run::<GetFunctionEventInvokeConfig, _>(&*at.service, get).await;
        assert_eq!(got.unwrap_err().code(), "ResourceNotFoundException");
    }
}

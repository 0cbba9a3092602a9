//! `DeleteFunction`.

use crate::{Lambda, errors, names};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::DeleteFunction;
use shapes::lambda::{DeleteFunctionRequest, DeleteFunctionResponse};

impl Handler<DeleteFunction> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteFunctionRequest,
    ) -> Result<DeleteFunctionResponse> {
        let named = names::parse(cx, &input.function_name, input.qualifier.as_deref())?;
        if named.qualified {
            return Err(errors::invalid(
                "$LATEST version cannot be deleted without deleting the function.",
            ));
        }
        self.remove(cx, &named.name).await?;
        Ok(DeleteFunctionResponse { status_code: Some(204) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting, until};
    use crate::records::unowned::UNOWNED;
    use platform::Topic;
    use shapes::lambda::ops::CreateFunction;
    use store::Scan;

    #[tokio::test]
    async fn a_deleted_functions_code_is_freed() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let topic = Topic::Function(names::arn(&at.cx, "f").into());
        let mut changed = at.cx.platform().wakeups.subscribe(topic);
        let mut input =
            DeleteFunctionRequest { function_name: "f".into(), qualifier: Some("$LATEST".into()) };
        let error = at.cx.run::<DeleteFunction, _>(&*at.service, input.clone()).await.unwrap_err();
        assert_eq!(error.code(), "InvalidParameterValueException");
        input.qualifier = None;
        at.cx.run::<DeleteFunction, _>(&*at.service, input.clone()).await.unwrap();
        platform::testing::soon(changed.woken()).await;
        let error = at.cx.run::<DeleteFunction, _>(&*at.service, input).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
        let store = at.cx.platform().store.clone();
        until(async || store.blobs.list().await.unwrap().is_empty()).await;
        until(async || {
            store.tables.scan(UNOWNED.table, Scan::prefix(b"")).await.unwrap().is_empty()
        })
        .await;
    }
}

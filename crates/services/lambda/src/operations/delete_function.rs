//! `DeleteFunction`.

use crate::names::LATEST;
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
        let qualifier = input.qualifier.as_deref();
        let (name, qualifier) =
            names::split(cx, &input.function_name, qualifier, "DeleteFunction")?;
        match qualifier {
            Some(LATEST) => {
                return Err(errors::invalid(
                    "$LATEST version cannot be deleted without deleting the function.",
                ));
            }
            Some(alias) if !alias.bytes().all(|byte| byte.is_ascii_digit()) => {
                return Err(errors::invalid("Deletion of aliases is not currently supported."));
            }
            Some(version) => self.remove_version(cx, name, version).await?,
            None => self.remove(cx, name).await?,
        }
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
        for (qualifier, words) in [
            ("$LATEST", "$LATEST version cannot be deleted without deleting the function."),
            ("PROD", "Deletion of aliases is not currently supported."),
        ] {
            input.qualifier = Some(qualifier.into());
            let error = at.cx.run::<DeleteFunction, _>(&*at.service, input.clone()).await;
            let error = error.unwrap_err();
            assert_eq!((error.code(), &*error.message), ("InvalidParameterValueException", words));
        }
        input.qualifier = Some("7".into());
        at.cx.run::<DeleteFunction, _>(&*at.service, input.clone()).await.unwrap();
        at.service.function(&at.cx, "f").await.unwrap();
        input.qualifier = None;
        at.cx.run::<DeleteFunction, _>(&*at.service, input.clone()).await.unwrap();
        platform::testing::soon(changed.woken()).await;
        for qualifier in [None, Some("7".to_owned())] {
            input.qualifier = qualifier;
            let error = at.cx.run::<DeleteFunction, _>(&*at.service, input.clone()).await;
            assert_eq!(
                error.unwrap_err().to_string(),
                "ResourceNotFoundException: Function not found: \
                 arn:aws:lambda:us-east-1:000000000000:function:f"
            );
        }
        let store = at.cx.platform().store.clone();
        until(async || store.blobs.list().await.unwrap().is_empty()).await;
        until(async || {
            store.tables.scan(UNOWNED.table, Scan::prefix(b"")).await.unwrap().is_empty()
        })
        .await;
    }
}

//! `DeleteParameter`.

use crate::{Ssm, errors, names};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::DeleteParameter;
use shapes::ssm::{DeleteParameterRequest, DeleteParameterResult};

impl Handler<DeleteParameter> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteParameterRequest,
    ) -> Result<DeleteParameterResult> {
        names::check(&input.name)?;
        match self.remove(cx, &input.name).await? {
            true => Ok(DeleteParameterResult {}),
            false => Err(errors::not_found()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use crate::records::parameter::PARAMETERS;
    use crate::records::version::VERSIONS;
    use store::Scan;

    #[tokio::test]
    async fn nothing_stays_of_a_parameter_that_is_deleted() {
        let at = setting();
        for value in ["1", "2", "3"] {
            at.overwrite("/a", value).await.unwrap();
        }
        let delete = async || {
            at.cx.call::<DeleteParameter>(DeleteParameterRequest { name: "/a".into() }).await
        };
        delete().await.unwrap();
        for table in [PARAMETERS.table, VERSIONS.table] {
            assert!(at.cx.tables().scan(table, Scan::prefix(b"")).await.unwrap().is_empty());
        }
        let error = delete().await.unwrap_err();
        assert_eq!((error.code(), &*error.message), ("ParameterNotFound", ""));
        assert_eq!(at.put("/a", "x").await.unwrap().version, Some(1));
    }
}

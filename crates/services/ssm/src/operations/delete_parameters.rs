//! `DeleteParameters`.

use crate::{Ssm, names};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::DeleteParameters;
use shapes::ssm::{DeleteParametersRequest, DeleteParametersResult};

impl Handler<DeleteParameters> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteParametersRequest,
    ) -> Result<DeleteParametersResult> {
        let (mut deleted, mut invalid) = (Vec::new(), Vec::new());
        for name in input.names {
            match names::check(&name).is_ok() && self.remove(cx, &name).await? {
                true => deleted.push(name),
                false => invalid.push(name),
            }
        }
        Ok(DeleteParametersResult {
            deleted_parameters: Some(deleted),
            invalid_parameters: Some(invalid),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn what_is_there_goes_and_the_rest_is_told() {
        let at = setting();
        at.put("/a", "x").await.unwrap();
        at.put("b", "x").await.unwrap();
        let names = ["/a", "b", "/c", "d:1"].map(str::to_owned).to_vec();
        let input = DeleteParametersRequest { names };
        let output = at.cx.call::<DeleteParameters>(input).await.unwrap();
        assert_eq!(output.deleted_parameters.unwrap(), ["/a", "b"]);
        assert_eq!(output.invalid_parameters.unwrap(), ["/c", "d:1"]);
    }
}

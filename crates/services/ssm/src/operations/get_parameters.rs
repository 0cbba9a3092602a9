//! `GetParameters`.

use crate::{Ssm, references};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::GetParameters;
use shapes::ssm::{GetParametersRequest, GetParametersResult};
use std::collections::BTreeSet;

impl Handler<GetParameters> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: GetParametersRequest,
    ) -> Result<GetParametersResult> {
        let decrypted = input.with_decryption == Some(true);
        let (mut parameters, mut invalid) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for name in input.names {
            if !seen.insert(name.clone()) {
                continue;
            }
            let is_reference = references::is_one(&name);
            let found = match is_reference {
                true => self.referenced(cx, &name, decrypted).await,
                false => match self.choose(cx, &name).await {
                    Ok(chosen) => self.shown(cx, chosen, decrypted).await,
                    Err(error) => Err(error),
                },
            };
            match found {
                Ok(shown) => parameters.push(shown),
                Err(error) if error.is_server_fault() => return Err(error),
                // Who does not want it opened is told so, and does not get the others either.
                Err(error) if is_reference && !decrypted => return Err(error),
                Err(_) => invalid.push(name),
            }
        }
        Ok(GetParametersResult { parameters: Some(parameters), invalid_parameters: Some(invalid) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn what_is_there_is_given_and_the_rest_is_told() {
        let at = setting();
        at.overwrite("/a", "1").await.unwrap();
        at.overwrite("/a", "2").await.unwrap();
        let names = ["/a", "/a:1", "/a", "/b", "a b", "/a:7"].map(str::to_owned).to_vec();
        let input = GetParametersRequest { names, with_decryption: None };
        let output = at.cx.call::<GetParameters>(input).await.unwrap();
        let values = output.parameters.unwrap().into_iter().map(|it| it.value.unwrap());
        assert_eq!(values.collect::<Vec<_>>(), ["2", "1"]);
        assert_eq!(output.invalid_parameters.unwrap(), ["/b", "a b", "/a:7"]);
    }
}

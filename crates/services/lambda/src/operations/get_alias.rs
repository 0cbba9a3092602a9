//! `GetAlias`.

use crate::{Lambda, aliases, errors, names};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetAlias;
use shapes::lambda::{AliasConfiguration, GetAliasRequest};

impl Handler<GetAlias> for Lambda {
    async fn handle(&self, cx: &Context, input: GetAliasRequest) -> Result<AliasConfiguration> {
        let (function, _) = names::split(cx, &input.function_name, None, "GetAlias")?;
        let alias = self.alias(cx, function, &input.name).await?;
        let missing = || errors::no_alias(&names::qualified_arn(cx, function, Some(&input.name)));
        alias.map(|alias| aliases::shown(cx, function, &alias)).ok_or_else(missing)
    }
}

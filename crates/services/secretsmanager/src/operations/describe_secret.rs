//! `DescribeSecret`.

use crate::{SecretsManager, shown};
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::DescribeSecret;
use shapes::secretsmanager::{DescribeSecretRequest, DescribeSecretResponse};

/// A secret that is marked for deletion is shown too.
impl Handler<DescribeSecret> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeSecretRequest,
    ) -> Result<DescribeSecretResponse> {
        let (secret, _) = self.find(cx, &input.secret_id).await?;
        Ok(shown::described(cx, secret))
    }
}

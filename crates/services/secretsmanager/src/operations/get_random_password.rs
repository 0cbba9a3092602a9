//! `GetRandomPassword`.

use crate::{SecretsManager, password};
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::GetRandomPassword;
use shapes::secretsmanager::{GetRandomPasswordRequest, GetRandomPasswordResponse};

impl Handler<GetRandomPassword> for SecretsManager {
    async fn handle(
        &self,
        _: &Context,
        input: GetRandomPasswordRequest,
    ) -> Result<GetRandomPasswordResponse> {
        let random_password = Some(password::of(&*self.platform.ids, &input)?);
        Ok(GetRandomPasswordResponse { random_password })
    }
}

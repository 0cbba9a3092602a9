//! `GetLoginProfile`. No user has a password: there is nothing to sign in to.

use crate::Iam;
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetLoginProfile;
use shapes::iam::{GetLoginProfileRequest, GetLoginProfileResponse};

impl Handler<GetLoginProfile> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetLoginProfileRequest,
    ) -> Result<GetLoginProfileResponse> {
        Err(self.no_login(cx, input.user_name).await)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn nobody_has_a_password() {
        let (service, cx) = fixture::service().await;
        fixture::user(&service, &cx, "ann").await;
        for (name, message) in [
            ("ann", "NoSuchEntity: Login Profile for User ann cannot be found."),
            ("bob", "NoSuchEntity: The user with name bob cannot be found."),
        ] {
            let input = GetLoginProfileRequest { user_name: Some(name.into()) };
            let error = cx.run::<GetLoginProfile, _>(&*service, input).await.unwrap_err();
            assert_eq!(error.to_string(), message);
        }
    }
}

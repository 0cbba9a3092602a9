//! `ListServiceSpecificCredentials`. No user has any: there is no way to give them.

use crate::Iam;
use crate::records::User;
use crate::users::meant;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListServiceSpecificCredentials;
use shapes::iam::{ListServiceSpecificCredentialsRequest, ListServiceSpecificCredentialsResponse};

impl Handler<ListServiceSpecificCredentials> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListServiceSpecificCredentialsRequest,
    ) -> Result<ListServiceSpecificCredentialsResponse> {
        if !input.all_users.unwrap_or(false) {
            self.find::<User>(cx, &meant(cx, input.user_name)?).await?;
        }
        Ok(ListServiceSpecificCredentialsResponse {
            service_specific_credentials: Some(Vec::new()),
            is_truncated: Some(false),
            marker: None,
        })
    }
}

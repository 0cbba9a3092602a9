//! `ListSigningCertificates`. No user has any: there is no way to give them.

use crate::Iam;
use crate::records::User;
use crate::users::meant;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListSigningCertificates;
use shapes::iam::{ListSigningCertificatesRequest, ListSigningCertificatesResponse};

impl Handler<ListSigningCertificates> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListSigningCertificatesRequest,
    ) -> Result<ListSigningCertificatesResponse> {
        self.find::<User>(cx, &meant(cx, input.user_name)?).await?;
        Ok(ListSigningCertificatesResponse {
            certificates: Vec::new(),
            is_truncated: Some(false),
            marker: None,
        })
    }
}

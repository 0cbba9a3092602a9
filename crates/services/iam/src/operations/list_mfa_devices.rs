//! `ListMFADevices`. No user has any: there is no way to give them.

use crate::Iam;
use crate::records::User;
use crate::users::meant;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListMFADevices;
use shapes::iam::{ListMFADevicesRequest, ListMFADevicesResponse};

impl Handler<ListMFADevices> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListMFADevicesRequest,
    ) -> Result<ListMFADevicesResponse> {
        self.find::<User>(cx, &meant(cx, input.user_name)?).await?;
        Ok(ListMFADevicesResponse {
            mfa_devices: Vec::new(),
            is_truncated: Some(false),
            marker: None,
        })
    }
}

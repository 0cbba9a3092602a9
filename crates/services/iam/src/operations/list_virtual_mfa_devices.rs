//! `ListVirtualMFADevices`. There is none: there is no way to make one.

use crate::Iam;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListVirtualMFADevices;
use shapes::iam::{ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse};

impl Handler<ListVirtualMFADevices> for Iam {
    async fn handle(
        &self,
        _: &Context,
        _: ListVirtualMFADevicesRequest,
    ) -> Result<ListVirtualMFADevicesResponse> {
        Ok(ListVirtualMFADevicesResponse {
            virtual_mfa_devices: Vec::new(),
            is_truncated: Some(false),
            marker: None,
        })
    }
}

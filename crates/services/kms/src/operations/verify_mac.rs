//! `VerifyMac`.

use crate::keys::AUTHENTICATES;
use crate::shown::mac_algorithm;
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::kms::ops::VerifyMac;
use shapes::kms::{VerifyMacRequest, VerifyMacResponse};

impl Handler<VerifyMac> for Kms {
    async fn handle(&self, cx: &Context, input: VerifyMacRequest) -> Result<VerifyMacResponse> {
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        let found = self.known(cx, &input.key_id).await?;
        found.check_use(cx, "VerifyMac", AUTHENTICATES)?;
        let algorithm = mac_algorithm(&found.key.spec);
        found.check_algorithm(Some(&input.mac_algorithm), &algorithm)?;
        if input.dry_run == Some(true) {
            return Err(errors::dry_run());
        }
        let mac = self.mac(cx, &found, &input.message).await?;
        if !is_same(&mac, &input.mac) {
            return Err(errors::wrong_mac());
        }
        Ok(VerifyMacResponse {
            key_id: Some(found.arn.clone()),
            mac_valid: Some(true),
            mac_algorithm: Some(algorithm),
        })
    }
}

/// How long it takes tells nothing of the right one.
fn is_same(right: &[u8], given: &[u8]) -> bool {
    let differs = right.iter().zip(given).fold(0, |all, (a, b)| all | (a ^ b));
    right.len() == given.len() && differs == 0
}

//! `GenerateMac`.

use crate::keys::AUTHENTICATES;
use crate::shown::mac_algorithm;
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::kms::ops::GenerateMac;
use shapes::kms::{GenerateMacRequest, GenerateMacResponse};

impl Handler<GenerateMac> for Kms {
    async fn handle(&self, cx: &Context, input: GenerateMacRequest) -> Result<GenerateMacResponse> {
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        let found = self.known(cx, &input.key_id).await?;
        found.check_use(cx, "GenerateMac", AUTHENTICATES)?;
        let algorithm = mac_algorithm(&found.key.spec);
        found.check_algorithm(Some(&input.mac_algorithm), &algorithm)?;
        if input.dry_run == Some(true) {
            return Err(errors::dry_run());
        }
        let mac = self.mac(cx, &found, &input.message).await?;
        Ok(GenerateMacResponse {
            mac: Some(mac.into()),
            mac_algorithm: Some(algorithm),
            key_id: Some(found.arn.clone()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::kms::VerifyMacRequest;
    use shapes::kms::ops::VerifyMac;

    #[tokio::test]
    async fn a_message_is_known_again_by_its_mac() {
        let at = setting();
        for (spec, length) in
            [("HMAC_224", 28), ("HMAC_256", 32), ("HMAC_384", 48), ("HMAC_512", 64)]
        {
            let id = at.key_of(spec, AUTHENTICATES).await;
            let input = |algorithm: &str| GenerateMacRequest {
                message: "text".into(),
                key_id: id.clone(),
                mac_algorithm: algorithm.to_owned(),
                ..Default::default()
            };
            let algorithm = mac_algorithm(spec);
            let made = at.cx.call::<GenerateMac>(input(&algorithm)).await.unwrap();
            let mac = made.mac.unwrap();
            assert_eq!(mac.len(), length);
            let verify = async |message: &'static str| {
                let input = VerifyMacRequest {
                    message: message.into(),
                    key_id: id.clone(),
                    mac_algorithm: algorithm.clone(),
                    mac: mac.clone(),
                    ..Default::default()
                };
                at.cx.call::<VerifyMac>(input).await
            };
            assert_eq!(verify("text").await.unwrap().mac_valid, Some(true));
            assert_eq!(verify("texts").await.unwrap_err().code(), "KMSInvalidMacException");
            let other = if spec == "HMAC_224" { "HMAC_SHA_256" } else { "HMAC_SHA_224" };
            let error = at.cx.call::<GenerateMac>(input(other)).await.unwrap_err();
            let words = format!("Algorithm {other} is incompatible with key spec {spec}.");
            assert_eq!(error.message, words);
        }
        let id = at.key().await;
        let input = GenerateMacRequest {
            message: "text".into(),
            key_id: id.clone(),
            mac_algorithm: "HMAC_SHA_256".into(),
            ..Default::default()
        };
        let error = at.cx.call::<GenerateMac>(input).await.unwrap_err();
        let words = "key usage is ENCRYPT_DECRYPT which is not valid for GenerateMac.";
        assert!(error.message.ends_with(words), "{error}");
    }
}

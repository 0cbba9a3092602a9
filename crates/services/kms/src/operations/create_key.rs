//! `CreateKey`.

use crate::keys::{AUTHENTICATES, ENCRYPTS, Found, SYMMETRIC};
use crate::records::key::{self, KEYS, Key};
use crate::{Kms, errors, policies, shown, tags};
use bytes::Bytes;
use platform::{Context, Handler, Result, refuse};
use shapes::kms::ops::CreateKey;
use shapes::kms::{CreateKeyRequest, CreateKeyResponse};
use store::Batch;

impl Handler<CreateKey> for Kms {
    async fn handle(&self, cx: &Context, input: CreateKeyRequest) -> Result<CreateKeyResponse> {
        let (spec, usage) = kind(&input)?;
        if let Some(policy) = &input.policy {
            policies::check(cx, policy, input.bypass_policy_lockout_safety_check)?;
        }
        let (id, place) = (self.platform.ids.uuid(), (&*cx.account, &*cx.region));
        let now_ms = cx.now().millis();
        let material = self.material(place, (&id, &spec), false).await?;
        let mut key = Key {
            id,
            description: input.description.unwrap_or_default(),
            usage,
            spec,
            created_ms: now_ms,
            materials: vec![material],
            policy: input.policy,
            ..Key::default()
        };
        tags::add(&mut key.tags, input.tags.as_deref().unwrap_or_default())?;
        let row = key::row(place, &key.id);
        let bytes: Bytes = KEYS.encode(&key)?;
        let batch = Batch::new().put(KEYS.table, &row[..], bytes.clone());
        cx.tables().commit(batch).await?;
        let found = Found::new(cx, key, bytes);
        Ok(CreateKeyResponse { key_metadata: Some(shown::metadata(&found)) })
    }
}

/// The specification and the use of a key that is to be made.
fn kind(input: &CreateKeyRequest) -> Result<(String, String)> {
    let origin = input.origin.as_deref().unwrap_or("AWS_KMS");
    let members = [
        ("CustomKeyStoreId", input.custom_key_store_id.is_some()),
        ("XksKeyId", input.xks_key_id.is_some()),
        ("MultiRegion", input.multi_region == Some(true)),
    ];
    refuse(errors::unsupported, members)?;
    if origin != "AWS_KMS" {
        return Err(errors::unsupported(&format!("Origin {origin}")));
    }
    let spec = match (&input.key_spec, &input.customer_master_key_spec) {
        (Some(_), Some(_)) => {
            return Err(errors::invalid(
                "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. \
                 CustomerMasterKeySpec is deprecated.",
            ));
        }
        (spec, old) => spec.as_ref().or(old.as_ref()).map_or(SYMMETRIC, String::as_str),
    };
    let own = match spec {
        SYMMETRIC => ENCRYPTS,
        _ if spec.starts_with("HMAC_") => AUTHENTICATES,
        _ => return Err(errors::unsupported(&format!("KeySpec {spec}"))),
    };
    match input.key_usage.as_deref() {
        Some(usage) if usage == own => {}
        None if spec == SYMMETRIC => {}
        None => {
            return Err(errors::invalid(
                "You must specify a KeyUsage value for all KMS keys except for symmetric encryption \
                 keys.",
            ));
        }
        Some(usage) => {
            let message = format!("KeyUsage {usage} is not compatible with KeySpec {spec}");
            return Err(errors::invalid(message));
        }
    }
    Ok((spec.to_owned(), own.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn keys_are_made_and_shown() {
        let at = setting();
        let create = async |input| at.cx.call::<CreateKey>(input).await;
        let made = create(CreateKeyRequest::default()).await.unwrap().key_metadata.unwrap();
        let arn = format!("arn:aws:kms:us-east-1:000000000000:key/{}", made.key_id);
        assert_eq!(made.arn.as_deref(), Some(&*arn));
        assert_eq!(made.key_state.as_deref(), Some("Enabled"));
        assert_eq!(made.encryption_algorithms, Some(vec![SYMMETRIC.to_owned()]));
        assert_eq!(made.current_key_material_id.map(|id| id.len()), Some(64));
        let hmac = CreateKeyRequest {
            key_spec: Some("HMAC_384".into()),
            key_usage: Some(AUTHENTICATES.into()),
            ..Default::default()
        };
        let made = create(hmac.clone()).await.unwrap().key_metadata.unwrap();
        assert_eq!(made.mac_algorithms, Some(vec!["HMAC_SHA_384".to_owned()]));
        let rsa = || Some("RSA_2048".to_owned());
        let unsupported = "UnsupportedOperationException";
        let none = CreateKeyRequest::default;
        for (input, code) in [
            (CreateKeyRequest { key_usage: None, ..hmac.clone() }, "ValidationException"),
            (CreateKeyRequest { key_usage: Some(ENCRYPTS.into()), ..hmac }, "ValidationException"),
            (CreateKeyRequest { key_spec: rsa(), ..none() }, unsupported),
            (CreateKeyRequest { multi_region: Some(true), ..none() }, unsupported),
            (CreateKeyRequest { origin: Some("EXTERNAL".into()), ..none() }, unsupported),
            (CreateKeyRequest { custom_key_store_id: Some("c".into()), ..none() }, unsupported),
        ] {
            assert_eq!(create(input).await.unwrap_err().code(), code);
        }
    }
}

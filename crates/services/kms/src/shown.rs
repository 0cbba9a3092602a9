//! Keys as they are shown.

use crate::keys::{Found, SYMMETRIC};
use shapes::Timestamp;
use shapes::kms::KeyMetadata;

/// The algorithm of a key's HMACs.
pub fn mac_algorithm(spec: &str) -> String {
    spec.replace("HMAC_", "HMAC_SHA_")
}

/// What `DescribeKey` tells.
pub fn metadata(found: &Found) -> KeyMetadata {
    let key = &found.key;
    let state = match key {
        _ if key.deletion_ms.is_some() => "PendingDeletion",
        _ if key.is_disabled => "Disabled",
        _ => "Enabled",
    };
    let encrypts = key.spec == SYMMETRIC;
    let manager = if key.service.is_some() { "AWS" } else { "CUSTOMER" };
    KeyMetadata {
        aws_account_id: Some(found.account.clone()),
        key_id: key.id.clone(),
        arn: Some(found.arn.clone()),
        creation_date: Some(Timestamp(key.created_ms)),
        enabled: Some(state == "Enabled"),
        description: Some(key.description.clone()),
        key_usage: Some(key.usage.clone()),
        key_state: Some(state.to_owned()),
        deletion_date: key.deletion_ms.map(Timestamp),
        origin: Some("AWS_KMS".to_owned()),
        key_manager: Some(manager.to_owned()),
        customer_master_key_spec: Some(key.spec.clone()),
        key_spec: Some(key.spec.clone()),
        encryption_algorithms: encrypts.then(|| vec![SYMMETRIC.to_owned()]),
        mac_algorithms: (!encrypts).then(|| vec![mac_algorithm(&key.spec)]),
        multi_region: Some(false),
        current_key_material_id: key.materials.last().filter(|_| encrypts).map(|it| it.id.clone()),
        ..KeyMetadata::default()
    }
}

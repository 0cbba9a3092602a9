//! AWS Key Management Service: keys that never leave it, what they encrypt and authenticate, and who may
//! use them.
//!
//! Knows: the states of keys and what each allows, aliases, grants, rotation, and what a ciphertext is
//! made of. Must not know: any protocol of clients, and what others encrypt for.
//!
//! Keys are symmetric or of HMACs. A key is one record; its material lies in it sealed
//! (`platform::Secret`), and older material stays, so that what it encrypted can be read. What is to happen later
//! (deletion, rotation) follows from the record, and the deadlines are set in the commit that changes it.
//! AWS's own keys, such as `alias/aws/s3`, are made when somebody first asks for them, and serve only
//! calls that come by way of their service.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod asks;
mod ciphertext;
mod errors;
#[cfg(test)]
mod fixture;
mod grants;
mod keys;
mod later;
mod managed;
mod names;
mod operations;
mod paging;
mod policies;
mod records;
mod shown;
mod tags;

use platform::{Platform, Policies, Secret, Served, Service, operations};
use shapes::kms::ops::*;
use std::sync::Arc;

/// The service.
pub struct Kms {
    platform: Arc<Platform>,
    /// What the material of keys is sealed with.
    seal: Secret,
}

impl Kms {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        let seal = ciphertext::seal(&platform);
        let service = Arc::new(Self { platform, seal });
        service.keep_deadlines();
        service
    }
}

impl Service for Kms {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            CancelKeyDeletion: |cx, it| asks::on(cx, &it.key_id),
            CreateAlias: |cx, it| asks::alias(cx, "kms:CreateAlias", &it.alias_name, &it.target_key_id),
            CreateGrant: |cx, it| asks::on(cx, &it.key_id),
            CreateKey: asks::made,
            Decrypt: asks::decrypted,
            DeleteAlias: |cx, it| asks::alias_alone(cx, &it.alias_name),
            DescribeKey: |cx, it| asks::on(cx, &it.key_id),
            DisableKey: |cx, it| asks::on(cx, &it.key_id),
            DisableKeyRotation: |cx, it| asks::on(cx, &it.key_id),
            EnableKey: |cx, it| asks::on(cx, &it.key_id),
            EnableKeyRotation: |cx, it| asks::on(cx, &it.key_id),
            Encrypt: |cx, it| asks::on(cx, &it.key_id),
            GenerateDataKey: |cx, it| asks::on(cx, &it.key_id),
            GenerateDataKeyWithoutPlaintext: |cx, it| asks::on(cx, &it.key_id),
            GenerateMac: |cx, it| asks::on(cx, &it.key_id),
            GenerateRandom,
            GetKeyPolicy: |cx, it| asks::on(cx, &it.key_id),
            GetKeyRotationStatus: |cx, it| asks::on(cx, &it.key_id),
            ListAliases,
            ListGrants: |cx, it| asks::on(cx, &it.key_id),
            ListKeyPolicies: |cx, it| asks::on(cx, &it.key_id),
            ListKeyRotations: |cx, it| asks::on(cx, &it.key_id),
            ListKeys,
            ListResourceTags: |cx, it| asks::on(cx, &it.key_id),
            ListRetirableGrants,
            PutKeyPolicy: |cx, it| asks::on(cx, &it.key_id),
            ReEncrypt: asks::encrypted_again,
            RetireGrant: asks::retired,
            RevokeGrant: |cx, it| asks::on(cx, &it.key_id),
            RotateKeyOnDemand: |cx, it| asks::on(cx, &it.key_id),
            ScheduleKeyDeletion: |cx, it| asks::on(cx, &it.key_id),
            TagResource: |cx, it| asks::on(cx, &it.key_id),
            UntagResource: |cx, it| asks::on(cx, &it.key_id),
            UpdateAlias: |cx, it| asks::alias(cx, "kms:UpdateAlias", &it.alias_name, &it.target_key_id),
            UpdateKeyDescription: |cx, it| asks::on(cx, &it.key_id),
            VerifyMac: |cx, it| asks::on(cx, &it.key_id),
        ]
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }
}

//! AWS Secrets Manager: secrets, their versions and staging labels, and how functions rotate them.
//!
//! Knows: which version a label is on and how labels move, when a secret is deleted and rotated, who
//! may use it (`platform::Policies`). Must not know: any protocol of clients, and what a secret or
//! its rotation function is about.
//!
//! A secret is one record that tells of its versions; each version's value lies in a row of its own,
//! sealed (`platform::Secret`). What is to happen later (its deletion, its next rotation, the
//! next attempt of one) follows from the record, and the deadlines are set in the commit that changes it.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod asks;
mod encryption;
mod errors;
mod filters;
#[cfg(test)]
mod fixture;
mod later;
mod names;
mod operations;
mod paging;
mod password;
mod policies;
mod records;
mod rotation;
mod secrets;
mod shown;
mod stages;
mod tags;
mod values;

use platform::{Asks, Platform, Policies, Secret, Served, Service, operations};
use shapes::secretsmanager::ops::*;
use std::sync::Arc;

/// The service.
pub struct SecretsManager {
    platform: Arc<Platform>,
    /// What values are sealed with.
    key: Secret,
}

impl SecretsManager {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        let key = values::key(&platform);
        let service = Arc::new(Self { platform, key });
        service.keep_deadlines();
        service
    }
}

impl Service for SecretsManager {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            BatchGetSecretValue,
            CancelRotateSecret: |cx, it| asks::on(cx, &it.secret_id),
            CreateSecret: asks::made,
            DeleteResourcePolicy: |cx, it| asks::on(cx, &it.secret_id),
            DeleteSecret: |cx, it| asks::on(cx, &it.secret_id),
            DescribeSecret: |cx, it| asks::on(cx, &it.secret_id),
            GetRandomPassword,
            GetResourcePolicy: |cx, it| asks::on(cx, &it.secret_id),
            GetSecretValue: |cx, it| asks::on(cx, &it.secret_id),
            ListSecretVersionIds: |cx, it| asks::on(cx, &it.secret_id),
            ListSecrets,
            PutResourcePolicy: |cx, it| asks::on(cx, &it.secret_id),
            PutSecretValue: |cx, it| asks::on(cx, &it.secret_id),
            RestoreSecret: |cx, it| asks::on(cx, &it.secret_id),
            RotateSecret: |cx, it| asks::on(cx, &it.secret_id),
            TagResource: |cx, it| asks::on(cx, &it.secret_id),
            UntagResource: |cx, it| asks::on(cx, &it.secret_id),
            UpdateSecret: |cx, it| asks::on(cx, &it.secret_id),
            UpdateSecretVersionStage: |cx, it| asks::on(cx, &it.secret_id),
            ValidateResourcePolicy: |cx, it| match &it.secret_id {
                Some(id) => asks::on(cx, id),
                None => Asks::anything(),
            },
        ]
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }
}

//! AWS Systems Manager Parameter Store: parameters, their versions, and what these are labelled.
//!
//! Knows: how parameters are named and found, which of their versions are kept, when they expire.
//! Must not know: any protocol of clients, and of Systems Manager anything else.
//!
//! A parameter is one record with its current version, so that what is asked for most is one read;
//! the versions before it have records of their own, which never change. The values of secure
//! strings are sealed wherever they are kept (`platform::Secret`).
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod allowed_pattern;
mod asks;
mod encryption;
mod errors;
mod filters;
#[cfg(test)]
mod fixture;
mod names;
mod operations;
mod paging;
mod parameters;
mod policies;
mod records;
mod references;
mod secret;
mod tags;
mod values;

use platform::{Asks, Platform, Secret, Served, Service, operations};
use shapes::ssm::ops::*;
use std::sync::Arc;

/// The service.
pub struct Ssm {
    platform: Arc<Platform>,
    /// What values of secure strings are sealed with.
    secret: Secret,
}

impl Ssm {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        let secret = secret::of_values(&platform);
        let service = Arc::new(Self { platform, secret });
        service.keep_expiry();
        service
    }
}

impl Service for Ssm {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AddTagsToResource: |cx, it| asks::tagged(cx, &it.resource_id),
            DeleteParameter: |cx, it| asks::on(cx, &it.name),
            DeleteParameters: |cx, it| asks::all("ssm:DeleteParameters", cx, &it.names),
            DescribeParameters: |cx, _| Asks::on(cx.arn("ssm", "*")),
            GetParameter: |cx, it| asks::on(cx, &it.name),
            GetParameterHistory: |cx, it| asks::on(cx, &it.name),
            GetParameters: |cx, it| asks::all("ssm:GetParameters", cx, &it.names),
            GetParametersByPath: |cx, it| asks::below(cx, &it.path),
            LabelParameterVersion: |cx, it| asks::on(cx, &it.name),
            ListTagsForResource: |cx, it| asks::tagged(cx, &it.resource_id),
            PutParameter: asks::put,
            RemoveTagsFromResource: |cx, it| asks::tagged(cx, &it.resource_id),
            UnlabelParameterVersion: |cx, it| asks::on(cx, &it.name),
        ]
    }
}

//! The operations, one file each.

mod assume_role;
mod get_caller_identity;

use crate::Sts;
use platform::{Asks, Served, Service, operations};
use shapes::sts::ops::*;
use std::sync::Arc;

impl Service for Sts {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AssumeRole: |_, it| Asks::on(&it.role_arn),
            GetCallerIdentity: |_, _| Asks::nothing(),
        ]
    }
}

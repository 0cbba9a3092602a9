// Written by `cargo xtask codegen`; changes made here are lost.

#![allow(missing_docs, non_upper_case_globals, unused_imports, unused_variables, clippy::all)]

pub mod iam;
pub mod kinesis;
pub mod lambda;
pub mod logs;
pub mod s3;
pub mod sts;

/// Every service that has shapes here.
pub static SERVICES: &[&crate::Service] = &[
    &iam::SERVICE,
    &kinesis::SERVICE,
    &lambda::SERVICE,
    &logs::SERVICE,
    &s3::SERVICE,
    &sts::SERVICE,
];

//! What is kept, one file per kind of record.

pub mod message;
pub mod signer;
pub mod subscription;
pub mod topic;

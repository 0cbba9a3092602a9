//! What is kept, one file per kind of record.

pub mod archive;
pub mod ended;
pub mod gone;
pub mod later;
pub mod message;
pub mod replay;
pub mod seen;
pub mod sequence;
pub mod settled;
pub mod signer;
pub mod subscription;
pub mod topic;

//! What is kept.

pub mod parameter;
pub mod version;

//! What is kept.

pub mod secret;

//! Alarms: when they change, what is told of it, and what is done then.

pub mod act;
pub mod composite;
pub mod look;
pub mod machine;
pub mod message;
pub mod put;
pub mod rule;
pub mod told;

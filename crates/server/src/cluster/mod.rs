//! `waterwheel start --cluster`: many servers over engines that they share.
//!
//! What is true lies in the engines; what a node has on its own disk is scratch. Settings are read in
//! every build, so that one without clusters says so; all else is of the feature `cluster`.

#[cfg(feature = "cluster")]
mod engines;
#[cfg(feature = "cluster")]
mod health;
#[cfg(feature = "cluster")]
mod layout;
#[cfg(feature = "cluster")]
mod membership;
#[cfg(feature = "cluster")]
mod nodes;
#[cfg(feature = "cluster")]
mod peers;
pub mod settings;

#[cfg(feature = "cluster")]
pub use engines::{Engines, Promise, open, promises};
#[cfg(feature = "cluster")]
pub use health::Health;
#[cfg(feature = "cluster")]
pub use membership::Membership;
#[cfg(feature = "cluster")]
pub use nodes::Node;
#[cfg(feature = "cluster")]
pub use peers::{HttpPeers, PATH};

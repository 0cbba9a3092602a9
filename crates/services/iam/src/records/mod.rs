//! What is kept, a file for each table.

mod alias;
mod deletion;
mod group;
mod instance_profile;
mod policy;
mod role;
mod user;

pub use alias::{ALIASES, Alias, by_account, by_name};
pub use deletion::{DELETIONS, Deletion, deletion_key};
pub use group::Group;
pub use instance_profile::InstanceProfile;
pub use policy::{Policy, Version};
pub use role::Role;
pub use user::{Key, User};

//! Faults on purpose: the path `/_waterwheel/faults`, where they are set, listed and removed, and
//! `waterwheel faults`, which asks there.

mod command;
mod form;
mod route;

pub use command::{EXAMPLES, FaultsArgs, run};
pub use route::answer;

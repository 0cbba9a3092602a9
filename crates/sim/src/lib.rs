//! A seeded world: several processes of the real services over shared engines in memory, on one
//! thread, with clients, faults, and checks of what the clients were promised.
//!
//! Knows: how the services are wired, what a client may rely on, how engines, processes and
//! networks fail. Must not know: the machine's clock and randomness, threads, how a service keeps
//! its promise. The same seed gives the same trace, byte for byte. docs/simulation.md tells more.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod chance;
mod clients;
mod engine;
mod function;
mod island;
mod plan;
mod process;
mod time;
mod witness;
mod world;

#[cfg(test)]
mod tests;

pub use plan::{Mutation, Plan};
pub use time::Violation;
pub use world::{Outcome, run};

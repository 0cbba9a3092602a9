//! Rotation: when it happens, and what it is ([`run`]).

mod cron;
mod rules;
mod run;

pub use rules::{days, next, read, updated};

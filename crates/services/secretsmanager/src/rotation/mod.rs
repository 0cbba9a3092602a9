//! Rotation: when it happens, and what it is ([`run`]).

mod rules;
mod run;

pub use rules::{days, next, read, updated};

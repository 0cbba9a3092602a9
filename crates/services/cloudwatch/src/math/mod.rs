//! Metric math ("Using metric math"): expressions over metrics, and what they come to.
//!
//! Pure: what an expression is about is given to it. [`parse()`] reads it, [`eval`] finds its value.

pub mod eval;
mod functions;
pub mod parse;
pub mod search;
pub mod series;
mod tokens;

pub use eval::{Known, evaluate};
pub use parse::{Expression, parse};
pub use series::{Series, Value};

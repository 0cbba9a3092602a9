//! Policies: documents in IAM's language, which of them are taken, and what they say of a request.
//! All of it is pure. ("IAM JSON policy elements reference" and "Policy evaluation logic" in the
//! IAM user guide.)
//!
//! Whoever keeps a policy asks [`Document::accept`] before, and keeps the text as it was given.
//! Whoever decides reads the text with [`Document::parse`], which takes a little more, so that what
//! an earlier release took is still read, and asks [`decide`].

mod check;
mod condition;
mod decide;
mod document;
mod pattern;

pub use check::Kind;
pub use condition::Condition;
pub use decide::{Decision, Keys, Request, decide};
pub use document::{Document, Effect, Malformed, Match, Principals, Statement};

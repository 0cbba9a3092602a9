//! What is kept, one file per kind.

pub mod alias;
pub mod grant;
pub mod key;

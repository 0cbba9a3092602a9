//! One file per operation.

mod assume_role;
mod get_caller_identity;

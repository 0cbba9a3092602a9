//! What is kept, one file each.

pub mod metric;
pub mod point;

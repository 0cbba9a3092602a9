//! What is kept, one file each.

pub mod action;
pub mod alarm;
pub mod dashboard;
pub mod history;
pub mod metric;
pub mod point;

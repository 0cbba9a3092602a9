//! A deletion that is under way.
//!
//! Table `log-gone`: a group's id, or a group's id followed by a stream's → nothing. Written in
//! the commit that deletes the group or stream; removed when no row with that prefix is left.

use store::Table;

pub const GONE: Table = Table("log-gone");

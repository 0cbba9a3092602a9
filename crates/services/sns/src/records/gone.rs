//! FIFO topics that were deleted and whose rows are not yet removed.
//!
//! Table `sns-gone`: a topic's id → nothing.

use store::Table;

pub const GONE: Table = Table("sns-gone");

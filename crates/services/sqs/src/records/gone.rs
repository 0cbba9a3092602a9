//! Queues that were deleted and whose rows are not yet removed.
//!
//! Table `sqs-gone`: a queue's id → nothing.

use store::Table;

pub const GONE: Table = Table("sqs-gone");

//! A blob that no function has, or not yet.
//!
//! Table `lambda-unowned`: the blob's id → nothing. Written before the blob is, and in the commit
//! that parts a function from its code; removed in the commit that gives the blob to a function.
//! What is left at a start is freed.

use store::Table;

pub const UNOWNED: Table = Table("lambda-unowned");

//! What is kept, a file per record.

pub(crate) mod change;
pub(crate) mod count;
pub(crate) mod expiry;
pub(crate) mod filling;
pub(crate) mod head;
pub(crate) mod item;
pub(crate) mod number;
pub(crate) mod outbox;
pub(crate) mod shard;
pub(crate) mod stream;
pub(crate) mod table;
pub(crate) mod transaction;

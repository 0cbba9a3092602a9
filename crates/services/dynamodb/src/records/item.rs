//! An item, and what indexes have of it. What the values look like is in `value::codec`.
//!
//! Table `dynamodb-items`: table's id, hash of the partition key (8 bytes each, big-endian), partition key, sort key (`value::key_bytes`) → the item (`value::codec`)
//!
//! Table `dynamodb-indexed`: table's id (8 bytes), index's id (4), hash of the index's partition key (8, all big-endian), the index's partition key and sort key, the item's partition key and sort key → what the index has of the item (`value::codec`)

use store::Table;

/// Items.
pub(crate) const ITEMS: Table = Table("dynamodb-items");
/// Entries of secondary indexes.
pub(crate) const INDEXED: Table = Table("dynamodb-indexed");

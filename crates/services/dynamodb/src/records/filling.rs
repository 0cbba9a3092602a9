//! How far an index is that is being filled.
//!
//! Table `dynamodb-fillings`: table's id (8 bytes), index's id (4, both big-endian) → the key of the last item that was put into it

use store::Table;

pub(crate) const FILLINGS: Table = Table("dynamodb-fillings");

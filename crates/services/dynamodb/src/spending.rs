//! What requests cost is taken from what tables let through, where a server keeps limits.

use crate::Dynamodb;
use crate::capacity::Cost;
use crate::tables::Table;
use platform::{Limits, Result};

impl Dynamodb {
    /// Takes what a request costs of a table and its global indexes, and of what a partition key can
    /// take.
    ///
    /// # Errors
    /// There are not so many units left.
    pub(crate) fn spend(&self, table: &Table, key: Option<u64>, cost: &Cost) -> Result<()> {
        if self.config.limits != Limits::Aws {
            return Ok(());
        }
        let take = |index, key, units| match cost.is_write() {
            true => self.take_write(table, index, key, units),
            false => self.take_read(table, index, key, units),
        };
        let own = cost.of_table();
        if own > 0.0 {
            take(None, key, own)?;
        }
        for (name, units) in cost.of_globals() {
            take(table.index(name), None, units)?;
        }
        Ok(())
    }
}

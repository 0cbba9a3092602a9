//! States of a table that do not last.

use crate::records::table::{Passing, TableRecord, Transient};
use crate::{Dynamodb, errors};
use platform::Result;

impl Dynamodb {
    /// How long something takes that begins now, if it shows at all.
    pub(crate) fn passing(&self, state: Transient) -> Option<Passing> {
        let takes_ms = i64::try_from(self.config.transition.as_millis()).unwrap_or(i64::MAX);
        let until_ms = self.platform.clock.now().millis().saturating_add(takes_ms);
        (takes_ms > 0).then_some(Passing { state, until_ms })
    }
}

/// Refuses to change a table that is being made, changed or deleted.
///
/// # Errors
/// It is.
pub(crate) fn demand_settled(table: &TableRecord, now_ms: i64) -> Result<()> {
    let state = match table.passing(now_ms) {
        None => return Ok(()),
        Some(Transient::Creating) => "created",
        Some(Transient::Updating) => "updated",
        Some(Transient::Deleting) => "deleted",
    };
    Err(errors::in_use(format_args!("Table is being {state}: {}", table.name)))
}

/// Refuses to change what does not depend on how a table is made, while it is being made or deleted.
///
/// # Errors
/// It is.
pub(crate) fn demand_lasting(table: &TableRecord, now_ms: i64) -> Result<()> {
    match table.passing(now_ms) {
        Some(Transient::Creating | Transient::Deleting) => demand_settled(table, now_ms),
        Some(Transient::Updating) | None => Ok(()),
    }
}

//! Walking through many rows: as many at once as make about a mebibyte.

use platform::Result;
use store::{KeyRange, Pair, Scan, Table, Tables};

/// What a page shall hold, in bytes.
const PAGE_BYTES: usize = 1 << 20;
/// The rows of a first page, of which nobody knows how large they are.
const FIRST: usize = 16;
/// The most rows of a page.
const MOST: usize = 1000;

/// The rows of a range, page by page.
pub(crate) struct Pages<'a> {
    tables: &'a dyn Tables,
    table: Table,
    range: KeyRange,
    limit: usize,
    is_over: bool,
}

impl<'a> Pages<'a> {
    /// The rows of a range.
    pub fn of(tables: &'a dyn Tables, table: Table, range: KeyRange) -> Self {
        Self { tables, table, range, limit: FIRST, is_over: false }
    }

    /// The next rows; none at the end.
    ///
    /// # Errors
    /// The storage's.
    pub async fn next(&mut self) -> Result<Vec<Pair>> {
        if self.is_over {
            return Ok(Vec::new());
        }
        let scan = Scan { range: self.range.clone(), limit: self.limit, reverse: false };
        let rows = self.tables.scan(self.table, scan).await?;
        self.is_over = rows.len() < self.limit;
        if let Some((last, _)) = rows.last() {
            self.range = std::mem::replace(&mut self.range, KeyRange::all()).after(last);
            let bytes: usize = rows.iter().map(|(key, value)| key.len() + value.len()).sum();
            let each = (bytes / rows.len()).max(1);
            self.limit = (PAGE_BYTES / each).clamp(1, MOST);
        }
        Ok(rows)
    }
}

//! Changes of a bucket's objects on their way to one commit: each row that was read is demanded as it
//! was found, and what is changed is seen by whoever looks again.

use crate::bucket::{BUCKETS, Reached};
use crate::content::{Content, LAYOUTS, Remains};
use bytes::Bytes;
use platform::{Ledger, Result};
use std::collections::BTreeMap;
use store::{Batch, KeyRange, Scan, Table, Tables};

/// The index of the condition on the bucket.
pub(crate) const BUCKET: usize = 0;

type Row = (Table, Vec<u8>);

/// What is to be committed.
pub(crate) struct Changes<'a> {
    tables: &'a dyn Tables,
    open: &'a Reached,
    /// What was found in the store, and whether the commit demands it.
    found: BTreeMap<Row, (Option<Bytes>, bool)>,
    written: BTreeMap<Row, Option<Bytes>>,
    /// What loses its owner.
    pub remains: Remains,
}

/// A row has changed since another was read that speaks of it: all is to be read again.
#[derive(Debug)]
pub(crate) struct Stale;

impl<'a> Changes<'a> {
    /// None yet, in a bucket whose row the commit demands as it was read.
    pub(crate) fn new(tables: &'a dyn Tables, open: &'a Reached) -> Self {
        let (found, written, remains) = Default::default();
        Self { tables, open, found, written, remains }
    }

    /// Reads rows that may be asked for, all from one instant.
    pub(crate) async fn look(&mut self, rows: &[(Table, &[u8])]) -> Result<()> {
        let known = |(table, row): &(Table, &[u8])| {
            let place = (*table, row.to_vec());
            self.found.contains_key(&place) || self.written.contains_key(&place)
        };
        let unknown: Vec<_> = rows.iter().filter(|row| !known(row)).copied().collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let values = self.tables.get_all(&unknown).await?;
        for ((table, row), value) in unknown.into_iter().zip(values) {
            self.found.insert((table, row.to_vec()), (value, false));
        }
        Ok(())
    }

    /// The value of a row, which the commit demands.
    pub(crate) async fn get(&mut self, table: Table, row: &[u8]) -> Result<Option<Bytes>> {
        let place = (table, row.to_vec());
        if let Some(written) = self.written.get(&place) {
            return Ok(written.clone());
        }
        if let Some((found, is_demanded)) = self.found.get_mut(&place) {
            *is_demanded = true;
            return Ok(found.clone());
        }
        let found = self.tables.get(table, row).await?;
        self.found.insert(place, (found.clone(), true));
        Ok(found)
    }

    /// The first row of a range, as it will be. The commit demands it as it is, but not that none comes
    /// before it.
    pub(crate) async fn first(&mut self, table: Table, range: KeyRange) -> Result<Option<Bytes>> {
        let written = self.first_written(table, &range);
        let mut scan = Scan { range, limit: 1, reverse: false };
        loop {
            let found = self.tables.scan(table, scan.clone()).await?;
            let Some((row, value)) = found.into_iter().next() else { break };
            if written.as_ref().is_some_and(|(first, _)| first[..] <= row[..]) {
                break;
            }
            scan.range = scan.range.after(&row);
            let place = (table, row.to_vec());
            if self.written.contains_key(&place) {
                continue; // It is to be deleted.
            }
            self.found.insert(place, (Some(value.clone()), true));
            return Ok(Some(value));
        }
        Ok(written.map(|(_, value)| value))
    }

    /// The first row of a range that is to be written.
    fn first_written(&self, table: Table, range: &KeyRange) -> Option<(Vec<u8>, Bytes)> {
        let start = (table, range.start.clone());
        let within =
            |row: &Row| row.0 == table && range.end.as_ref().is_none_or(|end| row.1[..] < end[..]);
        let rows = self.written.range(start..).take_while(|(row, _)| within(row));
        rows.filter_map(|(row, value)| Some((row.1.clone(), value.clone()?))).next()
    }

    /// Demands a row as it was read elsewhere.
    pub(crate) fn demand(&mut self, table: Table, row: &[u8], value: Bytes) {
        self.found.insert((table, row.to_vec()), (Some(value), true));
    }

    pub(crate) fn put(&mut self, table: Table, row: &[u8], value: Bytes) {
        self.written.insert((table, row.to_vec()), Some(value));
    }

    pub(crate) fn delete(&mut self, table: Table, row: &[u8]) {
        self.written.insert((table, row.to_vec()), None);
    }

    /// A content loses its owner, whose row the commit demands.
    pub(crate) async fn leave(
        &mut self,
        content: &Content,
    ) -> Result<std::result::Result<(), Stale>> {
        match content {
            Content::Run(run) => self.remains.add_run(run),
            // The layout stands as long as the object does.
            Content::Parts { id, .. } => match self.tables.get(LAYOUTS.table, id.as_bytes()).await?
            {
                Some(layout) => {
                    self.remains.add_parts(id, LAYOUTS.decode(id.as_bytes(), &layout)?);
                }
                None => return Ok(Err(Stale)),
            },
        }
        Ok(Ok(()))
    }

    /// Whether all that the commit demands is so at one instant. Rows that were read one after the other may
    /// never have stood beside each other, which only a commit would show.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn stand(&self) -> Result<bool> {
        let demanded = self.found.iter().filter(|(_, (_, is_demanded))| *is_demanded);
        let (rows, values): (Vec<_>, Vec<_>) =
            demanded.map(|((table, row), (value, _))| ((*table, &row[..]), value)).unzip();
        // What was read alone was so when it was read.
        if rows.len() < 2 {
            return Ok(true);
        }
        Ok(self.tables.get_all(&rows).await?.iter().eq(values))
    }

    /// Whether nothing is changed.
    pub(crate) fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// The batch of all this, and how many conditions it has.
    ///
    /// # Errors
    /// None that its contents can cause.
    pub(crate) fn batch(&self, ledger: &Ledger) -> Result<(Batch, usize)> {
        let (name, bytes) = (self.open.name.as_bytes(), self.open.bytes.clone());
        let mut batch = Batch::new().equals(BUCKETS.table, name, bytes);
        for ((table, row), (value, is_demanded)) in &self.found {
            batch = match (is_demanded, value) {
                (false, _) => batch,
                (true, Some(value)) => batch.equals(*table, &row[..], value.clone()),
                (true, None) => batch.absent(*table, &row[..]),
            };
        }
        for ((table, row), value) in &self.written {
            batch = match value {
                Some(value) => batch.put(*table, &row[..], value.clone()),
                None => batch.delete(*table, &row[..]),
            };
        }
        let conditions = batch.conditions.len();
        Ok((self.remains.leave(ledger, batch)?, conditions))
    }
}

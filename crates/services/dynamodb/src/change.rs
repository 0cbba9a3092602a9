//! How tables are made and changed: commits that have what was read as their condition.

use crate::records::number::{KEY, NUMBERS};
use crate::records::table::{self, Stream, TABLES, TableRecord, Transient};
use crate::streams::StreamStart;
use crate::tables::{Table, name_of};
use crate::{Dynamodb, errors};
use platform::{Context, Result};
use std::sync::Arc;
use store::Batch;

/// What is committed with the change of a table.
pub(crate) struct Changing {
    /// The batch, which has the table's row as its condition.
    pub batch: Batch,
    /// The numbers that nothing has had.
    numbers: Numbers,
}

impl Changing {
    /// A number that nothing has had, and nothing gets again.
    pub fn number(&mut self) -> u64 {
        self.numbers.taken += 1;
        self.numbers.next + self.numbers.taken - 1
    }
}

/// Numbers that are taken if a batch is committed.
struct Numbers {
    row: Option<bytes::Bytes>,
    next: u64,
    taken: u64,
}

impl Numbers {
    /// The batch, which takes those that were asked for.
    fn take(self, batch: Batch) -> Result<Batch> {
        if self.taken == 0 {
            return Ok(batch);
        }
        let next = NUMBERS.encode(&(self.next + self.taken))?;
        let batch = match self.row {
            Some(row) => batch.equals(NUMBERS.table, KEY, row),
            None => batch.absent(NUMBERS.table, KEY),
        };
        Ok(batch.put(NUMBERS.table, KEY, next))
    }
}

impl Dynamodb {
    async fn numbers(&self) -> Result<Numbers> {
        let found = NUMBERS.get_with_bytes(&*self.platform.store.tables, KEY).await?;
        let (next, row) = match found {
            Some((next, row)) => (next, Some(row)),
            None => (1, None),
        };
        Ok(Numbers { row, next, taken: 0 })
    }

    /// Makes a table, unless there is one of its name.
    ///
    /// # Errors
    /// There is; `make`'s own.
    pub(crate) async fn make_table(
        &self,
        cx: &Context,
        name: &str,
        mut make: impl FnMut(&mut Changing) -> Result<TableRecord>,
    ) -> Result<Arc<Table>> {
        let key = table::key(&cx.account, &cx.region, name);
        loop {
            let numbers = self.numbers().await?;
            let batch = match self.table_at(key.clone()).await? {
                None => Batch::new().absent(TABLES.table, key.clone()),
                Some(old) if old.is_gone(cx.now().millis()) => old.unchanged(Batch::new()),
                Some(old) => return Err(taken(&old, cx.now().millis())),
            };
            let mut changing = Changing { batch, numbers };
            let record = make(&mut changing)?;
            let row = TABLES.encode(&record)?;
            let batch = changing.batch.put(TABLES.table, key.clone(), row.clone());
            if self.commit_table(changing.numbers.take(batch)?).await? {
                return self.seen.note(key, row);
            }
        }
    }

    /// Changes a table. `change` is asked again where something came between.
    ///
    /// # Errors
    /// There is no such table; `change`'s own.
    pub(crate) async fn change_table<R>(
        &self,
        cx: &Context,
        name_or_arn: &str,
        mut change: impl FnMut(&mut TableRecord, &mut Changing) -> Result<R>,
    ) -> Result<(Arc<Table>, R)> {
        let name = name_of(cx, name_or_arn)?;
        loop {
            let numbers = self.numbers().await?;
            let found = self.find_table(cx, name).await?;
            let table = found.ok_or_else(|| errors::no_table(name))?;
            let mut record = table.record.clone();
            let mut changing = Changing { batch: table.unchanged(Batch::new()), numbers };
            let result = change(&mut record, &mut changing)?;
            if record == table.record && changing.batch.writes.is_empty() {
                return Ok((table, result));
            }
            let row = TABLES.encode(&record)?;
            let mut batch = changing.batch.put(TABLES.table, table.key.clone(), row.clone());
            if let Some(stream) = ended(&table, &record) {
                batch = self.end_stream(cx, batch, &table, stream).await?;
            }
            if self.commit_table(changing.numbers.take(batch)?).await? {
                return Ok((self.seen.note(table.key.clone(), row)?, result));
            }
        }
    }

    /// Has a table's stream begin with a change.
    ///
    /// # Errors
    /// None that an input can cause.
    pub(crate) fn start_stream(
        &self,
        cx: &Context,
        table: &mut TableRecord,
        view: &str,
        changing: &mut Changing,
    ) -> Result<()> {
        let start = StreamStart {
            account: &table.account,
            region: &table.region,
            table: &table.name,
            schema: &table.schema,
            view,
        };
        let (batch, stream) = self.begin_stream(cx, std::mem::take(&mut changing.batch), &start)?;
        changing.batch = batch;
        table.stream = Some(stream);
        Ok(())
    }

    /// Commits a batch that may set deadlines, if its conditions hold.
    pub(crate) async fn commit_table(&self, batch: Batch) -> Result<bool> {
        match self.platform.deadlines.commit(batch).await {
            Ok(()) => Ok(true),
            Err(store::Error::Conflict(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

/// What is said of a name that a table has.
fn taken(table: &TableRecord, now_ms: i64) -> platform::Error {
    let name = &table.name;
    match table.passing(now_ms) {
        Some(Transient::Creating) => errors::in_use(format_args!("Table is being created: {name}")),
        Some(Transient::Deleting) => errors::in_use(format_args!("Table is being deleted: {name}")),
        Some(Transient::Updating) | None => errors::table_exists(name),
    }
}

/// The stream that ends with a change.
fn ended<'a>(before: &'a TableRecord, after: &TableRecord) -> Option<&'a Stream> {
    let is_deleted = after.passing.is_some_and(|it| it.state == Transient::Deleting);
    before.live_stream().filter(|_| is_deleted || after.live_stream().is_none())
}

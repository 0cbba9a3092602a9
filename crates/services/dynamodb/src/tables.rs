//! Tables, found by their names or ARNs, and how they change.
//!
//! What was last read of a table is remembered, and read again whenever its row is not the same any
//! more: each use reads the row. What is committed on the ground of it has the row as a condition
//! ([`Table::unchanged`]), so that nothing happens to a table that is gone or has other indexes.

use crate::records::table::{self, TABLES, TableRecord};
use crate::{Dynamodb, errors, names};
use bytes::Bytes;
use platform::policy::Document;
use platform::{Arn, Context, Result};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use store::Batch;

/// How many tables are remembered before all are forgotten.
const REMEMBERED: usize = 4096;

/// A table as its row says.
#[derive(Debug)]
pub(crate) struct Table {
    /// What its row says.
    pub record: TableRecord,
    /// The key of its row.
    pub key: Vec<u8>,
    /// The bytes of its row.
    pub row: Bytes,
    /// The policies on it and on its streams, read.
    policies: BTreeMap<String, Arc<Document>>,
}

impl Deref for Table {
    type Target = TableRecord;

    fn deref(&self) -> &TableRecord {
        &self.record
    }
}

impl Table {
    /// A table as its row says.
    ///
    /// # Errors
    /// The row cannot be read.
    pub fn read(key: Vec<u8>, row: Bytes) -> Result<Self> {
        let record = TABLES.decode(&key, &row)?;
        let parsed = record.policies.iter();
        let parsed = parsed.map(|(part, policy)| (part.clone(), Document::parse(&policy.text)));
        let policies = parsed.filter_map(|(part, it)| Some((part, Arc::new(it.ok()?)))).collect();
        Ok(Self { record, key, row, policies })
    }

    /// The batch, on the condition that the table is as it was read.
    pub fn unchanged(&self, batch: Batch) -> Batch {
        batch.equals(TABLES.table, self.key.clone(), self.row.clone())
    }

    /// The policy on the table, or on what this part of an ARN behind the table's own names.
    pub fn policy(&self, part: &str) -> Option<Arc<Document>> {
        self.policies.get(part).cloned()
    }
}

/// The tables that were read, by the keys of their rows.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    tables: Mutex<BTreeMap<Vec<u8>, Arc<Table>>>,
    /// Whether any was seen to have a policy.
    pub has_policies: AtomicBool,
}

impl Seen {
    fn get(&self, key: &[u8]) -> Option<Arc<Table>> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Remembers a table by its row.
    ///
    /// # Errors
    /// The row cannot be read.
    pub fn note(&self, key: Vec<u8>, row: Bytes) -> Result<Arc<Table>> {
        let table = Arc::new(Table::read(key, row)?);
        self.set(&table);
        Ok(table)
    }

    fn set(&self, table: &Arc<Table>) {
        if !table.policies.is_empty() {
            self.has_policies.store(true, Ordering::Relaxed);
        }
        let mut seen = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= REMEMBERED {
            seen.clear();
        }
        seen.insert(table.key.clone(), table.clone());
    }

    fn forget(&self, key: &[u8]) {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

impl Dynamodb {
    /// The table that a name or an ARN stands for, where its items are meant.
    ///
    /// # Errors
    /// There is none, or it is not there yet or not any more; its key cannot be used.
    pub(crate) async fn table(&self, cx: &Context, name_or_arn: &str) -> Result<Arc<Table>> {
        use crate::records::table::Transient::{Creating, Deleting};
        let found = self.find_table(cx, name_of(cx, name_or_arn)?).await?;
        let table = found.ok_or_else(errors::no_items)?;
        match table.passing {
            Some(_) if matches!(table.passing(cx.now().millis()), Some(Creating | Deleting)) => {
                Err(errors::no_items())
            }
            _ => {
                if table.sse.is_some() {
                    self.check_encryption(cx, &table).await?;
                }
                Ok(table)
            }
        }
    }

    /// The table that a name or an ARN stands for, where it is meant itself.
    ///
    /// # Errors
    /// There is none.
    pub(crate) async fn table_itself(&self, cx: &Context, name_or_arn: &str) -> Result<Arc<Table>> {
        let name = name_of(cx, name_or_arn)?;
        self.find_table(cx, name).await?.ok_or_else(|| errors::no_table(name))
    }

    /// The table of this name in this account and region, unless there is none.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn find_table(&self, cx: &Context, name: &str) -> Result<Option<Arc<Table>>> {
        let key = table::key(&cx.account, &cx.region, name);
        let found = self.table_at(key).await?;
        Ok(found.filter(|it| it.passing.is_none() || !it.is_gone(cx.now().millis())))
    }

    /// The table whose row has this key, unless there is none.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn table_at(&self, key: Vec<u8>) -> Result<Option<Arc<Table>>> {
        let Some(row) = self.platform.store.tables.get(TABLES.table, &key).await? else {
            self.seen.forget(&key);
            return Ok(None);
        };
        if let Some(seen) = self.seen.get(&key).filter(|seen| seen.row == row) {
            return Ok(Some(seen));
        }
        self.seen.note(key, row).map(Some)
    }
}

/// The name of a table and the part behind it, such as `index/i`, in the last part of an ARN.
pub(crate) fn parts(resource: &str) -> Option<(&str, &str)> {
    let rest = resource.strip_prefix("table/").filter(|rest| !rest.is_empty())?;
    Some(rest.split_once('/').unwrap_or((rest, "")))
}

/// The name of the table that a name or an ARN stands for.
///
/// # Errors
/// It is an ARN of something else, or of another region or account.
pub(crate) fn name_of<'a>(cx: &Context, name_or_arn: &'a str) -> Result<&'a str> {
    if !name_or_arn.starts_with("arn:") {
        names::check_table(name_or_arn)?;
        return Ok(name_or_arn);
    }
    let invalid = |what: &str| {
        let message = format!("1 validation error detected: Invalid {what} in '{name_or_arn}'");
        Err(errors::invalid(message))
    };
    let Some(arn) = Arn::parse(name_or_arn).filter(|arn| arn.service == "dynamodb") else {
        return invalid("AWS service");
    };
    if *arn.region != *cx.region {
        return invalid("AWS region");
    }
    match parts(arn.resource) {
        // Who may reach another account's table has become that account by now.
        Some((_, "")) if *arn.account != *cx.account => Err(errors::no_items()),
        Some((name, "")) => Ok(name),
        _ => invalid("resource type"),
    }
}

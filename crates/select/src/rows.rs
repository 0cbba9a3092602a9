//! What becomes of the rows: filtered, selected or counted, written.

use crate::aggregate::Tally;
use crate::ast::Select;
use crate::eval::{Scope, eval};
use crate::output::Output;
use crate::refusal::Result;
use crate::row::Row;
use crate::timestamp::Timestamp;
use crate::value::Value;

/// What a query makes of rows.
#[derive(Debug)]
pub(crate) struct Rows {
    pub select: Select,
    output: Output,
    now: Timestamp,
    tallies: Vec<Tally>,
    /// How many more rows are wanted.
    left: u64,
    /// The names of the rows' fields.
    pub names: Vec<String>,
    /// Records that are written.
    pub out: String,
}

impl Rows {
    pub(crate) fn new(select: Select, output: Output, now: Timestamp) -> Self {
        let tallies = select.aggregates.iter().map(|(kind, _)| Tally::new(*kind)).collect();
        let left = select.limit.unwrap_or(u64::MAX);
        Self { select, output, now, tallies, left, names: Vec::new(), out: String::new() }
    }

    /// Whether no more rows are wanted.
    pub(crate) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Takes in a row.
    ///
    /// # Errors
    /// The query is nothing of it.
    pub(crate) fn take(&mut self, row: &Row) -> Result<()> {
        let scope = Scope { now: self.now, aggregates: &[] };
        if let Some(filter) = &self.select.filter
            && eval(filter, row, &scope)? != Value::Bool(true)
        {
            return Ok(());
        }
        self.left = self.left.saturating_sub(1);
        if !self.tallies.is_empty() {
            for (tally, (_, of)) in self.tallies.iter_mut().zip(&self.select.aggregates) {
                match of {
                    Some(of) => tally.take(eval(of, row, &scope)?)?,
                    None => tally.row(),
                }
            }
            return Ok(());
        }
        match &self.select.list {
            None => self.output.row(row, &self.names, &mut self.out),
            Some(list) => {
                let mut values = Vec::with_capacity(list.len());
                for (expr, name) in list {
                    values.push((name.as_str(), eval(expr, row, &scope)?));
                }
                self.output.list(&values, &mut self.out)
            }
        }
    }

    /// There are no more rows: what the aggregates have come to is written.
    ///
    /// # Errors
    /// The query is nothing of it.
    pub(crate) fn finish(&mut self) -> Result<()> {
        let (false, Some(list)) = (self.tallies.is_empty(), &self.select.list) else {
            return Ok(());
        };
        let aggregates: Vec<_> = self.tallies.iter().map(Tally::value).collect();
        let scope = Scope { now: self.now, aggregates: &aggregates };
        let mut values = Vec::new();
        for (expr, name) in list {
            values.push((name.as_str(), eval(expr, &Row::Value(Value::Missing), &scope)?));
        }
        self.output.list(&values, &mut self.out)
    }
}

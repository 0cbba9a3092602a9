//! The functions of all rows: what they come to, row by row. What is unknown does not count.

use crate::ast::{Aggregate, Operator};
use crate::eval::{binary, mean};
use crate::functions::wrong_type;
use crate::refusal::Result;
use crate::value::Value;
use std::cmp::Ordering;

/// What an aggregate has come to.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    kind: Aggregate,
    count: i64,
    /// The sum, the least or the greatest.
    value: Value,
}

impl Tally {
    pub(crate) fn new(kind: Aggregate) -> Self {
        Self { kind, count: 0, value: Value::Null }
    }

    /// Takes in a row of which it counts only that it is there.
    pub(crate) fn row(&mut self) {
        self.count += 1;
    }

    /// Takes in a row's value.
    ///
    /// # Errors
    /// It is no number, or the sum is too large.
    pub(crate) fn take(&mut self, value: Value) -> Result<()> {
        if value.is_unknown() {
            return Ok(());
        }
        self.count += 1;
        let known = !self.value.is_unknown();
        match self.kind {
            Aggregate::Count => {}
            Aggregate::Sum | Aggregate::Avg if known => {
                let sum = std::mem::replace(&mut self.value, Value::Null);
                self.value = binary(Operator::Add, sum, value)?;
            }
            Aggregate::Sum | Aggregate::Avg => {
                self.value = value.as_number().ok_or_else(wrong_type)?;
            }
            Aggregate::Min | Aggregate::Max => {
                let wanted = match self.kind {
                    Aggregate::Min => Ordering::Less,
                    _ => Ordering::Greater,
                };
                // Texts that say numbers, as all fields of CSV are, are taken for these.
                let value = value.as_number().unwrap_or(value);
                if !known || value.compare(&self.value) == Some(wanted) {
                    self.value = value;
                }
            }
        }
        Ok(())
    }

    /// What it is of all rows so far.
    pub(crate) fn value(&self) -> Value {
        match self.kind {
            Aggregate::Count => Value::Int(self.count),
            Aggregate::Avg if self.count > 0 => mean(&self.value, self.count),
            _ => self.value.clone(),
        }
    }
}

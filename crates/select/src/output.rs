//! Records of the answer.

use crate::MAX_RECORD;
use crate::refusal::{Result, too_long};
use crate::row::Row;
use crate::value::{Value, quote, write_object};

/// How records are written.
#[derive(Clone, Debug)]
pub enum Output {
    /// As CSV.
    Csv(CsvOutput),
    /// As JSON, with this behind each record.
    Json(String),
}

/// How records of CSV are written.
#[derive(Clone, Debug)]
pub struct CsvOutput {
    /// Quotes stand around all fields, not only where they are needed.
    pub always_quoted: bool,
    /// Behind records.
    pub record: String,
    /// Between fields.
    pub field: String,
    /// Around fields.
    pub quote: char,
    /// Before a quote within quotes.
    pub escape: char,
}

impl Default for CsvOutput {
    fn default() -> Self {
        let (record, field) = ("\n".to_owned(), ",".to_owned());
        Self { always_quoted: false, record, field, quote: '"', escape: '"' }
    }
}

impl Output {
    /// Writes a record of these values.
    pub(crate) fn list(&self, values: &[(&str, Value)], out: &mut String) -> Result<()> {
        let from = out.len();
        match self {
            Output::Csv(csv) => csv.record(values.iter().map(|(_, value)| value.to_text()), out),
            Output::Json(end) => {
                write_object(values.iter().map(|(name, value)| (*name, value)), out);
                out.push_str(end);
            }
        }
        check(out.len() - from)
    }

    /// Writes a row as it is. `names` are those of its fields.
    pub(crate) fn row(&self, row: &Row, names: &[String], out: &mut String) -> Result<()> {
        let from = out.len();
        match (self, row) {
            (Output::Csv(csv), Row::Fields(fields)) => csv.record(fields.iter(), out),
            (Output::Csv(csv), Row::Value(Value::Struct(members))) => {
                csv.record(members.iter().map(|(_, value)| value.to_text()), out);
            }
            (Output::Csv(csv), Row::Value(value)) => csv.record([value.to_text()].iter(), out),
            (Output::Json(end), Row::Fields(fields)) => {
                out.push('{');
                for (index, field) in fields.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    match names.get(index) {
                        Some(name) => quote(name, out),
                        None => quote(&format!("_{}", index + 1), out),
                    }
                    out.push(':');
                    quote(field, out);
                }
                out.push('}');
                out.push_str(end);
            }
            (Output::Json(end), Row::Value(value)) => {
                match value {
                    Value::Struct(_) => value.write_json(out),
                    value => write_object([("_1", value)].into_iter(), out),
                }
                out.push_str(end);
            }
        }
        check(out.len() - from)
    }
}

fn check(length: usize) -> Result<()> {
    if length > MAX_RECORD { Err(too_long()) } else { Ok(()) }
}

impl CsvOutput {
    fn record(&self, fields: impl Iterator<Item = impl AsRef<str>>, out: &mut String) {
        for (index, field) in fields.enumerate() {
            if index > 0 {
                out.push_str(&self.field);
            }
            self.write_field(field.as_ref(), out);
        }
        out.push_str(&self.record);
    }

    fn write_field(&self, field: &str, out: &mut String) {
        let needs_quotes = || {
            field.contains(&self.field)
                || field.contains(&self.record)
                || field.contains([self.quote, '\n', '\r'])
        };
        if !self.always_quoted && !needs_quotes() {
            out.push_str(field);
            return;
        }
        out.push(self.quote);
        for letter in field.chars() {
            if letter == self.quote || letter == self.escape {
                out.push(self.escape);
            }
            out.push(letter);
        }
        out.push(self.quote);
    }
}

//! What requests cost, in AWS's units ("DynamoDB read and write operations" in the developer
//! guide), and how they tell it.

use crate::rows::index::Touched;
use shapes::dynamodb::{Capacity, ConsumedCapacity};
use std::collections::BTreeMap;

/// How many bytes a unit of reading and one of writing are.
const READ_BYTES: usize = 4096;
const WRITE_BYTES: usize = 1024;

/// How firmly something is read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A read that may be a little old.
    Eventual,
    /// A read of what is.
    Consistent,
    /// A read in a transaction.
    TransactRead,
    /// A write.
    Write,
    /// A write in a transaction.
    TransactWrite,
}

impl Kind {
    /// A read, as it was asked for.
    pub fn read(consistent: Option<bool>) -> Self {
        if consistent == Some(true) { Self::Consistent } else { Self::Eventual }
    }

    /// What so many bytes cost.
    pub fn units(self, bytes: usize) -> f64 {
        let of = |unit: usize| bytes.div_ceil(unit).max(1) as f64;
        match self {
            Self::Eventual => of(READ_BYTES) / 2.0,
            Self::Consistent => of(READ_BYTES),
            Self::TransactRead => of(READ_BYTES) * 2.0,
            Self::Write => of(WRITE_BYTES),
            Self::TransactWrite => of(WRITE_BYTES) * 2.0,
        }
    }

    fn is_write(self) -> bool {
        matches!(self, Self::Write | Self::TransactWrite)
    }

    fn is_transaction(self) -> bool {
        matches!(self, Self::TransactRead | Self::TransactWrite)
    }
}

/// How much of it a caller wants to be told (`ReturnConsumedCapacity`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Nothing.
    Nothing,
    /// The sum.
    Total,
    /// The parts too.
    Indexes,
}

impl Told {
    /// What a request's member says.
    pub fn of(member: Option<&str>) -> Self {
        match member {
            Some("TOTAL") => Self::Total,
            Some("INDEXES") => Self::Indexes,
            _ => Self::Nothing,
        }
    }
}

/// What a request has cost in one table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cost {
    kind: Kind,
    /// Of the table itself.
    pub table: f64,
    locals: BTreeMap<String, f64>,
    globals: BTreeMap<String, f64>,
}

impl Cost {
    /// Nothing yet.
    pub fn new(kind: Kind) -> Self {
        Self { kind, table: 0.0, locals: BTreeMap::new(), globals: BTreeMap::new() }
    }

    /// The same and an item of the table of so many bytes.
    pub fn item(mut self, bytes: usize) -> Self {
        self.table += self.kind.units(bytes);
        self
    }

    /// The same and a read of so many bytes from an index.
    pub fn index(mut self, name: &str, is_local: bool, bytes: usize) -> Self {
        let units = self.kind.units(bytes);
        self.add(name, is_local, units);
        self
    }

    /// The same and what a change has written to indexes.
    pub fn touched(mut self, touched: &[Touched]) -> Self {
        for index in touched {
            let units = index.sizes.iter().map(|size| self.kind.units(*size)).sum();
            self.add(&index.name, index.is_local, units);
        }
        self
    }

    fn add(&mut self, name: &str, is_local: bool, units: f64) {
        let indexes = if is_local { &mut self.locals } else { &mut self.globals };
        *indexes.entry(name.to_owned()).or_default() += units;
    }

    /// Whether it is of writing.
    pub fn is_write(&self) -> bool {
        self.kind.is_write()
    }

    /// What is taken from the table itself, as that of local indexes is.
    pub fn of_table(&self) -> f64 {
        self.table + self.locals.values().sum::<f64>()
    }

    /// What was done for it.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Of global indexes, by their names.
    pub fn of_globals(&self) -> impl Iterator<Item = (&str, f64)> {
        self.globals.iter().map(|(name, units)| (&**name, *units))
    }

    /// All of it.
    pub fn total(&self) -> f64 {
        self.table + self.locals.values().sum::<f64>() + self.globals.values().sum::<f64>()
    }

    /// As a caller is told, who has called the table so.
    pub fn tell(&self, told: Told, table: &str) -> Option<ConsumedCapacity> {
        if told == Told::Nothing {
            return None;
        }
        let (read, write) = self.sides(self.total());
        let parts = told == Told::Indexes;
        let each = |indexes: &BTreeMap<String, f64>| {
            let each = indexes.iter().map(|(name, units)| (name.clone(), self.capacity(*units)));
            (parts && !indexes.is_empty()).then(|| each.collect())
        };
        Some(ConsumedCapacity {
            table_name: Some(table.to_owned()),
            capacity_units: Some(self.total()),
            read_capacity_units: read,
            write_capacity_units: write,
            table: parts.then(|| self.capacity(self.table)),
            local_secondary_indexes: each(&self.locals),
            global_secondary_indexes: each(&self.globals),
            ..Default::default()
        })
    }

    fn capacity(&self, units: f64) -> Capacity {
        let (read, write) = self.sides(units);
        Capacity {
            capacity_units: Some(units),
            read_capacity_units: read,
            write_capacity_units: write,
        }
    }

    /// Transactions also say whether it was read or written.
    fn sides(&self, units: f64) -> (Option<f64>, Option<f64>) {
        match (self.kind.is_transaction(), self.kind.is_write()) {
            (false, _) => (None, None),
            (true, false) => (Some(units), None),
            (true, true) => (None, Some(units)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_as_aws_counts_them() {
        let cases = [
            (Kind::Eventual, 0, 0.5),
            (Kind::Eventual, 4096, 0.5),
            (Kind::Eventual, 4097, 1.0),
            (Kind::Consistent, 1, 1.0),
            (Kind::Consistent, 8193, 3.0),
            (Kind::TransactRead, 4096, 2.0),
            (Kind::Write, 0, 1.0),
            (Kind::Write, 1024, 1.0),
            (Kind::Write, 1025, 2.0),
            (Kind::TransactWrite, 1, 2.0),
        ];
        for (kind, bytes, units) in cases {
            assert_eq!(kind.units(bytes), units, "{kind:?} of {bytes}");
        }
    }

    #[test]
    fn a_caller_is_told_as_much_as_it_asked_for() {
        let sizes = vec![10, 2000];
        let touched = [Touched { name: "g".to_owned(), is_local: false, sizes }];
        let cost = Cost::new(Kind::Write).item(1025).touched(&touched);
        assert_eq!(cost.tell(Told::Nothing, "t"), None);
        let total = cost.tell(Told::Total, "t").unwrap();
        assert_eq!((total.capacity_units, total.table), (Some(5.0), None));
        let parts = cost.tell(Told::Indexes, "t").unwrap();
        assert_eq!(parts.table.unwrap().capacity_units, Some(2.0));
        assert_eq!(parts.global_secondary_indexes.unwrap()["g"].capacity_units, Some(3.0));
        assert_eq!(parts.local_secondary_indexes, None);
        let cost = Cost::new(Kind::TransactWrite).item(1);
        assert_eq!(cost.tell(Told::Total, "t").unwrap().write_capacity_units, Some(2.0));
    }
}

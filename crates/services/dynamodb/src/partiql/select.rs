//! `SELECT`, run as queries of the partitions that its condition means, or as a scan.

use super::ast::Select;
use super::bind::Parameters;
use super::keys;
use super::token::{Position, bad_token};
use crate::Dynamodb;
use crate::capacity::{Cost, Kind};
use crate::errors::{bad_parameter, invalid};
use crate::expression::{Condition, KeyRange, Path, Projection, RangeCondition, Step};
use crate::records::table::{Index, IndexState, KeySchema, Projection as Projected, Scope};
use crate::rows::read::{self, Page, Question};
use crate::rows::{index, layout};
use crate::search::{self, Selection};
use crate::tables::Table;
use crate::value::{Item, compare, key_bytes};
use platform::Result;
use std::cmp::Ordering;
use std::sync::Arc;

/// What one answer holds at most, in bytes.
const PAGE_BYTES: usize = 1 << 20;

/// What a `SELECT` has found.
#[derive(Debug)]
pub(super) struct Found {
    pub items: Vec<Item>,
    /// Where it goes on, unless this is all.
    pub next: Option<Position>,
    pub cost: Cost,
}

/// A `SELECT` of a table that is there.
pub(super) struct Search<'a> {
    pub table: &'a Arc<Table>,
    index: Option<&'a Index>,
    select: &'a Select,
    picks: Picks,
    filter: Option<Condition>,
    /// The partitions, unless all of it is scanned.
    reads: Option<Vec<KeyRange>>,
    is_reverse: bool,
    fetches: bool,
    consistent: Option<bool>,
}

/// What is given of an item, and what it is called there.
struct Picks(Vec<(String, Path)>);

impl Picks {
    fn new(paths: &[Path]) -> Result<Self> {
        let mut picks: Vec<(String, Path)> = Vec::with_capacity(paths.len());
        for (at, path) in paths.iter().enumerate() {
            let name = match path.steps().last() {
                None => path.head().to_owned(),
                Some(Step::Name(name)) => name.clone(),
                Some(Step::Index(_)) => format!("_{}", at + 1),
            };
            if picks.iter().any(|(other, _)| *other == name) {
                let words = "Duplicate identifiers in select clause: ";
                return Err(invalid(format!("{words}{name}")));
            }
            picks.push((name, path.clone()));
        }
        Ok(Self(picks))
    }

    fn of(&self, item: Item) -> Item {
        if self.0.is_empty() {
            return item;
        }
        let pick = |(name, path): &(String, Path)| Some((name.clone(), path.of(&item)?.clone()));
        self.0.iter().filter_map(pick).collect()
    }

    fn projection(&self) -> Option<Projection> {
        let paths = || self.0.iter().map(|(_, path)| path.clone()).collect();
        (!self.0.is_empty()).then(|| Projection::new(paths()))
    }
}

/// What is given of an item that was read by its key.
///
/// # Errors
/// Two things are to have one name.
pub(super) fn pick(select: &Select, item: Item) -> Result<Item> {
    Ok(Picks::new(&select.paths)?.of(item))
}

/// The index of a `SELECT`, of which AWS speaks here in other words than elsewhere.
fn index_of<'a>(
    table: &'a Table,
    select: &Select,
    consistent: Option<bool>,
) -> Result<Option<&'a Index>> {
    let Some(name) = &select.source.index else { return Ok(None) };
    let index = table.maintained().find(|index| index.name == *name);
    let index = index.ok_or_else(|| invalid("The table does not have the specified index"))?;
    if index.state == IndexState::Backfilling {
        let words = "Cannot read from backfilling global secondary index: ";
        return Err(invalid(format!("{words}{name}")));
    }
    if consistent == Some(true) && index.scope == Scope::Global {
        return Err(invalid(
            "Strongly consistent read is not supported on Global Secondary Indexes",
        ));
    }
    Ok(Some(index))
}

impl<'a> Search<'a> {
    /// What is to be read.
    ///
    /// # Errors
    /// The statement asks for what DynamoDB has not.
    pub fn new(
        table: &'a Arc<Table>,
        select: &'a Select,
        parameters: &Parameters,
        consistent: Option<bool>,
    ) -> Result<Self> {
        let index = index_of(table, select, consistent)?;
        let schema = index.map_or(&table.schema, |index| &index.schema);
        let picks = Picks::new(&select.paths)?;
        search::scalars(table, &select.paths)?;
        let (mut reads, mut filter) = (None, None);
        if let Some(condition) = &select.condition {
            filter = Some(parameters.condition(condition)?);
            reads = keys::reads(schema, condition, parameters)?;
        }
        let is_reverse = order(select, schema, &mut reads)?;
        if let Some(index) = index.filter(|index| index.projection != Projected::All) {
            projected(table, index, select, filter.as_ref().filter(|_| reads.is_some()))?;
        }
        let projection = picks.projection();
        let selection = Selection { counts: false, all: false };
        let fetches = search::fetches(table, index, &selection, (projection.as_ref(), None))?;
        Ok(Self { table, index, select, picks, filter, reads, is_reverse, fetches, consistent })
    }

    /// The questions, one after the other.
    fn question(&self, at: usize) -> Option<Question<'_>> {
        let question = match &self.reads {
            Some(reads) => Question::query(self.table, self.index, reads.get(at)?),
            None if at == 0 => Question::scan(self.table, self.index, (0, 1)),
            None => return None,
        };
        Some(Question {
            is_reverse: self.is_reverse,
            filter: self.filter.as_ref(),
            fetches: self.fetches,
            ..question
        })
    }

    /// Whether a read is of one item, behind which nothing can come.
    fn is_of_one(&self, at: usize) -> bool {
        let read = self.reads.as_ref().and_then(|reads| reads.get(at));
        let range = read.map(|read| read.range.as_ref());
        self.index.is_none()
            && match range {
                Some(Some((_, RangeCondition::Eq(_)))) => true,
                Some(None) => self.table.schema.range.is_none(),
                _ => false,
            }
    }

    /// Reads from a position on, so many items at most.
    ///
    /// # Errors
    /// The storage's, and those of a position that is none.
    pub async fn run(
        &self,
        dynamodb: &Dynamodb,
        from: Position,
        limit: Option<usize>,
    ) -> Result<Found> {
        let cost = Cost::new(Kind::read(self.consistent));
        let mut found = Found { items: Vec::new(), next: None, cost };
        let (mut at, mut key) = (from.read, from.key);
        let (mut bytes, mut scanned) = (0, 0);
        while let Some(question) = self.question(at) {
            let left = limit.map(|limit| limit.saturating_sub(scanned));
            if left == Some(0) || bytes >= PAGE_BYTES {
                found.next = Some(Position { read: at, key: None });
                break;
            }
            let question = behind(Question { limit: left, ..question }, key.take())?;
            let page = read::page(dynamodb, &question).await?;
            bytes += page.bytes;
            scanned += page.scanned;
            found.cost = self.charged(found.cost, &page);
            found.items.extend(page.items.into_iter().map(|item| self.picks.of(item)));
            if page.last.is_some() && !self.is_of_one(at) {
                found.next = Some(Position { read: at, key: page.last });
                break;
            }
            at += 1;
        }
        Ok(found)
    }

    /// The hash of the partition key, where one partition of the table is read.
    pub fn partition(&self) -> Option<u64> {
        let [read] = self.reads.as_deref()? else { return None };
        self.index.is_none().then(|| layout::spread(&key_bytes(&read.hash.1)))
    }

    fn charged(&self, cost: Cost, page: &Page) -> Cost {
        let Some(index) = self.index else { return cost.item(page.bytes) };
        let cost = cost.index(&index.name, index.scope == Scope::Local, page.bytes);
        page.fetched.iter().fold(cost, |cost, size| cost.item(*size))
    }

    /// The name of the table, as the statement has it.
    pub fn table_name(&self) -> &str {
        &self.select.source.table
    }
}

fn behind(question: Question<'_>, key: Option<Item>) -> Result<Question<'_>> {
    let Some(key) = key else { return Ok(question) };
    let (_, row) = search::start(&question, key, true).map_err(|_| bad_token())?;
    let rows = &question.range;
    if row < rows.start || rows.end.as_ref().is_some_and(|end| *end <= row) {
        return Err(bad_token());
    }
    Ok(question.behind(&row))
}

/// Refuses what an index that has not all attributes cannot give.
fn projected(
    table: &Table,
    index: &Index,
    select: &Select,
    filter: Option<&Condition>,
) -> Result<()> {
    let lacks = |name: &&str| !index::has(table, index, name);
    if let Some(filter) = filter {
        let lacking: Vec<&str> = filter.names().into_iter().filter(lacks).collect();
        if !lacking.is_empty() {
            return Err(bad_parameter(format_args!(
                "Secondary index {} does not project one or more filter attributes: [{}]",
                index.name,
                lacking.join(", ")
            )));
        }
    }
    let lacking: Vec<&str> = select.paths.iter().map(Path::head).filter(lacks).collect();
    if index.scope == Scope::Global && !lacking.is_empty() {
        return Err(bad_parameter(format_args!(
            "Global secondary index {} does not project [{}]",
            index.name,
            lacking.join(", ")
        )));
    }
    Ok(())
}

/// Puts the reads into the order that is asked for; says whether each goes from its end down.
fn order(select: &Select, schema: &KeySchema, reads: &mut Option<Vec<KeyRange>>) -> Result<bool> {
    if select.order.is_empty() {
        return Ok(false);
    }
    if select.condition.is_none() {
        let words = "Must have WHERE clause in the statement when using ORDER BY clause.";
        return Err(invalid(words));
    }
    let Some(reads) = reads else {
        return Err(invalid(
            "Must have at least one non-optional hash key condition in WHERE clause when using ORDER \
             BY clause.",
        ));
    };
    if let Some((name, _)) = select.order.iter().find(|(name, _)| !schema.has(name)) {
        return Err(invalid(format!(
            "Variable reference {name} in ORDER BY clause must be part of the primary key"
        )));
    }
    let by = |wanted: &str| select.order.iter().find(|(name, _)| name == wanted).map(|it| it.1);
    match by(&schema.hash.name) {
        None if reads.len() > 1 => {
            return Err(invalid(
                "Must have hash key in ORDER BY clause when more than one hash key condition \
                 specified in WHERE clause.",
            ));
        }
        None => {}
        Some(is_down) => reads.sort_by(|a, b| {
            let order = compare(&a.hash.1, &b.hash.1).unwrap_or(Ordering::Equal);
            if is_down { order.reverse() } else { order }
        }),
    }
    Ok(schema.range.as_ref().and_then(|range| by(&range.name)).unwrap_or(false))
}

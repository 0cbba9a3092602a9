//! Which part of a table or index the condition of a `SELECT` means: as few partitions, and as little
//! of each, as it lets one know. What is read there is still held against the whole condition.

use super::ast::{Expr, Kind};
use super::bind::{Parameters, attribute, compared};
use crate::errors::invalid;
use crate::expression::{Comparator, KeyRange, RangeCondition};
use crate::records::table::{KeyAttribute, KeySchema};
use crate::rows::layout;
use platform::{Error, Result};
use shapes::AttributeValue;

/// How many reads a statement may come to.
const MOST_READS: usize = 100;

/// What is said of parts that lie over one another.
const OVERLAPPING: &str =
    "Overlapping conditions with range keys are not supported in where clause";

/// One of the parts that a condition means.
#[derive(Clone, Debug, Default, PartialEq)]
struct Part {
    hash: Option<AttributeValue>,
    range: Option<RangeCondition>,
}

impl Part {
    fn is_all(&self) -> bool {
        self.hash.is_none() && self.range.is_none()
    }
}

/// The partitions that are to be read, or nothing where all of them are.
///
/// # Errors
/// A value is no key here, or parts lie over one another.
pub(super) fn reads(
    schema: &KeySchema,
    condition: &Expr,
    parameters: &Parameters,
) -> Result<Option<Vec<KeyRange>>> {
    let parts = Keys { schema, parameters }.parts(condition)?;
    // What of an index with a key of several attributes is asked for is found by its filter.
    if !schema.is_plain() || parts.iter().any(|part| part.hash.is_none()) {
        return Ok(None);
    }
    for (at, part) in parts.iter().enumerate() {
        let before = parts.get(..at).unwrap_or_default();
        if before.iter().any(|other| other.hash == part.hash && meet(other, part)) {
            return Err(invalid(OVERLAPPING));
        }
    }
    let read = |part: Part| {
        let hash = (schema.hash.name.clone(), part.hash?);
        let range = part.range.zip(schema.range.as_ref());
        let range = range.map(|(range, attribute)| (attribute.name.clone(), range));
        Some(KeyRange { range, ..KeyRange::of(hash) })
    };
    Ok(Some(parts.into_iter().filter_map(read).collect()))
}

/// Whether two parts of one partition have sort keys in common.
fn meet(a: &Part, b: &Part) -> bool {
    let rows = |part: &Part| layout::sorted(&[], part.range.as_ref());
    let (a, b) = (rows(a), rows(b));
    let begins_within = |a: &store::KeyRange, b: &store::KeyRange| {
        b.end.as_ref().is_none_or(|end| a.start < *end)
            && a.end.as_ref().is_none_or(|end| a.start < *end)
    };
    begins_within(&a, &b) && begins_within(&b, &a)
}

struct Keys<'a> {
    schema: &'a KeySchema,
    parameters: &'a Parameters,
}

impl Keys<'_> {
    /// The parts that a condition means, all of it being one without bounds.
    fn parts(&self, expr: &Expr) -> Result<Vec<Part>> {
        let parts = match &expr.kind {
            Kind::And(all) => return self.within_all(all),
            Kind::Or(all) => {
                let mut parts = Vec::new();
                for expr in all {
                    parts.extend(self.parts(expr)?);
                }
                match parts.iter().all(Part::is_all) {
                    true => vec![Part::default()],
                    false => {
                        bounded(&parts)?;
                        parts
                    }
                }
            }
            Kind::In(of, members) => self.of_members(of, members)?,
            Kind::Between(terms) => {
                let [of, low, high] = &**terms;
                let bounds = self.parameters.value(low).zip(self.parameters.value(high));
                self.of_range(
                    attribute(of),
                    bounds.map(|(low, high)| RangeCondition::Between(low.clone(), high.clone())),
                )
            }
            Kind::Call(name, arguments) if name == "begins_with" => match &arguments[..] {
                [of, start] => {
                    let start = self.parameters.value(start).cloned();
                    self.of_range(attribute(of), start.map(RangeCondition::BeginsWith))
                }
                _ => Vec::new(),
            },
            Kind::Compare(..) => self.of_comparison(expr)?,
            _ => Vec::new(),
        };
        Ok(if parts.is_empty() { vec![Part::default()] } else { parts })
    }

    fn within_all(&self, all: &[Expr]) -> Result<Vec<Part>> {
        let mut parts = vec![Part::default()];
        for expr in all {
            let further = self.parts(expr)?;
            let is_known = parts.iter().all(|part| part.hash.is_some());
            // Of a partition that is known, other values of the partition key tell nothing.
            if is_known && further.iter().all(|part| part.range.is_none()) {
                continue;
            }
            let both = |part: &Part| {
                let join = |next: &Part| Part {
                    hash: part.hash.clone().or_else(|| next.hash.clone()),
                    range: part.range.clone().or_else(|| next.range.clone()),
                };
                further.iter().map(join).collect::<Vec<_>>()
            };
            // Where the sort key is known already, what else is said of it tells nothing.
            let is_sorted = parts.iter().all(|part| part.range.is_some());
            if is_sorted && further.iter().all(|part| part.hash.is_none()) {
                continue;
            }
            parts = parts.iter().flat_map(both).collect();
            bounded(&parts)?;
        }
        Ok(parts)
    }

    fn of_members(&self, of: &Expr, members: &[Expr]) -> Result<Vec<Part>> {
        let Some(name) = attribute(of) else { return Ok(Vec::new()) };
        let mut parts = Vec::new();
        for member in members {
            match self.parameters.value(member) {
                Some(value) => parts.extend(self.equal(name, value)?),
                None => return Ok(Vec::new()),
            }
        }
        bounded(&parts)?;
        Ok(parts)
    }

    fn of_comparison(&self, expr: &Expr) -> Result<Vec<Part>> {
        let Some((name, comparator, value)) = compared(self.parameters, expr) else {
            return Ok(Vec::new());
        };
        let range = match comparator {
            Comparator::Eq => return Ok(self.equal(name, value)?.into_iter().collect()),
            Comparator::Ne => return Ok(Vec::new()),
            Comparator::Lt => RangeCondition::Lt(value.clone()),
            Comparator::Le => RangeCondition::Le(value.clone()),
            Comparator::Gt => RangeCondition::Gt(value.clone()),
            Comparator::Ge => RangeCondition::Ge(value.clone()),
        };
        Ok(self.of_range(Some(name), Some(range)))
    }

    /// What has this value in an attribute.
    fn equal(&self, name: &str, value: &AttributeValue) -> Result<Option<Part>> {
        if name == self.schema.hash.name {
            fits(&self.schema.hash, value)?;
            return Ok(Some(Part { hash: Some(value.clone()), range: None }));
        }
        match self.schema.range.as_ref().filter(|range| range.name == name) {
            Some(range) => {
                fits(range, value)?;
                Ok(Some(Part { hash: None, range: Some(RangeCondition::Eq(value.clone())) }))
            }
            None => Ok(None),
        }
    }

    /// What has its sort key there, if this is the sort key and the bounds are of its type.
    fn of_range(&self, name: Option<&str>, range: Option<RangeCondition>) -> Vec<Part> {
        let attribute = self.schema.range.as_ref().filter(|it| Some(&*it.name) == name);
        let (Some(attribute), Some(range)) = (attribute, range) else { return Vec::new() };
        let of_kind = |value: &AttributeValue| fits(attribute, value).is_ok();
        let is_known = match &range {
            RangeCondition::Between(low, high) => {
                of_kind(low)
                    && of_kind(high)
                    && crate::value::compare(low, high).is_some_and(|order| order.is_le())
            }
            RangeCondition::Eq(value)
            | RangeCondition::Lt(value)
            | RangeCondition::Le(value)
            | RangeCondition::Gt(value)
            | RangeCondition::Ge(value)
            | RangeCondition::BeginsWith(value) => of_kind(value),
        };
        let part = Part { hash: None, range: Some(range) };
        if is_known { vec![part] } else { Vec::new() }
    }
}

/// Refuses a value that is of another type than the key.
///
/// # Errors
/// It is.
pub(super) fn fits(attribute: &KeyAttribute, value: &AttributeValue) -> Result<()> {
    match value.type_name() == attribute.kind.text() {
        true => Ok(()),
        false => Err(mismatch(&attribute.name)),
    }
}

fn mismatch(name: &str) -> Error {
    invalid(format!(
        "Key attribute's data type should match its data type in table's schema: Key {name}"
    ))
}

fn bounded(parts: &[Part]) -> Result<()> {
    match parts.len() > MOST_READS {
        true => Err(invalid("Too many decomposed read operations for a given query.")),
        false => Ok(()),
    }
}

//! Key conditions: which part of a table or index a query reads ("Key condition expressions for the
//! Query operation", DynamoDB developer guide).

use super::condition::{Comparator, Operand, Test};
use super::placeholders::Placeholders;
use super::read;
use crate::errors::invalid;
use crate::records::table::{KeyAttribute, KeySchema};
use crate::value::{KeyPart, check_key_value};
use platform::{Error, Result};
use shapes::AttributeValue;

/// The most attributes of an index's key.
const MOST: usize = 8;

/// The conditions on key attributes as they were asked, before it is known which attribute is which.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KeyCondition {
    /// Each attribute's name and what must hold of it; nothing where that is what no key can be
    /// asked.
    conditions: Vec<(String, Option<RangeCondition>)>,
}

/// Where a query reads.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct KeyRange {
    /// The partition key and its value.
    pub hash: (String, AttributeValue),
    /// The same of the other attributes of an index's partition key.
    pub more_hash: Vec<(String, AttributeValue)>,
    /// Of a sort key of several attributes, the first, and the values that they must have.
    pub equal: Vec<(String, AttributeValue)>,
    /// The sort key, or its attribute behind those, and what must hold of it.
    pub range: Option<(String, RangeCondition)>,
}

impl KeyRange {
    /// All of a partition.
    pub(crate) fn of(hash: (String, AttributeValue)) -> Self {
        Self { hash, more_hash: Vec::new(), equal: Vec::new(), range: None }
    }

    /// The values of the partition key.
    pub(crate) fn hashes(&self) -> impl Iterator<Item = &AttributeValue> {
        std::iter::once(&self.hash).chain(&self.more_hash).map(|(_, value)| value)
    }
}

/// What must hold of a key attribute.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RangeCondition {
    /// It is this.
    Eq(AttributeValue),
    /// It is below this.
    Lt(AttributeValue),
    /// It is not above this.
    Le(AttributeValue),
    /// It is above this.
    Gt(AttributeValue),
    /// It is not below this.
    Ge(AttributeValue),
    /// It is neither below the first nor above the second.
    Between(AttributeValue, AttributeValue),
    /// It begins with this.
    BeginsWith(AttributeValue),
}

impl RangeCondition {
    /// What it compares with.
    pub(crate) fn values(&self) -> Vec<&AttributeValue> {
        match self {
            Self::Eq(value)
            | Self::Lt(value)
            | Self::Le(value)
            | Self::Gt(value)
            | Self::Ge(value)
            | Self::BeginsWith(value) => vec![value],
            Self::Between(low, high) => vec![low, high],
        }
    }

    fn compared(comparator: Comparator, value: AttributeValue) -> Option<Self> {
        Some(match comparator {
            Comparator::Eq => Self::Eq(value),
            Comparator::Lt => Self::Lt(value),
            Comparator::Le => Self::Le(value),
            Comparator::Gt => Self::Gt(value),
            Comparator::Ge => Self::Ge(value),
            Comparator::Ne => return None,
        })
    }
}

impl KeyCondition {
    /// These conditions, each on another attribute; nothing stands for what no key can be asked.
    ///
    /// # Errors
    /// There are more of them than any key has attributes, or none.
    pub(crate) fn new(conditions: Vec<(String, Option<RangeCondition>)>) -> Result<Self> {
        match conditions.len() {
            1..=MOST => Ok(Self { conditions }),
            _ => Err(too_many()),
        }
    }

    /// Reads a `KeyConditionExpression`.
    ///
    /// # Errors
    /// It is not one, in AWS's words.
    pub(crate) fn parse(text: &str, placeholders: &mut Placeholders) -> Result<Self> {
        let test = read::condition("KeyConditionExpression", text, placeholders)?;
        let mut conditions = Vec::new();
        collect(test, &mut conditions)?;
        Self::new(conditions)
    }

    /// Where a query of a table or index with this key reads.
    ///
    /// # Errors
    /// The conditions are not such as its key can be asked, in AWS's words.
    pub(crate) fn against(&self, schema: &KeySchema) -> Result<KeyRange> {
        if !schema.is_plain() {
            return self.against_several(schema);
        }
        if self.conditions.len() > 2 {
            return Err(too_many());
        }
        let KeySchema { hash, range, .. } = schema;
        if range.is_none() && self.conditions.len() > 1 {
            return Err(not_supported());
        }
        let RangeCondition::Eq(value) =
            self.on(hash, KeyPart::Hash)?.ok_or_else(|| missed(hash))?
        else {
            return Err(not_supported());
        };
        let hash = (hash.name.clone(), value.clone());
        let Some(range) = range else { return Ok(KeyRange::of(hash)) };
        match self.on(range, KeyPart::Range)? {
            None if self.conditions.len() > 1 => Err(missed(range)),
            condition => {
                let named = |condition: &RangeCondition| (range.name.clone(), condition.clone());
                Ok(KeyRange { range: condition.map(named), ..KeyRange::of(hash) })
            }
        }
    }

    /// The same of a key of several attributes: all of the partition key have their values, and of the
    /// sort key the first ones, of which the last may be compared otherwise ("Multi-attribute keys
    /// pattern", DynamoDB developer guide).
    fn against_several(&self, schema: &KeySchema) -> Result<KeyRange> {
        let mut hashes = Vec::new();
        for hash in schema.hashes() {
            match self.on(hash, KeyPart::Hash)? {
                Some(RangeCondition::Eq(value)) => hashes.push((hash.name.clone(), value.clone())),
                Some(_) => return Err(not_supported()),
                None => return Err(missed(hash)),
            }
        }
        let mut found = KeyRange::of(hashes.remove(0));
        found.more_hash = hashes;
        let mut skipped = None;
        for range in schema.ranges() {
            match (self.on(range, KeyPart::Range)?, skipped, &found.range) {
                (None, _, _) => skipped = skipped.or(Some(range)),
                (Some(_), Some(skipped), _) => return Err(missed(skipped)),
                (Some(_), None, Some(_)) => return Err(not_supported()),
                (Some(RangeCondition::Eq(value)), None, None) => {
                    found.equal.push((range.name.clone(), value.clone()));
                }
                (Some(condition), None, None) => {
                    found.range = Some((range.name.clone(), condition.clone()));
                }
            }
        }
        match (self.conditions.iter().all(|(name, _)| schema.has(name)), skipped) {
            (true, _) => Ok(found),
            (false, Some(skipped)) => Err(missed(skipped)),
            (false, None) => Err(not_supported()),
        }
    }

    /// The condition on a key attribute.
    fn on(&self, key: &KeyAttribute, part: KeyPart) -> Result<Option<&RangeCondition>> {
        let found = self.conditions.iter().find(|(name, _)| *name == key.name);
        let Some((_, condition)) = found else { return Ok(None) };
        let Some(condition) = condition else {
            return Err(invalid("Attempted conditional constraint is not an indexable operation"));
        };
        for value in condition.values() {
            if value.type_name() != key.kind.text() {
                return Err(invalid(
                    "One or more parameter values were invalid: Condition parameter type does not \
                     match schema type",
                ));
            }
            check_key_value(&key.name, value, part)?;
        }
        Ok(Some(condition))
    }

    /// The names of the attributes that are asked about.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().map(|(name, _)| name.as_str())
    }
}

fn too_many() -> Error {
    invalid("Conditions can be of length 1 or 2 only")
}

fn not_supported() -> Error {
    invalid("Query key condition not supported")
}

fn missed(key: &KeyAttribute) -> Error {
    invalid(format!("Query condition missed key schema element: {}", key.name))
}

/// Notes each condition of an expression.
fn collect(test: Test, to: &mut Vec<(String, Option<RangeCondition>)>) -> Result<()> {
    let not_here = |operator: &str| {
        Err(invalid(format!("Invalid operator used in KeyConditionExpression: {operator}")))
    };
    let (name, condition) = match test {
        // Parentheses make another level; there are as many levels as operators at most.
        Test::All(tests) => {
            return tests.into_iter().try_for_each(|test| collect(test, to));
        }
        Test::Any(_) => return not_here("OR"),
        Test::Not(_) => return not_here("NOT"),
        Test::In(..) => return not_here("IN"),
        Test::Compare(_, Comparator::Ne, _) => return not_here("<>"),
        Test::Exists(_) => return not_here("attribute_exists"),
        Test::NotExists(_) => return not_here("attribute_not_exists"),
        Test::HasType(..) => return not_here("attribute_type"),
        Test::Contains(..) => return not_here("contains"),
        Test::Compare(first, comparator, second) => compared(first, comparator, second)?,
        Test::Between(key, low, high) => {
            let name = first_key("BETWEEN", key)?;
            (name, Some(RangeCondition::Between(value(low)?, value(high)?)))
        }
        Test::BeginsWith(key, start) => {
            let name = first_key("begins_with", key)?;
            (name, Some(RangeCondition::BeginsWith(value(start)?)))
        }
    };
    if to.iter().any(|(other, _)| *other == name) {
        return Err(invalid("KeyConditionExpressions must only contain one condition per key"));
    }
    to.push((name, condition));
    Ok(())
}

fn compared(
    first: Operand,
    comparator: Comparator,
    second: Operand,
) -> Result<(String, Option<RangeCondition>)> {
    match (first, second) {
        (key @ Operand::Path(_), second) => {
            let name = key_name(key)?;
            Ok((name, RangeCondition::compared(comparator, value(second)?)))
        }
        (Operand::Value(value), key) => {
            Ok((key_name(key)?, RangeCondition::compared(comparator.turned(), value)))
        }
        (Operand::Size(_), _) => Err(nested()),
    }
}

fn nested() -> Error {
    invalid("KeyConditionExpressions cannot contain nested operations")
}

fn bad_condition(what: &str) -> Error {
    invalid(format!("Invalid condition in KeyConditionExpression: {what}"))
}

/// The attribute that is the first operand of an operator that takes no other.
fn first_key(operator: &str, operand: Operand) -> Result<String> {
    match operand {
        Operand::Path(_) => key_name(operand),
        _ => Err(bad_condition(&format!(
            "{operator} operator must have the key attribute as its first operand"
        ))),
    }
}

fn key_name(operand: Operand) -> Result<String> {
    match operand {
        Operand::Path(path) if path.steps().is_empty() => Ok(path.head().to_owned()),
        Operand::Path(_) => {
            Err(invalid("KeyConditionExpressions cannot have conditions on nested attributes"))
        }
        Operand::Value(_) => Err(bad_condition("No key attribute specified")),
        Operand::Size(_) => Err(nested()),
    }
}

fn value(operand: Operand) -> Result<AttributeValue> {
    match operand {
        Operand::Value(value) => Ok(value),
        Operand::Path(_) => Err(bad_condition("Multiple attribute names used in one condition")),
        Operand::Size(_) => Err(nested()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::table::KeyKind;
    use crate::value::samples::*;

    fn schema(range: bool) -> KeySchema {
        let key = |name: &str, kind| KeyAttribute { name: name.to_owned(), kind };
        let range = range.then(|| key("c", KeyKind::N));
        KeySchema { hash: key("p", KeyKind::S), range, ..KeySchema::default() }
    }

    fn read(text: &str, range: bool) -> std::result::Result<KeyRange, String> {
        let values = item([
            (":p", s("x")),
            (":1", n("1")),
            (":2", n("2")),
            (":empty", s("")),
            (":l", l([])),
        ]);
        let mut placeholders = Placeholders::new(None, Some(values)).unwrap();
        let condition = KeyCondition::parse(text, &mut placeholders);
        condition.and_then(|it| it.against(&schema(range))).map_err(|error| error.message)
    }

    #[test]
    fn key_conditions_say_where_a_query_reads() {
        let facts = [
            ("p = :p", None),
            ("(:p = p)", None),
            ("p=:p AND c = :1", Some(RangeCondition::Eq(n("1")))),
            ("((c < :1) AND (p = :p))", Some(RangeCondition::Lt(n("1")))),
            ("p=:p and c <= :1", Some(RangeCondition::Le(n("1")))),
            ("p=:p and :1 < c", Some(RangeCondition::Gt(n("1")))),
            ("p=:p and :1 >= c", Some(RangeCondition::Le(n("1")))),
            ("p=:p and c >= :1", Some(RangeCondition::Ge(n("1")))),
            ("p=:p and c between :1 and :2", Some(RangeCondition::Between(n("1"), n("2")))),
        ];
        for (text, range) in facts {
            let range = range.map(|range| ("c".to_owned(), range));
            let hash = ("p".to_owned(), s("x"));
            assert_eq!(read(text, true), Ok(KeyRange { range, ..KeyRange::of(hash) }), "{text}");
        }
    }

    /// What is asked of an index with the partition key p, q and the sort key c, d.
    fn read_several(text: &str) -> std::result::Result<KeyRange, String> {
        let values = item([(":p", s("x")), (":1", n("1")), (":2", n("2"))]);
        let mut placeholders = Placeholders::new(None, Some(values)).unwrap();
        let key = |name: &str, kind| KeyAttribute { name: name.to_owned(), kind };
        let schema = KeySchema {
            more_hash: vec![key("q", KeyKind::N)],
            more_range: vec![key("d", KeyKind::N)],
            ..schema(true)
        };
        let condition = KeyCondition::parse(text, &mut placeholders);
        condition.and_then(|it| it.against(&schema)).map_err(|error| error.message)
    }

    #[test]
    fn a_key_of_several_attributes_is_asked_from_its_left() {
        let named = |name: &str, value: &str| (name.to_owned(), n(value));
        let whole =
            KeyRange { more_hash: vec![named("q", "1")], ..KeyRange::of(("p".to_owned(), s("x"))) };
        let gt = |name: &str| Some((name.to_owned(), RangeCondition::Gt(n("2"))));
        let equal = vec![named("c", "1")];
        let facts = [
            ("p=:p AND q=:1", whole.clone()),
            ("c > :2 AND q=:1 AND p=:p", KeyRange { range: gt("c"), ..whole.clone() }),
            ("p=:p AND q=:1 AND c=:1", KeyRange { equal: equal.clone(), ..whole.clone() }),
            ("p=:p AND q=:1 AND c=:1 AND d > :2", KeyRange { equal, range: gt("d"), ..whole }),
        ];
        for (text, range) in facts {
            assert_eq!(read_several(text), Ok(range), "{text}");
        }
        let missed = |name: &str| format!("Query condition missed key schema element: {name}");
        let not_supported = || "Query key condition not supported".to_owned();
        let facts = [
            ("p=:p", missed("q")),
            ("p=:p AND q > :1", not_supported()),
            ("p=:p AND q=:1 AND d=:1", missed("c")),
            ("p=:p AND q=:1 AND c > :1 AND d=:1", not_supported()),
            ("p=:p AND q=:1 AND c=:1 AND d=:1 AND e=:1", not_supported()),
            ("p=:p AND q=:1 AND e=:1", missed("c")),
        ];
        for (text, words) in facts {
            assert_eq!(read_several(text), Err(words), "{text}");
        }
    }

    #[test]
    fn what_no_key_can_be_asked_is_refused() {
        let operator = "Invalid operator used in KeyConditionExpression: ";
        let bad = "Invalid condition in KeyConditionExpression: ";
        let facts = [
            ("p=:p AND p=:p", "KeyConditionExpressions must only contain one condition per key".to_owned()),
            ("p=:p OR c=:1", format!("{operator}OR")),
            ("NOT p=:p", format!("{operator}NOT")),
            ("p=:p AND c <> :1", format!("{operator}<>")),
            ("p=:p AND c IN (:1)", format!("{operator}IN")),
            ("p=:p AND attribute_exists(c)", format!("{operator}attribute_exists")),
            ("p=:p AND contains(c, :1)", format!("{operator}contains")),
            ("p=:p AND size(c) = :1", "KeyConditionExpressions cannot contain nested operations".to_owned()),
            ("p.x=:p", "KeyConditionExpressions cannot have conditions on nested attributes".to_owned()),
            ("p=c", format!("{bad}Multiple attribute names used in one condition")),
            (":p=:p", format!("{bad}No key attribute specified")),
            (
                "begins_with(:p, p)",
                format!("{bad}begins_with operator must have the key attribute as its first operand"),
            ),
            (
                ":1 between c and :2",
                format!("{bad}BETWEEN operator must have the key attribute as its first operand"),
            ),
            ("p<:p", "Query key condition not supported".to_owned()),
            ("c=:1", "Query condition missed key schema element: p".to_owned()),
            ("p=:p AND a=:1", "Query condition missed key schema element: c".to_owned()),
            ("p=:p AND a=:1 AND c=:1", "Conditions can be of length 1 or 2 only".to_owned()),
            (
                "p=:1",
                "One or more parameter values were invalid: Condition parameter type does not match \
                 schema type"
                    .to_owned(),
            ),
            (
                "p=:empty",
                "One or more parameter values are not valid. The AttributeValue for a key attribute \
                 cannot contain an empty string value. Key: p"
                    .to_owned(),
            ),
            (
                "p=:p AND c=:z",
                "Invalid KeyConditionExpression: An expression attribute value used in expression is \
                 not defined; attribute value: :z"
                    .to_owned(),
            ),
            (
                "p=:p AND begins_with(c, :1)",
                "Invalid KeyConditionExpression: Incorrect operand type for operator or function; \
                 operator or function: begins_with, operand type: N"
                    .to_owned(),
            ),
        ];
        for (text, message) in facts {
            assert_eq!(read(text, true), Err(message), "{text}");
        }
        let unsupported = Err("Query key condition not supported".to_owned());
        assert_eq!(read("p=:p AND c=:1", false), unsupported);
    }
}

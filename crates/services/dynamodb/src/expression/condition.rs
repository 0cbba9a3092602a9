//! Conditions: what must hold of an item ("Condition and filter expressions, operators, and
//! functions", DynamoDB developer guide).

use super::path::Path;
use super::placeholders::Placeholders;
use super::read;
use crate::errors::invalid;
use crate::value::{Item, compare, equal};
use platform::Result;
use shapes::AttributeValue;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// A condition on an item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Condition {
    test: Test,
}

/// What a condition asks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    /// All of them hold.
    All(Vec<Test>),
    /// One of them holds.
    Any(Vec<Test>),
    /// It does not hold.
    Not(Box<Test>),
    /// The first stands so to the second.
    Compare(Operand, Comparator, Operand),
    /// The first is neither below the second nor above the third.
    Between(Operand, Operand, Operand),
    /// The first is one of the others.
    In(Operand, Vec<Operand>),
    /// Something lies there.
    Exists(Path),
    /// Nothing lies there.
    NotExists(Path),
    /// It has the type of this name.
    HasType(Operand, String),
    /// The first begins with the second.
    BeginsWith(Operand, Operand),
    /// The first, a text, byte string, set or list, has the second in it.
    Contains(Operand, Operand),
}

/// What is compared.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Operand {
    /// What lies there, if anything.
    Path(Path),
    /// This.
    Value(AttributeValue),
    /// The size of something.
    Size(Box<Operand>),
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparator {
    /// `=`
    Eq,
    /// `<>`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Comparator {
    /// As it is written.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Eq => "=",
            Self::Ne => "<>",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }

    /// What it is with its sides exchanged.
    pub(crate) fn turned(self) -> Self {
        match self {
            Self::Eq | Self::Ne => self,
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
        }
    }

    /// Whether it holds of two that stand so.
    fn takes(self, order: Ordering) -> bool {
        match self {
            Self::Eq => order.is_eq(),
            Self::Ne => order.is_ne(),
            Self::Lt => order.is_lt(),
            Self::Le => order.is_le(),
            Self::Gt => order.is_gt(),
            Self::Ge => order.is_ge(),
        }
    }

    /// Whether it holds of these. What is absent is equal to nothing, and has no order.
    fn holds(self, a: Option<&AttributeValue>, b: Option<&AttributeValue>) -> bool {
        let same = || matches!((a, b), (Some(a), Some(b)) if equal(a, b));
        match self {
            Self::Eq => same(),
            Self::Ne => !same(),
            _ => match (a, b) {
                (Some(a), Some(b)) => compare(a, b).is_some_and(|order| self.takes(order)),
                _ => false,
            },
        }
    }
}

impl Operand {
    /// What it is for this item.
    fn of<'a>(&'a self, item: &'a Item) -> Option<Cow<'a, AttributeValue>> {
        match self {
            Self::Path(path) => path.of(item).map(Cow::Borrowed),
            Self::Value(value) => Some(Cow::Borrowed(value)),
            Self::Size(of) => {
                let size = size(&*of.of(item)?)?;
                Some(Cow::Owned(AttributeValue::N(size.to_string())))
            }
        }
    }

    fn path(&self) -> Option<&Path> {
        match self {
            Self::Path(path) => Some(path),
            Self::Value(_) => None,
            Self::Size(of) => of.path(),
        }
    }
}

/// What the function `size` says of it; some types have no size.
fn size(value: &AttributeValue) -> Option<usize> {
    match value {
        AttributeValue::S(text) => Some(text.encode_utf16().count()),
        AttributeValue::B(bytes) => Some(bytes.len()),
        AttributeValue::Ss(items) | AttributeValue::Ns(items) => Some(items.len()),
        AttributeValue::Bs(items) => Some(items.len()),
        AttributeValue::L(items) => Some(items.len()),
        AttributeValue::M(entries) => Some(entries.len()),
        _ => None,
    }
}

pub(super) fn begins_with(value: &AttributeValue, start: &AttributeValue) -> bool {
    match (value, start) {
        (AttributeValue::S(text), AttributeValue::S(start)) => text.starts_with(start.as_str()),
        (AttributeValue::B(bytes), AttributeValue::B(start)) => bytes.starts_with(start),
        _ => false,
    }
}

fn contains(value: &AttributeValue, part: &AttributeValue) -> bool {
    match (value, part) {
        (AttributeValue::S(text), AttributeValue::S(part)) => text.contains(part.as_str()),
        (AttributeValue::B(bytes), AttributeValue::B(part)) => {
            part.is_empty() || bytes.windows(part.len()).any(|window| window == part)
        }
        (AttributeValue::Ss(items), AttributeValue::S(part)) => items.contains(part),
        (AttributeValue::Ns(items), AttributeValue::N(part)) => items.contains(part),
        (AttributeValue::Bs(items), AttributeValue::B(part)) => items.contains(part),
        (AttributeValue::L(items), part) => items.iter().any(|item| equal(item, part)),
        _ => false,
    }
}

impl Condition {
    /// The condition that asks this.
    pub(crate) fn new(test: Test) -> Self {
        Self { test }
    }

    /// Reads an expression; `what` is the parameter's name, such as `ConditionExpression`.
    ///
    /// # Errors
    /// It is not one, in AWS's words.
    pub(crate) fn parse(
        what: &'static str,
        text: &str,
        placeholders: &mut Placeholders,
    ) -> Result<Self> {
        Ok(Self { test: read::condition(what, text, placeholders)? })
    }

    /// Whether it holds of an item. An item that is not there is one without attributes.
    ///
    /// # Errors
    /// None that are known; what cannot be compared does not hold.
    pub(crate) fn holds(&self, item: &Item) -> Result<bool> {
        Ok(self.test.holds(item))
    }

    /// Refuses a filter of a query on its own key; `what` is `Filter Expression` or `QueryFilter`.
    ///
    /// # Errors
    /// It looks at a key attribute.
    pub(crate) fn check_no_key(&self, what: &str, keys: &[&str]) -> Result<()> {
        let names = self.names();
        match keys.iter().find(|key| names.contains(**key)) {
            None => Ok(()),
            Some(key) => Err(invalid(format!(
                "{what} can only contain non-primary key attributes: Primary key attribute: {key}"
            ))),
        }
    }

    /// The names of the attributes that it looks at.
    pub(crate) fn names(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.test.each_path(&mut |path| {
            names.insert(path.head());
        });
        names
    }
}

impl Test {
    fn holds(&self, item: &Item) -> bool {
        match self {
            Self::All(tests) => tests.iter().all(|test| test.holds(item)),
            Self::Any(tests) => tests.iter().any(|test| test.holds(item)),
            Self::Not(test) => !test.holds(item),
            Self::Compare(a, comparator, b) => {
                comparator.holds(a.of(item).as_deref(), b.of(item).as_deref())
            }
            Self::Between(value, low, high) => {
                let value = value.of(item);
                Comparator::Ge.holds(value.as_deref(), low.of(item).as_deref())
                    && Comparator::Le.holds(value.as_deref(), high.of(item).as_deref())
            }
            Self::In(value, others) => {
                let value = value.of(item);
                let same = |other: &Operand| {
                    Comparator::Eq.holds(value.as_deref(), other.of(item).as_deref())
                };
                others.iter().any(same)
            }
            Self::Exists(path) => path.of(item).is_some(),
            Self::NotExists(path) => path.of(item).is_none(),
            Self::HasType(value, name) => {
                value.of(item).is_some_and(|value| value.type_name() == name)
            }
            Self::BeginsWith(value, start) => both(value, start, item, begins_with),
            Self::Contains(value, part) => both(value, part, item, contains),
        }
    }

    fn each_path<'a>(&'a self, tell: &mut dyn FnMut(&'a Path)) {
        let operands: Vec<&Operand> = match self {
            Self::All(tests) | Self::Any(tests) => {
                return tests.iter().for_each(|test| test.each_path(tell));
            }
            Self::Not(test) => return test.each_path(tell),
            Self::Exists(path) | Self::NotExists(path) => return tell(path),
            Self::Compare(a, _, b) | Self::BeginsWith(a, b) | Self::Contains(a, b) => vec![a, b],
            Self::Between(a, b, c) => vec![a, b, c],
            Self::In(a, others) => std::iter::once(a).chain(others).collect(),
            Self::HasType(a, _) => vec![a],
        };
        operands.into_iter().filter_map(Operand::path).for_each(tell);
    }
}

/// Whether both are there and this holds of them.
fn both(
    a: &Operand,
    b: &Operand,
    item: &Item,
    holds: fn(&AttributeValue, &AttributeValue) -> bool,
) -> bool {
    matches!((a.of(item), b.of(item)), (Some(a), Some(b)) if holds(&a, &b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::samples::*;

    fn thing() -> Item {
        item([
            ("n", n("5")),
            ("s", s("hello")),
            ("b", b("hi there")),
            ("ss", ss(["a", "b"])),
            ("ns", ns(["2", "4"])),
            ("bs", bs(["x"])),
            ("l", l([n("2"), s("dog"), ns(["1", "2"]), l([n("3")])])),
            ("m", m([("x", n("1")), ("y", l([n("-1"), n("2")]))])),
            ("t", Bool(true)),
            ("u", Null(true)),
        ])
    }

    fn holds(text: &str) -> bool {
        let values = item([
            (":1", n("1")),
            (":2", n("2")),
            (":5", n("5")),
            (":8", n("8")),
            (":hell", s("hell")),
            (":hello", s("hello")),
            (":z", s("z")),
            (":here", b("here")),
            (":hi", b("hi")),
            (":dog", s("dog")),
            (":x", b("x")),
            (":12", ns(["2", "1"])),
            (":42", ns(["4", "2"])),
            (":l3", l([n("3")])),
            (":N", s("N")),
            (":NULL", s("NULL")),
            (":true", Bool(true)),
        ]);
        let names = [("#n".to_owned(), "n".to_owned())].into();
        let mut placeholders = Placeholders::new(Some(names), Some(values)).unwrap();
        let condition = Condition::parse("ConditionExpression", text, &mut placeholders).unwrap();
        condition.holds(&thing()).unwrap()
    }

    #[test]
    fn comparisons_hold_within_a_type_only() {
        for text in [
            "n = :5",
            "#n <> :1",
            "n > :2",
            "n >= :5",
            "n < :8",
            "n <= :5",
            ":8 > n",
            "n BETWEEN :2 AND :8",
            "n BETWEEN :5 AND :5",
            "s > :hell",
            "b >= :hi",
            "s BETWEEN :hell AND :z",
            "n IN (:1, :hello, :5)",
            "s IN (:hello)",
            "n <> :hello",
            "ns = :42",
            "t = :true",
            "m.x < m.y[1]",
            "n > m.x",
            "q <> :1",
            "q <> z",
            "NOT q = :1",
            "NOT n = :1",
            "n = :1 OR n = :5",
            "n = :5 AND NOT s = :z",
        ] {
            assert!(holds(text), "{text}");
        }
        for text in [
            "n = :1",
            "n < :hello",
            "n > :hello",
            "n = :hello",
            "q = :1",
            "q < :1",
            ":1 < q",
            "q = z",
            "q < z",
            "q BETWEEN z AND n",
            "q IN (:1)",
            "l < :1",
            "t < n",
            "m.x < m.y[0]",
            "m.y[9] = :1",
            "m[0] = :1",
            "l.x = :1",
            "n BETWEEN :hell AND :z",
            "n = :1 OR n = :2",
            "NOT n = :5",
        ] {
            assert!(!holds(text), "{text}");
        }
    }

    #[test]
    fn functions_look_at_what_is_there() {
        for text in [
            "attribute_exists(n)",
            "attribute_exists(m.y[1])",
            "attribute_not_exists(q)",
            "attribute_not_exists(m.y[2])",
            "attribute_type(n, :N)",
            "attribute_type(u, :NULL)",
            "attribute_type(:1, :N)",
            "begins_with(s, :hell)",
            "begins_with(b, :hi)",
            "begins_with(:hello, s)",
            "contains(s, :hell)",
            "contains(b, :here)",
            "contains(ns, n) OR n = :5",
            "contains(ns, :2)",
            "contains(l, :2)",
            "contains(l, :dog)",
            "contains(l, :12)",
            "contains(l, :l3)",
            "contains(bs, :x)",
            "size(s) = n",
            "size(s) = :5",
            "size(b) = :8",
            "size(ns) = :2",
            "size(m) = :2",
            "size(l) <> :2",
            "size(s) <> :hello",
            "size(l[1]) < n",
        ] {
            assert!(holds(text), "{text}");
        }
        for text in [
            "attribute_exists(q)",
            "attribute_not_exists(n)",
            "attribute_type(q, :N)",
            "begins_with(n, :hell)",
            "begins_with(s, b)",
            "contains(s, :z)",
            "contains(s, :2)",
            "contains(ns, :1)",
            "contains(ns, :dog)",
            "contains(q, :1)",
            "contains(l, :1)",
            "size(n) = :1",
            "size(t) = :1",
            "size(q) = :1",
            "size(s) = :hello",
        ] {
            assert!(!holds(text), "{text}");
        }
    }

    #[test]
    fn a_filter_of_a_query_does_not_look_at_its_key() {
        let text = "attribute_exists(x.y) AND size(q) > z";
        let condition = Condition::parse("FilterExpression", text, &mut Placeholders::default());
        let condition = condition.unwrap();
        assert_eq!(condition.names().into_iter().collect::<Vec<_>>(), ["q", "x", "z"]);
        assert!(condition.check_no_key("Filter Expression", &["pk", "sk"]).is_ok());
        assert_eq!(
            condition.check_no_key("Filter Expression", &["pk", "q"]).unwrap_err().message,
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: q"
        );
    }
}

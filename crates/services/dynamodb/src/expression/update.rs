//! Updates: what an item becomes ("Using update expressions in DynamoDB", developer guide).

use super::path::{Path, Step};
use super::placeholders::Placeholders;
use super::projection::project;
use super::read;
use crate::errors::invalid;
use crate::value::{Item, LARGEST_ITEM, Number, too_large, value_size};
use platform::{Error, Result};
use shapes::AttributeValue;
use std::collections::{BTreeMap, BTreeSet};

/// What is done to an item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Update {
    actions: Vec<(Path, Action)>,
    /// Whether it was said as `AttributeUpdates`, which have sentences of their own.
    legacy: bool,
}

/// What is done at a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// This is put there.
    Set(Term),
    /// What is there is taken away.
    Remove,
    /// A number is added to the number there, or a set's elements to the set.
    Add(AttributeValue),
    /// A set's elements are taken from the set there.
    Delete(AttributeValue),
}

/// What is put somewhere.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Term {
    /// What lies there.
    Path(Path),
    /// This.
    Value(AttributeValue),
    /// What lies there, or else the other.
    IfNotExists(Path, Box<Term>),
    /// One list behind the other.
    ListAppend(Box<Term>, Box<Term>),
    /// A sum.
    Plus(Box<Term>, Box<Term>),
    /// A difference.
    Minus(Box<Term>, Box<Term>),
}

/// What an update made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Applied {
    /// The item as it is now.
    pub item: Item,
    /// What was where it was changed: `UPDATED_OLD`.
    pub old: Item,
    /// What is there now: `UPDATED_NEW`.
    pub new: Item,
}

impl Update {
    /// What does these things, of which no two may be at one path or one within the other.
    pub(crate) fn new(actions: Vec<(Path, Action)>) -> Self {
        Self { actions, legacy: false }
    }

    /// The same, of attributes, as `AttributeUpdates` say it.
    pub(crate) fn legacy(actions: Vec<(Path, Action)>) -> Self {
        Self { actions, legacy: true }
    }

    /// Reads an `UpdateExpression`.
    ///
    /// # Errors
    /// It is not one, in AWS's words.
    pub(crate) fn parse(text: &str, placeholders: &mut Placeholders) -> Result<Self> {
        Ok(Self::new(read::update(text, placeholders)?))
    }

    /// The names of the attributes that are changed.
    pub(crate) fn targets(&self) -> BTreeSet<&str> {
        self.actions.iter().map(|(path, _)| path.head()).collect()
    }

    /// Whether it makes an item where there is none: one that only takes away does not.
    pub(crate) fn creates(&self) -> bool {
        let takes = |action: &Action| matches!(action, Action::Remove | Action::Delete(_));
        self.actions.is_empty() || !self.actions.iter().all(|(_, action)| takes(action))
    }

    /// What the item becomes. All that is put is reckoned from the item as it was.
    ///
    /// # Errors
    /// The item has not what the update needs.
    pub(crate) fn apply(&self, item: &Item) -> Result<Applied> {
        let mut changes = Changes::default();
        let mut size = 0;
        for (path, action) in &self.actions {
            let value = self.change(path, action, item)?;
            // Many actions may copy one large value: no more of them is made than an item can have.
            size += value.as_ref().map_or(0, value_size);
            if size > LARGEST_ITEM {
                return Err(too_large(true));
            }
            changes.add(path, value);
        }
        let mut after = item.clone();
        changes.apply_to_map(&mut after)?;
        let paths: Vec<Path> = self.actions.iter().map(|(path, _)| path.clone()).collect();
        let (old, new) = (project(&paths, item), project(&paths, &after));
        Ok(Applied { item: after, old, new })
    }

    /// What comes to the path; nothing is taken away.
    fn change(&self, path: &Path, action: &Action, item: &Item) -> Result<Option<AttributeValue>> {
        let mismatch = || match self.legacy {
            true => invalid("Type mismatch for attribute to update"),
            false => wrong_type(),
        };
        let there = path.of(item);
        match action {
            Action::Set(term) => term.of(item).map(Some),
            Action::Remove => Ok(None),
            Action::Add(value) => add(there, value).unwrap_or_else(|| Err(mismatch())).map(Some),
            Action::Delete(value) => match there {
                None => Ok(None),
                Some(there) => without(there, value).ok_or_else(mismatch),
            },
        }
    }
}

fn wrong_type() -> Error {
    invalid("An operand in the update expression has an incorrect data type")
}

fn wrong_path() -> Error {
    invalid("The document path provided in the update expression is invalid for update")
}

impl Term {
    fn of(&self, item: &Item) -> Result<AttributeValue> {
        match self {
            Self::Path(path) => path.of(item).cloned().ok_or_else(|| {
                invalid(
                    "The provided expression refers to an attribute that does not exist in the item",
                )
            }),
            Self::Value(value) => Ok(value.clone()),
            Self::IfNotExists(path, other) => match path.of(item) {
                Some(value) => Ok(value.clone()),
                None => other.of(item),
            },
            Self::ListAppend(first, second) => match (first.of(item)?, second.of(item)?) {
                (AttributeValue::L(mut items), AttributeValue::L(more)) => {
                    items.extend(more);
                    Ok(AttributeValue::L(items))
                }
                _ => Err(wrong_type()),
            },
            Self::Plus(a, b) => reckon(a, b, item, Number::add),
            Self::Minus(a, b) => reckon(a, b, item, Number::subtract),
        }
    }
}

fn reckon(
    a: &Term,
    b: &Term,
    item: &Item,
    how: fn(Number, Number) -> Result<Number>,
) -> Result<AttributeValue> {
    match (a.of(item)?, b.of(item)?) {
        (AttributeValue::N(a), AttributeValue::N(b)) => {
            let number = how(Number::parse(&a)?, Number::parse(&b)?)?;
            Ok(AttributeValue::N(number.to_string()))
        }
        _ => Err(wrong_type()),
    }
}

/// What is there and this; nothing where they are not of one type that can be added to.
fn add(there: Option<&AttributeValue>, value: &AttributeValue) -> Option<Result<AttributeValue>> {
    Some(Ok(match (there, value) {
        (None, value) => value.clone(),
        (Some(AttributeValue::N(a)), AttributeValue::N(b)) => {
            let sum = || Number::parse(a)?.add(Number::parse(b)?);
            return Some(sum().map(|sum| AttributeValue::N(sum.to_string())));
        }
        (Some(AttributeValue::Ss(a)), AttributeValue::Ss(b)) => AttributeValue::Ss(union(a, b)),
        (Some(AttributeValue::Bs(a)), AttributeValue::Bs(b)) => AttributeValue::Bs(union(a, b)),
        (Some(AttributeValue::Ns(a)), AttributeValue::Ns(b)) => {
            let mut all = union(a, b);
            all.sort_by_cached_key(|text| Number::parse(text).unwrap_or(Number::ZERO));
            AttributeValue::Ns(all)
        }
        // Only `AttributeUpdates` add to lists.
        (Some(AttributeValue::L(a)), AttributeValue::L(b)) => {
            AttributeValue::L(a.iter().chain(b).cloned().collect())
        }
        _ => return None,
    }))
}

fn union<T: Clone + Ord>(a: &[T], b: &[T]) -> Vec<T> {
    a.iter().chain(b).cloned().collect::<BTreeSet<T>>().into_iter().collect()
}

/// What is left of a set, which may be nothing; no answer where they are not sets of one type.
#[allow(clippy::option_option)]
fn without(there: &AttributeValue, value: &AttributeValue) -> Option<Option<AttributeValue>> {
    fn left<T: Clone + PartialEq>(a: &[T], b: &[T]) -> Option<Vec<T>> {
        let left: Vec<T> = a.iter().filter(|item| !b.contains(item)).cloned().collect();
        (!left.is_empty()).then_some(left)
    }
    Some(match (there, value) {
        (AttributeValue::Ss(a), AttributeValue::Ss(b)) => left(a, b).map(AttributeValue::Ss),
        (AttributeValue::Ns(a), AttributeValue::Ns(b)) => left(a, b).map(AttributeValue::Ns),
        (AttributeValue::Bs(a), AttributeValue::Bs(b)) => left(a, b).map(AttributeValue::Bs),
        _ => return None,
    })
}

/// What comes to which place, as a tree along the paths.
#[derive(Debug, Default)]
struct Changes {
    within: BTreeMap<Step, Change>,
}

#[derive(Debug)]
enum Change {
    /// This comes there, or what is there goes.
    Here(Option<AttributeValue>),
    /// Something changes in what is there.
    Within(Changes),
}

impl Changes {
    fn add(&mut self, path: &Path, value: Option<AttributeValue>) {
        let mut steps = path.steps().to_vec();
        steps.insert(0, Step::Name(path.head().to_owned()));
        let Some(last) = steps.pop() else { return };
        let mut at = self;
        for step in steps {
            let next = at.within.entry(step).or_insert_with(|| Change::Within(Self::default()));
            match next {
                Change::Within(changes) => at = changes,
                Change::Here(_) => return,
            }
        }
        at.within.insert(last, Change::Here(value));
    }

    fn apply_to_map(self, entries: &mut Item) -> Result<()> {
        for (step, change) in self.within {
            let Step::Name(name) = step else { return Err(wrong_path()) };
            match change {
                Change::Here(Some(value)) => {
                    entries.insert(name, value);
                }
                Change::Here(None) => {
                    entries.remove(&name);
                }
                Change::Within(changes) => {
                    changes.apply_to(entries.get_mut(&name).ok_or_else(wrong_path)?)?;
                }
            }
        }
        Ok(())
    }

    /// What is put behind the end follows the last element, in the order of the indexes.
    fn apply_to_list(self, items: &mut Vec<AttributeValue>) -> Result<()> {
        let length = items.len();
        let mut removed = BTreeSet::new();
        for (step, change) in self.within {
            let Step::Index(index) = step else { return Err(wrong_path()) };
            match change {
                Change::Here(Some(value)) if index < length => items[index] = value,
                Change::Here(Some(value)) => items.push(value),
                Change::Here(None) => {
                    removed.insert(index);
                }
                Change::Within(_) if index >= length => return Err(wrong_path()),
                Change::Within(changes) => changes.apply_to(&mut items[index])?,
            }
        }
        if !removed.is_empty() {
            let mut index = 0;
            items.retain(|_| {
                index += 1;
                index > length || !removed.contains(&(index - 1))
            });
        }
        Ok(())
    }

    fn apply_to(self, value: &mut AttributeValue) -> Result<()> {
        match value {
            AttributeValue::M(entries) => self.apply_to_map(entries),
            AttributeValue::L(items) => self.apply_to_list(items),
            _ => Err(wrong_path()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::samples::*;

    fn before() -> Item {
        item([
            ("n", n("5")),
            ("s", s("x")),
            ("l", l([n("0"), n("1"), n("2"), n("3")])),
            ("m", m([("a", n("1")), ("b", m([("c", l([n("7")]))]))])),
            ("ss", ss(["a", "b"])),
            ("ns", ns(["2", "10"])),
        ])
    }

    fn values() -> Item {
        item([
            (":1", n("1")),
            (":s", s("y")),
            (":l", l([n("8"), n("9")])),
            (":ss", ss(["b", "c"])),
            (":ab", ss(["a", "b"])),
            (":ns", ns(["3", "10"])),
            (":big", n("9e125")),
        ])
    }

    fn apply(text: &str) -> Result<Applied> {
        let mut placeholders = Placeholders::new(None, Some(values())).unwrap();
        Update::parse(text, &mut placeholders)?.apply(&before())
    }

    /// What of the item is another, and what is gone.
    fn changed(text: &str) -> (Item, Vec<String>) {
        let (before, after) = (before(), apply(text).unwrap().item);
        let gone = before.keys().filter(|name| !after.contains_key(*name)).cloned().collect();
        let other = after.into_iter().filter(|(name, value)| before.get(name) != Some(value));
        (other.collect(), gone)
    }

    #[test]
    fn updates_do_what_they_say() {
        let facts = [
            ("SET q = :s, s = :1", item([("q", s("y")), ("s", n("1"))])),
            ("SET n = n + :1", item([("n", n("6"))])),
            ("SET q = n - l[3]", item([("q", n("2"))])),
            ("SET n = s, s = n", item([("n", s("x")), ("s", n("5"))])),
            ("SET q = if_not_exists(q, :1) + :1", item([("q", n("2"))])),
            ("SET q = if_not_exists(n, q)", item([("q", n("5"))])),
            (
                "SET q = list_append(if_not_exists(q, :l), :l)",
                item([("q", l([n("8"), n("9"), n("8"), n("9")]))]),
            ),
            ("SET l[1] = :s", item([("l", l([n("0"), s("y"), n("2"), n("3")]))])),
            // What is put behind the end follows the last, in the order of the indexes.
            (
                "SET l[90] = :s, l[17] = :1, l[0] = :s",
                item([("l", l([s("y"), n("1"), n("2"), n("3"), n("1"), s("y")]))]),
            ),
            // Indexes are those from before anything was removed.
            ("REMOVE l[1] SET l[3] = :s", item([("l", l([n("0"), n("2"), s("y")]))])),
            ("REMOVE l[0], l[2], l[17]", item([("l", l([n("1"), n("3")]))])),
            (
                "SET m.b.c[0] = :s, m.q = :1",
                item([("m", m([("a", n("1")), ("b", m([("c", l([s("y")]))])), ("q", n("1"))]))]),
            ),
            ("REMOVE m.b, m.q", item([("m", m([("a", n("1"))]))])),
            (
                "ADD n :1, q :1, ss :ss, ns :ns",
                item([
                    ("n", n("6")),
                    ("q", n("1")),
                    ("ss", ss(["a", "b", "c"])),
                    ("ns", ns(["2", "3", "10"])),
                ]),
            ),
            (
                "ADD q :ss, m.a :1, l[7] :1",
                item([
                    ("q", ss(["b", "c"])),
                    ("m", m([("a", n("2")), ("b", m([("c", l([n("7")]))]))])),
                    ("l", l([n("0"), n("1"), n("2"), n("3"), n("1")])),
                ]),
            ),
            ("DELETE ss :ss, q :ss, ns :ns", item([("ss", ss(["a"])), ("ns", ns(["2"]))])),
        ];
        for (text, other) in facts {
            assert_eq!(changed(text), (other, vec![]), "{text}");
        }
        assert_eq!(changed("REMOVE s, q"), (item([]), vec!["s".to_owned()]));
        assert_eq!(changed("DELETE ss :ab"), (item([]), vec!["ss".to_owned()]));
        assert_eq!(changed("REMOVE s SET q = s"), (item([("q", s("x"))]), vec!["s".to_owned()]));
    }

    #[test]
    fn what_the_item_has_not_is_refused() {
        let absent =
            "The provided expression refers to an attribute that does not exist in the item";
        let path = "The document path provided in the update expression is invalid for update";
        let kind = "An operand in the update expression has an incorrect data type";
        let facts = [
            ("SET q = z", absent),
            ("SET q = m.z", absent),
            ("SET q = list_append(l[9], :l)", absent),
            ("SET q = z + :1", absent),
            ("SET q.x = :1", path),
            ("SET s.x = :1", path),
            ("SET l.x = :1", path),
            ("SET m[0] = :1", path),
            ("SET l[9].x = :1", path),
            ("REMOVE q.x", path),
            ("REMOVE s[0]", path),
            ("SET q = s + :1", kind),
            ("SET q = list_append(n, :l)", kind),
            ("ADD s :1", kind),
            ("ADD ss :ns", kind),
            ("ADD l :ss", kind),
            ("DELETE s :ss", kind),
            ("DELETE ns :ss", kind),
        ];
        for (text, message) in facts {
            assert_eq!(apply(text).unwrap_err().message, message, "{text}");
        }
        let message = apply("SET n = :big + :big").unwrap_err().message;
        assert!(message.starts_with("Number overflow."), "{message}");
    }

    #[test]
    fn what_was_and_is_at_the_paths_is_told() {
        let applied = apply("SET m.a = :s, l[1] = :1, q = :1 REMOVE s, m.b ADD n :1").unwrap();
        let old = [
            ("m", m([("a", n("1")), ("b", m([("c", l([n("7")]))]))])),
            ("l", l([n("1")])),
            ("s", s("x")),
            ("n", n("5")),
        ];
        assert_eq!(applied.old, item(old));
        let new = [("m", m([("a", s("y"))])), ("l", l([n("1")])), ("q", n("1")), ("n", n("6"))];
        assert_eq!(applied.new, item(new));
    }

    #[test]
    fn what_is_put_is_no_larger_than_an_item() {
        let large = item([("a", s(&"x".repeat(300_000)))]);
        let copies = |text: &str| {
            let update = Update::parse(text, &mut Placeholders::default()).unwrap();
            update.apply(&large).map(|_| ()).map_err(|error| error.message)
        };
        assert_eq!(copies("SET b = a"), Ok(()));
        let message = "Item size to update has exceeded the maximum allowed size".to_owned();
        assert_eq!(copies("SET b = a, c = a"), Err(message));
    }

    #[test]
    fn what_only_takes_away_makes_no_item() {
        for (text, creates) in [
            ("SET a = :1", true),
            ("ADD a :1", true),
            ("REMOVE a", false),
            ("DELETE a :ss", false),
            ("REMOVE a SET b = :1", true),
        ] {
            let mut placeholders = Placeholders::new(None, Some(values())).unwrap();
            let update = Update::parse(text, &mut placeholders).unwrap();
            assert_eq!(update.creates(), creates, "{text}");
        }
        assert!(Update::new(Vec::new()).creates());
    }
}

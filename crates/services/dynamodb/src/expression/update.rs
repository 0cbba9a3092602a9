//! Updates: what an item becomes ("Using update expressions in DynamoDB", developer guide).

use super::path::{Path, Step};
use super::placeholders::Placeholders;
use super::projection::project;
use super::read;
use crate::errors::invalid;
use crate::value::{Item, Number};
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

    /// What is done and where.
    pub(crate) fn actions(&self) -> &[(Path, Action)] {
        &self.actions
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
        for (path, action) in &self.actions {
            changes.add(path, self.change(path, action, item)?);
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

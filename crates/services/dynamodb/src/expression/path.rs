//! Document paths: which part of an item is meant.

use crate::value::Item;
use shapes::AttributeValue;
use std::fmt;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// Into the attribute or map entry of this name.
    Name(String),
    /// Into the list element of this index.
    Index(usize),
}

/// A path into an item, beginning with an attribute's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path {
    head: String,
    steps: Vec<Step>,
}

/// How two paths cannot stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clash {
    /// One leads into what the other means.
    Overlap,
    /// What one takes for a list the other takes for a map.
    Conflict,
}

impl Path {
    /// The path to an attribute.
    pub(crate) fn attribute(name: impl Into<String>) -> Self {
        Self { head: name.into(), steps: Vec::new() }
    }

    /// The same path and these steps.
    pub(crate) fn with(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.steps.extend(steps);
        self
    }

    /// The name of the attribute that it begins with.
    pub(crate) fn head(&self) -> &str {
        &self.head
    }

    /// The steps behind its head.
    pub(crate) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many names and indexes it has.
    pub(crate) fn depth(&self) -> usize {
        self.steps.len() + 1
    }

    /// What lies there.
    pub(crate) fn of<'a>(&self, item: &'a Item) -> Option<&'a AttributeValue> {
        self.steps.iter().try_fold(item.get(&self.head)?, |value, step| match (value, step) {
            (AttributeValue::M(entries), Step::Name(name)) => entries.get(name),
            (AttributeValue::L(items), Step::Index(index)) => items.get(*index),
            _ => None,
        })
    }

    /// Whether the two cannot be changed or answered side by side.
    pub(crate) fn clash(&self, other: &Self) -> Option<Clash> {
        if self.head != other.head {
            return None;
        }
        for pair in self.steps.iter().zip(&other.steps) {
            match pair {
                (a, b) if a == b => {}
                (Step::Name(_), Step::Name(_)) | (Step::Index(_), Step::Index(_)) => return None,
                _ => return Some(Clash::Conflict),
            }
        }
        Some(Clash::Overlap)
    }
}

/// As AWS's errors show it: `[a, b, [1]]`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}", self.head)?;
        for step in &self.steps {
            match step {
                Step::Name(name) => write!(f, ", {name}")?,
                Step::Index(index) => write!(f, ", [{index}]")?,
            }
        }
        f.write_str("]")
    }
}

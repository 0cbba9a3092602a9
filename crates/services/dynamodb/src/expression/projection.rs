//! Projections: which parts of an item are answered.

use super::path::{Path, Step};
use super::placeholders::Placeholders;
use super::read;
use crate::value::Item;
use platform::Result;
use shapes::AttributeValue;
use std::collections::{BTreeMap, BTreeSet};

/// Which parts of an item are answered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Projection {
    paths: Vec<Path>,
}

impl Projection {
    /// These parts, of which none leads into another.
    pub(crate) fn new(paths: Vec<Path>) -> Self {
        Self { paths }
    }

    /// Reads a `ProjectionExpression`.
    ///
    /// # Errors
    /// It is not one, in AWS's words.
    pub(crate) fn parse(text: &str, placeholders: &mut Placeholders) -> Result<Self> {
        Ok(Self { paths: read::projection(text, placeholders)? })
    }

    /// These parts of the item, as far as it has them. Of a list there is what is meant, closed up.
    pub(crate) fn of(&self, item: &Item) -> Item {
        project(&self.paths, item)
    }

    /// The paths that are meant.
    pub(crate) fn paths(&self) -> &[Path] {
        &self.paths
    }

    /// The names of the attributes that are looked at.
    pub(crate) fn names(&self) -> BTreeSet<&str> {
        self.paths.iter().map(Path::head).collect()
    }
}

/// The parts of an item that the paths mean.
pub(super) fn project(paths: &[Path], item: &Item) -> Item {
    let mut wanted: BTreeMap<&str, Vec<&[Step]>> = BTreeMap::new();
    for path in paths {
        wanted.entry(path.head()).or_default().push(path.steps());
    }
    let part = |(name, steps): (&str, Vec<&[Step]>)| {
        let value = part_of(item.get(name)?, &steps)?;
        Some((name.to_owned(), value))
    };
    wanted.into_iter().filter_map(part).collect()
}

/// What these steps mean of a value; nothing where nothing is there. Paths have 32 steps at most.
fn part_of(value: &AttributeValue, steps: &[&[Step]]) -> Option<AttributeValue> {
    if steps.iter().any(|steps| steps.is_empty()) {
        return Some(value.clone());
    }
    let mut wanted: BTreeMap<&Step, Vec<&[Step]>> = BTreeMap::new();
    for (first, rest) in steps.iter().filter_map(|steps| steps.split_first()) {
        wanted.entry(first).or_default().push(rest);
    }
    match value {
        AttributeValue::M(entries) => {
            let part = |(step, rest): (&Step, Vec<&[Step]>)| match step {
                Step::Name(name) => Some((name.clone(), part_of(entries.get(name)?, &rest)?)),
                Step::Index(_) => None,
            };
            let parts: BTreeMap<_, _> = wanted.into_iter().filter_map(part).collect();
            (!parts.is_empty()).then_some(AttributeValue::M(parts))
        }
        AttributeValue::L(items) => {
            let part = |(step, rest): (&Step, Vec<&[Step]>)| match step {
                Step::Index(index) => part_of(items.get(*index)?, &rest),
                Step::Name(_) => None,
            };
            let parts: Vec<_> = wanted.into_iter().filter_map(part).collect();
            (!parts.is_empty()).then_some(AttributeValue::L(parts))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::samples::*;

    #[test]
    fn what_is_meant_is_answered_as_far_as_it_is_there() {
        let whole = item([
            (
                "a",
                m([("b", n("1")), ("c", l([n("2"), n("3"), m([("d", n("4")), ("e", n("5"))])]))]),
            ),
            ("f", s("x")),
            ("g", l([n("6"), n("7")])),
        ]);
        let facts = [
            ("f", item([("f", s("x"))])),
            ("f, q", item([("f", s("x"))])),
            ("a.b", item([("a", m([("b", n("1"))]))])),
            ("a.b, a.c[1]", item([("a", m([("b", n("1")), ("c", l([n("3")]))]))])),
            ("a.c[2].d, a.c[0]", item([("a", m([("c", l([n("2"), m([("d", n("4"))])]))]))])),
            ("g[1], g[0], g[9]", item([("g", l([n("6"), n("7")]))])),
            ("a.q, f.x, g[5]", item([])),
            ("g.x, f[0], a[0]", item([])),
            ("g", item([("g", l([n("6"), n("7")]))])),
        ];
        for (text, part) in facts {
            let projection = Projection::parse(text, &mut Placeholders::default()).unwrap();
            assert_eq!(projection.of(&whole), part, "{text}");
            assert_eq!(projection.of(&item([])), item([]), "{text}");
        }
    }
}

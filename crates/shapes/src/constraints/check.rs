//! A walk through an input that notes every constraint that is broken.

use super::path::{Step, render};
use super::show::{Show, shown};
use super::{MOST_TOLD, pattern};
use crate::{
    Dialect, Items, Kind, Length, Member, Pairs, Range, Serializer, Shape, StringRules, Timestamp,
};
use std::collections::BTreeSet;

/// What was found.
#[derive(Default)]
pub(super) struct Violations {
    /// Each violation in AWS's words.
    pub(super) told: Vec<String>,
    /// The service's own words for a name with strange letters.
    pub(super) strange_name: Option<String>,
}

/// Walks with the path to where it stands.
#[derive(Default)]
pub(super) struct Checker {
    path: Vec<Step>,
    missing: BTreeSet<String>,
    found: Violations,
    dialect: Option<&'static Dialect>,
    /// Only asks whether anything is broken, which nearly never is: keeps no path and no words.
    only_asks: bool,
    is_broken: bool,
}

impl Checker {
    /// Whether an input that was read whole breaks nothing.
    pub(super) fn is_sound(input: &dyn Shape) -> bool {
        let mut checker = Self { only_asks: true, ..Self::default() };
        checker.members(input);
        !checker.is_broken
    }

    pub(super) fn run(
        input: &dyn Shape,
        missing: Vec<String>,
        dialect: &'static Dialect,
    ) -> Violations {
        let (missing, dialect) = (missing.into_iter().collect(), Some(dialect));
        let mut checker = Self { missing, dialect, ..Self::default() };
        checker.members(input);
        for path in std::mem::take(&mut checker.missing) {
            checker.null(&path);
        }
        checker.found
    }

    fn members(&mut self, value: &dyn Shape) {
        for (index, member) in value.schema().members.iter().enumerate() {
            self.inside(
                || Step::Member(member.name),
                |checker| {
                    if !checker.is_missing() {
                        value.write_member(index, member, checker);
                    }
                },
            );
        }
    }

    fn inside(&mut self, step: impl FnOnce() -> Step, look: impl FnOnce(&mut Self)) {
        if self.only_asks {
            if !self.is_broken {
                look(self);
            }
            return;
        }
        self.path.push(step());
        look(self);
        self.path.pop();
    }

    /// The value where it stands was absent; says so if so.
    fn is_missing(&mut self) -> bool {
        if self.missing.is_empty() {
            return false;
        }
        let path = render(&self.path);
        let missing = self.missing.remove(&path);
        if missing {
            self.null(&path);
        }
        missing
    }

    fn null(&mut self, path: &str) {
        self.found.told.push(format!(
            "Value null at '{path}' failed to satisfy constraint: Member must not be null"
        ));
    }

    /// Tells of broken constraints of the value where it stands.
    fn tell(&mut self, shown: Option<&str>, broken: &[String]) {
        self.is_broken = true;
        if self.only_asks || self.found.told.len() >= MOST_TOLD {
            return;
        }
        let path = render(&self.path);
        let value = shown.map(|text| format!(" '{text}'")).unwrap_or_default();
        self.found.told.extend(broken.iter().map(|constraint| {
            format!("Value{value} at '{path}' failed to satisfy constraint: {constraint}")
        }));
    }

    /// Whether a scalar satisfies what its position demands, without telling.
    fn allows(at: &'static Member, value: &dyn crate::Write) -> bool {
        let mut probe = Self { only_asks: true, ..Self::default() };
        value.write(at, &mut probe);
        !probe.is_broken
    }
}

fn least_length(min: u64) -> String {
    format!("Member must have length greater than or equal to {min}")
}

fn greatest_length(max: u64) -> String {
    format!("Member must have length less than or equal to {max}")
}

fn in_pattern(pattern: &str) -> String {
    format!("Member must satisfy regular expression pattern: {pattern}")
}

fn in_values(values: &[&str]) -> String {
    format!("Member must satisfy enum value set: [{}]", values.join(", "))
}

fn broken_length(length: u64, bounds: Length) -> Vec<String> {
    let too_long = bounds.max.filter(|max| length > *max).map(greatest_length);
    let too_short = bounds.min.filter(|min| length < *min).map(least_length);
    too_long.into_iter().chain(too_short).collect()
}

/// The length of text as Java counts it, in UTF-16 units.
fn units(text: &str) -> u64 {
    if text.is_ascii() { text.len() as u64 } else { text.encode_utf16().count() as u64 }
}

fn broken_text(rules: &StringRules, value: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !rules.values.is_empty() && !rules.values.contains(&value) {
        broken.push(in_values(rules.values));
    }
    if let Some(pattern) = rules.pattern.filter(|pattern| !pattern::matches(pattern, value)) {
        broken.push(in_pattern(pattern));
    }
    broken.extend(broken_length(units(value), rules.length));
    broken
}

/// What is broken of a text that has listed values, as the service says it.
fn in_dialect(
    member: &str,
    rules: &StringRules,
    dialect: &Dialect,
    mut broken: Vec<String>,
) -> Vec<String> {
    let models = in_values(rules.values);
    if dialect.own_values.contains(&member) {
        broken.retain(|told| *told != models);
    }
    let own = dialect.values_as_told.iter().find(|(of, _)| *of == member);
    if let Some((_, values)) = own {
        let told = broken.iter_mut().filter(|told| **told == models);
        told.for_each(|told| *told = in_values(values));
    }
    broken
}

fn broken_range(value: i64, range: Range) -> Vec<String> {
    let above = range.max.filter(|max| value > *max);
    let below = range.min.filter(|min| value < *min);
    let above = above.map(|max| format!("Member must have value less than or equal to {max}"));
    let below = below.map(|min| format!("Member must have value greater than or equal to {min}"));
    above.into_iter().chain(below).collect()
}

/// All that a scalar position demands, as it is listed for items, keys and values.
fn demands(kind: &Kind) -> String {
    let of_length = |bounds: Length| {
        let greatest = bounds.max.map(greatest_length);
        greatest.into_iter().chain(bounds.min.map(least_length)).collect::<Vec<_>>()
    };
    let all = match kind {
        Kind::String(rules) => {
            let mut all = of_length(rules.length);
            all.extend(rules.pattern.map(in_pattern));
            if !rules.values.is_empty() {
                all.push(in_values(rules.values));
            }
            all
        }
        Kind::Blob(bounds) => of_length(*bounds),
        Kind::Integer(range) => {
            let most =
                range.max.map(|it| format!("Member must have value less than or equal to {it}"));
            let least =
                range.min.map(|it| format!("Member must have value greater than or equal to {it}"));
            most.into_iter().chain(least).collect()
        }
        _ => Vec::new(),
    };
    format!("[{}]", all.join(", "))
}

fn is_scalar(kind: &Kind) -> bool {
    !matches!(kind, Kind::Structure(_) | Kind::List(_) | Kind::Map(_))
}

fn is_secret(kind: &Kind) -> bool {
    matches!(kind, Kind::String(rules) if rules.sensitive)
}

impl Serializer for Checker {
    fn boolean(&mut self, _: &'static Member, _: bool) {}

    fn integer(&mut self, at: &'static Member, value: i64) {
        let Kind::Integer(range) = &at.kind else { return };
        let broken = broken_range(value, *range);
        if !broken.is_empty() {
            self.tell(Some(&value.to_string()), &broken);
        }
    }

    fn float(&mut self, _: &'static Member, _: f64) {}

    fn string(&mut self, at: &'static Member, value: &str) {
        let Kind::String(rules) = &at.kind else { return };
        let mut broken = broken_text(rules, value);
        if let Some(dialect) = self.dialect
            && !broken.is_empty()
            && !rules.values.is_empty()
        {
            broken = in_dialect(at.name, rules, dialect, broken);
        }
        if broken.is_empty() {
            return;
        }
        let strange = self.dialect.and_then(|dialect| dialect.strange_name.as_ref());
        if let Some(strange) = strange
            && rules.pattern == Some(strange.pattern)
            && !value.is_empty()
            && !pattern::matches(strange.pattern, value)
        {
            self.found.strange_name = Some((strange.words)(&render(&self.path)));
        }
        self.tell((!rules.sensitive).then(|| shown(value)), &broken);
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        let Kind::Blob(bounds) = &at.kind else { return };
        let broken = broken_length(value.len() as u64, *bounds);
        if !broken.is_empty() {
            let mut show = Show::default();
            show.blob(at, value);
            self.tell(Some(&show.0), &broken);
        }
    }

    fn timestamp(&mut self, _: &'static Member, _: Timestamp) {}

    fn structure(&mut self, _: &'static Member, value: &dyn Shape) {
        self.members(value);
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        let mut broken = broken_length(value.len() as u64, list.length);
        let scalars = is_scalar(&list.item.kind);
        let mut number = 0;
        let mut all_allowed = true;
        value.each(&mut |item| {
            number += 1;
            if scalars {
                all_allowed &= Self::allows(&list.item, item);
            } else {
                self.inside(|| Step::Item(number), |checker| item.write(&list.item, checker));
            }
        });
        if !all_allowed {
            let demands = demands(&list.item.kind);
            broken.push(format!("Member must satisfy constraint: {demands}"));
        }
        if !broken.is_empty() {
            let text = (!is_secret(&list.item.kind)).then(|| Show::list(at, value));
            self.tell(text.as_deref(), &broken);
        }
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let Kind::Map(map) = &at.kind else { return };
        let mut broken = broken_length(value.len() as u64, map.length);
        let scalars = is_scalar(&map.value.kind);
        let (mut keys_allowed, mut values_allowed) = (true, true);
        value.each(&mut |key, item| {
            if let Kind::String(rules) = &map.key.kind {
                keys_allowed &= broken_text(rules, key).is_empty();
            }
            if scalars {
                values_allowed &= Self::allows(&map.value, item);
            } else {
                self.inside(|| Step::key(key), |checker| item.write(&map.value, checker));
            }
        });
        if !keys_allowed {
            broken.push(format!("Map keys must satisfy constraint: {}", demands(&map.key.kind)));
        }
        if !values_allowed {
            broken.push(format!("Map value must satisfy constraint: {}", demands(&map.value.kind)));
        }
        if !broken.is_empty() {
            let secret = is_secret(&map.key.kind) || is_secret(&map.value.kind);
            let text = (!secret).then(|| Show::map(at, value));
            self.tell(text.as_deref(), &broken);
        }
    }
}

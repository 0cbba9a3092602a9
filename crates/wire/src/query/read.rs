//! From forms into shapes: `Tags.member.1.Key=…` (AWS Query protocol).

use crate::text;
use crate::trace::{Seen, Step, Trace};
use bytes::Bytes;
use shapes::{DecodeError, Deserializer, Forms, Kind, Member, Shape, Timestamp, TimestampFormat};
use std::collections::{BTreeMap, BTreeSet};

/// A form's pairs by key; of equal keys the last counts.
pub(crate) type Form = BTreeMap<String, String>;

/// Fills the members of `into`; `forms` says how they are called, where the model does not.
pub(crate) fn read(
    form: &Form,
    forms: Option<&'static Forms>,
    into: &mut dyn Shape,
    seen: &mut Seen,
    trace: &mut Trace,
) -> Result<(), DecodeError> {
    let trace_so_far = std::mem::take(trace);
    let mut reader = Reader { form, forms, prefix: String::new(), trace: trace_so_far };
    reader.members(into, seen)?;
    *trace = reader.trace;
    Ok(())
}

/// Stands at the key `prefix` and all keys that begin with it and a dot.
struct Reader<'a> {
    form: &'a Form,
    forms: Option<&'static Forms>,
    prefix: String,
    trace: Trace,
}

impl Reader<'_> {
    fn value(&self) -> &str {
        self.form.get(&self.prefix).map_or("", String::as_str)
    }

    /// Something stands at `prefix` or below it.
    fn is_present(&self) -> bool {
        self.form.contains_key(&self.prefix) || self.below().next().is_some()
    }

    /// What follows `prefix` and a dot in the keys.
    fn below(&self) -> impl Iterator<Item = &str> {
        let start = format!("{}.", self.prefix);
        self.form.range(start.clone()..).map_while(move |(key, _)| key.strip_prefix(start.as_str()))
    }

    /// The last part of `prefix`.
    fn own_name(&self) -> &str {
        self.prefix.rsplit('.').next().unwrap_or_default()
    }

    fn push(&mut self, part: &str) -> usize {
        let length = self.prefix.len();
        if !self.prefix.is_empty() {
            self.prefix.push('.');
        }
        self.prefix.push_str(part);
        length
    }

    fn members(&mut self, into: &mut dyn Shape, seen: &mut Seen) -> Result<(), DecodeError> {
        for (index, member) in into.schema().members.iter().enumerate() {
            let mut length = self.push(self.forms.map_or(member.wire, |it| it.name(member)));
            if self.forms.is_some() && !self.is_present() {
                self.prefix.truncate(length);
                length = self.push(member.wire);
            }
            if self.is_present() {
                seen.note(index);
                self.trace.enter(Step::Member(member.name))?;
                into.read_member(index, member, self)?;
                self.trace.leave();
            }
            self.prefix.truncate(length);
        }
        Ok(())
    }

    /// The numbers that follow `prefix`, in their order; one is read only as it is usually written.
    fn numbers(&self) -> BTreeSet<u32> {
        let number = |rest: &str| {
            let part = rest.split('.').next()?;
            part.parse().ok().filter(|number: &u32| number.to_string() == part)
        };
        self.below().filter_map(number).collect()
    }
}

/// What stands between a list's name and its numbers, and what replaces its own name.
fn item_part(at: &'static Member, item: &'static Member) -> Option<&'static str> {
    (!at.flattened).then_some(item.wire)
}

impl Deserializer for Reader<'_> {
    fn boolean(&mut self, at: &'static Member) -> Result<bool, DecodeError> {
        text::boolean(at, self.value())
    }

    fn integer(&mut self, at: &'static Member) -> Result<i64, DecodeError> {
        text::integer(at, self.value())
    }

    fn float(&mut self, at: &'static Member) -> Result<f64, DecodeError> {
        text::float(at, self.value())
    }

    fn string(&mut self, _: &'static Member) -> Result<String, DecodeError> {
        Ok(self.value().to_owned())
    }

    fn blob(&mut self, at: &'static Member) -> Result<Bytes, DecodeError> {
        text::blob(at, self.value())
    }

    fn timestamp(&mut self, at: &'static Member) -> Result<Timestamp, DecodeError> {
        text::timestamp(at, self.value(), TimestampFormat::Iso8601)
    }

    fn structure(&mut self, _: &'static Member, into: &mut dyn Shape) -> Result<(), DecodeError> {
        let mut seen = Seen::default();
        self.members(into, &mut seen)?;
        self.trace.close(into.schema(), seen);
        Ok(())
    }

    fn list(
        &mut self,
        at: &'static Member,
        each: &mut dyn FnMut(&mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let Kind::List(list) = &at.kind else { return Ok(()) };
        let outer = self.prefix.len();
        if let Some(part) = item_part(at, &list.item) {
            self.push(part);
        }
        for (number, written) in (1..).zip(self.numbers()) {
            let length = self.push(&written.to_string());
            self.trace.enter(Step::Item(number))?;
            each(self)?;
            self.trace.leave();
            self.prefix.truncate(length);
        }
        self.prefix.truncate(outer);
        Ok(())
    }

    fn map(
        &mut self,
        at: &'static Member,
        each: &mut dyn FnMut(String, &mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let Kind::Map(map) = &at.kind else { return Ok(()) };
        let outer = self.prefix.len();
        let names = self.forms.map(|forms| (forms.key(self.own_name()), "Value"));
        let (key_name, value_name) = names.unwrap_or((map.key.wire, map.value.wire));
        if !at.flattened {
            self.push("entry");
        }
        for number in self.numbers() {
            let length = self.push(&number.to_string());
            let entry = self.push(key_name);
            let key = self.value().to_owned();
            self.prefix.truncate(entry);
            self.push(value_name);
            self.trace.enter(Step::key(&key))?;
            each(key, self)?;
            self.trace.leave();
            self.prefix.truncate(length);
        }
        self.prefix.truncate(outer);
        Ok(())
    }

    fn pass_over(&mut self, _: &'static Member) -> Result<(), DecodeError> {
        Ok(())
    }
}

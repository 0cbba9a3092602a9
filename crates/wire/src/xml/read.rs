//! From XML into shapes.

use super::guide::{element_name, local};
use super::tree::{Element, malformed, parse};
use crate::text;
use crate::trace::{Seen, Step, Trace};
use bytes::Bytes;
use shapes::{DecodeError, Deserializer, Kind, Member, Shape, Timestamp, TimestampFormat};

/// Fills `into` from a document whose root is `name`.
pub(crate) fn read(
    body: &[u8],
    name: &str,
    into: &mut dyn Shape,
    seen: &mut Seen,
    trace: &mut Trace,
) -> Result<(), DecodeError> {
    let root = parse(body, name, into.schema())?;
    let mut reader = Reader { at: vec![&root], trace: std::mem::take(trace) };
    reader.members(into, seen)?;
    *trace = reader.trace;
    Ok(())
}

/// Stands at one element, or at all elements of a flattened list.
struct Reader<'a> {
    at: Vec<&'a Element>,
    trace: Trace,
}

impl<'a> Reader<'a> {
    fn first(&self) -> Option<&'a Element> {
        self.at.first().copied()
    }

    fn text(&self) -> &'a str {
        self.first().map_or("", |element| element.text.as_str())
    }

    /// Reads with the reader standing at `elements`.
    fn within<T>(
        &mut self,
        elements: Vec<&'a Element>,
        step: Step,
        read: impl FnOnce(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        self.trace.enter(step)?;
        let outer = std::mem::replace(&mut self.at, elements);
        let result = read(self)?;
        self.at = outer;
        self.trace.leave();
        Ok(result)
    }

    fn members(&mut self, into: &mut dyn Shape, seen: &mut Seen) -> Result<(), DecodeError> {
        let Some(element) = self.first() else { return Ok(()) };
        for (index, member) in into.schema().members.iter().enumerate() {
            if member.xml_attribute {
                let found = element.attributes.iter().find(|(name, _)| *name == member.wire);
                let Some((_, value)) = found else { continue };
                let held = Element { text: value.clone(), ..Element::default() };
                seen.note(index);
                let mut reader = Reader { at: vec![&held], trace: Trace::default() };
                into.read_member(index, member, &mut reader)?;
                continue;
            }
            let own = element_name(member);
            let mine: Vec<&'a Element> =
                element.children.iter().filter(|child| Some(child.name) == own).collect();
            if !mine.is_empty() {
                seen.note(index);
                let step = Step::Member(member.name);
                self.within(mine, step, |reader| into.read_member(index, member, reader))?;
            }
        }
        Ok(())
    }

    /// The elements that are a list's items or a map's entries.
    fn inner(&self, flattened: bool, name: &'static str) -> Vec<&'a Element> {
        if flattened {
            return self.at.clone();
        }
        let children = self.first().map_or(&[][..], |element| &element.children);
        children.iter().filter(|child| child.name == local(name)).collect()
    }
}

impl Deserializer for Reader<'_> {
    fn boolean(&mut self, at: &'static Member) -> Result<bool, DecodeError> {
        text::boolean(at, self.text())
    }

    fn integer(&mut self, at: &'static Member) -> Result<i64, DecodeError> {
        text::integer(at, self.text())
    }

    fn float(&mut self, at: &'static Member) -> Result<f64, DecodeError> {
        text::float(at, self.text())
    }

    fn string(&mut self, _: &'static Member) -> Result<String, DecodeError> {
        Ok(self.text().to_owned())
    }

    fn blob(&mut self, at: &'static Member) -> Result<Bytes, DecodeError> {
        text::blob(at, self.text())
    }

    fn timestamp(&mut self, at: &'static Member) -> Result<Timestamp, DecodeError> {
        text::timestamp(at, self.text(), TimestampFormat::Iso8601)
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
        for (number, item) in (1..).zip(self.inner(at.flattened, list.item.wire)) {
            self.within(vec![item], Step::Item(number), |reader| each(reader))?;
        }
        Ok(())
    }

    fn map(
        &mut self,
        at: &'static Member,
        each: &mut dyn FnMut(String, &mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        let Kind::Map(map) = &at.kind else { return Ok(()) };
        for entry in self.inner(at.flattened, "entry") {
            let child =
                |name: &'static str| entry.children.iter().find(|child| child.name == local(name));
            let (Some(key), Some(value)) = (child(map.key.wire), child(map.value.wire)) else {
                return Err(DecodeError::new(format!("An entry of {} is incomplete", at.wire)));
            };
            let key = key.text.clone();
            self.within(vec![value], Step::key(&key), |reader| each(key, reader))?;
        }
        Ok(())
    }

    fn pass_over(&mut self, _: &'static Member) -> Result<(), DecodeError> {
        Err(malformed())
    }
}

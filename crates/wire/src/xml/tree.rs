//! A parsed XML document, of which only what the model knows is kept.
//!
//! An empty element is four bytes on the wire and a hundred in memory. So the model leads the
//! parser: what it does not know is refused, what it would not read is passed over, and a list
//! ends where the model or the service ends it.

use super::guide::Guide;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use shapes::{DecodeError, Structure};

/// How deep elements may nest.
const MAX_DEPTH: usize = 64;
/// The most attributes of an element. Each is compared with those before it.
const MAX_ATTRIBUTES: usize = 64;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name in the model, without a namespace's prefix.
    pub(super) name: &'static str,
    /// Those of its attributes that the model knows, names as written.
    pub(super) attributes: Vec<(&'static str, String)>,
    /// The elements inside it.
    pub(super) children: Vec<Element>,
    /// Its text.
    pub(super) text: String,
}

pub(super) fn malformed() -> DecodeError {
    DecodeError::new(
        "The XML you provided was not well-formed or did not validate against our published schema",
    )
}

/// Parses a document whose root is `name` and holds a `structure`. Document types are refused, and
/// with them all entities but XML's own five; so are control characters, which a document can hold
/// only as references (XML 1.0, "Char").
pub(super) fn parse(
    body: &[u8],
    name: &str,
    structure: &'static Structure,
) -> Result<Element, DecodeError> {
    let text = std::str::from_utf8(body).map_err(|_| malformed())?;
    if body.iter().any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Err(malformed());
    }
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut parser = Parser::new(name, structure);
    loop {
        match reader.read_event().map_err(|_| malformed())? {
            Event::Start(start) => parser.open(&start)?,
            Event::Empty(start) => {
                parser.open(&start)?;
                parser.close()?;
            }
            Event::End(_) => parser.close()?,
            Event::Text(text) => parser.text(&text.xml10_content())?,
            Event::CData(text) => parser.text(&text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref().map_err(|_| malformed())? {
                    Some(letter) => letter,
                    None => entity(&reference.xml10_content())?,
                };
                parser.text(letter.encode_utf8(&mut [0; 4]))?;
            }
            Event::DocType(_) => return Err(malformed()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => return parser.root(),
        }
    }
}

/// An element that has begun.
struct Frame {
    element: Element,
    guide: Guide,
    /// How many elements of each member were met, by the member's index.
    met: Vec<u64>,
}

struct Parser<'a> {
    /// The root's name.
    name: &'a str,
    structure: &'static Structure,
    root: Option<Element>,
    open: Vec<Frame>,
    /// How many elements are open inside the innermost one without being kept.
    passed: usize,
}

impl<'a> Parser<'a> {
    fn new(name: &'a str, structure: &'static Structure) -> Self {
        Self { name, structure, root: None, open: Vec::new(), passed: 0 }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), DecodeError> {
        if self.open.len() + self.passed >= MAX_DEPTH {
            return Err(malformed());
        }
        let local = start.local_name();
        let kept = match self.open.last_mut() {
            _ if self.passed > 0 => None,
            Some(frame) => {
                frame.guide.child(local.as_ref(), &frame.element.children, &mut frame.met)?
            }
            None if local.as_ref() == self.name && self.root.is_none() => {
                Some(("", Guide::Structure(self.structure)))
            }
            None => return Err(malformed()),
        };
        let known = kept.as_ref().and_then(|(_, guide)| guide.structure());
        let attributes = attributes(start, known)?;
        match kept {
            Some((name, guide)) => {
                let element = Element { name, attributes, ..Element::default() };
                self.open.push(Frame { element, guide, met: Vec::new() });
            }
            None => self.passed += 1,
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), DecodeError> {
        if self.passed > 0 {
            self.passed -= 1;
            return Ok(());
        }
        let mut done = self.open.pop().ok_or_else(malformed)?.element;
        // A vector begins with room for four.
        done.children.shrink_to_fit();
        match self.open.last_mut() {
            Some(frame) => frame.element.children.push(done),
            None => self.root = Some(done),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), DecodeError> {
        match self.open.last_mut() {
            _ if self.passed > 0 => {}
            Some(frame) if frame.guide.has_text() => frame.element.text.push_str(text),
            Some(_) => {}
            None if text.trim().is_empty() => {}
            None => return Err(malformed()),
        }
        Ok(())
    }

    fn root(self) -> Result<Element, DecodeError> {
        match (self.root, self.open.is_empty()) {
            (Some(root), true) => Ok(root),
            _ => Err(malformed()),
        }
    }
}

/// The attributes of an element that its structure knows. All must be well-formed.
fn attributes(
    start: &BytesStart<'_>,
    known: Option<&'static Structure>,
) -> Result<Vec<(&'static str, String)>, DecodeError> {
    let mut kept = Vec::new();
    for (number, attribute) in start.attributes().enumerate() {
        let attribute = attribute.map_err(|_| malformed())?;
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .map_err(|_| malformed())?;
        if number >= MAX_ATTRIBUTES {
            return Err(malformed());
        }
        let mut members = known.map_or(&[][..], |structure| structure.members).iter();
        let member = members.find(|it| it.xml_attribute && it.wire == attribute.key.as_ref());
        if let Some(member) = member {
            kept.push((member.wire, value.into_owned()));
        }
    }
    Ok(kept)
}

fn entity(name: &str) -> Result<char, DecodeError> {
    match name {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(malformed()),
    }
}

//! A parsed XML document.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use shapes::DecodeError;

/// How deep elements may nest.
const MAX_DEPTH: usize = 64;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without a namespace's prefix.
    pub(super) name: String,
    /// Its attributes, names as written.
    pub(super) attributes: Vec<(String, String)>,
    /// The elements inside it.
    pub(super) children: Vec<Element>,
    /// Its text.
    pub(super) text: String,
}

fn malformed() -> DecodeError {
    DecodeError::new(
        "The XML you provided was not well-formed or did not validate against our published schema",
    )
}

/// Parses a document. Document types are refused, and with them all entities but XML's own five;
/// so are control characters, which a document can hold only as references (XML 1.0, "Char").
pub(super) fn parse(body: &[u8]) -> Result<Element, DecodeError> {
    let text = std::str::from_utf8(body).map_err(|_| malformed())?;
    if body.iter().any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Err(malformed());
    }
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|_| malformed())? {
            Event::Start(start) => {
                if open.len() > MAX_DEPTH {
                    return Err(malformed());
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => {
                let empty = element(&start)?;
                innermost(&mut open)?.children.push(empty);
            }
            Event::End(_) => {
                let done = open.pop().ok_or_else(malformed)?;
                innermost(&mut open)?.children.push(done);
            }
            Event::Text(text) => innermost(&mut open)?.text.push_str(&text.xml10_content()),
            Event::CData(text) => innermost(&mut open)?.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref().map_err(|_| malformed())? {
                    Some(letter) => letter,
                    None => entity(&reference.xml10_content())?,
                };
                innermost(&mut open)?.text.push(letter);
            }
            Event::DocType(_) => return Err(malformed()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => return root(open),
        }
    }
}

fn innermost(open: &mut [Element]) -> Result<&mut Element, DecodeError> {
    open.last_mut().ok_or_else(malformed)
}

fn element(start: &BytesStart<'_>) -> Result<Element, DecodeError> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| malformed())?;
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .map_err(|_| malformed())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    let name = start.local_name().as_ref().to_owned();
    Ok(Element { name, attributes, ..Element::default() })
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

/// The one element of a document that has ended.
fn root(open: Vec<Element>) -> Result<Element, DecodeError> {
    let [document] = <[Element; 1]>::try_from(open).map_err(|_| malformed())?;
    if !document.text.trim().is_empty() {
        return Err(malformed());
    }
    let [root] = <[Element; 1]>::try_from(document.children).map_err(|_| malformed())?;
    Ok(root)
}

//! From paths, query strings and headers into shapes.

use crate::text;
use crate::trace::Seen;
use bytes::Bytes;
use http::HeaderMap;
use shapes::{
    DecodeError, Deserializer, Kind, Location, Member, Shape, Timestamp, TimestampFormat,
};

/// The most items that are read of a header's list: one more than a list may have at most.
const MAX_PARTS: usize = 10_001;

/// The pairs of a query string, decoded.
pub(crate) type Query = Vec<(String, String)>;

/// Which member could not be read, with its text, and why.
pub(crate) struct Refused {
    pub(crate) member: &'static Member,
    pub(crate) value: String,
    pub(crate) error: DecodeError,
}

/// Fills the members that stand in the path, the query string and the headers.
pub(crate) fn bind(
    labels: &[(&'static str, String)],
    query: &Query,
    headers: &HeaderMap,
    into: &mut dyn Shape,
    seen: &mut Seen,
) -> Result<(), Refused> {
    for (index, member) in into.schema().members.iter().enumerate() {
        let mut reader = match member.location {
            Location::Uri => one(labels.iter().find(|(name, _)| *name == member.wire)),
            Location::Query => of_query(member, query),
            Location::Header => of_header(member, headers),
            Location::Headers => of_prefix(member.wire, headers),
            Location::Body | Location::Status | Location::EventHeader => continue,
        };
        reader.in_header = matches!(member.location, Location::Header | Location::Headers);
        if reader.values.is_empty() && reader.pairs.is_empty() {
            continue;
        }
        seen.note(index);
        if let Err(error) = into.read_member(index, member, &mut reader) {
            let value = reader.values.into_iter().next().unwrap_or_default();
            return Err(Refused { member, value, error });
        }
    }
    Ok(())
}

fn one(label: Option<&(&'static str, String)>) -> TextReader {
    TextReader {
        values: label.map(|(_, text)| text.clone()).into_iter().collect(),
        ..TextReader::default()
    }
}

fn of_query(member: &'static Member, query: &Query) -> TextReader {
    if matches!(member.kind, Kind::Map(_)) {
        return TextReader { pairs: query.clone(), ..TextReader::default() };
    }
    // Who may leave a number out may leave it empty.
    let keeps_empty = member.required || !matches!(member.kind, Kind::Integer(_));
    let values = query
        .iter()
        .filter(|(key, value)| key == member.wire && (keeps_empty || !value.is_empty()));
    TextReader { values: values.map(|(_, value)| value.clone()).collect(), ..TextReader::default() }
}

/// A header's text: UTF-8, else Latin-1.
fn header_text(value: &http::HeaderValue) -> String {
    match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => text.to_owned(),
        Err(_) => value.as_bytes().iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn of_header(member: &'static Member, headers: &HeaderMap) -> TextReader {
    // A request has few headers and a shape many members: this is quicker than the map.
    let own = headers.iter().filter(|(name, _)| name.as_str().eq_ignore_ascii_case(member.wire));
    let all: Vec<String> = own.map(|(_, value)| header_text(value)).collect();
    let values = if matches!(member.kind, Kind::List(_)) {
        let parts = all.iter().flat_map(|line| line.split(',')).map(str::trim);
        parts.take(MAX_PARTS).map(str::to_owned).collect()
    } else if all.is_empty() {
        Vec::new()
    } else {
        vec![all.join(",")]
    };
    TextReader { values, ..TextReader::default() }
}

fn of_prefix(prefix: &str, headers: &HeaderMap) -> TextReader {
    let prefix = prefix.to_ascii_lowercase();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for name in headers.keys() {
        if let Some(rest) = name.as_str().strip_prefix(&prefix).filter(|rest| !rest.is_empty()) {
            let all: Vec<String> = headers.get_all(name).iter().map(header_text).collect();
            pairs.push((rest.to_owned(), all.join(",")));
        }
    }
    TextReader { pairs, ..TextReader::default() }
}

/// Stands at text outside the body.
#[derive(Default)]
struct TextReader {
    values: Vec<String>,
    pairs: Vec<(String, String)>,
    in_header: bool,
}

impl TextReader {
    fn first(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }
}

impl Deserializer for TextReader {
    fn boolean(&mut self, at: &'static Member) -> Result<bool, DecodeError> {
        text::boolean(at, self.first())
    }

    fn integer(&mut self, at: &'static Member) -> Result<i64, DecodeError> {
        text::integer(at, self.first())
    }

    fn float(&mut self, at: &'static Member) -> Result<f64, DecodeError> {
        text::float(at, self.first())
    }

    fn string(&mut self, _: &'static Member) -> Result<String, DecodeError> {
        Ok(self.first().to_owned())
    }

    fn blob(&mut self, at: &'static Member) -> Result<Bytes, DecodeError> {
        text::blob(at, self.first())
    }

    fn timestamp(&mut self, at: &'static Member) -> Result<Timestamp, DecodeError> {
        let usual = if self.in_header { TimestampFormat::Rfc822 } else { TimestampFormat::Iso8601 };
        text::timestamp(at, self.first(), usual)
    }

    fn structure(&mut self, at: &'static Member, _: &mut dyn Shape) -> Result<(), DecodeError> {
        Err(DecodeError::new(format!("'{}' cannot stand outside the body", at.name)))
    }

    fn list(
        &mut self,
        _: &'static Member,
        each: &mut dyn FnMut(&mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        for value in &self.values {
            let values = vec![value.clone()];
            each(&mut TextReader { values, pairs: Vec::new(), in_header: self.in_header })?;
        }
        Ok(())
    }

    fn map(
        &mut self,
        _: &'static Member,
        each: &mut dyn FnMut(String, &mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        for (key, value) in &self.pairs {
            let values = vec![value.clone()];
            let mut reader = TextReader { values, pairs: Vec::new(), in_header: self.in_header };
            each(key.clone(), &mut reader)?;
        }
        Ok(())
    }

    fn pass_over(&mut self, at: &'static Member) -> Result<(), DecodeError> {
        Err(DecodeError::new(format!("There are too many of '{}'", at.name)))
    }
}

/// Stands at a body that is one blob or text.
pub(crate) struct PayloadReader(pub(crate) Bytes);

impl PayloadReader {
    fn refuse<T>(&self, at: &'static Member) -> Result<T, DecodeError> {
        Err(DecodeError::new(format!("'{}' cannot be a whole body", at.name)))
    }
}

impl Deserializer for PayloadReader {
    fn boolean(&mut self, at: &'static Member) -> Result<bool, DecodeError> {
        self.refuse(at)
    }

    fn integer(&mut self, at: &'static Member) -> Result<i64, DecodeError> {
        self.refuse(at)
    }

    fn float(&mut self, at: &'static Member) -> Result<f64, DecodeError> {
        self.refuse(at)
    }

    fn string(&mut self, at: &'static Member) -> Result<String, DecodeError> {
        let text = String::from_utf8(self.0.to_vec());
        text.map_err(|_| DecodeError::new(format!("'{}' is not UTF-8", at.name)))
    }

    fn blob(&mut self, _: &'static Member) -> Result<Bytes, DecodeError> {
        Ok(self.0.clone())
    }

    fn timestamp(&mut self, at: &'static Member) -> Result<Timestamp, DecodeError> {
        self.refuse(at)
    }

    fn structure(&mut self, at: &'static Member, _: &mut dyn Shape) -> Result<(), DecodeError> {
        self.refuse(at)
    }

    fn list(
        &mut self,
        at: &'static Member,
        _: &mut dyn FnMut(&mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.refuse(at)
    }

    fn map(
        &mut self,
        at: &'static Member,
        _: &mut dyn FnMut(String, &mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.refuse(at)
    }

    fn pass_over(&mut self, at: &'static Member) -> Result<(), DecodeError> {
        self.refuse(at)
    }
}

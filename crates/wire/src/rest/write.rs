//! From shapes into headers and the status.

use crate::text::format_of;
use http::{HeaderMap, HeaderName, HeaderValue};
use shapes::{Items, Kind, Location, Member, Pairs, Serializer, Shape, Timestamp, TimestampFormat};

/// Takes the members of an output that stand in headers or are the status.
#[derive(Default)]
pub(crate) struct HeaderWriter {
    pub(crate) headers: HeaderMap,
    pub(crate) status: Option<u16>,
    /// Collects the items of a list instead of writing them.
    items: Option<Vec<String>>,
}

impl HeaderWriter {
    /// Writes all such members of `output`.
    pub(crate) fn write(output: &dyn Shape) -> Self {
        let mut writer = Self::default();
        for (index, member) in output.schema().members.iter().enumerate() {
            if matches!(member.location, Location::Header | Location::Headers | Location::Status) {
                output.write_member(index, member, &mut writer);
            }
        }
        writer
    }

    fn put(&mut self, at: &'static Member, value: &str) {
        match &mut self.items {
            Some(items) => items.push(value.to_owned()),
            None => self.header(at.wire, value),
        }
    }

    fn header(&mut self, name: &str, value: &str) {
        // A name or value that cannot stand in a header is dropped or made printable, since the
        // answer must not fail for it.
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else { return };
        self.headers.insert(name, header_value(value));
    }
}

/// A header's value; control characters become spaces.
pub(crate) fn header_value(text: &str) -> HeaderValue {
    HeaderValue::from_bytes(text.as_bytes()).unwrap_or_else(|_| {
        let printable: String =
            text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        HeaderValue::from_bytes(printable.as_bytes())
            .unwrap_or_else(|_| HeaderValue::from_static(""))
    })
}

impl Serializer for HeaderWriter {
    fn boolean(&mut self, at: &'static Member, value: bool) {
        self.put(at, if value { "true" } else { "false" });
    }

    fn integer(&mut self, at: &'static Member, value: i64) {
        if at.location == Location::Status {
            self.status = u16::try_from(value).ok();
        } else {
            self.put(at, &value.to_string());
        }
    }

    fn float(&mut self, at: &'static Member, value: f64) {
        self.put(at, &value.to_string());
    }

    fn string(&mut self, at: &'static Member, value: &str) {
        self.put(at, value);
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        self.put(at, &base64_simd::STANDARD.encode_to_string(value));
    }

    fn timestamp(&mut self, at: &'static Member, value: Timestamp) {
        let text = match format_of(at, TimestampFormat::Rfc822) {
            TimestampFormat::Rfc822 => value.http_date(),
            TimestampFormat::Iso8601 => value.iso8601_millis(),
            TimestampFormat::UnixTimestamp => value.seconds().to_string(),
        };
        self.put(at, &text);
    }

    fn structure(&mut self, _: &'static Member, _: &dyn Shape) {}

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        self.items = Some(Vec::new());
        value.each(&mut |item| item.write(&list.item, self));
        let items = self.items.take().unwrap_or_default();
        if !items.is_empty() {
            self.header(at.wire, &items.join(", "));
        }
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let Kind::Map(map) = &at.kind else { return };
        value.each(&mut |key, item| {
            self.items = Some(Vec::new());
            item.write(&map.value, self);
            let texts = self.items.take().unwrap_or_default();
            self.header(&format!("{}{key}", at.wire).to_ascii_lowercase(), &texts.join(", "));
        });
    }
}

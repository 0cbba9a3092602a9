//! Tags of buckets and of objects ("Categorizing your objects using tags").

use crate::copy_source::decode;
use crate::errors::{BAD_REQUEST, INVALID_TAG, invalid_argument};
use platform::{Error, Result};
use shapes::s3::Tag;
use std::collections::BTreeMap;

/// Tags by their keys.
pub(crate) type Tags = BTreeMap<String, String>;

/// What tags are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    Bucket,
    Object,
}

const MAX_KEY: usize = 128;
const MAX_VALUE: usize = 256;
const HEADER: &str = "x-amz-tagging";

impl On {
    fn check_count(self, count: usize) -> Result<()> {
        let (most, message) = match self {
            On::Bucket => (50, "Bucket tag count cannot be greater than 50"),
            On::Object => (10, "Object tags cannot be greater than 10"),
        };
        if count > most { Err(Error::new(&BAD_REQUEST, message)) } else { Ok(()) }
    }

    fn check(self, key: &str, value: &str) -> Result<()> {
        if key.starts_with("aws:") {
            let message = match self {
                On::Bucket => "System tags cannot be added/updated by requester",
                On::Object => "Your TagKey cannot be prefixed with aws:",
            };
            return Err(Error::new(&INVALID_TAG, message).with("TagKey", key));
        }
        if key.is_empty() || !is_text(key, MAX_KEY) {
            let message = "The TagKey you have provided is invalid";
            return Err(Error::new(&INVALID_TAG, message).with("TagKey", key));
        }
        if !is_text(value, MAX_VALUE) {
            let message = "The TagValue you have provided is invalid";
            let error = Error::new(&INVALID_TAG, message);
            return Err(error.with("TagKey", key).with("TagValue", value));
        }
        Ok(())
    }
}

/// Letters, digits, spaces and a few signs, at most so many.
fn is_text(text: &str, most: usize) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || c.is_whitespace() || "_.:/=+-@".contains(c);
    text.chars().count() <= most && text.chars().all(allowed)
}

/// The tags of a document.
///
/// # Errors
/// `BadRequest` for too many, `InvalidTag`.
pub(crate) fn read(given: Vec<Tag>, on: On) -> Result<Tags> {
    on.check_count(given.len())?;
    let mut tags = Tags::new();
    for Tag { key, value } in given {
        on.check(&key, &value)?;
        if tags.contains_key(&key) {
            let message = "Cannot provide multiple Tags with the same key";
            return Err(Error::new(&INVALID_TAG, message).with("TagKey", key));
        }
        tags.insert(key, value);
    }
    Ok(tags)
}

/// An object's tags from `x-amz-tagging`, written as a query is.
///
/// # Errors
/// `InvalidArgument` for what is not written so, or names a key twice; as [`read`].
pub(crate) fn of_header(header: Option<&str>) -> Result<Tags> {
    let Some(header) = header else { return Ok(Tags::new()) };
    let invalid = || {
        let message = format!(
            "The header '{HEADER}' shall be encoded as UTF-8 then URLEncoded URL query parameters \
             without tag name duplicates."
        );
        invalid_argument(message, HEADER, header)
    };
    let text = |part: &str| decode(&part.replace('+', " "));
    let mut tags = Tags::new();
    for pair in header.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        // Signs that no tag has are the tag's fault; a comma, the header's.
        let is_query = !key.is_empty() && !value.contains(',');
        let (Some(key), Some(value), true) = (text(key), text(value), is_query) else {
            return Err(invalid());
        };
        if tags.insert(key, value).is_some() {
            return Err(invalid());
        }
    }
    On::Object.check_count(tags.len())?;
    tags.iter().try_for_each(|(key, value)| On::Object.check(key, value))?;
    Ok(tags)
}

/// The tags as a document shows them.
pub(crate) fn shown(tags: &Tags) -> Vec<Tag> {
    let of = |(key, value): (&String, &String)| Tag { key: key.clone(), value: value.clone() };
    tags.iter().map(of).collect()
}

/// Whether a copy takes its tags from the request.
///
/// # Errors
/// `InvalidArgument` for an unknown directive.
pub(crate) fn replaces(directive: Option<&str>) -> Result<bool> {
    match directive {
        Some("REPLACE") => Ok(true),
        None | Some("COPY") => Ok(false),
        Some(other) => {
            Err(invalid_argument("Unknown tagging directive.", "x-amz-tagging-directive", other))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(key: &str, value: &str) -> Tag {
        Tag { key: key.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn tags_are_held_against_their_limits() {
        let code = |tags: Vec<Tag>, on| read(tags, on).map_err(|error| error.code());
        assert_eq!(code(vec![tag("a b", "ü/=+-@:._")], On::Object).unwrap().len(), 1);
        assert_eq!(code(vec![tag("a", "1"), tag("a", "2")], On::Bucket), Err("InvalidTag"));
        assert_eq!(code(vec![tag("aws:a", "1")], On::Bucket), Err("InvalidTag"));
        assert_eq!(code(vec![tag("", "1")], On::Object), Err("InvalidTag"));
        assert_eq!(code(vec![tag(&"k".repeat(129), "")], On::Object), Err("InvalidTag"));
        assert_eq!(code(vec![tag("k", &"v".repeat(257))], On::Object), Err("InvalidTag"));
        assert_eq!(code(vec![tag("k", "{")], On::Object), Err("InvalidTag"));
        let many = |count: usize| (0..count).map(|n| tag(&n.to_string(), "")).collect();
        assert!(code(many(10), On::Object).is_ok());
        assert_eq!(code(many(11), On::Object), Err("BadRequest"));
        assert!(code(many(50), On::Bucket).is_ok());
        assert_eq!(code(many(51), On::Bucket), Err("BadRequest"));
    }

    #[test]
    fn a_header_is_read_as_a_query() {
        let read = |header| of_header(Some(header)).map_err(|error| error.code());
        let tags = read("a=1&b+c=%C3%BC&d").unwrap();
        assert_eq!(
            tags,
            [("a", "1"), ("b c", "ü"), ("d", "")].map(|(k, v)| (k.into(), v.into())).into()
        );
        assert_eq!(read("").unwrap(), Tags::new());
        assert_eq!(read("a=1&a=2"), Err("InvalidArgument"));
        assert_eq!(read("a=%zz"), Err("InvalidArgument"));
        assert_eq!(read("=1"), Err("InvalidArgument"));
        assert_eq!(read("a=1,b=2"), Err("InvalidArgument"));
        assert_eq!(read("&&").unwrap(), Tags::new());
        for header in ["a?=1", "a(=1", "a*=1", "a$=1", "{}=1", "a=1?", "a=1)", "a=1#", "a=1!"] {
            assert_eq!(read(header), Err("InvalidTag"), "{header}");
        }
        assert_eq!(read("aws:a=1"), Err("InvalidTag"));
    }
}

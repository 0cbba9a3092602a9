//! Listings: entries in the order of their keys' UTF-8 bytes, those with a delimiter after the
//! prefix rolled up into common prefixes. What is rolled up is skipped, not read.

use crate::errors::{INVALID_ARGUMENT, invalid_argument};
use bytes::Bytes;
use platform::{Error, Result};
use shapes::s3::CommonPrefix;
use std::fmt::Write;
use store::KeyRange;

/// The most entries of one page.
const MAX_PAGE: i32 = 1000;

/// How many rows are read at once where a delimiter may make most of them irrelevant.
const ROWS_WITH_DELIMITER: usize = 64;

/// Rows in the order of keys.
pub(crate) trait Source {
    /// What stands under a key.
    type Item;

    /// What the rows of all keys with this prefix begin with.
    fn rows_of(&self, key_prefix: &str) -> Vec<u8>;

    /// The first rows of a range.
    fn scan(
        &self,
        range: KeyRange,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<Found<Self::Item>>>> + Send;
}

/// What was found in a row.
pub(crate) struct Found<T> {
    /// The key of the row.
    pub row: Bytes,
    /// The key that a listing shows.
    pub key: String,
    /// What stands there.
    pub item: T,
}

/// What a listing asks for.
pub(crate) struct Query<'a> {
    pub prefix: &'a str,
    /// Not empty.
    pub delimiter: Option<&'a str>,
    /// Common prefixes up to this are left out.
    pub after: &'a str,
    /// Rows up to this are left out.
    pub after_row: Option<Vec<u8>>,
    /// How many entries at most.
    pub limit: usize,
}

/// An entry of a page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Entry<T> {
    Item(String, T),
    Prefix(String),
}

/// A page of a listing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Page<T> {
    /// In order.
    pub entries: Vec<Entry<T>>,
    /// More follow.
    pub truncated: bool,
}

impl<T> Entry<T> {
    /// The key or common prefix.
    pub(crate) fn name(&self) -> &str {
        match self {
            Entry::Item(name, _) | Entry::Prefix(name) => name,
        }
    }
}

/// Lists a page.
pub(crate) async fn list<S: Source>(source: &S, query: &Query<'_>) -> Result<Page<S::Item>> {
    let mut page = Page { entries: Vec::new(), truncated: false };
    let mut range = KeyRange::prefix(&source.rows_of(query.prefix));
    if let Some(row) = &query.after_row {
        range = range.after(row);
    }
    if query.limit == 0 {
        return Ok(page);
    }
    loop {
        let wanted = query.limit + 1 - page.entries.len();
        let rows = if query.delimiter.is_some() { wanted.min(ROWS_WITH_DELIMITER) } else { wanted };
        let found = source.scan(range.clone(), rows).await?;
        let last = found.len() < rows;
        for Found { row, key, item } in found {
            if row[..] < range.start[..] {
                continue; // It lies under a prefix that is skipped.
            }
            let entry = match common_prefix(&key, query) {
                None => {
                    range = range.after(&row);
                    Entry::Item(key, item)
                }
                Some(common) => {
                    let common = common.to_owned();
                    skip(&mut range, &source.rows_of(&common));
                    if *common <= *query.after {
                        continue;
                    }
                    Entry::Prefix(common)
                }
            };
            if page.entries.len() == query.limit {
                page.truncated = true;
                return Ok(page);
            }
            page.entries.push(entry);
        }
        if last {
            return Ok(page);
        }
    }
}

/// Moves a range past all rows with this prefix.
fn skip(range: &mut KeyRange, rows: &[u8]) {
    match KeyRange::prefix(rows).end {
        Some(end) => range.start = end,
        None => range.end = Some(range.start.clone()),
    }
}

fn common_prefix<'a>(key: &'a str, query: &Query) -> Option<&'a str> {
    let delimiter = query.delimiter?;
    let at = key.get(query.prefix.len()..)?.find(delimiter)?;
    key.get(..query.prefix.len() + at + delimiter.len())
}

/// How a listing writes keys: as they are, or encoded so that XML can carry any of them.
#[derive(Clone, Copy)]
pub(crate) struct Encoding {
    url: bool,
}

impl Encoding {
    /// From `encoding-type`.
    pub(crate) fn read(name: Option<&str>) -> Result<Self> {
        match name {
            None => Ok(Self { url: false }),
            Some("url") => Ok(Self { url: true }),
            Some(other) => Err(invalid_argument(
                "Invalid Encoding Method specified in Request",
                "encoding-type",
                other,
            )),
        }
    }

    /// The name that the answer repeats.
    pub(crate) fn name(self) -> Option<String> {
        self.url.then(|| "url".to_owned())
    }

    /// A key as it stands in the answer.
    pub(crate) fn write(self, text: &str) -> String {
        if !self.url {
            return text.to_owned();
        }
        url_encode(text)
    }

    pub(crate) fn prefixes<T>(self, entries: &[Entry<T>]) -> Option<Vec<CommonPrefix>> {
        let prefixes: Vec<_> = entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Prefix(prefix) => Some(CommonPrefix { prefix: Some(self.write(prefix)) }),
                Entry::Item(..) => None,
            })
            .collect();
        (!prefixes.is_empty()).then_some(prefixes)
    }
}

/// Text as forms encode it, but for slashes, which stay.
pub(crate) fn url_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' | b'/' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// How many entries a page may have, from `max-keys` and the like.
pub(crate) fn page_size(asked: Option<i32>, name: &str) -> Result<i32> {
    let asked = asked.unwrap_or(MAX_PAGE);
    if asked < 0 {
        let message = format!("Argument {name} must be an integer between 0 and 2147483647");
        return Err(invalid_argument(message, name, asked.to_string()));
    }
    Ok(asked.min(MAX_PAGE))
}

/// A key as an opaque continuation token.
pub(crate) fn token(key: &str) -> String {
    crate::checksum::encode(&[b"1", key.as_bytes()].concat())
}

/// The key of a continuation token.
pub(crate) fn read_token(token: &str) -> Result<String> {
    let bytes = crate::checksum::decode(token).unwrap_or_default();
    let key = bytes.strip_prefix(b"1").map(<[u8]>::to_vec);
    key.and_then(|key| String::from_utf8(key).ok()).ok_or_else(|| {
        let message = "The continuation token provided is incorrect";
        Error::new(&INVALID_ARGUMENT, message).with("ArgumentName", "continuation-token")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::at_once;
    use proptest::prelude::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Keys, and how many rows of them were read.
    struct Keys(Vec<String>, AtomicUsize);

    impl Source for Keys {
        type Item = ();

        fn rows_of(&self, key_prefix: &str) -> Vec<u8> {
            key_prefix.as_bytes().to_vec()
        }

        async fn scan(&self, range: KeyRange, limit: usize) -> Result<Vec<Found<()>>> {
            let within = |key: &&String| {
                key.as_bytes() >= &range.start[..]
                    && range.end.as_ref().is_none_or(|end| key.as_bytes() < &end[..])
            };
            let rows: Vec<_> = self.0.iter().filter(within).take(limit).collect();
            self.1.fetch_add(rows.len(), Ordering::Relaxed);
            let found =
                |key: &String| Found { row: Bytes::from(key.clone()), key: key.clone(), item: () };
            Ok(rows.into_iter().map(found).collect())
        }
    }

    fn keys(keys: &[&str]) -> Keys {
        let mut keys: Vec<_> = keys.iter().map(|key| (*key).to_owned()).collect();
        keys.sort();
        Keys(keys, AtomicUsize::new(0))
    }

    fn names(keys: &Keys, prefix: &str, delimiter: &str, after: &str, limit: usize) -> String {
        let query = Query {
            prefix,
            delimiter: Some(delimiter).filter(|it| !it.is_empty()),
            after,
            after_row: (!after.is_empty()).then(|| after.as_bytes().to_vec()),
            limit,
        };
        let page = at_once(list(keys, &query)).unwrap();
        let mut names: Vec<_> = page.entries.iter().map(Entry::name).collect();
        names.extend(page.truncated.then_some("…"));
        names.join(" ")
    }

    #[test]
    fn entries_with_the_delimiter_are_rolled_up() {
        let k = keys(&["a", "b/1", "b/2", "b/c/3", "c", "d/", "é/x"]);
        assert_eq!(names(&k, "", "", "", 10), "a b/1 b/2 b/c/3 c d/ é/x");
        assert_eq!(names(&k, "", "/", "", 10), "a b/ c d/ é/");
        assert_eq!(names(&k, "b/", "/", "", 10), "b/1 b/2 b/c/");
        assert_eq!(names(&k, "b", "/", "", 10), "b/");
        assert_eq!(names(&k, "x", "/", "", 10), "");
        assert_eq!(names(&k, "", "/", "", 0), "");
        assert_eq!(names(&k, "", "c/", "", 10), "a b/1 b/2 b/c/ c d/ é/x");
    }

    #[test]
    fn pages_follow_one_another_without_gap_or_overlap() {
        let k = keys(&["a", "b/1", "b/2", "c", "d/1", "d/2", "e"]);
        assert_eq!(names(&k, "", "/", "", 2), "a b/ …");
        assert_eq!(names(&k, "", "/", "b/", 2), "c d/ …");
        assert_eq!(names(&k, "", "/", "d/", 2), "e");
        assert_eq!(names(&k, "", "", "b/1", 2), "b/2 c …");
        assert_eq!(names(&k, "", "", "d/2", 1), "e");
        assert_eq!(names(&k, "b/", "", "a", 5), "b/1 b/2");
        assert_eq!(names(&k, "a", "", "b", 5), "");
    }

    #[test]
    fn what_is_rolled_up_is_skipped() {
        let many: Vec<_> = (0..100_000).map(|n| format!("a/{n:06}")).collect();
        let k = Keys(many.into_iter().chain(["b".to_owned()]).collect(), AtomicUsize::new(0));
        assert_eq!(names(&k, "", "/", "", 1000), "a/ b");
        let read = k.1.into_inner();
        assert!(read < 200, "{read} rows were read");
    }

    #[test]
    fn keys_are_encoded_as_forms_are() {
        let url = Encoding::read(Some("url")).unwrap();
        assert_eq!(url.write("a b/test_file(3).png+é\0"), "a+b/test_file%283%29.png%2B%C3%A9%00");
        assert_eq!(Encoding::read(None).unwrap().write("a b"), "a b");
        assert!(Encoding::read(Some("base64")).is_err());
    }

    #[test]
    fn tokens_are_read_back_and_others_refused() {
        assert_eq!(read_token(&token("a/é")).unwrap(), "a/é");
        for bad in ["", "x", "AAAA", "!!"] {
            assert_eq!(read_token(bad).unwrap_err().code(), "InvalidArgument", "{bad}");
        }
    }

    /// What the pages of a listing come to, by looking at every key.
    fn rolled_up(keys: &[String], prefix: &str, delimiter: &str) -> Vec<String> {
        let mut names = Vec::new();
        for key in keys.iter().filter(|key| key.starts_with(prefix)) {
            let end = match key[prefix.len()..].find(delimiter).filter(|_| !delimiter.is_empty()) {
                Some(at) => prefix.len() + at + delimiter.len(),
                None => key.len(),
            };
            if names.last().is_none_or(|last| *last != key[..end]) {
                names.push(key[..end].to_owned());
            }
        }
        names
    }

    proptest! {
        #[test]
        fn pages_of_any_size_come_to_the_whole(
            found in proptest::collection::btree_set("[ab/é]{1,5}", 0..40),
            prefix in "[ab/]{0,2}",
            delimiter in "(/|a|b/|)",
            limit in 1..6_usize,
        ) {
            let k = Keys(found.into_iter().collect(), AtomicUsize::new(0));
            let (mut seen, mut after) = (Vec::new(), String::new());
            loop {
                let query = Query {
                    prefix: &prefix,
                    delimiter: Some(&*delimiter).filter(|it| !it.is_empty()),
                    after: &after,
                    after_row: (!after.is_empty()).then(|| after.clone().into_bytes()),
                    limit,
                };
                let page = at_once(list(&k, &query)).unwrap();
                prop_assert!(page.entries.len() <= limit);
                seen.extend(page.entries.iter().map(|entry| entry.name().to_owned()));
                if !page.truncated {
                    break;
                }
                after = page.entries.last().unwrap().name().to_owned();
            }
            prop_assert_eq!(seen, rolled_up(&k.0, &prefix, &delimiter));
        }
    }
}

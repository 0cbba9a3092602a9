//! What the two listings of objects have in common.

use crate::listing::{self, Encoding, Entry, Found, Page, Query, Source};
use crate::object::{self, OBJECTS, Object};
use crate::restore;
use platform::{Context, Error, Result};
use shapes::{Timestamp, s3};
use store::{KeyRange, Scan};

/// A bucket's objects.
struct Objects<'a> {
    cx: &'a Context,
    bucket: &'a str,
}

impl Source for Objects<'_> {
    type Item = Object;

    fn rows_of(&self, key_prefix: &str) -> Vec<u8> {
        object::row(self.bucket, key_prefix)
    }

    async fn scan(&self, range: KeyRange, limit: usize) -> Result<Vec<Found<Object>>> {
        let scan = Scan { range, limit, reverse: false };
        let found = |(row, item): (bytes::Bytes, Object)| {
            let key = row.get(self.bucket.len() + 1..).unwrap_or_default().to_vec();
            Ok(Found { key: String::from_utf8(key).map_err(Error::internal)?, row, item })
        };
        OBJECTS.scan(self.cx.tables(), scan).await?.into_iter().map(found).collect()
    }
}

/// A page of a bucket's objects after a key.
pub(crate) async fn list(
    cx: &Context,
    bucket: &str,
    prefix: &str,
    delimiter: Option<&str>,
    after: &str,
    limit: i32,
) -> Result<Page<Object>> {
    let query = Query {
        prefix,
        delimiter: delimiter.filter(|delimiter| !delimiter.is_empty()),
        after,
        after_row: (!after.is_empty()).then(|| object::row(bucket, after)),
        limit: usize::try_from(limit).unwrap_or_default(),
    };
    listing::list(&Objects { cx, bucket }, &query).await
}

/// The objects of a page as an answer shows them.
pub(crate) fn contents(
    entries: &[Entry<Object>],
    encoding: Encoding,
    owner: Option<&s3::Owner>,
) -> Option<Vec<s3::Object>> {
    let objects: Vec<_> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Item(key, object) => Some(object.listed(encoding.write(key), owner.cloned())),
            Entry::Prefix(_) => None,
        })
        .collect();
    (!objects.is_empty()).then_some(objects)
}

/// Adds to the objects of a page how their copies stand, where they are archived.
pub(crate) fn show_restores(
    contents: Option<&mut Vec<s3::Object>>,
    entries: &[Entry<Object>],
    now: Timestamp,
) {
    let objects = entries.iter().filter_map(|entry| match entry {
        Entry::Item(_, object) => Some(object),
        Entry::Prefix(_) => None,
    });
    for (shown, object) in contents.into_iter().flatten().zip(objects) {
        shown.restore_status = restore::status(object, now);
    }
}

/// Whether it is asked how restored copies stand, the one attribute that the model knows.
///
/// # Errors
/// `InvalidArgument` for others.
pub(crate) fn check_attributes(attributes: Option<&[String]>) -> Result<bool> {
    let attributes = attributes.unwrap_or_default();
    match attributes.iter().find(|name| *name != "RestoreStatus") {
        None => Ok(!attributes.is_empty()),
        Some(name) => Err(crate::errors::invalid_argument(
            "Invalid attribute name specified",
            "x-amz-optional-object-attributes",
            name,
        )),
    }
}

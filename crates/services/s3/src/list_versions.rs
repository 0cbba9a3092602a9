//! Listings of versions: three tables, whose rows come to one order as if all versions lay in the one
//! of those that are not current.

use crate::bucket::{Reached, owner};
use crate::listing::{self, Encoding, Entry, Found, Page, Query, Source};
use crate::object::{OBJECTS, Object};
use crate::version::{self, Kept, MARKERS, VERSIONS};
use bytes::Bytes;
use platform::{Context, Error, Result};
use shapes::s3;
use std::collections::BTreeMap;
use store::{KeyRange, Pair, Scan};

/// How often is looked again where versions became current, or no more so, while they were read. If
/// they never rest, what was found in all rounds is listed: a version was seen wherever it lay.
const ROUNDS: u32 = 4;

/// A version as it is listed.
pub(crate) struct Listed {
    pub kept: Kept,
    pub is_latest: bool,
}

/// A bucket's versions.
struct Versions<'a> {
    cx: &'a Context,
    bucket: &'a Reached,
}

impl Source for Versions<'_> {
    type Item = Listed;

    fn rows_of(&self, key_prefix: &str) -> Vec<u8> {
        version::rows_of_prefix(&self.bucket.name, key_prefix)
    }

    async fn scan(&self, range: KeyRange, limit: usize) -> Result<Vec<Found<Listed>>> {
        // The first key's current version may come before the range.
        let more = limit.saturating_add(1);
        let mut current = self.current(&range, more).await?;
        let mut rounds = Vec::new();
        if self.bucket.bucket.settings.versioning.is_some() {
            for _ in 0..ROUNDS {
                let scan = Scan { range: range.clone(), limit: more, reverse: false };
                let past = self.cx.tables().scan(VERSIONS.table, scan).await?;
                let again = self.current(&range, more).await?;
                if again == current {
                    // All was there at one instant.
                    rounds = vec![(past, [Vec::new(), Vec::new()])];
                    break;
                }
                rounds.push((past, std::mem::replace(&mut current, again)));
            }
        }
        let mut all = Merged { bucket: &self.bucket.name, range: &range, found: BTreeMap::new() };
        all.add_current(&current, true)?;
        for (past, before) in &rounds {
            all.add_past(past)?;
            all.add_current(before, false)?;
        }
        Ok(all.found.into_values().take(limit).collect())
    }
}

impl Versions<'_> {
    /// Objects and markers that are current, as far as they may lie in a range.
    async fn current(&self, range: &KeyRange, limit: usize) -> Result<[Vec<Pair>; 2]> {
        let tables = self.cx.tables();
        let range = KeyRange {
            start: version::current_row(&self.bucket.name, &range.start),
            end: range.end.as_ref().map(|end| version::current_row(&self.bucket.name, end)),
        };
        let scan = Scan { range, limit, reverse: false };
        let objects = tables.scan(OBJECTS.table, scan.clone()).await?;
        if self.bucket.bucket.settings.versioning.is_none() {
            return Ok([objects, Vec::new()]);
        }
        Ok([objects, tables.scan(MARKERS.table, scan).await?])
    }
}

/// Versions by the rows that they have, or would have if they were not current.
struct Merged<'a> {
    bucket: &'a str,
    range: &'a KeyRange,
    found: BTreeMap<Vec<u8>, Found<Listed>>,
}

impl Merged<'_> {
    fn add(&mut self, key: String, kept: Kept, is_latest: bool) {
        let row = version::row(self.bucket, &key, kept.order());
        let before_end = self.range.end.as_ref().is_none_or(|end| row < *end);
        if row >= self.range.start && before_end {
            let shown = Bytes::from(row.clone());
            let item = Listed { kept, is_latest };
            self.found.entry(row).or_insert(Found { row: shown, key, item });
        }
    }

    fn add_current(&mut self, [objects, markers]: &[Vec<Pair>; 2], is_latest: bool) -> Result<()> {
        for (row, bytes) in objects {
            let kept = Kept::Object(OBJECTS.decode(row, bytes)?);
            self.add(self.key_of(row)?, kept, is_latest);
        }
        for (row, bytes) in markers {
            let kept = Kept::Marker(MARKERS.decode(row, bytes)?);
            self.add(self.key_of(row)?, kept, is_latest);
        }
        Ok(())
    }

    fn add_past(&mut self, past: &[Pair]) -> Result<()> {
        for (row, bytes) in past {
            let key = version::key_of_row(self.bucket, row);
            let key = key.ok_or_else(|| Error::internal("a version without a key"))?;
            self.add(key, VERSIONS.decode(row, bytes)?.kept, false);
        }
        Ok(())
    }

    fn key_of(&self, row: &[u8]) -> Result<String> {
        let key = row.get(self.bucket.len() + 1..).unwrap_or_default().to_vec();
        String::from_utf8(key).map_err(Error::internal)
    }
}

/// A page of a bucket's versions, behind a key and, where a row is given, behind that.
pub(crate) async fn list(
    cx: &Context,
    bucket: &Reached,
    (prefix, delimiter): (&str, Option<&str>),
    (after, after_row): (&str, Option<Vec<u8>>),
    limit: i32,
) -> Result<Page<Listed>> {
    let query = Query {
        prefix,
        delimiter: delimiter.filter(|delimiter| !delimiter.is_empty()),
        after,
        after_row,
        limit: usize::try_from(limit).unwrap_or_default(),
    };
    listing::list(&Versions { cx, bucket }, &query).await
}

/// The versions and the delete markers of a page as an answer shows them.
pub(crate) fn shown(
    entries: &[Entry<Listed>],
    encoding: Encoding,
    account: &str,
) -> (Vec<s3::ObjectVersion>, Vec<s3::DeleteMarkerEntry>) {
    let (mut versions, mut markers) = (Vec::new(), Vec::new());
    for entry in entries {
        let Entry::Item(key, Listed { kept, is_latest }) = entry else { continue };
        let key = encoding.write(key);
        match kept {
            Kept::Object(object) => {
                versions.push(shown_object(key, object, *is_latest, owner(account)));
            }
            Kept::Marker(marker) => markers.push(s3::DeleteMarkerEntry {
                owner: Some(owner(account)),
                key: Some(key),
                version_id: Some(marker.id().to_owned()),
                is_latest: Some(*is_latest),
                last_modified: Some(marker.modified()),
            }),
        }
    }
    (versions, markers)
}

fn shown_object(
    key: String,
    object: &Object,
    is_latest: bool,
    owner: s3::Owner,
) -> s3::ObjectVersion {
    let listed = object.listed(key, Some(owner));
    s3::ObjectVersion {
        etag: listed.etag,
        checksum_algorithm: listed.checksum_algorithm,
        checksum_type: listed.checksum_type,
        size: listed.size,
        storage_class: listed.storage_class,
        key: listed.key,
        version_id: Some(object.version_id().to_owned()),
        is_latest: Some(is_latest),
        last_modified: listed.last_modified,
        owner: listed.owner,
        restore_status: listed.restore_status,
    }
}

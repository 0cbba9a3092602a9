//! Uploads that nobody finishes any more, since their process died.
//!
//! A rule of the bucket ends them (`AbortIncompleteMultipartUpload`), but not every bucket has one, and
//! not every store knows such rules. So each process that has opened the bucket looks once a day: by
//! age, since an upload does not tell whose it is, and by the store's clock alone. It does others no
//! harm that they look as well.

use crate::bucket::Bucket;
use crate::failure::{from_library, is_absent};
use crate::promises::{ask, elements};
use chrono::DateTime;
use object_store::multipart::MultipartStore as _;
use object_store::path::Path;
use std::sync::Weak;
use std::time::Duration;
use store::{Error, Result};

/// How old an upload is that nobody is at any more.
const ABANDONED: Duration = Duration::from_secs(48 * 3600);
/// How long until the next look.
const DAY: Duration = Duration::from_secs(24 * 3600);

/// Ends what was abandoned, now and each day, for as long as the bucket is open.
pub(crate) async fn watch(bucket: Weak<Bucket>) {
    loop {
        let Some(open) = bucket.upgrade() else { return };
        match end(&open, ABANDONED).await {
            Ok(0) => {}
            Ok(count) => tracing::info!("{count} uploads that nobody finished were ended"),
            Err(error) => tracing::warn!("unfinished uploads are not looked for: {error}"),
        }
        drop(open);
        tokio::time::sleep(DAY).await;
    }
}

/// An upload that was begun.
#[derive(Debug, Default, PartialEq, Eq)]
struct Upload {
    key: String,
    id: String,
    begun: String,
}

/// A page of them, and where the next begins.
#[derive(Debug, Default)]
struct Page {
    uploads: Vec<Upload>,
    next: Option<(String, String)>,
}

/// Ends those that were begun so long ago, and says how many.
pub(crate) async fn end(bucket: &Bucket, older_than: Duration) -> Result<usize> {
    let Some(s3) = &bucket.s3 else { return Ok(0) };
    let prefix = bucket.place.under();
    let age = i64::try_from(older_than.as_secs()).unwrap_or(i64::MAX);
    let (mut next, mut ended) = (None, 0);
    loop {
        let mut query = vec![("uploads", String::new()), ("prefix", prefix.clone())];
        if let Some((key, id)) = next.take() {
            query.extend([("key-marker", key), ("upload-id-marker", id)]);
        }
        let answer = ask(bucket, &query).await.map_err(Error::Busy)?;
        let now = DateTime::parse_from_rfc2822(&answer.date);
        let now = now.map_err(|error| Error::invalid(format!("the store's clock: {error}")))?;
        let found = page(&answer.text);
        for upload in found.uploads {
            let begun = DateTime::parse_from_rfc3339(&upload.begun);
            let Ok(path) = Path::parse(&upload.key) else { continue };
            if begun.is_ok_and(|begun| now.timestamp() - begun.timestamp() >= age) {
                match s3.abort_multipart(&path, &upload.id).await {
                    Err(error) if !is_absent(&error) => return Err(from_library(&error)),
                    _ => ended += 1,
                }
            }
        }
        next = found.next;
        if next.is_none() {
            return Ok(ended);
        }
    }
}

fn page(text: &str) -> Page {
    let mut page = Page::default();
    let (mut more, mut markers) = (false, (String::new(), String::new()));
    for (path, text) in elements(text) {
        let Some(of) = path.strip_prefix("/ListMultipartUploadsResult") else { continue };
        if of == "/Upload" {
            page.uploads.push(Upload::default());
        }
        let last = page.uploads.last_mut();
        match (of, last) {
            ("/IsTruncated", _) => more = text == "true",
            ("/NextKeyMarker", _) => markers.0 = text,
            ("/NextUploadIdMarker", _) => markers.1 = text,
            ("/Upload/Key", Some(upload)) => upload.key = text,
            ("/Upload/UploadId", Some(upload)) => upload.id = text,
            ("/Upload/Initiated", Some(upload)) => upload.begun = text,
            _ => {}
        }
    }
    // One that does not say where the next page begins has none, rather than the same for ever.
    page.next = Some(markers).filter(|(key, _)| more && !key.is_empty());
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_uploads_and_where_the_next_begins() {
        let text = |more: &str| {
            format!(
                "<ListMultipartUploadsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
                 <Bucket>b</Bucket><NextKeyMarker>p/ab/1</NextKeyMarker>\
                 <NextUploadIdMarker>2</NextUploadIdMarker><IsTruncated>{more}</IsTruncated>\
                 <Upload><Key>p/ab/0</Key><UploadId>1</UploadId><Owner><ID>o</ID></Owner>\
                 <Initiated>2026-11-30T10:00:00.000Z</Initiated></Upload>\
                 <Upload><Key>p/ab/1</Key><UploadId>2</UploadId></Upload>\
                 </ListMultipartUploadsResult>"
            )
        };
        let found = page(&text("true"));
        let (key, id, begun) = ("p/ab/0".into(), "1".into(), "2026-11-30T10:00:00.000Z".into());
        assert_eq!(found.uploads[0], Upload { key, id, begun });
        assert_eq!((found.uploads.len(), found.next), (2, Some(("p/ab/1".into(), "2".into()))));
        assert!(page(&text("false")).next.is_none());
        assert!(page("no XML").uploads.is_empty());
    }

    #[test]
    fn times_of_both_kinds_are_understood() {
        let now = DateTime::parse_from_rfc2822("Mon, 30 Nov 2026 22:58:05 GMT").unwrap();
        let begun = DateTime::parse_from_rfc3339("2026-11-30T22:57:05.000Z").unwrap();
        assert_eq!(now.timestamp() - begun.timestamp(), 60);
    }
}

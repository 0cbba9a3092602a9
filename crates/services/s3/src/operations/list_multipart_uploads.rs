//! `ListMultipartUploads`.

use crate::S3;
use crate::bucket::{owner, reach};
use crate::errors::invalid_argument;
use crate::listing::{self, Encoding, Entry, Found, Page, Query, Source, page_size};
use crate::upload::{self, UPLOADS, Upload};
use platform::{Context, Error, Handler, Result};
use shapes::s3::errors::NO_SUCH_UPLOAD;
use shapes::s3::ops::ListMultipartUploads;
use shapes::s3::{ListMultipartUploadsOutput, ListMultipartUploadsRequest, MultipartUpload};
use store::{KeyRange, Scan};

impl Handler<ListMultipartUploads> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: ListMultipartUploadsRequest,
    ) -> Result<ListMultipartUploadsOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let encoding = Encoding::read(input.encoding_type.as_deref())?;
        let limit = page_size(input.max_uploads, "max-uploads")?;
        let prefix = input.prefix.as_deref().unwrap_or_default();
        let delimiter = input.delimiter.filter(|delimiter| !delimiter.is_empty());
        let key_marker = input.key_marker.unwrap_or_default();
        // Without a key the upload id means nothing.
        let id_marker = input.upload_id_marker.filter(|_| !key_marker.is_empty());
        let id_marker = id_marker.filter(|id| !id.is_empty());
        if let Some(id) = &id_marker {
            self.check_marker(&input.bucket, &key_marker, id).await?;
        }
        let query = Query {
            prefix,
            delimiter: delimiter.as_deref(),
            after: &key_marker,
            after_row: after_row(&input.bucket, &key_marker, id_marker.as_deref()),
            limit: usize::try_from(limit).unwrap_or_default(),
        };
        let page = listing::list(&Uploads { cx, bucket: &input.bucket }, &query).await?;
        let account = &reached.bucket.account;
        let uploads: Vec<_> = page
            .entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Item(key, (id, upload)) => {
                    Some(shown(encoding.write(key), id, upload, account))
                }
                Entry::Prefix(_) => None,
            })
            .collect();
        let (next_key, next_id) = next_markers(&page, encoding);
        Ok(ListMultipartUploadsOutput {
            key_marker: Some(encoding.write(&key_marker)),
            upload_id_marker: Some(id_marker.unwrap_or_default()),
            next_key_marker: Some(next_key),
            next_upload_id_marker: Some(next_id),
            prefix: input.prefix.as_deref().map(|prefix| encoding.write(prefix)),
            delimiter: delimiter.as_deref().map(|delimiter| encoding.write(delimiter)),
            max_uploads: Some(limit),
            is_truncated: Some(page.truncated),
            uploads: (!uploads.is_empty()).then_some(uploads),
            common_prefixes: encoding.prefixes(&page.entries),
            encoding_type: encoding.name(),
            request_charged: None,
            bucket: Some(input.bucket),
        })
    }
}

impl S3 {
    /// Refuses the id of an upload of another key. The upload itself may have ended meanwhile.
    async fn check_marker(&self, bucket: &str, key: &str, id: &str) -> Result<()> {
        if upload::is_id_of(id, bucket, key) {
            return Ok(());
        }
        // Ids of earlier releases do not say whose they are.
        match self.upload(bucket, key, id).await {
            Ok(_) => Ok(()),
            Err(error) if error.is(&NO_SUCH_UPLOAD) => {
                Err(invalid_argument("Invalid uploadId marker", "upload-id-marker", id))
            }
            Err(error) => Err(error),
        }
    }
}

/// Where the next page begins. As at AWS, the end of a listing leaves markers too, and a page of
/// nothing but common prefixes leaves none.
fn next_markers(page: &Page<(String, Upload)>, encoding: Encoding) -> (String, String) {
    let last_upload = page.entries.iter().rev().find_map(|entry| match entry {
        Entry::Item(key, (id, _)) => Some((encoding.write(key), id.clone())),
        Entry::Prefix(_) => None,
    });
    match (page.entries.last(), last_upload) {
        (Some(Entry::Prefix(prefix)), Some(_)) if page.truncated => {
            (encoding.write(prefix), String::new())
        }
        (_, last) => last.unwrap_or_default(),
    }
}

/// A bucket's uploads.
struct Uploads<'a> {
    cx: &'a Context,
    bucket: &'a str,
}

impl Source for Uploads<'_> {
    type Item = (String, Upload);

    fn rows_of(&self, key_prefix: &str) -> Vec<u8> {
        upload::rows_of_prefix(self.bucket, key_prefix)
    }

    async fn scan(&self, range: KeyRange, limit: usize) -> Result<Vec<Found<Self::Item>>> {
        let scan = Scan { range, limit, reverse: false };
        let found = |(row, upload): (bytes::Bytes, Upload)| {
            let Some((key, id)) = upload::read_row(self.bucket, &row) else {
                return Err(Error::internal("an upload without a key"));
            };
            Ok(Found { row, key, item: (id, upload) })
        };
        UPLOADS.scan(self.cx.tables(), scan).await?.into_iter().map(found).collect()
    }
}

/// The last row that comes before the page.
fn after_row(bucket: &str, key: &str, upload_id: Option<&str>) -> Option<Vec<u8>> {
    match (key, upload_id) {
        ("", _) => None,
        (key, Some(id)) if !id.is_empty() => Some(upload::row(bucket, key, id)),
        // Greater than every row of the key: upload ids are ASCII.
        (key, _) => Some([&upload::rows_of_key(bucket, key)[..], b"\xff"].concat()),
    }
}

fn shown(key: String, id: &str, upload: &Upload, account: &str) -> MultipartUpload {
    MultipartUpload {
        upload_id: Some(id.to_owned()),
        key: Some(key),
        initiated: Some(upload.initiated()),
        storage_class: Some(upload.headers.class().to_owned()),
        owner: Some(owner(account)),
        initiator: Some(upload.shown_initiator(account)),
        checksum_algorithm: upload.algorithm.map(|algorithm| algorithm.name().to_owned()),
        checksum_type: upload.algorithm.map(|_| upload.kind.name().to_owned()),
        version_id: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{begin, world};
    use std::time::Duration;

    #[tokio::test]
    async fn uploads_are_listed_by_key_and_time_in_pages() {
        let (service, cx, clock) = world().await;
        let mut ids = Vec::new();
        for key in ["b", "a/1", "b", "a/2"] {
            ids.push(begin(&service, &cx, key).await);
            clock.advance(Duration::from_secs(1));
        }
        let request =
            || ListMultipartUploadsRequest { bucket: "bucket".into(), ..Default::default() };
        let list = async |input| {
            let page = cx.run::<ListMultipartUploads, _>(&*service, input).await.unwrap();
            let found: Vec<_> =
                page.uploads.iter().flatten().filter_map(|it| it.upload_id.clone()).collect();
            (found, page)
        };
        let expected = [&ids[1], &ids[3], &ids[0], &ids[2]].map(String::clone);
        assert_eq!(list(request()).await.0, expected);
        let mut input = ListMultipartUploadsRequest { max_uploads: Some(1), ..request() };
        let mut seen = Vec::new();
        loop {
            let (found, page) = list(input.clone()).await;
            seen.extend(found);
            if page.is_truncated == Some(false) {
                break;
            }
            input.key_marker = page.next_key_marker;
            input.upload_id_marker = page.next_upload_id_marker;
        }
        assert_eq!(seen, expected);
        let delimiter = Some("/".to_owned());
        let (found, page) = list(ListMultipartUploadsRequest { delimiter, ..request() }).await;
        assert_eq!(found, [ids[0].clone(), ids[2].clone()]);
        assert_eq!(page.common_prefixes.unwrap()[0].prefix.as_deref(), Some("a/"));
        let (_, page) =
            list(ListMultipartUploadsRequest { max_uploads: Some(0), ..request() }).await;
        assert_eq!(page.next_key_marker.as_deref(), Some(""));
        let strange = ListMultipartUploadsRequest {
            key_marker: Some("b".to_owned()),
            upload_id_marker: Some(ids[1].clone()),
            ..request()
        };
        let refused = cx.run::<ListMultipartUploads, _>(&*service, strange).await.unwrap_err();
        assert_eq!(refused.message, "Invalid uploadId marker");
        let key_marker = Some("a/2".to_owned());
        let (found, _) = list(ListMultipartUploadsRequest { key_marker, ..request() }).await;
        assert_eq!(found, [ids[0].clone(), ids[2].clone()]);
    }
}

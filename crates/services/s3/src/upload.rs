//! Multipart uploads under way, and their parts.
//!
//! Table `s3.uploads`: bucket, NUL, escaped key, NUL NUL, upload id → JSON of [`Upload`]. In the
//! key each NUL is followed by 0xFF, so that uploads lie in the order of their keys. Upload ids
//! begin with the time of their initiation, so that those of one key lie in that order.
//! Table `s3.parts`: upload id, NUL, part number in five digits → JSON of [`Part`].
//! Table `s3.ended`: upload id → `{}`, from the commit that ends an upload until no part of it is
//! left: others may add parts up to that commit, of which whoever ends it does not know.

use crate::access::Granted;
use crate::bucket::{canonical_id, whole_seconds};
use crate::checksum::{Algorithm, Kind};
use crate::content::{Remains, Run};
use crate::encryption::{self, Encryption};
use crate::errors;
use crate::headers::Headers;
use crate::intake::Taken;
use crate::lock::Lock;
use crate::service::{Place, S3};
use bytes::Bytes;
use platform::Ledger;
use platform::{Context, Error, Principal, Records, Result};
use serde::{Deserialize, Serialize};
use sha2::Digest as _;
use shapes::checksum::hex;
use shapes::{Timestamp, s3};
use std::sync::Arc;
use store::{Batch, KeyRange, Scan, Table, Tables};

pub(crate) static UPLOADS: Records<Upload> = Records::new(Table("s3.uploads"));
pub(crate) static PARTS: Records<Part> = Records::new(Table("s3.parts"));

const ENDED: Table = Table("s3.ended");

/// How many parts are cleared in one commit.
const CLEARED_AT_ONCE: usize = 1000;
/// The index of the condition on a part's content in [`S3::put_part`]'s batch.
const ADOPTION: usize = 2;
/// The highest part number.
const MAX_PART_NUMBER: i32 = 10_000;

/// An upload that was begun and not yet ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Upload {
    /// When it was begun, in milliseconds since the epoch.
    pub initiated_ms: i64,
    /// The checksum that was chosen for the object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub algorithm: Option<Algorithm>,
    /// Of all its bytes or of its parts' checksums.
    pub kind: Kind,
    /// Who began it, where that was not the bucket's account itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initiator: Option<Initiator>,
    /// The content that stood under the key when it was begun, empty where none did; uploads of
    /// earlier releases do not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<String>,
    /// What will keep the object from being removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<Lock>,
    /// How it is encrypted, where it is not by S3's own keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encryption: Option<Encryption>,
    /// What the object will be given back with.
    #[serde(flatten)]
    pub headers: Headers,
    /// Whose the object will be, and what is granted on it.
    #[serde(default, skip_serializing_if = "Granted::is_default")]
    pub granted: Granted,
}

/// Who began an upload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Initiator {
    /// An ARN, or an account's canonical id.
    pub id: String,
    pub name: String,
}

/// A part that was uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    /// Its length in bytes.
    pub size: u64,
    /// Its MD5 as hexadecimal digits or, where not S3's own keys encrypt it, random digits.
    pub md5: String,
    /// When it was uploaded, in milliseconds since the epoch.
    pub modified_ms: i64,
    /// Its bytes.
    pub run: Run,
    /// Its checksums, in base64: of the upload's algorithm, and of the one it came with.
    pub checksums: Vec<(Algorithm, String)>,
}

impl Upload {
    pub(crate) fn initiated(&self) -> Timestamp {
        whole_seconds(self.initiated_ms)
    }

    /// Who began it, as answers show it, in a bucket of this account.
    pub(crate) fn shown_initiator(&self, account: &str) -> s3::Initiator {
        let (id, name) = match &self.initiator {
            Some(Initiator { id, name }) => (id.clone(), name.clone()),
            None => (canonical_id(account), account.to_owned()),
        };
        s3::Initiator { id: Some(id), display_name: Some(name) }
    }

    /// The algorithm of the object's checksum: AWS takes CRC-64/NVME where none was chosen.
    pub(crate) fn object_algorithm(&self) -> Algorithm {
        self.algorithm.unwrap_or(Algorithm::Crc64Nvme)
    }
}

impl Part {
    pub(crate) fn modified(&self) -> Timestamp {
        whole_seconds(self.modified_ms)
    }

    pub(crate) fn checksum(&self, algorithm: Algorithm) -> Option<&str> {
        self.checksums.iter().find(|(of, _)| *of == algorithm).map(|(_, value)| &**value)
    }
}

/// Who begins an upload in a bucket of this account, where it is somebody else.
pub(crate) fn initiator(cx: &Context, account: &str) -> Option<Initiator> {
    let (id, name) = match &*cx.principal {
        Principal::Root { account: own } if own == account => return None,
        Principal::Root { account } => (canonical_id(account), account.clone()),
        Principal::User { name, .. } => (cx.principal.arn(&cx.region), name.clone()),
        Principal::AssumedRole { role, session, .. } => {
            (cx.principal.arn(&cx.region), format!("{role}/{session}"))
        }
        Principal::Service { name } => (name.clone(), name.clone()),
        Principal::Anonymous => (canonical_id("anonymous"), "anonymous".to_owned()),
    };
    Some(Initiator { id, name })
}

/// How many digits of an upload's id say whose it is.
const MARK: usize = 8;

/// A new upload's id. Not secret: it names an upload only together with bucket and key, which its
/// last digits tell from others.
pub(crate) fn new_id(cx: &Context, bucket: &str, key: &str) -> String {
    let head = format!("{:012x}{}", cx.now().millis().max(0), cx.platform().ids.hex(16));
    let mark = mark(bucket, key, &head);
    head + &mark
}

fn mark(bucket: &str, key: &str, head: &str) -> String {
    let digest = sha2::Sha256::digest(format!("{bucket}\0{key}\0{head}"));
    let mut mark = hex(&digest);
    mark.truncate(MARK);
    mark
}

/// Whether this is the id of an upload of this key, which may have ended.
pub(crate) fn is_id_of(id: &str, bucket: &str, key: &str) -> bool {
    let at = id.len().saturating_sub(MARK);
    id.is_char_boundary(at) && at > 0 && id[at..] == mark(bucket, key, &id[..at])
}

/// Refuses a part number that no part may have.
pub(crate) fn check_number(number: i32) -> Result<()> {
    if (1..=MAX_PART_NUMBER).contains(&number) {
        return Ok(());
    }
    let message = "Part number must be an integer between 1 and 10000, inclusive";
    Err(errors::invalid_argument(message, "partNumber", number.to_string()))
}

fn escaped(key: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(key.len() + 2);
    for byte in key.bytes() {
        out.push(byte);
        if byte == 0 {
            out.push(0xff);
        }
    }
    out
}

/// What the rows of all uploads of keys with this prefix begin with.
pub(crate) fn rows_of_prefix(bucket: &str, key_prefix: &str) -> Vec<u8> {
    [bucket.as_bytes(), b"\0", &escaped(key_prefix)].concat()
}

/// What the rows of all uploads of this key begin with.
pub(crate) fn rows_of_key(bucket: &str, key: &str) -> Vec<u8> {
    [bucket.as_bytes(), b"\0", &escaped(key), b"\0\0"].concat()
}

pub(crate) fn row(bucket: &str, key: &str, upload_id: &str) -> Vec<u8> {
    [&rows_of_key(bucket, key), upload_id.as_bytes()].concat()
}

/// The key and upload id of a row of this bucket.
pub(crate) fn read_row(bucket: &str, row: &[u8]) -> Option<(String, String)> {
    let (key, id) = unescaped(row.get(bucket.len() + 1..)?);
    Some((String::from_utf8(key).ok()?, String::from_utf8(id?.to_vec()).ok()?))
}

/// The key that was escaped, and what follows its end if that is there.
pub(crate) fn unescaped(escaped: &[u8]) -> (Vec<u8>, Option<&[u8]>) {
    let (mut key, mut rest) = (Vec::with_capacity(escaped.len()), escaped);
    while let Some((byte, after)) = rest.split_first() {
        rest = match (byte, after) {
            (0, [0, behind @ ..]) => return (key, Some(behind)),
            (0, [0xff, after @ ..]) => {
                key.push(0);
                after
            }
            _ => {
                key.push(*byte);
                after
            }
        };
    }
    (key, None)
}

pub(crate) fn part_row(upload_id: &str, number: i32) -> Vec<u8> {
    format!("{upload_id}\0{number:05}").into_bytes()
}

/// The parts of an upload with a number above `after`, in order, at most `limit`.
pub(crate) async fn parts_after(
    tables: &dyn Tables,
    upload_id: &str,
    after: i32,
    limit: usize,
) -> Result<Vec<(i32, Part)>> {
    let found = scan_parts(tables, upload_id, after, limit).await?;
    Ok(found.into_iter().map(|(number, part, _)| (number, part)).collect())
}

/// The same, each with the bytes that stand for it.
async fn scan_parts(
    tables: &dyn Tables,
    upload_id: &str,
    after: i32,
    limit: usize,
) -> Result<Vec<(i32, Part, Bytes)>> {
    let range = KeyRange::prefix(format!("{upload_id}\0").as_bytes());
    let range = range.after(&part_row(upload_id, after));
    let found = tables.scan(PARTS.table, Scan { range, limit, reverse: false }).await?;
    let number = |row: &[u8]| {
        let digits = row.get(upload_id.len() + 1..).and_then(|it| std::str::from_utf8(it).ok());
        digits.and_then(|digits| digits.parse().ok())
    };
    let numbered = found.into_iter().map(|(row, bytes)| match number(&row) {
        Some(number) => Ok((number, PARTS.decode(&row, &bytes)?, bytes)),
        None => Err(Error::internal("a part without a number")),
    });
    numbered.collect()
}

/// All parts of an upload in order, each with the bytes that stand for it.
pub(crate) async fn parts(tables: &dyn Tables, upload_id: &str) -> Result<Vec<(i32, Part, Bytes)>> {
    scan_parts(tables, upload_id, 0, usize::MAX).await
}

impl S3 {
    /// An upload and the bytes that stand for it.
    ///
    /// # Errors
    /// `NoSuchUpload`.
    pub(crate) async fn upload(
        &self,
        bucket: &str,
        key: &str,
        upload_id: &str,
    ) -> Result<(Upload, Bytes)> {
        let found = UPLOADS
            .get_with_bytes(&*self.platform.store.tables, &row(bucket, key, upload_id))
            .await?;
        found.ok_or_else(|| errors::no_such_upload(upload_id))
    }

    /// Adds what was taken in as a part, in the place of an earlier one of its number.
    ///
    /// # Errors
    /// `NoSuchUpload` when the upload was ended meanwhile.
    pub(crate) async fn put_part(
        &self,
        place: &Place<'_>,
        (upload_id, number): (&str, i32),
        (taken, encryption): (Taken, Option<&Encryption>),
        now: Timestamp,
    ) -> Result<Part> {
        let tables = &*self.platform.store.tables;
        let part = Part {
            size: taken.size,
            md5: encryption::etag(&*self.platform.ids, &taken, encryption),
            modified_ms: now.millis(),
            run: taken.draft.run().clone(),
            checksums: taken.checksums,
        };
        let row = part_row(upload_id, number);
        loop {
            let (_, upload) = self.upload(place.bucket, place.key, upload_id).await?;
            let old = PARTS.get_with_bytes(tables, &row).await?;
            let mut remains = Remains::default();
            let upload_row = self::row(place.bucket, place.key, upload_id);
            let mut batch = Batch::new().equals(UPLOADS.table, upload_row, upload);
            batch = match &old {
                Some((_, bytes)) => batch.equals(PARTS.table, &row[..], bytes.clone()),
                None => batch.absent(PARTS.table, &row[..]),
            };
            if let Some((old, _)) = &old {
                remains.add_run(&old.run);
            }
            batch = remains.leave(&self.ledger, batch)?;
            batch = batch.put(PARTS.table, &row[..], PARTS.encode(&part)?);
            match tables.commit(taken.draft.adopted_by(batch)).await {
                Ok(()) => {
                    taken.draft.adopted();
                    self.ledger.reclaim(remains.blobs);
                    return Ok(part);
                }
                Err(store::Error::Conflict(index)) => {
                    taken.draft.not_adopted();
                    if index == ADOPTION {
                        return Err(Ledger::swept());
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Adds the end of an upload to a batch. Its parts are cleared after the commit.
pub(crate) fn ended(batch: Batch, upload_row: &[u8], upload_id: &str) -> Batch {
    let batch = batch.delete(UPLOADS.table, upload_row);
    batch.put(ENDED, upload_id.as_bytes(), Bytes::from_static(b"{}"))
}

/// Removes what parts are left of an upload that has ended: no more can come, since a part's commit
/// demands the upload.
///
/// # Errors
/// The store's; what is left then is removed by the next sweep.
async fn clear(ledger: &Arc<Ledger>, upload_id: &str) -> Result<()> {
    let tables = &*ledger.platform.store.tables;
    loop {
        let found = scan_parts(tables, upload_id, 0, CLEARED_AT_ONCE).await?;
        let is_last = found.len() < CLEARED_AT_ONCE;
        let (mut batch, mut remains) = (Batch::new(), Remains::default());
        for (number, part, bytes) in found {
            remains.add_run(&part.run);
            let row = part_row(upload_id, number);
            batch = batch.equals(PARTS.table, &row[..], bytes).delete(PARTS.table, row);
        }
        if is_last {
            batch = batch.delete(ENDED, upload_id.as_bytes());
        }
        match tables.commit(remains.leave(ledger, batch)?.freeing()).await {
            Ok(()) => ledger.reclaim(remains.blobs),
            // Somebody else clears, too.
            Err(store::Error::Conflict(_)) => continue,
            Err(error) => return Err(error.into()),
        }
        if is_last {
            return Ok(());
        }
    }
}

pub(crate) async fn clear_or_warn(ledger: Arc<Ledger>, upload_id: String) {
    if let Err(error) = clear(&ledger, &upload_id).await {
        tracing::warn!(%error, upload_id, "parts of an upload that has ended stay for a while");
    }
}

/// Removes the parts of all uploads that have ended.
///
/// # Errors
/// The store's, where it cannot tell which these are.
pub(crate) async fn clear_ended(ledger: &Arc<Ledger>) -> Result<()> {
    for (id, _) in ledger.platform.store.tables.scan(ENDED, Scan::prefix(b"")).await? {
        clear_or_warn(ledger.clone(), String::from_utf8_lossy(&id).into_owned()).await;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_lie_in_the_order_of_keys_and_are_read_back() {
        let keys = ["a", "a\0", "a\0b", "a\u{1}", "aa", "b", "é"];
        let rows: Vec<_> = keys.iter().map(|key| row("bucket", key, "id")).collect();
        assert!(rows.is_sorted());
        for (key, row) in keys.iter().zip(&rows) {
            assert_eq!(read_row("bucket", row), Some(((*key).to_owned(), "id".to_owned())));
        }
        assert_eq!(read_row("bucket", b"bucket\0a"), None);
    }

    #[test]
    fn the_records_keep_their_layouts() {
        let json =
            br#"{"initiated_ms":1999,"algorithm":"CRC32","kind":"COMPOSITE","content_type":"a/b"}"#;
        let upload = UPLOADS.decode(b"k", json).unwrap();
        assert_eq!(upload.initiated(), Timestamp(1000));
        assert_eq!(UPLOADS.encode(&upload).unwrap(), &json[..]);
        let json = br#"{"size":3,"md5":"ab","modified_ms":0,"run":{"blob":"aa"},"checksums":[["SHA1","x"]]}"#;
        let part = PARTS.decode(b"k", json).unwrap();
        assert_eq!(part.checksum(Algorithm::Sha1), Some("x"));
        assert_eq!(PARTS.encode(&part).unwrap(), &json[..]);
    }
}

//! Objects: their key and record.
//!
//! Table `s3.objects`: bucket, NUL, key → JSON of [`Object`], the key's current version, so that a
//! bucket's objects lie together in the order of their keys' UTF-8 bytes.

use crate::access::Granted;
use crate::acl;
use crate::bucket::whole_seconds;
use crate::checksum::Checksum;
use crate::content::Content;
use crate::encryption::Encryption;
use crate::errors::KEY_TOO_LONG;
use crate::headers::Headers;
use crate::lock::Lock;
use crate::replication::Replicated;
use crate::restore::Restore;
use crate::version::Version;
use platform::{Error, Records, Result};
use serde::{Deserialize, Serialize};
use shapes::{Timestamp, s3};
use store::Table;

pub(crate) static OBJECTS: Records<Object> = Records::new(Table("s3.objects"));

/// The longest key, in bytes of UTF-8.
const MAX_KEY_BYTES: usize = 1024;

/// An object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Object {
    /// Its length in bytes.
    pub size: u64,
    /// Without quotes: an MD5, or of a multipart object the MD5 of its parts' MD5s and `-n`. Where not
    /// S3's own keys encrypt it, random digits stand for MD5s.
    pub etag: String,
    /// When it was written, in milliseconds since the epoch.
    pub modified_ms: i64,
    /// Where its bytes lie.
    pub content: Content,
    /// The checksum that it is shown with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<Checksum>,
    /// What it is given back with.
    #[serde(default, skip_serializing_if = "Headers::is_empty")]
    pub headers: Headers,
    /// How it is encrypted, where it is not by S3's own keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encryption: Option<Encryption>,
    /// What tells it from other versions of its key; what is put into a bucket that never made versions
    /// has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// What keeps it from being removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<Lock>,
    /// Its copy, where it is archived and was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restore: Option<Restore>,
    /// Whose it is, and what is granted on it.
    #[serde(default, skip_serializing_if = "Granted::is_default")]
    pub granted: Granted,
    /// How far its replication is, or that it is a replica.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replication: Option<Replicated>,
}

impl Object {
    /// When it was written, as S3 shows it.
    pub(crate) fn modified(&self) -> Timestamp {
        whole_seconds(self.modified_ms)
    }

    /// The ETag as it stands in headers and documents.
    pub(crate) fn quoted_etag(&self) -> String {
        quoted(&self.etag)
    }

    /// Its entry in a listing.
    pub(crate) fn listed(&self, key: String, owner: Option<s3::Owner>) -> s3::Object {
        let algorithm = self.checksum.as_ref().map(|checksum| checksum.algorithm.name().to_owned());
        let own = |of_bucket| match &self.granted.owner {
            Some(own) => s3::Owner { id: Some(acl::id_of(own)), display_name: None },
            None => of_bucket,
        };
        s3::Object {
            key: Some(key),
            last_modified: Some(self.modified()),
            etag: Some(self.quoted_etag()),
            checksum_algorithm: algorithm.map(|name| vec![name]),
            checksum_type: self.checksum.as_ref().map(|it| it.kind.name().to_owned()),
            size: Some(self.size as i64),
            storage_class: Some(self.headers.class().to_owned()),
            owner: owner.map(own),
            restore_status: None,
        }
    }
}

pub(crate) fn quoted(etag: &str) -> String {
    format!("\"{etag}\"")
}

/// What all keys of a bucket begin with.
pub(crate) fn prefix(bucket: &str) -> Vec<u8> {
    row(bucket, "")
}

/// The key of an object's record.
pub(crate) fn row(bucket: &str, key: &str) -> Vec<u8> {
    [bucket.as_bytes(), b"\0", key.as_bytes()].concat()
}

/// Refuses a key that is longer than any may be.
pub(crate) fn check_key(key: &str) -> Result<()> {
    if key.len() <= MAX_KEY_BYTES {
        return Ok(());
    }
    Err(Error::new(&KEY_TOO_LONG, "Your key is too long")
        .with("Size", key.len().to_string())
        .with("MaxSizeAllowed", MAX_KEY_BYTES.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checksum::{Algorithm, Kind};
    use crate::content::Run;

    #[test]
    fn the_record_keeps_its_layout() {
        let json = br#"{"size":3,"etag":"e","modified_ms":1999,"content":{"run":{"inline":"aa"}},"checksum":{"algorithm":"CRC64NVME","value":"v","kind":"FULL_OBJECT"},"headers":{"content_type":"text/plain","metadata":{"a":"b"}}}"#;
        let object = OBJECTS.decode(b"k", json).unwrap();
        assert_eq!(object.modified(), Timestamp(1000));
        assert_eq!(object.content, Content::Run(Run::Inline("aa".into())));
        let checksum = object.checksum.as_ref().unwrap();
        assert_eq!((checksum.algorithm, checksum.kind), (Algorithm::Crc64Nvme, Kind::FullObject));
        assert_eq!(object.headers.metadata["a"], "b");
        assert_eq!(OBJECTS.encode(&object).unwrap(), &json[..]);
    }

    #[test]
    fn a_multipart_record_keeps_its_layout() {
        let json =
            br#"{"size":3,"etag":"e-2","modified_ms":0,"content":{"parts":{"id":"u","count":2}}}"#;
        let object = OBJECTS.decode(b"k", json).unwrap();
        assert_eq!(object.content, Content::Parts { id: "u".into(), count: 2 });
        assert_eq!(OBJECTS.encode(&object).unwrap(), &json[..]);
    }

    #[test]
    fn a_key_has_1024_bytes_at_most() {
        assert!(check_key(&"é".repeat(512)).is_ok());
        assert!(check_key(&format!("{}a", "é".repeat(512))).unwrap_err().is(&KEY_TOO_LONG));
    }
}

//! Versions: what tells those of one key apart, and where they lie.
//!
//! Table `s3.markers`: bucket, NUL, key → JSON of [`Marker`], where a key's current version is a delete
//! marker; `s3.objects` has no row of the key then, so that listings of objects never meet one.
//! Table `s3.versions`: bucket, NUL, escaped key, NUL NUL, the order's complement (8 bytes, big-endian)
//! → JSON of [`Past`]: the versions of a key that are not current, the newest first. In the key each NUL
//! is followed by 0xFF, so that keys lie in their order.
//!
//! A version's order is the time of its commit with a little chance, and more than that of what it came
//! upon; a replica has that of its source. Its id tells
//! the order, so that it is found without an index. The version `null`, of which a key has one at most,
//! is remembered by the versions above it: what they remember may be gone, but is never another one,
//! since an order below a version that stands is given to none.

use crate::bucket::{Bucket, whole_seconds};
use crate::errors;
use crate::object::Object;
use crate::upload;
use fnv::FnvHasher;
use platform::{Error, Ids, Records, Result};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use std::hash::Hasher as _;
use store::Table;

pub(crate) static MARKERS: Records<Marker> = Records::new(Table("s3.markers"));
pub(crate) static VERSIONS: Records<Past> = Records::new(Table("s3.versions"));

/// The id of the version that a bucket without versioning makes.
pub(crate) const NULL: &str = "null";

/// How many orders there are in a millisecond.
const ORDERS_BITS: u32 = 20;
/// Bytes of chance in an id, and bytes that tell ids from what is none.
const SALT: usize = 12;
const CHECK: usize = 4;

/// Whether a bucket makes versions. What was made stays when it is suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Versioning {
    Enabled,
    Suspended,
}

/// What tells a version from the others of its key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Version {
    /// Newer versions have greater ones.
    pub order: u64,
    /// None is that of the version `null`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The order of the version `null` below it, if there was one when this was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub null_below: Option<u64>,
}

/// A delete marker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Marker {
    /// When it was made, in milliseconds since the epoch.
    pub modified_ms: i64,
    pub version: Version,
}

/// A version: an object or a delete marker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "nearly all of them are the large one")]
pub(crate) enum Kept {
    Object(Object),
    Marker(Marker),
}

/// A version that is not current.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Past {
    /// Since when it is not, in milliseconds since the epoch.
    pub since_ms: i64,
    pub kept: Kept,
}

/// A version that a request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    Null,
    Id { id: String, order: u64 },
}

impl Versioning {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Enabled => "Enabled",
            Self::Suspended => "Suspended",
        }
    }
}

impl Version {
    /// The version of what is made now in a bucket of this state, upon what is current.
    pub(crate) fn new(
        ids: &dyn Ids,
        versioning: Versioning,
        now: Timestamp,
        below: Option<&Kept>,
    ) -> Self {
        let least = below.map_or(0, |kept| kept.order().saturating_add(1));
        let first = order_of(now.millis());
        match versioning {
            Versioning::Suspended => Self { order: first.max(least), id: None, null_below: None },
            Versioning::Enabled => {
                let order = (first | chance(ids)).max(least);
                let id = Some(new_id(ids, order));
                let null_below = below.and_then(|kept| match kept.is_null() {
                    true => Some(kept.order()),
                    false => kept.null_below(),
                });
                Self { order, id, null_below }
            }
        }
    }
}

impl Marker {
    /// When it was made, as S3 shows it.
    pub(crate) fn modified(&self) -> Timestamp {
        whole_seconds(self.modified_ms)
    }

    /// Its id.
    pub(crate) fn id(&self) -> &str {
        self.version.id.as_deref().unwrap_or(NULL)
    }
}

impl Object {
    /// The id of its version.
    pub(crate) fn version_id(&self) -> &str {
        self.version.as_ref().and_then(|version| version.id.as_deref()).unwrap_or(NULL)
    }

    fn order(&self) -> u64 {
        self.version.as_ref().map_or_else(|| order_of(self.modified_ms), |version| version.order)
    }
}

impl Kept {
    /// Its id.
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Object(object) => object.version_id(),
            Self::Marker(marker) => marker.id(),
        }
    }

    pub(crate) fn order(&self) -> u64 {
        match self {
            Self::Object(object) => object.order(),
            Self::Marker(marker) => marker.version.order,
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        self.version().is_none_or(|version| version.id.is_none())
    }

    /// The order of the version `null` that may lie below it.
    pub(crate) fn null_below(&self) -> Option<u64> {
        self.version()?.null_below
    }

    fn version(&self) -> Option<&Version> {
        match self {
            Self::Object(object) => object.version.as_ref(),
            Self::Marker(marker) => Some(&marker.version),
        }
    }

    /// The object, if it is one.
    pub(crate) fn object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            Self::Marker(_) => None,
        }
    }

    pub(crate) fn into_object(self) -> Option<Object> {
        match self {
            Self::Object(object) => Some(object),
            Self::Marker(_) => None,
        }
    }

    /// Whether a request that names a version means this one.
    pub(crate) fn is(&self, named: &Named) -> bool {
        match named {
            Named::Null => self.is_null(),
            Named::Id { id, .. } => !self.is_null() && self.id() == id,
        }
    }

    /// The same above a version `null` of this order, or above none.
    pub(crate) fn above_null(mut self, null: Option<u64>) -> Self {
        match &mut self {
            Self::Object(Object { version: Some(version), .. }) => version.null_below = null,
            Self::Object(_) => {}
            Self::Marker(marker) => marker.version.null_below = null,
        }
        self
    }

    /// The same with its order written down, which what was put before there were versions has not.
    pub(crate) fn numbered(mut self) -> Self {
        let order = self.order();
        if let Self::Object(object) = &mut self {
            object.version.get_or_insert(Version { order, id: None, null_below: None });
        }
        self
    }
}

impl Named {
    /// The version that a request names, if it names one.
    ///
    /// # Errors
    /// `InvalidArgument` for what is no version's id.
    pub(crate) fn read(id: Option<&str>) -> Result<Option<Self>> {
        match id {
            None => Ok(None),
            Some(NULL) => Ok(Some(Self::Null)),
            Some("") => {
                let message = "Version id cannot be the empty string";
                Err(errors::invalid_argument(message, "versionId", ""))
            }
            Some(id) => match read_id(id) {
                Some(order) => Ok(Some(Self::Id { id: id.to_owned(), order })),
                None => Err(invalid_id(id)),
            },
        }
    }

    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Null => NULL,
            Self::Id { id, .. } => id,
        }
    }
}

fn invalid_id(id: &str) -> Error {
    errors::invalid_argument("Invalid version id specified", "versionId", id)
}

/// What `x-amz-version-id` says of an object that is read: nothing where there never were versions.
pub(crate) fn shown(bucket: &Bucket, object: &Object) -> Option<String> {
    bucket.settings.versioning.map(|_| object.version_id().to_owned())
}

/// The first order of an instant.
fn order_of(ms: i64) -> u64 {
    ms.max(0).unsigned_abs() << ORDERS_BITS
}

/// An order's place among those of its instant. By chance, so that versions of one key that are made in
/// two buckets at one instant can stand beside each other where both are replicated to.
fn chance(ids: &dyn Ids) -> u64 {
    let mut bytes = [0; 4];
    ids.fill(&mut bytes);
    u64::from(u32::from_le_bytes(bytes)) & ((1 << ORDERS_BITS) - 1)
}

/// An id that tells an order, to those who know how: 32 characters that look like chance.
fn new_id(ids: &dyn Ids, order: u64) -> String {
    let mut bytes = [0; SALT + 8 + CHECK];
    ids.fill(&mut bytes[..SALT]);
    let masked = order ^ mask(&bytes);
    bytes[SALT..SALT + 8].copy_from_slice(&masked.to_be_bytes());
    let check = check(&bytes);
    bytes[SALT + 8..].copy_from_slice(&check);
    crate::checksum::encode(&bytes).replace('+', ".").replace('/', "_")
}

/// The order that an id tells; `None` of what is no id.
fn read_id(id: &str) -> Option<u64> {
    if id.contains(['+', '/']) {
        return None;
    }
    let bytes = crate::checksum::decode(&id.replace('.', "+").replace('_', "/"))?;
    let bytes: [u8; SALT + 8 + CHECK] = bytes.try_into().ok()?;
    let masked = u64::from_be_bytes(bytes[SALT..SALT + 8].try_into().ok()?);
    (bytes[SALT + 8..] == check(&bytes)).then(|| masked ^ mask(&bytes))
}

fn mask(bytes: &[u8; SALT + 8 + CHECK]) -> u64 {
    fnv(&bytes[..SALT])
}

fn check(bytes: &[u8; SALT + 8 + CHECK]) -> [u8; CHECK] {
    let [a, b, c, d, ..] = fnv(&bytes[..SALT + 8]).to_be_bytes();
    [a, b, c, d]
}

/// FNV-1a, with its bits mixed once more.
fn fnv(bytes: &[u8]) -> u64 {
    let mut hash = FnvHasher::default();
    hash.write(bytes);
    let hash = hash.finish();
    (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What the rows of all versions of keys with this prefix begin with.
pub(crate) fn rows_of_prefix(bucket: &str, key_prefix: &str) -> Vec<u8> {
    upload::rows_of_prefix(bucket, key_prefix)
}

/// What the rows of all versions of this key begin with.
pub(crate) fn rows_of_key(bucket: &str, key: &str) -> Vec<u8> {
    upload::rows_of_key(bucket, key)
}

/// The key of the row of a version that is not current.
pub(crate) fn row(bucket: &str, key: &str, order: u64) -> Vec<u8> {
    [&rows_of_key(bucket, key)[..], &(!order).to_be_bytes()].concat()
}

/// A row behind those of all versions of this key.
pub(crate) fn row_of_last(bucket: &str, key: &str) -> Vec<u8> {
    [&rows_of_key(bucket, key)[..], &[0xff; 9]].concat()
}

/// The key of a row among those that are not current.
pub(crate) fn key_of_row(bucket: &str, row: &[u8]) -> Option<String> {
    String::from_utf8(upload::unescaped(row.get(bucket.len() + 1..)?).0).ok()
}

/// Where the current versions begin of what begins here among those that are not current: perhaps one
/// key too early.
pub(crate) fn current_row(bucket: &str, row: &[u8]) -> Vec<u8> {
    let (start, rest) = row.split_at(row.len().min(bucket.len() + 1));
    [start, &upload::unescaped(rest).0].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::OBJECTS;

    #[test]
    fn the_records_keep_their_layout() {
        let json = br#"{"modified_ms":5,"version":{"order":7,"id":"i","null_below":6}}"#;
        let marker = MARKERS.decode(b"k", json).unwrap();
        assert_eq!(marker.id(), "i");
        assert_eq!(MARKERS.encode(&marker).unwrap(), &json[..]);
        let json = br#"{"since_ms":9,"kept":{"marker":{"modified_ms":5,"version":{"order":7}}}}"#;
        let past = VERSIONS.decode(b"k", json).unwrap();
        assert!(past.kept.is_null() && past.kept.id() == NULL);
        assert_eq!(VERSIONS.encode(&past).unwrap(), &json[..]);
        let json = br#"{"since_ms":9,"kept":{"object":{"size":3,"etag":"e","modified_ms":1999,"content":{"run":{"inline":"aa"}},"version":{"order":18446744073709551615,"id":"i"}}}}"#;
        let past = VERSIONS.decode(b"k", json).unwrap();
        assert_eq!(past.kept.order(), u64::MAX);
        assert_eq!(VERSIONS.encode(&past).unwrap(), &json[..]);
    }

    #[test]
    fn what_was_put_before_there_were_versions_is_the_null_version() {
        let json = br#"{"size":3,"etag":"e","modified_ms":1999,"content":{"run":{"inline":"aa"}}}"#;
        let kept = Kept::Object(OBJECTS.decode(b"k", json).unwrap());
        assert!(kept.is_null() && kept.is(&Named::Null) && kept.null_below().is_none());
        assert_eq!(kept.order(), 1999 << ORDERS_BITS);
        assert_eq!(kept.clone().numbered().order(), kept.order());
    }

    #[test]
    fn ids_tell_orders_and_nothing_else_is_one() {
        let (platform, _) = platform::testing::platform();
        let ids = &*platform.ids;
        for order in [0, 1, 1 << 40, order_of(1_790_000_000_000), u64::MAX] {
            let id = new_id(ids, order);
            let of_ids = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_';
            assert!(id.len() == 32 && id.chars().all(of_ids), "{id}");
            assert_eq!(Named::read(Some(&id)).unwrap(), Some(Named::Id { id: id.clone(), order }));
        }
        for bad in ["", "v1", "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD", "nul", &"A".repeat(32)] {
            let error = Named::read(Some(bad)).unwrap_err();
            assert_eq!((error.code(), error.shape.status), ("InvalidArgument", 400), "{bad}");
        }
        assert_eq!(Named::read(Some("null")).unwrap(), Some(Named::Null));
    }

    #[test]
    fn orders_rise_though_the_clock_stands_or_goes_back() {
        let (platform, _) = platform::testing::platform();
        let new = |versioning, now, below: Option<&Kept>| {
            let version = Version::new(&*platform.ids, versioning, Timestamp(now), below);
            Kept::Marker(Marker { modified_ms: now, version })
        };
        let first = new(Versioning::Suspended, 5000, None);
        let second = new(Versioning::Enabled, 5000, Some(&first));
        let third = new(Versioning::Enabled, 4000, Some(&second));
        assert!(first.order() < second.order() && second.order() < third.order());
        assert_eq!(third.null_below(), Some(first.order()));
        let rows = [&third, &second, &first].map(|kept| row("b", "k\0", kept.order()));
        assert!(rows.is_sorted());
        assert!(rows[0].starts_with(&rows_of_key("b", "k\0")));
        assert!(rows[0].starts_with(&rows_of_prefix("b", "k")));
        assert_eq!(key_of_row("b", &rows[0]).as_deref(), Some("k\0"));
        assert_eq!(current_row("b", &rows[0]), b"b\0k\0");
        assert_eq!(current_row("b", &rows_of_prefix("b", "a\0")), b"b\0a\0");
        assert_eq!(current_row("b", b"b\x01"), b"b\x01");
    }
}

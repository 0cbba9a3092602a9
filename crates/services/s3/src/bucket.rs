//! Buckets: their names, their record, and who may reach them.
//!
//! Table `s3.buckets`: name → JSON of [`Bucket`]. Names are shared by all accounts.
//!
//! A bucket is deleted in two commits, so that none goes that somebody writes into: the first marks
//! it, the second, after a look for objects, demands the mark. Each write demands the row as it was
//! read, without a mark: what was read before the mark conflicts, and whoever finds a mark takes it
//! away, which makes the deletion look again. A deletion that was cut short does no harm.

use crate::errors::{self, INVALID_BUCKET_NAME, INVALID_EXPECTED_OWNER};
use crate::settings::Settings;
use bytes::Bytes;
use platform::{Context, Error, Records, Result};
use serde::{Deserialize, Serialize};
use shapes::s3::CreateBucketConfiguration;
use shapes::{Kind, Shape, Timestamp};
use std::net::Ipv4Addr;
use std::sync::Arc;
use store::{Batch, Table, Tables};

pub(crate) static BUCKETS: Records<Bucket> = Records::new(Table("s3.buckets"));

/// A bucket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bucket {
    /// The account that made it.
    pub account: String,
    /// The region that it was made in.
    pub region: String,
    /// When it was made, in milliseconds since the epoch.
    pub created_ms: i64,
    /// Tells it from an earlier bucket of the same name.
    pub incarnation: String,
    /// The mark of an attempt to delete it, which no other attempt has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<String>,
    /// What is set for it.
    #[serde(default, skip_serializing_if = "Settings::is_default")]
    pub settings: Settings,
}

/// A bucket that the caller may use, with the bytes that stand for it.
pub(crate) struct Reached {
    pub name: String,
    pub bucket: Bucket,
    pub bytes: Bytes,
}

impl Bucket {
    pub(crate) fn created(&self) -> Timestamp {
        whole_seconds(self.created_ms)
    }
}

/// S3 shows times in whole seconds.
pub(crate) fn whole_seconds(ms: i64) -> Timestamp {
    Timestamp(ms.div_euclid(1000) * 1000)
}

/// The bucket of this name, if it is of the account that the call is carried out in: the caller's own,
/// or the bucket's, where its policy lets in others.
pub(crate) async fn reach(
    cx: &Context,
    name: &str,
    expected_owner: Option<&str>,
) -> Result<Arc<Reached>> {
    match cx.known::<Reached>().filter(|it| it.name == name) {
        Some(known) => check(cx, known, expected_owner),
        None => reach_anew(cx, name, expected_owner).await,
    }
}

/// The same, as it is now, whatever was known before.
pub(crate) async fn reach_anew(
    cx: &Context,
    name: &str,
    expected_owner: Option<&str>,
) -> Result<Arc<Reached>> {
    let found = find(cx.tables(), name).await?;
    check(cx, found.ok_or_else(|| absent(name))?, expected_owner)
}

fn check(cx: &Context, found: Arc<Reached>, expected_owner: Option<&str>) -> Result<Arc<Reached>> {
    check_owner(&found.bucket, expected_owner)?;
    if *found.bucket.account != *cx.account {
        return Err(errors::access_denied());
    }
    Ok(found)
}

/// The bucket from which something is copied, whosever it is: who may read there was asked already.
pub(crate) async fn reach_source(
    cx: &Context,
    name: &str,
    expected_owner: Option<&str>,
) -> Result<Arc<Reached>> {
    let found = find(cx.tables(), name).await?.ok_or_else(|| absent(name))?;
    check_owner(&found.bucket, expected_owner)?;
    Ok(found)
}

/// The bucket of this name, whosever it is.
pub(crate) async fn find(tables: &dyn Tables, name: &str) -> Result<Option<Arc<Reached>>> {
    let found = BUCKETS.get_with_bytes(tables, name.as_bytes()).await?;
    let reached = |(bucket, bytes)| Arc::new(Reached { name: name.to_owned(), bucket, bytes });
    Ok(found.map(reached))
}

/// The bucket whose bytes a commit into it demands, so that nothing is written into a bucket that
/// goes, or past what is set for it. When they do not hold at the commit, [`open_again`] gives
/// others.
///
/// # Errors
/// As [`open_again`].
pub(crate) async fn open(
    tables: &dyn Tables,
    name: &str,
    reached: &Arc<Reached>,
) -> Result<Arc<Reached>> {
    match reached.bucket.closing {
        None => Ok(reached.clone()),
        Some(_) => open_again(tables, name, &reached.bucket).await,
    }
}

/// The same of a bucket whose row has changed, without the mark of somebody who deletes it.
///
/// # Errors
/// `NoSuchBucket` when it is gone, or the store's.
pub(crate) async fn open_again(
    tables: &dyn Tables,
    name: &str,
    known: &Bucket,
) -> Result<Arc<Reached>> {
    loop {
        let found = BUCKETS.get_with_bytes(tables, name.as_bytes()).await?;
        let same = found.filter(|(bucket, _)| bucket.incarnation == known.incarnation);
        let (bucket, bytes) = same.ok_or_else(|| errors::no_such_bucket(name))?;
        if bucket.closing.is_none() {
            return Ok(Arc::new(Reached { name: name.to_owned(), bucket, bytes }));
        }
        let bucket = Bucket { closing: None, ..bucket };
        let opened = BUCKETS.encode(&bucket)?;
        let batch = Batch::new().equals(BUCKETS.table, name.as_bytes(), bytes);
        let batch = batch.put(BUCKETS.table, name.as_bytes(), opened.clone()).freeing();
        match tables.commit(batch).await {
            Ok(()) => {
                let name = name.to_owned();
                return Ok(Arc::new(Reached { name, bucket, bytes: opened }));
            }
            Err(store::Error::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Why there is no such bucket: a name that none can have is told apart.
pub(crate) fn absent(name: &str) -> Error {
    match check_name(name) {
        Ok(()) => errors::no_such_bucket(name),
        Err(error) => error,
    }
}

fn check_owner(bucket: &Bucket, expected: Option<&str>) -> Result<()> {
    let Some(expected) = expected else { return Ok(()) };
    if expected.len() != 12 || !expected.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = format!(
            "The value of the expected bucket owner parameter must be an AWS Account ID... \
             [{expected}]"
        );
        return Err(Error::new(&INVALID_EXPECTED_OWNER, message));
    }
    if expected != bucket.account { Err(errors::access_denied()) } else { Ok(()) }
}

/// Refuses a name outside the rules of the page "General purpose buckets naming rules".
pub(crate) fn check_name(name: &str) -> Result<()> {
    let edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = name.as_bytes();
    let allowed = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
    let reserved_start = ["xn--", "sthree-"];
    let reserved_end = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];
    let good = (3..=63).contains(&bytes.len())
        && bytes.iter().all(allowed)
        && edge(bytes.first())
        && edge(bytes.last())
        && !name.contains("..")
        && name.parse::<Ipv4Addr>().is_err()
        && !reserved_start.iter().any(|start| name.starts_with(start))
        && !reserved_end.iter().any(|end| name.ends_with(end));
    if good {
        return Ok(());
    }
    let error = Error::new(&INVALID_BUCKET_NAME, "The specified bucket is not valid.");
    Err(error.with("BucketName", name))
}

/// The region that had a name of its own before there were regions.
pub(crate) const IRELAND: &str = "eu-west-1";
/// That name.
pub(crate) const IRELANDS_OLD_NAME: &str = "EU";

/// Whether the model knows this location constraint. It does not know the global region.
pub(crate) fn is_constraint(constraint: &str) -> bool {
    let members = CreateBucketConfiguration::default().schema().members;
    let rules = members.iter().find_map(|member| match &member.kind {
        Kind::String(rules) if member.name == "LocationConstraint" => Some(rules),
        _ => None,
    });
    rules.is_some_and(|rules| rules.values.contains(&constraint))
}

/// An account's canonical user id: 64 hexadecimal digits that follow from the account alone.
pub(crate) fn canonical_id(account: &str) -> String {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(format!("waterwheel canonical user {account}"));
    shapes::checksum::hex(&digest)
}

/// The owner as listings show it. AWS no longer gives display names.
pub(crate) fn owner(account: &str) -> shapes::s3::Owner {
    shapes::s3::Owner { display_name: None, id: Some(canonical_id(account)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_rules() {
        for good in ["abc", "demo-pipeline-bucket", "a.b.c", "1-2", "xn-a", &"a".repeat(63)] {
            assert!(check_name(good).is_ok(), "{good}");
        }
        let long = "a".repeat(64);
        let bad = [
            "",
            "ab",
            "Abc",
            "a_b",
            "-ab",
            "ab-",
            ".ab",
            "ab.",
            "a..b",
            "192.168.5.4",
            "xn--ab",
            "sthree-a",
            "a-s3alias",
            "a--ol-s3",
            "a--x-s3",
            "a b",
            "bück",
            "a/b",
            &long,
        ];
        for bad in bad {
            assert!(check_name(bad).unwrap_err().is(&INVALID_BUCKET_NAME), "{bad}");
        }
    }

    #[test]
    fn the_record_keeps_its_layout() {
        let json = br#"{"account":"000000000000","region":"us-east-1","created_ms":1500,"incarnation":"ab"}"#;
        let bucket = BUCKETS.decode(b"k", json).unwrap();
        assert_eq!(bucket.created(), Timestamp(1000));
        assert_eq!(BUCKETS.encode(&bucket).unwrap(), &json[..]);
        let json = br#"{"account":"000000000000","region":"us-east-1","created_ms":1500,"incarnation":"ab","closing":"cd"}"#;
        let closing = BUCKETS.decode(b"k", json).unwrap();
        assert_eq!(closing, Bucket { closing: Some("cd".into()), ..bucket });
        assert_eq!(BUCKETS.encode(&closing).unwrap(), &json[..]);
    }

    #[test]
    fn a_canonical_id_is_64_hexadecimal_digits() {
        let id = canonical_id("000000000000");
        assert_eq!(id.len(), 64);
        assert_ne!(id, canonical_id("111111111111"));
    }
}

//! What AWS reports of a bucket's use: metrics, analyses of storage classes, inventories, and the tiers of
//! objects in `INTELLIGENT_TIERING`. What is set for them is kept and shown; no report is made.
//!
//! Table `s3.reports`: bucket, NUL, incarnation, NUL, kind, NUL, id → JSON of the configuration, by the
//! names of its model's members.

use crate::bucket::{self, BUCKETS, Reached};
use crate::errors::{self, INVALID_ARGUMENT, malformed_xml};
use crate::kept;
use crate::service::S3;
use platform::{Arn, Context, Error, Result, commit_if};
use shapes::{ErrorShape, Shape, s3};
use std::sync::Arc;
use store::{Batch, KeyRange, Scan, Table};

const REPORTS: Table = Table("s3.reports");

/// How many configurations are listed at once.
const PAGE: usize = 100;
/// How many a bucket may have of a kind.
const MOST: usize = 1000;
/// The longest id.
const MAX_ID: usize = 64;

static NO_SUCH_CONFIGURATION: ErrorShape = ErrorShape::client("NoSuchConfiguration", 404);
static TOO_MANY: ErrorShape = ErrorShape::client("TooManyConfigurations", 400);
static ID_MISMATCH: ErrorShape = ErrorShape::client("IdMismatch", 400);
static INVALID_DESTINATION: ErrorShape = ErrorShape::client("InvalidS3DestinationBucket", 400);

/// A kind of configuration.
pub(crate) trait Report: Shape + Default {
    /// What its rows say of its kind.
    const KIND: &'static str;

    fn id(&self) -> &str;

    /// Refuses what cannot be.
    ///
    /// # Errors
    /// `MalformedXML`, or what AWS says of a value.
    fn check(&self) -> Result<()>;

    /// What is said to an id that is not the one of the address.
    fn mismatch() -> Error {
        malformed_xml()
    }
}

/// Some of a bucket's configurations.
pub(crate) struct Page<T> {
    pub found: Vec<T>,
    /// Where it goes on, if it does.
    pub next: Option<String>,
}

fn rows_of_bucket(reached: &Reached) -> String {
    format!("{}\0{}\0", reached.name, reached.bucket.incarnation)
}

fn rows_of<T: Report>(reached: &Reached) -> String {
    format!("{}{}\0", rows_of_bucket(reached), T::KIND)
}

fn row<T: Report>(reached: &Reached, id: &str) -> Vec<u8> {
    (rows_of::<T>(reached) + id).into_bytes()
}

fn absent() -> Error {
    Error::new(&NO_SUCH_CONFIGURATION, "The specified configuration does not exist.")
}

/// Keeps a configuration, in the place of an earlier one of its id.
///
/// # Errors
/// Those of [`Report::check`], `TooManyConfigurations`, `NoSuchBucket`.
pub(crate) async fn put<T: Report>(
    cx: &Context,
    reached: &Arc<Reached>,
    id: &str,
    given: &T,
) -> Result<()> {
    given.check()?;
    if id != given.id() {
        return Err(T::mismatch());
    }
    let is_good = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if id.is_empty() || id.len() > MAX_ID || !id.chars().all(is_good) {
        let message = "The specified configuration id is invalid.";
        return Err(errors::invalid_argument(message, "id", id));
    }
    let (tables, row) = (cx.tables(), row::<T>(reached, id));
    if tables.get(REPORTS, &row).await?.is_none() {
        let all = Scan::prefix(rows_of::<T>(reached).as_bytes()).limit(MOST);
        if tables.scan(REPORTS, all).await?.len() >= MOST {
            let message = "You are attempting to create a new configuration but have already \
                           reached the 1,000-configuration limit. ";
            return Err(Error::new(&TOO_MANY, message));
        }
    }
    let bytes = kept::encode(given)?;
    let mut open = bucket::open(tables, &reached.name, reached).await?;
    loop {
        let name = reached.name.as_bytes();
        let batch = Batch::new().equals(BUCKETS.table, name, open.bytes.clone());
        if commit_if(tables, batch.put(REPORTS, &row[..], bytes.clone())).await? {
            return Ok(());
        }
        open = bucket::open_again(tables, &reached.name, &reached.bucket).await?;
    }
}

/// A configuration.
///
/// # Errors
/// `NoSuchConfiguration`.
pub(crate) async fn get<T: Report>(cx: &Context, reached: &Reached, id: &str) -> Result<T> {
    let bytes = cx.tables().get(REPORTS, &row::<T>(reached, id)).await?;
    kept::decode(&bytes.ok_or_else(absent)?)
}

/// Removes a configuration.
///
/// # Errors
/// `NoSuchConfiguration`.
pub(crate) async fn delete<T: Report>(cx: &Context, reached: &Reached, id: &str) -> Result<()> {
    let row = row::<T>(reached, id);
    let bytes = cx.tables().get(REPORTS, &row).await?.ok_or_else(absent)?;
    let batch = Batch::new().equals(REPORTS, &row[..], bytes).delete(REPORTS, &row[..]);
    // Somebody else's change or removal of it came first, and this removes nothing more.
    commit_if(cx.tables(), batch.freeing()).await.map(drop)
}

/// A page of configurations, behind what an earlier one has told.
///
/// # Errors
/// `InvalidArgument` for a token that no page has told.
pub(crate) async fn list<T: Report>(
    cx: &Context,
    reached: &Reached,
    token: Option<&str>,
) -> Result<Page<T>> {
    let prefix = rows_of::<T>(reached);
    let mut range = KeyRange::prefix(prefix.as_bytes());
    if let Some(token) = token {
        let id = token.strip_prefix("1-").and_then(read_hex).ok_or_else(|| {
            let message = "The continuation token provided is incorrect";
            Error::new(&INVALID_ARGUMENT, message).with("ArgumentName", "continuation-token")
        })?;
        range = range.after(&row::<T>(reached, &id));
    }
    let scan = Scan { range, limit: PAGE + 1, reverse: false };
    let rows = cx.tables().scan(REPORTS, scan).await?;
    let has_more = rows.len() > PAGE;
    let found = rows.iter().take(PAGE).map(|(_, bytes)| kept::decode::<T>(bytes));
    let found = found.collect::<Result<Vec<_>>>()?;
    let last = found.last().filter(|_| has_more);
    let next = last.map(|it| format!("1-{}", shapes::checksum::hex(it.id().as_bytes())));
    Ok(Page { found, next })
}

fn read_hex(text: &str) -> Option<String> {
    let bytes = text.as_bytes().chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?;
        u8::from_str_radix(pair, 16).ok()
    });
    String::from_utf8(bytes.collect::<Option<Vec<_>>>()?).ok()
}

impl S3 {
    /// Adds to a batch the removal of all that a bucket that goes has.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn without_reports(
        &self,
        reached: &Reached,
        mut batch: Batch,
    ) -> Result<Batch> {
        let all = Scan::prefix(rows_of_bucket(reached).as_bytes());
        for (row, _) in self.platform.store.tables.scan(REPORTS, all).await? {
            batch = batch.delete(REPORTS, row);
        }
        Ok(batch)
    }
}

/// Whether at most one of these is given.
fn at_most_one(given: &[bool]) -> Result<()> {
    if given.iter().filter(|it| **it).count() > 1 { Err(malformed_xml()) } else { Ok(()) }
}

fn one_of(value: &str, known: &[&str]) -> Result<()> {
    if known.contains(&value) { Ok(()) } else { Err(malformed_xml()) }
}

impl Report for s3::MetricsConfiguration {
    const KIND: &'static str = "metrics";

    fn id(&self) -> &str {
        &self.id
    }

    fn check(&self) -> Result<()> {
        let Some(filter) = &self.filter else { return Ok(()) };
        at_most_one(&[
            filter.prefix.is_some(),
            filter.tag.is_some(),
            filter.access_point_arn.is_some(),
            filter.and.is_some(),
        ])?;
        let and = filter.and.as_ref();
        if filter.access_point_arn.is_some() || and.is_some_and(|it| it.access_point_arn.is_some())
        {
            return Err(errors::unsupported("A filter by an access point"));
        }
        Ok(())
    }
}

impl Report for s3::AnalyticsConfiguration {
    const KIND: &'static str = "analytics";

    fn id(&self) -> &str {
        &self.id
    }

    fn check(&self) -> Result<()> {
        if let Some(filter) = &self.filter {
            let given = [filter.prefix.is_some(), filter.tag.is_some(), filter.and.is_some()];
            at_most_one(&given)?;
        }
        let Some(export) = &self.storage_class_analysis.data_export else { return Ok(()) };
        one_of(&export.output_schema_version, &["V_1"])?;
        let to = &export.destination.s3_bucket_destination;
        one_of(&to.format, &["CSV"])?;
        check_destination(&to.bucket)
    }
}

impl Report for s3::InventoryConfiguration {
    const KIND: &'static str = "inventory";

    fn id(&self) -> &str {
        &self.id
    }

    fn check(&self) -> Result<()> {
        const FIELDS: [&str; 15] = [
            "Size",
            "LastModifiedDate",
            "StorageClass",
            "ETag",
            "IsMultipartUploaded",
            "ReplicationStatus",
            "EncryptionStatus",
            "ObjectLockRetainUntilDate",
            "ObjectLockMode",
            "ObjectLockLegalHoldStatus",
            "IntelligentTieringAccessTier",
            "BucketKeyStatus",
            "ChecksumAlgorithm",
            "ObjectAccessControlList",
            "ObjectOwner",
        ];
        let to = &self.destination.s3_bucket_destination;
        one_of(&to.format, &["CSV", "ORC", "Parquet"])?;
        one_of(&self.schedule.frequency, &["Daily", "Weekly"])?;
        one_of(&self.included_object_versions, &["All", "Current"])?;
        let fields = self.optional_fields.as_deref().unwrap_or_default();
        fields.iter().try_for_each(|field| one_of(field, &FIELDS))?;
        check_destination(&to.bucket)
    }

    fn mismatch() -> Error {
        let message = "Document ID does not match the specified configuration ID.";
        Error::new(&ID_MISMATCH, message)
    }
}

impl Report for s3::IntelligentTieringConfiguration {
    const KIND: &'static str = "tiering";

    fn id(&self) -> &str {
        &self.id
    }

    fn check(&self) -> Result<()> {
        if let Some(filter) = &self.filter {
            let given = [filter.prefix.is_some(), filter.tag.is_some(), filter.and.is_some()];
            at_most_one(&given)?;
        }
        one_of(&self.status, &["Enabled", "Disabled"])?;
        let mut seen = Vec::new();
        for tiering in &self.tierings {
            let least = match &*tiering.access_tier {
                "ARCHIVE_ACCESS" => 90,
                "DEEP_ARCHIVE_ACCESS" => 180,
                _ => return Err(malformed_xml()),
            };
            if seen.contains(&&tiering.access_tier) {
                return Err(malformed_xml());
            }
            if !(least..=730).contains(&tiering.days) {
                let message = format!(
                    "'Days' for {} access tier must be between {least} and 730",
                    tiering.access_tier
                );
                return Err(errors::invalid_argument(message, "Days", tiering.days.to_string()));
            }
            seen.push(&tiering.access_tier);
        }
        if seen.is_empty() { Err(malformed_xml()) } else { Ok(()) }
    }
}

/// A bucket to which a report would go is named by its ARN.
fn check_destination(bucket: &str) -> Result<()> {
    match Arn::parse(bucket).filter(|arn| arn.service == "s3" && !arn.resource.is_empty()) {
        Some(_) => Ok(()),
        None => Err(Error::new(&INVALID_DESTINATION, "Invalid bucket ARN.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let json = br#"{"Id":"i","Filter":{"Prefix":"p"}}"#;
        let found: s3::MetricsConfiguration = kept::decode(json).unwrap();
        assert_eq!(
            (found.id(), found.filter.as_ref().unwrap().prefix.as_deref()),
            ("i", Some("p"))
        );
        let again: s3::MetricsConfiguration = kept::decode(&kept::encode(&found).unwrap()).unwrap();
        assert_eq!(again, found);
    }

    #[test]
    fn tiers_have_their_days() {
        let tier = |access_tier: &str, days| s3::Tiering { access_tier: access_tier.into(), days };
        let check = |tierings: Vec<s3::Tiering>| {
            let status = "Enabled".to_owned();
            let id = "i".to_owned();
            let it =
                s3::IntelligentTieringConfiguration { id, status, tierings, ..Default::default() };
            it.check().map_err(|error| error.code())
        };
        assert_eq!(
            check(vec![tier("ARCHIVE_ACCESS", 90), tier("DEEP_ARCHIVE_ACCESS", 180)]),
            Ok(())
        );
        assert_eq!(check(vec![tier("ARCHIVE_ACCESS", 89)]), Err("InvalidArgument"));
        assert_eq!(
            check(vec![tier("ARCHIVE_ACCESS", 90), tier("ARCHIVE_ACCESS", 91)]),
            Err("MalformedXML")
        );
        assert_eq!(check(Vec::new()), Err("MalformedXML"));
    }
}

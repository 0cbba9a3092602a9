//! Access logs: which requests for a bucket were made, by whom, and what came of them, delivered as
//! objects to another bucket ("Logging requests with server access logging").
//!
//! A line waits in memory, a few minutes at most, and a stop of the server delivers what waits. AWS
//! promises no more than its best effort, and neither do we: lines of a process that dies are lost.
//! Where no bucket logs, a request costs one look at the bucket's record, which was read anyway.

mod line;

pub(crate) use line::Beside;

use crate::asks;
use crate::bucket::{Bucket, Reached};
use crate::copy_source::CopySource;
use crate::kept::Kept;
use crate::object::Object;
use line::Asked;
use platform::{Context, Error, Platform, Principal, Result, Visit, VisitEnd, Witness};
use shapes::Timestamp;
use shapes::s3::ops::PutObject;
use shapes::s3::{LoggingEnabled, PutObjectRequest};
use std::collections::BTreeMap;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The service as which logs are delivered.
pub(crate) const DELIVERER: &str = "logging.s3.amazonaws.com";

/// How long a line waits.
const WAIT: Duration = Duration::from_secs(120);
/// The most bytes of lines that wait.
const ROOM: usize = 1 << 20;

/// Lines that wait.
pub(crate) struct Logs {
    platform: Arc<Platform>,
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    /// By bucket.
    of: BTreeMap<String, Pile>,
    bytes: usize,
    /// Whether somebody will deliver what waits.
    is_minded: bool,
}

/// The lines of one bucket.
struct Pile {
    account: String,
    region: String,
    to: LoggingEnabled,
    lines: Vec<(Timestamp, String)>,
}

/// A request for a bucket that logs.
struct Seen {
    logs: Arc<Logs>,
    reached: Arc<Reached>,
    asked: Asked,
}

impl Witness for Seen {
    fn ended(&self, visit: &Visit, end: &VisitEnd<'_>) {
        let Some(Kept(to)) = &self.reached.bucket.settings.logging else { return };
        let now = self.logs.platform.clock.now();
        let line = line::write(&self.asked, now, visit, end);
        self.logs.clone().add(&self.reached, to, now, line);
    }
}

impl Logs {
    pub(crate) fn new(platform: Arc<Platform>) -> Arc<Self> {
        Arc::new(Self { platform, waiting: Mutex::default() })
    }

    /// Hears how a client's request ends, where it is for a bucket that logs.
    pub(crate) fn watch(self: &Arc<Self>, cx: &Context, reached: &Arc<Reached>, resource: &str) {
        let Bucket { settings, .. } = &reached.bucket;
        let (Some(_), Some(visit)) = (&settings.logging, cx.visit()) else { return };
        let asked = Asked::of(cx, reached, resource);
        visit.watch(Arc::new(Seen { logs: self.clone(), reached: reached.clone(), asked }));
    }

    /// Tells what a client's request does besides, where it is in a bucket that logs.
    pub(crate) fn beside(self: &Arc<Self>, cx: &Context, reached: &Reached, what: &Beside<'_>) {
        let (Some(Kept(to)), Some(visit)) = (&reached.bucket.settings.logging, cx.visit()) else {
            return;
        };
        let asked = Asked::of(cx, reached, "");
        let now = self.platform.clock.now();
        self.clone().add(reached, to, now, line::beside(&asked, now, visit, what));
    }

    /// Tells of an object that is copied, or cannot be.
    pub(crate) fn copied(
        self: &Arc<Self>,
        cx: &Context,
        from: &Reached,
        operation: &'static str,
        (source, found): (&CopySource, std::result::Result<&Object, &Error>),
    ) {
        let what = Beside {
            operation,
            key: &source.key,
            version: source.version.as_deref(),
            status: found.map_or_else(|error| error.shape.status, |_| 200),
            error: found.err().map(Error::code),
            size: found.ok().map(|object| object.size),
        };
        self.beside(cx, from, &what);
    }

    fn add(self: Arc<Self>, reached: &Reached, to: &LoggingEnabled, now: Timestamp, line: String) {
        let Bucket { account, region, .. } = &reached.bucket;
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.bytes += line.len();
        let pile = waiting.of.entry(reached.name.clone()).or_insert_with(|| Pile {
            account: account.clone(),
            region: region.clone(),
            to: to.clone(),
            lines: Vec::new(),
        });
        pile.to.clone_from(to);
        pile.lines.push((now, line));
        let is_full = waiting.bytes > ROOM;
        let is_minded = mem::replace(&mut waiting.is_minded, true);
        let taken = is_full.then(|| waiting.take());
        drop(waiting);
        if let Some(taken) = taken {
            let logs = self.clone();
            tokio::spawn(async move { logs.deliver(taken).await });
        }
        if !is_minded {
            tokio::spawn(async move {
                self.platform.clock.sleep(WAIT).await;
                self.waiting.lock().unwrap_or_else(PoisonError::into_inner).is_minded = false;
                self.flush().await;
            });
        }
    }

    /// Delivers what waits.
    pub(crate) async fn flush(&self) {
        let taken = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.deliver(taken).await;
    }

    async fn deliver(&self, piles: BTreeMap<String, Pile>) {
        for (bucket, pile) in piles {
            let target = pile.to.target_bucket.clone();
            for (key, body) in self.objects(&bucket, &pile) {
                if let Err(error) = self.put(&bucket, &pile, key, body).await {
                    tracing::warn!(%error, bucket, target, "access logs cannot be delivered");
                }
            }
        }
    }

    /// The objects that lines become: one, or where keys tell the day of the lines, one for each day.
    fn objects(&self, bucket: &str, pile: &Pile) -> Vec<(String, String)> {
        let format = pile.to.target_object_key_format.as_ref();
        let partitioned = format.and_then(|it| it.partitioned_prefix.as_ref());
        let by_event =
            partitioned.is_some_and(|it| it.partition_date_source.as_deref() == Some("EventTime"));
        let now = self.platform.clock.now();
        let mut days: BTreeMap<String, String> = BTreeMap::new();
        for (at, line) in &pile.lines {
            let at = if by_event { *at } else { now };
            let prefix = key(bucket, pile, partitioned.is_some(), at, by_event);
            let lines = days.entry(prefix).or_default();
            lines.push_str(line);
        }
        let named = |(prefix, lines)| {
            (format!("{prefix}{}", self.platform.ids.hex(8).to_ascii_uppercase()), lines)
        };
        days.into_iter().map(named).collect()
    }

    async fn put(&self, bucket: &str, pile: &Pile, key: String, body: String) -> Result<()> {
        let platform = self.platform.clone();
        let deliverer = Principal::service(DELIVERER);
        let cx = platform.context(deliverer, &*pile.account, &*pile.region);
        let cx = cx.clone().on_behalf_of(asks::bucket(&cx, bucket));
        let granted = grants(&pile.to);
        let owner = crate::bucket::canonical_id(&pile.account);
        let full_control = (!granted.is_empty()).then(|| format!("id={owner}"));
        let of = |permission: &str| {
            let all = granted.iter().filter(|(name, _)| name == permission);
            all.map(|(_, to)| to.clone()).collect::<Vec<_>>()
        };
        let full_control: Vec<_> = full_control.into_iter().chain(of("FULL_CONTROL")).collect();
        let header = |all: Vec<String>| (!all.is_empty()).then(|| all.join(","));
        let input = PutObjectRequest {
            bucket: pile.to.target_bucket.clone(),
            key,
            body: bytes::Bytes::from(body).into(),
            content_type: Some("text/plain".to_owned()),
            grant_full_control: header(full_control),
            grant_read: header(of("READ")),
            ..Default::default()
        };
        cx.call::<PutObject>(input).await.map(drop)
    }
}

/// To whom objects with logs are granted, as headers write it: permission and grantee.
fn grants(to: &LoggingEnabled) -> Vec<(String, String)> {
    let written = |it: &shapes::s3::TargetGrant| {
        let grantee = it.grantee.as_ref()?;
        let id = grantee.id.as_ref().map(|id| format!("id={id}"));
        let to = id.or_else(|| grantee.uri.as_ref().map(|uri| format!("uri={uri}")))?;
        Some((it.permission.clone()?, to))
    };
    to.target_grants.iter().flatten().filter_map(written).collect()
}

/// What a key begins with. In keys by the time of events the time of day is not told.
fn key(bucket: &str, pile: &Pile, is_partitioned: bool, at: Timestamp, by_event: bool) -> String {
    let prefix = &pile.to.target_prefix;
    let text = at.iso8601();
    let day = text.get(..10).unwrap_or_default();
    let time = if by_event { "00:00:00" } else { text.get(11..19).unwrap_or_default() };
    let stamp = format!("{day}-{}-", time.replace(':', "-"));
    if !is_partitioned {
        return format!("{prefix}{stamp}");
    }
    let Pile { account, region, .. } = pile;
    format!("{prefix}{account}/{region}/{bucket}/{}/{stamp}", day.replace('-', "/"))
}

impl Waiting {
    fn take(&mut self) -> BTreeMap<String, Pile> {
        self.bytes = 0;
        mem::take(&mut self.of)
    }
}

/// Refuses a place to which logs cannot go.
///
/// # Errors
/// `InvalidTargetBucketForLogging`, `CrossLocationLoggingProhibitted`,
/// `AccessControlListNotSupported`, and those of grantees.
pub(crate) async fn check(cx: &Context, bucket: &Bucket, to: &LoggingEnabled) -> Result<()> {
    use crate::errors::{ACL_NOT_SUPPORTED, CROSS_LOCATION_LOGGING, INVALID_LOGGING_TARGET};
    let invalid = |message: &str| {
        let error = Error::new(&INVALID_LOGGING_TARGET, message);
        error.with("TargetBucket", &to.target_bucket)
    };
    let target = crate::bucket::find(cx.tables(), &to.target_bucket).await?;
    let target = target.ok_or_else(|| invalid("The target bucket for logging does not exist"))?;
    if target.bucket.account != bucket.account {
        let message =
            "The owner for the bucket to be logged and the target bucket must be the same.";
        return Err(invalid(message));
    }
    if target.bucket.region != bucket.region {
        let message = "Cross S3 location logging not allowed. ";
        let error = Error::new(&CROSS_LOCATION_LOGGING, message);
        return Err(error.with("TargetBucketLocation", &target.bucket.region));
    }
    let grants = to.target_grants.as_deref().unwrap_or_default();
    if !grants.is_empty() && !target.bucket.acls_act() {
        let message = "Target grants not allowed for bucket owner enforced buckets";
        return Err(Error::new(&ACL_NOT_SUPPORTED, message));
    }
    for grant in grants {
        let grantee = grant.grantee.as_ref().ok_or_else(crate::errors::malformed_xml)?;
        crate::acl::Grantee::read(grantee)?;
        if !matches!(grant.permission.as_deref(), Some("FULL_CONTROL" | "READ" | "WRITE")) {
            return Err(crate::errors::malformed_xml());
        }
    }
    let Some(format) = &to.target_object_key_format else { return Ok(()) };
    let source = format.partitioned_prefix.as_ref().map(|it| it.partition_date_source.as_deref());
    match (&format.simple_prefix, source) {
        (Some(_), None) | (None, Some(None | Some("EventTime" | "DeliveryTime"))) => Ok(()),
        _ => Err(crate::errors::malformed_xml()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::s3::{PartitionedPrefix, TargetObjectKeyFormat};

    #[test]
    fn keys_tell_when_and_what_they_are_of() {
        let pile = Pile {
            account: "111122223333".to_owned(),
            region: "us-east-1".to_owned(),
            to: LoggingEnabled { target_prefix: "logs/".to_owned(), ..Default::default() },
            lines: Vec::new(),
        };
        let at = Timestamp(1_700_000_000_000);
        assert_eq!(key("b", &pile, false, at, false), "logs/2023-11-14-22-13-20-");
        let partitioned = "logs/111122223333/us-east-1/b/2023/11/14/2023-11-14-00-00-00-";
        assert_eq!(key("b", &pile, true, at, true), partitioned);
    }

    #[tokio::test]
    async fn a_place_for_logs_is_of_the_same_owner_and_region() {
        let (service, cx, _) = crate::testing::world().await;
        crate::testing::make_bucket(&service, &cx, "target").await;
        crate::testing::make_bucket(&service, &crate::testing::stranger(&cx), "theirs").await;
        let bucket = crate::bucket::find(cx.tables(), "bucket").await.unwrap().unwrap();
        let code = async |to: LoggingEnabled| {
            check(&cx, &bucket.bucket, &to).await.map_err(|error| error.code())
        };
        let to =
            |name: &str| LoggingEnabled { target_bucket: name.to_owned(), ..Default::default() };
        assert_eq!(code(to("target")).await, Ok(()));
        for name in ["nowhere", "theirs"] {
            assert_eq!(code(to(name)).await, Err("InvalidTargetBucketForLogging"));
        }
        let grants = Some(vec![shapes::s3::TargetGrant::default()]);
        let granted = LoggingEnabled { target_grants: grants, ..to("target") };
        assert_eq!(code(granted).await, Err("AccessControlListNotSupported"));
        let format = |source: &str| TargetObjectKeyFormat {
            partitioned_prefix: Some(PartitionedPrefix {
                partition_date_source: Some(source.to_owned()),
            }),
            simple_prefix: None,
        };
        let by = |source| LoggingEnabled {
            target_object_key_format: Some(format(source)),
            ..to("target")
        };
        assert_eq!(code(by("EventTime")).await, Ok(()));
        assert_eq!(code(by("Tomorrow")).await, Err("MalformedXML"));
    }
}

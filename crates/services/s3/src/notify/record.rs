//! What is said of an event ("Event message structure", version 2.1; that of replication's events is
//! 2.2, of a life cycle's, and of those that are about tags and lists of grants, 2.3).

use super::{Deed, Subject};
use crate::asks;
use crate::bucket::{Reached, canonical_id};
use crate::listing::url_encode;
use crate::object::Object;
use platform::{Context, Error, Principal, Result};
use serde::Serialize;
use shapes::Timestamp;

#[derive(Serialize)]
struct Message<'a> {
    #[serde(rename = "Records")]
    records: [Record<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    event_version: &'static str,
    event_source: &'static str,
    aws_region: &'a str,
    event_time: String,
    event_name: &'static str,
    user_identity: Identity,
    request_parameters: Parameters,
    response_elements: Elements,
    s3: Told<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    glacier_event_data: Option<Restored<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lifecycle_event_data: Option<Moved<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replication_event_data: Option<ToldReplication<'a>>,
}

/// How the replication of a version goes.
pub(crate) struct ReplicationTold<'a> {
    /// The rule by which it is replicated.
    pub rule: &'a str,
    /// The ARN of the bucket to which it is.
    pub to: String,
    /// What was done to it, such as `OBJECT_PUT`.
    pub operation: &'a str,
    /// When.
    pub since: Timestamp,
    /// Why it was not replicated.
    pub reason: Option<&'static str>,
    /// How long it has taken so far.
    pub took_ms: Option<i64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ToldReplication<'a> {
    replication_rule_id: &'a str,
    destination_bucket: &'a str,
    s3_operation: &'a str,
    request_time: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure_reason: Option<&'static str>,
    /// In minutes, where it is about how long it takes, and how many seconds it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    threshold: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replication_time: Option<String>,
}

fn replicated<'a>(told: &'a ReplicationTold<'a>) -> ToldReplication<'a> {
    ToldReplication {
        replication_rule_id: told.rule,
        destination_bucket: &told.to,
        s3_operation: told.operation,
        request_time: told.since.iso8601_millis(),
        failure_reason: told.reason,
        threshold: told.took_ms.map(|_| "15"),
        replication_time: told.took_ms.map(|ms| (ms / 1000).to_string()),
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Restored<'a> {
    restore_event_data: RestoredCopy<'a>,
}

/// Until when a restored copy stays, and from which class it was made.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RestoredCopy<'a> {
    lifecycle_restoration_expiry_time: String,
    lifecycle_restore_storage_class: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Moved<'a> {
    transition_event_data: MovedTo<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MovedTo<'a> {
    destination_storage_class: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Identity {
    principal_id: String,
}

#[derive(Serialize)]
struct Parameters {
    #[serde(rename = "sourceIPAddress")]
    source_ip_address: &'static str,
}

#[derive(Serialize)]
struct Elements {
    #[serde(rename = "x-amz-request-id")]
    request_id: String,
    #[serde(rename = "x-amz-id-2")]
    host_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    #[serde(rename = "s3SchemaVersion")]
    schema_version: &'static str,
    configuration_id: &'a str,
    bucket: ToldBucket<'a>,
    object: ToldObject<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ToldBucket<'a> {
    name: &'a str,
    owner_identity: Identity,
    arn: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ToldObject<'a> {
    key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<u64>,
    #[serde(rename = "eTag", skip_serializing_if = "Option::is_none")]
    etag: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sequencer: Option<&'a str>,
}

/// The MD5 of nothing, which AWS tells as a delete marker's ETag.
const EMPTY: &str = "d41d8cd98f00b204e9800998ecf8427e";

/// The event that a restored copy is there, and the one that an object has another storage class.
pub(crate) const COMPLETED: &str = "ObjectRestore:Completed";
pub(crate) const MOVED: &str = "LifecycleTransition";

fn restored(object: &Object) -> Option<Restored<'_>> {
    let restore = object.restore.as_ref()?;
    let restore_event_data = RestoredCopy {
        lifecycle_restoration_expiry_time: Timestamp(restore.expires_ms).iso8601_millis(),
        lifecycle_restore_storage_class: object.headers.class(),
    };
    Some(Restored { restore_event_data })
}

/// What is told of an object besides the event.
pub(crate) struct About<'a> {
    pub subject: &'a Subject<'a>,
    /// Of two events of a key the later has the greater.
    pub sequencer: &'a str,
}

/// The message of an event, for the rule of this id.
///
/// # Errors
/// None that its contents can cause.
pub(crate) fn message(deed: &Deed, bucket: &Reached, id: &str, about: &About) -> Result<String> {
    let cx = deed.cx;
    let Subject { key, object, version, replication } = about.subject;
    let is_marker = deed.event.ends_with(":DeleteMarkerCreated");
    let is_lifecycle = deed.event.starts_with("Lifecycle");
    // What is set beside a content has no size, and no place among the writes of its key.
    let is_beside = ["ObjectTagging:", "ObjectAcl:"].iter().any(|it| deed.event.starts_with(it));
    let owner = canonical_id(&bucket.bucket.account);
    // A copy is restored in the customer's name.
    let principal_id = match deed.event {
        COMPLETED => format!("AmazonCustomer:{owner}"),
        _ => principal(cx),
    };
    let record = Record {
        event_version: match replication {
            Some(_) => "2.2",
            None if is_lifecycle || is_beside => "2.3",
            None => "2.1",
        },
        event_source: "aws:s3",
        aws_region: &bucket.bucket.region,
        event_time: cx.now().iso8601_millis(),
        event_name: deed.event,
        user_identity: Identity { principal_id },
        // Whence a request came is not known behind the gateway, which listens on loopback.
        request_parameters: Parameters { source_ip_address: "127.0.0.1" },
        response_elements: Elements {
            request_id: request_id(cx),
            host_id: cx.platform().ids.hex(32),
        },
        s3: Told {
            schema_version: "1.0",
            configuration_id: id,
            bucket: ToldBucket {
                name: &bucket.name,
                owner_identity: Identity { principal_id: owner },
                arn: asks::bucket(cx, &bucket.name),
            },
            object: ToldObject {
                key: url_encode(key),
                size: object.filter(|_| !is_beside).map(|object| object.size),
                etag: object.map(|object| &*object.etag).or(is_marker.then_some(EMPTY)),
                version_id: *version,
                sequencer: Some(about.sequencer).filter(|_| !is_beside),
            },
        },
        glacier_event_data: object.filter(|_| deed.event == COMPLETED).and_then(restored),
        lifecycle_event_data: object.filter(|_| deed.event == MOVED).map(|object| Moved {
            transition_event_data: MovedTo { destination_storage_class: object.headers.class() },
        }),
        replication_event_data: replication.map(replicated),
    };
    serde_json::to_string(&Message { records: [record] }).map_err(Error::internal)
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Test<'a> {
    service: &'static str,
    event: &'static str,
    time: String,
    bucket: &'a str,
    request_id: String,
    host_id: String,
}

/// The message that a queue or a topic gets when a rule for it is set.
///
/// # Errors
/// None that its contents can cause.
pub(crate) fn test_message(cx: &Context, bucket: &str) -> Result<String> {
    let test = Test {
        service: "Amazon S3",
        event: "s3:TestEvent",
        time: cx.now().iso8601_millis(),
        bucket,
        request_id: request_id(cx),
        host_id: cx.platform().ids.hex(32),
    };
    serde_json::to_string(&test).map_err(Error::internal)
}

/// Who did it: a service by its name, others by their ids.
fn principal(cx: &Context) -> String {
    let id = cx.principal.user_id();
    match &*cx.principal {
        Principal::Service { .. } => id,
        _ => format!("AWS:{id}"),
    }
}

/// The request's id as S3 writes it.
fn request_id(cx: &Context) -> String {
    cx.request_id.chars().filter(|&c| c != '-').take(16).collect::<String>().to_ascii_uppercase()
}

//! Replication as the operations have it, beside a role that trusts S3 or does not.

use super::outbox::TASKS;
use crate::S3;
use crate::testing::{
    begin, complete_request, make_bucket, part, pieces, put, put_request, stranger, versioned,
    world,
};
use platform::{Context, Error, Handler, ManualClock, Result, operations, served};
use shapes::s3::ops::*;
use shapes::s3::*;
use shapes::sts::ops::AssumeRole;
use shapes::sts::{AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser};
use shapes::{ErrorShape, sqs};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::Scan;

const ROLE: &str = "arn:aws:iam::000000000000:role/R";

/// A role, whose refusals are these, and a queue.
#[derive(Default)]
struct Beside {
    refusal: Mutex<Option<u16>>,
    letters: Mutex<Vec<String>>,
}

impl Handler<AssumeRole> for Beside {
    async fn handle(&self, cx: &Context, input: AssumeRoleRequest) -> Result<AssumeRoleResponse> {
        assert_eq!((&*input.role_arn, cx.caller_arn()), (ROLE, "s3.amazonaws.com".into()));
        static DENIED: ErrorShape = ErrorShape::client("AccessDenied", 403);
        match *self.refusal.lock().unwrap() {
            Some(403) => return Err(Error::new(&DENIED, "as the test says")),
            Some(_) => return Err(Error::internal("as the test says")),
            None => {}
        }
        let assumed_role_id = format!("AROA:{}", input.role_session_name);
        let user = AssumedRoleUser { assumed_role_id, arn: String::new() };
        Ok(AssumeRoleResponse { assumed_role_user: Some(user), ..Default::default() })
    }
}

impl Handler<sqs::ops::SendMessage> for Beside {
    async fn handle(
        &self,
        _: &Context,
        input: sqs::SendMessageRequest,
    ) -> Result<sqs::SendMessageResult> {
        self.letters.lock().unwrap().push(input.message_body);
        Ok(sqs::SendMessageResult::default())
    }
}

/// A bucket `bucket` that is replicated to `there` by some rules.
struct World {
    service: Arc<S3>,
    cx: Context,
    clock: Arc<ManualClock>,
    beside: Arc<Beside>,
}

fn rule(to: &str) -> ReplicationRule {
    let bucket = format!("arn:aws:s3:::{to}");
    ReplicationRule {
        id: Some(to.to_owned()),
        priority: Some(1),
        status: "Enabled".into(),
        filter: Some(ReplicationRuleFilter::default()),
        delete_marker_replication: markers("Disabled"),
        destination: Destination { bucket, ..Default::default() },
        ..Default::default()
    }
}

fn markers(status: &str) -> Option<DeleteMarkerReplication> {
    Some(DeleteMarkerReplication { status: Some(status.into()) })
}

async fn set(cx: &Context, bucket: &str, rules: Vec<ReplicationRule>) -> Result<()> {
    let replication_configuration = ReplicationConfiguration { role: ROLE.into(), rules };
    let bucket = bucket.into();
    let input =
        PutBucketReplicationRequest { bucket, replication_configuration, ..Default::default() };
    cx.call::<PutBucketReplication>(input).await.map(drop)
}

impl World {
    async fn new(rules: Vec<ReplicationRule>) -> Self {
        let (service, cx, clock) = world().await;
        let beside = Arc::new(Beside::default());
        let mut all = served(&service);
        all.extend(operations![beside => AssumeRole, sqs::ops::SendMessage]);
        cx.platform().serve(all);
        make_bucket(&service, &cx, "there").await;
        for bucket in ["bucket", "there"] {
            versioned(&service, &cx, bucket, "Enabled").await;
        }
        if !rules.is_empty() {
            set(&cx, "bucket", rules).await.unwrap();
        }
        cx.platform().deadlines.start();
        Self { service, cx, clock, beside }
    }

    async fn put(&self, key: &str, body: &str) -> String {
        put(&self.service, &self.cx, key, body.to_owned()).await.version_id.unwrap()
    }

    /// All that is due by now has had its turn, and what that brought about.
    async fn settled(&self) {
        // What was settled at this instant says nothing of what came to be due at it since.
        self.clock.advance(Duration::from_millis(1));
        self.cx.platform().deadlines.settled().await;
    }

    async fn head(&self, bucket: &str, key: &str, version: &str) -> Result<HeadObjectOutput> {
        let input = HeadObjectRequest {
            bucket: bucket.into(),
            key: key.into(),
            version_id: Some(version.into()),
            ..Default::default()
        };
        self.cx.run::<HeadObject, _>(&*self.service, input).await
    }

    async fn status(&self, bucket: &str, key: &str, version: &str) -> String {
        let found = self.head(bucket, key, version).await;
        match found {
            Ok(head) => head.replication_status.unwrap_or_default(),
            Err(error) => error.code().to_owned(),
        }
    }

    async fn read(&self, bucket: &str, key: &str) -> Result<Vec<u8>> {
        let (bucket, key) = (bucket.into(), key.into());
        let input = GetObjectRequest { bucket, key, ..Default::default() };
        let output = self.cx.run::<GetObject, _>(&*self.service, input).await?;
        Ok(output.body.collect(usize::MAX).await?.to_vec())
    }

    /// The versions of a bucket as it lists them: key, id, whether it is a marker, whether the latest.
    async fn listed(&self, bucket: &str) -> Vec<(String, String, bool, bool)> {
        let input = ListObjectVersionsRequest { bucket: bucket.into(), ..Default::default() };
        let page = self.cx.run::<ListObjectVersions, _>(&*self.service, input).await.unwrap();
        let objects = page
            .versions
            .into_iter()
            .flatten()
            .map(|it| (it.key.unwrap(), it.version_id.unwrap(), false, it.is_latest.unwrap()));
        let markers = page
            .delete_markers
            .into_iter()
            .flatten()
            .map(|it| (it.key.unwrap(), it.version_id.unwrap(), true, it.is_latest.unwrap()));
        objects.chain(markers).collect()
    }

    async fn tag(&self, bucket: &str, key: &str, version: &str, value: &str) {
        let input = PutObjectTaggingRequest {
            bucket: bucket.into(),
            key: key.into(),
            version_id: Some(version.into()),
            tagging: Tagging { tag_set: vec![Tag { key: "a".into(), value: value.into() }] },
            ..Default::default()
        };
        self.cx.run::<PutObjectTagging, _>(&*self.service, input).await.unwrap();
    }

    async fn tagged(&self, bucket: &str, key: &str, version: &str) -> String {
        let input = GetObjectTaggingRequest {
            bucket: bucket.into(),
            key: key.into(),
            version_id: Some(version.into()),
            ..Default::default()
        };
        let tags = self.cx.run::<GetObjectTagging, _>(&*self.service, input).await.unwrap().tag_set;
        tags.first().map(|tag| tag.value.clone()).unwrap_or_default()
    }

    async fn delete(&self, bucket: &str, key: &str, version: Option<&str>) -> Option<String> {
        let input = DeleteObjectRequest {
            bucket: bucket.into(),
            key: key.into(),
            version_id: version.map(str::to_owned),
            ..Default::default()
        };
        self.cx.run::<DeleteObject, _>(&*self.service, input).await.unwrap().version_id
    }

    async fn tasks(&self) -> usize {
        TASKS.scan(self.cx.tables(), Scan::prefix(b"")).await.unwrap().len()
    }
}

#[tokio::test]
async fn a_version_comes_with_its_id_and_all_that_is_told_of_it() -> Result<()> {
    let world = World::new(vec![rule("there")]).await;
    let body = vec![7_u8; 40_000];
    let mut input = put_request("k", body.clone());
    input.metadata = Some([("m".to_owned(), "1".to_owned())].into());
    input.tagging = Some("a=1".into());
    input.content_type = Some("text/plain".into());
    let put = world.cx.run::<PutObject, _>(&*world.service, input).await?;
    let id = put.version_id.unwrap();
    assert!(matches!(&*world.status("bucket", "k", &id).await, "PENDING" | "COMPLETED"));
    world.settled().await;
    assert_eq!(world.status("bucket", "k", &id).await, "COMPLETED");
    let (here, there) =
        (world.head("bucket", "k", &id).await?, world.head("there", "k", &id).await?);
    let replication_status = Some("REPLICA".to_owned());
    assert_eq!(there, HeadObjectOutput { replication_status, ..here });
    assert_eq!(world.read("there", "k").await?, body);
    assert_eq!(world.tagged("there", "k", &id).await, "1");
    assert_eq!(world.tasks().await, 0);
    // What removes a version for good removes no other.
    world.delete("bucket", "k", Some(&id)).await;
    world.settled().await;
    assert_eq!(world.status("there", "k", &id).await, "REPLICA");
    Ok(())
}

#[tokio::test]
async fn an_object_of_parts_keeps_its_parts() -> Result<()> {
    let world = World::new(vec![rule("there")]).await;
    let (service, cx) = (&*world.service, &world.cx);
    let upload = begin(service, cx, "k").await;
    let mut parts = vec![part(service, cx, "k", &upload, 1, vec![b'x'; 5 << 20]).await];
    parts.push(part(service, cx, "k", &upload, 2, "end").await);
    let input = complete_request("k", &upload, parts);
    let id = cx.run::<CompleteMultipartUpload, _>(service, input).await?.version_id.unwrap();
    world.settled().await;
    let head = |bucket: &str| HeadObjectRequest {
        bucket: bucket.into(),
        key: "k".into(),
        version_id: Some(id.clone()),
        part_number: Some(2),
        ..Default::default()
    };
    let here = cx.run::<HeadObject, _>(service, head("bucket")).await?;
    let there = cx.run::<HeadObject, _>(service, head("there")).await?;
    assert_eq!((there.parts_count, there.content_length), (Some(2), Some(3)));
    assert_eq!(there.etag, here.etag);
    // The replica's content is its own.
    world.delete("bucket", "k", Some(&id)).await;
    let read = world.read("there", "k").await?;
    assert_eq!((read.len(), &read[5 << 20..]), ((5 << 20) + 3, &b"end"[..]));
    Ok(())
}

#[tokio::test]
async fn versions_stand_in_their_order_whatever_comes_first() -> Result<()> {
    let world = World::new(Vec::new()).await;
    set(&world.cx, "bucket", vec![rule("there")]).await?;
    let mut ids = Vec::new();
    for number in 0..5 {
        ids.push(world.put("k", &number.to_string()).await);
        world.clock.advance(Duration::from_secs(1));
    }
    // One of the other bucket's own comes between or above, and keeps its place.
    let input = PutObjectRequest { bucket: "there".into(), ..put_request("k", "own") };
    let own = world.cx.run::<PutObject, _>(&*world.service, input).await?.version_id.unwrap();
    world.settled().await;
    ids.push(own);
    ids.reverse();
    let listed = world.listed("there").await;
    assert_eq!(listed.iter().map(|it| it.1.clone()).collect::<Vec<_>>(), ids);
    assert_eq!(listed.iter().filter(|it| it.3).count(), 1);
    for id in &ids {
        world.delete("there", "k", Some(id)).await;
    }
    assert!(world.listed("there").await.is_empty());
    Ok(())
}

#[tokio::test]
async fn markers_come_where_a_rule_says_so_and_by_old_rules_always() -> Result<()> {
    let old = ReplicationRule {
        prefix: Some(String::new()),
        filter: None,
        priority: None,
        delete_marker_replication: None,
        ..rule("there")
    };
    let on = ReplicationRule { delete_marker_replication: markers("Enabled"), ..rule("there") };
    for (rule, comes) in [(rule("there"), false), (on, true), (old, true)] {
        let world = World::new(vec![rule]).await;
        world.put("k", "x").await;
        world.settled().await;
        let marker = world.delete("bucket", "k", None).await.unwrap();
        world.settled().await;
        let listed = world.listed("there").await;
        let found = listed.iter().any(|it| it.1 == marker && it.2 && it.3);
        assert_eq!(found, comes);
        assert_eq!(listed.len(), 1 + usize::from(comes));
    }
    Ok(())
}

#[tokio::test]
async fn what_was_there_before_or_fits_no_rule_is_not_replicated() -> Result<()> {
    let world = World::new(Vec::new()).await;
    let before = world.put("a/k", "x").await;
    let tag = Some(Tag { key: "a".into(), value: "1".into() });
    let tagged = ReplicationRuleFilter { tag, ..Default::default() };
    let filter = ReplicationRuleFilter { prefix: Some("a/".into()), ..Default::default() };
    let rules = vec![
        ReplicationRule { filter: Some(filter), ..rule("there") },
        ReplicationRule {
            id: Some("t".into()),
            filter: Some(tagged),
            priority: Some(2),
            ..rule("there")
        },
    ];
    set(&world.cx, "bucket", rules).await?;
    let other = world.put("b/k", "x").await;
    let fits = world.put("a/l", "x").await;
    let input = PutObjectRequest { tagging: Some("a=1".into()), ..put_request("t", "x") };
    let of_tag = world.cx.run::<PutObject, _>(&*world.service, input).await?.version_id.unwrap();
    world.tag("bucket", "b/k", &other, "1").await;
    world.tag("bucket", "a/k", &before, "1").await;
    world.settled().await;
    for (key, id, status) in [
        ("a/k", &before, ""),
        ("b/k", &other, ""),
        ("a/l", &fits, "COMPLETED"),
        ("t", &of_tag, "COMPLETED"),
    ] {
        assert_eq!(world.status("bucket", key, id).await, status, "{key}");
    }
    assert_eq!(world.listed("there").await.len(), 2);
    Ok(())
}

#[tokio::test]
async fn what_is_told_of_a_version_follows_it() -> Result<()> {
    let world = World::new(vec![rule("there")]).await;
    let id = world.put("k", "x").await;
    world.settled().await;
    world.tag("bucket", "k", &id, "2").await;
    world.settled().await;
    assert_eq!(world.tagged("there", "k", &id).await, "2");
    assert_eq!(world.status("bucket", "k", &id).await, "COMPLETED");
    // Of a replica only where a rule of its bucket takes that.
    world.tag("there", "k", &id, "3").await;
    world.settled().await;
    assert_eq!(world.tagged("bucket", "k", &id).await, "2");
    let status = "Enabled".to_owned();
    let criteria = SourceSelectionCriteria {
        replica_modifications: Some(ReplicaModifications { status }),
        ..Default::default()
    };
    let back = ReplicationRule { source_selection_criteria: Some(criteria), ..rule("bucket") };
    set(&world.cx, "there", vec![back]).await?;
    world.tag("there", "k", &id, "4").await;
    world.settled().await;
    assert_eq!(world.tagged("bucket", "k", &id).await, "4");
    assert_eq!(world.status("there", "k", &id).await, "REPLICA");
    // What somebody has removed there for good does not come back.
    world.delete("there", "k", Some(&id)).await;
    for tag in ["5", "6"] {
        world.tag("bucket", "k", &id, tag).await;
        world.settled().await;
        assert_eq!(world.status("bucket", "k", &id).await, "FAILED");
        assert_eq!(world.status("there", "k", &id).await, "NoSuchVersion");
    }
    Ok(())
}

#[tokio::test]
async fn a_replica_is_not_replicated_on() -> Result<()> {
    let world = World::new(vec![rule("there")]).await;
    make_bucket(&world.service, &world.cx, "third").await;
    versioned(&world.service, &world.cx, "third", "Enabled").await;
    set(&world.cx, "there", vec![rule("third")]).await?;
    let id = world.put("k", "x").await;
    world.settled().await;
    assert_eq!(world.status("there", "k", &id).await, "REPLICA");
    assert!(world.listed("third").await.is_empty());
    Ok(())
}

#[tokio::test]
async fn of_several_buckets_each_gets_it_and_the_worst_is_told() -> Result<()> {
    let world = World::new(Vec::new()).await;
    make_bucket(&world.service, &world.cx, "third").await;
    versioned(&world.service, &world.cx, "third", "Enabled").await;
    let second = ReplicationRule { priority: Some(2), ..rule("third") };
    set(&world.cx, "bucket", vec![rule("there"), second]).await?;
    let first = world.put("k", "x").await;
    world.settled().await;
    assert_eq!(world.status("bucket", "k", &first).await, "COMPLETED");
    versioned(&world.service, &world.cx, "third", "Suspended").await;
    let next = world.put("k", "y").await;
    world.settled().await;
    assert_eq!(world.status("bucket", "k", &next).await, "FAILED");
    assert_eq!(world.status("there", "k", &next).await, "REPLICA");
    assert_eq!(world.status("third", "k", &next).await, "NoSuchVersion");
    Ok(())
}

/// Has replication's events sent to a queue.
async fn notify(world: &World) -> Result<()> {
    let queue = "arn:aws:sqs:us-east-1:000000000000:q".to_owned();
    let events = vec!["s3:Replication:*".to_owned()];
    let queues = vec![QueueConfiguration { queue_arn: queue, events, ..Default::default() }];
    let input = PutBucketNotificationConfigurationRequest {
        bucket: "bucket".into(),
        notification_configuration: NotificationConfiguration {
            queue_configurations: Some(queues),
            ..Default::default()
        },
        skip_destination_validation: Some(true),
        ..Default::default()
    };
    world.cx.call::<PutBucketNotificationConfiguration>(input).await.map(drop)
}

#[tokio::test]
async fn a_role_that_does_not_trust_s3_fails_for_good_and_a_failure_is_tried_again() -> Result<()> {
    let world = World::new(vec![rule("there")]).await;
    notify(&world).await?;
    *world.beside.refusal.lock().unwrap() = Some(403);
    let refused = world.put("k", "x").await;
    world.settled().await;
    assert_eq!(world.status("bucket", "k", &refused).await, "FAILED");
    let letters = std::mem::take(&mut *world.beside.letters.lock().unwrap());
    let told = letters.iter().find(|it| it.contains("OperationFailedReplication")).unwrap();
    for part in ["\"AssumeRoleNotPermitted\"", "\"arn:aws:s3:::there\"", "\"OBJECT_PUT\"", &refused]
    {
        assert!(told.contains(part), "{told}");
    }
    *world.beside.refusal.lock().unwrap() = Some(500);
    let late = world.put("l", "x").await;
    world.settled().await;
    assert_eq!(world.status("bucket", "l", &late).await, "PENDING");
    *world.beside.refusal.lock().unwrap() = None;
    world.settled().await;
    assert_eq!(world.status("bucket", "l", &late).await, "PENDING");
    world.clock.advance(Duration::from_secs(2));
    world.settled().await;
    assert_eq!(world.status("bucket", "l", &late).await, "COMPLETED");
    Ok(())
}

#[tokio::test]
async fn a_bucket_of_another_account_is_written_to_where_its_policy_lets_the_role() -> Result<()> {
    let world = World::new(Vec::new()).await;
    let other = stranger(&world.cx);
    make_bucket(&world.service, &other, "foreign").await;
    versioned(&world.service, &other, "foreign", "Enabled").await;
    set(&world.cx, "bucket", vec![rule("foreign")]).await?;
    let refused = world.put("k", "x").await;
    world.settled().await;
    assert_eq!(world.status("bucket", "k", &refused).await, "FAILED");
    let policy = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow",
        "Principal":{"AWS":"arn:aws:iam::000000000000:role/R"},
        "Action":["s3:ReplicateObject"],"Resource":"arn:aws:s3:::foreign/*"}}"#;
    let input = PutBucketPolicyRequest {
        bucket: "foreign".into(),
        policy: policy.into(),
        ..Default::default()
    };
    other.run::<PutBucketPolicy, _>(&*world.service, input).await?;
    let allowed = world.put("k", "x").await;
    world.settled().await;
    assert_eq!(world.status("bucket", "k", &allowed).await, "COMPLETED");
    let input = HeadObjectRequest {
        bucket: "foreign".into(),
        key: "k".into(),
        version_id: Some(allowed),
        ..Default::default()
    };
    let head = other.run::<HeadObject, _>(&*world.service, input).await?;
    assert_eq!(head.replication_status.as_deref(), Some("REPLICA"));
    Ok(())
}

#[tokio::test]
async fn without_rules_a_write_leaves_nothing_to_bring() -> Result<()> {
    let world = World::new(Vec::new()).await;
    world.put("k", "x").await;
    world.delete("bucket", "k", None).await;
    assert_eq!(world.tasks().await, 0);
    let body = pieces(40_000, 10_000);
    let input = PutObjectRequest { body, ..put_request("k", "") };
    world.cx.run::<PutObject, _>(&*world.service, input).await?;
    let rows = world.cx.tables().scan(store::Table("deadlines"), Scan::prefix(b"")).await?;
    assert!(rows.is_empty());
    Ok(())
}

#[tokio::test]
async fn what_was_not_brought_when_its_rules_go_has_failed() -> Result<()> {
    let world = World::new(vec![rule("there")]).await;
    *world.beside.refusal.lock().unwrap() = Some(500);
    let id = world.put("k", "x").await;
    world.settled().await;
    let suspended = PutBucketVersioningRequest {
        bucket: "bucket".into(),
        versioning_configuration: VersioningConfiguration {
            status: Some("Suspended".into()),
            mfa_delete: None,
        },
        ..Default::default()
    };
    let refused = world.cx.call::<PutBucketVersioning>(suspended.clone()).await.unwrap_err();
    assert_eq!((refused.code(), refused.shape.status), ("InvalidBucketState", 409));
    let input = GetBucketReplicationRequest { bucket: "bucket".into(), ..Default::default() };
    let kept = world.cx.call::<GetBucketReplication>(input.clone()).await?;
    assert_eq!(kept.replication_configuration.unwrap().rules, [rule("there")]);
    let bucket = "bucket".into();
    let gone = DeleteBucketReplicationRequest { bucket, ..Default::default() };
    world.cx.call::<DeleteBucketReplication>(gone).await?;
    let absent = world.cx.call::<GetBucketReplication>(input).await.unwrap_err();
    assert_eq!(absent.code(), "ReplicationConfigurationNotFoundError");
    assert_eq!(absent.fields, [("BucketName", "bucket".to_owned())]);
    world.clock.advance(Duration::from_secs(2));
    world.settled().await;
    assert_eq!(world.status("bucket", "k", &id).await, "FAILED");
    world.cx.call::<PutBucketVersioning>(suspended).await?;
    Ok(())
}

/// What a configuration is refused with.
async fn refusal(cx: &Context, rules: Vec<ReplicationRule>) -> (String, String) {
    let error = set(cx, "bucket", rules).await.unwrap_err();
    (error.code().to_owned(), error.message)
}

/// A rule with something changed.
fn with(change: impl Fn(&mut ReplicationRule)) -> Vec<ReplicationRule> {
    let mut rule = rule("there");
    change(&mut rule);
    vec![rule]
}

fn second(id: &str, priority: i32) -> ReplicationRule {
    ReplicationRule { id: Some(id.to_owned()), priority: Some(priority), ..rule("there") }
}

/// A rule without a filter.
fn old(prefix: &str) -> ReplicationRule {
    ReplicationRule {
        id: None,
        prefix: Some(prefix.into()),
        filter: None,
        priority: None,
        delete_marker_replication: None,
        ..rule("there")
    }
}

fn takes_kms() -> Option<SourceSelectionCriteria> {
    let selected = SseKmsEncryptedObjects { status: "Enabled".into() };
    let sse_kms_encrypted_objects = Some(selected);
    Some(SourceSelectionCriteria { sse_kms_encrypted_objects, ..Default::default() })
}

fn kms_key(key: &str) -> Option<EncryptionConfiguration> {
    Some(EncryptionConfiguration { replica_kms_key_id: Some(key.to_owned()) })
}

async fn check_refusals(cases: Vec<(Vec<ReplicationRule>, &str)>) {
    let world = World::new(Vec::new()).await;
    make_bucket(&world.service, &world.cx, "plain").await;
    for (rules, expected) in cases {
        let (code, message) = refusal(&world.cx, rules).await;
        assert!(code == expected || message.contains(expected), "{expected}: {code} {message}");
    }
}

#[tokio::test]
async fn rules_are_refused_in_the_words_of_aws() {
    let of_tag = || {
        let tag = Some(Tag { key: "a".into(), value: "1".into() });
        Some(ReplicationRuleFilter { tag, ..Default::default() })
    };
    check_refusals(vec![
        (vec![], "MalformedXML"),
        ((0..1001).map(|it| second(&it.to_string(), it)).collect(), "cannot exceed 1000"),
        (with(|it| it.status = "On".into()), "MalformedXML"),
        (with(|it| it.priority = None), "Priority must be specified for this version"),
        (with(|it| it.delete_marker_replication = None), "DeleteMarkerReplication must be"),
        (with(|it| it.filter = None), "MalformedXML"),
        (with(|it| it.prefix = Some("a".into())), "MalformedXML"),
        (with(|it| it.id = Some("x".repeat(256))), "Rule Id cannot be greater than 255"),
        (
            with(|it| {
                it.filter = of_tag();
                it.delete_marker_replication = markers("Enabled");
            }),
            "Delete marker replication is not supported if any Tag filter is specified.",
        ),
        (vec![rule("there"), second("there", 2)], "Rule Id must be unique"),
        (vec![rule("there"), second("b", 1)], "Found duplicate priority 1."),
        (vec![old("a"), old("b"), old("a/b")], "Found overlapping prefixes 'a' and 'a/b'"),
        (vec![old("a"), rule("there")], "Priority cannot be used for this version"),
        (
            with(|it| {
                let status = "Enabled".to_owned();
                it.existing_object_replication = Some(ExistingObjectReplication { status });
            }),
            "ExistingObjectReplication",
        ),
    ])
    .await;
}

#[tokio::test]
async fn destinations_are_refused_in_the_words_of_aws() {
    check_refusals(vec![
        (vec![rule("absent")], "Destination bucket must exist."),
        (vec![rule("plain")], "Destination bucket must have versioning enabled."),
        (vec![rule("bucket")], "Destination bucket cannot be the same"),
        (with(|it| it.destination.bucket = "there".into()), "Invalid bucket ARN"),
        (with(|it| it.destination.storage_class = Some("X".into())), "MalformedXML"),
        (with(|it| it.source_selection_criteria = takes_kms()), "ReplicaKmsKeyID must be"),
        (
            with(|it| it.destination.encryption_configuration = kms_key("arn:aws:kms:r:1:key/k")),
            "SseKmsEncryptedObjects must be specified",
        ),
        (
            with(|it| {
                it.source_selection_criteria = takes_kms();
                it.destination.encryption_configuration = kms_key("k");
            }),
            "Invalid ReplicaKmsKeyID ARN.",
        ),
        (
            with(|it| {
                let owner = "Destination".to_owned();
                it.destination.access_control_translation =
                    Some(AccessControlTranslation { owner });
            }),
            "Account must be specified",
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_role_and_versions_are_needed() {
    let world = World::new(Vec::new()).await;
    make_bucket(&world.service, &world.cx, "plain").await;
    for (bucket, role, expected) in [
        ("bucket", "R", "Invalid Role specified in replication configuration"),
        ("bucket", "arn:aws:iam::000000000000:user/R", "The relative id should start with role"),
        ("bucket", "arn:aws:iam::111111111111:role/R", "Access Denied"),
        ("plain", ROLE, "Versioning must be 'Enabled' on the bucket to apply a replication"),
    ] {
        let rules = vec![rule("there")];
        let replication_configuration = ReplicationConfiguration { role: role.into(), rules };
        let bucket = bucket.into();
        let input =
            PutBucketReplicationRequest { bucket, replication_configuration, ..Default::default() };
        let refused = world.cx.run::<PutBucketReplication, _>(&*world.service, input).await;
        assert!(refused.unwrap_err().message.starts_with(expected));
    }
}

#[tokio::test]
async fn replication_in_time_is_told_of_what_is_late() -> Result<()> {
    let minutes = Some(15);
    let mut timed = rule("there");
    timed.destination.replication_time = Some(ReplicationTime {
        status: "Enabled".into(),
        time: ReplicationTimeValue { minutes: Some(14) },
    });
    let world = World::new(Vec::new()).await;
    let refused = refusal(&world.cx, vec![timed.clone()]).await;
    assert!(refused.1.contains("both ReplicationTime and Metrics"), "{refused:?}");
    timed.destination.metrics = Some(Metrics { status: "Enabled".into(), event_threshold: None });
    let refused = refusal(&world.cx, vec![timed.clone()]).await;
    assert_eq!(refused.1, "Invalid time minute value");
    timed.destination.replication_time.as_mut().unwrap().time.minutes = minutes;
    let refused = refusal(&world.cx, vec![timed.clone()]).await;
    assert!(refused.1.contains("must contain an event threshold"), "{refused:?}");
    let threshold = Some(ReplicationTimeValue { minutes });
    timed.destination.metrics.as_mut().unwrap().event_threshold = threshold;
    set(&world.cx, "bucket", vec![timed]).await?;
    notify(&world).await?;
    *world.beside.refusal.lock().unwrap() = Some(500);
    let id = world.put("k", "x").await;
    world.settled().await;
    for _ in 0..5 {
        world.clock.advance(Duration::from_secs(301));
        world.settled().await;
    }
    let told = |event: &str| {
        let letters = world.beside.letters.lock().unwrap();
        letters.iter().filter(|it| it.contains(event)).count()
    };
    assert_eq!(told("OperationMissedThreshold"), 1);
    *world.beside.refusal.lock().unwrap() = None;
    world.clock.advance(Duration::from_secs(301));
    world.settled().await;
    assert_eq!(world.status("bucket", "k", &id).await, "COMPLETED");
    assert_eq!(told("OperationReplicatedAfterThreshold"), 1);
    let counted = platform::testing::counted(world.cx.platform());
    assert!(counted.keys().any(|it| it.starts_with("ReplicationLatency")), "{counted:?}");
    Ok(())
}

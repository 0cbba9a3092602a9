//! Clients of a bucket that keeps versions, and is replicated to another one.

use super::objects::{body, name_of};
use super::queues::expect;
use super::{Answer, Client, Failure, Servers};
use crate::time::lock;
use crate::witness::Content;
use bytes::Bytes;
use platform::{BoxFuture, Context, DEFAULT_ACCOUNT};
use shapes::s3::ops::{
    CreateBucket, DeleteObject, GetObject, ListObjectVersions, PutBucketReplication,
    PutBucketVersioning, PutObject,
};
use shapes::s3::{
    CreateBucketRequest, DeleteMarkerReplication, DeleteObjectRequest, Destination,
    GetObjectRequest, ListObjectVersionsRequest, PutBucketReplicationRequest,
    PutBucketVersioningRequest, PutObjectRequest, ReplicationConfiguration, ReplicationRule,
    ReplicationRuleFilter, VersioningConfiguration,
};

const BUCKET: &str = "keeping";
/// The bucket to which all of it is replicated.
const MIRROR: &str = "mirror";
/// The objects of which there are versions.
const KEYS: [&str; 2] = ["kept", "kept\0"];
/// How many versions a page of a listing has.
const PAGE: i32 = 3;
/// How often it is looked for what is to be replicated, and how long it is rested between at most.
const LOOKS: u32 = 300;
const PAUSE_US: u64 = 10_000_000;

/// Makes the buckets.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn prepare(client: &Client, servers: Servers) -> platform::Result<()> {
    let client = client.named("prepare", servers.s3);
    for bucket in [BUCKET, MIRROR] {
        let input = || CreateBucketRequest { bucket: bucket.to_owned(), ..Default::default() };
        client.insist(|| client.call::<CreateBucket>(bucket, input())).await?;
        let input = || PutBucketVersioningRequest {
            bucket: bucket.to_owned(),
            versioning_configuration: VersioningConfiguration {
                status: Some("Enabled".to_owned()),
                mfa_delete: None,
            },
            ..Default::default()
        };
        client.insist(|| client.call::<PutBucketVersioning>(bucket, input())).await?;
    }
    let input = || PutBucketReplicationRequest {
        bucket: BUCKET.to_owned(),
        replication_configuration: replication(),
        ..Default::default()
    };
    client.insist(|| client.call::<PutBucketReplication>(BUCKET, input())).await.map(drop)
}

/// Everything, delete markers too.
fn replication() -> ReplicationConfiguration {
    let bucket = format!("arn:aws:s3:::{MIRROR}");
    let rule = ReplicationRule {
        priority: Some(1),
        status: "Enabled".to_owned(),
        filter: Some(ReplicationRuleFilter::default()),
        delete_marker_replication: Some(DeleteMarkerReplication {
            status: Some("Enabled".to_owned()),
        }),
        destination: Destination { bucket, ..Default::default() },
        ..Default::default()
    };
    let role = format!("arn:aws:iam::{DEFAULT_ACCOUNT}:role/r");
    ReplicationConfiguration { role, rules: vec![rule] }
}

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: Servers) {
    for number in 0..2 {
        client.work(write(client.named(&format!("keeper{number}"), servers.s3)));
    }
    client.work(read(client.named("archivist", servers.s3)));
}

/// Keeps making versions, and removing some of its own.
async fn write(client: Client) {
    let mut own = Vec::new();
    while client.is_due() {
        let key = KEYS[client.index(KEYS.len())];
        if client.one_in(3) && !own.is_empty() {
            let (key, id) = own.swap_remove(client.index(own.len()));
            remove(&client, key, id).await;
        } else {
            let hides = client.one_in(4);
            let made = if hides { hide(&client, key).await } else { put(&client, key).await };
            own.extend(made.map(|id| (key, id)));
        }
        client.rest(400_000).await;
    }
}

/// Puts a version, and gives its id.
async fn put(client: &Client, key: &str) -> Option<String> {
    let ((name, body), begun) = (body(client), client.time.number());
    let input = PutObjectRequest {
        bucket: BUCKET.to_owned(),
        key: key.to_owned(),
        body: body.into(),
        ..Default::default()
    };
    let put = client.call::<PutObject>(&format!("{} {name}", shown(key)), input).await;
    let id = expect(client, put)?.version_id?;
    lock(&client.witness.versions).made(&client.time, (key, &id), Some(name), begun);
    Some(id)
}

/// Makes a delete marker, and gives its id.
async fn hide(client: &Client, key: &str) -> Option<String> {
    let begun = client.time.number();
    let input = DeleteObjectRequest {
        bucket: BUCKET.to_owned(),
        key: key.to_owned(),
        ..Default::default()
    };
    let hidden = client.call::<DeleteObject>(&shown(key), input).await;
    let id = expect(client, hidden)?.version_id?;
    lock(&client.witness.versions).made(&client.time, (key, &id), None, begun);
    Some(id)
}

/// Removes a version for good.
async fn remove(client: &Client, key: &str, id: String) {
    lock(&client.witness.versions).leaves(&client.time, key, &id);
    let removed = client.call::<DeleteObject>(&shown(key), removal(BUCKET, key, &id)).await;
    let mut versions = lock(&client.witness.versions);
    match removed {
        Ok(_) => versions.gone(&client.time, key, &id),
        Err(Failure::Refused(_) | Failure::Unreachable) => versions.stays(key, &id),
        Err(Failure::Unknown) => {}
    }
}

fn removal(bucket: &str, key: &str, id: &str) -> DeleteObjectRequest {
    DeleteObjectRequest {
        bucket: bucket.to_owned(),
        key: key.to_owned(),
        version_id: Some(id.to_owned()),
        ..Default::default()
    }
}

/// A key as a trace shows it.
fn shown(key: &str) -> String {
    key.replace('\0', "/0")
}

/// Keeps listing versions, and reading them.
async fn read(client: Client) {
    while client.is_due() {
        let begun = client.time.number();
        if let Ok(found) = list(&client, BUCKET).await {
            check(&client, begun, &found);
            if !found.is_empty() {
                let (key, id) = &found[client.index(found.len())];
                if let Ok(content) = get(&client, (BUCKET, key), id).await {
                    lock(&client.witness.versions).read(&client.time, (key, id), &content);
                }
            }
        }
        client.rest(300_000).await;
    }
}

/// Holds a listing of all keys against what is known.
fn check(client: &Client, begun: u64, found: &[(String, String)]) {
    for key in KEYS {
        let of_key = found.iter().filter(|(of, _)| of == key);
        let ids: Vec<_> = of_key.map(|(_, id)| id.clone()).collect();
        lock(&client.witness.versions).listed(&client.time, key, begun, &ids);
    }
}

/// Keys and ids in the order in which pages list them. Objects and markers are listed apart in a page
/// of several; so pages of one are read where a key has both.
async fn list(client: &Client, bucket: &str) -> Answer<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut input = ListObjectVersionsRequest { bucket: bucket.to_owned(), ..Default::default() };
    let mut size = PAGE;
    loop {
        input.max_keys = Some(size);
        let page = client.call::<ListObjectVersions>(bucket, input.clone()).await?;
        let objects = page.versions.unwrap_or_default();
        let markers = page.delete_markers.unwrap_or_default();
        if !objects.is_empty() && !markers.is_empty() {
            size = 1;
            continue;
        }
        found.extend(objects.into_iter().filter_map(|it| it.key.zip(it.version_id)));
        found.extend(markers.into_iter().filter_map(|it| it.key.zip(it.version_id)));
        if page.is_truncated != Some(true) {
            return Ok(found);
        }
        (input.key_marker, input.version_id_marker) =
            (page.next_key_marker, page.next_version_id_marker);
    }
}

/// What a version holds; nothing where it is a marker, or is gone.
async fn get(client: &Client, (bucket, key): (&str, &str), id: &str) -> Answer<Content> {
    let input = GetObjectRequest {
        bucket: bucket.to_owned(),
        key: key.to_owned(),
        version_id: Some(id.to_owned()),
        ..Default::default()
    };
    let work = move |cx: Context| -> BoxFuture<'static, platform::Result<Bytes>> {
        Box::pin(async move {
            let answer = cx.call::<GetObject>(input).await?;
            Ok(answer.body.collect(usize::MAX).await?)
        })
    };
    match client.ask(&format!("GetObject {} {id}", shown(key)), Box::new(work)).await {
        Ok(body) => Ok(Some(name_of(&body))),
        Err(Failure::Refused(error))
            if ["NoSuchVersion", "MethodNotAllowed"].contains(&error.code()) =>
        {
            Ok(None)
        }
        Err(failure) => Err(failure),
    }
}

/// In peace all that was made and not removed is listed and can be read.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client) -> platform::Result<()> {
    let begun = client.time.number();
    let found = client.insist(|| list(client, BUCKET)).await?;
    check(client, begun, &found);
    let kept = lock(&client.witness.versions).kept();
    replicated(client, &kept).await?;
    for (key, id) in &kept {
        for bucket in [BUCKET, MIRROR] {
            let content = client.insist(|| get(client, (bucket, key), id)).await?;
            lock(&client.witness.versions).read(&client.time, (key, id), &content);
        }
    }
    Ok(())
}

/// All of this has come to the other bucket before long: what failed is tried again within minutes.
async fn replicated(client: &Client, kept: &[(String, String)]) -> platform::Result<()> {
    for _ in 0..LOOKS {
        let found = client.insist(|| list(client, MIRROR)).await?;
        let Some((key, id)) = kept.iter().find(|it| !found.contains(it)) else { return Ok(()) };
        client.time.note(format_args!("{id} of {} is not replicated yet", shown(key)));
        client.rest(PAUSE_US).await;
    }
    client.time.violate("replication", "what was acknowledged is not replicated".to_owned());
    Ok(())
}

/// Removes all versions.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn clear(client: &Client) -> platform::Result<()> {
    for bucket in [BUCKET, MIRROR] {
        for (key, id) in client.insist(|| list(client, bucket)).await? {
            let on = shown(&key);
            client.insist(|| client.call::<DeleteObject>(&on, removal(bucket, &key, &id))).await?;
        }
    }
    Ok(())
}

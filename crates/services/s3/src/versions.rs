//! Versions through the operations that make, read, list and remove them.

use crate::S3;
use crate::content::INLINE;
use crate::testing::{get_request, put, put_request, until, versioned, world};
use bytes::Bytes;
use platform::{Context, Error, Platform, Result};
use proptest::prelude::*;
use shapes::s3;
use shapes::s3::ops::{
    CopyObject, DeleteObject, DeleteObjects, GetObject, GetObjectTagging, HeadObject,
    ListObjectVersions, ListObjectsV2, PutObject, PutObjectTagging,
};
use shapes::s3::{
    DeleteObjectOutput, DeleteObjectRequest, DeleteObjectsRequest, GetObjectRequest,
    HeadObjectRequest, ListObjectVersionsRequest, ObjectIdentifier, PutObjectRequest,
};
use std::sync::Arc;
use store::Scan;
use store::faulty::{Call, Fault, Faults};

/// A key's versions as they are listed: id, ETag (none of a marker), whether it is the latest.
type Row = (String, Option<String>, bool);

async fn listed(service: &S3, cx: &Context, key: &str) -> Vec<Row> {
    let input = ListObjectVersionsRequest {
        bucket: "bucket".into(),
        prefix: Some(key.into()),
        max_keys: Some(1),
        ..Default::default()
    };
    let (mut input, mut rows) = (input, Vec::new());
    loop {
        let page = cx.run::<ListObjectVersions, _>(service, input.clone()).await.unwrap();
        for it in page.versions.into_iter().flatten() {
            rows.push((it.version_id.unwrap(), it.etag, it.is_latest.unwrap()));
        }
        for it in page.delete_markers.into_iter().flatten() {
            rows.push((it.version_id.unwrap(), None, it.is_latest.unwrap()));
        }
        if page.is_truncated == Some(false) {
            return rows;
        }
        input.key_marker = page.next_key_marker;
        input.version_id_marker = page.next_version_id_marker;
    }
}

async fn read(service: &S3, cx: &Context, key: &str, version: Option<&str>) -> Result<Bytes> {
    let version_id = version.map(str::to_owned);
    let input = GetObjectRequest { version_id, ..get_request(key) };
    let output = cx.run::<GetObject, _>(service, input).await?;
    Ok(output.body.collect(usize::MAX).await?)
}

async fn delete(
    service: &S3,
    cx: &Context,
    key: &str,
    version: Option<&str>,
) -> Result<DeleteObjectOutput> {
    let input = DeleteObjectRequest {
        bucket: "bucket".into(),
        key: key.into(),
        version_id: version.map(str::to_owned),
        ..Default::default()
    };
    cx.run::<DeleteObject, _>(service, input).await
}

async fn rows(cx: &Context, table: &'static str) -> usize {
    cx.tables().scan(store::Table(table), Scan::prefix(b"")).await.unwrap().len()
}

fn header<'a>(error: &'a Error, name: &str) -> Option<&'a str> {
    error.headers.iter().find(|(found, _)| *found == name).map(|(_, value)| &**value)
}

#[tokio::test]
async fn a_marker_hides_what_is_there_and_shows_it_again_when_it_goes() -> Result<()> {
    let (service, cx, _) = world().await;
    versioned(&service, &cx, "bucket", "Enabled").await;
    let first = put(&service, &cx, "k", "1").await.version_id.unwrap();
    let second = put(&service, &cx, "k", vec![2; 20_000]).await.version_id.unwrap();
    assert_eq!(first.len(), 32);
    let marker = delete(&service, &cx, "k", None).await?;
    assert_eq!(marker.delete_marker, Some(true));
    let marker = marker.version_id.unwrap();
    let hidden = read(&service, &cx, "k", None).await.unwrap_err();
    assert_eq!((hidden.code(), hidden.shape.status), ("NoSuchKey", 404));
    assert_eq!(header(&hidden, "x-amz-delete-marker"), Some("true"));
    assert_eq!(header(&hidden, "x-amz-version-id"), Some(&*marker));
    let named = read(&service, &cx, "k", Some(&marker)).await.unwrap_err();
    assert_eq!((named.code(), named.shape.status), ("MethodNotAllowed", 405));
    assert_eq!(header(&named, "Allow"), Some("DELETE"));
    assert!(header(&named, "Last-Modified").is_some());
    assert!(named.fields.contains(&("ResourceType", "DeleteMarker".into())));
    assert_eq!(read(&service, &cx, "k", Some(&first)).await?, "1");
    assert_eq!(read(&service, &cx, "k", Some(&second)).await?.len(), 20_000);
    let objects = s3::ListObjectsV2Request { bucket: "bucket".into(), ..Default::default() };
    let objects = cx.run::<ListObjectsV2, _>(&*service, objects).await?;
    assert_eq!(objects.contents, None);
    let gone = delete(&service, &cx, "k", Some(&marker)).await?;
    assert_eq!((gone.delete_marker, gone.version_id), (Some(true), Some(marker.clone())));
    assert_eq!(read(&service, &cx, "k", None).await?.len(), 20_000);
    let gone = delete(&service, &cx, "k", Some(&second)).await?;
    assert_eq!((gone.delete_marker, gone.version_id), (None, Some(second.clone())));
    assert_eq!(read(&service, &cx, "k", None).await?, "1");
    for absent in [&second, &marker] {
        let error = read(&service, &cx, "k", Some(absent)).await.unwrap_err();
        assert_eq!((error.code(), error.shape.status), ("NoSuchVersion", 404));
        assert_eq!(error.fields[1], ("VersionId", absent.clone()));
        assert!(delete(&service, &cx, "k", Some(absent)).await.is_ok());
    }
    assert_eq!(delete(&service, &cx, "k", Some("x")).await.unwrap_err().code(), "InvalidArgument");
    delete(&service, &cx, "k", Some(&first)).await?;
    for table in ["s3.objects", "s3.markers", "s3.versions", "s3.inline"] {
        assert_eq!(rows(&cx, table).await, 0, "{table}");
    }
    until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
    Ok(())
}

#[tokio::test]
async fn a_suspended_bucket_replaces_its_null_version_wherever_it_lies() -> Result<()> {
    let (service, cx, _) = world().await;
    put(&service, &cx, "k", "before").await;
    versioned(&service, &cx, "bucket", "Enabled").await;
    let kept = put(&service, &cx, "k", "kept").await.version_id.unwrap();
    assert_eq!(read(&service, &cx, "k", Some("null")).await?, "before");
    versioned(&service, &cx, "bucket", "Suspended").await;
    assert_eq!(put(&service, &cx, "k", "null").await.version_id, None);
    let output = cx.run::<GetObject, _>(&*service, get_request("k")).await?;
    assert_eq!(output.version_id.as_deref(), Some("null"));
    assert_eq!(listed(&service, &cx, "k").await.len(), 2);
    assert_eq!(rows(&cx, "s3.inline").await, 2);
    let marker = delete(&service, &cx, "k", None).await?;
    assert_eq!((marker.delete_marker, marker.version_id.as_deref()), (Some(true), Some("null")));
    let ids: Vec<_> = listed(&service, &cx, "k").await.into_iter().map(|row| row.0).collect();
    assert_eq!(ids, ["null", &kept]);
    assert_eq!(rows(&cx, "s3.inline").await, 1);
    versioned(&service, &cx, "bucket", "Enabled").await;
    put(&service, &cx, "k", "new").await;
    let error = read(&service, &cx, "k", Some("null")).await.unwrap_err();
    assert_eq!(error.code(), "MethodNotAllowed");
    let gone = delete(&service, &cx, "k", Some("null")).await?;
    assert_eq!((gone.delete_marker, gone.version_id.as_deref()), (Some(true), Some("null")));
    assert_eq!(listed(&service, &cx, "k").await.len(), 2);
    assert_eq!(read(&service, &cx, "k", Some("null")).await.unwrap_err().code(), "NoSuchVersion");
    Ok(())
}

#[tokio::test]
async fn tags_and_copies_are_of_the_version_that_is_named() -> Result<()> {
    let (service, cx, _) = world().await;
    versioned(&service, &cx, "bucket", "Enabled").await;
    let first = put(&service, &cx, "k", "1").await.version_id;
    let second = put(&service, &cx, "k", "2").await.version_id;
    let tag = s3::Tag { key: "a".into(), value: "1".into() };
    let input = s3::PutObjectTaggingRequest {
        bucket: "bucket".into(),
        key: "k".into(),
        version_id: first.clone(),
        tagging: s3::Tagging { tag_set: vec![tag.clone()] },
        ..Default::default()
    };
    let set = cx.run::<PutObjectTagging, _>(&*service, input).await?;
    assert_eq!(set.version_id, first);
    let tags = async |version_id: Option<String>| {
        let input = s3::GetObjectTaggingRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            version_id,
            ..Default::default()
        };
        cx.run::<GetObjectTagging, _>(&*service, input).await.unwrap()
    };
    assert_eq!(tags(first.clone()).await.tag_set, [tag]);
    let current = tags(None).await;
    assert_eq!((current.tag_set, current.version_id), (vec![], second));
    let input = s3::CopyObjectRequest {
        bucket: "bucket".into(),
        key: "k".into(),
        copy_source: format!("bucket/k?versionId={}", first.as_deref().unwrap()),
        ..Default::default()
    };
    let copied = cx.run::<CopyObject, _>(&*service, input).await?;
    assert_eq!(copied.copy_source_version_id, first);
    assert_eq!(read(&service, &cx, "k", copied.version_id.as_deref()).await?, "1");
    assert_eq!(listed(&service, &cx, "k").await.len(), 3);
    delete(&service, &cx, "k", None).await?;
    let input = s3::GetObjectTaggingRequest {
        bucket: "bucket".into(),
        key: "k".into(),
        ..Default::default()
    };
    let error = cx.run::<GetObjectTagging, _>(&*service, input).await.unwrap_err();
    assert_eq!(error.code(), "MethodNotAllowed");
    let input = HeadObjectRequest {
        bucket: "bucket".into(),
        key: "k".into(),
        version_id: first.clone(),
        ..Default::default()
    };
    assert_eq!(cx.run::<HeadObject, _>(&*service, input).await?.version_id, first);
    Ok(())
}

#[tokio::test]
async fn deletions_of_many_tell_what_became_of_each() -> Result<()> {
    let (service, cx, _) = world().await;
    versioned(&service, &cx, "bucket", "Enabled").await;
    let first = put(&service, &cx, "a", "1").await.version_id.unwrap();
    let second = put(&service, &cx, "a", "2").await.version_id.unwrap();
    let run = async |named: &[(&str, Option<&str>)]| {
        let identifier = |(key, version): &(&str, Option<&str>)| ObjectIdentifier {
            key: (*key).into(),
            version_id: version.map(str::to_owned),
            ..Default::default()
        };
        let objects = named.iter().map(identifier).collect();
        let delete = s3::Delete { objects, quiet: None };
        let input = DeleteObjectsRequest { bucket: "bucket".into(), delete, ..Default::default() };
        cx.run::<DeleteObjects, _>(&*service, input).await.unwrap()
    };
    let deleted = run(&[("a", None), ("never", None)]).await.deleted.unwrap();
    let marker = deleted[0].delete_marker_version_id.clone();
    assert!(marker.is_some() && deleted[0].version_id.is_none());
    assert_eq!((deleted[0].delete_marker, deleted[1].delete_marker), (Some(true), Some(true)));
    // All of one key in one request, the newest last.
    let output = run(&[
        ("a", Some(&first)),
        ("a", marker.as_deref()),
        ("a", Some(&second)),
        ("a", Some("HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD")),
    ])
    .await;
    let deleted = output.deleted.unwrap();
    assert_eq!(deleted.iter().filter(|it| it.delete_marker.is_some()).count(), 1);
    assert_eq!(deleted[1].delete_marker_version_id, marker);
    assert_eq!(deleted[1].version_id, marker);
    let errors = output.errors.unwrap();
    assert_eq!((errors.len(), errors[0].code.as_deref()), (1, Some("NoSuchVersion")));
    assert!(listed(&service, &cx, "a").await.is_empty());
    assert_eq!(rows(&cx, "s3.inline").await, 0);
    Ok(())
}

/// What a request has just moved down is the next newest for what it asks next.
#[tokio::test]
async fn a_marker_that_is_made_and_removed_in_one_request_leaves_what_was_current() -> Result<()> {
    let (service, cx, _) = world().await;
    versioned(&service, &cx, "bucket", "Enabled").await;
    for body in ["1", "2", "3"] {
        put(&service, &cx, "k", body).await;
    }
    versioned(&service, &cx, "bucket", "Suspended").await;
    let before = listed(&service, &cx, "k").await;
    let identifier = |version: Option<&str>| ObjectIdentifier {
        key: "k".into(),
        version_id: version.map(str::to_owned),
        ..Default::default()
    };
    let objects = vec![identifier(None), identifier(Some("null"))];
    let delete = s3::Delete { objects, quiet: None };
    let input = DeleteObjectsRequest { bucket: "bucket".into(), delete, ..Default::default() };
    cx.run::<DeleteObjects, _>(&*service, input).await?;
    assert_eq!(listed(&service, &cx, "k").await, before);
    assert_eq!(read(&service, &cx, "k", None).await?, "3");
    Ok(())
}

#[tokio::test]
async fn a_marker_is_no_object_to_conditions() -> Result<()> {
    let (service, cx, _) = world().await;
    versioned(&service, &cx, "bucket", "Enabled").await;
    let etag = put(&service, &cx, "k", "1").await.etag;
    let code = async |input| match cx.run::<PutObject, _>(&*service, input).await {
        Ok(_) => "",
        Err(error) => error.code(),
    };
    let absent = || PutObjectRequest { if_none_match: Some("*".into()), ..put_request("k", "2") };
    assert_eq!(code(absent()).await, "PreconditionFailed");
    delete(&service, &cx, "k", None).await?;
    let matching = || PutObjectRequest { if_match: etag.clone(), ..put_request("k", "2") };
    assert_eq!(code(matching()).await, "NoSuchKey");
    assert_eq!(code(absent()).await, "");
    assert_eq!(listed(&service, &cx, "k").await.len(), 3);
    Ok(())
}

/// Each writer's version is listed once, and their orders are those of their commits.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_writers_of_one_key_each_has_its_version() -> Result<()> {
    let (service, cx, _) = world().await;
    versioned(&service, &cx, "bucket", "Enabled").await;
    let writers: Vec<_> = (0..24_u8)
        .map(|n| {
            let (service, cx) = (service.clone(), cx.clone());
            tokio::spawn(async move {
                let size = if n % 2 == 0 { 10 } else { 20_000 };
                let id = put(&service, &cx, "k", vec![n; size]).await.version_id.unwrap();
                if n % 6 == 0 {
                    delete(&service, &cx, "k", Some(&id)).await.unwrap();
                    return None;
                }
                Some((id, n))
            })
        })
        .collect();
    let mut made = Vec::new();
    for writer in writers {
        made.extend(writer.await.unwrap());
    }
    let listed = listed(&service, &cx, "k").await;
    let mut ids: Vec<_> = listed.iter().map(|row| row.0.clone()).collect();
    assert!(listed[0].2 && listed[1..].iter().all(|row| !row.2));
    ids.sort();
    let mut expected: Vec<_> = made.iter().map(|(id, _)| id.clone()).collect();
    expected.sort();
    assert_eq!(ids, expected);
    for (id, n) in made {
        assert!(read(&service, &cx, "k", Some(&id)).await?.iter().all(|byte| *byte == n));
    }
    until(async || cx.platform().store.blobs.list().await.unwrap().len() == 12).await;
    assert_eq!(rows(&cx, "s3.inline").await, 8);
    Ok(())
}

/// A commit whose sync failed may have happened: whichever it was, no version is lost or doubled, and
/// what is listed can be read.
#[tokio::test]
async fn a_commit_of_unknown_fate_leaves_versions_that_can_be_read() -> Result<()> {
    for kept in [true, false] {
        let faults = Faults::default();
        let (ground, _) = platform::testing::platform();
        let store = faults.wrap(ground.store.clone());
        let platform = Platform::new(store, ground.clock.clone(), ground.ids.clone());
        let cx = platform::testing::context(&platform);
        let service = S3::new(platform.clone()).await;
        crate::testing::make_bucket(&service, &cx, "bucket").await;
        versioned(&service, &cx, "bucket", "Enabled").await;
        put(&service, &cx, "k", vec![1; 50_000]).await;
        // The first commit of a large PUT enters the blob in the ledger.
        faults.fail_after(1, Call::Commit, Fault::Sync { kept });
        let request = put_request("k", vec![2; 60_000]);
        let failed = cx.run::<PutObject, _>(&*service, request).await.unwrap_err();
        assert!(failed.is_server_fault());
        faults.heal();
        let service = S3::new(platform.clone()).await;
        let count = if kept { 2 } else { 1 };
        until(async || platform.store.blobs.list().await.unwrap().len() == count).await;
        let listed = listed(&service, &cx, "k").await;
        assert_eq!(listed.len(), count);
        for (id, ..) in listed {
            assert!(read(&service, &cx, "k", Some(&id)).await?.len() >= 50_000);
        }
    }
    Ok(())
}

/// What may be done to a key.
#[derive(Clone, Debug)]
enum Act {
    Put,
    Hide,
    /// Remove the version at this place of the list.
    Remove(usize),
    RemoveNull,
    Suspend,
    Enable,
}

/// What a key's versions should be: the newest first, with its id and its bytes (none of a marker).
#[derive(Default)]
struct Model {
    versions: Vec<(String, Option<Vec<u8>>)>,
    versioning: Option<bool>,
}

impl Model {
    fn push(&mut self, id: Option<String>, bytes: Option<Vec<u8>>) {
        let id = id.unwrap_or_else(|| "null".to_owned());
        if id == "null" {
            self.versions.retain(|it| it.0 != "null");
        }
        self.versions.insert(0, (id, bytes));
    }
}

async fn act(service: &S3, cx: &Context, model: &mut Model, act: &Act, n: u8) {
    match act {
        Act::Put => {
            let bytes = vec![n; if n.is_multiple_of(3) { 20_000 } else { 5 }];
            let id = put(service, cx, "k", bytes.clone()).await.version_id;
            assert_eq!(id.is_some(), model.versioning == Some(true));
            model.push(id, Some(bytes));
        }
        Act::Hide => {
            let output = delete(service, cx, "k", None).await.unwrap();
            assert_eq!(output.delete_marker.is_some(), model.versioning.is_some());
            match model.versioning {
                None => model.versions.clear(),
                Some(_) => model.push(output.version_id, None),
            }
        }
        Act::Remove(at) => {
            if model.versions.is_empty() {
                return;
            }
            let (id, bytes) = model.versions.remove(at % model.versions.len());
            let output = delete(service, cx, "k", Some(&id)).await.unwrap();
            let is_marker = bytes.is_none();
            assert_eq!(output.delete_marker.is_some(), is_marker, "{id}");
        }
        Act::RemoveNull => {
            delete(service, cx, "k", Some("null")).await.unwrap();
            model.versions.retain(|it| it.0 != "null");
        }
        Act::Suspend | Act::Enable => {
            let is_enabled = matches!(act, Act::Enable);
            let status = if is_enabled { "Enabled" } else { "Suspended" };
            versioned(service, cx, "bucket", status).await;
            model.versioning = Some(is_enabled);
        }
    }
}

async fn check(service: &S3, cx: &Context, model: &Model) {
    let listed = listed(service, cx, "k").await;
    let ids: Vec<_> = listed.iter().map(|row| &row.0).collect();
    let expected: Vec<_> = model.versions.iter().map(|it| &it.0).collect();
    assert_eq!(ids, expected);
    assert!(listed.iter().enumerate().all(|(at, row)| row.2 == (at == 0)));
    for (id, bytes) in &model.versions {
        match (read(service, cx, "k", Some(id)).await, bytes) {
            (Ok(found), Some(bytes)) => assert_eq!(found, *bytes),
            (Err(error), None) => assert_eq!(error.code(), "MethodNotAllowed"),
            (found, _) => panic!("{id}: {found:?}"),
        }
    }
    match (read(service, cx, "k", None).await, model.versions.first()) {
        (Ok(found), Some((_, Some(bytes)))) => assert_eq!(found, *bytes),
        (Err(error), None | Some((_, None))) => assert_eq!(error.code(), "NoSuchKey"),
        (found, _) => panic!("{found:?}"),
    }
    let small = |it: &&(String, Option<Vec<u8>>)| it.1.as_ref().is_some_and(|it| it.len() < 10);
    assert_eq!(rows(cx, INLINE.0).await, model.versions.iter().filter(small).count());
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let one = prop_oneof![
        4 => Just(Act::Put),
        2 => Just(Act::Hide),
        3 => (0..6_usize).prop_map(Act::Remove),
        1 => Just(Act::RemoveNull),
        1 => Just(Act::Suspend),
        1 => Just(Act::Enable),
    ];
    proptest::collection::vec(one, 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_keys_versions_are_what_was_done_to_it(acts in acts()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (service, cx, _) = world().await;
            let (service, mut model): (Arc<S3>, _) = (service, Model::default());
            for (n, step) in (1..).zip(&acts) {
                act(&service, &cx, &mut model, step, n).await;
                check(&service, &cx, &model).await;
            }
            let kept = model.versions.iter().filter(|it| it.1.as_ref().is_some_and(|it| it.len() > 10));
            let kept = kept.count();
            until(async || cx.platform().store.blobs.list().await.unwrap().len() == kept).await;
        });
    }
}

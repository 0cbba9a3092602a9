use super::*;
use crate::bucket::reach;
use crate::lifecycle::{Expiration, Filter, Noncurrent, Rule};
use crate::settings;
use crate::tags::Tags;
use crate::testing::{begin, get, put, until, versioned, world};
use crate::version::VERSIONS;
use platform::Context;
use store::Table;

fn expired(prefix: &str, tags: &[(&str, &str)]) -> Rule {
    let tags = tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    let filter = Filter { prefix: Some(prefix.into()), tags, ..Filter::default() };
    Rule {
        id: "r".into(),
        enabled: true,
        prefix: None,
        filter: Some(filter),
        expiration: Some(Expiration::Date(0)),
        abort_days: Some(0),
        ..Rule::default()
    }
}

/// Sets rules without a pass.
async fn set(cx: &Context, rules: &[Rule]) {
    let set = |settings: &mut settings::Settings| {
        settings.lifecycle = rules.to_vec();
        Ok(())
    };
    settings::change(cx, "bucket", None, set).await.unwrap();
}

fn start(of: Of) -> Slice {
    Slice { at: At::start(of), looked: 0, removed: 0 }
}

#[tokio::test]
async fn what_a_rule_no_longer_says_does_not_go_though_the_slice_began_before() {
    let (service, cx, _) = world().await;
    let now = Timestamp(cx.now().millis() + 10 * DAY_MS);
    put(&service, &cx, "k", "x").await;
    put(&service, &cx, "tagged", "x").await;
    let place = |reached| Place { bucket: "bucket", reached, key: "tagged" };
    let deed = Deed { cx: &cx, event: "ObjectTagging:Put" };
    set(&cx, &[expired("k", &[]), expired("t", &[("a", "1")])]).await;
    let before = reach(&cx, "bucket", None).await.unwrap();
    let tags: Tags = [("a".to_owned(), "1".to_owned())].into();
    service.tag(&deed, &place(&before), None, &tags).await.unwrap();
    // As the slice finds it; meanwhile the rule, and the tags, change.
    let condition = WriteCondition::Expired(now);
    service.tag(&deed, &place(&before), None, &Tags::new()).await.unwrap();
    let removal = Removal { condition, ..Removal::default() };
    let kept = service.remove(&deed, &place(&before), &removal).await;
    assert_eq!(kept.unwrap_err().code(), "OperationAborted");
    set(&cx, &[expired("other", &[])]).await;
    service.expire(&before, &mut start(Of::Objects), now).await.unwrap();
    assert!(get(&service, &cx, "k").await.is_ok());
    begin(&service, &cx, "k").await;
    let is_done = service.give_up(&before, &mut start(Of::Uploads), now).await.unwrap();
    assert!(!is_done, "the next slice goes by what is set now");
    let uploads = cx.tables().scan(UPLOADS.table, Scan::prefix(b"")).await.unwrap();
    assert_eq!(uploads.len(), 1);
}

#[tokio::test]
async fn a_pass_gives_its_place_back_and_goes_on() {
    let (service, cx, _) = world().await;
    for number in 0..REMOVED + 5 {
        put(&service, &cx, &format!("k{number:04}"), "x").await;
        begin(&service, &cx, &format!("k{number:04}")).await;
    }
    put(&service, &cx, "stays\0", "x").await;
    set(&cx, &[expired("k", &[])]).await;
    let reached = reach(&cx, "bucket", None).await.unwrap();
    let now = Timestamp(cx.now().millis() + DAY_MS);
    let first = At::start(Of::Objects);
    let next = service.slice(&reached, first, now).await.unwrap().unwrap();
    let last = object::row("bucket", &format!("k{:04}", REMOVED - 1));
    assert_eq!(next, At { after: last, ..At::start(Of::Objects) });
    let id = next.deadline(&reached, now).id;
    assert_eq!(read(&id), ("bucket", &*reached.bucket.incarnation, next.clone()));
    // A slice that is left to the deadlines ends with everything, and the midnight that follows.
    let batch = Deadlines::set(Batch::new(), &next.deadline(&reached, cx.now()));
    cx.platform().deadlines.commit(batch).await.unwrap();
    service.slice(&reached, next, now).await.unwrap();
    cx.platform().deadlines.start();
    until(async || {
        let rows = cx.tables().scan(Table("deadlines"), Scan::prefix(b"")).await.unwrap();
        rows.len() == 1 && rows[0].0.ends_with(reached.bucket.incarnation.as_bytes())
    })
    .await;
    let left = OBJECTS.scan(cx.tables(), Scan::prefix(b"")).await.unwrap();
    assert_eq!(left.len(), 1);
}

#[tokio::test]
async fn a_pass_through_versions_keeps_the_newest_though_it_is_made_in_slices() {
    let (service, cx, _) = world().await;
    versioned(&service, &cx, "bucket", "Enabled").await;
    for number in 0..REMOVED + 5 {
        put(&service, &cx, "k", number.to_string()).await;
    }
    put(&service, &cx, "l", "x").await;
    put(&service, &cx, "l", "y").await;
    let noncurrent_expiration = Some(Noncurrent { days: 1, newer: Some(2) });
    let rule = Rule { id: "r".into(), enabled: true, noncurrent_expiration, ..Rule::default() };
    set(&cx, &[rule]).await;
    let reached = reach(&cx, "bucket", None).await.unwrap();
    let now = Timestamp(cx.now().millis() + 3 * DAY_MS);
    let next = service.slice(&reached, At::start(Of::Objects), now).await.unwrap().unwrap();
    assert_eq!((next.of, next.count), (Of::Versions, 2));
    let id = next.deadline(&reached, now).id;
    assert_eq!(read(&id), ("bucket", &*reached.bucket.incarnation, next.clone()));
    assert_eq!(service.slice(&reached, next, now).await.unwrap(), None);
    let left = VERSIONS.scan(cx.tables(), Scan::prefix(b"")).await.unwrap();
    let left: Vec<_> = left.iter().filter_map(|(_, past)| past.kept.object()).collect();
    assert_eq!(left.len(), 3);
    assert_eq!(get(&service, &cx, "k").await.unwrap(), (REMOVED + 4).to_string());
}

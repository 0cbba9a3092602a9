use super::*;
use crate::fixture::{Setting, map, setting};
use platform::testing::until;
use shapes::sns::ops::{
    ConfirmSubscription, DeleteTopic, GetSubscriptionAttributes, GetTopicAttributes,
    SetSubscriptionAttributes, SetTopicAttributes, Subscribe,
};
use shapes::sns::{
    ConfirmSubscriptionInput, DeleteTopicInput, GetSubscriptionAttributesInput,
    GetTopicAttributesInput, SetSubscriptionAttributesInput, SetTopicAttributesInput,
    SubscribeInput,
};
use std::collections::BTreeMap;

const RAW: (&str, &str) = ("RawMessageDelivery", "true");
const KEPT: (&str, &str) = ("ArchivePolicy", r#"{"MessageRetentionPeriod":"1"}"#);
const FROM: &str = r#"{"PointType":"Timestamp","StartingPoint":"2026-01-02T03:04:05.000Z"}"#;
const DAY: Duration = Duration::from_secs(24 * 3600);

async fn kept_topic(at: &Setting) -> String {
    let fifo = [("FifoTopic", "true"), ("ContentBasedDeduplication", "true"), KEPT];
    at.topic("t.fifo", &fifo).await
}

async fn shown(at: &Setting, subscription: &str) -> BTreeMap<String, String> {
    let input = GetSubscriptionAttributesInput { subscription_arn: subscription.to_owned() };
    at.cx.call::<GetSubscriptionAttributes>(input).await.unwrap().attributes.unwrap()
}

async fn until_completed(at: &Setting, subscription: &str) {
    until(async || shown(at, subscription).await["ReplayStatus"] == "Completed").await;
    at.until_settled().await;
}

async fn set(at: &Setting, subscription: &str, policy: &str) -> Result<()> {
    let input = SetSubscriptionAttributesInput {
        subscription_arn: subscription.to_owned(),
        attribute_name: "ReplayPolicy".to_owned(),
        attribute_value: Some(policy.to_owned()),
    };
    at.cx.call::<SetSubscriptionAttributes>(input).await.map(drop)
}

async fn archive_with(at: &Setting, topic: &str, policy: &str) -> Result<()> {
    let input = SetTopicAttributesInput {
        topic_arn: topic.to_owned(),
        attribute_name: "ArchivePolicy".to_owned(),
        attribute_value: Some(policy.to_owned()),
    };
    at.cx.call::<SetTopicAttributes>(input).await.map(drop)
}

async fn rows(at: &Setting) -> usize {
    at.cx.tables().scan(ARCHIVE.table, Scan::prefix(b"")).await.unwrap().len()
}

#[tokio::test]
async fn who_comes_later_gets_what_was_kept_and_then_what_is_new() {
    let at = setting();
    let topic = kept_topic(&at).await;
    for number in 0..250 {
        at.publish(&topic, &format!("{number:03}"), Some("g")).await;
    }
    let odd = [RAW, ("ReplayPolicy", FROM)];
    let arn = at.subscribe(&topic, "late.fifo", &odd).await;
    until_completed(&at, &arn).await;
    at.publish(&topic, "new", Some("g")).await;
    at.until_settled().await;
    let mut expected: Vec<_> = (0..250).map(|number| format!("{number:03}")).collect();
    expected.push("new".to_owned());
    assert_eq!(at.world.bodies("/late.fifo"), expected);
    let got = at.world.got();
    assert_eq!(got[0].attributes["Replayed"].string_value.as_deref(), Some("true"));
    assert!(got[250].attributes.is_empty());
    // Once more, to a queue that remembers the first time.
    set(&at, &arn, FROM).await.unwrap();
    until_completed(&at, &arn).await;
    let again = at.world.got();
    assert_eq!(again.len(), 251 + 251);
    assert_ne!(again[0].dedup, again[251].dedup);
}

#[tokio::test]
async fn nothing_new_is_lost_or_overtakes_while_a_replay_goes_on() {
    let at = setting();
    let topic = kept_topic(&at).await;
    let arn = at.subscribe(&topic, "q.fifo", &[RAW]).await;
    for number in 0..120 {
        at.publish(&topic, &format!("old {number:03}"), Some("g")).await;
    }
    at.until_settled().await;
    set(&at, &arn, FROM).await.unwrap();
    let mut number = 0;
    while number < 50 || shown(&at, &arn).await["ReplayStatus"] != "Completed" {
        assert!(number < 10_000, "the replay does not catch up");
        at.publish(&topic, &format!("new {number:05}"), Some("g")).await;
        number += 1;
    }
    at.until_settled().await;
    let bodies = at.world.bodies("/q.fifo").split_off(120);
    let old = (0..120).map(|number| format!("old {number:03}"));
    let new = (0..number).map(|number| format!("new {number:05}"));
    assert_eq!(bodies, old.chain(new).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_replay_that_has_an_end_is_followed_by_nothing() {
    let at = setting();
    let topic = kept_topic(&at).await;
    at.publish(&topic, "within", Some("g")).await;
    at.clock.advance(Duration::from_secs(10));
    at.publish(&topic, "after", Some("g")).await;
    let policy = r#"{"PointType":"Timestamp","StartingPoint":"2026-01-02T03:04:05Z","EndingPoint":"2026-01-02T03:04:10Z"}"#;
    let arn = at.subscribe(&topic, "q.fifo", &[RAW, ("ReplayPolicy", policy)]).await;
    until_completed(&at, &arn).await;
    at.publish(&topic, "new", Some("g")).await;
    at.until_settled().await;
    assert_eq!(at.world.bodies("/q.fifo"), ["within"]);
    // Without a policy it gets what is new.
    set(&at, &arn, "{}").await.unwrap();
    assert!(!shown(&at, &arn).await.contains_key("ReplayStatus"));
    at.publish(&topic, "newer", Some("g")).await;
    at.until_settled().await;
    assert_eq!(at.world.bodies("/q.fifo"), ["within", "newer"]);
}

#[tokio::test]
async fn a_replay_wants_what_the_filter_wants_and_goes_on_after_a_restart() {
    let at = setting();
    let topic = kept_topic(&at).await;
    for text in [r#"{"n":1}"#, r#"{"n":2}"#, r#"{"n":1,"m":1}"#] {
        at.publish(&topic, text, Some("g")).await;
    }
    at.sns.outbox.rest().await;
    let attributes = [
        RAW,
        ("ReplayPolicy", FROM),
        ("FilterPolicy", r#"{"n":[1]}"#),
        ("FilterPolicyScope", "MessageBody"),
    ];
    let arn = at.subscribe(&topic, "q.fifo", &attributes).await;
    assert_eq!(shown(&at, &arn).await["ReplayStatus"], "In progress");
    let again = at.restarted().await;
    until_completed(&again, &arn).await;
    assert_eq!(at.world.bodies("/q.fifo"), [r#"{"n":1}"#, r#"{"n":1,"m":1}"#]);
}

#[tokio::test]
async fn nothing_is_replayed_before_the_subscription_is_confirmed() {
    let at = setting();
    let topic = kept_topic(&at).await;
    at.publish(&topic, "kept", Some("g")).await;
    let input = SubscribeInput {
        topic_arn: topic.clone(),
        protocol: "sqs".to_owned(),
        endpoint: Some("arn:aws:sqs:us-east-1:111122223333:q.fifo".to_owned()),
        attributes: Some(map(&[RAW, ("ReplayPolicy", FROM)])),
        return_subscription_arn: Some(true),
    };
    at.cx.call::<Subscribe>(input).await.unwrap();
    at.until_settled().await;
    let [asked] = &at.world.bodies("/q.fifo")[..] else { panic!("it was not asked once") };
    let asked: serde_json::Value = serde_json::from_str(asked).unwrap();
    let token = asked["Token"].as_str().unwrap().to_owned();
    let input = ConfirmSubscriptionInput { topic_arn: topic, token, ..Default::default() };
    at.cx.call::<ConfirmSubscription>(input).await.unwrap();
    until(async || at.world.bodies("/q.fifo").len() == 2).await;
    assert_eq!(at.world.bodies("/q.fifo")[1], "kept");
}

#[tokio::test]
async fn what_is_too_old_goes_and_an_archive_that_is_off_is_empty() {
    let at = setting();
    let topic = kept_topic(&at).await;
    at.publish(&topic, "old", Some("g")).await;
    let input = GetTopicAttributesInput { topic_arn: topic.clone() };
    let attributes = at.cx.call::<GetTopicAttributes>(input).await.unwrap().attributes.unwrap();
    assert_eq!(attributes["ArchivePolicy"], KEPT.1);
    assert_eq!(attributes["BeginningArchiveTime"], "2026-01-02T03:04:05.678Z");
    at.clock.advance(DAY + Duration::from_secs(3600));
    until(async || rows(&at).await == 0).await;
    at.publish(&topic, "kept", Some("g")).await;
    assert_eq!(rows(&at).await, 1);
    let delete = async || {
        let input = DeleteTopicInput { topic_arn: topic.clone() };
        at.cx.call::<DeleteTopic>(input).await
    };
    let error = delete().await.unwrap_err();
    let words = "Invalid state: Cannot delete a topic with an ArchivePolicy";
    assert_eq!((error.code(), &*error.message), ("InvalidState", words));
    archive_with(&at, &topic, "{}").await.unwrap();
    until(async || rows(&at).await == 0).await;
    archive_with(&at, &topic, KEPT.1).await.unwrap();
    archive_with(&at, &topic, "{}").await.unwrap();
    delete().await.unwrap();
}

#[tokio::test]
async fn policies_are_for_fifo_topics_that_keep_messages() {
    let at = setting();
    let plain = at.topic("plain", &[]).await;
    let error = archive_with(&at, &plain, KEPT.1).await.unwrap_err();
    assert!(error.message.contains("FIFO"), "{error}");
    let arn = at.subscribe(&plain, "q", &[]).await;
    assert!(set(&at, &arn, FROM).await.unwrap_err().message.contains("FIFO"));
    let fifo = at.topic("f.fifo", &[("FifoTopic", "true")]).await;
    let arn = at.subscribe(&fifo, "q.fifo", &[]).await;
    assert!(set(&at, &arn, FROM).await.unwrap_err().message.contains("ArchivePolicy"));
}

#[test]
fn points_are_instants_that_have_passed() {
    let now = platform::testing::START.millis();
    assert_eq!(points("{}", now), Ok(None));
    let from = points(FROM, now).unwrap().unwrap();
    assert_eq!(from, (1_767_323_045_000, None));
    for wrong in [
        "",
        "[]",
        r#"{"PointType":"Timestamp"}"#,
        r#"{"PointType":"Sequence","StartingPoint":"2026-01-02T03:04:05Z"}"#,
        r#"{"PointType":"Timestamp","StartingPoint":"yesterday"}"#,
        r#"{"PointType":"Timestamp","StartingPoint":"2027-01-02T03:04:05Z"}"#,
        r#"{"PointType":"Timestamp","StartingPoint":"2026-01-02T03:04:05Z","EndingPoint":"2026-01-01T03:04:05Z"}"#,
        r#"{"PointType":"Timestamp","StartingPoint":"2026-01-02T03:04:05Z","Odd":"x"}"#,
    ] {
        assert!(points(wrong, now).unwrap_err().starts_with("ReplayPolicy: "), "{wrong}");
    }
}

//! What is published, until it is where it is to be.

use crate::fixture::{Setting, faulty, setting, shared};
use crate::records::later::LATER;
use platform::testing::until;
use serde_json::{Value, json};
use shapes::sns::ops::{Publish, PublishBatch, Subscribe};
use shapes::sns::{
    MessageAttributeValue, PublishBatchInput, PublishBatchRequestEntry, PublishInput,
    SubscribeInput,
};
use std::collections::BTreeMap;
use std::time::Duration;
use store::Scan;
use store::faulty::{Call, Fault};

const RAW: (&str, &str) = ("RawMessageDelivery", "true");

fn text(value: &str) -> MessageAttributeValue {
    MessageAttributeValue {
        data_type: "String".into(),
        string_value: Some(value.into()),
        binary_value: None,
    }
}

async fn later(at: &Setting) -> usize {
    at.cx.tables().scan(LATER.table, Scan::prefix(b"")).await.unwrap().len()
}

#[tokio::test]
async fn a_message_reaches_every_queue_in_its_form() {
    let at = setting();
    let topic = at.topic("t", &[]).await;
    at.subscribe(&topic, "raw", &[RAW]).await;
    let arn = at.subscribe(&topic, "whole", &[]).await;
    let input = PublishInput {
        topic_arn: Some(topic.clone()),
        message: "text".into(),
        subject: Some("s".into()),
        message_attributes: Some(BTreeMap::from([("a".to_owned(), text("x"))])),
        ..Default::default()
    };
    let id = at.cx.call::<Publish>(input).await.unwrap().message_id.unwrap();
    at.until_settled().await;
    let got = at.world.got();
    let raw = got.iter().find(|it| it.endpoint == "/000000000000/raw").unwrap();
    assert_eq!((&*raw.body, raw.attributes["a"].string_value.as_deref()), ("text", Some("x")));
    let whole = got.iter().find(|it| it.endpoint == "/000000000000/whole").unwrap();
    assert!(whole.attributes.is_empty());
    let document: Value = serde_json::from_str(&whole.body).unwrap();
    assert_eq!(document["Type"], "Notification");
    assert_eq!((&document["MessageId"], &document["TopicArn"]), (&json!(id), &json!(topic)));
    assert_eq!((&document["Subject"], &document["Message"]), (&json!("s"), &json!("text")));
    assert_eq!(document["MessageAttributes"], json!({ "a": { "Type": "String", "Value": "x" } }));
    let unsubscribe = document["UnsubscribeURL"].as_str().unwrap();
    assert!(unsubscribe.ends_with(&format!("?Action=Unsubscribe&SubscriptionArn={arn}")));
}

#[tokio::test]
async fn a_function_gets_an_event() {
    let at = setting();
    let topic_arn = at.topic("t", &[]).await;
    let input = SubscribeInput {
        topic_arn: topic_arn.clone(),
        protocol: "lambda".into(),
        endpoint: Some("arn:aws:lambda:us-east-1:000000000000:function:f".into()),
        ..Default::default()
    };
    let arn = at.cx.call::<Subscribe>(input).await.unwrap().subscription_arn.unwrap();
    at.publish(&topic_arn, "text", None).await;
    at.until_settled().await;
    let event: Value = serde_json::from_str(&at.world.bodies("function:f")[0]).unwrap();
    let record = &event["Records"][0];
    assert_eq!(
        (&record["EventSource"], &record["EventVersion"]),
        (&json!("aws:sns"), &json!("1.0"))
    );
    assert_eq!(record["EventSubscriptionArn"], arn);
    assert_eq!(
        (&record["Sns"]["Message"], &record["Sns"]["Subject"]),
        (&json!("text"), &Value::Null)
    );
}

#[tokio::test]
async fn who_filters_gets_what_it_wants() {
    let at = setting();
    let topic = at.topic("t", &[]).await;
    at.subscribe(&topic, "all", &[RAW]).await;
    at.subscribe(&topic, "some", &[RAW, ("FilterPolicy", r#"{"a":["x"]}"#)]).await;
    let body = [RAW, ("FilterPolicy", r#"{"n":[1]}"#), ("FilterPolicyScope", "MessageBody")];
    at.subscribe(&topic, "body", &body).await;
    for (message, a) in [("one", "x"), ("two", "y"), (r#"{"n":1}"#, "z")] {
        let input = PublishInput {
            topic_arn: Some(topic.clone()),
            message: message.into(),
            message_attributes: Some(BTreeMap::from([("a".to_owned(), text(a))])),
            ..Default::default()
        };
        at.cx.call::<Publish>(input).await.unwrap();
    }
    at.until_settled().await;
    assert_eq!(at.world.bodies("/all"), ["one", "two", r#"{"n":1}"#]);
    assert_eq!(at.world.bodies("/some"), ["one"]);
    assert_eq!(at.world.bodies("/body"), [r#"{"n":1}"#]);
}

#[tokio::test]
async fn what_was_accepted_is_delivered_after_a_restart() {
    let at = setting();
    let topic = at.topic("t", &[]).await;
    at.subscribe(&topic, "q", &[RAW]).await;
    at.sns.outbox.rest().await;
    at.publish(&topic, "text", None).await;
    assert_eq!((at.on_their_way().await, at.world.got().len()), (1, 0));
    let again = at.restarted().await;
    again.until_settled().await;
    assert_eq!(at.world.bodies("/q"), ["text"]);
    again.publish(&topic, "next", None).await;
    again.until_settled().await;
    assert_eq!(at.world.bodies("/q"), ["text", "next"]);
}

#[tokio::test]
async fn what_is_settled_is_not_delivered_again_though_another_waits() {
    let at = setting();
    let topic =
        at.topic("t.fifo", &[("FifoTopic", "true"), ("ContentBasedDeduplication", "true")]).await;
    at.subscribe(&topic, "a.fifo", &[RAW]).await;
    at.subscribe(&topic, "b.fifo", &[RAW]).await;
    at.world.failing.lock().unwrap().insert("/b.fifo".into());
    at.publish(&topic, "text", Some("g")).await;
    let marks = async || {
        let table = crate::records::settled::SETTLED;
        at.cx.tables().scan(table, Scan::prefix(b"")).await.unwrap().len()
    };
    until(async || marks().await == 1).await;
    at.sns.outbox.rest().await;
    at.world.failing.lock().unwrap().clear();
    let again = at.restarted().await;
    again.until_settled().await;
    assert_eq!((at.world.bodies("/a.fifo").len(), at.world.bodies("/b.fifo").len()), (1, 1));
    assert_eq!(marks().await, 0);
}

#[tokio::test]
async fn what_fails_is_tried_again_at_its_time() {
    let at = setting();
    let topic = at.topic("t", &[]).await;
    at.subscribe(&topic, "q", &[RAW]).await;
    at.world.failing.lock().unwrap().insert("/q".into());
    at.publish(&topic, "text", None).await;
    until(async || later(&at).await == 1).await;
    until(async || at.on_their_way().await == 0).await;
    at.clock.advance(Duration::from_secs(1));
    // It fails once more, and waits anew.
    until(async || {
        let found = LATER.scan(at.cx.tables(), Scan::prefix(b"")).await.unwrap();
        found.first().is_some_and(|(_, it)| it.failures == 5)
    })
    .await;
    at.world.failing.lock().unwrap().clear();
    at.clock.advance(Duration::from_secs(1));
    until(async || at.world.bodies("/q") == ["text"]).await;
    until(async || at.on_their_way().await == 0 && later(&at).await == 0).await;
}

#[tokio::test]
async fn what_cannot_be_delivered_becomes_a_dead_letter() {
    let at = setting();
    let topic = at.topic("t", &[]).await;
    let redrive = r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead"}"#;
    at.subscribe(&topic, "gone", &[RAW, ("RedrivePolicy", redrive)]).await;
    at.subscribe(&topic, "lost", &[]).await;
    at.world.missing.lock().unwrap().extend(["/gone".to_owned(), "/lost".to_owned()]);
    at.publish(&topic, "text", None).await;
    at.until_settled().await;
    assert_eq!(at.world.bodies("/dead"), ["text"]);
    assert_eq!(at.world.got().len(), 1);
}

#[tokio::test]
async fn a_group_keeps_its_order_while_others_go_on() {
    let at = setting();
    let topic =
        at.topic("t.fifo", &[("FifoTopic", "true"), ("ContentBasedDeduplication", "true")]).await;
    at.subscribe(&topic, "q.fifo", &[RAW]).await;
    at.world.failing.lock().unwrap().insert("/q.fifo".into());
    for (text, group) in [("1", "a"), ("2", "a"), ("x", "b"), ("3", "a")] {
        at.publish(&topic, text, Some(group)).await;
    }
    at.world.failing.lock().unwrap().clear();
    until(async || {
        at.clock.advance(Duration::from_secs(1));
        at.on_their_way().await == 0
    })
    .await;
    let got = at.world.got().into_iter().filter(|it| it.group.as_deref() == Some("a"));
    let bodies: Vec<_> = got.map(|it| it.body).collect();
    assert_eq!(bodies, ["1", "2", "3"]);
    assert_eq!(at.world.got().len(), 4);
    assert!(at.world.got().iter().all(|it| it.dedup.is_some()));
}

#[tokio::test]
async fn a_deduplication_id_counts_for_five_minutes() {
    let at = setting();
    let topic =
        at.topic("t.fifo", &[("FifoTopic", "true"), ("ContentBasedDeduplication", "true")]).await;
    at.subscribe(&topic, "q.fifo", &[RAW]).await;
    let first = at.publish(&topic, "text", Some("g")).await;
    assert_eq!(first.sequence_number.as_deref(), Some("10000000000000000001"));
    assert_eq!(at.publish(&topic, "text", Some("other")).await, first);
    at.until_settled().await;
    let again = at.restarted().await;
    assert_eq!(again.publish(&topic, "text", Some("g")).await, first);
    at.clock.advance(Duration::from_secs(300));
    let second = again.publish(&topic, "text", Some("g")).await;
    assert!(second.sequence_number > first.sequence_number);
    again.until_settled().await;
    assert_eq!(at.world.bodies("/q.fifo"), ["text", "text"]);
}

#[tokio::test]
async fn a_batch_is_one_commit_and_keeps_its_order() {
    let at = setting();
    let topic = at.topic("t", &[]).await;
    at.subscribe(&topic, "q", &[RAW]).await;
    let entry = |n: usize| PublishBatchRequestEntry {
        id: n.to_string(),
        message: n.to_string(),
        ..Default::default()
    };
    let publish_batch_request_entries = (0..10).map(entry).collect();
    let input = PublishBatchInput { topic_arn: topic.clone(), publish_batch_request_entries };
    let output = at.cx.call::<PublishBatch>(input).await.unwrap();
    assert_eq!(output.successful.unwrap().len(), 10);
    at.until_settled().await;
    let expected: Vec<_> = (0..10).map(|n| n.to_string()).collect();
    assert_eq!(at.world.bodies("/q"), expected);
    let long = |n: usize| PublishBatchRequestEntry { message: "a".repeat(140_000), ..entry(n) };
    let publish_batch_request_entries = (0..2).map(long).collect();
    let input = PublishBatchInput { topic_arn: topic, publish_batch_request_entries };
    let error = at.cx.call::<PublishBatch>(input).await.unwrap_err();
    assert_eq!(error.code(), "BatchRequestTooLong");
}

#[tokio::test]
async fn what_a_process_leaves_is_taken_over_by_another() {
    let at = shared();
    let topic = at.topic("t", &[]).await;
    at.subscribe(&topic, "q", &[RAW]).await;
    at.sns.outbox.rest().await;
    at.publish(&topic, "left", None).await;
    let other = at.beside().await;
    other.publish(&topic, "own", None).await;
    until(async || at.world.bodies("/q") == ["own"]).await;
    assert_eq!(at.on_their_way().await, 1, "another's shelf is left alone");
    at.sns.outbox.give_up().await;
    until(async || {
        at.clock.advance(Duration::from_secs(1));
        at.on_their_way().await == 0
    })
    .await;
    assert_eq!(at.world.bodies("/q"), ["own", "left"]);
}

#[tokio::test]
async fn a_fifo_topic_is_one_processs_at_a_time() {
    let at = shared();
    let topic =
        at.topic("t.fifo", &[("FifoTopic", "true"), ("ContentBasedDeduplication", "true")]).await;
    at.subscribe(&topic, "q.fifo", &[RAW]).await;
    at.publish(&topic, "1", Some("g")).await;
    let other = at.beside().await;
    let input = PublishInput {
        topic_arn: Some(topic.clone()),
        message: "2".into(),
        message_group_id: Some("g".into()),
        ..Default::default()
    };
    let error = other.cx.call::<Publish>(input).await.unwrap_err();
    assert_eq!((error.code(), error.shape.status), ("ServiceUnavailable", 503));
    at.until_settled().await;
    at.sns.outbox.rest().await;
    at.sns.outbox.give_up().await;
    other.publish(&topic, "2", Some("g")).await;
    other.publish(&topic, "1", Some("g")).await;
    other.until_settled().await;
    assert_eq!(at.world.bodies("/q.fifo"), ["1", "2"]);
}

#[tokio::test]
async fn what_may_be_stored_is_delivered_if_it_is() {
    for (kept, name) in [(true, "t"), (false, "t"), (true, "t.fifo"), (false, "t.fifo")] {
        let (at, faults) = faulty();
        let is_fifo = name.ends_with(".fifo");
        let attributes = [("FifoTopic", "true"), ("ContentBasedDeduplication", "true")];
        let topic = at.topic(name, if is_fifo { &attributes } else { &[] }).await;
        at.subscribe(&topic, name.replace('t', "q").as_str(), &[RAW]).await;
        faults.fail_next(Call::Commit, Fault::Unknown { kept });
        let input = PublishInput {
            topic_arn: Some(topic.clone()),
            message: "text".into(),
            message_group_id: is_fifo.then(|| "g".to_owned()),
            ..Default::default()
        };
        let error = at.cx.call::<Publish>(input.clone()).await.unwrap_err();
        assert!(error.is_server_fault());
        at.until_settled().await;
        until(async || at.world.got().len() == usize::from(kept)).await;
        // The publisher tries again: only a FIFO topic knows that it has it already.
        at.cx.call::<Publish>(input).await.unwrap();
        at.until_settled().await;
        let expected = 1 + usize::from(kept && !is_fifo);
        until(async || at.world.got().len() == expected).await;
    }
}

#[tokio::test]
async fn dead_letters_of_a_group_keep_their_order_though_the_first_has_to_wait() {
    let at = setting();
    let topic = at.topic("t.fifo", &[("FifoTopic", "true")]).await;
    let redrive = json!({ "deadLetterTargetArn": at.cx.arn("sqs", "dead.fifo") }).to_string();
    at.subscribe(&topic, "gone.fifo", &[RAW, ("RedrivePolicy", &redrive)]).await;
    at.world.missing.lock().unwrap().insert("/gone.fifo".to_owned());
    *at.world.fails_once.lock().unwrap() = Some("/dead.fifo".to_owned());
    let entry = |text: &str| PublishBatchRequestEntry {
        id: text.to_owned(),
        message: text.to_owned(),
        message_group_id: Some("g".to_owned()),
        message_deduplication_id: Some(text.to_owned()),
        ..Default::default()
    };
    let publish_batch_request_entries = ["one", "two", "three"].map(entry).to_vec();
    let input = PublishBatchInput { topic_arn: topic, publish_batch_request_entries };
    at.cx.call::<PublishBatch>(input).await.unwrap();
    until(async || at.world.fails_once.lock().unwrap().is_none()).await;
    until(async || {
        at.clock.advance(Duration::from_secs(1));
        at.on_their_way().await == 0
    })
    .await;
    assert_eq!(at.world.bodies("/dead.fifo"), ["one", "two", "three"]);
}

//! Bodies wait for memory, and are refused as too many when they have waited long enough.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Client, ask, put_record, request, start};
use gateway::Config;
use std::time::Duration;

const MIB: usize = 1 << 20;

fn config(body_wait: Duration) -> Config {
    Config { max_body_bytes: 8 * MIB, body_wait, ..Config::default() }
}

/// A record of three quarters of so many bytes.
fn long(bytes: usize) -> Vec<u8> {
    put_record("k", &"A".repeat(bytes))
}

fn delete_objects(bytes: usize) -> Vec<u8> {
    request("POST /bucket?delete", &[], " ".repeat(bytes).as_bytes())
}

#[tokio::test]
async fn a_body_without_room_is_refused_in_its_services_words() {
    let served = start(config(Duration::from_millis(50))).await;
    // It says that it is long, and never comes.
    let mut holder = Client::new(served.address).await;
    holder.send(&long(15 * MIB)[..1000]).await;
    let answer = loop {
        let answer = ask(served.address, long(2 * MIB)).await;
        if answer.status != 200 {
            break answer;
        }
    };
    assert_eq!(answer.status, 503);
    assert_eq!(
        answer.text(),
        r#"{"__type":"ServiceUnavailable","message":"The request has failed due to a temporary failure of the server."}"#
    );
    let answer = ask(served.address, delete_objects(2 * MIB)).await;
    assert_eq!(answer.status, 503);
    assert!(
        answer
            .text()
            .contains("<Code>SlowDown</Code><Message>Please reduce your request rate.</Message>"),
        "{}",
        answer.text()
    );
    // Those that are not as long are served meanwhile.
    for bytes in [4, 100 * 1024, MIB - 1000] {
        assert_eq!(ask(served.address, long(bytes)).await.status, 200, "{bytes}");
    }
}

#[tokio::test]
async fn a_body_has_its_turn_when_another_has_ended() {
    let served = start(config(Duration::from_secs(60))).await;
    let mut first = Client::new(served.address).await;
    let whole = long(5 * MIB);
    first.send(&whole[..whole.len() - 1]).await;
    let others: Vec<_> = (0..4).map(|_| tokio::spawn(ask(served.address, long(4 * MIB)))).collect();
    first.send(&whole[whole.len() - 1..]).await;
    assert_eq!(first.answer(true).await.unwrap().status, 200);
    for other in others {
        let answer = other.await.unwrap();
        assert_eq!(answer.status, 200);
        assert!(answer.text().contains(&format!(r#""SequenceNumber":"{}""#, 3 * MIB)));
    }
}

#[tokio::test]
async fn a_body_that_does_not_say_its_length_is_counted_once_it_is_long() {
    let served = start(config(Duration::from_millis(50))).await;
    let chunked = |bytes: usize| {
        let body =
            format!(r#"{{"StreamName":"s","PartitionKey":"k","Data":"{}"}}"#, "A".repeat(bytes));
        let headers =
            [("x-amz-target", "Kinesis_20131202.PutRecord"), ("transfer-encoding", "chunked")];
        let body = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
        request("POST /", &headers, body.as_bytes())
    };
    for bytes in [4, 100 * 1024, 3 * MIB] {
        assert_eq!(ask(served.address, chunked(bytes)).await.status, 200, "{bytes}");
    }
    let mut holder = Client::new(served.address).await;
    holder.send(&long(15 * MIB)[..1000]).await;
    while ask(served.address, chunked(100 * 1024)).await.status == 200 {}
    assert_eq!(ask(served.address, chunked(100 * 1024)).await.status, 503);
    assert_eq!(ask(served.address, chunked(4)).await.status, 200);
}

#[tokio::test]
async fn a_long_body_is_wrong_in_the_same_words_as_a_short_one() {
    let served = start(Config::default()).await;
    for bytes in [8, 4 * MIB] {
        let mut wrong = long(bytes);
        let end = wrong.len() - 1;
        wrong[end] = b']';
        let answer = ask(served.address, wrong).await;
        assert_eq!(
            (answer.status, &*answer.text()),
            (400, r#"{"__type":"SerializationException"}"#)
        );
        let answer = ask(served.address, put_record("panic", &"A".repeat(bytes))).await;
        assert_eq!(answer.status, 500);
    }
}

#[tokio::test]
async fn bodies_that_never_come_give_their_room_to_those_who_wait() {
    let served = start(config(Duration::from_secs(6))).await;
    let mut holders = Vec::new();
    for _ in 0..4 {
        let mut holder = Client::new(served.address).await;
        holder.send(&long(MIB - 1000)[..1000]).await;
        holders.push(holder);
    }
    // There is room for two such, so that two of them wait as well.
    assert_eq!(ask(served.address, long(MIB - 1000)).await.status, 200);
    let answer = holders[0].answer(true).await.unwrap();
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains(r#""__type":"RequestTimeout""#), "{}", answer.text());
}

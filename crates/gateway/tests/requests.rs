//! What a request is answered with, over real sockets.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Client, ask, caller_identity, put_record, request, start};
use gateway::Config;

#[tokio::test]
async fn an_operation_is_answered_in_its_protocol() {
    let served = start(Config::default()).await;
    let answer = ask(served.address, caller_identity(&[])).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.text().contains("<Arn>arn:aws:iam::000000000000:root</Arn>"));
    let id = answer.header("x-amzn-requestid").unwrap();
    assert!(id.len() == 36 && answer.text().contains(id));
    let answer = ask(served.address, put_record("k", "aGVsbG8=")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.text().contains(r#""SequenceNumber":"5""#), "{}", answer.text());
    assert_eq!(served.gateway.metrics().requests("kinesis", "PutRecord", 200), 1);
}

#[tokio::test]
async fn account_and_region_come_from_the_credential() {
    let served = start(Config::default()).await;
    let authorization = "AWS4-HMAC-SHA256 Credential=123456789012/20260102/eu-west-1/sts/\
                         aws4_request, SignedHeaders=host, Signature=00";
    let headers = [("authorization", authorization), ("x-amz-date", "20260102T030405Z")];
    let answer = ask(served.address, caller_identity(&headers)).await.text();
    assert!(answer.contains("arn:aws:iam::123456789012:root"), "{answer}");
    assert!(answer.contains("<UserId>eu-west-1</UserId>"));
}

#[tokio::test]
async fn what_is_not_served_is_refused_by_name() {
    let served = start(Config::default()).await;
    let target = |name| [("x-amz-target", name), ("content-type", "application/x-amz-json-1.1")];
    let unserved = request("POST /", &target("Kinesis_20131202.SplitShard"), b"{}");
    let answer = ask(served.address, unserved).await;
    assert_eq!(answer.status, 400, "clients would try again what is refused with 501");
    assert!(answer.text().contains("Kinesis.SplitShard is not implemented by Waterwheel yet"));
    assert!(answer.text().contains(r#""__type":"NotImplemented""#), "{}", answer.text());
    let answer = ask(served.address, request("GET /bucket?acl", &[], b"")).await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("<Code>NotImplemented</Code>"), "{}", answer.text());
    assert!(answer.text().contains("S3.GetBucketAcl"));
    assert_eq!(answer.header("x-amz-request-id").unwrap().len(), 16);
    let outside = request("POST /", &target("AWSGlue.GetTables"), b"{}");
    let answer = ask(served.address, outside).await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("'glue'"), "{}", answer.text());
    assert!(answer.text().contains("kinesis, logs, s3, sns, sts"));
    let unknown = request("POST /", &target("Kinesis_20131202.NoSuchThing"), b"{}");
    let answer = ask(served.address, unknown).await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("UnknownOperationException"));
}

#[tokio::test]
async fn a_stranger_at_the_door_is_refused_and_the_connection_stays() {
    let served = start(Config::default()).await;
    let mut client = Client::new(served.address).await;
    client.send(caller_identity(&[("host", "evil.example")])).await;
    let answer = client.answer(true).await.unwrap();
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("evil.example"), "{}", answer.text());
    client.send(caller_identity(&[("origin", "https://evil.example")])).await;
    assert_eq!(client.answer(true).await.unwrap().status, 403);
    client.send(caller_identity(&[("origin", "http://localhost:3000")])).await;
    let answer = client.answer(true).await.unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), Some("http://localhost:3000"));
}

#[tokio::test]
async fn health_and_metrics_are_our_own_paths() {
    let served = start(Config::default()).await;
    for path in ["/_waterwheel/health", "/_localstack/health"] {
        let answer = ask(served.address, request(&format!("GET {path}"), &[], b"")).await;
        assert_eq!(answer.status, 200);
        assert!(answer.text().contains(r#""kinesis":"running""#), "{}", answer.text());
    }
    ask(served.address, caller_identity(&[])).await;
    let answer = ask(served.address, request("GET /_waterwheel/metrics", &[], b"")).await;
    let line = "operation=\"GetCallerIdentity\",status=\"200\"} 1";
    assert!(answer.text().contains(line), "{}", answer.text());
    let answer = ask(served.address, request("GET /_waterwheel/nothing", &[], b"")).await;
    assert_eq!(answer.status, 404);
    // The same path in a bucket of its own host is a key.
    let host = ("host", "bucket.localhost");
    let answer = ask(served.address, request("GET /_waterwheel/health", &[host], b"")).await;
    assert_eq!(answer.text(), "hello world");
}

#[tokio::test]
async fn a_panic_is_one_requests_failure() {
    let served = start(Config::default()).await;
    let mut client = Client::new(served.address).await;
    client.send(put_record("panic", "")).await;
    let answer = client.answer(true).await.unwrap();
    assert_eq!(answer.status, 500);
    assert!(answer.text().contains("InternalFailure"), "{}", answer.text());
    client.send(put_record("k", "")).await;
    assert_eq!(client.answer(true).await.unwrap().status, 200);
}

#[tokio::test]
async fn an_answer_to_head_has_no_body() {
    let served = start(Config::default()).await;
    let mut client = Client::new(served.address).await;
    client.send(request("HEAD /bucket/key", &[], b"")).await;
    let answer = client.answer(false).await.unwrap();
    assert_eq!((answer.status, answer.header("content-length")), (200, Some("11")));
    client.send(request("HEAD /bucket/key?acl", &[("host", "evil.example")], b"")).await;
    assert_eq!(client.answer(false).await.unwrap().status, 403);
    client.send(request("GET /bucket/key", &[], b"")).await;
    assert_eq!(client.answer(true).await.unwrap().text(), "hello world");
}

#[tokio::test]
async fn a_stream_that_fails_midway_is_seen_to_be_cut() {
    let served = start(Config::default()).await;
    let mut client = Client::new(served.address).await;
    client.send(request("GET /bucket/broken", &[], b"")).await;
    assert!(client.answer(true).await.is_none());
    assert_eq!(ask(served.address, request("GET /bucket/key", &[], b"")).await.status, 200);
}

#[tokio::test]
async fn bytes_that_are_not_http_do_no_harm() {
    let served = start(Config::default()).await;
    for noise in [&b"\x16\x03\x01\x02\x00\x01\x00"[..], b"GET\r\n\r\n", b"PRI * HTTP/9.9\r\n\r\n"] {
        let mut client = Client::new(served.address).await;
        client.send(noise).await;
        assert_eq!(client.answer(true).await.unwrap().status, 400, "{noise:?}");
        assert!(client.is_closed().await, "{noise:?}");
    }
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(100_000));
    assert!(ask(served.address, long).await.status >= 400);
    assert_eq!(ask(served.address, caller_identity(&[])).await.status, 200);
}

/// What is carried out and not answered: the connection ends, and what was asked for is done.
#[tokio::test]
async fn an_answer_may_be_dropped() {
    let served = start(Config::default()).await;
    let fault = platform::Fault {
        kind: platform::FaultKind::DroppedAnswer,
        service: "sts".to_owned(),
        resource: None,
        operations: Vec::new(),
        requests: Some(1),
        until: None,
        probability: 1.0,
    };
    served.platform.faults.set(fault).unwrap();
    let mut client = Client::new(served.address).await;
    client.send(caller_identity(&[])).await;
    assert!(client.answer(true).await.is_none());
    assert!(client.is_closed().await);
    assert_eq!(ask(served.address, caller_identity(&[])).await.status, 200);
    assert_eq!(served.gateway.metrics().requests("sts", "GetCallerIdentity", 500), 1);
}

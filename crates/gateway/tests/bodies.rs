//! Bodies that are long, short, wrong, chunked or late.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Client, ask, put_record, request, start};
use gateway::Config;
use shapes::checksum::{Algorithm, Checksum};
use std::time::Duration;

const HELLO_SHA256: &str = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

#[tokio::test]
async fn an_object_is_compared_with_its_hash() {
    let served = start(Config::default()).await;
    let put = |hash| request("PUT /bucket/key", &[("x-amz-content-sha256", hash)], b"hello");
    assert_eq!(ask(served.address, put(HELLO_SHA256)).await.status, 200);
    assert_eq!(served.fake.put.lock().unwrap().take().unwrap().0, b"hello");
    let other = &HELLO_SHA256.replace('2', "3");
    let answer = ask(served.address, put(other)).await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("XAmzContentSHA256Mismatch"), "{}", answer.text());
    assert!(served.fake.put.lock().unwrap().is_none());
    assert_eq!(ask(served.address, put("nonsense")).await.status, 400);
}

#[tokio::test]
async fn a_chunked_object_is_unwrapped() {
    let served = start(Config::default()).await;
    let put = |checksum: &str| {
        let body = format!("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:{checksum}\r\n\r\n");
        let headers = [
            ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            ("x-amz-decoded-content-length", "5"),
            ("x-amz-trailer", "x-amz-checksum-crc32"),
            ("content-encoding", "aws-chunked"),
        ];
        request("PUT /bucket/key", &headers, body.as_bytes())
    };
    let answer = ask(served.address, put("NhCmhg==")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let (body, input) = served.fake.put.lock().unwrap().take().unwrap();
    assert_eq!(body, b"hello");
    assert_eq!(input.content_encoding, None);
    assert_eq!(input.content_length, Some(5));
    let trailing = input.body.trailing().unwrap();
    assert_eq!((trailing.algorithm, trailing.value()), (Algorithm::Crc32, Some("NhCmhg==")));
    let answer = ask(served.address, put("AAAAAA==")).await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("<Code>BadDigest</Code>"), "{}", answer.text());
}

#[tokio::test]
async fn an_object_must_say_its_length() {
    let served = start(Config::default()).await;
    let headers = [("transfer-encoding", "chunked")];
    let put = request("PUT /bucket/key", &headers, b"5\r\nhello\r\n0\r\n\r\n");
    assert_eq!(ask(served.address, put).await.status, 501);
    let put = "PUT /bucket/key HTTP/1.1\r\nhost: localhost\r\n\r\n";
    let answer = ask(served.address, put).await;
    assert_eq!(answer.status, 411);
    assert!(answer.text().contains("MissingContentLength"));
}

#[tokio::test]
async fn whoever_waits_for_100_continue_gets_it_or_the_refusal() {
    let served = start(Config::default()).await;
    let head = |bucket: &str| {
        format!(
            "PUT /{bucket}/key HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n\
             expect: 100-continue\r\n\r\n"
        )
    };
    let mut client = Client::new(served.address).await;
    client.send(head("bucket")).await;
    assert!(client.head().await.unwrap().starts_with("HTTP/1.1 100"));
    client.send("hello").await;
    assert_eq!(client.answer(true).await.unwrap().status, 200);
    let answer = ask(served.address, head("missing")).await;
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("NoSuchBucket"), "{}", answer.text());
    assert_eq!(answer.header("connection"), Some("close"));
}

/// botocore asks for `100 Continue` before empty bodies too, and then misreads the next answer on
/// the same connection, unless the connection is closed.
#[tokio::test]
async fn an_empty_body_that_waits_for_100_continue_ends_the_connection() {
    let served = start(Config::default()).await;
    let head = "PUT /bucket/key HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\n\
                expect: 100-continue\r\n\r\n";
    let mut client = Client::new(served.address).await;
    client.send(head).await;
    let head = client.head().await.unwrap().to_ascii_lowercase();
    assert!(head.starts_with("http/1.1 200") && head.contains("connection: close"), "{head}");
}

/// A client that sends all of its body before it reads must still find the answer.
#[tokio::test]
async fn a_refusal_is_read_by_a_client_that_is_still_sending() {
    let served = start(Config::default()).await;
    let large = vec![b'a'; 12 << 20];
    let mut client = Client::new(served.address).await;
    client.send(request("PUT /missing/key", &[], &large)).await;
    assert_eq!(client.answer(true).await.unwrap().status, 404);
    client.send(put_record("k", "")).await;
    assert_eq!(client.answer(true).await.unwrap().status, 200);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_in_the_protocol() {
    let served = start(Config::default()).await;
    let headers = [("x-amz-target", "Kinesis_20131202.PutRecord")];
    let large = vec![b'a'; (16 << 20) + 1];
    let answer = ask(served.address, request("POST /", &headers, &large)).await;
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("RequestEntityTooLargeException"), "{}", answer.text());
    let mut chunked = headers.to_vec();
    chunked.push(("transfer-encoding", "chunked"));
    let mut body = format!("{:x}\r\n", large.len()).into_bytes();
    body.extend_from_slice(&large);
    body.extend_from_slice(b"\r\n0\r\n\r\n");
    let answer = ask(served.address, request("POST /", &chunked, &body)).await;
    assert_eq!(answer.status, 413);
}

#[tokio::test]
async fn a_body_that_stops_short_is_answered() {
    let served = start(Config::default()).await;
    for line in ["PUT /bucket/key", "POST /bucket?delete"] {
        let mut client = Client::new(served.address).await;
        client.send(request(line, &[("content-length", "10")], b"hello")).await;
        tokio::io::AsyncWriteExt::shutdown(&mut client.stream).await.unwrap();
        let answer = client.answer(true).await.unwrap();
        assert_eq!(answer.status, 400, "{line}");
        assert!(answer.text().contains("<Code>IncompleteBody</Code>"), "{}", answer.text());
    }
    assert!(served.fake.put.lock().unwrap().is_none());
}

#[tokio::test]
async fn a_body_that_pauses_too_long_is_answered() {
    let config = Config { body_timeout: Duration::from_millis(50), ..Config::default() };
    let served = start(config).await;
    let mut client = Client::new(served.address).await;
    client.send(request("PUT /bucket/key", &[("content-length", "10")], b"hello")).await;
    let answer = client.answer(true).await.unwrap();
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("<Code>RequestTimeout</Code>"), "{}", answer.text());
}

#[tokio::test]
async fn a_body_that_drips_is_answered() {
    let config = Config { body_timeout: Duration::from_millis(200), ..Config::default() };
    let served = start(config).await;
    let mut client = Client::new(served.address).await;
    client.send(request("PUT /bucket/key", &[("content-length", "100000")], b"h")).await;
    let (read, mut write) = client.stream.into_split();
    // No pause is as long as the time it may have, and yet it does not come on.
    let dripping = tokio::spawn(async move {
        while tokio::io::AsyncWriteExt::write_all(&mut write, b"h").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    let (mut answer, mut read) = (Vec::new(), tokio::io::BufReader::new(read));
    while !answer.ends_with(b"</Error>") {
        let more = tokio::io::AsyncBufReadExt::read_until(&mut read, b'>', &mut answer);
        assert!(more.await.unwrap() > 0, "{}", String::from_utf8_lossy(&answer));
    }
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 400") && answer.contains("<Code>RequestTimeout</Code>"));
    dripping.abort();
}

#[tokio::test]
async fn a_list_of_keys_must_have_a_checksum() {
    let served = start(Config::default()).await;
    let body = b"<Delete><Object><Key>k</Key></Object></Delete>";
    let md5 = Checksum::of(Algorithm::Md5, body);
    let delete = |headers: &[(&str, &str)]| request("POST /bucket?delete", headers, body);
    let answer = ask(served.address, delete(&[])).await;
    assert_eq!(answer.status, 400, "{}", answer.text());
    let answer = ask(served.address, delete(&[("content-md5", &md5)])).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let crc = [("x-amz-checksum-crc32", "AAAAAA==")];
    assert!(ask(served.address, delete(&crc)).await.text().contains("BadDigest"));
}

//! Who is let in where signatures are proven, and what is said to the others.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Answer, Served, ask, request, start};
use gateway::{Auth, Config, RootKey};
use platform::Principal;
use shapes::Timestamp;
use std::time::Duration;
use wire::sigv4::{Scope, SigningKey, sha256_hex};

const ROOT: (&str, &str) = ("AKIDROOT", "root secret");

async fn verifying() -> Served {
    let root = RootKey { id: ROOT.0.into(), secret: ROOT.1.into(), account: "111122223333".into() };
    start(Config { auth: Auth::Verify, root_keys: vec![root], ..Config::default() }).await
}

struct Signer<'a> {
    key: (&'a str, &'a str),
    token: Option<&'a str>,
    service: &'a str,
    date: &'a str,
}

/// A request signed as "Create a signed AWS API request" says, written apart from the verifier.
fn sign(
    signer: &Signer,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Vec<u8> {
    let hash = sha256_hex(body);
    let mut all: Vec<(&str, &str)> = headers.to_vec();
    all.extend([("host", "localhost:4566"), ("x-amz-date", signer.date)]);
    if signer.service == "s3" {
        all.push(("x-amz-content-sha256", &hash));
    }
    all.extend(signer.token.map(|token| ("x-amz-security-token", token)));
    all.sort_unstable();
    let names: Vec<_> = all.iter().map(|(name, _)| *name).collect();
    let names = names.join(";");
    let lines: String = all.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
    let canonical = format!("{method}\n{path}\n\n{lines}\n{names}\n{hash}");
    let scope = Scope {
        date: signer.date[..8].into(),
        region: "eu-west-1".into(),
        service: signer.service.into(),
    };
    let to_sign = format!(
        "AWS4-HMAC-SHA256\n{}\n{}\n{}",
        signer.date,
        scope.text(),
        sha256_hex(canonical.as_bytes())
    );
    let signature = SigningKey::derive(signer.key.1, &scope).sign(to_sign.as_bytes());
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={}/{}, SignedHeaders={names}, Signature={signature}",
        signer.key.0,
        scope.text()
    );
    all.push(("authorization", &authorization));
    request(&format!("{method} {path}"), &all, body)
}

/// The services' ways to be asked.
async fn ask_as(served: &Served, signer: &Signer<'_>) -> Answer {
    let request = match signer.service {
        "sts" => {
            let form = ("content-type", "application/x-www-form-urlencoded");
            let body = b"Action=GetCallerIdentity&Version=2011-06-15";
            sign(signer, "POST", "/", &[form], body)
        }
        "kinesis" => {
            let target = ("x-amz-target", "Kinesis_20131202.PutRecord");
            let body = br#"{"StreamName":"s","PartitionKey":"k","Data":""}"#;
            sign(signer, "POST", "/", &[target], body)
        }
        _ => sign(signer, "PUT", "/bucket/key", &[], b"hello"),
    };
    ask(served.address, request).await
}

const NOW: &str = "20260102T030405Z";

fn root(service: &'static str) -> Signer<'static> {
    Signer { key: ROOT, token: None, service, date: NOW }
}

#[tokio::test]
async fn a_right_signature_is_let_in() {
    let served = verifying().await;
    for service in ["sts", "kinesis", "s3"] {
        let answer = ask_as(&served, &root(service)).await;
        assert_eq!(answer.status, 200, "{service}: {}", answer.text());
    }
    let answer = ask_as(&served, &root("sts")).await.text();
    assert!(answer.contains("arn:aws:iam::111122223333:root"), "{answer}");
    assert!(answer.contains("<UserId>eu-west-1</UserId>"));
}

async fn refused(served: &Served, signer: &Signer<'_>, status: u16, code: &str) {
    let answer = ask_as(served, signer).await;
    assert!(answer.text().contains(code), "{code}: {}", answer.text());
    assert_eq!(answer.status, status, "{code}");
}

#[tokio::test]
async fn others_are_refused_in_each_services_words() {
    let served = verifying().await;
    for (service, status, code) in [
        ("sts", 403, "SignatureDoesNotMatch"),
        ("kinesis", 400, "InvalidSignatureException"),
        ("s3", 403, "SignatureDoesNotMatch"),
    ] {
        let signer = Signer { key: (ROOT.0, "guess"), ..root(service) };
        refused(&served, &signer, status, code).await;
    }
    for (service, status, code) in [
        ("sts", 403, "InvalidClientTokenId"),
        ("kinesis", 400, "UnrecognizedClientException"),
        ("s3", 403, "InvalidAccessKeyId"),
    ] {
        let signer = Signer { key: ("AKIDNOBODY", "x"), ..root(service) };
        refused(&served, &signer, status, code).await;
    }
    for (service, status, code) in [
        ("sts", 403, "Signature expired: 20260102T024904Z is now earlier than"),
        ("s3", 403, "RequestTimeTooSkewed"),
    ] {
        let signer = Signer { date: "20260102T024904Z", ..root(service) };
        refused(&served, &signer, status, code).await;
    }
    let unsigned = ask(served.address, common::caller_identity(&[])).await;
    assert_eq!(unsigned.status, 403);
    assert!(unsigned.text().contains("MissingAuthenticationToken"), "{}", unsigned.text());
    let unsigned = ask(served.address, common::put_record("k", "")).await;
    assert!(unsigned.text().contains("MissingAuthenticationTokenException"));
    let unsigned = ask(served.address, request("PUT /bucket/key", &[], b"hello")).await;
    assert!(unsigned.text().contains("<Code>AccessDenied</Code>"));
    assert!(served.fake.put.lock().unwrap().is_none());
}

#[tokio::test]
async fn a_temporary_key_needs_its_token_and_ends() {
    let served = verifying().await;
    let principal = Principal::AssumedRole {
        account: "111122223333".into(),
        role: "r".into(),
        role_id: "AROA".into(),
        session: "s".into(),
    };
    let key = served.platform.credentials.issue(principal, 600_000).await.unwrap();
    let token = key.session_token.as_deref();
    let signer = |service: &'static str, token, date| Signer {
        key: (&key.id, &key.secret),
        token,
        service,
        date,
    };
    let answer = ask_as(&served, &signer("sts", token, NOW)).await.text();
    assert!(answer.contains("assumed-role/r/s"), "{answer}");
    refused(&served, &signer("sts", None, NOW), 403, "InvalidClientTokenId").await;
    refused(&served, &signer("s3", Some("other"), NOW), 400, "InvalidToken").await;
    served.clock.advance(Duration::from_secs(600));
    let later = "20260102T031405Z";
    refused(&served, &signer("sts", token, later), 403, "<Code>ExpiredToken</Code>").await;
    refused(&served, &signer("kinesis", token, later), 400, "ExpiredTokenException").await;
    refused(&served, &signer("s3", token, later), 400, "<Code>ExpiredToken</Code>").await;
}

#[tokio::test]
async fn a_users_key_signs_while_it_is_active() {
    let served = verifying().await;
    let credentials = &served.platform.credentials;
    let mut key = credentials.lasting(Principal::User {
        account: "111122223333".into(),
        path: "/p/".into(),
        name: "ann".into(),
        user_id: "AIDAX".into(),
    });
    let keep = async |key: &platform::AccessKey| {
        let batch = credentials.kept(store::Batch::new(), key).unwrap();
        served.platform.store.tables.commit(batch).await.unwrap();
    };
    let signer = |service| Signer { key: (&key.id, &key.secret), token: None, service, date: NOW };
    refused(&served, &signer("sts"), 403, "InvalidClientTokenId").await;
    keep(&key).await;
    let answer = ask_as(&served, &signer("sts")).await.text();
    assert!(answer.contains("arn:aws:iam::111122223333:user/p/ann"), "{answer}");
    let used = credentials.last_use(&key.id).await.unwrap().unwrap();
    assert_eq!((&*used.service, &*used.region), ("sts", "eu-west-1"));
    let inactive = platform::AccessKey { inactive: true, ..key.clone() };
    keep(&inactive).await;
    refused(&served, &signer("sts"), 403, "InvalidClientTokenId").await;
    refused(&served, &signer("kinesis"), 400, "UnrecognizedClientException").await;
    refused(&served, &signer("s3"), 403, "InvalidAccessKeyId").await;
    key.inactive = false;
    keep(&key).await;
    let batch = credentials.forgotten(store::Batch::new(), &key.id);
    served.platform.store.tables.commit(batch).await.unwrap();
    let signer = Signer { key: (&key.id, &key.secret), token: None, service: "sts", date: NOW };
    refused(&served, &signer, 403, "InvalidClientTokenId").await;
}

#[tokio::test]
async fn a_body_other_than_the_signed_one_is_refused() {
    let served = verifying().await;
    let mut put = sign(&root("s3"), "PUT", "/bucket/key", &[], b"hello");
    *put.last_mut().unwrap() = b'!';
    let answer = ask(served.address, put).await;
    assert!(answer.text().contains("XAmzContentSHA256Mismatch"), "{}", answer.text());
    let target = ("x-amz-target", "Kinesis_20131202.PutRecord");
    let mut record = sign(&root("kinesis"), "POST", "/", &[target], b"{}");
    *record.last_mut().unwrap() = b' ';
    let answer = ask(served.address, record).await;
    assert!(answer.text().contains("InvalidSignatureException"), "{}", answer.text());
}

#[tokio::test]
async fn a_presigned_url_ends_even_where_nothing_is_proven() {
    let served = start(Config::default()).await;
    let get = |expires: &str| {
        let line = format!(
            "GET /bucket/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2F20260102\
             %2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20260102T030000Z\
             &X-Amz-Expires={expires}&X-Amz-SignedHeaders=host&X-Amz-Signature=00"
        );
        request(&line, &[], b"")
    };
    assert_eq!(ask(served.address, get("300")).await.status, 200);
    let answer = ask(served.address, get("244")).await;
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("Request has expired"), "{}", answer.text());
    let v2 = |end: i64| {
        let line = format!("GET /bucket/key?AWSAccessKeyId=a&Signature=x&Expires={end}");
        request(&line, &[], b"")
    };
    let now: Timestamp = platform::testing::START;
    assert_eq!(ask(served.address, v2(now.seconds() + 60)).await.status, 200);
    assert_eq!(ask(served.address, v2(now.seconds() - 60)).await.status, 403);
}

#[tokio::test]
async fn a_link_that_is_its_own_proof_needs_no_signature() {
    let confirm = "GET /?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:1:t&Token=2336";
    for served in [verifying().await, start(Config::default()).await] {
        let answer = ask(served.address, request(confirm, &[], b"")).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert!(answer.text().contains("<SubscriptionArn>anonymous</SubscriptionArn>"));
        // As somebody's browser asks who followed the link.
        let browser = [("sec-fetch-site", "none"), ("sec-fetch-mode", "navigate")];
        let answer = ask(served.address, request(confirm, &browser, b"")).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
    let served = verifying().await;
    let answer = ask(served.address, request("GET /?Action=ListTopics", &[], b"")).await;
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("MissingAuthenticationToken"), "{}", answer.text());
}

#[tokio::test]
async fn what_is_for_everybody_needs_no_signature() {
    let served = verifying().await;
    let path = "GET /Certificate.pem";
    for host in ["localhost", "sns.us-east-1.amazonaws.com"] {
        let answer = ask(served.address, request(path, &[("host", host)], b"")).await;
        assert_eq!((answer.status, &*answer.text()), (200, "for everybody"), "{host}");
    }
    // In a bucket of its own host it is a key.
    let answer = ask(served.address, request(path, &[("host", "bucket.localhost")], b"")).await;
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("AccessDenied"), "{}", answer.text());
}

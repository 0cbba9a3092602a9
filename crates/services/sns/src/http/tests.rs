use super::*;
use crate::fixture::config;
use crate::records::message::Message;
use crate::records::subscription::Subscription;
use crate::records::topic::Topic;
use http::HeaderMap;
use platform::testing::{platform, soon};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const ARN: &str = "arn:aws:sns:us-east-1:000000000000:t";

/// An endpoint that answers each connection with the next of these, and gives what it was sent.
async fn endpoint(
    answers: &'static [&'static str],
) -> (String, tokio::task::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serving = tokio::spawn(async move {
        let mut heard = Vec::new();
        for answer in answers {
            let (mut socket, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !is_whole(&request) {
                let mut piece = [0; 4096];
                let length = socket.read(&mut piece).await.unwrap();
                request.extend(&piece[..length]);
            }
            heard.push(String::from_utf8(request).unwrap());
            socket.write_all(answer.as_bytes()).await.unwrap();
        }
        heard
    });
    (format!("http://{address}"), serving)
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    body.len() >= length.unwrap().parse().unwrap()
}

fn subscription(endpoint: &str, attributes: &[(&str, &str)]) -> Subscription {
    let attributes = attributes.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    Subscription {
        id: "u".to_owned(),
        topic: ARN.to_owned(),
        protocol: "http".to_owned(),
        endpoint: endpoint.to_owned(),
        attributes,
        ..Subscription::default()
    }
}

fn message(text: &str) -> Message {
    let (id, topic, text) = ("i".to_owned(), ARN.to_owned(), text.to_owned());
    Message { id, topic, text, ..Message::default() }
}

async fn deliver(sns: &Sns, subscription: &Subscription, message: &Message) -> Attempt {
    let topic = Topic::default();
    soon(sns.deliver_http(Delivery { topic: &topic, subscription, message })).await
}

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

#[tokio::test]
async fn an_endpoint_gets_the_document_and_whose_it_is() {
    let sns = Sns::new(platform().0, config());
    let (url, serving) = endpoint(&[OK]).await;
    let url = format!("{}/hook?a=b", url.replace("http://", "http://me:pass@"));
    assert_eq!(
        deliver(&sns, &subscription(&url, &[]), &message("hello")).await,
        Attempt::Delivered
    );
    let heard = serving.await.unwrap();
    let (head, body) = heard[0].split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /hook?a=b HTTP/1.1\r\n"), "{head}");
    for line in [
        "x-amz-sns-message-type: Notification",
        "x-amz-sns-message-id: i",
        "x-amz-sns-topic-arn: arn:aws:sns:us-east-1:000000000000:t",
        "x-amz-sns-subscription-arn: arn:aws:sns:us-east-1:000000000000:t:u",
        "content-type: text/plain; charset=UTF-8",
        "user-agent: Amazon Simple Notification Service Agent",
        "authorization: Basic bWU6cGFzcw==",
    ] {
        assert!(head.lines().any(|it| it == line), "{line}\n{head}");
    }
    assert!(!head.contains("rawdelivery"));
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["Message"], "hello");
}

#[tokio::test]
async fn a_bare_message_is_sent_as_its_policy_says() {
    let sns = Sns::new(platform().0, config());
    let (url, serving) = endpoint(&[OK]).await;
    let policy = r#"{"requestPolicy":{"headerContentType":"text/csv"}}"#;
    let attributes = [("RawMessageDelivery", "true"), ("DeliveryPolicy", policy)];
    let delivered = deliver(&sns, &subscription(&url, &attributes), &message("a,b")).await;
    assert_eq!(delivered, Attempt::Delivered);
    let heard = serving.await.unwrap();
    let (head, body) = heard[0].split_once("\r\n\r\n").unwrap();
    assert_eq!(body, "a,b");
    assert!(head.contains("x-amz-sns-rawdelivery: true"));
    assert!(head.contains("content-type: text/csv"));
}

#[tokio::test]
async fn who_is_not_there_may_come_back() {
    let sns = Sns::new(platform().0, config());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let attempt = deliver(&sns, &subscription(&url, &[]), &message("hello")).await;
    assert!(matches!(&attempt, Attempt::Failed(why) if why.contains("refused")), "{attempt:?}");
}

#[tokio::test]
async fn who_does_not_answer_has_fifteen_seconds() {
    let (platform, clock) = platform();
    let sns = Sns::new(platform, config());
    sns.signer.certificate().await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let delivering =
        tokio::spawn(
            async move { deliver(&sns, &subscription(&url, &[]), &message("hello")).await },
        );
    let (mut socket, _) = soon(listener.accept()).await.unwrap();
    socket.read_u8().await.unwrap();
    clock.advance(Duration::from_secs(15));
    let attempt = soon(delivering).await.unwrap();
    assert_eq!(attempt, Attempt::Failed("no answer within 15 seconds".to_owned()));
}

#[tokio::test]
async fn a_host_that_resolves_to_what_is_not_called_is_not() {
    let sns = Sns::new(platform().0, config());
    let subscription = subscription("http://169.254.169.254/", &[]);
    let attempt = deliver(&sns, &subscription, &message("hello")).await;
    assert!(matches!(&attempt, Attempt::Failed(why) if why.contains("link-local")), "{attempt:?}");
}

#[test]
fn an_answer_says_whether_to_try_again() {
    let digest = HeaderMap::from_iter([(
        WWW_AUTHENTICATE,
        HeaderValue::from_static("Digest realm=\"r\", nonce=\"n\""),
    )]);
    let none = HeaderMap::new();
    let of = |code, headers| judged(StatusCode::from_u16(code).unwrap(), headers);
    for code in [200, 201, 204, 299] {
        assert_eq!(of(code, &none), Attempt::Delivered);
    }
    for code in [400, 401, 403, 404, 410, 422] {
        assert!(matches!(of(code, &none), Attempt::Refused(_)), "{code}");
    }
    for code in [301, 302, 429, 500, 502, 503, 599] {
        assert!(matches!(of(code, &none), Attempt::Failed(_)), "{code}");
    }
    assert!(matches!(of(401, &digest), Attempt::Refused(why) if why.contains("Digest")));
}

#[test]
fn an_endpoint_is_a_url_of_its_protocol() {
    assert!(check("http", "http://localhost:8080/hook").is_ok());
    assert!(check("https", "https://me:p@a.example/").is_ok());
    for (protocol, endpoint) in
        [("http", "https://a.example/"), ("https", "a.example"), ("http", "")]
    {
        let error = check(protocol, endpoint).unwrap_err();
        assert_eq!(error.message, "Invalid parameter: Endpoint must match the specified protocol");
    }
    assert!(check("http", "http://169.254.169.254/").is_err());
}

#[tokio::test]
async fn an_endpoint_is_called_no_more_often_than_it_wants() {
    let (platform, clock) = platform();
    let sns = Sns::new(platform, config());
    let policy = r#"{"throttlePolicy":{"maxReceivesPerSecond":2}}"#;
    let subscription = subscription("http://localhost/", &[("DeliveryPolicy", policy)]);
    let turn = async || {
        let (topic, message) = (Topic::default(), message("hello"));
        sns.await_turn(Delivery { topic: &topic, subscription: &subscription, message: &message })
            .await;
    };
    turn().await;
    let mut second = std::pin::pin!(turn());
    let mut waker = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(second.as_mut().poll(&mut waker).is_pending());
    clock.advance(Duration::from_millis(500));
    soon(second).await;
}

//! The life of connections: limits, slowness, HTTP/2, stopping.
#![allow(clippy::unwrap_used)]

mod common;

use bytes::Bytes;
use common::{Client, ask, caller_identity, start};
use futures_util::StreamExt as _;
use gateway::Config;
use http_body::Frame;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper_util::rt::{TokioExecutor, TokioIo};
use std::time::Duration;
use tokio::net::TcpStream;

/// The longest head, in bytes.
const HEAD_LIMIT: usize = 256 * 1024;

#[tokio::test]
async fn http_2_is_spoken_without_an_upgrade() {
    let served = start(Config::default()).await;
    let stream = TcpStream::connect(served.address).await.unwrap();
    let io = TokioIo::new(stream);
    let (mut sender, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), io).await.unwrap();
    let running = tokio::spawn(connection);
    for _ in 0..3 {
        let request = http::Request::builder()
            .method("POST")
            .uri(format!("http://localhost:{}/", served.address.port()))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Full::new(Bytes::from("Action=GetCallerIdentity&Version=2011-06-15")));
        let answer = sender.send_request(request.unwrap()).await.unwrap();
        assert_eq!(answer.status(), 200);
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert!(String::from_utf8_lossy(&body).contains("GetCallerIdentityResult"));
    }
    let foreign = http::Request::builder().uri("http://evil.example/").body(Full::default());
    assert_eq!(sender.send_request(foreign.unwrap()).await.unwrap().status(), 403);
    drop(sender);
    running.await.unwrap().unwrap();
}

/// Node.js loses an answer that comes before its long body is sent.
#[tokio::test]
async fn a_refusal_over_http_2_comes_after_the_body() {
    let served = start(Config::default()).await;
    let io = TokioIo::new(TcpStream::connect(served.address).await.unwrap());
    let (mut sender, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), io).await.unwrap();
    tokio::spawn(connection);
    let (body, mut pieces) = tokio::sync::mpsc::channel::<Bytes>(1);
    let pieces = futures_util::stream::poll_fn(move |context| pieces.poll_recv(context));
    let frames = pieces.map(|piece| Ok::<_, std::convert::Infallible>(Frame::data(piece)));
    let request = http::Request::builder()
        .method("POST")
        .uri(format!("http://localhost:{}/", served.address.port()))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("content-length", 100 << 20)
        .body(StreamBody::new(frames));
    let answer = tokio::spawn(sender.send_request(request.unwrap()));
    for _ in 0..100 {
        body.send(Bytes::from(vec![b'x'; 1 << 20])).await.unwrap();
        assert!(!answer.is_finished());
    }
    drop(body);
    assert_eq!(answer.await.unwrap().unwrap().status(), 413);
}

#[tokio::test]
async fn a_head_that_is_too_long_is_refused() {
    let served = start(Config::default()).await;
    let mut client = Client::new(served.address).await;
    let mut request = b"GET / HTTP/1.1\r\nhost: localhost\r\nx: ".to_vec();
    // Not a byte more than it takes to be refused: a connection that is closed before all was
    // read is reset, and the answer may be lost with it.
    request.resize(HEAD_LIMIT, b'a');
    client.send(request).await;
    assert_eq!(client.answer(true).await.unwrap().status, 431);
    assert!(client.is_closed().await);
}

#[tokio::test]
async fn a_connection_that_asks_for_nothing_is_closed() {
    let config = Config { header_timeout: Duration::from_millis(50), ..Config::default() };
    let served = start(config).await;
    for beginning in ["", "P", "POST / HTTP/1.1\r\nhost: local"] {
        let mut client = Client::new(served.address).await;
        client.send(beginning).await;
        // hyper answers a late head with 408 or closes at once.
        while client.head().await.is_some() {}
        assert!(client.answer(true).await.is_none(), "{beginning}");
    }
}

#[tokio::test]
async fn idle_connections_do_not_stand_in_the_way() {
    let served = start(Config::default()).await;
    let mut idle = Vec::new();
    for _ in 0..200 {
        let mut client = Client::new(served.address).await;
        client.send(caller_identity(&[])).await;
        assert_eq!(client.answer(true).await.unwrap().status, 200);
        idle.push(client);
    }
    assert_eq!(ask(served.address, caller_identity(&[])).await.status, 200);
    for client in &mut idle {
        client.send(caller_identity(&[])).await;
        assert_eq!(client.answer(true).await.unwrap().status, 200);
    }
}

#[tokio::test]
async fn connections_past_the_limit_wait() {
    let served = start(Config { max_connections: 1, ..Config::default() }).await;
    let mut first = Client::new(served.address).await;
    first.send(caller_identity(&[])).await;
    assert_eq!(first.answer(true).await.unwrap().status, 200);
    let mut second = Client::new(served.address).await;
    second.send(caller_identity(&[])).await;
    assert!(second.stream.try_read(&mut [0]).is_err());
    assert_eq!(served.gateway.metrics().requests("sts", "GetCallerIdentity", 200), 1);
    drop(first);
    assert_eq!(second.answer(true).await.unwrap().status, 200);
}

#[tokio::test]
async fn what_was_begun_is_finished_when_the_client_goes_away() {
    let served = start(Config::default()).await;
    served.fake.open.send_replace(false);
    let mut client = Client::new(served.address).await;
    client.send(caller_identity(&[])).await;
    served.fake.begun.subscribe().wait_for(|count| *count == 1).await.unwrap();
    drop(client);
    served.fake.open.send_replace(true);
    served.fake.ended.subscribe().wait_for(|count| *count == 1).await.unwrap();
}

#[tokio::test]
async fn a_stop_finishes_what_is_in_flight_and_takes_nothing_new() {
    let served = start(Config::default()).await;
    served.fake.open.send_replace(false);
    let mut idle = Client::new(served.address).await;
    let mut busy = Client::new(served.address).await;
    busy.send(caller_identity(&[])).await;
    served.fake.begun.subscribe().wait_for(|count| *count == 1).await.unwrap();
    served.stop.send(()).unwrap();
    assert!(idle.is_closed().await);
    assert!(!served.serving.is_finished());
    served.fake.open.send_replace(true);
    assert_eq!(busy.answer(true).await.unwrap().status, 200);
    assert!(busy.is_closed().await);
    served.serving.await.unwrap();
    assert!(TcpStream::connect(served.address).await.is_err());
}

#[tokio::test]
async fn a_stop_does_not_wait_for_ever() {
    let config = Config { shutdown_timeout: Duration::from_millis(50), ..Config::default() };
    let served = start(config).await;
    served.fake.open.send_replace(false);
    let mut busy = Client::new(served.address).await;
    busy.send(caller_identity(&[])).await;
    served.fake.begun.subscribe().wait_for(|count| *count == 1).await.unwrap();
    served.stop.send(()).unwrap();
    served.serving.await.unwrap();
    assert!(busy.answer(true).await.is_none());
}

//! Clients that ask and do not read: when they are cut off, and when they are not.
#![allow(clippy::unwrap_used)]

mod common;

use bytes::Bytes;
use common::{Client, LONG_BYTES, caller_identity, request, start};
use gateway::Config;
use http_body_util::{BodyExt, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use std::time::Duration;
use tokio::net::{TcpSocket, TcpStream};

fn config(answer_timeout: Duration) -> Config {
    Config { answer_timeout, ..Config::default() }
}

/// Until this many connections are left.
async fn until(served: &common::Served, connections: usize) {
    let counted = async {
        let line = format!("waterwheel_connections {connections}\n");
        while !served.gateway.metrics().render(served.platform.registry()).contains(&line) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), counted).await.unwrap();
}

#[tokio::test]
async fn who_takes_nothing_is_cut_off() {
    let served = start(config(Duration::from_millis(400))).await;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let mut stalled = Client::of(socket.connect(served.address).await.unwrap());
    stalled.send(request("GET /bucket/long", &[], b"")).await;
    // One that is idle between two requests is nobody who does not read.
    let mut idle = Client::new(served.address).await;
    idle.send(caller_identity(&[])).await;
    assert_eq!(idle.answer(true).await.unwrap().status, 200);
    until(&served, 1).await;
    idle.send(caller_identity(&[])).await;
    assert_eq!(idle.answer(true).await.unwrap().status, 200);
}

#[tokio::test]
async fn who_gives_no_window_over_http_2_is_cut_off() {
    let served = start(config(Duration::from_millis(400))).await;
    let io = TokioIo::new(TcpStream::connect(served.address).await.unwrap());
    let (mut sender, connection) = hyper::client::conn::http2::Builder::new(TokioExecutor::new())
        .initial_stream_window_size(1024)
        .handshake(io)
        .await
        .unwrap();
    tokio::spawn(connection);
    let ask = |key: &str| {
        let uri = format!("http://localhost:{}/bucket/{key}", served.address.port());
        http::Request::builder().uri(uri).body(Full::<Bytes>::default()).unwrap()
    };
    let short = sender.send_request(ask("key")).await.unwrap();
    assert_eq!(short.into_body().collect().await.unwrap().to_bytes(), "hello world");
    // Its window is never opened again, while the connection itself goes on.
    let answer = sender.send_request(ask("long")).await.unwrap();
    assert_eq!(answer.status(), 200);
    until(&served, 0).await;
    drop(answer);
}

#[tokio::test]
async fn who_takes_a_little_at_a_time_is_served_to_the_end() {
    let served = start(config(Duration::from_secs(2))).await;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let stream = socket.connect(served.address).await.unwrap();
    let mut client = Client::of(stream);
    client.send(request("GET /bucket/long", &[], b"")).await;
    let begun = tokio::time::Instant::now();
    // Longer than one who takes nothing is borne with.
    while begun.elapsed() < Duration::from_secs(4) {
        client.more().await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(client.answer(true).await.unwrap().body.len(), LONG_BYTES);
}

#[tokio::test]
async fn an_answer_that_takes_its_time_is_waited_for() {
    let served = start(config(Duration::from_millis(100))).await;
    served.fake.open.send_replace(false);
    let mut client = Client::new(served.address).await;
    client.send(caller_identity(&[])).await;
    served.fake.begun.subscribe().wait_for(|count| *count == 1).await.unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;
    served.fake.open.send_replace(true);
    assert_eq!(client.answer(true).await.unwrap().status, 200);
}

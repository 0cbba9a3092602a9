//! Answers that go on with events: pushed as they come, idle for as long as they are, and ended when
//! the server stops.
#![allow(clippy::unwrap_used)]

mod common;

use bytes::Bytes;
use common::{Client, LIVE_TAIL, LIVE_TAIL_BODY, caller_identity, live_tail, start};
use gateway::Config;
use http_body_util::{BodyExt, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use std::time::Duration;
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinHandle;

/// How long what must come may take. Only a test that fails waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

async fn soon<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, what).await.expect("it came in time")
}

#[tokio::test]
async fn each_event_is_sent_when_it_happens_and_the_stream_ends_with_the_server() {
    // Idle for longer than one who takes nothing is borne with.
    let patience = Duration::from_millis(200);
    let served = start(Config { answer_timeout: patience, ..Config::default() }).await;
    served.fake.told.send_replace("first".into());
    let mut client = Client::new(served.address).await;
    client.send(live_tail()).await;
    let head = client.head().await.unwrap().to_ascii_lowercase();
    assert!(head.contains("content-type: application/vnd.amazon.eventstream\r\n"), "{head}");
    assert!(head.contains("transfer-encoding: chunked\r\n"), "{head}");
    let begun = soon(client.until(b"first")).await;
    let begun = String::from_utf8_lossy(&begun).into_owned();
    let [initial, update] = ["initial-response", "sessionUpdate"].map(|it| begun.find(it));
    assert!(initial.is_some() && initial < update, "{begun:?}");
    tokio::time::sleep(patience * 4).await;
    served.fake.told.send_replace("second".into());
    soon(client.until(b"second")).await;
    served.stop.send(()).unwrap();
    // The end of the message and the last chunk: the body is whole.
    soon(client.until(b"\r\n0\r\n\r\n")).await;
    assert!(soon(client.is_closed()).await);
    soon(served.serving).await.unwrap();
}

#[tokio::test]
async fn events_are_pushed_over_http_2_beside_other_answers() {
    let served = start(Config::default()).await;
    served.fake.told.send_replace("first".into());
    let (mut sender, connection) = http_2(&served).await;
    let events = soon(sender.send_request(http_2_live_tail(&served))).await.unwrap();
    let mut events = events.into_body();
    let mut until = async |what: &str| {
        loop {
            let frame = soon(events.frame()).await?.unwrap();
            let data = String::from_utf8_lossy(frame.data_ref()?).into_owned();
            if data.contains(what) {
                return Some(());
            }
        }
    };
    until("first").await.unwrap();
    let object =
        http::Request::get(format!("http://localhost:{}/bucket/key", served.address.port()))
            .body(Full::default())
            .unwrap();
    let object = soon(sender.send_request(object)).await.unwrap();
    assert_eq!(object.into_body().collect().await.unwrap().to_bytes(), "hello world");
    served.fake.told.send_replace("second".into());
    until("second").await.unwrap();
    served.stop.send(()).unwrap();
    assert_eq!(until("anything more").await, None);
    soon(served.serving).await.unwrap();
    soon(connection).await.unwrap().unwrap();
}

#[tokio::test]
async fn who_takes_no_events_is_cut_off_and_lets_go_of_the_stream() {
    let patience = Duration::from_millis(400);
    let served = start(Config { answer_timeout: patience, ..Config::default() }).await;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let mut stalled = Client::of(socket.connect(served.address).await.unwrap());
    stalled.send(live_tail()).await;
    stalled.head().await.unwrap();
    let long = "x".repeat(1 << 20);
    soon(async {
        // The stream is dropped with the connection, and nobody listens any more.
        while served.fake.told.receiver_count() > 0 {
            served.fake.told.send_replace(long.clone());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
    let mut other = Client::new(served.address).await;
    other.send(caller_identity(&[])).await;
    assert_eq!(other.answer(true).await.unwrap().status, 200);
}

#[tokio::test]
async fn who_leaves_lets_go_of_the_stream() {
    let served = start(Config::default()).await;
    let listeners = || served.fake.told.receiver_count();
    let mut client = Client::new(served.address).await;
    client.send(live_tail()).await;
    client.head().await.unwrap();
    assert_eq!(listeners(), 1);
    drop(client);
    soon(async {
        while listeners() > 0 {
            served.fake.told.send_replace("to nobody".into());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
    let (mut sender, connection) = http_2(&served).await;
    let events = soon(sender.send_request(http_2_live_tail(&served))).await.unwrap();
    assert_eq!(listeners(), 1);
    // The connection goes on, and nothing is told that could fail.
    drop(events);
    soon(async {
        while listeners() > 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
    connection.abort();
}

type Sender = hyper::client::conn::http2::SendRequest<Full<Bytes>>;

async fn http_2(served: &common::Served) -> (Sender, JoinHandle<hyper::Result<()>>) {
    let io = TokioIo::new(TcpStream::connect(served.address).await.unwrap());
    let (sender, connection) =
        hyper::client::conn::http2::Builder::new(TokioExecutor::new()).handshake(io).await.unwrap();
    (sender, tokio::spawn(connection))
}

fn http_2_live_tail(served: &common::Served) -> http::Request<Full<Bytes>> {
    let request = http::Request::post(format!("http://localhost:{}/", served.address.port()));
    let request = LIVE_TAIL.iter().fold(request, |it, (name, value)| it.header(*name, *value));
    request.body(Full::new(Bytes::from_static(LIVE_TAIL_BODY))).unwrap()
}

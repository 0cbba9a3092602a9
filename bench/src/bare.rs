//! The limit: what an HTTP server that does nothing answers on this machine.
//!
//! Beside a figure of requests stands its share of this: the same connections send the same bytes
//! in the same run to a hyper server, a process of its own as the product is, which reads them and
//! answers as many bytes as the product did on average.

use crate::Result;
use crate::api;
use crate::http::Answer;
use crate::load::{Repeat, Until, expect_ok};
use crate::peers::Programs;
use crate::server::{Kind, Server};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};

/// The word that makes this program such a server; it is followed by the port and the length.
pub const COMMAND: &str = "serve-bare-http";

/// How long it is asked.
const TIME: Until = Until::Passed(Duration::from_secs(1));

/// What was asked of a server, and how fast.
#[derive(Clone, Debug)]
pub struct Asked {
    /// One of the requests.
    pub request: Vec<u8>,
    pub connections: usize,
    /// The mean length of the answers' bodies, in bytes.
    pub answer: usize,
    pub answers_per_second: f64,
}

/// How many answers a second a bare server gives to what was asked.
pub async fn rate(server: &Server, asked: &Asked) -> Result<f64> {
    let accept = |answer: Answer, body: &[u8]| expect_ok(answer, body).map(|()| 1);
    let worker = || Repeat { request: asked.request.clone(), accept };
    let workers = (0..asked.connections).map(|_| worker()).collect();
    Ok(api::drive(server, TIME, workers).await?.rate())
}

/// A server for what was asked.
pub async fn start(programs: &Programs, asked: &Asked) -> Result<Server> {
    Server::start(Kind::Bare { answer: asked.answer }, programs).await
}

/// Serves until the process is ended.
pub fn serve(words: &[String]) -> Result<()> {
    let [port, length] = words else { return Err(format!("{COMMAND} PORT LENGTH")) };
    let port: u16 = port.parse().map_err(|_| format!("{port} is no port"))?;
    let length: usize = length.parse().map_err(|_| format!("{length} is no length"))?;
    let answer = Bytes::from(vec![b'x'; length]);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("start a runtime: {error}"))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await;
        let listener = listener.map_err(|error| format!("listen on {port}: {error}"))?;
        loop {
            let (stream, _) =
                listener.accept().await.map_err(|error| format!("accept: {error}"))?;
            stream.set_nodelay(true).map_err(|error| format!("set TCP_NODELAY: {error}"))?;
            tokio::spawn(connection(stream, answer.clone()));
        }
    })
}

async fn connection(stream: TcpStream, answer: Bytes) {
    let answered = service_fn(|request: Request<Incoming>| {
        let answer = answer.clone();
        async move {
            let mut body = request.into_body();
            while let Some(frame) = body.frame().await {
                frame?;
            }
            Ok::<_, hyper::Error>(Response::new(Full::new(answer)))
        }
    });
    // How a connection ends is its client's affair.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answered).await;
}

//! The HTTP face of a [`Desk`]: AWS's "Lambda runtime API", version 2018-06-01, on a loopback
//! port of the environment's own.
//!
//! Every answer has a Content-Type (awslambdaric crashes without one) and leaves in one segment
//! (`TCP_NODELAY`; otherwise each call waits for a delayed acknowledgement).
//!
//! A function is not trusted with the server's memory, threads or time: an environment has a few
//! connections, of which one at a time sends a body, and only what the desk waits for is read.

use std::{
    convert::Infallible,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinSet,
    time::{Instant, timeout},
};

use crate::{
    desk::{Answer, Desk, Job, Refusal},
    function::Clock,
    peers,
};

/// AWS's limit on a response: 6 MiB and 100 bytes.
const RESPONSE_LIMIT: usize = 6_291_556;
const PREFIX: &str = "/2018-06-01/runtime/";

/// Connections of an environment at one time; more wait to be accepted. Runtimes have one or two.
const CONNECTIONS: usize = 16;
/// Connections of others that are refused in words at one time; more are closed without a word.
const STRANGERS: usize = 8;
/// How long it may take to refuse a stranger.
const STRANGERS_TIME: Duration = Duration::from_secs(5);
/// How long an error document may pause on its way.
const ERROR_PAUSE: Duration = Duration::from_secs(10);
/// How much longer than its function may run a connection may be without a request.
const IDLE_SLACK: Duration = Duration::from_secs(60);

type Reply = Response<Full<Bytes>>;

/// What a connection needs to answer.
pub(crate) struct RuntimeApi {
    pub(crate) desk: Arc<Desk>,
    pub(crate) clock: Clock,
    pub(crate) timeout: Duration,
    /// The environment's processes: who does not descend from them is refused. Absent where that
    /// cannot be told, and where nobody else gets here.
    pub(crate) only: Option<Vec<i32>>,
}

impl RuntimeApi {
    /// Opens the port. The returned address is the value of `AWS_LAMBDA_RUNTIME_API`.
    pub(crate) async fn bind() -> io::Result<(TcpListener, String)> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?.to_string();
        Ok((listener, address))
    }

    /// Answers until the future is dropped; the connections end with it.
    pub(crate) async fn serve(self, listener: TcpListener) {
        let api = Arc::new(self);
        let places = Places::default();
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                stream = accept(&listener) => {
                    // Who it is, is found out for one at a time.
                    let stranger = api.is_a_strangers(&stream).await;
                    let Some(place) = places.take(stranger).await else { continue };
                    let served = serve_one(api.clone(), stream, stranger);
                    connections.spawn(async move {
                        served.await;
                        drop(place);
                    });
                }
                Some(_) = connections.join_next() => {}
            }
        }
    }

    /// Whether a connection comes from somebody else's process.
    async fn is_a_strangers(&self, stream: &TcpStream) -> bool {
        let Some(roots) = self.only.clone() else { return false };
        let (Ok(SocketAddr::V4(peer)), Ok(SocketAddr::V4(local))) =
            (stream.peer_addr(), stream.local_addr())
        else {
            return true;
        };
        let asked = tokio::task::spawn_blocking(move || peers::is_of(&roots, peer, local));
        !matches!(asked.await, Ok(Ok(true)))
    }

    async fn answer(&self, request: Request<Incoming>) -> Reply {
        let path = request.uri().path().to_owned();
        let Some(rest) = path.strip_prefix(PREFIX) else {
            return refuse(StatusCode::NOT_FOUND, "NotFound", "no such resource");
        };
        let parts: Vec<&str> = rest.split('/').collect();
        match (request.method(), parts.as_slice()) {
            (&Method::GET, ["invocation", "next"]) => self.next().await,
            (&Method::POST, ["invocation", id, "response"]) => self.response(id, request).await,
            (&Method::POST, ["invocation", id, "error"]) => self.error(id, request).await,
            (&Method::POST, ["init", "error"]) => self.init_error(request).await,
            (_, ["invocation", "next"] | ["init", "error"])
            | (_, ["invocation", _, "response" | "error"]) => {
                refuse(StatusCode::METHOD_NOT_ALLOWED, "MethodNotAllowed", "wrong method")
            }
            _ => refuse(StatusCode::NOT_FOUND, "NotFound", "no such resource"),
        }
    }

    async fn next(&self) -> Reply {
        let job = self.desk.next(Instant::now).await;
        let allowed = i64::try_from(self.timeout.as_millis()).unwrap_or(i64::MAX);
        hand_over(job, (self.clock)().saturating_add(allowed))
    }

    async fn response(&self, id: &str, request: Request<Incoming>) -> Reply {
        let turn = match self.desk.begin_answer(id) {
            Ok(turn) => turn,
            Err(refusal) => return refused(refusal),
        };
        // A response that is streamed pauses for as long as its function works. A streaming
        // runtime tells in trailers that it failed after it had begun to answer.
        let answer = match read(request.into_body(), self.timeout).await {
            Ok((body, None)) => Answer::Response(body),
            Ok((_, Some(failure))) => Answer::Error(failure),
            Err(BodyError::TooLarge) => Answer::TooLarge,
            Err(error) => return error.reply(),
        };
        let too_large = answer == Answer::TooLarge;
        turn.answer(answer, Instant::now());
        if too_large { BodyError::TooLarge.reply() } else { accepted() }
    }

    async fn error(&self, id: &str, request: Request<Incoming>) -> Reply {
        let turn = match self.desk.begin_answer(id) {
            Ok(turn) => turn,
            Err(refusal) => return refused(refusal),
        };
        let named = error_type(&request);
        match read(request.into_body(), ERROR_PAUSE).await {
            Ok((body, _)) => {
                turn.answer(Answer::Error(document(body, &named)), Instant::now());
                accepted()
            }
            Err(error) => error.reply(),
        }
    }

    async fn init_error(&self, request: Request<Incoming>) -> Reply {
        let turn = match self.desk.begin_init_error() {
            Ok(turn) => turn,
            Err(refusal) => return refused(refusal),
        };
        let named = error_type(&request);
        let body = match read(request.into_body(), ERROR_PAUSE).await {
            Ok((body, _)) => document(body, &named),
            Err(_) => document(Bytes::new(), &named),
        };
        turn.init_failed(body).map_or_else(refused, |()| accepted())
    }
}

/// What an environment's port has room for.
struct Places {
    own: Arc<Semaphore>,
    strangers: Arc<Semaphore>,
}

impl Default for Places {
    fn default() -> Places {
        Places {
            own: Arc::new(Semaphore::new(CONNECTIONS)),
            strangers: Arc::new(Semaphore::new(STRANGERS)),
        }
    }
}

impl Places {
    /// A place, as soon as there is one; strangers do not wait, and keep nobody waiting.
    async fn take(&self, stranger: bool) -> Option<OwnedSemaphorePermit> {
        if stranger {
            return self.strangers.clone().try_acquire_owned().ok();
        }
        // The semaphore is never closed.
        self.own.clone().acquire_owned().await.ok()
    }
}

/// The next connection.
pub(crate) async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            // Out of descriptors, most likely; the next end of a connection frees one.
            Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

async fn serve_one(api: Arc<RuntimeApi>, stream: TcpStream, stranger: bool) {
    drop(stream.set_nodelay(true));
    // Between two requests a function may run for as long as it is allowed to.
    let idle = api.timeout.saturating_add(IDLE_SLACK);
    let service = service_fn(|request| {
        let api = api.clone();
        async move {
            Ok::<_, Infallible>(match stranger {
                true => refuse(StatusCode::FORBIDDEN, "Forbidden", "another environment's"),
                false => api.answer(request).await,
            })
        }
    });
    let mut server = hyper::server::conn::http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(idle).half_close(false);
    server.keep_alive(!stranger);
    let served = server.serve_connection(TokioIo::new(stream), service);
    // A broken connection is the runtime's affair: it connects again or it has ended.
    if stranger {
        drop(timeout(STRANGERS_TIME, served).await);
    } else {
        drop(served.await);
    }
}

fn error_type(request: &Request<Incoming>) -> String {
    let header = request.headers().get("lambda-runtime-function-error-type");
    let text = header.and_then(|value| value.to_str().ok()).unwrap_or("Runtime.Unknown");
    text.to_owned()
}

/// The runtime's error document, or one made from its header when it sent none.
fn document(body: Bytes, error_type: &str) -> Bytes {
    if !body.is_empty() {
        return body;
    }
    let made = serde_json::json!({"errorType": error_type, "errorMessage": "Unknown error"});
    Bytes::from(made.to_string())
}

#[derive(Clone, Copy)]
enum BodyError {
    TooLarge,
    Broken,
    Slow,
}

impl BodyError {
    fn reply(self) -> Reply {
        match self {
            BodyError::TooLarge => refuse(
                StatusCode::PAYLOAD_TOO_LARGE,
                "RequestEntityTooLarge",
                "Exceeded maximum allowed payload size (6291556 bytes).",
            ),
            BodyError::Broken => {
                refuse(StatusCode::BAD_REQUEST, "InvalidRequest", "the body broke off")
            }
            BodyError::Slow => {
                refuse(StatusCode::REQUEST_TIMEOUT, "RequestTimeout", "the body stood still")
            }
        }
    }
}

/// The whole body, and the error document out of its trailers, if there is one. `pause` is how
/// long it may stand still.
async fn read(mut body: Incoming, pause: Duration) -> Result<(Bytes, Option<Bytes>), BodyError> {
    let (mut first, mut whole, mut failed) = (Bytes::new(), Vec::new(), None);
    while let Some(frame) = timeout(pause, body.frame()).await.map_err(|_| BodyError::Slow)? {
        let piece = match frame.map_err(|_| BodyError::Broken)?.into_data() {
            Ok(piece) => piece,
            Err(frame) => {
                failed = frame.trailers_ref().and_then(failure);
                continue;
            }
        };
        if first.len() + whole.len() + piece.len() > RESPONSE_LIMIT {
            return Err(BodyError::TooLarge);
        }
        // One piece is taken as it is. More are copied together, since each holds on to the
        // buffer that it was read into, however small it is.
        if first.is_empty() && whole.is_empty() {
            first = piece;
        } else {
            whole.extend_from_slice(&std::mem::take(&mut first));
            whole.extend_from_slice(&piece);
        }
    }
    Ok((if whole.is_empty() { first } else { Bytes::from(whole) }, failed))
}

/// The error document out of trailers.
fn failure(trailers: &HeaderMap) -> Option<Bytes> {
    let kind = trailers.get("lambda-runtime-function-error-type")?.to_str().ok()?;
    Some(document(Bytes::new(), kind))
}

fn hand_over(job: Job, deadline_ms: i64) -> Reply {
    let mut reply = Response::new(Full::new(job.payload));
    let mut set = |name: &'static str, value: &str| {
        // A value that is no header value cannot come in through HTTP either.
        if let Ok(value) = HeaderValue::from_str(value) {
            reply.headers_mut().insert(HeaderName::from_static(name), value);
        }
    };
    set("content-type", "application/json");
    set("lambda-runtime-aws-request-id", &job.request_id);
    set("lambda-runtime-deadline-ms", &deadline_ms.to_string());
    set("lambda-runtime-invoked-function-arn", &job.function_arn);
    set("lambda-runtime-trace-id", &job.trace_id);
    if let Some(context) = &job.client_context {
        set("lambda-runtime-client-context", context);
    }
    reply
}

fn accepted() -> Reply {
    json_reply(StatusCode::ACCEPTED, r#"{"status":"OK"}"#.to_owned())
}

fn refused(refusal: Refusal) -> Reply {
    match refusal {
        Refusal::InvalidRequestId => {
            refuse(StatusCode::BAD_REQUEST, "InvalidRequestID", "Invalid request ID")
        }
        Refusal::InvalidState => {
            refuse(StatusCode::FORBIDDEN, "InvalidStateTransition", "State transition not allowed")
        }
    }
}

fn refuse(status: StatusCode, kind: &str, message: &str) -> Reply {
    let body = serde_json::json!({"errorType": kind, "errorMessage": message});
    json_reply(status, body.to_string())
}

fn json_reply(status: StatusCode, body: String) -> Reply {
    let mut reply = Response::new(Full::new(Bytes::from(body)));
    *reply.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    reply.headers_mut().insert(header::CONTENT_TYPE, json);
    reply
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;
    use crate::desk::Event;

    async fn environment() -> (Arc<Desk>, String, tokio::task::JoinHandle<()>) {
        environment_of(None).await
    }

    async fn environment_of(
        only: Option<Vec<i32>>,
    ) -> (Arc<Desk>, String, tokio::task::JoinHandle<()>) {
        let (desk, _events) = Desk::new();
        let (desk, address, serving) = serving(desk, only).await;
        (desk, address, tokio::spawn(serving))
    }

    async fn serving(
        desk: Desk,
        only: Option<Vec<i32>>,
    ) -> (Arc<Desk>, String, impl Future<Output = ()>) {
        let desk = Arc::new(desk);
        let clock: Clock = Arc::new(|| 1_000_000);
        let timeout = Duration::from_secs(3);
        let api = RuntimeApi { desk: desk.clone(), clock, timeout, only };
        let (listener, address) = RuntimeApi::bind().await.unwrap();
        (desk, address, api.serve(listener))
    }

    async fn ask(address: &str, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(request).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap().to_lowercase()
    }

    fn job(payload: &'static str) -> Job {
        Job {
            request_id: "r-1".to_owned(),
            payload: Bytes::from_static(payload.as_bytes()),
            function_arn: "arn:f".to_owned(),
            trace_id: "Root=1".to_owned(),
            client_context: None,
        }
    }

    const NEXT: &[u8] =
        b"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";

    fn post(path: &str, rest: &str) -> Vec<u8> {
        let start = "POST /2018-06-01/runtime/";
        format!("{start}{path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{rest}").into_bytes()
    }

    #[tokio::test]
    async fn next_has_the_headers_that_clients_need() {
        let (desk, address, _server) = environment().await;
        desk.put(job(r#"{"a":1}"#));
        let answer = ask(&address, NEXT).await;
        for header in [
            "content-type: application/json",
            "lambda-runtime-aws-request-id: r-1",
            "lambda-runtime-deadline-ms: 1003000",
            "lambda-runtime-invoked-function-arn: arn:f",
            "lambda-runtime-trace-id: root=1",
        ] {
            assert!(answer.contains(header), "{header} in {answer}");
        }
        assert!(answer.ends_with("\r\n\r\n{\"a\":1}"), "{answer}");
    }

    #[tokio::test]
    async fn strangers_are_refused() {
        let own = i32::try_from(std::process::id()).unwrap();
        let nobody = i32::MAX;
        for (pid, expected) in [(own, "http/1.1 200"), (nobody, "http/1.1 403")] {
            let (desk, address, _server) = environment_of(Some(vec![pid])).await;
            desk.put(job("{}"));
            let answer = ask(&address, NEXT).await;
            assert!(answer.starts_with(expected), "{answer}");
            assert_eq!(desk.take_back().is_some(), pid == nobody);
        }
    }

    #[tokio::test]
    async fn a_chunked_response_is_taken_and_a_second_one_refused() {
        let (desk, address, _server) = environment().await;
        desk.put(job("{}"));
        ask(&address, NEXT).await;
        let chunked = "transfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n";
        let answer = ask(&address, &post("invocation/r-1/response", chunked)).await;
        assert!(answer.starts_with("http/1.1 202"), "{answer}");
        let answer = ask(&address, &post("invocation/r-1/response", chunked)).await;
        assert!(answer.starts_with("http/1.1 400"), "{answer}");
        assert!(answer.contains("invalidrequestid"), "{answer}");
    }

    #[tokio::test]
    async fn too_long_a_response_is_refused_by_name() {
        let (desk, address, _server) = environment().await;
        desk.put(job("{}"));
        ask(&address, NEXT).await;
        let long = "x".repeat(RESPONSE_LIMIT + 1);
        let rest = format!("content-length: {}\r\n\r\n{long}", long.len());
        let answer = ask(&address, &post("invocation/r-1/response", &rest)).await;
        assert!(answer.starts_with("http/1.1 413"), "{answer}");
        assert!(answer.contains("requestentitytoolarge"), "{answer}");
        assert_eq!(desk.begin_answer("r-1").err(), Some(Refusal::InvalidRequestId));
    }

    #[tokio::test]
    async fn unknown_paths_and_methods_are_refused() {
        let (_desk, address, _server) = environment().await;
        let answer = ask(&address, &post("elsewhere", "content-length: 0\r\n\r\n")).await;
        assert!(answer.starts_with("http/1.1 404"), "{answer}");
        let answer = ask(&address, &post("invocation/next", "content-length: 0\r\n\r\n")).await;
        assert!(answer.starts_with("http/1.1 405"), "{answer}");
    }

    /// Sends what begins a request, and no more.
    async fn begin(address: &str, request: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(request).await.unwrap();
        stream
    }

    #[tokio::test]
    async fn a_second_body_is_refused_while_one_is_read() {
        let (desk, address, _server) = environment().await;
        desk.put(job("{}"));
        ask(&address, NEXT).await;
        let half = post("invocation/r-1/response", "content-length: 6\r\n\r\nhal");
        let first = begin(&address, &half).await;
        while desk.begin_answer("r-1").is_ok() {
            tokio::task::yield_now().await;
        }
        for path in ["invocation/r-1/response", "invocation/r-1/error"] {
            let answer = ask(&address, &post(path, "content-length: 2\r\n\r\nhi")).await;
            assert!(answer.starts_with("http/1.1 403"), "{answer}");
            assert!(answer.contains("invalidstatetransition"), "{answer}");
        }
        let other = ask(&address, &post("invocation/r-2/error", "content-length: 9\r\n\r\n")).await;
        assert!(other.starts_with("http/1.1 400") && other.contains("invalidrequestid"), "{other}");
        drop(first);
        while desk.begin_answer("r-1").is_err() {
            tokio::task::yield_now().await;
        }
        let whole = post("invocation/r-1/response", "content-length: 2\r\n\r\nhi");
        assert!(ask(&address, &whole).await.starts_with("http/1.1 202"));
    }

    #[tokio::test]
    async fn an_initialization_that_is_over_fails_without_its_body_being_read() {
        let (desk, address, _server) = environment().await;
        desk.put(job("{}"));
        ask(&address, NEXT).await;
        let answer = ask(&address, &post("init/error", "content-length: 6000000\r\n\r\n")).await;
        assert!(answer.starts_with("http/1.1 403"), "{answer}");
        assert!(answer.contains("invalidstatetransition"), "{answer}");
    }

    #[tokio::test]
    async fn many_pieces_and_trailers_are_put_together() {
        let (desk, mut events) = Desk::new();
        let (desk, address, serving) = serving(desk, None).await;
        let _server = tokio::spawn(serving);
        let (mut pieces, mut expected) = (String::new(), String::new());
        for number in 1000..4000 {
            expected.push_str(&number.to_string());
            pieces.push_str(&format!("4\r\n{number}\r\n"));
        }
        let late = "lambda-runtime-function-error-type: Late\r\n";
        for (trailers, wanted) in [
            ("", Answer::Response(expected.into())),
            (late, Answer::Error(document(Bytes::new(), "Late"))),
        ] {
            desk.put(job("{}"));
            ask(&address, NEXT).await;
            let rest = format!("transfer-encoding: chunked\r\n\r\n{pieces}0\r\n{trailers}\r\n");
            let answer = ask(&address, &post("invocation/r-1/response", &rest)).await;
            assert!(answer.starts_with("http/1.1 202"), "{answer}");
            let answered = loop {
                if let Some(Event::Answered(answer, _)) = events.recv().await {
                    break answer;
                }
            };
            assert_eq!(answered, wanted);
        }
    }

    #[tokio::test]
    async fn an_error_that_stands_still_is_given_up_and_a_response_has_its_functions_time() {
        let (desk, address, _server) = environment().await;
        desk.put(job("{}"));
        ask(&address, NEXT).await;
        for path in ["invocation/r-1/error", "invocation/r-1/response"] {
            let mut stream = begin(&address, &post(path, "content-length: 2\r\n\r\nh")).await;
            while desk.begin_answer("r-1").is_ok() {
                tokio::task::yield_now().await;
            }
            tokio::time::pause();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).await.unwrap();
            tokio::time::resume();
            let answer = String::from_utf8(answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
            assert!(answer.contains("RequestTimeout"), "{answer}");
        }
    }

    #[tokio::test]
    async fn connections_beyond_the_bound_wait() {
        let (desk, address, _server) = environment().await;
        let mut held = Vec::new();
        for _ in 0..CONNECTIONS {
            held.push(begin(&address, b"GET ").await);
        }
        desk.put(job("{}"));
        let mut late = begin(&address, NEXT).await;
        let early = timeout(Duration::from_millis(100), late.read_u8()).await;
        assert!(early.is_err(), "{early:?}");
        held.pop();
        late.read_u8().await.unwrap();
    }

    #[tokio::test]
    async fn strangers_are_many_and_keep_nobody_waiting() {
        let own = i32::try_from(std::process::id()).unwrap();
        let (desk, address, _server) = environment_of(Some(vec![own])).await;
        // Who has closed its end already belongs to nobody.
        for _ in 0..10 * STRANGERS {
            drop(begin(&address, b"GET ").await);
        }
        desk.put(job("{}"));
        assert!(ask(&address, NEXT).await.starts_with("http/1.1 200"));
    }
}

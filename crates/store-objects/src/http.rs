//! How requests travel: over hyper and rustls, as elsewhere in the house, and with limits on silence
//! rather than on whole requests, since a content may be long and a line slow.

use crate::failure::Said;
use async_trait::async_trait;
use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use hyper_rustls::{ConfigBuilderExt as _, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpError, HttpErrorKind, HttpRequest, HttpRequestBody, HttpResponse,
    HttpResponseBody, HttpService,
};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::Sleep;

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(3);
/// How long a connection without work is kept, and how many.
const IDLE: (Duration, usize) = (Duration::from_secs(20), 32);
/// How much longer a store may be silent that puts a large object together.
const COMPLETION: u32 = 6;
/// How much of a body is handed over at a time, so that progress is seen.
const FRAME_BYTES: usize = 64 << 10;
/// How much is read of an answer that refuses.
const REFUSAL_BYTES: usize = 64 << 10;

type Pool<C> = legacy::Client<C, Sent>;

/// Sends the requests of the library.
#[derive(Clone, Debug)]
pub(crate) struct Connector(Arc<Service>);

#[derive(Debug)]
struct Service {
    plain: Pool<HttpConnector>,
    /// Made when a request first wants it, since certificates are read for it.
    secure: OnceCell<Pool<HttpsConnector<HttpConnector>>>,
    silence: Duration,
    /// Whether an upload is put together only where nothing is yet.
    conditional: AtomicBool,
}

impl Connector {
    /// Gives up on a request when nothing has moved for as long as `silence`.
    pub fn new(silence: Duration) -> Self {
        let service = Service {
            plain: pool(connector()),
            secure: OnceCell::new(),
            silence,
            conditional: AtomicBool::new(false),
        };
        Self(Arc::new(service))
    }

    /// From now on, S3 is asked to put an upload together only where nothing is yet. The library has
    /// no way to ask for it; the header need not be signed.
    pub fn complete_conditionally(&self) {
        self.0.conditional.store(true, Ordering::Relaxed);
    }

    /// For requests of our own.
    pub fn client(&self) -> HttpClient {
        HttpClient::new(Shared(self.0.clone()))
    }
}

impl object_store::client::HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        // Its options are refused where the settings are read (place.rs).
        Ok(self.client())
    }
}

#[derive(Debug)]
struct Shared(Arc<Service>);

#[async_trait]
impl HttpService for Shared {
    async fn call(&self, mut request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let service = &self.0;
        let completes = is_completion(&request);
        if completes && service.conditional.load(Ordering::Relaxed) {
            request.headers_mut().insert(header::IF_NONE_MATCH, HeaderValue::from_static("*"));
        }
        let limit = service.silence * if completes { COMPLETION } else { 1 };
        let progress = Arc::new(AtomicU64::new(0));
        let request =
            request.map(|body| Sent { body, rest: Bytes::new(), progress: progress.clone() });
        let answer = tokio::select! {
            biased;
            answer = service.send(request) => answer?,
            () = stalled(&progress, limit) => return Err(late()),
        };
        said(answer.map(|body| HttpResponseBody::new(Received { body, limit, silence: None })))
            .await
    }
}

impl Service {
    async fn send(&self, request: Request<Sent>) -> Result<Response<Incoming>, HttpError> {
        let answer = if request.uri().scheme_str() == Some("https") {
            self.secure().await?.request(request).await
        } else {
            self.plain.request(request).await
        };
        // All that is asked may be asked twice (writer.rs finds out what a repeated write met), so
        // that any connection that breaks is a reason to ask again.
        answer.map_err(|error| {
            let kind = match error.is_connect() {
                true => HttpErrorKind::Connect,
                false => HttpErrorKind::Request,
            };
            HttpError::new(kind, Said::Broken(told(&error)))
        })
    }

    async fn secure(&self) -> Result<&Pool<HttpsConnector<HttpConnector>>, HttpError> {
        let make = || async {
            let made = tokio::task::spawn_blocking(tls).await.map_err(|error| error.to_string())?;
            let builder = HttpsConnectorBuilder::new().with_tls_config(made?).https_only();
            let mut plain = connector();
            plain.enforce_http(false);
            Ok(pool(builder.enable_http1().wrap_connector(plain)))
        };
        let refused = |why: String| HttpError::new(HttpErrorKind::Unknown, Said::Refused(why));
        self.secure.get_or_try_init(make).await.map_err(refused)
    }
}

/// TLS that trusts whom this machine trusts (`SSL_CERT_FILE` and `SSL_CERT_DIR` name others).
fn tls() -> Result<rustls::ClientConfig, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider);
    let builder =
        builder.with_safe_default_protocol_versions().map_err(|error| error.to_string())?;
    let builder = builder.with_native_roots().map_err(|error| {
        format!("this machine has no certificates of authorities to trust: {error}")
    })?;
    Ok(builder.with_no_client_auth())
}

fn connector() -> HttpConnector {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    connector.set_connect_timeout(Some(CONNECT));
    connector
}

fn pool<C>(connector: C) -> Pool<C>
where
    C: legacy::connect::Connect + Clone,
{
    legacy::Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE.0)
        .pool_max_idle_per_host(IDLE.1)
        .build(connector)
}

/// Whether the request asks S3 to put an upload together.
fn is_completion(request: &HttpRequest) -> bool {
    let query = request.uri().query().unwrap_or_default();
    request.method() == Method::POST && query.split('&').any(|each| each.starts_with("uploadId="))
}

/// Resolves when nothing has moved for that long, or at most a quarter longer.
async fn stalled(progress: &AtomicU64, limit: Duration) {
    let (mut seen, mut quiet) = (0, 0);
    while quiet < 4 {
        tokio::time::sleep(limit / 4).await;
        let now = progress.load(Ordering::Relaxed);
        quiet = if now == seen { quiet + 1 } else { 0 };
        seen = now;
    }
}

fn late() -> HttpError {
    let why = "the store does not answer".to_owned();
    HttpError::new(HttpErrorKind::Timeout, Said::Broken(why))
}

/// What went wrong, down to its cause.
fn told(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        told = format!("{told}: {next}");
        cause = next.source();
    }
    told
}

/// The answer, or what it says where the library has no word for it.
async fn said(answer: HttpResponse) -> Result<HttpResponse, HttpError> {
    let status = answer.status();
    let known = [401, 403, 408, 409, 412, 429].contains(&status.as_u16());
    if known || !status.is_client_error() && !matches!(status.as_u16(), 501 | 507) {
        return Ok(answer);
    }
    let (head, body) = answer.into_parts();
    let body = Limited::new(body, REFUSAL_BYTES).collect().await;
    let body = body.map(|body| body.to_bytes()).unwrap_or_default();
    let text = String::from_utf8_lossy(&body);
    let gone = ["NoSuchBucket", "ContainerNotFound"].iter().any(|code| text.contains(code));
    if status == StatusCode::NOT_FOUND && !gone {
        return Ok(Response::from_parts(head, body.into()));
    }
    let said = match status {
        StatusCode::RANGE_NOT_SATISFIABLE => Said::Beyond,
        StatusCode::INSUFFICIENT_STORAGE => Said::Full(text.into_owned()),
        _ => Said::Refused(format!("{status}: {text}")),
    };
    Err(HttpError::new(HttpErrorKind::Unknown, said))
}

/// A body on its way to the store.
struct Sent {
    body: HttpRequestBody,
    rest: Bytes,
    progress: Arc<AtomicU64>,
}

impl Body for Sent {
    type Data = Bytes;
    type Error = HttpError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, HttpError>>> {
        self.progress.fetch_add(1, Ordering::Relaxed);
        if self.rest.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(bytes) => self.rest = bytes,
                    Err(frame) => return Poll::Ready(Some(Ok(frame))),
                },
                end => return Poll::Ready(end),
            }
        }
        let length = self.rest.len().min(FRAME_BYTES);
        Poll::Ready(Some(Ok(Frame::data(self.rest.split_to(length)))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let rest = self.rest.len() as u64;
        let body = self.body.size_hint();
        let mut hint = SizeHint::new();
        hint.set_lower(rest + body.lower());
        if let Some(upper) = body.upper() {
            hint.set_upper(rest + upper);
        }
        hint
    }
}

/// A body on its way from the store.
struct Received {
    body: Incoming,
    limit: Duration,
    /// Runs while the store is waited for.
    silence: Option<Pin<Box<Sleep>>>,
}

impl Body for Received {
    type Data = Bytes;
    type Error = HttpError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, HttpError>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            self.silence = None;
            let broken = |error: hyper::Error| {
                HttpError::new(HttpErrorKind::Interrupted, Said::Broken(told(&error)))
            };
            return Poll::Ready(frame.map(|frame| frame.map_err(broken)));
        }
        let limit = self.limit;
        let silence = self.silence.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit)));
        ready!(silence.as_mut().poll(context));
        Poll::Ready(Some(Err(late())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

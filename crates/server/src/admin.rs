//! What lies below `/_waterwheel/`: the status, the clock, faults, streams as they flow, and functions'
//! packages; and SNS's certificate, which lies where AWS's does.

use crate::assemble::Services;
use crate::cli::Auth;
use crate::clock::{self, Desk};
#[cfg(feature = "cluster")]
use crate::cluster;
use crate::faults;
use crate::localstack::LocalStack;
use crate::report;
use crate::settings::Settings;
use crate::shards;
#[cfg(feature = "cluster")]
use crate::status::{self, Report};
use crate::tail::feed::{self, Stop, Wish};
use bytes::Bytes;
use futures_util::stream;
use gateway::Internal;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, Response, StatusCode};
use lambda::Download;
use platform::{BoxFuture, Context, DEFAULT_ACCOUNT, DEFAULT_REGION, Platform, Principal};
use serde_json::{Value, json};
use shapes::{ByteStream, StreamError};
use std::sync::Arc;
use store_local::Health;
use tokio::sync::mpsc;
use wire::Body;

/// The server's own answers.
pub struct Admin {
    platform: Arc<Platform>,
    services: Services,
    clock: Desk,
    stop: Stop,
    data_dir: Option<String>,
    /// Of the data folder, where there is one.
    health: Option<Health>,
    #[cfg(feature = "cluster")]
    node: Option<Arc<cluster::Membership>>,
    #[cfg(feature = "cluster")]
    peers: Option<Arc<cluster::HttpPeers>>,
    #[cfg(feature = "cluster")]
    engines: cluster::Health,
    is_node: bool,
    /// Whether anybody may know of the installation what is wrong with it.
    tells_why: bool,
    /// Whether who asks may change what the server does: the owner, or somebody on this machine.
    may_change: bool,
    localstack: LocalStack,
}

impl Admin {
    /// Answers for these services.
    pub fn new(
        platform: &Arc<Platform>,
        services: &Services,
        (clock, stop): (Desk, Stop),
        settings: &Settings,
        health: Option<Health>,
    ) -> Self {
        let data_dir = settings.data_dir.as_ref().map(|dir| dir.display().to_string());
        let (platform, services) = (platform.clone(), services.clone());
        #[cfg(feature = "cluster")]
        let engines = cluster::Health::new(platform.store.clone(), platform.clock.clone());
        let is_node = settings.cluster.is_some();
        let tells_why = settings.auth == Auth::Off;
        // With signatures, the gateway lets the owner alone in.
        let may_change = settings.auth == Auth::Verify || settings.listen.ip().is_loopback();
        let localstack = LocalStack::new(&platform, settings.init_report.clone());
        Self {
            platform,
            services,
            clock,
            stop,
            data_dir,
            health,
            #[cfg(feature = "cluster")]
            node: None,
            #[cfg(feature = "cluster")]
            peers: None,
            #[cfg(feature = "cluster")]
            engines,
            is_node,
            tells_why,
            may_change,
            localstack,
        }
    }

    /// The same for a node of a cluster.
    #[cfg(feature = "cluster")]
    pub fn among(
        self,
        node: Option<Arc<cluster::Membership>>,
        peers: Option<Arc<cluster::HttpPeers>>,
    ) -> Self {
        Self { node, peers, ..self }
    }

    async fn answer(&self, request: Request<Bytes>) -> Option<Response<Body>> {
        if let Some(name) = certificate_at(request.uri().path()) {
            return Some(self.certificate(request.method(), name).await);
        }
        if let Some(path) = request.uri().path().strip_prefix("/_localstack/") {
            let now = self.platform.clock.now();
            return Some(json_answer(self.localstack.answer(request.method(), path, now)?));
        }
        if request.uri().path() == clock::PATH {
            if !self.may_change && request.method() != Method::GET {
                let why = "this server can be reached from other machines and checks no signatures: \
                           its clock is turned with --auth verify and its root key, or on loopback\n";
                return Some(plain(StatusCode::FORBIDDEN, why));
            }
            let (status, text) = self.clock.answer(request.method(), request.body()).await;
            return Some(match status {
                StatusCode::OK => answer(status, "application/json", Body::Bytes(text.into())),
                _ => plain(status, text),
            });
        }
        #[cfg(feature = "cluster")]
        if let (Some(peers), Some(path)) =
            (&self.peers, request.uri().path().strip_prefix(cluster::PATH))
        {
            let (head, body) = request.clone().into_parts();
            let (status, body) = peers.answer(path, &head.headers, body).await;
            return Some(answer(status, "application/octet-stream", Body::Bytes(body)));
        }
        let path = request.uri().path().strip_prefix("/_waterwheel/")?;
        if matches!(path, "status" | "stream" | "tail") {
            let query = Query(request.uri().query().unwrap_or_default());
            return Some(match (request.method(), path) {
                (&Method::GET, "status") => self.status(query).await,
                (&Method::GET, "stream") => self.stream(query).await,
                (&Method::GET, _) => self.tail(query).await,
                _ => plain(StatusCode::METHOD_NOT_ALLOWED, "GET is what works here\n"),
            });
        }
        if let Some(below) = path.strip_prefix("faults")
            && (below.is_empty() || below.starts_with('/'))
        {
            return Some(json_answer(self.faults(&request, below)));
        }
        if path == "health" {
            return self.degraded().await;
        }
        if path == "ready" {
            return Some(self.ready().await);
        }
        let token = path.strip_prefix("code/")?;
        Some(self.code(token).await)
    }

    /// Whether balancers should send anything here: services have started, the engines answer, and it does
    /// not stop. Why not is told to those who may know.
    async fn ready(&self) -> Response<Body> {
        match self.unready().await {
            None => json_answer((200, json!({ "ready": true }))),
            Some(why) if self.tells_why => {
                json_answer((503, json!({ "ready": false, "reason": why })))
            }
            Some(_) => json_answer((503, json!({ "ready": false }))),
        }
    }

    async fn unready(&self) -> Option<String> {
        #[cfg(feature = "cluster")]
        if let Some(node) = &self.node {
            if let Some(why) = node.unready() {
                return Some(why.to_owned());
            }
            let all = self.engines.engines().await;
            let gone = all.into_iter().find_map(|it| Some((it.name, it.trouble?)));
            return gone.map(|(name, trouble)| format!("{name}: {trouble}"));
        }
        if self.stop.is_stopped() {
            return Some("draining".to_owned());
        }
        let health = self.health.clone()?;
        let trouble = tokio::task::spawn_blocking(move || health.trouble()).await.ok()??;
        Some(trouble.reason)
    }

    /// What goes wrong on purpose.
    fn faults(&self, request: &Request<Bytes>, below: &str) -> (u16, Value) {
        if !self.may_change {
            let why = "this server can be reached from other machines and checks no signatures: \
                       faults are set with --auth verify and its root key, or on loopback";
            return (403, json!({ "error": why }));
        }
        if self.is_node && *request.method() != Method::GET {
            let why = "faults are of one server: the other nodes of this cluster would know nothing of them";
            return (409, json!({ "error": why }));
        }
        faults::answer(&self.platform, request.method(), below, request.body())
    }

    /// What is wrong with the data, for who waits until the server is ready. If nothing is, the
    /// gateway answers, as it does at `/_localstack/health` in any case.
    async fn degraded(&self) -> Option<Response<Body>> {
        let health = self.health.clone()?;
        let trouble = tokio::task::spawn_blocking(move || health.trouble()).await.ok()??;
        let mut body = json!({ "status": "degraded", "edition": "waterwheel" });
        if self.tells_why {
            body["reason"] = trouble.reason.into();
            body["needs_restart"] = trouble.needs_restart.into();
            body["version"] = env!("CARGO_PKG_VERSION").into();
        }
        let body = Body::Bytes(body.to_string().into());
        Some(answer(StatusCode::SERVICE_UNAVAILABLE, "application/json", body))
    }

    /// What an account and region hold, as `waterwheel status` shows it.
    async fn status(&self, query: Query<'_>) -> Response<Body> {
        let cx = self.context(query);
        let data_dir = self.data_dir.clone();
        match report::of(&cx, &self.services, data_dir, self.clock.ahead_ms()).await {
            #[cfg(feature = "cluster")]
            Ok(report) => match self.with_nodes(report, &cx).await {
                Ok(report) => pretty(&report),
                Err(error) => plain(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
            },
            #[cfg(not(feature = "cluster"))]
            Ok(report) => pretty(&report),
            Err(error) => plain(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
        }
    }

    /// The report with the nodes of the cluster, who of them moves what, and the engines.
    #[cfg(feature = "cluster")]
    async fn with_nodes(&self, mut report: Report, cx: &Context) -> platform::Result<Report> {
        let Some(node) = &self.node else { return Ok(report) };
        report.node = Some(node.name().to_owned());
        report.engines = self.engines.engines().await;
        let of = |it: cluster::Node| status::Node {
            name: it.name,
            address: it.row.address,
            version: it.row.version,
            state: match (it.lives, it.row.draining) {
                (false, _) => "GONE",
                (true, true) => "DRAINING",
                (true, false) => "ALIVE",
            }
            .to_owned(),
            started_ms: it.row.started_ms,
        };
        report.nodes = node.nodes().await?.into_iter().map(of).collect();
        let prefix = platform::scoped(&cx.account, &cx.region, &["mapping", ""]);
        let holders = node.holders(&prefix).await?;
        for mapping in &mut report.mappings {
            let lease = platform::scoped(&cx.account, &cx.region, &["mapping", &mapping.uuid]);
            mapping.node = holders.get(&lease).cloned();
        }
        Ok(report)
    }

    /// What flows through a stream, as `waterwheel status STREAM` shows it.
    async fn stream(&self, query: Query<'_>) -> Response<Body> {
        let name = query.value("stream").unwrap_or_default();
        match shards::of(&self.context(query), &self.services, name).await {
            Ok(flow) => pretty(&flow),
            Err(error) => problem(&error),
        }
    }

    /// The records of a stream, as `waterwheel tail` shows them.
    async fn tail(&self, query: Query<'_>) -> Response<Body> {
        let from_ms = query.value("from").map(str::parse).transpose();
        let Ok(from_ms) = from_ms else {
            return plain(StatusCode::BAD_REQUEST, "from is a number of milliseconds\n");
        };
        let wish = Wish {
            stream: query.value("stream").unwrap_or_default().to_owned(),
            shard: query.value("shard").map(str::to_owned),
            from_ms,
            follow: query.value("follow") == Some("true"),
        };
        match feed::begin(self.context(query), wish, &self.stop).await {
            Ok(lines) => answer(StatusCode::OK, "application/x-ndjson", Body::Stream(lines)),
            Err(error) => problem(&error),
        }
    }

    /// The account and region that a query names.
    fn context(&self, query: Query<'_>) -> Context {
        let account = query.value("account").unwrap_or(DEFAULT_ACCOUNT);
        let region = query.value("region").unwrap_or(DEFAULT_REGION);
        self.platform.context(Principal::root(account), account, region).looking()
    }

    /// What SNS's messages are verified with.
    async fn certificate(&self, method: &Method, name: &str) -> Response<Body> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            return plain(StatusCode::METHOD_NOT_ALLOWED, "GET is what works here\n");
        }
        match self.services.sns.certificate(name).await {
            Ok(Some(text)) => {
                let body = Body::Bytes(Bytes::copy_from_slice(text.as_bytes()));
                answer(StatusCode::OK, "application/x-x509-ca-cert", body)
            }
            Ok(None) => plain(StatusCode::NOT_FOUND, "this is none of the certificates here\n"),
            Err(error) => plain(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
        }
    }

    /// A package, by the link that `GetFunction` gave.
    async fn code(&self, token: &str) -> Response<Body> {
        match self.services.lambda.code(token).await {
            Ok(Some(download)) => {
                let body = Body::Stream(bytes_of(download));
                let mut response = answer(StatusCode::OK, "application/zip", body);
                let name = HeaderValue::from_static("attachment; filename=function.zip");
                response.headers_mut().insert(CONTENT_DISPOSITION, name);
                response
            }
            Ok(None) => plain(StatusCode::FORBIDDEN, "this link is not or no longer good\n"),
            Err(error) => plain(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
        }
    }
}

impl Internal for Admin {
    fn handle(&self, request: Request<Bytes>) -> BoxFuture<'_, Option<Response<Body>>> {
        Box::pin(self.answer(request))
    }

    fn is_public(&self, path: &str) -> bool {
        certificate_at(path).is_some() || path == READY || is_of_nodes(path)
    }

    fn body_limit(&self, path: &str) -> Option<usize> {
        is_of_nodes(path).then_some(NODES_BODY_LIMIT)
    }
}

/// Where balancers ask.
const READY: &str = "/_waterwheel/ready";
/// The longest body of a call from another node, in bytes.
const NODES_BODY_LIMIT: usize = 16 << 20;

/// Whether other nodes of a cluster ask there. They sign in their own way.
fn is_of_nodes(path: &str) -> bool {
    cfg!(feature = "cluster") && path.starts_with("/_waterwheel/node/")
}

/// The name of the certificate that a path stands for.
fn certificate_at(path: &str) -> Option<&str> {
    path.strip_prefix('/').filter(|name| sns::names_certificate(name))
}

/// The package's bytes as they are read; reading ends when nobody listens.
fn bytes_of(download: Download) -> ByteStream {
    let (to, mut from) = mpsc::channel(2);
    let Download { mut reader, length } = download;
    tokio::spawn(async move {
        loop {
            let piece = match reader.next().await {
                Ok(Some(piece)) => Ok(piece),
                Ok(None) => return,
                Err(error) => Err(StreamError::new("InternalError", error.to_string())),
            };
            if to.send(piece).await.is_err() {
                return;
            }
        }
    });
    ByteStream::new(stream::poll_fn(move |context| from.poll_recv(context)), Some(length))
}

/// What a request asks for behind its path. Nothing in it needs an escape.
#[derive(Clone, Copy)]
struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    fn value(self, name: &str) -> Option<&'a str> {
        let mut pairs = self.0.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    }
}

fn pretty(value: &impl serde::Serialize) -> Response<Body> {
    match serde_json::to_vec_pretty(value) {
        Ok(json) => answer(StatusCode::OK, "application/json", Body::Bytes(json.into())),
        Err(error) => plain(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}

/// What a service refuses, for a person.
fn problem(error: &platform::Error) -> Response<Body> {
    let status = match error {
        it if it.code() == "ResourceNotFoundException" => StatusCode::NOT_FOUND,
        it if it.is_server_fault() => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    };
    plain(status, error.message.clone() + "\n")
}

fn json_answer((status, body): (u16, Value)) -> Response<Body> {
    let status = StatusCode::from_u16(status).unwrap_or_default();
    answer(status, "application/json", Body::Bytes(body.to_string().into()))
}

fn plain(status: StatusCode, text: impl Into<String>) -> Response<Body> {
    answer(status, "text/plain; charset=utf-8", Body::Bytes(text.into().into()))
}

fn answer(status: StatusCode, kind: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

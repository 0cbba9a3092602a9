//! Paths that are Waterwheel's own.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Request, Response};
use platform::{BoxFuture, Registry};
use serde_json::{Map, Value, json};

/// Answers what lies below `/_waterwheel/`, such as the console. The gateway itself answers
/// `/_waterwheel/health` and `/_waterwheel/metrics` where this gives `None`.
pub trait Internal: Send + Sync {
    /// Answers a request, or gives `None` for a path that is not its own.
    fn handle(&self, request: Request<Bytes>) -> BoxFuture<'_, Option<Response<wire::Body>>>;

    /// The longest body of a request for a path, in bytes, where it is not as short as all others.
    fn body_limit(&self, _path: &str) -> Option<usize> {
        None
    }

    /// Whether a path elsewhere is its own too, which anybody may read.
    fn is_public(&self, _path: &str) -> bool {
        false
    }
}

/// Whether a path is Waterwheel's own. No bucket's name may begin with an underscore.
pub(crate) fn is_internal(path: &str) -> bool {
    let below = |root: &str| {
        path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    below("/_waterwheel") || below("/_localstack")
}

/// Whether a path is asked by tools that wait until the server runs.
pub(crate) fn is_health(path: &str) -> bool {
    matches!(path.trim_end_matches('/'), "/_waterwheel/health" | "/_localstack/health")
}

/// What is served and that it runs. Tools that wait for a local endpoint read `services`. The
/// version is for those who may know it.
pub(crate) fn health(registry: &Registry, tells_version: bool) -> Response<wire::Body> {
    let services: Map<String, Value> = services(registry)
        .into_iter()
        .map(|service| (service.to_owned(), Value::from("running")))
        .collect();
    let mut body = json!({
        "status": "running",
        "services": services,
        "edition": "waterwheel",
    });
    if tells_version {
        body["version"] = Value::from(env!("CARGO_PKG_VERSION"));
    }
    text(200, "application/json", body.to_string())
}

/// The services that have operations, sorted.
pub(crate) fn services(registry: &Registry) -> Vec<&'static str> {
    let mut ids: Vec<_> = registry.all().iter().map(|served| served.schema.service.id).collect();
    ids.dedup();
    ids
}

/// An answer of one text.
pub(crate) fn text(status: u16, kind: &'static str, text: String) -> Response<wire::Body> {
    let mut answer = Response::new(wire::Body::Bytes(text.into()));
    *answer.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
}

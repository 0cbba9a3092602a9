//! Connections to endpoints: kept for a while, since more is likely to follow.

use super::address::{may_call, refusal};
use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::{ConfigBuilderExt as _, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::error::Error;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::OnceCell;
use tower_service::Service;

/// How much of an answer is read; it says nothing of interest.
const ANSWER_LIMIT: usize = 64 << 10;

/// How long a connection without work is kept, and how many of one endpoint.
const IDLE: (Duration, usize) = (Duration::from_secs(20), 8);

/// What is looked at of an answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
}

type Plain = HttpConnector<Careful>;
type Pool<C> = legacy::Client<C, Full<Bytes>>;

/// Asks endpoints. What TLS needs is read when an endpoint first wants it.
#[derive(Default)]
pub struct Client {
    plain: OnceLock<Pool<Plain>>,
    secure: OnceCell<Pool<HttpsConnector<Plain>>>,
}

impl Client {
    /// Sends a request, and gives the answer; else why there is none.
    pub async fn send(&self, request: Request<Full<Bytes>>) -> Result<Answer, String> {
        let address = super::Address::parse(&request.uri().to_string());
        address.map_or(Ok(()), |address| address.check_host())?;
        let answer = if request.uri().scheme_str() == Some("https") {
            self.secure().await?.request(request).await
        } else {
            self.plain.get_or_init(|| pool(connector())).request(request).await
        };
        let (head, body) = answer.map_err(|error| told(&error))?.into_parts();
        // The connection can be used again when the answer is at its end.
        let _ = Limited::new(body, ANSWER_LIMIT).collect().await;
        Ok(Answer { status: head.status, headers: head.headers })
    }

    async fn secure(&self) -> Result<&Pool<HttpsConnector<Plain>>, String> {
        let make = || async {
            let made = tokio::task::spawn_blocking(tls).await.map_err(|error| error.to_string())?;
            let builder = HttpsConnectorBuilder::new().with_tls_config(made?).https_only();
            let mut plain = connector();
            plain.enforce_http(false);
            Ok(pool(builder.enable_http1().wrap_connector(plain)))
        };
        self.secure.get_or_try_init(make).await
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

fn connector() -> Plain {
    let mut connector = HttpConnector::new_with_resolver(Careful(GaiResolver::new()));
    connector.set_nodelay(true);
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

/// What went wrong, down to its cause.
fn told(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        told = format!("{told}: {next}");
        cause = next.source();
    }
    told
}

/// Finds the addresses of a host, and leaves out those that are not called.
#[derive(Clone)]
struct Careful(GaiResolver);

impl Service<Name> for Careful {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let found = self.0.call(name);
        Box::pin(async move {
            let (may, not): (Vec<_>, Vec<_>) =
                found.await?.partition(|address: &SocketAddr| may_call(address.ip()));
            match not.first() {
                Some(address) if may.is_empty() => Err(io::Error::other(refusal(address.ip()))),
                _ => Ok(may.into_iter()),
            }
        })
    }
}

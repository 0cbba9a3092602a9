//! One port: accept, limit, identify, authenticate, route, answer.
//!
//! Knows: sockets and HTTP connections, who may ask, which operation a request is for and how its
//! answer is sent. Must not know: what any operation does, any protocol's bytes (`wire`), storage.
//! There is one way in: every request passes [`Gateway::answer`], and errors become answers in
//! one place (`errors`).
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod admit;
mod allowlist;
mod budget;
mod busy;
mod caller;
mod compressed;
mod config;
mod cors;
mod crowd;

mod errors;
mod exchange;
mod flight;
mod form;
mod incoming;
mod internal;
mod lines;
mod metrics;
mod outgoing;
mod outside;
mod owner;
mod pages;
mod presigned;
mod s3_body;
mod seat;
mod serve;
mod site;
mod unanswered;
mod visit;

use http::Response;
use http::request::Parts;
use platform::Platform;
use shapes::ByteStream;
use std::net::IpAddr;
use std::sync::Arc;
use wire::sigv4::KeyCache;

pub use config::{Auth, Config, RootKey};
pub use crowd::Census;
pub use internal::Internal;
pub use metrics::Metrics;
pub use outgoing::Outgoing;
pub use serve::{Permit, Source, serve};

/// Answers requests: the middle of this room, between the socket and the operations.
pub struct Gateway {
    platform: Arc<Platform>,
    config: Config,
    hosts: wire::Hosts,
    allowlist: allowlist::Allowlist,
    keys: KeyCache,
    metrics: Metrics,
    unbuilt: lines::Unbuilt,
    busy: busy::Busy,
    budget: budget::Budget,
    flight: Arc<flight::Flight>,
    internal: Option<Arc<dyn Internal>>,
}

impl Gateway {
    /// A gateway to what `platform` serves. `internal` answers below `/_waterwheel/`.
    pub fn new(
        platform: Arc<Platform>,
        config: Config,
        internal: Option<Arc<dyn Internal>>,
    ) -> Arc<Self> {
        let sites = &config.website_domains;
        let hosts = wire::Hosts::new(allowlist::local_names(&config.hostnames));
        let names = [&config.hostnames[..], sites].concat();
        Arc::new(Self {
            hosts: hosts.with_sites(sites.iter().cloned()),
            allowlist: allowlist::Allowlist::new(&names, &config.origins),
            keys: KeyCache::default(),
            metrics: Metrics::default(),
            unbuilt: lines::Unbuilt::default(),
            busy: busy::Busy::default(),
            budget: budget::Budget::new(&config),
            flight: flight::Flight::new(&config),
            platform,
            config,
            internal,
        })
    }

    /// Counts of requests.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// How many operations are being carried out.
    pub fn in_flight(&self) -> usize {
        self.busy.now()
    }

    /// Whether anybody may read a path that is not below `/_waterwheel/`.
    fn is_public(&self, path: &str) -> bool {
        self.internal.as_ref().is_some_and(|internal| internal.is_public(path))
    }

    /// Answers one request. Every request gets an answer, and nothing here panics.
    pub async fn answer(self: &Arc<Self>, head: Parts, body: ByteStream) -> Response<wire::Body> {
        self.answer_to(None, head, body).await
    }

    /// The same for somebody at this address.
    pub(crate) async fn answer_to(
        self: &Arc<Self>,
        address: Option<IpAddr>,
        head: Parts,
        body: ByteStream,
    ) -> Response<wire::Body> {
        exchange::answer(self, address, head, body).await
    }
}

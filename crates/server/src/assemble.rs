//! The wiring: engines, platform, services and gateway become one server.

use crate::admin::Admin;
use crate::cli::Auth;
use crate::clock;
#[cfg(feature = "cluster")]
use crate::cluster;
use crate::limits;
use crate::memory;
use crate::private;
use crate::running;
use crate::scratch::Scratch;
use crate::sealing;
use crate::settings::Settings;
use crate::tail::feed::Stop;
use crate::workshop::{self, Workshop};
use cloudwatch::CloudWatch;
use dynamodb::Dynamodb;
use functions::Runner;
use gateway::{Gateway, RootKey, Source};
use iam::Iam;
use kinesis::Kinesis;
use kms::Kms;
use lambda::Lambda;
use logs::Logs;
use pipelines::Pipelines;
#[cfg(feature = "cluster")]
use platform::{Clock as _, SystemClock};
use platform::{Company, DEFAULT_ACCOUNT, Platform, RandomIds, Served, Service};
use s3::{S3, S3Control};
use secretsmanager::SecretsManager;
use sns::Sns;
use sqs::Sqs;
use ssm::Ssm;
use std::iter;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Weak};
use std::time::Duration;
use store_local::{LocalTables, OpenError};
use sts::Sts;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// How often keys that have ended are forgotten.
const KEYS_SWEPT_EVERY: Duration = Duration::from_secs(3600);

/// A running server.
pub struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    feeds: Stop,
    serving: JoinHandle<()>,
    gateway: Arc<Gateway>,
    platform: Arc<Platform>,
    services: Services,
    guard: Guard,
    scratch: Scratch,
    #[cfg(feature = "cluster")]
    node: Option<Node>,
}

/// The server as a node of a cluster.
#[cfg(feature = "cluster")]
struct Node {
    membership: Arc<cluster::Membership>,
    drain: Duration,
}

/// What closes the engines.
enum Guard {
    /// Those of this machine.
    Local(store_local::Guard),
    /// Those that nodes share.
    #[cfg(feature = "cluster")]
    Shared(cluster::Engines),
}

/// The engines, opened.
struct Opened {
    store: store::Store,
    company: Company,
    health: Option<store_local::Health>,
    guard: Guard,
}

impl Server {
    /// Opens the data, takes the port, and serves. The error is a sentence for the user.
    pub async fn start(settings: &Settings) -> Result<Self, String> {
        let open_segments = limits::open_segments(limits::raise_open_files());
        private::make_for_this_user_only();
        let listener = listen(settings.listen)?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let scratch = Scratch::new()?;
        let Opened { store, company, health, guard } =
            open(settings, scratch.path(), open_segments).await?;
        let clock = clock::of(settings.clock, &store).await?;
        let ids = Arc::new(RandomIds);
        let platform = Platform::in_company(store, clock.clone(), ids, company);
        #[cfg(feature = "cluster")]
        let (node, peers) = join(settings, &platform).await?.unzip();
        let Workshop { runner, endpoint, connections, census } =
            Workshop::new(settings, clock, address, scratch.path()).await?;
        let topics = sns::Config {
            endpoint_url: url_for_clients(settings, address),
            cert_url: settings.sns_cert_url.clone(),
        };
        let ways = (endpoint, topics);
        let services = Services::new(&platform, &runner, settings, ways, scratch.path())
            .await
            .map_err(|error| format!("the data cannot be taken up: {}", error.message))?;
        platform.serve(services.operations());
        services.start().await.map_err(|error| format!("the pipelines do not start: {error}"))?;
        platform.deadlines.start();
        tokio::spawn(sweep_keys(Arc::downgrade(&platform)));
        tokio::spawn(memory::return_when_quiet(Arc::downgrade(&platform)));
        let desk = clock::Desk::new(&platform, &runner);
        let feeds = Stop::default();
        let admin = Admin::new(&platform, &services, (desk, feeds.clone()), settings, health);
        #[cfg(feature = "cluster")]
        let admin = admin.among(node.as_ref().map(|it| it.membership.clone()), peers);
        let config = gateway::Config { census, ..gateway_config(settings) };
        let gateway = Gateway::new(platform.clone(), config, Some(Arc::new(admin)));
        let (stop, stopped) = oneshot::channel();
        let stopped = async {
            // A server that is dropped stops too.
            let _ = stopped.await;
        };
        let sources = iter::once(Source::Port(listener)).chain(connections.map(Source::Accepted));
        let serving = tokio::spawn(gateway::serve(sources.collect(), gateway.clone(), stopped));
        workshop::warn_of_missing_layers(runner);
        if let Err(error) = running::tell(scratch.path(), address, settings) {
            tracing::warn!(%error, "`waterwheel stop` will not find this server");
        }
        #[cfg(feature = "cluster")]
        node.iter().for_each(|it| it.membership.started());
        Ok(Self {
            address,
            stop,
            feeds,
            serving,
            gateway,
            platform,
            services,
            guard,
            scratch,
            #[cfg(feature = "cluster")]
            node,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a stop waits for, as the rest of a sentence.
    pub fn work(&self) -> String {
        let mappings = self.services.pipelines.status();
        let batches = mappings
            .iter()
            .map(|it| it.in_flight + it.shards.iter().map(|shard| shard.in_flight).sum::<usize>());
        let counted = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {many}")),
        };
        let requests = counted(self.gateway.in_flight(), "request", "requests");
        let batches = counted(batches.sum(), "batch of a mapping", "batches of mappings");
        match requests.into_iter().chain(batches).collect::<Vec<_>>() {
            work if work.is_empty() => ", once what is at work has finished".to_owned(),
            work => format!(", once {} and what else is at work have finished", work.join(", ")),
        }
    }

    /// A folder that goes when the server does.
    pub fn scratch(&self) -> &Path {
        self.scratch.path()
    }

    /// Lets functions at work finish for a while, answers what has come in, and closes the data.
    pub async fn stop(self) {
        // Balancers and other nodes are told first; then others take over what this one does by itself,
        // while it still answers what comes in.
        #[cfg(feature = "cluster")]
        let drained = async {
            if let Some(node) = &self.node {
                node.membership.drain().await;
                node.drain_time().await;
            }
        };
        #[cfg(not(feature = "cluster"))]
        let drained = async {};
        let resting = async {
            self.feeds.stop();
            self.platform.deadlines.rest().await;
            self.services.rest().await;
        };
        tokio::join!(drained, resting);
        let _ = self.stop.send(());
        drop(self.gateway);
        if let Err(error) = self.serving.await {
            tracing::error!(%error, "the gateway did not end well");
        }
        self.services.close().await;
        #[cfg(feature = "cluster")]
        if let Some(node) = &self.node {
            node.membership.leave().await;
        }
        match self.guard {
            Guard::Local(guard) => {
                let closed = tokio::task::spawn_blocking(move || guard.close()).await;
                if let Err(error) = closed {
                    tracing::error!(%error, "the data was not closed well");
                }
            }
            #[cfg(feature = "cluster")]
            Guard::Shared(engines) => engines.close().await,
        }
    }
}

#[cfg(feature = "cluster")]
impl Node {
    /// The time that balancers have to notice.
    async fn drain_time(&self) {
        SystemClock.sleep(self.drain).await;
    }
}

/// Makes the server a node of its cluster, if it is to be one.
#[cfg(feature = "cluster")]
async fn join(
    settings: &Settings,
    platform: &Arc<Platform>,
) -> Result<Option<(Node, Arc<cluster::HttpPeers>)>, String> {
    let Some(told) = &settings.cluster else { return Ok(None) };
    let membership = Arc::new(cluster::Membership::join(platform, told).await?);
    let peers = cluster::HttpPeers::new(platform);
    platform.joins(peers.clone());
    let drain = Duration::from_secs(told.drain_seconds.into());
    Ok(Some((Node { membership, drain }, peers)))
}

/// The services of one server.
#[derive(Clone)]
pub struct Services {
    /// Each as one value, in the order in which they take up their work.
    all: Vec<Arc<dyn Service>>,
    /// Streams.
    pub kinesis: Arc<Kinesis>,
    /// Functions.
    pub lambda: Arc<Lambda>,
    /// Event source mappings.
    pub pipelines: Arc<Pipelines>,
    /// Topics.
    pub sns: Arc<Sns>,
}

impl Services {
    async fn new(
        platform: &Arc<Platform>,
        runner: &Arc<Runner>,
        settings: &Settings,
        (endpoint, topics): (SocketAddr, sns::Config),
        scratch: &Path,
    ) -> platform::Result<Self> {
        let transition = Duration::from_millis(settings.stream_transition_ms);
        let freshness = settings.channel_freshness_seconds.map(u64::from);
        let kinesis_config = kinesis::Config {
            transition,
            channel_freshness: freshness.map(Duration::from_secs),
            skip_missing: settings.skip_missing_segments,
            limits: settings.limits,
            ..kinesis::Config::default()
        };
        let lambda_config = lambda::Config {
            code_dir: scratch.join("code"),
            endpoint_url: format!("http://{endpoint}"),
            lines_dir: settings.data_dir.as_ref().map(|dir| dir.join("lines")),
        };
        let lambda = Lambda::new(platform.clone(), runner.clone(), lambda_config);
        let kinesis = Kinesis::new(platform.clone(), kinesis_config).await?;
        let lambda = lambda.await?;
        let pipelines = Pipelines::under(platform.clone(), settings.limits);
        let sns = Sns::new(platform.clone(), topics);
        let all: Vec<Arc<dyn Service>> = vec![
            Iam::new(platform.clone()),
            Sts::new(platform.clone()),
            Logs::new(platform.clone()).await?,
            Sqs::under(platform.clone(), settings.limits),
            Ssm::new(platform.clone()),
            CloudWatch::new(platform.clone()),
            Dynamodb::new(
                platform.clone(),
                dynamodb::Config {
                    transition: Duration::from_millis(settings.table_transition_ms),
                    limits: settings.limits,
                    ..Default::default()
                },
            ),
            SecretsManager::new(platform.clone()),
            Kms::new(platform.clone()),
            kinesis.clone(),
            S3::with(platform.clone(), s3::Config { customer_keys: settings.allow_sse_c }).await,
            S3Control::new(),
            lambda.clone(),
            sns.clone(),
            pipelines.clone(),
        ];
        Ok(Self { all, kinesis, lambda, pipelines, sns })
    }

    /// Every operation of the product.
    fn operations(&self) -> Vec<Served> {
        self.all.iter().flat_map(platform::served).collect()
    }

    async fn start(&self) -> platform::Result<()> {
        for service in &self.all {
            service.clone().start().await?;
        }
        Ok(())
    }

    /// What works by itself comes to an end first: it works with the others.
    async fn rest(&self) {
        for service in self.all.iter().rev() {
            service.rest().await;
        }
    }

    async fn close(&self) {
        for service in self.all.iter().rev() {
            service.close().await;
        }
    }
}

/// Forgets temporary keys that have ended, now and then, for as long as the platform lives.
async fn sweep_keys(platform: Weak<Platform>) {
    while let Some(ground) = platform.upgrade() {
        if let Err(error) = ground.credentials.sweep().await {
            tracing::warn!(%error, "keys that have ended are not forgotten yet");
        }
        let pause = ground.clock.sleep(KEYS_SWEPT_EVERY);
        drop(ground);
        pause.await;
    }
}

/// How clients reach the server: by its first name, if it was given any, else by its address.
fn url_for_clients(settings: &Settings, address: SocketAddr) -> String {
    match settings.hostnames.first() {
        Some(name) => format!("http://{name}:{}", address.port()),
        None => format!("http://{}", workshop::reachable(address)),
    }
}

/// Connections that wait to be accepted. The default of 128 is less than what one client may open at
/// once; those beyond it would try again a second later.
const BACKLOG: u32 = 4096;

fn open_port(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // A port is free again as soon as its server has ended, whatever its connections are up to.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    open_port(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            let port = address.port();
            let stop = match running::all().iter().find(|it| it.port() == port) {
                Some(server) => format!("it is {}: `waterwheel stop --port {port}`", server.name()),
                None => "stop what listens there".to_owned(),
            };
            format!("{address} is taken: {stop}, or choose another --port")
        }
        _ => format!("{address} cannot be listened on: {error}"),
    })
}

/// The engines. Data that is not kept lies in the scratch folder, unsynced: it goes with the
/// process, and does not fill the memory.
async fn open(settings: &Settings, scratch: &Path, open_segments: usize) -> Result<Opened, String> {
    #[cfg(feature = "cluster")]
    if let Some(told) = &settings.cluster {
        let (store, engines) = cluster::open(told).await?;
        let (company, guard) = (Company::Shared, Guard::Shared(engines));
        return Ok(Opened { store, company, health: None, guard });
    }
    let dir = settings.data_dir.clone().unwrap_or_else(|| scratch.join("data"));
    let options = store_local::Options {
        durable: settings.data_dir.is_some(),
        skip_missing_segments: settings.skip_missing_segments,
        open_segments,
        ..store_local::Options::default()
    };
    let directory = dir.clone();
    let opened = tokio::task::spawn_blocking(move || store_local::open(&directory, options));
    match opened.await.map_err(|error| error.to_string())? {
        Ok(store_local::Opened { store, guard, health, .. }) => {
            let store = sealing::seal(store, settings.data_key_file.as_deref(), &dir).await?;
            let (company, guard) = (Company::Alone, Guard::Local(guard));
            Ok(Opened { store, company, health: Some(health), guard })
        }
        Err(error) => Err(name_stream(&dir, &error).await),
    }
}

/// The sentence for an error; where it is about a log, with the stream that the log belongs to.
async fn name_stream(dir: &Path, error: &store_local::OpenError) -> String {
    let OpenError::Engine(store::Error::Damaged { what: file, .. }) = error else {
        return error.to_string();
    };
    match stream_of_file(dir, file).await {
        Some(stream) => format!("{stream}: {error}"),
        None => error.to_string(),
    }
}

/// The stream whose log a file of the data is of.
async fn stream_of_file(dir: &Path, file: &str) -> Option<String> {
    let rest = Path::new(file).strip_prefix(dir.join("log")).ok()?;
    let name = rest.components().next()?.as_os_str().to_str()?;
    let name = name.split_once('.').map_or(name, |(name, _)| name).to_owned();
    let tables = dir.join("tables");
    let opened = tokio::task::spawn_blocking(move || LocalTables::open(&tables, true));
    let (tables, _) = opened.await.ok()?.ok()?;
    kinesis::stream_of(&tables, &store::LogId(name)).await
}

fn gateway_config(settings: &Settings) -> gateway::Config {
    let root_key = |(id, secret): &(String, String)| RootKey {
        id: id.clone(),
        secret: secret.clone(),
        account: DEFAULT_ACCOUNT.to_owned(),
    };
    gateway::Config {
        auth: match settings.auth {
            Auth::Off => gateway::Auth::Off,
            Auth::Verify => gateway::Auth::Verify,
        },
        root_keys: settings.root_key.iter().map(root_key).collect(),
        hostnames: settings.hostnames.clone(),
        website_domains: settings.website_domains.clone(),
        origins: settings.origins.clone(),
        max_connections: settings.max_connections,
        ..gateway::Config::default()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::cli::StartArgs;

    #[tokio::test]
    async fn every_operation_with_shapes_is_served_and_no_other() {
        let args = StartArgs { port: Some(0), ephemeral: true, ..StartArgs::default() };
        let server = Server::start(&Settings::resolve(args).unwrap()).await.unwrap();
        let mut served: Vec<String> = server.services.operations().iter().map(name).collect();
        served.sort();
        let mut listed = Vec::new();
        let mut service = "";
        for line in include_str!("../../shapes/operations.txt").lines() {
            match line.split_whitespace().next() {
                Some(word) if word.starts_with('[') => service = word.trim_matches(['[', ']']),
                Some(word) if !word.starts_with('#') => listed.push(format!("{service}.{word}")),
                _ => {}
            }
        }
        listed.sort();
        assert_eq!(served, listed);
        server.stop().await;
    }

    fn name(served: &Served) -> String {
        format!("{}.{}", served.schema.service.id, served.schema.name)
    }
}

//! Where functions are run: the runner's configuration, and what is said of its sandbox.

use crate::LAUNCH;
use crate::cli::{FunctionNetwork, PythonParent};
use crate::private;
use crate::scratch::Scratch;
use crate::settings::{Settings, cache_dir};
use functions::{Config, Egress, LayerReport, Runner, Shares};
use gateway::{Census, Permit};
use platform::{Clock, Ids, RandomIds, SystemClock};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, mpsc};

/// How many connections of functions may wait to be taken; more wait where they were made.
const WAITING: usize = 64;

/// The part of the server's connections that one environment may have. AWS gives it 1024 open
/// files.
const SHARE: usize = 16;

/// What functions may hold of so many connections: a sixteenth each, three quarters together.
fn shares(connections: usize) -> Shares {
    Shares { each: (connections / SHARE).max(1), all: (connections / 4 * 3).max(1) }
}

/// A runner, and how its functions reach the server.
pub struct Workshop {
    /// It runs functions.
    pub runner: Arc<Runner>,
    /// The server's address as functions see it.
    pub endpoint: SocketAddr,
    /// What functions connect to that address, where the network is closed to them.
    pub connections: Option<mpsc::Receiver<(TcpStream, Permit)>>,
    /// Tells which of their connections are too many, where nothing else holds them back.
    pub census: Option<Census>,
}

impl Workshop {
    /// Sets one up for the server that listens on `address`. The error is a sentence for the user.
    pub async fn new(
        settings: &Settings,
        clock: Arc<dyn Clock>,
        address: SocketAddr,
        scratch: &Path,
    ) -> Result<Self, String> {
        let mut config = config(settings.install_boto3, scratch)?;
        config.clock = Arc::new(move || clock.now().millis());
        config.separate_pythons = settings.python_parent == PythonParent::Own;
        let shares = shares(settings.max_connections);
        let port = address.port();
        if settings.function_network == FunctionNetwork::Open {
            let runner = runner(config)?;
            let census = Some(census(&runner, port, shares));
            return Ok(Self { runner, endpoint: reachable(address), connections: None, census });
        }
        let (sender, connections) = mpsc::channel(WAITING);
        config.egress = Some(egress(port, sender, shares));
        let runner = runner(config)?;
        ensure_closed(runner.clone()).await?;
        let endpoint = (Ipv4Addr::LOCALHOST, port).into();
        Ok(Self { runner, endpoint, connections: Some(connections), census: None })
    }
}

fn egress(port: u16, connections: mpsc::Sender<(TcpStream, Permit)>, shares: Shares) -> Egress {
    Egress { port, connections, each: shares.each, all: Arc::new(Semaphore::new(shares.all)) }
}

/// Asks the runner for as long as it is there.
fn census(runner: &Arc<Runner>, port: u16, shares: Shares) -> Census {
    let runner = Arc::downgrade(runner);
    Census::new(move || {
        let Some(runner) = runner.upgrade() else { return Vec::new() };
        runner.connections_beyond(port, shares).unwrap_or_else(|error| {
            tracing::warn!(%error, "it cannot be told which connections are functions'");
            Vec::new()
        })
    })
}

fn runner(config: Config) -> Result<Arc<Runner>, String> {
    Runner::new(config).map_err(|error| format!("functions cannot be run: {error}"))
}

/// Refuses to serve where a function would not find what it was promised.
async fn ensure_closed(runner: Arc<Runner>) -> Result<(), String> {
    let layers = tokio::task::spawn_blocking(move || runner.sandbox_report()).await;
    let layers = layers.map_err(|error| error.to_string())?;
    if layers.iter().any(|layer| layer.layer == "network" && layer.active) {
        return Ok(());
    }
    Err("this machine does not permit to close the network to functions: it has no network \
         namespaces for this user; use --function-network open"
        .to_owned())
}

/// The address by which this machine reaches a listener, also one on all addresses.
pub fn reachable(address: SocketAddr) -> SocketAddr {
    let mut address = address;
    if address.ip().is_unspecified() {
        let loopback: IpAddr = match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        address.set_ip(loopback);
    }
    address
}

/// Where what Waterwheel makes for interpreters is: in the user's cache folder, or, where that
/// cannot be written, in the scratch folder, which costs an installation at each start.
fn runtimes_dir(scratch: &Path) -> PathBuf {
    let kept = cache_dir().and_then(|cache| {
        let dir = cache.join("runtimes");
        let written = std::fs::create_dir_all(&dir).and_then(|()| tempfile::tempfile_in(&dir));
        written.map_err(|error| format!("{}: {error}", dir.display()))?;
        private::close_to_others(&cache);
        Ok(dir)
    });
    kept.unwrap_or_else(|problem| {
        tracing::warn!("nothing is kept for the runtimes: {problem}");
        scratch.join("runtimes")
    })
}

fn config(install_boto3: bool, scratch: &Path) -> Result<Config, String> {
    let runtimes = runtimes_dir(scratch);
    let clock = Arc::new(|| SystemClock.now().millis());
    let ids = Arc::new(|| {
        let mut bytes = [0; 16];
        RandomIds.fill(&mut bytes);
        u128::from_le_bytes(bytes)
    });
    let mut config = Config::new(scratch.join("environments"), runtimes, clock, ids);
    let program = std::env::current_exe()
        .map_err(|error| format!("the server does not find its own program: {error}"))?;
    config.launcher = Some(vec![program.into(), LAUNCH.into()]);
    config.install_boto3 = install_boto3;
    Ok(config)
}

/// The sandbox's layers on this machine, the closed network among them.
pub async fn sandbox_report() -> Result<Vec<LayerReport>, String> {
    let scratch = Scratch::new()?;
    let mut config = config(false, scratch.path())?;
    config.egress = Some(egress(4566, mpsc::channel(1).0, shares(1)));
    let runner = runner(config)?;
    let report = runner.sandbox_report();
    runner.shutdown().await;
    Ok(report)
}

/// Tells the log, once it is known, what the sandbox lacks here.
pub fn warn_of_missing_layers(runner: Arc<Runner>) {
    tokio::task::spawn_blocking(move || {
        for layer in runner.sandbox_report().iter().filter(|layer| !layer.active) {
            tracing::warn!("the sandbox has no {} here: {}", layer.layer, layer.detail);
        }
    });
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn functions_reach_a_server_that_listens_everywhere() {
        let address = |text: &str| reachable(text.parse().unwrap()).to_string();
        assert_eq!(address("0.0.0.0:4566"), "127.0.0.1:4566");
        assert_eq!(address("[::]:4566"), "[::1]:4566");
        assert_eq!(address("10.0.0.1:1"), "10.0.0.1:1");
    }
}

//! `waterwheel start`: serve until told to stop.

use crate::assemble::Server;
use crate::cli::StartArgs;
use crate::detach;
use crate::logging;
use crate::output;
use crate::settings::Settings;
use crate::stdin;
use std::net::SocketAddr;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Serves until SIGINT or SIGTERM, or where it is told so until standard input ends. Says where on
/// standard output, in one line, once it does.
pub async fn run(args: StartArgs) -> Result<(), String> {
    if let Some(format) = args.log_format {
        logging::speak(format);
    }
    let (detach, detached) = (args.detach, args.detached);
    let settings = Settings::resolve(args)?;
    if detach {
        return detach::run(&settings);
    }
    if detached {
        detach::leave_terminal();
    }
    logging::begin(settings.log_format, &settings.log)?;
    for warning in &settings.warnings {
        tracing::warn!("{warning}");
    }
    let mut stop = StopSignals::listen()?;
    let server = Server::start(&settings).await?;
    output::line(ready(&settings, server.address()));
    tokio::select! {
        () = stop.wait() => {}
        () = stdin::ended(), if settings.stop_at_eof && !detached => tracing::info!("standard input has ended"),
    }
    let work = server.work();
    tracing::info!("stopping{work}; Ctrl-C again ends it at once");
    tokio::select! {
        () = server.stop() => {}
        () = stop.wait() => tracing::warn!("stopped without waiting for what is at work"),
    }
    Ok(())
}

/// The line that says that it serves, where, and what comes next.
fn ready(settings: &Settings, address: SocketAddr) -> String {
    let place = match (&settings.cluster, &settings.data_dir) {
        (Some(cluster), _) => format!("the cluster's data, as its node {}", cluster.node),
        (None, Some(dir)) => format!("its data in {}", dir.display()),
        (None, None) => "data in memory".to_owned(),
    };
    let port = match address.port() {
        4566 => String::new(),
        port => format!(" --port {port}"),
    };
    format!(
        "waterwheel {} is ready on http://{address} with {place}; next: eval \"$(waterwheel env{port})\"",
        env!("CARGO_PKG_VERSION")
    )
}

/// SIGINT and SIGTERM, which no longer end the process by themselves.
pub struct StopSignals {
    interrupt: Signal,
    terminate: Signal,
}

impl StopSignals {
    /// From now on the signals wait to be asked for.
    pub fn listen() -> Result<Self, String> {
        let listen = |kind| signal(kind).map_err(|error| format!("no signals: {error}"));
        let interrupt = listen(SignalKind::interrupt())?;
        Ok(Self { interrupt, terminate: listen(SignalKind::terminate())? })
    }

    /// Resolves when either has come.
    pub async fn wait(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

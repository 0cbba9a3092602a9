//! `waterwheel start`: serve until told to stop.
#![allow(clippy::print_stdout)]

use crate::assemble::Server;
use crate::cli::StartArgs;
use crate::logging;
use crate::settings::Settings;
use std::io::Write;
use tokio::signal::unix::{SignalKind, signal};

/// Serves until SIGINT or SIGTERM. Says where on standard output, in one line, once it does.
pub async fn run(args: StartArgs) -> Result<(), String> {
    let settings = Settings::resolve(args)?;
    logging::begin(settings.log_format, &settings.log)?;
    let server = Server::start(&settings).await?;
    println!("waterwheel is ready on http://{}", server.address());
    // Whoever reads the line through a pipe is waiting for it; nobody there is no failure.
    let _ = std::io::stdout().flush();
    stop_signal().await?;
    tracing::info!("stopping");
    server.stop().await;
    Ok(())
}

/// Resolves on SIGINT or SIGTERM.
pub async fn stop_signal() -> Result<(), String> {
    let mut terminate = signal(SignalKind::terminate()).map_err(|error| error.to_string())?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(|error| error.to_string())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

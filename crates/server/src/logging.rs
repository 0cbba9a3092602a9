//! Where log lines go: standard error, for a person or as JSON.

use crate::cli::LogFormat;
use tracing_subscriber::EnvFilter;

/// Begins logging. The error is a sentence about the filter.
pub fn begin(format: LogFormat, filter: &str) -> Result<(), String> {
    let filter = EnvFilter::try_new(filter).map_err(|error| format!("--log {filter}: {error}"))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let outcome = match format {
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
        LogFormat::Human => {
            let colours = std::io::IsTerminal::is_terminal(&std::io::stderr());
            lines.with_ansi(colours).with_target(false).try_init()
        }
    };
    outcome.map_err(|error| error.to_string())
}

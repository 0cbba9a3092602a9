//! Where log lines go: standard error, for a person or as JSON. Whatever is logged is escaped on
//! its way there, so that nobody outside writes lines of his own or speaks to a terminal.

use crate::cli::LogFormat;
use crate::escape::{self, Escaping, EscapingJson};
use std::fmt::Write as _;
use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicBool, Ordering};
use tracing::Subscriber;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::field::MakeExt;
use tracing_subscriber::fmt::format::debug_fn;
use tracing_subscriber::util::SubscriberInitExt;

/// Whether everything on standard error is JSON.
static JSON: AtomicBool = AtomicBool::new(false);

/// From now on failures are told in this format.
pub fn speak(format: LogFormat) {
    JSON.store(format == LogFormat::Json, Ordering::Relaxed);
}

/// Begins logging. The error is a sentence about the filter.
pub fn begin(format: LogFormat, filter: &str) -> Result<(), String> {
    speak(format);
    let filter = EnvFilter::try_new(filter).map_err(|error| format!("--log {filter}: {error}"))?;
    let fields = debug_fn(|writer, field, value| match field.name() {
        "message" => write!(Escaping(writer), "{value:?}"),
        name => write!(Escaping(writer), "{name}={value:?}"),
    });
    match format {
        LogFormat::Json => json(filter).try_init(),
        LogFormat::Human => tracing_subscriber::fmt()
            .with_env_filter(filter)
            .fmt_fields(fields.delimited(" "))
            .with_writer(stderr)
            // They would be told on standard error, and where that is full, whoever logs would panic.
            .log_internal_errors(false)
            .with_ansi(stderr().is_terminal())
            .with_target(false)
            .finish()
            .try_init(),
    }
    .map_err(|error| error.to_string())?;
    std::panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
    Ok(())
}

/// Says why a command failed, whatever is logged otherwise.
pub fn fail(message: &str) {
    if JSON.load(Ordering::Relaxed) {
        let say = || tracing::error!("{message}");
        tracing::subscriber::with_default(json(EnvFilter::new("error")), say);
    } else {
        let _ = writeln!(stderr(), "waterwheel: {}", escape::lines(message));
    }
}

fn json(filter: EnvFilter) -> impl Subscriber + Send + Sync {
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(|| EscapingJson(stderr()))
        .log_internal_errors(false)
        .json()
        .flatten_event(true)
        .finish()
}

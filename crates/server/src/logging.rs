//! Where log lines go: standard error, for a person or as JSON. Whatever is logged is escaped on
//! its way there, so that nobody outside writes lines of his own or speaks to a terminal.

use crate::cli::LogFormat;
use crate::escape::{self, Escaping, EscapingJson};
use crate::near;
use std::fmt::Write as _;
use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicBool, Ordering};
use tracing::Subscriber;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::debug_fn;
use tracing_subscriber::util::SubscriberInitExt;

/// What a request's message says already, and JSON has as fields of their own.
const IN_MESSAGES: [&str; 7] =
    ["operation", "status", "duration_ms", "error_code", "method", "path", "request_id"];

/// Whether everything on standard error is JSON.
static JSON: AtomicBool = AtomicBool::new(false);

/// From now on failures are told in this format.
pub fn speak(format: LogFormat) {
    JSON.store(format == LogFormat::Json, Ordering::Relaxed);
}

/// Begins logging. The error is a sentence about the filter.
pub fn begin(format: LogFormat, filter: &str) -> Result<(), String> {
    speak(format);
    let filter = filter_of(filter)?;
    // The message comes first, whatever the order of the fields in the source.
    let fields = debug_fn(|writer, field, value| match field.name() {
        "message" => write!(Escaping(writer), "{value:?}"),
        name if IN_MESSAGES.contains(&name) => Ok(()),
        name => write!(Escaping(writer), " {name}={value:?}"),
    });
    match format {
        LogFormat::Json => json(filter).try_init(),
        LogFormat::Human => tracing_subscriber::fmt()
            .with_env_filter(filter)
            .fmt_fields(fields)
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

/// A filter. A lone word is a level: tracing would take one that is misspelt for a module's name, and
/// log nothing else. The error is a sentence for the user.
fn filter_of(text: &str) -> Result<EnvFilter, String> {
    const LEVELS: [&str; 6] = ["error", "warn", "info", "debug", "trace", "off"];
    for word in
        text.split(',').map(str::trim).filter(|word| !word.contains('[') && !word.is_empty())
    {
        let level = word.rsplit_once('=').map_or(word, |(_, level)| level);
        if level.is_empty() || level.parse::<LevelFilter>().is_err() {
            return Err(format!(
                "--log {text}: {level:?} is no level{}; levels are {}; for one module it is \
                 written module=level, as in info,kinesis=debug",
                near::question(&near::to(level, LEVELS)),
                LEVELS.join(", ")
            ));
        }
    }
    EnvFilter::try_new(text).map_err(|error| format!("--log {text}: {error}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_a_level() {
        for good in ["info", "OFF", "warn,kinesis=debug", "kinesis=debug", "info,[span]=trace"] {
            assert!(filter_of(good).is_ok(), "{good}");
        }
        let problem = |text: &str| filter_of(text).err().unwrap_or_default();
        assert!(problem("inof").contains("did you mean info?"), "{}", problem("inof"));
        assert!(problem("kinesis=loud").contains("\"loud\" is no level"));
        assert!(problem("kinesis").contains("module=level"));
    }
}

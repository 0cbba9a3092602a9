//! What of a request is written into the log: a line for a person, and its parts as fields.

use crate::exchange::Trail;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// How many refusals are remembered; what is refused is partly for callers to choose.
const MOST: usize = 256;

/// What was asked for and is not built: each is told once, as a warning.
#[derive(Default)]
pub(crate) struct Unbuilt(Mutex<BTreeSet<String>>);

impl Unbuilt {
    /// Whether this was not told before.
    fn is_news(&self, what: &str) -> bool {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.len() < MOST && !told.contains(what) && told.insert(what.to_owned())
    }
}

/// Whether an error says that something is not built, as `platform::unsupported` and the gateway's
/// own refusals word it.
fn is_unbuilt(status: u16, error: &str) -> bool {
    status == 501 || [" by Waterwheel", " part of Waterwheel"].iter().any(|it| error.contains(it))
}

/// One line, with fields that a log of JSON has beside it.
macro_rules! line {
    ($level:ident, $trail:ident, $status:ident, $ms:ident, $code:ident, $text:expr) => {
        tracing::$level!(
            operation = %format_args!("{}.{}", $trail.service, $trail.operation),
            status = $status,
            duration_ms = ($ms * 10.0).round() / 10.0,
            error_code = $code,
            method = %$trail.method,
            path = %format_args!("{:.300}", $trail.path),
            request_id = %$trail.id,
            "{}",
            $text
        )
    };
}

/// Writes the line of a request that was answered with this status after so many milliseconds.
pub(crate) fn write(unbuilt: &Unbuilt, trail: &Trail, status: u16, ms: f64) {
    let Trail { method, path, service, operation, error, id, .. } = trail;
    let code = error.as_deref().and_then(|error| error.split(':').next());
    let error = error.as_deref().unwrap_or("no error");
    let what = format_args!("{service}.{operation} {status} in {ms:.1} ms");
    let who = format_args!("({method} {path:.300}, request {id})");
    match status {
        // What is not built is the caller's to know, not a failure of ours.
        400.. if is_unbuilt(status, error) => match unbuilt.is_news(error) {
            true => {
                line!(warn, trail, status, ms, code, format_args!("not built here: {error} {who}"));
            }
            false => {
                line!(
                    debug,
                    trail,
                    status,
                    ms,
                    code,
                    format_args!("not built here: {error} {who}")
                );
            }
        },
        500.. => line!(warn, trail, status, ms, code, format_args!("{what}: {error} {who}")),
        400.. => line!(info, trail, status, ms, code, format_args!("{what}: {error} {who}")),
        _ => line!(debug, trail, status, ms, code, format_args!("{what} (request {id})")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_built_is_told_once_and_not_without_end() {
        let unbuilt = Unbuilt::default();
        assert!(unbuilt.is_news("a") && !unbuilt.is_news("a") && unbuilt.is_news("b"));
        let told = (0..MOST * 2).filter(|it| unbuilt.is_news(&it.to_string())).count();
        assert_eq!(told, MOST - 2);
        assert!(is_unbuilt(501, "NotImplemented: no"));
        assert!(is_unbuilt(400, "ValidationException: Layers is not supported by Waterwheel yet."));
        assert!(!is_unbuilt(404, "NoSuchKey: The specified key does not exist."));
        assert!(!is_unbuilt(403, "AccessDenied: add it to Waterwheel's host names"));
    }
}

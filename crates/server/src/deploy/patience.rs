//! Waiting for a server to have done something that it tells nobody of.

use std::time::Duration;
use tokio::time::Instant;

/// The longest to wait.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait before looking again.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Looks until there is something, and gives that.
pub fn until<T>(
    what: &str,
    mut look: impl FnMut() -> Result<Option<T>, String>,
) -> Result<T, String> {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        if Instant::now() >= end {
            return Err(format!("{what} is not ready after {} s", PATIENCE.as_secs()));
        }
        pause(LOOK_EVERY);
    }
}

/// Nothing but this command runs on its thread.
#[allow(clippy::disallowed_methods)]
pub fn pause(time: Duration) {
    std::thread::sleep(time);
}

//! What the commands say on standard output.

use std::fmt::Display;
use std::io::Write;

/// Prints text as it is. Nobody there to read it (`waterwheel status | head -1`) is no failure.
pub fn print(text: impl Display) {
    let mut out = std::io::stdout().lock();
    let _ = write!(out, "{text}").and_then(|()| out.flush());
}

/// Prints a line.
pub fn line(text: impl Display) {
    print(format_args!("{text}\n"));
}

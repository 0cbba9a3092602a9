//! What the commands say on standard output.

use std::fmt::Display;
use std::io::Write;

/// Prints text as it is. Nobody there to read it (`waterwheel status | head -1`) is no failure.
pub fn print(text: impl Display) {
    is_read(text);
}

/// Prints text as it is, and says whether anybody is there to read it.
pub fn is_read(text: impl Display) -> bool {
    let mut out = std::io::stdout().lock();
    write!(out, "{text}").and_then(|()| out.flush()).is_ok()
}

/// Prints a line.
pub fn line(text: impl Display) {
    print(format_args!("{text}\n"));
}

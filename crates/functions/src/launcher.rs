//! The first steps of an environment's process: it shuts itself in, then becomes the interpreter.

use std::{ffi::OsString, process::ExitCode};

/// Entered by the server's binary when its first argument is the one named in
/// [`Config::launcher`](crate::Config::launcher); `args` are the arguments after that one.
/// Returns only when the environment could not be started or has ended.
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let _ = args;
    ExitCode::FAILURE
}

//! The launcher by itself, for this crate's tests; the server's binary has it built in.

use std::process::ExitCode;

fn main() -> ExitCode {
    functions::launcher::main(std::env::args_os().skip(1))
}

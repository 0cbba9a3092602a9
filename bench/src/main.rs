//! Measures Waterwheel from outside, and its peers in the same run: `cargo xtask bench`.
//!
//! Knows: the public APIs, what each figure should be, how the peers are installed and started.
//! Must not know: how the product does anything; it uses no room of it, only the built binary.
//! Every figure is the median of several runs; what was acknowledged is read back and counted.
#![allow(clippy::print_stdout)]
// A measurement needs a clock, and waits for other programs' processes.
#![allow(clippy::disallowed_methods)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod api;
mod arguments;
mod bare;
mod cluster;
mod dynamodb;
mod engines;
mod fanout;
mod functions;
mod growth;
mod handouts;
mod http;
mod idle;
mod kafka;
mod kcl;
mod keys;
mod kinesis;
mod latency;
mod limits;
mod load;
mod machine;
mod minio;
mod nodes;
mod page;
mod peers;
mod pipeline;
mod row;
mod rows;
mod s3;
mod scan;
mod server;
mod splits;
mod sqs;
mod startup;
mod takeover;

use arguments::Arguments;
use std::process::ExitCode;

/// What went wrong with a measurement, as a sentence.
pub type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == bare::COMMAND) {
        return match bare::serve(&words[1..]) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => failed(&message),
        };
    }
    match Arguments::parse(words.into_iter()).and_then(run) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        Err(message) => failed(&message),
    }
}

fn failed(message: &str) -> ExitCode {
    eprintln!("bench: {message}");
    ExitCode::FAILURE
}

/// Measures what was asked for; whether every figure met its target.
fn run(arguments: Arguments) -> Result<bool> {
    if arguments.list {
        rows::ALL.iter().for_each(|row| println!("{:<18} {}", row.name, row.what));
        growth::ALL.iter().for_each(|one| println!("{:<18} {}", one.name, one.what));
        return Ok(true);
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("start a runtime: {error}"))?;
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, row::measure(&arguments))
}

//! The binary: it reads the command line and hands over.

mod admin;
mod api;
mod ask;
mod assemble;
mod aws;
mod awscli;
mod cli;
mod client;
mod clock;
mod cluster;
mod demo;
mod deploy;
mod detach;
mod dlq;
mod doctor;
mod escape;
mod faults;
mod init;
mod limits;
mod localstack;
mod logging;
mod logs;
mod memory;
mod near;
mod output;
mod paint;
mod private;
mod put;
mod report;
mod running;
mod scratch;
mod sealing;
mod settings;
mod shards;
mod span;
mod start;
mod status;
mod stdin;
mod stop;
mod table;
mod tail;
mod workshop;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;

/// The first argument with which the server starts itself again as a function's process.
const LAUNCH: &str = "__launch";

/// docs/decisions/0090 tells why not the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == LAUNCH) {
        return functions::launcher::main(arguments);
    }
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(message) => {
            logging::fail(&message);
            ExitCode::FAILURE
        }
    }
}

/// Does what the command line says. The error is a sentence for the user.
fn run(cli: Cli) -> Result<ExitCode, String> {
    match cli.command {
        Command::Start(args) => block_on(start::run(args))?,
        Command::Stop(args) => stop::run(&args)?,
        Command::Reset(args) => stop::reset(&args)?,
        Command::Demo(args) => block_on(demo::run(args))?,
        Command::Init(args) => init::run(&args)?,
        Command::Deploy(args) => deploy::run(&args)?,
        Command::Status(args) => block_on(status::run(args))?,
        Command::Tail(args) => tail::run(&args)?,
        Command::Put(args) => put::run(&args)?,
        Command::Logs(args) => block_on(logs::run(args))?,
        Command::Dlq(args) => return dlq::run(&args.command),
        Command::Clock(args) => clock::run(&args)?,
        Command::Faults(args) => faults::run(&args)?,
        Command::Doctor(args) => block_on(doctor::run(args))?,
        Command::Env(args) => output::print(aws::environment(&args)?),
        Command::Completions(args) => output::print(cli::completions(args.shell)),
        Command::Aws(args) => return aws::run(&args),
    }
    Ok(ExitCode::SUCCESS)
}

fn block_on(work: impl Future<Output = Result<(), String>>) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("the runtime does not start: {error}"))?;
    runtime.block_on(work)
}

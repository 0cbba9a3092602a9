//! `waterwheel dlq`: the queues to which failures are told, what is in them, and putting it back.
//!
//! A client of the public APIs: what it does, a script with any AWS client can do.

mod letters;
mod list;
mod queue;
mod records;
mod redrive;
mod show;

use crate::api::Api;
use crate::cli::DlqCommand;
use std::process::ExitCode;

/// Does what the command line says. The error is a sentence for the user.
pub fn run(command: &DlqCommand) -> Result<ExitCode, String> {
    match command {
        DlqCommand::List(args) => list::run(&Api::new(&args.ask)?, args.json),
        DlqCommand::Show(args) => show::run(&Api::new(&args.of.ask)?, args),
        DlqCommand::Redrive(args) => redrive::run(&Api::new(&args.of.ask)?, args),
    }
}

//! The project's own chores: `cargo xtask codegen [--check] | coverage [--check] | tidy`.
//!
//! Knows: the layout of the repository. Must not know: how the product works.
#![allow(clippy::print_stdout)]

mod codegen;
mod coverage;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What went wrong with a chore, as a sentence.
pub type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let outcome = match arguments.next().as_deref() {
        Some("codegen") if arguments.next().as_deref() == Some("--check") => {
            codegen::check(&root())
        }
        Some("codegen") => codegen::run(&root()),
        Some("coverage") => coverage::run(&root(), arguments.next().as_deref() == Some("--check")),
        Some("tidy") => tidy::run(&root()),
        _ => Err("usage: cargo xtask codegen [--check] | coverage [--check] | tidy".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's top folder.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.to_path_buf(), Path::to_path_buf)
}

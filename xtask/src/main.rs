//! The project's own chores: `cargo xtask codegen [--check] | coverage [--check] | tidy | bench`.
//!
//! Knows: the layout of the repository. Must not know: how the product works.
#![allow(clippy::print_stdout)]

mod codegen;
mod coverage;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

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
        Some("bench") => bench(&root(), arguments),
        _ => Err("usage: cargo xtask codegen [--check] | coverage [--check] | tidy | bench".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the product and its bench as they are released, and measures.
fn bench(root: &Path, arguments: impl Iterator<Item = String>) -> Result<()> {
    let run = |command: &mut Command| match command.current_dir(root).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} ended with {status}", command.get_program().display())),
        Err(error) => Err(format!("run {}: {error}", command.get_program().display())),
    };
    let build = ["build", "--release", "--quiet", "--package", "waterwheel", "--package", "bench"];
    run(Command::new("cargo").args(build))?;
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let release = target.join("release");
    let binary = release.join("waterwheel");
    run(Command::new(release.join("bench")).arg("--binary").arg(binary).args(arguments))
}

/// The repository's top folder. Cargo says where this crate lies; what it said at compile time may
/// be another checkout's place, if that has the same target directory.
fn root() -> PathBuf {
    let built = || PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(built, PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

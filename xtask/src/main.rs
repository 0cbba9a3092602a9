//! The project's own chores: `cargo xtask codegen [--check] | coverage [--check] |
//! storage [--check] | tidy | test | bench | sim | package`.
//!
//! Knows: the layout of the repository. Must not know: how the product works.
#![allow(clippy::print_stdout)]

mod codegen;
mod coverage;
mod package;
mod replay;
mod sources;
mod storage;
mod test;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// What went wrong with a chore, as a sentence.
pub type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "usage: cargo xtask codegen [--check] | coverage [--check] | \
     storage [--check] | tidy | test | bench | sim | package";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let outcome = match arguments.next().as_deref() {
        Some("codegen") if arguments.next().as_deref() == Some("--check") => {
            codegen::check(&root())
        }
        Some("codegen") => codegen::run(&root()),
        Some("coverage") => coverage::run(&root(), arguments.next().as_deref() == Some("--check")),
        Some("storage") => storage::run(&root(), arguments.next().as_deref() == Some("--check")),
        Some("tidy") => tidy::run(&root()),
        Some("test") => test::all(&root(), arguments),
        Some("bench") => bench(&root(), arguments),
        Some("sim") => sim(&root(), arguments),
        Some("package") => package::run(&root(), arguments),
        _ => Err(USAGE.into()),
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
    let release = build(root, &["waterwheel", "bench"])?;
    let binary = release.join("waterwheel");
    let mut bench = Command::new(release.join("bench"));
    run(root, bench.arg("--binary").arg(binary).args(arguments))
}

/// Builds the simulator beside the product, whose build it shares, and runs it.
fn sim(root: &Path, arguments: impl Iterator<Item = String>) -> Result<()> {
    let release = build(root, &["waterwheel", "sim"])?;
    let traces = release.join("sim-traces");
    run(root, Command::new(release.join("sim")).arg("--traces").arg(traces).args(arguments))
}

/// Builds packages as they are released, and says where.
fn build(root: &Path, packages: &[&str]) -> Result<PathBuf> {
    let mut cargo = cargo();
    cargo.args(["build", "--release", "--quiet"]);
    for package in packages {
        cargo.args(["--package", package]);
    }
    // What is released has clusters.
    cargo.args(["--features", "waterwheel/cluster"]);
    run(root, &mut cargo)?;
    Ok(target(root).join("release"))
}

/// Cargo, without what it says of this package to this program: build scripts that look at it, as
/// ring's does, would run again, and all that stands on them would be built again.
fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    for (name, _) in std::env::vars_os() {
        let told = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_CRATE_", "CARGO_BIN_"];
        if told.iter().any(|start| name.to_string_lossy().starts_with(start)) {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// The folder that cargo builds in.
fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

fn run(root: &Path, command: &mut Command) -> Result<()> {
    match command.current_dir(root).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} ended with {status}", command.get_program().display())),
        Err(error) => Err(format!("run {}: {error}", command.get_program().display())),
    }
}

/// The repository's top folder. Cargo says where this crate lies; what it said at compile time may
/// be another checkout's place, if that has the same target directory.
fn root() -> PathBuf {
    let built = || PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(built, PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

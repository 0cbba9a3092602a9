//! Installing what AWS's runtimes bring and this machine lacks, by the tools that it has: once, whole or
//! not at all.

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use tokio::process::Command;

/// How long an installation may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// A directory beside `dir` that no other server uses, for what is not whole yet.
pub(crate) fn beside(dir: &Path, what: &str) -> PathBuf {
    let mut name = dir.as_os_str().to_owned();
    name.push(format!(".{}.{what}", std::process::id()));
    PathBuf::from(name)
}

/// Renames what was made into place when it is complete, so that half an installation is never taken
/// for one. Two servers may install at once.
pub(crate) async fn put_in_place(
    partial: &Path,
    dir: &Path,
    made: io::Result<()>,
) -> io::Result<()> {
    let moved = match made {
        Ok(()) => tokio::fs::rename(partial, dir).await,
        failed => failed,
    };
    clear(partial).await?;
    if dir.exists() { Ok(()) } else { moved }
}

/// Runs a command; of one that fails the error is its last word on standard error that begins as errors
/// of its kind do, or else its last one.
pub(crate) async fn run(mut command: Command, error_prefix: &str) -> io::Result<()> {
    let slow = || io::Error::other(format!("not done after {} s", PATIENCE.as_secs()));
    let output = tokio::time::timeout(PATIENCE, command.output()).await.map_err(|_| slow())??;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let errors = |line: &&str| line.starts_with(error_prefix);
    let last = lines.clone().rfind(errors).or_else(|| lines.next_back());
    Err(io::Error::other(last.unwrap_or("it failed without a word").to_owned()))
}

/// Removes a directory that may be there.
pub(crate) async fn clear(dir: &Path) -> io::Result<()> {
    match tokio::fs::remove_dir_all(dir).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

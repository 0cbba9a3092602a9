//! Installing what AWS's runtimes bring and this machine lacks, by the tools that it has: once, whole or
//! not at all.

use std::{
    io,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Command,
};

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
/// of its kind do, or else its last one. Each of its lines there is a sign that it goes on, and told.
pub(crate) async fn run(
    command: Command,
    error_prefix: &str,
    goes_on: impl FnMut(),
) -> io::Result<()> {
    let slow = || io::Error::other(format!("not done after {} s", PATIENCE.as_secs()));
    let listened = listen(command, error_prefix, goes_on);
    tokio::time::timeout(PATIENCE, listened).await.map_err(|_| slow())?
}

async fn listen(
    mut command: Command,
    error_prefix: &str,
    mut goes_on: impl FnMut(),
) -> io::Result<()> {
    let mut child = command.stderr(Stdio::piped()).spawn()?;
    let (mut last, mut error) = (None, None);
    if let Some(told) = child.stderr.take() {
        let mut lines = BufReader::new(told).split(b'\n');
        while let Some(line) = lines.next_segment().await? {
            goes_on();
            let line = String::from_utf8_lossy(&line).trim().to_owned();
            if line.starts_with(error_prefix) {
                error = Some(line);
            } else if !line.is_empty() {
                last = Some(line);
            }
        }
    }
    if child.wait().await?.success() {
        return Ok(());
    }
    let why = error.or(last);
    Err(io::Error::other(why.unwrap_or_else(|| "it failed without a word".to_owned())))
}

/// Removes a directory that may be there.
pub(crate) async fn clear(dir: &Path) -> io::Result<()> {
    match tokio::fs::remove_dir_all(dir).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

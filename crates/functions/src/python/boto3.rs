//! boto3 for interpreters that have none: installed once, with pip, into a directory of our own.

use std::{
    io,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use tokio::process::Command;

use super::interpreters::Interpreter;

/// How long an installation may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// Where boto3 for this interpreter is, or would be.
pub(super) fn site_dir(runtimes_dir: &Path, interpreter: &Interpreter) -> PathBuf {
    runtimes_dir.join(format!("boto3-python{}", interpreter.version_text()))
}

/// A directory with boto3 for the interpreter; installs it if that is allowed and has not been
/// done. `None` when boto3 cannot be had.
pub(super) async fn site(
    runtimes_dir: &Path,
    interpreter: &Interpreter,
    installs: bool,
) -> Option<PathBuf> {
    let site = site_dir(runtimes_dir, interpreter);
    if site.join("boto3").is_dir() {
        return Some(site);
    }
    if !installs {
        return None;
    }
    let python = interpreter.path.display();
    tracing::info!(%python, into = %site.display(), "installing boto3, once");
    match install(interpreter, &site).await {
        Ok(()) => {
            tracing::info!(%python, "boto3 is installed");
            Some(site)
        }
        Err(error) => {
            tracing::warn!(%python, %error, "boto3 could not be installed");
            None
        }
    }
}

async fn install(interpreter: &Interpreter, site: &Path) -> io::Result<()> {
    // Renamed into place when complete, so that half an installation is never taken for one.
    let partial = site.with_extension("partial");
    if partial.exists() {
        tokio::fs::remove_dir_all(&partial).await?;
    }
    let mut pip = Command::new(&interpreter.path);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"])
        .arg(&partial)
        .arg("boto3")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    let output = tokio::time::timeout(PATIENCE, pip.output()).await??;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        let last = text.lines().rev().find(|line| !line.trim().is_empty());
        return Err(io::Error::other(last.unwrap_or("pip failed").to_owned()));
    }
    tokio::fs::rename(&partial, site).await
}

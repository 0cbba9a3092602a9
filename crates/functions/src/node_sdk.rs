//! The AWS SDK for JavaScript v3, which AWS's Node.js runtimes bring from nodejs18.x on: installed once,
//! with npm, into a directory of our own. Functions find it where their package does not bring it.

use std::{
    io,
    path::{Path, PathBuf},
    process::Stdio,
};

use tokio::process::Command;

use crate::{executables::Node, installs};

/// The first major version whose runtime on AWS brings the SDK.
pub(crate) const FIRST_MAJOR: u32 = 18;

/// The packages of the SDK that are installed: the clients of what is served here, and what is used
/// with them. AWS's runtimes have all clients.
pub const SDK_PACKAGES: [&str; 12] = [
    "@aws-sdk/client-cloudwatch-logs",
    "@aws-sdk/client-iam",
    "@aws-sdk/client-kinesis",
    "@aws-sdk/client-lambda",
    "@aws-sdk/client-s3",
    "@aws-sdk/client-secrets-manager",
    "@aws-sdk/client-sns",
    "@aws-sdk/client-sqs",
    "@aws-sdk/client-ssm",
    "@aws-sdk/client-sts",
    "@aws-sdk/lib-storage",
    "@aws-sdk/s3-request-presigner",
];

/// Where the SDK for this Node.js is, or would be.
pub(crate) fn dir(runtimes_dir: &Path, node: &Node) -> PathBuf {
    // Whoever changes the list gives it another number.
    runtimes_dir.join(format!("aws-sdk-2-node{}", node.major().unwrap_or_default()))
}

/// A directory with the SDK in `node_modules`; installs it if that is allowed and has not been done.
/// `None` when it cannot be had.
pub(crate) async fn provide(runtimes_dir: &Path, node: &Node, installs: bool) -> Option<PathBuf> {
    let dir = dir(runtimes_dir, node);
    if dir.exists() {
        return Some(dir);
    }
    if !installs {
        return None;
    }
    tracing::info!(into = %dir.display(), "installing the AWS SDK for Node.js, once");
    let partial = installs::beside(&dir, "partial");
    let made = install(node, &partial).await;
    match installs::put_in_place(&partial, &dir, made).await {
        Ok(()) => {
            tracing::info!("the AWS SDK for Node.js is installed");
            Some(dir)
        }
        Err(error) => {
            tracing::warn!(
                %error,
                "the AWS SDK for Node.js could not be installed; functions have it only where their \
                 packages bring it, until the next start"
            );
            None
        }
    }
}

async fn install(node: &Node, into: &Path) -> io::Result<()> {
    tokio::fs::create_dir_all(into).await?;
    let npm = npm(node).ok_or_else(|| io::Error::other("npm is not on this machine"))?;
    let mut command = Command::new(npm);
    command.args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts"]);
    // A machine without a network shall be told so soon.
    command.args(["--loglevel=error", "--fetch-retries=0", "--prefix"]).arg(into);
    command.args(SDK_PACKAGES).current_dir(into);
    if let Some(dir) = node.path.parent() {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(dir.to_owned()).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(all).unwrap_or(path.clone()));
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
    installs::run(command, "npm error").await?;
    match into.join("node_modules/@aws-sdk").is_dir() {
        true => Ok(()),
        false => Err(io::Error::other("npm installed nothing")),
    }
}

/// The npm beside this Node.js, or the first on `PATH`.
pub(crate) fn npm(node: &Node) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let beside = node.path.parent().map(Path::to_owned);
    let mut dirs = beside.into_iter().chain(std::env::split_paths(&path));
    dirs.find_map(|dir| Some(dir.join("npm")).filter(|npm| npm.is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn with_npm(dir: &Path, script: &str) -> Node {
        let npm = dir.join("npm");
        std::fs::write(&npm, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&npm, std::fs::Permissions::from_mode(0o755)).unwrap();
        Node { path: dir.join("node"), version: "20.1.0".to_owned() }
    }

    #[tokio::test]
    async fn it_is_installed_once_and_whole_or_not_at_all() {
        let place = tempfile::tempdir().unwrap();
        let (bin, runtimes) = (place.path().join("bin"), place.path().join("runtimes"));
        std::fs::create_dir_all(&bin).unwrap();
        std::fs::create_dir_all(&runtimes).unwrap();
        let node = with_npm(&bin, "echo 'npm error offline' >&2; exit 1");
        assert_eq!(provide(&runtimes, &node, false).await, None);
        assert_eq!(provide(&runtimes, &node, true).await, None);
        assert_eq!(std::fs::read_dir(&runtimes).unwrap().count(), 0, "nothing is left behind");
        with_npm(&bin, "mkdir -p node_modules/@aws-sdk");
        let made = provide(&runtimes, &node, true).await.unwrap();
        assert!(made.join("node_modules/@aws-sdk").is_dir());
        with_npm(&bin, "exit 1");
        assert_eq!(provide(&runtimes, &node, true).await, Some(made.clone()));
        assert_eq!(provide(&runtimes, &node, false).await, Some(made));
    }
}

//! The AWS SDK for JavaScript v3, which AWS's Node.js runtimes bring from nodejs18.x on: installed once,
//! with npm, into a directory of our own. Functions find it where their package does not bring it.

use std::{
    io,
    path::{Path, PathBuf},
    process::Stdio,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use tokio::{
    process::Command,
    sync::{OnceCell, watch},
};

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

/// How long a start waits for an installation.
#[derive(Clone, Copy, Debug)]
struct Patience {
    /// Until the registry answers for the first time: where packets are dropped it never does.
    first: Duration,
    /// For each further sign that npm goes on; what it has fetched it unpacks without a word.
    next: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { first: Duration::from_secs(6), next: Duration::from_secs(60) }
    }
}

/// What is known of an installation.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// npm has begun and told nothing yet.
    Asked,
    /// It goes on: so many lines.
    GoesOn(u64),
    /// It is over, and this is where the SDK is, if it can be had.
    Ended(Option<PathBuf>),
}

/// The SDK of this machine's Node.js: installed in the background, once, while those that start wait as
/// long as that promises to be of use.
#[derive(Default)]
pub(crate) struct Sdk {
    state: OnceCell<watch::Receiver<State>>,
    patience: Patience,
    /// Whether somebody has waited in vain: then nobody waits any more.
    is_slow: AtomicBool,
}

impl Sdk {
    /// A directory with the SDK in `node_modules`; has it installed if that is allowed and has not been
    /// done. `None` when it cannot be had, or not soon: then later starts find it.
    pub(crate) async fn get(
        &self,
        runtimes_dir: &Path,
        node: &Node,
        installs: bool,
    ) -> Option<PathBuf> {
        let begun = self.state.get_or_init(|| async { begin(runtimes_dir, node, installs) });
        let mut state = begun.await.clone();
        loop {
            let patience = match &*state.borrow_and_update() {
                State::Ended(found) => return found.clone(),
                _ if self.is_slow.load(Ordering::Relaxed) => return None,
                State::Asked => self.patience.first,
                State::GoesOn(_) => self.patience.next,
            };
            match tokio::time::timeout(patience, state.changed()).await {
                Ok(Ok(())) => {}
                // Who installs it is gone, as the server is.
                Ok(Err(_)) => return None,
                Err(_) => {
                    if !self.is_slow.swap(true, Ordering::Relaxed) {
                        tracing::warn!(
                            waited = ?patience,
                            "npm gets no answer; Node.js functions start without the AWS SDK until it \
                             is installed, unless their packages bring it"
                        );
                    }
                    return None;
                }
            }
        }
    }
}

/// Looks for the SDK, or begins to install it, and gives where its state is told.
fn begin(runtimes_dir: &Path, node: &Node, installs: bool) -> watch::Receiver<State> {
    let dir = dir(runtimes_dir, node);
    if dir.exists() || !installs {
        let found = dir.exists().then_some(dir);
        return watch::channel(State::Ended(found)).1;
    }
    let (tell, state) = watch::channel(State::Asked);
    let node = node.clone();
    tokio::spawn(async move {
        let goes_on = || {
            tell.send_modify(|state| {
                let so_far = if let State::GoesOn(lines) = state { *lines } else { 0 };
                *state = State::GoesOn(so_far + 1);
            });
        };
        let found = provide(&node, dir, goes_on).await;
        tell.send_replace(State::Ended(found));
    });
    state
}

async fn provide(node: &Node, dir: PathBuf, goes_on: impl FnMut()) -> Option<PathBuf> {
    tracing::info!(into = %dir.display(), "installing the AWS SDK for Node.js, once");
    let partial = installs::beside(&dir, "partial");
    let made = install(node, &partial, goes_on).await;
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

async fn install(node: &Node, into: &Path, goes_on: impl FnMut()) -> io::Result<()> {
    tokio::fs::create_dir_all(into).await?;
    let npm = npm(node).ok_or_else(|| io::Error::other("npm is not on this machine"))?;
    let mut command = Command::new(npm);
    command.args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts"]);
    // A machine without a network shall be told so soon.
    command.args(["--fetch-retries=0", "--prefix"]).arg(into);
    // A line for each answer of the registry, by which it is seen that there is one.
    command.arg("--loglevel=http");
    command.args(SDK_PACKAGES).current_dir(into);
    if let Some(dir) = node.path.parent() {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(dir.to_owned()).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(all).unwrap_or(path.clone()));
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
    installs::run(command, "npm error", goes_on).await?;
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

    /// Places for npm and for what is installed.
    fn places() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let place = tempfile::tempdir().unwrap();
        let (bin, runtimes) = (place.path().join("bin"), place.path().join("runtimes"));
        std::fs::create_dir_all(&bin).unwrap();
        std::fs::create_dir_all(&runtimes).unwrap();
        (place, bin, runtimes)
    }

    #[tokio::test]
    async fn it_is_installed_once_and_whole_or_not_at_all() {
        let (_place, bin, runtimes) = places();
        let node = with_npm(&bin, "echo 'npm error offline' >&2; exit 1");
        let get = async |installs| Sdk::default().get(&runtimes, &node, installs).await;
        assert_eq!(get(false).await, None);
        assert_eq!(get(true).await, None);
        assert_eq!(std::fs::read_dir(&runtimes).unwrap().count(), 0, "nothing is left behind");
        with_npm(&bin, "mkdir -p node_modules/@aws-sdk");
        let made = get(true).await.unwrap();
        assert!(made.join("node_modules/@aws-sdk").is_dir());
        with_npm(&bin, "exit 1");
        assert_eq!(get(true).await, Some(made.clone()));
        assert_eq!(get(false).await, Some(made));
    }

    #[tokio::test]
    async fn what_gets_no_answer_is_waited_for_once_and_taken_when_it_is_there() {
        let (place, bin, runtimes) = places();
        let go = place.path().join("go");
        let wait = format!("until [ -e {} ]; do sleep 0.01; done", go.display());
        let node = with_npm(&bin, &format!("{wait}; mkdir -p node_modules/@aws-sdk"));
        let never = Duration::from_secs(3600);
        let short = Patience { first: Duration::from_millis(50), next: never };
        let sdk = Sdk { patience: short, ..Sdk::default() };
        assert_eq!(sdk.get(&runtimes, &node, true).await, None);
        // Nobody waits any more, however patient.
        let sdk = Sdk { patience: Patience { first: never, next: never }, ..sdk };
        assert_eq!(sdk.get(&runtimes, &node, true).await, None);
        std::fs::write(&go, "").unwrap();
        let mut state = sdk.state.get().unwrap().clone();
        state.wait_for(|state| matches!(state, State::Ended(_))).await.unwrap();
        assert_eq!(sdk.get(&runtimes, &node, true).await, Some(dir(&runtimes, &node)));
    }

    #[tokio::test]
    async fn after_a_first_answer_it_is_waited_for_as_long_as_unpacking_may_take() {
        let (_place, bin, runtimes) = places();
        let node = with_npm(&bin, "echo 'npm http fetch GET 200' >&2; sleep 100");
        let patience = Patience { first: Duration::from_secs(3600), next: Duration::ZERO };
        let sdk = Sdk { patience, ..Sdk::default() };
        assert_eq!(
            sdk.get(&runtimes, &node, true).await,
            None,
            "its line has ended the first wait"
        );
        assert_eq!(*sdk.state.get().unwrap().borrow(), State::GoesOn(1));
    }
}

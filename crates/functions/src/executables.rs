//! Environments whose process is started and not forked: Node.js and `bootstrap` executables.

use std::{
    collections::BTreeMap,
    io,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    process::Stdio,
};

use tokio::{
    process::Command,
    sync::{OnceCell, watch},
};

use crate::{
    bootstrap,
    environment::{Start, Started},
    function::InvokeError,
    node_sdk::{self, Sdk},
    process::{Exit, Process},
    runtimes::Told,
    sandbox::{Plan, Sandbox},
};

pub(crate) const NO_NODE: &str =
    "there is no Node.js on this machine; once it is installed, the next invocation finds it";

/// A Node.js that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) path: PathBuf,
    /// Such as `20.20.2`.
    pub(crate) version: String,
}

impl Node {
    pub(crate) fn major(&self) -> Option<u32> {
        self.version.split('.').next()?.parse().ok()
    }
}

/// Finds the first `node` on `path` (a `PATH` value) that runs.
pub(crate) fn find_node(path: &std::ffi::OsStr) -> Option<Node> {
    std::env::split_paths(path).filter(|dir| dir.is_absolute()).find_map(|dir| {
        let question = "process.stdout.write(JSON.stringify([process.execPath, process.version]))";
        let output = std::process::Command::new(dir.join("node"))
            .args(["-e", question])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let (path, version): (PathBuf, String) = serde_json::from_slice(&output.stdout).ok()?;
        Some(Node { path, version: version.trim_start_matches('v').to_owned() })
    })
}

/// Starts executables.
pub(crate) struct Executables {
    runtimes_dir: PathBuf,
    /// Whether the AWS SDK may be installed.
    installs_sdk: bool,
    node: OnceCell<Node>,
    sdk: Sdk,
    told: Told,
}

impl Executables {
    pub(crate) fn new(runtimes_dir: PathBuf, installs_sdk: bool) -> Executables {
        let (node, sdk, told) = Default::default();
        Executables { runtimes_dir, installs_sdk, node, sdk, told }
    }

    /// Makes the first cold start of a Node.js function fast.
    pub(crate) async fn prewarm_node(&self, major: u32) {
        match self.node().await {
            Some(node) => drop(self.sdk(node, major).await),
            None => tracing::warn!("{NO_NODE}"),
        }
    }

    /// The directory with the AWS SDK, for runtimes that bring it on AWS.
    async fn sdk(&self, node: &Node, major: u32) -> Option<PathBuf> {
        if major < node_sdk::FIRST_MAJOR {
            return None;
        }
        self.sdk.get(&self.runtimes_dir, node, self.installs_sdk).await
    }

    /// What was found to run a runtime's functions in its place.
    pub(crate) fn instead_of(&self, runtime: &str) -> Option<String> {
        self.told.instead_of(runtime)
    }

    /// The Node.js of this machine.
    pub(crate) async fn node(&self) -> Option<&Node> {
        let search = || async {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let found = tokio::task::spawn_blocking(move || find_node(&path)).await;
            // One that is installed later shall be found.
            found.ok().flatten().ok_or(())
        };
        self.node.get_or_try_init(search).await.ok()
    }

    /// Starts an environment of `nodejs<major>.x`.
    pub(crate) async fn start_node(
        &self,
        major: u32,
        start: Start<'_>,
        sandbox: &Sandbox,
    ) -> Result<Started, InvokeError> {
        let missing = || InvokeError::Unsupported(NO_NODE.to_owned());
        let node = self.node().await.ok_or_else(missing)?;
        let bootstrap = bootstrap::dir(&self.runtimes_dir);
        let sdk = self.sdk(node, major).await;
        let mut visible = vec![prefix_of(&node.path)];
        visible.extend(sdk.clone());
        // The bootstraps come last.
        visible.push(bootstrap);
        let plan = sandbox.plan(start.function, start.scratch, &visible);
        let dir = node.path.parent().and_then(Path::to_str);
        let mut variables = start.variables(&plan.view, dir);
        let is_own = start.function.environment.contains_key("NODE_PATH");
        if let (Some(sdk), Some(path), false) = (&sdk, variables.get_mut("NODE_PATH"), is_own) {
            path.push_str(&format!(":{}/node_modules", sdk.display()));
        }
        if node.major() != Some(major) {
            let instead = format!("Node.js {}", node.version);
            self.told.stands_in(&start.function.runtime, &instead);
        }
        // Leave room for what V8 does not count: a quarter, as AWS's own runtime does.
        let heap = u64::from(start.function.memory_mb) * 3 / 4;
        let program = vec![
            node.path.to_string_lossy().into_owned(),
            format!("--max-old-space-size={heap}"),
            format!("{}/waterwheel_bootstrap.mjs", plan.view.runtime_dir),
        ];
        spawn(program, variables, plan, start.log, sandbox)
    }

    /// Starts the `bootstrap` of a package.
    pub(crate) fn start_provided(
        &self,
        start: Start<'_>,
        sandbox: &Sandbox,
    ) -> Result<Started, InvokeError> {
        if !start.function.code_dir.join("bootstrap").is_file() {
            let (_, exit) = watch::channel(Some(Exit::NoBootstrap));
            let process = Process::new(0, None, exit, || {});
            return Ok(Started { process, guarded: false, inside: None });
        }
        let visible = [bootstrap::dir(&self.runtimes_dir)];
        let plan = sandbox.plan(start.function, start.scratch, &visible);
        let variables = start.variables(&plan.view, None);
        let program = vec![format!("{}/bootstrap", plan.view.task_root)];
        spawn(program, variables, plan, start.log, sandbox)
    }
}

/// The directory an executable's installation lives in: `/opt/node` of `/opt/node/bin/node`.
fn prefix_of(executable: &Path) -> PathBuf {
    let dir = executable.parent().unwrap_or(executable);
    if dir.ends_with("bin") { dir.parent().unwrap_or(dir).to_owned() } else { dir.to_owned() }
}

fn spawn(
    program: Vec<String>,
    variables: BTreeMap<String, String>,
    plan: Plan,
    log: OwnedFd,
    sandbox: &Sandbox,
) -> Result<Started, InvokeError> {
    let internal = |error: io::Error| InvokeError::Internal(error.to_string());
    let errors = log.try_clone().map_err(internal)?;
    let launched = sandbox.launched(program, variables, plan).map_err(internal)?;
    let mut command = Command::new(&launched.program);
    command.args(&launched.args).env_clear().envs(launched.env).current_dir(&launched.dir);
    command.stdin(launched.stdin).stdout(Stdio::from(log)).stderr(Stdio::from(errors));
    let child = command.process_group(0).kill_on_drop(true).spawn().map_err(internal)?;
    let process = Process::of_child(child, launched.lifeline).map_err(internal)?;
    Ok(Started { process, guarded: sandbox.has_launcher(), inside: launched.inside })
}

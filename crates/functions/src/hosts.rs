//! What can run code on this machine: one place that knows which family starts how.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    bootstrap,
    crowd::Living,
    environment::{Start, Started},
    executables::Executables,
    function::{Clock, Config, Egress, Function, Ids, InvokeError, LayerReport},
    group::Group,
    python::Pythons,
    runtimes::{Family, find_runtime},
    sandbox::Sandbox,
};

/// The hosts of all runtimes, and what environments are made from.
pub(crate) struct Hosts {
    pub(crate) clock: Clock,
    pub(crate) processes_clock: Clock,
    pub(crate) ids: Ids,
    pub(crate) scratch_dir: PathBuf,
    pub(crate) egress: Option<Egress>,
    pub(crate) living: Living,
    sandbox: Arc<Sandbox>,
    pythons: Pythons,
    executables: Executables,
}

impl Hosts {
    pub(crate) fn new(config: &Config) -> io::Result<Hosts> {
        let runtimes_dir = std::path::absolute(&config.runtimes_dir)?;
        bootstrap::write(&runtimes_dir)?;
        let scratch_dir = std::path::absolute(&config.scratch_dir)?.join("environments");
        empty(&scratch_dir)?;
        Ok(Hosts {
            clock: config.clock.clone(),
            processes_clock: config.processes_clock.clone(),
            ids: config.ids.clone(),
            sandbox: Sandbox::new(config, &scratch_dir),
            egress: config.egress.clone(),
            living: Living::default(),
            scratch_dir,
            pythons: Pythons::new(
                runtimes_dir.clone(),
                config.install_boto3,
                config.separate_pythons,
            ),
            executables: Executables::new(runtimes_dir, config.install_boto3),
        })
    }

    /// What was found to run a runtime's functions in its place.
    pub(crate) fn instead_of(&self, runtime: &str) -> Option<String> {
        self.pythons.instead_of(runtime).or_else(|| self.executables.instead_of(runtime))
    }

    /// Starts an environment's process.
    pub(crate) async fn start(&self, start: Start<'_>) -> Result<Started, InvokeError> {
        let name = &start.function.runtime;
        let unknown = || InvokeError::Unsupported(format!("{name} is no runtime"));
        match find_runtime(name).ok_or_else(unknown)?.family {
            Family::Python { minor, .. } => self.pythons.start(minor, start, &self.sandbox).await,
            Family::Node { major } => {
                self.executables.start_node(major, start, &self.sandbox).await
            }
            Family::Provided => self.executables.start_provided(start, &self.sandbox),
            Family::Unsupported(why) => Err(InvokeError::Unsupported(why.to_owned())),
        }
    }

    pub(crate) async fn prewarm(&self, runtime: &str) {
        match find_runtime(runtime).map(|runtime| runtime.family) {
            Some(Family::Python { minor, .. }) => self.pythons.prewarm(minor, &self.sandbox).await,
            Some(Family::Node { major }) => self.executables.prewarm_node(major).await,
            _ => {}
        }
    }

    pub(crate) async fn shutdown(&self) {
        self.pythons.shutdown().await;
        let sandbox = self.sandbox.clone();
        // It fails when the runtime goes, and with it everything.
        drop(tokio::task::spawn_blocking(move || sandbox.end()).await);
    }

    /// The control group of an environment whose directory has this name, if it gets one.
    pub(crate) fn group(&self, name: &str, function: &Function) -> io::Result<Option<Group>> {
        self.sandbox.group(name, function)
    }

    /// Whether what an environment leaves behind has to be looked for.
    pub(crate) fn must_sweep(&self) -> bool {
        !self.sandbox.ends_as_a_whole()
    }

    /// Whether a Runtime API can tell its own environment from others.
    pub(crate) fn knows_peers(&self) -> bool {
        self.sandbox.knows_peers()
    }

    pub(crate) fn sandbox_report(&self) -> Vec<LayerReport> {
        self.sandbox.report()
    }
}

/// Makes the directory, without what an earlier run left in it.
fn empty(dir: &Path) -> io::Result<()> {
    match std::fs::remove_dir_all(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    std::fs::create_dir_all(dir)
}

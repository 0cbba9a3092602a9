//! Python environments: finds the interpreter for a runtime, sees to boto3, keeps one warm parent
//! per interpreter, or one per function, and has it fork.

mod at_hand;
pub(crate) mod interpreters;
mod packages;
mod zygote;

use std::{
    collections::HashMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Weak},
};

use serde_json::json;
use tokio::sync::{Mutex, OnceCell};

use crate::{
    bootstrap,
    environment::{Start, Started},
    function::{Function, InvokeError},
    network,
    runtimes::Told,
    sandbox::Sandbox,
};
pub use at_hand::Python;
use interpreters::Interpreter;
use zygote::{Zygote, ZygoteCommand};

type Warm = Arc<Mutex<Option<Arc<Zygote>>>>;

/// A parent of one function's own, which its environments keep alive.
type Own = Arc<Mutex<Weak<Zygote>>>;

const NO_PYTHON: &str =
    "there is no Python 3 on this machine; once it is installed, the next invocation finds it";

/// The interpreters of this machine, looked for once: asking shims takes a second.
static FOUND: OnceCell<Vec<Interpreter>> = OnceCell::const_new();

/// Everything Python on this machine.
pub(crate) struct Pythons {
    runtimes_dir: PathBuf,
    installs_boto3: bool,
    /// Whether functions share no parent.
    apart: bool,
    warm: Mutex<HashMap<PathBuf, Warm>>,
    own: Mutex<HashMap<String, Own>>,
    told: Told,
}

impl Pythons {
    pub(crate) fn new(runtimes_dir: PathBuf, installs_boto3: bool, apart: bool) -> Pythons {
        let (warm, own, told) = Default::default();
        Pythons { runtimes_dir, installs_boto3, apart, warm, own, told }
    }

    /// What was found to run a runtime's functions in its place.
    pub(crate) fn instead_of(&self, runtime: &str) -> Option<String> {
        self.told.instead_of(runtime)
    }

    /// The interpreter that runs `python3.<minor>` here.
    pub(crate) async fn interpreter(&self, minor: u32) -> Result<Interpreter, InvokeError> {
        let missing = || InvokeError::Unsupported(NO_PYTHON.to_owned());
        let search = || async {
            let asked = tokio::task::spawn_blocking(interpreters::find_all);
            let found = asked.await.unwrap_or_default();
            // One that is installed later shall be found.
            if found.is_empty() { Err(missing()) } else { Ok(found) }
        };
        let found = FOUND.get_or_try_init(search).await?;
        interpreters::nearest(found, minor, self.installs_boto3).cloned().ok_or_else(missing)
    }

    /// The parent of a function's environments, started when it does not run.
    async fn parent(
        &self,
        function: &Function,
        interpreter: &Interpreter,
        sandbox: &Sandbox,
    ) -> io::Result<Arc<Zygote>> {
        if !self.apart {
            return self.zygote(interpreter, sandbox).await;
        }
        let Function { account, region, name, .. } = function;
        let key = format!("{account}/{region}/{name}/{}", interpreter.path.display());
        let own = {
            let mut all = self.own.lock().await;
            // Who waits for one has it too.
            all.retain(|_, own| {
                Arc::strong_count(own) > 1 || own.try_lock().is_ok_and(|own| own.strong_count() > 0)
            });
            all.entry(key).or_default().clone()
        };
        let mut own = own.lock().await;
        if let Some(zygote) = own.upgrade().filter(|zygote| !zygote.is_gone()) {
            return Ok(zygote);
        }
        let zygote = self.start_parent(interpreter, sandbox).await?;
        *own = Arc::downgrade(&zygote);
        Ok(zygote)
    }

    /// The warm parent of an interpreter, started when it does not run.
    async fn zygote(
        &self,
        interpreter: &Interpreter,
        sandbox: &Sandbox,
    ) -> io::Result<Arc<Zygote>> {
        let warm = self.warm.lock().await.entry(interpreter.path.clone()).or_default().clone();
        let mut warm = warm.lock().await;
        if let Some(zygote) = warm.as_ref().filter(|zygote| !zygote.is_gone()) {
            return Ok(zygote.clone());
        }
        let zygote = self.start_parent(interpreter, sandbox).await?;
        *warm = Some(zygote.clone());
        Ok(zygote)
    }

    async fn start_parent(
        &self,
        interpreter: &Interpreter,
        sandbox: &Sandbox,
    ) -> io::Result<Arc<Zygote>> {
        let site = match interpreter.boto3 {
            true => None,
            false => packages::boto3(&self.runtimes_dir, interpreter, self.installs_boto3).await,
        };
        let script = bootstrap::dir(&self.runtimes_dir).join("waterwheel_zygote.py");
        let program = vec![OsString::from(&interpreter.path), script.into()];
        let program = sandbox.privileged(program);
        Zygote::start(ZygoteCommand { program, site }).await
    }

    /// Makes the runtime's first cold start fast.
    pub(crate) async fn prewarm(&self, minor: u32, sandbox: &Sandbox) {
        let Ok(interpreter) = self.interpreter(minor).await else {
            tracing::warn!("{NO_PYTHON}");
            return;
        };
        // A parent of a function's own is not started for nothing.
        if self.apart {
            return;
        }
        if let Err(error) = self.zygote(&interpreter, sandbox).await {
            tracing::warn!(%error, python = %interpreter.path.display(), "Python was not warmed");
        }
    }

    /// Ends the warm parents, and with them every environment they forked.
    pub(crate) async fn shutdown(&self) {
        for (_, warm) in self.warm.lock().await.drain() {
            warm.lock().await.take();
        }
    }

    /// Starts an environment of `python3.<minor>`.
    pub(crate) async fn start(
        &self,
        minor: u32,
        start: Start<'_>,
        sandbox: &Sandbox,
    ) -> Result<Started, InvokeError> {
        let internal = |error: io::Error| InvokeError::Internal(error.to_string());
        let interpreter = self.interpreter(minor).await?;
        let zygote = self.parent(start.function, &interpreter, sandbox).await.map_err(internal)?;
        if interpreter.version.1 != minor {
            let instead = format!("Python {}", interpreter.version_text());
            self.told.stands_in(&start.function.runtime, &instead);
        }
        if zygote.boto3().is_none() {
            self.told.say(format!(
                "boto3 is not there for Python {}; functions have it only where their packages \
                 bring it",
                interpreter.version_text()
            ));
        }
        let plan = sandbox.plan(start.function, start.scratch, &self.visible(&interpreter));
        let dir = interpreter.path.parent().and_then(Path::to_str);
        let message = json!({
            "env": start.variables(&plan.view, dir),
            "isolation": plan.isolation,
        });
        let mut descriptors = vec![start.log];
        let mut inside = None;
        if plan.isolation.network.is_some() {
            let (ours, theirs) = network::socket_pair().map_err(internal)?;
            inside = Some(ours);
            descriptors.push(theirs);
        }
        let process = zygote.fork(message, descriptors).await.map_err(internal)?;
        Ok(Started { process, guarded: sandbox.guards_forks(), inside })
    }

    /// The directories an environment has to see to run Python.
    fn visible(&self, interpreter: &Interpreter) -> Vec<PathBuf> {
        let mut all = interpreter.prefixes.clone();
        all.push(packages::boto3_dir(&self.runtimes_dir, interpreter));
        all.push(bootstrap::dir(&self.runtimes_dir));
        all
    }
}

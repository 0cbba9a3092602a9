//! The door of this crate: invocations go in, outcomes come out.

use std::{io, sync::Arc};

use crate::function::{Config, Function, Invocation, InvokeError, LayerReport, Outcome};

/// Runs invocations in pooled environments.
pub struct Runner {
    _config: Config,
}

impl Runner {
    /// Makes the scratch and runtimes directories and finds the interpreters. Call it inside a
    /// tokio runtime. Nothing is started until the first invocation or [`Runner::prewarm`].
    pub fn new(config: Config) -> io::Result<Arc<Runner>> {
        Ok(Arc::new(Runner { _config: config }))
    }

    /// Runs one invocation: in an idle environment of the function's revision, or in a new one.
    /// What the function does wrong is an [`Outcome`] with an error; `Err` means it did not run.
    pub async fn invoke(
        self: &Arc<Self>,
        function: &Arc<Function>,
        invocation: Invocation,
    ) -> Result<Outcome, InvokeError> {
        let _ = (function, invocation);
        Err(InvokeError::Stopped)
    }

    /// Stops the idle environments of a revision; busy ones end after their invocation. Call it
    /// when code or configuration changed or the function was deleted.
    pub async fn retire(&self, revision: &str) {
        let _ = revision;
    }

    /// Ends every environment, whatever it is doing, and every helper process.
    pub async fn shutdown(&self) {}

    /// The sandbox's layers and whether they hold here.
    pub fn sandbox_report(&self) -> Vec<LayerReport> {
        Vec::new()
    }

    /// Starts what makes the runtime's next cold start fast, in the background: the warm parent
    /// of a Python version, the spare process of Node.js. Unknown names are ignored.
    pub fn prewarm(self: &Arc<Self>, runtime: &str) {
        let _ = runtime;
    }
}

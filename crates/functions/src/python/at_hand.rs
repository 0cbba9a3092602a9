//! A Python of this machine for what the server itself runs, such as the demo's AWS CLI.

use std::path::{Path, PathBuf};

use super::{
    interpreters::{self, Interpreter},
    packages,
};

/// The Python that runs functions of one version here.
pub struct Python(Interpreter);

impl Python {
    /// The Python for functions of Python 3.`minor`; `None` when there is none on this machine.
    /// `installs_boto3` as in [`Config`](crate::Config). Blocks while interpreters are asked.
    pub fn find(minor: u32, installs_boto3: bool) -> Option<Python> {
        let found = interpreters::find_all();
        interpreters::nearest(&found, minor, installs_boto3).cloned().map(Python)
    }

    /// The interpreter.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Its version, such as `3.11.7`.
    pub fn version(&self) -> String {
        self.0.version_text()
    }

    /// Where boto3 has to be installed before functions can import it; `None` when they can.
    pub fn lacks_boto3(&self, runtimes_dir: &Path) -> Option<PathBuf> {
        let dir = packages::boto3_dir(runtimes_dir, &self.0);
        (!self.0.boto3 && !dir.exists()).then_some(dir)
    }

    /// Installs a package and what it needs into a directory, whole or not at all. The error is a
    /// phrase for the operator.
    pub async fn install(&self, package: &str, dir: &Path) -> Result<(), String> {
        packages::install(&self.0, package, dir).await.map_err(|error| error.to_string())
    }
}

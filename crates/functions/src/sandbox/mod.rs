//! The layers around an environment: what they are here, and what they are for one environment.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    process::Stdio,
};

use serde::{Deserialize, Serialize};

use crate::function::{Function, LayerReport, SandboxPolicy};

/// Paths as the environment sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct View {
    pub(crate) task_root: String,
    pub(crate) runtime_dir: String,
    pub(crate) tmp: String,
}

/// What a starting process does to itself before it runs any of the function's code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Isolation {
    /// Resource limits by their C names, soft and hard alike.
    pub(crate) limits: BTreeMap<String, u64>,
}

/// The sandbox of one environment.
pub(crate) struct Plan {
    pub(crate) view: View,
    pub(crate) isolation: Isolation,
}

/// How a planned program is started.
pub(crate) struct Launched {
    pub(crate) program: OsString,
    pub(crate) args: Vec<OsString>,
    pub(crate) dir: PathBuf,
    pub(crate) stdin: Stdio,
    /// Held for as long as the environment may live.
    pub(crate) lifeline: Option<OwnedFd>,
}

/// The sandbox of this machine.
pub(crate) struct Sandbox {
    launcher: Option<Vec<OsString>>,
}

impl Sandbox {
    pub(crate) fn new(
        policy: SandboxPolicy,
        launcher: Option<Vec<OsString>>,
        scratch_dir: &Path,
    ) -> Sandbox {
        let _ = (policy, scratch_dir);
        Sandbox { launcher }
    }

    pub(crate) fn has_launcher(&self) -> bool {
        self.launcher.is_some()
    }

    /// A program that may make namespaces for its children.
    pub(crate) fn privileged(&self, program: Vec<OsString>) -> Vec<OsString> {
        program
    }

    /// Plans for one environment that also has to see the directories `visible`, the last of
    /// which holds the bootstraps.
    pub(crate) fn plan(&self, function: &Function, scratch: &Path, visible: &[PathBuf]) -> Plan {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        let view = View {
            task_root: text(&function.code_dir),
            runtime_dir: visible.last().map(|dir| text(dir)).unwrap_or_default(),
            tmp: text(&scratch.join("tmp")),
        };
        let limits =
            BTreeMap::from([("RLIMIT_CORE".to_owned(), 0), ("RLIMIT_NOFILE".to_owned(), 1024)]);
        Plan { view, isolation: Isolation { limits } }
    }

    pub(crate) fn launched(&self, program: Vec<OsString>, plan: &Plan) -> io::Result<Launched> {
        let mut program = program.into_iter();
        let missing = || io::Error::other("no program to start");
        Ok(Launched {
            program: program.next().ok_or_else(missing)?,
            args: program.collect(),
            dir: PathBuf::from(&plan.view.task_root),
            stdin: Stdio::null(),
            lifeline: None,
        })
    }

    pub(crate) fn report(&self) -> Vec<LayerReport> {
        Vec::new()
    }
}

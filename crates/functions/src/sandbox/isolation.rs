//! What a starting environment does to itself, as data: made by the server, carried out by the
//! launcher or by the forked Python child.

use std::{collections::BTreeMap, path::PathBuf};

use serde::{Deserialize, Serialize};

/// The layers of one environment. An absent one is not applied; one that is here and cannot be
/// applied ends the environment before the function's code runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Isolation {
    /// Make a user namespace first: the server is not root.
    pub(crate) user: bool,
    /// The directory of a control group to enter.
    pub(crate) group: Option<PathBuf>,
    /// An own process namespace.
    pub(crate) processes: bool,
    /// An own network with nothing but these ports on 127.0.0.1: see [`crate::network`].
    pub(crate) network: Option<[u16; 2]>,
    /// An own view of the file system.
    pub(crate) view: Option<Layout>,
    /// Most processes and threads at once; counted by the process namespace.
    pub(crate) most_processes: Option<u32>,
    /// Landlock rules, by paths as the environment sees them.
    pub(crate) landlock: Option<Rules>,
    /// Filters of system calls, in the order they are installed; see [`super::calls`].
    pub(crate) filters: Vec<Vec<u64>>,
    /// Resource limits by their C names, soft and hard alike.
    pub(crate) limits: BTreeMap<String, u64>,
}

/// A file system put together from pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Layout {
    /// An empty directory that becomes the root.
    pub(crate) root: PathBuf,
    /// Empty directories.
    pub(crate) dirs: Vec<String>,
    /// Files and directories of the machine, in the order they are bound.
    pub(crate) binds: Vec<Bind>,
    /// Symbolic links.
    pub(crate) links: Vec<Link>,
    /// Writable directories in memory.
    pub(crate) fresh: Vec<Fresh>,
    /// Files of `/proc` that appear empty.
    pub(crate) hidden: Vec<String>,
    /// Settings of the kernel for shared memory and message queues, by their paths in `/proc`.
    pub(crate) settings: BTreeMap<String, String>,
}

/// A file or directory of the machine and where it appears.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bind {
    pub(crate) from: PathBuf,
    pub(crate) to: String,
    pub(crate) write: bool,
}

/// A symbolic link at `at`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Link {
    pub(crate) at: String,
    pub(crate) to: String,
}

/// An empty writable directory with a limit, for what is in files and for their number: each takes
/// of the kernel's memory, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fresh {
    pub(crate) at: String,
    pub(crate) bytes: u64,
}

impl Fresh {
    /// How many files and directories, by the rule that a disk is formatted by.
    pub(crate) fn files(&self) -> u64 {
        (self.bytes / (16 << 10)).max(64)
    }
}

/// Directories and files that may be read (and executed), and those that may be written as well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rules {
    pub(crate) read: Vec<PathBuf>,
    pub(crate) write: Vec<PathBuf>,
}

/// What the launcher is told on its standard input: one line of JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Order {
    /// The command that enters the launcher again.
    pub(crate) launcher: Vec<String>,
    pub(crate) isolation: Isolation,
    /// The program and its arguments; empty for a rehearsal, which ends when all is applied.
    pub(crate) program: Vec<String>,
    pub(crate) env: BTreeMap<String, String>,
    /// The working directory as the environment sees it.
    pub(crate) dir: String,
}

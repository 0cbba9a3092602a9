//! Which servers of this user run. Each has a record in its scratch folder, whose lock it holds for as
//! long as it lives; nobody else is ever taken for it.

use crate::private::is_ours;
use crate::scratch;
use crate::settings::Settings;
use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open, pidfd_send_signal};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io;
use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The file of the record.
const RECORD: &str = "server.json";

/// What a server tells of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    pid: u32,
    address: SocketAddr,
    /// Where its data is kept; absent when nothing is.
    data_dir: Option<PathBuf>,
    /// Which node of a cluster it is; absent when it is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    node: Option<String>,
}

/// A server that runs.
#[derive(Debug)]
pub struct Running {
    record: Record,
    lock: File,
}

/// Writes this process's record.
pub fn tell(scratch: &Path, address: SocketAddr, settings: &Settings) -> io::Result<()> {
    let data_dir = settings.data_dir.as_deref();
    let data_dir = data_dir.map(|dir| dir.canonicalize().unwrap_or_else(|_| dir.to_owned()));
    let node = settings.cluster.as_ref().map(|cluster| cluster.node.clone());
    let record = Record { pid: std::process::id(), address, data_dir, node };
    let young = scratch.join("server.new");
    fs::write(&young, serde_json::to_vec(&record)?)?;
    fs::rename(young, scratch.join(RECORD))
}

/// All servers of this user, as far as they use the same folder for temporary files, by port.
pub fn all() -> Vec<Running> {
    let mut all: Vec<_> =
        scratch::folders(&std::env::temp_dir()).iter().filter_map(|dir| Running::of(dir)).collect();
    all.sort_by_key(Running::port);
    all
}

impl Running {
    /// The server whose scratch folder this is, if it lives.
    fn of(folder: &Path) -> Option<Self> {
        let record: Record = serde_json::from_slice(&fs::read(folder.join(RECORD)).ok()?).ok()?;
        let lock = scratch::lock_of(folder).ok()?;
        let is_held = matches!(lock.try_lock_shared(), Err(fs::TryLockError::WouldBlock));
        is_held.then_some(Self { record, lock })
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.record.address.port()
    }

    /// Whether its data is in this folder.
    pub fn keeps(&self, dir: &Path) -> bool {
        let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
        self.record.data_dir.as_ref() == Some(&dir)
    }

    /// What it is, for a sentence.
    pub fn name(&self) -> String {
        let Record { pid, address, data_dir, node } = &self.record;
        let place = match (node, data_dir) {
            (Some(node), _) => format!("node {node} of a cluster"),
            (None, Some(dir)) => format!("data in {}", dir.display()),
            (None, None) => "data in memory".to_owned(),
        };
        format!("the server on http://{address} (process {pid}, {place})")
    }

    /// Asks it to stop, as Ctrl-C does.
    ///
    /// # Errors
    /// When the process that the record names is not the one that holds the lock, or may not be asked.
    pub fn stop(&self) -> io::Result<()> {
        let gone = || io::Error::new(io::ErrorKind::NotFound, "the process is not to be seen");
        let pid = i32::try_from(self.record.pid).ok().and_then(Pid::from_raw).ok_or_else(gone)?;
        // From here on it is this process that is meant, whoever gets its number later.
        let process = pidfd_open(pid, PidfdFlags::empty())?;
        if !holds(self.record.pid, &self.lock)? {
            return Err(gone());
        }
        pidfd_send_signal(process, Signal::TERM).map_err(Into::into)
    }

    /// Waits until it has ended. Blocks.
    pub fn wait(&self) {
        // It keeps the lock for as long as it lives. What cannot be waited for is taken for ended.
        let _ = self.lock.lock_shared();
    }
}

/// Whether a process has this file open. A number in a record may be another container's.
fn holds(pid: u32, file: &File) -> io::Result<bool> {
    let wanted = file.metadata()?;
    let is_it = |it: fs::Metadata| (it.dev(), it.ino()) == (wanted.dev(), wanted.ino());
    let process = PathBuf::from(format!("/proc/{pid}"));
    if !is_ours(&fs::metadata(&process)?) {
        return Ok(false);
    }
    let open = fs::read_dir(process.join("fd"))?.flatten();
    Ok(open.filter_map(|entry| fs::metadata(entry.path()).ok()).any(is_it))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::cli::StartArgs;

    #[test]
    fn a_record_counts_while_its_lock_is_held_and_names_its_holder() {
        let dir = tempfile::tempdir().unwrap();
        let address: SocketAddr = "127.0.0.1:4566".parse().unwrap();
        let data_dir = Some(dir.path().to_owned());
        let args = StartArgs { data_dir, ..StartArgs::default() };
        tell(dir.path(), address, &Settings::without_file(args).unwrap()).unwrap();
        let lock = File::create(dir.path().join(scratch::LOCK)).unwrap();
        assert!(Running::of(dir.path()).is_none());
        lock.try_lock().unwrap();
        let running = Running::of(dir.path()).unwrap();
        assert!(running.port() == 4566 && running.keeps(dir.path()));
        assert!(holds(std::process::id(), &running.lock).unwrap());
        // A record that names somebody else, as one from another container does, stops nobody.
        let mut sleeper = std::process::Command::new("sleep").arg("600").spawn().unwrap();
        let record = Record { pid: sleeper.id(), ..running.record.clone() };
        assert!(Running { record, lock: running.lock }.stop().is_err());
        assert!(sleeper.try_wait().unwrap().is_none());
        sleeper.kill().unwrap();
        sleeper.wait().unwrap();
    }
}

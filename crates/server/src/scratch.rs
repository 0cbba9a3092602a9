//! A folder for what functions need while they run. It goes when the server stops, and when the
//! server was killed, the next one takes it away.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use tempfile::TempDir;

const PREFIX: &str = "waterwheel-";
/// The file that a living server holds locked in its folder.
const LOCK: &str = "lock";

/// A folder of this process.
pub struct Scratch {
    dir: TempDir,
    _lock: File,
}

impl Scratch {
    /// Makes one, and removes those of servers that are no more.
    pub fn new() -> Result<Self, String> {
        let parent = std::env::temp_dir();
        sweep(&parent);
        Self::within(&parent).map_err(|error| format!("no temporary folder can be made: {error}"))
    }

    fn within(parent: &Path) -> io::Result<Self> {
        let dir = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)?;
        // It gets its name when it is locked, so that nobody finds it free meanwhile.
        let young = dir.path().join("lock.new");
        let lock = File::create(&young)?;
        lock.try_lock()?;
        fs::rename(&young, dir.path().join(LOCK))?;
        Ok(Self { dir, _lock: lock })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }
}

/// Removes what killed servers left. What cannot be removed is left to the next one.
fn sweep(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        if !entry.file_name().to_string_lossy().starts_with(PREFIX) {
            continue;
        }
        let lock = File::open(entry.path().join(LOCK));
        if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_holds_is_swept() {
        let parent = tempfile::tempdir().unwrap();
        let living = Scratch::within(parent.path()).unwrap();
        let dead = Scratch::within(parent.path()).unwrap();
        fs::write(dead.path().join("code"), "x").unwrap();
        let Scratch { dir, _lock: lock } = dead;
        let dead = dir.keep();
        drop(lock);
        fs::create_dir(parent.path().join("waterwheel-of-another-kind")).unwrap();
        sweep(parent.path());
        assert!(living.path().exists() && !dead.exists());
        assert!(parent.path().join("waterwheel-of-another-kind").exists());
    }
}

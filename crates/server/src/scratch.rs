//! A folder for what functions need while they run. It goes when the server stops, and when the
//! server was killed, the next one takes it away.

use crate::private;
use rustix::fs::{Mode, OFlags};
use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PREFIX: &str = "waterwheel-";
/// The file that a living server holds locked in its folder.
pub const LOCK: &str = "lock";

/// A folder of this process.
pub struct Scratch {
    dir: TempDir,
    _lock: File,
}

impl Scratch {
    /// Makes one, and removes those of servers that are no more.
    pub fn new() -> Result<Self, String> {
        let parent = std::env::temp_dir();
        if private::is_anybodys(&parent) {
            let parent = parent.display();
            tracing::warn!(
                "other users of this machine can replace what is in {parent}, where functions' \
                 code and variables are: set TMPDIR to a folder of your own, or chmod +t {parent}"
            );
        }
        sweep(&parent);
        Self::within(&parent).map_err(|error| format!("no temporary folder can be made: {error}"))
    }

    fn within(parent: &Path) -> io::Result<Self> {
        // Of a name that nobody can guess, made and not found: no link or folder that lies there
        // already is ever taken for it.
        let mut folder = tempfile::Builder::new();
        let dir = folder.prefix(PREFIX).permissions(Permissions::from_mode(0o700));
        let dir = dir.tempdir_in(parent)?;
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

/// Removes what killed servers of this user left. What cannot be removed is left to the next one.
/// Anybody may put a folder, a link or a pipe of a fitting name there: none of them is touched, or
/// waited for.
fn sweep(parent: &Path) {
    for folder in folders(parent) {
        // Somebody's data may have a fitting name too, and a lock that nobody holds.
        if !store_local::is_data_directory(&folder)
            && lock_of(&folder).is_ok_and(|lock| lock.try_lock().is_ok())
        {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// The folders of this user's servers, those that were killed among them.
pub fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let named = entries.filter(|it| it.file_name().to_string_lossy().starts_with(PREFIX));
    // Of a link it is the link that is asked about.
    let is_folder =
        |it: &fs::DirEntry| it.metadata().is_ok_and(|it| it.is_dir() && private::is_ours(&it));
    named.filter(is_folder).map(|it| it.path()).collect()
}

/// The file that the server of a folder holds locked.
pub fn lock_of(folder: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(rustix::fs::open(folder.join(LOCK), flags, Mode::empty())?.into())
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
        let data = parent.path().join("waterwheel-data");
        fs::create_dir(&data).unwrap();
        fs::write(data.join(LOCK), "").unwrap();
        fs::write(data.join("format"), "waterwheel data, version 3\n").unwrap();
        // A link to a folder that looks like a dead server's, and a pipe for a lock.
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join(LOCK), "").unwrap();
        let link = parent.path().join("waterwheel-link");
        std::os::unix::fs::symlink(elsewhere.path(), &link).unwrap();
        let trap = parent.path().join("waterwheel-trap");
        fs::create_dir(&trap).unwrap();
        let kind = rustix::fs::FileType::Fifo;
        rustix::fs::mknodat(rustix::fs::CWD, trap.join(LOCK), kind, Mode::RUSR, 0).unwrap();
        sweep(parent.path());
        assert!(link.is_symlink() && elsewhere.path().join(LOCK).exists());
        assert_eq!(fs::metadata(living.path()).unwrap().permissions().mode() & 0o777, 0o700);
        assert!(living.path().exists() && !dead.exists());
        assert!(parent.path().join("waterwheel-of-another-kind").exists());
    }
}

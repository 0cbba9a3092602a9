//! The data directory itself: who holds it, and of which version it is.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The version of the layout that this program writes.
const VERSION: u32 = 1;
const FORMAT: &str = "waterwheel data, version ";

/// Why a data directory cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// Another process has it open.
    InUse(PathBuf),
    /// It was written by a newer program.
    Newer {
        /// The directory.
        dir: PathBuf,
        /// The version that its format file states.
        version: String,
    },
    /// Its format file is not one.
    Foreign(PathBuf),
    /// The operating system refused.
    Io(PathBuf, io::Error),
    /// An engine cannot be opened.
    Engine(store::Error),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::InUse(dir) => {
                write!(f, "the data directory {} is in use by another process", dir.display())
            }
            OpenError::Newer { dir, version } => write!(
                f,
                "the data directory {} has version {version}; this program knows versions up to \
                 {VERSION}",
                dir.display()
            ),
            OpenError::Foreign(file) => {
                write!(f, "{} does not state the version of a data directory", file.display())
            }
            OpenError::Io(path, error) => {
                write!(f, "data cannot be kept there: {}: {error}", path.display())
            }
            OpenError::Engine(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<store::Error> for OpenError {
    fn from(error: store::Error) -> Self {
        OpenError::Engine(error)
    }
}

/// A directory that this process holds, until it is dropped or the process ends in any way.
#[derive(Debug)]
pub(crate) struct Held {
    _lock: File,
}

impl Held {
    /// Makes the directory if need be, takes it, and checks its version.
    pub fn open(dir: &Path) -> Result<Self, OpenError> {
        make(dir)?;
        let path = dir.join("lock");
        let failed = |error| OpenError::Io(path.clone(), error);
        let options = File::options().read(true).write(true).create(true).truncate(false).clone();
        let lock = options.open(&path).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OpenError::InUse(dir.to_owned())),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        check_format(dir)?;
        Ok(Self { _lock: lock })
    }
}

/// Makes a directory if it is not there, durably.
pub(crate) fn make(dir: &Path) -> Result<(), OpenError> {
    let failed = |error| OpenError::Io(dir.to_owned(), error);
    if dir.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(dir).map_err(failed)?;
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    sync_dir(parent.unwrap_or(Path::new("."))).map_err(failed)
}

fn sync_dir(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

/// Checks the version, or states it in a directory that has none yet.
fn check_format(dir: &Path) -> Result<(), OpenError> {
    let path = dir.join("format");
    let failed = |error| OpenError::Io(path.clone(), error);
    let text = match fs::read(&path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return write_format(dir, &path).map_err(failed);
        }
        Err(error) => return Err(failed(error)),
    };
    let Some(version) = text.strip_prefix(FORMAT) else { return Err(OpenError::Foreign(path)) };
    let version = version.trim();
    match version.parse::<u32>() {
        Ok(1..=VERSION) => Ok(()),
        _ => Err(OpenError::Newer { dir: dir.to_owned(), version: version.to_owned() }),
    }
}

fn write_format(dir: &Path, path: &Path) -> io::Result<()> {
    let unnamed = path.with_extension("new");
    let mut file = File::create(&unnamed)?;
    file.write_all(format!("{FORMAT}{VERSION}\n").as_bytes())?;
    file.sync_data()?;
    fs::rename(&unnamed, path)?;
    sync_dir(dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_version_is_refused_and_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        drop(Held::open(dir.path()).unwrap());
        drop(Held::open(dir.path()).unwrap());
        let path = dir.path().join("format");
        fs::write(&path, "waterwheel data, version 2\n").unwrap();
        let error = Held::open(dir.path()).unwrap_err();
        assert!(matches!(&error, OpenError::Newer { version, .. } if version == "2"));
        assert!(error.to_string().contains(&dir.path().display().to_string()), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"waterwheel data, version 2\n");
        fs::write(&path, "something else").unwrap();
        assert!(matches!(Held::open(dir.path()), Err(OpenError::Foreign(_))));
    }
}

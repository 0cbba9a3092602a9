//! The data directory itself: who holds it, and of which version it is.

use crate::disk::Disk;
use std::fmt;
use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// The version of the layout that this program writes. Version 1 had blobs without checksums,
/// version 2 logs without manifests.
const VERSION: u32 = 3;
/// The oldest that it reads.
const OLDEST: u32 = 2;
const FORMAT: &str = "waterwheel data, version ";
/// The file that states it, and the most bytes that are read of it.
const FILE: &str = "format";
const FORMAT_BYTES: u64 = 64;
/// The rooms of the engines.
const ROOMS: [&str; 3] = ["log", "tables", "blobs"];

/// Why a data directory cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// Another process has it open.
    InUse(PathBuf),
    /// It was written by another program, newer or older.
    OtherVersion {
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
            OpenError::OtherVersion { dir, version } => write!(
                f,
                "the data directory {} has version {version}, as its file {FILE} says, and this \
                 program reads version {VERSION} only: choose another directory, or the program \
                 that wrote this one",
                dir.display()
            ),
            OpenError::Foreign(file) => write!(
                f,
                "the file {} does not state the version of a data directory: it is damaged, or \
                 another program's",
                file.display()
            ),
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
pub(crate) struct DirectoryLock {
    _lock: File,
    /// The version that its format file states.
    version: u32,
}

impl DirectoryLock {
    /// Makes the directory if need be, takes it, and checks its version.
    pub fn open(disk: &dyn Disk, dir: &Path) -> Result<Self, OpenError> {
        make(disk, dir).map_err(|error| OpenError::Io(dir.to_owned(), error))?;
        let path = dir.join("lock");
        let failed = |error| OpenError::Io(path.clone(), error);
        let options = File::options().read(true).write(true).create(true).truncate(false).clone();
        let lock = options.open(&path).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OpenError::InUse(dir.to_owned())),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        close_to_others(dir);
        let version = check_format(disk, dir)?;
        Ok(Self { _lock: lock, version })
    }

    /// Whether its logs may be without manifests.
    pub fn is_without_manifests(&self) -> bool {
        self.version < 3
    }

    /// States the version that this program writes, once all engines have brought their part to it.
    /// From then on an older program, which would not keep what is new, refuses the directory.
    pub fn bring_up_to_date(&mut self, disk: &dyn Disk, dir: &Path) -> Result<(), OpenError> {
        if self.version < VERSION {
            let path = dir.join("format");
            state_version(disk, dir, &path).map_err(|error| OpenError::Io(path, error))?;
            self.version = VERSION;
        }
        Ok(())
    }
}

/// Makes a directory and those it is in, as far as they are not there, durably.
fn make(disk: &dyn Disk, dir: &Path) -> io::Result<()> {
    if dir.is_dir() {
        return Ok(());
    }
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    make(disk, parent)?;
    match disk.create_dir(dir) {
        Ok(()) => disk.sync_dir(parent),
        // Somebody else has just made it.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}

/// Checks the version, or furnishes a directory that has none yet.
fn check_format(disk: &dyn Disk, dir: &Path) -> Result<u32, OpenError> {
    let path = dir.join(FILE);
    let failed = |error| OpenError::Io(path.clone(), error);
    let bytes = match start_of(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return furnish(disk, dir, &path).map(|()| VERSION).map_err(failed);
        }
        Err(error) => return Err(failed(error)),
    };
    // What is told of it goes to a terminal or a log, so it is told only if it is a word.
    let word =
        |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let text = std::str::from_utf8(&bytes).ok().and_then(|text| text.strip_prefix(FORMAT));
    let Some(version) = text.map(str::trim_ascii).filter(word) else {
        return Err(OpenError::Foreign(path));
    };
    match version.parse::<u32>() {
        Ok(version @ OLDEST..=VERSION) => Ok(version),
        _ => Err(OpenError::OtherVersion { dir: dir.to_owned(), version: version.to_owned() }),
    }
}

/// Whether a folder says that it holds Waterwheel's data, of whatever version.
pub fn is_data_directory(dir: &Path) -> bool {
    start_of(&dir.join(FILE)).is_ok_and(|bytes| bytes.starts_with(FORMAT.as_bytes()))
}

/// What a file begins with. Whatever lies there in its place, it does not wait for it.
fn start_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if fs::metadata(path)?.is_file() {
        File::open(path)?.take(FORMAT_BYTES).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Takes from other users of the machine what an earlier version let them read, or whoever made the
/// directory. What lies deeper cannot be reached through a closed one.
fn close_to_others(dir: &Path) {
    let inside = ROOMS.iter().chain(&[FILE, "lock"]).map(|name| dir.join(name));
    let mut was_open = false;
    for path in std::iter::once(dir.to_owned()).chain(inside) {
        match close_one(&path) {
            Ok(closed) => was_open |= closed && path == dir,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                let path = path.display();
                tracing::warn!("other users of this machine may read {path}: {error}");
                return;
            }
        }
    }
    if was_open {
        let dir = dir.display();
        tracing::warn!(
            "the data directory {dir} was open to other users of this machine; it is closed to them now"
        );
    }
}

/// Says whether there was anything to take away.
fn close_one(path: &Path) -> io::Result<bool> {
    let metadata = fs::metadata(path)?;
    let mode = metadata.mode() & 0o7777;
    if mode & 0o077 == 0 {
        return Ok(false);
    }
    fs::set_permissions(path, Permissions::from_mode(mode & !0o077))?;
    Ok(true)
}

/// Makes the engines' directories, and then states the version, all durably: where the version is
/// stated, the directories are there.
fn furnish(disk: &dyn Disk, dir: &Path, format: &Path) -> io::Result<()> {
    for room in ROOMS {
        match disk.create_dir(&dir.join(room)) {
            // A crash interrupted an earlier attempt.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made?,
        }
    }
    state_version(disk, dir, format)
}

fn state_version(disk: &dyn Disk, dir: &Path, format: &Path) -> io::Result<()> {
    let unnamed = format.with_extension("new");
    let file = disk.create(&unnamed)?;
    file.write_at(format!("{FORMAT}{VERSION}\n").as_bytes(), 0)?;
    file.sync()?;
    disk.rename(&unnamed, format)?;
    disk.sync_dir(dir)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::OsDisk;

    fn open(dir: &Path) -> Result<DirectoryLock, OpenError> {
        DirectoryLock::open(&OsDisk, dir)
    }

    #[test]
    fn another_version_is_refused_and_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        drop(open(dir.path()).unwrap());
        drop(open(dir.path()).unwrap());
        let path = dir.path().join("format");
        for version in ["1", "4", "two"] {
            let text = format!("waterwheel data, version {version}\n");
            fs::write(&path, &text).unwrap();
            let error = open(dir.path()).unwrap_err();
            assert!(matches!(&error, OpenError::OtherVersion { version: it, .. } if it == version));
            assert!(error.to_string().contains(&dir.path().display().to_string()), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        fs::write(&path, "something else").unwrap();
        assert!(matches!(open(dir.path()), Err(OpenError::Foreign(_))));
    }

    #[test]
    fn an_older_version_is_read_and_brought_up_to_date() {
        let dir = tempfile::tempdir().unwrap();
        drop(open(dir.path()).unwrap());
        let path = dir.path().join("format");
        fs::write(&path, "waterwheel data, version 2\n").unwrap();
        let mut held = open(dir.path()).unwrap();
        assert!(held.is_without_manifests());
        assert!(fs::read_to_string(&path).unwrap().contains("version 2"), "not before it is so");
        held.bring_up_to_date(&OsDisk, dir.path()).unwrap();
        drop(held);
        assert!(!open(dir.path()).unwrap().is_without_manifests());
        assert_eq!(fs::read_to_string(&path).unwrap(), "waterwheel data, version 3\n");
    }

    #[test]
    fn of_a_damaged_version_the_file_is_named_and_no_byte_told() {
        let dir = tempfile::tempdir().unwrap();
        drop(open(dir.path()).unwrap());
        let path = dir.path().join("format");
        let flipped = b"waterwheel data, version \xb2\n".to_vec();
        let escape = b"waterwheel data, version \x1b[31m9\n".to_vec();
        let long = [b"waterwheel data, version 2".to_vec(), vec![b'2'; 1 << 20]].concat();
        for bytes in [flipped, escape, Vec::new(), b"waterwheel data, version ".to_vec()] {
            fs::write(&path, bytes).unwrap();
            let error = open(dir.path()).unwrap_err();
            assert!(matches!(&error, OpenError::Foreign(file) if *file == path), "{error}");
            let words = format!("the file {} does not state", path.display());
            assert!(error.to_string().starts_with(&words), "{error}");
        }
        fs::write(&path, long).unwrap();
        assert!(open(dir.path()).unwrap_err().to_string().len() < 500);
    }

    #[test]
    fn a_directory_that_others_may_read_is_closed_to_them() {
        let dir = tempfile::tempdir().unwrap();
        drop(open(dir.path()).unwrap());
        let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
        let set =
            |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
        let (blobs, lock) = (dir.path().join("blobs"), dir.path().join("lock"));
        set(dir.path(), 0o755);
        set(&blobs, 0o775);
        set(&lock, 0o644);
        drop(open(dir.path()).unwrap());
        assert_eq!((mode(dir.path()), mode(&blobs), mode(&lock)), (0o700, 0o700, 0o600));
    }

    #[test]
    fn what_is_missing_on_the_way_to_it_is_made_and_a_file_in_its_place_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        let deep = dir.path().join("a/b/c");
        drop(open(&deep).unwrap());
        assert!(["log", "tables", "blobs"].iter().all(|room| deep.join(room).is_dir()));
        let taken = dir.path().join("file");
        fs::write(&taken, "").unwrap();
        assert!(matches!(open(&taken), Err(OpenError::Io(_, _))));
    }
}

//! Whether what is written into the data directory can be found again, and whether it can be
//! written at all.
//!
//! A file that is open takes writes also when nothing leads to it any more: what is in it goes with
//! the process. So before an engine acknowledges, it has the watch look whether the directory is
//! still where it was, though not again within [`LOOK_EVERY_MS`]: in between, an acknowledgement
//! may still be lost. There is no timer; without writes nobody looks.

use std::fs::{self, File, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use store::{Error, Result};
use tokio::time::Instant;

use crate::lock;

/// How long a look counts, in milliseconds.
const LOOK_EVERY_MS: u64 = 100;
/// For how long after a refused write the disk is not taken for well again, in milliseconds.
const DOUBT_MS: u64 = 1000;

/// Tells whether an open data directory takes writes.
#[derive(Clone, Debug)]
pub struct Health(pub(crate) Arc<Watch>);

/// Why a data directory takes no writes, or not all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong, for the operator.
    pub reason: String,
    /// Whether it stays so until the server is started again.
    pub needs_restart: bool,
}

impl Health {
    /// What is wrong now, if anything. Makes a few calls to the file system.
    pub fn trouble(&self) -> Option<Trouble> {
        self.0.trouble()
    }
}

/// What the engines of one data directory know of it together.
#[derive(Debug)]
pub(crate) struct Watch {
    dir: PathBuf,
    /// `None` where nothing is promised beyond the end of the process.
    place: Option<Place>,
    begun: Instant,
    /// When it was last looked.
    looked_ms: AtomicU64,
    /// Whether there is any trouble, so that nobody needs the lock to learn that there is none.
    is_troubled: AtomicBool,
    troubles: Mutex<Troubles>,
}

#[derive(Debug, Default)]
struct Troubles {
    /// What was written cannot be found again.
    lost: Option<String>,
    /// An engine refuses writes since a sync failed.
    failed: Option<String>,
    /// The file system refused a write, and when. It may take the next one.
    refused: Option<(String, u64)>,
}

/// A file's identity: device and number.
type Identity = (u64, u64);

fn identity(metadata: &Metadata) -> Identity {
    (metadata.dev(), metadata.ino())
}

/// Where the directory was when it was opened.
#[derive(Debug)]
struct Place {
    dir: Identity,
    lock: Identity,
    /// While it is open its number is given to no other.
    _dir: File,
}

impl Watch {
    /// Watches a directory that this process holds. Unless `durable`, it may go.
    pub fn of(dir: &Path, durable: bool) -> io::Result<Arc<Self>> {
        let place = match durable {
            true => Some(Place {
                dir: identity(&fs::metadata(dir)?),
                lock: identity(&fs::metadata(dir.join("lock"))?),
                _dir: File::open(dir)?,
            }),
            false => None,
        };
        Ok(Self::new(dir, place))
    }

    /// For an engine in a directory of its own.
    pub fn none(dir: &Path) -> Arc<Self> {
        Self::new(dir, None)
    }

    fn new(dir: &Path, place: Option<Place>) -> Arc<Self> {
        Arc::new(Self {
            dir: dir.to_owned(),
            place,
            begun: Instant::now(),
            looked_ms: AtomicU64::new(0),
            is_troubled: AtomicBool::new(false),
            troubles: Mutex::default(),
        })
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Refuses to write once it is known that what is written cannot be found again.
    ///
    /// # Errors
    /// `ReadOnly`.
    pub fn check(&self) -> Result<()> {
        if !self.is_troubled.load(Ordering::Acquire) {
            return Ok(());
        }
        lock(&self.troubles).lost.clone().map_or(Ok(()), |why| Err(Error::ReadOnly(why)))
    }

    /// The same, and looks if the last look is not recent. Call it between a write and its
    /// acknowledgement.
    ///
    /// # Errors
    /// `ReadOnly`.
    pub fn confirm(&self) -> Result<()> {
        self.is_due(&self.looked_ms).then(|| self.look());
        self.check()
    }

    /// Whether it is time to look again at what was looked at then. Only one caller is told so.
    pub fn is_due(&self, looked_ms: &AtomicU64) -> bool {
        if self.place.is_none() {
            return false;
        }
        let (now, last) = (self.now_ms(), looked_ms.load(Ordering::Relaxed));
        now >= last + LOOK_EVERY_MS
            && looked_ms.compare_exchange(last, now, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }

    /// Notes that a file that is written has lost its name, unless the whole directory has.
    pub fn lose(&self, file: &Path) -> Error {
        self.look();
        self.lost(format!("{} was removed while it was in use", file.display()))
    }

    /// Notes that an engine refuses writes from here on.
    pub fn failed(&self, why: &str) {
        lock(&self.troubles).failed.get_or_insert(why.to_owned());
        self.is_troubled.store(true, Ordering::Release);
    }

    /// What to answer to a write that the operating system refused.
    pub fn refused(&self, error: io::Error) -> Error {
        self.look();
        if let Err(lost) = self.check() {
            return lost;
        }
        match error.into() {
            full @ Error::Full(_) => full,
            Error::Io(error) => {
                self.doubt(&error);
                match error.kind() {
                    io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly(self.words(&error)),
                    _ => Error::Io(error),
                }
            }
            other => other,
        }
    }

    fn words(&self, error: &io::Error) -> String {
        format!("the data directory {} cannot be written: {error}", self.dir.display())
    }

    fn doubt(&self, error: &io::Error) {
        let (words, now) = (self.words(error), self.now_ms());
        let mut troubles = lock(&self.troubles);
        if troubles.refused.is_none() {
            tracing::error!("{words}; reading goes on");
        }
        troubles.refused = Some((words, now));
        self.is_troubled.store(true, Ordering::Release);
    }

    /// Looks whether the directory is where it was, and whether a disk that refused a write is
    /// well again.
    fn look(&self) {
        if let Some(why) = self.place.as_ref().and_then(|place| place.gone(&self.dir)) {
            self.lost(why);
        }
        if !self.is_troubled.load(Ordering::Acquire) {
            return;
        }
        let now = self.now_ms();
        let over = |(_, at): &(String, u64)| now >= at + DOUBT_MS;
        if lock(&self.troubles).refused.as_ref().is_some_and(over) && self.probe().is_ok() {
            lock(&self.troubles).refused = None;
            tracing::info!("the data directory {} can be written again", self.dir.display());
        }
    }

    /// Whether the file system takes writes: to open a file for them asks it without changing
    /// anything.
    fn probe(&self) -> io::Result<()> {
        File::options().write(true).open(self.dir.join("lock")).map(drop)
    }

    fn lost(&self, why: String) -> Error {
        let mut troubles = lock(&self.troubles);
        if troubles.lost.is_none() {
            tracing::error!(
                "{why}: what would be written could not be found again, so writes are refused \
                 until the server is started again"
            );
        }
        let why = troubles.lost.get_or_insert(why).clone();
        self.is_troubled.store(true, Ordering::Release);
        Error::ReadOnly(why)
    }

    fn trouble(&self) -> Option<Trouble> {
        self.look();
        if let Err(error) = self.probe()
            && error.kind() == io::ErrorKind::ReadOnlyFilesystem
        {
            self.doubt(&error);
        }
        let troubles = lock(&self.troubles);
        let stays = troubles.lost.as_ref().or(troubles.failed.as_ref());
        let (reason, needs_restart) = match (stays, &troubles.refused) {
            (Some(reason), _) => (reason, true),
            (None, Some((reason, _))) => (reason, false),
            (None, None) => return None,
        };
        Some(Trouble { reason: reason.clone(), needs_restart })
    }
}

impl Place {
    /// Why what is written there cannot be found again, if so. Where nobody may look, there is no
    /// telling.
    fn gone(&self, dir: &Path) -> Option<String> {
        let shown = dir.display();
        let other = |path: &Path, known: Identity| match fs::metadata(path) {
            Ok(found) => identity(&found) != known,
            Err(error) => {
                matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
            }
        };
        if other(dir, self.dir) {
            return Some(format!("the data directory {shown} was removed, moved or replaced"));
        }
        let lock = other(&dir.join("lock"), self.lock);
        lock.then(|| format!("the lock file of the data directory {shown} was removed or replaced"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched() -> (tempfile::TempDir, PathBuf, Arc<Watch>) {
        let parent = tempfile::tempdir().unwrap();
        let dir = parent.path().join("data");
        fs::create_dir(&dir).unwrap();
        fs::write(dir.join("lock"), "").unwrap();
        let watch = Watch::of(&dir, true).unwrap();
        (parent, dir, watch)
    }

    fn trouble(watch: &Arc<Watch>) -> Option<Trouble> {
        Health(watch.clone()).trouble()
    }

    #[test]
    fn a_directory_that_is_moved_away_and_back_is_lost_for_good() {
        let (parent, dir, watch) = watched();
        assert_eq!(trouble(&watch), None);
        let away = parent.path().join("away");
        fs::rename(&dir, &away).unwrap();
        assert!(watch.check().is_ok(), "nobody has looked");
        let Some(found) = trouble(&watch) else { panic!("it is not told") };
        assert!(found.needs_restart && found.reason.contains(&*dir.to_string_lossy()), "{found:?}");
        fs::rename(&away, &dir).unwrap();
        assert!(matches!(watch.check(), Err(Error::ReadOnly(why)) if why == found.reason));
        assert_eq!(trouble(&watch), Some(found));
    }

    #[test]
    fn a_copy_in_its_place_and_a_lost_lock_are_told() {
        let (parent, dir, watch) = watched();
        fs::rename(&dir, parent.path().join("away")).unwrap();
        fs::create_dir(&dir).unwrap();
        fs::write(dir.join("lock"), "").unwrap();
        assert!(trouble(&watch).unwrap().reason.contains("replaced"));
        let (_parent, dir, watch) = watched();
        fs::remove_file(dir.join("lock")).unwrap();
        assert!(trouble(&watch).unwrap().reason.contains("lock file"));
    }

    #[tokio::test(start_paused = true)]
    async fn a_look_counts_for_a_while_and_a_refused_write_looks_at_once() {
        let (_parent, dir, watch) = watched();
        let pass = |ms| tokio::time::advance(std::time::Duration::from_millis(ms));
        pass(LOOK_EVERY_MS).await;
        watch.confirm().unwrap();
        fs::remove_dir_all(&dir).unwrap();
        pass(LOOK_EVERY_MS - 1).await;
        watch.confirm().unwrap();
        pass(1).await;
        assert!(matches!(watch.confirm(), Err(Error::ReadOnly(_))));
        let (_parent, dir, watch) = watched();
        fs::remove_dir_all(&dir).unwrap();
        let refused = watch.refused(io::ErrorKind::NotFound.into());
        assert!(matches!(refused, Error::ReadOnly(_)), "{refused}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_disk_that_refused_is_well_again_after_a_while() {
        let (_parent, _dir, watch) = watched();
        let refused = watch.refused(io::ErrorKind::ReadOnlyFilesystem.into());
        assert!(matches!(refused, Error::ReadOnly(_)), "{refused}");
        assert!(watch.check().is_ok(), "the next write may succeed");
        assert!(!trouble(&watch).unwrap().needs_restart);
        tokio::time::advance(std::time::Duration::from_millis(DOUBT_MS)).await;
        assert_eq!(trouble(&watch), None);
    }
}

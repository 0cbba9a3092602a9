//! Waits until something changes in a folder. What the kernel tells is a reason to look, no more:
//! whoever was woken looks at the files themselves.

use super::files::Source;
use rustix::fd::OwnedFd;
use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
use rustix::io::Errno;
use std::mem::MaybeUninit;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// How long nothing may happen before what happened counts as over: an editor writes a file in
/// several steps.
const QUIET: Duration = Duration::from_millis(3);

/// The most of such pauses to wait for, where something happens all the time.
const PAUSES: u32 = 10;

/// Folders that are watched.
pub struct Watch {
    kernel: Arc<OwnedFd>,
    /// That something happened, or why that is no longer told.
    told: Receiver<Result<(), Errno>>,
}

impl Watch {
    /// Watches the folders of a source from now on.
    pub fn new(source: &Source) -> Result<Self, String> {
        let kernel = Arc::new(inotify::init(CreateFlags::CLOEXEC).map_err(problem)?);
        // One that waits to be read says as much as many.
        let (tell, told) = sync_channel(1);
        let watch = Self { kernel: kernel.clone(), told };
        watch.cover(source)?;
        thread::spawn(move || listen(&kernel, &tell));
        Ok(watch)
    }

    /// Watches also what is new. To watch a folder twice is to watch it once. Where the whole
    /// folder is gone, the one in which it lay is watched: it may come back.
    fn cover(&self, source: &Source) -> Result<(), String> {
        loop {
            source.folders().iter().try_for_each(|folder| self.add(folder))?;
            if source.folder.is_dir() {
                return Ok(());
            }
            let above = source.folder.ancestors().skip(1).find(|above| above.is_dir());
            self.add(above.unwrap_or(Path::new("/")))?;
            // From now on it is told when it comes back; so it may have done already.
            if !source.folder.is_dir() {
                return Ok(());
            }
        }
    }

    fn add(&self, folder: &Path) -> Result<(), String> {
        let flags = WatchFlags::CLOSE_WRITE
            | WatchFlags::CREATE
            | WatchFlags::DELETE
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF
            | WatchFlags::MOVED_FROM
            | WatchFlags::MOVED_TO
            | WatchFlags::ATTRIB
            | WatchFlags::ONLYDIR;
        match inotify::add_watch(&self.kernel, folder, flags) {
            // It went away meanwhile.
            Ok(_) | Err(Errno::NOENT | Errno::NOTDIR) => Ok(()),
            Err(error) => Err(problem(error)),
        }
    }

    /// Returns when something happened and it is quiet again.
    pub fn wait(&mut self, source: &Source) -> Result<(), String> {
        let lost = || "the folder is no longer watched".to_owned();
        self.told.recv().map_err(|_| lost())?.map_err(problem)?;
        for _ in 0..PAUSES {
            match self.told.recv_timeout(QUIET) {
                Ok(told) => told.map_err(problem)?,
                Err(_) => break,
            }
        }
        self.cover(source)
    }
}

/// Passes on that something happened, whatever it was, until nobody wants to know.
fn listen(kernel: &OwnedFd, tell: &SyncSender<Result<(), Errno>>) {
    let mut buffer = [MaybeUninit::uninit(); 4096];
    let mut reader = inotify::Reader::new(kernel, &mut buffer);
    loop {
        let told = match reader.next() {
            Ok(_) => Ok(()),
            Err(Errno::INTR) => continue,
            Err(error) => Err(error),
        };
        if tell.send(told).is_err() || told.is_err() {
            return;
        }
    }
}

fn problem(error: Errno) -> String {
    match error {
        Errno::NOSPC | Errno::MFILE => format!(
            "no more folders can be watched ({error}): raise fs.inotify.max_user_watches or \
             max_user_instances"
        ),
        _ => format!("the folder cannot be watched: {error}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_change_wakes_also_in_a_folder_that_is_new() {
        let dir = tempfile::tempdir().unwrap();
        let source = Source::new(dir.path()).unwrap();
        let mut watch = Watch::new(&source).unwrap();
        fs::create_dir(dir.path().join("lib")).unwrap();
        watch.wait(&source).unwrap();
        fs::write(dir.path().join("lib/a.py"), "1").unwrap();
        watch.wait(&source).unwrap();
        let files = source.files().unwrap();
        assert_eq!(files.len(), 1);
    }

    #[test]
    fn a_folder_that_went_and_came_back_is_watched_again() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("code");
        fs::create_dir(&folder).unwrap();
        let source = Source::new(&folder).unwrap();
        let mut watch = Watch::new(&source).unwrap();
        fs::remove_dir(&folder).unwrap();
        watch.wait(&source).unwrap();
        fs::create_dir(&folder).unwrap();
        watch.wait(&source).unwrap();
        fs::write(folder.join("a.py"), "1").unwrap();
        watch.wait(&source).unwrap();
        assert_eq!(source.files().unwrap().len(), 1);
    }
}

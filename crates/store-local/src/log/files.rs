//! The segments that are being written, as open files: a bounded number of them, however many logs
//! there are. The file itself is with the log, under the log's own lock, so that an append to a log
//! whose file is open meets nothing of this.

use super::Inner;
use super::segment;
use super::state::LogState;
use crate::damaged;
use crate::disk::DiskFile;
use crate::lock;
use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, Weak};
use store::{Error, Result};

/// The logs whose file is open, the one that was opened last at the back.
#[derive(Debug)]
pub(super) struct OpenFiles {
    most: usize,
    logs: Mutex<VecDeque<Weak<LogState>>>,
}

impl OpenFiles {
    /// At most so many, and at least one.
    pub fn new(most: usize) -> Self {
        Self { most: most.max(1), logs: Mutex::default() }
    }

    /// Counts a log whose file was opened, and closes others': of those that were not used since
    /// this looked last, the one that was opened first. The caller holds no log's lock.
    pub fn opened(&self, log: &Arc<LogState>) {
        let mut logs = lock(&self.logs);
        logs.push_back(Arc::downgrade(log));
        // Each is passed over once at most.
        let mut looks = 2 * logs.len();
        while logs.len() > self.most && looks > 0 {
            looks -= 1;
            let Some(oldest) = logs.pop_front() else { break };
            if oldest.upgrade().is_some_and(|log| !log.close_unused()) {
                logs.push_back(oldest);
            }
        }
    }

    /// Closes all.
    pub fn close_all(&self) {
        for log in lock(&self.logs).drain(..).filter_map(|log| log.upgrade()) {
            log.close_file();
        }
    }
}

impl Inner {
    /// Does what needs a file descriptor; where there is none left, closes what the logs keep open
    /// and tries again.
    pub fn with_descriptor<T>(&self, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
        match act() {
            Err(error) if Error::is_out_of_descriptors(&error) => {
                self.files.close_all();
                self.cache.clear();
                act()
            }
            done => done,
        }
    }

    /// The file of the segment that is written, opened again if it was closed; `None` when another
    /// segment is written by now. What is not there, or shorter than it was, is an error: no other
    /// file takes its place.
    pub fn active_file(
        &self,
        log: &Arc<LogState>,
        number: u64,
    ) -> Result<Option<Arc<dyn DiskFile>>> {
        let path = segment::path(&log.dir, number);
        let opened = self.with_descriptor(|| self.disk.open(&path));
        let file = {
            let mut shared = log.read()?;
            let Some(active) = shared.active.as_mut().filter(|active| active.number == number)
            else {
                return Ok(None);
            };
            active.used = true;
            if let Some(file) = &active.file {
                return Ok(Some(file.clone()));
            }
            let file = opened.map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => damaged(&path, 0, "the segment is missing"),
                _ => error.into(),
            })?;
            let length = file.len()?;
            if length < active.length {
                return Err(damaged(&path, length, "the segment is shorter than it was"));
            }
            active.file = Some(file.clone());
            file
        };
        self.files.opened(log);
        Ok(Some(file))
    }
}

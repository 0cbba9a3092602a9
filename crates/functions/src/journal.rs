//! What an environment prints, cut into log events: one pipe per environment, read as fast as it
//! is written, with nothing kept but the line under way and the tail a caller asked for.

use std::{
    collections::VecDeque,
    io,
    os::fd::OwnedFd,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::net::unix::pipe;

use crate::function::{Clock, EnvironmentId, LogSink};

/// Longest event; a longer line is cut into several. CloudWatch Logs takes 256 KiB with 26 bytes
/// of overhead.
const EVENT_LIMIT: usize = 256 * 1024 - 26;
/// What `X-Amz-Log-Result` holds at most.
const TAIL_LIMIT: usize = 4096;
/// Most bytes read in one go before others get their turn: more than a pipe holds.
const DRAIN_LIMIT: usize = 1 << 20;
/// What begins an event that a bootstrap writes as one line; in it, [`FEED`] stands for a line feed.
const MARK: &str = "\u{1e}\u{1f}";
const FEED: char = '\u{1f}';

/// The log of one environment.
pub(crate) struct Journal {
    environment: EnvironmentId,
    sink: Arc<dyn LogSink>,
    clock: Clock,
    pipe: pipe::Receiver,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    partial: Vec<u8>,
    /// The line under way is an event that a bootstrap writes.
    marked: bool,
    tail: Option<VecDeque<u8>>,
}

/// What is left in the pipe after a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Nothing,
    More,
    Ended,
}

impl Journal {
    /// Reads from `pipe`, a pipe's read end. Call it inside a tokio runtime.
    pub(crate) fn new(
        environment: EnvironmentId,
        sink: Arc<dyn LogSink>,
        clock: Clock,
        pipe: OwnedFd,
    ) -> io::Result<Journal> {
        let pipe = pipe::Receiver::from_owned_fd(pipe)?;
        Ok(Journal { environment, sink, clock, pipe, state: Mutex::default() })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Carries lines until every writer is gone.
    pub(crate) async fn follow(&self) {
        while self.pipe.readable().await.is_ok() {
            match self.drain(|buffer| self.pipe.try_read(buffer)) {
                Left::Ended => return,
                Left::More => tokio::task::yield_now().await,
                Left::Nothing => {}
            }
        }
    }

    /// Carries what has been written up to now, also a last line without its end.
    pub(crate) fn catch_up(&self) {
        // Past tokio, which knows of new bytes only after its next look at the descriptor.
        self.drain(|buffer| Ok(rustix::io::read(&self.pipe, buffer)?));
        let mut state = self.lock();
        if !state.partial.is_empty() {
            self.emit_partial(&mut state);
        }
    }

    /// Writes a line of the platform's own, after everything printed so far.
    pub(crate) fn platform(&self, line: String) {
        self.emit(&mut self.lock(), line);
    }

    /// Has the lines so far outlive this process.
    pub(crate) fn settle(&self) {
        self.sink.settle();
    }

    /// From now on keeps the tail, if it is wanted.
    pub(crate) fn begin_tail(&self, wanted: bool) {
        self.lock().tail = wanted.then(VecDeque::new);
    }

    /// The tail kept since [`Journal::begin_tail`].
    pub(crate) fn end_tail(&self) -> Vec<u8> {
        self.lock().tail.take().map(Vec::from).unwrap_or_default()
    }

    fn drain(&self, read: impl Fn(&mut [u8]) -> io::Result<usize>) -> Left {
        let mut state = self.lock();
        let mut buffer = [0; 16 * 1024];
        let mut taken = 0;
        while taken < DRAIN_LIMIT {
            match read(&mut buffer) {
                Ok(0) => {
                    self.emit_partial(&mut state);
                    return Left::Ended;
                }
                Ok(count) => {
                    taken += count;
                    self.cut(&mut state, &buffer[..count]);
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Left::Nothing,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Left::Ended,
            }
        }
        Left::More
    }

    fn cut(&self, state: &mut State, bytes: &[u8]) {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            let mut rest = piece;
            while state.partial.len() + rest.len() > EVENT_LIMIT {
                let (now, later) = rest.split_at(EVENT_LIMIT - state.partial.len());
                state.partial.extend_from_slice(now);
                self.emit_partial(state);
                rest = later;
            }
            state.partial.extend_from_slice(rest);
            if rest.last() == Some(&b'\n') {
                state.partial.pop();
                if state.partial.last() == Some(&b'\r') {
                    state.partial.pop();
                }
                self.emit_partial(state);
                state.marked = false;
            }
        }
    }

    fn emit_partial(&self, state: &mut State) {
        let bytes = std::mem::take(&mut state.partial);
        let mut text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
        if let Some((before, event)) = text.split_once(MARK) {
            // What was printed before it, without a line's end.
            if !before.is_empty() {
                self.emit(state, before.to_owned());
            }
            text = event.to_owned();
            state.marked = true;
        }
        if state.marked {
            text = text.replace(FEED, "\n");
        }
        if !text.is_empty() {
            self.emit(state, text);
        }
    }

    fn emit(&self, state: &mut State, line: String) {
        if let Some(tail) = &mut state.tail {
            tail.extend(line.as_bytes());
            tail.push_back(b'\n');
            let excess = tail.len().saturating_sub(TAIL_LIMIT);
            tail.drain(..excess);
        }
        self.sink.line(&self.environment, (self.clock)(), line);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[derive(Default)]
    struct Kept(Mutex<Vec<String>>);

    impl LogSink for Kept {
        fn line(&self, _: &EnvironmentId, _: i64, line: String) {
            self.0.lock().unwrap().push(line);
        }
    }

    fn journal() -> (Journal, std::fs::File, Arc<Kept>) {
        let (read, write) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::NONBLOCK).unwrap();
        let kept = Arc::new(Kept::default());
        let id = EnvironmentId("2024/01/01/[$LATEST]00".into());
        let journal = Journal::new(id, kept.clone(), Arc::new(|| 7), read).unwrap();
        (journal, std::fs::File::from(write), kept)
    }

    #[tokio::test]
    async fn lines_are_cut_and_an_unfinished_one_waits() {
        let (journal, mut write, kept) = journal();
        write.write_all(b"one\ntwo\rmore\r\n\nthr").unwrap();
        journal.drain(|buffer| Ok(rustix::io::read(&journal.pipe, buffer)?));
        assert_eq!(*kept.0.lock().unwrap(), ["one", "two\rmore"]);
        write.write_all(b"ee").unwrap();
        journal.catch_up();
        assert_eq!(kept.0.lock().unwrap()[2], "three");
    }

    #[tokio::test]
    async fn an_event_of_a_bootstrap_has_its_lines() {
        let (journal, mut write, kept) = journal();
        write.write_all(b"\x1e\x1fa\x1f  b\rc\n10 %\r20 %\x1e\x1fd\x1fe\nf\x1fg\n").unwrap();
        journal.catch_up();
        assert_eq!(*kept.0.lock().unwrap(), ["a\n  b\rc", "10 %\r20 %", "d\ne", "f\u{1f}g"]);
    }

    #[tokio::test]
    async fn a_line_without_end_is_cut_at_the_limit() {
        let (journal, mut write, kept) = journal();
        let chunk = vec![b'x'; 32 * 1024];
        for _ in 0..9 {
            write.write_all(&chunk).unwrap();
            journal.drain(|buffer| Ok(rustix::io::read(&journal.pipe, buffer)?));
        }
        journal.catch_up();
        let lengths: Vec<usize> = kept.0.lock().unwrap().iter().map(String::len).collect();
        assert_eq!(lengths, [EVENT_LIMIT, 9 * 32 * 1024 - EVENT_LIMIT]);
    }

    #[tokio::test]
    async fn the_tail_keeps_its_last_4_kib() {
        let (journal, mut write, _) = journal();
        journal.begin_tail(true);
        for index in 0..1000 {
            write.write_all(format!("line {index}\n").as_bytes()).unwrap();
        }
        journal.catch_up();
        journal.platform("REPORT".to_owned());
        let tail = journal.end_tail();
        assert_eq!(tail.len(), TAIL_LIMIT);
        assert!(tail.ends_with(b"line 999\nREPORT\n"));
        assert_eq!(journal.end_tail(), b"");
    }

    #[tokio::test]
    async fn following_ends_with_the_last_writer() {
        let (journal, mut write, kept) = journal();
        write.write_all(b"last words").unwrap();
        drop(write);
        journal.follow().await;
        assert_eq!(*kept.0.lock().unwrap(), ["last words"]);
    }
}

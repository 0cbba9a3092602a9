//! Answers on their way out: how much memory they hold, and whether anybody takes them.
//!
//! A client that stops reading is cut off: when next to nothing of what waits for it was taken for
//! the time that the configuration gives, or for a moment where answers hold much of the memory
//! that they may. While they hold all of it no further request is begun. The clock runs only while
//! something waits to be taken; an answer that fits into a socket's buffer pays for none of this.

use crate::Config;
use bytes::Bytes;
use hyper::rt::{Read, ReadBufCursor, Write};
use std::io::{IoSlice, Result as IoResult};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;

/// The longest piece that is not counted on HTTP/1.1, where a connection holds one at a time.
const UNCOUNTED: usize = 16 * 1024;
/// The same on HTTP/2, where a thousand answers may wait on one connection.
const UNCOUNTED_OF_MANY: usize = 1024;
/// What has to be taken while the clock runs; less is a client that only holds its place.
const LEAST_BYTES: u64 = 1024;
/// How long a client may take next to nothing when memory is short.
const MOMENT: Duration = Duration::from_secs(10);
/// What has to be taken in a moment then, so that nobody holds memory cheaply.
const LEAST_IN_A_MOMENT: u64 = 64 * 1024;
/// Memory is short when this part of what answers may hold is held.
const SHORT: usize = 8;
/// How often it is looked whether what waits is taken.
const LOOK: Duration = Duration::from_secs(1);

/// There was no room for as long as anybody should wait.
#[derive(Debug)]
pub(crate) struct Full;

/// All answers on their way.
pub(crate) struct Flight {
    /// Bytes that have been given to connections and not yet taken.
    held: AtomicUsize,
    most: usize,
    patience: Duration,
    wait: Duration,
    /// There is room again.
    room: Notify,
    watched: Mutex<Vec<Watch>>,
    /// There is somebody to watch.
    begun: Notify,
}

/// A taker as it was when it last took something.
struct Watch {
    taker: Arc<Taker>,
    taken: u64,
    since: Instant,
}

impl Flight {
    pub(crate) fn new(config: &Config) -> Arc<Self> {
        Arc::new(Self {
            held: AtomicUsize::new(0),
            most: config.max_answer_bytes,
            patience: config.answer_timeout,
            wait: config.body_wait,
            room: Notify::new(),
            watched: Mutex::default(),
            begun: Notify::new(),
        })
    }

    /// Resolves when another answer may be made.
    pub(crate) async fn room(&self) -> Result<(), Full> {
        if self.held.load(Ordering::Relaxed) <= self.most {
            return Ok(());
        }
        let room = async {
            loop {
                // Counts from here on, so that room made between the look and the wait is seen.
                let made = self.room.notified();
                if self.held.load(Ordering::Acquire) <= self.most {
                    return;
                }
                made.await;
            }
        };
        tokio::time::timeout(self.wait, room).await.map_err(|_| Full)
    }

    /// Looks after those for whom something waits, for as long as it is polled.
    pub(crate) async fn look_after(&self) {
        loop {
            if self.lock().is_empty() {
                self.begun.notified().await;
            }
            tokio::time::sleep(LOOK.min(self.patience / 4)).await;
            self.look(Instant::now());
        }
    }

    fn look(&self, now: Instant) {
        let is_short = self.held.load(Ordering::Relaxed) > self.most / SHORT;
        let (patience, least) = match is_short {
            true => (MOMENT.min(self.patience), LEAST_IN_A_MOMENT),
            false => (self.patience, LEAST_BYTES),
        };
        self.lock().retain_mut(|watch| watch.is_to_stay(now, patience, least));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Watch>> {
        self.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hold(&self, bytes: usize) {
        self.held.fetch_add(bytes, Ordering::Relaxed);
    }

    fn let_go(&self, bytes: usize) {
        let before = self.held.fetch_sub(bytes, Ordering::AcqRel);
        if before > self.most && before - bytes <= self.most {
            self.room.notify_waiters();
        }
    }
}

impl Watch {
    /// Whether it is to be looked at again. Cuts off whoever has not taken anything for too long.
    fn is_to_stay(&mut self, now: Instant, patience: Duration, least: u64) -> bool {
        let taker = &self.taker;
        if taker.waiting.load(Ordering::SeqCst) == 0 {
            taker.watched.store(false, Ordering::SeqCst);
            // Something may have come between the two, and counted on being watched.
            return taker.waiting.load(Ordering::SeqCst) > 0
                && !taker.watched.swap(true, Ordering::SeqCst);
        }
        let taken = taker.taken.load(Ordering::Relaxed);
        if taken - self.taken >= least {
            (self.taken, self.since) = (taken, now);
        } else if now - self.since >= patience {
            taker.cut.notify_one();
            return false;
        }
        true
    }
}

/// One who takes what waits for it: a socket, or one answer of an HTTP/2 connection, whose client
/// opens a window for each.
pub(crate) struct Taker {
    flight: Arc<Flight>,
    taken: AtomicU64,
    /// More than nothing while something waits.
    waiting: AtomicUsize,
    watched: AtomicBool,
    /// Ends the connection.
    cut: Arc<Notify>,
}

impl Taker {
    /// A connection's socket.
    pub(crate) fn socket(flight: &Arc<Flight>) -> Arc<Self> {
        Self::new(flight.clone(), Arc::new(Notify::new()))
    }

    fn new(flight: Arc<Flight>, cut: Arc<Notify>) -> Arc<Self> {
        let (taken, waiting) = (AtomicU64::new(0), AtomicUsize::new(0));
        Arc::new(Self { flight, taken, waiting, watched: AtomicBool::new(false), cut })
    }

    /// Another taker whose idleness ends the same connection.
    fn another(&self) -> Arc<Self> {
        Self::new(self.flight.clone(), self.cut.clone())
    }

    /// Resolves when the connection has to end, since its client takes nothing.
    pub(crate) async fn is_cut(&self) {
        self.cut.notified().await;
    }

    fn add(self: &Arc<Self>, bytes: usize) {
        self.waiting.fetch_add(bytes, Ordering::SeqCst);
        if self.watched.swap(true, Ordering::SeqCst) {
            return;
        }
        let taken = self.taken.load(Ordering::Relaxed);
        let since = Instant::now();
        self.flight.lock().push(Watch { taker: self.clone(), taken, since });
        self.flight.begun.notify_one();
    }

    fn remove(&self, bytes: usize) {
        self.waiting.fetch_sub(bytes, Ordering::SeqCst);
    }

    fn take(&self, bytes: usize) {
        self.taken.fetch_add(bytes as u64, Ordering::Relaxed);
    }
}

/// One answer on its way.
pub(crate) struct Trip {
    flight: Arc<Flight>,
    /// The answer's own taker, on HTTP/2. On HTTP/1.1 it is the socket.
    taker: Option<Arc<Taker>>,
    /// Whether the client is who is waited for, and not the answer's source.
    is_due: bool,
}

impl Trip {
    /// An answer for the client of this socket; one of several at a time or the only one.
    pub(crate) fn new(socket: &Taker, is_one_of_several: bool) -> Self {
        let taker = is_one_of_several.then(|| socket.another());
        Self { flight: socket.flight.clone(), taker, is_due: false }
    }

    /// Whether pieces are to be given in parts, so that it is seen how many are taken.
    pub(crate) fn is_in_parts(&self) -> bool {
        self.taker.is_some()
    }

    /// Counts a piece from now until it has been sent.
    pub(crate) fn count(&self, bytes: Bytes) -> Bytes {
        let length = bytes.len();
        if length <= if self.taker.is_some() { UNCOUNTED_OF_MANY } else { UNCOUNTED } {
            return bytes;
        }
        self.flight.hold(length);
        if let Some(taker) = &self.taker {
            taker.add(length);
        }
        let (flight, taker) = (self.flight.clone(), self.taker.clone());
        Bytes::from_owner(Piece { bytes, flight, taker })
    }

    /// The connection asked for this much more of the answer.
    pub(crate) fn took(&self, bytes: usize) {
        if let Some(taker) = &self.taker {
            taker.take(bytes);
        }
    }

    /// Whether the client's is the next step, or the source's.
    pub(crate) fn set_due(&mut self, is_due: bool) {
        let Some(taker) = &self.taker else { return };
        if self.is_due != is_due {
            self.is_due = is_due;
            if is_due { taker.add(1) } else { taker.remove(1) }
        }
    }
}

impl Drop for Trip {
    fn drop(&mut self) {
        self.set_due(false);
    }
}

/// A piece of an answer until it has been sent.
struct Piece {
    bytes: Bytes,
    flight: Arc<Flight>,
    taker: Option<Arc<Taker>>,
}

impl AsRef<[u8]> for Piece {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Piece {
    fn drop(&mut self) {
        self.flight.let_go(self.bytes.len());
        if let Some(taker) = &self.taker {
            taker.remove(self.bytes.len());
        }
    }
}

/// A socket that says when it is full and what is taken from it.
pub(crate) struct Watched<T> {
    socket: T,
    taker: Arc<Taker>,
    is_full: bool,
}

impl<T> Watched<T> {
    pub(crate) fn new(socket: T, taker: Arc<Taker>) -> Self {
        Self { socket, taker, is_full: false }
    }

    fn note(&mut self, written: &Poll<IoResult<usize>>) {
        if let Poll::Ready(Ok(bytes)) = written {
            self.taker.take(*bytes);
        }
        if self.is_full != written.is_pending() {
            self.is_full = !self.is_full;
            if self.is_full { self.taker.add(1) } else { self.taker.remove(1) }
        }
    }
}

impl<T> Drop for Watched<T> {
    fn drop(&mut self) {
        if self.is_full {
            self.taker.remove(1);
        }
    }
}

impl<T: Read + Unpin> Read for Watched<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<IoResult<()>> {
        Pin::new(&mut self.socket).poll_read(context, buffer)
    }
}

impl<T: Write + Unpin> Write for Watched<T> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<IoResult<usize>> {
        let written = Pin::new(&mut self.socket).poll_write(context, bytes);
        self.note(&written);
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<IoResult<usize>> {
        let written = Pin::new(&mut self.socket).poll_write_vectored(context, slices);
        self.note(&written);
        written
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<IoResult<()>> {
        Pin::new(&mut self.socket).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<IoResult<()>> {
        Pin::new(&mut self.socket).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flight(patience: u64) -> Arc<Flight> {
        let answer_timeout = Duration::from_secs(patience);
        Flight::new(&Config { answer_timeout, max_answer_bytes: 1 << 20, ..Config::default() })
    }

    async fn is_cut(taker: &Taker) -> bool {
        tokio::select! { biased; () = taker.is_cut() => true, () = async {} => false }
    }

    async fn pass(flight: &Flight, seconds: u64) {
        for _ in 0..seconds {
            tokio::time::advance(Duration::from_secs(1)).await;
            flight.look(Instant::now());
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_takes_nothing_is_cut_off_and_who_takes_little_is_not() {
        let flight = flight(60);
        let (idle, slow) = (Taker::socket(&flight), Taker::socket(&flight));
        let (mut of_idle, mut of_slow) = (Trip::new(&idle, true), Trip::new(&slow, true));
        of_idle.set_due(true);
        of_slow.set_due(true);
        for _ in 0..3 {
            pass(&flight, 30).await;
            of_slow.took(1024);
        }
        assert!(is_cut(&idle).await);
        assert!(!is_cut(&slow).await);
        pass(&flight, 61).await;
        assert!(is_cut(&slow).await);
        assert!(flight.lock().is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn the_clock_stands_still_while_the_source_is_waited_for() {
        let flight = flight(60);
        let socket = Taker::socket(&flight);
        let mut trip = Trip::new(&socket, true);
        trip.set_due(true);
        pass(&flight, 50).await;
        trip.set_due(false);
        pass(&flight, 600).await;
        assert!(flight.lock().is_empty());
        trip.set_due(true);
        pass(&flight, 50).await;
        assert!(!is_cut(&socket).await);
        drop(trip);
        pass(&flight, 600).await;
        assert!(!is_cut(&socket).await);
    }

    #[tokio::test(start_paused = true)]
    async fn patience_is_short_when_memory_is() {
        let flight = flight(60);
        let socket = Taker::socket(&flight);
        let trip = Trip::new(&socket, true);
        let piece = trip.count(Bytes::from(vec![0; (1 << 17) + 1]));
        trip.took(1024);
        pass(&flight, 11).await;
        assert!(is_cut(&socket).await);
        assert_eq!(flight.held.load(Ordering::Relaxed), piece.len());
        drop(piece);
        assert_eq!(flight.held.load(Ordering::Relaxed), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn no_answer_is_begun_while_there_is_no_room() {
        let flight = flight(60);
        let socket = Taker::socket(&flight);
        let trip = Trip::new(&socket, false);
        flight.room().await.unwrap();
        let large = trip.count(Bytes::from(vec![0; (1 << 20) + 1]));
        flight.room().await.unwrap_err();
        // Parts of it do not count by themselves.
        let part = large.slice(..10);
        drop(large);
        flight.room().await.unwrap_err();
        let (room, ()) = tokio::join!(flight.room(), async { drop(part) });
        room.unwrap();
    }
}

//! Word between the processes that share engines: something has happened, look.

use crate::BoxFuture;
use bytes::Bytes;

/// The longest notice, in bytes: PostgreSQL's `NOTIFY` takes fewer than 8,000 bytes of text, which
/// holds this much in hexadecimal digits.
pub const NOTICE_BYTES: usize = 3 << 10;

/// How one process tells the others that share its engines that something has happened, so that
/// they need not look all the time.
///
/// A notice is the best that can be done and no more: it may be lost, come late, come twice, and
/// overtake another. It never comes as anything else than what was sent, and not to its sender. So
/// whoever must not miss what it speaks of looks again after a while. What was on stable storage
/// before it was sent is seen by whoever looks after hearing it, as the other engines promise.
///
/// A process whose engines are shared has one, if only [`Silence`]: that it is there says that
/// others may write what this process waits for.
pub trait Notices: Send + Sync {
    /// Tells the others. Resolves when the next notice may be sent, which says nothing of whether
    /// this one was heard. One that is longer than [`NOTICE_BYTES`] is lost.
    fn send(&self, notice: Bytes) -> BoxFuture<'_, ()>;

    /// What the others send from now on. What is not taken may be lost when much of it waits.
    fn listen(&self) -> Box<dyn Listener>;
}

/// What one process hears.
pub trait Listener: Send {
    /// The next notice; waits until there is one. Nothing is lost with the future.
    fn next(&mut self) -> BoxFuture<'_, Bytes>;
}

/// Notices for engines that carry none: whoever waits has to look.
pub struct Silence;

impl Notices for Silence {
    fn send(&self, _: Bytes) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    fn listen(&self) -> Box<dyn Listener> {
        Box::new(Self)
    }
}

impl Listener for Silence {
    fn next(&mut self) -> BoxFuture<'_, Bytes> {
        Box::pin(std::future::pending())
    }
}

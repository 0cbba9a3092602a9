//! Object contents: written once as a stream, read by range, removed.

use crate::{BoxFuture, Error, Result};
use bytes::Bytes;
use std::ops::Range;

/// The name of a blob: 32 lower-case hexadecimal digits, chosen by the caller at random.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlobId(pub String);

impl BlobId {
    /// Refuses a name that is not of the allowed form, so that no engine has to.
    ///
    /// # Errors
    /// [`Error::Io`] of the kind `InvalidInput`.
    pub fn check(&self) -> Result<()> {
        let allowed = |byte: u8| matches!(byte, b'a'..=b'f' | b'0'..=b'9');
        if self.0.len() == 32 && self.0.bytes().all(allowed) {
            return Ok(());
        }
        Err(Error::invalid(format!("{:?} is no name for a blob", self.0)))
    }
}

/// A blob under construction. Dropping it without [`finish`](BlobWriter::finish) discards it.
pub trait BlobWriter: Send {
    /// Adds bytes at the end.
    fn write(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<()>>;

    /// Makes the blob durable and visible, and gives its length in bytes.
    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<u64>>;
}

/// A blob's bytes as they are read, in pieces of the engine's choosing.
pub trait BlobReader: Send {
    /// The next bytes; `None` at the end of the range.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the blob was deleted meanwhile, and the rest of it is gone.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>>>;
}

/// An engine for contents of any size, in constant memory.
pub trait Blobs: Send + Sync {
    /// Begins a blob.
    ///
    /// # Errors
    /// [`Error::Exists`]: a finished blob is never changed.
    fn create<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<Box<dyn BlobWriter>>>;

    /// Reads the bytes of `range`, as far as the blob has them. A read that is under way when its
    /// blob is deleted gives all of them or ends with [`Error::NotFound`]: it never gives wrong
    /// bytes, and never fewer as if they were all.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    fn read<'a>(
        &'a self,
        id: &'a BlobId,
        range: Range<u64>,
    ) -> BoxFuture<'a, Result<Box<dyn BlobReader>>>;

    /// Removes a blob; nothing happens when it is not there.
    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<()>>;

    /// All finished blobs, for who holds them against their owners, as the simulator does: a service
    /// knows of each blob that it may have to free from its own tables.
    fn list(&self) -> BoxFuture<'_, Result<Vec<BlobId>>>;
}

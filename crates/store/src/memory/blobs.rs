//! Blobs as one run of bytes each.

use super::lock;
use crate::{BlobId, BlobReader, BlobWriter, Blobs, BoxFuture, Error, Result};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex};

/// How many bytes a reader gives at a time.
const PIECE_BYTES: usize = 256 * 1024;

/// [`Blobs`] in memory.
#[derive(Default)]
pub struct MemoryBlobs {
    finished: Finished,
}

type Finished = Arc<Mutex<BTreeMap<BlobId, Bytes>>>;

struct Writer {
    finished: Finished,
    id: BlobId,
    bytes: Vec<u8>,
}

impl BlobWriter for Writer {
    fn write(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.bytes.extend_from_slice(&bytes);
            Ok(())
        })
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<u64>> {
        Box::pin(async move {
            let length = self.bytes.len() as u64;
            let mut finished = lock(&self.finished);
            if finished.contains_key(&self.id) {
                return Err(Error::Exists(format!("blob {}", self.id.0)));
            }
            finished.insert(self.id, self.bytes.into());
            Ok(length)
        })
    }
}

struct Reader {
    rest: Bytes,
}

impl BlobReader for Reader {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>>> {
        Box::pin(async move {
            let piece = self.rest.split_to(self.rest.len().min(PIECE_BYTES));
            Ok(Some(piece).filter(|piece| !piece.is_empty()))
        })
    }
}

impl Blobs for MemoryBlobs {
    fn create<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<Box<dyn BlobWriter>>> {
        Box::pin(async move {
            id.check()?;
            if lock(&self.finished).contains_key(id) {
                return Err(Error::Exists(format!("blob {}", id.0)));
            }
            let finished = self.finished.clone();
            Ok(Box::new(Writer { finished, id: id.clone(), bytes: Vec::new() }) as Box<_>)
        })
    }

    fn read<'a>(
        &'a self,
        id: &'a BlobId,
        range: Range<u64>,
    ) -> BoxFuture<'a, Result<Box<dyn BlobReader>>> {
        Box::pin(async move {
            let Some(bytes) = lock(&self.finished).get(id).cloned() else {
                return Err(Error::no_blob(id));
            };
            let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
            let end = place(range.end);
            let rest = bytes.slice(place(range.start).min(end)..end);
            Ok(Box::new(Reader { rest }) as Box<_>)
        })
    }

    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            lock(&self.finished).remove(id);
            Ok(())
        })
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<BlobId>>> {
        Box::pin(async move { Ok(lock(&self.finished).keys().cloned().collect()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn keeps_the_contract() {
        crate::contract::blobs::run(&MemoryBlobs::default()).await;
    }
}

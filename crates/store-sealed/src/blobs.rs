//! Sealed blobs, on whatever engine.
//!
//! ```text
//! prefix   that of the marker: 16 bytes
//! salt     16 bytes
//! chunks   64 KiB of the content each, the last of which may be shorter: sealed, with their tags
//! end      the content's length: u64, little-endian, sealed, with its tag
//! ```
//!
//! A chunk's nonce is its number, and the end's is the greatest: chunks that are exchanged, left out or
//! of another blob do not open. So a range costs the chunks that it touches, and the beginning, where
//! the salt is. Who reads to the end of what there is sees by the end that nothing was cut off.

use crate::key::{Key, SALT_BYTES, TAG_BYTES, nonce, random};
use crate::marker::Marker;
use bytes::{Bytes, BytesMut};
use ring::aead::{Aad, LessSafeKey};
use std::ops::Range;
use std::sync::Arc;
use store::{BlobId, BlobReader, BlobWriter, Blobs, BoxFuture, Error, Result};

/// How much of a content is sealed at once.
const CHUNK_BYTES: usize = 64 << 10;
const SEALED_BYTES: usize = CHUNK_BYTES + TAG_BYTES;
const START_BYTES: usize = 2 * SALT_BYTES;
const END_BYTES: usize = 8 + TAG_BYTES;

/// See the module.
pub(crate) struct SealedBlobs {
    pub inner: Arc<dyn Blobs>,
    pub key: Arc<Key>,
    pub marker: Marker,
}

impl SealedBlobs {
    async fn writer(&self, id: &BlobId) -> Result<Writer> {
        let mut inner = self.inner.create(id).await?;
        let salt = random()?;
        let key = self.key.sealing(&[b"blob", id.0.as_bytes()], &salt)?;
        inner.write([self.marker.prefix, salt].concat().into()).await?;
        Ok(Writer { inner, key, waiting: BytesMut::new(), chunks: 0 })
    }

    async fn reader(&self, id: &BlobId, range: Range<u64>) -> Result<Box<dyn BlobReader>> {
        let first = range.start / CHUNK_BYTES as u64;
        // A range that begins with the blob is read together with the blob's start.
        let together = match first {
            0 => place(range.end.div_ceil(CHUNK_BYTES as u64)).saturating_add(END_BYTES as u64),
            _ => START_BYTES as u64,
        };
        let mut start = Taking::of(self.inner.read(id, 0..together).await?);
        start.fill(START_BYTES).await?;
        let begins = &start.bytes[..start.bytes.len().min(START_BYTES)];
        let Some(salt) = self.marker.rest(begins) else {
            return match self.marker.all {
                true => Err(damaged(id, 0, "it is not sealed, and all is here")),
                false => self.inner.read(id, range).await,
            };
        };
        let Ok(salt) = <[u8; SALT_BYTES]>::try_from(salt) else {
            return Err(damaged(id, 0, "it ends within its beginning"));
        };
        let key = self.key.sealing(&[b"blob", id.0.as_bytes()], &salt)?;
        let taking = match first {
            0 => {
                let _ = start.bytes.split_to(START_BYTES);
                start
            }
            _ => {
                let end = place(range.end.div_ceil(CHUNK_BYTES as u64));
                let sealed = place(first)..end.saturating_add(END_BYTES as u64);
                Taking::of(self.inner.read(id, sealed).await?)
            }
        };
        let mut reader = Reader { taking, key, id: id.clone(), chunk: first, range, first: None };
        if !reader.range.is_empty() && reader.is_beyond().await? {
            check_end(Taking::of(self.inner.read(id, 0..u64::MAX).await?), &mut reader).await?;
        }
        // What is wrong with the first chunk is known before any of it is answered.
        reader.first = reader.open_next().await?;
        Ok(Box::new(reader))
    }
}

/// Where a chunk begins.
fn place(chunk: u64) -> u64 {
    chunk.saturating_mul(SEALED_BYTES as u64).saturating_add(START_BYTES as u64)
}

fn damaged(id: &BlobId, at: u64, reason: &str) -> Error {
    Error::Damaged {
        what: format!("blob {}", id.0),
        place: format!("byte {at}"),
        reason: reason.to_owned(),
    }
}

fn too_long() -> Error {
    Error::invalid("a chunk is too long to be sealed".to_owned())
}

/// A blob while it is written.
struct Writer {
    inner: Box<dyn BlobWriter>,
    key: LessSafeKey,
    /// Less than a chunk, not sealed yet.
    waiting: BytesMut,
    /// How many chunks are sealed.
    chunks: u64,
}

impl Writer {
    /// Seals what waits.
    fn seal(&mut self) -> Result<Bytes> {
        let mut chunk = std::mem::take(&mut self.waiting);
        self.key
            .seal_in_place_append_tag(nonce(self.chunks), Aad::empty(), &mut chunk)
            .map_err(|_| too_long())?;
        self.chunks += 1;
        Ok(chunk.freeze())
    }

    async fn take(&mut self, mut bytes: Bytes) -> Result<()> {
        while !bytes.is_empty() {
            let room = CHUNK_BYTES - self.waiting.len();
            let now = bytes.split_to(room.min(bytes.len()));
            self.waiting.reserve(SEALED_BYTES - self.waiting.len());
            self.waiting.extend_from_slice(&now);
            if self.waiting.len() == CHUNK_BYTES {
                let sealed = self.seal()?;
                self.inner.write(sealed).await?;
            }
        }
        Ok(())
    }

    async fn end(mut self) -> Result<u64> {
        let mut length = self.chunks * CHUNK_BYTES as u64;
        if !self.waiting.is_empty() {
            length += self.waiting.len() as u64;
            let sealed = self.seal()?;
            self.inner.write(sealed).await?;
        }
        let mut end = length.to_le_bytes().to_vec();
        self.key
            .seal_in_place_append_tag(nonce(u64::MAX), Aad::empty(), &mut end)
            .map_err(|_| too_long())?;
        self.inner.write(end.into()).await?;
        self.inner.finish().await?;
        Ok(length)
    }
}

impl BlobWriter for Writer {
    fn write(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<()>> {
        Box::pin(self.take(bytes))
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<u64>> {
        Box::pin(self.end())
    }
}

/// What comes of a reader, put together.
struct Taking {
    inner: Box<dyn BlobReader>,
    bytes: BytesMut,
    ended: bool,
}

impl Taking {
    fn of(inner: Box<dyn BlobReader>) -> Self {
        Self { inner, bytes: BytesMut::new(), ended: false }
    }

    /// Has so many bytes, or all that there are.
    async fn fill(&mut self, bytes: usize) -> Result<()> {
        while self.bytes.len() < bytes && !self.ended {
            match self.inner.next().await? {
                Some(piece) => self.bytes.extend_from_slice(&piece),
                None => self.ended = true,
            }
        }
        Ok(())
    }
}

/// A blob being read.
struct Reader {
    taking: Taking,
    key: LessSafeKey,
    id: BlobId,
    /// The number of the chunk that comes next.
    chunk: u64,
    /// What is still to be opened of the content.
    range: Range<u64>,
    /// What was opened already.
    first: Option<Bytes>,
}

impl Reader {
    /// Whether nothing is where the first chunk would be, not even the blob's end.
    async fn is_beyond(&mut self) -> Result<bool> {
        self.taking.fill(SEALED_BYTES + END_BYTES).await?;
        Ok(self.chunk > 0 && self.taking.bytes.len() < END_BYTES)
    }

    /// The next bytes of the range.
    async fn open_next(&mut self) -> Result<Option<Bytes>> {
        if self.range.is_empty() {
            return Ok(None);
        }
        let start = self.chunk * CHUNK_BYTES as u64;
        let Some(chunk) = self.open_chunk().await? else {
            self.range.start = self.range.end;
            return Ok(None);
        };
        // What of the chunk was asked for; a chunk's length fits.
        let within = |at: u64| at.saturating_sub(start).min(chunk.len() as u64) as usize;
        let asked = within(self.range.start)..within(self.range.end);
        self.range.start = (start + chunk.len() as u64).min(self.range.end);
        Ok(Some(chunk.slice(asked)).filter(|bytes| !bytes.is_empty()))
    }

    async fn open_chunk(&mut self) -> Result<Option<Bytes>> {
        self.taking.fill(SEALED_BYTES + END_BYTES).await?;
        let there = self.taking.bytes.len();
        // Fewer than were asked for: the blob's end is among them.
        let sealed = if there < SEALED_BYTES + END_BYTES {
            let Some(rest) = there.checked_sub(END_BYTES) else {
                return Err(self.damaged("it was cut off"));
            };
            let end = self.taking.bytes.split_off(rest);
            let length = self.chunk.saturating_mul(CHUNK_BYTES as u64)
                + rest.saturating_sub(TAG_BYTES) as u64;
            if read_end(&self.key, end) != Some(length) {
                return Err(self.damaged("its end is not there, or not its own"));
            }
            self.range.end = self.range.end.min(length);
            rest
        } else {
            SEALED_BYTES
        };
        if sealed == 0 {
            return Ok(None);
        }
        let mut chunk = self.taking.bytes.split_to(sealed);
        let opened = self.key.open_in_place(nonce(self.chunk), Aad::empty(), &mut chunk);
        let Ok(length) = opened.map(|opened| opened.len()) else {
            return Err(self.damaged("a sealed chunk does not open: it was changed"));
        };
        chunk.truncate(length);
        self.chunk += 1;
        Ok(Some(chunk.freeze()))
    }

    fn damaged(&self, reason: &str) -> Error {
        damaged(&self.id, place(self.chunk), reason)
    }
}

/// The length of the content that a blob's end tells.
fn read_end(key: &LessSafeKey, mut end: BytesMut) -> Option<u64> {
    let length = key.open_in_place(nonce(u64::MAX), Aad::empty(), &mut end).ok()?;
    Some(u64::from_le_bytes((&*length).try_into().ok()?))
}

/// Of a range that begins where nothing is: sees that the blob ends before it, by all of the blob.
async fn check_end(mut all: Taking, reader: &mut Reader) -> Result<()> {
    let mut length = 0;
    while !all.ended {
        all.fill(SEALED_BYTES).await?;
        let past = all.bytes.len().saturating_sub(END_BYTES);
        length += past as u64;
        let _ = all.bytes.split_to(past);
    }
    let content = length.checked_sub(START_BYTES as u64).and_then(|sealed| {
        let (chunks, rest) = (sealed / SEALED_BYTES as u64, sealed % SEALED_BYTES as u64);
        let rest = if rest == 0 { 0 } else { rest.checked_sub(TAG_BYTES as u64)? };
        Some(chunks * CHUNK_BYTES as u64 + rest)
    });
    if content.is_none() || read_end(&reader.key, all.bytes) != content {
        return Err(damaged(&reader.id, length, "its end is not there, or not its own"));
    }
    reader.range.start = reader.range.end;
    Ok(())
}

impl BlobReader for Reader {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>>> {
        Box::pin(async move {
            match self.first.take() {
                Some(bytes) => Ok(Some(bytes)),
                None => self.open_next().await,
            }
        })
    }
}

impl Blobs for SealedBlobs {
    fn create<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<Box<dyn BlobWriter>>> {
        Box::pin(async move { Ok(Box::new(self.writer(id).await?) as Box<_>) })
    }

    fn read<'a>(
        &'a self,
        id: &'a BlobId,
        range: Range<u64>,
    ) -> BoxFuture<'a, Result<Box<dyn BlobReader>>> {
        Box::pin(self.reader(id, range))
    }

    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<()>> {
        self.inner.delete(id)
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<BlobId>>> {
        self.inner.list()
    }
}

#[cfg(test)]
mod tests;

//! Takes a body in: hashed as it streams, into memory while it is small, else into a blob.

use crate::checksum::Algorithm;
use crate::content::{INLINE, Run};
use crate::errors::{self, INCOMPLETE_BODY};
use crate::hashes::{Beside, Checksums, Hashes};
use bytes::{Bytes, BytesMut};
use platform::ledger::{Adoption, Ledger};
use platform::{Error, Platform, Result, finish};
use shapes::ByteStream;
use shapes::checksum::hex;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Batch, BlobId, BlobWriter};

/// The most bytes of one PUT or part: 5 GiB.
pub(crate) const MAX_BYTES: u64 = 5 << 30;

/// The most bytes that lie inline. A larger content is worth a file of its own.
const MAX_INLINE_BYTES: usize = 16 << 10;

/// Content that is stored but has no owner yet. Dropping it removes it, unless it has got one: of a
/// commit that failed or was not waited for, only the ledger knows.
pub(crate) struct Draft {
    run: Run,
    inline: Option<Bytes>,
    ledger: Arc<Ledger>,
    adoption: Mutex<Adoption>,
}

/// Content that was taken in.
pub(crate) struct Taken {
    pub draft: Draft,
    /// Its length in bytes.
    pub size: u64,
    /// Its MD5.
    pub md5: [u8; 16],
    /// Its checksums of the algorithms that were asked for.
    pub checksums: Checksums,
}

impl Taken {
    /// The MD5 as it stands in an ETag.
    pub(crate) fn md5_hex(&self) -> String {
        hex(&self.md5)
    }

    /// The checksum of this algorithm.
    pub(crate) fn checksum(&self, algorithm: Algorithm) -> Option<&str> {
        self.checksums.iter().find(|(of, _)| *of == algorithm).map(|(_, value)| &**value)
    }
}

impl Draft {
    fn new(ledger: &Arc<Ledger>, run: Run, inline: Option<Bytes>) -> Self {
        Self { run, inline, ledger: ledger.clone(), adoption: Mutex::new(Adoption::Never) }
    }

    /// Where the content lies.
    pub(crate) fn run(&self) -> &Run {
        &self.run
    }

    /// Adds to the batch what makes the content belong to what the batch writes. The batch is
    /// committed next.
    pub(crate) fn adopted_by(&self, batch: Batch) -> Batch {
        self.set(Adoption::Perhaps);
        match (&self.run, &self.inline) {
            (Run::Inline(id), Some(bytes)) => batch.put(INLINE, id.as_bytes(), bytes.clone()),
            (Run::Inline(_), None) => batch,
            (Run::Blob(id), _) => self.ledger.adopt(batch, id),
        }
    }

    /// The batch was certainly not committed.
    pub(crate) fn not_adopted(&self) {
        self.set(Adoption::Never);
    }

    /// The batch was committed.
    pub(crate) fn adopted(&self) {
        self.set(Adoption::Done);
    }

    fn set(&self, adoption: Adoption) {
        *self.adoption.lock().unwrap_or_else(PoisonError::into_inner) = adoption;
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Run::Blob(id) = &self.run {
            let adoption = *self.adoption.get_mut().unwrap_or_else(PoisonError::into_inner);
            self.ledger.discard(id, adoption);
        }
    }
}

/// Takes a body in, hashing it with `algorithms` too, except for what follows the body proven.
///
/// # Errors
/// The body's own, `EntityTooLarge`, `IncompleteBody`, or the store's.
pub(crate) async fn take(
    platform: &Platform,
    ledger: &Arc<Ledger>,
    body: ByteStream,
    algorithms: &[Algorithm],
) -> Result<Taken> {
    let promised = body.length();
    if let Some(length) = promised.filter(|length| *length > MAX_BYTES) {
        return Err(errors::entity_too_large(length));
    }
    let mut hashes = Hashes::new(algorithms, body.trailing());
    let mut body = Counted { body, size: 0 };
    let id = platform.ids.hex(16);
    let (draft, hashes) = match take_small(&mut body, &mut hashes).await? {
        Small::All(bytes) => (Draft::new(ledger, Run::Inline(id), Some(bytes)), hashes),
        Small::More(first) => {
            let mut beside = Beside::new(hashes);
            let draft = take_large(platform, ledger, id, first, &mut body, &mut beside).await?;
            (draft, beside.end().await?)
        }
    };
    let size = body.size;
    if promised.is_some_and(|length| length != size) {
        return Err(Error::new(
            &INCOMPLETE_BODY,
            "You did not provide the number of bytes specified by the Content-Length HTTP header",
        ));
    }
    let (md5, checksums) = hashes.finish()?;
    Ok(Taken { draft, size, md5, checksums })
}

/// What the beginning of a body tells.
enum Small {
    /// That was all of it.
    All(Bytes),
    /// These bytes, and more follow.
    More(Bytes),
}

/// A body whose bytes are counted.
struct Counted {
    body: ByteStream,
    size: u64,
}

impl Counted {
    /// # Errors
    /// The body's own, `EntityTooLarge`.
    async fn next(&mut self) -> Result<Option<Bytes>> {
        let Some(piece) = self.body.next().await.transpose()? else { return Ok(None) };
        self.size += piece.len() as u64;
        if self.size > MAX_BYTES {
            return Err(errors::entity_too_large(self.size));
        }
        Ok(Some(piece))
    }
}

async fn take_small(body: &mut Counted, hashes: &mut Hashes) -> Result<Small> {
    let mut buffer = BytesMut::new();
    while let Some(piece) = body.next().await? {
        hashes.update(&piece);
        if buffer.is_empty() && piece.len() > MAX_INLINE_BYTES {
            return Ok(Small::More(piece));
        }
        buffer.extend_from_slice(&piece);
        if buffer.len() > MAX_INLINE_BYTES {
            return Ok(Small::More(buffer.freeze()));
        }
    }
    Ok(Small::All(buffer.freeze()))
}

/// Streams into a blob. The ledger's entry is durable before the blob becomes visible, and is
/// made while the bytes stream.
async fn take_large(
    platform: &Platform,
    ledger: &Arc<Ledger>,
    id: String,
    first: Bytes,
    body: &mut Counted,
    hashes: &mut Beside,
) -> Result<Draft> {
    let blob = BlobId(id.clone());
    let mut writer = platform.store.blobs.create(&blob).await?;
    // From here on, whatever happens, dropping the draft removes blob and entry.
    let draft = Draft::new(ledger, Run::Blob(id.clone()), None);
    let announced = ledger.announce(&id);
    let written = write_all(&mut writer, first, body, hashes);
    let (announced, written) = tokio::join!(announced, written);
    announced?;
    written?;
    // To its end whoever waits for it, so that what is discarded is there or never will be.
    finish(async move { writer.finish().await.map(|_| draft) }).await.map_err(Into::into)
}

async fn write_all(
    writer: &mut Box<dyn BlobWriter>,
    first: Bytes,
    body: &mut Counted,
    hashes: &mut Beside,
) -> Result<()> {
    writer.write(first).await?;
    while let Some(piece) = body.next().await? {
        hashes.add(piece.clone()).await?;
        writer.write(piece).await?;
    }
    hashes.begin().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{pieces, until};

    async fn taken(platform: &Arc<Platform>, body: ByteStream) -> Result<Taken> {
        let ledger = crate::ledger::of(platform.clone());
        take(platform, &ledger, body, &[Algorithm::Sha256]).await
    }

    #[tokio::test]
    async fn a_small_body_lies_inline_and_a_large_one_in_a_blob() {
        let (platform, _) = platform::testing::platform();
        for (bytes, inline) in [(0, true), (1, true), (16 << 10, true), ((16 << 10) + 1, false)] {
            let taken = taken(&platform, pieces(bytes, 1000)).await.unwrap();
            assert_eq!(taken.size, bytes as u64);
            assert_eq!(matches!(taken.draft.run(), Run::Inline(_)), inline, "{bytes}");
            taken.draft.adopted_by(Batch::new());
        }
        assert_eq!(platform.store.blobs.list().await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_draft_that_nobody_adopts_is_removed() {
        let (platform, _) = platform::testing::platform();
        drop(taken(&platform, pieces(100_000, 1000)).await.unwrap());
        until(async || platform.store.blobs.list().await.unwrap().is_empty()).await;
    }

    #[tokio::test]
    async fn bodies_that_lie_about_their_length_are_refused() {
        let (platform, _) = platform::testing::platform();
        let short = ByteStream::new(pieces(100_000, 1000), Some(100_001));
        assert_eq!(taken(&platform, short).await.err().unwrap().code(), "IncompleteBody");
        let large = ByteStream::new(pieces(1, 1), Some(MAX_BYTES + 1));
        assert_eq!(taken(&platform, large).await.err().unwrap().code(), "EntityTooLarge");
        until(async || platform.store.blobs.list().await.unwrap().is_empty()).await;
    }
}

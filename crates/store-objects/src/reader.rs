//! A blob's bytes as they come, and how a read whose connection breaks goes on.

use crate::bucket::Bucket;
use crate::failure::{from_library, is_absent, is_another, is_beyond};
use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use object_store::GetResult;
use object_store::path::Path;
use std::ops::Range;
use std::sync::Arc;
use store::{BlobId, BlobReader, BoxFuture, Error, Result};

/// How often in a row a read is begun again without a byte.
const TRIES: usize = 3;

pub(crate) struct Reader {
    bucket: Arc<Bucket>,
    id: BlobId,
    path: Path,
    /// What is still to come.
    rest: Range<u64>,
    /// Tells the object from one that took its place.
    tag: Option<String>,
    /// `None` at the end.
    stream: Option<BoxStream<'static, object_store::Result<Bytes>>>,
    tries: usize,
}

impl Reader {
    pub fn new(bucket: Arc<Bucket>, id: BlobId, path: Path, found: GetResult) -> Self {
        let (rest, tag) = (found.range.clone(), found.meta.e_tag.clone());
        Self { bucket, id, path, rest, tag, stream: Some(found.into_stream()), tries: 0 }
    }

    /// A read of no bytes.
    pub fn nothing(bucket: Arc<Bucket>, id: BlobId, path: Path) -> Self {
        Self { bucket, id, path, rest: 0..0, tag: None, stream: None, tries: 0 }
    }

    async fn piece(&mut self) -> Result<Option<Bytes>> {
        while !self.rest.is_empty() {
            let Some(stream) = &mut self.stream else { return Err(self.gone()) };
            match stream.next().await {
                Some(Ok(piece)) if piece.is_empty() => {}
                Some(Ok(piece)) => return self.take(piece).map(Some),
                Some(Err(error)) => self.again(Some(error)).await?,
                None => self.again(None).await?,
            }
        }
        self.stream = None;
        Ok(None)
    }

    fn take(&mut self, mut piece: Bytes) -> Result<Bytes> {
        let left = self.rest.end - self.rest.start;
        if piece.len() as u64 > left {
            // At most the piece's length, which fits.
            piece.truncate(left as usize);
        }
        self.rest.start += piece.len() as u64;
        self.tries = 0;
        Ok(piece)
    }

    /// Asks for the rest, of the same object.
    async fn again(&mut self, why: Option<object_store::Error>) -> Result<()> {
        let early = || Error::Busy(format!("blob {}: the answer ended too early", self.id.0));
        let passes = match &why {
            Some(error) if is_absent(error) || is_another(error) => return Err(self.gone()),
            Some(error) => {
                Some(from_library(error)).filter(|error| !matches!(error, Error::Busy(_)))
            }
            None => None,
        };
        if let Some(error) = passes {
            return Err(error);
        }
        self.tries += 1;
        if self.tries > TRIES {
            return Err(why.as_ref().map_or_else(early, from_library));
        }
        match self.bucket.get(&self.path, self.rest.clone(), self.tag.clone()).await {
            Ok(found) if found.range == self.rest && found.meta.e_tag == self.tag => {
                self.stream = Some(found.into_stream());
                Ok(())
            }
            Ok(_) => Err(self.gone()),
            Err(error) if is_absent(&error) || is_another(&error) || is_beyond(&error) => {
                Err(self.gone())
            }
            Err(error) => Err(from_library(&error)),
        }
    }

    fn gone(&self) -> Error {
        Error::no_blob(&self.id)
    }
}

impl BlobReader for Reader {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>>> {
        Box::pin(self.piece())
    }
}

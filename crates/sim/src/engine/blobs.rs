//! Blobs over a process's line.

use super::{Call, Line, at_once};
use crate::plan::Mutation;
use bytes::Bytes;
use std::ops::Range;
use std::sync::Arc;
use store::{BlobId, BlobReader, BlobWriter, BoxFuture, Result};

pub(crate) struct Blobs(pub Arc<Line>);

struct Writer {
    line: Arc<Line>,
    id: BlobId,
    inner: Box<dyn BlobWriter>,
}

struct Reader {
    line: Arc<Line>,
    inner: Box<dyn BlobReader>,
}

impl BlobWriter for Writer {
    fn write(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.line.pause().await;
            self.inner.write(bytes).await
        })
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<u64>> {
        let Self { line, id, inner } = *self;
        Box::pin(line.write(Call::new("finish", id.0, move |_| at_once(inner.finish()))))
    }
}

impl BlobReader for Reader {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>>> {
        Box::pin(async move {
            self.line.pause().await;
            self.inner.next().await
        })
    }
}

impl store::Blobs for Blobs {
    fn create<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<Box<dyn BlobWriter>>> {
        Box::pin(async move {
            let owned = id.clone();
            let begin = move |store: &store::Store| at_once(store.blobs.create(&owned));
            let call = Call::new("begin", id.0.clone(), begin);
            let inner = self.0.clone().write(call).await?;
            Ok(Box::new(Writer { line: self.0.clone(), id: id.clone(), inner }) as Box<_>)
        })
    }

    fn read<'a>(
        &'a self,
        id: &'a BlobId,
        range: Range<u64>,
    ) -> BoxFuture<'a, Result<Box<dyn BlobReader>>> {
        Box::pin(async move {
            let owned = id.clone();
            let open = move |store: &store::Store| at_once(store.blobs.read(&owned, range));
            let call = Call::new("open", id.0.clone(), open);
            let inner = self.0.clone().read_later(call).await?;
            Ok(Box::new(Reader { line: self.0.clone(), inner }) as Box<_>)
        })
    }

    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<()>> {
        let (line, owned) = (self.0.clone(), id.clone());
        Box::pin(self.0.clone().write(Call::new("remove", id.0.clone(), move |store| {
            if line.is_spoilt(Mutation::KeepBlob) {
                return Ok(());
            }
            at_once(store.blobs.delete(&owned))
        })))
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<BlobId>>> {
        let call = Call::new("blobs", String::new(), |store| at_once(store.blobs.list()));
        Box::pin(self.0.clone().read_later(call))
    }
}

//! A blob on its way: as one object where it is short, else as an upload in parts, which S3 puts
//! together at the end. Of either nothing is seen before all of it is kept.

use crate::bucket::{Bucket, MARK, exists};
use crate::failure::{from_library, is_refused};
use crate::place::Kind;
use bytes::Bytes;
use object_store::path::Path;
use object_store::{
    Attributes, MultipartUpload, PutMode, PutMultipartOptions, PutOptions, PutPayload,
    PutPayloadMut,
};
use std::sync::Arc;
use std::time::Duration;
use store::{BlobId, BlobWriter, BoxFuture, Error, Result};
use tokio::task::JoinSet;

/// Pieces shorter than this are copied together.
const SMALL: usize = 16 << 10;
/// S3's limit.
const PARTS: u64 = 10_000;
/// The pauses between looks for what is said to be complete.
const PAUSES: (Duration, Duration) = (Duration::from_millis(20), Duration::from_secs(1));
/// How long a writer looks for what it wrote, when it was not told.
const LOOK: Duration = Duration::from_secs(3);

pub(crate) struct Writer {
    bucket: Arc<Bucket>,
    id: BlobId,
    path: Path,
    mark: String,
    /// What was not sent yet: less than a part.
    waiting: PutPayloadMut,
    length: u64,
    upload: Option<Upload>,
    failed: Option<Error>,
}

/// An upload that was begun. It is ended when it is let go.
struct Upload {
    /// `None` when there is nothing to end any more.
    upload: Option<Box<dyn MultipartUpload>>,
    sending: JoinSet<object_store::Result<()>>,
}

impl Drop for Upload {
    fn drop(&mut self) {
        let Some(mut upload) = self.upload.take() else { return };
        let mut sending = std::mem::take(&mut self.sending);
        // A process that ends now leaves the upload to the bucket's rule.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        runtime.spawn(async move {
            // A part that is under way when an upload is ended may stay behind.
            while sending.join_next().await.is_some() {}
            if let Err(error) = upload.abort().await {
                tracing::debug!("an unfinished upload was left behind: {error}");
            }
        });
    }
}

impl Upload {
    /// Waits until fewer parts than that are under way.
    async fn wait(&mut self, fewer_than: usize) -> Result<()> {
        while self.sending.len() >= fewer_than.max(1) {
            match self.sending.join_next().await {
                Some(Ok(Ok(()))) => {}
                Some(Ok(Err(error))) => return Err(from_library(&error)),
                Some(Err(error)) => return Err(std::io::Error::other(error).into()),
                None => break,
            }
        }
        Ok(())
    }

    fn send(&mut self, part: PutPayload) {
        if let Some(upload) = &mut self.upload {
            self.sending.spawn(upload.put_part(part));
        }
    }
}

impl Writer {
    pub fn new(bucket: Arc<Bucket>, id: BlobId, path: Path) -> Self {
        let (mark, waiting) = (bucket.new_mark(), PutPayloadMut::new());
        Self { bucket, id, path, mark, waiting, length: 0, upload: None, failed: None }
    }

    fn attributes(&self) -> Attributes {
        [(MARK, self.mark.clone())].into_iter().collect()
    }

    async fn add(&mut self, mut bytes: Bytes) -> Result<()> {
        let part = self.bucket.options.part_bytes;
        self.length += bytes.len() as u64;
        if self.length.div_ceil(part as u64) > PARTS {
            let why = format!("a blob of more than {PARTS} parts of {part} bytes");
            return Err(Error::invalid(why));
        }
        while !bytes.is_empty() {
            // A part is sent when more is to come, so that a content of one part is one object.
            if self.waiting.content_length() == part {
                self.send_part().await?;
            }
            let now = bytes.split_to(bytes.len().min(part - self.waiting.content_length()));
            match now.len() < SMALL {
                true => self.waiting.extend_from_slice(&now),
                false => self.waiting.push(now),
            }
        }
        Ok(())
    }

    /// Sends what is waiting, when few enough parts are under way.
    async fn send_part(&mut self) -> Result<()> {
        let part = std::mem::take(&mut self.waiting).freeze();
        let mut upload = match self.upload.take() {
            Some(upload) => upload,
            None => self.begin().await?,
        };
        upload.wait(self.bucket.options.parts_at_once).await?;
        upload.send(part);
        self.upload = Some(upload);
        Ok(())
    }

    async fn begin(&mut self) -> Result<Upload> {
        let options =
            PutMultipartOptions { attributes: self.attributes(), ..PutMultipartOptions::default() };
        match self.bucket.store.put_multipart_opts(&self.path, options).await {
            Ok(upload) => Ok(Upload { upload: Some(upload), sending: JoinSet::new() }),
            Err(error) => Err(from_library(&error)),
        }
    }

    async fn end(mut self) -> Result<u64> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        if self.upload.is_none() {
            let payload = std::mem::take(&mut self.waiting).freeze();
            let written = self.put(payload).await;
            return self.judge(written).await;
        }
        if !self.waiting.is_empty() {
            self.send_part().await?;
        }
        // It was there, and stays so where a part failed.
        let Some(mut upload) = self.upload.take() else { return Err(Error::Closed) };
        upload.wait(1).await?;
        if !(self.bucket.conditional && self.bucket.place.kind == Kind::S3) {
            self.check_absent().await?;
        }
        let Some(parts) = &mut upload.upload else { return Err(Error::Closed) };
        let done = match parts.complete().await {
            Ok(_) => self.confirm().await,
            failed => self.judge(failed.map(drop)).await,
        };
        if done.is_ok() {
            upload.upload = None;
        }
        done
    }

    /// Looks for what the store says is complete. Some say so of an upload that they are still at, when
    /// they are asked again, and also when they were killed at it and will never be done.
    async fn confirm(&mut self) -> Result<u64> {
        let looking = async {
            let mut pause = PAUSES.0;
            loop {
                match self.bucket.written_by(&self.path).await {
                    Ok(Some(mark)) if mark == self.mark => return Ok(self.length),
                    Ok(Some(_)) => return Err(exists(&self.id)),
                    Ok(None) => {}
                    Err(error) => return Err(Error::Unknown(error.to_string())),
                }
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(PAUSES.1);
            }
        };
        let patience = self.bucket.options.patience;
        tokio::time::timeout(patience, looking).await.unwrap_or_else(|_| {
            let why = "the store says that an upload is complete, and does not have it";
            Err(Error::Unknown(format!("blob {}: {why}", self.id.0)))
        })
    }

    async fn put(&mut self, payload: PutPayload) -> object_store::Result<()> {
        let mode = if self.bucket.conditional {
            PutMode::Create
        } else {
            if let Some(mark) = self.bucket.written_by(&self.path).await? {
                let (path, source) = (self.path.to_string(), mark.into());
                return Err(object_store::Error::AlreadyExists { path, source });
            }
            PutMode::Overwrite
        };
        let options = PutOptions { mode, attributes: self.attributes(), ..PutOptions::default() };
        self.bucket.store.put_opts(&self.path, payload, options).await.map(drop)
    }

    async fn check_absent(&mut self) -> Result<()> {
        match self.bucket.written_by(&self.path).await {
            Ok(None) => Ok(()),
            Ok(Some(_)) => Err(exists(&self.id)),
            Err(error) => Err(from_library(&error)),
        }
    }

    /// What became of a write. The store is asked where it did not say: a request may have been done
    /// whose answer was lost, and one that was sent again may have met itself.
    async fn judge(&mut self, written: object_store::Result<()>) -> Result<u64> {
        let Err(error) = written else { return Ok(self.length) };
        let found = tokio::time::timeout(LOOK, self.bucket.written_by(&self.path)).await;
        match found {
            Ok(Ok(Some(mark))) if mark == self.mark => Ok(self.length),
            Ok(Ok(Some(_))) => Err(exists(&self.id)),
            // Whom it conflicted with is gone again.
            Ok(Ok(None)) if is_refused(&error) => Err(match from_library(&error) {
                Error::Exists(why) => Error::Busy(why),
                other => other,
            }),
            _ => Err(Error::Unknown(error.to_string())),
        }
    }
}

impl BlobWriter for Writer {
    fn write(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            if let Some(error) = &self.failed {
                return Err(error.clone());
            }
            let added = self.add(bytes).await;
            if let Err(error) = &added {
                self.failed = Some(error.clone());
                self.upload = None;
            }
            added
        })
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<u64>> {
        Box::pin(self.end())
    }
}

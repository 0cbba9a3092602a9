//! A body of any length that is read or written piece by piece.

use crate::checksum::Algorithm;
use bytes::Bytes;
use futures_core::Stream;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};

/// Why a body ended before its end. Carries the error's code where the reader knows AWS's, such
/// as `BadDigest` or `IncompleteBody`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamError {
    /// The wire code of the error.
    pub code: &'static str,
    /// What happened.
    pub message: String,
}

impl StreamError {
    /// An error with this code and message.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for StreamError {}

type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, StreamError>> + Send + Sync>>;

/// A body: its pieces and, where it is known beforehand, its length. The default is empty.
pub struct ByteStream {
    pieces: Option<Pieces>,
    length: Option<u64>,
    trailing: Option<Trailing>,
}

/// A checksum that follows a body. Whoever reads the body compares it, so that at the body's end
/// it is known and need not be computed again.
#[derive(Clone, Debug)]
pub struct Trailing {
    /// How it is computed.
    pub algorithm: Algorithm,
    value: Arc<OnceLock<String>>,
}

impl Trailing {
    /// One that has not come yet.
    pub fn new(algorithm: Algorithm) -> Self {
        Self { algorithm, value: Arc::default() }
    }

    /// The value, as base64, once the body was read to its end.
    pub fn value(&self) -> Option<&str> {
        self.value.get().map(String::as_str)
    }

    /// It came, and is that of what was read.
    pub fn prove(&self, value: String) {
        // A body has one end.
        let _ = self.value.set(value);
    }
}

impl ByteStream {
    /// A body of these pieces; `length` in bytes where it is known.
    pub fn new(
        pieces: impl Stream<Item = Result<Bytes, StreamError>> + Send + Sync + 'static,
        length: Option<u64>,
    ) -> Self {
        Self { pieces: Some(Box::pin(pieces)), length, trailing: None }
    }

    /// The same body, which a checksum follows.
    pub fn followed_by(self, trailing: Option<Trailing>) -> Self {
        Self { trailing, ..self }
    }

    /// The checksum that follows it.
    pub fn trailing(&self) -> Option<&Trailing> {
        self.trailing.as_ref()
    }

    /// The length in bytes where it is known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// The next piece; `None` at the end. After an error there is nothing more.
    pub async fn next(&mut self) -> Option<Result<Bytes, StreamError>> {
        let pieces = self.pieces.as_mut()?;
        let next = std::future::poll_fn(|context| pieces.as_mut().poll_next(context)).await;
        if !matches!(next, Some(Ok(_))) {
            self.pieces = None;
        }
        next
    }

    /// The whole body in memory.
    ///
    /// # Errors
    /// The stream's own, or `EntityTooLarge` past `limit` bytes.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, StreamError> {
        let mut whole = Vec::new();
        while let Some(piece) = self.next().await {
            let piece = piece?;
            if whole.len() + piece.len() > limit {
                return Err(StreamError::new("EntityTooLarge", "The body is too large."));
            }
            whole.extend_from_slice(&piece);
        }
        Ok(whole.into())
    }
}

impl Default for ByteStream {
    fn default() -> Self {
        Self { pieces: None, length: Some(0), trailing: None }
    }
}

impl From<Bytes> for ByteStream {
    fn from(bytes: Bytes) -> Self {
        let length = Some(bytes.len() as u64);
        Self { pieces: Some(Box::pin(Once(Some(bytes)))), length, trailing: None }
    }
}

/// A stream of one piece.
struct Once(Option<Bytes>);

impl Stream for Once {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").field("length", &self.length).finish_non_exhaustive()
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        match &mut self.pieces {
            Some(pieces) => pieces.as_mut().poll_next(context),
            None => std::task::Poll::Ready(None),
        }
    }
}

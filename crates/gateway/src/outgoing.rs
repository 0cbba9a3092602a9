//! Bodies of answers as they go out.

use bytes::Bytes;
use futures_util::Stream as _;
use http_body::{Body, Frame, SizeHint};
use shapes::{ByteStream, StreamError};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// The body of an answer. When a stream fails midway, or is shorter than it said, the connection
/// is broken off, so that no client takes half a body for a whole one.
#[derive(Debug)]
pub struct Outgoing(Kind);

#[derive(Debug)]
enum Kind {
    Whole(Option<Bytes>),
    Stream { stream: ByteStream, left: Option<u64> },
}

impl From<wire::Body> for Outgoing {
    fn from(body: wire::Body) -> Self {
        Self(match body {
            wire::Body::Bytes(bytes) => Kind::Whole((!bytes.is_empty()).then_some(bytes)),
            wire::Body::Stream(stream) => {
                let left = stream.length();
                Kind::Stream { stream, left }
            }
        })
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = StreamError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, StreamError>>> {
        let (stream, left) = match &mut self.0 {
            Kind::Whole(bytes) => return Poll::Ready(bytes.take().map(|b| Ok(Frame::data(b)))),
            Kind::Stream { stream, left } => (stream, left),
        };
        let next = ready!(Pin::new(stream).poll_next(context));
        let next = match (next, left.as_mut()) {
            (Some(Ok(piece)), Some(left)) => match left.checked_sub(piece.len() as u64) {
                Some(rest) => {
                    *left = rest;
                    Some(Ok(piece))
                }
                None => Some(Err(StreamError::new("InternalError", "The body is too long."))),
            },
            (None, Some(left)) if *left > 0 => {
                Some(Err(StreamError::new("InternalError", "The body is too short.")))
            }
            (next, _) => next,
        };
        if let Some(Err(error)) = &next {
            tracing::warn!(%error, "an answer breaks off");
        }
        Poll::Ready(next.map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        matches!(&self.0, Kind::Whole(None) | Kind::Stream { left: Some(0), .. })
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, Bytes::len) as u64),
            Kind::Stream { left: Some(left), .. } => SizeHint::with_exact(*left),
            Kind::Stream { left: None, .. } => SizeHint::default(),
        }
    }
}

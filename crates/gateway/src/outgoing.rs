//! Bodies of answers as they go out.

use crate::flight::Trip;
use bytes::Bytes;
use futures_util::Stream as _;
use http_body::{Body, Frame, SizeHint};
use platform::BoxFuture;
use shapes::{ByteStream, StreamError};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// The body of an answer. When a stream fails midway, or is shorter than it said, the connection
/// is broken off, so that no client takes half a body for a whole one. A stream of events ends
/// between two of them when the server stops: nobody else would end it.
pub struct Outgoing {
    source: Source,
    /// What was taken from the source and is still to be given.
    rest: Bytes,
    trip: Trip,
}

enum Source {
    Whole,
    Stream { stream: ByteStream, left: Option<u64> },
    Events { stream: ByteStream, stop: BoxFuture<'static, ()> },
}

impl Source {
    fn poll_piece(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, StreamError>>> {
        let (stream, left) = match self {
            Source::Whole => return Poll::Ready(None),
            Source::Stream { stream, left } => (stream, left.as_mut()),
            Source::Events { stream, stop } => {
                if stop.as_mut().poll(context).is_ready() {
                    *self = Source::Whole;
                    return Poll::Ready(None);
                }
                (stream, None)
            }
        };
        let next = ready!(Pin::new(stream).poll_next(context));
        Poll::Ready(match (next, left) {
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
        })
    }
}

impl Outgoing {
    /// A body for a client; `stop` resolves when the server stops.
    pub(crate) fn new(
        body: wire::Body,
        mut trip: Trip,
        stop: impl FnOnce() -> BoxFuture<'static, ()>,
    ) -> Self {
        trip.set_due(true);
        match body {
            wire::Body::Bytes(bytes) => {
                let rest = trip.count(bytes);
                Self { source: Source::Whole, rest, trip }
            }
            wire::Body::Stream(stream) => {
                let left = stream.length();
                Self { source: Source::Stream { stream, left }, rest: Bytes::new(), trip }
            }
            wire::Body::Events(stream) => {
                let source = Source::Events { stream, stop: stop() };
                Self { source, rest: Bytes::new(), trip }
            }
        }
    }

    /// As much of the rest as is given at once.
    fn give(&mut self) -> Frame<Bytes> {
        let length = match self.trip.is_in_parts() {
            true => self.rest.len().min(PART),
            false => self.rest.len(),
        };
        self.trip.took(length);
        self.trip.set_due(true);
        Frame::data(self.rest.split_to(length))
    }
}

/// How much of an answer HTTP/2 is given at once, in bytes.
const PART: usize = 64 * 1024;

impl Body for Outgoing {
    type Data = Bytes;
    type Error = StreamError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, StreamError>>> {
        if !self.rest.is_empty() {
            return Poll::Ready(Some(Ok(self.give())));
        }
        let next = self.source.poll_piece(context);
        if next.is_pending() {
            self.trip.set_due(false);
        }
        let next = ready!(next);
        if let Some(Err(error)) = &next {
            tracing::warn!(%error, "an answer breaks off");
        }
        Poll::Ready(match next {
            Some(Ok(piece)) => {
                self.rest = self.trip.count(piece);
                Some(Ok(self.give()))
            }
            Some(Err(error)) => Some(Err(error)),
            None => None,
        })
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
            && matches!(&self.source, Source::Whole | Source::Stream { left: Some(0), .. })
    }

    fn size_hint(&self) -> SizeHint {
        let rest = self.rest.len() as u64;
        match &self.source {
            Source::Whole => SizeHint::with_exact(rest),
            Source::Stream { left: Some(left), .. } => SizeHint::with_exact(rest + left),
            Source::Stream { left: None, .. } | Source::Events { .. } => SizeHint::default(),
        }
    }
}

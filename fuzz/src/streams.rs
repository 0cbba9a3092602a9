//! Bodies that arrive in pieces.

use bytes::Bytes;
use futures_core::Stream;
use shapes::{ByteStream, StreamError};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// A body whose pieces have these lengths, over and over; a length of 0 is an empty piece, which
/// HTTP/2 allows.
pub fn pieces(body: &[u8], lengths: &[u8]) -> ByteStream {
    let mut rest = body;
    let mut all = Vec::new();
    // An empty piece comes once between two others at most, so that the body has an end.
    let mut lengths = lengths.iter().map(|length| usize::from(*length)).cycle();
    while !rest.is_empty() {
        let mut length = lengths.next().unwrap_or(usize::MAX);
        if length == 0 {
            all.push(Bytes::new());
            length = 1;
        }
        let (piece, others) = rest.split_at(length.min(rest.len()));
        all.push(Bytes::copy_from_slice(piece));
        rest = others;
    }
    all.reverse();
    ByteStream::new(Pieces(all), None)
}

/// The pieces that are still to come, the next one last.
struct Pieces(Vec<Bytes>);

impl Stream for Pieces {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop().map(Ok))
    }
}

/// Reads a body that never waits to its end: its data, and the error that it ends in.
pub fn read(mut stream: ByteStream) -> (Vec<u8>, Option<StreamError>) {
    let mut context = Context::from_waker(Waker::noop());
    let mut whole = Vec::new();
    loop {
        match Pin::new(&mut stream).poll_next(&mut context) {
            Poll::Ready(Some(Ok(piece))) => whole.extend_from_slice(&piece),
            Poll::Ready(Some(Err(error))) => return (whole, Some(error)),
            Poll::Ready(None) => return (whole, None),
            Poll::Pending => unreachable!("the pieces are all there"),
        }
    }
}

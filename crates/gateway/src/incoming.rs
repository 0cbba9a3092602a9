//! Bodies of requests as they come in.

use bytes::Bytes;
use futures_util::Stream;
use http_body::Body as _;
use hyper::body::Incoming;
use shapes::{ByteStream, StreamError};
use std::future::Future as _;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep};

/// What has to come of a body within its pause; less is a sender that only holds its place.
const LEAST_BYTES: usize = 1024;
/// What is read of a body that nobody wants, so that its sender comes to read the answer.
const DRAIN_BYTES: u64 = 1 << 30;
/// How long that may take.
const DRAIN_TIME: Duration = Duration::from_secs(30);

/// The body of a request. It ends in `IncompleteBody` when the connection ends before it, and in
/// `RequestTimeout` when next to nothing comes for `pause`.
///
/// The second half ends when nothing more of the body will be read, which after a refusal is later
/// than the answer is known.
pub(crate) fn stream(
    body: Incoming,
    expects_continue: bool,
    pause: Duration,
) -> (ByteStream, Finished) {
    let (finish, ended) = oneshot::channel();
    let asked = Arc::new(AtomicBool::new(false));
    let finished = Finished { ended, asked: asked.clone() };
    let length = body.size_hint().exact();
    if body.is_end_stream() {
        return (ByteStream::default(), finished);
    }
    let reader = Reader {
        body: Some(body),
        expects_continue,
        asked,
        pause,
        timer: None,
        since: 0,
        finish: Some(finish),
    };
    (ByteStream::new(reader, length), finished)
}

/// Says when a body has been read or given up.
pub(crate) struct Finished {
    ended: oneshot::Receiver<Never>,
    asked: Arc<AtomicBool>,
}

/// Nothing is ever sent: the end of the sender is the message.
enum Never {}

impl Finished {
    pub(crate) async fn wait(self) {
        let _ = self.ended.await;
    }

    /// Whether anybody has begun to read, which is when `100 Continue` is sent.
    pub(crate) fn was_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }
}

struct Reader {
    /// Absent once it has ended.
    body: Option<Incoming>,
    expects_continue: bool,
    /// Somebody began to read.
    asked: Arc<AtomicBool>,
    pause: Duration,
    timer: Option<Pin<Box<Sleep>>>,
    /// What has come since the timer was set.
    since: usize,
    /// Ends with the reading of the body.
    finish: Option<oneshot::Sender<Never>>,
}

impl Reader {
    fn poll_body(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, StreamError>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        loop {
            match ready!(Pin::new(&mut *body).poll_frame(context)) {
                Some(Ok(frame)) => {
                    // Trailers of HTTP itself carry nothing that AWS speaks of; clients of HTTP/2
                    // may end a body with an empty frame.
                    if let Ok(data) = frame.into_data()
                        && !data.is_empty()
                    {
                        return Poll::Ready(Some(Ok(data)));
                    }
                }
                Some(Err(_)) => {
                    let message = "The request body terminated unexpectedly";
                    return Poll::Ready(Some(Err(StreamError::new("IncompleteBody", message))));
                }
                None => return Poll::Ready(None),
            }
        }
    }

    fn poll_timer(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let pause = self.pause;
        let timer = self.timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(pause)));
        timer.as_mut().poll(context)
    }
}

impl Stream for Reader {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.asked.store(true, Ordering::Relaxed);
        if let Poll::Ready(next) = self.poll_body(context) {
            let pause = self.pause;
            if let Some(Ok(data)) = &next {
                self.since = self.since.saturating_add(data.len());
            }
            let enough = self.since >= LEAST_BYTES;
            if enough && let Some(timer) = &mut self.timer {
                timer.as_mut().reset(Instant::now() + pause);
                self.since = 0;
            }
            if !matches!(next, Some(Ok(_))) {
                self.body = None;
            }
            return Poll::Ready(next);
        }
        ready!(self.poll_timer(context));
        self.finish = None;
        Poll::Ready(Some(Err(too_slow())))
    }
}

impl Drop for Reader {
    /// A client that is still sending does not read the answer, and a connection closed on unread
    /// bytes loses it. So what remains is read and thrown away. A client that waits for
    /// `100 Continue` has sent nothing.
    fn drop(&mut self) {
        let Some(body) = self.body.take() else { return };
        if (self.expects_continue && !self.asked.load(Ordering::Relaxed)) || body.is_end_stream() {
            return;
        }
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let finish = self.finish.take();
            runtime.spawn(async move {
                let _ = tokio::time::timeout(DRAIN_TIME, drain(body)).await;
                drop(finish);
            });
        }
    }
}

/// A body that does not come, or not quickly enough.
pub(crate) fn too_slow() -> StreamError {
    let message = "Your socket connection to the server was not read from or written to within \
                   the timeout period. Idle connections will be closed.";
    StreamError::new("RequestTimeout", message)
}

async fn drain(mut body: Incoming) {
    let mut left = DRAIN_BYTES;
    while let Some(Ok(frame)) =
        std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await
    {
        let length = frame.data_ref().map_or(0, |data| data.len() as u64);
        if length >= left {
            return;
        }
        left -= length;
    }
}

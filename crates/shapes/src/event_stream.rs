//! An answer that goes on: events, one after the other, as they happen.

use crate::{Shape, StreamError};
use futures_core::Stream;
use futures_util::StreamExt as _;
use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

/// One event of a stream: a variant of the union that the model names. Generated enums are such.
pub trait Event: Send + Sync + 'static {
    /// The union's member, which is the event's type on the wire.
    fn name(&self) -> &'static str;

    /// Whether it is an exception of the model, after which nothing comes.
    fn is_exception(&self) -> bool;

    /// What it says.
    fn value(&self) -> &dyn Shape;
}

type Source<E> = Pin<Box<dyn Stream<Item = Result<E, StreamError>> + Send>>;

/// The events of an answer, in order; an exception of the model, or an error, is the last. The default
/// is none.
pub struct EventStream<E>(Option<Mutex<Source<E>>>);

/// A stream of events whose union is not known to who writes them.
pub type AnyEvents = Pin<Box<dyn Stream<Item = Result<Box<dyn Event>, StreamError>> + Send + Sync>>;

impl<E: Event> EventStream<E> {
    /// The events of a source. It is asked for the next only when that can be sent, and dropped
    /// when the caller goes away or the server stops.
    pub fn new(source: impl Stream<Item = E> + Send + 'static) -> Self {
        Self::fallible(source.map(Ok))
    }

    /// The same of a source that may end in an error that is no exception of the model.
    pub fn fallible(source: impl Stream<Item = Result<E, StreamError>> + Send + 'static) -> Self {
        Self(Some(Mutex::new(Box::pin(source))))
    }

    /// The next event; `None` at the end, which an error is as well.
    pub async fn next(&mut self) -> Option<E> {
        self.try_next().await?.ok()
    }

    /// The next event, or the error at the end; `None` where there is none.
    pub async fn try_next(&mut self) -> Option<Result<E, StreamError>> {
        std::future::poll_fn(|context| self.poll_event(context)).await
    }

    /// The stream, of which this one then has nothing left.
    pub fn take(&mut self) -> AnyEvents {
        Box::pin(Erased(Self(self.0.take())))
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<E, StreamError>>> {
        // Nobody else can hold the lock: it only lets what is sent between threads be shared.
        let Some(source) = &mut self.0 else { return Poll::Ready(None) };
        let source = source.get_mut().unwrap_or_else(PoisonError::into_inner);
        let polled = source.as_mut().poll_next(context);
        let is_last = match &polled {
            Poll::Ready(Some(Ok(event))) => event.is_exception(),
            Poll::Ready(_) => true,
            Poll::Pending => false,
        };
        if is_last {
            self.0 = None;
        }
        polled
    }
}

/// Events in boxes.
struct Erased<E>(EventStream<E>);

impl<E: Event> Stream for Erased<E> {
    type Item = Result<Box<dyn Event>, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = self.0.poll_event(context);
        polled.map(|event| Some(event?.map(|event| Box::new(event) as Box<dyn Event>)))
    }
}

impl<E> Default for EventStream<E> {
    fn default() -> Self {
        Self(None)
    }
}

impl<E> fmt::Debug for EventStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Unit;
    use std::collections::VecDeque;
    use std::task::Waker;

    #[derive(Debug, PartialEq)]
    enum Told {
        Something,
        Failure,
    }

    impl Event for Told {
        fn name(&self) -> &'static str {
            "told"
        }

        fn is_exception(&self) -> bool {
            *self == Told::Failure
        }

        fn value(&self) -> &dyn Shape {
            &Unit
        }
    }

    struct Queue<T>(VecDeque<T>);

    impl<T: Unpin> Stream for Queue<T> {
        type Item = T;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
            Poll::Ready(self.0.pop_front())
        }
    }

    fn next(events: &mut EventStream<Told>) -> Option<Result<Told, StreamError>> {
        match events.poll_event(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(event) => event,
            Poll::Pending => panic!("a queue never waits"),
        }
    }

    #[test]
    fn nothing_comes_after_an_exception() {
        let queue = [Told::Something, Told::Failure, Told::Something].into();
        let mut events = EventStream::new(Queue(queue));
        assert_eq!(next(&mut events), Some(Ok(Told::Something)));
        assert_eq!(next(&mut events), Some(Ok(Told::Failure)));
        assert_eq!(next(&mut events), None);
    }

    #[test]
    fn nothing_comes_after_an_error() {
        let error = StreamError::new("Lost", "It is lost.");
        let queue = [Ok(Told::Something), Err(error.clone()), Ok(Told::Something)].into();
        let mut events = EventStream::fallible(Queue(queue));
        assert_eq!(next(&mut events), Some(Ok(Told::Something)));
        assert_eq!(next(&mut events), Some(Err(error)));
        assert_eq!(next(&mut events), None);
    }

    #[test]
    fn what_was_taken_is_not_there_any_more() {
        let mut events = EventStream::new(Queue([Told::Something].into()));
        let mut taken = events.take();
        assert_eq!(next(&mut events), None);
        let polled = taken.as_mut().poll_next(&mut Context::from_waker(Waker::noop()));
        assert!(matches!(polled, Poll::Ready(Some(Ok(event))) if event.name() == "told"));
    }
}

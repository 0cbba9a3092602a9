//! A read, which most often is answered from memory.

use crate::{BoxFuture, Result};
use std::future::{self, Future};
use std::pin::Pin;
use std::task::{Context, Poll};

/// What a read of an engine gives. An engine that has the answer at hand gives it with
/// [`now`](Reading::now), for which nothing is allocated; one that has to wait for a disk or a
/// network does so in a future of its own, and blocks no thread of the runtime meanwhile.
#[must_use = "nothing is read before it is awaited"]
pub struct Reading<'a, T>(State<'a, T>);

enum State<'a, T> {
    Now(future::Ready<Result<T>>),
    Later(BoxFuture<'a, Result<T>>),
}

impl<'a, T> Reading<'a, T> {
    /// A read that is answered.
    pub fn now(answer: Result<T>) -> Self {
        Self(State::Now(future::ready(answer)))
    }

    /// A read that is answered by a future.
    pub fn later(work: impl Future<Output = Result<T>> + Send + 'a) -> Self {
        Self(State::Later(Box::pin(work)))
    }

    /// Whether the answer is there already.
    pub fn is_now(&self) -> bool {
        matches!(self.0, State::Now(_))
    }
}

// The answer is moved out of it whole and nothing points into it.
impl<T> Unpin for Reading<'_, T> {}

impl<T> Future for Reading<'_, T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            State::Now(answer) => Pin::new(answer).poll(context),
            State::Later(work) => work.as_mut().poll(context),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_is_answered_now_or_later() {
        let now = Reading::now(Ok(1));
        assert!(now.is_now());
        assert_eq!(now.await.unwrap(), 1);
        let later = Reading::later(async {
            tokio::task::yield_now().await;
            Ok(2)
        });
        assert!(!later.is_now());
        assert_eq!(later.await.unwrap(), 2);
    }
}

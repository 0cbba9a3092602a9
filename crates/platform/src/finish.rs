//! Work that is carried to its end whoever waits for it.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::runtime::Handle;

/// Does the work where it stands, without a task of its own; if the caller goes away in the
/// middle, what remains goes on as a task, so that what is stored, what memory mirrors and who was
/// woken always agree. A panic is the caller's.
pub fn finish<F>(work: F) -> Finish<Pin<Box<F>>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    Finish::new(Box::pin(work))
}

/// The future of [`finish`].
pub struct Finish<F>(Option<F>)
where
    F: Future + Send + Unpin + 'static,
    F::Output: Send + 'static;

impl<F> Finish<F>
where
    F: Future + Send + Unpin + 'static,
    F::Output: Send + 'static,
{
    /// The same for work that can be moved while it is done, which needs no box.
    pub fn new(work: F) -> Self {
        Self(Some(work))
    }
}

impl<F> Future for Finish<F>
where
    F: Future + Send + Unpin + 'static,
    F::Output: Send + 'static,
{
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        // Outside while it runs: after a panic there is nothing to go on with.
        let Some(mut work) = self.0.take() else { return Poll::Pending };
        let polled = Pin::new(&mut work).poll(context);
        if polled.is_pending() {
            self.0 = Some(work);
        }
        polled
    }
}

impl<F> Drop for Finish<F>
where
    F: Future + Send + Unpin + 'static,
    F::Output: Send + 'static,
{
    fn drop(&mut self) {
        if let Some(work) = self.0.take()
            && let Ok(runtime) = Handle::try_current()
        {
            runtime.spawn(work);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::task::Waker;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn work_goes_on_when_its_caller_goes_away() {
        let (go, wait) = oneshot::channel::<()>();
        let (tell, told) = oneshot::channel();
        let mut work = Box::pin(finish(async move {
            let _ = wait.await;
            let _ = tell.send("done");
        }));
        assert!(work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        drop(work);
        go.send(()).unwrap();
        assert_eq!(told.await, Ok("done"));
    }

    #[tokio::test]
    async fn work_that_nobody_began_is_done_too() {
        let (tell, told) = oneshot::channel();
        drop(finish(async move { tell.send(7) }));
        assert_eq!(told.await, Ok(7));
    }

    #[tokio::test]
    async fn a_panic_is_the_callers_and_ends_the_work() {
        let mut work = Box::pin(finish(async { panic!("as planned") }));
        let mut context = Context::from_waker(Waker::noop());
        let polled = catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(&mut context)));
        assert!(polled.is_err());
        drop(work);
        assert_eq!(finish(async { 5 }).await, 5);
    }
}

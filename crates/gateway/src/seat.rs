//! Where the work of a connection's requests lies: a request's future has some kilobytes, which are
//! asked of the allocator once for a connection whose requests come one after the other.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

/// The place of futures that follow each other. Cheap to clone.
pub(crate) struct Seat<F>(Arc<Mutex<Option<Place<F>>>>);

type Place<F> = Pin<Box<Option<F>>>;

impl<F> Default for Seat<F> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<F> Clone for Seat<F> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<F: Future> Seat<F> {
    /// Has the work take the place; where another still has it, as with HTTP/2, one of its own.
    pub fn take(&self, work: F) -> Seated<F> {
        let free = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let place = match free {
            Some(mut place) => {
                place.set(Some(work));
                place
            }
            None => Box::pin(Some(work)),
        };
        Seated { place: Some(place), seat: self.clone() }
    }
}

/// Work in its place, which it leaves when it is done.
pub(crate) struct Seated<F> {
    place: Option<Place<F>>,
    seat: Seat<F>,
}

impl<F: Future> Future for Seated<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        // Outside while it runs: after a panic there is nothing to go on with.
        let Some(mut place) = self.place.take() else { return Poll::Pending };
        let Some(work) = place.as_mut().as_pin_mut() else { return Poll::Pending };
        let polled = work.poll(context);
        if polled.is_pending() {
            self.place = Some(place);
            return polled;
        }
        place.set(None);
        *self.seat.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
        polled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::task::Waker;

    fn poll<F: Future + Unpin>(work: &mut F) -> Poll<F::Output> {
        Pin::new(work).poll(&mut Context::from_waker(Waker::noop()))
    }

    fn address<F>(work: &Seated<F>) -> *const Option<F> {
        work.place.as_ref().map_or(std::ptr::null(), |place| std::ptr::from_ref(&**place))
    }

    #[test]
    fn what_follows_lies_where_the_last_one_lay_and_what_is_beside_it_elsewhere() {
        let seat = Seat::default();
        let waiting = |open: bool| {
            std::future::poll_fn(move |_| if open { Poll::Ready(7) } else { Poll::Pending })
        };
        let mut first = seat.take(waiting(true));
        let place = address(&first);
        let mut beside = seat.take(waiting(false));
        assert_ne!(address(&beside), place);
        assert_eq!(poll(&mut beside), Poll::Pending);
        assert_eq!(poll(&mut first), Poll::Ready(7));
        assert_eq!(poll(&mut first), Poll::Pending, "it has left");
        let mut second = seat.take(waiting(true));
        assert_eq!(address(&second), place);
        assert_eq!(poll(&mut second), Poll::Ready(7));
    }
}

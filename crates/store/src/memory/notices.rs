//! Notices between processes that are played in one.

use super::lock;
use crate::{BoxFuture, Listener, NOTICE_BYTES, Notices};
use bytes::Bytes;
use std::collections::{BTreeMap, VecDeque};
use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// How many notices wait for a listener before the next ones are lost to it.
const MOST_WAITING: usize = 1000;

/// What all processes over the same engines in memory have in common. Clones are the same one.
#[derive(Clone, Default)]
pub struct MemoryNotices(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    last: u64,
    /// By their numbers, in which they are told.
    listeners: BTreeMap<u64, Ear>,
}

#[derive(Default)]
struct Ear {
    process: u64,
    waiting: VecDeque<Bytes>,
    waker: Option<Waker>,
}

impl State {
    fn number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }
}

impl MemoryNotices {
    /// The notices of one process more.
    pub fn join(&self) -> Arc<dyn Notices> {
        Arc::new(Joined { all: self.0.clone(), process: lock(&self.0).number() })
    }
}

struct Joined {
    all: Arc<Mutex<State>>,
    process: u64,
}

struct Hearing {
    all: Arc<Mutex<State>>,
    number: u64,
}

impl Notices for Joined {
    fn send(&self, notice: Bytes) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            if notice.len() > NOTICE_BYTES {
                return;
            }
            let mut all = lock(&self.all);
            let others = all.listeners.values_mut().filter(|ear| ear.process != self.process);
            let mut wakers = Vec::new();
            for ear in others.filter(|ear| ear.waiting.len() < MOST_WAITING) {
                ear.waiting.push_back(notice.clone());
                wakers.extend(ear.waker.take());
            }
            drop(all);
            wakers.into_iter().for_each(Waker::wake);
        })
    }

    fn listen(&self) -> Box<dyn Listener> {
        let mut all = lock(&self.all);
        let number = all.number();
        all.listeners.insert(number, Ear { process: self.process, ..Ear::default() });
        Box::new(Hearing { all: self.all.clone(), number })
    }
}

impl Hearing {
    fn poll(&self, context: &Context<'_>) -> Poll<Bytes> {
        let mut all = lock(&self.all);
        // It is there until this is dropped.
        let Some(ear) = all.listeners.get_mut(&self.number) else { return Poll::Pending };
        match ear.waiting.pop_front() {
            Some(notice) => Poll::Ready(notice),
            None => {
                ear.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

impl Listener for Hearing {
    fn next(&mut self) -> BoxFuture<'_, Bytes> {
        Box::pin(poll_fn(|context| self.poll(context)))
    }
}

impl Drop for Hearing {
    fn drop(&mut self) {
        // A waker that is dropped may end a task, which may come here itself.
        let ear = lock(&self.all).listeners.remove(&self.number);
        drop(ear);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn keeps_the_contract() {
        let all = MemoryNotices::default();
        crate::contract::notices::run([all.join(), all.join(), all.join()]).await;
    }

    #[tokio::test]
    async fn nothing_is_lost_with_a_future_that_was_dropped() {
        let all = MemoryNotices::default();
        let (one, other) = (all.join(), all.join());
        let mut listener = other.listen();
        drop(poll_once(listener.next()));
        one.send("a".into()).await;
        drop(listener.next());
        assert_eq!(listener.next().await, "a");
    }

    fn poll_once(mut next: BoxFuture<'_, Bytes>) -> BoxFuture<'_, Bytes> {
        assert!(next.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        next
    }

    #[tokio::test]
    async fn who_does_not_listen_costs_no_more_than_this() {
        let all = MemoryNotices::default();
        let (one, other) = (all.join(), all.join());
        let mut idle = other.listen();
        for number in 0..2 * MOST_WAITING {
            one.send(number.to_string().into()).await;
        }
        assert_eq!(idle.next().await, "0");
        let waiting = lock(&all.0).listeners.values().map(|ear| ear.waiting.len()).sum::<usize>();
        assert_eq!(waiting, MOST_WAITING - 1);
        drop(idle);
        assert!(lock(&all.0).listeners.is_empty());
    }
}

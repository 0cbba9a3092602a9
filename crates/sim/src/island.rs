//! A runtime that stands still except when the world lets it run.

use crate::time::lock;
use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};
use tokio::runtime::{Builder, Handle, Runtime};

/// Tasks that run on the world's one thread, and only within [`run`](Island::run).
pub(crate) struct Island {
    runtime: Runtime,
    idle: Arc<Mutex<Idle>>,
}

/// Whether all tasks wait, and who has to know it.
#[derive(Default)]
struct Idle {
    reached: bool,
    waiter: Option<Waker>,
}

impl Island {
    /// # Errors
    /// The operating system's.
    pub fn new() -> std::io::Result<Self> {
        let idle = Arc::new(Mutex::new(Idle::default()));
        let parked = idle.clone();
        let reached = move || {
            let mut idle = lock(&parked);
            idle.reached = true;
            let waiter = idle.waiter.take();
            drop(idle);
            if let Some(waiter) = waiter {
                waiter.wake();
            }
        };
        let runtime = Builder::new_current_thread().on_thread_park(reached).build()?;
        Ok(Self { runtime, idle })
    }

    pub fn handle(&self) -> &Handle {
        self.runtime.handle()
    }

    /// Lets the tasks run until each of them waits for something.
    pub fn run(&self) {
        lock(&self.idle).reached = false;
        self.runtime.block_on(poll_fn(|context| {
            let mut idle = lock(&self.idle);
            if idle.reached {
                return Poll::Ready(());
            }
            idle.waiter = Some(context.waker().clone());
            Poll::Pending
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Slot;

    #[test]
    fn tasks_run_when_they_are_let_and_until_they_wait() {
        let island = Island::new().unwrap();
        let (slot, steps) = (Slot::new(), Arc::new(Mutex::new(0)));
        let (filled, counted) = (slot.clone(), steps.clone());
        island.handle().spawn(async move {
            for _ in 0..1000 {
                tokio::task::yield_now().await;
                *lock(&counted) += 1;
            }
            filled.filled().await;
            *lock(&counted) += 1;
        });
        assert_eq!(*lock(&steps), 0);
        island.run();
        assert_eq!(*lock(&steps), 1000);
        slot.fill(());
        assert_eq!(*lock(&steps), 1000);
        island.run();
        assert_eq!(*lock(&steps), 1001);
    }
}

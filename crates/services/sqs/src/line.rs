//! Receives that wait for messages, in the order in which they came.

use crate::machine::Taken;
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::sync::{Notify, oneshot};

/// A receive that waits.
struct Waiter {
    ticket: u64,
    most: usize,
    reply: oneshot::Sender<Taken>,
    look: Arc<Notify>,
}

/// A place in the line.
pub struct Place {
    /// Its number.
    pub ticket: u64,
    /// What it was given, once it was.
    pub reply: oneshot::Receiver<Taken>,
    /// It stands first now, or something is due earlier: look again at when.
    pub look: Arc<Notify>,
}

/// Those who wait.
#[derive(Default)]
pub struct Line {
    waiting: VecDeque<Waiter>,
    next: u64,
    /// What the first knows: who it is, and when something is due.
    told: Option<(u64, Option<i64>)>,
}

impl Line {
    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// How many wait.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Goes to the end of the line.
    pub fn join(&mut self, most: usize) -> Place {
        let (sender, reply) = oneshot::channel();
        let (ticket, look) = (self.next, Arc::new(Notify::new()));
        self.next += 1;
        self.waiting.push_back(Waiter { ticket, most, reply: sender, look: look.clone() });
        Place { ticket, reply, look }
    }

    /// Leaves the line.
    pub fn leave(&mut self, ticket: u64) {
        self.waiting.retain(|waiter| waiter.ticket != ticket);
    }

    /// Whether this one stands first: it looks at the clock for all.
    pub fn is_first(&self, ticket: u64) -> bool {
        self.waiting.front().is_some_and(|waiter| waiter.ticket == ticket)
    }

    /// Gives to the first what `take` takes for it, and so on, until there is nothing. What cannot
    /// be given, since the waiter is gone, is handed to `back`.
    pub fn serve<M>(
        &mut self,
        machine: &mut M,
        take: impl Fn(&mut M, usize) -> Taken,
        back: impl Fn(&mut M, &Taken),
    ) {
        while let Some(first) = self.waiting.front() {
            if !first.reply.is_closed() {
                let taken = take(machine, first.most);
                if taken.is_empty() {
                    return;
                }
                let Some(first) = self.waiting.pop_front() else { return };
                if let Err(taken) = first.reply.send(taken) {
                    back(machine, &taken);
                }
            } else {
                self.waiting.pop_front();
            }
        }
    }

    /// Tells the first of when something is due, if it does not know.
    pub fn tell(&mut self, due: Option<i64>) {
        let Some(first) = self.waiting.front() else {
            self.told = None;
            return;
        };
        if self.told != Some((first.ticket, due)) {
            self.told = Some((first.ticket, due));
            first.look.notify_one();
        }
    }

    /// Sends everybody away with nothing.
    pub fn dismiss(&mut self) {
        self.waiting.clear();
    }
}

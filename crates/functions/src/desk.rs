//! Where an invocation meets the runtime that asks for it: the state behind one environment's
//! Runtime API. The server puts jobs here and hears events; the runtime's requests take the jobs
//! and bring the answers.

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::{
    sync::{Notify, mpsc},
    time::Instant,
};

/// What the runtime is given for one invocation.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) request_id: String,
    pub(crate) payload: Bytes,
    pub(crate) function_arn: String,
    pub(crate) trace_id: String,
    pub(crate) client_context: Option<String>,
}

/// What the runtime did, in the order it did it.
#[derive(Debug)]
pub(crate) enum Event {
    /// It asked for work for the first time: its initialization is over.
    Ready(Instant),
    /// It was handed the job.
    Delivered(Instant),
    /// It posted an answer.
    Answered(Answer, Instant),
    /// It posted that it could not initialize, with its error document.
    InitFailed(Bytes),
}

/// An answer to an invocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Response(Bytes),
    Error(Bytes),
    /// The response was longer than AWS takes.
    TooLarge,
}

/// Why a request of the runtime was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The request id is not the one being worked on.
    InvalidRequestId,
    /// The request does not fit the environment's phase, or an answer is being sent already.
    InvalidState,
}

#[derive(Default)]
struct State {
    waiting: Option<Job>,
    current: Option<String>,
    ready: bool,
    /// It has said that it could not initialize.
    failed: bool,
    /// Somebody has the [`Turn`].
    told: bool,
}

/// One environment's desk. There is at most one job on it at a time.
pub(crate) struct Desk {
    state: Mutex<State>,
    wake: Notify,
    events: mpsc::UnboundedSender<Event>,
}

impl Desk {
    /// A desk, and where its events come out.
    pub(crate) fn new() -> (Desk, mpsc::UnboundedReceiver<Event>) {
        let (events, heard) = mpsc::unbounded_channel();
        (Desk { state: Mutex::default(), wake: Notify::new(), events }, heard)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lays a job on the desk; it wakes the runtime if that is waiting.
    pub(crate) fn put(&self, job: Job) {
        self.lock().waiting = Some(job);
        self.wake.notify_one();
    }

    /// Takes back a job that no runtime has taken yet.
    pub(crate) fn take_back(&self) -> Option<Job> {
        self.lock().waiting.take()
    }

    /// `GET /invocation/next`: waits for a job and takes it. `now` is called at the moments that
    /// matter. Dropping the future leaves the job on the desk.
    pub(crate) async fn next(&self, now: impl Fn() -> Instant) -> Job {
        self.tell_ready(&now);
        loop {
            let woken = self.wake.notified();
            if let Some(job) = self.try_take(&now) {
                return job;
            }
            woken.await;
        }
    }

    fn tell_ready(&self, now: &impl Fn() -> Instant) {
        let mut state = self.lock();
        if !state.ready {
            state.ready = true;
            self.tell(Event::Ready(now()));
        }
    }

    fn try_take(&self, now: &impl Fn() -> Instant) -> Option<Job> {
        let mut state = self.lock();
        if state.current.is_some() {
            return None;
        }
        let job = state.waiting.take()?;
        state.current = Some(job.request_id.clone());
        self.tell(Event::Delivered(now()));
        Some(job)
    }

    /// `POST /invocation/{id}/response` and `…/error`: asked before anything of a body is read.
    pub(crate) fn begin_answer(&self, id: &str) -> Result<Turn<'_>, Refusal> {
        let mut state = self.lock();
        if state.current.as_deref() != Some(id) {
            return Err(Refusal::InvalidRequestId);
        }
        self.take_turn(&mut state)
    }

    /// `POST /init/error`: asked before anything of a body is read.
    pub(crate) fn begin_init_error(&self) -> Result<Turn<'_>, Refusal> {
        let mut state = self.lock();
        if state.ready || state.failed {
            return Err(Refusal::InvalidState);
        }
        self.take_turn(&mut state)
    }

    fn take_turn(&self, state: &mut State) -> Result<Turn<'_>, Refusal> {
        if state.told {
            return Err(Refusal::InvalidState);
        }
        state.told = true;
        Ok(Turn(self))
    }

    fn tell(&self, event: Event) {
        // Nobody listens any more when the environment is ending; the runtime ends with it.
        drop(self.events.send(event));
    }
}

/// The right to tell something, which one request at a time has: so one body at a time is read.
/// Dropped by who has told nothing, it is free again.
pub(crate) struct Turn<'a>(&'a Desk);

impl Turn<'_> {
    /// Answers the invocation that the turn was taken for: while somebody has it, no other begins.
    pub(crate) fn answer(self, answer: Answer, now: Instant) {
        self.0.lock().current = None;
        self.0.tell(Event::Answered(answer, now));
    }

    /// Says that the runtime could not initialize, unless it has asked for work meanwhile.
    pub(crate) fn init_failed(self, document: Bytes) -> Result<(), Refusal> {
        let mut state = self.0.lock();
        if state.ready {
            return Err(Refusal::InvalidState);
        }
        state.failed = true;
        self.0.tell(Event::InitFailed(document));
        Ok(())
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.lock().told = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(id: &str) -> Job {
        Job {
            request_id: id.to_owned(),
            payload: Bytes::from_static(b"{}"),
            function_arn: String::new(),
            trace_id: String::new(),
            client_context: None,
        }
    }

    #[tokio::test]
    async fn one_invocation_from_ready_to_answered() {
        let (desk, mut events) = Desk::new();
        desk.put(job("a"));
        assert_eq!(desk.next(Instant::now).await.request_id, "a");
        assert!(matches!(events.recv().await, Some(Event::Ready(_))));
        assert!(matches!(events.recv().await, Some(Event::Delivered(_))));
        assert_eq!(desk.begin_answer("b").err(), Some(Refusal::InvalidRequestId));
        desk.begin_answer("a").unwrap().answer(Answer::TooLarge, Instant::now());
        assert!(matches!(events.recv().await, Some(Event::Answered(Answer::TooLarge, _))));
        assert_eq!(desk.begin_answer("a").err(), Some(Refusal::InvalidRequestId));
    }

    #[tokio::test]
    async fn one_answer_is_sent_at_a_time_and_one_that_broke_off_may_be_sent_again() {
        let (desk, _events) = Desk::new();
        desk.put(job("a"));
        desk.next(Instant::now).await;
        let first = desk.begin_answer("a").unwrap();
        assert_eq!(desk.begin_answer("a").err(), Some(Refusal::InvalidState));
        assert_eq!(desk.begin_answer("b").err(), Some(Refusal::InvalidRequestId));
        drop(first);
        desk.begin_answer("a").unwrap().answer(Answer::TooLarge, Instant::now());
    }

    #[tokio::test]
    async fn a_waiting_runtime_is_woken_and_a_dropped_one_takes_nothing() {
        let (desk, _events) = Desk::new();
        drop(desk.next(Instant::now));
        let (taken, ()) = tokio::join!(desk.next(Instant::now), async { desk.put(job("a")) });
        assert_eq!(taken.request_id, "a");
        desk.put(job("b"));
        assert_eq!(desk.take_back().map(|job| job.request_id), Some("b".to_owned()));
    }

    #[tokio::test]
    async fn an_initialization_fails_only_before_the_first_next() {
        let (desk, mut events) = Desk::new();
        let late = desk.begin_init_error().unwrap();
        desk.put(job("a"));
        desk.next(Instant::now).await;
        assert_eq!(late.init_failed(Bytes::new()), Err(Refusal::InvalidState));
        assert_eq!(desk.begin_init_error().err(), Some(Refusal::InvalidState));
        assert!(matches!(events.recv().await, Some(Event::Ready(_))));

        let (desk, mut events) = Desk::new();
        assert_eq!(desk.begin_init_error().unwrap().init_failed(Bytes::new()), Ok(()));
        assert!(matches!(events.recv().await, Some(Event::InitFailed(_))));
        assert_eq!(desk.begin_init_error().err(), Some(Refusal::InvalidState));
    }
}

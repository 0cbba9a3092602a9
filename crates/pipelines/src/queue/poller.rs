//! The task that moves a queue's messages to a mapping's function.
//!
//! It does what the [`Machine`] says and tells it what happened. It waits for messages in the
//! queue's own line, so that an idle queue costs nothing; when it is told to stop, it leaves that
//! line at once.

use crate::counts::EventCounts;
use crate::ended::{Ended, pending_unless};
use crate::live::Live;
use crate::pipelines::Ground;
use crate::queue::ask::{Queue, Receiver};
use crate::queue::machine::{Action, Batch, Event, Machine, Message, Outcome};
use crate::queue::offer::{self, Answered};
use crate::records::mapping::Mapping;
use crate::target;
use platform::{BoxFuture, Company, Error, Failure, Reason, Result, Topic, Wakeup, Wanted};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

/// What was received, and who goes on receiving.
type Received = (Box<Receiver>, Result<Vec<Message>>);

/// The queue of one mapping.
pub(crate) struct Poller {
    ground: Arc<Ground>,
    live: Arc<Live>,
    mapping: Arc<Mapping>,
    machine: Machine,
    stop: Wakeup,
    told_to_stop: bool,
    wanted: Arc<Wanted>,
    receiver: Option<Box<Receiver>>,
    receive: Option<BoxFuture<'static, Received>>,
    /// Who lets go of messages.
    queue: Option<Queue>,
    works: JoinSet<Ending>,
    /// The function may have another role by now.
    role_changed: bool,
    ended: Ended,
}

/// A receive that is left behind must take nothing.
impl Drop for Poller {
    fn drop(&mut self) {
        self.wanted.end();
    }
}

/// What has become of something that was begun.
enum Ending {
    /// The function's answer for a batch.
    Offered(u64, Batch, Answered),
    /// Whether messages were deleted.
    Deleted(u64, usize, bool),
    /// They are in sight again.
    Released(u64),
}

/// What the poller waits for.
enum Happened {
    Machine(Event),
    Received(Box<Receiver>, Result<Vec<Message>>),
    Ended(Ending),
}

impl Poller {
    /// A poller of the mapping's queue.
    pub fn new(
        ground: &Arc<Ground>,
        live: &Arc<Live>,
        mapping: &Arc<Mapping>,
        stop: Wakeup,
    ) -> Self {
        let wanted = Arc::new(Wanted::default());
        Self {
            ground: ground.clone(),
            live: live.clone(),
            mapping: mapping.clone(),
            machine: Machine::new(mapping.settings.queue_rules(mapping.source().is_ordered())),
            stop,
            told_to_stop: false,
            receiver: Some(Box::new(Receiver::new(&ground.platform, mapping, &wanted))),
            wanted,
            receive: None,
            queue: None,
            works: JoinSet::new(),
            role_changed: false,
            ended: Ended::Stopped,
        }
    }

    /// Runs until it is told to stop, or another process serves the queue.
    pub async fn run(mut self) -> Ended {
        let function = self.mapping.unqualified_function_arn().into();
        let mut function = self.ground.platform.wakeups.subscribe(Topic::Function(function));
        let mut event = Event::Timer;
        loop {
            let now = self.ground.platform.clock.now();
            let mut stopped = false;
            for action in self.machine.step(now, event) {
                stopped |= self.act(action);
            }
            self.live.show_in_flight(self.machine.in_flight());
            if stopped {
                return self.ended;
            }
            let happened = self.wait(&mut function).await;
            if self.ended == Ended::Lost {
                return Ended::Lost;
            }
            event = self.note(happened);
        }
    }

    /// Whether all has ended.
    fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Receive { most } => {
                if let Some(mut receiver) = self.receiver.take() {
                    if std::mem::take(&mut self.role_changed) {
                        receiver.forget_role();
                    }
                    self.receive = Some(Box::pin(async move {
                        let received = receiver.receive(most).await;
                        (receiver, received)
                    }));
                }
            }
            Action::Invoke { work, batch } => self.offer(work, batch),
            Action::Delete { work, messages } => {
                let queue = self.queue.clone();
                self.works.spawn(async move {
                    let done = match queue {
                        Some(queue) => queue.delete(&messages).await,
                        None => false,
                    };
                    Ending::Deleted(work, messages.len(), done)
                });
            }
            Action::Release { work, messages } => {
                let queue = self.queue.clone();
                self.works.spawn(async move {
                    if let Some(queue) = queue {
                        queue.release(&messages).await;
                    }
                    Ending::Released(work)
                });
            }
            Action::Stopped => return true,
        }
        false
    }

    fn offer(&mut self, work: u64, batch: Batch) {
        self.count(|counts| counts.invoked += batch.len() as u64);
        let (platform, mapping) = (self.ground.platform.clone(), self.mapping.clone());
        self.works.spawn(async move {
            let answered = offer::offer(&platform, &mapping, &batch).await;
            Ending::Offered(work, batch, answered)
        });
    }

    async fn wait(&mut self, function: &mut Wakeup) -> Happened {
        if self.ended != Ended::Stopped && !self.told_to_stop {
            return Happened::Machine(self.stop_now());
        }
        let clock = &self.ground.platform.clock;
        let mut deadline = self.machine.deadline().map(|at| {
            let wait = (at.millis() - clock.now().millis()).max(0);
            clock.sleep(Duration::from_millis(wait.unsigned_abs()))
        });
        tokio::select! {
            biased;
            () = self.stop.woken(), if !self.told_to_stop => Happened::Machine(self.stop_now()),
            Some(joined) = self.works.join_next() => match joined {
                Ok(ending) => Happened::Ended(ending),
                Err(error) => {
                    tracing::error!(%error, "a batch was left without an answer");
                    self.ended = Ended::Lost;
                    Happened::Machine(Event::Timer)
                }
            },
            (receiver, result) = pending_unless(&mut self.receive) => {
                self.receive = None;
                Happened::Received(receiver, result)
            }
            () = function.told() => {
                self.role_changed = true;
                Happened::Machine(Event::FunctionChanged)
            }
            () = pending_unless(&mut deadline) => Happened::Machine(Event::Timer),
        }
    }

    fn stop_now(&mut self) -> Event {
        self.told_to_stop = true;
        self.wanted.end();
        Event::Stop
    }

    /// What the machine has to know of it.
    fn note(&mut self, happened: Happened) -> Event {
        match happened {
            Happened::Machine(event) => event,
            Happened::Received(receiver, result) => {
                if receiver.queue().is_some() {
                    self.queue = receiver.queue().cloned();
                }
                self.receiver = Some(receiver);
                self.note_received(result)
            }
            Happened::Ended(Ending::Offered(work, batch, answered)) => {
                self.note_answer(work, &batch, answered)
            }
            Happened::Ended(Ending::Deleted(work, count, done)) => {
                if done {
                    self.count(|counts| counts.deleted += count as u64);
                }
                Event::Done { work, done }
            }
            Happened::Ended(Ending::Released(work)) => Event::Done { work, done: true },
        }
    }

    fn note_received(&mut self, result: Result<Vec<Message>>) -> Event {
        match result {
            Ok(messages) => {
                let unwanted = messages.iter().filter(|message| !message.wanted).count();
                self.count(|counts| {
                    counts.polled += messages.len() as u64;
                    counts.filtered_out += unwanted as u64;
                });
                Event::Received(messages)
            }
            Err(error) => {
                let cx = target::context(&self.ground.platform, &self.mapping);
                self.live.set_result(&target::problem(&error, &cx));
                tracing::debug!(mapping = self.mapping.uuid, %error, "nothing is received");
                self.role_changed = true;
                if self.is_elsewhere(&error) {
                    self.ended = Ended::Elsewhere;
                }
                Event::ReceiveFailed
            }
        }
    }

    /// Another process serves the queue: that one is to move its messages too.
    fn is_elsewhere(&self, error: &Error) -> bool {
        self.ground.platform.leases.company() == Company::Shared
            && error.code() == "ServiceUnavailable"
    }

    fn note_answer(&mut self, work: u64, batch: &Batch, answered: Answered) -> Event {
        let Answered { outcome, result, reason } = answered;
        self.live.set_result(&result);
        let failed = match &outcome {
            Outcome::Delivered => 0,
            Outcome::FailedWith(places) => places.len(),
            Outcome::Failed | Outcome::NotReached => batch.len(),
        };
        self.count(|counts| counts.failed_invoke += failed as u64);
        self.tally(&outcome, batch.len() - failed.min(batch.len()), reason.as_ref());
        if let Some(reason) = reason {
            let next = match outcome {
                Outcome::NotReached => "again soon".to_owned(),
                _ => format!("{failed} messages come back after their visibility timeout"),
            };
            self.ground.platform.failures.tell(Failure {
                what: "an invocation failed",
                function: &self.mapping.function_title(),
                by: &self.mapping.title(),
                error: &reason,
                attempt: None,
                next: &next,
            });
        }
        Event::Offered { work, outcome }
    }

    fn tally(&self, outcome: &Outcome, taken: usize, reason: Option<&Reason>) {
        self.live.tally(|tally| {
            tally.invocations += u64::from(*outcome != Outcome::NotReached);
            tally.errors += u64::from(matches!(outcome, Outcome::Failed | Outcome::NotReached));
            tally.records += taken as u64;
            if let Some(reason) = reason {
                tally.reason = Some(reason.line.clone());
            }
        });
    }

    fn count(&self, change: impl FnOnce(&mut EventCounts)) {
        self.live.count(&self.ground.platform, &self.mapping, change);
    }
}

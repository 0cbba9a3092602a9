//! What is made to go wrong on purpose, for who tests a program against it.
//!
//! A fault is met where every call passes ([`dispatch`](crate::dispatch)), a client's or a service's own.
//! Faults are in the memory of one process and end with it. Where there are none, a call costs one look
//! at a flag.

use crate::{Clock, Context, Error, Ids, Origin, Result, Served};
use shapes::{ErrorShape, Shape, Timestamp};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The call is refused as by a service that is asked too often.
    Throttle,
    /// The call is begun so much later, whoever still waits for it.
    Latency(Duration),
    /// The call is refused as by a service that failed.
    InternalError,
    /// A shard iterator is refused as too old.
    ExpiredIterator,
    /// The call is carried out, and nobody is told how it ended.
    DroppedAnswer,
}

/// Something that goes wrong with some calls.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// The service, as ARNs name it.
    pub service: String,
    /// The ARN of what calls are about; absent, all of the service's are meant.
    pub resource: Option<String>,
    /// The operations that are meant; empty, all are.
    pub operations: Vec<String>,
    /// How many calls are left that it is for; without, there is no end to them.
    pub requests: Option<u64>,
    /// When it is over; without, it stays until it is removed.
    pub until: Option<Timestamp>,
    /// Of how many of the calls that are meant, from 0 to 1.
    pub probability: f64,
}

/// A fault that is set.
#[derive(Clone, Debug, PartialEq)]
pub struct SetFault {
    /// By which it is removed.
    pub id: String,
    /// What it is, with what is left of it.
    pub fault: Fault,
    /// How many calls have met it.
    pub met: u64,
}

/// The faults of a process.
pub struct Faults {
    any: AtomicBool,
    set: Mutex<Vec<SetFault>>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

/// How many faults there may be.
const MOST: usize = 1000;

/// A call was carried out, and its answer is not given.
static UNANSWERED: ErrorShape = ErrorShape::server("Unanswered", 500);

impl Fault {
    /// Whether a call for one of these resources is meant.
    fn means(&self, served: &Served, resources: &[(&str, &str)]) -> bool {
        let schema = served.schema;
        let is_operation =
            self.operations.is_empty() || self.operations.iter().any(|it| it == schema.name);
        self.service == schema.service.id
            && is_operation
            && self
                .resource
                .as_ref()
                .is_none_or(|own| resources.iter().any(|(_, it)| is_of(it, own)))
    }

    fn is_over(&self, now: Timestamp) -> bool {
        self.requests == Some(0) || self.until.is_some_and(|until| until <= now)
    }

    /// Whether the operation throttles by itself: part of a request, or in words that tell more.
    fn is_operations_own(&self, served: &Served) -> bool {
        let dialect = served.schema.service.dialect;
        match self.kind {
            FaultKind::Throttle => dialect.throttled.own.contains(&served.schema.name),
            FaultKind::ExpiredIterator => true,
            _ => false,
        }
    }
}

/// Whether an ARN is this resource, or of something in it: an object of a bucket, a version of a function.
fn is_of(arn: &str, resource: &str) -> bool {
    arn.strip_prefix(resource).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
}

/// What a call meets.
#[derive(Debug, Default)]
pub(crate) struct Met {
    /// How much later it is begun.
    pub later: Duration,
    /// With what it is refused.
    pub refusal: Option<Error>,
    /// Whether nobody is told how it ended.
    pub is_unanswered: bool,
    /// What the operation does about it itself.
    pub own: Option<Faulted>,
}

/// What goes wrong with a call that its operation does by itself.
#[derive(Clone, Debug, Default)]
pub struct Faulted {
    /// Of each part of the request, how likely it is to be throttled.
    throttles: f64,
    expires: bool,
}

impl Faulted {
    /// Whether a part of the request, such as a record, is throttled; the chance is each part's own.
    pub fn throttles(&self, ids: &dyn Ids) -> bool {
        self.throttles > 0.0 && happens(self.throttles, ids)
    }

    /// Whether the shard iterator is too old.
    pub fn expires_iterator(&self) -> bool {
        self.expires
    }
}

fn happens(probability: f64, ids: &dyn Ids) -> bool {
    if probability >= 1.0 {
        return true;
    }
    let mut drawn = [0; 4];
    ids.fill(&mut drawn);
    f64::from(u32::from_le_bytes(drawn)) < probability * (f64::from(u32::MAX) + 1.0)
}

impl Faults {
    /// None.
    pub fn new(clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self { any: AtomicBool::new(false), set: Mutex::default(), clock, ids }
    }

    /// Sets one more; `None` when there are too many.
    pub fn set(&self, fault: Fault) -> Option<SetFault> {
        let set = SetFault { id: self.ids.hex(4), fault, met: 0 };
        let mut all = self.current();
        if all.len() >= MOST {
            return None;
        }
        all.push(set.clone());
        self.any.store(true, Ordering::Release);
        Some(set)
    }

    /// Those that are not over, in the order in which they were set.
    pub fn list(&self) -> Vec<SetFault> {
        self.current().clone()
    }

    /// Removes all, or the one of this id, and gives how many that were.
    pub fn clear(&self, id: Option<&str>) -> usize {
        let mut all = self.current();
        let before = all.len();
        all.retain(|set| id.is_some_and(|id| set.id != id));
        self.any.store(!all.is_empty(), Ordering::Release);
        before - all.len()
    }

    /// All but those that are over.
    fn current(&self) -> MutexGuard<'_, Vec<SetFault>> {
        let now = self.clock.now();
        let mut all = self.set.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|set| !set.fault.is_over(now));
        self.any.store(!all.is_empty(), Ordering::Release);
        all
    }

    /// What a call meets, if anything.
    pub(crate) fn meet(
        &self,
        context: &Context,
        served: &Served,
        input: &dyn Shape,
    ) -> Option<Met> {
        if !self.any.load(Ordering::Acquire) || context.is_looking() {
            return None;
        }
        let asks = served.asks(context, input);
        let resources: Vec<_> = asks.each(&served.action).collect();
        let mut met = Met::default();
        let mut is_met = false;
        for set in self.current().iter_mut().filter(|set| set.fault.means(served, &resources)) {
            let fault = &mut set.fault;
            let is_own = fault.is_operations_own(served);
            let is_rolled_later = is_own && fault.kind == FaultKind::Throttle;
            // A call that is refused meets no second refusal.
            if fault.is_over(context.now())
                || (met.refusal.is_some() && !matches!(fault.kind, FaultKind::Latency(_)))
                || (!is_rolled_later && !happens(fault.probability, &*self.ids))
            {
                continue;
            }
            is_met = true;
            set.met += 1;
            fault.requests = fault.requests.map(|left| left.saturating_sub(1));
            let resource = resources.first().map_or("*", |(_, resource)| *resource);
            met.add(fault, is_own, context, served, resource);
        }
        is_met.then_some(met)
    }
}

impl Met {
    fn add(
        &mut self,
        fault: &Fault,
        is_own: bool,
        context: &Context,
        served: &Served,
        resource: &str,
    ) {
        match fault.kind {
            FaultKind::Latency(time) => self.later += time,
            FaultKind::DroppedAnswer => self.is_unanswered = true,
            FaultKind::InternalError => self.refusal = Some(Error::made_internal()),
            FaultKind::ExpiredIterator => self.own.get_or_insert_default().expires = true,
            FaultKind::Throttle if is_own => {
                let own = self.own.get_or_insert_default();
                own.throttles = own.throttles.max(fault.probability);
            }
            FaultKind::Throttle => {
                let service = served.schema.service;
                self.refusal = Some(Error::throttled(service, resource, &context.account));
            }
        }
    }

    /// What becomes of a call, whose work is begun by `begin`.
    pub async fn befall<T>(
        self,
        context: Context,
        origin: Origin,
        begin: impl AsyncFnOnce(Context) -> Result<T>,
    ) -> Result<T> {
        if !self.later.is_zero() {
            context.platform().clock.sleep(self.later).await;
        }
        if let Some(refusal) = self.refusal {
            return Err(refusal);
        }
        let result = begin(context.meeting(self.own)).await;
        match (self.is_unanswered, origin) {
            (false, _) => result,
            (true, Origin::Client) => {
                Err(Error::new(&UNANSWERED, "The answer was dropped by a fault."))
            }
            // Another service knows as little, and its own caller is to be answered.
            (true, Origin::Process) => Err(Error::made_internal()),
        }
    }
}

impl Error {
    /// Whether the call was carried out and nobody is to be told how it ended.
    pub fn is_unanswered(&self) -> bool {
        self.is(&UNANSWERED)
    }
}

#[cfg(test)]
mod tests;

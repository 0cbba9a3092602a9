//! What every service stands on: operations and their registry, the one way of every call
//! ([`dispatch`]), the caller and what it may, policies, event patterns, clock, identifiers,
//! wake-ups, leases, other processes, deadlines, failures that are told, faults on purpose, secret keys, keys of KMS that others encrypt by, letterboxes, tags, rates, metrics, what buckets say to
//! browsers, blobs without an owner, and
//! records in tables.
//!
//! Knows: how an operation is found, authorized, called and refused. Must not know: any protocol's
//! bytes, any service's rules. The registry is where all operations meet; it holds no logic.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod arn;
mod authorize;
mod carrier;
mod clock;
mod context;
mod credentials;
mod deadlines;
mod dispatch;
mod encryption_keys;
mod error;
mod failures;
mod faults;
mod finish;
mod ids;
mod key_uses;
mod keys;
mod lease;
pub mod ledger;
mod letterbox;
mod measures;
pub mod metrics;
mod operation;
pub mod pattern;
pub mod peers;
pub mod policy;
mod principal;
mod quota;
mod records;
mod refusal;
mod secret;
mod service;
pub mod tags;
pub mod testing;
mod token_bucket;
mod topic;
mod visit;
mod wakeups;
mod wanted;
mod web;

use std::sync::{Arc, OnceLock, Weak};

pub use arn::{Arn, is_account, partition};
pub use authorize::{Asks, Known, Policies, Told, Wish};
pub use clock::{Clock, ManualClock, NotTurned, SystemClock, Turns, VirtualClock};
pub use context::Context;
pub use credentials::{AccessKey, Credentials};
pub use deadlines::{Deadline, Deadlines};
pub use dispatch::{Calls, Origin, dispatch};
pub use encryption_keys::{
    Encrypted, EncryptionKeys, KeyRefusal, REUSED_MS, described_key, is_own_key,
};
pub use error::{Error, Result};
pub use failures::{Failure, Failures, Reason, seconds};
pub use faults::{Fault, FaultKind, Faulted, Faults, SetFault};
pub use finish::{Finish, finish};
pub use ids::{Ids, RandomIds, SeededIds};
pub use key_uses::KeyUse;
pub(crate) use key_uses::KeyUses;
pub use keys::scoped;
pub use lease::{Company, Lease, Leases, Refused, Taking};
pub use ledger::Ledger;
pub use letterbox::{Door, Letter, Letterbox, LetterboxKind, letter_key};
pub use measures::{Ending, Measures};
pub use operation::{Handler, Registry, Served};
pub use peers::{Owner, Peers};
pub use principal::{DEFAULT_ACCOUNT, DEFAULT_REGION, Principal};
pub use quota::{Per, Quota, Which};
pub use records::{Records, commit_if};
pub use refusal::{lists_any, refuse, unsupported};
pub use secret::{SIGNATURE_BYTES, Sealing, Secret};
pub use service::{Service, served};
pub use store::BoxFuture;
pub use token_bucket::{Limits, Rate, TokenBucket};
pub use topic::Topic;
pub use visit::{Entrance, Marks, Signature, Visit, VisitEnd, Witness};
pub use wakeups::{Bell, LOOK_AGAIN, Wakeup, Wakeups};
pub use wanted::Wanted;
pub use web::{Bucket, Web};

/// The ground under all services of one process.
pub struct Platform {
    /// The engines.
    pub store: store::Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance, and names made of it.
    pub ids: Arc<dyn Ids>,
    /// Who an access key belongs to.
    pub credentials: Credentials,
    /// Who waits for what.
    pub wakeups: Arc<Wakeups>,
    /// What this process alone may do.
    pub leases: Arc<Leases>,
    /// What is to happen when.
    pub deadlines: Deadlines,
    /// What has failed and is to be told.
    pub failures: Arc<Failures>,
    /// What is to go wrong.
    pub faults: Faults,
    /// What services count of themselves.
    pub metrics: metrics::Metrics,
    /// What is known of keys by which services encrypt.
    pub encryption_keys: EncryptionKeys,
    registry: OnceLock<Registry>,
    web: OnceLock<Weak<dyn Web>>,
    peers: OnceLock<Arc<dyn Peers>>,
}

impl Platform {
    /// The platform of a process that is alone on its engines, without operations;
    /// [`serve`](Platform::serve) adds them.
    pub fn new(store: store::Store, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Arc<Self> {
        Self::in_company(store, clock, ids, Company::Alone)
    }

    /// The platform of a process that may share its engines with others.
    pub fn in_company(
        store: store::Store,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        company: Company,
    ) -> Arc<Self> {
        let tables = &store.tables;
        let credentials = Credentials::new(tables.clone(), clock.clone(), ids.clone());
        let leases = Leases::new(tables.clone(), clock.clone(), &*ids, company);
        let wakeups = Arc::new(Wakeups::new(store.notices.clone(), clock.clone()));
        let (tables, others) = (tables.clone(), wakeups.clone());
        let deadlines = Deadlines::new(tables, clock.clone(), leases.clone(), others);
        let failures = Failures::new(clock.clone());
        let faults = Faults::new(clock.clone(), ids.clone());
        let (registry, metrics) = (OnceLock::new(), Default::default());
        let (web, peers) = (OnceLock::new(), OnceLock::new());
        Arc::new(Self {
            store,
            clock,
            ids,
            credentials,
            wakeups,
            leases,
            deadlines,
            failures,
            faults,
            metrics,
            encryption_keys: EncryptionKeys::default(),
            registry,
            web,
            peers,
        })
    }

    /// Sets the operations of all services, once. A later call changes nothing and gives `false`.
    pub fn serve(&self, operations: Vec<Served>) -> bool {
        self.registry.set(Registry::new(operations)).is_ok()
    }

    /// The operations that are served.
    pub fn registry(&self) -> &Registry {
        static NONE: OnceLock<Registry> = OnceLock::new();
        self.registry.get().unwrap_or_else(|| NONE.get_or_init(|| Registry::new(Vec::new())))
    }

    /// Says who knows what buckets say to browsers, once. A later call changes nothing and gives `false`.
    pub fn shows(&self, web: Weak<dyn Web>) -> bool {
        self.web.set(web).is_ok()
    }

    /// Who knows what buckets say to browsers.
    pub fn web(&self) -> Option<Arc<dyn Web>> {
        self.web.get()?.upgrade()
    }

    /// Says how other processes over the same engines are asked, once. A later call changes nothing and
    /// gives `false`.
    pub fn joins(&self, peers: Arc<dyn Peers>) -> bool {
        self.peers.set(peers).is_ok()
    }

    /// The other processes over the same engines, where they can be asked.
    pub fn peers(&self) -> Option<&Arc<dyn Peers>> {
        self.peers.get()
    }

    /// A context for work that no request asked for, such as a poller's.
    pub fn context(
        self: &Arc<Self>,
        principal: Principal,
        account: impl Into<Arc<str>>,
        region: impl Into<Arc<str>>,
    ) -> Context {
        let request_id = self.ids.uuid();
        Context::new(self.clone(), principal, account, region, request_id)
    }
}

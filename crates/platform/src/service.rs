//! A service as one value: what it serves, and its life within the process.

use crate::{BoxFuture, Measures, Policies, Quota, Result, Served};
use std::sync::Arc;

/// A service. Its dialect, how it speaks and words its refusals, stands beside its shapes
/// ([`shapes::Service`]).
pub trait Service: Send + Sync + 'static {
    /// What it serves.
    fn operations(self: Arc<Self>) -> Vec<Served>;

    /// The policies on its resources, if any can hang there.
    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        None
    }

    /// What counts how its calls end, if anything does.
    fn measures(self: Arc<Self>) -> Option<Arc<dyn Measures>> {
        None
    }

    /// How often one of its operations may be called, where that is limited.
    fn quota(&self, _operation: &str) -> Option<Quota> {
        None
    }

    /// Whether one of its operations is about what one process at a time holds, such as a queue: among
    /// several processes a call of it goes to where that is.
    fn has_home(&self, _operation: &str) -> bool {
        false
    }

    /// Takes up what an earlier process left. The operations of all services are served by then.
    ///
    /// # Errors
    /// The storage's own.
    fn start(self: Arc<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    /// Ends what it does by itself, such as moving records. Requests are still answered.
    fn rest(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }

    /// Ends what requests have left behind. None is answered any more.
    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

/// What a service serves, each operation under the policies on its resources and within its quota.
pub fn served(service: &Arc<impl Service + ?Sized>) -> Vec<Served> {
    let (policies, measures) = (service.clone().policies(), service.clone().measures());
    let operations = service.clone().operations().into_iter();
    let within = |it: Served| {
        let quota = service.quota(it.schema.name);
        let has_home = service.has_home(it.schema.name);
        it.under(policies.clone()).measured(measures.clone()).within(quota).homed(has_home)
    };
    operations.map(within).collect()
}

//! Operations, and the one list in which they meet.

use crate::peers::Homed;
use crate::quota::{Counted, Quota};
use crate::{Asks, BoxFuture, Calls, Context, Ending, Error, Measures, Policies, Result};
use shapes::{Operation, OperationSchema, Shape};
use std::any::Any;
use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;

/// A service's answer to one operation. One file implements it, with its test at the foot.
pub trait Handler<O: Operation>: Send + Sync + 'static {
    /// Does the operation. The input has passed the model's constraints.
    fn handle(
        &self,
        context: &Context,
        input: O::Input,
    ) -> impl Future<Output = Result<O::Output>> + Send;
}

pub(crate) type Call =
    dyn Fn(Context, Box<dyn Shape>) -> BoxFuture<'static, Result<Box<dyn Shape>>> + Send + Sync;
type Ask = dyn Fn(&Context, &dyn Shape) -> Asks + Send + Sync;

/// An operation and who serves it, with its types erased.
pub struct Served {
    /// The operation's description.
    pub schema: &'static OperationSchema,
    /// What it asks leave for where nothing else is said, such as `sqs:SendMessage`.
    pub action: String,
    /// The calls from within the process.
    pub calls: Arc<Calls>,
    call: Arc<Call>,
    asks: Box<Ask>,
    policies: Option<Arc<dyn Policies>>,
    measures: Option<Arc<dyn Measures>>,
    quota: Option<Counted>,
    empty_output: fn() -> Box<dyn Shape>,
    has_home: bool,
}

impl Served {
    /// `service` serves `O`, which asks leave for what it is called like, on anything.
    pub fn new<O: Operation, S: Handler<O>>(service: Arc<S>) -> Self {
        Self::asking::<O, S>(service, |_, _| Asks::anything())
    }

    /// `service` serves `O`, which asks leave for this.
    pub fn asking<O: Operation, S: Handler<O>>(
        service: Arc<S>,
        asks: fn(&Context, &O::Input) -> Asks,
    ) -> Self {
        let call = move |context: Context, input: Box<dyn Shape>| {
            let service = service.clone();
            let future: BoxFuture<'static, Result<Box<dyn Shape>>> = Box::pin(async move {
                let input: Box<dyn Any> = input;
                let Ok(input) = input.downcast::<O::Input>() else {
                    return Err(Error::internal("an operation was called with another's input"));
                };
                let output = service.handle(&context, *input).await?;
                Ok(Box::new(output) as Box<dyn Shape>)
            });
            future
        };
        let asks = move |context: &Context, input: &dyn Shape| {
            let input: &dyn Any = input;
            input.downcast_ref().map_or_else(Asks::anything, |input| asks(context, input))
        };
        let (call, asks) = (Arc::new(call), Box::new(asks));
        let action = format!("{}:{}", O::SCHEMA.service.id, O::SCHEMA.name);
        let (calls, policies, measures, quota, has_home) = Default::default();
        let (schema, empty_output) = (O::SCHEMA, empty::<O::Output> as fn() -> Box<dyn Shape>);
        Self {
            schema,
            action,
            calls,
            call,
            asks,
            policies,
            measures,
            quota,
            empty_output,
            has_home,
        }
    }

    /// The same, for what these policies say of the resources it is about.
    pub fn under(self, policies: Option<Arc<dyn Policies>>) -> Self {
        Self { policies, ..self }
    }

    /// The same, of which it is counted how its calls end.
    pub fn measured(self, measures: Option<Arc<dyn Measures>>) -> Self {
        Self { measures, ..self }
    }

    /// The same, no more often than this.
    pub fn within(self, quota: Option<Quota>) -> Self {
        Self { quota: quota.map(Counted::new), ..self }
    }

    /// The same, which is about what one process at a time holds, or not.
    pub fn homed(self, has_home: bool) -> Self {
        Self { has_home, ..self }
    }

    /// What makes a call of it wherever what it is about is held, where that is at home somewhere.
    pub(crate) fn home(&self) -> Option<Homed> {
        let Self { schema, empty_output, .. } = *self;
        self.has_home.then(|| Homed { schema, empty_output, begin: self.call.clone() })
    }

    /// How often it may be called.
    pub(crate) fn quota(&self) -> Option<&Counted> {
        self.quota.as_ref()
    }

    /// A call of it that has just been made, if it is counted how it ends.
    pub(crate) fn begun(&self, context: &Context, input: &dyn Shape) -> Option<Box<dyn Ending>> {
        self.measures.as_ref()?.begun(context, self.schema, input)
    }

    /// The policies on the resources it is about.
    pub(crate) fn policies(&self) -> Option<&dyn Policies> {
        self.policies.as_deref()
    }

    /// What a call with this input asks leave for.
    pub fn asks(&self, context: &Context, input: &dyn Shape) -> Asks {
        (self.asks)(context, input)
    }

    /// Begins the operation. Only [`dispatch`](crate::dispatch) does, after all that stands before.
    pub(crate) fn begin(
        &self,
        context: Context,
        input: Box<dyn Shape>,
    ) -> BoxFuture<'static, Result<Box<dyn Shape>>> {
        (self.call)(context, input)
    }

    /// What begins it, for a call that is begun later.
    pub(crate) fn beginning(&self) -> Arc<Call> {
        self.call.clone()
    }
}

fn empty<S: Shape + Default>() -> Box<dyn Shape> {
    Box::new(S::default())
}

/// All operations of a process, by service and name.
pub struct Registry {
    services: BTreeMap<&'static str, BTreeMap<&'static str, Served>>,
}

impl Registry {
    /// A registry of these operations.
    pub fn new(operations: Vec<Served>) -> Self {
        let mut services: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for served in operations {
            let schema = served.schema;
            services.entry(schema.service.id).or_default().insert(schema.name, served);
        }
        Self { services }
    }

    /// Who serves an operation.
    pub fn find(&self, service: &str, operation: &str) -> Option<&Served> {
        self.services.get(service)?.get(operation)
    }

    /// All operations that are served, by service and name.
    pub fn all(&self) -> Vec<&Served> {
        let mut all: Vec<_> = self.services.values().flat_map(BTreeMap::values).collect();
        all.sort_by_key(|served| (served.schema.service.id, served.schema.name));
        all
    }
}

/// Lists the operations that a service serves, one line each: its word and, where it concerns a
/// resource, what it asks leave for ([`Asks`]), such as
/// `operations![service => ListStreams, PutRecord: |context, input| stream(context, input)]`.
#[macro_export]
macro_rules! operations {
    ($service:expr => $($operation:path $(: $asks:expr)?),+ $(,)?) => {
        vec![$($crate::operations!(@one $service, $operation $(, $asks)?)),+]
    };
    (@one $service:expr, $operation:path) => {
        $crate::Served::new::<$operation, _>($service.clone())
    };
    (@one $service:expr, $operation:path, $asks:expr) => {
        $crate::Served::asking::<$operation, _>($service.clone(), $asks)
    };
}

//! Operations, and the one list in which they meet.

use crate::{BoxFuture, Context, Error, Result};
use shapes::{Operation, OperationSchema, Shape};
use std::any::Any;
use std::collections::HashMap;
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

type Call =
    dyn Fn(Context, Box<dyn Shape>) -> BoxFuture<'static, Result<Box<dyn Shape>>> + Send + Sync;

/// An operation and who serves it, with its types erased.
pub struct Served {
    /// The operation's description.
    pub schema: &'static OperationSchema,
    input: fn() -> Box<dyn Shape>,
    call: Box<Call>,
}

impl Served {
    /// `service` serves `O`.
    pub fn new<O: Operation, S: Handler<O>>(service: Arc<S>) -> Self {
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
        Self { schema: O::SCHEMA, input: || Box::new(O::Input::default()), call: Box::new(call) }
    }

    /// An empty input, for a codec to fill.
    pub fn input(&self) -> Box<dyn Shape> {
        (self.input)()
    }

    /// Does the operation.
    pub fn call(
        &self,
        context: Context,
        input: Box<dyn Shape>,
    ) -> BoxFuture<'static, Result<Box<dyn Shape>>> {
        (self.call)(context, input)
    }
}

/// All operations of a process, by service and name.
pub struct Registry {
    services: HashMap<&'static str, HashMap<&'static str, Served>>,
}

impl Registry {
    /// A registry of these operations.
    pub fn new(operations: Vec<Served>) -> Self {
        let mut services: HashMap<_, HashMap<_, _>> = HashMap::new();
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

    /// The descriptions of all operations that are served, by service and name.
    pub fn schemas(&self) -> Vec<&'static OperationSchema> {
        let all = self.services.values().flat_map(HashMap::values);
        let mut schemas: Vec<_> = all.map(|served| served.schema).collect();
        schemas.sort_by_key(|schema| (schema.service.id, schema.name));
        schemas
    }
}

/// Lists the operations that a service serves, one word each:
/// `operations![service => CreateStream, PutRecord]`.
#[macro_export]
macro_rules! operations {
    ($service:expr => $($operation:ty),+ $(,)?) => {
        vec![$($crate::Served::new::<$operation, _>($service.clone())),+]
    };
}

//! What a service counts of the calls of its operations where every call passes: how long they took, and
//! how they ended.

use crate::{Context, Result};
use shapes::{OperationSchema, Shape};

/// A service that counts how its calls end. What a call meets on the way, such as that its caller may not
/// or a fault that is set, is part of it.
pub trait Measures: Send + Sync {
    /// A call that has just been made, unless nothing is counted of it.
    fn begun(
        &self,
        context: &Context,
        operation: &'static OperationSchema,
        input: &dyn Shape,
    ) -> Option<Box<dyn Ending>>;
}

/// A call that is under way.
pub trait Ending: Send {
    /// It has ended.
    fn ended(self: Box<Self>, result: &Result<Box<dyn Shape>>);
}

//! Reserved concurrency: how many invocations of a function run at one time.
//!
//! What runs is counted in this process, and only of functions that have a reservation: others pay
//! nothing. So a process that is not alone takes none but that of zero, which it need not count.

use crate::records::function::{FUNCTIONS, Function, key};
use crate::{Lambda, errors, names};
use platform::{Company, Context, Result};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use store::Scan;

/// What all functions of a region may run at one time, reserved or not ("Lambda quotas").
pub const ACCOUNT_LIMIT: u32 = 1000;
/// What of it cannot be reserved.
const LEAST_UNRESERVED: u32 = 100;

/// What runs now of functions with a reservation, by ARN.
#[derive(Default)]
pub struct Running(Mutex<HashMap<String, u32>>);

/// A place among the invocations of a function, held while one runs.
pub struct Place<'a> {
    running: &'a Running,
    arn: String,
}

impl Running {
    /// A place for one more invocation of the function with this ARN, if fewer than so many run.
    pub fn enter(&self, arn: &str, most: u32) -> Option<Place<'_>> {
        let mut running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = running.get(arn).copied().unwrap_or(0);
        if count >= most {
            return None;
        }
        running.insert(arn.to_owned(), count + 1);
        Some(Place { running: self, arn: arn.to_owned() })
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut running = self.running.0.lock().unwrap_or_else(PoisonError::into_inner);
        match running.get_mut(&self.arn) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(running.remove(&self.arn)),
        }
    }
}

impl Lambda {
    /// The bare name of a function, which no qualifier may follow.
    pub(crate) fn unqualified<'a>(
        &self,
        cx: &Context,
        text: &'a str,
        action: &str,
    ) -> Result<&'a str> {
        match names::split(cx, text, None, action)? {
            (name, None) => Ok(name),
            _ => Err(errors::invalid(
                "This operation is permitted on Lambda functions only. Aliases and versions do not \
                 support this operation. Please specify either a function name or an unqualified \
                 function ARN.",
            )),
        }
    }

    /// Sets the reservation of a function, or takes it away.
    pub(crate) async fn reserve(
        &self,
        cx: &Context,
        name: &str,
        reserved: Option<u32>,
    ) -> Result<Function> {
        if let Some(wanted) = reserved {
            self.check_reservation(cx, name, wanted).await?;
        }
        let missing = || errors::no_function(&names::arn(cx, name));
        let change = |function: &mut Function| {
            function.reserved = reserved;
            Ok(())
        };
        self.change_aside(cx, name, missing, change).await
    }

    async fn check_reservation(&self, cx: &Context, name: &str, wanted: u32) -> Result<()> {
        if wanted > 0 && self.platform.leases.company() == Company::Shared {
            let what =
                "ReservedConcurrentExecutions other than 0 where several processes share a store";
            return Err(errors::unsupported(what));
        }
        let all = FUNCTIONS.scan(cx.tables(), Scan::prefix(&key(cx, ""))).await?;
        let others = all.iter().map(|(_, function)| function).filter(|it| it.name != name);
        let taken = others.filter_map(|function| function.reserved).fold(0, u32::saturating_add);
        if taken.saturating_add(wanted) > ACCOUNT_LIMIT - LEAST_UNRESERVED {
            return Err(errors::invalid(format!(
                "Specified ReservedConcurrentExecutions for function decreases account's \
                 UnreservedConcurrentExecution below its minimum value of [{LEAST_UNRESERVED}]."
            )));
        }
        Ok(())
    }
}

/// The reservation as the model has it.
pub fn shown(function: &Function) -> Option<i32> {
    function.reserved.and_then(|reserved| i32::try_from(reserved).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_given_back() {
        let running = Running::default();
        let (one, other) = (running.enter("a", 2).unwrap(), running.enter("a", 2).unwrap());
        assert!(running.enter("a", 2).is_none() && running.enter("b", 0).is_none());
        drop(one);
        let again = running.enter("a", 2).unwrap();
        drop((other, again));
        assert!(running.0.lock().unwrap().is_empty());
    }
}

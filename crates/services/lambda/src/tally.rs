//! How often functions were invoked in this process, and how often they failed, for who runs it: counted
//! anew with each start.

use crate::Lambda;
use ::functions::Outcome;
use platform::{Context, Failure, Reason};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Counts of one function, all its versions together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How often it was run.
    pub invocations: u64,
    /// How often it failed.
    pub errors: u64,
}

/// The counts, by ARN.
#[derive(Default)]
pub struct Tallies(Mutex<HashMap<String, Tally>>);

impl Tallies {
    /// A function has been run.
    pub fn ran(&self, arn: &str, outcome: &Outcome) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let tally = match all.get_mut(arn) {
            Some(tally) => tally,
            None => all.entry(arn.to_owned()).or_default(),
        };
        tally.invocations += 1;
        tally.errors += u64::from(outcome.error.is_some());
    }

    /// A function is gone.
    pub fn forget(&self, arn: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(arn);
    }
}

impl Lambda {
    /// What this process has counted of the function with this ARN.
    pub fn tally(&self, arn: &str) -> Tally {
        let all = self.tallies.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(arn).copied().unwrap_or_default()
    }

    /// Tells of a failure of a function that its caller waited for. Mappings tell of theirs
    /// themselves, since they know what happens next.
    pub(crate) fn tell_caller_failed(&self, cx: &Context, function: &str, outcome: &Outcome) {
        let is_mapping = *cx.principal == platform::Principal::service("lambda.amazonaws.com");
        if outcome.error.is_none() || is_mapping {
            return;
        }
        self.platform.failures.tell(Failure {
            what: "an invocation failed",
            function,
            by: &cx.caller_arn(),
            error: &Reason::of_payload(&outcome.payload),
            attempt: None,
            next: "its caller is told",
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create_with, setting};
    use shapes::lambda::InvocationRequest;
    use shapes::lambda::ops::{CreateFunction, Invoke};

    #[tokio::test(flavor = "multi_thread")]
    async fn runs_and_failures_are_counted() {
        let at = setting().await;
        let made = create_with("f", "def handler(e, c):\n    return 1 / e['by']\n");
        let made = at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        for by in ["1", "0"] {
            let input = InvocationRequest {
                function_name: "f".into(),
                payload: Some(format!(r#"{{"by":{by}}}"#).into()),
                ..Default::default()
            };
            at.cx.run::<Invoke, _>(&*at.service, input).await.unwrap();
        }
        let arn = made.function_arn.unwrap();
        assert_eq!(at.service.tally(&arn), Tally { invocations: 2, errors: 1 });
        at.service.remove(&at.cx, "f").await.unwrap();
        assert_eq!(at.service.tally(&arn), Tally::default());
        at.runner.shutdown().await;
    }
}

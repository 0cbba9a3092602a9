//! How a batch of messages is offered to a function, and what its answer means.

use crate::queue::event;
use crate::queue::machine::{Batch, Outcome};
use crate::records::mapping::Mapping;
use crate::{answer, target};
use platform::{Platform, Reason};
use shapes::lambda::InvocationResponse;
use std::sync::Arc;

/// What the function answered for a batch.
pub(crate) struct Answered {
    /// For the machine.
    pub outcome: Outcome,
    /// For `LastProcessingResult`.
    pub result: String,
    /// Why it did not take all of it.
    pub reason: Option<Reason>,
}

/// Offers a batch to the mapping's function and waits for its answer.
pub(crate) async fn offer(platform: &Arc<Platform>, mapping: &Mapping, batch: &Batch) -> Answered {
    let cx = target::context(platform, mapping);
    let event = event::write(batch.iter().map(|message| &*message.record));
    let (outcome, result, reason) = match target::invoke(&cx, mapping, event).await {
        Ok(response) => judge(mapping, batch, response),
        Err(error) => {
            tracing::debug!(mapping = mapping.uuid, %error, "a batch was not taken");
            let refused = target::refuses_event(&error);
            let outcome = if refused { Outcome::Failed } else { Outcome::NotReached };
            (outcome, target::problem(&error, &cx), Some(Reason::from(&error)))
        }
    };
    Answered { outcome, result, reason }
}

fn judge(
    mapping: &Mapping,
    batch: &Batch,
    response: InvocationResponse,
) -> (Outcome, String, Option<Reason>) {
    let payload = response.payload.as_deref().unwrap_or_default();
    let failed = response.function_error.is_some();
    let outcome = if failed {
        Outcome::Failed
    } else if mapping.settings.partial_answers {
        let ids: Vec<_> = batch.iter().map(|message| &*message.id).collect();
        match answer::failures(payload, &ids) {
            Some(failures) if failures.is_empty() => Outcome::Delivered,
            Some(failures) => Outcome::FailedWith(failures),
            None => Outcome::Failed,
        }
    } else {
        Outcome::Delivered
    };
    let result = if outcome == Outcome::Delivered { target::OK } else { target::CALL_FAILED };
    let reason = (outcome != Outcome::Delivered).then(|| target::why(failed, payload));
    (outcome, result.to_owned(), reason)
}

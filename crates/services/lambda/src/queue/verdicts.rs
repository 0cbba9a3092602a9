//! Telling what became of an event, until everybody has heard it.
//!
//! Letters are left before the event is forgotten. Where one cannot be left, the event stays, with
//! what became of it and who remains to be told, and is due again later; its function is not run
//! for that. A destination that was taken away is not told any more.

use super::letters::{self, letter, letterbox, recipients};
use super::{Step, Tried, pause_after_refusal};
use crate::Lambda;
use crate::counts::Told;
use crate::records::function::Function;
use crate::records::queued::{Condition, Queued, Recipient, Response, Verdict};
use crate::versions::Route;
use platform::{Context, Result};

impl Lambda {
    /// Tells of an event that is not tried any more.
    pub(super) async fn settle(&self, event: Queued, condition: Condition, tried: Tried) -> Step {
        let Some(function) = tried.function else {
            return Step::Remove;
        };
        let untold = recipients(&function, condition);
        if untold.is_empty() {
            return Step::Remove;
        }
        let answered = tried.outcome.map(|outcome| Response {
            status: 200,
            function_error: outcome.error.map(|error| error.as_str().to_owned()),
            payload: Some(String::from_utf8_lossy(&outcome.payload).into_owned()),
            version: function.published.as_ref().map(|it| it.number.to_string()),
        });
        let response = match condition {
            Condition::ZeroReservedConcurrency => None,
            _ => Some(answered.unwrap_or_else(letters::throttled)),
        };
        let event = Queued { refusals: 0, ..event };
        self.tell(event, Verdict { condition, response, untold }, &function).await
    }

    /// Tells those who could not be told before.
    pub(super) async fn tell_again(&self, event: Queued, verdict: Verdict) -> Step {
        let cx = self.context_of(&event);
        match self.resolve(&cx, &event.named(), Route::First).await {
            Ok(Some(function)) => self.tell(event, verdict, &function).await,
            Ok(None) => {
                self.tell_of_nowhere(&event);
                Step::Remove
            }
            Err(_) => self.later(event, verdict),
        }
    }

    async fn tell(&self, event: Queued, mut verdict: Verdict, function: &Function) -> Step {
        let mut untold = Vec::new();
        for recipient in &verdict.untold {
            if let Err(error) = self.tell_one(&event, &verdict, *recipient, function).await {
                Told::of(&self.context_of(&event), &event.named()).of_letter_failed(*recipient);
                let (function, id) = (&function.arn, &event.request_id);
                tracing::warn!(
                    %error, function, id, ?recipient, "a letter cannot be left; it is tried again"
                );
                untold.push(*recipient);
            }
        }
        verdict.untold = untold;
        match verdict.untold.is_empty() {
            true => Step::Remove,
            false => self.later(event, verdict),
        }
    }

    async fn tell_one(
        &self,
        event: &Queued,
        verdict: &Verdict,
        recipient: Recipient,
        function: &Function,
    ) -> Result<()> {
        let Some(letterbox) = letterbox(function, recipient, verdict.condition) else {
            return Ok(());
        };
        let at = (self.platform.clock.now(), &*self.platform.ids.uuid());
        let letter = letter(event, verdict, recipient, function, letterbox.room(), at)?;
        let cx = self.as_role(event, function).await?;
        letterbox.leave(&cx, letter).await
    }

    /// Surroundings of what is done in a function's name, within the trace of an event.
    async fn as_role(&self, event: &Queued, function: &Function) -> Result<Context> {
        let cx = self.context_of(event);
        let role = self.prepared.role(&cx, function);
        Ok(role.context().await?.traced(event.trace.as_deref().map(Into::into)))
    }

    fn later(&self, mut event: Queued, verdict: Verdict) -> Step {
        event.due_ms = self.platform.clock.now().millis() + pause_after_refusal(&mut event);
        event.verdict = Some(verdict);
        Step::Keep(event)
    }
}

#[cfg(test)]
mod tests;

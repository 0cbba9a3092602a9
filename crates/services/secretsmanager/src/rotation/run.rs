//! A rotation: the function is called four times, and makes the version that is current then
//! ("Lambda rotation functions" in the user guide).
//!
//! A process that dies on the way leaves the deadline, and the next one calls the function again from
//! the first step, as AWS does: each step finds what it has done already.

use super::rules;
use crate::SecretsManager;
use crate::records::secret::{Run, Secret, Version};
use crate::stages::{CURRENT, PENDING};
use crate::values;
use platform::{Context, Deadline, Deadlines, Result};
use serde_json::json;
use shapes::lambda::InvocationRequest;
use shapes::lambda::ops::Invoke;
use std::collections::BTreeSet;
use store::Batch;

/// The steps of a rotation.
const STEPS: [&str; 4] = ["createSecret", "setSecret", "testSecret", "finishSecret"];
/// The step that tries whether a function would do.
const TEST: [&str; 1] = ["testSecret"];
/// How long it is waited after each attempt that failed. After the last it is waited for whoever asks.
const PAUSES_MS: [i64; 4] = [1_000, 5_000, 30_000, 120_000];

impl Secret {
    /// Begins a rotation, whose version waits for its value.
    ///
    /// # Errors
    /// AWS's, of too many versions. Gives the ids of those that went for it.
    pub fn begin(&mut self, token: &str, now_ms: i64, is_test: bool) -> Result<Vec<String>> {
        let pending = BTreeSet::from([PENDING.to_owned()]);
        let changed_ms = self.changed_ms;
        let gone = self.add(token, &pending, false, now_ms)?;
        self.changed_ms = changed_ms;
        self.run =
            Some(Run { token: token.to_owned(), due_ms: Some(now_ms), attempts: 0, is_test });
        Ok(gone)
    }

    /// The version of a rotation that has not come to its end.
    pub fn unfinished(&self) -> Option<String> {
        let pending = self.on(PENDING).filter(|version| !version.stages.contains(CURRENT));
        pending.map(|version| version.id.clone())
    }

    /// Ends what is under way, and gives the batch that it takes. The version of a test goes with it, as
    /// when the test has come to its end, lest it be taken for one of a rotation; unless somebody has
    /// made it current meanwhile.
    pub fn end_run(&mut self, cx: &Context, batch: Batch) -> Batch {
        let Some(Run { token, .. }) = self.run.take().filter(|run| run.is_test) else {
            return batch;
        };
        let is_used = |version: &Version| version.stages.iter().any(|it| it != PENDING);
        if self.version(&token).is_none_or(is_used) {
            return batch;
        }
        self.versions.retain(|version| version.id != token);
        values::forgotten(batch, cx, (&self.name, &token))
    }

    /// Takes an unfinished rotation up again.
    pub fn resume(&mut self, token: String, now_ms: i64) {
        if self.run.as_ref().is_none_or(|run| run.due_ms.is_none()) {
            self.run = Some(Run { token, due_ms: Some(now_ms), attempts: 0, is_test: false });
        }
    }
}

impl SecretsManager {
    /// Begins a rotation whose time has come, and says whether the secret was as it was read.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn begin_by_schedule(
        &self,
        cx: &Context,
        deadline: &Deadline,
        (old, bytes): (&Secret, bytes::Bytes),
    ) -> Result<bool> {
        let (mut next, now_ms) = (old.clone(), cx.now().millis());
        if let Some(rotation) = &mut next.rotation {
            rotation.next_ms = rules::next(rotation, now_ms);
        }
        let mut batch = Deadlines::done(Batch::new(), deadline);
        match next.unfinished() {
            Some(token) => next.resume(token, now_ms),
            None => match next.begin(&self.platform.ids.uuid(), now_ms, false) {
                Ok(gone) => {
                    for id in gone {
                        batch = values::forgotten(batch, cx, (&old.name, &id));
                    }
                }
                Err(error) => {
                    tracing::warn!(secret = old.name, %error, "a secret cannot be rotated");
                    next.versions.clone_from(&old.versions);
                }
            },
        }
        self.commit(cx, (old, bytes), &next, batch).await
    }

    /// Tries a rotation, and keeps what became of it.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn attempt(
        &self,
        cx: &Context,
        deadline: &Deadline,
        secret: &Secret,
    ) -> Result<()> {
        let (Some(run), Some(rotation)) = (&secret.run, &secret.rotation) else {
            self.try_commit(Deadlines::done(Batch::new(), deadline)).await?;
            return Ok(());
        };
        let steps = if run.is_test { &TEST[..] } else { &STEPS[..] };
        let mut failure = None;
        for step in steps {
            if let Err(why) = call(cx, &rotation.function, secret, run, step).await {
                failure = Some(format!("{step}: {why}"));
                break;
            }
        }
        self.settle(cx, deadline, run, failure).await
    }

    async fn settle(
        &self,
        cx: &Context,
        deadline: &Deadline,
        run: &Run,
        failure: Option<String>,
    ) -> Result<()> {
        loop {
            let key = deadline.id.as_slice();
            let records = &crate::records::secret::SECRETS;
            let found = records.get_with_bytes(cx.tables(), key).await?;
            let done = Deadlines::done(Batch::new(), deadline);
            let Some((old, bytes)) = found.filter(|(secret, _)| secret.run.as_ref() == Some(run))
            else {
                // It was deleted, or the rotation cancelled.
                self.try_commit(done).await?;
                return Ok(());
            };
            let (mut next, mut batch) = (old.clone(), done);
            let why = match &failure {
                None if !run.is_test && !is_finished(&next, run) => {
                    Some("finishSecret: AWSCURRENT is not on the version that was made".to_owned())
                }
                failure => failure.clone(),
            };
            if run.is_test {
                batch = next.end_run(cx, batch);
            } else {
                outcome(&mut next, cx.now().millis(), why.is_none());
            }
            if self.commit(cx, (&old, bytes), &next, batch).await? {
                if let Some(why) = why {
                    let secret = old.arn(cx);
                    tracing::warn!(secret, attempts = run.attempts + 1, why, "a rotation failed");
                }
                return Ok(());
            }
            if !self.is_there(deadline).await? {
                return Ok(());
            }
        }
    }
}

fn is_finished(secret: &Secret, run: &Run) -> bool {
    secret.on(CURRENT).is_some_and(|version| version.id == run.token)
}

/// What an attempt makes of a secret.
fn outcome(secret: &mut Secret, now_ms: i64, is_done: bool) {
    if is_done {
        secret.run = None;
        secret.rotated_ms = Some(now_ms);
        secret.changed_ms = now_ms;
        if let Some(rotation) = &mut secret.rotation {
            rotation.next_ms = rules::next(rotation, now_ms);
        }
        return;
    }
    if let Some(run) = &mut secret.run {
        let pause = PAUSES_MS.get(run.attempts as usize);
        run.attempts += 1;
        run.due_ms = pause.map(|pause| now_ms + pause);
    }
}

/// Calls the function with a step, or says why that failed.
async fn call(
    cx: &Context,
    function: &str,
    secret: &Secret,
    run: &Run,
    step: &str,
) -> std::result::Result<(), String> {
    let event = json!({
        "Step": step,
        "SecretId": secret.arn(cx),
        "ClientRequestToken": run.token,
    });
    let input = InvocationRequest {
        function_name: function.to_owned(),
        invocation_type: Some("RequestResponse".to_owned()),
        payload: Some(event.to_string().into()),
        ..Default::default()
    };
    let output = cx.call::<Invoke>(input).await.map_err(|error| error.to_string())?;
    match output.function_error {
        None => Ok(()),
        Some(kind) => {
            // The message may have the secret in it; it is in the function's own log.
            let payload = output.payload.unwrap_or_default();
            let told: Option<serde_json::Value> = serde_json::from_slice(&payload).ok();
            let error = told.as_ref().and_then(|told| told.get("errorType")?.as_str());
            let error: String = error.unwrap_or("an error").chars().take(100).collect();
            Err(format!("{step}: {kind}: {error}"))
        }
    }
}

//! `UpdateEventSourceMapping`.

use crate::live::State;
use crate::names::FunctionName;
use crate::records::mapping::{MAPPINGS, Mapping};
use crate::records::pair;
use crate::{Pipelines, encryption, errors, target};
use bytes::Bytes;
use platform::{Context, Handler, Principal, Result};
use shapes::lambda::ops::UpdateEventSourceMapping;
use shapes::lambda::{EventSourceMappingConfiguration, UpdateEventSourceMappingRequest};
use store::Batch;

/// Takes effect at once; what is in flight finishes under the old settings.
impl Handler<UpdateEventSourceMapping> for Pipelines {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateEventSourceMappingRequest,
    ) -> Result<EventSourceMappingConfiguration> {
        let _changing = self.changing.lock().await;
        let (old, new) = loop {
            let (old, stored) = self.find(cx, &input.uuid).await?;
            if old.deleting {
                return Err(errors::in_use("update"));
            }
            let new = changed(cx, &old, &input).await?;
            if keep(cx, &old, stored, &new).await? {
                break (old, new);
            }
        };
        let state = match (old.enabled, new.enabled) {
            (false, true) => State::Enabling,
            (true, false) => State::Disabling,
            _ => State::Updating,
        };
        self.tell(new.clone(), state);
        let mut answer = self.view(&new);
        answer.state = Some(state.name().to_owned());
        encryption::opened(cx, &new, answer).await
    }
}

async fn changed(
    cx: &Context,
    old: &Mapping,
    input: &UpdateEventSourceMappingRequest,
) -> Result<Mapping> {
    let mut new = old.clone();
    new.settings.update(input, old.source())?;
    if let Some(function) = &input.function_name {
        let function = FunctionName::parse(cx, function)?;
        new.function = function.name.clone();
        new.qualifier = function.qualifier.clone();
        let function = target::check(cx, &function).await?;
        if new.source().is_queue() {
            let reader = cx.acting_as(Principal::service(target::PRINCIPAL));
            new.check_source(&reader, &function).await?;
        }
    }
    encryption::check_change(cx, old, &new).await?;
    new.enabled = input.enabled.unwrap_or(old.enabled);
    new.last_modified_ms = cx.now().millis();
    Ok(new)
}

/// Whether it was kept; it was not when the mapping has changed since it was read.
async fn keep(cx: &Context, old: &Mapping, stored: Bytes, new: &Mapping) -> Result<bool> {
    let mut batch = Batch::new().equals(MAPPINGS.table, new.key(), stored).put(
        MAPPINGS.table,
        new.key(),
        MAPPINGS.encode(new)?,
    );
    let (before, after) = (pair::key(old), pair::key(new));
    if before != after {
        batch = batch.delete(pair::PAIRS, before).absent(pair::PAIRS, after.clone()).put(
            pair::PAIRS,
            after,
            new.uuid.clone().into_bytes(),
        );
    }
    match cx.tables().commit(batch).await {
        Err(store::Error::Conflict(0)) => Ok(false),
        Err(store::Error::Conflict(_)) => {
            let uuid = pair::holder(cx.tables(), new).await?.unwrap_or_default();
            Err(errors::exists(new, &uuid))
        }
        other => Ok(other.map(|()| true)?),
    }
}

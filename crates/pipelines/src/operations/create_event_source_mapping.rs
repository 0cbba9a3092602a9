//! `CreateEventSourceMapping`.

use crate::live::State;
use crate::names::{FunctionName, check_stream_arn};
use crate::records::checkpoint::{self, CHECKPOINTS};
use crate::records::mapping::{MAPPINGS, Mapping};
use crate::records::pair;
use crate::settings::Settings;
use crate::{Pipelines, errors, shards, source, target, view};
use platform::{Context, Error, Handler, Principal, Result, commit_if};
use shapes::Timestamp;
use shapes::lambda::ops::CreateEventSourceMapping;
use shapes::lambda::{CreateEventSourceMappingRequest, EventSourceMappingConfiguration};
use store::Batch;

impl Handler<CreateEventSourceMapping> for Pipelines {
    async fn handle(
        &self,
        cx: &Context,
        input: CreateEventSourceMappingRequest,
    ) -> Result<EventSourceMappingConfiguration> {
        let settings = Settings::of_new(&input)?;
        let Some(stream_arn) = &input.event_source_arn else {
            return Err(errors::invalid("Unrecognized event source."));
        };
        check_stream_arn(cx, stream_arn)?;
        let start = starting_position(cx, &input)?;
        let function = FunctionName::parse(cx, &input.function_name)?;
        target::check(cx, &function).await?;
        let reader = cx.acting_as(Principal::service(target::PRINCIPAL));
        let created = source::created(&reader, stream_arn).await;
        let mapping = Mapping {
            uuid: cx.platform().ids.uuid(),
            account: cx.account.to_string(),
            region: cx.region.to_string(),
            stream_arn: stream_arn.clone(),
            stream_created_ms: created.map_err(|error| no_stream(error, stream_arn))?.millis(),
            function: function.name,
            qualifier: function.qualifier,
            starting_position: start.0,
            starting_timestamp_ms: start.1,
            settings,
            enabled: input.enabled.unwrap_or(true),
            deleting: false,
            last_modified_ms: cx.now().millis(),
        };
        let _changing = self.changing.lock().await;
        keep(cx, &reader, &mapping).await?;
        let answer = view::of(&mapping, State::Creating, target::NOTHING_YET.to_owned());
        self.take_up(mapping);
        Ok(answer)
    }
}

/// Keeps the mapping with the positions at which it begins.
async fn keep(cx: &Context, reader: &Context, mapping: &Mapping) -> Result<()> {
    if let Some(uuid) = pair::holder(cx.tables(), mapping).await? {
        return Err(errors::exists(&mapping.stream_arn, &mapping.function, &uuid));
    }
    let positions = shards::first_positions(reader, mapping).await;
    let positions = positions.map_err(|error| no_stream(error, &mapping.stream_arn))?;
    let pair = pair::key(mapping);
    let mut batch = Batch::new()
        .absent(pair::PAIRS, pair.clone())
        .put(pair::PAIRS, pair, mapping.uuid.clone().into_bytes())
        .put(MAPPINGS.table, mapping.key(), MAPPINGS.encode(mapping)?);
    for (shard_id, checkpoint) in positions {
        let key = checkpoint::key(mapping, &shard_id);
        batch = batch.put(CHECKPOINTS.table, key, CHECKPOINTS.encode(&checkpoint)?);
    }
    if commit_if(cx.tables(), batch).await? {
        return Ok(());
    }
    let uuid = pair::holder(cx.tables(), mapping).await?.unwrap_or_default();
    Err(errors::exists(&mapping.stream_arn, &mapping.function, &uuid))
}

fn no_stream(error: Error, stream_arn: &str) -> Error {
    if error.is(&shapes::kinesis::errors::RESOURCE_NOT_FOUND_EXCEPTION) {
        return errors::invalid(format!("Stream not found: {stream_arn}"));
    }
    error
}

/// The position and, for `AT_TIMESTAMP`, its instant in milliseconds since the epoch.
fn starting_position(
    cx: &Context,
    input: &CreateEventSourceMappingRequest,
) -> Result<(String, Option<i64>)> {
    let Some(position) = &input.starting_position else {
        return Err(errors::invalid(
            "1 validation error detected: Value null at 'startingPosition' failed to satisfy \
             constraint: Member must not be null.",
        ));
    };
    let timestamp = input.starting_position_timestamp;
    match (position.as_str(), timestamp) {
        ("TRIM_HORIZON" | "LATEST", None) => Ok((position.clone(), None)),
        ("TRIM_HORIZON" | "LATEST", Some(_)) => {
            Err(errors::invalid("Timestamp only valid with StartingPosition AT_TIMESTAMP"))
        }
        ("AT_TIMESTAMP", None) => {
            Err(errors::invalid("Timestamp is required with StartingPosition AT_TIMESTAMP"))
        }
        ("AT_TIMESTAMP", Some(at)) if at < Timestamp(0) || at > cx.now() => {
            Err(errors::invalid("StartingPositionTimestamp cannot be in the future."))
        }
        ("AT_TIMESTAMP", Some(at)) => Ok((position.clone(), Some(at.millis()))),
        _ => Err(errors::invalid(format!("Unsupported starting position {position}."))),
    }
}

//! `CreateEventSourceMapping`.

use crate::live::State;
use crate::names::FunctionName;
use crate::records::checkpoint::{self, CHECKPOINTS};
use crate::records::mapping::{MAPPINGS, Mapping};
use crate::records::pair;
use crate::settings::Settings;
use crate::source::Source;
use crate::{Pipelines, encryption, errors, target, view};
use platform::tags::{self, Tags};
use platform::{Context, Handler, Principal, Result, commit_if};
use shapes::lambda::ops::CreateEventSourceMapping;
use shapes::lambda::{CreateEventSourceMappingRequest, EventSourceMappingConfiguration};
use store::Batch;

const MOST_TAGS: usize = 50;

impl Handler<CreateEventSourceMapping> for Pipelines {
    async fn handle(
        &self,
        cx: &Context,
        input: CreateEventSourceMappingRequest,
    ) -> Result<EventSourceMappingConfiguration> {
        let Some(source_arn) = &input.event_source_arn else {
            return Err(errors::invalid("Unrecognized event source."));
        };
        let source = Source::of(cx, source_arn)?;
        let settings = Settings::of_new(&input, source)?;
        let tags = input.tags.clone().unwrap_or_default();
        if tags.len() > MOST_TAGS {
            return Err(errors::invalid("Number of tags exceeds resource tag limit."));
        }
        let (starting_position, starting_timestamp_ms) = source.start(cx, &input)?;
        let name = FunctionName::parse(cx, &input.function_name)?;
        let function = target::check(cx, &name).await?;
        let reader = cx.acting_as(Principal::service(target::PRINCIPAL));
        let mut mapping = Mapping {
            uuid: cx.platform().ids.uuid(),
            account: cx.account.to_string(),
            region: cx.region.to_string(),
            source_arn: source_arn.clone(),
            stream_created_ms: 0,
            function: name.name,
            qualifier: name.qualifier,
            starting_position,
            starting_timestamp_ms,
            settings,
            enabled: input.enabled.unwrap_or(true),
            deleting: false,
            last_modified_ms: cx.now().millis(),
        };
        mapping.check_source(&reader, &function).await?;
        encryption::check_new(cx, &mapping).await?;
        let _changing = self.changing.lock().await;
        keep(cx, &reader, &mapping, &tags).await?;
        let answer = view::of(&mapping, State::Creating, target::NOTHING_YET.to_owned());
        self.take_up(mapping);
        Ok(answer)
    }
}

/// Keeps the mapping with its tags and the positions at which it begins.
async fn keep(cx: &Context, reader: &Context, mapping: &Mapping, tags: &Tags) -> Result<()> {
    if let Some(uuid) = pair::holder(cx.tables(), mapping).await? {
        return Err(errors::exists(mapping, &uuid));
    }
    let positions = mapping.first_positions(reader).await?;
    let pair = pair::key(mapping);
    let mut batch = Batch::new()
        .absent(pair::PAIRS, pair.clone())
        .put(pair::PAIRS, pair, mapping.uuid.clone().into_bytes())
        .put(MAPPINGS.table, mapping.key(), MAPPINGS.encode(mapping)?);
    batch = tags::given(batch, cx, &mapping.arn(), tags)?;
    for (shard_id, checkpoint) in positions {
        let key = checkpoint::key(mapping, &shard_id);
        batch = batch.put(CHECKPOINTS.table, key, CHECKPOINTS.encode(&checkpoint)?);
    }
    if commit_if(cx.tables(), batch).await? {
        return Ok(());
    }
    let uuid = pair::holder(cx.tables(), mapping).await?.unwrap_or_default();
    Err(errors::exists(mapping, &uuid))
}

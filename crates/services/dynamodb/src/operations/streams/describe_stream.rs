//! `DescribeStream`.

use crate::Dynamodb;
use crate::errors::invalid;
use crate::records::stream::StreamRecord;
use crate::streams::reading::{self, Shard};
use crate::streams::shard::ShardName;
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::dynamodbstreams::ops;
use shapes::dynamodbstreams::{
    DescribeStreamInput, DescribeStreamOutput, KeySchemaElement, SequenceNumberRange,
    Shard as Shown, ShardFilter, StreamDescription,
};

/// "The maximum number of shard objects to return. The upper limit is 100."
const PAGE: usize = 100;

impl Handler<ops::DescribeStream> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeStreamInput,
    ) -> Result<DescribeStreamOutput> {
        let stream = reading::stream(cx, &input.stream_arn).await?;
        let parent = input.shard_filter.as_ref().map(parent_of).transpose()?;
        let all = reading::shards(cx, &stream).await?;
        let mut shards = all.clone();
        if let Some(parent) = parent {
            shards.retain(|shard| parent.is_some() && shard.name.parent() == parent);
        }
        if let Some(after) = &input.exclusive_start_shard_id {
            shards.retain(|shard| shard.id() > *after);
        }
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.unwrap_or(PAGE).clamp(1, PAGE);
        let has_more = shards.len() > limit;
        shards.truncate(limit);
        let shown: Vec<_> = shards.iter().map(|shard| show(shard, &all)).collect();
        let last = shards.last().filter(|_| has_more).map(Shard::id);
        let description = describe(stream, &input.stream_arn, shown, last);
        Ok(DescribeStreamOutput { stream_description: Some(description) })
    }
}

/// Whose children are meant; nothing where it is no shard of ours, which has none.
fn parent_of(filter: &ShardFilter) -> Result<Option<ShardName>> {
    let named = filter.shard_id.as_deref();
    match (filter.r#type.as_deref(), named) {
        (Some("CHILD_SHARDS"), Some(id)) => Ok(ShardName::parse(id).map(|(name, _)| name)),
        (Some("CHILD_SHARDS"), None) => {
            Err(invalid("ShardId must be provided when ShardFilter type is CHILD_SHARDS"))
        }
        _ => Err(invalid("ShardFilter type must be provided")),
    }
}

fn show(shard: &Shard, all: &[Shard]) -> Shown {
    let parent = shard.name.parent();
    let parent = all.iter().find(|other| Some(other.name) == parent);
    Shown {
        shard_id: Some(shard.id()),
        sequence_number_range: Some(SequenceNumberRange {
            starting_sequence_number: Some(shard.first.text()),
            ending_sequence_number: shard.last.map(|last| last.text()),
        }),
        parent_shard_id: parent.map(Shard::id),
    }
}

fn describe(
    stream: StreamRecord,
    arn: &str,
    shards: Vec<Shown>,
    last: Option<String>,
) -> StreamDescription {
    let kinds = ["HASH", "RANGE"];
    let keys = stream.schema.attributes().zip(kinds).map(|(attribute, kind)| KeySchemaElement {
        attribute_name: attribute.name.clone(),
        key_type: kind.to_owned(),
    });
    let status = if stream.disabled_ms.is_some() { "DISABLED" } else { "ENABLED" };
    StreamDescription {
        key_schema: Some(keys.collect()),
        stream_arn: Some(arn.to_owned()),
        stream_label: Some(stream.label),
        stream_status: Some(status.to_owned()),
        stream_view_type: Some(stream.view),
        // As other times of DynamoDB.
        creation_request_date_time: Some(Timestamp(stream.created_ms)),
        table_name: Some(stream.table),
        shards: Some(shards),
        last_evaluated_shard_id: last,
    }
}

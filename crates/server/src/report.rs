//! What the server holds of an account and region, asked of its services as a client would.

use crate::assemble::Services;
use crate::status::{Function, Mapping, Report, Stream};
use lambda::Lambda;
use pipelines::MappingStatus;
use platform::{Context, Result};
use shapes::{kinesis, lambda as model, s3};

/// The report on the context's account and region.
pub async fn of(cx: &Context, services: &Services, data_dir: Option<String>) -> Result<Report> {
    Ok(Report {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        data_dir,
        account: cx.account.to_string(),
        region: cx.region.to_string(),
        streams: streams(cx).await?,
        mappings: mappings(cx, services.pipelines.status()),
        functions: functions(cx, &services.lambda).await?,
        buckets: buckets(cx).await?,
    })
}

async fn streams(cx: &Context) -> Result<Vec<Stream>> {
    let mut streams = Vec::new();
    let mut after = None;
    loop {
        let input =
            kinesis::ListStreamsInput { exclusive_start_stream_name: after, ..Default::default() };
        let page = cx.call::<kinesis::ops::ListStreams>(input).await?;
        for name in &page.stream_names {
            let input = kinesis::DescribeStreamSummaryInput {
                stream_name: Some(name.clone()),
                ..Default::default()
            };
            // A stream that is deleted meanwhile is left out.
            let Ok(answer) = cx.call::<kinesis::ops::DescribeStreamSummary>(input).await else {
                continue;
            };
            let summary = answer.stream_description_summary;
            streams.push(Stream {
                name: summary.stream_name,
                state: summary.stream_status,
                shards: summary.open_shard_count.into(),
                retention_hours: summary.retention_period_hours.into(),
            });
        }
        after = page.stream_names.last().cloned();
        if !page.has_more_streams || after.is_none() {
            return Ok(streams);
        }
    }
}

async fn functions(cx: &Context, service: &Lambda) -> Result<Vec<Function>> {
    let mut functions = Vec::new();
    let mut marker = None;
    loop {
        let input = model::ListFunctionsRequest { marker, ..Default::default() };
        let page = cx.call::<model::ops::ListFunctions>(input).await?;
        functions.extend(page.functions.into_iter().flatten().map(|function| Function {
            name: function.function_name.unwrap_or_default(),
            runs_on: function.runtime.as_deref().and_then(|runtime| service.instead_of(runtime)),
            runtime: function.runtime.unwrap_or_default(),
            state: function.state.unwrap_or_else(|| "Active".to_owned()),
        }));
        marker = page.next_marker;
        if marker.is_none() {
            return Ok(functions);
        }
    }
}

async fn buckets(cx: &Context) -> Result<Vec<String>> {
    let answer = cx.call::<s3::ops::ListBuckets>(s3::ListBucketsRequest::default()).await?;
    Ok(answer.buckets.into_iter().flatten().filter_map(|bucket| bucket.name).collect())
}

/// The mappings of the context's account and region.
fn mappings(cx: &Context, statuses: Vec<MappingStatus>) -> Vec<Mapping> {
    let owned = format!(":{}:{}:", cx.region, cx.account);
    let short = |arn: &str| arn.rsplit(['/', ':']).next().unwrap_or(arn).to_owned();
    let mapping = |status: MappingStatus| Mapping {
        lag_ms: status.shards.iter().map(|shard| shard.lag_ms).max().unwrap_or(0),
        stream: short(&status.source),
        event_counts: status.event_counts,
        function: short(&status.function),
        uuid: status.uuid,
        state: status.state,
        last_result: status.last_result,
    };
    statuses.into_iter().filter(|status| status.source.contains(&owned)).map(mapping).collect()
}

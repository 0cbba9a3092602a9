//! What the server holds of an account and region, asked of its services as a client would.

use crate::assemble::Services;
use crate::status::{Channel, Function, Mapping, Queue, Report, Stream};
use kinesis::Kinesis;
use lambda::Lambda;
use pipelines::MappingStatus;
use platform::{Context, Result};
use shapes::kinesis::errors::ACCESS_DENIED_EXCEPTION;
use shapes::{kinesis as streaming, lambda as model, s3, sns, sqs};

/// The report on the context's account and region.
pub async fn of(
    cx: &Context,
    services: &Services,
    data_dir: Option<String>,
    clock_ahead_ms: Option<i64>,
) -> Result<Report> {
    let streams = streams(cx, &services.kinesis).await?;
    let functions = functions(cx, &services.lambda).await?;
    let queues = queues(cx).await?;
    let mut mappings = mappings(cx, services.pipelines.status());
    for (mapping, source, function) in &mut mappings {
        let is_queue = source.split(':').nth(2) == Some("sqs");
        let (kind, is_there) = match is_queue {
            true => ("queue", queues.iter().any(|it| it.name == mapping.stream)),
            false => ("stream", streams.iter().any(|it| it.name == mapping.stream)),
        };
        if !is_there {
            mapping.gone.push(format!("the {kind} {}", mapping.stream));
        } else if let Some(consumer) = missing_consumer(cx, source).await {
            mapping.gone.push(format!("the consumer {consumer} of {}", mapping.stream));
        }
        if !functions.iter().any(|it| it.name == *function) {
            mapping.gone.push(format!("the function {function}"));
        }
    }
    Ok(Report {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        data_dir,
        node: None,
        nodes: Vec::new(),
        engines: Vec::new(),
        clock_ahead_ms,
        account: cx.account.to_string(),
        region: cx.region.to_string(),
        streams,
        channels: channels(cx).await?,
        mappings: mappings.into_iter().map(|(mapping, _, _)| mapping).collect(),
        functions,
        queues,
        topics: topics(cx).await?,
        buckets: buckets(cx).await?,
    })
}

/// The name of the consumer that a source is, where it is one and there is none such any more.
async fn missing_consumer<'a>(cx: &Context, source: &'a str) -> Option<&'a str> {
    let (_, consumer) = source.split_once(CONSUMER)?;
    let consumer_arn = Some(source.to_owned());
    let input = streaming::DescribeStreamConsumerInput { consumer_arn, ..Default::default() };
    let error = cx.call::<streaming::ops::DescribeStreamConsumer>(input).await.err()?;
    let is_gone = error.is(&streaming::errors::RESOURCE_NOT_FOUND_EXCEPTION);
    let (name, _) = consumer.split_once(':').filter(|_| is_gone)?;
    Some(name)
}

/// What stands behind its stream's ARN in that of a consumer.
const CONSUMER: &str = "/consumer/";

async fn streams(cx: &Context, service: &Kinesis) -> Result<Vec<Stream>> {
    let mut streams = Vec::new();
    let mut after = None;
    loop {
        let input = streaming::ListStreamsInput {
            exclusive_start_stream_name: after,
            ..Default::default()
        };
        let page = cx.call::<streaming::ops::ListStreams>(input).await?;
        for name in &page.stream_names {
            let input = streaming::DescribeStreamSummaryInput {
                stream_name: Some(name.clone()),
                ..Default::default()
            };
            let answer = match cx.call::<streaming::ops::DescribeStreamSummary>(input).await {
                Ok(answer) => answer,
                // A policy keeps its owner out.
                Err(error) if error.is(&ACCESS_DENIED_EXCEPTION) => {
                    streams.push(Stream::denied(name));
                    continue;
                }
                // A stream that is deleted meanwhile is left out.
                Err(_) => continue,
            };
            let summary = answer.stream_description_summary;
            let shard_metrics = service.shard_metrics(cx, name).await?;
            streams.push(Stream {
                name: summary.stream_name,
                state: summary.stream_status,
                shards: summary.open_shard_count.into(),
                retention_hours: summary.retention_period_hours.into(),
                shard_metrics,
            });
        }
        after = page.stream_names.last().cloned();
        if !page.has_more_streams || after.is_none() {
            return Ok(streams);
        }
    }
}

async fn channels(cx: &Context) -> Result<Vec<Channel>> {
    let (mut channels, mut next_token) = (Vec::new(), None);
    loop {
        let input = streaming::ListChannelsInput { next_token, ..Default::default() };
        let page = cx.call::<streaming::ops::ListChannels>(input).await?;
        for summary in page.channel_summaries {
            let input = streaming::DescribeChannelInput { channel_arn: summary.channel_arn };
            // A channel that is deleted meanwhile is left out.
            let Ok(answer) = cx.call::<streaming::ops::DescribeChannel>(input).await else {
                continue;
            };
            let found = answer.channel_description;
            let bucket = found.s3_destination_configuration.map(|it| it.storage_configuration);
            channels.push(Channel {
                name: found.channel_name,
                stream: summary.streams.first().map(|it| short(&it.stream_arn)).unwrap_or_default(),
                bucket: bucket.map(|it| short(&it.bucket_arn)).unwrap_or_default(),
                state: found.channel_status,
                reason: found.channel_status_reason,
            });
        }
        next_token = page.next_token;
        if next_token.is_none() {
            return Ok(channels);
        }
    }
}

async fn functions(cx: &Context, service: &Lambda) -> Result<Vec<Function>> {
    let mut functions = Vec::new();
    let mut marker = None;
    loop {
        let input = model::ListFunctionsRequest { marker, ..Default::default() };
        let page = cx.call::<model::ops::ListFunctions>(input).await?;
        functions.extend(page.functions.into_iter().flatten().map(|function| {
            let tally = service.tally(function.function_arn.as_deref().unwrap_or_default());
            Function {
                name: function.function_name.unwrap_or_default(),
                runs_on: function.runtime.as_deref().and_then(|it| service.instead_of(it)),
                invocations: tally.invocations,
                errors: tally.errors,
                runtime: function.runtime.unwrap_or_default(),
                state: function.state.unwrap_or_else(|| "Active".to_owned()),
            }
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

/// The last part of an ARN or URL.
fn short(arn: &str) -> String {
    arn.rsplit(['/', ':']).next().unwrap_or(arn).to_owned()
}

async fn queues(cx: &Context) -> Result<Vec<Queue>> {
    const COUNTS: [&str; 3] = [
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
    ];
    let (mut queues, mut next_token) = (Vec::new(), None);
    loop {
        let input =
            sqs::ListQueuesRequest { max_results: Some(1000), next_token, ..Default::default() };
        let page = cx.call::<sqs::ops::ListQueues>(input).await?;
        for url in page.queue_urls.into_iter().flatten() {
            let name = short(&url);
            let attribute_names = Some(COUNTS.map(str::to_owned).to_vec());
            let input = sqs::GetQueueAttributesRequest { queue_url: url, attribute_names };
            // A queue that is deleted meanwhile is left out.
            let Ok(answer) = cx.call::<sqs::ops::GetQueueAttributes>(input).await else { continue };
            let mut counts = answer.attributes.unwrap_or_default();
            let [waiting, in_flight, delayed] =
                COUNTS.map(|name| counts.remove(name).unwrap_or_default());
            queues.push(Queue { name, waiting, in_flight, delayed });
        }
        next_token = page.next_token;
        if next_token.is_none() {
            return Ok(queues);
        }
    }
}

async fn topics(cx: &Context) -> Result<Vec<String>> {
    let (mut topics, mut next_token) = (Vec::new(), None);
    loop {
        let page = cx.call::<sns::ops::ListTopics>(sns::ListTopicsInput { next_token }).await?;
        let arns = page.topics.into_iter().flatten().filter_map(|topic| topic.topic_arn);
        topics.extend(arns.map(|arn| short(&arn)));
        next_token = page.next_token;
        if next_token.is_none() {
            return Ok(topics);
        }
    }
}

/// The mappings of the context's account and region, each with its source's ARN and its function's
/// name.
fn mappings(cx: &Context, statuses: Vec<MappingStatus>) -> Vec<(Mapping, String, String)> {
    let owned = format!(":{}:{}:", cx.region, cx.account);
    let mapping = |status: MappingStatus| {
        let qualified = status.function.split_once(":function:").map_or("", |(_, name)| name);
        let function = qualified.split(':').next().unwrap_or_default().to_owned();
        let mapping = Mapping {
            lag_ms: status.shards.iter().map(|shard| shard.lag_ms).max().unwrap_or(0),
            stream: short(status.source.split(CONSUMER).next().unwrap_or_default()),
            event_counts: status.event_counts,
            invocations: status.tally.invocations,
            errors: status.tally.errors,
            records: status.tally.records,
            discarded: status.tally.discarded,
            reason: status.tally.reason,
            function: qualified.to_owned(),
            uuid: status.uuid,
            state: status.state,
            last_result: status.last_result,
            gone: Vec::new(),
            node: None,
        };
        (mapping, status.source, function)
    };
    statuses.into_iter().filter(|status| status.source.contains(&owned)).map(mapping).collect()
}

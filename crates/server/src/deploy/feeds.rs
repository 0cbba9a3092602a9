//! What feeds a function: a stream or a queue, and the mapping that connects them.

use super::patience::until;
use crate::api::{Api, Mapping};
use serde::Deserialize;
use serde_json::{Value, json};

/// A queue hides a message for so many times its function's timeout, as AWS advises.
const TIMEOUTS: u32 = 6;

/// What was made; the rest was there.
pub struct Made {
    /// The stream or queue.
    pub source: bool,
    /// The mapping.
    pub mapping: bool,
}

/// Connects a stream, from its newest record on, and waits until both are ready.
pub fn stream(api: &Api, function: &str, name: &str) -> Result<Made, String> {
    let input = json!({ "StreamName": name, "ShardCount": 1 });
    let source = match api.kinesis::<Value>("CreateStream", &input) {
        Err(refusal) if refusal.is("ResourceInUseException") => false,
        made => made.map(|_| true)?,
    };
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Answer {
        stream_description_summary: Summary,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Summary {
        #[serde(rename = "StreamARN")]
        arn: String,
        stream_status: String,
    }
    let arn = until(&format!("stream {name}"), || {
        let answer: Answer =
            api.kinesis("DescribeStreamSummary", &json!({ "StreamName": name }))?;
        let it = answer.stream_description_summary;
        Ok((it.stream_status == "ACTIVE").then_some(it.arn))
    })?;
    let mapping = mapping(api, function, &arn, &json!({ "StartingPosition": "LATEST" }))?;
    Ok(Made { source, mapping })
}

/// Connects a queue, and waits until both are ready.
pub fn queue(api: &Api, function: &str, name: &str) -> Result<Made, String> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Settings {
        timeout: u32,
    }
    let path = format!("/2015-03-31/functions/{function}/configuration");
    let source = match api.sqs::<Value>("GetQueueUrl", &json!({ "QueueName": name })) {
        Ok(_) => false,
        Err(refusal) if refusal.is("QueueDoesNotExist") => {
            let settings: Settings = api.lambda("GET", &path, &Value::Null)?;
            let seconds = settings.timeout.saturating_mul(TIMEOUTS).to_string();
            let mut attributes = json!({ "VisibilityTimeout": seconds });
            if name.ends_with(".fifo") {
                attributes["FifoQueue"] = json!("true");
            }
            let input = json!({ "QueueName": name, "Attributes": attributes });
            api.sqs::<Value>("CreateQueue", &input)?;
            true
        }
        Err(refusal) => return Err(refusal.into()),
    };
    let mapping = mapping(api, function, &api.queue_arn(name), &json!({}))?;
    Ok(Made { source, mapping })
}

/// Maps a source to a function where it is not yet, and waits until it is enabled. One that
/// somebody disabled stays as it is.
fn mapping(api: &Api, function: &str, arn: &str, settings: &Value) -> Result<bool, String> {
    let is_ours = |it: &Mapping| {
        let of = platform::Arn::parse(&it.function_arn);
        let name = of.as_ref().and_then(|of| of.resource.strip_prefix("function:"));
        it.event_source_arn == arn && name == Some(function)
    };
    if api.mappings()?.iter().any(is_ours) {
        return Ok(false);
    }
    #[derive(Deserialize)]
    struct Answer {
        #[serde(rename = "UUID")]
        uuid: String,
        #[serde(rename = "State", default)]
        state: String,
    }
    let mut input = settings.clone();
    input["FunctionName"] = json!(function);
    input["EventSourceArn"] = json!(arn);
    let path = "/2015-03-31/event-source-mappings";
    let made: Answer = api.lambda("POST", path, &input)?;
    let path = format!("{path}/{}", made.uuid);
    until(&format!("the mapping of {arn}"), || {
        let now: Answer = api.lambda("GET", &path, &Value::Null)?;
        Ok((now.state == "Enabled").then_some(()))
    })?;
    Ok(true)
}

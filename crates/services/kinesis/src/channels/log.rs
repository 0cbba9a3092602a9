//! What a channel writes of its work, where its `LoggingConfiguration` says so: to CloudWatch Logs, as
//! its role. A log that cannot be written holds nothing up.

use super::record::Channel;
use platform::{Context, Result};
use serde_json::{Value, json};
use shapes::logs::errors::{
    RESOURCE_ALREADY_EXISTS_EXCEPTION as EXISTS, RESOURCE_NOT_FOUND_EXCEPTION as MISSING,
};
use shapes::logs::ops::{CreateLogGroup, CreateLogStream, PutLogEvents};
use shapes::logs::{
    CreateLogGroupRequest, CreateLogStreamRequest, InputLogEvent, PutLogEventsRequest,
};

/// The log stream of who names none.
pub(crate) const STREAM: &str = "DestinationDelivery";

/// The log group of who names none.
pub(crate) fn group(name: &str, id: &str) -> String {
    format!("/aws/kinesis/{name}/{id}")
}

/// Writes of something that a channel did, or failed to do.
pub(crate) async fn write(
    cx: &Context,
    channel: &Channel,
    level: &str,
    message: &str,
    more: Value,
) {
    let (true, Some(group)) = (channel.logging.enabled, &channel.logging.group) else { return };
    let stream = channel.logging.stream.as_deref().unwrap_or(STREAM);
    let mut line = json!({
        "channelName": channel.name,
        "channelId": channel.id,
        "streamArn": channel.stream_arn(),
        "level": level,
        "message": message,
    });
    if let (Value::Object(line), Value::Object(more)) = (&mut line, more) {
        line.extend(more);
    }
    if let Err(error) = put(cx, group, stream, line.to_string()).await {
        tracing::debug!(channel = channel.name, %error, "the channel's log is not written");
    }
}

async fn put(cx: &Context, group: &str, stream: &str, message: String) -> Result<()> {
    let (log_group_name, log_stream_name) = (group.to_owned(), stream.to_owned());
    let event = InputLogEvent { timestamp: cx.now().millis(), message };
    let input = PutLogEventsRequest {
        log_group_name: log_group_name.clone(),
        log_stream_name: log_stream_name.clone(),
        log_events: vec![event],
        ..Default::default()
    };
    match cx.call::<PutLogEvents>(input.clone()).await {
        Err(error) if error.is(&MISSING) => {}
        other => return other.map(drop),
    }
    let group =
        CreateLogGroupRequest { log_group_name: log_group_name.clone(), ..Default::default() };
    unless_there(cx.call::<CreateLogGroup>(group).await)?;
    let stream = CreateLogStreamRequest { log_group_name, log_stream_name };
    unless_there(cx.call::<CreateLogStream>(stream).await)?;
    cx.call::<PutLogEvents>(input).await.map(drop)
}

fn unless_there<T>(made: Result<T>) -> Result<()> {
    match made {
        Err(error) if error.is(&EXISTS) => Ok(()),
        other => other.map(drop),
    }
}

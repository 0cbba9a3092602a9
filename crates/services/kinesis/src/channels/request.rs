//! What a request for a channel means, and whether it can be.
//!
//! The rules are those of `CreateChannel` and of the pages on data delivery in the developer guide.

use super::record::{Bucket, Channel, Compression, Format, Logging, Status};
use super::{log, template};
use crate::errors::{invalid_argument, unsupported, validation};
use crate::resolve::stream_of_arn;
use platform::{Arn, Context, Error, Result};
use shapes::kinesis::{
    ChannelLoggingConfiguration, ChannelStreamConfiguration, CloudWatchLogsUpdateInput,
    CreateChannelInput, S3DestinationConfiguration, UpdateChannelInput,
};
use std::ops::RangeInclusive;

/// How old what is not delivered may be, in seconds, and how old it may be by default.
const FRESHNESS: RangeInclusive<i32> = 300..=900;
const DEFAULT_FRESHNESS: i32 = 300;
const DEFAULT_STORAGE_CLASS: &str = "STANDARD";

/// The channel that a request asks for, as it is before anything else is known of it.
///
/// # Errors
/// Those of a request that cannot be.
pub(crate) fn channel(cx: &Context, input: &CreateChannelInput) -> Result<Channel> {
    let destination =
        match (&input.s3_destination_configuration, &input.s3_tables_destination_configuration) {
            (Some(destination), None) => destination,
            (None, Some(_)) => return Err(unsupported("S3TablesDestinationConfiguration")),
            _ => {
                return Err(validation(
                    "You must specify either S3DestinationConfiguration or \
                 S3TablesDestinationConfiguration, but not both.",
                ));
            }
        };
    if input.encryption_configuration.is_some() {
        return Err(unsupported("EncryptionConfiguration"));
    }
    let [source] = &input.stream_configuration_list[..] else {
        return Err(validation("A channel has exactly one stream in StreamConfigurationList."));
    };
    let role = &input.service_execution_role_arn;
    if Arn::parse(role).map_or("", |arn| arn.account) != &*cx.account {
        let message = format!("The role {role} does not belong to the account {}.", cx.account);
        return Err(invalid_argument(message));
    }
    let (id, name) = (cx.platform().ids.uuid(), input.channel_name.clone());
    let channel = Channel {
        logging: logging(input.logging_configuration.as_ref(), &name, &id),
        account: cx.account.to_string(),
        region: cx.region.to_string(),
        status: Status::Creating,
        reason: None,
        created_ms: cx.now().millis(),
        role_arn: role.clone(),
        stream: stream_of_arn(cx, &source.stream_arn)?.to_owned(),
        stream_created_ms: 0,
        format: format(source)?,
        ..of_destination(destination, &name, &id)?
    };
    let broken = |rule| validation(format!("The OutputKeyTemplate {} {rule}.", channel.template));
    template::check(&channel).map_err(broken)?;
    Ok(channel)
}

/// The part of a channel that its destination says.
fn of_destination(
    destination: &S3DestinationConfiguration,
    name: &str,
    id: &str,
) -> Result<Channel> {
    let storage = &destination.storage_configuration;
    let bucket = |arn: &String, owner: &String| Bucket { arn: arn.clone(), owner: owner.clone() };
    let bucket_of_objects = bucket(&storage.bucket_arn, &storage.expected_bucket_owner);
    let letters = destination.dead_letter_queue_s3_configuration.as_ref();
    let prefix = letters.and_then(|it| it.error_output_prefix.clone());
    let dead_letters = match letters {
        Some(letters) => bucket(&letters.bucket_arn, &letters.expected_bucket_owner),
        None => bucket_of_objects.clone(),
    };
    let template = storage.output_key_template.clone();
    let class = storage.storage_class.clone();
    let seconds = destination.data_freshness_in_seconds.unwrap_or(DEFAULT_FRESHNESS);
    Ok(Channel {
        id: id.to_owned(),
        account: String::new(),
        region: String::new(),
        name: name.to_owned(),
        status: Status::Creating,
        reason: None,
        created_ms: 0,
        role_arn: String::new(),
        stream: String::new(),
        stream_created_ms: 0,
        format: Format::Bytes,
        freshness_seconds: freshness(seconds)?,
        bucket: bucket_of_objects,
        template: template.unwrap_or_else(|| template::DEFAULT.to_owned()),
        storage_class: class.unwrap_or_else(|| DEFAULT_STORAGE_CLASS.to_owned()),
        compression: compression(&storage.compression_type)?,
        dead_letters,
        error_prefix: prefix.unwrap_or_else(|| format!("kinesis-channel/errors/{name}/{id}/")),
        logging: Logging { enabled: false, group: None, stream: None },
    })
}

fn freshness(seconds: i32) -> Result<i32> {
    if FRESHNESS.contains(&seconds) {
        return Ok(seconds);
    }
    let (least, most) = (FRESHNESS.start(), FRESHNESS.end());
    Err(validation(format!("DataFreshnessInSeconds must be between {least} and {most}.")))
}

fn format(source: &ChannelStreamConfiguration) -> Result<Format> {
    let configuration = &source.record_configuration;
    if configuration.gsr_schema_arn.is_some() {
        return Err(validation("GSRSchemaARN is only supported for streaming table destinations."));
    }
    match &*configuration.record_format_type {
        "JSON" => Ok(Format::Json),
        "STRING" => Ok(Format::String),
        "BYTE_ARRAY" => Ok(Format::Bytes),
        other => Err(validation(format!(
            "The record format {other} is only supported for streaming table destinations."
        ))),
    }
}

fn compression(name: &str) -> Result<Compression> {
    let all = [Compression::None, Compression::Gzip, Compression::Zstd];
    let found = all.into_iter().find(|it| it.as_str() == name);
    // The model's constraints let no other through.
    found.ok_or_else(|| Error::internal(format_args!("the compression {name}")))
}

fn logging(given: Option<&ChannelLoggingConfiguration>, name: &str, id: &str) -> Logging {
    let before = Logging { enabled: false, group: None, stream: None };
    let Some(given) = given.map(|it| &it.cloud_watch_logs) else { return before };
    let given = CloudWatchLogsUpdateInput {
        enabled: given.enabled,
        log_group_name: given.log_group_name.clone(),
        log_stream_name: given.log_stream_name.clone(),
    };
    changed_logging(before, &given, name, id)
}

/// Where the log goes by then: what is not given stays as it was.
fn changed_logging(
    before: Logging,
    given: &CloudWatchLogsUpdateInput,
    name: &str,
    id: &str,
) -> Logging {
    let mut group = given.log_group_name.clone().or(before.group);
    let mut stream = given.log_stream_name.clone().or(before.stream);
    if given.enabled {
        group = group.or_else(|| Some(log::group(name, id)));
        stream = stream.or_else(|| Some(log::STREAM.to_owned()));
    }
    Logging { enabled: given.enabled, group, stream }
}

/// The channel as a request wants to have it.
///
/// # Errors
/// Those of a request that cannot be.
pub(crate) fn changed(channel: &Channel, input: &UpdateChannelInput) -> Result<Channel> {
    if input.s3_tables_destination_configuration.is_some() {
        return Err(validation(format!(
            "The channel {} does not deliver to streaming tables: S3TablesDestinationConfiguration \
             cannot be specified.",
            channel.name
        )));
    }
    let mut changed = channel.clone();
    if let Some(destination) = &input.s3_destination_configuration {
        changed.freshness_seconds = freshness(destination.data_freshness_in_seconds)?;
    }
    if let Some(given) = &input.logging_configuration {
        let (name, id) = (&channel.name, &channel.id);
        changed.logging = changed_logging(changed.logging, &given.cloud_watch_logs, name, id);
    }
    Ok(changed)
}

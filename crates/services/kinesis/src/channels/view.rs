//! Channels as the API shows them.

use super::record::{Bucket, Channel};
use shapes::Timestamp;
use shapes::kinesis::{
    ChannelDescription, ChannelLoggingConfiguration, ChannelStreamDescription,
    ChannelStreamIdentifier, ChannelSummary, CloudWatchLogs, DeadLetterQueueS3Configuration,
    RecordConfiguration, S3DestinationDescription, S3StorageConfiguration,
};

/// When a stream was created, as the operations on streams show it.
fn stream_created(channel: &Channel) -> Timestamp {
    Timestamp(Timestamp(channel.stream_created_ms).seconds() * 1000)
}

/// A channel in full.
pub(crate) fn description(channel: &Channel) -> ChannelDescription {
    let stream = ChannelStreamDescription {
        stream_arn: channel.stream_arn(),
        stream_creation_timestamp: stream_created(channel),
        record_configuration: RecordConfiguration {
            record_format_type: channel.format.as_str().to_owned(),
            gsr_schema_arn: None,
        },
    };
    ChannelDescription {
        channel_name: channel.name.clone(),
        channel_arn: channel.arn(),
        channel_id: channel.id.clone(),
        channel_status: channel.status.as_str().to_owned(),
        channel_status_reason: channel.reason.clone(),
        channel_creation_timestamp: Timestamp(channel.created_ms),
        service_execution_role_arn: channel.role_arn.clone(),
        stream_configuration_list: vec![stream],
        s3_destination_configuration: Some(destination(channel)),
        s3_tables_destination_configuration: None,
        encryption_configuration: None,
        logging_configuration: ChannelLoggingConfiguration {
            cloud_watch_logs: CloudWatchLogs {
                enabled: channel.logging.enabled,
                log_group_name: channel.logging.group.clone(),
                log_stream_name: channel.logging.stream.clone(),
            },
        },
    }
}

fn destination(channel: &Channel) -> S3DestinationDescription {
    let Bucket { arn, owner } = &channel.bucket;
    S3DestinationDescription {
        data_freshness_in_seconds: channel.freshness_seconds,
        dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration {
            bucket_arn: channel.dead_letters.arn.clone(),
            expected_bucket_owner: channel.dead_letters.owner.clone(),
            error_output_prefix: Some(channel.error_prefix.clone()),
        },
        storage_configuration: S3StorageConfiguration {
            bucket_arn: arn.clone(),
            expected_bucket_owner: owner.clone(),
            output_key_template: Some(channel.template.clone()),
            storage_class: Some(channel.storage_class.clone()),
            compression_type: channel.compression.as_str().to_owned(),
        },
    }
}

/// A channel in a listing.
pub(crate) fn summary(channel: &Channel) -> ChannelSummary {
    ChannelSummary {
        channel_name: channel.name.clone(),
        channel_arn: channel.arn(),
        channel_id: channel.id.clone(),
        channel_status: channel.status.as_str().to_owned(),
        channel_status_reason: channel.reason.clone(),
        channel_creation_timestamp: Timestamp(channel.created_ms),
        channel_destination_type: "S3".to_owned(),
        streams: vec![stream(channel)],
    }
}

/// A channel's stream.
pub(crate) fn stream(channel: &Channel) -> ChannelStreamIdentifier {
    ChannelStreamIdentifier {
        stream_arn: channel.stream_arn(),
        stream_creation_timestamp: stream_created(channel),
    }
}

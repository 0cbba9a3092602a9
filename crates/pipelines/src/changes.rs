//! How the stream of a DynamoDB table is asked, and what a function gets of it.
//!
//! "Using AWS Lambda with Amazon DynamoDB" in the Lambda developer guide shows the event. A record is
//! written down when it is read, as the event has it: filters look at that, and batches are made of it.

use crate::machine::Record;
use crate::records::mapping::Mapping;
use crate::stream::Shard;
use platform::{Context, Error, Result, Topic};
use serde_json::{Map, Value, json};
use shapes::dynamodbstreams as wire;
use shapes::dynamodbstreams::ops::{DescribeStream, GetRecords, GetShardIterator};
use shapes::{AttributeValue, Timestamp};
use std::collections::BTreeMap;
use std::io::Write;

/// GetRecords gives at most this many.
const MOST_RECORDS: usize = 1000;
/// What stands between two records of an event.
const BETWEEN_BYTES: usize = 1;

/// What waits for the records of a shard waits for: the number that ends the shard's id.
pub(crate) fn topic(stream_arn: &str, shard_id: &str) -> Topic {
    let number = shard_id.rsplit_once('-').and_then(|(_, it)| u32::from_str_radix(it, 16).ok());
    match number {
        Some(number) => Topic::Shard(stream_arn.into(), number),
        None => Topic::Stream(stream_arn.into()),
    }
}

/// When the stream was created.
///
/// # Errors
/// The stream's own, such as that it is not there.
pub(crate) async fn created(cx: &Context, stream_arn: &str) -> Result<Timestamp> {
    let description = describe(cx, stream_arn, None, Some(1)).await?;
    Ok(description.creation_request_date_time.unwrap_or(Timestamp(0)))
}

/// All shards of the stream, open and closed.
///
/// # Errors
/// The stream's own.
pub(crate) async fn shards(cx: &Context, stream_arn: &str) -> Result<Vec<Shard>> {
    let (mut shards, mut after) = (Vec::new(), None);
    loop {
        let description = describe(cx, stream_arn, after, None).await?;
        shards.extend(description.shards.unwrap_or_default().into_iter().map(|shard| {
            let range = shard.sequence_number_range.unwrap_or_default();
            Shard {
                id: shard.shard_id.unwrap_or_default(),
                parents: shard.parent_shard_id.into_iter().collect(),
                is_closed: range.ending_sequence_number.is_some(),
            }
        }));
        after = description.last_evaluated_shard_id;
        if after.is_none() {
            return Ok(shards);
        }
    }
}

async fn describe(
    cx: &Context,
    stream_arn: &str,
    exclusive_start_shard_id: Option<String>,
    limit: Option<i32>,
) -> Result<wire::StreamDescription> {
    let stream_arn = stream_arn.to_owned();
    let shard_filter = None;
    let input =
        wire::DescribeStreamInput { stream_arn, limit, exclusive_start_shard_id, shard_filter };
    let output = cx.call::<DescribeStream>(input).await?;
    Ok(output.stream_description.unwrap_or_default())
}

/// An iterator of a shard.
///
/// # Errors
/// The stream's own.
pub(crate) async fn iterator(
    cx: &Context,
    stream_arn: &str,
    shard_id: &str,
    kind: &str,
    sequence_number: Option<String>,
) -> Result<String> {
    let input = wire::GetShardIteratorInput {
        stream_arn: stream_arn.to_owned(),
        shard_id: shard_id.to_owned(),
        shard_iterator_type: kind.to_owned(),
        sequence_number,
        timestamp: None,
    };
    let output = cx.call::<GetShardIterator>(input).await?;
    output.shard_iterator.ok_or_else(|| Error::internal("GetShardIterator gave no iterator"))
}

/// What an iterator gives, and the next one unless the shard has ended.
///
/// # Errors
/// The stream's own.
pub(crate) async fn get(
    cx: &Context,
    iterator: String,
    limit: usize,
) -> Result<(Vec<wire::Record>, Option<String>)> {
    let limit = i32::try_from(limit.clamp(1, MOST_RECORDS)).ok();
    let input = wire::GetRecordsInput { shard_iterator: iterator, limit };
    let output = cx.call::<GetRecords>(input).await?;
    Ok((output.records.unwrap_or_default(), output.next_shard_iterator))
}

/// A record as the machine takes it.
pub(crate) fn record(mapping: &Mapping, record: wire::Record) -> Record {
    let change = record.dynamodb.clone().unwrap_or_default();
    let partition_key = change.keys.as_ref().map(item).unwrap_or_default().to_string();
    let mut data = Vec::new();
    write(&mut data, &mapping.source_arn, &record, &change);
    let wanted = mapping.settings.filters.want_event(|| {
        let mut event = serde_json::from_slice(&data).unwrap_or_default();
        // A pattern is about what the stream has.
        if let Value::Object(members) = &mut event {
            members.remove("eventSourceARN");
        }
        event
    });
    Record {
        sequence: change.sequence_number.unwrap_or_default().into(),
        partition_key,
        event_bytes: data.len() + BETWEEN_BYTES,
        data: data.into(),
        arrival: change.approximate_creation_date_time.unwrap_or(Timestamp(0)),
        wanted,
    }
}

/// A record as the event has it, its members in the order in which AWS sends them.
fn write(out: &mut Vec<u8>, stream_arn: &str, record: &wire::Record, change: &wire::StreamRecord) {
    let text = |text: &Option<String>| Value::from(text.as_deref().unwrap_or_default()).to_string();
    let mut add = |text: std::fmt::Arguments<'_>| {
        // Writing to a Vec cannot fail.
        let _ = out.write_fmt(text);
    };
    add(format_args!("{{\"eventID\":{}", text(&record.event_id)));
    add(format_args!(",\"eventName\":{}", text(&record.event_name)));
    add(format_args!(",\"eventVersion\":{}", text(&record.event_version)));
    add(format_args!(",\"eventSource\":{}", text(&record.event_source)));
    add(format_args!(",\"awsRegion\":{}", text(&record.aws_region)));
    let at = change.approximate_creation_date_time.unwrap_or(Timestamp(0)).seconds();
    add(format_args!(",\"dynamodb\":{{\"ApproximateCreationDateTime\":{at}.0"));
    for (name, it) in
        [("Keys", &change.keys), ("NewImage", &change.new_image), ("OldImage", &change.old_image)]
    {
        if let Some(it) = it {
            add(format_args!(",\"{name}\":{}", item(it)));
        }
    }
    add(format_args!(",\"SequenceNumber\":{}", text(&change.sequence_number)));
    add(format_args!(",\"SizeBytes\":{}", change.size_bytes.unwrap_or_default()));
    add(format_args!(",\"StreamViewType\":{}}}", text(&change.stream_view_type)));
    if let Some(identity) = &record.user_identity {
        let (principal, kind) = (text(&identity.principal_id), text(&identity.r#type));
        let identity = format_args!("{{\"principalId\":{principal},\"type\":{kind}}}");
        add(format_args!(",\"userIdentity\":{identity}"));
    }
    add(format_args!(",\"eventSourceARN\":{}}}", Value::from(stream_arn)));
}

fn item(of: &BTreeMap<String, AttributeValue>) -> Value {
    let members = of.iter().map(|(name, it)| (name.clone(), value(it)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn value(of: &AttributeValue) -> Value {
    let base64 = |bytes: &[u8]| base64_simd::STANDARD.encode_to_string(bytes);
    match of {
        AttributeValue::S(text) => json!({ "S": text }),
        AttributeValue::N(number) => json!({ "N": number }),
        AttributeValue::B(bytes) => json!({ "B": base64(bytes) }),
        AttributeValue::Ss(items) => json!({ "SS": items }),
        AttributeValue::Ns(items) => json!({ "NS": items }),
        AttributeValue::Bs(items) => {
            json!({ "BS": items.iter().map(|it| base64(it)).collect::<Vec<_>>() })
        }
        AttributeValue::M(entries) => json!({ "M": item(entries) }),
        AttributeValue::L(items) => json!({ "L": items.iter().map(value).collect::<Vec<_>>() }),
        AttributeValue::Null(is) => json!({ "NULL": is }),
        AttributeValue::Bool(is) => json!({ "BOOL": is }),
        AttributeValue::Wrong(_) => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::Filters;
    use crate::records::mapping::tests::mapping;
    use crate::source::Source;
    use shapes::lambda::{Filter, FilterCriteria};

    const ARN: &str =
        "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-01-02T03:04:05.678";

    fn read() -> wire::Record {
        let key = || BTreeMap::from([("Id".to_owned(), AttributeValue::N("101".into()))]);
        let mut new = key();
        new.insert("Message".into(), AttributeValue::S("New \"item\"!".into()));
        let change = wire::StreamRecord {
            approximate_creation_date_time: Some(Timestamp(1_428_537_600_000)),
            keys: Some(key()),
            new_image: Some(new),
            old_image: None,
            sequence_number: Some("4421584500000000017450439091".into()),
            size_bytes: Some(26),
            stream_view_type: Some("NEW_AND_OLD_IMAGES".into()),
        };
        wire::Record {
            event_id: Some("c4ca4238a0b923820dcc509a6f75849b".into()),
            event_name: Some("INSERT".into()),
            event_version: Some("1.1".into()),
            event_source: Some("aws:dynamodb".into()),
            aws_region: Some("us-east-1".into()),
            dynamodb: Some(change),
            user_identity: None,
        }
    }

    #[test]
    fn a_record_is_what_aws_sends() {
        let mapping = Mapping { source_arn: ARN.into(), ..mapping() };
        let taken = record(&mapping, read());
        let expected = concat!(
            r#"{"eventID":"c4ca4238a0b923820dcc509a6f75849b","eventName":"INSERT","#,
            r#""eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"us-east-1","#,
            r#""dynamodb":{"ApproximateCreationDateTime":1428537600.0,"Keys":{"Id":{"N":"101"}},"#,
            r#""NewImage":{"Id":{"N":"101"},"Message":{"S":"New \"item\"!"}},"#,
            r#""SequenceNumber":"4421584500000000017450439091","SizeBytes":26,"#,
            r#""StreamViewType":"NEW_AND_OLD_IMAGES"},"eventSourceARN":"#,
            r#""arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-01-02T03:04:05.678"}"#,
        );
        assert_eq!(std::str::from_utf8(&taken.data).unwrap(), expected);
        assert_eq!(taken.partition_key, r#"{"Id":{"N":"101"}}"#);
        let identity = wire::Identity {
            principal_id: Some("dynamodb.amazonaws.com".into()),
            r#type: Some("Service".into()),
        };
        let gone = wire::Record { user_identity: Some(identity), ..read() };
        let text = String::from_utf8(record(&mapping, gone).data.to_vec()).unwrap();
        let identity =
            r#""userIdentity":{"principalId":"dynamodb.amazonaws.com","type":"Service"}"#;
        assert!(text.contains(identity), "{text}");
    }

    #[test]
    fn a_pattern_is_about_the_record() {
        for (pattern, wanted) in [
            (r#"{"eventName":["INSERT"]}"#, true),
            (r#"{"eventName":["REMOVE"]}"#, false),
            (r#"{"dynamodb":{"NewImage":{"Id":{"N":["101"]}}}}"#, true),
            (r#"{"dynamodb":{"NewImage":{"Id":{"N":["102"]}}}}"#, false),
            (r#"{"dynamodb":{"OldImage":{"Id":[{"exists":false}]}}}"#, true),
            (r#"{"dynamodb":{"NewImage":{"Message":{"S":[{"prefix":"New"}]}}}}"#, true),
        ] {
            let filter = Filter { pattern: Some(pattern.to_owned()) };
            let criteria = FilterCriteria { filters: Some(vec![filter]) };
            let mut mapping = Mapping { source_arn: ARN.into(), ..mapping() };
            mapping.settings.filters = Filters::parse(&criteria, Source::Changes).unwrap();
            assert_eq!(record(&mapping, read()).wanted, wanted, "{pattern}");
        }
    }

    #[test]
    fn who_waits_for_a_shard_waits_for_its_number() {
        let id = "shardId-00000001414576573621-f55eea83";
        assert_eq!(topic(ARN, id), Topic::Shard(ARN.into(), 0xf55e_ea83));
    }
}

//! Which records a mapping's function wants: `FilterCriteria`.
//!
//! "Using event filtering with a Kinesis event source" in the Lambda developer guide: a pattern is
//! about a record's members and, under `data`, about its data as JSON; data that are no JSON match
//! no pattern that says anything of them. One pattern that matches is enough. "Using event filtering
//! with an Amazon SQS event source": a pattern is about a message's members and, under `body`, about
//! its body, as JSON where it looks into it, and else as a text that is no JSON.

use crate::errors::invalid;
use crate::machine::Record;
use crate::source::Source;
use platform::Result;
use platform::pattern::Pattern;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use shapes::lambda::{Filter, FilterCriteria};

/// The patterns of a mapping; without any all records are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Filters(Vec<Pattern>);

/// Where a record comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin<'a> {
    /// The shard.
    pub shard_id: &'a str,
    /// The region of the stream.
    pub region: &'a str,
    /// The stream.
    pub stream_arn: &'a str,
}

/// "You can define up to five different filters for a single event source."
const MOST_FILTERS: usize = 5;
/// The longest pattern, in characters.
const MOST_CHARACTERS: usize = 4096;
/// The members that are matched as JSON.
const DATA: &str = "data";
const BODY: &str = "body";

impl Filters {
    /// The patterns of a request.
    ///
    /// # Errors
    /// `InvalidParameterValueException`.
    pub fn parse(criteria: &FilterCriteria, source: Source) -> Result<Self> {
        let filters = criteria.filters.as_deref().unwrap_or_default();
        if filters.len() > MOST_FILTERS {
            return Err(invalid(format!("FilterCriteria may have up to {MOST_FILTERS} filters.")));
        }
        let patterns = filters.iter().map(|filter| pattern(filter, source));
        patterns.collect::<Result<_>>().map(Self)
    }

    /// As the operations answer with it; nothing without patterns.
    pub fn criteria(&self) -> Option<FilterCriteria> {
        let filter = |it: &Pattern| Filter { pattern: Some(it.text().to_owned()) };
        let filters = Some(self.0.iter().map(filter).collect());
        (!self.0.is_empty()).then_some(FilterCriteria { filters })
    }

    /// Whether the function wants a record.
    pub fn want(&self, origin: Origin<'_>, record: &Record) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let about_data = self.0.iter().any(|it| it.names(DATA));
        let data = if about_data { serde_json::from_slice(&record.data).ok() } else { None };
        let (is_json, event) = (data.is_some(), event(origin, record, data));
        self.0.iter().any(|it| (is_json || !it.names(DATA)) && it.matches(&event))
    }

    /// Whether the function wants what this event tells, all of which is JSON.
    pub fn want_event(&self, event: impl FnOnce() -> Value) -> bool {
        self.0.is_empty() || {
            let event = event();
            self.0.iter().any(|it| it.matches(&event))
        }
    }

    /// Whether the function wants a message.
    pub fn want_message(&self, record: impl FnOnce() -> Value) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let record = record();
        let is_json = !record[BODY].is_string();
        let fits = |it: &Pattern| !it.names(BODY) || it.looks_into(BODY) == is_json;
        self.0.iter().any(|it| fits(it) && it.matches(&record))
    }
}

/// Of a stream, a pattern that says of `data` what a text or a number has to be like would match no record: it
/// is refused, as all that is no pattern is.
fn pattern(filter: &Filter, source: Source) -> Result<Pattern> {
    let text = filter.pattern.as_deref().unwrap_or_default();
    let pattern = Pattern::parse(text).ok();
    let pattern = pattern.filter(|it| {
        let can_match = source != Source::Stream || it.looks_into(DATA);
        can_match && text.chars().count() <= MOST_CHARACTERS
    });
    pattern.ok_or_else(|| invalid("Invalid filter pattern definition."))
}

/// A record as patterns see it: what is inside `kinesis` stands beside the rest.
fn event(origin: Origin<'_>, record: &Record, data: Option<Value>) -> Value {
    let Origin { shard_id, region, stream_arn } = origin;
    #[allow(clippy::cast_precision_loss)] // Milliseconds since the epoch have fewer than 53 bits.
    let arrival = record.arrival.millis() as f64 / 1000.0;
    let mut event = json!({
        "kinesisSchemaVersion": "1.0",
        "partitionKey": record.partition_key,
        "sequenceNumber": &*record.sequence,
        "approximateArrivalTimestamp": arrival,
        "eventSource": "aws:kinesis",
        "eventVersion": "1.0",
        "eventID": format!("{shard_id}:{}", record.sequence),
        "eventName": "aws:kinesis:record",
        "awsRegion": region,
        "eventSourceARN": stream_arn,
    });
    if record.partition_key.is_empty()
        && let Some(members) = event.as_object_mut()
    {
        members.remove("partitionKey");
    }
    if let Some(data) = data {
        event[DATA] = data;
    }
    event
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use shapes::Timestamp;

    fn criteria(patterns: &[&str]) -> FilterCriteria {
        let filter = |it: &&str| Filter { pattern: Some((*it).to_owned()) };
        FilterCriteria { filters: Some(patterns.iter().map(filter).collect()) }
    }

    fn wanted(patterns: &[&str], data: &'static str) -> bool {
        let record = Record {
            sequence: "49".into(),
            partition_key: "k".into(),
            data: Bytes::from_static(data.as_bytes()),
            arrival: Timestamp(1500),
            event_bytes: 1,
            wanted: true,
        };
        let stream_arn = "arn:aws:kinesis:us-east-1:000000000000:stream/s";
        let origin = Origin { shard_id: "shardId-000000000000", region: "us-east-1", stream_arn };
        Filters::parse(&criteria(patterns), Source::Stream).unwrap().want(origin, &record)
    }

    #[test]
    fn data_are_matched_as_json_and_what_is_none_is_not_wanted() {
        let hot = r#"{"data":{"temperature":[{"numeric":[">",30]}]}}"#;
        for (patterns, data, expected) in [
            (&[][..], "text", true),
            (&[hot], r#"{"temperature":31}"#, true),
            (&[hot], r#"{"temperature":30}"#, false),
            (&[hot], "text", false),
            (&[hot], "31", false),
            (&[r#"{"data":{"x":[{"exists":false}]}}"#], "text", false),
            (&[hot, r#"{"partitionKey":["k"]}"#], "text", true),
            (&[hot, r#"{"partitionKey":["other"]}"#], r#"{"temperature":31}"#, true),
            (&[r#"{"partitionKey":["k"],"data":{"x":[1]}}"#], r#"{"x":1}"#, true),
            (&[r#"{"partitionKey":["other"],"data":{"x":[1]}}"#], r#"{"x":1}"#, false),
            (&[r#"{"eventID":["shardId-000000000000:49"],"awsRegion":["us-east-1"]}"#], "", true),
            (&[r#"{"approximateArrivalTimestamp":[{"numeric":["=",1.5]}]}"#], "", true),
        ] {
            assert_eq!(wanted(patterns, data), expected, "{patterns:?} {data}");
        }
    }

    #[test]
    fn a_body_is_matched_as_json_or_as_a_text() {
        let queue = Source::Queue { ordered: false };
        let wanted = |pattern: &str, body: Value| {
            let filters = Filters::parse(&criteria(&[pattern]), queue).unwrap();
            filters.want_message(|| json!({ "body": body, "awsRegion": "us-east-1" }))
        };
        let inside = r#"{"body":{"x":[1]}}"#;
        assert!(wanted(inside, json!({"x": 1})));
        assert!(!wanted(inside, json!({"x": 2})) && !wanted(inside, json!("x")));
        assert!(!wanted(r#"{"body":{"x":[{"exists":false}]}}"#, json!("text")));
        let text = r#"{"body":[{"prefix":"te"}]}"#;
        assert!(wanted(text, json!("text")) && !wanted(text, json!("other")));
        assert!(!wanted(text, json!({"x": 1})));
        assert!(!wanted(r#"{"body":[{"anything-but":"b"}]}"#, json!({"x": 1})));
        assert!(wanted(r#"{"awsRegion":["us-east-1"]}"#, json!("text")));
        assert!(Filters::default().want_message(|| unreachable!("nothing to look at")));
    }

    #[test]
    fn what_is_no_filter_is_refused_in_the_words_of_aws() {
        let refusal =
            |it: &FilterCriteria| Filters::parse(it, Source::Stream).map_err(|error| error.message);
        let long = format!(r#"{{"partitionKey":["{}"]}}"#, "x".repeat(MOST_CHARACTERS));
        for pattern in ["", "text", "{}", r#"{"data":["text"]}"#, r#"{"data":"text"}"#, &long] {
            let words = Err("Invalid filter pattern definition.".to_owned());
            assert_eq!(refusal(&criteria(&[pattern])), words, "{pattern}");
        }
        assert!(refusal(&FilterCriteria { filters: Some(vec![Filter::default()]) }).is_err());
        let one = r#"{"partitionKey":["k"]}"#;
        assert!(refusal(&criteria(&[one; 6])).unwrap_err().contains("5"));
        assert_eq!(refusal(&criteria(&[one; 5])).unwrap().criteria(), Some(criteria(&[one; 5])));
        assert_eq!(refusal(&FilterCriteria::default()), Ok(Filters::default()));
        assert_eq!(Filters::default().criteria(), None);
    }
}

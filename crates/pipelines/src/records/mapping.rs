//! A mapping as it was last set.
//!
//! Table `mappings`: account, region, uuid → JSON of [`Mapping`].

use crate::settings::Settings;
use crate::source::Source;
use platform::{Arn, Records};
use serde::{Deserialize, Serialize};
use store::Table;

/// The table.
pub(crate) static MAPPINGS: Records<Mapping> = Records::new(Table("mappings"));

/// What stands behind its stream's ARN in that of a consumer. No queue's name has a slash.
const CONSUMER: &str = "/consumer/";

/// One event source mapping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mapping {
    /// Its name, in every account and region.
    pub uuid: String,
    /// Its owner.
    pub account: String,
    /// Where it is.
    pub region: String,
    /// The stream, consumer of a stream, stream of a table, or queue.
    #[serde(rename = "stream_arn")]
    pub source_arn: String,
    /// When the stream was created, in milliseconds since the epoch: a stream of the same name that
    /// was created at another time is another stream. 0 for a queue.
    pub stream_created_ms: i64,
    /// The function's name.
    pub function: String,
    /// A version or alias of the function.
    pub qualifier: Option<String>,
    /// `TRIM_HORIZON`, `LATEST` or `AT_TIMESTAMP`; a queue has none.
    pub starting_position: Option<String>,
    /// For `AT_TIMESTAMP`, milliseconds since the epoch.
    pub starting_timestamp_ms: Option<i64>,
    /// What may be changed.
    pub settings: Settings,
    /// Whether it runs.
    pub enabled: bool,
    /// Whether it is on its way out.
    pub deleting: bool,
    /// When a user last changed it, in milliseconds since the epoch.
    pub last_modified_ms: i64,
}

impl Mapping {
    /// Its key.
    pub fn key(&self) -> Vec<u8> {
        key(&self.account, &self.region, &self.uuid)
    }

    /// What kind of source it has.
    pub fn source(&self) -> Source {
        Source::of_kept(&self.source_arn)
    }

    /// The stream that it reads, whether or not for a consumer.
    pub fn stream_arn(&self) -> &str {
        self.source_arn.split_once(CONSUMER).map_or(&*self.source_arn, |(stream, _)| stream)
    }

    /// The registered consumer that it reads for.
    pub fn consumer_arn(&self) -> Option<&str> {
        self.source_arn.contains(CONSUMER).then_some(&*self.source_arn)
    }

    /// The name of the lease under which its records are moved.
    pub fn lease(&self) -> Vec<u8> {
        platform::scoped(&self.account, &self.region, &["mapping", &self.uuid])
    }

    /// The ARN of its function, qualified if the function was named so.
    pub fn function_arn(&self) -> String {
        let arn = self.unqualified_function_arn();
        match &self.qualifier {
            Some(qualifier) => format!("{arn}:{qualifier}"),
            None => arn,
        }
    }

    /// The ARN of its function, whichever version or alias was named.
    pub fn unqualified_function_arn(&self) -> String {
        let Self { account, region, function, .. } = self;
        Arn::new("lambda", region, account, format_args!("function:{function}")).to_string()
    }

    /// What a person is told of its function: its name, qualified if it was named so.
    pub fn function_title(&self) -> String {
        match &self.qualifier {
            Some(qualifier) => format!("{}:{qualifier}", self.function),
            None => self.function.clone(),
        }
    }

    /// What a person is told of it: `mapping <UUID> of <stream, table or queue>`.
    pub fn title(&self) -> String {
        let arn = self.stream_arn();
        let source = match self.source() {
            Source::Changes => arn.split('/').nth(1),
            _ => arn.rsplit(['/', ':']).next(),
        };
        let source = source.unwrap_or_default();
        format!("mapping {} of {source}", self.uuid)
    }

    /// Its own ARN.
    pub fn arn(&self) -> String {
        let Self { account, region, uuid, .. } = self;
        let resource = format_args!("event-source-mapping:{uuid}");
        Arn::new("lambda", region, account, resource).to_string()
    }
}

/// The key of a mapping; with an empty uuid the prefix of all.
pub(crate) fn key(account: &str, region: &str, uuid: &str) -> Vec<u8> {
    platform::scoped(account, region, &[uuid])
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A mapping of stream `s` and function `f`.
    pub(crate) fn mapping() -> Mapping {
        Mapping {
            uuid: "00000000-0000-4000-8000-000000000001".into(),
            account: "000000000000".into(),
            region: "us-east-1".into(),
            source_arn: "arn:aws:kinesis:us-east-1:000000000000:stream/s".into(),
            stream_created_ms: 1000,
            function: "f".into(),
            qualifier: None,
            starting_position: Some("AT_TIMESTAMP".into()),
            starting_timestamp_ms: Some(500),
            settings: Settings { batch_size: 1, ..Settings::default() },
            enabled: true,
            deleting: false,
            last_modified_ms: 2000,
        }
    }

    #[test]
    fn version_1_is_read() {
        let stored = r#"{"uuid":"00000000-0000-4000-8000-000000000001","account":"000000000000",
            "region":"us-east-1","stream_arn":"arn:aws:kinesis:us-east-1:000000000000:stream/s",
            "stream_created_ms":1000,"function":"f","qualifier":null,
            "starting_position":"AT_TIMESTAMP","starting_timestamp_ms":500,
            "settings":{"batch_size":1,"window_seconds":0,"parallelization":1,"retries":-1,
            "age_seconds":-1,"bisect":false,"partial_answers":false},
            "enabled":true,"deleting":false,"last_modified_ms":2000}"#;
        let read = MAPPINGS.decode(b"k", stored.as_bytes()).unwrap();
        assert_eq!(read, mapping());
        let again = MAPPINGS.decode(b"k", &MAPPINGS.encode(&read).unwrap()).unwrap();
        assert_eq!(again, read);
        let patterns = r#""partial_answers":false,"filters":["{\"partitionKey\":[\"k\"]}"]"#;
        let filtered = stored.replace(r#""partial_answers":false"#, patterns);
        let read = MAPPINGS.decode(b"k", filtered.as_bytes()).unwrap();
        assert!(read.settings.filters.criteria().is_some(), "version 2 has filters");
        let queue = stored
            .replace(
                r#""AT_TIMESTAMP","starting_timestamp_ms":500"#,
                r#"null,"starting_timestamp_ms":null"#,
            )
            .replace(
                "arn:aws:kinesis:us-east-1:000000000000:stream/s",
                "arn:aws:sqs:us-east-1:000000000000:q.fifo",
            )
            .replace(
                r#""partial_answers":false"#,
                r#""partial_answers":false,"most_concurrency":7,"metrics":["EventCount"]"#,
            );
        let read = MAPPINGS.decode(b"k", queue.as_bytes()).unwrap();
        assert_eq!(read.settings.most_concurrency, Some(7), "version 3 has queues");
        assert!(read.source().is_ordered() && read.settings.counts_events());
    }

    #[test]
    fn arns_name_the_owner() {
        let mut mapping = mapping();
        assert_eq!(mapping.function_arn(), "arn:aws:lambda:us-east-1:000000000000:function:f");
        mapping.qualifier = Some("PROD".into());
        assert_eq!(mapping.function_arn(), "arn:aws:lambda:us-east-1:000000000000:function:f:PROD");
        assert!(mapping.arn().ends_with(&format!(":event-source-mapping:{}", mapping.uuid)));
    }
}

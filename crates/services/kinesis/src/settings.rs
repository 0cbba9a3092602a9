//! What a stream's owner has set for it.

use crate::encryption::Encryption;
use crate::metrics::Metric;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The settings of a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Policies, by what they hang on: the stream itself is the empty text, anything else what follows
    /// the stream in its ARN, such as `consumer/c:1`, whose policy goes with it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub policies: BTreeMap<String, String>,
    /// How its records are kept.
    #[serde(default, skip_serializing_if = "Encryption::is_default")]
    pub encryption: Encryption,
    /// What is counted of each of its shards.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub shard_metrics: BTreeSet<Metric>,
}

impl Settings {
    /// Whether nothing is set.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::stream_record::STREAMS;

    const VERSION_4: &str = concat!(
        r#"{"id":"0a","account":"000000000000","region":"us-east-1","name":"s","status":"ACTIVE","#,
        r#""mode":"PROVISIONED","created_ms":1000,"retention_hours":24,"trimmed_before_ms":0,"#,
        r#""max_record_kib":1024,"tags":{},"revision":3,"next_shard":1,"open_shards":1,"#,
        r#""settings":{"policies":{"":"{}","consumer/c:1":"{}"},"#,
        r#""encryption":{"key_id":"alias/aws/kinesis","started_ms":[1],"stopped_ms":[2]},"#,
        r#""shard_metrics":["IncomingBytes","OutgoingBytes"]}}"#,
    );

    #[test]
    fn version_4_of_a_stream_reads_and_writes_back() {
        let record = STREAMS.decode(b"key", VERSION_4.as_bytes()).unwrap();
        assert_eq!(record.settings.policies.len(), 2);
        assert_eq!(record.settings.encryption.key_id.as_deref(), Some("alias/aws/kinesis"));
        assert_eq!(record.settings.shard_metrics.len(), 2);
        assert_eq!(STREAMS.encode(&record).unwrap(), VERSION_4);
    }
}

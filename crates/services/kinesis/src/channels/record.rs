//! A channel as the tables keep it.
//!
//! Table `kinesis-channels`: account, region, name → JSON of [`Channel`]. A row is made and removed in
//! a commit that changes the row of its stream, where it is counted.
//! Table `kinesis-channel-ids`: account, region, id → the channel's name.

use platform::{Arn, Records, Result};
use serde::{Deserialize, Serialize};
use store::{Scan, Table, Tables};

pub(crate) static CHANNELS: Records<Channel> = Records::new(Table("kinesis-channels"));
/// The channels' names by their ids, which their ARNs have.
pub(crate) const IDS: Table = Table("kinesis-channel-ids");

/// A channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Channel {
    /// A UUID; the end of its ARN.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// Where it is.
    pub region: String,
    /// Its name, of which there is one in an account and region.
    pub name: String,
    /// Its state.
    pub status: Status,
    /// Why it has failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was created, in milliseconds since the epoch.
    pub created_ms: i64,
    /// The role that it delivers as.
    pub role_arn: String,
    /// The name of its stream.
    pub stream: String,
    /// When the stream was created, in milliseconds since the epoch.
    pub stream_created_ms: i64,
    /// What the records are.
    pub format: Format,
    /// How old what is not delivered may be, in seconds.
    pub freshness_seconds: i32,
    /// Where the objects go.
    pub bucket: Bucket,
    /// What they are called.
    pub template: String,
    /// Their storage class.
    pub storage_class: String,
    /// How they are compressed.
    pub compression: Compression,
    /// Where it is written of records that cannot be delivered.
    pub dead_letters: Bucket,
    /// What the names of these letters begin with.
    pub error_prefix: String,
    /// What is written of its work.
    pub logging: Logging,
}

/// A bucket, and whose it has to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bucket {
    /// Its ARN.
    pub arn: String,
    /// The account that it has to belong to.
    pub owner: String,
}

impl Bucket {
    /// Its name.
    pub fn name(&self) -> &str {
        self.arn.rsplit(':').next().unwrap_or_default()
    }
}

/// Where a channel's log goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Logging {
    /// Whether there is one.
    pub enabled: bool,
    /// The log group, once there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The log stream, once there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream: Option<String>,
}

/// A channel's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Status {
    /// Whether it can deliver is not looked at yet.
    #[serde(rename = "CREATING")]
    Creating,
    /// It delivers.
    #[serde(rename = "ACTIVE")]
    Active,
    /// It delivers, and what was changed is to be taken up.
    #[serde(rename = "UPDATING")]
    Updating,
    /// It does not deliver, and never will again.
    #[serde(rename = "FAILED")]
    Failed,
}

impl Status {
    /// The state's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Creating => "CREATING",
            Status::Active => "ACTIVE",
            Status::Updating => "UPDATING",
            Status::Failed => "FAILED",
        }
    }
}

/// What the records of a stream are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Format {
    /// JSON texts.
    #[serde(rename = "JSON")]
    Json,
    /// UTF-8 texts.
    #[serde(rename = "STRING")]
    String,
    /// Bytes.
    #[serde(rename = "BYTE_ARRAY")]
    Bytes,
}

impl Format {
    /// The format's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Json => "JSON",
            Format::String => "STRING",
            Format::Bytes => "BYTE_ARRAY",
        }
    }
}

/// How objects are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Compression {
    /// Not at all.
    #[serde(rename = "NONE")]
    None,
    /// With gzip.
    #[serde(rename = "GZIP")]
    Gzip,
    /// With Zstandard.
    #[serde(rename = "ZSTD")]
    Zstd,
}

impl Compression {
    /// Its name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Compression::None => "NONE",
            Compression::Gzip => "GZIP",
            Compression::Zstd => "ZSTD",
        }
    }

    /// What the names of objects end with that are compressed so.
    pub fn extension(self) -> &'static str {
        match self {
            Compression::None => "",
            Compression::Gzip => ".gz",
            Compression::Zstd => ".zst",
        }
    }
}

impl Channel {
    /// Its key.
    pub fn key(&self) -> Vec<u8> {
        key(&self.account, &self.region, &self.name)
    }

    /// The key of its name.
    pub fn id_key(&self) -> Vec<u8> {
        id_key(&self.account, &self.region, &self.id)
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        let resource = format_args!("channel/{}", self.id);
        Arn::new("kinesis", &self.region, &self.account, resource).to_string()
    }

    /// The ARN of its stream.
    pub fn stream_arn(&self) -> String {
        let resource = format_args!("stream/{}", self.stream);
        Arn::new("kinesis", &self.region, &self.account, resource).to_string()
    }

    /// The key of its stream.
    pub fn stream_key(&self) -> Vec<u8> {
        platform::scoped(&self.account, &self.region, &[&self.stream])
    }

    /// The name of the lease under which it delivers.
    pub fn lease(&self) -> Vec<u8> {
        platform::scoped(&self.account, &self.region, &["channel", &self.id])
    }
}

/// The key of a channel; with an empty name the prefix of all.
pub(crate) fn key(account: &str, region: &str, name: &str) -> Vec<u8> {
    platform::scoped(account, region, &[name])
}

/// The key under which the name of the channel with this id stands.
pub(crate) fn id_key(account: &str, region: &str, id: &str) -> Vec<u8> {
    platform::scoped(account, region, &[id])
}

/// The channels whose keys a scan gives.
///
/// # Errors
/// The storage's.
pub(crate) async fn scan(tables: &dyn Tables, scan: Scan) -> Result<Vec<Channel>> {
    let found = CHANNELS.scan(tables, scan).await?;
    Ok(found.into_iter().map(|(_, channel)| channel).collect())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    const VERSION_1: &str = concat!(
        r#"{"id":"8d5c1a4e-0000-4000-8000-000000000001","account":"000000000000","#,
        r#""region":"us-east-1","name":"c","status":"ACTIVE","created_ms":2000,"#,
        r#""role_arn":"arn:aws:iam::000000000000:role/R","stream":"s","stream_created_ms":1000,"#,
        r#""format":"JSON","freshness_seconds":300,"#,
        r#""bucket":{"arn":"arn:aws:s3:::b","owner":"000000000000"},"template":"t","#,
        r#""storage_class":"STANDARD","compression":"GZIP","#,
        r#""dead_letters":{"arn":"arn:aws:s3:::d","owner":"111111111111"},"error_prefix":"e/","#,
        r#""logging":{"enabled":false}}"#,
    );

    /// A channel of stream `s` to bucket `b`.
    pub(crate) fn channel() -> Channel {
        CHANNELS.decode(b"key", VERSION_1.as_bytes()).unwrap()
    }

    #[test]
    fn version_1_reads_and_writes_back() {
        let channel = channel();
        assert_eq!(CHANNELS.encode(&channel).unwrap(), VERSION_1);
        assert_eq!(channel.bucket.name(), "b");
        assert_eq!(channel.stream_arn(), "arn:aws:kinesis:us-east-1:000000000000:stream/s");
        assert!(channel.arn().ends_with(":channel/8d5c1a4e-0000-4000-8000-000000000001"));
    }
}

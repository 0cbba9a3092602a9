//! Records that are encrypted where they are kept (What Is Server-Side Encryption for Kinesis Data
//! Streams?): partition key and data, with AES-256-GCM.
//!
//! The key follows from 32 random bytes of the installation and a salt, which is random for each
//! request that puts records. A record is sealed for its stream, and opens in no other.

use crate::errors::{invalid_argument, limit_exceeded, unsupported_key};
use crate::payload;
use crate::streams::Stream;
use crate::tokens::SECRETS;
use bytes::Bytes;
use platform::{Context, Error, Ids, Platform, Result, Sealing, Secret};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::Stored;

/// The only type that there is, as answers name it.
pub(crate) const KMS: &str = "KMS";
/// The key that Kinesis itself has in each account.
const OWN_KEY: &str = "alias/aws/kinesis";
/// How often a key can be applied, and taken away, in a rolling day (StartStreamEncryption,
/// StopStreamEncryption).
const MOST_A_DAY: usize = 25;
const DAY_MS: i64 = 86_400_000;

/// How the records of a stream are kept that come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encryption {
    /// The key, as it was named. Without one, records are kept as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    /// When a key was applied within the last day, in milliseconds since the epoch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub started_ms: Vec<i64>,
    /// When it was taken away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stopped_ms: Vec<i64>,
}

impl Encryption {
    /// Whether it was never asked for.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Applies a key.
    pub(crate) fn start(&mut self, key_id: &str, now_ms: i64) -> Result<()> {
        count(&mut self.started_ms, now_ms)?;
        self.key_id = Some(key_id.to_owned());
        Ok(())
    }

    /// Takes the key away.
    pub(crate) fn stop(&mut self, now_ms: i64) -> Result<()> {
        count(&mut self.stopped_ms, now_ms)?;
        self.key_id = None;
        Ok(())
    }
}

/// Counts a change, unless there were too many within a day.
fn count(times_ms: &mut Vec<i64>, now_ms: i64) -> Result<()> {
    times_ms.retain(|time| now_ms - time < DAY_MS);
    if times_ms.len() >= MOST_A_DAY {
        return Err(limit_exceeded(format!(
            "The encryption of a stream can be changed {MOST_A_DAY} times in 24 hours."
        )));
    }
    times_ms.push(now_ms);
    Ok(())
}

/// Refuses what a request names as type and key to apply, unless it is the key that is there.
pub(crate) fn check_start(context: &Context, kind: &str, key_id: &str) -> Result<()> {
    check_type(kind)?;
    match is_own(context, key_id) {
        true => Ok(()),
        false => Err(unsupported_key(format_args!("KeyId other than {OWN_KEY}"))),
    }
}

/// Refuses what a request names as type and key to take away, which no encrypted stream can have.
pub(crate) fn check_stop(context: &Context, kind: &str, key_id: &str) -> Result<()> {
    check_type(kind)?;
    match is_own(context, key_id) {
        true => Ok(()),
        false => Err(invalid_argument(format!("KeyId {key_id} is not the key of the stream."))),
    }
}

fn check_type(kind: &str) -> Result<()> {
    match kind {
        KMS => Ok(()),
        _ => Err(invalid_argument("EncryptionType must be KMS.")),
    }
}

fn is_own(context: &Context, key_id: &str) -> bool {
    key_id == OWN_KEY || key_id == context.arn("kms", OWN_KEY)
}

/// Makes ciphers.
pub(crate) struct Ciphers {
    secret: Secret,
    ids: Arc<dyn Ids>,
}

impl Ciphers {
    pub fn new(platform: &Platform) -> Arc<Self> {
        let secret = Secret::new(platform, SECRETS, "record-key");
        Arc::new(Self { secret, ids: platform.ids.clone() })
    }

    /// Makes the installation's bytes if there are none.
    pub async fn prepare(&self) -> Result<()> {
        self.secret.prepare().await
    }

    /// A cipher with a key of its own.
    pub async fn fresh(&self) -> Result<Cipher> {
        let mut salt = [0; payload::SALT];
        self.ids.fill(&mut salt);
        self.with(salt).await
    }

    async fn with(&self, salt: [u8; payload::SALT]) -> Result<Cipher> {
        Ok(Cipher { sealing: self.secret.sealing(&salt).await?, salt })
    }

    /// Opens the records that are sealed.
    pub async fn open(&self, stream: &Stream, records: &mut [Stored]) -> Result<()> {
        let mut cipher: Option<Cipher> = None;
        for record in records {
            let Some((salt, sealed)) = payload::sealed(&record.bytes) else { continue };
            let cipher = match &mut cipher {
                Some(cipher) if cipher.salt == salt => cipher,
                other => other.insert(self.with(salt).await?),
            };
            let opened = cipher.sealing.open(stream.record.id.as_bytes(), sealed);
            let opened = opened.map_err(|_| {
                let (arn, offset) = (&stream.arn, record.offset);
                Error::internal(format_args!("record {offset} of {arn} cannot be decrypted"))
            })?;
            record.bytes = payload::opened(opened);
        }
        Ok(())
    }
}

/// Seals the records of one request.
pub(crate) struct Cipher {
    sealing: Sealing,
    salt: [u8; payload::SALT],
}

impl Cipher {
    /// The bytes that stand for a record in the log of this stream.
    pub fn seal(&self, stream: &Stream, plain: &Bytes) -> Result<Bytes> {
        let sealed = self.sealing.seal(stream.record.id.as_bytes(), plain)?;
        Ok(payload::seal(&self.salt, &sealed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_changed_so_often_a_day() {
        let mut encryption = Encryption::default();
        for _ in 0..MOST_A_DAY {
            encryption.start("alias/aws/kinesis", 1000).unwrap();
            encryption.stop(1000).unwrap();
        }
        let kept = encryption.clone();
        let error = encryption.start("alias/aws/kinesis", DAY_MS).unwrap_err();
        assert_eq!(error.code(), "LimitExceededException");
        assert_eq!(encryption.stop(DAY_MS).unwrap_err().code(), "LimitExceededException");
        assert_eq!(encryption, kept);
        encryption.start("alias/aws/kinesis", DAY_MS + 1000).unwrap();
        assert_eq!(encryption.started_ms, [DAY_MS + 1000]);
    }
}

//! Records that are encrypted where they are kept (What Is Server-Side Encryption for Kinesis Data
//! Streams?): partition key and data, with AES-256-GCM.
//!
//! The key follows from 32 random bytes of the installation and a salt, which is random for each
//! request that puts records. A record is sealed for its stream, and opens in no other.

use crate::errors::{as_kinesis_says, invalid_argument, limit_exceeded};
use crate::payload;
use crate::streams::Stream;
use crate::tokens::SECRETS;
use bytes::Bytes;
use platform::{
    Context, Encrypted, Error, Ids, Platform, Result, Sealing, Secret, described_key, is_own_key,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::Stored;

/// The only type that there is, as answers name it.
pub(crate) const KMS: &str = "KMS";
/// The service, as keys know it.
const SERVICE: &str = "kinesis";
/// The pair of the encryption context.
const PAIR: &str = "aws:kinesis:arn";
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

/// Refuses a type and a key to apply that there are not, or a key that the caller may not use.
pub(crate) async fn check_start(
    context: &Context,
    stream: &Stream,
    (kind, key): (&str, &str),
) -> Result<()> {
    check_type(kind)?;
    if is_own_key(SERVICE, key) {
        return Ok(());
    }
    described_key(context, SERVICE, key).await.map_err(as_kinesis_says)?;
    let pairs = [(PAIR, &*stream.arn)];
    Encrypted::new(SERVICE, key, &pairs).check_encrypt(context).await.map_err(as_kinesis_says)
}

/// Refuses a type and a key to take away that the stream does not have.
pub(crate) async fn check_stop(
    context: &Context,
    stream: &Stream,
    (kind, key): (&str, &str),
) -> Result<()> {
    check_type(kind)?;
    let kept = stream.record.settings.encryption.key_id.as_deref();
    let is_it = match kept {
        None => true, // It is told that the stream is not encrypted.
        Some(kept) if kept == key => true,
        Some(kept) if is_own_key(SERVICE, kept) => is_own_key(SERVICE, key),
        Some(_) if is_own_key(SERVICE, key) => false,
        Some(kept) => {
            let arn =
                async |key| described_key(context, SERVICE, key).await.ok().and_then(|it| it.arn);
            let kept = arn(kept).await;
            kept.is_some() && kept == arn(key).await
        }
    };
    match is_it {
        true => Ok(()),
        false => Err(invalid_argument(format!("KeyId {key} is not the key of the stream."))),
    }
}

impl Stream {
    /// Refuses who may not put records by the stream's key, if it has one.
    pub(crate) async fn check_put(&self, context: &Context) -> Result<()> {
        let Some(key) = &self.record.settings.encryption.key_id else { return Ok(()) };
        let pairs = [(PAIR, &*self.arn)];
        Encrypted::new(SERVICE, key, &pairs).check_encrypt(context).await.map_err(as_kinesis_says)
    }

    /// Refuses who may not read what the stream's key encrypts, if it has one.
    pub(crate) async fn check_get(&self, context: &Context) -> Result<()> {
        let Some(key) = &self.record.settings.encryption.key_id else { return Ok(()) };
        let pairs = [(PAIR, &*self.arn)];
        Encrypted::new(SERVICE, key, &pairs).check_decrypt(context).await.map_err(as_kinesis_says)
    }
}

fn check_type(kind: &str) -> Result<()> {
    match kind {
        KMS => Ok(()),
        _ => Err(invalid_argument("EncryptionType must be KMS.")),
    }
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

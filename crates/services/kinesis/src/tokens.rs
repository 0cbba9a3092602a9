//! Texts that callers hand back unread: shard iterators and tokens of the next page.
//!
//! Base64 of: seven zero bytes and a one, the kind, the body, and the first 16 bytes of the
//! HMAC-SHA-256 of all before. The key is made once per installation, before its first stream, so that
//! a token outlives a restart, is good at every process, and one that was altered or made up is
//! refused.
//!
//! Table `kinesis-secrets`: `token-key`, or `record-key` for records that are encrypted → 32 random
//! bytes.

use platform::{Platform, Result, SIGNATURE_BYTES, Secret};
use std::sync::Arc;
use store::Table;

/// The installation's secret keys.
pub(crate) const SECRETS: Table = Table("kinesis-secrets");

const PREFIX: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 1];
const CHECKSUM: usize = SIGNATURE_BYTES;

/// How long a token of the next page can be used, in milliseconds (ListShards, `NextToken`).
pub(crate) const LIFETIME_MS: i64 = 300_000;

/// What a token is for; one kind is never taken for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    ShardIterator = 1,
    NextShards = 2,
    NextStreams = 3,
    NextConsumers = 4,
    NextQueues = 6,
    NextChannels = 9,
}

/// Makes tokens and reads them.
pub(crate) struct Tokens {
    secret: Secret,
}

impl Tokens {
    pub fn new(platform: Arc<Platform>) -> Self {
        Self { secret: Secret::new(&platform, SECRETS, "token-key") }
    }

    /// Makes the key if there is none: whatever is made before it is first needed can be read
    /// where nothing can be written any more.
    pub async fn prepare(&self) -> Result<()> {
        self.secret.prepare().await
    }

    /// The token that carries `body`.
    pub async fn seal(&self, kind: Kind, body: &[u8]) -> Result<String> {
        let mut bytes = Vec::with_capacity(PREFIX.len() + 1 + body.len() + CHECKSUM);
        bytes.extend_from_slice(&PREFIX);
        bytes.push(kind as u8);
        bytes.extend_from_slice(body);
        let checksum = self.secret.sign(&bytes).await?;
        bytes.extend_from_slice(&checksum);
        Ok(base64_simd::STANDARD.encode_to_string(bytes))
    }

    /// What a token carries; `None` where this installation made no such token.
    pub async fn open(&self, kind: Kind, token: &str) -> Result<Option<Vec<u8>>> {
        let decoded = base64_simd::STANDARD.decode_to_vec(token);
        let Some(bytes) = decoded.ok().filter(|bytes| bytes.len() >= CHECKSUM) else {
            return Ok(None);
        };
        let (signed, checksum) = bytes.split_at(bytes.len() - CHECKSUM);
        let is_ours = self.secret.has_signed(signed, checksum).await?;
        Ok(if is_ours { body(kind, bytes) } else { None })
    }

    /// What a token claims to carry, whoever made it: enough to ask leave for, and for no more.
    pub fn claimed(kind: Kind, token: &str) -> Option<Vec<u8>> {
        body(kind, base64_simd::STANDARD.decode_to_vec(token).ok()?)
    }
}

/// What stands between a token's prefix and its checksum.
fn body(kind: Kind, mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let checksum_at = bytes.len().checked_sub(CHECKSUM)?;
    let signed = bytes.get(..checksum_at)?;
    let body = signed.strip_prefix(&PREFIX)?.strip_prefix(&[kind as u8])?.len();
    bytes.truncate(checksum_at);
    Some(bytes.split_off(checksum_at - body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_token_reads_back_after_a_restart() {
        let (platform, _) = platform::testing::platform();
        let (first, second) = (Tokens::new(platform.clone()), Tokens::new(platform.clone()));
        let token = first.seal(Kind::NextShards, b"body").await.unwrap();
        let open = async |kind| second.open(kind, &token).await.unwrap();
        assert_eq!(open(Kind::NextShards).await, Some(b"body".to_vec()));
        assert_eq!(open(Kind::NextStreams).await, None);
    }

    #[tokio::test]
    async fn an_altered_token_is_refused() {
        let (platform, _) = platform::testing::platform();
        let tokens = Tokens::new(platform);
        let token = tokens.seal(Kind::ShardIterator, b"body").await.unwrap();
        for index in 0..token.len() {
            let mut altered = token.clone().into_bytes();
            altered[index] = if altered[index] == b'A' { b'B' } else { b'A' };
            let altered = String::from_utf8(altered).unwrap();
            assert_eq!(
                tokens.open(Kind::ShardIterator, &altered).await.unwrap(),
                None,
                "{altered}"
            );
        }
        assert_eq!(tokens.open(Kind::ShardIterator, "").await.unwrap(), None);
        assert_eq!(tokens.open(Kind::ShardIterator, "AAAA").await.unwrap(), None);
    }
}

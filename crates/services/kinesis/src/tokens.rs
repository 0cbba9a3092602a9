//! Texts that callers hand back unread: shard iterators and tokens of the next page.
//!
//! Base64 of: seven zero bytes and a one, the kind, the body, and the first 16 bytes of the
//! HMAC-SHA-256 of all before. The key is made once per installation, so that a token outlives a
//! restart and one that was altered or made up is refused.
//!
//! Table `kinesis-secrets`: `token-key` → 32 random bytes.

use hmac::{Hmac, KeyInit, Mac};
use platform::{BoxFuture, Error, Platform, Result};
use sha2::Sha256;
use std::future::poll_fn;
use std::task::Poll;
use store::{Batch, Table};

const SECRETS: Table = Table("kinesis-secrets");
const KEY_NAME: &[u8] = b"token-key";
const PREFIX: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 1];
const CHECKSUM: usize = 16;

/// How long a token of the next page can be used, in milliseconds (ListShards, `NextToken`).
pub(crate) const LIFETIME_MS: i64 = 300_000;

/// What a token is for; one kind is never taken for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    ShardIterator = 1,
    NextShards = 2,
    NextStreams = 3,
}

/// Makes tokens and reads them.
pub(crate) struct Tokens {
    key: Vec<u8>,
}

impl Tokens {
    /// With the installation's key, which the first start makes. It does not wait until the key is
    /// kept: no token is of use before there is a stream, and that is committed after the key.
    pub async fn load(platform: &Platform) -> Result<Self> {
        let tables = &platform.store.tables;
        if let Some(key) = tables.get(SECRETS, KEY_NAME).await? {
            return Ok(Self { key: key.to_vec() });
        }
        let mut key = vec![0; 32];
        platform.ids.fill(&mut key);
        let batch = Batch::new().absent(SECRETS, KEY_NAME).put(SECRETS, KEY_NAME, key.clone());
        let tables = tables.clone();
        let mut keeping: BoxFuture<'_, _> = Box::pin(async move { tables.commit(batch).await });
        // Asked once it is under way.
        match poll_fn(|context| Poll::Ready(keeping.as_mut().poll(context))).await {
            Poll::Ready(kept) => kept?,
            Poll::Pending => drop(tokio::spawn(async move {
                if let Err(error) = keeping.await {
                    tracing::error!("iterators will not outlive this process: {error}");
                }
            })),
        }
        Ok(Self { key })
    }

    fn checksum(&self, bytes: &[u8]) -> Result<Hmac<Sha256>> {
        let hmac = Hmac::<Sha256>::new_from_slice(&self.key).map_err(Error::internal)?;
        Ok(hmac.chain_update(bytes))
    }

    /// The token that carries `body`.
    pub fn seal(&self, kind: Kind, body: &[u8]) -> Result<String> {
        let mut bytes = Vec::with_capacity(PREFIX.len() + 1 + body.len() + CHECKSUM);
        bytes.extend_from_slice(&PREFIX);
        bytes.push(kind as u8);
        bytes.extend_from_slice(body);
        let checksum = self.checksum(&bytes)?.finalize().into_bytes();
        bytes.extend_from_slice(&checksum[..CHECKSUM]);
        Ok(base64_simd::STANDARD.encode_to_string(bytes))
    }

    /// What a token carries; `None` where this installation made no such token.
    pub fn open(&self, kind: Kind, token: &str) -> Option<Vec<u8>> {
        let bytes = base64_simd::STANDARD.decode_to_vec(token).ok()?;
        let (signed, checksum) = bytes.split_at(bytes.len().checked_sub(CHECKSUM)?);
        self.checksum(signed).ok()?.verify_truncated_left(checksum).ok()?;
        body(kind, bytes)
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
        let token = Tokens::load(&platform).await.unwrap().seal(Kind::NextShards, b"body").unwrap();
        let tokens = Tokens::load(&platform).await.unwrap();
        assert_eq!(tokens.open(Kind::NextShards, &token), Some(b"body".to_vec()));
        assert_eq!(tokens.open(Kind::NextStreams, &token), None);
    }

    #[tokio::test]
    async fn an_altered_token_is_refused() {
        let (platform, _) = platform::testing::platform();
        let tokens = Tokens::load(&platform).await.unwrap();
        let token = tokens.seal(Kind::ShardIterator, b"body").unwrap();
        for index in 0..token.len() {
            let mut altered = token.clone().into_bytes();
            altered[index] = if altered[index] == b'A' { b'B' } else { b'A' };
            let altered = String::from_utf8(altered).unwrap();
            assert_eq!(tokens.open(Kind::ShardIterator, &altered), None, "{altered}");
        }
        assert_eq!(tokens.open(Kind::ShardIterator, ""), None);
        assert_eq!(tokens.open(Kind::ShardIterator, "AAAA"), None);
    }
}

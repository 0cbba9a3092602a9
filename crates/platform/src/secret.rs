//! An installation's secret keys, which no caller ever sees: with one, whatever is handed out is known
//! again when it comes back, at every process and after a restart.
//!
//! In the table that its owner names: the key's name → 32 random bytes, made once, by whoever needs
//! them first.

use crate::{Error, Ids, Platform, Result};
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;
use store::{Batch, Table, Tables};
use tokio::sync::OnceCell;

/// How long a signature is.
pub const SIGNATURE_BYTES: usize = 16;

/// A secret key.
pub struct Secret {
    tables: Arc<dyn Tables>,
    ids: Arc<dyn Ids>,
    table: Table,
    name: &'static str,
    /// The key, once it was needed.
    key: OnceCell<Bytes>,
}

impl Secret {
    /// The key of this name in this table, which is looked up, or made, when it is needed.
    pub fn new(platform: &Platform, table: Table, name: &'static str) -> Self {
        let (tables, ids) = (platform.store.tables.clone(), platform.ids.clone());
        Self { tables, ids, table, name, key: OnceCell::new() }
    }

    /// Makes the key if there is none: whatever is made before it is first needed can be used
    /// where nothing can be written any more.
    ///
    /// # Errors
    /// The storage's.
    pub async fn prepare(&self) -> Result<()> {
        self.key().await.map(drop)
    }

    /// The first bytes of the HMAC-SHA-256 of these.
    ///
    /// # Errors
    /// The storage's.
    pub async fn sign(&self, bytes: &[u8]) -> Result<[u8; SIGNATURE_BYTES]> {
        let whole = self.hmac(bytes).await?.finalize().into_bytes();
        let mut signature = [0; SIGNATURE_BYTES];
        signature.copy_from_slice(&whole[..SIGNATURE_BYTES]);
        Ok(signature)
    }

    /// Whether this installation has given these bytes this signature. How long that takes tells
    /// nothing of the right one.
    ///
    /// # Errors
    /// The storage's.
    pub async fn has_signed(&self, bytes: &[u8], signature: &[u8]) -> Result<bool> {
        let hmac = self.hmac(bytes).await?;
        Ok(signature.len() == SIGNATURE_BYTES && hmac.verify_truncated_left(signature).is_ok())
    }

    async fn hmac(&self, bytes: &[u8]) -> Result<Hmac<Sha256>> {
        let hmac = Hmac::<Sha256>::new_from_slice(self.key().await?).map_err(Error::internal)?;
        Ok(hmac.chain_update(bytes))
    }

    async fn key(&self) -> Result<&Bytes> {
        self.key.get_or_try_init(|| self.find()).await
    }

    async fn find(&self) -> Result<Bytes> {
        let name = self.name.as_bytes();
        loop {
            if let Some(key) = self.tables.get(self.table, name).await? {
                return Ok(key);
            }
            let mut key = vec![0; 32];
            self.ids.fill(&mut key);
            let batch = Batch::new().absent(self.table, name).put(self.table, name, key.clone());
            match self.tables.commit(batch).await {
                Ok(()) => return Ok(key.into()),
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::platform;

    #[tokio::test]
    async fn a_signature_is_known_again_wherever_the_key_is() {
        let (platform, _) = platform();
        let secret = |name| Secret::new(&platform, Table("secrets"), name);
        let (one, other) = (secret("a"), secret("a"));
        let signature = one.sign(b"text").await.unwrap();
        assert!(other.has_signed(b"text", &signature).await.unwrap());
        assert!(!other.has_signed(b"texts", &signature).await.unwrap());
        assert!(!secret("b").has_signed(b"text", &signature).await.unwrap());
        for length in 0..SIGNATURE_BYTES {
            assert!(!one.has_signed(b"text", &signature[..length]).await.unwrap(), "{length}");
        }
    }
}

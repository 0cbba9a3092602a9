//! An installation's secret keys, which no caller ever sees: with one, whatever is handed out is known
//! again when it comes back, and what is secret is sealed where it is kept, at every process and after
//! a restart.
//!
//! In the table that its owner names: the key's name → 32 random bytes, made once, by whoever needs
//! them first.

use crate::{Error, Ids, Platform, Result};
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::Sha256;
use std::sync::Arc;
use store::{Batch, Table, Tables};
use tokio::sync::OnceCell;

/// How long a signature is.
pub const SIGNATURE_BYTES: usize = 16;

/// What sealed bytes begin with: they are of the first, and so far only, kind.
const SEALED: u8 = 1;

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

    /// Seals what is secret (AES-256-GCM). `place` says where it belongs, such as an ARN: nowhere else
    /// is it opened. Each time the same is sealed, it looks different.
    ///
    /// # Errors
    /// The storage's.
    pub async fn seal(&self, place: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        self.sealing(&[]).await?.seal(place, plain)
    }

    /// What was sealed for this place.
    ///
    /// # Errors
    /// The storage's; an internal failure where it was not sealed here, or for another place.
    pub async fn open(&self, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
        self.sealing(&[]).await?.open(place, sealed)
    }

    /// What seals, with a key of this salt's own: another than signatures are made with, which follows
    /// from the same bytes. Nonces are random, so that one key is good for some 2^32 of them; whoever
    /// seals more takes a random salt for each lot, and keeps it beside.
    ///
    /// # Errors
    /// The storage's.
    pub async fn sealing(&self, salt: &[u8]) -> Result<Sealing> {
        let key = self.hmac(b"sealing key").await?.chain_update(salt).finalize().into_bytes();
        let key = UnboundKey::new(&AES_256_GCM, &key).map_err(Error::internal)?;
        Ok(Sealing { key: LessSafeKey::new(key), ids: self.ids.clone() })
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

/// Seals and opens with one key ([`Secret::sealing`]).
pub struct Sealing {
    key: LessSafeKey,
    ids: Arc<dyn Ids>,
}

impl Sealing {
    /// As [`Secret::seal`].
    ///
    /// # Errors
    /// None that the text can cause.
    pub fn seal(&self, place: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0; NONCE_LEN];
        self.ids.fill(&mut nonce);
        let mut text = plain.to_vec();
        let unique = Nonce::assume_unique_for_key(nonce);
        self.key
            .seal_in_place_append_tag(unique, Aad::from(place), &mut text)
            .map_err(Error::internal)?;
        Ok([&[SEALED][..], &nonce, &text].concat())
    }

    /// As [`Secret::open`].
    ///
    /// # Errors
    /// An internal failure where it was not sealed with this key, or for another place.
    pub fn open(&self, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
        let damaged = || Error::internal("what was sealed cannot be opened");
        let (kind, rest) = sealed.split_first().ok_or_else(damaged)?;
        let (nonce, text) = rest.split_at_checked(NONCE_LEN).ok_or_else(damaged)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| damaged())?;
        if *kind != SEALED {
            return Err(damaged());
        }
        let mut text = text.to_vec();
        let opened = self.key.open_in_place(nonce, Aad::from(place), &mut text);
        let length = opened.map_err(|_| damaged())?.len();
        text.truncate(length);
        Ok(text)
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
    #[tokio::test]
    async fn what_is_sealed_opens_at_its_place_only() {
        let (platform, _) = platform();
        let secret = |name| Secret::new(&platform, Table("secrets"), name);
        let (one, other) = (secret("a"), secret("a"));
        let sealed = one.seal(b"here", b"a secret").await.unwrap();
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_ne!(one.seal(b"here", b"a secret").await.unwrap(), sealed);
        assert_eq!(other.open(b"here", &sealed).await.unwrap(), b"a secret");
        assert!(other.open(b"there", &sealed).await.is_err());
        assert!(secret("b").open(b"here", &sealed).await.is_err());
        for length in 0..sealed.len() {
            assert!(one.open(b"here", &sealed[..length]).await.is_err(), "{length}");
        }
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(one.open(b"here", &changed).await.is_err(), "{at}");
        }
        let salted = one.sealing(b"salt").await.unwrap().seal(b"here", b"a secret").unwrap();
        assert!(one.open(b"here", &salted).await.is_err());
        let opened = other.sealing(b"salt").await.unwrap().open(b"here", &salted).unwrap();
        assert_eq!(opened, b"a secret");
        let empty = one.seal(b"here", b"").await.unwrap();
        assert_eq!(one.open(b"here", &empty).await.unwrap(), b"");
    }
}

//! The user's key, and what follows from it.

use ring::aead::{AES_256_GCM, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac::{self, HMAC_SHA256};
use ring::rand::{SecureRandom, SystemRandom};
use std::fmt;
use std::io;
use store::{Error, Result};

/// How long the user's key is.
pub const KEY_BYTES: usize = 32;
/// How long a salt is.
pub(crate) const SALT_BYTES: usize = 16;
/// By how much a sealed text is longer.
pub(crate) const TAG_BYTES: usize = 16;

/// The user's key. It is shown nowhere.
pub struct Key(hmac::Key);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

impl Key {
    /// The key of these bytes.
    pub fn new(bytes: [u8; KEY_BYTES]) -> Self {
        Self(hmac::Key::new(HMAC_SHA256, &bytes))
    }

    /// What follows from the key for these words, each of which has less than 4 GiB.
    fn follow(&self, words: &[&[u8]]) -> hmac::Tag {
        let mut context = hmac::Context::with_key(&self.0);
        for word in words {
            context.update(&(word.len() as u32).to_be_bytes());
            context.update(word);
        }
        context.sign()
    }

    /// What proves that who wrote these words had the key.
    pub(crate) fn prove(&self, words: &[&[u8]]) -> [u8; 32] {
        let mut proof = [0; 32];
        proof.copy_from_slice(self.follow(&[&[&b"proof"[..]], words].concat()).as_ref());
        proof
    }

    /// The key that seals what has this place and salt.
    pub(crate) fn sealing(&self, place: &[&[u8]], salt: &[u8]) -> Result<LessSafeKey> {
        let bytes = self.follow(&[&[&b"sealing"[..], salt], place].concat());
        let key = UnboundKey::new(&AES_256_GCM, bytes.as_ref());
        // An HMAC of SHA-256 is as long as a key is.
        Ok(LessSafeKey::new(key.map_err(|_| Error::invalid("no key follows".to_owned()))?))
    }
}

/// The nonce of this number: a sealing key seals each number once.
pub(crate) fn nonce(number: u64) -> Nonce {
    let mut bytes = [0; NONCE_LEN];
    bytes[NONCE_LEN - 8..].copy_from_slice(&number.to_be_bytes());
    Nonce::assume_unique_for_key(bytes)
}

/// Random bytes, which nobody has to be able to repeat: what is sealed looks different each time.
pub(crate) fn random() -> Result<[u8; SALT_BYTES]> {
    let mut bytes = [0; SALT_BYTES];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| io::Error::other("the system gives no random bytes"))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_do_not_run_together() {
        let key = Key::new([7; KEY_BYTES]);
        assert_ne!(key.prove(&[b"ab", b"c"]), key.prove(&[b"a", b"bc"]));
        assert_ne!(key.prove(&[b"a"]), Key::new([8; KEY_BYTES]).prove(&[b"a"]));
        assert_eq!(format!("{key:?}"), "Key(..)");
    }
}

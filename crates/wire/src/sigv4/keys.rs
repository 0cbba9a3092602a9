//! Signing keys, derived once a day for each secret and scope.

use super::Scope;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use shapes::checksum::hex;
use std::collections::HashMap;
use std::sync::Mutex;

/// More keys than one installation sees in a day; past it the cache starts again.
const CAPACITY: usize = 1024;

/// The key that a day's requests to one service and region are signed with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SigningKey([u8; 32]);

impl SigningKey {
    /// Derives the key of a secret and scope.
    pub fn derive(secret: &str, scope: &Scope) -> Self {
        let date = Self::mac(format!("AWS4{secret}").as_bytes(), scope.date.as_bytes());
        let region = Self::mac(&date, scope.region.as_bytes());
        let service = Self::mac(&region, scope.service.as_bytes());
        Self(Self::mac(&service, b"aws4_request"))
    }

    /// The signature of a string-to-sign, as hexadecimal digits.
    pub fn sign(&self, text: &[u8]) -> String {
        hex(&Self::mac(&self.0, text))
    }

    /// Whether a signature, as hexadecimal digits, is that of a string-to-sign; the time taken
    /// does not tell how much of it is right.
    pub fn verifies(&self, text: &[u8], signature: &str) -> bool {
        same(self.sign(text).as_bytes(), signature.as_bytes())
    }

    fn mac(key: &[u8], text: &[u8]) -> [u8; 32] {
        hmac::<Hmac<Sha256>>(key, text).try_into().unwrap_or([0; 32])
    }
}

/// The HMAC of a text; keys of any length are taken.
pub(super) fn hmac<M: Mac + KeyInit>(key: &[u8], text: &[u8]) -> Vec<u8> {
    match <M as KeyInit>::new_from_slice(key) {
        Ok(mut mac) => {
            mac.update(text);
            mac.finalize().into_bytes().to_vec()
        }
        // HMAC takes keys of every length (RFC 2104), so this is never reached; an empty
        // signature equals none that is asked for.
        Err(_) => Vec::new(),
    }
}

/// Compares without stopping at the first difference.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    let differences = a.iter().zip(b).fold(0, |all, (a, b)| all | (a ^ b));
    a.len() == b.len() && !a.is_empty() && std::hint::black_box(differences) == 0
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

/// Signing keys that were derived before.
#[derive(Default)]
pub struct KeyCache(Mutex<HashMap<(String, String, String, String), SigningKey>>);

impl KeyCache {
    /// The key of a secret and scope.
    pub fn get(&self, secret: &str, scope: &Scope) -> SigningKey {
        let name =
            (secret.to_owned(), scope.date.clone(), scope.region.clone(), scope.service.clone());
        let mut keys = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if keys.len() >= CAPACITY && !keys.contains_key(&name) {
            keys.clear();
        }
        *keys.entry(name).or_insert_with(|| SigningKey::derive(secret, scope))
    }
}

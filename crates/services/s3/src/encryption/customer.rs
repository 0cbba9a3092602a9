//! Customers' own keys (SSE-C): who reads an object brings along the key that it was written with. The key is
//! not kept, only what it is known again by.

use super::AES256;
use super::asked::NAME;
use crate::errors::{INVALID_ARGUMENT, INVALID_ENCRYPTION_ALGORITHM, invalid_request};
use hmac::{Hmac, KeyInit, Mac};
use md5::Digest as _;
use platform::{Error, Ids, Result};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use shapes::checksum::hex;
use shapes::s3::errors::ACCESS_DENIED;

/// How long a key is.
const KEY_BYTES: usize = 32;

/// The three headers that bring a key along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CustomerHeaders<'a> {
    pub algorithm: Option<&'a str>,
    pub key: Option<&'a str>,
    pub key_md5: Option<&'a str>,
}

/// Reads the headers of a request: `customer!(input)`, or of a copy's source: `customer!(input, source)`.
macro_rules! customer {
    ($input:expr) => {
        $crate::encryption::CustomerHeaders {
            algorithm: $input.sse_customer_algorithm.as_deref(),
            key: $input.sse_customer_key.as_deref(),
            key_md5: $input.sse_customer_key_md5.as_deref(),
        }
    };
    ($input:expr, source) => {
        $crate::encryption::CustomerHeaders {
            algorithm: $input.copy_source_sse_customer_algorithm.as_deref(),
            key: $input.copy_source_sse_customer_key.as_deref(),
            key_md5: $input.copy_source_sse_customer_key_md5.as_deref(),
        }
    };
}

pub(crate) use customer;

/// A customer's key, while a request is at work. It is shown nowhere.
#[derive(PartialEq, Eq)]
pub(crate) struct CustomerKey(Vec<u8>);

impl std::fmt::Debug for CustomerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CustomerKey")
    }
}

/// What is kept of a customer's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Customer {
    /// Its MD5 in base64, which answers repeat.
    pub md5: String,
    /// Random bytes, as hexadecimal digits.
    pub salt: String,
    /// The HMAC-SHA-256 of the key under the salt, as hexadecimal digits.
    pub hmac: String,
}

impl CustomerHeaders<'_> {
    pub(crate) fn is_any(&self) -> bool {
        self.algorithm.is_some() || self.key.is_some() || self.key_md5.is_some()
    }

    /// The key to write with.
    ///
    /// # Errors
    /// AWS's, in its order.
    pub(crate) fn key(&self) -> Result<CustomerKey> {
        if self.key.is_some() && self.algorithm.is_some() && self.key_md5.is_none() {
            return Err(refuse("must provide the client calculated MD5 of the secret key."));
        }
        let key = self.read()?;
        if key.0.len() != KEY_BYTES {
            return Err(invalid("The secret key was invalid for the specified algorithm."));
        }
        Ok(key)
    }

    /// The key to read with, which may be of any length and come without its MD5: it is compared.
    fn read(&self) -> Result<CustomerKey> {
        let Some(algorithm) = self.algorithm else {
            return Err(refuse("must provide a valid encryption algorithm."));
        };
        if algorithm != AES256 {
            let message =
                "The Encryption request you specified is not valid. Supported value: AES256.";
            return Err(Error::new(&INVALID_ENCRYPTION_ALGORITHM, message)
                .with("ArgumentName", NAME)
                .with("ArgumentValue", algorithm));
        }
        let Some(key) = self.key else {
            return Err(refuse("must provide an appropriate secret key."));
        };
        let key = base64_simd::STANDARD.decode_to_vec(key.as_bytes()).unwrap_or_default();
        let key = CustomerKey(key);
        match self.key_md5 {
            Some(given) if given != key.md5() => Err(invalid(
                "The calculated MD5 hash of the key did not match the hash that was provided.",
            )),
            _ => Ok(key),
        }
    }
}

impl CustomerKey {
    fn md5(&self) -> String {
        base64_simd::STANDARD.encode_to_string(md5::Md5::digest(&self.0))
    }

    fn hmac(&self, salt: &str) -> Result<Hmac<Sha256>> {
        let hmac = Hmac::<Sha256>::new_from_slice(salt.as_bytes()).map_err(Error::internal)?;
        Ok(hmac.chain_update(&self.0))
    }

    /// What is kept of it.
    pub(crate) fn kept(&self, ids: &dyn Ids) -> Result<Customer> {
        let salt = ids.hex(16);
        let hmac = hex(&self.hmac(&salt)?.finalize().into_bytes());
        Ok(Customer { md5: self.md5(), salt, hmac })
    }
}

impl Customer {
    /// Whether this is the key. How long that takes tells nothing of it.
    fn is(&self, key: &CustomerKey) -> Result<bool> {
        let expected: Vec<u8> = self.hmac.as_bytes().chunks(2).map(byte).collect();
        Ok(key.hmac(&self.salt)?.verify_slice(&expected).is_ok())
    }

    /// Refuses a read that does not bring this key along.
    ///
    /// # Errors
    /// `InvalidRequest` without a key, `AccessDenied` with another.
    pub(crate) fn check_read(&self, given: CustomerHeaders<'_>) -> Result<()> {
        if !given.is_any() {
            return Err(invalid_request(
                "The object was stored using a form of Server Side Encryption. The correct \
                 parameters must be provided to retrieve the object.",
            ));
        }
        if self.is(&given.read()?)? {
            return Ok(());
        }
        let message = "Requests specifying Server Side Encryption with Customer provided keys must \
                       provide the correct secret key.";
        Err(Error::new(&ACCESS_DENIED, message))
    }

    /// Refuses a part, or the end, of an upload that comes with another key.
    ///
    /// # Errors
    /// `InvalidRequest`.
    pub(crate) fn check_part(&self, given: CustomerHeaders<'_>) -> Result<()> {
        if !given.is_any() {
            return Err(not_as_begun());
        }
        match self.is(&given.key()?)? {
            true => Ok(()),
            false => Err(invalid_request(
                "The provided encryption parameters did not match the ones used originally.",
            )),
        }
    }
}

/// A key for an object that has none.
pub(crate) fn not_applicable() -> Error {
    invalid_request("The encryption parameters are not applicable to this object.")
}

/// A part that is encrypted otherwise than its upload was begun.
pub(crate) fn not_as_begun() -> Error {
    invalid_request(
        "The multipart upload initiate requested encryption. Subsequent part requests must include \
         the appropriate encryption parameters.",
    )
}

fn refuse(rest: &str) -> Error {
    invalid(format!(
        "Requests specifying Server Side Encryption with Customer provided keys {rest}"
    ))
}

fn invalid(message: impl Into<String>) -> Error {
    let error = Error::new(&INVALID_ARGUMENT, message);
    error.with("ArgumentName", NAME).with("ArgumentValue", "null")
}

fn byte(digits: &[u8]) -> u8 {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap_or_default() as u8;
    digits.iter().fold(0, |value, byte| value << 4 | digit(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::SeededIds;

    const KEY: &str = "pO3upElrwuEXSoFwCfnZPdSsmt/xWeFa0N9KgDijwVs=";
    const MD5: &str = "DWygnHRtgiJ77HCm+1rvHw==";
    const OTHER: &str = "6b+WOZ1T3cqZMxgThRcXAQBrS5mXKdDUphvpxptl9/4=";

    fn headers<'a>(
        algorithm: Option<&'a str>,
        key: Option<&'a str>,
        key_md5: Option<&'a str>,
    ) -> CustomerHeaders<'a> {
        CustomerHeaders { algorithm, key, key_md5 }
    }

    #[test]
    fn a_key_must_come_whole() {
        let good = Some(AES256);
        assert!(headers(good, Some(KEY), Some(MD5)).key().is_ok());
        let short = base64_simd::STANDARD.encode_to_string([1; 10]);
        let short_md5 = base64_simd::STANDARD.encode_to_string(md5::Md5::digest([1; 10]));
        let table = [
            (headers(None, Some(KEY), Some(MD5)), "must provide a valid encryption algorithm."),
            (headers(Some("AES"), Some(KEY), Some(MD5)), "Supported value: AES256."),
            (headers(good, None, Some(MD5)), "must provide an appropriate secret key."),
            (headers(good, Some(KEY), None), "must provide the client calculated MD5"),
            (headers(good, Some(OTHER), Some(MD5)), "did not match the hash that was provided."),
            (headers(good, Some(&short), Some(&short_md5)), "was invalid for the specified"),
        ];
        for (given, words) in table {
            let error = given.key().unwrap_err();
            assert_eq!(error.shape.status, 400);
            assert!(error.message.contains(words), "{error}");
        }
    }

    #[test]
    fn an_object_is_read_with_its_key_alone() {
        let ids = SeededIds::new(1);
        let kept = headers(Some(AES256), Some(KEY), Some(MD5)).key().unwrap().kept(&ids).unwrap();
        assert_eq!(kept.md5, MD5);
        assert!(kept.check_read(headers(Some(AES256), Some(KEY), Some(MD5))).is_ok());
        assert!(kept.check_read(headers(Some(AES256), Some(KEY), None)).is_ok());
        let short = base64_simd::STANDARD.encode_to_string([1; 10]);
        for (given, status) in [
            (headers(None, None, None), 400),
            (headers(Some("AES"), Some(KEY), Some(MD5)), 400),
            (headers(Some(AES256), Some(KEY), Some("x")), 400),
            (headers(Some(AES256), Some(OTHER), None), 403),
            (headers(Some(AES256), Some(&short), None), 403),
        ] {
            assert_eq!(kept.check_read(given).unwrap_err().shape.status, status, "{given:?}");
        }
        let again = headers(Some(AES256), Some(KEY), Some(MD5)).key().unwrap().kept(&ids).unwrap();
        assert_ne!(again.hmac, kept.hmac);
    }
}

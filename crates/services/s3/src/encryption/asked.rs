//! What a write asks for, decided without touching anything.

use super::customer::{CustomerHeaders, CustomerKey};
use super::{AES256, DSSE, KMS};
use crate::errors::{INVALID_ARGUMENT, access_denied, invalid_argument};
use crate::settings;
use platform::{Error, Result};
use shapes::s3::errors::ACCESS_DENIED;
use std::collections::BTreeMap;

/// The header that most refusals are about.
pub(super) const NAME: &str = "x-amz-server-side-encryption";

/// The headers of a write about encryption.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked<'a> {
    pub algorithm: Option<&'a str>,
    pub key: Option<&'a str>,
    pub context: Option<&'a str>,
    pub bucket_key: Option<bool>,
    pub customer: CustomerHeaders<'a>,
}

/// Reads the headers of PutObject, CopyObject and CreateMultipartUpload.
macro_rules! asked {
    ($input:expr) => {
        $crate::encryption::Asked {
            algorithm: $input.server_side_encryption.as_deref(),
            key: $input.ssekms_key_id.as_deref(),
            context: $input.ssekms_encryption_context.as_deref(),
            bucket_key: $input.bucket_key_enabled,
            customer: $crate::encryption::customer!($input),
        }
    };
}

pub(crate) use asked;

/// How something is to be encrypted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// By S3's own keys.
    Own,
    /// By a key of KMS.
    Kms(WantedKms),
    /// By a customer's key.
    Customer(CustomerKey),
}

/// By which key of KMS, and how.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct WantedKms {
    /// The key, however it is named; without, the account's own for S3.
    pub key: Option<String>,
    /// In two layers.
    pub dual: bool,
    pub bucket_key: bool,
    /// Further pairs of the encryption context, as they were given.
    pub context: Option<String>,
    /// The same pairs.
    pub pairs: BTreeMap<String, String>,
}

impl Asked<'_> {
    /// Whether anything is asked for.
    pub(crate) fn is_any(&self) -> bool {
        self.algorithm.is_some() || self.customer.is_any()
    }

    /// What is asked for, or else what the bucket is set to. `blocked` says of a bucket that refuses
    /// customers' keys who is refused.
    ///
    /// # Errors
    /// AWS's, for headers that do not go together or are not as they must be.
    pub(crate) fn wanted(
        &self,
        bucket: &settings::Encryption,
        blocked: Option<Refused>,
    ) -> Result<Wanted> {
        if self.customer.is_any() {
            if let Some(refused) = blocked {
                return Err(refused.error());
            }
            if let Some(algorithm) = self.algorithm {
                let message = "Server Side Encryption with Customer provided key is incompatible \
                               with the encryption method specified";
                return Err(invalid_argument(message, NAME, algorithm));
            }
            return Ok(Wanted::Customer(self.customer.key()?));
        }
        let is_kms = matches!(self.algorithm, Some(KMS | DSSE));
        if !is_kms && (self.key.is_some() || self.context.is_some()) {
            let message = "Server Side Encryption with AWS KMS managed key requires HTTP header \
                           x-amz-server-side-encryption : aws:kms";
            let value = self.algorithm.unwrap_or("null");
            return Err(invalid_argument(message, NAME, value));
        }
        match self.algorithm {
            None => Ok(self.by_default(bucket)),
            Some(AES256) => Ok(Wanted::Own),
            Some(algorithm @ (KMS | DSSE)) => self.kms(bucket, algorithm == DSSE),
            Some(other) => {
                let message = "The encryption method specified is not supported";
                Err(invalid_argument(message, NAME, other))
            }
        }
    }

    fn by_default(&self, bucket: &settings::Encryption) -> Wanted {
        let Some(kms) = &bucket.kms else { return Wanted::Own };
        let bucket_key = !kms.dual && self.bucket_key.unwrap_or(bucket.bucket_key);
        let (key, dual) = (kms.key.clone(), kms.dual);
        Wanted::Kms(WantedKms { key, dual, bucket_key, ..WantedKms::default() })
    }

    fn kms(&self, bucket: &settings::Encryption, dual: bool) -> Result<Wanted> {
        if dual && self.bucket_key == Some(true) {
            let name = "x-amz-server-side-encryption-bucket-key-enabled";
            let message = "S3 Bucket Keys are not supported for aws:kms:dsse";
            return Err(invalid_argument(message, name, "true"));
        }
        let pairs = self.context.map(pairs).transpose()?.unwrap_or_default();
        Ok(Wanted::Kms(WantedKms {
            key: self.key.filter(|key| !key.is_empty()).map(str::to_owned),
            dual,
            bucket_key: !dual && self.bucket_key.unwrap_or(bucket.bucket_key),
            context: self.context.map(str::to_owned),
            pairs,
        }))
    }
}

/// Who is refused by a bucket that takes no customers' keys.
#[derive(Clone, Debug, Default)]
pub(crate) struct Refused {
    pub caller: String,
    pub action: &'static str,
    pub resource: String,
    /// Whether the caller is of another account, and so is told no more.
    pub is_stranger: bool,
}

impl Refused {
    /// "Troubleshoot access denied (403 Forbidden) errors in Amazon S3".
    pub(crate) fn error(self) -> Error {
        if self.is_stranger {
            return access_denied();
        }
        let Self { caller, action, resource, .. } = self;
        let message = format!(
            "User: {caller} is not authorized to perform: {action} on resource: \"{resource}\" \
             because this bucket has blocked upload requests that specify Server Side Encryption \
             with Customer provided keys (SSE-C). Please specify a different server-side encryption \
             type"
        );
        Error::new(&ACCESS_DENIED, message)
    }
}

/// The pairs of an encryption context, from the base64 of a JSON object of texts.
///
/// # Errors
/// `InvalidArgument`.
pub(super) fn pairs(context: &str) -> Result<BTreeMap<String, String>> {
    let json = base64_simd::STANDARD.decode_to_vec(context.as_bytes()).ok();
    let pairs = json.and_then(|json| serde_json::from_slice(&json).ok());
    pairs.ok_or_else(|| {
        let name = "x-amz-server-side-encryption-context";
        let message = format!(
            "The header '{name}' shall be Base64-encoded UTF-8 string holding JSON which represents \
             a string-string map"
        );
        Error::new(&INVALID_ARGUMENT, message).with("ArgumentName", name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::DefaultKey;

    fn bucket(key: Option<&str>, dual: bool, bucket_key: bool) -> settings::Encryption {
        let kms = Some(DefaultKey { key: key.map(str::to_owned), dual });
        settings::Encryption { kms, bucket_key, ..Default::default() }
    }

    #[test]
    fn what_is_asked_wins_over_what_the_bucket_is_set_to() {
        let none = Asked::default();
        let plain = settings::Encryption::default();
        let keyed = bucket(Some("k"), false, true);
        let kms = |key: Option<&str>, dual, bucket_key| {
            let key = key.map(str::to_owned);
            Wanted::Kms(WantedKms { key, dual, bucket_key, ..Default::default() })
        };
        let table = [
            (none, &plain, Wanted::Own),
            (Asked { algorithm: Some("AES256"), ..none }, &keyed, Wanted::Own),
            (Asked { bucket_key: Some(true), ..none }, &plain, Wanted::Own),
            (none, &keyed, kms(Some("k"), false, true)),
            (Asked { bucket_key: Some(false), ..none }, &keyed, kms(Some("k"), false, false)),
            (Asked { algorithm: Some("aws:kms"), ..none }, &keyed, kms(None, false, true)),
            (Asked { algorithm: Some("aws:kms:dsse"), ..none }, &keyed, kms(None, true, false)),
            (
                Asked { algorithm: Some("aws:kms"), key: Some("a"), ..none },
                &plain,
                kms(Some("a"), false, false),
            ),
        ];
        for (asked, bucket, wanted) in table {
            assert_eq!(asked.wanted(bucket, None).unwrap(), wanted, "{asked:?}");
        }
    }

    #[test]
    fn headers_that_do_not_go_together_are_refused() {
        let none = Asked::default();
        let customer = CustomerHeaders { algorithm: Some("AES256"), ..Default::default() };
        let table = [
            (Asked { key: Some("k"), ..none }, "requires HTTP header"),
            (Asked { algorithm: Some("AES256"), key: Some("k"), ..none }, "requires HTTP header"),
            (Asked { algorithm: Some("aes:kms"), ..none }, "method specified is not supported"),
            (Asked { algorithm: Some(""), ..none }, "method specified is not supported"),
            (Asked { algorithm: Some("aws:kms"), context: Some("x"), ..none }, "string-string map"),
            // {"a":1}
            (
                Asked { algorithm: Some("aws:kms"), context: Some("eyJhIjoxfQ=="), ..none },
                "string-string map",
            ),
            (Asked { algorithm: Some("AES256"), customer, ..none }, "is incompatible with"),
            (
                Asked { algorithm: Some("aws:kms:dsse"), bucket_key: Some(true), ..none },
                "not supported for aws:kms:dsse",
            ),
        ];
        for (asked, words) in table {
            let error = asked.wanted(&Default::default(), None).unwrap_err();
            assert_eq!(error.code(), "InvalidArgument");
            assert!(error.message.contains(words), "{error}");
        }
        let blocked = Some(Refused::default());
        let asked = Asked { customer, ..none };
        let error = asked.wanted(&Default::default(), blocked).unwrap_err();
        assert_eq!((error.code(), error.shape.status), ("AccessDenied", 403));
        assert!(error.message.contains("has blocked upload requests that specify"));
    }
}

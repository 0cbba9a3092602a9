//! Encryption at rest: what is asked for, what is kept of it with an object, and what is said of it.
//!
//! S3 encrypts whatever it keeps, by `AES256` where nothing else is asked; what that is here, page 0041
//! of the decisions says. Keys of KMS are asked for a data key for each object ([`kms`]), which must
//! be opened again before the object is read; customers' own keys are known again by an HMAC
//! ([`customer`]).

mod asked;
mod customer;
mod kms;
#[cfg(test)]
mod tests;

pub(crate) use asked::{Asked, Wanted, WantedKms, asked};
pub(crate) use customer::{Customer, CustomerHeaders, customer};
pub(crate) use kms::{At, Kms, check_listed, check_told};

use crate::intake::Taken;
use platform::Ids;
use serde::{Deserialize, Serialize};

/// The algorithm of keys that S3 keeps itself.
pub(crate) const AES256: &str = "AES256";
/// The algorithm of keys of KMS.
pub(crate) const KMS: &str = "aws:kms";
/// The same in two layers.
pub(crate) const DSSE: &str = "aws:kms:dsse";

/// How an object is encrypted, where it is not by S3's own keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Encryption {
    /// By a data key of a key of KMS.
    Kms(Kms),
    /// By a key that whoever reads it brings along.
    Customer(Customer),
}

/// What answers say of it, each by its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub algorithm: Option<String>,
    pub key: Option<String>,
    pub context: Option<String>,
    pub bucket_key: Option<bool>,
    pub customer_algorithm: Option<String>,
    pub customer_key_md5: Option<String>,
}

impl Told {
    /// What is said of an object, a part or an upload that is encrypted so.
    pub(crate) fn of(encryption: Option<&Encryption>) -> Self {
        match encryption {
            None => Self { algorithm: Some(AES256.to_owned()), ..Self::default() },
            Some(Encryption::Kms(kms)) => Self {
                algorithm: Some(kms.algorithm().to_owned()),
                key: Some(kms.key.clone()),
                context: kms.context.clone(),
                bucket_key: kms.bucket_key.then_some(true),
                ..Self::default()
            },
            Some(Encryption::Customer(customer)) => Self {
                customer_algorithm: Some(AES256.to_owned()),
                customer_key_md5: Some(customer.md5.clone()),
                ..Self::default()
            },
        }
    }
}

/// Says in an answer how an object, a part or an upload is encrypted: `tell!(output, encryption)`. With
/// `context`, the answer to a write that has asked for it also tells the encryption context; with `kms`,
/// it has no words for customers' keys.
macro_rules! tell {
    ($output:expr, $encryption:expr) => {{
        let told = $crate::encryption::Told::of($encryption);
        $crate::encryption::tell!(@kms $output, told);
        $output.sse_customer_algorithm = told.customer_algorithm;
        $output.sse_customer_key_md5 = told.customer_key_md5;
    }};
    ($output:expr, $encryption:expr, context) => {{
        $crate::encryption::tell!($output, $encryption);
        $output.ssekms_encryption_context = $crate::encryption::Told::of($encryption).context;
    }};
    ($output:expr, $encryption:expr, kms) => {{
        let told = $crate::encryption::Told::of($encryption);
        $crate::encryption::tell!(@kms $output, told);
    }};
    (@kms $output:expr, $told:expr) => {
        $output.server_side_encryption = $told.algorithm;
        $output.ssekms_key_id = $told.key;
        $output.bucket_key_enabled = $told.bucket_key;
    };
}

pub(crate) use tell;

/// The ETag of what was taken in: its MD5 where S3's own keys encrypt it, else nothing that tells of it.
pub(crate) fn etag(ids: &dyn Ids, taken: &Taken, encryption: Option<&Encryption>) -> String {
    match encryption {
        None => taken.md5_hex(),
        Some(_) => ids.hex(16),
    }
}

//! Keys of KMS (SSE-KMS): each object has a data key, which is kept as KMS has encrypted it, and which KMS
//! must open again before the object is read. So whoever may not use the key reads nothing, and nobody
//! reads what a key encrypted that is disabled or gone. KMS is asked in the caller's name.

use super::asked::{Refused, WantedKms, pairs};
use super::customer::{not_applicable, not_as_begun};
use super::{Asked, CustomerHeaders, DSSE, Encryption, Wanted};
use crate::bucket::{Bucket, Reached};
use crate::service::{Place, S3};
use crate::upload::Upload;
use platform::{Arn, Context, Error, Principal, Result};
use serde::{Deserialize, Serialize};
use shapes::ErrorShape;
use shapes::kms::ops::{Decrypt, GenerateDataKey};
use shapes::kms::{DecryptRequest, GenerateDataKeyRequest};
use shapes::s3::errors::ACCESS_DENIED;
use std::collections::BTreeMap;

/// The key of S3 that every account has.
const OWN_KEY: &str = "alias/aws/s3";
/// The pair that S3 adds to each encryption context.
const PAIR: &str = "aws:s3:arn";

/// How an object is encrypted by a key of KMS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kms {
    /// The ARN of the key.
    pub key: String,
    /// In two layers.
    #[serde(default, skip_serializing_if = "is_false")]
    pub dual: bool,
    /// With a key of the bucket's between the two.
    #[serde(default, skip_serializing_if = "is_false")]
    pub bucket_key: bool,
    /// Further pairs of the encryption context, as they were given: the base64 of JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
    /// The data key as KMS gave it, in base64.
    pub data_key: String,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Kms {
    pub(crate) fn algorithm(&self) -> &'static str {
        if self.dual { DSSE } else { super::KMS }
    }
}

/// Where something encrypted is.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub bucket: &'a str,
    pub of: &'a Bucket,
    pub key: &'a str,
}

impl<'a> From<&Place<'a>> for At<'a> {
    fn from(place: &Place<'a>) -> Self {
        Self { bucket: place.bucket, of: &place.reached.bucket, key: place.key }
    }
}

impl<'a> At<'a> {
    /// Under a key of a bucket.
    pub(crate) fn of(reached: &'a Reached, key: &'a str) -> Self {
        Self { bucket: &reached.name, of: &reached.bucket, key }
    }

    /// The ARN of the object.
    fn object(&self) -> String {
        let resource = format_args!("{}/{}", self.bucket, self.key);
        let arn = Arn::new("s3", &self.of.region, "", resource).global();
        arn.to_string()
    }

    /// The encryption context: the object, or its bucket where keys are the bucket's.
    fn pairs(
        &self,
        mut pairs: BTreeMap<String, String>,
        bucket_key: bool,
    ) -> BTreeMap<String, String> {
        let object = self.object();
        let bucket = Arn::new("s3", &self.of.region, "", self.bucket).global().to_string();
        pairs.insert(PAIR.to_owned(), if bucket_key { bucket } else { object });
        pairs
    }

    /// Who asks KMS: the caller, where the bucket is.
    fn asking(&self, cx: &Context) -> Context {
        let mut there = cx.clone().via("s3.amazonaws.com");
        there.region = self.of.region.as_str().into();
        there
    }
}

impl S3 {
    /// How what a request writes is to be encrypted: what it asks for, or what the bucket is set to. A key
    /// of KMS is asked for a data key.
    ///
    /// # Errors
    /// AWS's: for headers that are not as they must be, for customers' keys where the bucket takes
    /// none, and what KMS says.
    pub(crate) async fn encryption(
        &self,
        cx: &Context,
        at: At<'_>,
        asked: Asked<'_>,
        action: &'static str,
    ) -> Result<Option<Encryption>> {
        if asked == Asked::default() && at.of.settings.encryption.kms.is_none() {
            return Ok(None);
        }
        let blocked =
            asked.customer.is_any().then(|| self.blocks_customer_keys(cx, at, action)).flatten();
        match asked.wanted(&at.of.settings.encryption, blocked)? {
            Wanted::Own => Ok(None),
            Wanted::Customer(key) => Ok(Some(Encryption::Customer(key.kept(&*self.platform.ids)?))),
            Wanted::Kms(wanted) => Ok(Some(Encryption::Kms(self.data_key(cx, at, wanted).await?))),
        }
    }

    /// The refusal of customers' keys, if the bucket refuses them.
    fn blocks_customer_keys(
        &self,
        cx: &Context,
        at: At<'_>,
        action: &'static str,
    ) -> Option<Refused> {
        let blocks = at.of.settings.encryption.blocks_customer_keys(self.config.customer_keys);
        blocks.then(|| {
            let caller = match &*cx.principal {
                Principal::Root { account }
                | Principal::User { account, .. }
                | Principal::AssumedRole { account, .. } => &**account,
                Principal::Service { .. } | Principal::Anonymous => "",
            };
            let is_stranger = *caller != *at.of.account;
            Refused { caller: cx.caller_arn(), action, resource: at.object(), is_stranger }
        })
    }

    /// Asks a key of KMS for a data key.
    ///
    /// # Errors
    /// What KMS says.
    pub(crate) async fn data_key(
        &self,
        cx: &Context,
        at: At<'_>,
        wanted: WantedKms,
    ) -> Result<Kms> {
        let input = GenerateDataKeyRequest {
            key_id: wanted.key.unwrap_or_else(|| OWN_KEY.to_owned()),
            key_spec: Some("AES_256".to_owned()),
            encryption_context: Some(at.pairs(wanted.pairs, wanted.bucket_key)),
            ..Default::default()
        };
        let made = at.asking(cx).call::<GenerateDataKey>(input).await.map_err(as_s3_says)?;
        let blob = made.ciphertext_blob.unwrap_or_default();
        Ok(Kms {
            key: made.key_id.unwrap_or_default(),
            dual: wanted.dual,
            bucket_key: wanted.bucket_key,
            context: wanted.context,
            data_key: base64_simd::STANDARD.encode_to_string(blob),
        })
    }

    /// How the replica is to be encrypted of what is encrypted so: by `key` of KMS, by the customer's own
    /// still, or as the bucket is set to.
    ///
    /// # Errors
    /// What KMS says.
    pub(crate) async fn replica_encryption(
        &self,
        cx: &Context,
        at: At<'_>,
        source: Option<&Encryption>,
        key: Option<&str>,
    ) -> Result<Option<Encryption>> {
        match source {
            Some(Encryption::Customer(_)) => Ok(source.cloned()),
            Some(Encryption::Kms(kms)) => {
                let bucket_key = !kms.dual && at.of.settings.encryption.bucket_key;
                let key = key.map(str::to_owned);
                let wanted = WantedKms { key, dual: kms.dual, bucket_key, ..WantedKms::default() };
                Ok(Some(Encryption::Kms(self.data_key(cx, at, wanted).await?)))
            }
            None => self.encryption(cx, at, Asked::default(), "s3:ReplicateObject").await,
        }
    }

    /// Lets KMS open a data key again.
    async fn open(&self, cx: &Context, at: At<'_>, kms: &Kms) -> Result<()> {
        let given = kms.context.as_deref().map(pairs).transpose()?.unwrap_or_default();
        let blob = base64_simd::STANDARD.decode_to_vec(&kms.data_key).map_err(Error::internal)?;
        let input = DecryptRequest {
            ciphertext_blob: Some(blob.into()),
            key_id: Some(kms.key.clone()),
            encryption_context: Some(at.pairs(given, kms.bucket_key)),
            ..Default::default()
        };
        at.asking(cx).call::<Decrypt>(input).await.map(drop).map_err(as_s3_says)
    }

    /// Refuses to read what the caller cannot decrypt.
    ///
    /// # Errors
    /// AWS's: without the key that the object was written with, and what KMS says.
    pub(crate) async fn check_read(
        &self,
        cx: &Context,
        at: At<'_>,
        encryption: Option<&Encryption>,
        given: CustomerHeaders<'_>,
    ) -> Result<()> {
        check_told(encryption, given)?;
        self.check_may_decrypt(cx, at, encryption).await
    }

    /// Lets KMS open the data key of an object that is to be read, if it has one.
    ///
    /// # Errors
    /// What KMS says.
    pub(crate) async fn check_may_decrypt(
        &self,
        cx: &Context,
        at: At<'_>,
        encryption: Option<&Encryption>,
    ) -> Result<()> {
        match encryption {
            Some(Encryption::Kms(kms)) => self.open(cx, at, kms).await,
            Some(Encryption::Customer(_)) | None => Ok(()),
        }
    }

    /// Refuses to end an upload without the key that it was begun with, where the parts' checksums are
    /// to be told.
    ///
    /// # Errors
    /// As [`S3::check_part`].
    pub(crate) async fn check_end(
        &self,
        cx: &Context,
        at: At<'_>,
        upload: &Upload,
        given: CustomerHeaders<'_>,
    ) -> Result<()> {
        match &upload.encryption {
            Some(Encryption::Customer(_)) if !given.is_any() && upload.algorithm.is_none() => {
                Ok(())
            }
            encryption => self.check_part(cx, at, encryption.as_ref(), given).await,
        }
    }

    /// Refuses a part that is encrypted otherwise than its upload was begun.
    ///
    /// # Errors
    /// AWS's: with another key or without, and what KMS says, which must open the data key to write.
    pub(crate) async fn check_part(
        &self,
        cx: &Context,
        at: At<'_>,
        encryption: Option<&Encryption>,
        given: CustomerHeaders<'_>,
    ) -> Result<()> {
        if given.is_any()
            && let Some(refused) = self.blocks_customer_keys(cx, at, "s3:PutObject")
        {
            return Err(refused.error());
        }
        match encryption {
            Some(Encryption::Customer(customer)) => customer.check_part(given),
            _ if given.is_any() => Err(not_as_begun()),
            Some(Encryption::Kms(kms)) => self.open(cx, at, kms).await,
            None => Ok(()),
        }
    }
}

/// Refuses to tell of an object to who does not bring along the key that it was written with.
///
/// # Errors
/// AWS's.
pub(crate) fn check_told(
    encryption: Option<&Encryption>,
    given: CustomerHeaders<'_>,
) -> Result<()> {
    match encryption {
        Some(Encryption::Customer(customer)) => customer.check_read(given),
        _ if given.is_any() => Err(not_applicable()),
        _ => Ok(()),
    }
}

/// The same of an upload's parts, of which it is told without a key too.
///
/// # Errors
/// AWS's, with another key.
pub(crate) fn check_listed(
    encryption: Option<&Encryption>,
    given: CustomerHeaders<'_>,
) -> Result<()> {
    if given.is_any() { check_told(encryption, given) } else { Ok(()) }
}

/// What S3 says where KMS refuses.
fn as_s3_says(error: Error) -> Error {
    static DISABLED: ErrorShape = ErrorShape::client("KMS.DisabledException", 400);
    static USAGE: ErrorShape = ErrorShape::client("KMS.InvalidKeyUsageException", 400);
    static STATE: ErrorShape = ErrorShape::client("KMS.KMSInvalidStateException", 400);
    static NOT_FOUND: ErrorShape = ErrorShape::client("KMS.NotFoundException", 400);
    let shape = match error.code() {
        "NotFoundException" => &NOT_FOUND,
        "DisabledException" => &DISABLED,
        "KMSInvalidStateException" => &STATE,
        "InvalidKeyUsageException" | "IncorrectKeyException" => &USAGE,
        "AccessDeniedException" => &ACCESS_DENIED,
        _ => return error,
    };
    Error::new(shape, error.message)
}

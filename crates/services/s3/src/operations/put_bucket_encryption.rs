//! `PutBucketEncryption`. Tried beside `GetBucketEncryption`.

use crate::S3;
use crate::encryption::{AES256, DSSE, KMS};
use crate::errors::{INVALID_ARGUMENT, malformed_xml};
use crate::settings::{self, DefaultKey, Encryption};
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::s3::ops::PutBucketEncryption;
use shapes::s3::{
    PutBucketEncryptionRequest, ServerSideEncryptionByDefault, ServerSideEncryptionConfiguration,
};

/// What is blocked stays so where nothing is said of it. Whether there is a key is not looked at, as AWS
/// does not.
impl Handler<PutBucketEncryption> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketEncryptionRequest) -> Result<Unit> {
        let (set, blocked) = read(input.server_side_encryption_configuration)?;
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            let kept = std::mem::take(&mut settings.encryption.blocked);
            let blocked = blocked.clone().unwrap_or(kept);
            settings.encryption = Encryption { blocked, ..set.clone() };
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

/// What is set, by one rule, and what is blocked, if that is said.
fn read(given: ServerSideEncryptionConfiguration) -> Result<(Encryption, Option<Vec<String>>)> {
    let mut rules = given.rules.into_iter();
    let (Some(rule), None) = (rules.next(), rules.next()) else { return Err(malformed_xml()) };
    let kms = rule.apply_server_side_encryption_by_default.map(default_key).transpose()?.flatten();
    let blocked = rule.blocked_encryption_types.and_then(|it| it.encryption_type);
    let is_known = |kind: &String| matches!(&**kind, "NONE" | "SSE-C");
    if blocked.iter().flatten().any(|kind| !is_known(kind)) {
        return Err(malformed_xml());
    }
    let bucket_key = rule.bucket_key_enabled.unwrap_or_default();
    let set = Encryption { kms, bucket_key, blocked: Vec::new() };
    Ok((set, blocked.filter(|kinds| !kinds.is_empty())))
}

/// The key of KMS, where one is to encrypt.
fn default_key(given: ServerSideEncryptionByDefault) -> Result<Option<DefaultKey>> {
    let key = given.kms_master_key_id;
    match &*given.sse_algorithm {
        AES256 if key.is_some() => {
            let message = "a KMSMasterKeyID is not applicable if the default sse algorithm is not \
                           aws:kms or aws:kms:dsse";
            let error = Error::new(&INVALID_ARGUMENT, message);
            Err(error.with("ArgumentName", "ApplyServerSideEncryptionByDefault"))
        }
        AES256 => Ok(None),
        algorithm @ (KMS | DSSE) => Ok(Some(DefaultKey { key, dual: algorithm == DSSE })),
        _ => Err(malformed_xml()),
    }
}

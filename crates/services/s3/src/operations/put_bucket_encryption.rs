//! `PutBucketEncryption`. Tried beside `GetBucketEncryption`.

use crate::S3;
use crate::encryption::{AES256, is_kms};
use crate::errors::{invalid_argument, malformed_xml, unsupported};
use crate::settings::{self, Encryption};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::ops::PutBucketEncryption;
use shapes::s3::{PutBucketEncryptionRequest, ServerSideEncryptionConfiguration};

impl Handler<PutBucketEncryption> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketEncryptionRequest) -> Result<Unit> {
        let set = read(input.server_side_encryption_configuration)?;
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.encryption = set.clone();
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

/// What is set: one rule, of S3's own algorithm.
fn read(given: ServerSideEncryptionConfiguration) -> Result<Encryption> {
    let mut rules = given.rules.into_iter();
    let (Some(rule), None) = (rules.next(), rules.next()) else { return Err(malformed_xml()) };
    if let Some(by_default) = rule.apply_server_side_encryption_by_default {
        match &*by_default.sse_algorithm {
            AES256 if by_default.kms_master_key_id.is_some() => {
                let message = "a KMSMasterKeyID is not applicable if the default sse algorithm \
                               is not aws:kms or aws:kms:dsse";
                let key = by_default.kms_master_key_id.unwrap_or_default();
                return Err(invalid_argument(message, "KMSMasterKeyID", key));
            }
            AES256 => {}
            kms if is_kms(kms) => {
                return Err(unsupported(&format!("The SSEAlgorithm {kms} (take AES256)")));
            }
            _ => return Err(malformed_xml()),
        }
    }
    let blocked = rule.blocked_encryption_types.and_then(|it| it.encryption_type);
    let blocked = blocked.unwrap_or_default();
    if blocked.iter().any(|kind| !matches!(&**kind, "NONE" | "SSE-C")) {
        return Err(malformed_xml());
    }
    Ok(Encryption { bucket_key: rule.bucket_key_enabled.unwrap_or_default(), blocked })
}

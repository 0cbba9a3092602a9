//! `UpdateObjectEncryption`.

use crate::S3;
use crate::bucket::reach;
use crate::encryption::{At, Encryption, WantedKms};
use crate::errors::{invalid_request, malformed_xml};
use crate::notify::Deed;
use crate::object::Object;
use crate::service::Place;
use platform::{Arn, Context, Handler, Result};
use shapes::s3::ops::UpdateObjectEncryption;
use shapes::s3::{ObjectEncryption, UpdateObjectEncryptionRequest, UpdateObjectEncryptionResponse};

/// A key of KMS encrypts from then on, and nothing else of the object changes, its ETag neither. Nobody is
/// told.
impl Handler<UpdateObjectEncryption> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateObjectEncryptionRequest,
    ) -> Result<UpdateObjectEncryptionResponse> {
        let wanted = read(input.object_encryption)?;
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let version = input.version_id.as_deref();
        let (place, at) = (
            Place { bucket: &input.bucket, reached: &reached, key: &input.key },
            At::of(&reached, &input.key),
        );
        let found = self.find(&reached, &input.key, version).await?;
        check(&found)?;
        self.check_may_decrypt(cx, at, found.encryption.as_ref()).await?;
        let next = Encryption::Kms(self.data_key(cx, at, wanted).await?);
        let deed = Deed::silent(cx);
        self.amend(&deed, &place, version, |object| {
            check(object)?;
            object.encryption = Some(next.clone());
            Ok(())
        })
        .await?;
        Ok(UpdateObjectEncryptionResponse { request_charged: None })
    }
}

/// The key that is asked for, which must be named by its whole ARN.
fn read(given: ObjectEncryption) -> Result<WantedKms> {
    let kms = given.ssekms.ok_or_else(malformed_xml)?;
    let is_key = |arn: Arn| arn.service == "kms" && arn.resource.starts_with("key/");
    if !Arn::parse(&kms.kms_key_arn).is_some_and(is_key) {
        return Err(invalid_request("The KMS key must be named by the ARN of the key."));
    }
    Ok(WantedKms {
        key: Some(kms.kms_key_arn),
        bucket_key: kms.bucket_key_enabled == Some(true),
        ..WantedKms::default()
    })
}

/// Refuses an object whose encryption cannot be changed so.
fn check(object: &Object) -> Result<()> {
    let what = match &object.encryption {
        Some(Encryption::Customer(_)) => "customer-provided keys (SSE-C)",
        Some(Encryption::Kms(kms)) if kms.dual => "dual-layer encryption (DSSE-KMS)",
        Some(Encryption::Kms(_)) | None => return Ok(()),
    };
    Err(invalid_request(format!("The encryption of an object with {what} cannot be updated.")))
}

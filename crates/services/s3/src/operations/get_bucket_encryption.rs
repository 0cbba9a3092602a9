//! `GetBucketEncryption`.

use crate::S3;
use crate::bucket::reach;
use crate::encryption::AES256;
use crate::settings::Encryption;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketEncryption;
use shapes::s3::{
    BlockedEncryptionTypes, GetBucketEncryptionOutput, GetBucketEncryptionRequest,
    ServerSideEncryptionByDefault, ServerSideEncryptionConfiguration, ServerSideEncryptionRule,
};

impl Handler<GetBucketEncryption> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketEncryptionRequest,
    ) -> Result<GetBucketEncryptionOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let Encryption { bucket_key, blocked } = reached.bucket.settings.encryption.clone();
        let by_default = ServerSideEncryptionByDefault {
            sse_algorithm: AES256.to_owned(),
            ..Default::default()
        };
        let blocked = (!blocked.is_empty())
            .then_some(BlockedEncryptionTypes { encryption_type: Some(blocked) });
        let rule = ServerSideEncryptionRule {
            apply_server_side_encryption_by_default: Some(by_default),
            bucket_key_enabled: Some(bucket_key),
            blocked_encryption_types: blocked,
        };
        let configuration = ServerSideEncryptionConfiguration { rules: vec![rule] };
        let server_side_encryption_configuration = Some(configuration);
        Ok(GetBucketEncryptionOutput { server_side_encryption_configuration })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::ops::{DeleteBucketEncryption, PutBucketEncryption};
    use shapes::s3::{DeleteBucketEncryptionRequest, PutBucketEncryptionRequest};

    fn configuration(algorithm: &str, key: Option<&str>) -> ServerSideEncryptionConfiguration {
        let by_default = ServerSideEncryptionByDefault {
            sse_algorithm: algorithm.into(),
            kms_master_key_id: key.map(str::to_owned),
        };
        let rule = ServerSideEncryptionRule {
            apply_server_side_encryption_by_default: Some(by_default),
            bucket_key_enabled: Some(true),
            blocked_encryption_types: None,
        };
        ServerSideEncryptionConfiguration { rules: vec![rule] }
    }

    #[tokio::test]
    async fn it_is_aes256_whatever_was_set() {
        let (service, cx, _) = world().await;
        let bucket = || "bucket".to_owned();
        let get = async || {
            let input = GetBucketEncryptionRequest { bucket: bucket(), ..Default::default() };
            let output = cx.run::<GetBucketEncryption, _>(&*service, input).await.unwrap();
            let rule = output.server_side_encryption_configuration.unwrap().rules.remove(0);
            let by_default = rule.apply_server_side_encryption_by_default.unwrap();
            (by_default.sse_algorithm, rule.bucket_key_enabled)
        };
        let put = async |configuration| {
            let input = PutBucketEncryptionRequest {
                bucket: bucket(),
                server_side_encryption_configuration: configuration,
                ..Default::default()
            };
            cx.run::<PutBucketEncryption, _>(&*service, input).await.map_err(|it| it.code())
        };
        assert_eq!(get().await, ("AES256".into(), Some(false)));
        put(configuration("AES256", None)).await.unwrap();
        assert_eq!(get().await, ("AES256".into(), Some(true)));
        assert_eq!(put(configuration("aws:kms", None)).await.unwrap_err(), "NotImplemented");
        let with_key = put(configuration("AES256", Some("k"))).await;
        assert_eq!(with_key.unwrap_err(), "InvalidArgument");
        let none = put(ServerSideEncryptionConfiguration::default()).await;
        assert_eq!(none.unwrap_err(), "MalformedXML");
        let input = DeleteBucketEncryptionRequest { bucket: bucket(), ..Default::default() };
        cx.run::<DeleteBucketEncryption, _>(&*service, input).await.unwrap();
        assert_eq!(get().await, ("AES256".into(), Some(false)));
    }
}

//! `GetBucketEncryption`.

use crate::S3;
use crate::bucket::reach;
use crate::encryption::{AES256, DSSE, KMS};
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
        let set = &reached.bucket.settings.encryption;
        let algorithm = match &set.kms {
            None => AES256,
            Some(kms) => {
                if kms.dual {
                    DSSE
                } else {
                    KMS
                }
            }
        };
        let by_default = ServerSideEncryptionByDefault {
            sse_algorithm: algorithm.to_owned(),
            kms_master_key_id: set.kms.as_ref().and_then(|kms| kms.key.clone()),
        };
        let blocks = set.blocks_customer_keys(self.config.customer_keys);
        let blocked = if blocks { "SSE-C" } else { "NONE" };
        let blocked = BlockedEncryptionTypes { encryption_type: Some(vec![blocked.to_owned()]) };
        let rule = ServerSideEncryptionRule {
            apply_server_side_encryption_by_default: Some(by_default),
            bucket_key_enabled: Some(set.bucket_key),
            blocked_encryption_types: Some(blocked),
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
    async fn what_was_set_is_told() {
        let (service, cx, _) = world().await;
        let bucket = || "bucket".to_owned();
        let get = async || {
            let input = GetBucketEncryptionRequest { bucket: bucket(), ..Default::default() };
            let output = cx.run::<GetBucketEncryption, _>(&*service, input).await.unwrap();
            let rule = output.server_side_encryption_configuration.unwrap().rules.remove(0);
            let by_default = rule.apply_server_side_encryption_by_default.unwrap();
            let blocked = rule.blocked_encryption_types.unwrap().encryption_type.unwrap();
            let bucket_key = rule.bucket_key_enabled.unwrap();
            (by_default.sse_algorithm, by_default.kms_master_key_id, bucket_key, blocked.join(" "))
        };
        let put = async |configuration| {
            let input = PutBucketEncryptionRequest {
                bucket: bucket(),
                server_side_encryption_configuration: configuration,
                ..Default::default()
            };
            cx.run::<PutBucketEncryption, _>(&*service, input).await.map_err(|it| it.code())
        };
        let told = |algorithm: &str, key: Option<&str>, bucket_key, blocked: &str| {
            (algorithm.to_owned(), key.map(str::to_owned), bucket_key, blocked.to_owned())
        };
        assert_eq!(get().await, told("AES256", None, false, "SSE-C"));
        put(configuration("AES256", None)).await.unwrap();
        assert_eq!(get().await, told("AES256", None, true, "SSE-C"));
        let mut open = configuration("aws:kms:dsse", None);
        let none = BlockedEncryptionTypes { encryption_type: Some(vec!["NONE".to_owned()]) };
        open.rules[0].blocked_encryption_types = Some(none);
        put(open).await.unwrap();
        assert_eq!(get().await, told("aws:kms:dsse", None, true, "NONE"));
        put(configuration("aws:kms", Some("k"))).await.unwrap();
        assert_eq!(get().await, told("aws:kms", Some("k"), true, "NONE"));
        let with_key = put(configuration("AES256", Some("k"))).await;
        assert_eq!(with_key.unwrap_err(), "InvalidArgument");
        let none = put(ServerSideEncryptionConfiguration::default()).await;
        assert_eq!(none.unwrap_err(), "MalformedXML");
        assert_eq!(put(configuration("x", None)).await.unwrap_err(), "MalformedXML");
        let input = DeleteBucketEncryptionRequest { bucket: bucket(), ..Default::default() };
        cx.run::<DeleteBucketEncryption, _>(&*service, input).await.unwrap();
        assert_eq!(get().await, told("AES256", None, false, "NONE"));
    }
}

//! `DescribeKey`.

use crate::{Kms, shown};
use platform::{Context, Handler, Result};
use shapes::kms::ops::DescribeKey;
use shapes::kms::{DescribeKeyRequest, DescribeKeyResponse};

impl Handler<DescribeKey> for Kms {
    async fn handle(&self, cx: &Context, input: DescribeKeyRequest) -> Result<DescribeKeyResponse> {
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        let found = self.known(cx, &input.key_id).await?;
        Ok(DescribeKeyResponse { key_metadata: Some(shown::metadata(&found)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn awss_own_keys_are_there_as_soon_as_they_are_named() {
        let at = setting();
        let describe = async |key: &str| {
            let input = DescribeKeyRequest { key_id: key.to_owned(), ..Default::default() };
            at.cx.call::<DescribeKey>(input).await.map(|it| it.key_metadata.unwrap())
        };
        let own = describe("alias/aws/s3").await.unwrap();
        assert_eq!(own.key_manager.as_deref(), Some("AWS"));
        let words = "Default key that protects my S3 objects when no other key is defined";
        assert_eq!(own.description.as_deref(), Some(words));
        assert_eq!(describe("alias/aws/s3").await.unwrap(), own);
        assert_eq!(describe(&own.arn.clone().unwrap()).await.unwrap(), own);
        let words = async |key: &str| describe(key).await.unwrap_err().message;
        assert_eq!(
            words("alias/aws/none").await,
            "Alias arn:aws:kms:us-east-1:000000000000:alias/aws/none is not found."
        );
        let id = "1234abcd-12ab-34cd-56ef-1234567890ab";
        assert_eq!(
            words(id).await,
            format!("Key 'arn:aws:kms:us-east-1:000000000000:key/{id}' does not exist")
        );
    }
}

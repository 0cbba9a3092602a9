//! `PutBucketRequestPayment`.

use crate::S3;
use crate::errors::malformed_xml;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketRequestPaymentRequest;
use shapes::s3::ops::PutBucketRequestPayment;

impl Handler<PutBucketRequestPayment> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketRequestPaymentRequest) -> Result<Unit> {
        let requester_pays = match &*input.request_payment_configuration.payer {
            "BucketOwner" => false,
            "Requester" => true,
            _ => return Err(malformed_xml()),
        };
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.requester_pays = requester_pays;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::ops::GetBucketRequestPayment;
    use shapes::s3::{GetBucketRequestPaymentRequest, RequestPaymentConfiguration};

    #[tokio::test]
    async fn the_owner_pays_or_who_asks() {
        let (service, cx, _) = world().await;
        let put = async |payer: &str| {
            let input = PutBucketRequestPaymentRequest {
                bucket: "bucket".into(),
                request_payment_configuration: RequestPaymentConfiguration { payer: payer.into() },
                ..Default::default()
            };
            cx.run::<PutBucketRequestPayment, _>(&*service, input).await.map_err(|it| it.code())
        };
        put("BucketOwner").await.unwrap();
        assert_eq!(put("Nobody").await.unwrap_err(), "MalformedXML");
        let input =
            GetBucketRequestPaymentRequest { bucket: "bucket".into(), ..Default::default() };
        let output = cx.run::<GetBucketRequestPayment, _>(&*service, input.clone()).await.unwrap();
        assert_eq!(output.payer.as_deref(), Some("BucketOwner"));
        put("Requester").await.unwrap();
        let output = cx.run::<GetBucketRequestPayment, _>(&*service, input).await.unwrap();
        assert_eq!(output.payer.as_deref(), Some("Requester"));
    }
}

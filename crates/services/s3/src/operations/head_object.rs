//! `HeadObject`.

use crate::S3;
use crate::answer::Reading;
use crate::bucket::reach;
use crate::encryption::{At, check_told};
use crate::lifecycle;
use crate::restore;
use crate::version;
use platform::{Context, Handler, Result};
use shapes::s3::ops::HeadObject;
use shapes::s3::{HeadObjectOutput, HeadObjectRequest};

impl Handler<HeadObject> for S3 {
    async fn handle(&self, cx: &Context, input: HeadObjectRequest) -> Result<HeadObjectOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let asked = input.asked()?;
        let version = input.version_id.as_deref();
        // Only a caller that asks by part needs to know the parts.
        let found = match asked.part_number {
            Some(_) => {
                let held = self.hold(&reached, &input.key, version).await;
                held.map(|held| (held.object, held.pieces))
            }
            None => {
                self.find(&reached, &input.key, version).await.map(|object| (object, Vec::new()))
            }
        };
        let (mut object, pieces) = match found {
            Ok(found) => found,
            Err(error) => return Err(self.missing(cx, &reached, error).await),
        };
        check_told(object.encryption.as_ref(), asked.customer)?;
        asked.judge(&reached.bucket, &object, cx.now())?;
        let selected = asked.select(&object, &pieces)?;
        // A checksum tells of the content.
        if asked.checksums {
            let at = At::of(&reached, &input.key);
            self.check_may_decrypt(cx, at, object.encryption.as_ref()).await?;
        }
        self.hide_lock(cx, &reached, &input.key, &mut object).await?;
        // Of a version that is named it is not said when it expires.
        let expiration = match input.version_id {
            None => lifecycle::header(&reached.bucket, &input.key, &object),
            Some(_) => None,
        };
        let version_id = version::shown(&reached.bucket, &object);
        let restore = restore::header(&object, cx.now());
        let answer = input.answer(&object, &selected);
        Ok(HeadObjectOutput { expiration, version_id, restore, ..answer })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{put, world};

    #[tokio::test]
    async fn the_head_says_what_the_object_is() {
        let (service, cx, _) = world().await;
        let etag = put(&service, &cx, "k", "0123456789").await.etag;
        let head = async |input| cx.run::<HeadObject, _>(&*service, input).await;
        let request = |key: &str| HeadObjectRequest {
            bucket: "bucket".into(),
            key: key.into(),
            ..Default::default()
        };
        let output = head(request("k")).await.unwrap();
        assert_eq!((output.etag, output.content_length), (etag, Some(10)));
        assert_eq!(output.content_type.as_deref(), Some("binary/octet-stream"));
        assert_eq!(output.storage_class, None);
        assert_eq!(output.server_side_encryption.as_deref(), Some("AES256"));
        let range = Some("bytes=0-3".to_owned());
        let output = head(HeadObjectRequest { range, ..request("k") }).await.unwrap();
        assert_eq!(output.content_length, Some(4));
        assert_eq!(output.content_range.as_deref(), Some("bytes 0-3/10"));
        assert_eq!(head(request("absent")).await.unwrap_err().code(), "NoSuchKey");
        let version = HeadObjectRequest { version_id: Some("v".into()), ..request("k") };
        assert_eq!(head(version).await.unwrap_err().code(), "InvalidArgument");
    }
}

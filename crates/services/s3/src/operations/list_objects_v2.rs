//! `ListObjectsV2`.

use crate::S3;
use crate::bucket::{owner, reach};
use crate::list_objects::{check_attributes, contents, list, show_restores};
use crate::listing::{Encoding, Entry, page_size, read_token, token};
use platform::{Context, Handler, Result};
use shapes::s3::ops::ListObjectsV2;
use shapes::s3::{ListObjectsV2Output, ListObjectsV2Request};

impl Handler<ListObjectsV2> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: ListObjectsV2Request,
    ) -> Result<ListObjectsV2Output> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let restores = check_attributes(input.optional_object_attributes.as_deref())?;
        let encoding = Encoding::read(input.encoding_type.as_deref())?;
        let limit = page_size(input.max_keys, "maxKeys")?;
        let prefix = input.prefix.unwrap_or_default();
        let delimiter = input.delimiter.filter(|delimiter| !delimiter.is_empty());
        let after = match (&input.continuation_token, &input.start_after) {
            (Some(token), _) => read_token(token)?,
            (None, after) => after.clone().unwrap_or_default(),
        };
        let page = list(cx, &input.bucket, &prefix, delimiter.as_deref(), &after, limit).await?;
        // Where a token says where to go on, nothing is said of it.
        let start_after = input.start_after.filter(|_| input.continuation_token.is_none());
        let owner = owner(&reached.bucket.account);
        let owner = (input.fetch_owner == Some(true)).then_some(&owner);
        let next = page.entries.last().filter(|_| page.truncated);
        let mut contents = contents(&page.entries, encoding, owner);
        if restores {
            show_restores(contents.as_mut(), &page.entries, cx.now());
        }
        Ok(ListObjectsV2Output {
            is_truncated: Some(page.truncated),
            next_continuation_token: next.map(Entry::name).map(token),
            contents,
            common_prefixes: encoding.prefixes(&page.entries),
            key_count: i32::try_from(page.entries.len()).ok(),
            continuation_token: input.continuation_token,
            start_after: start_after.map(|after| encoding.write(&after)),
            name: Some(input.bucket),
            prefix: Some(encoding.write(&prefix)),
            delimiter: delimiter.map(|delimiter| encoding.write(&delimiter)),
            max_keys: Some(limit),
            encoding_type: encoding.name(),
            request_charged: None,
            bucket_region: Some(reached.bucket.region.clone()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{make_bucket, put, put_request, world};
    use shapes::s3::ops::PutObject;
    use shapes::s3::{self, PutObjectRequest};

    fn request() -> ListObjectsV2Request {
        ListObjectsV2Request { bucket: "bucket".into(), ..Default::default() }
    }

    async fn list(service: &S3, cx: &Context, input: ListObjectsV2Request) -> ListObjectsV2Output {
        cx.run::<ListObjectsV2, _>(service, input).await.unwrap()
    }

    fn keys(output: &ListObjectsV2Output) -> String {
        let keys = output.contents.iter().flatten().filter_map(|object| object.key.clone());
        keys.collect::<Vec<_>>().join(" ")
    }

    #[tokio::test]
    async fn what_is_listed_is_what_is_there() {
        let (service, cx, _) = world().await;
        let empty = list(&service, &cx, request()).await;
        assert_eq!((empty.key_count, empty.contents, empty.max_keys), (Some(0), None, Some(1000)));
        make_bucket(&service, &cx, "bucket-2").await;
        let other = PutObjectRequest { bucket: "bucket-2".into(), ..put_request("x", "") };
        cx.run::<PutObject, _>(&*service, other).await.unwrap();
        put(&service, &cx, "k", "abc").await;
        let output = list(&service, &cx, request()).await;
        let object = &output.contents.unwrap()[0];
        assert_eq!(object.etag.as_deref(), Some("\"900150983cd24fb0d6963f7d28e17f72\""));
        assert_eq!((object.size, object.owner.clone()), (Some(3), None));
        assert_eq!(object.storage_class.as_deref(), Some("STANDARD"));
        assert_eq!(object.checksum_algorithm, Some(vec!["CRC64NVME".to_owned()]));
        let owned = ListObjectsV2Request { fetch_owner: Some(true), ..request() };
        assert!(list(&service, &cx, owned).await.contents.unwrap()[0].owner.is_some());
    }

    #[tokio::test]
    async fn pages_are_followed_by_token() {
        let (service, cx, _) = world().await;
        for n in 0..25 {
            put(&service, &cx, &format!("{n:02}"), "").await;
        }
        let after = Some("02".to_owned());
        let page = ListObjectsV2Request { max_keys: Some(10), start_after: after, ..request() };
        let first = list(&service, &cx, page.clone()).await;
        assert_eq!(keys(&first), "03 04 05 06 07 08 09 10 11 12");
        let rest =
            ListObjectsV2Request { continuation_token: first.next_continuation_token, ..page };
        let second = list(&service, &cx, rest.clone()).await;
        assert_eq!(keys(&second), "13 14 15 16 17 18 19 20 21 22");
        let token = second.next_continuation_token;
        let last =
            list(&service, &cx, ListObjectsV2Request { continuation_token: token, ..rest }).await;
        assert_eq!((keys(&last), last.is_truncated), ("23 24".into(), Some(false)));
    }

    #[tokio::test]
    async fn keys_may_be_encoded() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "a b/\u{1}", "").await;
        let url = || Some("url".to_owned());
        let output =
            list(&service, &cx, ListObjectsV2Request { encoding_type: url(), ..request() });
        assert_eq!(keys(&output.await), "a+b/%01");
        let delimiter = Some("/".to_owned());
        let input = ListObjectsV2Request { encoding_type: url(), delimiter, ..request() };
        let output = list(&service, &cx, input).await;
        let prefix = s3::CommonPrefix { prefix: Some("a+b/".into()) };
        assert_eq!(output.common_prefixes, Some(vec![prefix]));
    }

    #[tokio::test]
    async fn bad_arguments_are_named() {
        let (service, cx, _) = world().await;
        let text = || Some("x".to_owned());
        for input in [
            ListObjectsV2Request { max_keys: Some(-1), ..request() },
            ListObjectsV2Request { continuation_token: text(), ..request() },
            ListObjectsV2Request { encoding_type: text(), ..request() },
            ListObjectsV2Request {
                optional_object_attributes: Some(vec!["x".into()]),
                ..request()
            },
        ] {
            let error = cx.run::<ListObjectsV2, _>(&*service, input).await.unwrap_err();
            assert_eq!(error.code(), "InvalidArgument");
        }
    }
}

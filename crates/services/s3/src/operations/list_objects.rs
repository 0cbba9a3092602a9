//! `ListObjects`, the first version.

use crate::S3;
use crate::bucket::{owner, reach};
use crate::list_objects::{check_attributes, contents, list, show_restores};
use crate::listing::{Encoding, Entry, page_size};
use platform::{Context, Handler, Result};
use shapes::s3::ops::ListObjects;
use shapes::s3::{ListObjectsOutput, ListObjectsRequest};

impl Handler<ListObjects> for S3 {
    async fn handle(&self, cx: &Context, input: ListObjectsRequest) -> Result<ListObjectsOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let restores = check_attributes(input.optional_object_attributes.as_deref())?;
        let encoding = Encoding::read(input.encoding_type.as_deref())?;
        let limit = page_size(input.max_keys, "maxKeys")?;
        let prefix = input.prefix.unwrap_or_default();
        let marker = input.marker.unwrap_or_default();
        let delimiter = input.delimiter.filter(|delimiter| !delimiter.is_empty());
        let page = list(cx, &input.bucket, &prefix, delimiter.as_deref(), &marker, limit).await?;
        let owner = owner(&reached.bucket.account);
        // Without a delimiter callers take the last key as the next marker.
        let next = page.entries.last().map(Entry::name);
        let next = next.filter(|_| page.truncated && delimiter.is_some());
        let mut contents = contents(&page.entries, encoding, Some(&owner));
        if restores {
            show_restores(contents.as_mut(), &page.entries, cx.now());
        }
        Ok(ListObjectsOutput {
            is_truncated: Some(page.truncated),
            next_marker: next.map(|next| encoding.write(next)),
            contents,
            common_prefixes: encoding.prefixes(&page.entries),
            marker: Some(encoding.write(&marker)),
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
    use crate::testing::{put, world};

    #[tokio::test]
    async fn pages_are_followed_by_marker() {
        let (service, cx, _) = world().await;
        for key in ["a/1", "a/2", "b", "c/1"] {
            put(&service, &cx, key, "x").await;
        }
        let mut marker = None;
        let mut seen = Vec::new();
        loop {
            let input = ListObjectsRequest {
                bucket: "bucket".into(),
                delimiter: Some("/".into()),
                max_keys: Some(1),
                marker,
                ..Default::default()
            };
            let page = cx.run::<ListObjects, _>(&*service, input).await.unwrap();
            let owners = page.contents.iter().flatten().map(|it| it.owner.clone().unwrap().id);
            assert!(owners.flatten().all(|id| id.len() == 64));
            seen.extend(page.contents.into_iter().flatten().filter_map(|it| it.key));
            seen.extend(page.common_prefixes.into_iter().flatten().filter_map(|it| it.prefix));
            marker = page.next_marker;
            if page.is_truncated == Some(false) {
                break;
            }
        }
        assert_eq!((seen.join(" "), marker), ("a/ b c/".to_owned(), None));
    }
}

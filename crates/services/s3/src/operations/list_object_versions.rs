//! `ListObjectVersions`.

use crate::S3;
use crate::bucket::{Reached, reach};
use crate::errors::invalid_argument;
use crate::list_objects::check_attributes;
use crate::list_versions::{list, shown};
use crate::listing::{Encoding, Entry, page_size};
use crate::restore;
use crate::version::{self, Named};
use platform::{Context, Handler, Result};
use shapes::s3::ops::ListObjectVersions;
use shapes::s3::{ListObjectVersionsOutput, ListObjectVersionsRequest};

impl Handler<ListObjectVersions> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: ListObjectVersionsRequest,
    ) -> Result<ListObjectVersionsOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let restores = check_attributes(input.optional_object_attributes.as_deref())?;
        let limit = page_size(input.max_keys, "max-keys")?;
        let (given, marker) = (input.key_marker.as_deref(), input.version_id_marker.as_deref());
        let after = self.after(&reached, given, marker).await?;
        let encoding = Encoding::read(input.encoding_type.as_deref())?;
        let prefix = input.prefix.unwrap_or_default();
        let key = input.key_marker.unwrap_or_default();
        let delimiter = input.delimiter.filter(|delimiter| !delimiter.is_empty());
        let names = (&*prefix, delimiter.as_deref());
        let page = list(cx, &reached, names, (&key, after), limit).await?;
        let next = page.entries.last().filter(|_| page.truncated);
        let next_version = next.and_then(|entry| match entry {
            Entry::Item(_, listed) => Some(listed.kept.id().to_owned()),
            Entry::Prefix(_) => None,
        });
        let (mut versions, markers) = shown(&page.entries, encoding, &reached.bucket.account);
        if restores {
            let objects = page.entries.iter().filter_map(|entry| match entry {
                Entry::Item(_, listed) => listed.kept.object(),
                Entry::Prefix(_) => None,
            });
            for (version, object) in versions.iter_mut().zip(objects) {
                version.restore_status = restore::status(object, cx.now());
            }
        }
        Ok(ListObjectVersionsOutput {
            is_truncated: Some(page.truncated),
            key_marker: Some(encoding.write(&key)),
            version_id_marker: Some(input.version_id_marker.unwrap_or_default()),
            next_key_marker: next.map(|next| encoding.write(next.name())),
            next_version_id_marker: next_version,
            versions: Some(versions).filter(|all| !all.is_empty()),
            delete_markers: Some(markers).filter(|all| !all.is_empty()),
            name: Some(input.bucket),
            prefix: Some(encoding.write(&prefix)),
            delimiter: delimiter.map(|delimiter| encoding.write(&delimiter)),
            max_keys: Some(limit),
            common_prefixes: encoding.prefixes(&page.entries),
            encoding_type: encoding.name(),
            request_charged: None,
        })
    }
}

impl S3 {
    /// The row behind which a page begins that has these markers.
    ///
    /// # Errors
    /// `InvalidArgument` for a version without a key, and for what is no version.
    async fn after(
        &self,
        reached: &Reached,
        given: Option<&str>,
        marker: Option<&str>,
    ) -> Result<Option<Vec<u8>>> {
        const NAME: &str = "version-id-marker";
        let key = given.unwrap_or_default();
        let named = match marker {
            None if key.is_empty() => return Ok(None),
            None => return Ok(Some(version::row_of_last(&reached.name, key))),
            Some("") if given.is_some() => {
                let message = "A version-id marker cannot be empty.";
                return Err(invalid_argument(message, NAME, ""));
            }
            Some(marker) if key.is_empty() => {
                let message = "A version-id marker cannot be specified without a key marker.";
                return Err(invalid_argument(message, NAME, marker));
            }
            Some(marker) => Named::read(Some(marker))
                .map_err(|_| invalid_argument("Invalid version id specified", NAME, marker))?,
        };
        let order = match &named {
            Some(Named::Id { order, .. }) => Some(*order),
            _ => self.stand(reached, key, named.as_ref()).await?.map(|(_, kept)| kept.order()),
        };
        // Where the version `null` is gone since it was listed, the key is listed from its start, so
        // that none is missed.
        Ok(Some(match order {
            Some(order) => version::row(&reached.name, key, order),
            None => version::rows_of_key(&reached.name, key),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{put, versioned, world};
    use shapes::s3::DeleteObjectRequest;
    use shapes::s3::ops::DeleteObject;

    fn request() -> ListObjectVersionsRequest {
        ListObjectVersionsRequest { bucket: "bucket".into(), ..Default::default() }
    }

    async fn list(
        service: &S3,
        cx: &Context,
        input: ListObjectVersionsRequest,
    ) -> Result<ListObjectVersionsOutput> {
        cx.run::<ListObjectVersions, _>(service, input).await
    }

    /// Names and ids in order, `!` behind markers and `*` behind the latest.
    fn told(page: &ListObjectVersionsOutput) -> Vec<String> {
        let star = |is_latest| if is_latest == Some(true) { "*" } else { "" };
        let mut all = Vec::new();
        for it in page.versions.iter().flatten() {
            let at = (it.key.clone(), std::cmp::Reverse(it.is_latest));
            all.push((at, format!("{}{}", it.key.as_deref().unwrap(), star(it.is_latest))));
        }
        for it in page.delete_markers.iter().flatten() {
            let at = (it.key.clone(), std::cmp::Reverse(it.is_latest));
            all.push((at, format!("{}!{}", it.key.as_deref().unwrap(), star(it.is_latest))));
        }
        all.sort();
        all.into_iter().map(|(_, text)| text).collect()
    }

    #[tokio::test]
    async fn versions_and_markers_are_listed_newest_first_and_in_pages_of_any_size() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "a", "null").await;
        versioned(&service, &cx, "bucket", "Enabled").await;
        for key in ["a", "a", "a\0", "b/1", "b/2", "b/2", "c"] {
            put(&service, &cx, key, "x").await;
        }
        for key in ["a", "c", "gone"] {
            let input = DeleteObjectRequest {
                bucket: "bucket".into(),
                key: key.into(),
                ..Default::default()
            };
            cx.run::<DeleteObject, _>(&*service, input).await.unwrap();
        }
        let all = list(&service, &cx, request()).await.unwrap();
        let expected = ["a!*", "a", "a", "a", "a\0*", "b/1*", "b/2*", "b/2", "c!*", "c", "gone!*"];
        assert_eq!(told(&all), expected);
        let nulls =
            all.versions.iter().flatten().filter(|it| it.version_id.as_deref() == Some("null"));
        assert_eq!(nulls.count(), 1);
        for size in 1..5 {
            let (mut seen, mut input) = (Vec::new(), request());
            loop {
                input.max_keys = Some(size);
                let page = list(&service, &cx, input.clone()).await.unwrap();
                seen.extend(told(&page));
                if page.is_truncated == Some(false) {
                    assert!(page.next_key_marker.is_none());
                    break;
                }
                input.key_marker = page.next_key_marker;
                input.version_id_marker = page.next_version_id_marker;
            }
            assert_eq!(seen.len(), expected.len(), "{size}: {seen:?}");
        }
    }

    #[tokio::test]
    async fn prefixes_are_rolled_up_and_markers_begin_behind_a_key_or_version() {
        let (service, cx, _) = world().await;
        versioned(&service, &cx, "bucket", "Enabled").await;
        for key in ["a/1", "a/1", "a/2", "b", "b", "c/1"] {
            put(&service, &cx, key, "x").await;
        }
        let delimiter = Some("/".to_owned());
        let input = ListObjectVersionsRequest { delimiter: delimiter.clone(), ..request() };
        let page = list(&service, &cx, input.clone()).await.unwrap();
        let prefixes = |page: &ListObjectVersionsOutput| -> Vec<String> {
            page.common_prefixes.iter().flatten().filter_map(|it| it.prefix.clone()).collect()
        };
        assert_eq!(
            (told(&page), prefixes(&page)),
            (vec!["b*".into(), "b".into()], vec!["a/".into(), "c/".into()])
        );
        let first = ListObjectVersionsRequest { max_keys: Some(1), ..input.clone() };
        let page = list(&service, &cx, first).await.unwrap();
        assert_eq!(page.next_key_marker.as_deref(), Some("a/"));
        assert_eq!(page.next_version_id_marker, None);
        let next = ListObjectVersionsRequest { key_marker: page.next_key_marker, ..input };
        assert_eq!(prefixes(&list(&service, &cx, next).await.unwrap()), ["c/"]);
        let behind =
            |key: &str| ListObjectVersionsRequest { key_marker: Some(key.into()), ..request() };
        assert_eq!(told(&list(&service, &cx, behind("b")).await.unwrap()), ["c/1*"]);
        let code = async |input| list(&service, &cx, input).await.unwrap_err().code();
        let marker = |id: &str| ListObjectVersionsRequest {
            version_id_marker: Some(id.into()),
            ..behind("b")
        };
        assert_eq!(code(marker("")).await, "InvalidArgument");
        assert_eq!(code(marker("x")).await, "InvalidArgument");
        let alone = ListObjectVersionsRequest { key_marker: None, ..marker("null") };
        assert_eq!(code(alone).await, "InvalidArgument");
    }
}

//! `CopyObject`.

use crate::S3;
use crate::access::granted;
use crate::acl;
use crate::asks;
use crate::bucket::{reach, reach_source};
use crate::checksum::{Algorithm, Checksum, Kind, Shows};
use crate::conditions::{ReadConditions, WriteCondition};
use crate::content::Content;
use crate::copy_source::CopySource;
use crate::encryption::{At, asked, customer, etag, tell};
use crate::errors::{invalid_argument, invalid_request, not_implemented};
use crate::headers::Headers;
use crate::intake::{self, MAX_BYTES};
use crate::lifecycle;
use crate::lock;
use crate::notify::Deed;
use crate::object::{self, Object};
use crate::read::OpenObject;
use crate::refuse::refuse_object_options;
use crate::restore;
use crate::service::Place;
use crate::tags;
use crate::version;
use platform::{Context, Handler, Result};
use shapes::s3::ops::CopyObject;
use shapes::s3::{CopyObjectOutput, CopyObjectRequest, CopyObjectResult};

/// What access logs call it for the source.
const OF_SOURCE: &str = "REST.COPY.OBJECT_GET";

impl Handler<CopyObject> for S3 {
    async fn handle(&self, cx: &Context, input: CopyObjectRequest) -> Result<CopyObjectOutput> {
        refuse_object_options!(input);
        let replace = replaces_metadata(&input)?;
        tags::replaces(input.tagging_directive.as_deref())?;
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        object::check_key(&input.key)?;
        let condition =
            WriteCondition::read(input.if_match.as_deref(), input.if_none_match.as_deref())?;
        let named = input.checksum_algorithm.as_deref().map(Algorithm::parse).transpose()?;
        let (source, held, source_version) = self.source(cx, &input, replace).await?;
        let lock = lock::asked!(input).lock(&reached.bucket, cx.now())?;
        let action = ("s3:CopyObject", &*asks::object(cx, &input.bucket, &input.key));
        let granted = granted(cx, &reached.bucket, &acl::headers!(input), action).await?;
        let headers = headers(&input, replace, &held.object.headers)?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let encryption =
            self.encryption(cx, (&place).into(), asked!(input), "s3:CopyObject").await?;
        let inherited = held.object.checksum.as_ref().map(|checksum| checksum.algorithm);
        let algorithm = named.or(inherited).unwrap_or(Algorithm::Crc64Nvme);
        tracing::debug!(bucket = source.bucket, key = source.key, "copying");
        let size = held.object.size;
        let body = self.stream(held, 0..size).await?;
        let taken = intake::take(&self.platform, &self.ledger, body, &[algorithm]).await?;
        let value = taken.checksum(algorithm).unwrap_or_default().to_owned();
        let object = Object {
            size: taken.size,
            etag: etag(&*self.platform.ids, &taken, encryption.as_ref()),
            modified_ms: cx.now().millis(),
            content: Content::Run(taken.draft.run().clone()),
            checksum: Some(Checksum { algorithm, value: value.clone(), kind: Kind::FullObject }),
            headers,
            encryption,
            version: None,
            lock,
            restore: None,
            granted,
            replication: None,
        };
        let deed = Deed { cx, event: "ObjectCreated:Copy" };
        let object = self.place(&deed, &place, &condition, object, taken.draft).await?;
        let mut result = CopyObjectResult {
            etag: Some(object.quoted_etag()),
            last_modified: Some(object.modified()),
            checksum_type: Some(Kind::FullObject.name().to_owned()),
            ..Default::default()
        };
        result.show(algorithm, &value);
        let mut output = CopyObjectOutput {
            copy_object_result: Some(result),
            expiration: lifecycle::header(&reached.bucket, &input.key, &object),
            copy_source_version_id: source_version,
            version_id: object.version.as_ref().and_then(|version| version.id.clone()),
            ..Default::default()
        };
        tell!(output, object.encryption.as_ref(), context);
        Ok(output)
    }
}

impl S3 {
    /// The source, held in place, if it may be copied so.
    async fn source(
        &self,
        cx: &Context,
        input: &CopyObjectRequest,
        replace: bool,
    ) -> Result<(CopySource, OpenObject, Option<String>)> {
        let source = CopySource::parse(&input.copy_source)?;
        let owner = input.expected_source_bucket_owner.as_deref();
        let from = reach_source(cx, &source.bucket, owner).await?;
        let changes = replace
            || input.storage_class.is_some()
            || asked!(input).is_any()
            || from.bucket.settings.encryption.kms.is_some()
            || input.website_redirect_location.is_some();
        let is_itself = source.bucket == input.bucket && source.key == input.key;
        if !changes && is_itself && source.version.is_none() {
            return Err(invalid_request(
                "This copy request is illegal because it is trying to copy an object to itself \
                 without changing the object's metadata, storage class, website redirect \
                 location or encryption attributes.",
            ));
        }
        let held = match self.hold_source(&from, &source).await {
            Ok(held) => held,
            Err(error) => {
                let error = self.missing(cx, &from, error).await;
                self.logs.copied(cx, &from, OF_SOURCE, (&source, Err(&error)));
                return Err(error);
            }
        };
        let conditions = ReadConditions {
            if_match: input.copy_source_if_match.as_deref(),
            if_none_match: input.copy_source_if_none_match.as_deref(),
            if_modified_since: input.copy_source_if_modified_since,
            if_unmodified_since: input.copy_source_if_unmodified_since,
        };
        let at = At::of(&from, &source.key);
        let encryption = held.object.encryption.as_ref();
        self.check_read(cx, at, encryption, customer!(input, source)).await?;
        conditions.decide_for_copy(&held.object, cx.now())?;
        restore::check_source(&held.object, cx.now())?;
        if held.object.size > MAX_BYTES {
            return Err(invalid_request(format!(
                "The specified copy source is larger than the maximum allowable size for a copy \
                 source: {MAX_BYTES}"
            )));
        }
        self.logs.copied(cx, &from, OF_SOURCE, (&source, Ok(&held.object)));
        let version = version::shown(&from.bucket, &held.object);
        Ok((source, held, version))
    }
}

/// What the copy is given back with. A storage class is never its source's.
fn headers(input: &CopyObjectRequest, replace: bool, source: &Headers) -> Result<Headers> {
    let given = Headers::of(input)?;
    let replaces_tags = tags::replaces(input.tagging_directive.as_deref())?;
    let tags = match replaces_tags {
        true => tags::of_header(input.tagging.as_deref())?,
        false => source.tags.clone(),
    };
    // Neither of these two comes from the source.
    let (storage_class, redirect) = (given.storage_class.clone(), given.redirect.clone());
    Ok(Headers { tags, storage_class, redirect, ..if replace { given } else { source.clone() } })
}

/// Whether the copy takes its metadata from the request.
fn replaces_metadata(input: &CopyObjectRequest) -> Result<bool> {
    // Without annotations there is nothing that could be copied or replaced.
    if !matches!(input.annotation_directive.as_deref(), None | Some("COPY" | "REPLACE")) {
        return Err(not_implemented("x-amz-annotation-directive"));
    }
    match input.metadata_directive.as_deref() {
        None | Some("COPY") => Ok(false),
        Some("REPLACE") => Ok(true),
        Some(other) => {
            Err(invalid_argument("Unknown metadata directive.", "x-amz-metadata-directive", other))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{get, get_request, put, put_request, world};
    use shapes::s3::ops::{GetObject, PutObject};
    use shapes::s3::{GetObjectOutput, PutObjectRequest};

    fn request(source: &str, key: &str) -> CopyObjectRequest {
        CopyObjectRequest {
            bucket: "bucket".into(),
            key: key.into(),
            copy_source: source.into(),
            ..Default::default()
        }
    }

    async fn copy(
        service: &S3,
        cx: &Context,
        input: CopyObjectRequest,
    ) -> Result<CopyObjectResult> {
        let output = cx.run::<CopyObject, _>(service, input).await?;
        Ok(output.copy_object_result.unwrap())
    }

    async fn read(service: &S3, cx: &Context, key: &str) -> GetObjectOutput {
        cx.run::<GetObject, _>(service, get_request(key)).await.unwrap()
    }

    #[tokio::test]
    async fn a_copy_has_its_sources_bytes_and_metadata_or_its_own() -> Result<()> {
        let (service, cx, _) = world().await;
        let text = "0123456789".repeat(5000);
        let input = PutObjectRequest {
            content_type: Some("text/plain".into()),
            checksum_sha1: Some("ZNDu7VRyWTsgBhyWHgOhgp8o28A=".into()),
            ..put_request("a b", text.clone())
        };
        let etag = cx.run::<PutObject, _>(&*service, input).await?.etag;
        let result = copy(&service, &cx, request("/bucket/a%20b", "copy")).await?;
        assert_eq!(result.etag, etag);
        assert!(result.checksum_sha1.is_some());
        assert_eq!(get(&service, &cx, "copy").await?, text);
        assert_eq!(read(&service, &cx, "copy").await.content_type.as_deref(), Some("text/plain"));
        let input = CopyObjectRequest {
            metadata_directive: Some("REPLACE".into()),
            content_type: Some("a/b".into()),
            ..request("bucket/copy", "copy")
        };
        copy(&service, &cx, input).await?;
        assert_eq!(read(&service, &cx, "copy").await.content_type.as_deref(), Some("a/b"));
        assert_eq!(get(&service, &cx, "copy").await?, text);
        Ok(())
    }

    #[tokio::test]
    async fn copies_that_cannot_be_are_refused() {
        let (service, cx, _) = world().await;
        let etag = put(&service, &cx, "k", "x").await.etag;
        let code = async |input| copy(&service, &cx, input).await.map_err(|error| error.code());
        let itself = code(request("bucket/k", "k")).await;
        assert_eq!(itself.unwrap_err(), "InvalidRequest");
        assert_eq!(code(request("bucket/absent", "c")).await.unwrap_err(), "NoSuchKey");
        assert_eq!(code(request("nowhere/k", "c")).await.unwrap_err(), "NoSuchBucket");
        let unless =
            CopyObjectRequest { copy_source_if_none_match: etag, ..request("bucket/k", "c") };
        let error = copy(&service, &cx, unless).await.unwrap_err();
        let condition = ("Condition", "x-amz-copy-source-If-None-Match".to_owned());
        assert_eq!((error.code(), &error.fields[0]), ("PreconditionFailed", &condition));
        let absent =
            || CopyObjectRequest { if_none_match: Some("*".into()), ..request("bucket/k", "c") };
        code(absent()).await.unwrap();
        assert_eq!(code(absent()).await.unwrap_err(), "PreconditionFailed");
        let directive =
            CopyObjectRequest { metadata_directive: Some("x".into()), ..request("bucket/k", "c") };
        assert_eq!(code(directive).await.unwrap_err(), "InvalidArgument");
    }
}

//! `GetObjectAttributes`.

use crate::S3;
use crate::bucket::reach;
use crate::checksum::{Checksum, Kind, Shows};
use crate::content::{Content, Piece};
use crate::encryption::{check_told, customer};
use crate::errors::{invalid_argument, invalid_request};
use crate::version;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObjectAttributes;
use shapes::s3::{
    self, GetObjectAttributesOutput, GetObjectAttributesParts, GetObjectAttributesRequest,
    ObjectPart,
};

impl Handler<GetObjectAttributes> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetObjectAttributesRequest,
    ) -> Result<GetObjectAttributesOutput> {
        let asked = Asked::read(&input.object_attributes)?;
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let held = self.hold(&reached, &input.key, input.version_id.as_deref()).await?;
        let object = &held.object;
        check_told(object.encryption.as_ref(), customer!(input))?;
        let parts = match &object.content {
            Content::Parts { .. } if asked.parts => {
                let kind = object.checksum.as_ref().map(|checksum| checksum.kind);
                Some(parts(&input, &held.pieces, kind == Some(Kind::Composite))?)
            }
            _ => None,
        };
        Ok(GetObjectAttributesOutput {
            last_modified: Some(object.modified()),
            etag: asked.etag.then(|| object.etag.clone()),
            checksum: object.checksum.as_ref().filter(|_| asked.checksum).map(checksum),
            object_parts: parts,
            storage_class: asked.class.then(|| object.headers.class().to_owned()),
            object_size: i64::try_from(object.size).ok().filter(|_| asked.size),
            version_id: version::shown(&reached.bucket, object),
            ..Default::default()
        })
    }
}

/// What is asked for.
#[derive(Default)]
struct Asked {
    etag: bool,
    checksum: bool,
    parts: bool,
    class: bool,
    size: bool,
}

impl Asked {
    fn read(names: &[String]) -> Result<Self> {
        const NAME: &str = "x-amz-object-attributes";
        let mut asked = Self::default();
        for name in names.iter().filter(|name| !name.is_empty()) {
            let member = match &**name {
                "ETag" => &mut asked.etag,
                "Checksum" => &mut asked.checksum,
                "ObjectParts" => &mut asked.parts,
                "StorageClass" => &mut asked.class,
                "ObjectSize" => &mut asked.size,
                _ => return Err(invalid_argument("Invalid attribute name specified.", NAME, name)),
            };
            *member = true;
        }
        if names.iter().all(String::is_empty) {
            let message = "The x-amz-object-attributes header specifying the attributes to be \
                           retrieved is either missing or empty";
            return Err(invalid_request(message));
        }
        Ok(asked)
    }
}

fn checksum(of: &Checksum) -> s3::Checksum {
    let mut shown = s3::Checksum::default();
    // A checksum of checksums stands here without the number of parts.
    let value = of.value.split('-').next().unwrap_or_default();
    shown.show(of.algorithm, value);
    shown.checksum_type = Some(of.kind.name().to_owned());
    shown
}

/// A page of a multipart object's parts, which are told where the object's checksum is of theirs;
/// of others their number is.
fn parts(
    input: &GetObjectAttributesRequest,
    pieces: &[Piece],
    has_checksums: bool,
) -> Result<GetObjectAttributesParts> {
    let given = |name, value: Option<i32>, otherwise: i32| match value.unwrap_or(otherwise) {
        value @ 0.. => Ok(value),
        value => {
            let message = format!("Argument {name} must be an integer between 0 and 2147483647");
            Err(invalid_argument(message, name, value.to_string()))
        }
    };
    let count = i32::try_from(pieces.len()).unwrap_or(i32::MAX);
    let most = given("max-parts", input.max_parts, 1000)?.min(1000);
    let after = given("part-number-marker", input.part_number_marker, 0)?;
    let told = GetObjectAttributesParts { total_parts_count: Some(count), ..Default::default() };
    if !has_checksums {
        return Ok(told);
    }
    let numbered = (1..).zip(pieces).filter(|(number, _)| *number > after);
    let shown: Vec<_> = numbered.take(usize::try_from(most).unwrap_or_default()).collect();
    let last = shown.last().map(|(number, _)| *number);
    Ok(GetObjectAttributesParts {
        part_number_marker: Some(after),
        next_part_number_marker: Some(last.unwrap_or_default()),
        max_parts: Some(most),
        is_truncated: Some(last.unwrap_or(after) < count),
        parts: Some(shown.into_iter().map(part).collect()),
        ..told
    })
}

fn part((number, piece): (i32, &Piece)) -> ObjectPart {
    let mut shown = ObjectPart {
        part_number: Some(number),
        size: i64::try_from(piece.size).ok(),
        ..Default::default()
    };
    if let Some((algorithm, value)) = &piece.checksum {
        shown.show(*algorithm, value);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{complete_request, part_request, put, world};
    use shapes::s3::ops::{CompleteMultipartUpload, CreateMultipartUpload, UploadPart};
    use shapes::s3::{CompletedPart, CreateMultipartUploadRequest};

    fn request(key: &str, names: &[&str]) -> GetObjectAttributesRequest {
        let object_attributes = names.iter().map(|name| (*name).to_owned()).collect();
        let (bucket, key) = ("bucket".into(), key.into());
        GetObjectAttributesRequest { bucket, key, object_attributes, ..Default::default() }
    }

    #[tokio::test]
    async fn what_is_asked_for_is_told_and_nothing_else() {
        let (service, cx, _) = world().await;
        let etag = put(&service, &cx, "k", "0123456789").await.etag.unwrap();
        let ask = async |input| cx.run::<GetObjectAttributes, _>(&*service, input).await;
        let output = ask(request("k", &["ETag", "ObjectSize", "ObjectParts"])).await.unwrap();
        assert_eq!(output.etag.as_deref(), Some(etag.trim_matches('"')));
        assert_eq!((output.object_size, output.object_parts), (Some(10), None));
        assert_eq!((output.checksum, output.storage_class), (None, None));
        let output = ask(request("k", &["Checksum", "StorageClass"])).await.unwrap();
        assert_eq!(output.storage_class.as_deref(), Some("STANDARD"));
        let checksum = output.checksum.unwrap();
        assert!(checksum.checksum_crc64nvme.is_some());
        assert_eq!(checksum.checksum_type.as_deref(), Some("FULL_OBJECT"));
        assert_eq!(ask(request("k", &["Size"])).await.unwrap_err().code(), "InvalidArgument");
        assert_eq!(ask(request("k", &[])).await.unwrap_err().code(), "InvalidRequest");
        assert_eq!(ask(request("k", &[""])).await.unwrap_err().code(), "InvalidRequest");
        assert_eq!(ask(request("no", &["ETag"])).await.unwrap_err().code(), "NoSuchKey");
    }

    /// An object of two parts whose upload was begun so.
    async fn of_parts(service: &S3, cx: &Context, algorithm: Option<&str>) {
        let input = CreateMultipartUploadRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            checksum_algorithm: algorithm.map(str::to_owned),
            ..Default::default()
        };
        let begun = cx.run::<CreateMultipartUpload, _>(service, input).await.unwrap();
        let id = begun.upload_id.unwrap();
        let mut listed = Vec::new();
        for (number, size) in [(2, 5 << 20), (7, 3)] {
            let input = part_request("k", &id, number, vec![0; size]);
            let output = cx.run::<UploadPart, _>(service, input).await.unwrap();
            listed.push(CompletedPart {
                part_number: Some(number),
                etag: output.etag,
                checksum_crc32: output.checksum_crc32,
                ..Default::default()
            });
        }
        let input = complete_request("k", &id, listed);
        cx.run::<CompleteMultipartUpload, _>(service, input).await.unwrap();
    }

    #[tokio::test]
    async fn parts_with_checksums_are_told_in_pages_and_others_counted() {
        let (service, cx, _) = world().await;
        let page = async |marker| {
            let input = GetObjectAttributesRequest {
                max_parts: Some(1),
                part_number_marker: marker,
                ..request("k", &["ObjectParts"])
            };
            let output = cx.run::<GetObjectAttributes, _>(&*service, input).await.unwrap();
            output.object_parts.unwrap()
        };
        of_parts(&service, &cx, None).await;
        let counted = GetObjectAttributesParts { total_parts_count: Some(2), ..Default::default() };
        assert_eq!(page(None).await, counted);
        of_parts(&service, &cx, Some("CRC32")).await;
        let first = page(None).await;
        assert_eq!((first.total_parts_count, first.is_truncated), (Some(2), Some(true)));
        let shown = &first.parts.unwrap()[0];
        assert_eq!((shown.part_number, shown.size), (Some(1), Some(5 << 20)));
        let second = page(first.next_part_number_marker).await;
        assert_eq!((second.is_truncated, second.parts.unwrap()[0].size), (Some(false), Some(3)));
        let beyond = page(Some(10)).await;
        assert_eq!((beyond.next_part_number_marker, beyond.is_truncated), (Some(0), Some(false)));
    }
}

//! `ListParts`.

use crate::S3;
use crate::bucket::{owner, reach};
use crate::checksum::Shows;
use crate::encryption::{check_listed, customer};
use crate::lifecycle::aborts;
use crate::listing::page_size;
use crate::object::quoted;
use crate::upload::{self, Upload};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::s3::ops::ListParts;
use shapes::s3::{self, ListPartsOutput, ListPartsRequest};

impl Handler<ListParts> for S3 {
    async fn handle(&self, cx: &Context, input: ListPartsRequest) -> Result<ListPartsOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let (upload, _) = self.upload(&input.bucket, &input.key, &input.upload_id).await?;
        check_listed(upload.encryption.as_ref(), customer!(input))?;
        let limit = page_size(input.max_parts, "max-parts")?;
        let after = marker(input.part_number_marker)?;
        let limit_rows = usize::try_from(limit).unwrap_or_default();
        let mut found =
            upload::parts_after(cx.tables(), &input.upload_id, after, limit_rows + 1).await?;
        let truncated = limit > 0 && found.len() > limit_rows;
        found.truncate(limit_rows);
        let last = found.last().map(|(number, _)| *number);
        let parts: Vec<_> =
            found.iter().map(|(number, part)| shown(*number, part, &upload)).collect();
        let rules = &reached.bucket.settings.lifecycle;
        let abort = aborts(rules, &input.key, upload.initiated_ms);
        let abort_date = abort.map(|(at, _)| Timestamp(at));
        let abort_rule_id = abort.map(|(_, rule)| rule.id.clone());
        let account = &reached.bucket.account;
        Ok(ListPartsOutput {
            abort_date,
            abort_rule_id,
            bucket: Some(input.bucket),
            key: Some(input.key),
            upload_id: Some(input.upload_id),
            part_number_marker: Some(after),
            next_part_number_marker: Some(last.unwrap_or_default()),
            max_parts: Some(limit),
            is_truncated: Some(truncated),
            parts: (!parts.is_empty()).then_some(parts),
            initiator: Some(upload.shown_initiator(account)),
            owner: Some(owner(account)),
            storage_class: Some(upload.headers.class().to_owned()),
            checksum_algorithm: upload.algorithm.map(|algorithm| algorithm.name().to_owned()),
            checksum_type: upload.algorithm.map(|_| upload.kind.name().to_owned()),
            ..Default::default()
        })
    }
}

/// The marker: any number that is not negative.
fn marker(given: Option<i32>) -> Result<i32> {
    match given.unwrap_or_default() {
        marker @ 0.. => Ok(marker),
        marker => {
            let name = "part-number-marker";
            let message = format!("Argument {name} must be an integer between 0 and 2147483647");
            Err(crate::errors::invalid_argument(message, name, marker.to_string()))
        }
    }
}

fn shown(number: i32, part: &upload::Part, upload: &Upload) -> s3::Part {
    let mut shown = s3::Part {
        part_number: Some(number),
        last_modified: Some(part.modified()),
        etag: Some(quoted(&part.md5)),
        size: i64::try_from(part.size).ok(),
        ..Default::default()
    };
    if let Some(algorithm) = upload.algorithm
        && let Some(value) = part.checksum(algorithm)
    {
        shown.show(algorithm, value);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{begin, part, world};

    #[tokio::test]
    async fn parts_are_listed_by_number_in_pages() {
        let (service, cx, _) = world().await;
        let id = begin(&service, &cx, "k").await;
        for number in [10, 2, 10_000] {
            part(&service, &cx, "k", &id, number, "x").await;
        }
        let list = async |max_parts, part_number_marker| {
            let input = ListPartsRequest {
                bucket: "bucket".into(),
                key: "k".into(),
                upload_id: id.clone(),
                max_parts,
                part_number_marker,
                ..Default::default()
            };
            let output = cx.run::<ListParts, _>(&*service, input).await.unwrap();
            let parts = output.parts.into_iter().flatten().filter_map(|part| part.part_number);
            (parts.collect::<Vec<_>>(), output.is_truncated, output.next_part_number_marker)
        };
        assert_eq!(list(None, None).await, (vec![2, 10, 10_000], Some(false), Some(10_000)));
        assert_eq!(list(Some(2), None).await, (vec![2, 10], Some(true), Some(10)));
        assert_eq!(list(Some(2), Some(10)).await, (vec![10_000], Some(false), Some(10_000)));
        assert_eq!(list(Some(0), None).await, (vec![], Some(false), Some(0)));
    }
}

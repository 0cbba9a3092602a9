//! `ListBuckets`.

use crate::S3;
use crate::asks;
use crate::bucket::{BUCKETS, Bucket, IRELANDS_OLD_NAME, is_constraint, owner};
use crate::errors::{INVALID_ARGUMENT, invalid_argument};
use crate::listing::{read_token, token};
use platform::{Context, Error, Handler, Result};
use shapes::s3::ops::ListBuckets;
use shapes::s3::{self, ListBucketsOutput, ListBucketsRequest};
use store::Scan;

impl Handler<ListBuckets> for S3 {
    async fn handle(&self, cx: &Context, input: ListBucketsRequest) -> Result<ListBucketsOutput> {
        let limit = limit(input.max_buckets)?;
        check_region(input.bucket_region.as_deref())?;
        let prefix = input.prefix.clone().unwrap_or_default();
        let mut scan = Scan::prefix(prefix.as_bytes());
        if let Some(token) = input.continuation_token.as_deref().filter(|it| !it.is_empty()) {
            scan.range = scan.range.after(read_token(token)?.as_bytes());
        }
        let wanted = |bucket: &Bucket| {
            *bucket.account == *cx.account
                && input.bucket_region.as_ref().is_none_or(|region| *region == bucket.region)
        };
        // Regions and ARNs are shown to callers that use any of the newer parameters.
        let shows_more = input != ListBucketsRequest::default();
        let mut buckets = Vec::new();
        let mut more = None;
        for (name, bucket) in BUCKETS.scan(cx.tables(), scan).await? {
            if !wanted(&bucket) {
                continue;
            }
            if buckets.len() == limit {
                more = buckets.last().and_then(|last: &s3::Bucket| last.name.as_deref()).map(token);
                break;
            }
            buckets.push(shown(cx, &name, bucket, shows_more)?);
        }
        Ok(ListBucketsOutput {
            buckets: Some(buckets),
            owner: Some(owner(&cx.account)),
            continuation_token: more,
            prefix: input.prefix,
        })
    }
}

fn limit(asked: Option<i32>) -> Result<usize> {
    match asked {
        None => Ok(10_000),
        Some(asked @ 1..=10_000) => Ok(asked as usize),
        Some(asked) => {
            let message = "Argument max-buckets must be an integer between 1 and 10000";
            Err(invalid_argument(message, "max-buckets", asked.to_string()))
        }
    }
}

fn check_region(region: Option<&str>) -> Result<()> {
    match region {
        Some(IRELANDS_OLD_NAME) => {}
        None | Some("us-east-1") => return Ok(()),
        Some(region) if is_constraint(region) => return Ok(()),
        Some(_) => {}
    }
    let message =
        format!("Argument value {} is not a valid AWS Region", region.unwrap_or_default());
    Err(Error::new(&INVALID_ARGUMENT, message).with("ArgumentName", "bucket-region"))
}

fn shown(cx: &Context, name: &[u8], bucket: Bucket, with_more: bool) -> Result<s3::Bucket> {
    let name = String::from_utf8(name.to_vec()).map_err(Error::internal)?;
    Ok(s3::Bucket {
        creation_date: Some(bucket.created()),
        bucket_region: with_more.then_some(bucket.region),
        bucket_arn: with_more.then(|| asks::bucket(cx, &name)),
        name: Some(name),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{make_bucket, stranger, world};

    async fn list(
        service: &S3,
        cx: &Context,
        input: ListBucketsRequest,
    ) -> (String, ListBucketsOutput) {
        let output = cx.run::<ListBuckets, _>(service, input).await.unwrap();
        let buckets = output.buckets.clone().unwrap();
        let names: Vec<_> = buckets.iter().map(|bucket| bucket.name.clone().unwrap()).collect();
        (names.join(" "), output)
    }

    #[tokio::test]
    async fn an_account_sees_its_own_in_order_and_in_pages() {
        let (service, cx, _) = world().await;
        for name in ["zoo", "abc", "bucks"] {
            make_bucket(&service, &cx, name).await;
        }
        make_bucket(&service, &stranger(&cx), "other").await;
        let all = ListBucketsRequest::default();
        let (names, output) = list(&service, &cx, all.clone()).await;
        assert_eq!(names, "abc bucket bucks zoo");
        assert_eq!(output.buckets.unwrap()[0].bucket_region, None);
        assert_eq!(list(&service, &stranger(&cx), all.clone()).await.0, "other");
        let prefix = Some("buck".to_owned());
        let page = ListBucketsRequest { max_buckets: Some(1), prefix, ..all };
        let (names, output) = list(&service, &cx, page.clone()).await;
        assert_eq!(names, "bucket");
        let rest = ListBucketsRequest { continuation_token: output.continuation_token, ..page };
        let (names, output) = list(&service, &cx, rest).await;
        assert_eq!((&*names, output.continuation_token), ("bucks", None));
        assert_eq!(output.buckets.unwrap()[0].bucket_region.as_deref(), Some("us-east-1"));
    }
}

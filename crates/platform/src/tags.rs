//! Tags of resources that one room keeps and another tags: Lambda's `TagResource` is about event
//! source mappings too, which are their pollers'.
//!
//! Table `tags`: account, region, `tags`, ARN → JSON of a map. A resource without tags has no row.

use crate::{Context, Records, Result, scoped};
use std::collections::BTreeMap;
use store::{Batch, Table};

/// Tags by their keys.
pub type Tags = BTreeMap<String, String>;

static TAGS: Records<Tags> = Records::new(Table("tags"));

fn key((account, region): (&str, &str), arn: &str) -> Vec<u8> {
    scoped(account, region, &["tags", arn])
}

fn key_in(cx: &Context, arn: &str) -> Vec<u8> {
    key((&cx.account, &cx.region), arn)
}

/// The tags of a resource of the context's account and region.
///
/// # Errors
/// The storage's.
pub async fn of(cx: &Context, arn: &str) -> Result<Tags> {
    Ok(TAGS.get(cx.tables(), &key_in(cx, arn)).await?.unwrap_or_default())
}

/// The batch that makes or changes a resource, which also gives it these tags alone.
///
/// # Errors
/// None that tags can cause.
pub fn given(batch: Batch, cx: &Context, arn: &str, tags: &Tags) -> Result<Batch> {
    Ok(match tags.is_empty() {
        true => taken(batch, (&cx.account, &cx.region), arn),
        false => batch.put(TAGS.table, key_in(cx, arn), TAGS.encode(tags)?),
    })
}

/// The batch that deletes a resource of an account and a region, which also takes its tags.
pub fn taken(batch: Batch, place: (&str, &str), arn: &str) -> Batch {
    batch.delete(TAGS.table, key(place, arn))
}

/// Changes the tags of a resource. `change` runs again when another change came between.
///
/// # Errors
/// The storage's, and those of `change`.
pub async fn change(
    cx: &Context,
    arn: &str,
    change: impl Fn(&mut Tags) -> Result<()> + Send + Sync,
) -> Result<()> {
    let key = key_in(cx, arn);
    let changed = TAGS.change(cx.tables(), &key, |found, batch| {
        let mut tags = found.unwrap_or_default();
        change(&mut tags)?;
        Ok((given(batch, cx, arn, &tags)?, ()))
    });
    changed.await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{context, platform};
    use store::Scan;

    const ARN: &str = "arn:aws:lambda:us-east-1:000000000000:event-source-mapping:u";

    #[test]
    fn the_first_layout_is_still_read() {
        let tags = TAGS.decode(b"k", br#"{"a":"1"}"#).unwrap();
        assert_eq!(tags, [("a".to_owned(), "1".to_owned())].into());
    }

    #[tokio::test]
    async fn tags_come_and_go_with_their_resource() {
        let cx = context(&platform().0);
        let tags: Tags = [("a".to_owned(), "1".to_owned())].into();
        cx.tables().commit(given(Batch::new(), &cx, ARN, &tags).unwrap()).await.unwrap();
        assert_eq!(of(&cx, ARN).await.unwrap(), tags);
        let more = |tags: &mut Tags| {
            tags.insert("b".to_owned(), "2".to_owned());
            Ok(())
        };
        change(&cx, ARN, more).await.unwrap();
        assert_eq!(of(&cx, ARN).await.unwrap().len(), 2);
        let rows = async || cx.tables().scan(TAGS.table, Scan::prefix(b"")).await.unwrap().len();
        let none = |tags: &mut Tags| {
            tags.clear();
            Ok(())
        };
        change(&cx, ARN, none).await.unwrap();
        assert_eq!(rows().await, 0);
        change(&cx, ARN, more).await.unwrap();
        cx.tables().commit(taken(Batch::new(), (&cx.account, &cx.region), ARN)).await.unwrap();
        assert_eq!((of(&cx, ARN).await.unwrap(), rows().await), (Tags::new(), 0));
    }
}

//! What the gateway asks before it lets a page ask, or shows a bucket as a web site.

use crate::{S3, bucket, cors, website};
use platform::{BoxFuture, Bucket, Result, Web};
use std::sync::Arc;

impl Web for S3 {
    fn bucket<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<Option<Arc<Bucket>>>> {
        Box::pin(async move {
            let found = bucket::find(&*self.platform.store.tables, name).await?;
            Ok(found.map(|reached| {
                let settings = &reached.bucket.settings;
                Arc::new(Bucket {
                    account: reached.bucket.account.clone(),
                    region: reached.bucket.region.clone(),
                    cors: settings.cors.iter().map(cors::shown).collect(),
                    website: settings.website.as_ref().map(website::shown),
                })
            }))
        })
    }
}

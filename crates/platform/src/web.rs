//! What a bucket says to browsers.

use crate::{BoxFuture, Result};
use shapes::s3::{CORSRule, GetBucketWebsiteOutput};
use std::sync::Arc;

/// Who knows what buckets say to browsers: which pages of other origins may ask, and how one is shown as a
/// web site. The port asks before it knows who calls.
pub trait Web: Send + Sync + 'static {
    /// What is set for a bucket, whosever it is. `None` where there is none of this name.
    fn bucket<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<Option<Arc<Bucket>>>>;
}

/// What a bucket says to browsers.
#[derive(Clone, Debug, Default)]
pub struct Bucket {
    /// The account that it is of.
    pub account: String,
    /// The region that it was made in.
    pub region: String,
    /// Which pages of other origins may ask.
    pub cors: Vec<CORSRule>,
    /// How it is shown as a web site.
    pub website: Option<GetBucketWebsiteOutput>,
}

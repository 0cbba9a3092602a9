//! What becomes of records that were given up.

use crate::letter::Said;
use crate::machine::{GivenUp, Record};
use crate::records::mapping::Mapping;
use platform::{BoxFuture, Result};
use std::sync::Arc;

/// Records of one shard that a mapping gave up.
#[derive(Clone, Debug)]
pub(crate) struct Discarded {
    /// The mapping.
    pub mapping: Arc<Mapping>,
    /// The shard.
    pub shard_id: Arc<str>,
    /// In the shard's order; never empty.
    pub records: Vec<Arc<Record>>,
    /// Why they were given up.
    pub reason: GivenUp,
    /// How often the function has failed with them.
    pub attempts: u32,
    /// What was said of the last of these attempts.
    pub said: Option<Said>,
}

/// Where discarded records are reported.
pub(crate) trait Disposal: Send + Sync {
    /// Resolves with `Ok` when the report is durable; until then no checkpoint passes the records.
    /// After an error it is called again with the same ones, so a report may be made twice.
    fn dispose(&self, discarded: Discarded) -> BoxFuture<'static, Result<()>>;
}

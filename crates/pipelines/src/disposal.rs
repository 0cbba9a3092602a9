//! What becomes of records that were given up.

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
}

/// Where discarded records are reported.
pub(crate) trait Disposal: Send + Sync {
    /// Resolves with `Ok` when the report is durable; until then no checkpoint passes the records.
    /// After an error it is called again with the same ones, so a report may be made twice.
    fn dispose(&self, discarded: Discarded) -> BoxFuture<'static, Result<()>>;
}

/// The server's own log.
pub(crate) struct OperatorsLog;

impl Disposal for OperatorsLog {
    fn dispose(&self, discarded: Discarded) -> BoxFuture<'static, Result<()>> {
        let Discarded { mapping, shard_id, records, reason } = discarded;
        let sequence = |record: Option<&Arc<Record>>| record.map(|it| it.sequence.to_string());
        let (first, last) = (sequence(records.first()), sequence(records.last()));
        let (mapping, shard, count) = (&*mapping.uuid, &*shard_id, records.len());
        tracing::warn!(mapping, shard, first, last, count, ?reason, "records were given up");
        Box::pin(async { Ok(()) })
    }
}

//! Streams whose records are gone though they were acknowledged, told by the streams' names.

use crate::shard_map::ShardId;
use crate::stream_record::STREAMS;
use crate::streams::Stream;
use platform::{Error, Platform, Result};
use shapes::kinesis::errors::RESOURCE_NOT_FOUND_EXCEPTION;
use std::sync::Arc;
use store::{LogId, Scan, Tables};

/// The ARN of the stream that a log belongs to, for whoever has only the log's name.
pub async fn stream_of(tables: &dyn Tables, log: &LogId) -> Option<String> {
    let pairs = tables.scan(STREAMS.table, Scan::prefix(b"")).await.ok()?;
    let mut records = pairs.iter().filter_map(|(key, stored)| STREAMS.decode(key, stored).ok());
    records.find(|record| record.log() == *log).map(|record| record.arn())
}

/// Gives a stream that has lost its log a new one, if that is wanted: it never gives a sequence
/// number that the old one may have given.
///
/// # Errors
/// A sentence for the operator, where it is not wanted.
pub(crate) async fn replace(platform: &Platform, stream: &Stream, skip: bool) -> Result<()> {
    let (arn, log) = (&stream.arn, &stream.log.0);
    if !skip {
        let message = format!(
            "{arn}: the log {log} with its records is missing; put it back, or start with \
             --skip-missing-segments to go on without"
        );
        return Err(Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message));
    }
    platform.store.log.recreate(&stream.log).await?;
    tracing::warn!(
        stream = %arn,
        shards = "all",
        "acknowledged records are lost: all that it had; later ones get higher sequence numbers"
    );
    Ok(())
}

/// Tells the operator which records the store has passed over.
pub(crate) fn tell(platform: &Platform, streams: &[Arc<Stream>]) {
    for lost in platform.store.log.lost() {
        let found = streams.iter().find(|stream| stream.log == lost.log);
        let stream = found.map_or(&*lost.log.0, |stream| &*stream.arn);
        let shard = lost.lane.map_or("every other".to_owned(), |lane| ShardId(lane).to_string());
        let (from, to) = (lost.from, lost.to - 1);
        tracing::warn!(
            stream = %stream,
            shard,
            "acknowledged records are lost: of those that were numbered {from} to {to} in the \
             shard, none is there; later ones get higher numbers"
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::streams::Streams;
    use crate::testing::{World, record};
    use crate::{Config, stream_of};

    #[tokio::test]
    async fn a_stream_without_its_log_is_refused_by_name_or_goes_on_behind_it() {
        let world = World::new().await;
        let load = |skip_missing| {
            let config = Config { skip_missing, ..Config::default() };
            Streams::load(world.platform.clone(), config)
        };
        let streams = load(false).await.unwrap();
        let wanted = record(&world.context(), "orders");
        let (arn, log) = (wanted.arn(), wanted.log());
        streams.create(wanted, 1).await.unwrap();
        let store = &world.platform.store;
        assert_eq!(stream_of(&*store.tables, &log).await, Some(arn.clone()));
        store.log.delete(&log).await.unwrap();
        let refused = load(false).await.err().unwrap();
        assert!(refused.message.starts_with(&arn), "{refused}");
        assert!(refused.message.contains("--skip-missing-segments"), "{refused}");
        load(true).await.unwrap();
        assert!(store.log.bounds(&log, 0).await.unwrap().end > 1 << 30);
        load(false).await.unwrap();
    }
}

//! Which shards of a stream a mapping has to read, and from where.
//!
//! A shard is read after its parents, so that the records of a partition key keep their order
//! across a split or a merge.

use crate::fanout;
use crate::records::checkpoint::{self, CHECKPOINTS, Checkpoint, Position};
use crate::records::mapping::{MAPPINGS, Mapping};
use crate::stream::{self, Shard};
use platform::{Context, Lease, Refused, Result};
use shapes::kinesis::errors::RESOURCE_IN_USE_EXCEPTION;
use std::collections::BTreeMap;
use store::Batch;

/// The first checkpoints of a new mapping, for every shard that its stream has now.
///
/// Fixed before `CreateEventSourceMapping` answers, so that `LATEST` misses no record that is put
/// after it has.
///
/// # Errors
/// The stream's own.
pub(crate) async fn first_positions(
    cx: &Context,
    mapping: &Mapping,
) -> Result<Vec<(String, Checkpoint)>> {
    let shards = match stream::shards(cx, mapping.stream_arn()).await {
        // The stream is still being created: whatever will be in it comes after the mapping.
        Err(error) if error.is(&RESOURCE_IN_USE_EXCEPTION) => return Ok(Vec::new()),
        shards => shards?,
    };
    let mut positions = Vec::new();
    for shard in shards {
        let position = match (mapping.starting_position.as_deref(), mapping.starting_timestamp_ms) {
            (Some("LATEST"), _) if shard.is_closed => Position::End,
            (Some("LATEST"), _) => stream::latest(cx, mapping.stream_arn(), &shard.id).await?,
            (Some("AT_TIMESTAMP"), Some(ms)) => Position::Timestamp(ms),
            _ => Position::TrimHorizon,
        };
        positions.push((shard.id, Checkpoint::at(position)));
    }
    Ok(positions)
}

/// The shards that a mapping has to read now, and where to go on in them. Positions are read under
/// the lease, so nobody can go on from them but its holder.
///
/// # Errors
/// The stream's own, the storage's, or that the lease is lost.
pub(crate) async fn due(
    cx: &Context,
    mapping: &Mapping,
    lease: &Lease,
) -> Result<Vec<(String, Checkpoint)>> {
    let created_ms = stream::created(cx, mapping.stream_arn()).await?.millis();
    if let Some(consumer) = mapping.consumer_arn() {
        fanout::check(cx, consumer).await?;
    }
    if created_ms != stored_creation(cx, mapping).await? {
        start_over(cx, mapping, lease, created_ms).await?;
    }
    let shards = stream::shards(cx, mapping.stream_arn()).await?;
    let checkpoints = checkpoint::all(cx.tables(), mapping).await?;
    // Looked at last, since they go in one commit: without the mapping, that a shard has no
    // checkpoint does not say that nothing of it was delivered.
    if MAPPINGS.get(cx.tables(), &mapping.key()).await?.is_none() {
        return Ok(Vec::new());
    }
    forget_expired(mapping, lease, &shards, &checkpoints).await?;
    Ok(choose(&shards, &checkpoints))
}

async fn stored_creation(cx: &Context, mapping: &Mapping) -> Result<i64> {
    let stored = MAPPINGS.get(cx.tables(), &mapping.key()).await?;
    Ok(stored.map_or(mapping.stream_created_ms, |stored| stored.stream_created_ms))
}

/// The stream was deleted and created anew: all that is in it came after the mapping.
async fn start_over(cx: &Context, mapping: &Mapping, lease: &Lease, created_ms: i64) -> Result<()> {
    let key = mapping.key();
    let Some((mut stored, bytes)) = MAPPINGS.get_with_bytes(cx.tables(), &key).await? else {
        return Ok(());
    };
    stored.stream_created_ms = created_ms;
    let batch = Batch::new().equals(MAPPINGS.table, key.clone(), bytes).put(
        MAPPINGS.table,
        key,
        MAPPINGS.encode(&stored)?,
    );
    let batch = checkpoint::remove_all(cx.tables(), mapping, batch).await?;
    match lease.commit(batch).await {
        // Somebody changes the mapping right now; its task is about to start again anyway.
        Err(Refused::Store(store::Error::Conflict(_))) => Ok(()),
        other => Ok(other?),
    }
}

/// Closed shards leave the stream when their records expire; so do their checkpoints.
async fn forget_expired(
    mapping: &Mapping,
    lease: &Lease,
    shards: &[Shard],
    checkpoints: &BTreeMap<String, Checkpoint>,
) -> Result<()> {
    let gone = |id: &str| shards.iter().all(|shard| shard.id != id);
    let batch = checkpoints.keys().filter(|id| gone(id)).fold(Batch::new(), |batch, id| {
        batch.delete(CHECKPOINTS.table, checkpoint::key(mapping, id))
    });
    if !batch.writes.is_empty() {
        lease.commit(batch).await?;
    }
    Ok(())
}

fn choose(
    shards: &[Shard],
    checkpoints: &BTreeMap<String, Checkpoint>,
) -> Vec<(String, Checkpoint)> {
    let done = |id: &str| {
        let ended = checkpoints.get(id).is_some_and(|it| it.position == Position::End);
        ended || shards.iter().all(|shard| shard.id != id)
    };
    let mut due = Vec::new();
    for shard in shards {
        let checkpoint = checkpoints.get(&shard.id).cloned();
        let checkpoint = checkpoint.unwrap_or_else(|| Checkpoint::at(Position::TrimHorizon));
        let position = &checkpoint.position;
        let mut parents = shard.parents.iter();
        let begun = matches!(position, Position::After(_) | Position::Latest { .. });
        if *position != Position::End && (begun || parents.all(|id| done(id))) {
            due.push((shard.id.clone(), checkpoint));
        }
    }
    due
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shard(id: &str, parents: &[&str]) -> Shard {
        Shard {
            id: id.to_owned(),
            parents: parents.iter().map(|id| (*id).to_owned()).collect(),
            is_closed: false,
        }
    }

    fn chosen(shards: &[Shard], positions: &[(&str, Position)]) -> Vec<String> {
        let checkpoint = |at: &Position| Checkpoint::at(at.clone());
        let checkpoints = positions.iter().map(|(id, at)| ((*id).to_owned(), checkpoint(at)));
        choose(shards, &checkpoints.collect()).into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn children_wait_for_their_parents() {
        let shards =
            [shard("0", &[]), shard("1", &["0"]), shard("2", &["0"]), shard("3", &["1", "2"])];
        let horizon = Position::TrimHorizon;
        assert_eq!(chosen(&shards, &[("0", horizon.clone())]), ["0"]);
        assert_eq!(chosen(&shards, &[("0", Position::End)]), ["1", "2"]);
        let one_left =
            [("0", Position::End), ("1", Position::End), ("2", Position::After("9".into()))];
        assert_eq!(chosen(&shards, &one_left), ["2"]);
        let both = [("1", Position::End), ("2", Position::End), ("0", Position::End)];
        assert_eq!(chosen(&shards, &both), ["3"]);
    }

    #[test]
    fn a_child_of_expired_parents_is_read() {
        assert_eq!(chosen(&[shard("3", &["1", "2"])], &[]), ["3"]);
    }

    #[test]
    fn a_shard_at_latest_does_not_wait() {
        let latest = Position::Latest { iterator: "i".into(), made_ms: 1 };
        let shards = [shard("0", &[]), shard("1", &["0"])];
        assert_eq!(chosen(&shards, &[("0", latest.clone()), ("1", latest)]), ["0", "1"]);
    }
}

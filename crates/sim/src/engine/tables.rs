//! Tables over a process's line.

use super::{Call, Line, at_once};
use crate::plan::Mutation;
use bytes::Bytes;
use std::sync::Arc;
use store::{Batch, BoxFuture, Condition, KeyRange, Pair, Reading, Result, Scan, Table, Write};

pub(crate) struct Tables(pub Arc<Line>);

/// How a key looks in the trace.
fn shown(table: Table, key: &[u8]) -> String {
    format!("{}/{}", table.0, key.escape_ascii())
}

fn writes(batch: &Batch) -> String {
    let one = |write: &Write| {
        let (table, key) = write.place();
        let sign = if matches!(write, Write::Put(..)) { '+' } else { '-' };
        format!("{sign}{}", shown(table, key))
    };
    batch.writes.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Does to a batch what the plan says.
fn spoil(line: &Line, batch: &mut Batch) -> Result<()> {
    if line.is_broken(Mutation::DropConditions) {
        batch.conditions.clear();
    }
    if line.is_broken(Mutation::DropItemConditions) {
        batch.conditions.retain(|condition| condition.place().0.0 != "dynamodb-items");
    }
    if line.is_spoilt(Mutation::TearCommit) && batch.writes.len() > 1 {
        batch.writes.pop();
    }
    let moves = batch.writes.iter().any(|write| matches!(write, Write::Delete(sqs::MESSAGES, _)));
    batch.writes.retain(|write| !is_dropped(line, write, moves));
    batch.writes.iter_mut().for_each(|write| spoil_settings(line, write));
    if let [Write::Put(pipelines::CHECKPOINTS, _, value)] = &mut batch.writes[..]
        && line.is_spoilt(Mutation::CheckpointBack)
    {
        *value = Bytes::from_static(br#"{"position":"TrimHorizon","result":null}"#);
    }
    let changes = |condition: &Condition| {
        let equals = matches!(condition, Condition::Equals(..));
        equals && condition.place().0 == kinesis::STREAMS
    };
    if batch.conditions.iter().any(changes) && line.is_broken(Mutation::KeepStreams) {
        return Err(store::Error::Full("streams stay as they are".to_owned()));
    }
    Ok(())
}

/// Whether a row has these bytes in it.
fn has(value: &[u8], part: &str) -> bool {
    value.windows(part.len()).any(|bytes| bytes == part.as_bytes())
}

/// Keeps a queue or a mapping with other settings, where the plan says so.
fn spoil_settings(line: &Line, write: &mut Write) {
    let Write::Put(table, _, value) = write else { return };
    let (from, to) = match (table.0, line.plan.mutation) {
        ("sqs-queues", Some(Mutation::StrayDead)) => ("tasks-dead\\\"", "dead\\\""),
        ("mappings", Some(Mutation::GrowBatch)) if has(value, "arn:aws:sqs:") => {
            ("\"batch_size\":", "\"batch_size\":1")
        }
        ("sns-subscriptions", Some(Mutation::StrayFilter)) => ("[\\\"red", "[\\\"blue"),
        ("sns-subscriptions", Some(Mutation::LoseLetters)) => ("news-dead", "news-lost"),
        _ => return,
    };
    *value = String::from_utf8_lossy(value).replace(from, to).into();
}

/// Whether the plan keeps a write from happening.
fn is_dropped(line: &Line, write: &Write, moves: bool) -> bool {
    let has_group = |value: &Bytes| has(value, "\"group\":");
    let is_task = |value: &Bytes| has(value, "\"body\":\"tasks");
    let is_tick = |value: &Bytes| has(value, "\"body\":\"ticker");
    match write {
        Write::Put(sqs::MESSAGES, _, value) if is_tick(value) => line.is_spoilt(Mutation::LoseTick),
        Write::Put(sqs::MESSAGES, _, value) if is_task(value) => {
            !moves && line.is_spoilt(Mutation::LoseTask)
        }
        Write::Put(sqs::MESSAGES, _, value) if has_group(value) => {
            line.is_spoilt(Mutation::LoseStep)
        }
        Write::Put(sqs::MESSAGES, ..) => line.is_spoilt(Mutation::LoseMessage),
        Write::Delete(sqs::MESSAGES, _) => line.is_broken(Mutation::KeepMessage),
        Write::Put(kinesis::QUEUE_RECORDS, ..) if line.is_broken(Mutation::ForgetHandouts) => true,
        Write::Put(kinesis::QUEUE_POSITIONS, ..) => line.is_broken(Mutation::ForgetHandouts),
        Write::Put(kinesis::QUEUE_RECORDS, ..) => line.is_spoilt(Mutation::LoseHandout),
        Write::Delete(kinesis::QUEUE_RECORDS, _) => line.is_broken(Mutation::KeepHandout),
        Write::Put(sqs::SIGHTS, ..) => line.is_broken(Mutation::ForgetSight),
        Write::Put(sqs::SEEN, ..) => line.is_broken(Mutation::ForgetSent),
        Write::Put(table, key, _) if table.0 == "s3.objects" && has(key, "sluice") => {
            line.is_spoilt(Mutation::LoseDelivered)
        }
        Write::Put(table, _, value) if table.0 == "kinesis-channel-progress" => {
            has(value, "\"plan\"") && line.is_broken(Mutation::ForgetPlan)
        }
        Write::Put(table, ..) if table.0 == "dynamodb-changes" => {
            line.is_spoilt(Mutation::LoseChange)
        }
        Write::Put(table, ..) if table.0 == "cloudwatch-points" => {
            line.is_spoilt(Mutation::LosePoint)
        }
        Write::Put(table, ..) if table.0 == "cloudwatch-actions" => {
            line.is_broken(Mutation::ForgetAction)
        }
        Write::Put(table, ..) if table.0 == "sns-outbox" => line.is_broken(Mutation::LosePublished),
        Write::Put(table, ..) if table.0 == "s3.versions" => line.is_spoilt(Mutation::LoseVersion),
        Write::Put(table, ..) if table.0 == "s3.notices" => line.is_broken(Mutation::ForgetNotice),
        Write::Put(table, ..) if table.0 == "sns-seen" => line.is_broken(Mutation::ForgetPublished),
        _ => false,
    }
}

impl store::Tables for Tables {
    fn get<'a>(&'a self, table: Table, key: &'a [u8]) -> Reading<'a, Option<Bytes>> {
        let owned = key.to_vec();
        let (line, stale) = (self.0.clone(), self.0.plan.mutation == Some(Mutation::ReadStale));
        self.0.read(Call::new("get", shown(table, key), move |store| {
            let found = at_once(store.tables.get(table, &owned))?;
            let found = if stale { line.witness.stale(table, &owned, found) } else { found };
            Ok(found)
        }))
    }

    fn get_all<'a>(&'a self, keys: &'a [(Table, &'a [u8])]) -> Reading<'a, Vec<Option<Bytes>>> {
        let owned: Vec<_> = keys.iter().map(|(table, key)| (*table, key.to_vec())).collect();
        let on: Vec<_> = keys.iter().map(|(table, key)| shown(*table, key)).collect();
        self.0.read(Call::new("get", on.join(" "), move |store| {
            let keys: Vec<_> = owned.iter().map(|(table, key)| (*table, &key[..])).collect();
            at_once(store.tables.get_all(&keys))
        }))
    }

    fn scan(&self, table: Table, scan: Scan) -> Reading<'_, Vec<Pair>> {
        let on = shown(table, &scan.range.start);
        self.0.read(Call::new("scan", on, move |store| at_once(store.tables.scan(table, scan))))
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<()>> {
        let (line, on) = (self.0.clone(), writes(&batch));
        let call = Call::new("commit", on, move |store| {
            let mut batch = batch;
            spoil(&line, &mut batch)?;
            let noted = batch.writes.clone();
            at_once(store.tables.commit(batch))?;
            line.witness.committed(&line.time, &noted);
            Ok(())
        });
        Box::pin(self.0.clone().write(call))
    }

    fn forget(&self, table: Table, range: KeyRange) -> BoxFuture<'_, Result<u64>> {
        let on = shown(table, &range.start);
        let call = Call::new("forget", on, move |store| at_once(store.tables.forget(table, range)));
        Box::pin(self.0.clone().write(call))
    }
}

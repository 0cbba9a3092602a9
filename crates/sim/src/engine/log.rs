//! Logs over a process's line.

use super::{Call, Line, at_once};
use crate::plan::Mutation;
use std::sync::Arc;
use store::{
    Appended, Bounds, BoxFuture, Entry, Lane, LogId, Lost, ReadLimit, Reading, Result, Store,
    Stored,
};

pub(crate) struct Log(pub Arc<Line>);

impl Log {
    fn append_some(&self, log: &LogId, entries: Vec<Entry>) -> Call<Vec<Appended>> {
        let lanes: Vec<_> = entries.iter().map(|entry| entry.lane.to_string()).collect();
        let (line, log, on) = (self.0.clone(), log.clone(), lanes.join(","));
        Call::new("append", format!("{}/{on}", log.0), move |store| {
            if line.is_spoilt(Mutation::LoseAppend) {
                return pretend(store, &log, &entries);
            }
            at_once(store.log.append(&log, entries))
        })
    }
}

/// Answers as if the entries had been appended.
fn pretend(store: &Store, log: &LogId, entries: &[Entry]) -> Result<Vec<Appended>> {
    let mut all = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let end = at_once(store.log.bounds(log, entry.lane))?.end;
        all.push(Appended { offset: end + index as u64, time_ms: entry.time_ms });
    }
    Ok(all)
}

impl store::Log for Log {
    fn create<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        let owned = log.clone();
        let call =
            Call::new("create", log.0.clone(), move |store| at_once(store.log.create(&owned)));
        Box::pin(self.0.clone().write(call))
    }

    fn recreate<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        let owned = log.clone();
        let call =
            Call::new("recreate", log.0.clone(), move |store| at_once(store.log.recreate(&owned)));
        Box::pin(self.0.clone().write(call))
    }

    fn lost(&self) -> Vec<Lost> {
        Vec::new()
    }

    fn delete<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        let owned = log.clone();
        let call =
            Call::new("delete", log.0.clone(), move |store| at_once(store.log.delete(&owned)));
        Box::pin(self.0.clone().write(call))
    }

    fn list(&self) -> Reading<'_, Vec<LogId>> {
        self.0.read(Call::new("list", String::new(), |store| at_once(store.log.list())))
    }

    fn append<'a>(
        &'a self,
        log: &'a LogId,
        entries: Vec<Entry>,
    ) -> BoxFuture<'a, Result<Vec<Appended>>> {
        Box::pin(self.0.clone().write(self.append_some(log, entries)))
    }

    fn seal<'a>(&'a self, log: &'a LogId, lane: Lane) -> BoxFuture<'a, Result<u64>> {
        let (line, owned) = (self.0.clone(), log.clone());
        let on = format!("{}/{lane}", log.0);
        let call = Call::new("seal", on, move |store| {
            if line.is_spoilt(Mutation::LoseSeal) {
                return Ok(at_once(store.log.bounds(&owned, lane))?.end);
            }
            at_once(store.log.seal(&owned, lane))
        });
        Box::pin(self.0.clone().write(call))
    }

    fn read<'a>(
        &'a self,
        log: &'a LogId,
        lane: Lane,
        from: u64,
        limit: ReadLimit,
    ) -> BoxFuture<'a, Result<Vec<Stored>>> {
        let (line, owned) = (self.0.clone(), log.clone());
        let on = format!("{}/{lane} from {from}", log.0);
        Box::pin(self.0.clone().read_later(Call::new("read", on, move |engines| {
            if line.is_spoilt(Mutation::HideLog) {
                return Err(store::Error::NotFound(owned.0));
            }
            let mut found = at_once(engines.log.read(&owned, lane, from, limit))?;
            if found.len() > 2 && line.is_spoilt(Mutation::SkipRecord) {
                found.remove(1);
            }
            if found.len() > 1 && line.is_spoilt(Mutation::SwapRecords) {
                found.swap(0, 1);
            }
            Ok(found)
        })))
    }

    fn seek<'a>(&'a self, log: &'a LogId, lane: Lane, time_ms: i64) -> BoxFuture<'a, Result<u64>> {
        let owned = log.clone();
        let on = format!("{}/{lane} to {time_ms}", log.0);
        let call =
            Call::new("seek", on, move |store| at_once(store.log.seek(&owned, lane, time_ms)));
        Box::pin(self.0.clone().read_later(call))
    }

    fn bounds<'a>(&'a self, log: &'a LogId, lane: Lane) -> Reading<'a, Bounds> {
        let owned = log.clone();
        let on = format!("{}/{lane}", log.0);
        self.0.read(Call::new("bounds", on, move |store| at_once(store.log.bounds(&owned, lane))))
    }

    fn trim<'a>(&'a self, log: &'a LogId, before_ms: i64) -> BoxFuture<'a, Result<()>> {
        let owned = log.clone();
        let on = format!("{} before {before_ms}", log.0);
        let call = Call::new("trim", on, move |store| at_once(store.log.trim(&owned, before_ms)));
        Box::pin(self.0.clone().write(call))
    }
}

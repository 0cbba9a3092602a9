//! Tasks that move the messages of a dead-letter queue to where they died, or elsewhere. One runs
//! per queue; each step is one commit with its progress, so that a restart goes on where it was.

use crate::deliver::{Passage, messages};
use crate::live::Live;
use crate::machine::Taken;
use crate::records::message::Message;
use crate::records::moving::{self, MOVES, Moving, Status};
use crate::{Sqs, names};
use bytes::Bytes;
use platform::{Arn, Context, Principal, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, Scan};

/// How long a task waits that cannot go on at the moment.
const PAUSE: Duration = Duration::from_secs(1);
/// The most messages that one commit moves.
const STEP: usize = 100;

/// How a task is named to clients.
pub fn handle(source: &str, number: &str) -> String {
    let text = json!({ "taskId": number, "sourceArn": source }).to_string();
    base64_simd::STANDARD.encode_to_string(text.as_bytes())
}

/// The source's ARN and the task's number in a handle.
pub fn source_of(handle: &str) -> Option<(String, String)> {
    let text = base64_simd::STANDARD.decode_to_vec(handle.as_bytes()).ok()?;
    let value: Value = serde_json::from_slice(&text).ok()?;
    let of = |name: &str| value[name].as_str().map(str::to_owned);
    Some((of("sourceArn")?, of("taskId")?))
}

/// What a step did.
enum Step {
    /// It moved so many.
    Moved(usize),
    /// The task has ended.
    Ended,
}

impl Sqs {
    /// Goes on with the tasks that the last stop interrupted.
    ///
    /// # Errors
    /// The storage's.
    pub async fn resume_moves(&self) -> Result<()> {
        let tables = &*self.platform.store.tables;
        for (key, task) in MOVES.scan(tables, Scan::prefix(b"")).await? {
            if task.status == Status::Running {
                self.spawn_move(key, &task.source);
            }
        }
        Ok(())
    }

    /// Lets a task run.
    pub fn spawn_move(&self, key: Bytes, source: &str) {
        let Some(sqs) = self.me.upgrade() else { return };
        let Some(arn) = Arn::parse(source) else { return };
        let principal = Principal::service("sqs.amazonaws.com");
        let cx = self.platform.context(principal, arn.account, arn.region);
        tokio::spawn(async move {
            while let Err(error) = sqs.run_move(&cx, &key).await {
                tracing::warn!(%error, "messages of a dead-letter queue cannot be moved yet");
                sqs.platform.clock.sleep(PAUSE).await;
            }
        });
    }

    async fn run_move(&self, cx: &Context, key: &[u8]) -> Result<()> {
        loop {
            if self.is_resting() {
                return Ok(());
            }
            let (moved, rate) = {
                let _turn = self.moving.lock().await;
                let task = MOVES.get_with_bytes(cx.tables(), key).await?;
                let Some((task, stored)) = task.filter(|(it, _)| it.status == Status::Running)
                else {
                    return Ok(());
                };
                let rate = task.rate;
                match self.step(cx, key, task, stored).await? {
                    Step::Moved(moved) => (moved, rate),
                    Step::Ended => return Ok(()),
                }
            };
            if let Some(rate) = rate {
                let ms = u64::try_from(moved).unwrap_or(0) * 1000 / u64::from(rate.max(1));
                self.platform.clock.sleep(Duration::from_millis(ms)).await;
            }
        }
    }

    async fn step(
        &self,
        cx: &Context,
        key: &[u8],
        mut task: Moving,
        stored: Bytes,
    ) -> Result<Step> {
        let name = names::of_arn(cx, &task.source).unwrap_or_default();
        let Ok(source) = self.named(cx, name).await else {
            return self
                .end_move(
                    cx,
                    key,
                    task,
                    stored,
                    Status::Failed,
                    Some("AWS.SimpleQueueService.NonExistentQueue"),
                )
                .await;
        };
        let most = task.rate.map_or(STEP, |rate| STEP.min(rate.max(1) as usize));
        let taken = take(&source, most, task.upto);
        if taken.is_empty() {
            return self.end_move(cx, key, task, stored, Status::Completed, None).await;
        }
        let parcels = self.parcels(cx, &source, &taken, task.destination.as_deref()).await;
        let Some(parcels) = parcels? else {
            put_back(&source, &taken);
            let reason = Some("CouldNotDetermineMessageSource");
            return self.end_move(cx, key, task, stored, Status::Failed, reason).await;
        };
        let count = taken.given.len();
        task.moved += count as u64;
        let batch = Batch::new().equals(MOVES.table, key, stored);
        let batch = batch.put(MOVES.table, key, MOVES.encode(&task)?);
        let seqs = || taken.given.iter().map(|(seq, _)| *seq);
        let mut batch = seqs().fold(batch, |batch, seq| source.erase(batch, seq));
        let mut passages = Vec::new();
        for (to, messages) in parcels {
            let begun = Passage::begin(to, batch, source.now(), messages, true);
            let passage;
            match begun {
                Ok(begun) => (batch, passage) = begun,
                Err(error) => {
                    passages.iter().for_each(Passage::fail);
                    put_back(&source, &taken);
                    return Err(error);
                }
            }
            passages.push(passage);
        }
        if let Err(error) = source.commit(batch).await {
            passages.iter().for_each(Passage::fail);
            put_back(&source, &taken);
            return Err(error);
        }
        {
            let mut state = source.state();
            seqs().for_each(|seq| state.machine.remove(seq));
            state.serve(source.now());
        }
        passages.iter().for_each(Passage::arrive);
        Ok(Step::Moved(count))
    }

    /// What goes where; nothing if that is not known of one of them.
    async fn parcels(
        &self,
        cx: &Context,
        source: &Live,
        taken: &Taken,
        destination: Option<&str>,
    ) -> Result<Option<Vec<(Arc<Live>, Vec<Message>)>>> {
        let all = messages(source, taken.given.iter().map(|(seq, _)| *seq)).await;
        let all = all.inspect_err(|_| put_back(source, taken))?;
        let mut by_target: BTreeMap<String, Vec<Message>> = BTreeMap::new();
        for mut message in all.into_iter().flatten() {
            let died_in = message.died_in.take();
            let Some(target) = destination.map(str::to_owned).or(died_in) else { return Ok(None) };
            by_target.entry(target).or_default().push(message);
        }
        let mut parcels = Vec::new();
        for (target, messages) in by_target {
            let Some(name) = names::of_arn(cx, &target) else { return Ok(None) };
            let Ok(to) = self.named(cx, name).await else { return Ok(None) };
            parcels.push((to, messages));
        }
        Ok(Some(parcels))
    }

    async fn end_move(
        &self,
        cx: &Context,
        key: &[u8],
        task: Moving,
        stored: Bytes,
        status: Status,
        reason: Option<&str>,
    ) -> Result<Step> {
        let reason = reason.map(str::to_owned);
        let ended = MOVES.encode(&Moving { status, reason, ..task })?;
        let batch = Batch::new().equals(MOVES.table, key, stored).put(MOVES.table, key, ended);
        platform::commit_if(cx.tables(), batch).await?;
        Ok(Step::Ended)
    }

    /// The tasks of a source, the newest first.
    ///
    /// # Errors
    /// The storage's.
    pub async fn tasks(&self, cx: &Context, source: &str) -> Result<Vec<(Bytes, Moving)>> {
        let scan = Scan::prefix(&moving::key(cx, source, ""));
        let mut tasks = MOVES.scan(cx.tables(), scan).await?;
        tasks.reverse();
        Ok(tasks)
    }
}

/// Takes messages that were there when the task began.
fn take(source: &Live, most: usize, upto: u64) -> Taken {
    let mut state = source.state();
    let mut taken = state.machine.take(source.now(), most, None);
    let (given, later) = taken.given.into_iter().partition(|(seq, _)| *seq <= upto);
    state.machine.untake(&Taken { given: later, dead: Vec::new() });
    taken.given = given;
    taken
}

fn put_back(source: &Live, taken: &Taken) {
    let mut state = source.state();
    state.machine.untake(taken);
    state.serve(source.now());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_names_its_task() {
        let handle = handle("arn:aws:sqs:r:1:q", "7");
        let expected = ("arn:aws:sqs:r:1:q".to_owned(), "7".to_owned());
        assert_eq!(source_of(&handle), Some(expected));
        assert_eq!(source_of("x"), None);
    }
}

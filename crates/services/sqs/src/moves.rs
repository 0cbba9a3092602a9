//! Tasks that move the messages of a dead-letter queue to where they died, or elsewhere. One runs
//! per queue; each step is one commit with its progress, so that a restart goes on where it was.

use crate::deliver::{Passage, Reach, Target, messages};
use crate::live::Live;
use crate::machine::Taken;
use crate::records::message::Message;
use crate::records::moving::{self, MOVES, Moving, Status};
use crate::{Sqs, errors, names};
use bytes::Bytes;
use platform::{Arn, Context, Principal, Result};
use serde_json::{Value, json};
use shapes::sqs::errors::QUEUE_DOES_NOT_EXIST;
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

/// Why a task fails whose source or destination is not there any more.
const GONE: &str = "AWS.SimpleQueueService.NonExistentQueue";

/// Messages, and where they go.
type Parcel = (Target, Vec<Message>);

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
        let source = match self.named(cx, name).await {
            Ok(source) => source,
            Err(error) if error.is(&QUEUE_DOES_NOT_EXIST) => {
                return self.end_move(cx, key, task, stored, Err(GONE)).await;
            }
            Err(error) => return Err(error),
        };
        let _turn = source.turn.read().await;
        let most = task.rate.map_or(STEP, |rate| STEP.min(rate.max(1) as usize));
        let taken = take(&source, most, task.upto)?;
        if taken.is_empty() {
            return self.end_move(cx, key, task, stored, Ok(())).await;
        }
        let parcels = self.parcels(cx, &source, &taken, task.destination.as_deref()).await;
        let parcels = match parcels {
            Ok(Ok(parcels)) => parcels,
            Ok(Err(reason)) => {
                put_back(&source, &taken);
                return self.end_move(cx, key, task, stored, Err(reason)).await;
            }
            Err(error) => {
                put_back(&source, &taken);
                return Err(error);
            }
        };
        task.moved += taken.given.len() as u64;
        let batch = Batch::new().equals(MOVES.table, key, stored);
        let batch = batch.put(MOVES.table, key, MOVES.encode(&task)?);
        move_all(&source, &taken, batch, parcels).await?;
        Ok(Step::Moved(taken.given.len()))
    }

    /// What goes where, or why that cannot be.
    async fn parcels(
        &self,
        cx: &Context,
        source: &Live,
        taken: &Taken,
        destination: Option<&str>,
    ) -> Result<std::result::Result<Vec<Parcel>, &'static str>> {
        let all = messages(source, taken.given.iter().map(|(seq, _)| *seq)).await?;
        let mut by_target: BTreeMap<String, Vec<Message>> = BTreeMap::new();
        for mut message in all.into_iter().flatten() {
            let died_in = message.died_in.take();
            let Some(target) = destination.map(str::to_owned).or(died_in) else {
                return Ok(Err("CouldNotDetermineMessageSource"));
            };
            by_target.entry(target).or_default().push(message);
        }
        let mut parcels = Vec::new();
        for (target, messages) in by_target {
            match self.reach(cx, names::of_arn(cx, &target)).await {
                Reach::Now(to) => parcels.push((to, messages)),
                Reach::Never => return Ok(Err(GONE)),
                Reach::Later => return Err(errors::not_now()),
            }
        }
        Ok(Ok(parcels))
    }

    async fn end_move(
        &self,
        cx: &Context,
        key: &[u8],
        task: Moving,
        stored: Bytes,
        outcome: std::result::Result<(), &str>,
    ) -> Result<Step> {
        let status = if outcome.is_ok() { Status::Completed } else { Status::Failed };
        let reason = outcome.err().map(str::to_owned);
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

/// Moves what was taken, in one commit with the rest of the batch.
async fn move_all(
    source: &Arc<Live>,
    taken: &Taken,
    batch: Batch,
    parcels: Vec<Parcel>,
) -> Result<()> {
    let seqs = || taken.given.iter().map(|(seq, _)| *seq);
    let mut batch = seqs().fold(batch, |batch, seq| source.erase(batch, seq));
    let mut passages: Vec<Passage> = Vec::new();
    let fail = |passages: &[Passage], error| {
        passages.iter().for_each(|passage| passage.fail(source));
        put_back(source, taken);
        Err(error)
    };
    for (to, messages) in parcels {
        let passage;
        (batch, passage) = match Passage::begin(to, batch, source.now(), messages, true) {
            Ok(begun) => begun,
            Err(error) => return fail(&passages, error),
        };
        passages.push(passage);
    }
    if let Err(error) = source.commit(batch).await {
        return fail(&passages, error);
    }
    {
        let mut state = source.state();
        seqs().for_each(|seq| state.machine.remove(seq));
        state.serve(source.now());
    }
    source.settled();
    passages.iter().for_each(Passage::arrive);
    Ok(())
}

/// Takes messages that were there when the task began.
fn take(source: &Live, most: usize, upto: u64) -> Result<Taken> {
    let mut state = source.open()?;
    let mut taken = state.machine.take(source.now(), most, None);
    let (given, later) = taken.given.into_iter().partition(|(seq, _)| *seq <= upto);
    state.machine.untake(&Taken { given: later, dead: Vec::new() });
    taken.given = given;
    Ok(taken)
}

fn put_back(source: &Live, taken: &Taken) {
    let mut state = source.state();
    state.machine.untake(taken);
    state.serve(source.now());
    drop(state);
    source.settled();
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

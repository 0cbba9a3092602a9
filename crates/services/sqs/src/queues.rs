//! The queues that this process serves, and how a queue comes to life from its rows.

use crate::attributes::policy_of;
use crate::live::{Live, State};
use crate::machine::{Entry, Machine, State as Stand};
use crate::records::gone::GONE;
use crate::records::mark::MARKS;
use crate::records::message::{MESSAGES, Message};
use crate::records::queue::{self, QUEUES, Queue};
use crate::records::seen::{self, SEEN};
use crate::records::seq_of;
use crate::records::sight::{SIGHTS, Sight};
use crate::{Sqs, errors, names};
use platform::policy::Document;
use platform::{Arn, BoxFuture, Company, Context, Lease, Owner, Policies, Result, Taking};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Batch, KeyRange, Pair, Scan, Table, Tables};

/// How many rows are read at once.
const PAGE: usize = 1000;

/// Queues by the keys of their records.
#[derive(Default)]
pub struct Queues {
    live: Mutex<BTreeMap<Vec<u8>, Arc<Live>>>,
    /// One queue at a time comes to life, or is made.
    pub loading: tokio::sync::Mutex<()>,
}

impl Queues {
    /// A queue that is at work.
    fn find(&self, key: &[u8]) -> Option<Arc<Live>> {
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let found = live.get(key)?;
        if found.is_lost() {
            live.remove(key).inspect(|lost| lost.close());
            return None;
        }
        Some(found.clone()).filter(|found| !found.is_in_doubt())
    }

    /// Whether a queue that is at work is one of high throughput.
    pub fn is_fast(&self, account: &str, region: &str, name: &str) -> bool {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let found = live.get(&queue::key_in(account, region, name)).cloned();
        drop(live);
        found.is_some_and(|queue| queue.state().settings.is_fast)
    }

    /// A queue that is to be read anew.
    fn doubtful(&self, key: &[u8]) -> Option<Arc<Live>> {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        live.get(key).filter(|found| found.is_in_doubt()).cloned()
    }

    /// Lets a queue go that is to be read anew, when nothing is under way that may still write its rows.
    /// Who may not wait for that is told that it is not to be had.
    async fn settle(&self, key: &[u8], waits: bool) -> Result<()> {
        let Some(doubtful) = self.doubtful(key) else { return Ok(()) };
        let turn = doubtful.turn.clone();
        let _turn = match turn.clone().try_write_owned() {
            Ok(turn) => turn,
            Err(_) if !waits => return Err(errors::not_now()),
            Err(_) => turn.write_owned().await,
        };
        // With a new lease, what comes late is refused. Without one it has come, or never will, when a
        // later commit is through.
        if !doubtful.has_lease() {
            let nothing = Batch::new().delete(GONE, Vec::new());
            doubtful.platform.store.tables.commit(nothing).await?;
        }
        doubtful.give_up().await;
        self.forget(&doubtful);
        Ok(())
    }

    fn keep(&self, queue: &Arc<Live>) {
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        live.insert(queue.key.clone(), queue.clone());
    }

    /// Forgets a queue that has ended.
    pub fn forget(&self, queue: &Live) {
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        if live.get(&queue.key).is_some_and(|it| std::ptr::eq(&**it, queue)) {
            live.remove(&queue.key);
        }
    }

    /// All that are at work.
    pub fn all(&self) -> Vec<Arc<Live>> {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        live.values().cloned().collect()
    }
}

impl Sqs {
    /// The queue that a URL names.
    ///
    /// # Errors
    /// There is none, or another process serves it.
    pub async fn queue(&self, cx: &Context, url: &str) -> Result<Arc<Live>> {
        self.named(cx, names::own(cx, url)?).await
    }

    /// The queue of a name in the caller's account and region.
    ///
    /// # Errors
    /// As [`queue`](Self::queue).
    pub async fn named(&self, cx: &Context, name: &str) -> Result<Arc<Live>> {
        self.live(cx, name, true).await
    }

    /// The same for whoever is in the midst of a commit of another queue: it waits for nobody who may
    /// wait for it.
    ///
    /// # Errors
    /// As [`queue`](Self::queue); it is to be read anew, and that must wait.
    pub async fn named_now(&self, cx: &Context, name: &str) -> Result<Arc<Live>> {
        self.live(cx, name, false).await
    }

    async fn live(&self, cx: &Context, name: &str, waits: bool) -> Result<Arc<Live>> {
        let key = queue::key(cx, name);
        if let Some(found) = self.queues.find(&key) {
            return Ok(found);
        }
        let _turn = loop {
            self.queues.settle(&key, waits).await?;
            let turn = self.queues.loading.lock().await;
            if let Some(found) = self.queues.find(&key) {
                return Ok(found);
            }
            if self.queues.doubtful(&key).is_none() {
                break turn;
            }
        };
        let record = QUEUES.get(cx.tables(), &key).await?.ok_or_else(errors::no_queue)?;
        let lease = match self.lease(&record.id).await {
            Err(error) if !waits => self.ask_for(error, &record.id).await?,
            done => done?,
        };
        // What stands now is what the lease is held over.
        let record = QUEUES.get(cx.tables(), &key).await?.filter(|it| it.id == record.id);
        let record = record.ok_or_else(errors::no_queue)?;
        let arn = names::arn(cx, name);
        let state = load(cx.tables(), record, cx.now().millis()).await?;
        let live = Live::new(self.platform.clone(), (key, arn), lease, state);
        self.queues.keep(&live);
        Ok(live)
    }

    /// The policy of a queue of the caller's account and region; the one in memory where this process
    /// serves it.
    async fn policy(&self, cx: &Context, name: &str) -> Result<Option<Arc<Document>>> {
        let key = queue::key(cx, name);
        if let Some(found) = self.queues.find(&key) {
            return Ok(found.state().settings.policy.clone());
        }
        let record = QUEUES.get(cx.tables(), &key).await?;
        Ok(record.and_then(|record| policy_of(&record)))
    }

    /// The record of a queue of the caller's account and region.
    pub async fn record(&self, cx: &Context, name: &str) -> Result<Option<Queue>> {
        QUEUES.get(cx.tables(), &queue::key(cx, name)).await
    }

    /// All records of the caller's account and region whose names begin so, behind `after`.
    pub async fn records(
        &self,
        cx: &Context,
        prefix: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Queue>> {
        let mut scan = Scan::prefix(&queue::key(cx, prefix)).limit(most);
        if let Some(after) = after {
            scan.range = scan.range.after(&queue::key(cx, after));
        }
        let found = QUEUES.scan(cx.tables(), scan).await?;
        Ok(found.into_iter().map(|(_, record)| record).collect())
    }

    /// Makes a queue this process's, where there are others.
    async fn lease(&self, queue_id: &str) -> Result<Option<Lease>> {
        if self.platform.leases.company() == Company::Alone {
            return Ok(None);
        }
        if self.is_resting() {
            return Err(errors::elsewhere().held_by(Owner::Other));
        }
        match self.platform.leases.take(lease_name(queue_id).as_bytes()).await? {
            Taking::Taken(lease) => Ok(Some(lease)),
            Taking::Held(_, owner) => Err(errors::elsewhere().held_by(Owner::Process(owner))),
        }
    }

    /// Has a queue given up by the process that serves it, for a commit that is about two queues.
    async fn ask_for(&self, error: platform::Error, queue_id: &str) -> Result<Option<Lease>> {
        match (self.platform.peers(), &error.owner) {
            (Some(peers), Some(Owner::Process(owner))) => {
                peers.ask_for(owner, lease_name(queue_id).as_bytes()).await?;
                self.lease(queue_id).await
            }
            _ => Err(error),
        }
    }

    /// Removes the rows of queues that were deleted.
    ///
    /// # Errors
    /// The storage's; what is left is removed at the next start.
    pub async fn sweep_gone(&self) -> Result<()> {
        let tables = &*self.platform.store.tables;
        for (id, _) in tables.scan(GONE, Scan::prefix(b"")).await? {
            sweep(tables, &String::from_utf8_lossy(&id)).await?;
        }
        Ok(())
    }
}

impl Policies for Sqs {
    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
        Box::pin(self.policy(context, resource.resource))
    }

    /// "Cross-account permissions don't apply to the following actions", says the developer guide
    /// ("Limitations of custom policies").
    fn is_owners(&self, action: &str) -> bool {
        const OWNERS: [&str; 12] = [
            "AddPermission",
            "CancelMessageMoveTask",
            "CreateQueue",
            "DeleteQueue",
            "ListMessageMoveTasks",
            "ListQueueTags",
            "ListQueues",
            "RemovePermission",
            "SetQueueAttributes",
            "StartMessageMoveTask",
            "TagQueue",
            "UntagQueue",
        ];
        action.strip_prefix("sqs:").is_some_and(|name| OWNERS.contains(&name))
    }
}

/// The name of a queue's lease.
pub fn lease_name(queue_id: &str) -> String {
    format!("sqs\0{queue_id}")
}

/// Removes the rows of a queue that was deleted.
pub async fn sweep(tables: &dyn Tables, queue_id: &str) -> Result<()> {
    let of = [MESSAGES.table, SIGHTS.table, SEEN.table];
    let forgotten = store::remove_all(tables, &of, queue_id.as_bytes()).await?;
    let last = Batch::new().delete(MARKS.table, queue_id).delete(GONE, queue_id);
    tables.commit(last.removing(forgotten)).await?;
    Ok(())
}

/// Walks through rows with a prefix, a page at a time.
async fn each_row(
    tables: &dyn Tables,
    table: Table,
    prefix: &[u8],
    mut row: impl FnMut(Pair) -> Result<()>,
) -> Result<()> {
    let mut range = KeyRange::prefix(prefix);
    loop {
        let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
        let rows = tables.scan(table, scan).await?;
        let Some((last, _)) = rows.last() else { return Ok(()) };
        range = range.after(last);
        rows.into_iter().try_for_each(&mut row)?;
    }
}

/// A queue as its rows are.
async fn load(tables: &dyn Tables, record: Queue, now: i64) -> Result<State> {
    let prefix = record.id.as_bytes();
    let mut sights: BTreeMap<u64, Sight> = BTreeMap::new();
    each_row(tables, SIGHTS.table, prefix, |(key, value)| {
        let seq = seq_of(&key).unwrap_or_default();
        sights.insert(seq, SIGHTS.decode(&key, &value)?);
        Ok(())
    })
    .await?;
    let mut machine = Machine::new(record.is_fifo());
    each_row(tables, MESSAGES.table, prefix, |(key, value)| {
        let message = MESSAGES.decode(&key, &value)?;
        let seq = seq_of(&key).unwrap_or_default();
        machine.insert(seq, entry(&record, &message, sights.get(&seq), now));
        Ok(())
    })
    .await?;
    each_row(tables, SEEN.table, prefix, |(key, value)| {
        let used = SEEN.decode(&key, &value)?;
        if let Some(id) = seen::parts(&key) {
            machine.seen.note(id, used.seq, used.message_id, used.until_ms);
        }
        Ok(())
    })
    .await?;
    let mark = MARKS.get(tables, prefix).await?.unwrap_or(0);
    let last = mark.max(machine.last().unwrap_or(0)).max(machine.seen.last().unwrap_or(0));
    Ok(State::new(record, machine, last))
}

fn entry(queue: &Queue, message: &Message, sight: Option<&Sight>, now: i64) -> Entry {
    let group = message.group.as_deref().filter(|_| queue.is_fifo()).map(Arc::from);
    let stand = match (sight, message.delayed_until_ms) {
        (Some(sight), _) if sight.until_ms > now => Stand::InFlight(sight.until_ms),
        (None, Some(until_ms)) if until_ms > now => Stand::Delayed(until_ms),
        _ => Stand::Visible,
    };
    let mut entry = Entry::new(message.sent_ms, group, stand);
    let back = sight.map(|sight| sight.until_ms).or(message.delayed_until_ms);
    entry.since = back.unwrap_or(message.sent_ms);
    if let Some(sight) = sight {
        (entry.count, entry.first_ms) = (sight.count, Some(sight.first_ms));
        entry.last_ms = sight.last_ms.or((sight.count == 1).then_some(sight.first_ms));
    }
    entry
}

#[cfg(test)]
mod tests {
    use crate::operations::fixture::{faulty, setting};
    use platform::testing::soon;
    use platform::{Principal, Service};
    use shapes::sqs::ops::{
        AddPermission, ChangeMessageVisibility, DeleteMessage, DeleteQueue, GetQueueUrl,
        ReceiveMessage, SendMessage, SetQueueAttributes,
    };
    use shapes::sqs::{
        AddPermissionRequest, ChangeMessageVisibilityRequest, DeleteMessageRequest,
        DeleteQueueRequest, GetQueueUrlRequest, ReceiveMessageRequest, SendMessageRequest,
        SetQueueAttributesRequest,
    };
    use std::time::Duration;
    use store::faulty::{Call, Fault};

    fn message(url: &str) -> SendMessageRequest {
        SendMessageRequest {
            queue_url: url.to_owned(),
            message_body: "m".to_owned(),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn a_queue_is_one_process_s_until_that_has_ended() {
        let (first, second) = {
            let ground = setting().await;
            (ground.beside(3), ground.beside(4))
        };
        let url = first.queue("q", &[]).await;
        first.send(&url, "a").await;
        let send = |at: &crate::operations::fixture::Setting| {
            let (sqs, cx, input) = (at.sqs.clone(), at.cx.clone(), message(&url));
            async move { cx.run::<SendMessage, _>(&*sqs, input).await }
        };
        let refused = send(&second).await.unwrap_err();
        assert!(refused.is_server_fault(), "every client tries again: {refused}");
        first.sqs.close().await;
        assert_eq!(second.receive(&url, 1).await.len(), 1);
        assert!(send(&first).await.unwrap_err().is_server_fault());
    }

    #[tokio::test]
    async fn an_owner_that_slept_past_its_end_changes_nothing() {
        let (first, second) = {
            let ground = setting().await;
            (ground.beside(3), ground.beside(4))
        };
        let url = first.queue("q", &[]).await;
        first.send(&url, "a").await;
        // No task of the first gives a sign of life before the second takes over.
        first.clock.advance(Duration::from_secs(60));
        let taken = second.receive(&url, 1).await;
        assert_eq!(taken.len(), 1);
        let error = first.cx.run::<SendMessage, _>(&*first.sqs, message(&url)).await;
        assert!(error.unwrap_err().is_server_fault());
        second.delete(&url, &taken[0]).await;
        assert!(second.receive(&url, 10).await.is_empty());
    }

    #[tokio::test]
    async fn an_owner_that_slept_past_its_end_does_not_answer_from_memory() {
        // One message is known to it as it was before it was received, the other is not.
        for (index, deletes) in [(0, true), (1, true), (1, false)] {
            let (first, second) = {
                let ground = setting().await;
                (ground.beside(3), ground.beside(4))
            };
            let url = first.queue("q", &[]).await;
            first.send(&url, "a").await;
            first.clock.advance(Duration::from_secs(60));
            second.send(&url, "b").await;
            let taken = second.receive(&url, 10).await;
            let (queue_url, handle) = (url.clone(), taken[index].receipt_handle.clone());
            let receipt_handle = handle.unwrap();
            let done = if deletes {
                let input = DeleteMessageRequest { queue_url, receipt_handle };
                first.cx.run::<DeleteMessage, _>(&*first.sqs, input).await
            } else {
                let visibility_timeout = 0;
                let input = ChangeMessageVisibilityRequest {
                    queue_url,
                    receipt_handle,
                    visibility_timeout,
                };
                first.cx.run::<ChangeMessageVisibility, _>(&*first.sqs, input).await
            };
            assert!(done.unwrap_err().is_server_fault(), "{index} {deletes}: it was not done");
        }
    }

    #[tokio::test]
    async fn a_commit_of_unknown_fate_lets_the_queue_be_read_anew() {
        for kept in [false, true] {
            let (at, faults) = faulty();
            let url = at.queue("q", &[]).await;
            at.send(&url, "a").await;
            let waiting = tokio::spawn(at.receiving(&url, 20));
            assert_eq!(soon(waiting).await.unwrap().len(), 1);
            faults.fail_next(Call::Commit, Fault::Unknown { kept });
            let sent = at.cx.run::<SendMessage, _>(&*at.sqs, message(&url)).await;
            assert!(sent.unwrap_err().is_server_fault());
            let found = at.receive(&url, 10).await;
            assert_eq!(found.len(), usize::from(kept), "kept: {kept}");
            for message in &found {
                faults.fail_next(Call::Commit, Fault::Unknown { kept });
                let input = shapes::sqs::DeleteMessageRequest {
                    queue_url: url.clone(),
                    receipt_handle: message.receipt_handle.clone().unwrap(),
                };
                let deleted = at.cx.run::<shapes::sqs::ops::DeleteMessage, _>(&*at.sqs, input);
                assert!(deleted.await.is_err());
            }
            at.clock.advance(Duration::from_secs(30));
            assert_eq!(at.receive(&url, 10).await.len(), 1, "the first, that is not deleted");
        }
    }

    #[tokio::test]
    async fn the_dead_are_not_lost_with_the_queue_that_they_go_to() {
        let at = setting().await;
        let dead = at.queue("dead", &[]).await;
        let policy = r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":1}"#;
        let url = at.queue("q", &[("RedrivePolicy", policy), ("VisibilityTimeout", "1")]).await;
        for body in ["a", "b", "c"] {
            at.send(&url, body).await;
        }
        assert_eq!(at.receive(&url, 10).await.len(), 3);
        at.clock.advance(Duration::from_secs(1));
        let target = at.sqs.queue(&at.cx, &dead).await.unwrap();
        // Somebody is about to delete it.
        let turn = target.turn.clone().write_owned().await;
        assert!(at.receive(&url, 1).await.is_empty());
        drop(turn);
        let input = DeleteQueueRequest { queue_url: dead };
        at.cx.run::<DeleteQueue, _>(&*at.sqs, input).await.unwrap();
        at.clock.advance(Duration::from_secs(1));
        assert_eq!(at.receive(&url, 1).await.len(), 1, "there is nowhere to go any more");
        assert_eq!(at.receive(&url, 1).await.len(), 1, "no more are given than were asked for");
        assert_eq!(at.receive(&url, 10).await.len(), 1);
    }

    #[tokio::test]
    async fn what_could_not_die_keeps_nobody_waiting_where_it_was_to_go() {
        let (at, faults) = faulty();
        let content = ("ContentBasedDeduplication", "true");
        let dead = at.queue("dead.fifo", &[("FifoQueue", "true"), content]).await;
        let policy = r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead.fifo","maxReceiveCount":1}"#;
        let settings = [("FifoQueue", "true"), content, ("RedrivePolicy", policy)];
        let url = at.queue("q.fifo", &settings).await;
        at.send_to_group(&url, "a", "g").await;
        assert_eq!(at.receive(&url, 1).await.len(), 1);
        at.clock.advance(Duration::from_secs(30));
        faults.fail_next(Call::Commit, Fault::Full);
        let input = ReceiveMessageRequest { queue_url: url.clone(), ..Default::default() };
        let received = at.cx.run::<ReceiveMessage, _>(&*at.sqs, input).await;
        assert!(received.unwrap_err().is_server_fault());
        faults.heal();
        at.send_to_group(&dead, "b", "g").await;
        assert_eq!(at.receive(&dead, 1).await[0].body.as_deref(), Some("b"));
        assert!(at.receive(&url, 1).await.is_empty());
        assert!(at.receive(&dead, 10).await.is_empty(), "it waits for what is in flight");
        at.clock.advance(Duration::from_secs(30));
        let died: Vec<_> = at.receive(&dead, 10).await;
        let died: Vec<_> = died.iter().map(|it| it.body.as_deref().unwrap()).collect();
        assert_eq!(died, ["b", "a"]);
    }

    #[tokio::test]
    async fn another_account_may_what_the_policy_allows() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        let platform = at.cx.platform().clone();
        platform.serve(platform::served(&at.sqs));
        let other = Principal::root("111111111111");
        let other = platform.context(other, "111111111111", "us-east-1");
        let denied = other.call::<SendMessage>(message(&url)).await.unwrap_err();
        assert_eq!(denied.shape.status, 403, "{denied}");
        let input = AddPermissionRequest {
            queue_url: url.clone(),
            label: "them".into(),
            aws_account_ids: vec!["111111111111".into()],
            actions: vec!["SendMessage".into(), "GetQueueUrl".into()],
        };
        at.cx.call::<AddPermission>(input).await.unwrap();
        other.call::<SendMessage>(message(&url)).await.unwrap();
        let input = GetQueueUrlRequest {
            queue_name: "q".into(),
            queue_owner_aws_account_id: Some("000000000000".into()),
        };
        assert_eq!(other.call::<GetQueueUrl>(input).await.unwrap().queue_url, Some(url.clone()));
        let all = r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:*"}}"#;
        let input = SetQueueAttributesRequest {
            queue_url: url.clone(),
            attributes: [("Policy".to_owned(), all.to_owned())].into(),
        };
        at.cx.call::<SetQueueAttributes>(input.clone()).await.unwrap();
        other.call::<SetQueueAttributes>(input).await.unwrap_err();
        let input = DeleteQueueRequest { queue_url: url.clone() };
        other.call::<DeleteQueue>(input).await.unwrap_err();
        assert_eq!(at.receive(&url, 1).await[0].body.as_deref(), Some("m"));
    }
}

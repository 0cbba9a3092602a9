//! FIFO topics ("Message delivery for FIFO topics").
//!
//! A FIFO topic is one process's at a time, which holds its shelf of the outbox. What is published
//! takes its place as it comes, and all that has come in meanwhile is stored in one commit: so the
//! order in which messages are numbered, stored and delivered is one, and of two with the same
//! deduplication id the second is known for what it is.

mod seen;

use crate::counts::FilteredOut;
use crate::outbox::{of_topic, shelf::Shelf};
use crate::publish::{Accepted, addressed};
use crate::records::archive::{self, ARCHIVE};
use crate::records::gone::GONE;
use crate::records::message::{Message, Outgoing};
use crate::records::seen::{self as row, SEEN, Used};
use crate::records::sequence::{FIRST, SEQUENCES};
use crate::topics::Known;
use crate::{Sns, errors};
use platform::{Context, Error, Refused, Result, finish};
use seen::{Seen, WINDOW_MS};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Batch, Scan, Tables};
use tokio::sync::oneshot;

/// The FIFO topics that this process serves, by their ids.
#[derive(Default)]
pub struct Orders {
    live: Mutex<BTreeMap<String, Arc<Order>>>,
    loading: tokio::sync::Mutex<()>,
}

/// A FIFO topic that this process serves.
pub(crate) struct Order {
    topic_id: String,
    shelf: Arc<Shelf>,
    waiting: Mutex<Vec<Waiting>>,
    /// Held while what has come in is stored.
    state: tokio::sync::Mutex<State>,
}

#[derive(Default)]
struct State {
    seen: Seen,
    last: u64,
    /// When the last message was published that is kept.
    last_ms: i64,
    /// What was known of the topic before this revision holds no more.
    least_revision: u64,
    /// It is not known whether what was to be stored last is: the rows say what is.
    is_doubtful: bool,
}

impl State {
    async fn read(tables: &dyn Tables, topic_id: &str) -> Result<Self> {
        let mut seen = Seen::default();
        let prefix = [topic_id.as_bytes(), b"\0"].concat();
        for (key, used) in SEEN.scan(tables, Scan::prefix(&prefix)).await? {
            if let Some(parts) = row::parts(&key) {
                seen.note(parts, used);
            }
        }
        let last = SEQUENCES.get(tables, topic_id.as_bytes()).await?.unwrap_or(FIRST);
        let scan = Scan { range: archive::range(topic_id, 0, None), limit: 1, reverse: true };
        let kept = tables.scan(ARCHIVE.table, scan).await?;
        let last_ms = kept.first().and_then(|(key, _)| archive::place(key)).map_or(0, |it| it.0);
        Ok(Self { seen, last, last_ms, least_revision: 0, is_doubtful: false })
    }
}

/// A time in which nobody publishes.
pub(crate) struct Still<'a>(tokio::sync::MutexGuard<'a, State>);

impl Still<'_> {
    /// Who publishes after this is to know the topic as it is at this revision.
    pub(crate) fn expect(&mut self, revision: u64) {
        self.0.least_revision = self.0.least_revision.max(revision);
    }
}

impl Waiting {
    fn refuse(self, error: &Error) {
        // Who asked may have gone away.
        let _ = self.reply.send(Err(error.clone()));
    }
}

type Reply = oneshot::Sender<Result<Vec<Accepted>>>;

/// Messages that are to be stored, all in one commit.
struct Waiting {
    known: Arc<Known>,
    messages: Vec<Message>,
    reply: Reply,
}

/// What a commit of messages comes to.
#[derive(Default)]
struct Entered {
    batch: Batch,
    /// How many are new.
    count: usize,
    outgoing: Vec<(u64, Arc<Outgoing>, Arc<Known>)>,
    /// For how many subscriptions each is not.
    filtered: Vec<(FilteredOut, Arc<Known>)>,
    replies: Vec<(Reply, Vec<Accepted>)>,
}

impl Orders {
    fn find(&self, topic_id: &str) -> Option<Arc<Order>> {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        live.get(topic_id).filter(|order| !order.shelf.is_lost()).cloned()
    }

    fn keep(&self, order: &Arc<Order>) {
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        live.insert(order.topic_id.clone(), order.clone());
    }

    /// Forgets a topic that is gone.
    pub fn forget(&self, topic_id: &str) {
        self.live.lock().unwrap_or_else(PoisonError::into_inner).remove(topic_id);
    }
}

impl Order {
    /// The topic's shelf.
    pub(crate) fn shelf(&self) -> &Arc<Shelf> {
        &self.shelf
    }

    /// Keeps everybody from publishing.
    pub(crate) async fn still(&self) -> Still<'_> {
        Still(self.state.lock().await)
    }

    fn waiting(&self) -> Vec<Waiting> {
        std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sns {
    /// Accepts messages for a FIFO topic, in their order.
    ///
    /// # Errors
    /// The storage's; another process serves the topic.
    pub async fn publish_in_order(
        &self,
        cx: &Context,
        known: Arc<Known>,
        messages: Vec<Message>,
    ) -> Result<Vec<Accepted>> {
        let ends = || Error::internal("the service ends");
        let service = self.me.upgrade().ok_or_else(ends)?;
        let order = service.order(&known.topic.id).await?;
        let now = cx.now().millis();
        let (reply, answer) = oneshot::channel();
        let own = Waiting { known, messages, reply };
        order.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(own);
        let work = async move {
            let mut state = order.state.lock().await;
            let waiting = order.waiting();
            if !waiting.is_empty() {
                service.store(&order, &mut state, waiting, now).await;
            }
        };
        finish(work).await;
        answer.await.map_err(|_| ends())?
    }

    /// A FIFO topic, which becomes this process's.
    ///
    /// # Errors
    /// The storage's; another process serves the topic.
    pub(crate) async fn order(self: &Arc<Self>, topic_id: &str) -> Result<Arc<Order>> {
        if let Some(order) = self.orders.find(topic_id) {
            return Ok(order);
        }
        let _loading = self.orders.loading.lock().await;
        if let Some(order) = self.orders.find(topic_id) {
            return Ok(order);
        }
        let name = of_topic(topic_id);
        let Some(shelf) = self.shelf(&name).await? else {
            return Err(self.held_elsewhere(&name).await);
        };
        let state = State::read(&*self.platform.store.tables, topic_id).await?;
        let order = Arc::new(Order {
            topic_id: topic_id.to_owned(),
            shelf,
            waiting: Mutex::default(),
            state: tokio::sync::Mutex::new(state),
        });
        self.orders.keep(&order);
        Ok(order)
    }

    /// Stores messages and begins their deliveries.
    async fn store(
        self: &Arc<Self>,
        order: &Order,
        state: &mut State,
        waiting: Vec<Waiting>,
        now: i64,
    ) {
        let tables = &*self.platform.store.tables;
        if state.is_doubtful {
            match State::read(tables, &order.topic_id).await {
                Ok(read) => *state = State { least_revision: state.least_revision, ..read },
                Err(error) => return waiting.into_iter().for_each(|it| it.refuse(&error)),
            }
        }
        let mut current = Vec::with_capacity(waiting.len());
        for mut it in waiting {
            if it.known.topic.revision < state.least_revision
                && let Some((cx, name)) = self.surroundings(&it.known.arn)
            {
                match self.find(&cx, name).await {
                    Ok(Some(known)) => it.known = known,
                    Ok(None) => {}
                    // Whom it is for is not known.
                    Err(error) => {
                        it.refuse(&error);
                        continue;
                    }
                }
            }
            current.push(it);
        }
        let entered = match enter(order, state, current, now) {
            Ok(entered) => entered,
            Err(error) => return tracing::error!(%error, "messages cannot be written"),
        };
        let Entered { batch, outgoing, filtered, replies, .. } = entered;
        let stored = match batch.writes.is_empty() {
            true => Ok(()),
            false => order.shelf.commit(tables, batch).await,
        };
        let is_stored = stored.is_ok();
        for (filtered, known) in filtered.iter().filter(|_| is_stored) {
            filtered.tell(&self.platform, known);
        }
        if !matches!(stored, Err(Refused::Lost)) {
            for (number, outgoing, known) in &outgoing {
                let known = Some(&**known);
                self.on_its_way(&order.shelf, *number, outgoing, known, is_stored).await;
            }
        }
        state.is_doubtful = !is_stored;
        let answer = stored.map_err(|refused| match refused {
            Refused::Lost => errors::elsewhere(),
            Refused::Store(error) => error.into(),
        });
        for (reply, accepted) in replies {
            // Who asked may have gone away.
            let _ = reply.send(answer.clone().map(|()| accepted));
        }
    }

    /// Removes what is left of FIFO topics that were deleted.
    ///
    /// # Errors
    /// The storage's; what is left is removed at the next start.
    pub(crate) async fn sweep_gone(&self) -> Result<()> {
        let tables = &*self.platform.store.tables;
        for (id, _) in tables.scan(GONE, Scan::prefix(b"")).await? {
            sweep(tables, &id).await?;
        }
        Ok(())
    }

    /// Removes what is left of a topic, in the background.
    pub(crate) fn sweep_soon(&self, topic_id: String) {
        self.orders.forget(&topic_id);
        let tables = self.platform.store.tables.clone();
        tokio::spawn(async move {
            if let Err(error) = sweep(&*tables, topic_id.as_bytes()).await {
                tracing::warn!(%error, "rows of a topic that was deleted are not removed yet");
            }
        });
    }
}

async fn sweep(tables: &dyn Tables, topic_id: &[u8]) -> Result<()> {
    let prefix = [topic_id, b"\0"].concat();
    let forgotten = store::remove_all(tables, &[SEEN.table], &prefix).await?;
    let batch = Batch::new().delete(SEQUENCES.table, topic_id).delete(GONE, topic_id);
    Ok(tables.commit(batch.removing(forgotten)).await?)
}

/// Numbers messages that were not published before, and gives what is to be stored of them.
fn enter(order: &Order, state: &mut State, waiting: Vec<Waiting>, now: i64) -> Result<Entered> {
    let mut entered = Entered::default();
    let before = state.last;
    for Waiting { known, messages, reply } in waiting {
        let mut accepted = Vec::with_capacity(messages.len());
        let per_group = known
            .topic
            .attributes
            .get("FifoThroughputScope")
            .is_some_and(|scope| scope == "MessageGroup");
        for mut message in messages {
            let group = message.group.clone().filter(|_| per_group).unwrap_or_default();
            let key = (group, message.dedup.clone().unwrap_or_default());
            if let Some(used) = state.seen.find(&key, now) {
                let sequence = Some(used.sequence.to_string());
                accepted.push(Accepted { message_id: used.message_id.clone(), sequence });
                continue;
            }
            state.last += 1;
            message.sequence = Some(state.last.to_string());
            let used = Used {
                message_id: message.id.clone(),
                sequence: state.last,
                until_ms: now + WINDOW_MS,
            };
            let stored = SEEN.encode(&used)?;
            entered.batch = entered.batch.put(SEEN.table, row::key(&order.topic_id, &key), stored);
            state.seen.note(key, used);
            entered.count += 1;
            let (message_id, sequence) = (message.id.clone(), message.sequence.clone());
            accepted.push(Accepted { message_id, sequence });
            if crate::archive::is_on(&known.topic) {
                state.last_ms = state.last_ms.max(now);
                let key = archive::key(&order.topic_id, (state.last_ms, state.last));
                entered.batch = entered.batch.put(ARCHIVE.table, key, ARCHIVE.encode(&message)?);
            }
            let (outgoing, filtered) = addressed(&known, message);
            entered.filtered.push((filtered, known.clone()));
            if !outgoing.to.is_empty() {
                let number = order.shelf.number();
                entered.batch = order.shelf.put(entered.batch, number, &outgoing)?;
                entered.outgoing.push((number, Arc::new(outgoing), known.clone()));
            }
        }
        entered.replies.push((reply, accepted));
    }
    if state.last > before {
        let stored = SEQUENCES.encode(&state.last)?;
        entered.batch = entered.batch.put(SEQUENCES.table, order.topic_id.as_bytes(), stored);
        for ended in state.seen.expire(now, 4 * entered.count) {
            let key = row::key(&order.topic_id, &ended);
            entered.batch = entered.batch.delete(SEEN.table, key);
        }
    }
    Ok(entered)
}

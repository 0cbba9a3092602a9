//! Messages that were accepted and are on their way ("Amazon SNS message durability").
//!
//! A message is stored, with the names of those who are to get it, in the one commit that its
//! publisher waits for. It is delivered at once after that, by this process ([`lanes`], [`shelf`]);
//! which deliveries are settled is written down in commits of their own, as many in one as there
//! are. A delivery that is to be tried again later becomes a row with a deadline, except where an
//! order is to be kept: there what comes behind it waits too.

pub mod lanes;
mod settle;
pub mod shelf;

use crate::records::later::{KIND, LATER};
use crate::records::message::{self, OUTBOX, Outgoing};
use crate::records::settled::SETTLED;
use crate::topics::Known;
use crate::{Sns, names};
use lanes::{LaneKey, Pace};
use platform::{
    Company, Context, Deadline, Deadlines, Error, Owner, Principal, Refused, Result, Taking, finish,
};
use shelf::Shelf;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use store::{Batch, KeyRange, Scan};
use tokio::sync::{Semaphore, watch};

/// How often a process that is not alone looks for what dead ones left.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// How many messages of a shelf that was taken are read at once.
const PAGE: usize = 64;
/// How many deliveries to queues and functions, and to addresses elsewhere, are under way at once.
const NEAR: usize = 64;
const FAR: usize = 256;

/// The messages on their way.
pub struct Outbox {
    shelves: Mutex<BTreeMap<String, Arc<Shelf>>>,
    /// Held while a shelf is taken.
    taking: tokio::sync::Mutex<()>,
    stopping: watch::Sender<bool>,
    /// How many tasks there are.
    busy: watch::Sender<usize>,
    /// Deliveries to queues and functions.
    pub near: Semaphore,
    /// Deliveries to addresses elsewhere, which may take long.
    pub far: Semaphore,
}

impl Default for Outbox {
    fn default() -> Self {
        Self {
            shelves: Mutex::default(),
            taking: tokio::sync::Mutex::default(),
            stopping: watch::Sender::new(false),
            busy: watch::Sender::new(0),
            near: Semaphore::new(NEAR),
            far: Semaphore::new(FAR),
        }
    }
}

impl Outbox {
    fn shelves(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Shelf>>> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn held(&self, name: &str) -> Option<Arc<Shelf>> {
        self.shelves().get(name).filter(|shelf| !shelf.is_lost()).cloned()
    }

    /// Whether no delivery is to begin any more.
    pub fn is_stopping(&self) -> bool {
        *self.stopping.borrow()
    }

    /// Resolves when no delivery is to begin any more.
    pub async fn stopped(&self) {
        // The sender lives as long as this does.
        let _ = self.stopping.subscribe().wait_for(|stopping| *stopping).await;
    }

    /// Ends deliveries, once those under way are settled; what is left stays.
    pub async fn rest(&self) {
        self.stopping.send_replace(true);
        let _ = self.busy.subscribe().wait_for(|busy| *busy == 0).await;
    }

    /// Leaves what stays to other processes.
    pub async fn give_up(&self) {
        let held = std::mem::take(&mut *self.shelves());
        for shelf in held.values() {
            shelf.give_up().await;
        }
    }
}

/// The name of a FIFO topic's shelf.
pub fn of_topic(id: &str) -> String {
    format!("fifo-{id}")
}

fn lease_name(shelf: &str) -> String {
    format!("sns-outbox/{shelf}")
}

/// How a subscription is delivered to. One worker is enough for a queue, since it takes ten messages
/// at once, and keeps them as they come.
fn pace(protocol: &str) -> Pace {
    match protocol {
        "lambda" => Pace { workers: 4, at_once: 1 },
        "http" | "https" => Pace { workers: 8, at_once: 1 },
        _ => Pace { workers: 1, at_once: 10 },
    }
}

impl Sns {
    /// Accepts a message that is delivered in no particular order, durably.
    ///
    /// # Errors
    /// The storage's.
    pub async fn send_out(&self, outgoing: Outgoing) -> Result<()> {
        self.send_all_out(vec![outgoing], None).await
    }

    /// The same for several, in one commit. What nobody is to get is not kept.
    ///
    /// # Errors
    /// The storage's.
    pub async fn send_all_out(&self, all: Vec<Outgoing>, known: Option<Arc<Known>>) -> Result<()> {
        let all: Vec<_> = all.into_iter().filter(|it| !it.to.is_empty()).map(Arc::new).collect();
        if all.is_empty() {
            return Ok(());
        }
        let service = self.me.upgrade().ok_or_else(|| Error::internal("the service ends"))?;
        finish(async move { service.line_up(&all, known.as_deref(), Batch::new()).await }).await
    }

    /// Puts messages on a shelf of this process, in a commit with this batch.
    async fn line_up(
        self: &Arc<Self>,
        all: &[Arc<Outgoing>],
        known: Option<&Known>,
        batch: Batch,
    ) -> Result<()> {
        loop {
            let shelf = self.own_shelf().await?;
            let mut put = batch.clone();
            let mut numbers = Vec::with_capacity(all.len());
            for outgoing in all {
                let number = shelf.number();
                put = shelf.put(put, number, outgoing)?;
                numbers.push(number);
            }
            let committed = shelf.commit(&*self.platform.store.tables, put).await;
            let numbered = numbers.into_iter().zip(all);
            match committed {
                Ok(()) => {
                    for (number, outgoing) in numbered {
                        self.on_its_way(&shelf, number, outgoing, known, true).await;
                    }
                    return Ok(());
                }
                // Another process took this one for dead: it takes another shelf.
                Err(Refused::Lost) => {}
                // It may be stored all the same.
                Err(Refused::Store(error)) => {
                    for (number, outgoing) in numbered {
                        self.on_its_way(&shelf, number, outgoing, known, false).await;
                    }
                    return Err(error.into());
                }
            }
        }
    }

    /// Begins the deliveries of a message that is stored; of one that may be, its row says whether.
    pub async fn on_its_way(
        self: &Arc<Self>,
        shelf: &Arc<Shelf>,
        number: u64,
        outgoing: &Arc<Outgoing>,
        known: Option<&Known>,
        is_stored: bool,
    ) {
        let lanes = match known {
            Some(known) => lanes(outgoing, Some(known)),
            None => self.lanes_of(outgoing).await,
        };
        let kept = is_stored.then(|| outgoing.clone());
        let begin = shelf.add(number, kept, Vec::new(), lanes);
        begin.into_iter().for_each(|lane| self.begin(shelf, lane));
    }

    /// The lanes of a message whose topic is to be looked up.
    async fn lanes_of(&self, outgoing: &Outgoing) -> Vec<(LaneKey, Pace)> {
        let known = match self.surroundings(&outgoing.message.topic) {
            Some((cx, name)) => self.find(&cx, name).await.ok().flatten(),
            None => None,
        };
        lanes(outgoing, known.as_deref())
    }

    /// The surroundings of deliveries from a topic, and its name.
    pub fn surroundings<'a>(&self, topic: &'a str) -> Option<(Context, &'a str)> {
        let named = names::topic(topic, "TopicArn").ok()?;
        let sns = Principal::service("sns.amazonaws.com");
        let cx = self.platform.context(sns, named.account, named.region);
        Some((cx.on_behalf_of(topic), named.name))
    }

    /// Begins a worker more in a lane.
    fn begin(self: &Arc<Self>, shelf: &Arc<Shelf>, lane: LaneKey) {
        let (service, shelf) = (self.clone(), shelf.clone());
        self.task(async move { service.work(&shelf, &lane).await });
    }

    /// Begins a task whose end a stop waits for.
    pub(crate) fn task(self: &Arc<Self>, work: impl Future<Output = ()> + Send + 'static) {
        let service = self.clone();
        self.outbox.busy.send_modify(|busy| *busy += 1);
        tokio::spawn(async move {
            let _busy = Busy(&service.outbox.busy);
            work.await;
        });
    }

    /// A shelf for what this process accepts.
    async fn own_shelf(self: &Arc<Self>) -> Result<Arc<Shelf>> {
        let own = || {
            let shelves = self.outbox.shelves();
            let mut own = shelves.values().filter(|it| it.name.starts_with("slot-"));
            own.find(|it| !it.is_lost()).cloned()
        };
        if let Some(own) = own() {
            return Ok(own);
        }
        for number in 0..=u32::MAX {
            if let Some(shelf) = self.shelf(&format!("slot-{number}")).await? {
                return Ok(shelf);
            }
        }
        Err(Error::internal("there are no more shelves"))
    }

    /// A shelf, unless another process holds it. What lies there is taken up.
    ///
    /// # Errors
    /// The storage's.
    pub async fn shelf(self: &Arc<Self>, name: &str) -> Result<Option<Arc<Shelf>>> {
        if let Some(held) = self.outbox.held(name) {
            return Ok(Some(held));
        }
        let _taking = self.outbox.taking.lock().await;
        if let Some(held) = self.outbox.held(name) {
            return Ok(Some(held));
        }
        let lease = match self.platform.leases.company() {
            Company::Alone => None,
            Company::Shared => {
                match self.platform.leases.take(lease_name(name).as_bytes()).await? {
                    Taking::Taken(lease) => Some(lease),
                    Taking::Held(..) => return Ok(None),
                }
            }
        };
        let scan =
            Scan { range: KeyRange::prefix(&message::prefix(name)), limit: 1, reverse: true };
        let last = self.platform.store.tables.scan(OUTBOX.table, scan).await?.pop();
        let next = last.and_then(|(key, _)| number_of(&key)).map_or(0, |number| number + 1);
        let shelf = Shelf::new(name.to_owned(), lease, next);
        self.take_up(&shelf).await?;
        self.outbox.shelves().insert(name.to_owned(), shelf.clone());
        Ok(Some(shelf))
    }

    /// The refusal of what is to be done with a shelf that another process holds.
    pub async fn held_elsewhere(&self, name: &str) -> Error {
        let lease = lease_name(name);
        let owners = self.platform.leases.owners(lease.as_bytes()).await.unwrap_or_default();
        let owner = owners.into_iter().find(|(name, ..)| name == lease.as_bytes());
        match owner.and_then(|(_, owner, _)| owner) {
            Some(process) => crate::errors::elsewhere().held_by(Owner::Process(process.into())),
            None => crate::errors::elsewhere(),
        }
    }

    /// Goes on with what lies on a shelf that was taken.
    async fn take_up(self: &Arc<Self>, shelf: &Arc<Shelf>) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let prefix = message::prefix(&shelf.name);
        let mut range = KeyRange::prefix(&prefix);
        let mut begin = Vec::new();
        loop {
            let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
            let found = tables.scan(OUTBOX.table, scan).await?;
            let Some((last, _)) = found.last() else { break };
            range = range.after(last);
            for (key, stored) in found {
                let (Ok(outgoing), Some(number)) = (OUTBOX.decode(&key, &stored), number_of(&key))
                else {
                    tracing::error!(key = %key.escape_ascii(), "a message cannot be read; it stays");
                    continue;
                };
                let marks = tables.scan(SETTLED, Scan::prefix(&key)).await?.into_iter();
                let mark = |mark: &[u8]| String::from_utf8_lossy(&mark[key.len()..]).into();
                let marks: Vec<Arc<str>> = marks.map(|(at, _)| mark(&at)).collect();
                let mut lanes = self.lanes_of(&outgoing).await;
                lanes.retain(|(lane, _)| !marks.contains(&lane.subscription));
                begin.extend(shelf.add(number, None, marks, lanes));
            }
        }
        begin.into_iter().for_each(|lane| self.begin(shelf, lane));
        Ok(())
    }

    /// Takes the shelves whose process has died.
    async fn take_up_shelves(self: &Arc<Self>) -> Result<()> {
        let mut range = KeyRange::all();
        loop {
            let scan = Scan { range: range.clone(), limit: 1, reverse: false };
            let found = self.platform.store.tables.scan(OUTBOX.table, scan).await?;
            let Some((key, _)) = found.first() else { return Ok(()) };
            let end = key.iter().position(|byte| *byte == 0).unwrap_or(key.len());
            let name = String::from_utf8_lossy(&key[..end]).into_owned();
            self.shelf(&name).await?;
            match KeyRange::prefix(&message::prefix(&name)).end {
                Some(next) => range.start = next,
                None => return Ok(()),
            }
        }
    }

    /// Takes up what earlier processes accepted.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn resume(self: &Arc<Self>) -> Result<()> {
        self.take_up_shelves().await?;
        if self.platform.leases.company() == Company::Shared {
            tokio::spawn(keep_looking(self.me.clone(), self.outbox.stopping.subscribe()));
        }
        Ok(())
    }

    /// Hands what is due of deliveries to this process's shelf.
    pub(crate) fn keep_deadlines(&self) {
        let service = self.me.clone();
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => finish(service.fall_due(deadline)).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn fall_due(self: Arc<Self>, deadline: Deadline) -> Result<()> {
        let (tables, id) = (&*self.platform.store.tables, &deadline.id[..]);
        let batch = Deadlines::done(Batch::new(), &deadline);
        match LATER.get_with_bytes(tables, id).await? {
            Some((outgoing, stored)) => {
                let batch = batch.equals(LATER.table, id, stored).delete(LATER.table, id);
                self.line_up(&[Arc::new(outgoing)], None, batch).await
            }
            None => Ok(tables.commit(batch).await?),
        }
    }
}

/// The lanes that a message is to go.
fn lanes(outgoing: &Outgoing, known: Option<&Known>) -> Vec<(LaneKey, Pace)> {
    // Numbers are a FIFO topic's.
    let is_fifo = outgoing.message.sequence.is_some();
    let group = outgoing.message.group.as_deref().filter(|_| is_fifo).map(Arc::from);
    let each = outgoing.to.iter().map(|id| {
        let of = known.and_then(|known| known.subscription(id));
        let pace = pace(of.map_or("", |of| &of.record.protocol));
        (LaneKey { subscription: id.as_str().into(), group: group.clone() }, pace)
    });
    each.collect()
}

fn number_of(key: &[u8]) -> Option<u64> {
    let last = key.len().checked_sub(8)?;
    key.get(last..)?.try_into().ok().map(u64::from_be_bytes)
}

/// A task, until it is dropped.
struct Busy<'a>(&'a watch::Sender<usize>);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|busy| *busy -= 1);
    }
}

/// Looks for what dead processes left, as long as the service lives.
async fn keep_looking(service: Weak<Sns>, mut stopping: watch::Receiver<bool>) {
    loop {
        let pause = service.upgrade().map(|service| service.platform.clock.sleep(LOOK_EVERY));
        let Some(pause) = pause else { return };
        tokio::select! {
            biased;
            _ = stopping.wait_for(|stopping| *stopping) => return,
            () = pause => {}
        }
        let Some(service) = service.upgrade() else { return };
        if let Err(error) = service.take_up_shelves().await {
            tracing::warn!(%error, "messages that others left cannot be looked at");
        }
    }
}

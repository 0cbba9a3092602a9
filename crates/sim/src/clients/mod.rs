//! Those who use a world's processes from outside, and are not told when one dies.

mod admin;
mod alarms;
pub(crate) mod audit;
mod buckets;
mod channels;
mod errands;
mod generations;
pub(crate) mod metrics;
mod objects;
mod queues;
mod records;
mod shards;
pub(crate) mod tables;
pub(crate) mod tasks;
mod told;
mod topics;
mod versions;

use crate::process::Doors;
use crate::time::{Owner, Slot, Time, WORLD, lock};
use crate::witness::Witness;
use platform::{BoxFuture, Context, DEFAULT_ACCOUNT, DEFAULT_REGION, Principal};
use shapes::Operation;
use std::fmt::Debug;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::task::AbortHandle;

/// The stream that is there throughout.
pub(crate) const STREAM: &str = "orders";
/// The function that gets all of its records.
pub(crate) const FUNCTION: &str = "f";
/// How long a client waits for an answer.
const PATIENCE_US: u64 = 15_000_000;

/// Why a client has no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It was refused: nothing has happened.
    Refused(platform::Error),
    /// Nobody listened: nothing has happened.
    Unreachable,
    /// Whether it has happened, or will, nobody knows.
    Unknown,
}

pub(crate) type Answer<T> = Result<T, Failure>;

/// A client.
#[derive(Clone)]
pub(crate) struct Client {
    pub name: String,
    pub time: Time,
    pub witness: Arc<Witness>,
    pub doors: Doors,
    /// When it stops to work, in microseconds.
    pub until_us: u64,
    /// How many processes serve what it asks for.
    pub servers: usize,
    /// Clients that still work.
    pub at_work: Arc<AtomicUsize>,
}

/// An answer on its way out of a process. If it is dropped, the client hears that nothing comes.
struct Reply<T: Send + 'static> {
    slot: Arc<Slot<Answer<T>>>,
    time: Time,
    mourner: u64,
}

impl<T: Send + 'static> Reply<T> {
    fn new(time: &Time, owner: Owner, slot: Arc<Slot<Answer<T>>>) -> Self {
        let (later, unheard) = (time.clone(), slot.clone());
        let hang_up = move || {
            later.after(100, WORLD, false, move || unheard.fill(Err(Failure::Unknown)));
        };
        let mourner = time.mourn(owner, hang_up);
        Self { slot, time: time.clone(), mourner }
    }

    fn give(self, answer: Answer<T>) {
        self.time.console(self.mourner);
        let (us, lost) = self.time.draw(|chance| (chance.between(50, 800), chance.one_in(300)));
        let answer = if lost && self.time.troubled() { Err(Failure::Unknown) } else { answer };
        let slot = self.slot.clone();
        self.time.after(us, WORLD, false, move || slot.fill(answer));
    }
}

impl<T: Send + 'static> Drop for Reply<T> {
    fn drop(&mut self) {
        if self.time.console(self.mourner) {
            let slot = self.slot.clone();
            self.time.after(100, WORLD, false, move || slot.fill(Err(Failure::Unknown)));
        }
    }
}

type Work<T> = Box<dyn FnOnce(Context) -> BoxFuture<'static, platform::Result<T>> + Send>;

impl Client {
    /// The same with another name, for those that others serve.
    pub fn named(&self, name: &str, servers: usize) -> Self {
        Self { name: name.to_owned(), servers, ..self.clone() }
    }

    pub fn is_due(&self) -> bool {
        self.time.now_us() < self.until_us && self.time.violation().is_none()
    }

    pub async fn rest(&self, most_us: u64) {
        let us = self.time.draw(|chance| chance.between(most_us / 20, most_us));
        self.time.sleep(us, WORLD).await;
    }

    pub fn index(&self, length: usize) -> usize {
        self.time.draw(|chance| chance.index(length))
    }

    pub fn one_in(&self, times: u64) -> bool {
        self.time.draw(|chance| chance.one_in(times))
    }

    /// Calls an operation of any process.
    pub async fn call<O: Operation>(&self, on: &str, input: O::Input) -> Answer<O::Output> {
        let work = move |cx: Context| -> BoxFuture<'static, platform::Result<O::Output>> {
            Box::pin(async move { cx.call::<O>(input).await })
        };
        self.ask(&format!("{} {on}", O::SCHEMA.name), Box::new(work)).await
    }

    /// Lets any process do something.
    pub async fn ask<T: Send + 'static>(&self, what: &str, work: Work<T>) -> Answer<T> {
        let number = self.time.number();
        let (server, us) =
            self.time.draw(|chance| (chance.index(self.servers), chance.between(50, 800)));
        self.time.note(format_args!("{} >{number} {what} at p{server}", self.name));
        let slot = Slot::new();
        let task: Arc<Mutex<Option<AbortHandle>>> = Arc::default();
        let (doors, time, to, held) =
            (self.doors.clone(), self.time.clone(), slot.clone(), task.clone());
        self.time.after(us, WORLD, false, move || {
            let Some(door) = lock(&doors)[server].clone() else {
                return to.fill(Err(Failure::Unreachable));
            };
            let reply = Reply::new(&time, door.owner, to);
            let root = Principal::root(DEFAULT_ACCOUNT);
            let cx = door.platform.context(root, DEFAULT_ACCOUNT, DEFAULT_REGION);
            let serving = door.handle.spawn(async move {
                let reply = reply;
                let answer = work(cx).await.map_err(|error| match error.is_server_fault() {
                    true => Failure::Unknown,
                    false => Failure::Refused(error),
                });
                reply.give(answer);
            });
            *lock(&held) = Some(serving.abort_handle());
        });
        let answer = tokio::select! {
            biased;
            answer = slot.filled() => answer,
            () = self.time.sleep(PATIENCE_US, WORLD) => {
                // Its connection is closed, which the process may notice or not.
                let serving = lock(&task).take().filter(|_| self.one_in(2));
                serving.inspect(AbortHandle::abort);
                Err(Failure::Unknown)
            }
        };
        self.note(number, &answer);
        answer
    }

    fn note<T>(&self, number: u64, answer: &Answer<T>) {
        let name = &self.name;
        match answer {
            Ok(_) => self.time.note(format_args!("{name} <{number} ok")),
            Err(Failure::Refused(error)) => {
                self.time.note(format_args!("{name} <{number} {}", error.code()));
            }
            Err(failure) => self.time.note(format_args!("{name} <{number} {failure:?}")),
        }
    }

    /// Does something until it is answered.
    ///
    /// # Errors
    /// Its refusal.
    pub async fn insist<T, F>(&self, mut attempt: impl FnMut() -> F) -> platform::Result<T>
    where
        F: Future<Output = Answer<T>>,
    {
        loop {
            match attempt().await {
                Ok(answer) => return Ok(answer),
                Err(Failure::Refused(error)) => return Err(error),
                Err(Failure::Unreachable | Failure::Unknown) => self.rest(200_000).await,
            }
        }
    }

    /// Begins to work, as one of those that are counted.
    fn work(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.at_work.fetch_add(1, Ordering::Relaxed);
        let at_work = self.at_work.clone();
        tokio::spawn(async move {
            work.await;
            at_work.fetch_sub(1, Ordering::Relaxed);
        });
    }
}

/// How many processes serve what.
#[derive(Clone, Copy)]
pub(crate) struct Servers {
    pub kinesis: usize,
    pub s3: usize,
    pub pipelines: usize,
    pub sqs: usize,
    pub sns: usize,
    pub dynamodb: usize,
    pub cloudwatch: usize,
    /// How many processes there are.
    pub all: usize,
}

impl Servers {
    /// Whether queues have mappings: only who serves a queue moves its messages.
    pub fn map_queues(self) -> bool {
        self.sqs == self.pipelines
    }

    /// Whether buckets tell queues: any process may deliver what one tells.
    pub fn tell_queues(self) -> bool {
        self.s3 == self.all && self.sqs == self.all
    }

    /// Whether there are tables: what is due of them is handed to any process.
    pub fn have_tables(self) -> bool {
        self.dynamodb == self.all
    }

    /// Whether there are metrics: what is due of them is handed to any process.
    pub fn have_metrics(self) -> bool {
        self.cloudwatch == self.all
    }

    /// Whether topics reach all their queues: what is tried again is handed to any process.
    pub fn feed_queues(self) -> bool {
        self.sns == self.all
    }
}

/// Makes what clients need, and lets them begin. Called in their island.
pub(crate) async fn begin(client: Client, servers: Servers) -> platform::Result<()> {
    admin::prepare(&client, servers).await?;
    channels::prepare(&client, servers).await?;
    versions::prepare(&client, servers).await?;
    if servers.sqs > 0 {
        queues::prepare(&client.named("prepare", servers.sqs)).await?;
    }
    if servers.map_queues() {
        tasks::prepare(&client, servers).await?;
    }
    if servers.tell_queues() {
        told::prepare(&client, servers).await?;
    }
    if servers.sns > 0 {
        topics::prepare(&client, servers).await?;
    }
    if servers.have_tables() {
        tables::prepare(&client, servers).await?;
    }
    if servers.have_metrics() {
        alarms::prepare(&client, servers).await?;
    }
    errands::begin(&client, servers.kinesis).await?;
    client.time.set_troubled(true);
    for number in 0..3 {
        let producer = client.named(&format!("producer{number}"), servers.kinesis);
        client.work(records::produce(producer, number));
        let writer = client.named(&format!("writer{number}"), servers.s3);
        client.work(objects::write(writer, number));
    }
    client.work(records::consume(client.named("consumer", servers.kinesis)));
    client.work(generations::follow(client.named("follower", servers.kinesis)));
    client.work(objects::read(client.named("reader", servers.s3)));
    for number in 0..2 {
        client.work(objects::claim(client.named(&format!("claimer{number}"), servers.s3)));
    }
    client.work(objects::upload(client.named("uploader", servers.s3)));
    client.work(buckets::come_and_go(client.named("buckets", servers.s3)));
    client.work(admin::streams(client.named("streams", servers.kinesis)));
    client.work(shards::reshape(client.named("reshaper", servers.kinesis)));
    client.work(admin::mappings(client.named("mappings", servers.pipelines)));
    channels::begin(&client, servers);
    versions::begin(&client, servers);
    if servers.sqs > 0 {
        queues::begin(&client, servers.sqs);
    }
    if servers.map_queues() {
        tasks::begin(&client, servers);
    }
    if servers.tell_queues() {
        told::begin(&client, servers);
    }
    if servers.sns > 0 {
        topics::begin(&client, servers);
    }
    if servers.have_tables() {
        tables::begin(&client, servers);
    }
    if servers.have_metrics() {
        metrics::begin(&client, servers);
        alarms::begin(&client, servers);
    }
    Ok(())
}

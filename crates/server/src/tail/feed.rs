//! The server's side: a stream's records as they arrive, a line of JSON each, for as long as somebody
//! reads them. Nothing is asked by the clock: a put wakes the feed.
//!
//! It reads in process, by the operations that any consumer uses. Each shard has a page in hand; the
//! oldest record of all pages comes first, and only once it is known of every shard what comes next
//! in it. A shard that was split or merged is followed by its children when it, and whatever
//! else they came from, has been read to its end.

use base64_simd::STANDARD;
use bytes::Bytes;
use futures_util::FutureExt as _;
use futures_util::future::select_all;
use futures_util::stream;
use platform::{Context, Error, Result, Topic, Wakeup};
use serde_json::{Value, json};
use shapes::kinesis::ops::{GetRecords, GetShardIterator, ListShards};
use shapes::kinesis::{
    ChildShard, GetRecordsInput, GetRecordsOutput, GetShardIteratorInput, ListShardsInput, Record,
    Shard, errors,
};
use shapes::{ByteStream, Timestamp};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use tokio::sync::{mpsc, watch};

/// Where it lies.
pub const PATH: &str = "/_waterwheel/tail";
/// How many records of a shard are in hand.
const PAGE: i32 = 500;
/// How many bytes are handed on at once.
const PIECE: usize = 64 << 10;

/// What is to be fed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    /// The stream's name.
    pub stream: String,
    /// A shard, or all.
    pub shard: Option<String>,
    /// From when on, in milliseconds since the epoch; from the oldest record on where it is absent.
    pub from_ms: Option<i64>,
    /// Whether to go on with what comes.
    pub follow: bool,
}

/// Tells feeds that the server stops.
#[derive(Clone, Default)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Stop {
    /// Ends all feeds: their readers may ask the server that comes after this one.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }

    /// Whether that has been said.
    pub fn is_stopped(&self) -> bool {
        *self.0.borrow()
    }
}

/// Begins to feed, until the server stops. What is wrong with the stream at once is an error.
///
/// # Errors
/// The stream's own.
pub async fn begin(cx: Context, wish: Wish, stop: &Stop) -> Result<ByteStream> {
    let mut stopping = stop.0.subscribe();
    let mut feed = Feed::new(cx, wish).await?;
    let (to, mut from) = mpsc::channel(2);
    tokio::spawn(async move {
        let reader = to.clone();
        let stopped = async {
            // A server that is gone has stopped.
            let _ = stopping.wait_for(|stopping| *stopping).await;
        };
        tokio::select! {
            biased;
            () = reader.closed() => {}
            () = stopped => {}
            ended = feed.run(&to) => {
                let last = ended.map_or_else(|error| json!({ "error": error.to_string() }), |()| json!({ "end": true }));
                // Nobody may be there to read it.
                let _ = to.send(Ok(line(&last).into())).await;
            }
        }
    });
    Ok(ByteStream::new(stream::poll_fn(move |context| from.poll_recv(context)), None))
}

type Sender = mpsc::Sender<std::result::Result<Bytes, shapes::StreamError>>;

struct Feed {
    cx: Context,
    wish: Wish,
    arn: String,
    readers: Vec<Reader>,
    /// Tells that the stream is another, or gone.
    changed: Wakeup,
    /// Shards that are to follow, with the parents that have not been read to their ends.
    waiting: BTreeMap<String, BTreeSet<String>>,
    /// Shards that were read to their ends, or are not read at all.
    ended: BTreeSet<String>,
}

/// A shard that is read.
struct Reader {
    shard: String,
    iterator: Option<String>,
    /// The last record that was read.
    after: Option<String>,
    page: VecDeque<Record>,
    /// Whether there was nothing more when it was last looked at.
    at_tip: bool,
    /// What comes after it, once there is nothing more to come.
    children: Option<Vec<ChildShard>>,
    wakeup: Wakeup,
}

impl Feed {
    async fn new(cx: Context, wish: Wish) -> Result<Self> {
        let arn = cx.arn("kinesis", format_args!("stream/{}", wish.stream));
        let (readers, waiting, ended) = Default::default();
        let changed = cx.platform().wakeups.subscribe(Topic::Stream(arn.as_str().into()));
        let all = shards(&cx, &wish).await?;
        let mut feed = Self { cx, wish, arn, readers, changed, waiting, ended };
        if let Some(one) = &feed.wish.shard
            && !all.iter().any(|shard| shard.shard_id == *one)
        {
            let stream = &feed.wish.stream;
            let message = format!("there is no shard {one} of the stream {stream}");
            return Err(Error::new(&errors::RESOURCE_NOT_FOUND_EXCEPTION, message));
        }
        let listed: BTreeSet<String> = all.iter().map(|shard| shard.shard_id.clone()).collect();
        for shard in all {
            let parents = [&shard.parent_shard_id, &shard.adjacent_parent_shard_id];
            let parents = parents.into_iter().flatten().filter(|it| listed.contains(*it)).cloned();
            let parents =
                if feed.wish.shard.is_some() { BTreeSet::new() } else { parents.collect() };
            feed.waiting.insert(shard.shard_id, parents);
        }
        feed.open().await?;
        Ok(feed)
    }

    /// Begins to read the shards of which nothing that came before is left.
    async fn open(&mut self) -> Result<()> {
        let ready: Vec<String> = self
            .waiting
            .iter()
            .filter(|(_, parents)| parents.is_subset(&self.ended))
            .map(|(shard, _)| shard.clone())
            .collect();
        for shard in ready {
            self.waiting.remove(&shard);
            if self.wish.shard.as_ref().is_some_and(|wanted| *wanted != shard) {
                continue;
            }
            // It listens before it looks.
            let topic = Topic::shard(&self.arn, &shard);
            let wakeup = self.cx.platform().wakeups.subscribe(topic);
            let (iterator, after, children) = (None, None, None);
            let (page, at_tip) = (VecDeque::new(), false);
            self.readers.push(Reader { shard, iterator, after, page, at_tip, children, wakeup });
        }
        Ok(())
    }

    async fn run(&mut self, to: &Sender) -> Result<()> {
        let now_ms = self.cx.now().millis();
        let mut piece = line(&json!({ "now_ms": now_ms, "shards": self.readers.len() }));
        loop {
            self.fill().await?;
            let notes = self.close().await?;
            notes.iter().for_each(|note| piece += &line(note));
            // Shards that follow may have older records than what is in hand.
            let oldest = if notes.is_empty() { self.oldest() } else { None };
            let is_idle = notes.is_empty() && oldest.is_none();
            if let Some((shard, record)) = oldest {
                piece += &line(&told(&shard, &record, self.cx.now()));
            }
            if ((is_idle && !piece.is_empty()) || piece.len() >= PIECE)
                && to.send(Ok(std::mem::take(&mut piece).into())).await.is_err()
            {
                return Ok(());
            }
            if is_idle && (self.readers.is_empty() || !self.wish.follow) {
                return Ok(());
            }
            if is_idle {
                self.wait().await;
            }
        }
    }

    /// Looks at every shard of which nothing is in hand and more may be there.
    async fn fill(&mut self) -> Result<()> {
        // Also of those that others' records kept from being waited for.
        for reader in self.readers.iter_mut().filter(|it| it.at_tip && it.page.is_empty()) {
            reader.at_tip = reader.wakeup.woken().now_or_never().is_none();
        }
        for at in 0..self.readers.len() {
            while let Some(reader) = self.readers.get(at)
                && reader.page.is_empty()
                && !reader.at_tip
            {
                let output = self.read(at).await?;
                let Some(reader) = self.readers.get_mut(at) else { break };
                if let Some(last) = output.records.last() {
                    reader.after = Some(last.sequence_number.clone());
                }
                let ended = output.next_shard_iterator.is_none();
                reader.at_tip = ended || output.millis_behind_latest.unwrap_or(0) == 0;
                reader.iterator = output.next_shard_iterator;
                reader.children = ended.then(|| output.child_shards.unwrap_or_default());
                reader.page = output.records.into();
            }
        }
        Ok(())
    }

    async fn read(&mut self, at: usize) -> Result<GetRecordsOutput> {
        // What is in hand of all shards together is bounded.
        let most = (PAGE / i32::try_from(self.readers.len()).unwrap_or(PAGE).max(1)).max(1);
        let Some(reader) = self.readers.get_mut(at) else { return Ok(Default::default()) };
        let (cx, wish, shard) = (&self.cx, &self.wish, reader.shard.clone());
        let (kept, after) = (reader.iterator.take(), reader.after.clone());
        if let Some(iterator) = kept {
            match get(cx, iterator, most).await {
                // Nothing came for five minutes, or a clock was turned.
                Err(error) if error.is(&errors::EXPIRED_ITERATOR_EXCEPTION) => {}
                other => return other,
            }
        }
        get(cx, iterator(cx, wish, &shard, after).await?, most).await
    }

    /// Lets go of the shards that were read to their ends, and begins with those that follow.
    async fn close(&mut self) -> Result<Vec<Value>> {
        let done = |it: &mut Reader| it.page.is_empty() && it.children.is_some();
        let closed: Vec<Reader> = self.readers.extract_if(.., done).collect();
        let mut notes = Vec::new();
        for Reader { shard, children, .. } in closed {
            let children = children.unwrap_or_default();
            let ids: Vec<&str> = children.iter().map(|child| &*child.shard_id).collect();
            notes.push(json!({ "ended": shard, "children": ids }));
            self.ended.insert(shard);
            for child in children.iter().filter(|_| self.wish.shard.is_none()) {
                let is_read = self.readers.iter().any(|it| it.shard == child.shard_id);
                if !is_read && !self.ended.contains(&child.shard_id) {
                    // A parent that is none of those that are read is older than what is kept.
                    let known = |it: &&String| self.is_known(it);
                    let parents = child.parent_shards.iter().filter(known).cloned().collect();
                    self.waiting.entry(child.shard_id.clone()).or_insert(parents);
                }
            }
        }
        if !notes.is_empty() {
            self.open().await?;
        }
        Ok(notes)
    }

    fn is_known(&self, shard: &str) -> bool {
        let is_read = self.readers.iter().any(|it| it.shard == shard);
        is_read || self.ended.contains(shard) || self.waiting.contains_key(shard)
    }

    /// The oldest record in hand.
    fn oldest(&mut self) -> Option<(String, Record)> {
        let arrival = |it: &Reader| {
            it.page.front().map(|record| record.approximate_arrival_timestamp.unwrap_or_default())
        };
        let found = self
            .readers
            .iter_mut()
            .filter(|it| !it.page.is_empty())
            .min_by_key(|it| arrival(it))?;
        let record = found.page.pop_front()?;
        Some((found.shard.clone(), record))
    }

    /// Waits until something may have come to a shard.
    async fn wait(&mut self) {
        let woken = self.readers.iter_mut().map(|reader| Box::pin(reader.wakeup.woken()));
        let one = tokio::select! {
            biased;
            ((), at, _) = select_all(woken) => Some(at),
            () = self.changed.told() => None,
        };
        for (at, reader) in self.readers.iter_mut().enumerate() {
            reader.at_tip &= one.is_some_and(|one| one != at);
        }
    }
}

/// All shards of the stream.
async fn shards(cx: &Context, wish: &Wish) -> Result<Vec<Shard>> {
    let (mut all, mut token) = (Vec::new(), None);
    loop {
        let stream_name = token.is_none().then(|| wish.stream.clone());
        let input = ListShardsInput { stream_name, next_token: token, ..Default::default() };
        let page = cx.call::<ListShards>(input).await?;
        all.extend(page.shards.into_iter().flatten());
        token = page.next_token;
        if token.is_none() {
            return Ok(all);
        }
    }
}

async fn get(cx: &Context, shard_iterator: String, most: i32) -> Result<GetRecordsOutput> {
    let input = GetRecordsInput { shard_iterator, limit: Some(most), ..Default::default() };
    cx.call::<GetRecords>(input).await
}

async fn iterator(cx: &Context, wish: &Wish, shard: &str, after: Option<String>) -> Result<String> {
    let (kind, timestamp) = match (&after, wish.from_ms) {
        (Some(_), _) => ("AFTER_SEQUENCE_NUMBER", None),
        (None, Some(ms)) => ("AT_TIMESTAMP", Some(Timestamp(ms))),
        (None, None) => ("TRIM_HORIZON", None),
    };
    let input = GetShardIteratorInput {
        stream_name: Some(wish.stream.clone()),
        shard_id: shard.to_owned(),
        shard_iterator_type: kind.to_owned(),
        starting_sequence_number: after,
        timestamp,
        ..Default::default()
    };
    let output = cx.call::<GetShardIterator>(input).await?;
    output.shard_iterator.ok_or_else(|| Error::internal("GetShardIterator gave no iterator"))
}

fn told(shard: &str, record: &Record, now: Timestamp) -> Value {
    let arrival_ms = record.approximate_arrival_timestamp.unwrap_or(now).millis();
    json!({
        "shard": shard,
        "sequence": record.sequence_number,
        "key": record.partition_key,
        "arrival_ms": arrival_ms,
        "age_ms": now.millis() - arrival_ms,
        "data": STANDARD.encode_to_string(&record.data),
    })
}

fn line(value: &Value) -> String {
    format!("{value}\n")
}

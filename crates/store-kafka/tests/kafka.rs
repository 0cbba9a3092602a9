//! The engine over a real broker. `./test` runs this where it has put Kafka's jars:
//! `KAFKA_JARS=… cargo test --package store-kafka -- --ignored`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

#[path = "kafka/mod.rs"]
mod broker;
mod proxy;

use broker::Broker;
use bytes::Bytes;
use futures_util::future::{join, join_all};
use proxy::{Armed, Cut, Proxy};
use rustix::process::Signal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use store::confirming::Confirming;
use store::contract::log::entry;
use store::{Appended, Bounds, Error, Lane, Log, LogId, ReadLimit, Stored, memory};
use store_kafka::{KafkaLog, Options};
use tokio::sync::watch;

const ALL: ReadLimit = ReadLimit { records: usize::MAX, bytes: usize::MAX };

/// Everything over one broker, since it takes long to start.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Kafka"]
async fn a_log_on_kafka() {
    let proxy = Proxy::listen().await;
    let mut broker = tokio::task::block_in_place(|| Broker::start(proxy.port()));
    let proxy = proxy.before(broker.behind());
    it_keeps_what_a_log_promises(&broker).await;
    several_processes_share_a_log(&broker).await;
    an_append_to_many_lanes_makes_them(&broker).await;
    times_agree_whoever_writes_and_reads(&broker).await;
    what_the_settings_promise_is_told(&broker).await;
    a_look_at_a_lane_that_stands_still_is_one_request(&broker, &proxy).await;
    connections_that_are_cut_neither_lose_nor_repeat(&broker, &proxy).await;
    what_is_unknown_stays_in_its_turn(&broker).await;
    a_broker_that_forgets_gets_nothing_twice(&mut broker, &proxy).await;
    a_broker_that_is_killed_loses_nothing_acknowledged(&mut broker).await;
    what_was_not_sent_is_never_written(&mut broker).await;
}

fn id(name: &str) -> LogId {
    LogId(name.to_owned())
}

fn text(record: &Stored) -> &str {
    std::str::from_utf8(&record.bytes).unwrap()
}

/// An engine that gives up soon, so that a slow machine may need several to begin with.
async fn impatient(options: &Options) -> KafkaLog {
    loop {
        match KafkaLog::open(options.clone()).await {
            Ok(log) => return log,
            Err(error) => assert!(matches!(error, Error::Busy(_)), "{error}"),
        }
    }
}

async fn texts(log: &dyn Log, id: &LogId, lane: Lane) -> Vec<String> {
    let found = log.read(id, lane, 0, ALL).await.unwrap();
    assert!(found.is_sorted_by(|a, b| a.offset < b.offset && a.time_ms <= b.time_ms));
    found.iter().map(|record| text(record).to_owned()).collect()
}

async fn it_keeps_what_a_log_promises(broker: &Broker) {
    let log = broker.log("contract").await;
    let log = Confirming::new(Arc::new(log), memory::store().tables);
    store::contract::log::run(&log).await;
}

async fn several_processes_share_a_log(broker: &Broker) {
    let (one, other) = join(broker.log("shared"), broker.log("shared")).await;
    let id = &id("a");
    let made = join(one.create(id), other.create(id)).await;
    let exists = |made: &Result<(), Error>| matches!(made, Err(Error::Exists(_)));
    let fine = [&made.0, &made.1].into_iter().filter(|made| made.is_ok()).count();
    assert!(fine == 1 && (exists(&made.0) || exists(&made.1)), "{made:?}");
    // Both make the lane.
    let append = async |log: &KafkaLog, text: &str| {
        log.append(id, vec![entry(0, 1, text)]).await.unwrap()[0].offset
    };
    let first = join(append(&one, "a"), append(&other, "b")).await;
    assert!(first == (0, 1) || first == (1, 0), "{first:?}");
    assert_eq!(other.list().await.unwrap(), std::slice::from_ref(id));
    assert!(broker.log("share").await.list().await.unwrap().is_empty(), "another prefix");
    one.delete(id).await.unwrap();
    let missing = |answer: Option<Error>| assert!(matches!(answer, Some(Error::NotFound(_))));
    missing(other.append(id, vec![entry(0, 1, "x")]).await.err());
    missing(other.append(id, vec![entry(7, 1, "x")]).await.err());
    missing(other.read(id, 0, 0, ALL).await.err());
    missing(other.bounds(id, 0).await.err());
    assert!(other.list().await.unwrap().is_empty());
    one.recreate(id).await.unwrap();
    let Bounds { start, end, .. } = other.bounds(id, 0).await.unwrap();
    assert!(start == end && end > 1, "{start} {end}");
    assert!(append(&other, "c").await >= end);
    assert_eq!(texts(&one, id, 0).await, ["c"]);
    one.delete(id).await.unwrap();
    one.recreate(id).await.unwrap();
    // It still knows the one before.
    let stale = other.append(id, vec![entry(0, 1, "x")]).await;
    assert!(matches!(stale, Err(Error::Busy(_))), "{stale:?}");
    assert!(append(&other, "d").await > end, "above what the one before may have given");
    one.delete(id).await.unwrap();
}

async fn an_append_to_many_lanes_makes_them(broker: &Broker) {
    let log = broker.log("wide").await;
    let id = &id("a");
    log.create(id).await.unwrap();
    // More than are made in one request.
    let lanes: Vec<Lane> = (0..120).collect();
    let batch: Vec<_> = lanes.iter().map(|lane| entry(*lane, 1, "x")).collect();
    while log.append(id, batch.clone()).await.is_err() {}
    let reads = lanes.iter().map(|lane| texts(&log, id, *lane));
    assert!(join_all(reads).await.iter().all(|found| found[0] == "x"));
    log.delete(id).await.unwrap();
    assert!(log.list().await.unwrap().is_empty());
}

/// Clocks of which one is ahead: each record has one time, and none goes back.
async fn times_agree_whoever_writes_and_reads(broker: &Broker) {
    let engines = join_all((0..3).map(|_| broker.log("times"))).await;
    let id = &id("a");
    engines[0].create(id).await.unwrap();
    let write = async |by: usize| {
        let mut placed = Vec::new();
        for n in 0..30_i64 {
            let time_ms = 1_000 + 10 * n + [0, 500, 3][by];
            let batch = vec![entry(0, time_ms, "x"), entry(0, time_ms + 2, "y")];
            placed.extend(engines[by].append(id, batch).await.unwrap());
        }
        placed
    };
    let placed = join_all((0..3).map(write)).await;
    let mut placed: Vec<Appended> = placed.into_iter().flatten().collect();
    placed.sort_by_key(|place| place.offset);
    assert!(placed.is_sorted_by_key(|place| place.time_ms), "{placed:?}");
    let reader = broker.log("times").await;
    let place = |record: &Stored| Appended { offset: record.offset, time_ms: record.time_ms };
    for from in (0..placed.len()).rev().step_by(7) {
        let limit = ReadLimit { records: 3, ..ALL };
        let found = reader.read(id, 0, placed[from].offset, limit).await.unwrap();
        let found: Vec<_> = found.iter().map(place).collect();
        assert_eq!(found, placed[from..placed.len().min(from + 3)]);
    }
    for time_ms in (990..1_800).step_by(17) {
        let first = placed.iter().find(|place| place.time_ms >= time_ms);
        let expected = first.map_or(placed.len() as u64, |place| place.offset);
        assert_eq!(reader.seek(id, 0, time_ms).await.unwrap(), expected, "{time_ms}");
    }
    let newest_ms = placed.last().map(|place| place.time_ms);
    assert_eq!(reader.bounds(id, 0).await.unwrap().newest_ms, newest_ms);
    // What is left of it after a trim has the times that it had.
    reader.trim(id, 1_600).await.unwrap();
    let found = broker.log("times").await.read(id, 0, 0, ALL).await.unwrap();
    let found: Vec<_> = found.iter().map(place).collect();
    assert!(found.len() < placed.len() && placed.ends_with(&found), "{} are left", found.len());
    assert!(placed.iter().all(|it| it.time_ms < 1_600 || found.contains(it)));
    engines[0].delete(id).await.unwrap();
}

async fn what_the_settings_promise_is_told(broker: &Broker) {
    let promises = broker.log("promises").await.promises().await.unwrap();
    let of = |setting: &str| promises.iter().find(|it| it.setting == setting).unwrap();
    assert_eq!(of("min.insync.replicas").value, "1");
    assert_eq!(of("replication factor").value, "1");
    let flush = of("log.flush.interval.messages");
    assert!(flush.is_weak && flush.meaning.contains("power failure"), "{flush:?}");
    assert_eq!(of("unclean.leader.election.enable").value, "false");
}

async fn a_look_at_a_lane_that_stands_still_is_one_request(broker: &Broker, proxy: &Armed) {
    let servers = format!("127.0.0.1:{}", broker.behind());
    let log = KafkaLog::open(Options { servers, ..broker.options("still") }).await.unwrap();
    let other = broker.log("still").await;
    let id = &id("a");
    log.create(id).await.unwrap();
    let mut places = Vec::new();
    for n in 1..4 {
        // What another process puts is seen by the next look.
        places.extend(other.append(id, vec![entry(0, n, "more")]).await.unwrap());
        let bounds = Bounds { start: 0, end: n as u64, newest_ms: Some(n), sealed: false };
        assert_eq!(log.bounds(id, 0).await.unwrap(), bounds);
        let _ = proxy.asked();
        for _ in 0..3 {
            assert_eq!(log.bounds(id, 0).await.unwrap(), bounds);
        }
        // A connection that is opened greets the broker first.
        let asked: Vec<i16> = proxy.asked().into_iter().filter(|key| *key != 18).collect();
        assert_eq!(asked, [1, 1, 1], "a fetch each");
    }
    other.trim(id, 3).await.unwrap();
    let trimmed = log.bounds(id, 0).await.unwrap();
    assert_eq!((trimmed.start, trimmed.end, trimmed.newest_ms), (places[2].offset, 3, Some(3)));
    log.delete(id).await.unwrap();
    assert!(log.bounds(id, 0).await.is_err());
}

async fn connections_that_are_cut_neither_lose_nor_repeat(broker: &Broker, proxy: &Armed) {
    let servers = format!("127.0.0.1:{}", broker.behind());
    let log = KafkaLog::open(Options { servers, ..broker.options("cut") }).await.unwrap();
    let id = &id("a");
    log.create(id).await.unwrap();
    let mut expected = Vec::new();
    for (n, cut) in [Cut::Request, Cut::Answer, Cut::HalfRequest, Cut::Answer, Cut::Answer]
        .into_iter()
        .cycle()
        .take(20)
        .enumerate()
    {
        log.append(id, vec![entry(0, 1, &format!("before {n}"))]).await.unwrap();
        proxy.arm(cut);
        let (one, more) = (format!("one {n}"), format!("more {n}"));
        let batch = vec![entry(0, 1, &one), entry(0, 1, &more), entry(1, 1, &one)];
        let places = log.append(id, batch).await.unwrap();
        assert!(proxy.has_cut(), "{cut:?}");
        let limit = ReadLimit { records: 1, ..ALL };
        proxy.arm(Cut::Fetch);
        let found = log.read(id, 0, places[1].offset, limit).await.unwrap();
        assert!(proxy.has_cut());
        assert_eq!(text(&found[0]), more);
        expected.extend([format!("before {n}"), one, more]);
    }
    assert_eq!(texts(&log, id, 0).await, expected);
    let ones: Vec<String> = (0..20).map(|n| format!("one {n}")).collect();
    assert_eq!(texts(&log, id, 1).await, ones);
    log.delete(id).await.unwrap();
}

/// It was sent, so it may be there: what comes later comes behind it.
async fn what_is_unknown_stays_in_its_turn(broker: &Broker) {
    let patience = Duration::from_secs(1);
    let options = Options { patience, ..broker.options("stopped") };
    let id = &id("a");
    let patient = broker.log("stopped").await;
    patient.create(id).await.unwrap();
    let log = impatient(&options).await;
    // It has to make the lane, for which one second may be short.
    while log.append(id, vec![entry(0, 1, "before"), entry(1, 1, "before")]).await.is_err() {}
    broker.signal(Signal::STOP);
    let unknown = log.append(id, vec![entry(0, 1, "unknown"), entry(1, 1, "unknown")]).await;
    assert!(matches!(unknown, Err(Error::Unknown(_))), "{unknown:?}");
    broker.signal(Signal::CONT);
    let mut tries = 0;
    while log.append(id, vec![entry(0, 1, "next"), entry(1, 1, "next")]).await.is_err() {
        tries += 1;
    }
    for lane in [0, 1] {
        let found = texts(&patient, id, lane).await;
        let distinct: Vec<_> = found.chunk_by(|a, b| a == b).collect();
        let first: Vec<&str> = distinct.iter().map(|same| &*same[0]).collect();
        assert_eq!(first, ["before", "unknown", "next"], "{tries} {found:?}");
        assert_eq!(distinct[1].len(), 1, "{found:?}");
    }
    patient.delete(id).await.unwrap();
}

/// A broker that was killed and starts anew goes by the times of records, when it asks itself whose
/// numbers it should remember.
async fn a_broker_that_forgets_gets_nothing_twice(broker: &mut Broker, proxy: &Armed) {
    let servers = format!("127.0.0.1:{}", broker.behind());
    let options = Options { servers, ..broker.options("forgets") };
    let log = Arc::new(KafkaLog::open(options).await.unwrap());
    let id = id("a");
    log.create(&id).await.unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as i64;
    let all = |text: &'static str| vec![entry(0, 1, text), entry(1, now, text)];
    log.append(&id, all("before")).await.unwrap();
    let appends = [(0, 1), (1, now)].map(|(lane, time_ms)| {
        let (log, id) = (log.clone(), id.clone());
        async move { log.append(&id, vec![entry(lane, time_ms, "once")]).await.unwrap() }
    });
    // Each has a batch on the broker whose answer is lost.
    proxy.arm(Cut::AnswerForLong);
    let [old, new] = appends.map(tokio::spawn);
    while !proxy.has_cut() {
        tokio::task::yield_now().await;
    }
    tokio::task::block_in_place(|| {
        broker.kill();
        broker.run();
    });
    proxy.open();
    old.await.unwrap();
    new.await.unwrap();
    log.append(&id, all("after")).await.unwrap();
    for lane in [0, 1] {
        assert_eq!(texts(&*log, &id, lane).await, ["before", "once", "after"], "lane {lane}");
    }
    log.delete(&id).await.unwrap();
}

/// What became of an append.
#[derive(Debug)]
enum Fate {
    Kept(Vec<Appended>),
    Unknown,
    NotWritten,
}

const SHARED: Lane = 100;

/// Appends to a lane of its own and, twice, to one that all share, until it is told to stop.
async fn write(
    log: &KafkaLog,
    id: &LogId,
    by: Lane,
    stop: &AtomicBool,
    kept: &watch::Sender<u32>,
) -> BTreeMap<String, Fate> {
    let mut fates = BTreeMap::new();
    for n in 0.. {
        let text = format!("{by} {n:06}");
        let batch = vec![entry(by, 1, &text), entry(SHARED, 1, &text), entry(SHARED, 1, &text)];
        let fate = match log.append(id, batch).await {
            Ok(places) => Fate::Kept(places),
            Err(Error::Unknown(_)) => Fate::Unknown,
            Err(Error::Busy(_)) => Fate::NotWritten,
            Err(error) => panic!("{error}"),
        };
        if matches!(fate, Fate::Kept(_)) {
            kept.send_modify(|kept| *kept += 1);
        }
        fates.insert(text, fate);
        if stop.load(Ordering::SeqCst) {
            break;
        }
    }
    fates
}

async fn a_broker_that_is_killed_loses_nothing_acknowledged(broker: &mut Broker) {
    let options = Options { patience: Duration::from_secs(3), ..broker.options("killed") };
    let patient = broker.log("killed").await;
    let id = id("a");
    patient.create(&id).await.unwrap();
    let log = Arc::new(impatient(&options).await);
    let stop = Arc::new(AtomicBool::new(false));
    let (kept, mut reached) = watch::channel(0);
    let kept = Arc::new(kept);
    let writers: Vec<_> = (0..4)
        .map(|by| {
            let (log, id, stop, kept) = (log.clone(), id.clone(), stop.clone(), kept.clone());
            tokio::spawn(async move { write(&log, &id, by, &stop, &kept).await })
        })
        .collect();
    for _ in 0..2 {
        let before = *reached.borrow();
        reached.wait_for(|kept| *kept >= before + 100).await.unwrap();
        tokio::task::block_in_place(|| {
            broker.kill();
            broker.run();
        });
        let before = *reached.borrow();
        reached.wait_for(|kept| *kept >= before + 100).await.unwrap();
    }
    stop.store(true, Ordering::SeqCst);
    let fates: Vec<_> = join_all(writers).await.into_iter().map(Result::unwrap).collect();
    // What is unknown is settled before what comes later.
    let lanes = (0..4).chain([SHARED]);
    let last: Vec<_> = lanes.map(|lane| entry(lane, 1, "last")).collect();
    while log.append(&id, last.clone()).await.is_err() {}
    let shared = patient.read(&id, SHARED, 0, ALL).await.unwrap();
    let shared: Vec<_> = shared.iter().filter(|it| text(it) != "last").collect();
    assert!(shared.chunks(2).all(|pair| text(pair[0]) == text(pair[1])), "a batch stays together");
    for (by, fates) in (0..).zip(&fates) {
        let own = patient.read(&id, by, 0, ALL).await.unwrap();
        let own: Vec<_> = own.iter().filter(|record| text(record) != "last").collect();
        let texts: Vec<&str> = own.iter().map(|record| text(record)).collect();
        for pair in texts.windows(2) {
            assert!(pair[0] < pair[1], "in order, none twice: {pair:?} {:?}", fates.get(pair[1]));
        }
        let is_own = |record: &&&&Stored| text(record).starts_with(&format!("{by} "));
        let others: Vec<_> = shared.iter().step_by(2).filter(|it| is_own(&it)).collect();
        let others: Vec<&str> = others.iter().map(|record| text(record)).collect();
        assert_eq!(texts, others, "in both lanes or in none");
        let there: BTreeSet<&str> = texts.into_iter().collect();
        for (text, fate) in fates {
            match fate {
                Fate::Kept(places) => {
                    let found = own.iter().find(|it| self::text(it) == text).unwrap();
                    assert_eq!(
                        (found.offset, found.time_ms),
                        (places[0].offset, places[0].time_ms)
                    );
                }
                Fate::NotWritten => assert!(!there.contains(&**text), "{text} was never written"),
                Fate::Unknown => {}
            }
        }
    }
    patient.delete(&id).await.unwrap();
}

async fn what_was_not_sent_is_never_written(broker: &mut Broker) {
    let options = Options { patience: Duration::from_secs(1), ..broker.options("gone") };
    let id = &id("a");
    let patient = broker.log("gone").await;
    patient.create(id).await.unwrap();
    let log = impatient(&options).await;
    while log.append(id, vec![entry(0, 1, "before")]).await.is_err() {}
    let before = texts(&patient, id, 0).await;
    broker.kill();
    // Whether the connection is known to be broken is not told at once.
    let refused = loop {
        match log.append(id, vec![entry(1, 1, "lost"), entry(0, 1, "lost")]).await {
            Err(Error::Unknown(_)) => {}
            refused => break refused,
        }
    };
    assert!(matches!(refused, Err(Error::Busy(_))), "{refused:?}");
    assert!(matches!(log.read(id, 0, 0, ALL).await, Err(Error::Busy(_))));
    assert!(matches!(log.bounds(id, 0).await, Err(Error::Busy(_))));
    assert!(matches!(log.create(id).await, Err(Error::Busy(_))));
    assert!(matches!(KafkaLog::open(options).await.err(), Some(Error::Busy(_))));
    tokio::task::block_in_place(|| broker.run());
    let large = vec![store::Entry { lane: 0, time_ms: 1, bytes: Bytes::from(vec![0; 40 << 20]) }];
    assert!(matches!(log.append(id, large).await, Err(Error::Io(_))), "it is too large");
    while log.append(id, vec![entry(0, 1, "after")]).await.is_err() {}
    let found = texts(&patient, id, 0).await;
    assert!(found.starts_with(&before) && found.ends_with(&["after".to_owned()]), "{found:?}");
    assert!(found.iter().filter(|text| *text == "lost").count() <= 1, "{found:?}");
}

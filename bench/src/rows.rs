//! Every figure, with what it should be.

use crate::engines::Flush;
use crate::row::{Better, Measure, Row};
use crate::server::Kind;
use crate::{
    cluster, dynamodb, fanout, functions, handouts, idle, kcl, keys, kinesis, latency, limits,
    pipeline, s3, splits, sqs, startup, takeover,
};

const NOBODY: &[Kind] = &[];
const MINISTACK: &[Kind] = &[Kind::Ministack];
const QUEUES: &[Kind] = &[Kind::Ministack, Kind::Elasticmq];
const TABLES: &[Kind] = &[Kind::Ministack, Kind::DynamodbLocal];
const OBJECTS: &[Kind] = &[Kind::Ministack, Kind::Minio];
const BROKER: &[Kind] = &[Kind::Kafka];
const BOTH: &[Kind] = &[Kind::Ministack, Kind::Kinesalite];

macro_rules! served {
    ($work:path) => {
        Measure::Served(|server, run| Box::pin($work(server, run)))
    };
}

macro_rules! alone {
    ($work:path) => {
        Measure::Alone(|programs, kind| Box::pin($work(programs, kind)))
    };
}

macro_rules! clustered {
    ($flush:ident, $work:path) => {
        Measure::Clustered(Flush::$flush, |cluster, kind, run| Box::pin($work(cluster, kind, run)))
    };
}

const fn more(
    name: &'static str,
    what: &'static str,
    unit: &'static str,
    target: f64,
    ratio: f64,
    peers: &'static [Kind],
    measure: Measure,
) -> Row {
    let ratio = Some(ratio);
    Row { name, what, unit, better: Better::More, target, ratio, share: None, peers, measure }
}

const fn less(
    name: &'static str,
    what: &'static str,
    unit: &'static str,
    target: f64,
    ratio: Option<f64>,
    peers: &'static [Kind],
    measure: Measure,
) -> Row {
    Row { name, what, unit, better: Better::Less, target, ratio, share: None, peers, measure }
}

/// More is better, and no peer has it.
const fn even(
    name: &'static str,
    what: &'static str,
    unit: &'static str,
    target: f64,
    measure: Measure,
) -> Row {
    let (better, ratio, share, peers) = (Better::More, None, None, NOBODY);
    Row { name, what, unit, better, target, ratio, share, peers, measure }
}

/// Held against a cluster's broker by its own tools alone.
const fn broker(
    name: &'static str,
    what: &'static str,
    (unit, better): (&'static str, Better),
    ratio: f64,
    measure: Measure,
) -> Row {
    let target = if matches!(better, Better::More) { 0.0 } else { f64::INFINITY };
    let (ratio, peers) = (Some(ratio), BROKER);
    Row { name, what, unit, better, target, ratio, share: None, peers, measure }
}

/// The figures in the order of the page. The targets were set before any was measured.
pub const ALL: &[Row] = &[
    more(
        "put-records",
        "PutRecords, 500 × 1 KiB, 4 connections, synced",
        "records/s",
        200_000.0,
        5.0,
        BOTH,
        served!(kinesis::put_records),
    )
    .share(0.1),
    more(
        "put-record",
        "PutRecord, 1 KiB, 16 connections, synced",
        "records/s",
        30_000.0,
        15.0,
        BOTH,
        served!(kinesis::put_record),
    )
    .share(0.3),
    less(
        "put-alone",
        "One PutRecord of 1 KiB at a time, synced",
        "ms",
        0.6,
        None,
        BOTH,
        served!(kinesis::put_record_alone),
    ),
    less(
        "split-stall",
        "Longest PutRecord of 16 writers while all shards of a stream are split",
        "ms",
        50.0,
        None,
        NOBODY,
        served!(splits::longest_put),
    ),
    less(
        "limits-cost",
        "More processor time for a PutRecord with --limits aws, 128 shards, 16 connections",
        "%",
        2.0,
        None,
        NOBODY,
        alone!(limits::put_record_cost),
    ),
    more(
        "get-records",
        "GetRecords, 1,000 × 1 KiB, 4 connections",
        "records/s",
        800_000.0,
        6.0,
        BOTH,
        served!(kinesis::get_records),
    )
    .share(0.33),
    less(
        "fanout-event",
        "PutRecord → event of SubscribeToShard, one at a time, median",
        "ms",
        1.0,
        None,
        NOBODY,
        served!(fanout::event_p50),
    ),
    even(
        "fanout-records",
        "10,000 records/s of 100 B in 10 shards, to 20 consumers each",
        "records/s",
        195_000.0,
        served!(fanout::records),
    ),
    more(
        "s3-put",
        "S3 PUT of 1 KiB, 16 connections, synced",
        "objects/s",
        10_000.0,
        3.5,
        OBJECTS,
        served!(s3::put_small),
    )
    .share(0.14),
    more(
        "s3-get",
        "S3 GET of 1 KiB, 16 connections",
        "objects/s",
        35_000.0,
        11.0,
        OBJECTS,
        served!(s3::get_small),
    )
    .share(0.32),
    more(
        "s3-large-put",
        "S3 PUT of 32 MiB, 2 connections, synced",
        "MiB/s",
        600.0,
        2.0,
        OBJECTS,
        served!(s3::put_large),
    ),
    more(
        "s3-large-get",
        "S3 GET of 32 MiB, 2 connections",
        "MiB/s",
        1800.0,
        2.3,
        OBJECTS,
        served!(s3::get_large),
    ),
    even(
        "s3-large-md5",
        "S3 PUT of 32 MiB, one at a time, of what MD5 alone does on one core in the same run",
        "%",
        75.0,
        served!(s3::put_large_of_md5),
    ),
    more(
        "s3-head",
        "S3 HEAD of 1 KiB, 16 connections",
        "objects/s",
        45_000.0,
        11.0,
        OBJECTS,
        served!(s3::head_small),
    ),
    even(
        "s3-versions",
        "S3 PUT of 1 KiB over what is there, 16 connections, synced: where versions are kept, of where \
         they are not",
        "%",
        85.0,
        served!(s3::put_versioned),
    ),
    even(
        "s3-list",
        "ListObjectsV2 of a bucket of a million keys, pages of 1,000",
        "keys/s",
        150_000.0,
        served!(keys::list),
    ),
    even(
        "s3-delete",
        "DeleteObjects of 1,000 of a million keys, 4 connections, synced",
        "keys/s",
        20_000.0,
        served!(keys::delete),
    ),
    less(
        "s3-memory",
        "Memory at its greatest: 32 MiB objects put and got, a million keys put, listed and deleted in \
         part",
        "MiB",
        64.0,
        None,
        NOBODY,
        alone!(keys::most_memory),
    ),
    more(
        "sqs-send",
        "SendMessage, 1 KiB, 16 connections, synced",
        "messages/s",
        20_000.0,
        10.0,
        QUEUES,
        served!(sqs::send),
    ),
    more(
        "sqs-cycle",
        "SendMessage, ReceiveMessage and DeleteMessage, 1 KiB, 16 connections, synced",
        "cycles/s",
        6_000.0,
        5.0,
        QUEUES,
        served!(sqs::cycle),
    ),
    more(
        "put-item",
        "PutItem, 1 KiB, 16 connections, synced",
        "items/s",
        12_000.0,
        4.0,
        TABLES,
        served!(dynamodb::put_item),
    ),
    more(
        "get-item",
        "Consistent GetItem, 1 KiB, 16 connections",
        "items/s",
        30_000.0,
        4.0,
        TABLES,
        served!(dynamodb::get_item),
    ),
    more(
        "query",
        "Query of 100 items of 200 B, 4 connections",
        "queries/s",
        5_000.0,
        4.0,
        TABLES,
        served!(dynamodb::query),
    ),
    more(
        "batch-write",
        "BatchWriteItem, 25 × 1 KiB, 4 connections, synced",
        "items/s",
        60_000.0,
        4.0,
        TABLES,
        served!(dynamodb::batch_write),
    ),
    Row {
        ratio: None,
        ..more(
            "queue-cycle",
            "PutRecord, ReceiveQueueRecords and AcknowledgeQueueRecords, 1 KiB, 16 connections, \
             synced",
            "cycles/s",
            6_000.0,
            1.0,
            NOBODY,
            served!(handouts::cycle),
        )
    },
    more(
        "invoke-warm",
        "Invoke of a Python echo function, warm, one at a time",
        "calls/s",
        800.0,
        40.0,
        MINISTACK,
        served!(functions::invoke_warm),
    ),
    less(
        "invoke-cold",
        "First Invoke of a Python function that imports boto3",
        "ms",
        80.0,
        Some(2.0),
        MINISTACK,
        served!(functions::invoke_cold),
    ),
    less(
        "pipeline-warm",
        "PutRecord → function with boto3 → object visible, warm",
        "ms",
        8.0,
        Some(7.0),
        MINISTACK,
        served!(pipeline::warm),
    ),
    less(
        "pipeline-cold",
        "The same, first record of a function never started",
        "ms",
        150.0,
        Some(2.0),
        MINISTACK,
        served!(pipeline::cold),
    ),
    more(
        "pipeline-count",
        "20,000 records through a Python function that counts, batches of 100",
        "records/s",
        40_000.0,
        6.0,
        MINISTACK,
        served!(pipeline::count),
    ),
    less(
        "record-p50",
        "PutRecord → start of the handler, 1,000 records/s, median",
        "ms",
        2.0,
        None,
        NOBODY,
        served!(latency::record_p50),
    ),
    less(
        "record-p99",
        "PutRecord → start of the handler, 1,000 records/s, one in a hundred",
        "ms",
        10.0,
        None,
        NOBODY,
        served!(latency::record_p99),
    ),
    less(
        "kcl",
        "PutRecord → processed by a worker of the Kinesis Client Library with fan-out, one at a time, \
         median",
        "ms",
        5.0,
        None,
        NOBODY,
        alone!(kcl::record_p50),
    ),
    less(
        "message-p50",
        "SendMessage → start of the handler, one at a time, median",
        "ms",
        3.0,
        None,
        MINISTACK,
        served!(latency::message_p50),
    ),
    less(
        "start",
        "Start of the process → first answer",
        "ms",
        12.0,
        None,
        BOTH,
        alone!(startup::first_answer),
    ),
    less("memory-idle", "Memory, idle", "MiB", 20.0, None, BOTH, alone!(startup::idle_memory)),
    less(
        "queues-memory",
        "Memory, 1,000 idle queues, a long poll at each",
        "MiB",
        60.0,
        None,
        NOBODY,
        alone!(idle::queues_memory),
    ),
    less(
        "queues-processor",
        "Processor time, 1,000 idle queues, a long poll at each",
        "ms/s",
        1.0,
        None,
        NOBODY,
        alone!(idle::queues_processor),
    ),
    less(
        "mappings-memory",
        "Memory, 200 functions with idle mappings",
        "MiB",
        60.0,
        None,
        NOBODY,
        alone!(idle::mappings_memory),
    ),
    less(
        "mappings-processor",
        "Processor time, 200 functions with idle mappings",
        "ms/s",
        1.0,
        None,
        NOBODY,
        alone!(idle::mappings_processor),
    ),
    less(
        "fanout-memory",
        "Memory, 4,000 shards, 20 idle consumers",
        "MiB",
        60.0,
        None,
        NOBODY,
        alone!(fanout::memory),
    ),
    less(
        "fanout-processor",
        "Processor time, 4,000 shards, 20 idle consumers",
        "ms/s",
        1.0,
        None,
        NOBODY,
        alone!(fanout::processor),
    ),
    less(
        "memory-records",
        "Memory after 10 million records of 100 B, all read again",
        "MiB",
        100.0,
        None,
        NOBODY,
        alone!(startup::loaded_memory),
    ),
    broker(
        "cluster-put-records",
        "Cluster: PutRecords, 500 × 1 KiB, 4 connections, and producer-perf-test with acks=all",
        ("records/s", Better::More),
        0.6,
        clustered!(Each, cluster::put_records),
    ),
    broker(
        "cluster-put-records-later",
        "Cluster: the same, the broker acknowledges before it flushes",
        ("records/s", Better::More),
        0.6,
        clustered!(Later, cluster::put_records),
    ),
    broker(
        "cluster-put-record",
        "Cluster: PutRecord, 1 KiB, 16 connections, median, and 16 threads of Kafka's producer",
        ("ms", Better::Less),
        0.5,
        clustered!(Each, cluster::put_record_p50),
    ),
    broker(
        "cluster-put-record-later",
        "Cluster: the same median, the broker acknowledges before it flushes",
        ("ms", Better::Less),
        0.5,
        clustered!(Later, cluster::put_record_p50),
    ),
    broker(
        "cluster-get-records",
        "Cluster: GetRecords, 1,000 × 1 KiB, 4 connections, and consumer-perf-test",
        ("records/s", Better::More),
        0.6,
        clustered!(Each, cluster::get_records),
    ),
    even(
        "cluster-s3-get",
        "Cluster: S3 GET of 1 KiB, 16 connections",
        "objects/s",
        5000.0,
        clustered!(Each, cluster::s3_get),
    ),
    even(
        "cluster-s3-put",
        "Cluster: S3 PUT of 1 KiB, 16 connections, synced",
        "objects/s",
        1000.0,
        clustered!(Each, cluster::s3_put),
    ),
    less(
        "cluster-takeover",
        "Cluster: kill -9 of the node that moves a mapping's records → the object of the next record",
        "s",
        10.0,
        None,
        NOBODY,
        alone!(takeover::after_kill),
    ),
    less(
        "cluster-spread",
        "Cluster: first answer of a second node → it moves two of four mappings",
        "s",
        10.0,
        None,
        NOBODY,
        alone!(takeover::after_join),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_a_name_of_its_own_and_a_ratio_has_its_peer() {
        let mut names: Vec<_> = ALL.iter().map(|row| row.name).collect();
        names.extend(crate::growth::ALL.iter().map(|one| one.name));
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
        assert!(ALL.iter().all(|row| row.ratio.is_none() || row.peers.contains(&row.rival())));
    }

    #[test]
    fn what_estimates_rest_on_is_measured() {
        let page = include_str!("../../docs/scale.md");
        let named: Vec<&str> = page
            .split("--only ")
            .skip(1)
            .filter_map(|rest| {
                rest.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-')).next()
            })
            .collect();
        assert!(named.len() > 5);
        let is_row = |name: &&str| ALL.iter().any(|row| row.name == *name);
        let is_growth = |name: &&str| crate::growth::ALL.iter().any(|one| one.name == *name);
        let unknown = named.iter().find(|name| !is_row(name) && !is_growth(name));
        assert_eq!(unknown, None);
    }
}

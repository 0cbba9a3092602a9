//! What Kafka's own tools reach on a cluster's broker.

use crate::Result;
use crate::cluster::Cluster;
use crate::peers::said;
use std::process::Command;

/// As many records as are put and read for a figure, of 1 KiB.
const PUT: u32 = 400_000;
const READ: u32 = 1_000_000;
/// As many bytes as 500 records of 1 KiB are, with what Kafka adds.
const BATCH: &str = "batch.size=524288";
/// Threads that wait for each of their records, and for how long, with the time before that counts.
const LATENCY: &str = include_str!("Latency.java");
const THREADS: &str = "16";
const WARM_MS: &str = "3000";
const MS: &str = "3000";

/// A topic of four partitions.
pub fn make_topic(cluster: &Cluster, topic: &str) -> Result<()> {
    let mut tool = cluster.programs().kafka_tool("org.apache.kafka.tools.TopicCommand");
    tool.args(["--create", "--topic", topic, "--partitions", "4", "--replication-factor", "1"]);
    said(tool.args(["--bootstrap-server", &broker(cluster)])).map(drop)
}

fn broker(cluster: &Cluster) -> String {
    cluster.engines.kafka.address.to_string()
}

fn put(cluster: &Cluster, topic: &str, records: u32) -> Result<f64> {
    let mut tool = cluster.programs().kafka_tool("org.apache.kafka.tools.ProducerPerformance");
    tool.args(["--topic", topic, "--num-records", &records.to_string(), "--record-size", "1024"]);
    tool.args(["--throughput", "-1", "--producer-props", "acks=all", BATCH, "linger.ms=5"]);
    let told = said(tool.arg(format!("bootstrap.servers={}", broker(cluster))))?;
    rate_of_producer(&told).ok_or_else(|| format!("producer-perf-test says {told}"))
}

/// `400000 records sent, 94073.4 records/sec (91.87 MB/sec), …`, of which the last line is the whole.
fn rate_of_producer(told: &str) -> Option<f64> {
    let last = told.lines().rfind(|line| line.contains("records sent"))?;
    let (before, _) = last.split_once(" records/sec")?;
    before.rsplit(' ').next()?.parse().ok()
}

/// Records of 1 KiB per second that producer-perf-test puts with acks=all, in batches of 500.
pub fn put_rate(cluster: &Cluster, run: usize) -> Result<f64> {
    let topic = format!("put-{run}");
    make_topic(cluster, &topic)?;
    put(cluster, &topic, PUT)
}

/// Records of 1 KiB per second that consumer-perf-test reads, once it has its partitions.
pub fn read_rate(cluster: &Cluster, run: usize) -> Result<f64> {
    if run == 0 {
        make_topic(cluster, "read")?;
        put(cluster, "read", READ)?;
    }
    let mut tool = cluster.programs().kafka_tool("org.apache.kafka.tools.ConsumerPerformance");
    tool.args(["--topic", "read", "--messages", &READ.to_string(), "--hide-header"]);
    let told = said(tool.args(["--bootstrap-server", &broker(cluster)]))?;
    rate_of_consumer(&told).ok_or_else(|| format!("consumer-perf-test says {told}"))
}

/// The last of `start, end, MB, MB/s, records, records/s, rebalance ms, fetch ms, MB/s, records/s`.
fn rate_of_consumer(told: &str) -> Option<f64> {
    let line = told.lines().rfind(|line| line.split(", ").count() == 10)?;
    line.rsplit(", ").next()?.trim().parse().ok()
}

/// The median time of a record of 1 KiB of sixteen threads that share a producer, each of which
/// waits for its record before it sends the next, in milliseconds.
pub fn latency_ms(cluster: &Cluster, run: usize) -> Result<f64> {
    let topic = format!("latency-{run}");
    make_topic(cluster, &topic)?;
    let source = cluster.scratch().join("Latency.java");
    std::fs::write(&source, LATENCY).map_err(|error| format!("{}: {error}", source.display()))?;
    let mut java: Command = cluster.programs().java();
    java.arg(&source).args([&broker(cluster), &topic, THREADS, WARM_MS, MS]);
    let told = said(&mut java)?;
    told.trim().parse().map_err(|_| format!("Latency.java says {told}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_tools_say_is_understood() {
        let told = "100 records sent, 20.0 records/sec (0.02 MB/sec), 1.0 ms avg latency.\n\
                    400000 records sent, 94073.4 records/sec (91.87 MB/sec), 300.51 ms avg latency\n";
        assert_eq!(rate_of_producer(told), Some(94_073.4));
        let told = "WARNING: something\n2026-12-01 02:00:00:000, 2026-12-01 02:00:04:000, 976.5, \
                    244.1, 1000000, 250000.0, 3012, 988, 988.4, 1012145.7\n";
        assert_eq!(rate_of_consumer(told), Some(1_012_145.7));
        assert_eq!(rate_of_producer("nothing"), None);
        assert_eq!(rate_of_consumer("nothing"), None);
    }
}
